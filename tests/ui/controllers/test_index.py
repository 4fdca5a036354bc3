# SPDX-License-Identifier: MIT
"""The index is levelled at once and tidied when nothing has changed for a while."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from diptych.paths import Profile
from diptych.rooms import Rooms
from diptych.ui.controllers import index as controllers
from diptych.ui.controllers.index import IndexController
from diptych.ui.tasks import ComputeLane, DiskLane

PATIENCE_MS = 30_000
FILES = 10


@pytest.fixture
def untidy(profile: Profile, tmp_path: Path) -> Rooms:
    """A profile whose articles were added one by one."""
    rooms = Rooms(profile)
    for number in range(FILES):
        path = tmp_path / f"{number}.txt"
        path.write_text(f"Title {number}\n\nThe harbour vote, number {number}.", "utf-8")
        rooms.add([path])
    assert rooms.index.untidy() == FILES
    return rooms


@pytest.fixture
def controller(
    profile: Profile, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[IndexController]:
    monkeypatch.setattr(controllers, "IDLE_MS", 1)
    searching, indexing = DiskLane(profile), ComputeLane("indexing")
    yield IndexController(searching, indexing, profile)
    searching.close()
    indexing.close()


@pytest.mark.parametrize("few", [controllers.FEW_TIDIED, 0])
def test_index_is_tidied_when_idle(
    controller: IndexController,
    untidy: Rooms,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    few: int,
) -> None:
    monkeypatch.setattr(controllers, "FEW_TIDIED", few)

    with qtbot.waitSignal(controller.levelled, timeout=PATIENCE_MS) as levelled:
        controller.level()

    assert levelled.args == [FILES]
    qtbot.waitUntil(lambda: untidy.index.untidy() == 0, timeout=PATIENCE_MS)
    assert untidy.index.count() == FILES
    untidy.close()
