# SPDX-License-Identifier: MIT
"""What stands over the list of articles: how it is sorted, and which of them it shows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from diptych.library.progress import ReadingState
from diptych.ui.parts.controls import section_font

SORTS = ("title", "author", "source", "date", "added", "similarity")


READING = ("list", ReadingState.UNREAD.value, ReadingState.READ.value)


class LibraryHeading(QPushButton):
    """Says the order and the collection or tag that is shown, and offers others."""

    sort_requested = Signal(str)  # one of SORTS
    group_requested = Signal(bool)
    shelf_requested = Signal(str, str)  # kind and name, both empty for all articles

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sort = "title"
        self.collections: tuple[str, ...] = ()
        self._tags: tuple[str, ...] = ()
        self.shelf = ("", "")
        self._build()

    def _build(self) -> None:
        self._sort_menu = QMenu(self)
        for sort in SORTS:
            action = self._sort_menu.addAction(self._sort_name(sort))
            action.setData(sort)
            action.setCheckable(True)
        self._sort_menu.addSeparator()
        self._group = self._sort_menu.addAction(self.tr("In &groups"))
        self._group.setCheckable(True)
        self._group.triggered.connect(self.group_requested.emit)
        self._shelf_menu = self._sort_menu.addMenu(self.tr("Sho&w"))
        # When it opens, for collections and tags come and go.
        self._shelf_menu.aboutToShow.connect(self._fill_shelf_menu)
        self.setObjectName("library-heading")
        self.setFont(section_font())
        self.setMenu(self._sort_menu)
        self.setFlat(True)
        self.setToolTip(self.tr("Sort the library"))
        self._sort_menu.triggered.connect(self._choose)
        self.set_sort(self._sort)

    def set_sort(self, sort: str) -> None:
        """Say in the heading by what the rows are sorted."""
        self._sort = sort
        self._show()
        for action in self._sort_menu.actions():
            # Groups and shelves stand in the same menu.
            if action.data() in SORTS:
                action.setChecked(action.data() == sort)

    def set_grouped(self, grouped: bool) -> None:
        """Say in the menu whether the rows are grouped."""
        self._group.setChecked(grouped)

    def show_shelves(self, collections: Sequence[str], tags: Sequence[str]) -> None:
        """Offer these collections and tags to choose from."""
        self.collections, self._tags = tuple(collections), tuple(tags)

    def set_shelf(self, kind: str, name: str) -> None:
        """Say in the heading which collection or tag is shown; empty for all articles."""
        self.shelf = (kind, name)
        self.set_sort(self._sort)

    def _fill_shelf_menu(self) -> None:
        menu = self._shelf_menu
        menu.clear()
        for kind, heading, names in (
            # The first stands for all articles.
            ("", "", ("",)),
            ("reading", self.tr("Reading"), tuple(READING)),
            ("collection", self.tr("Collections"), self.collections),
            ("tag", self.tr("Tags"), self._tags),
        ):
            if heading and names:
                menu.addSection(heading)
            for name in names:
                # A single & would underline the letter after it.
                shown = self.shelf_name(kind, name).replace("&", "&&")
                action = menu.addAction(shown or self.tr("&All articles"))
                action.setCheckable(True)
                action.setChecked((kind, name) == self.shelf)
                action.triggered.connect(
                    lambda _=False, k=kind, n=name: self.shelf_requested.emit(k, n)
                )

    def shelf_name(self, kind: str, name: str) -> str:
        """Return what a shelf is called: as the reader did, or in words of ours."""
        if kind != "reading":
            return name
        return {
            "list": self.tr("Reading list"),
            ReadingState.UNREAD: self.tr("Unread"),
            ReadingState.READ: self.tr("Read"),
        }[name]

    def _choose(self, action: QAction) -> None:
        # Qt tells a menu of what was chosen in those inside it as well.
        if action.data() in SORTS:
            self._ask_sort(str(action.data()))

    def _ask_sort(self, sort: str) -> None:
        self.set_sort(sort)
        self.sort_requested.emit(sort)

    def _show(self) -> None:
        shown = self.shelf_name(*self.shelf) or self.tr("Library")
        text = f"{shown} · {self._sort_name(self._sort).lower()}"
        # The arrow is for the eye: read aloud it says nothing.
        self.setText(f"{text} ▾")
        self.setAccessibleName(text)
        # Our words are made room for; a collection's name may be longer than the panel.
        across = QSizePolicy.Policy.Ignored if self.shelf[1] else QSizePolicy.Policy.Minimum
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)

    def _sort_name(self, sort: str) -> str:
        return {
            "title": self.tr("By title"),
            "author": self.tr("By author"),
            "source": self.tr("By source"),
            "date": self.tr("By date"),
            "added": self.tr("By date added"),
            "similarity": self.tr("By similarity"),
        }[sort]
