# SPDX-License-Identifier: MIT
"""The story of a claim in the window: of the selection or the match, each opens as a pair."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from diptych.app import Diptych
from diptych.compare.values import Saying
from diptych.services.story import Story, Teller
from diptych.text.article import Span
from diptych.text.sides import Side
from diptych.ui.parts.rows import RowList
from diptych.ui.story.dialog import StoryDialog


@pytest.fixture
def three(
    open_window: Callable[..., Diptych], files: tuple[Path, Path], tmp_path: Path, qtbot: QtBot
) -> Diptych:
    diptych = open_window(*files)
    third = tmp_path / "third.txt"
    third.write_text(
        "A letter\n\nSome 41,000 passengers used the night boat last year, a third of them "
        "shift workers, and I was one.\n",
        encoding="utf-8",
    )
    diptych.window.library_presenter.adding.add([third])
    qtbot.waitUntil(lambda: len(diptych.states.library.entries) == 3)
    return diptych


def asked(diptych: Diptych, qtbot: QtBot) -> StoryDialog:
    diptych.window.actions_by_id["next-difference"].trigger()
    diptych.window.actions_by_id["story"].trigger()
    dialog = diptych.window.findChild(StoryDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: bool(dialog.tellers()) or bool(dialog.message()))
    return dialog


def test_the_current_match_is_asked_about(three: Diptych, qtbot: QtBot) -> None:
    tellers = asked(three, qtbot).tellers()

    assert {t.title for t in tellers} == {"The harbour vote", "The ferry deal", "A letter"}


def test_a_teller_opens_beside_the_article_at_its_passage(three: Diptych, qtbot: QtBot) -> None:
    dialog, pair = asked(three, qtbot), three.states.pair
    letter = next(t for t in dialog.tellers() if t.title == "A letter")

    dialog.teller_chosen.emit(letter)

    qtbot.waitUntil(lambda: pair.pinned_ids()[1] == letter.id)
    qtbot.waitUntil(lambda: pair.found.current >= 0)
    assert pair.found.matches[pair.found.current].right.overlaps(letter.span)


def test_an_article_taken_away_leaves_the_open_story(three: Diptych, qtbot: QtBot) -> None:
    dialog = asked(three, qtbot)
    letter = next(t for t in dialog.tellers() if t.title == "A letter")

    three.states.library.remove([letter.id])

    qtbot.waitUntil(lambda: letter not in dialog.tellers())


def test_without_a_place_the_status_line_says_what_to_do(diptych: Diptych) -> None:
    diptych.states.pair.clear(Side.LEFT)
    diptych.states.pair.clear(Side.RIGHT)

    diptych.window.actions_by_id["story"].trigger()

    assert diptych.window.findChild(StoryDialog) is None
    assert "Select a sentence" in diptych.window.status.message.text()


def told(qtbot: QtBot, *, others: int) -> StoryDialog:
    """Return the dialog in front, the keyboard in its list, with so many tellers found since."""
    dialog, span = StoryDialog(), Span(0, 4)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.findChild(RowList).setFocus()
    asked = Teller("0", "Read", "", "", span, "Said", Saying.SAME_WORDS, is_asked=True)
    tellers = [replace(asked, id=str(n + 1), title="Other", is_asked=False) for n in range(others)]
    dialog.show_story(Story("0", span, "Said", (asked, *tellers)))
    return dialog


def test_without_tellers_the_keyboard_is_on_the_button_that_closes(qtbot: QtBot) -> None:
    dialog = told(qtbot, others=0)
    focused = dialog.focusWidget()
    assert isinstance(focused, QPushButton) and focused.text() == "Close"


def test_with_tellers_the_keyboard_stays_in_the_list(qtbot: QtBot) -> None:
    assert isinstance(told(qtbot, others=2).focusWidget(), RowList)


def test_what_is_only_related_is_not_said_to_tell_it(qtbot: QtBot) -> None:
    dialog = told(qtbot, others=3)
    asked, first, second, third = dialog.tellers()
    near = [replace(each, saying=Saying.RELATED) for each in (second, third)]

    dialog.show_story(Story("0", Span(0, 4), "Said", (asked, first, *near)))

    assert dialog.line.text() == "1 other article tells it. 2 say something related."


def test_why_the_article_that_is_read_does_not_open_is_said(qtbot: QtBot) -> None:
    dialog = told(qtbot, others=2)
    with qtbot.assertNotEmitted(dialog.teller_chosen):
        dialog.findChild(RowList).row_activated.emit(dialog.tellers()[0])
    assert "the article that is read" in dialog.line.text()
