# SPDX-License-Identifier: MIT
"""Short texts are wrapped, cut and marked as asked."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from diptych.ui.parts import text_block
from diptych.ui.parts.text_block import TextStyle, lay_out

LONG = "The night service carried passengers of all kinds through the whole winter. " * 20


@pytest.fixture
def style(qapp: object) -> TextStyle:
    return TextStyle(QFont(), QColor("black"), QColor("red"))


def test_short_text_stays_whole(style: TextStyle) -> None:
    assert lay_out("A short one.", style, 400, lines=2).text == "A short one."


def test_long_text_is_cut_with_an_ellipsis(style: TextStyle) -> None:
    block = lay_out(LONG, style, 200, lines=2)
    assert block.text.endswith("…")
    assert block.layout.lineCount() == 2


@pytest.mark.parametrize("lines", [1, 2, 3])
def test_cut_text_never_takes_more_lines(style: TextStyle, lines: int) -> None:
    block = lay_out(LONG, style, 120, lines=lines)
    assert block.layout.lineCount() <= lines


def test_empty_text_takes_one_line(style: TextStyle) -> None:
    assert lay_out("", style, 100).height == lay_out("x", style, 100).height


def test_line_breaks_count_as_spaces(style: TextStyle) -> None:
    assert lay_out("one\ntwo", style, 400).text == "one two"


def test_mark_after_an_emoji_is_counted_in_utf16(style: TextStyle) -> None:
    block = lay_out("🚢 boat", style, 400, marks=((2, 6),))
    mark = block.layout.formats()[0]
    assert (mark.start, mark.length) == (3, 4)


def test_mark_in_the_part_cut_off_is_left_out(style: TextStyle) -> None:
    block = lay_out(LONG, style, 120, lines=1, marks=((900, 905),))
    assert block.layout.formats() == []


def test_huge_text_is_not_laid_out_as_a_whole(style: TextStyle) -> None:
    block = lay_out("x" * 5_000_000, style, 100, lines=2)
    assert len(block.text) < 1000


def test_lone_surrogate_is_survived(style: TextStyle) -> None:
    assert lay_out("a\ud800b", style, 100).height > 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Hello", False), ("שלום", True), ("١٢ مرحبا", True), ("12, 13", False), ("", False)],
)
def test_direction_is_that_of_the_first_letter(text: str, expected: bool) -> None:
    assert text_block.is_right_to_left(text) is expected


@pytest.mark.parametrize(
    ("advance", "most", "expected"),
    [(90, 2, 1), (101, 2, 2), (900, 2, 2), (230, 4, 3), (500, 1, 1)],
)
def test_lines_are_estimated_from_the_width(advance: float, most: int, expected: int) -> None:
    assert text_block.line_estimate(advance, 100, most) == expected


def test_utf16_units_become_code_points() -> None:
    assert text_block.code_points("🚢 boat", 3) == 2


@pytest.mark.parametrize(
    ("text", "slants"),
    [
        ("A day on the quay, été", True),
        ("Ночной паром", True),
        ("تملك المكتبة", False),
        ("הצבעת הנמל", False),
        ("रात की नाव", False),
        ("夜间渡轮", False),
    ],
)
def test_scripts_without_italics_are_set_upright(text: str, slants: bool) -> None:
    font = QFont()
    font.setItalic(True)
    assert text_block.worn_by(text, font).italic() is slants


@pytest.mark.parametrize(("word", "is_at_end"), [("הצבעת ", False), ("voted ", True)])
def test_a_line_that_is_cut_has_its_dots_where_it_would_go_on(
    diptych_look: None, word: str, is_at_end: bool
) -> None:
    image = QImage(300, 40, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    text_block.paint_line(
        painter, QRectF(0, 0, 300, 40), word * 30, font=QFont("Inter", 14), ink=QColor("black")
    )
    painter.end()
    rows = [[y for y in range(40) if image.pixelColor(x, y).value() < 128] for x in range(300)]
    inked = [row for row in rows if row]
    # The dots are lower than any letter.
    tops = [min(min(row) for row in side) for side in (inked[:6], inked[-6:])]
    assert (tops[1] > tops[0]) is is_at_end
