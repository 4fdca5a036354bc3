# SPDX-License-Identifier: MIT
"""The languages of the window: which is spoken, and that each is complete."""

from __future__ import annotations

import pickle
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from diptych import assets
from diptych.compare.tally import Tally
from diptych.errors import NoteError
from diptych.library import outcomes
from diptych.library.outcomes import Limit, refusal
from diptych.search.query import parse
from diptych.translatable import Translatable
from diptych.ui.parts import translation
from diptych.ui.parts.counted import Counted
from diptych.ui.parts.facts import long_date, short_date

SOURCE = Path(__file__).parents[3] / "src" / "diptych" / "ui"
FOLDER = assets.resource_path("i18n")
PART = re.compile(r"{\w+}")
FOREIGN = [language for language in translation.LANGUAGES if language != "en"]


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
        ("ru", ["1 слово", "2 слова", "5 слов", "21 слово", "112 слов", "1\xa0310 слов"]),
        ("zh_CN", ["1 词", "2 词"]),
    ],
)
def test_counted_words_take_their_form(
    qapp: QApplication, speak: None, language: str, expected: list[str]
) -> None:
    translation.speak(qapp, language)
    numbers = [int(re.sub(r"\D", "", words)) for words in expected]

    assert [Counted().words(number) for number in numbers] == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ["4 min", "2 h", "38 h"]),
        ("ru", ["4 мин", "2 ч", "38 ч"]),
        ("zh_CN", ["4 分钟", "2 小时", "38 小时"]),
    ],
)
def test_books_take_hours(
    qapp: QApplication, speak: None, language: str, expected: list[str]
) -> None:
    translation.speak(qapp, language)

    assert [Counted().minutes(minutes) for minutes in (4, 120, 2264)] == expected


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


@pytest.mark.parametrize(
    ("alone", "words"),
    [
        ((9, 14), "9 only left, 14 only right"),
        ((0, 27), "only left: none sure enough to list, 27 only right"),
        ((5, 0), "5 only left, only right: none sure enough to list"),
        ((0, 0), "only on one side: none sure enough to list"),
        ((None, None), ""),
    ],
)
def test_that_no_passage_is_sure_to_stand_alone_is_no_count(
    alone: tuple[int | None, int | None], words: str
) -> None:
    told = "Agree on 3, differ on 1"
    assert Counted().tally(Tally(3, 1, *alone)) == f"{told}, {words}".rstrip(", ")


def test_the_thousands_of_a_count_stand_apart() -> None:
    assert Counted().matches(8186) == "8,186 matches"
    assert Counted().changes(9198) == "9,198 changes"
    told = Counted().tally(Tally(8944, 1088, 1200, 1001, perhaps=4083))
    assert told.startswith("Agree on 8,944, perhaps on 4,083, differ on 1,088, 1,200 only left")


def test_what_may_be_agreed_on_is_told_apart() -> None:
    told = Counted().tally(Tally(3, 1, 9, 14, perhaps=2))
    assert told == "Agree on 3, perhaps on 2, differ on 1, 9 only left, 14 only right"


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


@pytest.mark.parametrize("language", translation.LANGUAGES)
def test_what_is_spoken_was_made_from_the_words_as_they_stand(
    tmp_path: Path, language: str
) -> None:
    made = tmp_path / "made.qm"
    run("pyside6-lrelease", "-silent", FOLDER / f"diptych_{language}.ts", "-qm", made)

    assert made.read_bytes() == (FOLDER / f"diptych_{language}.qm").read_bytes()


def test_the_words_are_those_of_the_source(tmp_path: Path, translations: ModuleType) -> None:
    found, below = tmp_path / "found.ts", tmp_path / "sentences.py"
    below.write_text(translations.marked_sentences(), encoding="utf-8")
    options = ("-silent", "-locations", "none", "-tr-function-alias", "QT_TRANSLATE_NOOP+=_")
    run("pyside6-lupdate", *options, *sorted(SOURCE.rglob("*.py")), below, "-ts", found)

    assert [texts(FOLDER / f"diptych_{each}.ts") for each in FOREIGN] == [texts(found)] * len(
        FOREIGN
    )


@pytest.mark.parametrize("language", FOREIGN)
def test_every_sentence_from_below_is_said_with_all_its_parts(
    language: str, translations: ModuleType
) -> None:
    said = {
        source_of(message): message.findtext("translation", "")
        for context in ET.parse(FOLDER / f"diptych_{language}.ts").iter("context")
        if context.findtext("name") == "Translatable"
        for message in context.iter("message")
    }

    differing = {
        sentence: said.get(sentence, "")
        for sentence in translations.sentences_below()
        if set(PART.findall(sentence)) != set(PART.findall(said.get(sentence, "")))
        or not said.get(sentence)
    }
    assert not differing


@pytest.mark.parametrize("language", FOREIGN)
@pytest.mark.parametrize("code", outcomes.SENTENCES)
def test_a_refused_file_is_refused_in_the_readers_language(
    qapp: QApplication, speak: None, language: str, code: str
) -> None:
    translation.speak(qapp, language)
    error = refusal(code, Path("wall.txt"), limit=Limit(500_000, "lines"), other="b.txt")

    words = translation.told(error.sentence)
    assert "wall.txt" in words
    assert not set(re.findall("[A-Za-z]{3,}", words)) - {
        "wall",
        "txt",
        "Diptych",
        "HTML",
        "PDF",
        "XML",
    }


def test_sentences_keep_their_parts_on_the_way_from_another_process(
    qapp: QApplication, speak: None
) -> None:
    translation.speak(qapp, "ru")
    error = NoteError("{name}: {error}", name="a{b}.json", error=Translatable("All your notes"))

    arrived = pickle.loads(pickle.dumps(error))

    assert str(arrived) == "a{b}.json: All your notes"
    assert translation.told(arrived.sentence) == "a{b}.json: Все ваши заметки"


@pytest.mark.parametrize(
    ("language", "expected"),
    [("en", "500,000 lines"), ("ru", "500\N{NO-BREAK SPACE}000 строк"), ("zh_CN", "500,000 行")],
)
def test_numbers_in_sentences_are_grouped_as_the_language_does(
    qapp: QApplication, speak: None, language: str, expected: str
) -> None:
    translation.speak(qapp, language)

    assert translation.told(Limit(500_000, "lines").in_words()) == expected


def test_what_was_searched_for_is_said_in_the_readers_language(
    qapp: QApplication, speak: None
) -> None:
    translation.speak(qapp, "ru")
    query = parse('"harbour vote" lang:russian -title:ferry near/3 after:soon')

    assert translation.told(query.understood) == (
        "«harbour vote» и язык: Русский и не заглавие: ferry"
        " («soon» — не дата; пишите 2024, 2024-05 или 2024-05-31)"
    )


def run(name: str, *arguments: str | Path) -> None:
    """Run one of Qt's programs for translators."""
    program = str(Path(sys.executable).with_name(name))
    subprocess.run([program, *map(str, arguments)], check=True, capture_output=True)


def texts(path: Path) -> set[tuple[str, str]]:
    """Return every text of a .ts file with the class that says it."""
    contexts = ET.parse(path).iter("context")
    return {(c.findtext("name", ""), source_of(m)) for c in contexts for m in c.iter("message")}
