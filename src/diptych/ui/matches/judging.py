# SPDX-License-Identifier: MIT
"""The reader's verdicts on the matches of the pinned pair: kept, read again, taken back."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal

from diptych.errors import DiptychError
from diptych.notes.verdict import Verdict
from diptych.services.verdicts import keep_verdict, kept_verdicts, quotes_of, verdicts_on
from diptych.ui.desk.pair_state import PairState
from diptych.ui.parts.lanes import DiskLane
from diptych.ui.parts.translation import told
from diptych.values import dataclass


@dataclass(frozen=True, slots=True)
class Judged:
    """A match by what both sides say, for numbers change, with its verdict before and after."""

    ids: tuple[str, str]
    quotes: tuple[str, str]
    before: Verdict | None
    after: Verdict | None


class Judging(QObject):
    """Accepts and rejects matches; ``lane`` is the one that writes notes."""

    judged = Signal()
    said = Signal(str)
    failed = Signal(str)

    def __init__(self, lane: DiskLane, pair: PairState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lane = lane
        self._pair = pair
        self._before: list[Judged] = []  # what undoing brings back
        self._after: list[Judged] = []  # what doing it again brings back
        pair.compared.connect(self._begin)
        pair.sharpened.connect(self._read)

    def judge(self, number: int, verdict: Verdict) -> None:
        """Give a verdict on a match; the same once more takes it back."""
        if not 0 <= number < len(self._pair.found.matches):
            self._say_why_not()
            return
        before = self._pair.found.verdicts.get(number)
        after = None if before is verdict else verdict
        judged = self._judged(number, after)
        self._set(number, after)
        if judged is not None:
            self._before.append(judged)
            self._after.clear()
            self.judged.emit()
        self.said.emit(self._taken_back(before) if before is verdict else self._given(verdict))

    def undo(self) -> bool:
        """Take the latest verdict back and go to its match; tell whether there was one."""
        if not self._before:
            return False
        judged = self._before.pop()
        self._after.append(judged)
        elsewhere = self.tr("A verdict on another match was taken back.")
        self._go_back(judged, (judged.after, judged.before), elsewhere)
        return True

    def redo(self) -> bool:
        """Give the verdict again that was taken back last; tell whether there was one."""
        if not self._after:
            return False
        judged = self._after.pop()
        self._before.append(judged)
        elsewhere = self.tr("A verdict on another match was given again.")
        self._go_back(judged, (judged.before, judged.after), elsewhere)
        return True

    def _go_back(
        self, judged: Judged, verdicts: tuple[Verdict | None, Verdict | None], elsewhere: str
    ) -> None:
        """Give a match the second of two verdicts and say what became of the first."""
        was, now = verdicts
        if not self._give(judged, now):
            self.said.emit(elsewhere)
        else:
            self.said.emit(self._taken_back(was) if now is None else self._again(now))

    def _give(self, judged: Judged, verdict: Verdict | None) -> bool:
        """Give a match the verdict and go there; False where there is nowhere to go."""
        numbers = range(len(self._pair.found.matches)) if self._is_open(judged) else ()
        number = next((n for n in numbers if self._said_by(n) == frozenset(judged.quotes)), -1)
        if number < 0:
            # Of another pair, or no longer found.
            self._keep(*judged.ids, judged.quotes, verdict)
            self._begin()  # its file may have changed, and what was said of it holds here too
            return False
        self._set(number, verdict)
        self._pair.found.choose(number)
        return True

    def _is_open(self, judged: Judged) -> bool:
        return frozenset(judged.ids) == frozenset(self._pair.pinned_ids())

    def _judged(self, number: int, after: Verdict | None) -> Judged | None:
        articles, found = self._pair.articles(), self._pair.found
        if articles is None:
            return None
        left, right = articles
        quotes = quotes_of(found.matches[number], left, right)
        return Judged((left.id, right.id), quotes, found.verdicts.get(number), after)

    def _said_by(self, number: int) -> frozenset[str]:
        """Return what the two passages of a match say, whichever side each is on."""
        articles = self._pair.articles()
        if articles is None:
            return frozenset()
        return frozenset(quotes_of(self._pair.found.matches[number], *articles))

    def _given(self, verdict: Verdict) -> str:
        if verdict is Verdict.ACCEPTED:
            return self.tr("Match accepted. Ctrl+Z takes it back.")
        return self.tr("Match rejected. Ctrl+Z takes it back.")

    def _again(self, verdict: Verdict) -> str:
        if verdict is Verdict.ACCEPTED:
            return self.tr("The match is accepted again.")
        return self.tr("The match is rejected again.")

    def _taken_back(self, was: Verdict | None) -> str:
        if was is Verdict.REJECTED:
            return self.tr("The match is no longer rejected.")
        return self.tr("The match is no longer accepted.")

    def _say_why_not(self) -> None:
        if self._pair.articles() is None:
            self.said.emit(self.tr("Pin two articles first."))
        elif not self._pair.found.visible:
            self.said.emit(self.tr("No match is shown for these two articles."))
        else:
            self.said.emit(self.tr("Choose a match first: Alt+Down goes to the next."))

    def _begin(self) -> None:
        if self._pair.comparison is not None:
            self._read()

    def _read(self) -> None:
        left, right = self._pair.pinned_ids()
        kept = partial(kept_verdicts, left_id=left, right_id=right)
        self._lane.run("verdicts", kept, self._take, self._fail)

    def _take(self, stored: Mapping[tuple[str, str], Verdict]) -> None:
        articles = self._pair.articles()
        # The pair may have been put away meanwhile.
        if articles is not None:
            found = self._pair.found
            found.set_verdicts(verdicts_on(found.matches, *articles, stored))

    def _set(self, number: int, verdict: Verdict | None) -> None:
        found, articles = self._pair.found, self._pair.articles()
        # Shown at once; the disk follows.
        verdicts = {n: said for n, said in found.verdicts.items() if n != number}
        found.set_verdicts(verdicts if verdict is None else {**verdicts, number: verdict})
        if articles is not None:
            left, right = articles
            quotes = quotes_of(found.matches[number], left, right)
            self._keep(left.id, right.id, quotes, verdict)

    def _keep(self, left: str, right: str, quotes: tuple[str, str], said: Verdict | None) -> None:
        keep = partial(keep_verdict, left_id=left, right_id=right, quotes=quotes, verdict=said)
        # Named by the quotations: a newer verdict drops an older one on the same match alone.
        self._lane.run(f"verdict {left} {right} {quotes}", keep, failed=self._fail)

    def _fail(self, error: DiptychError) -> None:
        self.failed.emit(told(error.sentence))
