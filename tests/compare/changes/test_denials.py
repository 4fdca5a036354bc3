# SPDX-License-Identifier: MIT
"""A denial is told in ten languages, and what only has the same words is none.

The rules were chosen by the first two parts of ``denials.json``, the last was judged unseen.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.compare.articles import article

from diptych.compare.changes.finder import find_changes
from diptych.compare.changes.values import Finding

SENTENCES = json.loads((Path(__file__).parent / "denials.json").read_text(encoding="utf-8"))


def denies(left: str, right: str, language: str) -> bool:
    ours, theirs = article(left, language=language), article(right, language=language)
    return any(Finding.DENIED in change.findings for change in find_changes(ours, theirs).changes)


def judged(pairs: list[dict[str, Any]]) -> float:
    """The share of pairs that were judged rightly."""
    right = [
        denies(pair["left"], pair["right"], pair["language"]) is pair["denies"] for pair in pairs
    ]
    return sum(right) / len(right)


@pytest.mark.parametrize(("part", "least"), [("chosen by", 0.95), ("judged", 0.9)])
def test_nine_of_ten_denials_and_look_alikes_are_told_apart(part: str, least: float) -> None:
    assert judged(SENTENCES[part]) >= least


@pytest.mark.parametrize(
    ("language", "left", "right", "is_denied"),
    [
        ("en", "He must pay by May.", "He must pay no later than May.", False),
        ("en", "The two men agree on it.", "The two men disagree on it.", True),
        ("en", "She did close the old shop.", "She did disclose the old shop.", False),
        ("fr", "Cette clause est légale ici.", "Cette clause est illégale ici.", True),
        ("he", "איש לא ראה את הזקן.", "אף אחד לא ראה את הזקן.", False),
        ("hi", "यह अनुबंध वैध है।", "यह अनुबंध अवैध है।", True),
        ("de", "Das Boot lag dort.", "Das Boot lag dort, wo es niemanden störte.", False),
        ("zh", "车位在港口旁。", "车位不见了在港口旁。", False),
        ("zh", "他们停下两次。", "他们不得不停下两次。", False),
        ("en", "It was not in use then.", "It was out of use then.", False),
        ("en", "It is safe and works.", "It is not safe and never works.", True),
        ("en", "One row will suffice, once found.", "It does not suffice, never found.", True),
        ("en", "He always said he would pay.", "He never said he would not pay.", False),
        ("de", "Es ist wahr, dass er kam.", "Es ist nicht wahr, dass er nicht kam.", False),
        (
            "ru",
            "Плотину починили, и ворота нашли.",
            "Плотину не починили, и ворота не нашли.",
            True,
        ),
        ("fr", "Il peut entrer dans la maison.", "Il ne peut entrer dans la maison.", True),
        ("fr", "Il ose parler au maire.", "Il n'ose parler au maire.", True),
        ("fr", "Il n'ose pas parler.", "Il n'ose parler.", False),
        ("fr", "Il craint qu'il vienne.", "Il craint qu'il ne vienne.", False),
        ("fr", "Il peut boire du vin.", "Il ne peut que boire du vin.", False),
    ],
)
def test_a_kind_of_denial_is_told_or_not(
    language: str, left: str, right: str, *, is_denied: bool
) -> None:
    assert denies(left, right, language) is is_denied


def test_two_letters_of_a_word_are_no_weekday() -> None:
    left = article("Le locataire peut louer la chambre.", language="fr")
    right = article("Le locataire ne peut louer la chambre.", language="fr")
    (change,) = find_changes(left, right).changes
    assert Finding.DATE not in change.findings
