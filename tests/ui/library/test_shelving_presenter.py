# SPDX-License-Identifier: MIT
"""The library in the window: folders watched, furniture shown, articles put on shelves."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QMenu, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from diptych.app import Diptych
from diptych.services import indexing
from diptych.text.article import BlockState
from diptych.ui.library import watch
from diptych.ui.library.edit_dialog import EditArticle
from diptych.ui.parts.status import Work
from library.packed import epub
from library.samples import BODY, PROSE, PROSE_2
from ui.listed import listed

FURNITURE = "\nShare this article\n\n12 comments\n\nLeave a reply\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "wall.txt").write_text(f"The harbour wall\n\n{BODY}{FURNITURE}")
    (folder / "boats.txt").write_text(f"The boats\n\n{PROSE_2}\n\n{PROSE}\n")
    return folder


@pytest.fixture
def diptych(open_window: Callable[..., Diptych], qtbot: QtBot, folder: Path) -> Iterator[Diptych]:
    """A window with a folder of two articles."""
    opened = open_window()
    with qtbot.waitSignal(opened.states.library.added):
        opened.window.library_presenter.adding.add([folder])
    qtbot.waitUntil(lambda: len(opened.states.library.entries) == 2)
    yield opened


def id_of(diptych: Diptych, name: str) -> str:
    entries = diptych.states.library.entries
    return next(entry.id for entry in entries if entry.path.name == name)


def pin_wall(diptych: Diptych, qtbot: QtBot) -> None:
    with qtbot.waitSignal(diptych.states.pair.pinned):
        diptych.states.pair.pin("left", id_of(diptych, "wall.txt"))


def states(diptych: Diptych) -> list[BlockState]:
    pinned = diptych.states.pair.sides["left"]
    assert pinned is not None
    return [block.state for block in pinned.article.blocks[-3:]]


def offered(diptych: Diptych, place: int, fold: int = -1) -> dict[str, QAction]:
    """Return the actions a pane's menu offers at a place of the left article, by their words."""
    menu = QMenu(diptych.window)
    diptych.window.split.panes["left"].view.menu_opening.emit(menu, place, fold)
    return {action.text().replace("&", ""): action for action in menu.actions()}


def test_a_folded_line_is_shown_and_folded_again(diptych: Diptych, qtbot: QtBot) -> None:
    pin_wall(diptych, qtbot)
    pinned = diptych.states.pair.sides["left"]
    assert pinned is not None
    place = pinned.article.text.index("12 comments")

    actions = offered(diptych, place)
    assert "Taken for: comment form" in actions
    with qtbot.waitSignal(diptych.states.pair.pinned):
        actions["Show this line"].trigger()
    assert states(diptych) == [BlockState.FOLDED, BlockState.SHOWN, BlockState.FOLDED]

    with qtbot.waitSignal(diptych.states.pair.pinned):
        diptych.window.status.undo.click()
    assert states(diptych) == [BlockState.FOLDED] * 3


def test_a_folded_line_opens_all_it_stands_for(diptych: Diptych, qtbot: QtBot) -> None:
    pin_wall(diptych, qtbot)

    with qtbot.waitSignal(diptych.states.pair.pinned):
        offered(diptych, -1, 0)["Show these lines"].trigger()

    assert states(diptych) == [BlockState.SHOWN] * 3


def test_all_lines_are_shown_by_the_menu(diptych: Diptych, qtbot: QtBot) -> None:
    pin_wall(diptych, qtbot)

    with qtbot.waitSignal(diptych.states.pair.pinned):
        diptych.window.actions_by_id["show-all-lines"].trigger()

    assert states(diptych) == [BlockState.SHOWN] * 3


def test_a_new_file_in_a_watched_folder_is_found(
    diptych: Diptych, qtbot: QtBot, folder: Path
) -> None:
    (folder / "new.txt").write_text(f"A new report\n\n{PROSE_2}\n")

    with qtbot.waitSignal(
        diptych.states.library.looked_through,
        check_params_cb=lambda report: len(report.added) == 1,
    ):
        diptych.states.library.look_through()


@pytest.mark.parametrize("step_s", [0, 1_000_000], ids=["on for weeks", "asleep meanwhile"])
def test_a_look_through_is_followed_by_another_whatever_the_clock_says(
    diptych: Diptych, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, step_s: int
) -> None:
    clock = SimpleNamespace(monotonic=count(3_000_000, step_s).__next__)
    monkeypatch.setattr(watch, "time", clock)

    with qtbot.waitSignal(diptych.states.library.looked_through):
        diptych.states.library.look_through()
    with qtbot.waitSignal(diptych.states.library.looked_through):
        diptych.states.folders.start()


def test_a_version_that_replaced_another_is_pinned_in_its_place(
    diptych: Diptych, qtbot: QtBot, folder: Path
) -> None:
    before = id_of(diptych, "wall.txt")
    (folder / "wall.txt").write_text(f"The harbour wall, again\n\n{BODY}")
    with qtbot.waitSignal(diptych.states.library.looked_through):
        diptych.states.library.look_through()

    with qtbot.waitSignal(diptych.states.pair.pinned):
        diptych.states.pair.pin("left", before)

    pinned = diptych.states.pair.sides["left"]
    assert pinned is not None
    assert pinned.article.title == "The harbour wall, again"


