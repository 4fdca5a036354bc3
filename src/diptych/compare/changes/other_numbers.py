# SPDX-License-Identifier: MIT
"""Whether in a passage that stays one number was put in place of another."""

from __future__ import annotations

from diptych.patterns import late_pattern
from diptych.text.article import Span
from diptych.text.lexicon import lines_of, words_of
from diptych.text.numbers import chinese_value, with_plain_digits, words_values
from diptych.text.numerals import numerals_of

# 1,250, 9:30, 12٫5: what ties digits in any of the languages.
_DIGITS = late_pattern(r"\d+(?:[.,:٫٬]\d+)*")
# Of a chapter; above eighty-nine letters are rather those of an acronym.
_ROMAN = late_pattern(r"(?=[IVXL])(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_CHINESE = "零〇一二三四五六七八九十百千万萬亿億两"
_YEARS = range(1800, 2101)
_PART_STEM = 3  # letters that a part keeps in all its forms: "third" and "thirds", "треть", "трети"
_LONGEST_ENDING = 3  # of an ordinal: "dritter", "пятому"


def is_other_number(texts: tuple[str, str], edit: tuple[Span, Span], language: str) -> bool:
    """Tell whether all that changed is a number: in digits, in characters, in a row of order.

    1250 became 1520, 五 became 六, "fourth" became "fifth", "hundred" became "thousand"; a
    year alone is a date.
    """
    left, right = (with_plain_digits(s.of(text)) for s, text in zip(edit, texts, strict=True))
    if _DIGITS.search(left) and _DIGITS.search(right):
        return _differ_in_digits(left, right)
    if _are_characters(left) and _are_characters(right):
        values = {chinese_value(_whole(text, s)) for text, s in zip(texts, edit, strict=True)}
        return len(values) > 1
    first, second = (_ordinal(written.lower(), language) for written in (left, right))
    if first and second:
        return first != second
    first, second = (_part(written.lower(), language) for written in (left, right))
    if first and second:
        return first[:_PART_STEM] != second[:_PART_STEM]
    if _ROMAN.fullmatch(left) and _ROMAN.fullmatch(right):
        return left != right
    told = [_in_words(written.lower(), language) for written in (left, right)]
    return None not in told and told[0] != told[1]


def _in_words(written: str, language: str) -> int | None:
    """Return the value of words that are one number and nothing else: "hundred"."""
    words = written.split()
    numerals = numerals_of(language or "en")
    if len(words) == 1 and words[0] in numerals.scales:
        return numerals.scales[words[0]]
    found = words_values(words, numerals)
    return found[0][0] if [(first, end) for _, first, end in found] == [(0, len(words))] else None


def _differ_in_digits(left: str, right: str) -> bool:
    """Tell whether two writings are one but for their digits: "ב-9" and "ב-6"."""
    if left == right or _DIGITS.sub("0", left) != _DIGITS.sub("0", right):
        return False
    return not all(
        len(each) == 4 and each.isdecimal() and int(each) in _YEARS for each in (left, right)
    )


def _are_characters(written: str) -> bool:
    return bool(written) and all(character in _CHINESE for character in written)


def _whole(text: str, span: Span) -> str:
    """Return the whole number of which some characters changed: of 二十五 only the last."""
    start, end = span.start, span.end
    while start and text[start - 1] in _CHINESE:
        start -= 1
    while end < len(text) and text[end] in _CHINESE:
        end += 1
    return text[start:end]


def _ordinal(written: str, language: str) -> str:
    """Return the ordinal that a word is, without its ending; empty for any other word."""
    if written in lines_of(language or "en", "ordinals"):
        return written
    # The Hebrew article is written onto its word: החמישי, "the fifth".
    letters = {*words_of(language, "prefixes"), "ה"}
    forms = (written, written[1:]) if written[:1] in letters else (written,)
    stems = words_of(language, "ordinal_stems")
    found = (stem for stem in stems for form in forms if _is_form_of(form, stem))
    # The longest: the stem of one ordinal may begin that of another.
    return max(found, key=len, default="")


def _part(written: str, language: str) -> str:
    """Return the part of a whole that a word is, "quarter", ثلثها; empty for any other word."""
    *before, said = written.split() or [""]
    parts = numerals_of(language or "en").parts
    # "One" before it at most: एक तिहाई.
    found = (part for part in parts if len(before) <= 1 and _is_form_of(said, part))
    return max(found, key=len, default="")


def _is_form_of(form: str, stem: str) -> bool:
    return form.startswith(stem) and len(form) - len(stem) <= _LONGEST_ENDING
