# SPDX-License-Identifier: MIT
"""What another process does to the library is seen without asking for it."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from pytestqt.qtbot import QtBot

from diptych.app import Diptych
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
