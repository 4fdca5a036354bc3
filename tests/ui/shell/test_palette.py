# SPDX-License-Identifier: MIT
"""Actions are found by a few letters and run by Enter."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from diptych.ui.parts.rows import RowList
from diptych.ui.shell.actions import SPECS
from diptych.ui.shell.fuzzy import fuzzy_match, ranked
from diptych.ui.shell.other_words import OTHER_WORDS, other_words
from diptych.ui.shell.palette import CommandPalette, plain_text

NAMES = ("Unmute", "Next match", "Previous match", "Pin on the left", "Normal size")


def names(typed: str) -> list[str]:
    return [hit.item for hit in ranked(typed, NAMES, str)]


@pytest.fixture
def actions(qapp: object) -> list[QAction]:
    made = [QAction(text) for text in ("&Next match", "Pin on the &left…", "&Undo")]
    made[0].setShortcut("Alt+Down")
    made[2].setEnabled(False)
    return made


def test_an_action_is_found_by_the_words_readers_have_for_it(qtbot: QtBot) -> None:
    made = [QAction(text) for text in ("The dark ferry", "A&ppearance…", "&The guide to meadows")]
    made[1].setObjectName("appearance")
    palette = CommandPalette(made)
    qtbot.addWidget(palette)
    box = palette.findChild(QLineEdit)

    first = {}
    for typed in ("theme", "dark", "sep", "font lang"):
        box.setText(typed)
        first[typed] = rows(palette)[0]

    # A name that has the word goes before.
    assert first == {
        "theme": "Appearance",
        "dark": "The dark ferry",
        "sep": "Appearance",
        "font lang": "Appearance",
    }
    box.setText("ferry theme")
    assert "Appearance" not in rows(palette)


def test_every_action_with_other_words_is_one(qapp: object) -> None:
    assert set(OTHER_WORDS) <= {spec.id for spec in SPECS}
    assert {other_words(id_) for id_ in ("appearance", "nothing")} == {
        OTHER_WORDS["appearance"],
        "",
    }


@pytest.fixture
def palette(qtbot: QtBot, actions: list[QAction]) -> CommandPalette:
    palette = CommandPalette(actions)
    qtbot.addWidget(palette)
    return palette


def rows(palette: CommandPalette) -> list[str]:
    model = palette.findChild(RowList).model()
    return [
        str(model.index(place, 0).data(Qt.ItemDataRole.AccessibleTextRole))
        for place in range(model.rowCount())
    ]


def test_first_letters_of_words_win() -> None:
    assert names("nm")[0] == "Next match"


def test_letters_out_of_order_find_nothing() -> None:
    assert fuzzy_match("xe", "Next") is None


def test_nothing_typed_keeps_the_order() -> None:
    assert names("") == list(NAMES)


def test_spaces_and_case_do_not_matter() -> None:
    assert names("PREV match") == ["Previous match"]


def test_places_are_the_letters_found() -> None:
    match = fuzzy_match("pl", "Pin on the left")
    assert match is not None
    assert match.places == (0, 11)


def test_very_long_input_is_survived() -> None:
    assert ranked("a" * 10_000, ["a" * 10_000], str)


def test_all_actions_are_listed_first_what_is_possible(palette: CommandPalette) -> None:
    assert rows(palette) == ["Next match, Alt+Down", "Pin on the left", "Undo, not possible now"]


def test_enter_runs_the_best_action(
    palette: CommandPalette, actions: list[QAction], qtbot: QtBot
) -> None:
    box = palette.findChild(QLineEdit)
    box.setText("pin")
    with qtbot.waitSignal(actions[1].triggered):
        QTest.keyClick(box, Qt.Key.Key_Return)


def test_impossible_action_is_not_run(
    palette: CommandPalette, actions: list[QAction], qtbot: QtBot
) -> None:
    box = palette.findChild(QLineEdit)
    box.setText("undo")
    with qtbot.assertNotEmitted(actions[2].triggered):
        QTest.keyClick(box, Qt.Key.Key_Return)


def test_arrows_move_while_typing(
    palette: CommandPalette, actions: list[QAction], qtbot: QtBot
) -> None:
    box = palette.findChild(QLineEdit)
    QTest.keyClick(box, Qt.Key.Key_Down)
    with qtbot.waitSignal(actions[1].triggered):
        QTest.keyClick(box, Qt.Key.Key_Return)


def test_ampersand_in_a_name_stays(qapp: object) -> None:
    assert plain_text(QAction("&Find && replace…")) == "Find & replace"
