# SPDX-License-Identifier: MIT
"""Pasted text is an article on the free side, and Ctrl+Z takes it out again."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from diptych.app import Diptych
from diptych.text.sides import Side


def test_a_pasted_text_is_opened_and_can_be_taken_out(
    open_window: Callable[..., Diptych], qtbot: QtBot
) -> None:
    diptych = open_window()
    library, pair = diptych.states.library, diptych.states.pair
    QGuiApplication.clipboard().setText("The ferry\n\nIt came at nine, as it always does.")
    diptych.window.actions_by_id["paste-article"].trigger()
    qtbot.waitUntil(lambda: pair.sides[Side.LEFT] is not None)
    assert "at nine" in pair.sides[Side.LEFT].article.text
    diptych.window.actions_by_id["undo"].trigger()
    qtbot.waitUntil(lambda: not library.entries)


def test_an_empty_clipboard_says_so(open_window: Callable[..., Diptych], qtbot: QtBot) -> None:
    diptych = open_window()
    QGuiApplication.clipboard().setText("  ")
    diptych.window.actions_by_id["paste-article"].trigger()
    said = diptych.window.status.message
    qtbot.waitUntil(lambda: "no text" in said.text())


def test_a_file_that_takes_long_shows_its_progress_and_is_given_up_at_once(
    open_window: Callable[..., Diptych], qtbot: QtBot, tmp_path: Path
) -> None:
    diptych = open_window()
    long = tmp_path / "long.html"
    lines = "".join(f"<p>The council spoke of number {n}.</p>" for n in range(150_000))
    long.write_text(f"<html><body>{lines}</body></html>", encoding="utf-8")
    status = diptych.window.status
    diptych.window.library_presenter.adding.add([long])
    qtbot.waitUntil(lambda: "long.html" in status.work.text())

    with qtbot.waitSignal(diptych.states.library.added) as signal:
        status.cancel.click()

    assert not signal.args[0].added  # it takes ten times as long to be read
    assert status.work.isHidden()


def test_three_files_opened_at_once_are_told_what_to_do(
    open_window: Callable[..., Diptych], qtbot: QtBot, tmp_path: Path
) -> None:
    diptych = open_window()
    drafts = [tmp_path / f"draft {n}.txt" for n in range(3)]
    for n, draft in enumerate(drafts):
        draft.write_text(f"The ferry\n\nIt came at {n + 7}, as it always does.", encoding="utf-8")

    said: list[str] = []
    diptych.states.library.added.connect(
        lambda _: said.append(diptych.window.status.message.text())
    )
    diptych.window.library_presenter.adding.open(drafts)
    qtbot.waitUntil(lambda: bool(said))

    assert said == [
        "3 added. Two articles are compared at a time: pin one with Alt+1, one with Alt+2."
    ]


def test_a_folder_is_added_without_a_word_on_pairs(
    open_window: Callable[..., Diptych], qtbot: QtBot, tmp_path: Path
) -> None:
    diptych = open_window()
    folders = [tmp_path / name for name in ("one", "two", "three")]
    for folder in folders:
        folder.mkdir()
        (folder / "boat.txt").write_text(
            f"The boat\n\nOf {folder.name}, it says.", encoding="utf-8"
        )

    diptych.window.library_presenter.adding.add(folders)
    qtbot.waitUntil(lambda: diptych.window.status.message.text() == "3 added")


def test_files_of_a_folder_are_not_looked_for_on_the_disk_again(
    open_window: Callable[..., Diptych],
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    diptych = open_window()
    folder = tmp_path / "texts"
    folder.mkdir()
    for n in range(3):
        (folder / f"{n}.txt").write_text(f"Ferry {n}\n\nIt came at {n}.", encoding="utf-8")
    asked: list[Path] = []
    resolve = Path.resolve

    def noted(path: Path, strict: bool = False) -> Path:
        if threading.current_thread() is threading.main_thread() and path.parent == folder:
            asked.append(path)
        return resolve(path, strict)

    monkeypatch.setattr(Path, "resolve", noted)
    with qtbot.waitSignal(diptych.states.library.added) as signal:
        diptych.window.library_presenter.adding.add([folder])

    assert len(signal.args[0].added) == 3
    assert not asked
