# SPDX-License-Identifier: MIT
"""People without a title: another one, one left out, and well-known ones as they are written.

In ``people_across.json`` each sentence has a name, and behind the bar another one; what
stands in double brackets can be left out. Half of them were written and kept aside before
anything was chosen by the other half.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from diptych.compare.changes.named import Named
from diptych.compare.changes.names_across import other_names
from diptych.text.article import Span
from diptych.text.place_names import places_in

KEPT = json.loads((Path(__file__).parent / "people_across.json").read_text(encoding="utf-8"))
TEXTS: dict[str, list[str]] = KEPT["texts"]
_EITHER = re.compile(r"\{([^|]*)\|([^}]*)\}")
_MAY_GO = re.compile(r"\[\[(.*?)\]\]")
# Of ten: as measured, so that no change takes any back unnoticed.
LEAST_TOLD = {
    "en-de": 7, "en-fr": 8, "en-es": 8, "en-ru": 9, "en-zh": 6, "en-ja": 9, "en-ar": 5,
    "en-he": 3, "en-hi": 4, "en-el": 8, "en-ko": 8, "de-ru": 8, "es-pt": 9, "ru-zh": 6,
}  # fmt: skip
KNOWN = ["ru", "ar", "he", "ja", "zh", "el", "hi", "ko"]
MOST_FALSE = 2  # of the thirty-two that are known, in any of the scripts


def named(language: str, lines: list[str]) -> Named:
    spans, at = [], 0
    for line in lines:
        spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    return Named("\n".join(lines), language, spans)


def sentences(language: str, *, other: int = -1, without: int = -1) -> Named:
    """The sentences, in one of them another name, in one of them a name left out."""
    lines = [
        _EITHER.sub(
            r"\2" if number == other else r"\1",
            _MAY_GO.sub("" if number == without else r"\1", line),
        )
        for number, line in enumerate(TEXTS[language])
    ]
    return named(language, lines)


@pytest.mark.parametrize("pair", LEAST_TOLD)
def test_a_faithful_translation_names_the_same_people(pair: str) -> None:
    left, right = pair.split("-")
    assert other_names(sentences(left), sentences(right)) == {}


@pytest.mark.parametrize("pair", LEAST_TOLD)
def test_another_person_is_told_without_a_title(pair: str) -> None:
    left, right = pair.split("-")
    numbers = [n for n, line in enumerate(TEXTS[right]) if _EITHER.search(line)]
    found = [set(other_names(sentences(left), sentences(right, other=n))) for n in numbers]
    assert sum(n in told for n, told in zip(numbers, found, strict=True)) >= LEAST_TOLD[pair]
    assert all(told <= {n} for n, told in zip(numbers, found, strict=True))


@pytest.mark.parametrize("language", ["de", "fr", "es", "it", "pt", "nl", "ja", "ar", "he", "hi"])
def test_a_person_left_out_is_told(language: str) -> None:
    number = next(n for n in range(10, 20) if _MAY_GO.search(TEXTS[language][n]))
    found = other_names(sentences("en"), sentences(language, without=number))
    assert number in found


@pytest.mark.parametrize("language", KNOWN)
def test_known_people_are_no_others_in_another_script(language: str) -> None:
    left, right = (
        named(each, [KEPT["sentence"][each].format(name) for name in KEPT["known"][each]])
        for each in ("en", language)
    )
    assert len(other_names(left, right)) <= MOST_FALSE


@pytest.mark.parametrize(
    ("language", "sentence"), [("ja", "ヴィンターが来た"), ("zh", "索菲亚·罗马诺来了")]
)
def test_a_part_of_a_name_is_no_town(language: str, sentence: str) -> None:
    assert list(places_in(sentence, Span(0, len(sentence)), language)) == []
