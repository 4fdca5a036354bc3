# SPDX-License-Identifier: MIT
"""What each sign in the texts stands for; ``kinds`` tells it of the kinds of match."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from diptych.compare.values import Kind
from diptych.ui.parts import theme
from diptych.ui.parts.kinds import LOOKS, Ink, color_of
from diptych.ui.parts.theme import Palette
from diptych.ui.parts.translation import QT_TRANSLATE_NOOP

# The other signs in the texts, by the name of their colour.
OTHERS = (
    (
        "only",
        QT_TRANSLATE_NOOP("Legend", "Only this article says it (View, Mark what is only here)."),
    ),
    (
        "note",
        QT_TRANSLATE_NOOP("Legend", "You have written a note on it, in the colour of the note."),
    ),
    ("hit", QT_TRANSLATE_NOOP("Legend", "It holds a word you search for; Esc takes these away.")),
    (
        "warning",
        QT_TRANSLATE_NOOP(
            "Legend", "The two differ here: another figure or date, or one side denies it (F8)."
        ),
    ),
    ("current", QT_TRANSLATE_NOOP("Legend", "The current match: stronger, with a line under it.")),
)
REMARKS = (
    QT_TRANSLATE_NOOP("Legend", "Where matches overlap, the colour of the strongest is shown."),
    QT_TRANSLATE_NOOP(
        "Legend",
        "The bands between the texts and the strips beside them have the same colours; "
        "the letter of a kind says the same without colour.",
    ),
    QT_TRANSLATE_NOOP(
        "Legend", "A bar under a row of the library says how much it shares with the open article."
    ),
    QT_TRANSLATE_NOOP(
        "Legend",
        "A card says Related where two claims are only near one another, Denies or Differs "
        "where they part.",
    ),
    QT_TRANSLATE_NOOP("Legend", "Grey text was taken for something that is not the article's."),
)


def translated(words: str) -> str:
    """Return words of the legend in the reader's language."""
    return QCoreApplication.translate("Legend", words)


class Swatch(QWidget):
    """A piece of text as it is marked: tint, line and, for a kind, its letter."""

    def __init__(self, ink: Ink, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ink = ink
        self._values = palette
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(self.sizeHint())

    def set_palette_values(self, palette: Palette) -> None:
        """Take the colours of another theme."""
        self._values = palette
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(26, 17)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.fillRect(box, self._values.color("paper"))
        # A current match has the hue of its kind; a claim stands for all.
        kind = Kind.SAME_CLAIM if self._ink == "current" else self._ink
        fill = {"hit": 0.55, "current": 0.9, "only": 0.1}.get(str(self._ink), 0.0)
        if isinstance(self._ink, Kind):
            fill = LOOKS[self._ink].fill
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color_of(kind, self._values, fill))
        painter.drawRoundedRect(box.adjusted(0, 1, 0, -1), 3, 3)
        painter.setPen(self._line())
        beside = self._ink == "only"
        painter.drawLine(box.topLeft() if beside else box.bottomRight(), box.bottomLeft())
        if isinstance(self._ink, Kind):
            painter.setPen(self._values.color("ink"))
            painter.setFont(theme.ui_font(7.5, bold=True))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, LOOKS[self._ink].letter)

    def _line(self) -> QPen:
        if isinstance(self._ink, Kind):
            return QPen(color_of(self._ink, self._values, 0.9), 1.6, LOOKS[self._ink].pen)
        if self._ink == "current":
            return QPen(self._values.color("accent"), 2.0)
        if self._ink == "hit":
            return QPen(Qt.PenStyle.NoPen)
        style = Qt.PenStyle.DotLine if self._ink == "only" else Qt.PenStyle.SolidLine
        return QPen(self._values.color(str(self._ink), 0.9), 2.0, style)
