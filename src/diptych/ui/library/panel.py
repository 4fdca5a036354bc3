# SPDX-License-Identifier: MIT
"""The library beside the texts: which articles there are, and which pairs were read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from diptych.library.progress import ReadingState
from diptych.text.sides import Side
from diptych.ui.library.heading import LibraryHeading
from diptych.ui.library.pairs_list import PairsList
from diptych.ui.library.row_delegate import LibraryRowDelegate
from diptych.ui.library.rows import LibraryRow, RowFilter
from diptych.ui.parts.controls import (
    PANEL_INSET,
    EmptyState,
    IconButton,
    filter_box,
)
from diptych.ui.parts.dropping import ARTICLE_MIME, accept_copy, dropped, is_welcome
from diptych.ui.parts.hints import hint
from diptych.ui.parts.rows import RowList, RowModel
from diptych.ui.parts.search_box import step_meant
from diptych.ui.parts.theme import Palette, fill

_SHEET = """
#library-heading { color: @muted; text-align: left; padding: 3px 3px; background: transparent;
  border: 1px solid transparent; }
#library-heading:hover { color: @ink; }
#library-heading:focus { border-color: @accent; }
#library-heading::menu-indicator { image: none; width: 0; }
"""


class LibraryPanel(QWidget):
    """Lists the articles, asks to pin, open, edit and remove them."""

    open_requested = Signal(str)
    pin_left_requested = Signal(str)
    pin_right_requested = Signal(str)
    remove_requested = Signal(object)  # tuple of article ids
    add_files_requested = Signal()
    add_folder_requested = Signal()
    open_samples_requested = Signal()
    dropped = Signal(object)  # Dropped
    sort_requested = Signal(str)  # one of SORTS
    group_requested = Signal(bool)
    shelf_requested = Signal(str, str)  # SHELVES kind and name, both empty for all articles
    collect_requested = Signal(object, str)  # ids, collection; empty to ask for a name
    uncollect_requested = Signal(object, str)
    chapters_requested = Signal(str)
    tags_requested = Signal(object)  # ids
    edit_requested = Signal(str)
    reveal_requested = Signal(str)
    pair_requested = Signal(str, str)
    reading_requested = Signal(object, object)  # ids, ReadingState

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values = palette
        self._filter = RowFilter(())
        self._all_rows: tuple[LibraryRow, ...] = ()
        self._awaited = ""  # the article to be selected when it is there
        self._build()
        self._connect()
        self.set_palette_values(palette)
        self._filter_box.hide()  # nothing is said of articles before they are shown

    # Values in

    def show_rows(self, rows: Sequence[LibraryRow]) -> None:
        """Show the articles in the order given; the filter typed stays in force."""
        place, current = self._list.currentIndex().row(), self.current_id()
        self._all_rows = tuple(rows)
        self._filter = RowFilter(rows)
        # Rows with a heading are higher; else one height serves thousands.
        self._list.setUniformItemSizes(not any(row.group for row in rows))
        self._show_filtered()
        # The article in hand was taken out: the next key is meant for the one in its place.
        if current and self.has_keyboard() and all(row.id != current for row in rows):
            self._list.choose_place(place)
        if self._awaited:
            self.select(self._awaited)

    def has_keyboard(self) -> bool:
        """Tell whether the keyboard is in the list of articles."""
        return self._list.hasFocus()

    def select(self, id: str) -> None:
        """Make the article current and bring it into view, once it is listed; nothing is asked."""
        is_there = any(row.id == id for row in self._all_rows)
        self._awaited = "" if is_there else id
        if is_there:
            self._list.set_current_key(id)

    def current_id(self) -> str:
        """Return the id of the current article, empty if there is none."""
        key = self._list.current_key()
        return "" if key is None else str(key)

    def selected_ids(self) -> tuple[str, ...]:
        """Return the ids of all selected articles in the order of the list."""
        places = sorted(index.row() for index in self._list.selectedIndexes())
        return tuple(self._model.rows[place].id for place in places)

    def focus_list(self) -> None:
        """Put the keyboard focus on the list, or on what is offered where there is none."""
        shown = self._stack.currentWidget()
        offered = shown.findChild(QPushButton) if shown is not None else None
        target = self._add if shown is self._empty else offered or self._list
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_palette_values(self, palette: Palette) -> None:
        """Take the colours of another theme."""
        self._values = palette
        self.setStyleSheet(fill(_SHEET, palette))
        for part in (
            self._add,
            self._delegate,
            self.pairs,
            self._empty,
            self._none,
        ):
            part.set_palette_values(palette)
        self.update()

    # Building

    def _build(self) -> None:
        self.setAcceptDrops(True)
        self._build_header()
        self._build_lists()
        self._build_empty()
        self._stack = QStackedWidget()
        for page in (self._list, self._empty, self._none):
            self._stack.addWidget(page)
        self.pairs = PairsList(self._values)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.setSpacing(0)
        header = QHBoxLayout()
        header.setContentsMargins(PANEL_INSET, 0, 8, 0)
        header.addWidget(self.heading, 1)
        header.addWidget(self._add)
        filter_row = QHBoxLayout()
        filter_row.setContentsMargins(12, 4, 12, 8)
        filter_row.addWidget(self._filter_box)
        layout.addLayout(header)
        layout.addLayout(filter_row)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.pairs)

    def _build_header(self) -> None:
        self.heading = LibraryHeading()
        self.heading.sort_requested.connect(self.sort_requested)
        self.heading.group_requested.connect(self.group_requested)
        self.heading.shelf_requested.connect(self.shelf_requested)
        self._add = IconButton("add", self.tr("Add articles"), self._values, sign="＋")
        self._add.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._add.setMenu(self._add_menu())
        self._filter_box = filter_box(
            self.tr("Filter by title, author, source"), self.tr("Filter the library")
        )

    def _add_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(self.tr("Add &files…"), self.add_files_requested.emit)
        menu.addAction(self.tr("Add f&older…"), self.add_folder_requested.emit)
        menu.addSeparator()
        menu.addAction(self.tr("Open the &sample articles"), self.open_samples_requested.emit)
        return menu

    def _build_lists(self) -> None:
        self._model = RowModel[LibraryRow](
            key=lambda row: row.id,
            spoken=lambda row, *_: self._spoken(row),
            tooltip=_tooltip,
            parent=self,
        )
        # Dropped on a side it is pinned there.
        self._model.mime_type = ARTICLE_MIME
        self._delegate = LibraryRowDelegate(self._values, self)
        self._list = RowList(self._model)
        self._list.setItemDelegate(self._delegate)
        self._list.set_buttons(self._delegate)
        self._list.setUniformItemSizes(True)
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._list.setDragEnabled(True)
        # Rows go out to a side of the texts; between rows nothing can be put.
        self._list.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self._list.setAccessibleName(self.tr("Articles"))

    def _build_empty(self) -> None:
        self._empty = EmptyState(self._values)
        self._none = EmptyState(self._values)
        self._none.add_button(
            self.tr("Show all"), self.tr("Clears the filter."), self._filter_box.clear
        )

    def _connect(self) -> None:
        self._filter_box.textChanged.connect(self._show_filtered)
        self._delegate.pin_requested.connect(self._pin)
        self._list.row_activated.connect(self._open)
        self._list.offer_menu(self.row_menu)
        # A list of Qt's takes keys itself, so they are looked at before it has them.
        self._list.installEventFilter(self)
        self._filter_box.installEventFilter(self)
        self.pairs.pair_requested.connect(self.pair_requested)

    # What the reader does

    def _show_filtered(self) -> None:
        typed = self._filter_box.text()
        rows = self._filter.matching(typed)
        self._list.show_rows(rows)
        if rows:
            page: QWidget = self._list
        elif self._all_rows:
            self._none.show_message(self.tr("No article matches “{0}”").format(typed), "")
            page = self._none
        else:
            self._say_empty()
            page = self._empty
        self._filter_box.setVisible(bool(self._all_rows))
        self._stack.setCurrentWidget(page)

    def _say_empty(self) -> None:
        if self.heading.shelf[1]:
            self._empty.show_message(
                self.tr("Nothing in “{0}”").format(self.heading.shelf_name(*self.heading.shelf)),
                self.tr("Articles come here by their menu: “Put into a collection”, or by a tag."),
            )
        else:
            self._empty.show_message(
                self.tr("No articles yet"),
                self.tr("What you add with the + above, or drop here, is listed here."),
            )

    def _open(self, row: LibraryRow) -> None:
        ids = self.selected_ids()
        # Two selected articles and Enter: these two are to be read together.
        if len(ids) == 2:
            self.pair_requested.emit(*ids)
        else:
            self.open_requested.emit(row.id)

    def _pin(self, side: Side, id: str) -> None:
        self._list.set_current_key(id)  # the next key is meant for the row that was clicked
        (self.pin_left_requested if side == Side.LEFT else self.pin_right_requested).emit(id)

    def row_menu(self, row: LibraryRow) -> QMenu:
        """Return the menu of everything that can be done with an article."""
        # The menu of a row that is not chosen is for that row alone.
        ids = self.selected_ids()
        chosen = ids if row.id in ids else (row.id,)
        menu = QMenu(self)
        menu.addAction(self.tr("&Open"), lambda: self.open_requested.emit(row.id))
        if len(chosen) == 2:
            menu.addAction(
                self.tr("Open &both side by side"), lambda: self.pair_requested.emit(*chosen)
            )
        left = menu.addAction(self.tr("Pin &left"), lambda: self._pin(Side.LEFT, row.id))
        # Only told here, see ``_handle_key``.
        left.setShortcut("Alt+1")
        right = menu.addAction(self.tr("Pin &right"), lambda: self._pin(Side.RIGHT, row.id))
        right.setShortcut("Alt+2")
        menu.addSeparator()
        menu.addAction(
            self.tr("&Edit title, author, date…"), lambda: self.edit_requested.emit(row.id)
        )
        menu.addAction(self.tr("Ta&gs…"), lambda: self.tags_requested.emit(chosen))
        self._add_shelving(menu, chosen)
        _add_reading(menu, self, chosen, row.reading)
        if row.may_have_chapters:
            menu.addAction(
                self.tr("Open a &chapter…"), lambda: self.chapters_requested.emit(row.id)
            )
        reveal = menu.addAction(
            self.tr("Show the &file in its folder"), lambda: self.reveal_requested.emit(row.id)
        )
        reveal.setEnabled(row.available)
        menu.addSeparator()
        menu.addAction(
            self.tr("Re&move from the library"), lambda: self.remove_requested.emit(chosen)
        ).setShortcut("Del")
        return menu

    def _add_shelving(self, menu: QMenu, ids: tuple[str, ...]) -> None:
        """Offer to put articles into a collection, or out of the one that is shown."""
        kind, shown = self.heading.shelf
        into = menu.addMenu(self.tr("Put into a co&llection"))
        for name in self.heading.collections:
            # The name is a reader's: what follows its & is no letter to press.
            action = into.addAction(name.replace("&", "&&"))
            action.triggered.connect(lambda _=False, n=name: self.collect_requested.emit(ids, n))
        into.addSeparator()
        into.addAction(self.tr("&New collection…"), lambda: self.collect_requested.emit(ids, ""))
        if kind == "collection":
            menu.addAction(
                self.tr("Take out of “{0}”").format(shown.replace("&", "&&")),
                lambda: self.uncollect_requested.emit(ids, shown),
            )

    def _handle_key(self, event: QKeyEvent) -> bool:
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if alt and event.key() in (Qt.Key.Key_1, Qt.Key.Key_2) and self.current_id():
            self._pin(Side.LEFT if event.key() == Qt.Key.Key_1 else Side.RIGHT, self.current_id())
            return True
        return False

    def _spoken(self, row: LibraryRow) -> str:
        sides = {Side.LEFT: self.tr("pinned left"), Side.RIGHT: self.tr("pinned right")}
        side = sides[row.side] if row.side else ""
        parts = [row.group, row.title, row.below(), side, _in_common(row)]
        if not row.available:
            parts.append(self.tr("file not found"))
        return ", ".join(part for part in parts if part)

    # Qt overrides

    def sizeHint(self) -> QSize:
        return QSize(280, 600)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.pairs.leave_room(event.size().height())

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() in (
            QEvent.Type.KeyPress,
            QEvent.Type.ShortcutOverride,
        ):
            pin_key = event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in (
                Qt.Key.Key_1,
                Qt.Key.Key_2,
            )
            # Alt+1 and Alt+2 are shortcuts of the window; here they pin the row in hand.
            if event.type() == QEvent.Type.ShortcutOverride:
                if pin_key and self.current_id():
                    event.accept()
                return False
            if self._handle_key(event):
                return True
            if watched is self._list and event.key() == Qt.Key.Key_Delete and self.selected_ids():
                self.remove_requested.emit(self.selected_ids())
                return True
            if watched is self._filter_box and self._filter_key(event):
                return True
        return super().eventFilter(watched, event)  # type: ignore[arg-type]  # a QObject

    def _filter_key(self, event: QKeyEvent) -> bool:
        """Let the list be walked while typing; Esc clears, then goes to the list."""
        key = event.key()
        if step := step_meant(event):
            self._list.step(step)
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            row = self._model.row_at(self._list.currentIndex())
            # Enter opens the first that is left.
            if row is None and self._model.rows:
                row = self._model.rows[0]
            if row is not None:
                self.open_requested.emit(row.id)
            return True
        if key == Qt.Key.Key_Escape and self._filter_box.text():
            self._filter_box.clear()
            return True
        return False

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        # Its own rows are there already.
        if is_welcome(event) and not event.mimeData().hasFormat(ARTICLE_MIME):
            accept_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        accept_copy(event)
        self.dropped.emit(dropped(event))


def _tooltip(row: LibraryRow) -> str:
    return hint("\n".join(part for part in (row.title, row.below(), _in_common(row)) if part))


def _in_common(row: LibraryRow) -> str:
    """Put the bar of a row into words, so that nobody has to guess what it measures."""
    if row.share is None:
        return ""
    words = QCoreApplication.translate("LibraryPanel", "{0} % in common")
    return words.format(round(row.share * 100))


def _add_reading(
    menu: QMenu, panel: LibraryPanel, ids: tuple[str, ...], state: ReadingState
) -> None:
    """Offer to say how far the reader has come."""
    read = menu.addMenu(QCoreApplication.translate("LibraryPanel", "Rea&ding"))
    for each, words in (
        (ReadingState.LISTED, QCoreApplication.translate("LibraryPanel", "On the reading &list")),
        (ReadingState.BEGUN, QCoreApplication.translate("LibraryPanel", "&Begun")),
        (ReadingState.READ, QCoreApplication.translate("LibraryPanel", "&Read")),
        (ReadingState.UNREAD, QCoreApplication.translate("LibraryPanel", "&Unread")),
    ):
        action = read.addAction(words)
        action.setCheckable(True)
        action.setChecked(each is state)
        action.triggered.connect(lambda _=False, e=each: panel.reading_requested.emit(ids, e))
