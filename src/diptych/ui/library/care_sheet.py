# SPDX-License-Identifier: MIT
"""Tags, folders that are looked through, and near copies: seen and put in order at one place."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from diptych.ui.parts.sheet import Sheet
from diptych.values import dataclass


@dataclass(frozen=True, slots=True)
class LibraryOrder:
    """What is put in order: tags with how many have them, folders, groups of id and title."""

    tags: Mapping[str, int] = field(default_factory=dict)
    folders: Sequence[str] = ()
    copies: Sequence[Sequence[tuple[str, str]]] = ()


class _Page(QWidget):
    """A list, what to do with what is chosen in it, and a sentence when it is empty."""

    def __init__(self, name: str, nothing: str) -> None:
        super().__init__()
        self._nothing = nothing
        self.list = QListWidget()
        self.list.setAccessibleName(name)
        # Qt's own list does not show that the keyboard is in it.
        self.list.setStyleSheet("QListWidget:focus { border: 1px solid palette(highlight); }")
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._told = QLabel()
        self._told.setWordWrap(True)
        self.buttons = QHBoxLayout()
        self._needing: list[QPushButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.addWidget(self._told)
        column.addWidget(self.list, 1)
        column.addLayout(self.buttons)
        self.list.itemSelectionChanged.connect(self._enable)

    def add_button(
        self, words: str, action: Callable[[], object], *, needs_choice: bool = True
    ) -> None:
        button = QPushButton(words)
        # Else Enter in the list would press it.
        button.setAutoDefault(False)
        button.clicked.connect(action)
        self.buttons.addWidget(button)
        if needs_choice:
            self._needing.append(button)

    def show_items(self, items: Sequence[tuple[str, str]]) -> None:
        """Show words with the value behind each; one without a value is a heading."""
        # What is chosen stays so where it is still listed.
        chosen = set(self.chosen())
        self.list.clear()
        for words, value in items:
            item = QListWidgetItem(words)
            item.setData(Qt.ItemDataRole.UserRole, value)
            if not value:
                # A heading cannot be chosen.
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(item)
            item.setSelected(value in chosen)
        self._told.setText("" if items else self._nothing)
        self._told.setVisible(not items)
        self.list.setVisible(bool(items))
        self._enable()

    def chosen(self) -> tuple[str, ...]:
        rows = (self.list.item(row) for row in range(self.list.count()))
        return tuple(str(i.data(Qt.ItemDataRole.UserRole)) for i in rows if i.isSelected())

    def _enable(self) -> None:
        for button in self._needing:
            button.setEnabled(bool(self.chosen()))


class CareSheet(Sheet):
    """Asks for what is to be done; the owner shows the new order afterwards."""

    tag_shown = Signal(str)
    tag_renamed = Signal(str)
    tags_removed = Signal(object)
    folder_added = Signal()
    folders_forgotten = Signal(object)
    looking_asked = Signal()
    articles_opened = Signal(object)  # one or two ids
    articles_removed = Signal(object)

    def __init__(self, order: LibraryOrder, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Put the library in order"))
        self.heading.setText(self.tr("Put the library in order"))
        self._tabs = QTabWidget()
        self._tabs.setDocumentMode(True)
        self._tabs.setAccessibleName(self.tr("Put the library in order"))
        self._build_tags()
        self._build_folders()
        self._build_copies()
        self.body.addWidget(self._tabs, 1)
        self.buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.rejected.connect(self.reject)
        self.show_order(order)

    def show_order(self, order: LibraryOrder) -> None:
        """Show what there is now."""
        self.tags.show_items([(f"#{tag}  ({count})", tag) for tag, count in order.tags.items()])
        self.folders.show_items([(folder, folder) for folder in order.folders])
        items: list[tuple[str, str]] = []
        for number, group in enumerate(order.copies, 1):
            items.append((self.tr("Near copies {0}").format(number), ""))
            items += [(f"    {title}", id_) for id_, title in group]
        self.copies.show_items(items)

    def sizeHint(self) -> QSize:
        return QSize(560, 520)

    def _build_tags(self) -> None:
        nothing = self.tr("No article has a tag. Choose articles and File, Tag the articles.")
        self.tags = _Page(self.tr("Tags"), nothing)
        chosen = self.tags.chosen
        self.tags.add_button(self.tr("&Show its articles"), lambda: self._show_tag(chosen()))
        self.tags.add_button(self.tr("&Rename…"), lambda: self.tag_renamed.emit(chosen()[0]))
        self.tags.add_button(self.tr("&Remove"), lambda: self.tags_removed.emit(chosen()))
        self._tabs.addTab(self.tags, self.tr("Tags"))

    def _show_tag(self, chosen: tuple[str, ...]) -> None:
        self.tag_shown.emit(chosen[0])
        self.accept()

    def _build_folders(self) -> None:
        nothing = self.tr("No folder is looked through. Add one, and what comes into it is added.")
        self.folders = _Page(self.tr("Folders"), nothing)
        page = self.folders
        page.add_button(self.tr("&Add…"), self.folder_added.emit, needs_choice=False)
        page.add_button(self.tr("Look through &now"), self.looking_asked.emit, needs_choice=False)
        page.add_button(
            self.tr("Look through no &longer"),
            lambda: self.folders_forgotten.emit(page.chosen()),
        )
        self._tabs.addTab(page, self.tr("Folders"))

    def _build_copies(self) -> None:
        nothing = self.tr("No two articles here are copies of one another.")
        self.copies = _Page(self.tr("Near copies"), nothing)
        page = self.copies
        page.add_button(self.tr("&Open"), lambda: self._open(page.chosen()))
        page.add_button(
            self.tr("&Take out of the library"),
            lambda: self.articles_removed.emit(page.chosen()),
        )
        self._tabs.addTab(page, self.tr("Near copies"))

    def _open(self, chosen: tuple[str, ...]) -> None:
        # Two fit side by side.
        self.articles_opened.emit(chosen[:2])
        self.accept()
