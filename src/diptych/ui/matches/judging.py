# SPDX-License-Identifier: MIT
"""The reader's verdicts on the matches of the pinned pair: kept, read again, taken back."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal

from diptych.errors import DiptychError
from diptych.notes.pair_store import Verdict
from diptych.services.verdicts import keep_verdict, kept_verdicts, quotes_of, verdicts_on
from diptych.ui.desk.pair_state import PairState
from diptych.ui.parts.lanes import DiskLane
from diptych.ui.parts.translation import told


class Judging(QObject):
    """Accepts and rejects matches; ``lane`` is the one that writes notes."""

    said = Signal(str)
    failed = Signal(str)

    def __init__(self, lane: DiskLane, pair: PairState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lane = lane
        self._pair = pair
        self._before: list[tuple[int, Verdict | None]] = []  # what undoing brings back
        pair.compared.connect(self._begin)
        pair.sharpened.connect(self._read)

    def judge(self, number: int, verdict: Verdict) -> None:
        """Give a verdict on a match; the same once more takes it back."""
        if not 0 <= number < len(self._pair.found.matches):
            self.said.emit(self.tr("Choose a match first."))
            return
        before = self._pair.found.verdicts.get(number)
        self._set(number, None if before is verdict else verdict)
        self._before.append((number, before))
        if verdict is Verdict.REJECTED and before is not verdict:
            self.said.emit(self.tr("Match rejected. Ctrl+Z takes it back."))

    def undo(self) -> bool:
        """Take the latest verdict back; tell whether there was one."""
        if not self._before:
            return False
        self._set(*self._before.pop())
        self.said.emit(self.tr("Verdict taken back."))
        return True

    def _begin(self) -> None:
        if self._pair.comparison is not None:
            self._before.clear()
            self._read()

    def _read(self) -> None:
        left, right = self._pair.pinned_ids()
        kept = partial(kept_verdicts, left_id=left, right_id=right)
        self._lane.run("verdicts", kept, self._take, self._fail)

    def _take(self, stored: Mapping[tuple[str, str], Verdict]) -> None:
        articles = self._pair.articles()
        if articles is not None:
            found = self._pair.found
            found.set_verdicts(verdicts_on(found.matches, *articles, stored))

    def _set(self, number: int, verdict: Verdict | None) -> None:
        found, articles = self._pair.found, self._pair.articles()
        verdicts = {n: said for n, said in found.verdicts.items() if n != number}
        found.set_verdicts(verdicts if verdict is None else {**verdicts, number: verdict})
        if articles is not None:
            left, right = articles
            quotes = quotes_of(found.matches[number], left, right)
            keep = partial(
                keep_verdict, left_id=left.id, right_id=right.id, quotes=quotes, verdict=verdict
            )
            self._lane.run(f"verdict {quotes}", keep, failed=self._fail)

    def _fail(self, error: DiptychError) -> None:
        self.failed.emit(told(error.sentence))
