# SPDX-License-Identifier: MIT
"""Which articles go together: with the pinned one, and among some chosen ones."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from diptych.compare.values import Comparison
from diptych.errors import DiptychError, GoneError
from diptych.paths import Profile
from diptych.services.articles import both_of
from diptych.services.comparing import Compared, compare_with_kept
from diptych.services.kept_comparisons import comparisons_of
from diptych.services.match_counts import Counting, Said, count_some
from diptych.services.match_filter import as_read
from diptych.services.stores import Stores
from diptych.services.verdicts import verdicts_on, verdicts_to_read_by
from diptych.text.article import Article
from diptych.ui.parts.lanes import ComputeLane, DiskLane
from diptych.ui.parts.translation import told
from diptych.values import dataclass

if TYPE_CHECKING:
    from diptych.notes.verdict import Verdict
    from diptych.services.companions import Companions

Answer = TypeVar("Answer")
Ids = tuple[str, str]
Judged = tuple[Article, Article, Mapping[Said, "Verdict"]]
CountSome = Callable[[Profile, Sequence[Ids]], tuple[dict[Ids, int], int]]

COUNTING = "overview counts"
ROWS_AT_ONCE = 8  # of the overview; each time all its squares are painted
MOST_AT_ONCE = 400  # pairs told to the process in one go
MOST = 200  # companions of an article: those the library's bars are drawn for


@dataclass(frozen=True, slots=True)
class ComparedPair:
    """Two articles of the overview with what they have in common, as its reader sees it."""

    left: Article
    right: Article
    comparison: Comparison


class CompanionState(QObject):
    """Asks the sketches, a little at a time, and compares one pair in full on request."""

    found = Signal(object)  # Companions
    estimated = Signal(object)  # {(article id, article id): passages in common, about}
    counted = Signal(object)  # {(article id, article id): matches}
    progressed = Signal(int, int)  # pairs compared, of how many
    pair_compared = Signal(object)  # ComparedPair
    failed = Signal(str)

    def __init__(
        self,
        disk: DiskLane,
        compute: ComputeLane,
        sketching: ComputeLane,
        profile: Profile,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._disk = disk
        self._compute = compute
        self._sketching = sketching
        self._profile = profile
        self._is_sketching = False
        self._is_postponed = self._are_files_read = False
        self._last = ""

    def wait_for_files(self, are_read: bool) -> None:
        """Sketch nothing in advance while files are read: they are waited for."""
        self._are_files_read = are_read
        if self._is_postponed and not are_read:
            self._sketch_more(True)

    def find(self, article_id: str) -> None:
        """Find what to read with an article of the library."""
        self._last = article_id
        self._ask(article_id, self._show)

    def _ask(self, article_id: str, done: Callable[[Companions], None]) -> None:
        quick = partial(quick_companions, article_id=article_id)
        whole = partial(companions_beside, article_id=article_id)
        self._run_here_or_beside("companions", quick, whole, done)

    def _run_here_or_beside(
        self,
        name: str,
        quick: Callable[[Stores], Answer | None],
        whole: Callable[[Profile], Answer],
        done: Callable[[Answer], None],
    ) -> None:
        """Have ``quick`` work where searching is done, and ``whole`` beside the window.

        The quick form returns None where it finds that long texts would hold a search up.
        """

        def take(answer: Answer | None) -> None:
            if answer is not None:
                done(answer)
                return
            self._sketching.run(name, whole, self._profile, done=done, failed=self._fail)

        # A text of 17 million characters took a thread of the window 35 s and a gigabyte.
        self._disk.run(name, quick, take, self._fail)

    def _show(self, companions: Companions) -> None:
        self.found.emit(companions)
        # Once begun it goes on by itself, a part at a time.
        if companions.lacking and not self._is_sketching:
            self._sketch_more(True)

    def _sketch_more(self, more: bool) -> None:
        """Sketch the rest of a large library beside the window, then look again."""
        self._is_postponed = more and self._are_files_read
        self._is_sketching = more and not self._is_postponed
        if self._is_sketching:
            self._sketching.run(
                "sketches",
                level_some,
                self._profile,
                done=self._sketch_more,
                failed=self._fail_sketching,
            )
        elif self._last and not self._is_postponed:
            self._ask(self._last, self.found.emit)

    def _fail_sketching(self, error: DiptychError) -> None:
        self._is_sketching = False
        self._fail(error)

    def count(self, ids: Sequence[str], counting: Counting) -> None:
        """Count what each two of some articles share: about, from sketches, then truly.

        Estimates arrive row by row. Then every pair is compared beside the window,
        those that seem to share most first.
        """
        chosen = tuple(ids)
        # Every pair once: so many are to be compared.
        estimates = {pair: 0 for at, one in enumerate(chosen) for pair in _with(one, chosen[at:])}
        self.progressed.emit(0, len(estimates))

        def go_on(row: int, counts: dict[Ids, int]) -> None:
            estimates.update(counts)
            self.estimated.emit(counts)
            if len(chosen) - row > 1:
                some = [(one, chosen[at + 1 :]) for at, one in enumerate(chosen)]
                self._disk.run(
                    "overview",
                    partial(shared_in_rows, rows=some[row : row + ROWS_AT_ONCE]),
                    lambda more: go_on(row + ROWS_AT_ONCE, more),
                    self._fail,
                )
            else:
                # The likeliest first: the overview may be closed before the others have their
                # turn.
                pairs = sorted(estimates, key=lambda pair: -estimates[pair])
                self._compare_all(pairs, partial(count_some, counting=counting), len(pairs))

        self._run_here_or_beside(
            "overview",
            partial(quick_sketch_all, ids=chosen),
            partial(sketch_all_beside, ids=chosen),
            lambda _: go_on(0, {}),
        )

    def _compare_all(self, pairs: Sequence[Ids], count: CountSome, total: int) -> None:
        self.progressed.emit(total - len(pairs), total)
        if not pairs:
            self._sketching.rest()
            return

        def take(answer: tuple[dict[Ids, int], int]) -> None:
            counts, done = answer
            self.counted.emit(counts)
            # As many as the process had time for.
            self._compare_all(pairs[done:], count, total)

        some = pairs[:MOST_AT_ONCE]
        self._sketching.run(COUNTING, count, self._profile, some, done=take, failed=self._fail)

    def stop_counting(self) -> None:
        """Forget the counts still to come; those made are kept."""
        self._disk.forget("overview")
        for name in ("overview", COUNTING):
            self._sketching.forget(name)

    def count_pairs(self, name: str, pairs: Sequence[Ids], counting: Counting) -> None:
        """Count the matches of some pairs; what was asked for by the same name is dropped."""

        def take(answer: tuple[dict[Ids, int], int]) -> None:
            counts, done = answer
            self.counted.emit(counts)
            self.count_pairs(name, pairs[done:], counting)

        if not pairs:
            self._sketching.forget(name)
            self._sketching.rest()
            return
        count = partial(count_some, counting=counting)
        self._sketching.run(name, count, self._profile, pairs, done=take, failed=self._fail)

    def compare(self, left_id: str, right_id: str, counting: Counting) -> None:
        """Compare two articles of the library without pinning them."""
        self._disk.run(
            "overview pair",
            partial(both_judged, left_id=left_id, right_id=right_id),
            lambda judged: self._compare(judged, counting),
            self._fail,
        )

    def _compare(self, judged: Judged, counting: Counting) -> None:
        left, right, verdicts = judged

        def done(answer: Compared) -> None:
            said = verdicts_on(answer.comparison.matches, left, right, verdicts)
            seen = as_read(answer.comparison, counting.filter, said, learns=counting.learns)
            self.pair_compared.emit(ComparedPair(left, right, seen))

        self._compute.run(
            "overview pair",
            compare_with_kept,
            left,
            right,
            counting.options,
            comparisons_of(self._profile),
            counting.by_meaning,
            done=done,
            failed=self._fail,
        )

    def _fail(self, error: DiptychError) -> None:
        # Nobody asked for what is counted beside: who took an article out meanwhile knows it.
        if not isinstance(error, GoneError):
            self.failed.emit(told(error.sentence))


def both_judged(stores: Stores, left_id: str, right_id: str) -> Judged:
    """Return two articles of the library and the verdicts on their matches."""
    both = both_of(stores, left_id, right_id)
    return *both, verdicts_to_read_by(stores, left_id, right_id)


def _with(one: str, others: Sequence[str]) -> list[Ids]:
    return [(one, other) for other in others if other != one]


# Services of ``companions`` load numpy: not before their turn in a lane comes, since the
# window shall be there first.


def quick_companions(stores: Stores, article_id: str) -> Companions | None:
    """Find what to read with an article; None where that takes a while."""
    from diptych.services.companions import quick_companions_of

    return quick_companions_of(stores, article_id, limit=MOST)


def companions_beside(profile: Profile, article_id: str) -> Companions:
    """Find what to read with an article, in the worker process."""
    from diptych.services.companions import companions_of

    with closing(Stores(profile)) as stores:
        return companions_of(stores, article_id, limit=MOST)


def quick_sketch_all(stores: Stores, ids: Sequence[str]) -> bool | None:
    """Sketch those of some articles that lack it; None where that takes a while."""
    from diptych.services.companions import quick_sketch_all

    return quick_sketch_all(stores, ids)


def sketch_all_beside(profile: Profile, ids: Sequence[str]) -> bool:
    """Sketch those of some articles that lack it, in the worker process."""
    from diptych.services.companions import sketch_all

    with closing(Stores(profile)) as stores:
        return sketch_all(stores, ids)


def shared_in_rows(
    stores: Stores, rows: Sequence[tuple[str, Sequence[str]]]
) -> dict[tuple[str, str], int]:
    """Return how many passages each first article of a row shares with the others of it."""
    from diptych.services.companions import shared_in_rows

    return shared_in_rows(stores, rows)


def level_some(profile: Profile) -> bool:
    """Sketch some articles that lack it, in the worker process."""
    from diptych.services.companions import level_some

    return level_some(profile)
