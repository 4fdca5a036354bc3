# SPDX-License-Identifier: MIT
"""The parts of a library row keep clear of each other."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF

from diptych.ui.library.row_delegate import row_parts

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
