# SPDX-License-Identifier: MIT
"""Ways of writing one word: each is found by each, in articles, quotations and notes."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from diptych.notes.note import new_note
from diptych.notes.store import NoteStore
from diptych.search.engine import Engine
from diptych.search.finder import find
from diptych.search.indexed import IndexedArticle
from diptych.search.quote_check import Fidelity, check_quote

# A language, a sentence, and the spellings that may stand in it.
WORDS = [
    ("en", "The {} board met in May", ("US", "U.S.", "U. S.", "U.\u00a0S.")),
    ("en", "The {} board met in May", ("USA", "U.S.A.", "U. S. A.", "U.S.A")),
    ("ru", "Новый {} принят сегодня", ("США", "С.Ш.А.", "С. Ш. А.")),
    ("el", "Η νέα {} είναι εδώ", ("ΗΠΑ", "Η.Π.Α.", "Η. Π. Α.")),
    ("hy", "Նոր {} է այսօր", ("ԱՄՆ", "Ա.Մ.Ն.", "Ա. Մ. Ն.")),
    ("en", "The old {} was here", ("PhD", "Ph.D.", "Ph. D.")),
    ("en", "Mr {} spoke in May", ("obrien", "O'Brien", "O’Brien", "O‘Brien", "O`Brien", "OʼBRIEN")),
    ("en", "The old {} was read", ("Quran", "Qur'an", "Qur’an", "Qurʼan")),
    ("en", "In {} it was May", ("Hawaii", "Hawai'i", "Hawaiʻi", "Hawai‘i")),
    ("uz", "Eski {} yozdi bugun", ("Ozbek", "O‘zbek", "Oʻzbek", "O'zbek")),
    ("uk", "Нова {} прийшла сьогодні", ("сім'я", "сім’я", "сімʼя", "сім`я", "сімя")),
    ("fr", "On parle de {} ici", ("économie", "l’économie", "l'économie", "L‘ÉCONOMIE")),
    ("he", "ראינו {} אתמול", ("צהל", "צה״ל", 'צה"ל', "צה”ל")),
    ("he", "ראינו {} אתמול", ("מנכלית", "מנכ״לית", 'מנכ"לית')),
    ("he", "ראינו {} אתמול", ("צרציל", "צ׳רצ׳יל", "צ'רצ'יל")),
    ("fa", "او {} را خواند", ("کتاب", "كتاب")),
    ("fa", "او {} را دید", ("ایران", "ايران")),
    ("ur", "یہ {} تھا", ("شہر", "شهر")),
    ("ar", "قرأ {} الرجل اليوم", ("علي", "على", "علی")),
    ("ar", "قرأ {} الرجل اليوم", ("مدرسة", "مدرسه")),
    ("ca", "El {} és aquí", ("collegi", "col·legi", "coŀlegi")),
    ("tr", "Eski {} yolu kapandı", ("ışık", "IŞIK", "isik")),
    ("tr", "Eski {} yolu kapandı", ("İstanbul", "istanbul", "ISTANBUL", "i\u0307stanbul")),
    ("de", "Die alte {} war zu", ("Straße", "Strasse", "STRASSE", "STRA\u1e9eE")),
    ("fr", "Le vieux {} est fermé", ("cœur", "coeur", "CŒUR")),
    ("nl", "Het oude {} is weg", ("ijs", "\u0133s", "IJs")),
    ("mt", "Il-{} qadim magħluq", ("Ħal", "ħal", "hal")),
    ("en", "The old {} was closed", ("office", "o\ufb03ce", "of\u00adfice", "of\ufefffice")),
    ("he", "ראינו {} אתמול", ("ספר", "\u200eספר\u200f", "ס\u200fפר")),
    ("ja", "昨日 {} を見た", ("NATO", "\uff2e\uff21\uff34\uff2f")),
    ("ja", "昨日 {} を見た", ("ガソリン", "\uff76\uff9e\uff7f\uff98\uff9d")),
    ("th", "วันนี้ {} มา", ("น้ำ", "น้\u0e4d\u0e32")),
    ("en", "It cost {} crowns", ("1250", "1'250", "1’250")),
]  # fmt: skip
# Found where they are asked for alone: beside one another their words stand otherwise.
ALONE = [
    ("en", "The old {} was closed", ("information", "infor\u200bmation", "infor-mation")),
    ("fa", "او {} به خانه", ("میرود", "می\u200cرود")),
    ("en", "It cost {} crowns", ("1250", "1,250", "1'250", "1\u202f250")),
    ("en", "The ship {} sailed in May", ("🚢",)),
    ("en", "The ship sailed{} in May", ("👍", "👍\U0001f3fd")),
    ("en", "The heart {} beats", ("❤", "❤\ufe0f")),
    ("en", "The flag {} flies", ("🇺🇦",)),
]
BESIDE = [("❤\ufe0fferry", "ferry"), ("🚢ferry", "ferry"), ("ferry🚢", "🚢")]
APART = [
    ("were", "we're"),
    ("hell", "he'll"),
    ("cant", "can't"),
    ("🇺🇦", "🇺🇸"),
    ("בהארץ", 'ב"הארץ"'),
]


def _library(index: Engine, texts: dict[str, str], language: str) -> None:
    index.add([IndexedArticle(i, "T", texts[i], (), "", "", language, ()) for i in texts])


def _spelled(
    index: Engine, language: str, sentence: str, spellings: tuple[str, ...]
) -> dict[str, str]:
    """Return a library of a sentence in each spelling, by the spelling."""
    texts = {each: sentence.format(each) for each in spellings}
    _library(index, texts, language)
    return texts


def _found(index: Engine, query: str, texts: dict[str, str]) -> set[str]:
    """Return the articles that are found, and in which the place is."""
    hits = find(index, query, text_of=texts.__getitem__).hits
    return {hit.article_id for hit in hits if hit.found}


@pytest.mark.parametrize(("language", "sentence", "spellings"), WORDS + ALONE)
def test_each_spelling_finds_each(
    empty_index: Engine, language: str, sentence: str, spellings: tuple[str, ...]
) -> None:
    texts = _spelled(empty_index, language, sentence, spellings)

    found = {asked: _found(empty_index, asked, texts) for asked in spellings}

    assert found == {each: set(spellings) for each in spellings}


@pytest.mark.parametrize(("language", "sentence", "spellings"), WORDS)
def test_each_spelling_stands_in_the_phrase_with_each(
    empty_index: Engine, language: str, sentence: str, spellings: tuple[str, ...]
) -> None:
    texts = _spelled(empty_index, language, sentence, spellings)

    found = {each: _found(empty_index, f'"{texts[each]}"', texts) for each in spellings}

    assert found == {each: set(spellings) for each in spellings}


@pytest.mark.parametrize(("language", "sentence", "spellings"), WORDS)
def test_each_spelling_is_the_same_quotation(
    empty_index: Engine, language: str, sentence: str, spellings: tuple[str, ...]
) -> None:
    texts = _spelled(empty_index, language, sentence, spellings)

    checked = check_quote(empty_index, texts[spellings[0]], text_of=texts.__getitem__)

    exact = {h.article.id for h in checked.hits if h.place.fidelity is Fidelity.EXACT}
    assert exact == set(spellings)


@pytest.mark.parametrize(("language", "sentence", "spellings"), WORDS + ALONE)
def test_each_spelling_finds_each_note(
    tmp_path: Path, language: str, sentence: str, spellings: tuple[str, ...]
) -> None:
    with closing(NoteStore(tmp_path / "notes.sqlite")) as store:
        for each in spellings:
            store.add(new_note(sentence.format(each)))

        totals = [store.find(asked).total for asked in spellings]

    assert totals == [len(spellings)] * len(spellings)


@pytest.mark.parametrize(("one", "other"), APART)
def test_words_that_only_look_alike_stay_apart(empty_index: Engine, one: str, other: str) -> None:
    texts = {"a": f"Then {other} came to the quay"}
    _library(empty_index, texts, "en")

    assert _found(empty_index, one, texts) == set()


@pytest.mark.parametrize(("written", "asked"), BESIDE)
def test_an_emoji_hides_no_word_beside_it(empty_index: Engine, written: str, asked: str) -> None:
    texts = {"a": f"The {written} sailed"}
    _library(empty_index, texts, "en")

    assert _found(empty_index, asked, texts) == {"a"}
