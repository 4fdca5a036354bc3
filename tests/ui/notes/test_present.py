# SPDX-License-Identifier: MIT
"""What the list of notes says of the text a note was made on."""

from __future__ import annotations

from diptych.notes.anchor import Anchor, AnchorState
from diptych.notes.note import new_note
from diptych.services.note_places import AnchorPlace, PlacedNote
from diptych.text.sides import Side
from diptych.ui.notes.present import Standing, note_row

STANDING = Standing({"a1": "draft 1 · The lease"}, {"/texts/spring.txt"})


def anchor(article_id: str, path: str) -> Anchor:
    return Anchor(article_id, "0" * 64, Side.LEFT, "the quay", title="The lease", path=path)


def test_a_note_of_the_pinned_article_stands_under_its_name() -> None:
    assert STANDING.title(anchor("a1", "/texts/spring.txt")) == "draft 1 · The lease"


def test_a_note_of_another_version_says_so() -> None:
    told = STANDING.title(anchor("b2", "/texts/autumn.txt"))
    assert told == "From another text: autumn.txt · The lease"


def test_the_card_of_a_note_of_another_version_names_its_file() -> None:
    theirs = anchor("b2", "/texts/autumn.txt")
    note = new_note("On theirs.", (theirs,))
    placed = PlacedNote(note, (AnchorPlace(Side.LEFT, theirs, None, AnchorState.EXACT),))
    assert [quote.source for quote in note_row(note, placed, STANDING).quotes] == ["autumn.txt"]


def test_another_version_has_the_name_that_the_reader_gave_it_since() -> None:
    named = Standing(STANDING.called, STANDING.paths, {"b2": "draft 2"})
    told = named.title(anchor("b2", "/texts/autumn.txt"))
    assert told == "From another text: draft 2 · The lease"


def test_a_note_on_a_file_that_was_edited_since_is_of_no_other_text() -> None:
    assert STANDING.title(anchor("b2", "/texts/spring.txt")) == "The lease"


def test_a_passage_has_the_letter_of_the_side_on_which_it_stands_now() -> None:
    left = anchor("a1", "/texts/spring.txt")
    right = Anchor("b2", "1" * 64, Side.RIGHT, "the pier", title="The pier")
    note = new_note("On both.", (left, right))
    places = (
        AnchorPlace(Side.RIGHT, left, None, AnchorState.EXACT),
        AnchorPlace(Side.LEFT, right, None, AnchorState.EXACT),
    )
    swapped = note_row(note, PlacedNote(note, places))
    assert [(each.side, each.quote) for each in swapped.quotes] == [
        (Side.LEFT, "the pier"),
        (Side.RIGHT, "the quay"),
    ]
