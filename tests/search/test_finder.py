# SPDX-License-Identifier: MIT
"""From typed words to marked passages."""

from __future__ import annotations

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.search.conftest import TEXTS

from diptych.search.engine import Engine
from diptych.search.expression import leaves
from diptych.search.finder import (
    Page,
    as_json,
    find,
    find_while_typing,
    hits_in,
    passages_in,
)
from diptych.search.indexed import IndexedArticle
from diptych.search.occurrences import all_occurrences, quick_occurrences
from diptych.search.query import parse, parse_unfinished
from diptych.search.snippets import best_snippet

LONG = (
    "The harbour office opened late. " * 20
    + "\n\nOn Monday the mayor said that the ferry deal would be signed in May.\n\n"
    + "Nothing else happened in town that week. " * 20
    + "\n\nThe deal was praised."
)


@pytest.fixture
def long_index(empty_index: Engine) -> Engine:
    empty_index.add([IndexedArticle("long", "A week in town", LONG, language="en")])
    return empty_index


def test_hit_is_the_passage_that_holds_the_words(long_index: Engine) -> None:
    (hit,) = find(long_index, "ferry deal", text_of=lambda _: LONG).hits

    assert "the ferry deal would be signed" in hit.span.of(LONG)
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["ferry", "deal"]
    assert [span.of(LONG) for span in hit.found] == ["ferry", "deal"]


def test_further_passages_are_counted_and_listed(long_index: Engine) -> None:
    (hit,) = find(long_index, "deal", text_of=lambda _: LONG).hits

    listed = passages_in(LONG, "deal", language="en")

    assert hit.more == 1
    assert [passage.text for passage in listed][-1] == "The deal was praised."


def test_snippet_is_one_line_with_marks_in_place() -> None:
    text = "First\nline.\n\nThe   harbour\n vote.\n"

    snippet = best_snippet(text, all_occurrences(leaves(parse("harbour vote").root), text))

    assert snippet.text == "The harbour vote."
    assert [snippet.text[a:b] for a, b in snippet.marks] == ["harbour", "vote"]


def test_snippet_says_where_it_cuts_a_sentence() -> None:
    text = "word " * 200 + "harbour " + "word " * 200

    snippet = best_snippet(text, all_occurrences(leaves(parse("harbour").root), text))

    assert snippet.text.startswith("…word")
    assert snippet.text.endswith("word…")
    assert len(snippet.text) < 300


def test_emoji_before_a_word_count_as_one_letter_each() -> None:
    text = "🎉🎉 harbour"

    assert [(span.start, span.end) for span in hits_in(text, "harbour")] == [(3, 10)]


@pytest.mark.parametrize(
    ("query", "article", "marked"),
    [
        ("паром", "paromy", ["Паромы"]),
        ("город мая", "paromy", ["Город", "мае"]),
        ("海港投票", "haigang", ["海港投票"]),
        ("渡轮", "haigang", ["渡轮"]),
        ("猫", "haigang", ["猫"]),
    ],
)
def test_words_of_other_scripts_are_marked(
    index: Engine, query: str, article: str, marked: list[str]
) -> None:
    (hit,) = find(index, query, text_of=TEXTS.__getitem__).hits

    assert hit.article_id == article
    assert [hit.snippet[a:b] for a, b in hit.marks] == marked


def test_words_of_a_phrase_are_marked_together_only() -> None:
    spans = hits_in("A vote. The harbour vote. The harbour.", '"harbour vote"')

    assert [span.of("A vote. The harbour vote. The harbour.") for span in spans] == ["harbour vote"]


def test_words_side_by_side_lift_an_article(empty_index: Engine) -> None:
    apart = "The harbour is new. " + "Many words stand here in between. " * 4 + "The vote is near."
    beside = "The town likes it. " + "Many words stand here in between. " * 4 + "The harbour vote."
    texts = {"apart": apart, "beside": beside}
    empty_index.add(IndexedArticle(key, "", text) for key, text in texts.items())

    results = find(empty_index, "harbour vote", text_of=texts.__getitem__)

    assert [hit.article_id for hit in results.hits] == ["beside", "apart"]


def test_some_words_are_found_when_no_article_has_all(index: Engine) -> None:
    results = find(index, "harbour lighthouse", text_of=TEXTS.__getitem__)

    assert [hit.article_id for hit in results.hits] == ["vote"]
    assert "nothing has all of these" in results.query_understood


def test_misspelt_query_is_spelt_better(index: Engine) -> None:
    results = find(index, "harbuor councl", text_of=TEXTS.__getitem__)

    assert results.suggestion == "harbour council"


def test_beginning_of_a_word_is_no_misspelling(index: Engine) -> None:
    assert find_while_typing(index, "harbo", text_of=TEXTS.__getitem__).suggestion == ""


def test_word_is_found_while_it_is_typed(index: Engine) -> None:
    results = find_while_typing(index, "harb", text_of=TEXTS.__getitem__)

    assert [hit.article_id for hit in results.hits] == ["vote"]
    assert [results.hits[0].snippet[a:b] for a, b in results.hits[0].marks] == ["harbour"]


