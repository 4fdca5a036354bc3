# SPDX-License-Identifier: MIT
"""Each outcome has its sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from diptych.library.outcomes import (
    LIMITS,
    SENTENCES,
    Limit,
    limit_in,
    refusal,
    shown_name,
    visible,
)

DOCUMENTED = (Path(__file__).parents[2] / "docs" / "outcomes.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("code", SENTENCES)
def test_every_outcome_is_a_sentence_that_names_the_file(code: str) -> None:
    sentence = str(refusal(code, Path("wall.txt"), limit=Limit(64, "MB"), other="copy.txt"))

    assert "wall.txt" in sentence
    assert sentence.endswith(".")
    assert "{" not in sentence


@pytest.mark.parametrize("code", sorted(SENTENCES.keys() - {"already-here", "same-content"}))
def test_every_outcome_is_documented(code: str) -> None:
    assert f"| `{code}` |" in DOCUMENTED


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("line\nbreak.txt", "line\\nbreak.txt"),
        ("esc\x1b[31m.txt", "esc\\x1b[31m.txt"),
        ("safe\u202etxt.exe", "safe\\u202etxt.exe"),
        ("bad-\udcff.txt", "bad-\\xff.txt"),
        ("Café 🧭.txt", "Café 🧭.txt"),
    ],
)
def test_a_name_cannot_disturb_the_sentence(name: str, shown: str) -> None:
    assert shown_name(Path(name)) == shown


def test_a_very_long_name_is_cut_in_the_middle() -> None:
    assert len(visible("n" * 500 + ".txt")) == 120


@pytest.mark.parametrize("unit", LIMITS)
def test_a_limit_is_found_again_in_its_words(unit: str) -> None:
    assert limit_in(str(Limit(500_000, unit).in_words())) == Limit(500_000, unit)


@pytest.mark.parametrize("words", ["", "lines", "12 elephants", "-3 lines", "x" * 100])
def test_what_names_no_limit_is_none(words: str) -> None:
    assert limit_in(words) is None
