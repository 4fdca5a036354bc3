# SPDX-License-Identifier: MIT
"""Number words of the languages whose figures are read: their values, scales and joints."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Numerals:
    """The number words of one language, lower case.

    ``values`` add up, ``scales`` multiply what stands before them, ``joints``
    may stand between the parts of one number, ``alone`` are the scales that
    make a number without anything before them, ``articles`` stand for one
    before a scale. ``fractions`` name a part by its divisor.
    """

    values: dict[str, int]
    scales: dict[str, int]
    joints: frozenset[str]
    alone: frozenset[str]
    articles: frozenset[str]
    fractions: dict[str, int]
    halves: frozenset[str]


def _counted(words: str, first: int, step: int = 1) -> dict[str, int]:
    return {word: first + step * at for at, word in enumerate(words.split())}


def _forms(listed: str) -> dict[str, int]:
    """Read ``value: form form ...`` lines."""
    lines = (line.split(":") for line in listed.strip().splitlines())
    return {form: int(value) for value, forms in lines for form in forms.split()}


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_SIGNS = {"k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9, "tn": 10**12}

_ENGLISH = Numerals(
    values={
        **_counted(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen "
            "fourteen fifteen sixteen seventeen eighteen nineteen",
            0,
        ),
        **_counted("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10),
    },
    scales={
        **_SIGNS, "hundred": 100, "thousand": 10**3, "million": 10**6, "millions": 10**6,
        "billion": 10**9, "trillion": 10**12, "dozen": 12,
    },
    joints=_words("and"),
    alone=frozenset(),
    articles=_words("a"),
    fractions={
        "half": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5,
        "fifths": 5, "sixth": 6, "tenth": 10, "tenths": 10,
    },
    halves=_words("half"),
)  # fmt: skip

_SPANISH = Numerals(
    values={
        **_counted(
            "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce "
            "quince dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós "
            "veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve",
            0,
        ),
        **_counted("treinta cuarenta cincuenta sesenta setenta ochenta noventa", 30, 10),
        **_forms(
            """21: veintiún veintiuna
            100: cien ciento
            200: doscientos doscientas
            300: trescientos trescientas
            400: cuatrocientos cuatrocientas
            500: quinientos quinientas
            600: seiscientos seiscientas
            700: setecientos setecientas
            800: ochocientos ochocientas
            900: novecientos novecientas"""
        ),
    },
    scales={
        "mil": 10**3, "millón": 10**6, "millones": 10**6, "billones": 10**12, "docena": 12,
        "docenas": 12, "decena": 10,
    },
    joints=_words("y"),
    alone=_words("mil"),
    articles=_words("un una"),
    fractions={
        "mitad": 2, "medio": 2, "tercio": 3, "tercios": 3, "cuarto": 4, "cuartos": 4, "quinto": 5,
        "quintos": 5,
    },
    halves=_words("mitad"),
)  # fmt: skip

_FRENCH = Numerals(
    values={
        **_counted(
            "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze "
            "quinze seize",
            0,
        ),
        **_counted("vingt trente quarante cinquante soixante septante huitante nonante", 20, 10),
        "une": 1, "vingts": 20,
    },
    scales={
        "cent": 100, "cents": 100, "mille": 10**3, "milliers": 10**3, "million": 10**6,
        "millions": 10**6, "milliard": 10**9, "milliards": 10**9, "douzaine": 12, "dizaine": 10,
        "quinzaine": 15, "vingtaine": 20, "centaine": 100, "millier": 10**3,
    },
    joints=_words("et"),
    alone=_words("cent mille"),
    articles=_words("un une"),
    fractions={
        "moitié": 2, "demi": 2, "tiers": 3, "quart": 4, "quarts": 4, "cinquième": 5,
        "cinquièmes": 5,
    },
    halves=_words("moitié"),
)  # fmt: skip

_RUSSIAN = Numerals(
    values=_forms(
        """0: ноль нуля
        1: один одна одно одного одной одну
        2: два две двух двум двумя двое двоих
        3: три трёх трех трём трем тремя трое троих
        4: четыре четырёх четырех четырём четырем четырьмя четверо четверых
        5: пять пяти пятью пятеро
        6: шесть шести шестью шестеро
        7: семь семи семью семеро
        8: восемь восьми восемью
        9: девять девяти девятью
        10: десять десяти десятью
        11: одиннадцать одиннадцати
        12: двенадцать двенадцати
        13: тринадцать тринадцати
        14: четырнадцать четырнадцати
        15: пятнадцать пятнадцати
        16: шестнадцать шестнадцати
        17: семнадцать семнадцати
        18: восемнадцать восемнадцати
        19: девятнадцать девятнадцати
        20: двадцать двадцати
        30: тридцать тридцати
        40: сорок сорока
        50: пятьдесят пятидесяти
        60: шестьдесят шестидесяти
        70: семьдесят семидесяти
        80: восемьдесят восьмидесяти
        90: девяносто девяноста
        100: сто ста
        200: двести двухсот
        300: триста трёхсот трехсот
        400: четыреста четырёхсот четырехсот
        500: пятьсот пятисот
        600: шестьсот шестисот
        700: семьсот семисот
        800: восемьсот восьмисот
        900: девятьсот девятисот"""
    ),
    scales=_forms(
        """1000: тыс тысяча тысячи тысяч тысячу тысячей
        1000000: млн миллион миллиона миллионов миллиону
        1000000000: млрд миллиард миллиарда миллиардов
        1000000000000: трлн триллион триллиона триллионов
        12: дюжина дюжины дюжину
        10: десяток"""
    ),
    joints=frozenset(),
    alone=_words("тысяча тысячу миллион миллиард дюжина дюжину десяток"),
    articles=frozenset(),
    fractions={
        "половина": 2, "половину": 2, "половины": 2, "треть": 3, "трети": 3, "третей": 3,
        "четверть": 4, "четверти": 4, "пятая": 5, "пятую": 5,
    },
    halves=_words("половина половину половины"),
)  # fmt: skip

_GERMAN = Numerals(
    values={
        **_counted(
            "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn "
            "vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn",
            0,
        ),
        **_counted("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig", 20, 10),
        "eins": 1, "eine": 1, "zwo": 2, "dreissig": 30,
    },
    scales={
        "hundert": 100, "tausend": 10**3, "million": 10**6, "millionen": 10**6, "mio": 10**6,
        "milliarde": 10**9, "milliarden": 10**9, "mrd": 10**9, "billionen": 10**12, "dutzend": 12,
    },
    joints=_words("und"),
    alone=_words("hundert tausend"),
    articles=_words("ein eine einem einer"),
    fractions={
        "hälfte": 2, "drittel": 3, "viertel": 4, "fünftel": 5, "zehntel": 10,
    },
    halves=_words("hälfte"),
)  # fmt: skip

_BY_LANGUAGE = {
    "en": _ENGLISH, "es": _SPANISH, "fr": _FRENCH, "ru": _RUSSIAN, "de": _GERMAN,
}  # fmt: skip

_GERMAN_PART = re.compile(
    "|".join(
        sorted(
            {*_GERMAN.values, "hundert", "tausend", "und"} - {"null", "eins", "eine"},
            key=lambda part: (-len(part), part),
        )
    )
)
GERMAN_COMPOUND = rf"(?:{_GERMAN_PART.pattern}){{2,9}}"


def numerals_of(language: str) -> Numerals:
    """Return the number words of a language, those of English for one unknown."""
    return _BY_LANGUAGE.get(language, _ENGLISH)


def parts_of_compound(word: str) -> list[str]:
    """Return the parts of a German number in one word: zwei hundert fünf."""
    parts = _GERMAN_PART.findall(word)
    return parts if "".join(parts) == word else [word]
