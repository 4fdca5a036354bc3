# SPDX-License-Identifier: MIT
"""The notes deleted lately; they wait thirty days."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QAbstractItemView, QDialogButtonBox, QPushButton, QWidget

from diptych.ui.notes.card import NoteCardDelegate
from diptych.ui.notes.rows import NoteRow
from diptych.ui.parts.rows import RowList, RowModel
from diptych.ui.parts.sheet import Sheet
from diptych.ui.parts.theme import Palette


class DeletedNotes(Sheet):
    """Lists deleted notes to bring back, or to delete for good after a second word."""

    restore_requested = Signal(object)  # tuple of note ids
    purge_requested = Signal(object)

    def __init__(self, rows: Sequence[NoteRow], parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Recently deleted notes"))
        self.heading.setText(self.tr("Recently deleted notes"))
        self._sure = False
        self._build()
        self.show_notes(rows)

    def show_notes(self, rows: Sequence[NoteRow]) -> None:
        """Show the deleted notes, the latest first."""
        self._list.show_rows(rows)
        self.say(
            self.tr("They stay here for 30 days.") if rows else self.tr("No note was deleted.")
        )
        if rows and not self._list.selectedIndexes():
            self._list.set_current_key(rows[0].id)
        self._enable()

    def chosen(self) -> tuple[str, ...]:
        """Return the ids of the selected notes."""
        places = sorted(index.row() for index in self._list.selectedIndexes())
        return tuple(self._model.rows[place].id for place in places)

    def set_palette_values(self, palette: Palette) -> None:
        super().set_palette_values(palette)
        if hasattr(self, "_delegate"):
            self._delegate.set_palette_values(palette)

    def sizeHint(self) -> QSize:
        return QSize(520, 520)

    def _build(self) -> None:
        self._model = RowModel[NoteRow](
            key=lambda row: row.id,
            spoken=lambda row, *_: ", ".join(p for p in (row.when, row.text[:500]) if p),
            parent=self,
        )
        self._delegate = NoteCardDelegate(self.values, self)
        self._list = RowList(self._model)
        self._list.setItemDelegate(self._delegate)
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._list.setAccessibleName(self.tr("Deleted notes"))
        self.body.addWidget(self._list, 1)
        role = QDialogButtonBox.ButtonRole
        self._restore = QPushButton(self.tr("&Restore"))
        self._restore.setDefault(True)
        self._purge = QPushButton()
        self.buttons.addButton(self._restore, role.ActionRole)
        self.buttons.addButton(self._purge, role.ActionRole)
        self.buttons.addButton(self.tr("Close"), role.RejectRole)
        self._restore.clicked.connect(lambda: self.restore_requested.emit(self.chosen()))
        self._purge.clicked.connect(self._ask_purge)
        self.buttons.rejected.connect(self.reject)
        self._list.row_activated.connect(lambda row: self.restore_requested.emit((row.id,)))
        self._list.selectionModel().selectionChanged.connect(lambda *_: self._enable())

    def _ask_purge(self) -> None:
        if self._sure:
            self.purge_requested.emit(self.chosen())
            self._enable()
            return
        self._sure = True
        count = len(self.chosen())
        self._purge.setText(self.tr("Really? %n note(s) for good", "", count))

    def _enable(self) -> None:
        # Another choice is another question.
        self._sure = False
        self._purge.setText(self.tr("&Delete for good"))
        some = bool(self.chosen())
        self._restore.setEnabled(some)
        self._purge.setEnabled(some)
