# SPDX-License-Identifier: MIT
"""In which order vectors are made, and what stops it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from diptych.errors import DiptychError, EncoderError, LibraryError
from diptych.library.entry import Entry
from diptych.paths import Profile
from diptych.text.article import TitleSource
from diptych.ui.matches import meaning_state as meaning
from diptych.ui.matches.meaning_state import MeaningState, Task


class Encoder:
    def __init__(self, name: str) -> None:
        self.name = name


QUICK, FINE = Encoder("quick"), Encoder("fine")


def entry(id_: str) -> Entry:
    return Entry(id_, Path(id_), id_, TitleSource.TEXT, (), "", "", "en", "ltr", 9, "txt", 0.0)


class Stores:
    """The store as the disk lane sees it."""

    def __init__(self) -> None:
        self.kept: set[Task] = set()
        self.vectors = self.catalogue = self

    def removed(self) -> tuple[Entry, ...]:
        return ()

    def forget_all_but(self, ids: Collection[str]) -> None:
        self.kept = {task for task in self.kept if task[0] in ids}

    def made(self) -> frozenset[Task]:
        return frozenset(self.kept)


class DiskLane:
    def __init__(self) -> None:
        self.stores = Stores()

    def run(self, name: str, work: Callable[..., Any], done: Callable[..., Any], _: object) -> None:
        done(work(self.stores))


class EncodingLane:
    """Holds each part back until the test lets it be done."""

    def __init__(self) -> None:
        self.asked: list[Task] = []
        self.is_resting = False

    def run(self, name: str, function: object, profile: object, *task: str, **then: Any) -> None:
        self.asked.append((task[0], task[1]))
        self.is_resting = False
        self._then = then

    def rest(self) -> None:
        self.is_resting = True

    def finish(self, done: int = 1, total: int = 1, trouble: str = "") -> None:
        self._then["done"]((done, total, trouble))

    def fail(self, error: DiptychError) -> None:
        self._then["failed"](error)


@pytest.fixture
def lane() -> EncodingLane:
    return EncodingLane()


@pytest.fixture
def state(
    qtbot: QtBot, lane: EncodingLane, profile: Profile, monkeypatch: pytest.MonkeyPatch
) -> MeaningState:
    monkeypatch.setattr(meaning, "encoders_for", lambda languages, words: (QUICK, FINE))
    monkeypatch.setattr(meaning, "installed_encoders", lambda: (QUICK, FINE))
    state = MeaningState(DiskLane(), lane, profile)  # type: ignore[arg-type]
    state.show_entries((entry("a"), entry("b"), entry("c")))
    return state


def test_the_quick_encoder_goes_through_all_before_the_fine_one(
    state: MeaningState, lane: EncodingLane
) -> None:
    state.begin()
    for _ in range(6):
        lane.finish()

    assert [name for _, name in lane.asked] == ["quick"] * 3 + ["fine"] * 3
    assert lane.is_resting


def test_pinned_articles_come_first_with_both_encoders(
    state: MeaningState, lane: EncodingLane
) -> None:
    state.want_first(("c", ""))

    state.begin()
    lane.finish()

    assert lane.asked == [("c", "quick"), ("c", "fine")]


def test_what_is_pinned_meanwhile_comes_after_the_part_under_way(
    state: MeaningState, lane: EncodingLane
) -> None:
    state.begin()
    state.want_first(("b",))

    lane.finish(32, 200)

    assert lane.asked == [("a", "quick"), ("b", "quick")]


def test_a_pause_lets_the_part_under_way_be_the_last(
    state: MeaningState, lane: EncodingLane
) -> None:
    state.begin()
    state.pause(True)
    lane.finish()
    assert len(lane.asked) == 1

    state.pause(False)
    state.begin()

    assert len(lane.asked) == 2


def test_while_files_are_read_only_what_is_pinned_is_encoded(
    state: MeaningState, lane: EncodingLane
) -> None:
    state.wait_for_files(True)
    state.want_first(("b",))
    state.begin()
    lane.finish()
    lane.finish()
    assert lane.asked == [("b", "quick"), ("b", "fine")]

    state.want_first(("c",))
    assert lane.asked[2:] == [("c", "quick")]
    lane.finish()
    lane.finish()

    state.wait_for_files(False)
    assert lane.asked[4:] == [("a", "quick")]


def test_progress_counts_what_each_encoder_has_done(
    state: MeaningState, lane: EncodingLane, qtbot: QtBot
) -> None:
    told: list[tuple[int, int]] = []
    state.progressed.connect(lambda done, total: told.append((done, total)))

    state.begin()
    for _ in range(6):
        lane.finish()

    assert told == [(done, 6) for done in range(7)]


def test_an_encoder_that_cannot_be_used_is_named_once(
    state: MeaningState, lane: EncodingLane
) -> None:
    said: list[str] = []
    state.failed.connect(said.append)
    state.begin()

    lane.fail(EncoderError("The model is broken."))
    for _ in range(3):
        lane.finish()

    assert said == ["The model is broken."]
    assert [name for _, name in lane.asked] == ["quick", "fine", "fine", "fine"]


def test_an_article_without_text_is_passed_over(state: MeaningState, lane: EncodingLane) -> None:
    state.begin()

    lane.fail(LibraryError("The file is gone."))

    assert lane.asked == [("a", "quick"), ("b", "quick")]


def test_a_full_disk_stops_it_with_a_sentence(state: MeaningState, lane: EncodingLane) -> None:
    said: list[str] = []
    state.failed.connect(said.append)
    state.begin()

    lane.finish(trouble="The disk is full.")

    assert said == ["The disk is full."]
    assert len(lane.asked) == 1


def test_a_new_article_is_read_without_the_others_again(
    state: MeaningState, lane: EncodingLane, monkeypatch: pytest.MonkeyPatch
) -> None:
    state.begin()
    disk: Any = state._disk
    disk.stores.kept = {(id_, name) for id_ in "abc" for name in ("quick", "fine")}
    for _ in range(6):
        lane.finish()

    state.show_entries((entry("a"), entry("b"), entry("c"), entry("d")))
    state.begin()

    assert lane.asked[6:] == [("d", "quick")]
