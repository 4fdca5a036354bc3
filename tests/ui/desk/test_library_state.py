# SPDX-License-Identifier: MIT
"""What is told of a folder while it is being added."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
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


class Gate:
    """Holds work in a lane until it may go on."""

    def __init__(self) -> None:
        self.began, self.may_go_on = threading.Event(), threading.Event()

    def passes(self) -> None:
        self.began.set()
        assert self.may_go_on.wait(10)


@pytest.fixture
def beside(tmp_path: Path) -> Path:
    """A file that is added beside the folder."""
    path = tmp_path / "beside.txt"
    path.write_text("Beside\n\nWords of its own.", "utf-8")
    return path


class Adding:
    """What was added, and what is done whenever files are about to be."""

    def __init__(self, library: LibraryState, monkeypatch: pytest.MonkeyPatch) -> None:
        self.reports: list[AddReport] = []
        self.before: Callable[[Sequence[Path]], None] = lambda _: None
        library.added.connect(self.reports.append)
        monkeypatch.setattr(library_state, "add_files", self._add)

    def _add(self, stores: Stores, paths: Sequence[Path], **told: Any) -> AddReport:
        self.before(paths)
        return add_files(stores, paths, **told)


@pytest.fixture
def adding(library: LibraryState, monkeypatch: pytest.MonkeyPatch) -> Adding:
    return Adding(library, monkeypatch)


def test_what_is_paused_stays_paused_while_another_file_is_added(
    library: LibraryState,
    folder: Path,
    beside: Path,
    adding: Adding,
    qtbot: QtBot,
) -> None:
    gate = Gate()
    adding.before = lambda paths: None if beside in paths else gate.passes()

    library.add([folder], is_confirmed=True)
    qtbot.waitUntil(gate.began.is_set)
    library.brake.pause()
    gate.may_go_on.set()
    library.add([beside])
    qtbot.waitUntil(lambda: len(adding.reports) > 0)

    assert [taken.path for taken in adding.reports[0].added] == [beside]
    assert library.brake.is_paused
    library.brake.resume()
    qtbot.waitUntil(lambda: len(adding.reports) == 2)
    assert len(adding.reports[1].added) == 4


def test_what_is_cancelled_before_it_begins_is_not_done(
    library: LibraryState, folder: Path, qtbot: QtBot
) -> None:
    gate = Gate()
    library._importing.run("other", lambda _: gate.passes())
    qtbot.waitUntil(gate.began.is_set)
    library.add([folder], is_confirmed=True)
    library.brake.cancel()

    with qtbot.waitSignal(library.added) as added:
        gate.may_go_on.set()

    assert added.args[0].was_cancelled and not added.args[0].added


def test_a_folder_that_begins_beside_a_file_is_what_is_cancelled(
    library: LibraryState,
    folder: Path,
    beside: Path,
    adding: Adding,
    qtbot: QtBot,
) -> None:
    gate = Gate()
    # What the reader cancels is what has begun last.
    adding.before = lambda paths: gate.passes() if beside in paths else library.brake.cancel()

    library.add([beside])
    qtbot.waitUntil(gate.began.is_set)
    library.add([folder], is_confirmed=True)
    qtbot.waitUntil(lambda: len(adding.reports) == 1)
    gate.may_go_on.set()
    qtbot.waitUntil(lambda: len(adding.reports) == 2)

    assert adding.reports[0].was_cancelled and not adding.reports[1].was_cancelled
