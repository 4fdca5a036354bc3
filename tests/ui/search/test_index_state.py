# SPDX-License-Identifier: MIT
"""The index is levelled at once and tidied when nothing has changed for a while."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from diptych.paths import Profile
from diptych.services.indexing import add
from diptych.services.stores import Stores
from diptych.ui.parts.lanes import ComputeLane, DiskLane
from diptych.ui.search import index_state as states
from diptych.ui.search.index_state import IndexState

PATIENCE_MS = 30_000
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


@pytest.mark.parametrize("few", [states.FEW_TIDIED, 0])
def test_index_is_tidied_when_idle(
    state: IndexState,
    untidy: Stores,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    few: int,
) -> None:
    monkeypatch.setattr(states, "FEW_TIDIED", few)

    with qtbot.waitSignal(state.levelled, timeout=PATIENCE_MS) as levelled:
        state.level()

    assert levelled.args == [FILES]
    qtbot.waitUntil(lambda: untidy.index.untidy() == 0, timeout=PATIENCE_MS)
    assert untidy.index.count() == FILES
    untidy.close()
