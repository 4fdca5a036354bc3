# SPDX-License-Identifier: MIT
"""The panel beside the texts: its lists above, and below them the note that is written."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitter, QTabWidget, QWidget

UNBOUNDED = 16_777_215  # Qt's own word for a height without limit


class Beside(QSplitter):
    """Holds lists and note; where both have no room, the note leaves the lists their tabs only."""

    lists_wanted = Signal()  # while the note has their room

    def __init__(self, tabs: QTabWidget, editor: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._tabs = tabs
        self._editor = editor
        self._is_tight = False
        self.addWidget(tabs)
        self.addWidget(editor)
        self.setStretchFactor(0, 1)
        self.setChildrenCollapsible(False)
        editor.hide()
        for part in (tabs, editor):
            part.installEventFilter(self)
        tabs.tabBar().installEventFilter(self)
        tabs.tabBarClicked.connect(lambda _: self.make_room())
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_keyboard)

    @property
    def is_written_in(self) -> bool:
        """Tell whether a note is open here."""
        return not self._editor.isHidden()

    def make_room(self) -> None:
        """Have the note put away where it took the room of the lists."""
        if self._is_tight:
            self.lists_wanted.emit()

    def _share(self) -> None:
        """Give the lists' room to the note if there is none for both."""
        is_tight = self.is_written_in and self._needed() > self.height()
        if is_tight != self._is_tight:
            self._is_tight = is_tight
            self._tabs.setMaximumHeight(self._bar_height() if is_tight else UNBOUNDED)

    def _needed(self) -> int:
        lists = self._tabs.minimumSizeHint().height()
        # The least that was set counts for more than what its parts would like.
        note = self._editor.minimumHeight() or self._editor.minimumSizeHint().height()
        return lists + self.handleWidth() + note

    def _bar_height(self) -> int:
        return self._tabs.tabBar().sizeHint().height()

    def _follow_keyboard(self, _: QWidget | None, now: QWidget | None) -> None:
        # A list of no height would take the keys unseen.
        bar = self._tabs.tabBar()
        if now is not None and now is not bar and self._tabs.isAncestorOf(now):
            self.make_room()

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _OTHER_ROOM:
            self._share()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()


_OTHER_ROOM = (QEvent.Type.ShowToParent, QEvent.Type.HideToParent, QEvent.Type.LayoutRequest)
