# SPDX-License-Identifier: MIT
"""How the window is divided: the toolbar, and below it library, texts and panel in columns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

WIDTHS = (280, 840, 320)  # of library, texts and panel
UNBOUNDED = 16_777_215  # Qt's own word for a height without limit


class Columns(QWidget):
    """Has a place for each part from the start, so that the texts need not wait for the others."""

    def __init__(self, toolbar: QWidget, texts: QWidget) -> None:
        super().__init__()
        self.middle = QStackedWidget()  # the texts, or what stands in their place
        self.middle.addWidget(texts)
        reader = QWidget()
        self._reading = _column(reader)
        self._reading.addWidget(self.middle, 1)
        self._toolbar = toolbar
        self._beside: tuple[QWidget, ...] = (QWidget(), QWidget())  # until the two are there
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        for widget in (self._beside[0], reader, self._beside[1]):
            self.splitter.addWidget(widget)
        self._stretch()
        self.splitter.setSizes(WIDTHS)
        self.pages = QStackedWidget()  # the columns, or a whole page
        self.pages.addWidget(self.splitter)
        whole = _column(self)
        whole.addWidget(toolbar)
        whole.addWidget(self.pages, 1)

    def foresee(self, widths: Sequence[int], *, library: bool, panel: bool) -> None:
        """Keep the room that library and panel will take."""
        for place, is_shown in zip(self._beside, (library, panel), strict=True):
            place.setVisible(is_shown)
        if len(widths) == self.splitter.count():
            self.splitter.setSizes(list(widths))

    def complete(self, library: QWidget, panel: QWidget) -> None:
        """Put library and panel where they belong."""
        for index, widget in ((0, library), (2, panel)):
            place = self.splitter.replaceWidget(index, widget)
            if place is not None:
                place.deleteLater()
        self._beside = ()
        self._stretch()
        _tab_from(self._toolbar, library)  # for it stands before the texts

    def add_below(self, widget: QWidget) -> None:
        """Put something below the texts."""
        self._reading.addWidget(widget)

    def _stretch(self) -> None:
        # A wider window gives its room to the texts.
        for index, stretch in enumerate((0, 1, 0)):
            self.splitter.setStretchFactor(index, stretch)


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


def _tab_from(first: QWidget, second: QWidget) -> None:
    """Have the tab key go from the last control within one widget to those within another."""
    chain = [*_controls(first)[-1:], *_controls(second)]
    for before, after in pairwise(chain):
        QWidget.setTabOrder(before, after)


def _controls(outer: QWidget) -> list[QWidget]:
    """Return what takes the keyboard inside a widget, as the tab key goes through it."""
    found, inner = [], outer.nextInFocusChain()
    while inner is not None and outer.isAncestorOf(inner):
        if inner.focusPolicy() != Qt.FocusPolicy.NoFocus:  # Qt orders no others
            found.append(inner)
        inner = inner.nextInFocusChain()
    return found


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column
