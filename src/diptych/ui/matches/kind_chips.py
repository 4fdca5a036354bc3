# SPDX-License-Identifier: MIT
"""The chips above the match list: a kind each, those that differ, those rejected."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diptych.compare.values import Kind, Saying
from diptych.services.match_filter import MatchFilter
from diptych.ui.matches.kind_key import KindKey
from diptych.ui.parts.controls import Chip
from diptych.ui.parts.flow import FlowLayout
from diptych.ui.parts.kinds import LOOKS, kind_name, saying_name
from diptych.ui.parts.theme import Palette


class KindChips(QWidget):
    """Lets the reader switch kinds on and off; says how many matches each has."""

    changed = Signal()
    legend_requested = Signal()

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kinds = {kind: Chip(kind_name(kind), palette, look=LOOKS[kind]) for kind in Kind}
        self._differing = Chip(saying_name(Saying.DIFFERS), palette)
        self._differing.setChecked(False)
        self._differing.setToolTip(
            self.tr("Show only where the two disagree: figures, dates, what one side denies (F8)")
        )
        self._rejected = Chip(self.tr("Rejected"), palette)
        self._rejected.setChecked(False)
        self._rejected.setToolTip(self.tr("Show the matches you rejected"))
        self.key = KindKey(palette)
        self.key.asked.connect(self.legend_requested)
        for kind, chip in self._kinds.items():
            chip.setToolTip(LOOKS[kind].in_full())
        chips = QWidget()
        flow = FlowLayout(chips)
        flow.setContentsMargins(12, 10, 12, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(chips)
        column.addWidget(self.key)
        for chip in self._all():
            flow.addWidget(chip)
            # Clicked and not toggled: what ``show_filter`` sets is no choice of the reader's.
            chip.clicked.connect(self.changed)

    def taken_into(self, choice: MatchFilter) -> MatchFilter:
        """Return a filter with the kinds that are switched on."""
        kinds = frozenset(kind for kind, chip in self._kinds.items() if chip.isChecked())
        return replace(
            choice,
            kinds=kinds,
            rejected_shown=self._rejected.isChecked(),
            differing_only=self._differing.isChecked(),
        )

    def show_filter(self, choice: MatchFilter) -> None:
        """Show a filter; nothing is emitted."""
        for kind, chip in self._kinds.items():
            chip.setChecked(kind in choice.kinds)
        self._rejected.setChecked(choice.rejected_shown)
        self._differing.setChecked(choice.differing_only)

    def show_counts(self, counts: Mapping[Kind, int], *, differing: int, rejected: int) -> None:
        """Say how many matches each chip stands for."""
        for kind, chip in self._kinds.items():
            chip.set_count(counts[kind])
            # In a pair of news there are no sources to switch on.
            if LOOKS[kind].rare:
                chip.setVisible(counts[kind] > 0)
                self.key.show_kind(kind, counts[kind] > 0)
        self._differing.set_count(differing)
        self._rejected.set_count(rejected)
        # Most pairs have none, and the panel is narrow.
        self._rejected.setVisible(rejected > 0)

    def set_palette_values(self, palette: Palette) -> None:
        """Take the colours of another theme."""
        for chip in self._all():
            chip.set_palette_values(palette)
        self.key.set_palette_values(palette)

    def _all(self) -> tuple[Chip, ...]:
        return (*self._kinds.values(), self._differing, self._rejected)
