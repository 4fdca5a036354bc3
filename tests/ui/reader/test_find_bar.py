# SPDX-License-Identifier: MIT
"""The bar that finds words in the articles."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from diptych.errors import SearchError
from diptych.text.article import Span
from diptych.ui.parts.controls import ChoiceBox
from diptych.ui.reader.find_bar import FindBar
from diptych.ui.reader.finding import FindQuery, find_spans


@pytest.fixture
def bar(qtbot: QtBot) -> FindBar:
    bar = FindBar()
    qtbot.addWidget(bar)
    bar.open("ferry")
    return bar


@pytest.mark.parametrize(
    ("modifier", "step"),
    [(Qt.KeyboardModifier.NoModifier, 1), (Qt.KeyboardModifier.ShiftModifier, -1)],
)
def test_enter_goes_on_and_shift_enter_back(
    bar: FindBar, qtbot: QtBot, modifier: Qt.KeyboardModifier, step: int
) -> None:
    with qtbot.waitSignal(bar.step_requested) as asked:
        qtbot.keyClick(bar.words, Qt.Key.Key_Return, modifier)
    assert asked.args == [step]


def test_escape_closes_the_bar(bar: FindBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.closed):
        qtbot.keyClick(bar.words, Qt.Key.Key_Escape)
    assert bar.isHidden()


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("Match case", FindQuery("ferry", match_case=True)),
        ("Whole words", FindQuery("ferry", whole_words=True)),
        ("Pattern", FindQuery("ferry", is_pattern=True)),
    ],
)
def test_a_tick_asks_anew_and_is_set_by_space(
    bar: FindBar, qtbot: QtBot, words: str, asked: FindQuery
) -> None:
    box = next(b for b in bar.findChildren(QCheckBox) if b.text().replace("&", "") == words)
    with qtbot.waitSignal(bar.query_changed) as told:
        qtbot.keyClick(box, Qt.Key.Key_Space)
    assert told.args == [asked]


def test_a_pattern_says_itself_where_words_end(bar: FindBar, qtbot: QtBot) -> None:
    boxes = {b.text().replace("&", ""): b for b in bar.findChildren(QCheckBox)}
    boxes["Pattern"].click()
    assert not boxes["Whole words"].isEnabled()
    boxes["Pattern"].click()
    assert boxes["Whole words"].isEnabled()


def test_words_over_a_line_end_are_found() -> None:
    assert find_spans("The night\nboat", FindQuery("night boat")) == (Span(4, 14),)


def test_part_of_a_word_is_no_whole_word() -> None:
    assert find_spans("ferry ferryman", FindQuery("ferry", whole_words=True)) == (Span(0, 5),)


def test_where_to_look_is_drawn_as_every_other_choice(bar: FindBar) -> None:
    assert [box.accessibleName() for box in bar.findChildren(ChoiceBox)] == ["Where to look"]


def test_a_pattern_finds_what_it_describes_and_a_faulty_one_says_so() -> None:
    query = FindQuery(r"\d+ (boats|ferries)", is_pattern=True)
    assert [span.start for span in find_spans("The 3 boats, 14 ferries, 2 cars", query)] == [4, 13]
    with pytest.raises(SearchError, match="fault"):
        find_spans("text", FindQuery("(", is_pattern=True))


def test_a_pattern_without_end_is_given_up() -> None:
    with pytest.raises(SearchError, match="too long"):
        find_spans("a" * 4_000 + "!", FindQuery("(a|aa)+$", is_pattern=True))


def test_what_is_typed_has_the_room_that_is_free(diptych_look: None, bar: FindBar) -> None:
    bar.resize(bar.minimumSizeHint().width() + 100, 40)
    bar.show()
    assert bar.words.width() > bar.words.minimumSizeHint().width() + 80
