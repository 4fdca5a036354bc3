# SPDX-License-Identifier: MIT
"""The page on which both articles are read as one: its head, the column, what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from diptych.services.retelling import WovenRow
from diptych.text.sides import SIDES, Side
from diptych.ui.parts import theme
from diptych.ui.parts.controls import Banner, EmptyState, in_the_middle, quiet_button, set_ink
from diptych.ui.parts.theme import Palette, fill
from diptych.ui.reader.woven_view import WovenView

_SHEET = """
#woven { background: @paper; }
#wovenOrder { padding: 3px 12px; }
#wovenOrder:checked { background: @chip; border-color: @accent; }
"""


class WovenPage(QWidget):
    """Names both articles, lets the reader choose whose order, and holds the column."""

    order_chosen = Signal(object)  # Side
    closed = Signal()
    banner_followed = Signal(object)  # Side

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("woven")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._build(palette)
        self.set_palette_values(palette)
        self.show_nothing_pinned()

    def show_titles(self, left: str, right: str) -> None:
        """Name the two articles; each in its colour."""
        for side, title in zip(SIDES, (left, right), strict=True):
            self._titles[side].setText(title)
            self._orders[side].setToolTip(self.tr("In the order of “{0}”").format(title))

    def show_rows(self, rows: Sequence[WovenRow], order: Side, *, begin_at: int = -1) -> None:
        """Show the column in the order of a side, from a row on if one is given."""
        self._orders[order].setChecked(True)
        self.view.show_rows(rows, begin_at=begin_at)
        self._head.show()
        self._stack.setCurrentWidget(self.view)

    def show_nothing_pinned(self) -> None:
        """Say that two articles are needed."""
        self._say(
            self.tr("Two articles make one text"),
            self.tr(
                "Pin one with Alt+1 and another with Alt+2: what both say then stands here once, "
                "and what only one says beside it."
            ),
        )

    def show_waiting(self) -> None:
        """Say that the texts are still being compared."""
        self._say(self.tr("Comparing…"), self.tr("The column stands here as soon as that is done."))

    def show_weaving(self) -> None:
        """Say that both are being put into one column; of books that takes seconds."""
        self._say(
            self.tr("Putting both into one column…"),
            self.tr("The column stands here as soon as that is done."),
        )

    def show_stopped(self) -> None:
        """Say that there is no comparison."""
        self._say(
            self.tr("Not compared"),
            self.tr("Go back with Esc and press Compare beside the texts."),
        )

    def show_banner(self, side: Side, title: str, text: str) -> None:
        """Say something of the file of an article below the column; empty text takes it away."""
        self.banners[side].say(f"{escape(title)}: {text}" if text else "")

    def message(self) -> str:
        """Return what stands there instead of a column."""
        return self._empty.message()

    def focus(self) -> None:
        """Give the keyboard to the column, or to the way back where there is none."""
        shown = self._stack.currentWidget() is self.view
        (self.view if shown else self._leave).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_palette_values(self, palette: Palette) -> None:
        """Take the colours of another theme."""
        self.setStyleSheet(fill(_SHEET, palette))
        self.view.set_palette_values(palette)
        self._empty.set_palette_values(palette)
        set_ink(self._line, palette.color("muted"))
        for side in SIDES:
            set_ink(self._titles[side], palette.color(f"voice-{side.value}"))

    def _say(self, title: str, text: str) -> None:
        had_keyboard = self.isAncestorOf(QApplication.focusWidget() or self)
        self.view.clear_rows()
        self._head.hide()
        self._empty.show_message(title, text)
        self._stack.setCurrentIndex(1)
        if had_keyboard:  # what had it is hidden
            self.focus()

    def _build(self, palette: Palette) -> None:
        self.view = WovenView(palette)
        self.view.escaped.connect(self.closed)
        # Its buttons and what stands in place of the column hear Esc as well.
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(self.closed)
        self._titles = {side: QLabel() for side in SIDES}
        self._orders: dict[Side, QPushButton] = {}
        # One of the two orders is always in force.
        self._group = QButtonGroup(self)
        self._back = quiet_button(
            self.tr("Side by side"), self.tr("Back to the two texts"), self.tr("Back (Esc)")
        )
        self._back.clicked.connect(self.closed)
        self._line = QLabel(
            self.tr("What both say stands once; a click shows both wordings. Order of:")
        )
        self._line.setFont(theme.ui_font(9))
        self._head = QWidget()
        head = QVBoxLayout(self._head)
        head.setContentsMargins(24, 14, 24, 6)
        head.setSpacing(6)
        titles = QHBoxLayout()
        for side, label in self._titles.items():
            label.setFont(theme.reading_font(12.5, bold=True))
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            # Absolute: the left article is on the left, whichever way the interface is read.
            edge = Qt.AlignmentFlag.AlignLeft if side == Side.LEFT else Qt.AlignmentFlag.AlignRight
            label.setAlignment(edge | Qt.AlignmentFlag.AlignAbsolute)
            titles.addWidget(label, 1)
        head.addLayout(titles)
        head.addLayout(self._tools())
        self._empty = EmptyState(palette)
        self._leave = self._empty.add_button(
            self.tr("Side by side"), self.tr("Back (Esc)"), self.closed.emit
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(in_the_middle(self._empty))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._stack, 1)
        self.banners = {side: Banner() for side in SIDES}
        for side, banner in self.banners.items():
            column.addWidget(banner)
            banner.linkActivated.connect(lambda _, s=side: self.banner_followed.emit(s))

    def _tools(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self._line)
        for side, words in zip(SIDES, (self.tr("Left"), self.tr("Right")), strict=True):
            button = QPushButton(words)
            button.setObjectName("wovenOrder")
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, s=side: self.order_chosen.emit(s))
            self._group.addButton(button)
            self._orders[side] = button
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self._back)
        return row
