# SPDX-License-Identifier: MIT
"""The window where notes or library are damaged: it reads on, and says what is left out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from diptych.app import Diptych
from diptych.notes.note import new_note
from diptych.paths import Profile
from diptych.services.indexing import add
from diptych.services.note_safety import back_up
from diptych.services.shelving import tag
from diptych.services.stores import Stores
from diptych.text.sides import Side
from diptych.ui.parts.rows import RowList
from diptych.ui.parts.status import StatusLine

Open = Callable[..., Diptych]


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Everything that the line at the bottom ever said."""
    sentences: list[str] = []
    say = StatusLine.say

    def noting(self: StatusLine, text: str, *, undo: Callable[[], object] | None = None) -> None:
        sentences.append(text)
        say(self, text, undo=undo)

    monkeypatch.setattr(StatusLine, "say", noting)
    return sentences


@pytest.fixture
def kept(profile: Profile, files: tuple[Path, Path]) -> Profile:
    """A profile with two articles, a tag, a note and a copy of all."""
    stores = Stores(profile)
    add(stores, list(files))
    tag(stores, [entry.id for entry in stores.catalogue.entries()], "boats")
    stores.notes.add(new_note("Who counted the passengers?"))
    back_up(stores, by_hand=True)
    stores.close()
    return profile


def _searched(diptych: Diptych, qtbot: QtBot) -> list[str]:
    diptych.window.actions_by_id["search"].trigger()
    with qtbot.waitSignal(diptych.states.search.found):
        diptych.window.toolbar.search.setText("passengers")
    return [row.title for row in diptych.window.results.findChild(RowList).model().rows]


def test_a_search_finds_articles_without_the_notes(
    open_window: Open, kept: Profile, files: tuple[Path, Path], qtbot: QtBot, said: list[str]
) -> None:
    kept.notes_file.write_bytes(b"noise" * 999)
    diptych = open_window(*files)

    assert diptych.states.pair.comparison is not None
    assert {"The harbour vote", "The ferry deal"} <= set(_searched(diptych, qtbot))
    assert any("notes.sqlite is damaged" in sentence for sentence in said)


def test_a_pair_is_read_from_a_copy_of_the_library(
    open_window: Open, kept: Profile, files: tuple[Path, Path], qtbot: QtBot, said: list[str]
) -> None:
    kept.library_file.write_bytes(b"noise" * 999)
    diptych = open_window()
    qtbot.waitUntil(lambda: len(diptych.states.library.entries) == 2)
    ids = [entry.id for entry in diptych.states.library.entries]

    with qtbot.waitSignal(diptych.states.pair.compared):
        for side, article_id in zip(Side, ids, strict=True):
            diptych.states.pair.pin(side, article_id)
    texts = [view.toPlainText() for view in diptych.window.findChildren(QTextEdit)]
    assert any("41,000 passengers" in text for text in texts)
    assert {"The harbour vote", "The ferry deal"} <= set(_searched(diptych, qtbot))
    assert any("is damaged" in sentence and "is read instead" in sentence for sentence in said)