def test_title_alone_may_hold_the_words(index: Engine) -> None:
    (hit,) = find(index, "set may", text_of=lambda _: "Nothing of it here.").hits

    assert hit.snippet == "Nothing of it here."
    assert hit.marks == ()


def test_text_that_is_gone_gives_an_empty_passage(index: Engine) -> None:
    (hit,) = find(index, "deal", text_of=lambda _: "").hits

    assert (hit.snippet, hit.more) == ("", 0)


def test_limit_is_kept_and_total_told(index: Engine) -> None:
    results = find(index, "vote", text_of=TEXTS.__getitem__, page=Page(limit=1))

    assert len(results.hits) == 1
    assert results.total == 2


def test_nothing_asked_finds_nothing(index: Engine) -> None:
    results = find(index, "()", text_of=TEXTS.__getitem__)

    assert (results.hits, results.total) == ((), 0)


def test_json_has_the_fields_of_the_contract(index: Engine) -> None:
    answer = json.loads(json.dumps(as_json(find(index, "deal", text_of=TEXTS.__getitem__))))

    assert set(answer) == {"query", "hits", "total", "suggestion", "facets", "ms"}
    assert set(answer["hits"][0]) == {"id", "start", "end", "snippet", "marks", "score", "more"}
    assert answer["facets"]["language"] == {"en": answer["total"]}


_WORDS = st.sampled_from(
    ["xray", "harbour", "har\u00adbour", "Harbours", "vote", "the", "café", "CAFÉ", "l’été",
     "O'Brien", "x-ray", "1,250", "1250", "ёлка", "паром", "海港投票", "ﬁrst", "—", ".", "\n\n",
     "🎉", "\u0301", "İzmir", "vo\u0301te"]
)  # fmt: skip


@example(["vo\u0301te"], "vote", "")
@example(["海港", "café"], "caf*", "")
@given(
    st.lists(_WORDS, max_size=30),
    st.sampled_from(
        [
            "harbour",
            "vote",
            '"the vote"',
            "caf*",
            "été",
            "xray",
            "1250",
            "ёлка",
            "海港",
            "o'brien",
            "votr~",
            "izm*",
        ]
    ),
    st.sampled_from(["", " "]),
)
def test_quick_way_finds_a_part_of_all_and_never_nothing(
    pieces: list[str], typed: str, between: str
) -> None:
    text = between.join(pieces)
    asked = leaves(parse(typed).root)

    every = all_occurrences(asked, text)
    quick = quick_occurrences(asked, text)

    assert set(quick) <= set(every)
    assert bool(quick) == bool(every)


@pytest.mark.parametrize(
    ("typed", "text", "found"),
    [
        ("po*", "The port’s office, a post-office and the Po.", ["port’s", "post", "Po"]),
        ("eco*", "L’économie et les ecoles", ["L’économie", "ecoles"]),
        ("us", "The U.S. told us", ["U.S.", "us"]),
        ("ph*", "A Ph.D. in physics", ["Ph.D.", "physics"]),
        ("no*", "sno-nosy no\u00adisy", ["nosy", "no\u00adisy"]),
    ],
)
def test_words_are_found_whole_by_how_they_begin(typed: str, text: str, found: list[str]) -> None:
    places = quick_occurrences(leaves(parse(typed).root), text)

    assert [text[place.start : place.end] for place in places] == found


@given(
    st.lists(_WORDS, max_size=30), st.sampled_from(["harb", "vo", "the vote", "caf", "U.S", "on"])
)
def test_a_word_that_is_typed_is_found_wherever_it_stands(words: list[str], typed: str) -> None:
    text = " ".join(words)
    asked = leaves(parse_unfinished(typed).root)

    quick = {(each.start, each.end) for each in quick_occurrences(asked, text)}
    whole = {(each.start, each.end) for each in all_occurrences(asked, text)}

    assert quick <= whole
    assert bool(quick) == bool(whole)


@given(st.text(max_size=400), st.text(max_size=12))
def test_passages_lie_in_the_text(text: str, typed: str) -> None:
    for passage in passages_in(text, typed + " e"):
        assert 0 <= passage.span.start <= passage.span.end <= len(text)
        assert all(passage.span.contains(span) for span in passage.found)
        assert all(0 <= a < b <= len(passage.text) for a, b in passage.marks)


@pytest.mark.parametrize("query", ["Putin", '"Putin spoke"'])
def test_the_stems_of_one_language_do_not_speak_in_another(empty_index: Engine, query: str) -> None:
    texts = {
        "en": "The telephones were put down. Then Putin spoke of the vote.",
        "stray": "The telephones were put down. They spoke no more.",
        "hu": "A hajó putin megérkezett.",
    }
    languages = {"en": "en", "stray": "en", "hu": "hu"}
    empty_index.add(
        [IndexedArticle(id_, id_, text, language=languages[id_]) for id_, text in texts.items()]
    )

    found = find(empty_index, query, text_of=texts.__getitem__)

    assert "stray" not in {hit.article_id for hit in found.hits}
    english = next(hit for hit in found.hits if hit.article_id == "en")
    marked = [span.of(texts["en"]) for span in english.found]
    assert marked and not any("put" in words.split() for words in marked)
    assert found.total == len(found.hits)
