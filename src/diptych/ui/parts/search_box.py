# SPDX-License-Identifier: MIT
"""A field for search words that steers the list under it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit

AROUND_TEXT = 26  # pixels in a box: its edges, and what Qt leaves free beside the words
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 10, Qt.Key.Key_PageUp: -10}


def step_meant(event: QEvent) -> int:
    """Return by how many rows a key in a box moves in the list under it, 0 for another event.

    The keyboard stays in the box; these keys mean nothing in one line of text.
    """
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
        return 0
    return _STEPS.get(Qt.Key(event.key()), 0) if is_plain(event) else 0


def is_plain(event: QKeyEvent) -> bool:
    """Tell whether a key is pressed without another; on a Mac arrows count as the keypad's."""
    return not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier


class SearchBox(QLineEdit):
    """The search field: Up, Down, Enter and Esc steer the list under it."""

    moved = Signal(int)
    chosen = Signal()
    more_wanted = Signal()  # Right at the end of the words: further passages of the article
    left_side_chosen = Signal()
    right_side_chosen = Signal()
    dismissed = Signal()
    focused = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._hints: tuple[str, ...] = ("",)

    def offer_hints(self, hints: tuple[str, ...]) -> None:
        """Show the first of the hints that has room, whole; the longest is given first."""
        self._hints = hints
        # Room for the shortest words: an empty frame says nothing.
        shortest = min((hint for hint in hints if hint), key=len, default="")
        self.setMinimumWidth(AROUND_TEXT + self.fontMetrics().horizontalAdvance(shortest))
        self._fit_hint()

    def _fit_hint(self) -> None:
        room, letters = self.width() - AROUND_TEXT, self.fontMetrics()
        fitting = (hint for hint in self._hints if letters.horizontalAdvance(hint) <= room)
        self.setPlaceholderText(next(fitting, ""))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_hint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        side = self._side_signal(event)
        if side is not None:
            side.emit()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and is_plain(event):
            self.moved.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and is_plain(event):
            self.chosen.emit()
        elif key == Qt.Key.Key_Escape:
            self.dismissed.emit()
        # Within the words the key moves the cursor, as in any field.
        elif key == Qt.Key.Key_Right and is_plain(event) and self._is_at_end():
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
        # With a selection the key means its end, even where that is the end of all.
        return self.cursorPosition() == len(self.text()) and not self.hasSelectedText()

    def _side_signal(self, event: QKeyEvent) -> SignalInstance | None:
        if event.modifiers() != Qt.KeyboardModifier.AltModifier:
            return None
        sides = {Qt.Key.Key_1: self.left_side_chosen, Qt.Key.Key_2: self.right_side_chosen}
        return sides.get(Qt.Key(event.key()))
