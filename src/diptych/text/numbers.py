# SPDX-License-Identifier: MIT
"""The value of a number as people write it: "1,250", "zweihundertfünf", "三千二百"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from diptych.patterns import late_pattern
from diptych.text.lexicon import decimal_sign
from diptych.text.numerals import Numerals, parts_of_compound

# 1,250 and 1 250 000 and 1'250.75: all groups are parted by one sign.
_GROUPED = late_pattern(r"\d{1,3}(?:([,.' \u00a0\u202f])\d{3})(?:\1\d{3})*(?:[.,]\d+)?")
_CHINESE = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
CHINESE_SCALES = {
    "十": 10, "百": 100, "千": 10**3, "万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8,
}  # fmt: skip


# Any digit but 0 to 9, and the signs that go with the Arabic ones.
_FOREIGN_DIGIT = late_pattern(r"(?![0-9])[\d٫٬٪]")
_FOREIGN_SIGNS = {"٫": ".", "٬": ",", "٪": "%"}


def with_plain_digits(text: str) -> str:
    """Return the text with the digits of every script as 0 to 9, nothing moved.

    ٢٠٢٥, २०२५ and ２０２５ are 2025; Arabic has signs of its own for point, comma and percent.
    """
    if text.isascii() or not _FOREIGN_DIGIT.search(text):
        return text
    return _FOREIGN_DIGIT.sub(_plain_digit, text)


def _plain_digit(match: re.Match[str]) -> str:
    sign = match[0]
    return _FOREIGN_SIGNS.get(sign) or str(unicodedata.decimal(sign))


def digits_value(written: str, language: str) -> Decimal | None:
    """Return the value of a number in digits, read as its language groups them."""
    text = re.sub(r"[\s'\u00a0\u202f]", "", written)
    point, group = (",", ".") if decimal_sign(language) == "," else (".", ",")
    grouped = _GROUPED.fullmatch(written)
    if text.count(group) and not grouped:  # "1,5" in an English text, "2.5" in a Russian one
        # "1.2.3" and "1.2,3": a version or a section, no number.
        if text.count(group) > 1 or text.count(point):
            return None
        point, group = group, point
    text = text.replace(group, "").replace(point, ".")
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


def words_values(words: Sequence[str], numerals: Numerals) -> list[tuple[int, int, int]]:
    """Return the numbers in a row of number words, each with its first word and its end.

    "two hundred and five" is one number, "two and three" are two.
    """
    found: list[tuple[int, int, int]] = []
    number = _Number(numerals)
    first = end = 0
    for at, word in enumerate(words):
        # "Two and three" has a joint too; whether it joins is known at the next word.
        if word in numerals.joints and word not in numerals.values:
            continue
        joined = at > 0 and at - end == 1 and words[at - 1] in numerals.joints
        if not (number.takes(word, joined=joined) and at - end <= (1 if joined else 0)):
            if number.begun:
                found.append((number.value, first, end))
            number = _Number(numerals)
            first = at
            if not number.takes(word, joined=False):
                end = at + 1
                continue
        number.take(word)
        end = at + 1
    if number.begun:
        found.append((number.value, first, end))
    return found


class _Number:
    """A number being read word by word."""

    def __init__(self, numerals: Numerals) -> None:
        self._numerals = numerals
        self._whole = 0  # what a thousand or more has closed
        self._part = 0
        self._room = 1000  # what may still be added is less than this
        self.begun = False

    @property
    def value(self) -> int:
        return self._whole + self._part

    def takes(self, word: str, *, joined: bool) -> bool:
        """Tell whether the word can go on this number."""
        parts = parts_of_compound(word, self._numerals)
        if len(parts) > 1:
            return not self.begun
        if word in self._numerals.scales:
            if not self.begun:
                return word in self._numerals.alone
            # "Mil e cem": a scale may begin what follows a larger one.
            return not joined or (not self._part and word in self._numerals.alone)
        if word not in self._numerals.values:
            return False
        value = self._numerals.values[word]
        # Quatre-vingts: in French four and twenty are eighty.
        if self._part % 100 == 4 and word in ("vingt", "vingts"):
            return not joined
        if not self.begun or self._follows_units(value, joined=joined):
            return True
        # "Twenty five" is one number, "five twenty" two; "two and three" are two as well.
        return 0 < value < self._room and not (joined and self._is_small())

    def take(self, word: str) -> None:
        """Go on with a word that is taken."""
        self.begun = True
        parts = parts_of_compound(word, self._numerals)
        if len(parts) > 1:
            self._part = _compound(parts, self._numerals)
            self._room = 0
        elif word in self._numerals.scales:
            self._multiply(self._numerals.scales[word])
        elif self._part % 100 == 4 and word in ("vingt", "vingts"):
            self._part, self._room = self._part + 76, 20
        else:
            value = self._numerals.values[word]
            is_whole = self._part % 10 > 0
            self._part += value
            self._room = 0 if is_whole else _room_after(value)

    def _follows_units(self, value: int, *, joined: bool) -> bool:
        """Tell whether a ten belongs to the units before it: خمسة وعشرون is 25, חמישה עשר 15."""
        if not self._numerals.units_first or not 0 < self._part % 100 < 10:
            return False
        return value % 10 == 0 and (20 <= value < 100 if joined else value == 10)

    def _is_small(self) -> bool:
        return 0 < self.value < 20

    def _multiply(self, scale: int) -> None:
        if scale < 1000:
            self._part = max(self._part, 1) * scale
            self._room = 100 if scale == 100 else 0
        elif self._part or not self._whole:
            self._whole += max(self._part, 1) * scale
            self._part, self._room = 0, 1000
        else:  # "dos mil millones"
            self._whole *= scale


def _room_after(value: int) -> int:
    if value >= 100:
        return 100
    if value in (60, 80):
        return 20  # French: soixante-dix, quatre-vingt-treize
    # French again: dix-neuf.
    return 10 if value % 10 == 0 and value else 0


def _compound(parts: Sequence[str], numerals: Numerals) -> int:
    """Return the value of a number in one word, in its parts: ein und zwanzig."""
    whole = part = 0
    for word in parts:
        if word in numerals.joints:
            continue
        scale = numerals.scales.get(word, 1)
        if scale >= 1000:
            whole, part = whole + max(part, 1) * scale, 0
        elif scale > 1:
            part = max(part, 1) * scale
        else:
            # The Dutch "een" of "honderdeen" is an article elsewhere.
            part += numerals.values.get(word, 1)
    return whole + part


def chinese_value(written: str) -> Decimal | None:
    """Return the value of a number in Chinese characters ("三千二百", "二〇二五")."""
    if all(c in _CHINESE for c in written):
        return Decimal("".join(str(_CHINESE[c]) for c in written))
    total, part, digit = 0, 0, 0
    for character in written:
        if character in _CHINESE:
            digit = _CHINESE[character]
        elif (scale := CHINESE_SCALES.get(character, 0)) >= 10_000:
            total += max(part + digit, 1) * scale
            part = digit = 0
        elif scale:
            part += max(digit, 1) * scale
            digit = 0
        else:
            return None
    return Decimal(total + part + digit)


def plain(value: Decimal) -> str:
    """Return the one way this value is written as a key: no grouping, no idle zeros."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
