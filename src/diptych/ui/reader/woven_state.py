# SPDX-License-Identifier: MIT
"""Both articles of the pair as one column, woven in the compute process."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from diptych.errors import DiptychError
from diptych.services.retelling import WovenRow, woven_rows
from diptych.text.sides import Side
from diptych.ui.desk.pair_state import PairState
from diptych.ui.parts.lanes import ComputeLane
from diptych.ui.parts.translation import told


class WovenState(QObject):
    """Holds the column as it was woven last, and has it woven anew."""

    woven = Signal(object)  # tuple[WovenRow, ...]
    failed = Signal(str)

    def __init__(
        self, compute: ComputeLane, pair: PairState, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._compute = compute
        self._pair = pair
        self.order = Side.LEFT
        self.rows: tuple[WovenRow, ...] = ()

    def weave(self) -> bool:
        """Begin to weave what the pair shows now; return False if there is nothing to weave."""
        # What is under way is of another order, or of what was shown before.
        self._compute.forget("weave")
        articles, comparison = self._pair.articles(), self._pair.found.as_shown()
        if articles is None or comparison is None:
            self.rows = ()
            return False
        self._compute.run(
            "weave",
            woven_rows,
            comparison,
            *articles,
            self.order,
            done=self._take,
            failed=self._fail,
        )
        return True

    def give_up(self) -> None:
        """Weave no more what nobody waits for any longer."""
        self._compute.forget("weave")

    def _take(self, rows: tuple[WovenRow, ...]) -> None:
        self.rows = rows
        self.woven.emit(rows)

    def _fail(self, error: DiptychError) -> None:
        self.failed.emit(told(error.sentence))
