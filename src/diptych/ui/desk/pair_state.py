# SPDX-License-Identifier: MIT
"""The two pinned articles, what they have in common, and which match is current."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from diptych.compare.values import Comparison, Options
from diptych.errors import DiptychError
from diptych.services.articles import open_newest
from diptych.services.comparing import (
    Compared,
    compare_sharper,
    compare_with_kept,
    compared_either_way,
    read_ahead,
)
from diptych.services.kept_comparisons import KeptComparisons
from diptych.services.match_counts import Counting
from diptych.services.stores import Stores
from diptych.text.article import Article
from diptych.text.sides import SIDES, Side
from diptych.ui.desk.found_matches import FoundMatches, LookedAt
from diptych.ui.desk.trail import BEGINNING, Top, Trail, TrailStep
from diptych.ui.parts.lanes import ComputeLane, DiskLane
from diptych.ui.parts.translation import told
from diptych.values import dataclass

Place = int | Top | Callable[[Article], int]  # of one not read yet it may hang on its text

ALONE_MS = 700  # after which an article has no partner yet
STALE_AFTER_S = 1.0  # a comparison nobody waits for any more is broken off


@dataclass(frozen=True, slots=True)
class Pinned:
    """An article on a side: the text, its place on disk and where it stands at first."""

    article: Article
    path: str
    top: Top = BEGINNING
    stamp: tuple[int, int] | None = None  # of the file when it was read; None: not known


def open_pinned(article_id: str, place: Place, stores: Stores) -> Pinned:
    """Read an article of the library, in the disk lane."""
    opened = open_newest(stores, article_id)
    read = opened.stamp
    stamp = file_stamp(opened.path) if read is None else (read.size, read.modified)
    start = place(opened.article) if callable(place) else place
    top = start if isinstance(start, Top) else Top(start)
    return Pinned(opened.article, str(opened.path), top, stamp)


def file_stamp(path: Path) -> tuple[int, int] | None:
    """Return what changes when a file is written, None when it is not there."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns


