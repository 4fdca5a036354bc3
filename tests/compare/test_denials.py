# SPDX-License-Identifier: MIT
"""Denials between two voices in ten languages: words moved, in other forms, with a prefix.

The rules were chosen on one half of the sentences and judged on the other.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.compare.articles import article

from diptych.compare.comparison import compare
from diptych.compare.kin import kin_of
from diptych.compare.values import Options, Stance

SENTENCES = json.loads((Path(__file__).parent / "denials.json").read_text(encoding="utf-8"))
EVERY_PAIR = Options(every_pair=True)


def is_denied(pair: dict[str, Any], language: str, rest: tuple[str, str]) -> bool:
    left, right = (
        article(f"{pair[side]}\n{more}", language=language)
        for side, more in zip(("left", "right"), rest, strict=True)
    )
    matches = compare(left, right, EVERY_PAIR).matches
    told = (m for m in matches if m.left.start == m.right.start == 0)
    return any(match.evidence.stance is Stance.DENIES for match in told)


def rest_of(half: str, language: str, number: int) -> tuple[str, str]:
    """Return what else stands in both texts, so that a word of one sentence is a rare one."""
    own = [p for n, p in enumerate(SENTENCES[half][language]) if n != number]
    others = SENTENCES["judged" if half == "chosen" else "chosen"][language]
    left = [own[0]["left"], own[1]["left"], others[0]["left"], others[1]["left"]]
    right = [own[2]["right"], others[2]["left"], others[3]["left"]]
    return "\n".join(left), "\n".join(right)


def found(half: str) -> list[tuple[bool, bool]]:
    return [
        (pair["denies"], is_denied(pair, language, rest_of(half, language, number)))
        for language, pairs in SENTENCES[half].items()
        for number, pair in enumerate(pairs)
    ]


@pytest.mark.parametrize("language", SENTENCES["chosen"])
def test_denials_are_told_and_nothing_else(language: str) -> None:
    pairs = SENTENCES["chosen"][language]
    told = [
        is_denied(pair, language, rest_of("chosen", language, n)) for n, pair in enumerate(pairs)
    ]
    assert told == [pair["denies"] for pair in pairs]


def test_most_denials_that_no_rule_was_chosen_by_are_told() -> None:
    judged = found("judged")
    assert sum(told for denies, told in judged if denies) >= 17
    assert sum(told for denies, told in judged if not denies) <= 3


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [("suffic", "suffici", "en"), ("genugt", "genug", "de"), ("كاف", "كافي", "ar")],
)
def test_forms_of_a_word_are_kin(one: str, other: str, language: str) -> None:
    assert kin_of([one], [other], language) == {other: one}


@pytest.mark.parametrize(
    ("one", "other"), [("protect", "protest"), ("123", "12345"), ("art", "article")]
)
def test_other_words_are_no_kin(one: str, other: str) -> None:
    assert kin_of([one], [other], "en") == {}
