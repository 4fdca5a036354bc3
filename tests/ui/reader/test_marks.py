# SPDX-License-Identifier: MIT
"""What lies over what where several marks meet."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from diptych.compare.values import Kind
from diptych.ui.parts.theme import load_palette
from diptych.ui.reader.marks import Mark, in_painting_order, paint_mark


def test_passage_with_several_counterparts_is_tinted_once() -> None:
    marks = [
        Mark(0, 40, kind, n)
        for n, kind in enumerate(
            (Kind.SAME_FACTS, Kind.SAME_CLAIM, Kind.SAME_CLAIM, Kind.SAME_WORDS)
        )
    ]
    assert [m.ink for m in in_painting_order(marks, current=-1)] == [Kind.SAME_WORDS]


def test_the_current_match_alone_is_painted_on_its_passage() -> None:
    marks = [Mark(0, 40, Kind.SAME_CLAIM, number) for number in range(4)]
    assert [m.match for m in in_painting_order(marks, current=2)] == [2]


def test_where_kinds_overlap_the_strongest_alone_is_painted() -> None:
    marks = [
        Mark(0, 40, Kind.SAME_CLAIM, 0, strength=0.6),
        Mark(20, 60, Kind.SAME_WORDS, 1, strength=0.9),
        Mark(30, 80, Kind.SAME_FACTS, 2, strength=0.7),
    ]
    painted = [(m.start, m.end, m.match) for m in in_painting_order(marks, current=-1)]
    assert painted == [(0, 20, 0), (20, 60, 1), (60, 80, 2)]


def test_hit_lies_over_the_current_match() -> None:
    marks = [
        Mark(10, 14, "hit"),
        Mark(0, 40, Kind.SAME_CLAIM, 3),
        Mark(0, 60, Kind.SAME_WORDS, 4, is_ground=True),
    ]
    assert [m.ink for m in in_painting_order(marks, current=3)] == [
        Kind.SAME_CLAIM,
        Kind.SAME_WORDS,
        "hit",
    ]


@pytest.mark.parametrize("ink", ["hit", "note-red"])
@pytest.mark.parametrize("theme", ["light", "dark", "sepia"])
def test_over_a_match_the_colour_of_what_the_reader_looks_for_is_the_same(
    qapp: object, theme: str, ink: str
) -> None:
    palette, rect = load_palette(theme), QRectF(2, 2, 30, 16)

    def painted(*marks: Mark) -> QColor:
        image = QImage(40, 20, QImage.Format.Format_RGB32)
        image.fill(palette.color("paper"))
        painter = QPainter(image)
        for mark in marks:
            paint_mark(painter, [rect], mark, palette, current=mark.match >= 0)
        painter.end()
        return image.pixelColor(16, 9)

    mark = Mark(0, 4, ink)
    assert painted(Mark(0, 9, Kind.SAME_FACTS, 3), mark) == painted(mark)
