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


class Judging(QObject):
    """Accepts and rejects matches; ``lane`` is the one that writes notes."""

    judged = Signal()
    said = Signal(str)
    failed = Signal(str)

    def __init__(self, lane: DiskLane, pair: PairState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lane = lane
        self._pair = pair
        # What undoing brings back, by what both sides say: numbers change with a comparison.
        self._before: list[tuple[frozenset[str], Verdict | None]] = []
        self._pair_judged: frozenset[str] = frozenset()
        pair.compared.connect(self._begin)
        pair.sharpened.connect(self._read)

    def judge(self, number: int, verdict: Verdict) -> None:
        """Give a verdict on a match; the same once more takes it back."""
        if not 0 <= number < len(self._pair.found.matches):
            self._say_why_not()
            return
        before = self._pair.found.verdicts.get(number)
        self._set(number, None if before is verdict else verdict)
        self._before.append((self._said_by(number), before))
        self.judged.emit()
        if verdict is Verdict.REJECTED and before is not verdict:
            self.said.emit(self.tr("Match rejected. Ctrl+Z takes it back."))

    def undo(self) -> bool:
        """Take the latest verdict back and go to its match; tell whether there was one."""
        number = -1
        # A match that is gone by now has nothing to be taken back.
        while self._before and number < 0:
            said, before = self._before.pop()
            numbers = range(len(self._pair.found.matches))
            number = next((n for n in numbers if self._said_by(n) == said), -1)
        if number < 0:
            return False
        was = self._pair.found.verdicts.get(number)
        self._set(number, before)
        self._pair.found.choose(number)
        self.said.emit(self._taken_back(was))
        return True

    def _said_by(self, number: int) -> frozenset[str]:
        """Return what the two passages of a match say, whichever side each is on."""
        articles = self._pair.articles()
        if articles is None:
            return frozenset()
        return frozenset(quotes_of(self._pair.found.matches[number], *articles))

    def _taken_back(self, was: Verdict | None) -> str:
        if was is Verdict.REJECTED:
            return self.tr("The match is no longer rejected.")
        if was is Verdict.ACCEPTED:
            return self.tr("The match is no longer accepted.")
        return self.tr("The match has its verdict again.")

    def _say_why_not(self) -> None:
        if self._pair.articles() is None:
            self.said.emit(self.tr("Pin two articles first."))
        elif not self._pair.found.visible:
            self.said.emit(self.tr("No match is shown for these two articles."))
        else:
            self.said.emit(self.tr("Choose a match first: Alt+Down goes to the next."))

    def _begin(self) -> None:
        if self._pair.comparison is not None:
            pair = frozenset(self._pair.pinned_ids())
            # Undoing reaches no further back than this pair, whichever side is left.
            if pair != self._pair_judged:
                self._before.clear()
            self._pair_judged = pair
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
            keep = partial(
                keep_verdict, left_id=left.id, right_id=right.id, quotes=quotes, verdict=verdict
            )
            # Named by the quotations: a newer verdict drops an older one on the same match alone.
            self._lane.run(f"verdict {quotes}", keep, failed=self._fail)

    def _fail(self, error: DiptychError) -> None:
        self.failed.emit(told(error.sentence))
