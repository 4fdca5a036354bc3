# SPDX-License-Identifier: MIT
"""A translation with another name is told across scripts, and a faithful one tells none.

Each sentence of ``names_across.json`` has a name, and behind the bar another one.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from diptych.compare.changes.named import Named
from diptych.compare.changes.names_across import other_names
from diptych.text.article import Span
from diptych.text.han_sounds import is_read_in, may_sound
from diptych.text.place_names import bare, places_in, places_of
from diptych.text.sounds import sound_of

SENTENCES = json.loads((Path(__file__).parent / "names_across.json").read_text(encoding="utf-8"))
TEXTS: dict[str, list[str]] = SENTENCES["texts"]
_EITHER = re.compile(r"\{([^|]*)\|([^}]*)\}")
# How many of eight other names are told, at least.
LEAST_TOLD = {
    "en-zh": 6, "en-ar": 5, "en-he": 4, "en-hi": 4, "en-ru": 5, "en-el": 5, "en-ja": 6, "en-ko": 5,
    "de-zh": 6, "fr-ar": 5, "ru-zh": 5, "de-ru": 5, "fr-he": 4, "ar-he": 3, "en-de": 6, "en-fr": 5,
}  # fmt: skip


def named(language: str, *, other: int = -1) -> Named:
    """A text with the first name of each sentence, in one of them with the second."""
    lines = [
        _EITHER.sub(r"\2" if number == other else r"\1", line)
        for number, line in enumerate(TEXTS[language])
    ]
    spans, at = [], 0
    for line in lines:
        spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    return Named("\n".join(lines), language, spans)


@pytest.mark.parametrize("pair", LEAST_TOLD)
def test_a_faithful_translation_has_no_other_name(pair: str) -> None:
    left, right = pair.split("-")
    assert other_names(named(left), named(right)) == {}


@pytest.mark.parametrize("pair", LEAST_TOLD)
def test_another_name_is_told_where_it_stands(pair: str) -> None:
    left, right = pair.split("-")
    found = [set(other_names(named(left), named(right, other=n))) for n in range(8)]
    told = [n for n, numbers in enumerate(found) if n in numbers]
    assert len(told) >= LEAST_TOLD[pair]
    assert all(numbers <= {n} for n, numbers in enumerate(found))


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("zh", "船从汉堡来"),
        ("ar", "من هامبورغ إلى الجزيرة"),
        ("he", "באה מהמבורג"),
        ("hi", "हैम्बर्ग से आई"),
        ("ja", "ハンブルクから来た"),
        ("ko", "함부르크에서 왔다"),
        ("ru", "из Гамбурга"),
        ("fr", "venant de Hambourg"),
    ],
)
def test_a_town_is_known_in_every_script(language: str, sentence: str) -> None:
    (placed,) = places_in(sentence, Span(0, len(sentence)), language)
    assert placed.places & places_of("Hamburg")


def test_the_city_is_no_medina() -> None:
    sentence = "في المدينة القديمة"
    assert list(places_in(sentence, Span(0, len(sentence)), "ar")) == []


def test_a_chinese_name_is_known_by_its_pinyin() -> None:
    text = "张海燕教授"
    assert is_read_in("Haiyan", text, Span(0, len(text)))
    assert not is_read_in("Haiyang", text, Span(0, len(text)))


@pytest.mark.parametrize(
    ("said", "name", "is_one"),
    [("科瓦奇", "Kovacs", True), ("斯特凡", "Stefan", True), ("斯特凡", "Michael", False)],
)
def test_characters_taken_for_their_sound_say_a_name(said: str, name: str, is_one: bool) -> None:
    assert may_sound(said, sound_of(name)) is is_one


@pytest.mark.parametrize(
    ("one", "other"), [("Hamburg", "함부르크"), ("Bremen", "브레멘"), ("Braun", "Μπράουν")]
)
def test_korean_and_greek_names_sound_like_others(one: str, other: str) -> None:
    assert sound_of(other).startswith(sound_of(one)[:3])


def test_forms_of_one_name_have_the_same_consonants() -> None:
    assert bare("Hamburg") == bare("Hambourg") == bare("Hamburgo")
