# SPDX-License-Identifier: MIT
"""The languages of the window: which is spoken, and that each is complete."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from diptych import assets
from diptych.ui import translation
from diptych.ui.counted import Counted
from diptych.ui.facts import long_date, short_date

FOLDER = assets.resource_path("i18n")


@pytest.fixture
def speak(qapp: QApplication) -> Iterator[None]:
    yield
    translation.speak(qapp, "en")


def messages(language: str) -> list[ET.Element]:
    return list(ET.parse(FOLDER / f"diptych_{language}.ts").iter("message"))


def source_of(message: ET.Element) -> str:
    return message.findtext("source", "")


@pytest.mark.parametrize(
    ("chosen", "preferred", "spoken"),
    [
        ("system", ["ru-RU", "en-US"], "ru"),
        ("system", ["zh-Hans-CN", "zh-CN", "en"], "zh_CN"),
        ("system", ["de-DE", "ru"], "ru"),
        ("system", ["de-DE"], "en"),
        ("system", ["C"], "en"),
        ("system", [], "en"),
        ("zh_CN", ["ru-RU"], "zh_CN"),
        ("no such language", ["ru-RU"], "ru"),
    ],
)
def test_language_is_the_chosen_or_the_first_we_have(
    chosen: str, preferred: list[str], spoken: str
) -> None:
    assert translation.language_of(chosen, preferred) == spoken


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ["1 word", "2 words", "1,310 words"]),
        ("ru", ["1 слово", "2 слова", "5 слов", "21 слово", "112 слов"]),
        ("zh_CN", ["1 词", "2 词"]),
    ],
)
def test_counted_words_take_their_form(
    qapp: QApplication, speak: None, language: str, expected: list[str]
) -> None:
    translation.speak(qapp, language)
    numbers = [int(words.split()[0].replace(",", "")) for words in expected]

    assert [Counted().words(number) for number in numbers] == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ["14 February 2025", "February 2025", "14 Feb 1999"]),
        ("ru", ["14 февраля 2025", "февраль 2025", "14 февр. 1999"]),
        ("zh_CN", ["2025年2月14日", "2025年2月", "1999年2月14日"]),
    ],
)
def test_dates_are_written_as_the_language_does(
    qapp: QApplication, speak: None, language: str, expected: list[str]
) -> None:
    translation.speak(qapp, language)

    written = [long_date("2025-02-14"), long_date("2025-02"), short_date("1999-02-14")]
    assert written == expected


@pytest.mark.parametrize("date", ["", "spring 2025", "2025-02-30", "2025", "2025-13"])
def test_what_is_no_date_stays_as_it_is(date: str) -> None:
    assert long_date(date) == date


@pytest.mark.parametrize(("language", "words"), [("ru", "Отмена"), ("zh_CN", "取消")])
def test_the_buttons_of_qt_speak_too(
    qapp: QApplication, speak: None, language: str, words: str
) -> None:
    translation.speak(qapp, language)

    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == words


@pytest.mark.parametrize("language", translation.LANGUAGES)
def test_nothing_is_left_to_translate(language: str) -> None:
    unfinished = [
        source_of(message)
        for message in messages(language)
        for done in [message.find("translation")]
        if done is None
        or done.get("type") == "unfinished"
        or not all((form.text or "").strip() for form in (list(done) or [done]))
    ]

    assert not unfinished
