# SPDX-License-Identifier: MIT
"""Tags, folders and near copies are put in order in the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from diptych.app import Diptych
from diptych.paths import Profile
from diptych.services.folders import folders
from diptych.services.stores import Stores
from diptych.ui.library.care_sheet import CareSheet, LibraryOrder
from ui.acting import trigger


@pytest.fixture
def sheet(qtbot: QtBot, diptych_look: None) -> CareSheet:
    order = LibraryOrder({"port": 2}, ["/articles"], [[("a", "One"), ("b", "One again")]])
    sheet = CareSheet(order)
    qtbot.addWidget(sheet)
    return sheet


def press(sheet: CareSheet, words: str) -> None:
    buttons = sheet.findChildren(QPushButton)
    next(b for b in buttons if b.text().replace("&", "") == words).click()


def test_nothing_is_done_before_something_is_chosen(sheet: CareSheet) -> None:
    waiting = [b for b in sheet.tags.findChildren(QPushButton) if b.isEnabled()]
    assert not waiting


def test_chosen_copies_are_taken_out(sheet: CareSheet, qtbot: QtBot) -> None:
    sheet.copies.list.item(2).setSelected(True)
    with qtbot.waitSignal(sheet.articles_removed) as removed:
        press(sheet, "Take out of the library")
    assert removed.args == [("b",)]


def test_a_folder_is_forgotten(sheet: CareSheet, qtbot: QtBot) -> None:
    sheet.folders.list.item(0).setSelected(True)
    with qtbot.waitSignal(sheet.folders_forgotten) as forgotten:
        press(sheet, "Look through no longer")
    assert forgotten.args == [("/articles",)]


def test_a_tag_given_is_counted_and_removed(diptych: Diptych, qtbot: QtBot) -> None:
    care, library = diptych.window.library_care, diptych.states.library
    care.tag(diptych.states.pair.pinned_ids(), "port")
    qtbot.waitUntil(lambda: all("port" in e.tags for e in library.entries))
    diptych.window.actions_by_id["library-order"].trigger()
    sheet = diptych.window.findChild(CareSheet)
    qtbot.waitUntil(lambda: sheet.tags.list.count() == 1)
    assert sheet.tags.list.item(0).text() == "#port  (2)"
    sheet.tags_removed.emit(("port",))
    qtbot.waitUntil(lambda: not any(e.tags for e in library.entries))


def test_a_folder_forgotten_is_looked_through_again_after_undo(
    diptych: Diptych, qtbot: QtBot, tmp_path: Path, profile: Profile
) -> None:
    library, folder = diptych.states.library, tmp_path / "watched"
    folder.mkdir()
    (folder / "one.txt").write_text("One\n\nA ferry came late that night.\n", encoding="utf-8")
    before = len(library.entries)
    library.add([folder])
    qtbot.waitUntil(lambda: len(library.entries) == before + 1)

    def watched() -> list[str]:
        stores = Stores(profile)
        try:
            return [str(each) for each in folders(stores)]
        finally:
            stores.close()

    assert watched() == [str(folder)]
    diptych.window.library_care._forget((str(folder),))
    qtbot.waitUntil(lambda: watched() == [])
    trigger(diptych, "undo")
    qtbot.waitUntil(lambda: watched() == [str(folder)])
    assert len(library.entries) == before + 1
