# SPDX-License-Identifier: MIT
"""The reader says what is no change, in menus and in words of his own."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from diptych.compare.changes.values import Ignored
from diptych.ui.changes.tools import AlikeSheet, ChangeTools, words_alike


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("thou, you\nshalt, shall", (("thou", "you"), ("shalt", "shall"))),
        (" thou ,thee,  you ", (("thou", "thee", "you"),)),
        ("thou\n\n,\n", ()),
    ],
)
def test_a_line_is_a_group_of_words(text: str, words: tuple[tuple[str, ...], ...]) -> None:
    assert words_alike(text) == words


def test_a_rule_is_added_to_those_that_hold(qtbot: QtBot) -> None:
    tools, asked = ChangeTools(), []
    qtbot.addWidget(tools)
    tools.ignored_chosen.connect(asked.append)
    tools.show_ignored(Ignored(case=True, alike=(("thou", "you"),)))
    tools._rules["spelling"].trigger()
    assert asked == [Ignored(case=True, spelling=True, alike=(("thou", "you"),))]


def test_the_words_of_the_pair_stand_in_the_sheet_and_others_are_taken(qtbot: QtBot) -> None:
    sheet, taken = AlikeSheet(Ignored(alike=(("thou", "you"),))), []
    qtbot.addWidget(sheet)
    sheet.chosen.connect(taken.append)
    box = sheet.findChild(QPlainTextEdit)
    assert box is not None
    assert box.toPlainText() == "thou, you"
    box.setPlainText("ye, you")
    sheet.buttons.accepted.emit()
    assert taken == [(("ye", "you"),)]