def test_very_many_articles_are_added_only_when_the_reader_says_so(
    diptych: Diptych, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexing, "MANY", 1)
    many = tmp_path / "many"
    many.mkdir()
    for number in range(3):
        (many / f"{number}.txt").write_text(f"Report {number}\n\n{PROSE}\n")
    with qtbot.waitSignal(diptych.states.library.many_found):
        diptych.window.library_presenter.adding.add([many])
    (question,) = diptych.window.findChildren(QMessageBox)
    assert "3 articles were found" in question.text()

    with qtbot.waitSignal(diptych.states.library.added) as signal:
        question.defaultButton().click()

    assert len(signal.args[0].added) == 3


def test_adding_waits_while_paused(diptych: Diptych, qtbot: QtBot, tmp_path: Path) -> None:
    library = diptych.states.library
    more = tmp_path / "more"
    more.mkdir()
    for number in range(4):
        (more / f"{number}.txt").write_text(f"Report {number}\n\n{PROSE}\n")
    # At once, before the first file is read: four are quickly done.
    library.adding.connect(lambda *_: library.brake.pause(), Qt.ConnectionType.SingleShotConnection)
    library.add([more])
    with qtbot.assertNotEmitted(library.added, wait=300):
        pass

    with qtbot.waitSignal(library.added) as signal:
        library.brake.resume()

    assert len(signal.args[0].added) == 4


def test_a_folder_stays_paused_while_a_file_comes_in(
    diptych: Diptych, qtbot: QtBot, tmp_path: Path
) -> None:
    library, status = diptych.states.library, diptych.window.status
    more, beside = tmp_path / "more", tmp_path / "beside.txt"
    more.mkdir()
    beside.write_text(f"Beside\n\n{PROSE}\n")
    for number in range(4):
        (more / f"{number}.txt").write_text(f"Report {number}\n\n{PROSE}\n")
    library.adding.connect(lambda *_: library.brake.pause(), Qt.ConnectionType.SingleShotConnection)
    library.add([more])
    qtbot.waitUntil(lambda: library.brake.is_at_work)
    status.show_work(
        Work.ADDING, "Adding", 0, 4, pause=diptych.window.library_presenter.adding._pause
    )
    status.pause.setChecked(True)

    with qtbot.waitSignal(library.added) as signal:
        library.add([beside])

    assert [taken.path for taken in signal.args[0].added] == [beside]
    assert library.brake.is_paused and status.pause.isChecked()
    assert not status.pause.isHidden()
    with qtbot.waitSignal(library.added):
        status.pause.click()
    assert status.pause.isHidden()


def test_a_collection_is_made_and_shown_alone(diptych: Diptych, qtbot: QtBot) -> None:
    library, panel = diptych.states.library, diptych.window.library_panel
    with qtbot.waitSignal(
        library.shelves_changed,
        check_params_cb=lambda shelves: "Ports" in shelves.collections,
    ):
        panel.collect_requested.emit((id_of(diptych, "wall.txt"),), "Ports")

    panel.shelf_requested.emit("collection", "Ports")

    assert [row.title for row in listed(panel, "Articles")] == ["The harbour wall"]
    panel.shelf_requested.emit("", "")
    assert len(listed(panel, "Articles")) == 2


def test_a_corrected_title_is_shown_where_the_article_is_pinned(
    diptych: Diptych, qtbot: QtBot
) -> None:
    pin_wall(diptych, qtbot)
    diptych.window.library_panel.edit_requested.emit(id_of(diptych, "wall.txt"))
    (dialog,) = diptych.window.findChildren(EditArticle)
    box = next(b for b in dialog.findChildren(QLineEdit) if b.text() == "The harbour wall")
    box.setText("The wall, corrected")

    with qtbot.waitSignal(diptych.states.pair.pinned):
        next(b for b in dialog.findChildren(QPushButton) if b.text() == "Save").click()

    pinned = diptych.states.pair.sides["left"]
    assert pinned is not None
    assert pinned.article.title == "The wall, corrected"


def test_a_chapter_opens_on_the_free_side(diptych: Diptych, qtbot: QtBot, tmp_path: Path) -> None:
    book = {"one": f"<h1>Wall</h1><p>{PROSE}</p>", "two": f"<h1>Boats</h1><p>{PROSE * 12}</p>"}
    (tmp_path / "book.epub").write_bytes(epub(book, title="Harbours"))
    library, pair = diptych.states.library, diptych.states.pair
    with qtbot.waitSignal(library.added) as signal:
        diptych.window.library_presenter.adding.add([tmp_path / "book.epub"])

    with qtbot.waitSignal(pair.pinned):
        library.open_chapter(signal.args[0].added[0].id, 2, lambda e: pair.pin("left", e.id))

    pinned = pair.sides["left"]
    assert pinned is not None
    assert pinned.article.title == "Boats"
