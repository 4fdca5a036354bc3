# SPDX-License-Identifier: MIT
"""The parts of a library row keep clear of each other."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF

from diptych.ui.library.row_delegate import PairDelegate, row_parts
from diptych.ui.parts.theme import load_palette

ROW = QRectF(0, 100, 280, 60)


def test_title_ends_before_the_tag() -> None:
    parts = row_parts(ROW, 20, 15, 40)
    assert parts.title.right() <= ROW.right() - 14 - 40


def test_line_below_starts_under_the_title() -> None:
    parts = row_parts(ROW, 20, 15, 0)
    assert parts.below.top() >= parts.title.bottom()


@pytest.mark.parametrize("width", [120, 260, 900])
def test_buttons_lie_inside_the_row(width: int) -> None:
    row = QRectF(0, 0, width, 60)
    parts = row_parts(row, 20, 15, 51)
    assert row.contains(parts.left_button)
    assert row.contains(parts.right_button)
    assert not parts.left_button.intersects(parts.right_button)


def test_point_on_a_button_names_its_side() -> None:
    parts = row_parts(ROW, 20, 15, 51)
    middle = parts.left_button.center()
    assert parts.side_at(middle.x(), middle.y()) == "left"
    assert parts.side_at(5, 105) == ""


@pytest.mark.usefixtures("diptych_look")
@pytest.mark.parametrize("name", ["", "★ Ferries", "★ A name as long as a line is"])
def test_what_is_told_of_a_pair_is_told_whole_or_not_at_all(name: str) -> None:
    delegate = PairDelegate(load_palette("light"))
    facts = ["37 matches", "2 judged", "1 note"]
    whole = [", ".join(facts[:count]) for count in (1, 2, 3)]
    told = []
    for width in (480, 250, 200, 160):
        taken, meta = delegate.below(name, ", ".join(facts), width)
        assert meta in whole and taken < width
        told.append(whole.index(meta))

    assert told == sorted(told, reverse=True) and told[0] == 2
    assert bool(taken) == bool(name)
