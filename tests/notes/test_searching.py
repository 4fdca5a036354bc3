# SPDX-License-Identifier: MIT
"""Words of notes as they are looked for."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from diptych.notes import database
from diptych.notes.note import new_note
from diptych.notes.searching import indexed, query_of
from diptych.notes.store import NoteStore


@pytest.mark.parametrize(
    ("text", "query", "total"),
    [
        ("हिन्दी समाचार", "हिन्दी", 1),
        ("हिन्दी समाचार", "समाज", 0),
        ("தமிழ் செய்தி", "தமிழ்", 1),
        ("סֵפֶר חָדָשׁ", "ספר", 1),
        ("كِتَابٌ جديد", "كتاب", 1),
        ("港口投票，他说。", "投票", 1),
        ("ท่าเรือใหม่", "ใหม่", 1),
        ("A light: ışık", "IŞIK", 1),
        ("The light of 1,000 lamps", "1000", 1),
        ("The light of 1000 lamps", "1,000", 1),
        ("The light of 1,000 lamps", '"1000 lamps"', 1),
        ("An e-mail came", "email", 1),
        ("An email came", "e-mail", 1),
        ("The U.S. board", "US", 1),
        ("The US board", '"U.S. board"', 1),
        ("A board", "policy OR board", 1),
        ("A board", "board -policy", 1),
        ("A policy board", "board -policy", 0),
        ("A policy board", "board NOT policy", 0),
        ("Ann O’Brien", "brien", 1),
        ("J.R.R. Tolden wrote", '"R. Tolden wrote"', 1),
        ("J.R.R. Tolden wrote", '"J Tolden"', 0),
        ("\u1112\u1161\u11bc\u1100\u116e", "항구", 1),
        ("मंज़ूरी", "मंजूरी", 1),
        ("A board", "OR", 0),
        ("A board", "board OR", 1),
        ("A board", '" board', 1),
        ("A board", '(board) "', 1),
    ],
)
def test_a_note_is_found_by_whole_words(path: Path, text: str, query: str, total: int) -> None:
    with closing(NoteStore(path)) as store:
        store.add(new_note(text))

        assert store.find(query).total == total


def test_a_word_with_signs_is_one_word_of_the_query() -> None:
    assert f'"{indexed("हिन्दी")}"*' in query_of("हिन्दी")


def test_an_older_index_of_notes_learns_whole_words(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "SCHEMA", 3)
    monkeypatch.setattr(database, "MIGRATIONS", database.MIGRATIONS[:3])
    with closing(NoteStore(path)) as store:
        store.add(new_note("हिन्दी समाचार"))
    monkeypatch.undo()
    with closing(NoteStore(path)) as store:
        assert store.find("समाचार").total == 1
        assert store.find("समाज").total == 0
