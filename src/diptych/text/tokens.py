# SPDX-License-Identifier: MIT
"""Where words begin and end in every script: the one place that decides it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

# Thai, Lao, Burmese, Khmer: written without spaces, about five letters to a word.
_UNSPACED_ALPHABETS = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
_LETTERS_TO_A_WORD = 5
_AT_A_TIME = 1_000  # texts
_LISTED_AT_MOST = 1_000_000  # characters
# Kana and Han: without spaces, each character means something by itself.
IDEOGRAPHS = (
    "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f"
    "\U00020000-\U000323af"
)
# The letters that a syllable is made of stand apart in names and texts that a Mac wrote.
HANGUL = "\uac00-\ud7af\u1100-\u11ff\ua960-\ua97c\ud7b0-\ud7fb"

UNSPACED = _UNSPACED_ALPHABETS + IDEOGRAPHS
"""Scripts that put no spaces between words, as the inside of a character class."""

PAIRED = UNSPACED + HANGUL
"""Scripts that searching reads in pairs of letters.

Korean has spaces, but glues its endings to the word, and Snowball knows none of them.
"""

# Signs that belong to the letter before them but are no letters to ``re``: the vowels of
# Hindi, the points of Hebrew. Unicode's category M without those of ``UNSPACED`` and
# without variation selectors, and the two joiners that Persian and Hindi write in a word.
MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a"
    "\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0711\u0730-\u074a"
    "\u07a6-\u07b0\u07eb-\u07f3\u07fd\u0816-\u0819\u081b-\u0823\u0825-\u0827\u0829-\u082d"
    "\u0859-\u085b\u0897-\u089f\u08ca-\u08e1\u08e3-\u0903\u093a-\u093c\u093e-\u094f\u0951-\u0957"
    "\u0962\u0963\u0981-\u0983\u09bc\u09be-\u09cd\u09d7\u09e2\u09e3\u09fe-\u0a03\u0a3c-\u0a51"
    "\u0a70\u0a71\u0a75\u0a81-\u0a83\u0abc\u0abe-\u0acd\u0ae2\u0ae3\u0afa-\u0b03\u0b3c"
    "\u0b3e-\u0b57\u0b62\u0b63\u0b82\u0bbe-\u0bcd\u0bd7\u0c00-\u0c04\u0c3c\u0c3e-\u0c56\u0c62"
    "\u0c63\u0c81-\u0c83\u0cbc\u0cbe-\u0cd6\u0ce2\u0ce3\u0cf3\u0d00-\u0d03\u0d3b\u0d3c\u0d3e-\u0d4d"
    "\u0d57\u0d62\u0d63\u0d81-\u0d83\u0dca-\u0ddf\u0df2\u0df3\u0f18\u0f19\u0f35\u0f37\u0f39\u0f3e"
    "\u0f3f\u0f71-\u0f84\u0f86\u0f87\u0f8d-\u0fbc\u0fc6\u135d-\u135f\u1712-\u1715\u1732-\u1734"
    "\u1752\u1753\u1772\u1773\u180b-\u180d\u180f\u1885\u1886\u18a9\u1920-\u193b\u1a17-\u1a1b"
    "\u1a55-\u1a7f\u1ab0-\u1b04\u1b34-\u1b44\u1b6b-\u1b73\u1b80-\u1b82\u1ba1-\u1bad\u1be6-\u1bf3"
    "\u1c24-\u1c37\u1cd0-\u1cd2\u1cd4-\u1ce8\u1ced\u1cf4\u1cf7-\u1cf9\u1dc0-\u1dff\u2cef-\u2cf1"
    "\u2d7f\u2de0-\u2dff\ua66f-\ua672\ua674-\ua67d\ua69e\ua69f\ua6f0\ua6f1\ua802\ua806\ua80b"
    "\ua823-\ua827\ua82c\ua880\ua881\ua8b4-\ua8c5\ua8e0-\ua8f1\ua8ff\ua926-\ua92d\ua947-\ua953"
    "\ua980-\ua983\ua9b3-\ua9c0\ua9e5\uaa29-\uaa36\uaa43\uaa4c\uaa4d\uaab0\uaab2-\uaab4\uaab7"
    "\uaab8\uaabe\uaabf\uaac1\uaaeb-\uaaef\uaaf5\uaaf6\uabe3-\uabea\uabec\uabed\ufb1e\ufe20-\ufe2f"
    "\u200c\u200d"
)
HYPHENS = "\u2010\u2011-"
APOSTROPHES = "'\u2019\u02bc\u00ad"  # a soft hyphen too: it stands inside a word and says nothing
# Typed or scanned for one, of full width, the geresh of Hebrew.
LIKE_APOSTROPHES = "\u2018`\u00b4\u02bb\u2032\uff07\u05f3"
MIDDLE_DOT = "\u00b7"  # Catalan writes l·l
# Word joiner, byte order mark, and what turns the direction: nobody sees them.
INVISIBLE = "\u2060\ufeff\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069"
WITHIN_WORDS = APOSTROPHES + LIKE_APOSTROPHES + MIDDLE_DOT + INVISIBLE
"""What parts no word that is looked for when letters stand on both sides of it."""

# Emoji; not the colours of skin, which follow one.
PICTURES = (
    "\u231a\u231b\u23e9-\u23fa\u2600-\u27bf\u2b50-\u2b55"
    "\U0001f000-\U0001f1e5\U0001f200-\U0001f3fa\U0001f400-\U0001faff"
)
FLAG_LETTERS = "\U0001f1e6-\U0001f1ff"  # two of them are a flag

GROUPED = r"\d{1,3}(?:[\u00a0\u2009\u202f]\d{3})+(?!\d)"  # 1 250, parted by a narrow space

# צה"ל, מנכ״לית: before the last letter of letters read as one, or before it and an ending.
# A quotation, as in ב"הארץ", has more letters or a sign behind them.
GERSHAYIM = (
    '["\u05f4\u201c\u201d](?<=[\u05d0-\u05ea].)(?=[\u05d0-\u05ea]{1,3}'
    '(?![\u05d0-\u05ea"\u05f4\u201c\u201d]))'
)


def dotted(without: str = "") -> str:
    """Return the pattern of letters with a dot after each: U.S., U.S.A, J. K., z.B., Ph. D.

    The last dot may be left out where no space is. What it matches is one word.
    """
    letter = f"[^\\W\\d_{without}]"
    return (
        f"(?:{letter}(?:(?:\\.[ \u00a0]?{letter})+\\.(?![^\\W_])|(?:\\.{letter})+(?![^\\W_]))"
        "|[A-Z][a-z]?\\.[A-Z][a-z]{0,3}\\.|[Pp]h\\.(?:[Dd](?![^\\W_])\\.?|[ \u00a0][Dd]\\.))"
    )


def letters(*, without: str, but: str = "_") -> str:
    """Return the pattern of letters with their marks, one or more.

    ``without`` and ``but`` are insides of character classes: scripts that are not
    meant, and signs that ``\\w`` takes for letters ("_", or ``\\d_`` to leave out digits).
    """
    letter = f"[^\\W{but}{without}]"
    # One mark at a time: of runs of runs each way to part them would be tried, without end.
    return f"{letter}+(?:[{MARKS}]{letter}*)*"


# The sets of letters take milliseconds to compile: what reads plain English does without.
@cache
def any_word() -> re.Pattern[str]:
    """Return what matches a word, or a run of letters of a script that is read in pairs.

    Don't, हिन्दी and 1250 are one each, 港口投票 is one run, e-mail two words.
    """
    word = letters(without=PAIRED)
    first = f"(?:{dotted(PAIRED)}|{word})"
    return re.compile(f"[{PAIRED}]+|{first}(?:(?:[{WITHIN_WORDS}]|{GERSHAYIM}){word})*")


@cache
def written_word() -> re.Pattern[str]:
    """Return what matches a word as it is written: e-mail is one, so is each 字."""
    word = letters(without=UNSPACED)
    return re.compile(f"[{UNSPACED}]|{word}(?:[{APOSTROPHES}{HYPHENS}]{word})*")


@cache
def run_of_letters() -> re.Pattern[str]:
    """Return what matches letters and digits that nothing parts, in any script."""
    return re.compile(letters(without=""))


# Letters and digits, what parts no word that stands between them, and all else.
_SHAPES = bytes(
    ord("a" if chr(code).isalnum() else "-" if chr(code) in "'-" else " ") for code in range(128)
).ljust(256)
# How a word begins; a hyphen or apostrophe before it belongs to it only behind a letter.
_BEGINNINGS = (b" a", b" -a", b"--a")
_COUNTED_AT_ONCE = 1 << 16  # characters; two at least


def count_words(text: str) -> int:
    """Return the number of words; every ideograph and kana counts as one."""
    if text.isascii():
        return _count_plain(text)
    spelled = _count(_unspaced_alphabet(), text)
    return _count(written_word(), text) - spelled - (-spelled // _LETTERS_TO_A_WORD)


def count_words_in(texts: Sequence[str]) -> int:
    """Return the number of words in all the texts, of which a long one has many."""
    plain = [text for text in texts if text.isascii()]
    counted = sum(count_words(text) for text in texts if not text.isascii())
    for place in range(0, len(plain), _AT_A_TIME):
        counted += _count_plain("\n".join(plain[place : place + _AT_A_TIME]))
    return counted


def _count_plain(text: str) -> int:
    """Count the words of a text in ASCII: don't and e-mail are one each."""
    counted, before = 0, "  "
    for place in range(0, len(text), _COUNTED_AT_ONCE):
        part = text[place : place + _COUNTED_AT_ONCE]
        shape = f"{before}{part}".encode().translate(_SHAPES)
        # What begins in the two letters before was counted with them.
        counted += sum(shape.count(start) - shape[:2].count(start) for start in _BEGINNINGS)
        before = part[-2:]
    return counted


def _count(pattern: re.Pattern[str], text: str) -> int:
    # A list is quicker; of millions of words in one line it takes a gigabyte.
    if len(text) > _LISTED_AT_MOST:
        return sum(1 for _ in pattern.finditer(text))
    return len(pattern.findall(text))


@cache
def _unspaced_alphabet() -> re.Pattern[str]:
    return re.compile(f"[{_UNSPACED_ALPHABETS}]")


def is_unspaced(character: str) -> bool:
    """Tell whether ``character`` belongs to a script written without spaces."""
    return not character.isascii() and _unspaced().match(character) is not None


def is_ideograph(character: str) -> bool:
    """Tell whether ``character`` is Han or kana, and so means something by itself."""
    return not character.isascii() and _ideograph().match(character) is not None


@cache
def _ideograph() -> re.Pattern[str]:
    return re.compile(f"[{IDEOGRAPHS}]")


@cache
def _unspaced() -> re.Pattern[str]:
    return re.compile(f"[{UNSPACED}]")
