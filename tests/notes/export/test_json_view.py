# SPDX-License-Identifier: MIT
"""The command line prints a note as plain values."""

from __future__ import annotations

import json

from diptych.notes.export.json_view import note_json
from diptych.notes.note import new_note
from notes.samples import TEXT, anchor, article

NOTE = new_note("Hm.", (anchor("The old quay"),), tags=("piles",))


def test_a_note_is_printed_with_where_its_words_are_now() -> None:
    moved = "New.\n\n" + TEXT
    (found,) = json.loads(json.dumps(note_json(NOTE, lambda _: article(moved))))["anchors"]
    assert moved[found["start"] : found["end"]] == found["quote"] == "The old quay"


def test_the_contract_names_are_there() -> None:
    found = note_json(NOTE, lambda _: article())
    assert {"id", "text", "stance", "tags", "created", "modified", "anchors"} <= set(found)


def test_a_passage_whose_article_is_not_at_hand_is_lost() -> None:
    found = json.loads(json.dumps(note_json(NOTE, lambda _: None)))
    assert found["anchors"][0]["state"] == "lost"
