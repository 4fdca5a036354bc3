# SPDX-License-Identifier: MIT
"""The list of notes: of this pair, or of everything."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from diptych.text.sides import Side
from diptych.ui.notes.card import NoteCardDelegate
from diptych.ui.notes.rows import GROUPINGS, SORTS, NoteRow, from_where, is_of
from diptych.ui.notes.words import grouping_name, sort_name, stance_name, state_name
from diptych.ui.parts import theme
from diptych.ui.parts.controls import Chip, ChoiceBox, EmptyState, IconButton, filter_box, set_ink
from diptych.ui.parts.counted import grouped
from diptych.ui.parts.flow import FlowLayout
from diptych.ui.parts.rows import RowList, RowModel
from diptych.ui.parts.theme import Palette


class NotesPanel(QWidget):
    """Lists notes and asks to go to them, edit, delete and export them."""

    note_chosen = Signal(str)
    edit_requested = Signal(str)
    delete_requested = Signal(object)  # tuple of note ids
    go_requested = Signal(str, object)  # note id, side
    export_requested = Signal()
    new_requested = Signal()
    scope_changed = Signal(str)  # pair or all
    query_changed = Signal(str)  # words all notes are searched for
    grouping_changed = Signal(str)  # one of GROUPINGS
    menu_opening = Signal(object, object)  # QMenu, ids of the notes it is for
    deleted_requested = Signal()  # show the recently deleted ones
    link_followed = Signal(str)  # id of the note that another one names
    attention_requested = Signal()  # show the notes whose place is unsure

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values = palette
        self._rows: tuple[NoteRow, ...] = ()
        self._scope = "pair"
        self._build()
        self._connect()
        self.set_palette_values(palette)
        self.show_notes(())

    # Values in

    def show_notes(self, rows: Sequence[NoteRow], total: int = 0) -> None:
        """Show the notes of the scope, in the order given; ``total`` if there are more."""
        self._rows = tuple(rows)
        # In groups a note may be listed more than once.
        shown = len({row.id for row in rows})
        # Or whoever has thousands would take the list for all of them.
        self._more_there.setVisible(total > shown)
        words = self.tr("The newest {0} of {1} notes; search to see others.")
        self._more_there.setText(words.format(grouped(shown), grouped(total)))
        self._show_filtered()

    def set_grouping(self, grouping: str) -> None:
        """Say by what the rows are grouped; nothing is emitted."""
        self._grouping.setCurrentIndex(GROUPINGS.index(grouping))

    def choose_grouping(self) -> None:
        """Let the reader choose by what notes are grouped."""
        self._grouping.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._grouping.showPopup()

    @property
    def rows(self) -> tuple[NoteRow, ...]:
        """The notes in the list, as it shows them."""
        return self._model.rows

    def selected_ids(self) -> tuple[str, ...]:
        """Return the ids of the selected notes, in the order of the list."""
        # Qt gives them in no order of its own.
        places = sorted(index.row() for index in self._list.selectedIndexes())
        return tuple(dict.fromkeys(self._model.rows[place].id for place in places))

    def set_scope(self, scope: str) -> None:
        """Say whether the notes shown are this pair's or all; nothing is emitted."""
        self._scope = scope
        self._pair_scope.setChecked(scope == "pair")
        self._all_scope.setChecked(scope == "all")
        self._show_filtered()

    def scope(self) -> str:
        """Return ``pair`` or ``all``."""
        return self._scope

    def show_needing_attention(self, count: int) -> None:
        """Offer the notes whose passages changed or are gone, if there are any."""
        self._attention.setVisible(count > 0)
        self._attention.set_count(count)

    def select(self, id: str) -> None:
        """Make the note current and visible; nothing is asked."""
        key = next((_key(row) for row in self._model.rows if row.id == id), None)
        self._list.set_current_key(key)

    def current_id(self) -> str:
        """Return the id of the current note, empty if there is none."""
        row = self._model.row_at(self._list.currentIndex())
        return "" if row is None else row.id

    def focus_list(self) -> None:
        """Put the keyboard focus on the list."""
        self._list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_palette_values(self, palette: Palette) -> None:
        """Take the colours of another theme."""
        self._values = palette
        chips = (self._pair_scope, self._all_scope, self._attention)
        for chip in chips:
            chip.set_palette_values(palette)
        for button in (self._new, self._export, self._more):
            button.set_palette_values(palette)
        set_ink(self._more_there, palette.color("muted"))
        self._delegate.set_palette_values(palette)
        self._empty.set_palette_values(palette)
        self._list.viewport().update()

    # Building

    def _build(self) -> None:
        self.setMinimumWidth(200)
        self._pair_scope = Chip(self.tr("This pair"), self._values)
        self._all_scope = Chip(self.tr("Everything"), self._values)
        self._all_scope.setChecked(False)
        self._attention = Chip(self.tr("Needs attention"), self._values)
        self._attention.setChecked(False)
        self._attention.hide()
        chips = QWidget()
        flow = FlowLayout(chips)
        flow.setContentsMargins(12, 10, 12, 2)
        self._grouping = ChoiceBox(self.tr("Group the notes"))
        for grouping in GROUPINGS:
            self._grouping.addItem(grouping_name(grouping))
        self._sort = ChoiceBox(self.tr("Which notes are listed"))
        for sort in SORTS:
            self._sort.addItem(sort_name(sort), sort)
        chosen = (self._pair_scope, self._all_scope, self._attention, self._sort, self._grouping)
        for widget in chosen:
            flow.addWidget(widget)
        self._more_there = QLabel()
        self._more_there.setWordWrap(True)
        self._more_there.setFont(theme.ui_font(8.75))
        self._more_there.setContentsMargins(14, 4, 14, 8)
        self._more_there.hide()
        self._filter_box = filter_box(self.tr("Filter notes"), self.tr("Filter the notes"))
        self._build_list()
        self._empty = EmptyState(self._values)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(chips)
        layout.addLayout(self._build_tools())
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._more_there)

    def _build_tools(self) -> QHBoxLayout:
        self._new = IconButton(
            "note", self.tr("New note"), self._values, sign="✎", tip=self.tr("New note (N)")
        )
        self._export = IconButton("export", self.tr("Export notes…"), self._values, sign="⤓")
        self._more = IconButton("more", self.tr("More about notes"), self._values, sign="⋯")
        menu = QMenu(self)
        menu.addAction(self.tr("Recently &deleted…"), self.deleted_requested.emit)
        menu.addAction(self.tr("Needs &attention…"), self.attention_requested.emit)
        self._more.setMenu(menu)
        self._more.setPopupMode(self._more.ToolButtonPopupMode.InstantPopup)
        row = QHBoxLayout()
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(2)
        row.addWidget(self._filter_box, 1)
        for button in (self._new, self._export, self._more):
            row.addWidget(button)
        return row

    def _build_list(self) -> None:
        self._model = RowModel[NoteRow](
            key=_key,
            spoken=self._spoken,
            tooltip=lambda row: row.text[:1200],
            parent=self,
        )
        self._delegate = NoteCardDelegate(self._values, self)
        self._list = RowList(self._model)
        self._list.setItemDelegate(self._delegate)
        self._list.set_buttons(self._delegate)
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._list.setAccessibleName(self.tr("Notes"))

    def _connect(self) -> None:
        self._pair_scope.clicked.connect(lambda: self._ask_scope("pair"))
        self._all_scope.clicked.connect(lambda: self._ask_scope("all"))
        self._attention.clicked.connect(self._ask_attention)
        self._filter_box.textChanged.connect(self._filter)
        # ``activated`` tells of the reader alone; a box that is set stays silent.
        self._sort.activated.connect(lambda _: self._show_filtered())
        self._grouping.activated.connect(lambda at: self.grouping_changed.emit(GROUPINGS[at]))
        self._new.clicked.connect(self.new_requested)
        self._export.clicked.connect(self.export_requested)
        self._list.row_chosen.connect(lambda row: self.note_chosen.emit(row.id))
        self._list.row_activated.connect(lambda row: self.edit_requested.emit(row.id))
        self._list.offer_menu(self.row_menu)
        self._delegate.link_followed.connect(self.link_followed)
        self._list.installEventFilter(self)

    # What the reader does

    def _ask_scope(self, scope: str) -> None:
        changed = scope != self._scope
        self.set_scope(scope)
        if changed:
            self.scope_changed.emit(scope)
            self._filter()

    def _ask_attention(self) -> None:
        # It opens a dialog and is never on.
        self._attention.setChecked(False)
        self.attention_requested.emit()

    def _filter(self) -> None:
        if self._scope == "all":
            self.query_changed.emit(self._filter_box.text())
        else:
            self._show_filtered()

    def _show_filtered(self) -> None:
        # All notes are searched where they are kept, beyond those listed here.
        words = self._filter_box.text().casefold().split() if self._scope == "pair" else []
        sort = str(self._sort.currentData())
        rows = [
            row
            for row in self._rows
            if is_of(row, sort) and all(word in _searched(row) for word in words)
        ]
        self._list.show_rows(rows)
        self._stack.setCurrentWidget(self._list if rows else self._empty)
        if rows:
            return
        if self._rows and self._sort.currentIndex():
            self._empty.show_message(
                self.tr("Nothing of this sort here"),
                self.tr("Select words and press H to highlight them."),
            )
        elif self._rows or self._filter_box.text().strip():
            self._empty.show_message(self.tr("No note holds these words"), "")
        elif self._scope == "pair":
            self._empty.show_message(
                self.tr("No notes on this pair"),
                self.tr("Press N on a match or a selection; the note keeps both quotations."),
            )
        else:
            self._empty.show_message(
                self.tr("No notes yet"),
                self.tr("Notes you write appear here, whatever the article."),
            )

    def row_menu(self, row: NoteRow) -> QMenu:
        """Return the menu of what can be done with a note."""
        menu = QMenu(self)
        menu.addAction(self.tr("&Edit…"), lambda: self.edit_requested.emit(row.id))
        sides = [item[0] for item in row.quotes]
        if Side.LEFT in sides:
            menu.addAction(
                self.tr("Go to the &left passage"),
                lambda: self.go_requested.emit(row.id, Side.LEFT),
            )
        if Side.RIGHT in sides:
            menu.addAction(
                self.tr("Go to the &right passage"),
                lambda: self.go_requested.emit(row.id, Side.RIGHT),
            )
        for link in row.links:
            words = self.tr("Open the note “{0}”").format(link.words.replace("&", "&&"))
            menu.addAction(words, partial(self.link_followed.emit, link.note_id))
        # The menu of a row that is not chosen is for that row alone.
        chosen = self.selected_ids()
        self.menu_opening.emit(menu, chosen if row.id in chosen else (row.id,))
        menu.addAction(self.tr("E&xport…"), self.export_requested.emit)
        menu.addSeparator()
        delete = menu.addAction(self.tr("&Delete"), lambda: self._ask_delete(row.id))
        delete.setShortcut("Del")
        return menu

    def _ask_delete(self, note_id: str) -> None:
        chosen = self.selected_ids()
        self.delete_requested.emit(chosen if note_id in chosen else (note_id,))

    def _spoken(self, row: NoteRow, position: int, count: int) -> str:
        parts = [
            self.tr("Note {0} of {1}").format(position, count),
            row.group,
            self.tr("highlight") if row.is_highlight else "",
            stance_name(row.stance).lower(),
            row.when,
            " ".join(row.tags),
            state_name(row.state),
            row.text[:1000],
            *(self.tr("names the note “{0}”").format(link.words) for link in row.links),
            *(f"{from_where(each)}: {each.quote[:300]}" for each in row.quotes),
        ]
        return ", ".join(part for part in parts if part)

    # Qt overrides

    def sizeHint(self) -> QSize:
        return QSize(320, 600)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key, id = event.key(), self.current_id()
            if id and key == Qt.Key.Key_Delete:
                self._ask_delete(id)
                return True
            # Left and right are the sides.
            if id and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
                self.go_requested.emit(id, Side.LEFT if key == Qt.Key.Key_Left else Side.RIGHT)
                return True
        return super().eventFilter(watched, event)


def _key(row: NoteRow) -> object:
    return (row.id, row.section)


def _searched(row: NoteRow) -> str:
    quotes = " ".join(f"{from_where(each)} {each.quote}" for each in row.quotes)
    named = " ".join(link.words for link in row.links)
    return f"{row.text} {named} {quotes} {' '.join(row.tags)} {row.stance}".casefold()
