# SPDX-License-Identifier: MIT
"""An index is fed the words of a text at another pace, and they are the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diptych.text.indexed_words import indexed_words
from diptych.text.terms import NO_TERM, PLAIN_WORD, later_initials, words_in, written_forms

PLAIN_SIGNS = "abXY 'z’“-_\n\u00ad\u00a01,2.3é\u2028İ'' \x01\x02"
NAMES = "aUSPhDd.\u00a0 '’-и_x1oO\n"
HYPHENATED = "ab1é-‐\n'’. O,—"


def terms(words: list[str]) -> list[str]:
    read = words_in("en")
    return [NO_TERM if word == NO_TERM else read[word] for word in words]


def written(text: str) -> list[str]:
    forms, more = written_forms(text)
    more = more + later_initials(text)
    return [*forms, NO_TERM, *(form or NO_TERM for form in more)] if more else forms


def cut_quickly(text: str) -> list[str]:
    return [word for word in indexed_words(text).decode().split(" ") if word]


@given(
    st.one_of(
        st.text(PLAIN_SIGNS), st.text(NAMES), st.text(HYPHENATED), st.text(), st.text("☀🇫🇷a- ü")
    )
)
def test_words_cut_quickly_have_the_same_terms(text: str) -> None:
    assert terms(cut_quickly(text)) == terms(written(text))


@pytest.mark.parametrize(
    "text",
    [
        "A U.S.-led, anti-U.S. and U.S.'s commit-\ntee of J. K. Rowling and O'Brien-Smith’s.",
        "‘So-called’ l'avant-garde, don't-know-it -- a-b--c -d- e-",
        "Ø-form, é’tude, ’tis ’’ '' O’Énée, O'éa, O'12, to'morrow, rock'n'roll",
        "1,250,000 and 1.250-fold, 3.5, 12,34, 1\u202f250",
        "☀ and 🇫🇷 · l·l, co\u00adoperate, \u2060x, İstanbul ΣΑΣ",
        "".join(map(chr, range(0x2190, 0x2200))) + "word a-b",
        "its \x01 own \x02 signs-in text",
    ],
)
def test_rare_writings_have_the_same_terms(text: str) -> None:
    assert PLAIN_WORD.findall(text)
    assert terms(cut_quickly(text)) == terms(written(text))


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("a." * 100_000, b"a" * 100_000),
        ("a" * 200_000 + "--b-c", b"bc"),
        ("a-\n" * 50_000 + "b", b"a" * 50_000 + b"b"),
        ("J. K. Row " * 20_000, NO_TERM.encode()),
    ],
)
def test_a_text_made_to_be_tried_from_each_letter_is_read_once(text: str, last: bytes) -> None:
    # Tried with all that follows, the first would take hours.
    assert indexed_words(text).split(b" ")[-1] == last
