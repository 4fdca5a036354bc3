# SPDX-License-Identifier: MIT
"""Long work of the window is done in steps, and what it is replaced by wins."""

from __future__ import annotations

import time
from collections.abc import Iterator

from pytestqt.qtbot import QtBot

from diptych.ui.parts.steps import Steps


def counting(done: list[int], count: int, *, seconds: float = 0.0) -> Iterator[None]:
    for number in range(count):
        until = time.perf_counter() + seconds
        while time.perf_counter() < until:
            pass
        done.append(number)
        yield


def test_what_is_short_is_done_at_once(qtbot: QtBot) -> None:
    steps, done = Steps(), []
    with qtbot.waitSignal(steps.finished, timeout=0):
        steps.start(counting(done, 3))
    assert (done, steps.is_running) == ([0, 1, 2], False)


def test_what_is_long_goes_on_while_the_window_lives(qtbot: QtBot) -> None:
    steps, done = Steps(), []
    steps.start(counting(done, 20, seconds=0.005))
    begun = len(done)
    assert steps.is_running and begun < 20

    qtbot.waitSignal(steps.finished).wait()

    assert done == list(range(20))


def test_new_work_takes_the_place_of_old(qtbot: QtBot) -> None:
    steps, old, new = Steps(), [], []
    steps.start(counting(old, 20, seconds=0.005))
    begun = len(old)

    steps.start(counting(new, 3))
    qtbot.wait(30)

    assert (len(old), new) == (begun, [0, 1, 2])


def test_work_that_is_stopped_stays_unfinished(qtbot: QtBot) -> None:
    steps, done = Steps(), []
    steps.start(counting(done, 20, seconds=0.005))
    begun = len(done)

    steps.stop()
    qtbot.wait(30)

    assert (len(done), steps.is_running) == (begun, False)


def test_work_may_begin_other_work(qtbot: QtBot) -> None:
    steps, done = Steps(), []

    def first() -> Iterator[None]:
        steps.start(counting(done, 2))
        yield

    steps.start(first())
    qtbot.wait(1)

    assert done == [0, 1]


def test_of_what_waits_for_its_turn_the_last_is_done(qtbot: QtBot) -> None:
    steps, done = Steps(), []
    steps.start(counting(done, 20, seconds=0.005))

    steps.start_when_free(lambda: counting([], 1))
    steps.start_when_free(lambda: counting(done, 2))
    qtbot.waitUntil(lambda: not steps.is_running)

    assert done == [*range(20), 0, 1]


def test_what_is_needed_now_is_done_at_once(qtbot: QtBot) -> None:
    steps, done = Steps(), []
    steps.start(counting(done, 20, seconds=0.005))
    with qtbot.waitSignal(steps.finished, timeout=0):
        steps.finish()
    assert (done, steps.is_running) == (list(range(20)), False)
