# SPDX-License-Identifier: MIT
"""The bar at the top: library, search, moving between matches, note, export."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QToolButton, QWidget

from diptych.ui.parts.controls import add_clear_button
from diptych.ui.parts.icons import icon
from diptych.ui.parts.theme import Palette

HEIGHT = 44


class SearchBox(QLineEdit):
    """The search field: Up, Down, Enter and Esc steer the list under it."""

    moved = Signal(int)
    chosen = Signal()
    more_wanted = Signal()  # Right at the end of the words: further passages of the article
    left_side_chosen = Signal()
    right_side_chosen = Signal()
    dismissed = Signal()
    focused = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        side = self._side_signal(event)
        if side is not None:
            side.emit()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not event.modifiers():
            self.moved.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.chosen.emit()
        elif key == Qt.Key.Key_Escape:
            self.dismissed.emit()
        elif key == Qt.Key.Key_Right and not event.modifiers() and self._is_at_end():
            self.more_wanted.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        # Alt+1 and Alt+2 are window shortcuts; here they pin the result in hand.
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and self._side_signal(event) is not None:
            event.accept()  # the key itself follows, see keyPressEvent
            return True
        if event.type() == QEvent.Type.FocusIn:
            self.focused.emit()
        return super().event(event)

    def _is_at_end(self) -> bool:
        return self.cursorPosition() == len(self.text()) and not self.hasSelectedText()

    def _side_signal(self, event: QKeyEvent) -> SignalInstance | None:
        if event.modifiers() != Qt.KeyboardModifier.AltModifier:
            return None
        sides = {Qt.Key.Key_1: self.left_side_chosen, Qt.Key.Key_2: self.right_side_chosen}
        return sides.get(Qt.Key(event.key()))


class Toolbar(QWidget):
    """Lays out the buttons of actions that exist elsewhere, and the search field."""

    def __init__(
        self, palette: Palette, actions: Mapping[str, QAction], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._palette = palette
        self._actions = actions
        self._buttons: dict[str, QToolButton] = {}
        self._build()

    def _build(self) -> None:
        self.setObjectName("toolbar")
        self.setFixedHeight(HEIGHT)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(2)
        row.addWidget(self._button("toggle-library", self.tr("Library"), "library"))
        row.addWidget(self._button("overview", self.tr("Overview"), "overview"))
        row.addStretch(1)
        self.search = SearchBox()
        self.search.setObjectName("searchBox")
        self.search.setAccessibleName(self.tr("Search the library"))
        add_clear_button(self.search)
        self.search.setMinimumWidth(90)
        self.search.setMaximumWidth(430)
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row.addWidget(self.search, 6)
        row.addStretch(1)
        row.addWidget(self._button("previous-match", "", "previous"))
        self.position = QLabel()
        self.position.setObjectName("matchPosition")
        self.position.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row.addWidget(self.position)
        row.addWidget(self._button("next-match", "", "next"))
        row.addWidget(
            self._button("scroll-together", self.tr("Scroll together"), "scroll-together")
        )
        row.addWidget(self._button("note", self.tr("Note"), "note"))
        row.addWidget(self._button("appearance", self.tr("Aa"), ""))
        row.addWidget(self._button("export-pair", self.tr("Export"), ""))
        self.show_position(0, 0)
        self.show_count(0)

    def show_position(self, number: int, total: int) -> None:
        """Say which match is current."""
        if total == 0:
            self.position.setText(self.tr("No matches"))
        elif number == 0:
            self.position.setText(self.tr("%n match(es)", "", total))
        else:
            self.position.setText(self.tr("Match {0} of {1}").format(number, total))

    def show_count(self, articles: int) -> None:
        """Say in the empty field how many articles are searched."""
        counted = self.tr("Search %n article(s)…", "", articles)
        words = counted if articles else self.tr("Search…")
        keys = self._actions["search"].shortcut().toString()
        self.search.setPlaceholderText(f"{words}   {keys}")

    def set_palette_values(self, palette: Palette) -> None:
        """Tint the icons for another theme."""
        self._palette = palette
        for button in self._buttons.values():
            name = button.property("icon_name")
            if name:
                button.setIcon(icon(name, palette.ink))

    def _button(self, action_id: str, text: str, icon_name: str) -> QToolButton:
        action = self._actions[action_id]
        button = QToolButton()
        button.setObjectName(f"button-{action_id}")
        button.setCheckable(action.isCheckable())
        # Qt leaves two spaces free behind a text beside an icon, and none before it.
        button.setText(f" {text}" if icon_name and text else text)
        button.setProperty("beside", bool(icon_name and text))
        button.setProperty("icon_name", icon_name)
        button.setAccessibleName(action.text().replace("&", ""))
        keys = action.shortcut().toString()
        button.setToolTip(action.text().replace("&", "") + (f"  ({keys})" if keys else ""))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        style = Qt.ToolButtonStyle
        if icon_name:
            button.setIcon(icon(icon_name, self._palette.ink))
            beside = style.ToolButtonTextBesideIcon if text else style.ToolButtonIconOnly
            button.setToolButtonStyle(beside)
        else:
            button.setToolButtonStyle(style.ToolButtonTextOnly)
        button.clicked.connect(action.trigger)
        action.enabledChanged.connect(button.setEnabled)
        if action.isCheckable():
            action.toggled.connect(button.setChecked)
            button.setChecked(action.isChecked())
        self._buttons[action_id] = button
        return button


class ClickAway(QObject):
    """Tells when the mouse is pressed outside some widgets (to close a list)."""

    pressed_outside = Signal()

    def __init__(self, *inside: QWidget) -> None:
        super().__init__(inside[0])
        self._inside = inside

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget):
            within = any(w is watched or w.isAncestorOf(watched) for w in self._inside)
            if not within:
                self.pressed_outside.emit()
        return False
