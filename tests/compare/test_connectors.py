# SPDX-License-Identifier: MIT
"""Words that only join sentences are no evidence."""

from __future__ import annotations

import pytest
from tests.compare.articles import article

from diptych.compare.comparison import compare
from diptych.compare.connectors import without_connectors
from diptych.text.words import words


def told(text: str, language: str = "en") -> list[str]:
    return [word.form for word in without_connectors(words(text), language=language)]


@pytest.mark.parametrize(
    ("text", "language", "left"),
    [
        ("Furthermore, the quay leaks.", "en", ["the", "quay", "leaks"]),
        ("The quay, in addition, leaks.", "en", ["the", "quay", "leaks"]),
        ("In conclusion the quay leaks.", "en", ["the", "quay", "leaks"]),
        ("The conclusion of the trial.", "en", ["the", "conclusion", "of", "the", "trial"]),
        ("Кроме того, причал течёт.", "ru", ["причал", "течёт"]),
        ("Sin embargo, el muelle gotea.", "es", ["el", "muelle", "gotea"]),
    ],
)
def test_only_what_joins_is_left_out(text: str, language: str, left: list[str]) -> None:
    assert told(text, language) == left


def test_a_passage_of_nothing_else_keeps_its_words() -> None:
    assert told("However.") == ["however"]


def test_a_shared_connector_is_told_as_no_shared_word() -> None:
    other = "\nRain fell all day on the market.\nThe museum stayed shut.\nNobody came."
    left = article(f"Furthermore, the harbour pilots of Gull Point refuse the night shift.{other}")
    right = article(f"{other}\nFurthermore, harbour pilots at Gull Point will not work the night.")

    match = next(m for m in compare(left, right).matches if m.left.start == 0)

    assert "furthermor" not in {word.word for word in match.evidence.shared_words}
    assert match.evidence.shared_words
