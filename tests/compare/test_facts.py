# SPDX-License-Identifier: MIT
"""Figures, dates, names and quotations are read as people write them."""

from __future__ import annotations

import pytest

from diptych.compare.facts import Fact, Sort, facts_in
from diptych.text.article import Span
from diptych.text.calendar import day_of


def facts(text: str, *, language: str = "en", today: str = "2025-02-14") -> tuple[Fact, ...]:
    return facts_in(text, Span(0, len(text)), language=language, today=day_of(today))


def keys(text: str, sort: Sort, **options: str) -> list[str]:
    return [fact.key for fact in facts(text, **options) if fact.sort is sort]


@pytest.mark.parametrize(
    ("text", "language", "key", "unit"),
    [
        ("It cost 1,250 pounds.", "en", "1250", "£"),
        ("It cost $1.2 million.", "en", "1200000", "$"),
        ("It cost 14m euros.", "en", "14000000", "€"),
        ("A rise of 3.5 percent.", "en", "3.5", "%"),
        ("A rise of 3.5%.", "en", "3.5", "%"),
        ("Some 40 per cent left.", "en", "40", "%"),
        ("A crowd of two hundred and five people.", "en", "205", "people"),
        ("They had twenty-one boats.", "en", "21", "boat"),
        ("Nearly nine votes were lost.", "en", "9", "vote"),
        ("Es kostet 1.250 Euro.", "de", "1250", "€"),
        ("Es stieg um 3,5 Prozent.", "de", "3.5", "%"),
        ("Цена 3,5 млн рублей.", "ru", "3500000", "₽"),
        ("Costó 2 millones de euros.", "es", "2000000", ""),
        ("共有5000万人参加。", "zh", "50000000", ""),
        ("港口有三百二十名工人。", "zh", "320", ""),
        ("Dix-huit lampes.", "fr", "18", "lampe"),
        ("Neuf cent quatre-vingt-dix lampes.", "fr", "990", "lampe"),
        ("Il y a duecentocinque lampade.", "it", "205", "lampade"),
        ("Er zijn honderdenvijf lampen.", "nl", "105", "lampen"),
        ("São vinte e uma noites.", "pt", "21", "noite"),
        ("二十分ごとに走る。", "ja", "20", "minute"),
        ("重さは九トンである。", "ja", "9", "tonne"),
        ("三週間で終わる。", "ja", "21", "day"),
        ("في ثلاثة أسابيع.", "ar", "21", "day"),
        ("خمسة وسبعون ألفاً وتسعمائة شخص.", "ar", "75900", "شخص"),
        ("27 लाख यूरो लगे।", "hi", "2700000", "€"),
        ("तीन हफ़्तों में।", "hi", "21", "day"),
        ("עשרים ואחת מנורות.", "he", "21", "מנורות"),
        ("The $5 fare stays.", "en", "5", "$"),
        ("It is 12 km away.", "en", "12", "km"),
        ("421.000 Menschen fuhren mit.", "de", "421000", "menschen"),
        ("One passenger in three came.", "en", "1/3", "part"),
        ("Jedes vierte Tier war ein Jungtier.", "de", "1/4", "part"),
        ("Einer von vier Gästen kam.", "de", "1/4", "part"),
        ("Un animal sur quatre était petit.", "fr", "1/4", "part"),
        ("Uno de cada cuatro vino.", "es", "1/4", "part"),
        ("Um em cada quatro animais era cria.", "pt", "1/4", "part"),
        ("Uno studente su quattro venne.", "it", "1/4", "part"),
        ("Elk vierde dier was een jong.", "nl", "1/4", "part"),
        ("Een op de vier dieren was jong.", "nl", "1/4", "part"),
        ("Один из четырёх пришёл.", "ru", "1/4", "part"),
        ("每四只中就有一只是幼崽。", "zh", "1/4", "part"),
        ("四人に一人が来た。", "ja", "1/4", "part"),
    ],
)
def test_figure_is_read(text: str, language: str, key: str, unit: str) -> None:
    found = [f for f in facts(text, language=language) if f.sort is Sort.FIGURE]
    assert [f.key for f in found] == [key]
    assert not unit or found[0].unit == unit


