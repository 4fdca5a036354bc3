# SPDX-License-Identifier: MIT
"""The chips above the list of changes: the kinds, and below them what is to be checked."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diptych.compare.changes.values import ChangeKind, Finding
from diptych.ui.changes.state import ChangeFilter
from diptych.ui.changes.words import HUES, finding_name, kind_name
from diptych.ui.parts.controls import Chip, SectionLabel
from diptych.ui.parts.flow import FlowLayout
from diptych.ui.parts.theme import Palette


class ChangeChips(QWidget):
    """Lets the reader switch kinds off, and look at one sort of what is to be checked."""

    changed = Signal(object)  # ChangeFilter

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kinds = {kind: Chip(kind_name(kind), palette, hue=HUES[kind]) for kind in ChangeKind}
        self._findings = {each: Chip(finding_name(each), palette) for each in Finding}
        self._heading = SectionLabel(self.tr("To check"), palette)
        self._heading.setContentsMargins(14, 6, 12, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(_flowing(list(self._kinds.values()), top=10))
        column.addWidget(self._heading)
        column.addWidget(_flowing(list(self._findings.values()), top=4))
        for finding, chip in self._findings.items():
            chip.setChecked(False)
            chip.setToolTip(self.tr("Show these alone: {0}").format(finding_name(finding)))
        for chip in self._all():
            # Clicked and not toggled: what ``show_filter`` sets is no choice of the reader's.
            chip.clicked.connect(lambda _: self.changed.emit(self.chosen()))

    def chosen(self) -> ChangeFilter:
        """Return what the chips ask for."""
        return ChangeFilter(
            frozenset(kind for kind, chip in self._kinds.items() if chip.isChecked()),
            frozenset(each for each, chip in self._findings.items() if chip.isChecked()),
        )

    def show_filter(self, choice: ChangeFilter) -> None:
        """Show a filter; nothing is emitted."""
        for kind, chip in self._kinds.items():
            chip.setChecked(kind in choice.kinds)
        for finding, chip in self._findings.items():
            chip.setChecked(finding in choice.findings)

    def show_counts(self, counts: Counter[ChangeKind | Finding]) -> None:
        """Say how many changes each chip stands for; what is not there is not to be checked."""
        for kind, chip in self._kinds.items():
            chip.set_count(counts[kind])
        for finding, chip in self._findings.items():
            chip.set_count(counts[finding])
            # One that is on must be there to be switched off.
            chip.setVisible(counts[finding] > 0 or chip.isChecked())
        self._heading.setVisible(any(counts[finding] for finding in Finding))

    def set_palette_values(self, palette: Palette) -> None:
        """Take the colours of another theme."""
        self._heading.set_palette_values(palette)
        for chip in self._all():
            chip.set_palette_values(palette)

    def _all(self) -> tuple[Chip, ...]:
        return (*self._kinds.values(), *self._findings.values())


def _flowing(chips: list[Chip], *, top: int) -> QWidget:
    holder = QWidget()
    flow = FlowLayout(holder)
    flow.setContentsMargins(12, top, 12, 2)
    for chip in chips:
        flow.addWidget(chip)
    return holder
