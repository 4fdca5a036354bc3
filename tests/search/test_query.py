# SPDX-License-Identifier: MIT
"""What is typed always means something, or nothing, and never fails."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.search.conftest import ENGINES

from diptych.search.engine import Engine
from diptych.search.expression import And, Near, Node, Not, Or, Phrase, Prefix, Word, leaves
from diptych.search.indexed import IndexedArticle
from diptych.search.query import MOST_WORDS, Scope, parse, parse_unfinished

UNDERSTOOD = [
    ("harbour vote", "harbour and vote"),
    ("the harbour", "harbour (without “the”)"),
    ("harbour AND vote", "harbour and vote"),
    ("harbour OR vote", "harbour or vote"),
    ("ferry (harbour OR vote)", "ferry and (harbour or vote)"),
    ("harbour NOT vote", "harbour and not vote"),
    ("harbour -vote", "harbour and not vote"),
    ('"harbour vote"', "“harbour vote”"),
    ("“harbour vote”", "“harbour vote”"),
    ("«harbour vote»", "“harbour vote”"),
    ('"harbour vote', "“harbour vote”"),
    ("harb*", "harb…"),
    ("harbuor~", "harbuor or nearly so"),
    ("harbour near/3 vote", "harbour within 3 words of vote"),
    ("title:harbour", "title: harbour"),
    ('author:"Ida Holm"', "author: “Ida Holm”"),
    ("lang:russian ferry", "in Russian and ferry"),
    ("after:2024-05", "from 2024-05 on"),
    ("date:2024-05", "from 2024-05 on, before 2024-06"),
    ("date:2024-12", "from 2024-12 on, before 2025-01"),
    ("date:2024", "from 2024 on, before 2025"),
    ("date:14.02.2025", "from 2025-02-14 on, before 2025-02-15"),
    ('after:"3. Okt. 2025"', "from 2025-10-03 on"),
    ('before:"April 2025"', "before 2025-04"),
    ("after:03/04/2025", "from 2025 on"),
    ("date:2024-02-29", "from 2024-02-29 on, before 2024-03-01"),
    ("before:2025", "before 2025"),
    ("in:notes harbour", "harbour, in your notes"),
    ("in:notes", "All your notes"),
    ("e-mail", "e-mail"),
    ("1,250", "1,250"),
    ("海港大学", "海港大学"),
    ("猫", "猫"),
    ("", "Nothing to search for"),
    ("AND OR NOT", "Nothing to search for"),
    ("🎉", "🎉"),
    ("title:", "Nothing to search for"),
    ("the", "the"),
]
NAUGHTY = [
    "", " ", "\x00", "\t\n\r", "\ud800", "\udfff\ud800", "\ufeff", "\u202e", "\u200b\u200d",
    "((((((((((", "))))", ")(", "((a)", "\"", "\"\"", "“", "”a“", "''", "-", "--", "- -a", "-(",
    "*", "**", "a**", "~", "a~9", "~~~", "near/", "near/0 a", "a near/0 b", "a near/9999999999 b",
    "near/3 near/3", "NOT", "NOT NOT NOT a", "AND AND", "a AND", "OR a", "a OR OR b", ":",
    "title::", "title:title:x", "in:in:notes", "after:",
    "after:9999-99-99", "before:0", "lang:", "lang:😀",
    "-title:-x", "title:(a OR b)", "title:\"", "🎉🎊", "👩‍👩‍👧‍👦", "İstanbul", "ǅ", "ﬃ", "ß" * 200,
    "a" * 10_000, "a " * 5_000, "(" * 5_000 + "a", "NOT " * 3_000 + "a", "-" * 10_000,
    '"' * 9_999, "海" * 10_000, "\u0301" * 500, "a\u0301\u0301\u0301", "%s %d {} {0} \\",
    "../../etc", "<script>alert(1)</script>", "'; DROP TABLE articles; --", "$(rm -rf /)",
    "nil null None NaN",
    "١٢٣", "०१२", "Ⅷ ½ ²", "\U0001f1e9\U0001f1ea", "a\u00adb", "𝕳𝖆𝖗𝖇𝖔𝖚𝖗", "ⓗⓐⓡ", "ﷺ", "\U000e0041",
]  # fmt: skip


@pytest.fixture(scope="module")
def engines(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Engine, ...]]:
    """Each engine with the same two articles."""
    made = tuple(kind.create(tmp_path_factory.mktemp(kind.name)) for kind in ENGINES.values())
    for engine in made:
        engine.add(
            (
                IndexedArticle("one", "The harbour vote", "The town votes in May.", language="en"),
                IndexedArticle("two", "海港", "海港大学的猫。", language="zh"),
            )
        )
    yield made
    for engine in made:
        engine.close()


def answers(engines: tuple[Engine, ...], root: Node | None) -> set[frozenset[str]]:
    """Return what the engines answer: one set when they agree."""
    return {frozenset(ranked.id for ranked in engine.search(root).ranked) for engine in engines}


@pytest.mark.parametrize(("typed", "understood"), UNDERSTOOD)
def test_query_is_understood(typed: str, understood: str) -> None:
    assert parse(typed).understood == understood


@pytest.mark.parametrize("typed", NAUGHTY, ids=range(len(NAUGHTY)))
def test_naughty_query_is_answered(typed: str, engines: tuple[Engine, ...]) -> None:
    query = parse(typed, ("", "en", "zh"))

    assert "\n" not in query.understood
    assert len(answers(engines, query.root)) == 1


@pytest.mark.parametrize("words", [MOST_WORDS - 1, MOST_WORDS])
@pytest.mark.parametrize(
    "typed", [*(typed for typed, _ in UNDERSTOOD), '"J Smith"', '"J. K. Rowling"', "U.S. JK"]
)
def test_whatever_comes_after_as_many_words_as_are_read_is_left_out(typed: str, words: int) -> None:
    for read in (parse, parse_unfinished):
        query = read(f"{'harbour ' * words}{typed}")

        assert str(query.understood).startswith("harbour and harbour")


@given(st.text(max_size=60))
def test_any_text_is_answered(engines: tuple[Engine, ...], typed: str) -> None:
    for query in (parse(typed, ("", "de")), parse_unfinished(typed)):
        assert len(answers(engines, query.root)) == 1


_PIECES = st.sampled_from(
    ["harbour", "the", "AND", "OR", "NOT", "-", "(", ")", '"', "“", "”", "near/2", "title:", "in:",
     "notes", "after:", "2024", "lang:", "ru", "*", "~", "海港", "e-mail", " ", "\x00"]
)  # fmt: skip


@given(st.lists(_PIECES, max_size=25))
def test_any_jumble_of_operators_is_answered(
    engines: tuple[Engine, ...], pieces: list[str]
) -> None:
    for between in ("", " "):
        query = parse(between.join(pieces))
        # tantivy takes a word for its own neighbour.
        assert len(answers(engines, query.root)) == 1 or "near/2" in pieces


@pytest.mark.parametrize("typed", ["海港 NOT NOT email", "海港 NOT (harbour OR NOT email)"])
def test_what_is_not_unwanted_is_wanted(typed: str, engines: tuple[Engine, ...]) -> None:
    assert answers(engines, parse(typed).root) == {frozenset()}


def test_quotes_ask_for_words_side_by_side() -> None:
    root = parse('"harbour vote"').root

    assert root == Phrase("harbour vote", (("harbour",), ("vote",)))


def test_stop_words_stay_when_nothing_else_is_asked() -> None:
    root = parse("to be").root

    assert isinstance(root, And)
    assert [leaf.written for leaf in leaves(root)] == ["to", "be"]


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("US vote", ["US", "vote"]),
        ("U.S. vote", ["U.S.", "vote"]),
        ("WHO vote", ["WHO", "vote"]),
        ("us vote", ["vote"]),
        ("WHO IS FOR THE HARBOUR", ["HARBOUR"]),
    ],
)
def test_a_name_in_capitals_is_no_stop_word(typed: str, asked: list[str]) -> None:
    assert [leaf.written for leaf in leaves(parse(typed).root)] == asked


def test_stop_words_stay_in_quotes() -> None:
    (leaf,) = leaves(parse('"the vote"').root)

    assert isinstance(leaf, Phrase)
    assert len(leaf.parts) == 2


def test_minus_inside_a_word_is_a_hyphen() -> None:
    assert isinstance(parse("ferry-deal").root, Or)


def test_near_binds_its_neighbours_alone() -> None:
    root = parse("a1 b1 near/2 c1").root

    assert isinstance(root, And)
    assert isinstance(root.parts[1], Near)


def test_last_word_may_go_on_while_typing() -> None:
    root = parse_unfinished("harbour vot").root

    assert isinstance(root, And)
    assert root.parts[1] == Or((Word("vot", ("vot",)), Prefix("vot")))


def test_word_before_a_space_is_finished() -> None:
    assert isinstance(parse_unfinished("harbour ").root, Word)


def test_negated_words_are_not_marked_in_texts() -> None:
    root = parse("harbour -vote").root

    assert isinstance(root, And)
    assert isinstance(root.parts[1], Not)
    assert [leaf.written for leaf in leaves(root)] == ["harbour"]


def test_notes_are_asked_for_by_scope() -> None:
    assert parse("in:notes harbour").scope is Scope.NOTES


def test_long_query_says_that_it_was_cut() -> None:
    assert "only the beginning" in parse("word " * 2_000).understood


def test_bad_date_says_what_to_write() -> None:
    assert "write 2024" in parse("after:soon harbour").understood
