# SPDX-License-Identifier: MIT
"""Words are found in the library, in the pinned pair and in notes, quotations too."""

from __future__ import annotations

import pytest

from diptych.services import searching
from diptych.services.note_keeping import add_note
from diptych.services.searching import Answer
from diptych.services.stores import Stores
from diptych.text.sides import Side
from services.conftest import TEXTS, id_of, note_on_harbour, opened


def typed(stores: Stores, query: str) -> Answer:
    return searching.answer_while_typing(stores, query, order="relevance", limit=10, most_notes=1)


def test_a_finished_word_is_found_whole_and_a_typed_one_from_its_beginning(
    stores: Stores,
) -> None:
    assert searching.search(stores, "harb").total == 0
    assert searching.search_while_typing(stores, "harb").total == 2


def test_a_typed_query_finds_articles_and_the_newest_notes(stores: Stores) -> None:
    for text in ("The harbour once.", "The harbour again."):
        add_note(stores, note_on_harbour(stores, text))

    answer = typed(stores, "harb")

    assert {hit.article.id for hit in answer.results.hits} == {
        id_of(stores, "boat"),
        id_of(stores, "quay"),
    }
    assert ([hit.note.text for hit in answer.notes.hits], answer.notes.total) == (
        ["The harbour again."],
        2,
    )


def test_a_query_may_ask_for_notes_alone(stores: Stores) -> None:
    add_note(stores, note_on_harbour(stores))

    answer = typed(stores, "in:notes harbour")

    assert (answer.in_notes, answer.results.total, answer.notes.total) == (True, 0, 1)


def test_all_answers_are_counted(stores: Stores) -> None:
    root = typed(stores, "harb").results.root

    assert dict(searching.facets(stores, root).languages) == {"en": 2}


@pytest.mark.parametrize(
    ("passages", "found"),
    [(searching.passages_of, 0), (searching.passages_while_typing, 1)],
)
def test_passages_are_those_of_the_words_or_of_their_beginnings(
    stores: Stores, passages: type, found: int
) -> None:
    assert len(passages(stores, id_of(stores, "boat"), "harb")) == found
    assert len(passages(stores, id_of(stores, "boat"), "harbour")) == 1


def test_places_in_the_pair_come_side_by_side(stores: Stores) -> None:
    left, right = opened(stores, "boat")[0], opened(stores, "quay")[0]

    places = searching.places_while_typing(stores, {Side.LEFT: left, Side.RIGHT: right}, "tarnh")

    assert [(side, span.of((left, right)[side is Side.RIGHT].text)) for side, span in places] == [
        (Side.LEFT, "Tarnholm"),
        (Side.RIGHT, "Tarnholm's"),
        (Side.RIGHT, "Tarnholm"),
    ]


def test_a_quotation_comes_with_the_text_it_stands_in(stores: Stores) -> None:
    places = searching.quote_places(stores, "opened the harbour. Lamps lit the river")

    (hit, text), *_ = places.hits
    assert (places.check.fidelity.value, hit.article.id) == ("exact", id_of(stores, "boat"))
    assert " ".join(hit.place.spans[0].of(text).split()) == places.quotation


def test_a_word_is_listed_in_the_library_or_among_some_articles(stores: Stores) -> None:
    everywhere = searching.concordance(stores, "yare")
    among = searching.concordance(stores, "yare", among=[id_of(stores, "market")])

    assert {line.article for line in everywhere.lines} == {
        id_of(stores, "boat"),
        id_of(stores, "market"),
    }
    assert [line.article for line in among.lines] == [id_of(stores, "market")]


def test_passages_of_two_articles_face_each_other(stores: Stores) -> None:
    (row,) = searching.search_both(stores, "harbour", id_of(stores, "boat"), id_of(stores, "quay"))

    assert row.left is not None and row.right is not None
    assert row.left.text in " ".join(TEXTS["boat"].split())
