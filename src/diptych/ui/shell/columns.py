# SPDX-License-Identifier: MIT
"""How the window is divided: the toolbar, and below it library, texts and panel in columns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

WIDTHS = (280, 840, 320)  # of library, texts and panel


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
