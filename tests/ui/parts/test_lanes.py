# SPDX-License-Identifier: MIT
"""Jobs in a process of their own are superseded, dropped and broken off."""

from __future__ import annotations

import multiprocessing
import os
import threading
import weakref
from collections.abc import Iterator
from multiprocessing.connection import Listener
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from tests.endless import tell_and_wait

from diptych.errors import DiptychError
from diptych.ui.parts import lanes
from diptych.ui.parts.lanes import ComputeLane


@pytest.fixture
def lane(qtbot: QtBot) -> Iterator[ComputeLane]:
    lane = ComputeLane("tested")
    yield lane
    lane.close()


@pytest.fixture
def answers() -> list[Any]:
    return []


def begin_endless(lane: ComputeLane, name: str, answers: list[Any]) -> None:
    def failed(error: DiptychError) -> None:
        answers.append(error)

    with Listener() as listener:
        lane.run(name, tell_and_wait, listener.address, done=answers.append, failed=failed)
        listener.accept().close()


def test_a_job_that_is_broken_off_lets_the_next_one_begin(
    lane: ComputeLane, answers: list[Any], qtbot: QtBot
) -> None:
    begin_endless(lane, "compare", answers)

    lane.stop("compare")
    lane.run("compare", abs, -3, done=answers.append)

    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [3]


def test_a_lane_that_is_held_begins_when_it_is_free_again(
    lane: ComputeLane, answers: list[Any], qtbot: QtBot
) -> None:
    begun: list[str] = []

    def known() -> int:
        begun.append("begun")
        return 1

    lane.hold(True)
    lane.run("encode", abs, -3, first=known, done=answers.append)
    assert not begun

    lane.hold(False)
    qtbot.waitUntil(lambda: answers == [1])
    assert begun


def test_a_lane_that_is_held_can_be_closed(lane: ComputeLane, answers: list[Any]) -> None:
    lane.hold(True)
    lane.run("encode", abs, -3, done=answers.append)

    lane.close()

    assert not lane.is_busy
    assert not answers


def test_what_waits_for_an_answer_never_ends_in_the_thread(lane: ComputeLane, qtbot: QtBot) -> None:
    ended_in: list[int] = []

    class Waiting:
        def __call__(self, _: object) -> None:
            """Take the answer."""

    for number in range(50):
        waiting = Waiting()
        weakref.finalize(waiting, lambda: ended_in.append(threading.get_ident()))
        lane.run(f"job {number}", abs, -number, first=lambda: 1, done=waiting)
        del waiting

    qtbot.waitUntil(lambda: len(ended_in) == 50)
    assert set(ended_in) == {threading.get_ident()}


def test_another_job_is_not_broken_off(lane: ComputeLane, answers: list[Any], qtbot: QtBot) -> None:
    begin_endless(lane, "compare", answers)

    lane.stop("sharpen")
    lane.stop("compare", after_s=600)
    lane.run("next", abs, -3, done=answers.append)
    assert lane.is_busy

    lane.stop("compare")
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [3]


def test_an_idle_lane_has_nothing_to_stop(
    lane: ComputeLane, answers: list[Any], qtbot: QtBot
) -> None:
    lane.stop("compare")
    lane.run("compare", abs, -3, done=answers.append)
    qtbot.waitUntil(lambda: bool(answers))


def processes() -> list[str]:
    return [child.name for child in multiprocessing.active_children()]


def test_what_is_known_beforehand_needs_no_process(
    lane: ComputeLane, answers: list[Any], qtbot: QtBot
) -> None:
    lane.run("compare", abs, -3, first=lambda: 5, done=answers.append)

    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [5]
    assert "tested" not in processes()


def test_a_process_without_work_is_given_back(
    qtbot: QtBot, answers: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lanes, "IDLE_MS", 1)
    lane = ComputeLane("tested")
    with qtbot.waitSignal(lane.busy_changed, check_params_cb=lambda busy: not busy):
        lane.run("compare", abs, -3, done=answers.append)

    qtbot.waitUntil(lambda: "tested" not in processes())
    lane.run("compare", abs, -4, done=answers.append)

    qtbot.waitUntil(lambda: len(answers) == 2)
    assert answers == [3, 4]
    lane.close()


def test_a_process_is_kept_for_the_next_job_for_two_minutes(
    lane: ComputeLane, answers: list[Any], qtbot: QtBot
) -> None:
    lane.run("who", os.getpid, done=answers.append)
    qtbot.waitUntil(lambda: len(answers) == 1)

    lane.run("who", os.getpid, done=answers.append)

    qtbot.waitUntil(lambda: len(answers) == 2)
    assert answers[0] == answers[1] != os.getpid()
    assert lanes.IDLE_MS == 120_000
