# SPDX-License-Identifier: MIT
"""A row of the list of changes has room for its words, in every script."""

from __future__ import annotations

import pytest

from diptych.compare.changes.values import ChangeKind
from diptych.services.change_lines import ChangeLine
from diptych.ui.changes.delegate import ChangeDelegate
from diptych.ui.parts.theme import load_palette

WIDTH = 300.0


def height(text: str) -> float:
    row = ChangeLine(0, ChangeKind.CHANGED, (), text)
    return ChangeDelegate(load_palette("light")).row_height(row, WIDTH)


@pytest.mark.parametrize(
    "sentence",
    [
        "守塔人听了很久，最后把茶杯放在桌上，说岛上没有这个人。",
        "등대지기는 오래 듣고 나서 마침내 찻잔을 탁자에 놓았다.",
    ],
)
@pytest.mark.usefixtures("qapp")
def test_wide_characters_are_given_a_second_line(sentence: str) -> None:
    assert height(sentence) > height(sentence[:10])


@pytest.mark.usefixtures("qapp")
def test_as_many_letters_need_one_line() -> None:
    assert height("The keeper listened for long") == height("The keeper")
