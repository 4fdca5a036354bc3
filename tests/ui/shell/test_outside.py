# SPDX-License-Identifier: MIT
"""A running window ends in order when it is told to, and opens what the desktop names."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from diptych.ui.shell.open_windows import Asked
from diptych.ui.shell.outside import EndedFromOutside, FilesFromDesktop

NOTE = "7f0c1a52-5d62-4f4e-9d0c-2f8a1f7f3f10"
posix = pytest.mark.skipif(os.name != "posix", reason="signals are sent to oneself on POSIX alone")


@pytest.fixture
def ending(qapp: QApplication) -> Iterator[EndedFromOutside]:
    made = EndedFromOutside(qapp)
    yield made
    made.close()


@pytest.fixture
def opening(qapp: QApplication) -> Iterator[FilesFromDesktop]:
    made = FilesFromDesktop(qapp)
    yield made
    made.close()


@posix
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_signal_closes_the_window_in_order(
    ending: EndedFromOutside, qtbot: QtBot, name: str
) -> None:
    with qtbot.waitSignal(ending.asked):
        os.kill(os.getpid(), getattr(signal, name))


@posix
def test_signals_go_back_to_whoever_had_them(qapp: QApplication) -> None:
    before = signal.getsignal(signal.SIGTERM)
    EndedFromOutside(qapp).close()
    assert signal.getsignal(signal.SIGTERM) is before


def test_end_of_the_session_closes_the_window(ending: EndedFromOutside, qtbot: QtBot) -> None:
    with qtbot.waitSignal(ending.asked):
        ending._session_ends(None)  # type: ignore[arg-type]  # Qt alone can make a session


def test_file_dropped_on_the_dock_is_opened(
    qapp: QApplication, opening: FilesFromDesktop, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(opening.asked) as asked:
        QApplication.sendEvent(qapp, QFileOpenEvent(str(tmp_path / "a.txt")))
    assert asked.args == [Asked(files=(tmp_path / "a.txt",))]


def test_link_followed_elsewhere_opens_its_note(
    qapp: QApplication, opening: FilesFromDesktop, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(opening.asked) as asked:
        QApplication.sendEvent(qapp, QFileOpenEvent(QUrl(f"diptych://note/{NOTE}")))
    assert asked.args == [Asked(note_id=NOTE)]


def test_link_to_nothing_of_ours_is_passed_over(
    qapp: QApplication, opening: FilesFromDesktop, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(opening.asked):
        QApplication.sendEvent(qapp, QFileOpenEvent(QUrl("diptych://elsewhere/1")))
