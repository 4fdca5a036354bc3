# SPDX-License-Identifier: MIT
"""The articles that were taken out of the library, to be put back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QWidget,
)

from diptych.ui.parts.sheet import Sheet

if TYPE_CHECKING:
    from diptych.library.entry import Entry


class RemovedArticles(Sheet):
    """Lists articles by title; what is chosen goes back into the library."""

    restore_requested = Signal(object)  # tuple of article ids

    def __init__(self, entries: Sequence[Entry], parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Articles taken out"))
        self.heading.setText(self.tr("Articles taken out"))
        self._build()
        self.show_articles(entries)

    def show_articles(self, entries: Sequence[Entry]) -> None:
        """Show what was taken out."""
        self.list.clear()
        for entry in entries:
            item = QListWidgetItem(entry.called)
            item.setToolTip(str(entry.path))
            item.setData(Qt.ItemDataRole.UserRole, entry.id)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        # An empty list would take the keyboard without showing it.
        policy = Qt.FocusPolicy.StrongFocus if entries else Qt.FocusPolicy.NoFocus
        self.list.setFocusPolicy(policy)
        self.list.setStyleSheet("QListWidget:focus { border: 1px solid palette(highlight); }")
        none = self.tr("No article was taken out.")
        self.say(self.tr("Their files, notes and corrections are kept.") if entries else none)
        self._enable()

    def chosen(self) -> tuple[str, ...]:
        """Return the ids of the selected articles, as they are listed."""
        rows = (self.list.item(row) for row in range(self.list.count()))
        return tuple(str(i.data(Qt.ItemDataRole.UserRole)) for i in rows if i.isSelected())

    def sizeHint(self) -> QSize:
        return QSize(520, 480)

    def _build(self) -> None:
        self.list = QListWidget()
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setAccessibleName(self.tr("Articles taken out"))
        self.body.addWidget(self.list, 1)
        role = QDialogButtonBox.ButtonRole
        self._restore = QPushButton(self.tr("&Put back"))
        self._restore.setDefault(True)
        self.buttons.addButton(self._restore, role.ActionRole)
        self.buttons.addButton(self.tr("Close"), role.RejectRole)
        self._restore.clicked.connect(lambda: self.restore_requested.emit(self.chosen()))
        self.list.itemActivated.connect(lambda _: self.restore_requested.emit(self.chosen()))
        self.list.itemSelectionChanged.connect(self._enable)
        self.buttons.rejected.connect(self.reject)

    def _enable(self) -> None:
        self._restore.setEnabled(bool(self.chosen()))
