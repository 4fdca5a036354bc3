# SPDX-License-Identifier: MIT
"""A long import waits while it is paused, and no longer than it must."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as StillWaiting

import pytest

from diptych.ui.desk.brake import LOOK_SECONDS, Brake

PATIENCE_SECONDS = 30


class Ending:
    """Whether the application ends."""

    now = False


@pytest.fixture
def ending() -> Ending:
    return Ending()


@pytest.fixture
def brake(ending: Ending) -> Brake:
    return Brake(lambda: ending.now)


@pytest.fixture
def asked(brake: Brake) -> Iterator[Future[bool]]:
    """Another thread that asks whether to stop while the work is paused."""
    brake.pause()
    with ThreadPoolExecutor(1) as threads:
        answer = threads.submit(brake.stops)
        with pytest.raises(StillWaiting):
            answer.result(timeout=LOOK_SECONDS * 2)
        yield answer
        brake.resume()


def test_work_goes_on_when_nobody_minds(brake: Brake) -> None:
    assert not brake.stops()


def test_cancelled_work_stops(brake: Brake) -> None:
    brake.cancel()

    assert brake.stops()


def test_paused_work_waits_and_goes_on(brake: Brake, asked: Future[bool]) -> None:
    assert brake.is_paused

    brake.resume()

    assert asked.result(PATIENCE_SECONDS) is False


def test_paused_work_can_be_cancelled(brake: Brake, asked: Future[bool]) -> None:
    brake.cancel()

    assert asked.result(PATIENCE_SECONDS) is True


def test_no_pause_outlives_the_application(ending: Ending, asked: Future[bool]) -> None:
    ending.now = True

    assert asked.result(PATIENCE_SECONDS) is True