HALVES = [
    ("Half a million pounds were spent.", "en", "500000"),
    ("Mit einer halben Million Euro.", "de", "500000"),
    ("Un demi-million de livres a été dépensé.", "fr", "500000"),
    ("Se gastó medio millón de libras.", "es", "500000"),
    ("È stato speso mezzo milione di sterline.", "it", "500000"),
    ("Gastou-se meio milhão de libras.", "pt", "500000"),
    ("Er is een half miljoen pond uitgegeven.", "nl", "500000"),
    ("Потрачено около полумиллиона фунтов.", "ru", "500000"),
    ("أنفق نصف مليون جنيه.", "ar", "500000"),
    ("הוצאו חצי מיליון לירות.", "he", "500000"),
    ("आधा मिलियन पाउंड खर्च हुए।", "hi", "500000"),
    ("One and a half million pounds.", "en", "1500000"),
    ("Anderthalb Millionen Pfund.", "de", "1500000"),
    ("Zweieinhalb Millionen Pfund.", "de", "2500000"),
    ("Un million et demi de livres.", "fr", "1500000"),
    ("Un millón y medio de libras.", "es", "1500000"),
    ("Un milione e mezzo di sterline.", "it", "1500000"),
    ("Um milhão e meio de libras.", "pt", "1500000"),
    ("Anderhalf miljoen pond.", "nl", "1500000"),
    ("Полтора миллиона фунтов.", "ru", "1500000"),
    ("Два с половиной миллиона фунтов.", "ru", "2500000"),
    ("أنفق 3 ملايين ونصف المليون جنيه.", "ar", "3500000"),
    ("מיליון וחצי לירות.", "he", "1500000"),
    ("Half a dozen eggs.", "en", "6"),
    ("Une demi-douzaine d'œufs.", "fr", "6"),
]


@pytest.mark.parametrize(("text", "language", "key"), HALVES)
def test_half_of_a_million_and_a_million_and_a_half_are_read(
    text: str, language: str, key: str
) -> None:
    assert keys(text, Sort.FIGURE, language=language) == [key]


NUMBER_WORDS = [
    ("Девятнадцатью голосами против семи.", "ru", ["19", "7"]),
    ("Двумстам пятидесяти семьям с двумястами детьми.", "ru", ["250", "200"]),
    ("Тремя тысячами рабочих.", "ru", ["3000"]),
    # Years, which are two before the ten of twelve alone.
    ("עשר שנים עברו.", "he", ["10"]),
    ("שנים עשר ספרים.", "he", ["12"]),
    ("十岁以下的儿童免费。", "zh", ["10"]),
]


@pytest.mark.parametrize(("text", "language", "expected"), NUMBER_WORDS)
def test_number_words_are_read_in_all_their_forms(
    text: str, language: str, expected: list[str]
) -> None:
    assert keys(text, Sort.FIGURE, language=language) == expected


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("On February 12, 2025 they spoke.", "2025-02-12"),
        ("On 12 February 2025 they spoke.", "2025-02-12"),
        ("On Feb. 12 they spoke.", "2025-02-12"),
        ("On the 12th they spoke.", "2025-02-12"),
        ("They spoke yesterday.", "2025-02-13"),
        ("They spoke last Friday.", "2025-02-07"),
        ("They spoke on Monday.", "2025-02-10"),
        ("They spoke in 2014.", "2014-00-00"),
        ("They spoke in March 2014.", "2014-03-00"),
        ("Signed 2025-02-12 in Riga.", "2025-02-12"),
        ("12 февраля они говорили.", "2025-02-12"),
        ("他们在2月12日通话。", "2025-02-12"),
        ("El 12 de febrero hablaron.", "2025-02-12"),
    ],
)
def test_date_is_read(text: str, key: str) -> None:
    assert keys(text, Sort.DATE) == [key]


def test_date_is_no_figure() -> None:
    assert keys("On 12 February 2025 they spoke.", Sort.FIGURE) == []


def test_weekday_tells_nothing_without_the_articles_date() -> None:
    assert keys("They spoke on Monday.", Sort.DATE, today="") == []


def test_name_inside_a_sentence_is_read() -> None:
    assert keys("Yesterday Ada Quill of the Harbour Board spoke.", Sort.NAME) == [
        "ada quill",
        "harbour board",
    ]


def test_quotation_is_compared_by_its_words() -> None:
    assert keys("He said “We will not wait again”.", Sort.QUOTATION) == ["we will not wait again"]


@pytest.mark.parametrize("text", ["", "?", "one", "1,2,3,4,5", "9" * 4000, "$" * 500, "“" * 500])
def test_odd_text_is_read_without_an_error(text: str) -> None:
    assert isinstance(facts(text), tuple)
