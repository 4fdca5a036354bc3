# SPDX-License-Identifier: MIT
"""Where words begin and end."""

from __future__ import annotations

import re
import tracemalloc
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diptych.text import tokens
from diptych.text.terms import written_forms
from diptych.text.tokens import MARKS, UNSPACED, any_word, count_words, is_unspaced
from diptych.text.words import words

WHOLE = {
    "hi": "हिन्दी समाचार पत्रिका",
    "ta": "தமிழ் செய்தி துறைமுகம்",
    "he": "סֵפֶר שָׁלוֹם נָמָל",
    "ar": "كِتَابٌ جَدِيدٌ الميناء",
    "bn": "বাংলা সংবাদ বন্দর",
    "te": "తెలుగు వార్తలు ఓడరేవు",
    "ml": "മലയാളം വാർത്ത തുറമുഖം",
    "si": "සිංහල පුවත් වරාය",
    "dv": "ދިވެހި ބަސް ރާއްޖެ",
    "fa": "می‌خواهم کتاب‌ها بندر",
    "vi": "cảng tiếng Việt",
}


@pytest.mark.parametrize("language", WHOLE)
def test_a_word_keeps_its_signs(language: str) -> None:
    text = WHOLE[language]

    assert [text[w.start : w.end] for w in words(text, language=language)] == text.split()
    assert any_word().findall(text) == text.split()
    assert count_words(text) == 3


def test_a_decomposed_accent_is_part_of_its_word() -> None:
    assert [w.form for w in words("un cafe\u0301 noir")] == ["un", "café", "noir"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("It’s a well-known e-mail.", 4),
        ("港口投票", 4),
        ("在Linux上", 3),
        ("1,250 crowns", 3),
        ("항구 투표는", 2),
        ("ท่าเรือใหม่เปิดแล้ว", 4),
        ("", 0),
    ],
)
def test_words_are_counted_as_a_reader_does(
    text: str, count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert count_words(text) == count
    # Long texts are counted another way.
    monkeypatch.setattr(tokens, "_LISTED_AT_MOST", 0)
    assert count_words(text) == count


@pytest.mark.parametrize("line", ["港口投票" * 1_000_000, "harbour " * 500_000])
def test_counting_the_words_of_one_long_line_takes_no_memory(line: str) -> None:
    tracemalloc.start()
    try:
        count_words(line)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert most < len(line)


def test_korean_has_spaces_and_is_searched_by_pairs() -> None:
    assert not is_unspaced("항")
    assert written_forms("항구투표")[0] == ["항구", "구투", "투표"]


def test_every_mark_of_a_spaced_alphabet_is_known() -> None:
    marks = [chr(c) for c in range(0x300, 0x1100) if unicodedata.category(chr(c))[0] == "M"]

    assert not [m for m in marks if not any_word().fullmatch(f"a{m}b") and not is_unspaced(m)]


def test_the_sets_of_signs_do_not_meet() -> None:
    assert not set(MARKS) & set(UNSPACED) - {"-"}


@given(st.text("aB1 '-_.\n", max_size=40), st.integers(2, 9))
def test_words_are_counted_as_a_pattern_finds_them(text: str, at_once: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tokens, "_COUNTED_AT_ONCE", at_once)

        assert count_words(text) == len(re.findall(r"[^\W_]+(?:['\-][^\W_]+)*", text))
