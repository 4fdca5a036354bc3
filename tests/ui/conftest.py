# SPDX-License-Identifier: MIT
"""What tests of the window stand on: its words are English, and a pair to open in it."""

from __future__ import annotations

import gc
import multiprocessing
import sys
from collections.abc import Callable, Iterator
from functools import partialmethod
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from diptych import settings
from diptych.app import Diptych
from diptych.paths import Profile
from diptych.ui.parts import steps, theme, translation
from diptych.ui.shell.garbage import collect_what_is_due
from diptych.ui.shell.open_windows import Asked
from ui.moments import TimeForOne

PATIENCE_MS = 60_000
# What the processes of a window load before they work, all in diptych.services.
LOADED = ("changes", "companions", "comparing", "indexing", "retelling")

LEFT = """The harbour vote

{filler}

"We did not come here to win an argument with the other side of the water," the mayor said.

{filler}

Some 41,000 passengers used the night boat last year, a third of them shift workers.

The dredging contract will be tendered again in the month of May.
"""
RIGHT = """The ferry deal

Nobody asked the islanders what they thought of the timetable.

{filler}

The mayor told us: "We did not come here to win an argument with the other side of the water."

{filler}

Last year the night boat carried 46,000 passengers, a third of them shift workers.
"""
FILLER = "\n\n".join(
    f"Paragraph {n} of plain filler keeps its own words, {n * 37}." for n in range(25)
)


@pytest.fixture(scope="session", autouse=True)
def english(qapp: QApplication) -> None:
    """Let counted words take their English forms: 1 match, 2 matches."""
    translation.speak(qapp, "en")


@pytest.fixture(scope="session", autouse=True)
def collected_where_qt_lives() -> Iterator[None]:
    """Keep the collector out of the threads of lanes, as ``ShortRounds`` does in the application.

    Panels of tests before were ended there, hundreds at once, and a window that was just
    being painted crashed with them.
    """
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(autouse=True)
def none_left_behind(qapp: QApplication) -> Iterator[None]:
    """End the windows of a test with it: the next test would style all their widgets once more.

    The sheet goes with them, for a window is built quicker without one, as at a start.
    """
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.setStyleSheet("")
    collect_what_is_due()


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait longer than Qt's helper would for what is sure to come: machines are busy."""
    for name in ("waitUntil", "waitSignal", "waitSignals"):
        patient = partialmethod(getattr(QtBot, name), timeout=PATIENCE_MS)
        monkeypatch.setattr(QtBot, name, patient)


@pytest.fixture(autouse=True)
def quick_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fork each process from one that has loaded what it needs: to load it took half of the time.

    It comes as bare as a spawned one; tests of workers, of isolation and the journeys spawn theirs.
    """
    if sys.platform != "linux":
        return
    forking = multiprocessing.get_context("forkserver")
    forking.set_forkserver_preload([f"diptych.services.{name}" for name in LOADED])
    monkeypatch.setattr(multiprocessing, "get_context", lambda _method: forking)


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    left, right = tmp_path / "left.txt", tmp_path / "right.txt"
    left.write_text(LEFT.format(filler=FILLER), encoding="utf-8")
    right.write_text(RIGHT.format(filler=FILLER.replace("filler", "padding")), encoding="utf-8")
    return left, right


@pytest.fixture
def open_window(
    qtbot: QtBot, qapp: QApplication, profile: Profile
) -> Iterator[Callable[..., Diptych]]:
    theme.load_fonts()
    opened: list[Diptych] = []

    def open_(*paths: Path) -> Diptych:
        if not profile.settings_file.exists():  # each test opens a pair for the first time
            settings.save(
                settings.Settings(brief_at_first=False, versions_at_once=False),
                profile.settings_file,
            )
        diptych = Diptych(qapp, profile, "light")
        opened.append(diptych)
        diptych.start(Asked(files=paths), size=(1300, 800) if paths else None)
        if paths:
            qtbot.waitUntil(lambda: diptych.states.pair.comparison is not None)
        return diptych

    yield open_
    for diptych in opened:
        diptych.window.close()
        diptych.window.deleteLater()


@pytest.fixture
def diptych(open_window: Callable[..., Diptych], files: tuple[Path, Path]) -> Diptych:
    return open_window(*files)


@pytest.fixture
def diptych_look(qapp: QApplication) -> None:
    """Let widgets on their own wear what they wear in the window."""
    theme.load_fonts()
    theme.apply(qapp, theme.load_palette("light"))


@pytest.fixture
def moments(monkeypatch: pytest.MonkeyPatch) -> type[TimeForOne]:
    """Let each step of long work fill a moment; how many were taken is counted."""
    monkeypatch.setattr(steps, "Moment", TimeForOne)
    monkeypatch.setattr(TimeForOne, "taken", 0)
    return TimeForOne
