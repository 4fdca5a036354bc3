# SPDX-License-Identifier: MIT
"""Short texts laid out for painting: wrapped, cut to a number of lines, with marks."""

from __future__ import annotations

import unicodedata
from collections import OrderedDict
from collections.abc import Callable, Sequence
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from diptych.patterns import late_pattern
from diptych.ui.offsets import utf16_length
from diptych.values import dataclass

ELLIPSIS = "…"
# No script of ours is narrower on average, so more characters never fit.
_NARROWEST = 2.5
# Running text is wider than this on average, in any typeface of the lists.
_SURELY = 4.6
# From Hebrew to Mongolian, and from the radicals of Chinese on.
_UPRIGHT = late_pattern(
    r"[\u0590-\u1cff\u2e80-\ufaff\ufb1d-\ufdff\ufe70-\ufefc]|[\U00010800-\U0003ffff]"
)
# Rows of a list in view, and those a few turns of the wheel away; a card has up to three.
_KEPT = 400
_LINE_BREAKS = str.maketrans("\n\r\t\x0b\x0c\x00", "      ")


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a text is set: font, ink, and how its marks are shown.

    With ``highlight`` marks get a background of ``mark_color``, otherwise an
    underline of that colour in the style ``underline``.
    """

    font: QFont
    ink: QColor
    mark_color: QColor | None = None
    highlight: bool = False
    underline: QTextCharFormat.UnderlineStyle = QTextCharFormat.UnderlineStyle.SingleUnderline


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A laid-out text, ready to be painted; ``text`` is what is left after cutting."""

    layout: QTextLayout
    text: str
    height: float
    ink: QColor

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Draw the text with its top left corner at ``x``, ``y``."""
        painter.setPen(QPen(self.ink))
        self.layout.draw(painter, QPointF(x, y))


class LaidOut:
    """Texts laid out for a list, kept by what they were laid out from."""

    def __init__(self) -> None:
        self._blocks: OrderedDict[object, TextBlock] = OrderedDict()

    def block(self, key: object, make: Callable[[], TextBlock]) -> TextBlock:
        """Return the block of a key, made when it is not kept; each paint asks for it again."""
        # Taken out and put back at the end: the one not painted for longest goes first.
        block = self._blocks.pop(key, None) or make()
        self._blocks[key] = block
        if len(self._blocks) > _KEPT:
            self._blocks.popitem(last=False)
        return block

    def clear(self) -> None:
        """Forget them all, as the ink is laid into them and is no part of their keys."""
        self._blocks.clear()


def is_right_to_left(text: str) -> bool:
    """Tell whether the first letter with a direction runs from right to left."""
    for char in text[:400]:
        direction = unicodedata.bidirectional(char)
        if direction in ("R", "AL"):
            return True
        if direction == "L":
            return False
    return False


def may_slant(text: str) -> bool:
    """Tell whether a text may be set in italics: Arabic, Hebrew, Indian and Chinese have none.

    No typeface is asked for an italic face of theirs: what comes in its place is often a
    row of boxes.
    """
    return text.isascii() or not _UPRIGHT.search(text)


def worn_by(text: str, font: QFont) -> QFont:
    """Return the font for a text: upright where its script has no italics."""
    if not font.italic() or may_slant(text):
        return font
    upright = QFont(font)
    upright.setItalic(False)
    return upright


def one_line(text: str) -> str:
    """Replace line breaks by spaces, one for one, so that offsets stay right."""
    return text.translate(_LINE_BREAKS)


def code_points(text: str, units: int) -> int:
    """Return how many code points of ``text`` the first ``units`` UTF-16 units are."""
    # Those up to U+FFFF are one unit each, those beyond it two.
    if text.isascii():
        return units
    return len(
        text.encode("utf-16-le", "surrogatepass")[: units * 2].decode("utf-16-le", "replace")
    )


def lay_out(
    text: str,
    style: TextStyle,
    width: float,
    *,
    lines: int = 1,
    marks: Sequence[tuple[int, int]] = (),
    shapes: Sequence[tuple[int, int, QTextCharFormat]] = (),
) -> TextBlock:
    """Wrap ``text`` to ``width`` and cut it to ``lines`` lines with an ellipsis.

    ``marks`` are half-open ranges of code points in ``text``; ``shapes`` are such ranges
    that look each as they say.
    """
    width = max(width, 1.0)
    text = one_line(text)
    cut = _cut(text, style.font, width, lines)
    layout = _layout(cut, style.font)
    formats = [*_formats(cut, marks, style), *_shaped(cut, shapes)]
    if formats:
        layout.setFormats(formats)
    height = _break_lines(layout, width, lines)
    return TextBlock(layout, cut, height, style.ink)


def line_estimate(advance: float, width: float, most: int) -> int:
    """Return how many lines a text of ``advance`` pixels takes, at most ``most``.

    Exact for one line; beyond that a twelfth is allowed for ragged line ends.
    Lists use it so that thousands of rows get a height without being laid out.
    """
    if advance <= width or most <= 1:
        return 1
    # lines = 1.09 * advance / width, rounded up
    return max(2, min(most, int(advance * 1.09 / max(width, 1.0)) + 1))


def lines_taken(text: str, font: QFont, width: float, most: int) -> int:
    """Return the lines a text takes, at most ``most``, measuring it only if in doubt."""
    # All lines are full, however narrow its letters are. With such texts left unmeasured
    # 2,000 matches are listed in 30 ms of CPU instead of 170.
    if len(text) * _SURELY > width * (most - 1) * 1.1:
        return most
    return line_estimate(text_advance(text, font), width, most)


def text_advance(text: str, font: QFont) -> float:
    """Return the width of ``text`` set on one endless line; long texts count as long."""
    return _advance(text[:600], font)


@lru_cache(maxsize=5_000)  # both sides of two thousand matches
def _advance(text: str, font: QFont) -> float:
    return QFontMetricsF(worn_by(text, font)).horizontalAdvance(one_line(text))


def line_height(font: QFont) -> float:
    """Return the distance from one line to the next."""
    return QFontMetricsF(font).lineSpacing()


def elided(text: str, font: QFont, width: float) -> str:
    """Return ``text`` on one line, cut at its end to ``width``."""
    # Cut before it is measured: no line shows more, and Qt would measure a whole book.
    return QFontMetricsF(worn_by(text, font)).elidedText(
        one_line(text[:2000]), Qt.TextElideMode.ElideRight, max(width, 0.0)
    )


def paint_line(
    painter: QPainter,
    rect: QRectF,
    text: str,
    *,
    font: QFont,
    ink: QColor,
    align_right: bool = False,
) -> None:
    """Draw one line of text, elided to ``rect``, in its own direction."""
    painter.setFont(worn_by(text, font))
    painter.setPen(ink)
    # In an interface read from left to right the ellipsis would stand before the first word.
    direction = painter.layoutDirection()
    if is_right_to_left(text):
        painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    side = Qt.AlignmentFlag.AlignRight if align_right else Qt.AlignmentFlag.AlignLeft
    # Absolute: left stays left in an interface that is read from right to left.
    flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
    painter.drawText(
        rect, int(flags) | int(Qt.TextFlag.TextSingleLine), elided(text, font, rect.width())
    )
    painter.setLayoutDirection(direction)


def _cut(text: str, font: QFont, width: float, lines: int) -> str:
    fits_at_most = int(lines * width / _NARROWEST) + 8
    shortened = len(text) > fits_at_most
    # No more is laid out than could ever fit: a passage may be a page long.
    head = text[:fits_at_most]
    layout = _layout(head, font)
    _break_lines(layout, width, lines)
    last = layout.lineAt(layout.lineCount() - 1) if layout.lineCount() else None
    end = code_points(head, last.textStart() + last.textLength()) if last is not None else 0
    if end >= len(head.rstrip()) and not shortened:
        return head
    # The ellipsis takes room too: drop characters until it fits.
    cut = head[:end].rstrip()
    # One line more than there is room for tells that it does not fit.
    while cut and _lines_of(cut + ELLIPSIS, font, width, lines + 1) > lines:
        cut = cut[:-1].rstrip()
    return cut + ELLIPSIS


def _lines_of(text: str, font: QFont, width: float, most: int) -> int:
    layout = _layout(text, font)
    _break_lines(layout, width, most)
    return layout.lineCount()


def _layout(text: str, font: QFont) -> QTextLayout:
    layout = QTextLayout(text, worn_by(text, font))
    right_to_left = is_right_to_left(text)
    option = QTextOption(
        Qt.AlignmentFlag.AlignRight if right_to_left else Qt.AlignmentFlag.AlignLeft
    )
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(
        Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
    )
    layout.setTextOption(option)
    # What is laid out once is painted many times.
    layout.setCacheEnabled(True)
    return layout


def _break_lines(layout: QTextLayout, width: float, most: int) -> float:
    y = 0.0
    metrics = QFontMetricsF(layout.font())
    layout.beginLayout()
    for _ in range(most):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        # Fonts that stand in for missing letters are taller; the baselines stay even.
        line.setPosition(QPointF(0, y + metrics.ascent() - line.ascent()))
        y += metrics.lineSpacing()
    layout.endLayout()
    return y


def _formats(
    text: str, marks: Sequence[tuple[int, int]], style: TextStyle
) -> list[QTextLayout.FormatRange]:
    if style.mark_color is None:
        return []
    shape = QTextCharFormat()
    if style.highlight:
        shape.setBackground(style.mark_color)
    else:
        shape.setUnderlineStyle(style.underline)
        shape.setUnderlineColor(style.mark_color)
    return _shaped(text, [(first, last, shape) for first, last in marks])


def _shaped(
    text: str, shapes: Sequence[tuple[int, int, QTextCharFormat]]
) -> list[QTextLayout.FormatRange]:
    ranges = []
    # The ellipsis is no part of a marked word.
    kept = len(text) - 1 if text.endswith(ELLIPSIS) else len(text)
    for first, last, shape in shapes:
        start, end = max(0, first), min(last, kept)
        if start >= end:
            continue
        mark = QTextLayout.FormatRange()
        # Qt counts UTF-16 units.
        mark.start = utf16_length(text[:start])
        mark.length = utf16_length(text[start:end])
        mark.format = shape
        ranges.append(mark)
    return ranges
