# SPDX-License-Identifier: MIT
"""What is told of a folder while it is being added."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from diptych.library.scan import AddReport
from diptych.paths import Profile
from diptych.services.indexing import add_files
from diptych.services.stores import Stores
from diptych.ui.desk import library_state
from diptych.ui.desk.library_state import LibraryState
from diptych.ui.parts.lanes import DiskLane


@pytest.fixture
def library(qapp: object, profile: Profile) -> Iterator[LibraryState]:
    """A library whose other lane has nothing to do meanwhile."""
    disk, importing = DiskLane(profile), DiskLane(profile)
    yield LibraryState(disk, importing)
    importing.close()
    disk.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    texts = tmp_path / "texts"
    texts.mkdir()
    for number in range(4):
        (texts / f"{number}.txt").write_text(f"Text {number}\n\nIts words are {number}.", "utf-8")
    return texts


def test_how_far_it_is_is_told_before_it_is_done(
    library: LibraryState, folder: Path, qtbot: QtBot
) -> None:
    told: list[int] = []
    library.adding.connect(lambda done, *_: told.append(done))

    with qtbot.waitSignal(library.added):
        library.add([folder], is_confirmed=True)
        library.added.connect(lambda _: told.append(-1))

    assert max(told[: told.index(-1)]) >= 3


@pytest.mark.parametrize("after", ["FINDABLE_FIRST", "FINDABLE_NEXT", "FINDABLE_AT_LEAST"])
def test_what_was_read_can_be_found_before_the_rest_is(
    library: LibraryState, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, after: str
) -> None:
    monkeypatch.setattr(library_state, after, 2)
    events: list[str] = []
    library.texts_changed.connect(lambda: events.append("changed"))
    library.added.connect(lambda _: events.append("added"))

    with qtbot.waitSignal(library.added):
        library.add([folder], is_confirmed=True)

    assert events.index("changed") < events.index("added")
    assert events[: events.index("added")].count("changed") >= 2  # one is for the whole


@pytest.mark.parametrize("after", ["FINDABLE_FIRST", "FINDABLE_NEXT"])
def test_what_was_read_is_listed_before_the_rest_is(
    library: LibraryState, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, after: str
) -> None:
    monkeypatch.setattr(library_state, after, 2)
    events: list[str] = []
    monkeypatch.setattr(library, "refresh", lambda: events.append("listed"))
    library.added.connect(lambda _: events.append("added"))

    with qtbot.waitSignal(library.added):
        library.add([folder], is_confirmed=True)

    # The last time for the whole.
    assert events == ["listed", "listed", "added"]


def test_a_look_that_finds_many_is_told_and_can_be_cancelled(
    library: LibraryState, folder: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(library.added):
        library.add([folder], is_confirmed=True)
    for number in range(4, 3 * library_state.FEW):
        (folder / f"{number}.txt").write_text(f"Text {number}\n\nIts words are {number}.", "utf-8")
    told: list[tuple[int, int]] = []
    library.adding.connect(lambda done, total, _: told.append((done, total)))
    cancelling = library.adding.connect(lambda *_: library.brake.cancel())

    with qtbot.waitSignal(library.looked_through) as looked:
        library.look_through()

    (report,) = looked.args
    assert told[0][1] == 3 * library_state.FEW - 4
    assert report.was_cancelled or len(report.added) == told[0][1]
    assert library.brake.stops()

    # The next look is not cancelled with it.
    library.adding.disconnect(cancelling)
    with qtbot.waitSignal(library.looked_through) as looked:
        library.look_through()
    assert len(report.added) + len(looked.args[0].added) == told[0][1]


def test_of_a_few_files_a_look_tells_nothing_before_they_are_there(
    library: LibraryState, folder: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(library.added):
        library.add([folder], is_confirmed=True)
    (folder / "new.txt").write_text("New\n\nNew words.", "utf-8")
    told: list[int] = []
    library.adding.connect(lambda done, *_: told.append(done))

    with qtbot.waitSignal(library.looked_through) as looked:
        library.look_through()

    assert (len(looked.args[0].added), told) == (1, [])


def test_what_is_paused_stays_paused_while_another_file_is_added(
    library: LibraryState,
    folder: Path,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    beside = tmp_path / "beside.txt"
    beside.write_text("Beside\n\nWords of its own.", "utf-8")
    began, may_go_on = threading.Event(), threading.Event()

    def add(stores: Stores, paths: Sequence[Path], **told: Any) -> AddReport:
        if beside not in paths:
            began.set()
            assert may_go_on.wait(10)
        return add_files(stores, paths, **told)

    monkeypatch.setattr(library_state, "add_files", add)
    added: list[AddReport] = []
    library.added.connect(added.append)

    library.add([folder], is_confirmed=True)
    qtbot.waitUntil(began.is_set)
    library.brake.pause()
    may_go_on.set()
    library.add([beside])
    qtbot.waitUntil(lambda: len(added) > 0)

    assert [taken.path for taken in added[0].added] == [beside]
    assert library.brake.is_paused
    library.brake.resume()
    qtbot.waitUntil(lambda: len(added) == 2)
    assert len(added[1].added) == 4


def test_what_is_cancelled_before_it_begins_is_not_done(
    library: LibraryState, folder: Path, qtbot: QtBot
) -> None:
    began, may_go_on = threading.Event(), threading.Event()

    def other(_: Stores) -> None:
        began.set()
        assert may_go_on.wait(10)

    library._importing.run("other", other)
    qtbot.waitUntil(began.is_set)
    library.add([folder], is_confirmed=True)
    library.brake.cancel()

    with qtbot.waitSignal(library.added) as added:
        may_go_on.set()

    assert added.args[0].was_cancelled and not added.args[0].added


def test_a_folder_that_begins_beside_a_file_is_what_is_cancelled(
    library: LibraryState,
    folder: Path,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    beside = tmp_path / "beside.txt"
    beside.write_text("Beside\n\nWords of its own.", "utf-8")
    began, may_go_on = threading.Event(), threading.Event()

    def add(stores: Stores, paths: Sequence[Path], **told: Any) -> AddReport:
        if beside in paths:
            began.set()
            assert may_go_on.wait(10)
        else:
            library.brake.cancel()  # as the reader does once it has begun
        return add_files(stores, paths, **told)

    monkeypatch.setattr(library_state, "add_files", add)
    added: list[AddReport] = []
    library.added.connect(added.append)

    library.add([beside])
    qtbot.waitUntil(began.is_set)
    library.add([folder], is_confirmed=True)
    qtbot.waitUntil(lambda: len(added) == 1)
    may_go_on.set()
    qtbot.waitUntil(lambda: len(added) == 2)

    assert added[0].was_cancelled and not added[1].was_cancelled
