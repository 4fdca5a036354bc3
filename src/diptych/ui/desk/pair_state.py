# SPDX-License-Identifier: MIT
"""The two pinned articles, what they have in common, and which match is current."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from diptych.compare.learning import relearned
from diptych.compare.sharpening import sharpened
from diptych.compare.values import Comparison, Match, OnlyHere, Options
from diptych.errors import DiptychError
from diptych.services.comparing import Compared, compare_sharper, compare_with_kept, read_ahead
from diptych.services.stores import Stores
from diptych.services.verdicts import without_rejected
from diptych.text.article import Article, Span
from diptych.text.sides import SIDES, Side, other_side
from diptych.ui.desk.trail import Trail, TrailStep
from diptych.ui.matches.rows import MatchFilter
from diptych.ui.parts.facts import facts_line
from diptych.ui.parts.lanes import ComputeLane, DiskLane
from diptych.ui.parts.translation import told
from diptych.ui.reader.page import Page, build_page

ACCEPTED = "accepted"
FIRST = "first"  # the wanted match, whichever that is
STALE_AFTER_S = 1.0  # a comparison nobody waits for any more is broken off


@dataclass(frozen=True, slots=True)
class Pinned:
    """An article on a side: the text, its place on disk and how the pane begins with it.

    ``facts`` is the line under the title; ``page`` is made beforehand, since for
    a long text it takes more time than a frame.
    """

    article: Article
    path: str
    facts: str
    page: Page
    place: int = 0
    stamp: tuple[int, int] | None = None  # of the file when it was pinned; None: away


def file_stamp(path: Path) -> tuple[int, int] | None:
    """Return what changes when a file is written, None when it is not there."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns


def span_on(match: Match, side: Side) -> Span:
    """Return the span of a match on a side."""
    return match.left if side == Side.LEFT else match.right


def places_of(match: Match) -> str:
    """Return where a match stands in both texts, as the session keeps it."""
    return f"{match.left.start}-{match.left.end} {match.right.start}-{match.right.end}"


