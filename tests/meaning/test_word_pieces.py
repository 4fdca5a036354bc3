# SPDX-License-Identifier: MIT
"""Word pieces as Hugging Face's tokenizers 0.23.3 cuts them, which recorded the numbers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from diptych.assets import resource_path
from diptych.meaning.word_pieces import WordPieces

VOCABULARY = resource_path("models/minilm/vocabulary.txt").read_text(encoding="utf-8").splitlines()
PIECES = WordPieces(VOCABULARY)
RECORDED = [
    json.loads(line)
    for line in (Path(__file__).parent / "word_pieces.jsonl").read_text("utf-8").splitlines()
]


def pieces(text: str, *, longest: int = 256) -> list[str]:
    return [VOCABULARY[number] for number in PIECES.numbers(text, longest=longest)[1:-1]]


def test_the_longest_pieces_are_taken_first() -> None:
    assert pieces("unaffordable ferries") == ["una", "##ff", "##ord", "##able", "ferries"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Café É ŻÓŁW", ["cafe", "e", "z", "##o", "##ł", "##w"]),
        ("İstanbul Σίσυφος", ["istanbul", "σ", "##ι", "##σ", "##υ", "##φ", "##ος"]),
        ("don’t—stop", ["don", "’", "t", "—", "stop"]),
        ("港口town", ["[UNK]", "口", "town"]),
        ("soft\u00adhyphen a\u200bb", ["soft", "##hy", "##ph", "##en", "ab"]),
        ("one\u00a0two\tthree\x07", ["one", "two", "three"]),
        ("\u037e $5 ^", [";", "$", "5", "^"]),
        ("x" * 101, ["[UNK]"]),
        ("😀 and", ["[UNK]", "and"]),
        ("", []),
    ],
)
def test_letters_are_brought_to_one_form(text: str, found: list[str]) -> None:
    assert pieces(text) == found


def test_what_is_too_long_is_cut_before_the_end() -> None:
    numbers = PIECES.numbers("word " * 400, longest=256)

    assert len(numbers) == 256
    assert (VOCABULARY[numbers[0]], VOCABULARY[numbers[-1]]) == ("[CLS]", "[SEP]")


@pytest.mark.parametrize(("text", "numbers"), RECORDED)
def test_any_script_is_cut_as_by_tokenizers(text: str, numbers: list[int]) -> None:
    assert PIECES.numbers(text, longest=256) == numbers
