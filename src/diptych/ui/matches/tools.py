# SPDX-License-Identifier: MIT
"""The row above the match list: least strength, order, shortest wording."""

from __future__ import annotations

import math
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSlider, QToolButton, QWidget

from diptych.compare.values import Options
from diptych.services.match_filter import READING_ORDER, STRENGTH_ORDER, MatchFilter
from diptych.ui.parts.controls import quiet_button, set_ink
from diptych.ui.parts.counted import Counted
from diptych.ui.parts.text_block import text_advance
from diptych.ui.parts.theme import Palette, ui_font

SLIDER_PAUSE_MS = 120
RUNS = (6, 8, 10, 12, 16, 20)  # words


class MatchTools(QWidget):
    """Lets the reader choose what the list holds; holds no choice but what it shows."""

    strength_chosen = Signal(float)  # 0 to 1
    order_chosen = Signal(str)
    shortest_run_chosen = Signal(int)  # words

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build()
        self._connect()
        self.set_palette_values(palette)

    def show_filter(self, choice: MatchFilter) -> None:
        """Show a filter; nothing is emitted."""
        self._slider.blockSignals(True)
        self._slider.setValue(round(choice.strength * 100))
        self._slider.blockSignals(False)
        self._show_value()
        self.show_order(choice.order)

    def show_order(self, order: str) -> None:
        """Name the order in force."""
        by_strength = order == STRENGTH_ORDER
        name = self.tr("Strongest") if by_strength else self.tr("Reading order")
        self._order.setText(f"{name} ▾")
        for action in self._orders.actions():
            action.setChecked(action.data() == order)

    def show_shortest_run(self, words: int) -> None:
        """Tick how many words in a row count as shared wording; nothing is emitted."""
        for action in self._runs.actions():
            action.setChecked(action.data() == words)

    def set_palette_values(self, palette: Palette) -> None:
        """Take the colours of another theme."""
        for label in (self._strength_label, self._value):
            set_ink(label, palette.color("muted"))

    def _show_value(self) -> None:
        """Say from which strength on matches are listed."""
        value = self._slider.value()
        self._value.setText(self.tr("{0} %").format(value) if value else "")

    def _build(self) -> None:
        self._strength_label = QLabel(self.tr("Strength"))
        self._strength_label.setFont(ui_font(9))
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setRange(0, 100)
        self._slider.setPageStep(10)
        self._slider.setMinimumWidth(50)
        self._slider.setMaximumWidth(140)
        self._slider.setAccessibleName(self.tr("Least strength shown, in percent"))
        self._slider.setToolTip(self.tr("Hide matches weaker than this"))
        self._strength_label.setBuddy(self._slider)
        self._value = QLabel()
        self._value.setFont(ui_font(9))
        # As wide as its widest words, so that the slider does not move under the hand.
        self._value.setMinimumWidth(math.ceil(text_advance("100 %", ui_font(9))) + 4)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(SLIDER_PAUSE_MS)
        self._build_order()
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 8, 4)
        row.addWidget(self._strength_label)
        row.addWidget(self._slider, 1)
        row.addWidget(self._value)
        row.addStretch(0)
        row.addWidget(self._order)

    def _build_order(self) -> None:
        self._order = quiet_button("", self.tr("Order of the matches"))
        self._order.setFont(ui_font(9))
        # Its words end in an arrow already.
        self._order.setStyleSheet("QToolButton::menu-indicator { image: none; width: 0; }")
        self._order.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        self._orders = QActionGroup(self)
        for text, order in (
            (self.tr("&Reading order"), READING_ORDER),
            (self.tr("&Strongest first"), STRENGTH_ORDER),
        ):
            action = menu.addAction(text, partial(self.order_chosen.emit, order))
            action.setCheckable(True)
            action.setData(order)
            self._orders.addAction(action)
        menu.addSeparator()
        runs = menu.addMenu(self.tr("Same &words from"))
        self._runs = QActionGroup(self)
        for words in RUNS:
            action = runs.addAction(Counted().words(words))
            action.setCheckable(True)
            action.setData(words)
            self._runs.addAction(action)
        self.show_shortest_run(Options().shortest_run)
        self._order.setMenu(menu)
        self.show_order(READING_ORDER)

    def _connect(self) -> None:
        self._slider.valueChanged.connect(lambda _: self._pause.start())
        self._slider.valueChanged.connect(lambda _: self._show_value())
        # Not with each step: thousands of matches may have to be listed.
        self._pause.timeout.connect(lambda: self.strength_chosen.emit(self._slider.value() / 100))
        self._runs.triggered.connect(
            lambda action: self.shortest_run_chosen.emit(int(action.data()))
        )
