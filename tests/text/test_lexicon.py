# SPDX-License-Identifier: MIT
"""The word lists are read as they are written, and nothing is made up where none is."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from diptych.text.calendar import CITED
from diptych.text.lexicon import (
    MONTHS,
    WEEKDAYS,
    calendar_languages,
    decimal_sign,
    entries_of_all,
    lines_of,
    names_of,
    order_of_date,
    phrases_of,
    table_of,
    wordings,
    words_of,
    words_of_all,
)

LISTS = Path(__file__).parents[2] / "resources" / "language"
SOURCES = Path(__file__).parents[2] / "src"


def test_words_of_one_language_are_those_of_its_file() -> None:
    assert "после" not in words_of("en", "stopwords")
    assert {"the", "yourself"} & words_of("en", "stopwords") == {"the"}


@pytest.mark.parametrize("language", ["xx", "", "../en", "units "])
def test_a_language_without_a_file_has_no_words(language: str) -> None:
    assert words_of(language, "stopwords") == frozenset()
    assert lines_of(language, "ordinals") == ()
    assert phrases_of(language, "connectors") == ()
    assert table_of(language, "ago") == {}


def test_what_any_language_lists_is_known_in_all() -> None:
    assert {"dr", "bzw", "ул"} <= words_of_all("abbreviations")


def test_phrases_are_parted_by_commas_wherever_a_line_ends() -> None:
    assert {"in addition", "undeniably"} <= set(phrases_of("en", "connectors"))


def test_one_key_may_be_told_in_several_languages() -> None:
    told = [words for key, words in entries_of_all("spans_of_time") if key == "30 minute"]
    assert len(told) > 1


def test_months_count_from_one_and_weekdays_from_monday() -> None:
    full, short = names_of("en", MONTHS)
    assert (full["january"], full["december"], short["sep"]) == (1, 12, 9)
    assert names_of("fr", WEEKDAYS)[0]["dimanche"] == 6


def test_the_forms_of_a_languages_own_file_join_those_of_cldr() -> None:
    assert names_of("ru", MONTHS)[0]["октябре"] == 10


@pytest.mark.parametrize(
    ("language", "order", "sign"), [("de", "dmy", ","), ("hu", "ymd", ","), ("en", "", ".")]
)
def test_a_language_tells_how_it_writes_dates_and_tenths(
    language: str, order: str, sign: str
) -> None:
    assert (order_of_date(language), decimal_sign(language)) == (order, sign)


@pytest.mark.parametrize("language", CITED)
def test_calendars_cited_anywhere_are_whole(language: str) -> None:
    assert set(names_of(language, MONTHS)[0].values()) == set(range(1, 13))
    assert set(names_of(language, WEEKDAYS)[0].values()) == set(range(7))


def test_no_calendar_has_a_thirteenth_month_or_an_eighth_day() -> None:
    for language in calendar_languages():
        months, days = (set(names_of(language, what)[0].values()) for what in (MONTHS, WEEKDAYS))
        assert months <= set(range(1, 13))
        assert days <= set(range(7))


@pytest.mark.parametrize("file", sorted(LISTS.glob("??.json")), ids=lambda file: file.stem)
def test_words_stand_in_small_letters_and_once(file: Path) -> None:
    listed = json.loads(file.read_text(encoding="utf-8"))
    for subject in ("stopwords", "abbreviations", "no_names", "query_stopwords", "titles"):
        told = listed.get(subject, "")
        words = " ".join([told] if isinstance(told, str) else told).split()
        assert words == [word.lower() for word in words]
        if subject != "stopwords":
            assert len(words) == len(set(words))


def test_every_subject_that_a_language_lists_is_read_somewhere() -> None:
    files = [path for path in LISTS.glob("*.json") if len(path.stem) <= 3]
    subjects = {key for path in files for key in json.loads(path.read_text(encoding="utf-8"))}
    code = "".join(path.read_text(encoding="utf-8") for path in SOURCES.rglob("*.py"))
    assert {subject for subject in subjects if f'"{subject}"' not in code} == set()


def test_every_wording_is_a_pattern_that_somebody_asks_for() -> None:
    told = json.loads((LISTS / "wordings.json").read_text(encoding="utf-8"))
    written = "".join(path.read_text(encoding="utf-8") for path in SOURCES.rglob("*.py"))
    asked = set(re.findall(r"wordings\(\s*['\"](\w+)['\"]\s*\)", written))
    labels = set(re.findall(r"\"(mail_\w+)\"", written))

    assert asked | labels == set(told)
    for subject in told:
        re.compile(wordings(subject))
