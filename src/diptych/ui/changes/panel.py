# SPDX-License-Identifier: MIT
"""The list of changes between two versions, with its chips and tools."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from diptych.compare.changes.values import ChangeKind, Finding
from diptych.services.change_lines import ChangeLine
from diptych.ui.changes.chips import ChangeChips
from diptych.ui.changes.delegate import ChangeDelegate
from diptych.ui.changes.state import ChangeFilter
from diptych.ui.changes.tools import ChangeTools
from diptych.ui.changes.words import finding_name, kind_name
from diptych.ui.parts.controls import EmptyState, set_ink
from diptych.ui.parts.hints import hint
from diptych.ui.parts.rows import RowList, RowModel
from diptych.ui.parts.theme import Palette, ui_font


class ChangesPanel(QWidget):
    """Shows the changes given and lets the reader filter and choose them."""

    change_chosen = Signal(int)
    filter_changed = Signal(object)  # ChangeFilter
    find_requested = Signal()  # what was stopped

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build(palette)
        self._chips.changed.connect(self.filter_changed)
        self._list.row_chosen.connect(lambda row: self.change_chosen.emit(row.number))
        # The current one too: the texts may have been scrolled away from it.
        self._list.row_activated.connect(lambda row: self.change_chosen.emit(row.number))
        self._again.clicked.connect(self.find_requested)
        self.set_palette_values(palette)

    def show_changes(
        self, lines: Sequence[ChangeLine], counts: Counter[ChangeKind | Finding]
    ) -> None:
        """List changes; ``counts`` are of all there are, listed or not."""
        self._chips.show_counts(counts)
        # By all there are and not by those listed: a filter that leaves none can be taken back.
        self._chips.setVisible(bool(counts))
        # Also where a filter leaves nothing: what counts as no change may be the reason.
        self.tools.show()
        self._list.show_rows(lines)
        if lines:
            self._stack.setCurrentWidget(self._list)
            return
        title = self.tr("None of these") if counts else self.tr("No changes")
        text = self.tr("Other chips show other changes.") if counts else ""
        self._say(title, text)

    def show_summary(self, text: str, unchecked: str = "") -> None:
        """Say in a sentence how the two versions come out, and in another what is unchecked."""
        text = " ".join(part for part in (text, unchecked) if part)
        self._summary.setText(text)
        self._summary.setVisible(bool(text))

    def show_looking(self) -> None:
        """Say that the changes are being found, if none are shown yet."""
        # Those found before stay until the new ones come: the reader may be in the middle of them.
        if not self._model.rows:
            self._say(self.tr("Finding the changes…"), self.tr("You can read on meanwhile."))

    def show_stopped(self) -> None:
        """Say that the changes were not found, and offer to find them."""
        self._chips.hide()
        self.tools.hide()
        self.show_summary("")
        self._list.show_rows(())
        self._say(self.tr("The changes were not found"), self.tr("You stopped it."))
        self._again.show()

    def show_filter(self, choice: ChangeFilter) -> None:
        """Show a filter; nothing is emitted."""
        self._chips.show_filter(choice)

    def set_current(self, number: int) -> None:
        """Make a change current and visible; nothing is emitted."""
        self._list.set_current_key(number if number >= 0 else None)

    def rows(self) -> tuple[ChangeLine, ...]:
        """Return the changes as listed."""
        return self._model.rows

    def message(self) -> str:
        """Return what is said in place of a list, and the sentence above it."""
        return f"{self._summary.text()} {self._empty.message()}".strip()

    def focus_list(self) -> None:
        """Put the keyboard focus on the list."""
        self._list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_palette_values(self, palette: Palette) -> None:
        """Take the colours of another theme."""
        self._chips.set_palette_values(palette)
        self._delegate.set_palette_values(palette)
        self._empty.set_palette_values(palette)
        set_ink(self._summary, palette.color("muted"))
        self._list.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(320, 600)

    def _build(self, palette: Palette) -> None:
        self.setMinimumWidth(200)
        self._chips = ChangeChips(palette)
        self._summary = QLabel()
        self._summary.setFont(ui_font(9))
        self._summary.setWordWrap(True)
        self._summary.setContentsMargins(14, 6, 12, 2)
        self._summary.hide()
        self._model = RowModel[ChangeLine](
            key=lambda line: line.number, spoken=self._spoken, tooltip=_tooltip, parent=self
        )
        self._delegate = ChangeDelegate(palette, self)
        self._list = RowList(self._model)
        self._list.setItemDelegate(self._delegate)
        self._list.setAccessibleName(self.tr("Changes"))
        self._empty = EmptyState(palette)
        self._again = QPushButton(self.tr("Find the changes"))
        nothing = QWidget()
        below = QVBoxLayout(nothing)
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(self._empty)
        row = QHBoxLayout()
        row.setContentsMargins(18, 0, 18, 0)
        row.addWidget(self._again)
        row.addStretch(1)
        below.addLayout(row)
        below.addStretch(1)
        self._nothing = nothing
        self._stack = QStackedWidget()
        self._stack.addWidget(self._list)
        self._stack.addWidget(nothing)
        self.tools = ChangeTools()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._chips)
        column.addWidget(self._summary)
        column.addWidget(self.tools)
        column.addWidget(self._stack, 1)

    def _say(self, title: str, text: str) -> None:
        # Offered by ``show_stopped`` alone.
        self._again.hide()
        self._empty.show_message(title, text)
        self._stack.setCurrentWidget(self._nothing)

    def _spoken(self, line: ChangeLine, position: int, count: int) -> str:
        # Seen by line and strike alone, which nobody hears.
        gone = ", ".join(line.text[start:end] for start, end in line.gone)
        come = ", ".join(line.text[start:end] for start, end in line.come)
        parts = (
            self.tr("Change {0} of {1}").format(position, count),
            kind_name(line.kind),
            *(finding_name(finding) for finding in line.findings),
            self.tr("gone: {0}").format(gone) if gone else "",
            self.tr("new: {0}").format(come) if come else "",
            line.text,
            line.right,
        )
        return ", ".join(part for part in parts if part)


def _tooltip(line: ChangeLine) -> str:
    return hint("\n\n".join(text for text in (line.text, line.right) if text))
