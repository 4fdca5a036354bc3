# SPDX-License-Identifier: MIT
"""Notices a press of the mouse outside of some widgets."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget


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
        # The press does what it does; it is only noticed.
        return False
