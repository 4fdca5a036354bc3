# SPDX-License-Identifier: MIT
"""Highlights without a note: made, coloured, taken back, listed; the bar at a selection."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from diptych.app import Diptych
from diptych.notes.note import Colour
from diptych.text.article import Span
from diptych.text.sides import Side

QUOTE = "Some 41,000 passengers used the night boat last year"


def do(diptych: Diptych, name: str) -> None:
    diptych.window.actions_by_id[name].trigger()


def select(diptych: Diptych, side: Side, words: str) -> Span:
    text = diptych.states.pair.sides[side].article.text
    start = text.index(words)
    diptych.window.frame.texts.focus(side)
    diptych.window.frame.texts.select(side, Span(start, start + len(words)))
    return Span(start, start + len(words))


def highlights(diptych: Diptych) -> list[tuple[str, str]]:
    placed = diptych.states.notes.pair_notes
    return [(p.note.colour.value, p.note.anchors[0].quote) for p in placed if p.note.is_highlight]


def wait_for(qtbot: QtBot, diptych: Diptych, wanted: list[tuple[str, str]]) -> None:
    qtbot.waitUntil(lambda: highlights(diptych) == wanted)


def test_a_selection_is_highlighted_recoloured_and_taken_back(
    diptych: Diptych, qtbot: QtBot
) -> None:
    select(diptych, Side.LEFT, QUOTE)
    do(diptych, "highlight-green")
    wait_for(qtbot, diptych, [("green", QUOTE)])
    do(diptych, "highlight-blue")  # the caret stands in it
    wait_for(qtbot, diptych, [("blue", QUOTE)])
    do(diptych, "undo")
    wait_for(qtbot, diptych, [("green", QUOTE)])
    do(diptych, "undo")
    wait_for(qtbot, diptych, [])


def test_the_key_once_more_takes_a_highlight_away(diptych: Diptych, qtbot: QtBot) -> None:
    span = select(diptych, Side.LEFT, QUOTE)
    view = diptych.window.split.panes[Side.LEFT].view
    qtbot.keyClick(view, Qt.Key.Key_H)
    wait_for(qtbot, diptych, [("yellow", QUOTE)])
    diptych.window.frame.texts.put_caret(Side.LEFT, span.start + 3)
    qtbot.keyClick(view, Qt.Key.Key_H)
    wait_for(qtbot, diptych, [])


def test_a_match_is_marked_on_both_sides_from_one(diptych: Diptych, qtbot: QtBot) -> None:
    select(diptych, Side.LEFT, "We did not come here to win an argument")
    do(diptych, "mark-counterpart")
    notes = diptych.states.notes
    qtbot.waitUntil(lambda: bool(notes.pair_notes))
    sides = {anchor.side for anchor in notes.pair_notes[0].note.anchors}
    assert sides == {Side.LEFT, Side.RIGHT}


def test_highlights_are_listed_apart_from_notes(diptych: Diptych, qtbot: QtBot) -> None:
    select(diptych, Side.LEFT, QUOTE)
    do(diptych, "highlight-red")
    panel = diptych.window.notes
    qtbot.waitUntil(lambda: len(panel.rows) == 1)
    boxes = panel.findChildren(QComboBox)
    box = next(each for each in boxes if each.findData("highlights") >= 0)
    listed = {}
    for place in range(box.count()):
        box.setCurrentIndex(place)
        box.activated.emit(place)
        listed[box.itemData(place)] = len(panel.rows)
    assert {sort for sort, rows in listed.items() if rows} == {"all", "highlights", "red"}


def test_one_text_alone_can_be_highlighted(
    open_window: object, files: tuple[Path, Path], qtbot: QtBot, profile: object
) -> None:
    diptych = open_window()  # type: ignore[operator]
    diptych.window.library_presenter.adding.open([files[0]])
    qtbot.waitUntil(lambda: diptych.states.pair.sides[Side.LEFT] is not None)
    select(diptych, Side.LEFT, QUOTE)
    do(diptych, "highlight-violet")
    wait_for(qtbot, diptych, [(Colour.VIOLET.value, QUOTE)])


def test_the_bar_stands_at_a_selection_and_leaves_with_it(diptych: Diptych, qtbot: QtBot) -> None:
    bar = diptych.window.selection_presenter.bar
    diptych.window.activateWindow()
    view = diptych.window.split.panes[Side.LEFT].view
    select(diptych, Side.LEFT, "The harbour vote")
    if not view.hasFocus():
        pytest.skip("no window here gets the keyboard")
    qtbot.waitUntil(bar.isVisible)
    diptych.window.frame.texts.put_caret(Side.LEFT, 0)
    assert not bar.isVisible()


@pytest.mark.parametrize("name", ["note", "highlight", "copy-with-source"])
def test_the_bar_leaves_with_what_it_offers_done_by_key(diptych: Diptych, name: str) -> None:
    bar = diptych.window.selection_presenter.bar
    select(diptych, Side.LEFT, "The harbour vote")
    bar.show()

    do(diptych, name)

    assert bar.isHidden()


@pytest.mark.parametrize(
    ("style", "words"),
    [("plain", "(The harbour vote, paragraph"), ("pandoc", "[@"), ("bibtex", "@misc{")],
)
def test_words_are_copied_with_their_source(diptych: Diptych, style: str, words: str) -> None:
    preferences = diptych.window.frame.preferences
    preferences.change(type(preferences.now)(cite_style=style))
    select(diptych, Side.LEFT, QUOTE)
    do(diptych, "copy-with-source")
    copied = QGuiApplication.clipboard().text()
    assert words in copied and (style == "bibtex" or QUOTE in copied)
