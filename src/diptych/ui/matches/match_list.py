# SPDX-License-Identifier: MIT
"""The matches as cards, steered by letters or by the menu of a card."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from diptych.notes.verdict import Verdict
from diptych.ui.matches.card import MatchCardDelegate
from diptych.ui.matches.rows import MatchRow
from diptych.ui.parts.hints import hint
from diptych.ui.parts.kinds import saying_name
from diptych.ui.parts.rows import RowList, RowModel
from diptych.ui.parts.theme import Palette

VERBS = {
    Qt.Key.Key_A: "accept",
    Qt.Key.Key_X: "reject",
    Qt.Key.Key_N: "note",
    Qt.Key.Key_W: "why",
}


class MatchList(RowList[MatchRow]):
    """Lists cards; asks for what a key, a button or a menu entry stands for."""

    asked = Signal(str, int)  # accept, reject, note or why; match index
    going = Signal(int)  # match index

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        self._single_keys = True
        model = RowModel[MatchRow](key=lambda row: row.index, spoken=self._spoken, tooltip=_tooltip)
        super().__init__(model)
        self._cards = model
        self._delegate = MatchCardDelegate(palette, self)
        if parent is not None:
            self.setParent(parent)
        self.setItemDelegate(self._delegate)
        self.set_buttons(self._delegate)
        self.setAccessibleName(self.tr("Matches"))
        self._delegate.button_clicked.connect(self.asked)
        self.row_chosen.connect(lambda row: self.going.emit(row.index))
        self.row_activated.connect(lambda row: self.going.emit(row.index))
        self.customContextMenuRequested.connect(self._show_menu)
        # Before the list has them: to Qt a letter means the next row that begins so.
        self.installEventFilter(self)

    def rows(self) -> tuple[MatchRow, ...]:
        """Return the cards as listed."""
        return self._cards.rows

    def current_row(self) -> MatchRow | None:
        """Return the current card, None without one."""
        place = self._cards.place_of(self.current_index())
        return None if place is None else self._cards.rows[place]

    def current_index(self) -> int:
        """Return the index of the current match, -1 if there is none."""
        key = self.current_key()
        return key if isinstance(key, int) else -1

    def measure(self, row: MatchRow, width: int) -> None:
        """Find out how high a card will be in a list of that width."""
        # A list of so many has a bar beside its cards.
        self._delegate.row_height(row, width - self.verticalScrollBar().sizeHint().width())

    def set_single_keys(self, on: bool) -> None:
        """Let A, X and N judge and annotate the current match, or not."""
        self._single_keys = on

    def set_palette_values(self, palette: Palette) -> None:
        """Take the colours of another theme."""
        self._delegate.set_palette_values(palette)
        self.viewport().update()

    def row_menu(self, row: MatchRow) -> QMenu:
        """Return the menu of what can be done with a match."""
        menu = QMenu(self)
        menu.addAction(self.tr("&Go to it"), lambda: self.going.emit(row.index))
        menu.addSeparator()
        for verb, text, key in (
            ("accept", self.tr("&Accept"), "A"),
            ("reject", self.tr("&Reject"), "X"),
            ("note", self.tr("Write a &note…"), "N"),
            ("why", self.tr("&Why this match"), "W"),
        ):
            action = menu.addAction(text, partial(self.asked.emit, verb, row.index))
            if self._single_keys:
                action.setShortcut(key)
        return menu

    def _show_menu(self, place: QPoint) -> None:
        index = self.indexAt(place)
        row = self._cards.row_at(index if index.isValid() else self.currentIndex())
        if row is not None:
            menu = self.row_menu(row)
            # Else each menu would live as long as the list.
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.viewport().mapToGlobal(place))

    def _spoken(self, row: MatchRow, position: int, count: int) -> str:
        verdicts = {
            None: "",
            Verdict.ACCEPTED: self.tr("accepted"),
            Verdict.REJECTED: self.tr("rejected"),
        }
        parts = [
            self.tr("Match {0} of {1}").format(position, count),
            saying_name(row.saying).lower(),
            row.place,
            row.label,
            self._delegate.counterpart(row),
            verdicts[row.verdict],
            self.tr("has a note") if row.has_note else "",
            *self._delegate.evidence(row),
            self.tr("left: {0}").format(row.left_text),
            self.tr("right: {0}").format(row.right_text),
        ]
        return ", ".join(part for part in parts if part)

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() in (
            QEvent.Type.KeyPress,
            QEvent.Type.ShortcutOverride,
        ):
            # As an override as well, or a shortcut of the window would take the letter.
            verb = self._verb_of(event)
            if verb and self.current_index() >= 0:
                event.accept()
                if event.type() == QEvent.Type.KeyPress:
                    self.asked.emit(verb, self.current_index())
                    return True
        return super().eventFilter(watched, event)

    def _verb_of(self, event: QKeyEvent) -> str:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return ""
        # No letter, and so there without single keys too.
        if event.key() == Qt.Key.Key_Delete:
            return "reject"
        return VERBS.get(Qt.Key(event.key()), "") if self._single_keys else ""


def _tooltip(row: MatchRow) -> str:
    return hint(f"{row.left_text}\n\n{row.right_text}")
