# SPDX-License-Identifier: MIT
"""The bar under the panes that finds words in one article or in both."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QToolButton,
    QWidget,
)

from diptych.text.sides import Side
from diptych.ui.parts.controls import ChoiceBox, add_clear_button
from diptych.ui.parts.counted import grouped
from diptych.ui.reader.finding import FindQuery

SCOPES = ((Side.LEFT, Side.RIGHT), (Side.LEFT,), (Side.RIGHT,))


class FindBar(QWidget):
    """Asks for words and says how many places hold them."""

    query_changed = Signal(object)  # FindQuery
    step_requested = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._build()
        self._connect()
        self.hide()

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 5, 14, 5)
        self.words = QLineEdit()
        self.words.setPlaceholderText(self.tr("Find in the articles"))
        self.words.setAccessibleName(self.tr("Find in the articles"))
        add_clear_button(self.words)
        self.words.setMaximumWidth(320)
        self._scope = ChoiceBox(self.tr("Where to look"))
        self._scope.addItems([self.tr("Both sides"), self.tr("Left"), self.tr("Right")])
        self._case = QCheckBox(self.tr("Match &case"))
        self._whole = QCheckBox(self.tr("&Whole words"))
        self._pattern = QCheckBox(self.tr("Pa&ttern"))
        self._pattern.setToolTip(self.tr("A regular expression, such as \\d+ (per cent|%)"))
        self._count = QLabel()
        self._previous = self._button("▴", self.tr("Previous place"))
        self._next = self._button("▾", self.tr("Next place"))
        self._close = self._button("✕", self.tr("Close"))
        row.addWidget(self.words, 100)  # before the room at the end, which is what is left
        for widget in (
            self._previous,
            self._next,
            self._scope,
            self._case,
            self._whole,
            self._pattern,
        ):
            row.addWidget(widget)
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(self._close)

    def _connect(self) -> None:
        self.words.textChanged.connect(lambda _: self._changed())
        self._scope.currentIndexChanged.connect(lambda _: self._changed())
        self._case.toggled.connect(lambda _: self._changed())
        self._whole.toggled.connect(lambda _: self._changed())
        # A pattern says itself where words end.
        self._pattern.toggled.connect(lambda on: self._whole.setEnabled(not on))
        self._pattern.toggled.connect(lambda _: self._changed())
        self._next.clicked.connect(lambda: self.step_requested.emit(1))
        self._previous.clicked.connect(lambda: self.step_requested.emit(-1))
        self._close.clicked.connect(self.leave)

    def open(self, words: str = "") -> None:
        """Show the bar, ready to type; ``words`` are what was selected."""
        # Without a selection the words of before stand there.
        if words:
            self.words.setText(words)
        self.show()
        self.words.setFocus()
        # What is typed replaces them.
        self.words.selectAll()
        self._changed()

    def leave(self) -> None:
        """Close the bar, if it is open."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def query(self) -> FindQuery:
        """Return what is asked for."""
        return FindQuery(
            self.words.text(),
            self._case.isChecked(),
            self._whole.isChecked(),
            self._pattern.isChecked(),
            SCOPES[self._scope.currentIndex()],
        )

    def show_count(self, number: int, total: int) -> None:
        """Say which of how many places is shown."""
        if not self.words.text().strip():
            self._count.clear()
        elif total == 0:
            self._count.setText(self.tr("Not found"))
        elif number:
            self._count.setText(self.tr("{0} of {1}").format(number, grouped(total)))
        else:
            self._count.setText(self.tr("%n place(s)", "", total))

    def show_fault(self, sentence: str) -> None:
        """Say why nothing can be found."""
        self._count.setText(sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            is_back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.step_requested.emit(-1 if is_back else 1)
        else:
            super().keyPressEvent(event)

    def _changed(self) -> None:
        self.query_changed.emit(self.query())

    def _button(self, text: str, name: str) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setToolTip(name)
        button.setAccessibleName(name)
        return button
