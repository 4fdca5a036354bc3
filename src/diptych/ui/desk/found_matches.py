# SPDX-License-Identifier: MIT
"""The matches of the pinned pair: which are shown, what was said of them, which is current."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import Enum, auto
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from diptych.compare.tally import Tally, tally
from diptych.compare.values import Comparison, Match, OnlyHere, sharpened
from diptych.notes.verdict import Verdict
from diptych.services.match_filter import (
    STRENGTH_ORDER,
    MatchFilter,
    as_read,
    felt_by_reader,
    told_to_reader,
)
from diptych.text.article import Span
from diptych.text.sides import Side, other_side

if TYPE_CHECKING:
    from diptych.compare.changes.values import Change

NOTHING_SAID: Mapping[int, Verdict] = MappingProxyType({})
FIRST = "first"  # the wanted match, whichever that is


def span_on(found: Match | Change, side: Side) -> Span:
    """Return the span of a match, or of a change between versions, on a side."""
    return found.left if side == Side.LEFT else found.right


def places_of(match: Match) -> str:
    """Return where a match stands in both texts, as the session keeps it."""
    return f"{match.left.start}-{match.left.end} {match.right.start}-{match.right.end}"


class LookedAt(Enum):
    """How far a pair was compared, so that nothing is called missing that nobody looked for."""

    ALL = auto()  # words and meaning
    WORDS_SO_FAR = auto()  # meaning is still to be read
    WORDS = auto()  # and nothing else, as asked or for want of an encoder
    NO_COMMON_LANGUAGE = auto()  # of two languages, by what any language would keep


class FoundMatches(QObject):
    """Filters the matches, follows the reader's verdicts and moves from one to another."""

    visible_changed = Signal()
    current_changed = Signal(int, bool)  # match number or -1, whether to jump there
    choices_offered = Signal(object, object)  # side, several matches of one passage
    verdicts_changed = Signal()
    filter_changed = Signal(object)  # MatchFilter
    said = Signal(str)  # for the status line and assistive technology

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.comparison: Comparison | None = None
        self.matches: tuple[Match, ...] = ()  # by number, as strong as the verdicts suggest
        self.visible: tuple[int, ...] = ()
        self.current = -1
        self.filter = MatchFilter()
        self.verdicts: dict[int, Verdict] = {}
        self.learns = True  # whether verdicts move the other matches
        self._as_shown: Comparison | None = None  # once asked for
        self._wanted_match = ""
        self._is_unseen = False  # current, but nobody went to it
        self.visited: set[int] = set()  # where the reader has been

    # What was found

    def hold(
        self,
        comparison: Comparison | None,
        *,
        verdicts: Mapping[int, Verdict] = NOTHING_SAID,
        visited: Iterable[int] = (),
    ) -> None:
        """Take over what was found, or that there is nothing now; ``show`` tells of it.

        Of matches that the reader has seen before, there is what was said and which were
        ``visited``, by number.
        """
        self.comparison = comparison
        self.matches = comparison.matches if comparison is not None else ()
        self._as_shown = None
        self.visited = set(visited)
        self.verdicts = dict(verdicts)
        if comparison is None:
            self.visible = ()
            self.current = -1

    def show(self) -> None:
        """Show what is held, and go to the match that is wanted."""
        if self.comparison is None:
            self.visible_changed.emit()
            self.current_changed.emit(-1, False)
            return
        self.show_visible()
        self._set_current(-1, jump=False)
        self._take_wanted()

    def sharpen(self, comparison: Comparison) -> None:
        """Take over a comparison by more vectors; where the reader has been stays."""
        if self.comparison is not None:
            looked_at = {*self.verdicts, *self.visited}
            self.comparison = sharpened(self.comparison, comparison, kept=looked_at)

    def show_sharpened(self) -> None:
        """Show what ``sharpen`` has brought."""
        self.show_visible()
        self._take_wanted()

    def as_shown(self) -> Comparison | None:
        """Return the comparison as the reader sees it: what the filter leaves, the rest alone."""
        if self.comparison is None:
            return None
        if self._as_shown is None:
            self._as_shown = as_read(
                self.comparison, self.filter, self.verdicts, learns=self.learns
            )
        return self._as_shown

    def tally(self) -> Tally | None:
        """Return on how much the two agree and where they part, None without a comparison."""
        shown = self.as_shown()
        return None if shown is None else tally(shown)

    def only(self, side: Side) -> tuple[OnlyHere, ...]:
        """Return the passages that stand on one side alone, the surest first."""
        shown = self.as_shown()
        if shown is None or not shown.knows_meaning:
            return ()
        passages = shown.only_left if side == Side.LEFT else shown.only_right
        return tuple(only for only in passages if only.shown)

    # What the reader says of it

    @property
    def is_learning(self) -> bool:
        """Tell whether the reader's verdicts move the other matches now."""
        return self.learns and bool(self.verdicts)

    def set_learning(self, on: bool) -> None:
        """Let the verdicts move the strength of the matches not judged, or not."""
        self.learns = on
        self.show_visible()
        self.verdicts_changed.emit()

    def set_filter(self, chosen: MatchFilter) -> None:
        """Show other kinds or strengths."""
        if chosen != self.filter:
            self.filter = chosen
            self.filter_changed.emit(chosen)
            self.show_visible()

    def set_verdicts(self, verdicts: Mapping[int, Verdict]) -> None:
        """Take over the reader's accepted and rejected matches."""
        if verdicts == self.verdicts:
            return
        self.verdicts = dict(verdicts)
        self.show_visible()
        self.verdicts_changed.emit()

    def show_visible(self) -> None:
        """Find out anew which matches are to be shown."""
        found = self.comparison.matches if self.comparison is not None else ()
        self.matches = felt_by_reader(found, self.verdicts, learns=self.learns)
        told = sorted(told_to_reader(self.matches, self.filter, self.verdicts))
        self.visible = tuple(n for n in told if self.filter.lists(self.matches[n].saying))
        self._as_shown = None
        if self.current not in self.visible:
            self._set_current(-1, jump=False)
        self.visible_changed.emit()

    # The match that is wanted

    @property
    def current_places(self) -> str:
        """Where the current or the wanted match stands, for ``want_match``; empty without one."""
        if self.current >= 0:
            return places_of(self.matches[self.current])
        return "" if self._wanted_match == FIRST else self._wanted_match

    def want_match(self, places: str) -> None:
        """Make a match current once a comparison has found it (session restored)."""
        self._wanted_match = places

    def return_to(self, places: str) -> None:
        """Make a match current again, now or once a comparison has found it; jump nowhere."""
        self._wanted_match = places
        self._take_wanted()

    def want_first_match(self) -> None:
        """Make the first match of the next comparison current, if it finds any."""
        self._wanted_match = FIRST

    def _take_wanted(self) -> None:
        if self._wanted_match == FIRST:
            self._wanted_match = ""
            for number in self.in_order(Side.LEFT)[:1]:
                # At the first look both titles are seen; the next step goes to it.
                self._set_current(number, jump=False)
                self._is_unseen = True
            return
        for number in self.visible if self._wanted_match else ():
            if places_of(self.matches[number]) == self._wanted_match:
                self._wanted_match = ""
                self._set_current(number, jump=False)
                return

    # Moving

    def in_order(self, side: Side) -> list[int]:
        """Return the visible matches in the reading order of a side."""
        across = other_side(side)

        def place(number: int) -> tuple[int, int, int]:
            match = self.matches[number]
            return span_on(match, side).start, span_on(match, across).start, number

        return sorted(self.visible, key=place)

    def listed(self, side: Side) -> list[int]:
        """Return the visible matches as the reader goes through them: in the list's order."""
        if self.filter.order == STRENGTH_ORDER:
            return sorted(self.in_order(Side.LEFT), key=lambda n: -self.matches[n].strength)
        return self.in_order(side)

    def choose(self, number: int, *, jump: bool = True) -> None:
        """Make a match current and bring both panes to it."""
        if 0 <= number < len(self.matches):
            self._set_current(number, jump=jump)

    def step(self, side: Side, direction: int, *, place: int) -> None:
        """Go to the next (1) or previous (-1) match after ``place`` on a side."""
        order = self.listed(side)
        if not order:
            none = self.tr("No match is shown for these two articles.")
            self.said.emit(none if self.comparison else _not_compared())
            return
        if not self._step_in(order, side, direction, place):
            last = self.tr("This is the last match.")
            self.said.emit(last if direction > 0 else self.tr("This is the first match."))

    def step_difference(self, side: Side, direction: int, *, place: int) -> None:
        """Go to the next (1) or previous (-1) place where the two disagree."""
        order = [n for n in self.listed(side) if self.matches[n].is_difference]
        if not order:
            none = self.tr("Nothing is shown in which these two articles differ.")
            self.said.emit(none if self.comparison else _not_compared())
            return
        # From the match one is at, though it is no difference.
        if self.current >= 0 and self.current not in order:
            place = span_on(self.matches[self.current], side).start
        if not self._step_in(order, side, direction, place):
            last = self.tr("This is the last difference.")
            self.said.emit(last if direction > 0 else self.tr("This is the first difference."))

    def _step_in(self, order: Sequence[int], side: Side, direction: int, place: int) -> bool:
        """Go one on in an order; return False where it ends."""
        if self.current in order:
            stays = self._is_unseen and direction > 0
            target = order.index(self.current) + (0 if stays else direction)
        else:
            target = self._first_after(order, side, place, direction)
        if not 0 <= target < len(order):
            return False
        self.choose(order[target])
        return True

    def following(self, number: int, order: Sequence[int]) -> int:
        """Return the visible match after one that may be gone, else the last; -1 for none.

        ``order`` is the reader's, as it was when the match was still there.
        """
        at = order.index(number) if number in order else -1
        visible = set(self.visible)
        later = [n for n in order[at + 1 :] if n in visible]
        earlier = [n for n in order[: max(at, 0)] if n in visible]
        return later[0] if later else earlier[-1] if earlier else -1

    def _first_after(self, order: Sequence[int], side: Side, place: int, direction: int) -> int:
        # In the order of strength a place says nothing.
        if self.filter.order == STRENGTH_ORDER:
            return 0 if direction > 0 else -1
        starts = [span_on(self.matches[n], side).start for n in order]
        if direction > 0:
            return next((i for i, start in enumerate(starts) if start >= place), len(order))
        before = [i for i, start in enumerate(starts) if start < place]
        return before[-1] if before else -1

    def go_to_counterpart(self, side: Side, place: int) -> None:
        """Go from the passage at a place to what corresponds to it across."""
        found = self.matches_at(side, place)
        if not found:
            self.said.emit(self.tr("Nothing on the other side corresponds to this passage."))
        elif len(found) == 1:
            self.choose(found[0])
        else:
            self.choices_offered.emit(side, tuple(found))

    def matches_at(self, side: Side, place: int) -> list[int]:
        """Return the visible matches whose span holds a place, strongest first."""
        # An empty span holds its own place.
        found = [
            n
            for n in self.visible
            if (span := span_on(self.matches[n], side)).start
            <= place
            < max(span.end, span.start + 1)
        ]
        return sorted(found, key=lambda n: (-self.matches[n].score, n))

    def position(self, side: Side) -> tuple[int, int]:
        """Return which of how many matches is current, counted from 1; 0 for none."""
        order = self.listed(side)
        return (order.index(self.current) + 1 if self.current in order else 0, len(order))

    def _set_current(self, number: int, *, jump: bool) -> None:
        self.current, self._is_unseen = number, False
        if number >= 0:
            self.visited.add(number)
        self.current_changed.emit(number, jump)


def _not_compared() -> str:
    return QCoreApplication.translate("FoundMatches", "These two articles are not compared yet.")
