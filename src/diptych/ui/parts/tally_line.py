# SPDX-License-Identifier: MIT
"""What stands above the matches: on how much the two agree, and where they part."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from diptych.compare.tally import Tally
from diptych.ui.parts.controls import set_ink
from diptych.ui.parts.counted import Counted
from diptych.ui.parts.theme import Palette, ui_font


class TallyLine(QLabel):
    """One quiet line: agree on 12, differ on 3, 9 only left, 14 only right."""

    def __init__(
        self, palette: Palette, parent: QWidget | None = None, *, ink: str = "ink"
    ) -> None:
        super().__init__(parent)
        self._ink = ink
        self.setFont(ui_font(9))
        self.setWordWrap(True)
        self.setContentsMargins(14, 10, 12, 0)
        self._told = ""
        self._is_reading = False
        self.set_palette_values(palette)
        self.hide()

    def show_tally(self, counted: Tally | None) -> None:
        """Say how a comparison comes out; None, when there is none, takes the line away."""
        self._told = "" if counted is None else Counted().tally(counted)
        self.setVisible(bool(self._told))  # empty it would leave its gap above the list
        self._show()

    def show_reading(self, running: bool) -> None:
        """Say that the counts are of what was read for meaning so far, or no longer."""
        self._is_reading = running
        self._show()

    def _show(self) -> None:
        so_far = self.tr("So far, while both are still being read for meaning: {0}")
        self.setText(so_far.format(self._told) if self._is_reading and self._told else self._told)

    def set_palette_values(self, palette: Palette) -> None:
        """Take the colours of another theme."""
        set_ink(self, palette.color(self._ink))