class PairState(QObject):
    """Pins articles, has them compared, and moves from match to match."""

    pinned = Signal(object, object)  # side, Pinned
    cleared = Signal(object)  # side
    stopped = Signal(str)  # there is no comparison; why, or empty when it was given up
    comparing = Signal(bool)
    compared = Signal()
    settled = Signal()  # it was looked at with the vectors there are, whatever came of it
    sharpened = Signal()  # the same pair, compared with more vectors of meaning
    failed = Signal(str)
    said = Signal(str)  # for the status line and assistive technology

    def __init__(
        self,
        disk: DiskLane,
        compute: ComputeLane,
        kept: KeptComparisons,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._disk = disk
        self._compute = compute
        self._kept = kept
        self._by_meaning = True
        self._missed_vectors = False
        self.is_sharpening = False
        self._last_note = ""
        self.encoders: tuple[str, ...] = ()
        self.shows_changes = False  # of two versions, in place of the matches
        self.may_show_changes: Callable[[], bool] = lambda: False  # once they are found
        self.sides: dict[Side, Pinned | None] = {Side.LEFT: None, Side.RIGHT: None}
        self.found = FoundMatches(self)
        self.found.said.connect(self.said)
        self.options = Options()
        self.trail = Trail()
        self._first_place: Callable[[str], Top] = lambda _: BEGINNING
        self._look_first: Callable[[Callable[[], None]], None] = lambda compare: compare()
        self._alone = QTimer(self)
        self._alone.setSingleShot(True)
        self._alone.setInterval(ALONE_MS)
        self._alone.timeout.connect(self._read_ahead)
        self._places: Callable[[], tuple[Top, Top]] = lambda: (BEGINNING, BEGINNING)

    # Pinning

    def find_places_by(self, look_up: Callable[[str], Top]) -> None:
        """Begin an article where ``look_up`` says, unless a place is asked for."""
        self._first_place = look_up

    def look_first_by(self, look: Callable[[Callable[[], None]], None]) -> None:
        """Before a pair is compared let ``look`` have a turn, which ends with what it is given."""
        self._look_first = look

    def tell_places_by(self, look: Callable[[], tuple[Top, Top]]) -> None:
        """Ask ``look`` where both sides stand when one makes room, for going back."""
        self._places = look

    def pin(
        self, side: Side, article_id: str, *, place: Place | None = None, is_step: bool = True
    ) -> None:
        """Put an article of the library on a side, where the reader stopped last.

        What makes room for it is a step of the trail, unless the trail leads here.
        """
        start = self._first_place(article_id) if place is None else place
        before = self.sides[side]
        if is_step and before is not None and before.article.id != article_id:
            self.remember_step(self._places())
        self._disk.run(
            f"pin {side}",
            partial(open_pinned, article_id, start),
            lambda pinned: self._pinned(side, pinned),
            self._fail,
        )

    def clear(self, side: Side) -> None:
        """Take the article off a side."""
        self._disk.forget(f"pin {side}")
        if self.sides[side] is None:
            return
        self.sides[side] = None
        self.cleared.emit(side)
        self._forget_comparison()

    def swap(self, tops: tuple[Top, Top]) -> None:
        """Exchange the sides; each article keeps its place, and every match what it is."""
        # Its two places change sides too.
        current = " ".join(reversed(self.found.current_places.split()))
        options, encoders, before = self.options, self.encoders, self.comparison
        verdicts, visited = self.found.verdicts, self.found.visited
        was_sharpening = self.is_sharpening
        left, right = self.sides[Side.LEFT], self.sides[Side.RIGHT]
        at = {Side.LEFT: tops[1], Side.RIGHT: tops[0]}
        for side, pinned in ((Side.LEFT, right), (Side.RIGHT, left)):
            if pinned is None:
                self.clear(side)
            else:
                self._put(side, replace(pinned, top=at[side]))
        self.found.want_match(current)
        if before is None:
            self._compare()
            return
        from diptych.compare.mirrored import mirrored

        # What was found holds both ways: nothing is read anew.
        self.options, self.encoders = options, encoders
        self.found.hold(mirrored(before), verdicts=verdicts, visited=visited)
        self.compared.emit()
        self.found.show()
        if was_sharpening:
            self.sharpen()

    @property
    def comparison(self) -> Comparison | None:
        """What was found between the two, None until it is."""
        return self.found.comparison

    @property
    def looked_at(self) -> LookedAt:
        """How far the pair was compared."""
        if self.comparison is not None and not self.comparison.knows_meaning:
            return LookedAt.NO_COMMON_LANGUAGE
        if self.encoders:
            return LookedAt.ALL
        # A note says why meaning is never going to be compared.
        is_waiting = self._by_meaning and not self._last_note
        return LookedAt.WORDS_SO_FAR if is_waiting else LookedAt.WORDS

    @property
    def knows_absence(self) -> bool:
        """Tell whether what has no counterpart may be said to stand on one side alone."""
        # Of two that share no word all would be listed, for nobody has looked yet.
        if self.looked_at is LookedAt.WORDS_SO_FAR:
            return any(match.shown for match in self.found.matches)
        return self.looked_at is not LookedAt.NO_COMMON_LANGUAGE

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
        # What is fainter is asked for one pair and no other.
        self.options = replace(self.options, fainter=False)
        self._forget_comparison()
        self.pinned.emit(side, pinned)

    # Comparing

    def compare_again(self, options: Options) -> None:
        """Compare the pair with other options; a match found again stays the current one."""
        self.options = options
        self.found.want_match(self.found.current_places)
        self._compare()

    def stop_comparing(self) -> None:
        """Give up the comparison that is under way; one that was there before stays."""
        self._compute.stop("compare")
        self.comparing.emit(False)
        if self.comparison is None:
            self.stopped.emit("")
        else:
            self.compared.emit()
            self.found.show_visible()

    def _compare(self) -> None:
        self._compute.stop("compare", after_s=STALE_AFTER_S)
        left, right = self.sides[Side.LEFT], self.sides[Side.RIGHT]
        if left is None or right is None:
            self._alone.start()
            return
        self._alone.stop()
        self.comparing.emit(True)
        self._missed_vectors = False
        self._look_first(partial(self._compare_these, left, right))

    def _compare_these(self, left: Pinned, right: Pinned) -> None:
        # Another pair was pinned meanwhile.
        if (left, right) != (self.sides[Side.LEFT], self.sides[Side.RIGHT]):
            return
        pair = (left.article, right.article, self.options, self._kept, self._by_meaning)
        self._compute.run(
            "compare",
            compare_with_kept,
            *pair,
            first=partial(compared_either_way, *pair),
            done=self._compared,
            failed=self._fail_comparing,
        )

    def _read_ahead(self) -> None:
        """Have a text read whose partner is still to be chosen: not one of two that come back."""
        left, right = self.sides[Side.LEFT], self.sides[Side.RIGHT]
        alone = (left or right) if left is None or right is None else None
        if alone is not None:
            self._compute.run("read ahead", read_ahead, alone.article)

    def set_by_meaning(self, on: bool) -> None:
        """Compare with vectors of meaning as well, or by words alone."""
        if on != self._by_meaning:
            self._by_meaning = on
            self._compare()

    @property
    def counting(self) -> Counting:
        """How matches are counted elsewhere, so that all counts are those of the list.

        To show what is fainter is asked for one pair and no other.
        """
        found, options = self.found, replace(self.options, fainter=False)
        return Counting(options, found.filter, self._by_meaning, found.learns)

    def sharpen(self) -> None:
        """Compare once more if there are more vectors by now; nothing else changes place."""
        left, right = self.sides[Side.LEFT], self.sides[Side.RIGHT]
        if left is None or right is None or not self._by_meaning:
            return
        if self.comparison is None:  # the one under way may have looked too early
            self._missed_vectors = True
            return
        self.is_sharpening = True
        self._compute.run(
            "sharpen",
            compare_sharper,
            left.article,
            right.article,
            self.options,
            self._kept,
            self.encoders,
            done=self._sharpened,
            failed=self._fail,
        )

    def _compared(self, answer: Compared) -> None:
        self.comparing.emit(False)
        self.found.hold(answer.comparison)
        self.encoders = answer.encoders
        # Before it is shown, for the list says what was not looked at, and why.
        is_news, self._last_note = answer.note != self._last_note, answer.note
        self.compared.emit()
        self.found.show()
        if is_news and answer.note:
            self.said.emit(told(answer.note))
        if self._missed_vectors:
            self.sharpen()

    def _sharpened(self, answer: Compared | None) -> None:
        self.is_sharpening = False
        if answer is None or self.comparison is None:
            self.settled.emit()
            return
        self.found.sharpen(answer.comparison)
        self.encoders = answer.encoders
        self.sharpened.emit()
        self.found.show_sharpened()
        self.settled.emit()

    def _forget_comparison(self) -> None:
        for job in ("compare", "sharpen"):
            self._compute.stop(job, after_s=STALE_AFTER_S)
        self.is_sharpening = False
        self.found.hold(None)
        self.encoders = ()
        self.compared.emit()
        self.found.show()

    def remember_step(self, places: tuple[Top, Top], *, match: str | None = None) -> None:
        """Note where both sides stand before a jump, for going back.

        ``match`` tells which was current, if that is another one by now.
        """
        here = self.step_at(places)
        self.trail.push(here if match is None else replace(here, match=match))

    def step_at(self, places: tuple[Top, Top]) -> TrailStep:
        """Return where the reader is, with both sides at ``places``."""
        return TrailStep(*self.pinned_ids(), *places, self.found.current_places)

    def _fail_comparing(self, error: DiptychError) -> None:
        self.comparing.emit(False)
        self._fail(error)
        if self.comparison is None:
            self.stopped.emit(told(error.sentence))

    def _fail(self, error: DiptychError) -> None:
        if self.is_sharpening:
            self._sharpened(None)  # what is there stays, and nothing else comes
        self.failed.emit(told(error.sentence))
