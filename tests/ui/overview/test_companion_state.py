# SPDX-License-Identifier: MIT
"""When what to read next is worked out beside the window, and when it waits."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from diptych.compare.values import Options
from diptych.errors import CompareError, DiptychError, GoneError
from diptych.paths import Profile
from diptych.services.match_counts import Counting
from diptych.services.match_filter import MatchFilter
from diptych.ui.overview.state import CompanionState


class DiskLane:
    def run(self, name: str, work: object, done: Callable[..., Any], failed: object) -> None:
        done(SimpleNamespace(lacking=True))


class SketchingLane:
    """Holds each job back until the test lets it be done."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def run(self, name: str, work: object, *_: object, **then: Any) -> None:
        self.asked.append(name)
        self._then = then

    def finish(self, more: bool) -> None:
        self._then["done"](more)

    def fail(self, error: DiptychError) -> None:
        self._then["failed"](error)


@pytest.fixture
def sketching() -> SketchingLane:
    return SketchingLane()


@pytest.fixture
def state(qtbot: QtBot, sketching: SketchingLane, profile: Profile) -> CompanionState:
    return CompanionState(DiskLane(), object(), sketching, profile)  # type: ignore[arg-type]


def test_what_lacks_a_sketch_is_sketched_a_part_at_a_time(
    state: CompanionState, sketching: SketchingLane
) -> None:
    state.find("a")
    sketching.finish(more=True)
    sketching.finish(more=False)

    assert sketching.asked == ["sketches", "sketches"]


def test_while_files_are_read_nothing_is_sketched_in_advance(
    state: CompanionState, sketching: SketchingLane
) -> None:
    state.wait_for_files(True)
    state.find("a")
    assert not sketching.asked

    state.wait_for_files(False)
    assert sketching.asked == ["sketches"]

    state.wait_for_files(True)
    sketching.finish(more=True)
    assert sketching.asked == ["sketches"]

    state.wait_for_files(False)
    assert sketching.asked == ["sketches", "sketches"]


def test_nothing_is_asked_again_after_files_where_nothing_waited(
    state: CompanionState, sketching: SketchingLane
) -> None:
    state.wait_for_files(True)
    state.wait_for_files(False)

    assert not sketching.asked


@pytest.mark.parametrize(
    ("error", "said"),
    [(GoneError("It was taken out."), []), (CompareError("It is broken."), ["It is broken."])],
)
def test_of_an_article_taken_out_meanwhile_no_count_complains(
    state: CompanionState, sketching: SketchingLane, error: DiptychError, said: list[str]
) -> None:
    complaints: list[str] = []
    state.failed.connect(complaints.append)
    state.count_pairs("recent", [("a", "b")], Counting(Options(), MatchFilter()))
    sketching.fail(error)
    assert complaints == said
