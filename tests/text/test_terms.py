# SPDX-License-Identifier: MIT
"""What finds what: scripts, accents, apostrophes, hyphens, endings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diptych.search.finder import hits_in
from diptych.text.terms import (
    alternatives,
    tokens,
    words_in,
    written_forms,
)

FOUND = [
    ("zh word inside a run", "为什么北方的高铁发展得这么快，海港大学的研究者说。", "高铁", ""),
    ("zh name of four", "海港大学的研究者给出了解释。", "海港大学", "zh"),
    ("zh one character", "他说猫在屋顶上。", "猫", "zh"),
    ("zh last character", "屋顶上有猫。", "猫", "zh"),
    ("zh and latin", "在Linux系统上安装Python3很容易", "Python3", "zh"),
    ("ja kana", "ハーバータワーは港にある塔です。", "タワー", "ja"),
    ("half-width kana", "ﾀﾜｰは港にある。", "タワー", "ja"),
    ("ko syllables", "항구투표는 봄에 있었다.", "투표", "ko"),
    ("thai without spaces", "ท่าเรือใหม่เปิดแล้ว", "ใหม่", "th"),
    ("ru case", "Книги лежали на столах большой библиотеки.", "книга", "ru"),
    ("ru plural genitive", "Множество новых статей о библиотеках.", "библиотека", "ru"),
    ("ru yo", "Ещё один тёплый день.", "теплый", "ru"),
    ("ru in an article of unknown language", "Паромы стояли в порту.", "паром", ""),
    ("de umlaut plural", "Die Häuser am Hafen", "Haus", "de"),
    ("de sharp s", "Die Straße über den Fluss", "strasse", "de"),
    ("fr feminine", "Une ville heureuse", "heureux", "fr"),
    ("fr accents left out", "Les élèves votent", "eleve", "fr"),
    ("es plural", "las naciones", "nación", "es"),
    ("it elision", "dell’economia", "economia", "it"),
    ("accent in the text", "The café in São Paulo", "cafe", "en"),
    ("accent in the query", "The cafe in Sao Paulo", "café", "en"),
    ("accents as signs of their own", "The cafe\u0301s of the port", "cafés", "en"),
    ("ligature", "The ﬁrst ferry", "first", "en"),
    ("full width", "Ｆｅｒｒｙ at noon", "ferry", "en"),
    ("curly possessive", "Marlow’s mayor", "Marlow", "en"),
    ("straight for curly", "Marlow's mayor", "Marlow’s", "en"),
    ("contraction", "They don’t know.", "don't", "en"),
    ("name with apostrophe", "Senator O’Brien spoke.", "O'Brien", "en"),
    ("fr elision", "L’économie d’hier", "économie", "fr"),
    ("hyphen as two words", "a well-known engine", '"well known"', "en"),
    ("two words for a hyphen", "a well known engine", "well-known", "en"),
    ("hyphen left out", "An e-mail came", "email", "en"),
    ("hyphen put in", "An email came", "e-mail", "en"),
    ("soft hyphen", "infor\u00admation desk", "information", "en"),
    ("ending", "The studies were running late.", "run", "en"),
    ("thousands", "It cost 1,250 crowns", "1250", "en"),
    ("decimals", "It rose 3.5 per cent", "3.5", "en"),
    ("dashes", "War—and peace–again", "peace", "en"),
    ("zero-width space", "foo\u200bbar baz", "bar", "en"),
    ("hindi signs", "हिन्दी में लिखा", "हिन्दी", "hi"),
    ("arabic vowels", "كِتَاب", "كتاب", "ar"),
]
NOT_FOUND = [
    ("zh characters apart", "北中国防部长举行会谈。中华人民的国家。", "大国", "zh"),
    ("ru short i is a letter", "Белая чайка летит.", "чаика", "ru"),
    ("inside a word", "A railway", "rail", "en"),
]


@pytest.mark.parametrize(
    ("text", "query", "language"),
    [case[1:] for case in FOUND],
    ids=[case[0] for case in FOUND],
)
def test_word_is_found(text: str, query: str, language: str) -> None:
    assert hits_in(text, query, language=language)


@pytest.mark.parametrize(
    ("text", "query", "language"),
    [case[1:] for case in NOT_FOUND],
    ids=[case[0] for case in NOT_FOUND],
)
def test_other_word_is_not_found(text: str, query: str, language: str) -> None:
    assert not hits_in(text, query, language=language)


def test_language_chooses_the_stemmer() -> None:
    assert words_in("de")["Häuser"] == words_in("de")["Haus"]
    assert words_in("de-CH") is words_in("de")


def test_language_of_another_script_leaves_the_word_to_its_own() -> None:
    assert words_in("ru")["running"] == "run"


def test_query_word_stands_for_its_stem_in_every_language() -> None:
    assert set(alternatives("running", ("en", "fr"))) == {"run", "running"}


def test_endless_word_gives_a_short_term() -> None:
    (token,) = tokens("x" * 1_000_000)

    assert len(token.term) <= 64


def test_unspaced_run_gives_overlapping_pairs() -> None:
    assert written_forms("海港大学")[0] == ["海港", "港大", "大学"]


@given(st.text(max_size=300))
def test_places_are_those_of_the_indexed_terms(text: str) -> None:
    forms, more = written_forms(text)
    words = words_in("")

    read = tokens(text)

    assert [token.term for token in read] == [words[w] for w in forms + more if words[w]]
    assert all(0 <= token.start < token.end <= len(text) for token in read)


@pytest.mark.parametrize("language", ["fa", "ur"])
def test_languages_that_write_particles_apart_get_none(language: str) -> None:
    assert "والكتاب" not in alternatives("كتاب", (language,))
    assert "والكتاب" in alternatives("كتاب", ("ar",))