class PairState(QObject):
    """Pins articles, has them compared, and moves from match to match."""

    pinned = Signal(object, object)  # side, Pinned
    cleared = Signal(object)  # side
    stopped = Signal(str)  # there is no comparison; why, or empty when it was given up
    comparing = Signal(bool)
    compared = Signal()
    sharpened = Signal()  # the same pair, compared with more vectors of meaning
    visible_changed = Signal()
    current_changed = Signal(int, bool)  # match number or -1, whether to jump there
    place_requested = Signal(object, object)  # side, Span
    choices_offered = Signal(object, object)  # side, several matches of one passage
    verdicts_changed = Signal()
    failed = Signal(str)
    said = Signal(str)  # for the status line and assistive technology

    def __init__(
        self,
        disk: DiskLane,
        compute: ComputeLane,
        vectors_folder: Path,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._disk = disk
        self._compute = compute
        self._vectors_folder = vectors_folder
        self._by_meaning = True
        self._missed_vectors = False
        self._learns = True
        self._matches: tuple[Match, ...] = ()
        self._last_note = ""
        self.encoders: tuple[str, ...] = ()
        self.sides: dict[Side, Pinned | None] = {Side.LEFT: None, Side.RIGHT: None}
        self.comparison: Comparison | None = None
        self.visible: tuple[int, ...] = ()
        self.current = -1
        self.filter = MatchFilter()
        self.verdicts: dict[int, str] = {}
        self.options = Options()
        self.trail = Trail()
        self._wanted_match = ""
        self._first_place: Callable[[str], int] = lambda _: 0

    # Pinning

    def find_places_by(self, look_up: Callable[[str], int]) -> None:
        """Begin an article where ``look_up`` says, unless a place is asked for."""
        self._first_place = look_up

    def pin(self, side: Side, article_id: str, *, place: int | None = None) -> None:
        """Put an article of the library on a side, where the reader stopped last."""
        start = self._first_place(article_id) if place is None else place

        def work(stores: Stores) -> Pinned:
            latest = stores.catalogue.versions.latest(article_id)
            article = stores.catalogue.article(latest)
            entry = stores.catalogue.entry(latest)
            stamp = file_stamp(entry.path)
            facts = facts_line(article)
            page = build_page(article, facts)
            return Pinned(article, str(entry.path), facts, page, start, stamp)

        self._disk.run(f"pin {side}", work, lambda p: self._pinned(side, p), self._fail)

    def clear(self, side: Side) -> None:
        """Take the article off a side."""
        self._disk.forget(f"pin {side}")
        if self.sides[side] is None:
            return
        self.sides[side] = None
        self.cleared.emit(side)
        self._forget_comparison()

    def swap(self, places: tuple[int, int]) -> None:
        """Exchange the sides; each article keeps its place."""
        left, right = self.sides[Side.LEFT], self.sides[Side.RIGHT]
        at = {Side.LEFT: places[1], Side.RIGHT: places[0]}
        for side, pinned in ((Side.LEFT, right), (Side.RIGHT, left)):
            if pinned is None:
                self.clear(side)
            else:
                self._put(side, replace(pinned, place=at[side]))
        self._compare()

    def free_side(self) -> Side:
        """Return the side a newly opened article goes to."""
        return Side.LEFT if self.sides[Side.LEFT] is None else Side.RIGHT

    def pinned_ids(self) -> tuple[str, str]:
        """Return the ids of both sides, empty for a free one."""
        left, right = (self.sides[side] for side in SIDES)
        return (left.article.id if left else "", right.article.id if right else "")

    def articles(self) -> tuple[Article, Article] | None:
        """Return the articles of both sides, None unless there are two."""
        left, right = (self.sides[side] for side in SIDES)
        return (left.article, right.article) if left and right else None

    def _pinned(self, side: Side, pinned: Pinned) -> None:
        self._put(side, pinned)
        self._compare()

    def _put(self, side: Side, pinned: Pinned) -> None:
        self.sides[side] = pinned
        self._forget_comparison()
        self.pinned.emit(side, pinned)

    # Comparing

    def compare_again(self, options: Options) -> None:
        """Compare the pair with other options; a match found again stays the current one."""
        self.options = options
        self._wanted_match = self.current_places
        self._compare()

    def stop_comparing(self) -> None:
        """Give up the comparison that is under way; one that was there before stays."""
        self._compute.stop("compare")
        self.comparing.emit(False)
        if self.comparison is None:
            self.stopped.emit("")
        else:
            self.compared.emit()
            self._show_visible()

    def _compare(self) -> None:
        self._compute.stop("compare", after_s=STALE_AFTER_S)
        left, right = self.sides[Side.LEFT], self.sides[Side.RIGHT]
        if left is None or right is None:
            if alone := left or right:
                self._compute.run("read ahead", read_ahead, alone.article)
            return
        self.comparing.emit(True)
        self._missed_vectors = False
        self._compute.run(
            "compare",
            compare_with_kept,
            left.article,
            right.article,
            self.options,
            self._vectors_folder if self._by_meaning else None,
            done=self._compared,
            failed=self._fail_comparing,
        )

    def set_by_meaning(self, on: bool) -> None:
        """Compare with vectors of meaning as well, or by words alone."""
        if on != self._by_meaning:
            self._by_meaning = on
            self._compare()

    @property
    def goes_by_meaning(self) -> bool:
        """Tell whether vectors of meaning take part, as far as there are any."""
        return self._by_meaning

    def sharpen(self) -> None:
        """Compare once more if there are more vectors by now; nothing else changes place."""
        left, right = self.sides[Side.LEFT], self.sides[Side.RIGHT]
        if left is None or right is None or not self._by_meaning:
            return
        if self.comparison is None:  # the one under way may have looked too early
            self._missed_vectors = True
            return
        self._compute.run(
            "sharpen",
            compare_sharper,
            left.article,
            right.article,
            self.options,
            self._vectors_folder,
            self.encoders,
            done=self._sharpened,
            failed=self._fail,
        )

    def _compared(self, answer: Compared) -> None:
        self.comparing.emit(False)
        self.comparison = answer.comparison
        self._matches = answer.comparison.matches
        self.encoders = answer.encoders
        self.verdicts = {}
        self.compared.emit()
        self._show_visible()
        self._set_current(-1, jump=False)
        self._take_wanted()
        self._say_once(answer.note)
        if self._missed_vectors:
            self.sharpen()

    def _sharpened(self, answer: Compared | None) -> None:
        if answer is None or self.comparison is None:
            return
        looked_at = {*self.verdicts, self.current}
        self.comparison = sharpened(self.comparison, answer.comparison, kept=looked_at)
        self.encoders = answer.encoders
        self.sharpened.emit()
        self._show_visible()
        self._take_wanted()

    def _say_once(self, note: str) -> None:
        if note and note != self._last_note:
            self.said.emit(told(note))
        self._last_note = note

    def _forget_comparison(self) -> None:
        for job in ("compare", "sharpen"):
            self._compute.stop(job, after_s=STALE_AFTER_S)
        self.comparison = None
        self._matches = ()
        self.encoders = ()
        self.verdicts = {}
        self.visible = ()
        self.current = -1
        self.compared.emit()
        self.visible_changed.emit()
        self.current_changed.emit(-1, False)

    @property
    def current_places(self) -> str:
        """Where the current or the wanted match stands, for ``want_match``; empty without one."""
        if self.current >= 0:
            return places_of(self.matches[self.current])
        return "" if self._wanted_match == FIRST else self._wanted_match

    def want_match(self, places: str) -> None:
        """Make a match current once a comparison has found it (session restored)."""
        self._wanted_match = places

    def want_first_match(self) -> None:
        """Go to the first match of the next comparison, if it finds any."""
        self._wanted_match = FIRST

    def _take_wanted(self) -> None:
        if not self._wanted_match:
            return
        if self._wanted_match == FIRST:
            self._wanted_match = ""
            for number in self.in_order(Side.LEFT)[:1]:
                self._set_current(number, jump=True)
            return
        for number in self.visible:
            if places_of(self.matches[number]) == self._wanted_match:
                self._wanted_match = ""
                self._set_current(number, jump=False)
                return

    # What is visible

    def not_rejected(self) -> Comparison | None:
        """Return the comparison without the matches the reader has rejected."""
        if self.comparison is None:
            return None
        return without_rejected(replace(self.comparison, matches=self.matches), self.verdicts)

    @property
    def matches(self) -> tuple[Match, ...]:
        """All matches by number, as strong as the verdicts suggest; the filter may hide some."""
        return self._matches

    @property
    def is_learning(self) -> bool:
        """Tell whether the reader's verdicts move the other matches now."""
        return self._learns and bool(self.verdicts)

    def set_learning(self, on: bool) -> None:
        """Let the verdicts move the strength of the matches not judged, or not."""
        self._learns = on
        self._show_visible()
        self.verdicts_changed.emit()

    def _learn(self) -> None:
        found = self.comparison.matches if self.comparison is not None else ()
        judged = {number: verdict == ACCEPTED for number, verdict in self.verdicts.items()}
        self._matches = relearned(found, judged if self._learns else {})

    def only(self, side: Side) -> tuple[OnlyHere, ...]:
        """Return the passages that stand on one side alone, in reading order."""
        if self.comparison is None:
            return ()
        passages = self.comparison.only_left if side == Side.LEFT else self.comparison.only_right
        return tuple(sorted((o for o in passages if o.shown), key=lambda o: o.span))

    def set_filter(self, chosen: MatchFilter) -> None:
        """Show other kinds or strengths."""
        if chosen != self.filter:
            self.filter = chosen
            self._show_visible()

    def set_verdicts(self, verdicts: dict[int, str]) -> None:
        """Take over the reader's accepted and rejected matches."""
        if verdicts == self.verdicts:
            return
        self.verdicts = dict(verdicts)
        self._show_visible()
        self.verdicts_changed.emit()

    def _show_visible(self) -> None:
        self._learn()
        self.visible = tuple(n for n, m in enumerate(self.matches) if self._is_visible(n, m))
        if self.current not in self.visible:
            self._set_current(-1, jump=False)
        self.visible_changed.emit()

    def _is_visible(self, number: int, match: Match) -> bool:
        verdict = self.verdicts.get(number, "")
        return match.shown and self.filter.shows(match.kind, match.strength, verdict)

    def in_order(self, side: Side) -> list[int]:
        """Return the visible matches in the reading order of a side."""
        across = other_side(side)

        def place(number: int) -> tuple[int, int, int]:
            match = self.matches[number]
            return span_on(match, side).start, span_on(match, across).start, number

        return sorted(self.visible, key=place)

    # Moving

    def choose(self, number: int, *, jump: bool = True) -> None:
        """Make a match current and bring both panes to it."""
        if 0 <= number < len(self.matches):
            self._set_current(number, jump=jump)

    def step(self, side: Side, direction: int, *, place: int) -> None:
        """Go to the next (1) or previous (-1) match after ``place`` on a side."""
        order = self.in_order(side)
        if not order:
            self.said.emit(self.tr("No match is shown for these two articles."))
            return
        if self.current in order:
            target = order.index(self.current) + direction
        else:
            target = self._first_after(order, side, place, direction)
        if not 0 <= target < len(order):
            last = self.tr("This is the last match.")
            self.said.emit(last if direction > 0 else self.tr("This is the first match."))
            return
        self.choose(order[target])

    def _first_after(self, order: Sequence[int], side: Side, place: int, direction: int) -> int:
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
        order = self.in_order(side)
        return (order.index(self.current) + 1 if self.current in order else 0, len(order))

    def remember_step(self, places: tuple[int, int]) -> None:
        """Note where both sides stand before a jump, for going back."""
        self.trail.push(TrailStep(*self.pinned_ids(), *places))

    def _set_current(self, number: int, *, jump: bool) -> None:
        self.current = number
        self.current_changed.emit(number, jump)

    def _fail_comparing(self, error: DiptychError) -> None:
        self.comparing.emit(False)
        self._fail(error)
        if self.comparison is None:
            self.stopped.emit(told(error.sentence))

    def _fail(self, error: DiptychError) -> None:
        self.failed.emit(told(error.sentence))
