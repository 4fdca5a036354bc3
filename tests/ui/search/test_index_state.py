# SPDX-License-Identifier: MIT
"""The index is levelled at once and tidied when nothing has changed for a while."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from diptych.paths import Profile
from diptych.services import indexing
from diptych.services.indexing import IndexWork, add
from diptych.services.stores import Stores
from diptych.ui.parts.lanes import ComputeLane, DiskLane
from diptych.ui.search import index_state as states
from diptych.ui.search.index_state import IndexState

FILES = 10


@pytest.fixture
def untidy(profile: Profile, tmp_path: Path) -> Stores:
    """A profile whose articles were added one by one."""
    stores = Stores(profile)
    for number in range(FILES):
        path = tmp_path / f"{number}.txt"
        path.write_text(f"Title {number}\n\nThe harbour vote, number {number}.", "utf-8")
        add(stores, [path])
    assert stores.index.untidy() == FILES
    return stores


@pytest.fixture
def state(profile: Profile, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[IndexState]:
    monkeypatch.setattr(states, "IDLE_MS", 1)
    searching, indexing = DiskLane(profile), ComputeLane("indexing")
    yield IndexState(searching, indexing, profile)
    searching.close()
    indexing.close()


@pytest.mark.parametrize("few", [indexing.FEW_TIDIED, 0])
def test_index_is_tidied_when_idle(
    state: IndexState,
    untidy: Stores,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    few: int,
) -> None:
    monkeypatch.setattr(indexing, "FEW_TIDIED", few)

    with qtbot.waitSignal(state.levelled) as levelled:
        state.level()

    assert levelled.args == [FILES]
    qtbot.waitUntil(lambda: untidy.index.untidy() == 0)
    assert untidy.index.count() == FILES
    untidy.close()


def test_nothing_is_tidied_while_files_are_read(
    state: IndexState, untidy: Stores, qtbot: QtBot
) -> None:
    state.wait_for_files(True)
    with qtbot.waitSignal(state.levelled):
        state.level()
    qtbot.waitUntil(lambda: not state._idle.isActive() and not state._searching.is_busy)
    assert untidy.index.untidy() == FILES

    state.wait_for_files(False)

    qtbot.waitUntil(lambda: untidy.index.untidy() == 0)
    untidy.close()


def test_while_many_files_are_coming_a_process_indexes_and_tells_nothing(
    profile: Profile, untidy: Stores, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("diptych.search.index.GROWN_FROM", FILES + 50)
    searching = DiskLane(profile)
    state = IndexState(searching, Here(), profile)  # type: ignore[arg-type]
    told: list[object] = []
    state.working.connect(told.append)

    state.expect(50)
    with qtbot.waitSignal(state.levelled):
        state.level()
    assert untidy.index.name == "tantivy"
    assert told == []

    searching.close()
    untidy.close()


class Here:
    """Does at once what else goes to another process."""

    def run(
        self,
        name: str,
        work: Callable[..., object],
        *arguments: object,
        done: Callable[..., None],
        failed: object = None,
    ) -> None:
        done(work(*arguments))


@pytest.fixture
def told(
    profile: Profile, untidy: Stores, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[], list[object]]]:
    """Level the index of the untidy profile; return what is told meanwhile."""
    searching, heard = DiskLane(profile), list[object]()
    state = IndexState(searching, Here(), profile)  # type: ignore[arg-type]
    state.working.connect(heard.append)

    def level() -> list[object]:
        with qtbot.waitSignal(state.levelled) as levelled:
            state.level()
        return [*heard, *levelled.args]

    yield level
    searching.close()
    untidy.close()


def test_index_moves_when_the_library_has_grown(
    told: Callable[[], list[object]], untidy: Stores, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("diptych.search.index.GROWN_FROM", FILES)

    assert told() == [IndexWork.MOVE, FILES]
    assert untidy.index.name == "tantivy"


def test_index_of_another_version_is_made_anew(
    told: Callable[[], list[object]], profile: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexing, "FEW", 1)
    (profile.index_folder / "format.json").write_text('{"format": "3.1"}')

    assert told() == [IndexWork.ANEW, FILES]


def test_few_articles_are_indexed_without_a_word(told: Callable[[], list[object]]) -> None:
    assert told() == [FILES]
