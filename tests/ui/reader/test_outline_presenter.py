# SPDX-License-Identifier: MIT
"""The headings stand beside the texts, follow the reading, and lead to their places."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from diptych.app import Diptych
from diptych.text.article import Span
from diptych.text.sides import Side
from diptych.ui.reader.outline_panel import OutlineRow

WORDS = "The ferry sails at dawn and the pier is swept by noon. " * 40
HEADED = "# The pier\n\n" + "".join(f"## Part {n}\n\n{WORDS}\n\n" for n in range(1, 7))


@pytest.fixture
def reading(open_window: Callable[..., Diptych], tmp_path: Path) -> Diptych:
    files = tmp_path / "headed.md", tmp_path / "plain.md"
    files[0].write_text(HEADED, encoding="utf-8")
    files[1].write_text(f"# Plain\n\n{WORDS}\n", encoding="utf-8")
    diptych = open_window(*files)
    diptych.window.frame.texts.focus(Side.LEFT)
    return diptych


def press(diptych: Diptych) -> None:
    diptych.window.actions_by_id["outline"].trigger()


def row(diptych: Diptych, title: str) -> OutlineRow:
    return next(row for row in diptych.window.outline.rows() if row.title == title)


def in_front(diptych: Diptych) -> str:
    return diptych.window.tabs.tabText(diptych.window.tabs.currentIndex())


def test_a_heading_of_a_markdown_article_is_gone_to_and_the_list_stays(reading: Diptych) -> None:
    press(reading)
    place = row(reading, "Part 4").place
    reading.window.outline.chosen.emit(place)
    texts = reading.window.frame.texts
    assert (texts.caret_place(Side.LEFT), texts.has_keyboard(Side.LEFT)) == (place, True)
    assert texts.top_place(Side.LEFT) > row(reading, "Part 2").place
    assert in_front(reading) == "Headings"


def test_the_list_follows_as_one_reads_on(reading: Diptych, qtbot: QtBot) -> None:
    press(reading)
    place = row(reading, "Part 3").place + len(WORDS) // 2
    reading.window.frame.texts.go_to(Side.LEFT, Span(place, place + 1))
    qtbot.waitUntil(lambda: row(reading, "Part 3").is_here)
    assert 0.4 < row(reading, "Part 3").share < 0.6
    assert row(reading, "Part 2").share == 1


def test_the_list_is_of_the_side_one_reads(reading: Diptych, qtbot: QtBot) -> None:
    press(reading)
    reading.window.frame.texts.focus(Side.RIGHT)
    qtbot.waitUntil(lambda: "no headings" in reading.window.outline.message())
    reading.window.frame.texts.focus(Side.LEFT)
    qtbot.waitUntil(lambda: len(reading.window.outline.rows()) == 6)


def test_the_key_puts_the_headings_away_from_within_them(reading: Diptych) -> None:
    before = in_front(reading)
    press(reading)
    assert reading.window.outline.isAncestorOf(QApplication.focusWidget())
    press(reading)
    assert in_front(reading) == before
    assert reading.window.frame.texts.has_keyboard(Side.LEFT)


def test_headings_in_front_are_there_again_with_the_next_window(
    reading: Diptych, open_window: Callable[..., Diptych], qtbot: QtBot
) -> None:
    press(reading)
    reading.window.close()
    again = open_window()
    qtbot.waitUntil(lambda: len(again.window.outline.rows()) == 6)
    assert in_front(again) == "Headings"


def test_what_was_looked_for_among_the_headings_is_forgotten_with_the_article(
    reading: Diptych, tmp_path: Path, qtbot: QtBot
) -> None:
    press(reading)
    box = reading.window.outline.findChild(QLineEdit)
    box.setText("Part 4")
    other = tmp_path / "other.md"
    other.write_text(HEADED.replace("Part", "Chapter"), encoding="utf-8")
    reading.window.library_presenter.adding.add_and_pin({Side.LEFT: other})
    qtbot.waitUntil(lambda: any(r.title == "Chapter 4" for r in reading.window.outline.rows()))
    assert not box.text()
