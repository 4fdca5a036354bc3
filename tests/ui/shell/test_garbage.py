# SPDX-License-Identifier: MIT
"""What is loaded is no matter for the garbage collector until the reader is away."""

from __future__ import annotations

import gc
import subprocess
import sys
import threading
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from diptych.ui.shell import garbage
from diptych.ui.shell.garbage import ShortRounds

# KiB held before and after a lane's thread has worked with large arrays.
ARRAYS = """
import threading
from pathlib import Path
from diptych.ui.shell.garbage import keep_little_memory

def held():
    status = Path("/proc/self/status").read_text()
    return int(status.split("RssAnon:")[1].split()[0])

def work():
    for size in range(8, 32):
        blocks = [bytearray(size << 20) for _ in range(3)]
        kept.append(bytearray(1000))
        del blocks

kept = []
keep_little_memory()
work()  # by which the C library learns to keep them
before = held()
lane = threading.Thread(target=work)
lane.start()
lane.join()
print(before, held())
"""

# How many places small blocks are taken from, with three threads that took some at once.
SHARED = """
import ctypes, sys, threading
from diptych.ui.shell.garbage import keep_little_memory

library = ctypes.CDLL(None)
keep_little_memory()
all_there = threading.Barrier(4)
kept = []

def work():
    all_there.wait()
    kept.append([bytearray(2000) for _ in range(1000)])
    all_there.wait()

lanes = [threading.Thread(target=work) for _ in range(3)]
for lane in lanes:
    lane.start()
all_there.wait()
all_there.wait()
library.fopen.restype = ctypes.c_void_p
told = library.fopen(sys.argv[1].encode(), b"w")
library.malloc_info(0, ctypes.c_void_p(told))
library.fclose(ctypes.c_void_p(told))
"""


class Knot:
    """Something that only a round of the collector can free."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def rounds(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[ShortRounds]:
    monkeypatch.setattr(garbage, "SETTLED_MS", 1)
    monkeypatch.setattr(garbage, "ROUND_MS", 1)
    gc.unfreeze()  # what windows of other tests have set aside
    made = ShortRounds(qapp)
    yield made
    qapp.applicationStateChanged.disconnect(made._look_through_when_away)
    made.deleteLater()
    gc.unfreeze()
    gc.enable()


def test_garbage_of_another_thread_ends_in_this_one(rounds: ShortRounds, qtbot: QtBot) -> None:
    ended_in: list[int] = []

    def tie() -> None:
        for _ in range(2 * gc.get_threshold()[0]):
            weakref.finalize(Knot(), lambda: ended_in.append(threading.get_ident()))

    gc.disable()
    other = threading.Thread(target=tie)
    other.start()
    other.join()
    assert not ended_in

    qtbot.waitUntil(lambda: bool(ended_in))
    assert set(ended_in) == {threading.get_ident()}


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="others return it by themselves")
def test_large_arrays_go_back_to_the_system(tmp_path: Path) -> None:
    # A process of its own: how the C library takes memory is a setting of the whole process.
    script = tmp_path / "arrays.py"
    script.write_text(ARRAYS, encoding="utf-8")
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=True)

    before, after = map(int, done.stdout.split())
    assert after < before + (20 << 10)  # 62 MiB were kept


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="others share by themselves")
def test_small_blocks_are_shared_by_the_lanes(tmp_path: Path) -> None:
    script, told = tmp_path / "shared.py", tmp_path / "told.xml"
    script.write_text(SHARED, encoding="utf-8")
    subprocess.run([sys.executable, script, told], check=True)

    assert told.read_text("utf-8").count("<heap ") == 1


def test_what_is_loaded_is_set_aside(rounds: ShortRounds, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: gc.get_freeze_count() > 0)
    gc.unfreeze()

    rounds.loaded()

    qtbot.waitUntil(lambda: gc.get_freeze_count() > 0)


def test_what_was_set_aside_is_looked_through_after_many_pairs(
    rounds: ShortRounds, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: rounds._loadings == 1)  # what the window itself is made of
    knot = Knot()
    ended = weakref.ref(knot)
    gc.freeze()
    del knot

    for _ in range(garbage.THOROUGH_AFTER - 1):
        assert ended() is not None
        with qtbot.waitSignal(rounds._settling.timeout):
            rounds.loaded()

    assert ended() is None


def test_all_is_looked_through_while_the_reader_is_away(
    rounds: ShortRounds, qapp: QApplication, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: rounds._loadings == 1)
    knot = Knot()
    ended = weakref.ref(knot)
    gc.freeze()
    del knot

    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    gc.collect()
    assert ended() is not None
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)

    assert ended() is None
