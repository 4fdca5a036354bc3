# SPDX-License-Identifier: MIT
"""The library's list is made while the window lives."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from diptych.app import Diptych
from diptych.services import articles
from diptych.ui.library.arranging import ROWS_AT_ONCE
from ui.listed import listed
from ui.moments import TimeForOne


def test_a_large_library_is_listed_a_moment_at_a_time(
    diptych: Diptych,
    moments: type[TimeForOne],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    library, panel = diptych.states.library, diptych.window.library_panel
    count = 12 * ROWS_AT_ONCE
    first = library.entries[0]
    many = tuple(replace(first, id=f"made {n}", title=f"Day {n}") for n in range(count))

    # Read once more meanwhile, for whatever reason, it is as large.
    monkeypatch.setattr(articles, "entries", lambda _stores: many)
    library.entries = many
    library.entries_changed.emit(many)
    begun = len(listed(panel, "Articles"))
    qtbot.waitUntil(lambda: len(listed(panel, "Articles")) == count)

    assert begun == 2
    assert moments.taken > 36


def test_three_chosen_are_told_how_two_are_opened(
    diptych: Diptych, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = diptych.window.library_panel
    monkeypatch.setattr(panel, "selected_ids", lambda: ("a", "b", "c"))
    before = diptych.states.pair.pinned_ids()

    panel.open_requested.emit(diptych.states.library.entries[0].id)

    assert "Two articles are compared at a time" in diptych.window.status.message.text()
    assert diptych.states.pair.pinned_ids() == before
