# SPDX-License-Identifier: MIT
"""Quotations as they stand, and as they do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diptych.search.engine import Engine
from diptych.search.indexed import IndexedArticle
from diptych.search.quote_check import Fidelity, QuotePlace, check_quote, check_quote_in

TEXT = (
    "The mayor spoke on Monday. “We will not sell the harbour to anyone,” she said, "
    "“and the ferry will sail in May.” The council had asked for three more weeks.\n\n"
    "Nobody objected. The vote was taken at noon."
)
CHINESE = "市长说：“我们不会出售海港。”渡轮将在五月启航。"


def standing(place: QuotePlace, text: str = TEXT) -> list[str]:
    return [span.of(text) for span in place.spans]


@pytest.mark.parametrize(
    "quotation",
    [
        "We will not sell the harbour to anyone",
        "“we will not sell the HARBOUR to anyone.”",
        "  We will\nnot sell   the harbour, to anyone! ",
    ],
)
def test_quotation_is_exact_whatever_its_signs(quotation: str) -> None:
    place = check_quote_in(TEXT, quotation)

    assert place.fidelity is Fidelity.EXACT
    assert standing(place) == ["We will not sell the harbour to anyone"]


def test_changed_word_is_named() -> None:
    quotation = "We will never sell the harbour to anyone"

    place = check_quote_in(TEXT, quotation)

    assert place.fidelity is Fidelity.ALTERED
    (change,) = place.changes
    assert (change.quoted.of(quotation), change.standing.of(TEXT)) == ("never", "not")


def test_left_out_and_added_words_are_named() -> None:
    quotation = "We will not sell the old harbour anyone"

    place = check_quote_in(TEXT, quotation)

    named = [(c.quoted.of(quotation), c.standing.of(TEXT)) for c in place.changes]
    assert ("old", "") in named
    assert ("", "to") in named


@pytest.mark.parametrize("dots", ["…", "...", "[…]", "(...)", " . . . "])
def test_ellipsis_joins_pieces(dots: str) -> None:
    place = check_quote_in(TEXT, f"We will not sell the harbour {dots} the ferry will sail")

    assert place.fidelity is Fidelity.IN_PIECES
    assert standing(place) == ["We will not sell the harbour", "the ferry will sail"]


def test_sentences_from_two_places_are_pieces() -> None:
    place = check_quote_in(TEXT, "The mayor spoke on Monday. Nobody objected.")

    assert place.fidelity is Fidelity.IN_PIECES


def test_pieces_in_another_order_are_no_quotation() -> None:
    place = check_quote_in(TEXT, "the ferry will sail … We will not sell the harbour")

    assert place.fidelity is not Fidelity.IN_PIECES


def test_other_words_are_not_found() -> None:
    place = check_quote_in(TEXT, "The bridge across the sound opens next winter")

    assert place.fidelity is Fidelity.NOT_FOUND


def test_chinese_quotation_is_compared_by_characters() -> None:
    quotation = "我们不愿出售海港"

    place = check_quote_in(CHINESE, quotation)

    assert place.fidelity is Fidelity.ALTERED
    assert [c.quoted.of(quotation) for c in place.changes] == ["愿"]


@pytest.mark.parametrize("quotation", ["", "…", "“”", "?!", "🎉", "\x00", "... ... ..."])
def test_quotation_without_words_is_not_found(quotation: str, index: Engine) -> None:
    assert check_quote_in(TEXT, quotation).fidelity is Fidelity.NOT_FOUND
    assert check_quote(index, quotation, text_of=lambda _: TEXT).hits == ()


@given(st.text(max_size=200), st.text(max_size=100))
def test_any_quotation_is_answered(text: str, quotation: str) -> None:
    place = check_quote_in(text, quotation)

    assert all(span.end <= len(text) for span in place.spans)
    assert all(change.quoted.end <= len(quotation) for change in place.changes)


@pytest.mark.parametrize(
    ("quotation", "fidelity"),
    [
        ("the ferry will sail in May", Fidelity.EXACT),
        ("the ferry will sail in June", Fidelity.ALTERED),
        ("渡轮将在五月启航", Fidelity.EXACT),
    ],
)
def test_words_in_a_row_count_more_than_many_of_them(
    quotation: str, fidelity: Fidelity, empty_index: Engine
) -> None:
    crowd = "May ferry sail the in will ferry. Sail ferry will may in. 启航渡轮五月。" * 5
    texts = {f"crowd {n}": f"{crowd} {n}" for n in range(80)}
    texts["long"] = f"{'Nothing of interest was said by anybody. ' * 300}{TEXT} {CHINESE}"
    empty_index.add(IndexedArticle(key, "", text, language="en") for key, text in texts.items())

    checked = check_quote(empty_index, quotation, text_of=texts.__getitem__)

    assert checked.fidelity is fidelity
    assert checked.hits[0].article.id == "long"


def test_places_beyond_the_limit_are_counted(empty_index: Engine) -> None:
    texts = {str(n): f"{TEXT} Number {n}." for n in range(50)}
    empty_index.add(IndexedArticle(key, "", text, language="en") for key, text in texts.items())

    checked = check_quote(empty_index, "the ferry will sail", text_of=texts.__getitem__, limit=20)

    assert len(checked.hits) == 20
    assert checked.passed_over == 30


def test_library_gives_the_exact_place_first(empty_index: Engine) -> None:
    texts = {
        "altered": TEXT.replace("not sell", "never sell"),
        "exact": TEXT,
        "other": "A harbour elsewhere. Ferries sail to it.",
    }
    empty_index.add(IndexedArticle(key, "", text, language="en") for key, text in texts.items())

    checked = check_quote(
        empty_index, "We will not sell the harbour to anyone", text_of=texts.__getitem__
    )

    assert checked.fidelity is Fidelity.EXACT
    assert [hit.article.id for hit in checked.hits] == ["exact", "altered"]


@pytest.mark.parametrize(
    ("quotation", "quoted", "stands"),
    [
        ("a long plan for cooperation", "cooperation", "co-operation"),
        ("a long plan for friendship", "friendship", "co-operation"),
        ("Wages were a long plan for co-operation", "were", "are"),
        ("This day wages are a long plan", "This day", "Today"),
        ("and the winter budget of the harbour today", "today", ""),
    ],
)
def test_a_changed_word_at_an_edge_is_shown(quotation: str, quoted: str, stands: str) -> None:
    text = "Today, wages are a long plan for co-operation and the winter budget of the harbour."

    place = check_quote_in(text, quotation)

    told = [(c.quoted.of(quotation), c.standing.of(text)) for c in place.changes]
    assert (quoted, stands) in told


@pytest.mark.parametrize(
    "quotation",
    ["the US council met", "the U.S. council met", "\u1112\u1161\u11bc\u1100\u116e 위원회"],
)
def test_a_quotation_may_be_spelled_otherwise(quotation: str) -> None:
    text = "On Monday the U.S. council met. 항구 위원회 met as well."

    assert check_quote_in(text, quotation).fidelity is Fidelity.EXACT
