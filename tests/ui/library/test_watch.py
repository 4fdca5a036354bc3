# SPDX-License-Identifier: MIT
"""What another process does to the library is seen without asking for it."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from diptych.app import Diptych
from diptych.library.scan import AddReport
from diptych.services.articles import remove
from diptych.services.indexing import add_files
from diptych.services.stores import Stores


def test_an_article_that_a_command_adds_or_takes_out_is_listed_or_gone(
    diptych: Diptych, tmp_path: Path, qtbot: QtBot
) -> None:
    library = diptych.states.library
    diptych.states.others.start()
    qtbot.waitUntil(lambda: len(library.entries) == 2)
    third = tmp_path / "third.txt"
    third.write_text("The lamp\n\nA lamp stands on the pier, and it is lit at dusk.\n")

    with closing(Stores(diptych.profile)) as others:
        add_files(others, [third])
    qtbot.waitUntil(lambda: len(library.entries) == 3)
    with closing(Stores(diptych.profile)) as others:
        remove(others, [entry.id for entry in library.entries if entry.path == third])
    qtbot.waitUntil(lambda: len(library.entries) == 2)


def test_after_a_look_that_was_broken_off_none_begins_by_itself(
    diptych: Diptych, monkeypatch: pytest.MonkeyPatch
) -> None:
    library, watch = diptych.states.library, diptych.states.folders
    looks: list[str] = []
    monkeypatch.setattr(library, "look_through", lambda: looks.append("look"))
    monkeypatch.setattr(type(diptych.importing), "is_busy", False)

    library.looked_through.emit(AddReport(was_cancelled=True))
    watch._look()
    assert looks == []
    assert "next start" in diptych.window.status.message.text()

    # One that the reader asked for, from the library's own sheet.
    library.looked_through.emit(AddReport())
    watch._look()
    assert looks == ["look"]
