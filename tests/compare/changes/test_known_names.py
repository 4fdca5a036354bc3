# SPDX-License-Identifier: MIT
"""Another name is told in scripts that have no capitals, and another word is none.

What is listed was chosen before the second half of the sentences was tried.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.compare.articles import article

from diptych.compare.changes.finder import find_changes
from diptych.compare.changes.known_names import known_name
from diptych.compare.changes.values import Finding
from diptych.text.article import Span

SENTENCES = json.loads((Path(__file__).parent / "names.json").read_text(encoding="utf-8"))


def tells_a_name(pair: dict[str, Any], language: str) -> bool:
    left, right = (article(pair[side], language=language) for side in ("left", "right"))
    return any(Finding.NAME in change.findings for change in find_changes(left, right).changes)


@pytest.mark.parametrize("language", SENTENCES["chosen"])
def test_another_name_is_told_and_nothing_else(language: str) -> None:
    pairs = SENTENCES["chosen"][language]
    assert [tells_a_name(pair, language) for pair in pairs] == [p["differs"] for p in pairs]


def test_most_names_that_nothing_was_chosen_by_are_told() -> None:
    judged = [
        (pair["differs"], tells_a_name(pair, language))
        for language, pairs in SENTENCES["judged"].items()
        for pair in pairs
    ]
    assert sum(told for differs, told in judged if differs) >= 14
    assert not any(told for differs, told in judged if not differs)


@pytest.mark.parametrize(
    ("language", "left", "right", "differs"),
    [
        ("zh", "工程师安德烈·彼得罗夫来到港口。", "工程师伊万·西多罗夫来到港口。", True),
        ("ja", "ジョン・スミスは港へ行った。", "ポール・スミスは港へ行った。", True),
        ("ja", "経済・社会の本を読んだ。", "政治・社会の本を読んだ。", False),
        ("he", "דוד כהן כתב מכתב ארוך.", "יוסף לוי כתב מכתב ארוך.", True),
        ("hi", "राजेश शर्मा ने लंबा पत्र लिखा।", "सुरेश वर्मा ने लंबा पत्र लिखा।", True),
        ("hi", "मछुआरे ने लंबा पत्र लिखा।", "कप्तान ने लंबा पत्र लिखा।", False),
    ],
)
def test_a_name_of_two_parts_is_told(
    language: str, left: str, right: str, *, differs: bool
) -> None:
    assert tells_a_name({"left": left, "right": right}, language) is differs


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("سافر للعراق", "ar", "العراق"),
        ("הוא נולד בירושלים", "he", "ירושלים"),
        ("欧阳明", "zh", "欧阳明"),
        ("वह रो रहा है", "hi", ""),
    ],
)
def test_a_name_is_known_behind_what_is_written_onto_it(
    text: str, language: str, name: str
) -> None:
    start = text.rfind(" ") + 1
    assert known_name(text, Span(start, len(text)), language) == name
