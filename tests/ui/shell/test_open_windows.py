# SPDX-License-Identifier: MIT
"""A link reaches the window that is open, and never waits for one that is not."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from diptych.ui.shell.open_windows import Asked, OpenWindow, hand_over

NOTE = Asked(note_id="7f0c1a52-5d62-4f4e-9d0c-2f8a1f7f3f10")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "windows"


@pytest.fixture
def window(qtbot: QtBot, folder: Path) -> Iterator[OpenWindow]:
    made = OpenWindow(folder)
    yield made
    made.close()


def asked_elsewhere(qtbot: QtBot, folder: Path, wanted: Asked = NOTE) -> bool:
    """Follow a link as another process would, while the windows here live."""
    with ThreadPoolExecutor(1) as threads:
        answer = threads.submit(hand_over, folder, wanted)
        qtbot.waitUntil(answer.done)
        return answer.result()


def requests_in(folder: Path) -> list[Path]:
    return [path for path in folder.iterdir() if path.suffix != ".lock"]


def test_an_open_window_is_asked_for_the_note(
    window: OpenWindow, folder: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(window.asked) as signal:
        assert asked_elsewhere(qtbot, folder)
    assert signal.args == [NOTE]
    assert not requests_in(folder)


def test_an_open_window_is_given_files(
    window: OpenWindow, folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    wanted = Asked(files=(tmp_path / "äöü 文.txt", tmp_path / "other.md"))
    with qtbot.waitSignal(window.asked) as signal:
        assert asked_elsewhere(qtbot, folder, wanted)
    assert signal.args == [wanted]


def test_without_a_window_nobody_is_waited_for(folder: Path) -> None:
    assert not hand_over(folder, NOTE)
    folder.mkdir()
    assert not hand_over(folder, NOTE)
    assert not requests_in(folder)


def test_a_closed_window_is_not_asked(window: OpenWindow, folder: Path) -> None:
    window.close()
    assert not hand_over(folder, NOTE)


def test_a_window_that_hangs_is_given_up(window: OpenWindow, folder: Path) -> None:
    assert not hand_over(folder, NOTE, patience=0.05)  # no event reaches the window meanwhile
    assert not requests_in(folder)


def test_a_window_that_crashed_is_not_asked(folder: Path) -> None:
    crash = (
        "import os, sys; from pathlib import Path; from PySide6.QtCore import QCoreApplication;"
        "app = QCoreApplication([]); from diptych.ui.shell.open_windows import OpenWindow;"
        "window = OpenWindow(Path(sys.argv[1])); os._exit(1)"
    )
    subprocess.run([sys.executable, "-c", crash, str(folder)], check=False)
    assert list(folder.glob("*.lock"))

    assert not hand_over(folder, NOTE)

    assert not list(folder.iterdir())


def test_one_of_two_windows_answers(window: OpenWindow, folder: Path, qtbot: QtBot) -> None:
    other = OpenWindow(folder)
    asked: list[Asked] = []
    window.asked.connect(asked.append)
    other.asked.connect(asked.append)

    assert asked_elsewhere(qtbot, folder)
    qtbot.wait(50)
    other.close()

    assert asked == [NOTE]


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"note": 7}', '{"note": "", "files": 7}', "x" * 2_000_000, "\udcff"]
)
def test_what_is_no_request_is_cleared_away(
    window: OpenWindow, folder: Path, qtbot: QtBot, text: str
) -> None:
    with qtbot.assertNotEmitted(window.asked):
        begun = folder / "odd.part"
        begun.write_bytes(text.encode("utf-8", "surrogateescape"))
        begun.replace(folder / "odd.request")
        qtbot.waitUntil(lambda: not requests_in(folder))


def test_a_folder_nobody_may_write_to_is_no_error(
    window: OpenWindow, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "write_text", refuse)
    assert not hand_over(folder, NOTE)
