# SPDX-License-Identifier: MIT
"""A word is stemmed as its script and its article's language say."""

from __future__ import annotations

import pytest

from diptych.text.stems import base_language, stem_language, stemmer


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [("en", "voted", "voting"), ("ru", "порта", "порты"), ("de", "hafen", "hafens")],
)
def test_endings_of_one_word_meet(language: str, one: str, other: str) -> None:
    stem = stemmer(language)
    assert stem is not None
    assert stem(one) == stem(other)


def test_a_language_without_a_stemmer_keeps_its_words() -> None:
    assert stemmer("ko") is None


@pytest.mark.parametrize(
    ("letter", "language", "stemmed_as"),
    [
        ("h", "de", "de"),  # the article's own language where it has the script
        ("h", "ru", "en"),
        ("п", "en", "ru"),
        ("港", "zh", ""),
        ("א", "he", ""),
    ],
)
def test_the_script_chooses_where_the_language_has_another(
    letter: str, language: str, stemmed_as: str
) -> None:
    assert stem_language(letter, language) == stemmed_as


@pytest.mark.parametrize(
    ("tag", "code"), [("pt-BR", "pt"), ("de_CH", "de"), (" EN ", "en"), ("港", ""), ("", "")]
)
def test_a_tag_is_reduced_to_its_language(tag: str, code: str) -> None:
    assert base_language(tag) == code
