# SPDX-License-Identifier: MIT
"""What stands in the middle while the library is empty: what this is for, how to begin."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from diptych.compare.values import Kind
from diptych.ui.parts import theme
from diptych.ui.parts.controls import set_ink
from diptych.ui.parts.kinds import LOOKS
from diptych.ui.parts.theme import Palette, fill

HIGH_ENOUGH = 440  # pixels; in less room the picture goes, and all words stay
COLUMN_WIDTH = 430  # pixels; the words are read, so they keep a measure
_SHEET = "#welcome { background: @paper; }"
# The small picture: lines of two texts, and which line on the left says what one on the right does.
_LINES = (1.0, 0.92, 0.98, 0.55, 0.0, 1.0, 0.95, 0.9, 0.4)  # widths; 0 leaves a gap
# Kind, line left, line right.
_BANDS = ((Kind.SAME_WORDS, 1, 0), (Kind.SAME_CLAIM, 5, 6), (Kind.SAME_FACTS, 7, 2))


class Welcome(QWidget):
    """Says in two sentences what Diptych does and offers three ways in."""

    samples_requested = Signal()
    folder_requested = Signal()
    files_requested = Signal()

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcome")
        # A plain widget paints no background of a style sheet's without it.
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._build(palette)
        self.set_palette_values(palette)

    def focus_list(self) -> None:
        """Put the keyboard focus on the first way in."""
        self._samples.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_palette_values(self, palette: Palette) -> None:
        """Take the colours of another theme."""
        self.setStyleSheet(fill(_SHEET, palette))
        self._picture.set_palette_values(palette)
        for label in self._quiet:
            set_ink(label, palette.color("muted"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # It says nothing that the words do not.
        self._picture.setVisible(event.size().height() >= HIGH_ENOUGH)

    def _build(self, palette: Palette) -> None:
        self._picture = PairPicture(palette)
        title = QLabel(self.tr("Read two articles side by side"))
        title.setFont(theme.reading_font(19, bold=True))
        what = QLabel(
            self.tr(
                "Diptych joins the passages in which both say the same, in the same words or in "
                "others, and shows what only one of them says."
            )
        )
        what.setFont(theme.reading_font(12.5))
        self._samples = self._button(self.tr("Open the sample articles"), primary=True)
        self._samples.clicked.connect(self.samples_requested)
        folder = self._button(self.tr("Add a folder…"))
        folder.clicked.connect(self.folder_requested)
        files = self._button(self.tr("Add files…"))
        files.clicked.connect(self.files_requested)
        samples = QLabel(self.tr("Twelve short reports on one affair, two of them opened at once."))
        own = QLabel(
            self.tr(
                "Or drop files and folders anywhere in the window. They stay where they are and "
                "are never changed; nothing leaves this computer."
            )
        )
        self._quiet = (samples, own)
        for label in (title, what, samples, own):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        own_row = QHBoxLayout()
        own_row.setSpacing(8)
        own_row.addWidget(folder)
        own_row.addWidget(files)
        column = QVBoxLayout()
        column.setSpacing(8)
        for widget, space in ((self._picture, 18), (title, 0), (what, 14), (self._samples, 0)):
            column.addWidget(widget)
            column.addSpacing(space)
        column.addWidget(samples)
        column.addSpacing(12)
        column.addLayout(own_row)
        column.addWidget(own)
        self._centre(column)

    def _button(self, text: str, *, primary: bool = False) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("primary", primary)
        button.setAutoDefault(True)  # Enter presses it too, as in a dialog
        button.setMinimumHeight(34)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        return button

    def _centre(self, column: QVBoxLayout) -> None:
        """Put the column in the middle, a little above it, as a page is read."""
        holder = QWidget()
        holder.setMaximumWidth(COLUMN_WIDTH)
        holder.setLayout(column)
        column.setContentsMargins(0, 0, 0, 0)
        across = QHBoxLayout()
        across.addStretch(1)
        # Far more than the room at its sides, which else would narrow the column first.
        across.addWidget(holder, 100)
        across.addStretch(1)
        down = QVBoxLayout(self)
        down.setContentsMargins(36, 24, 36, 24)
        down.addStretch(2)
        down.addLayout(across)
        down.addStretch(3)


class PairPicture(QWidget):
    """A small drawing of two texts with three passages joined; it says nothing of its own."""

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self._values = palette
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_palette_values(self, palette: Palette) -> None:
        """Take the colours of another theme."""
        self._values = palette
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(COLUMN_WIDTH, 116)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        column = self.width() * 0.38
        left = QRectF(0, 0, column, self.height())
        right = QRectF(self.width() - column, 0, column, self.height())
        # Below the lines, as in the texts.
        for kind, at_left, at_right in _BANDS:
            self._paint_band(painter, kind, _line(left, at_left), _line(right, at_right))
        for page in (left, right):
            self._paint_page(painter, page)

    def _paint_page(self, painter: QPainter, page: QRectF) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._values.color("line"), 1))
        painter.drawRoundedRect(page.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._values.color("ink", 0.28))
        for number, width in enumerate(_LINES):
            line = _line(page, number)
            bar = QRectF(line.left(), line.center().y() - 1.5, line.width() * width, 3)
            painter.drawRoundedRect(bar, 1.5, 1.5)

    def _paint_band(self, painter: QPainter, kind: Kind, left: QRectF, right: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(LOOKS[kind].color(self._values, 0.75))
        painter.drawRoundedRect(left, 2, 2)
        painter.drawRoundedRect(right, 2, 2)
        middle = (left.right() + right.left()) / 2
        path = QPainterPath(left.topRight())
        path.cubicTo(QPointF(middle, left.top()), QPointF(middle, right.top()), right.topLeft())
        path.lineTo(right.bottomLeft())
        path.cubicTo(
            QPointF(middle, right.bottom()), QPointF(middle, left.bottom()), left.bottomRight()
        )
        painter.setBrush(LOOKS[kind].color(self._values, 0.4))
        painter.drawPath(path)


def _line(page: QRectF, number: int) -> QRectF:
    """Return the place of a line of text on a page, with the air around it."""
    step = (page.height() - 20) / len(_LINES)
    return QRectF(page.left() + 12, page.top() + 10 + number * step, page.width() - 24, step - 1)
