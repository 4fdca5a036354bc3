# SPDX-License-Identifier: MIT
"""A change reads as a line, with what was put in where it stands in its own text."""

from __future__ import annotations

import pytest
from tests.compare.articles import article

from diptych.compare.changes.finder import find_changes
from diptych.services.change_lines import change_lines

REST = "\nThe sea was calm and the night was clear that day."


@pytest.mark.parametrize(
    ("left", "right", "line"),
    [
        ("By Marta Lind, 4 May.", "By Marta Lind and Olav Berg, 4 May.", ""),
        ("It was inspected.", "It was inspected on Monday.", ""),
        ("The ferry left at noon.", "The old ferry left at noon.", ""),
        ("船长离开了港口去北方。", "老船长离开了港口去北方。", ""),
        ("The colour faded.", "The color faded.", "The colour color faded."),
    ],
)
def test_a_line_reads_as_the_text_does(left: str, right: str, line: str) -> None:
    pair = article(left + REST), article(right + REST)
    (told,) = change_lines(find_changes(*pair), *pair)
    assert told.text == (line or right)
