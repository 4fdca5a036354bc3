# SPDX-License-Identifier: MIT
"""Which terms a text is found by: the same for index, query and snippets."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from typing import NamedTuple

from diptych.patterns import late_pattern
from diptych.text.lexicon import words_of_all
from diptych.text.plain_forms import DOTS, plain_form, without_accents
from diptych.text.stems import Stem, base_language, stem_language, stemmer, stems_of
from diptych.text.tokens import (
    FLAG_LETTERS,
    GERSHAYIM,
    HYPHENS,
    MARKS,
    PAIRED,
    PICTURES,
    WITHIN_WORDS,
    any_word,
    dotted,
)

ANALYSIS_VERSION = 6
"""Rises whenever the same text would give other terms; an index remembers it."""

NO_TERM = "\x1e"
"""One place of a text without a term: it keeps its neighbours apart."""

# don't, U.S., l'économie and 1250 are one each; e-mail is two, which ``joined_forms`` mends.
PLAIN_WORD = late_pattern(f"(?:{dotted()}|[^\\W_]+)(?:[{WITHIN_WORDS}][^\\W_]+)*")
# A space without width is put into long words for browsers to break them at; between the words
# of Khmer it is their space. Persian parts a word by a sign that not every keyboard has.
_BREAK, _NON_JOINER = "\u200b", "\u200c"
JOINTS = _BREAK + _NON_JOINER + HYPHENS
_LATIN = "[A-Za-z\u00c0-\u024f]"
# A pattern that begins with one sign is looked for many times as fast as with any of some: each
# hyphen has its own, and each comma of 1,250,000 and its sisters.
_HYPHENS = {
    sign: late_pattern(f"{sign}(?<=[^\\W_]{sign})(?=\n?[^\\W_])") for sign in _NON_JOINER + HYPHENS
} | {_BREAK: late_pattern(f"{_BREAK}(?<={_LATIN}{_BREAK})(?={_LATIN})")}
_THOUSANDS = {
    sign: late_pattern(f"[{sign}](?<=\\d[{sign}])\\d{{3}}(?!\\d)")
    for sign in ",.\u00a0\u2009\u202f"
}
# At the end of a line a hyphen may part one word: commit-⏎tee.
_JOINED = late_pattern(f"[^\\W_]+(?:[{JOINTS}]\n?[^\\W_]+)+")
# The first dot of “U.S.”, “J. K.”, “Ph.D.”: it is soon found, and DOTTED tried there alone.
_FIRST_DOT = late_pattern(
    "\\.(?=[ \u00a0][^\\W\\d_]\\.|[^\\W\\d_][a-z]{0,3}\\.|[^\\W\\d_](?![^\\W_]))"
)
# U.S.A, z.B. and Ph.D., but not the S. after a letter and an apostrophe
DOTTED = late_pattern(f"(?<![^\\W_])(?<![^\\W_][{WITHIN_WORDS}]){dotted()}")
# J. K. in front of Rowling; nothing is given back, or of a thousand letters each would be tried.
_INITIALS = late_pattern(
    "(?<![^\\W_])[^\\W\\d_](?:\\.[ \u00a0]?[^\\W\\d_](?![^\\W_]))++\\.?+[ \u00a0\n]?+"
)
_NAME = late_pattern("[^\\W\\d_]{2}")
_AFTER_INITIALS = 4  # words that a phrase may go on with
_NAME_SIGNS = "'\u2019\u02bc\u2018`\u00b4"
# O'Neill, o’brien: one name, whatever its apostrophe
_IRISH = {
    sign: late_pattern(f"{sign}(?<=[Oo].)(?<![^\\W_]..)(?=[^\\W\\d_]{{3}})") for sign in _NAME_SIGNS
}
# 1,250,000 and 1.250.000 and 1 250 000
_GROUPED_DIGITS = late_pattern("\\d{1,3}(?:[,.\u00a0\u2009\u202f]\\d{3})+(?!\\d)")
# 1250, but neither 0125 nor 1250.5 nor abc1250
_LARGE_NUMBER = late_pattern("(?<![\\w.,])[1-9][0-9]{3,14}(?![\\w]|[.,][0-9])")
_DIGITS = "0123456789"

_NOT_IN_A_JOINED_WORD = dict.fromkeys(map(ord, JOINTS + ",.\n\u00a0\u2009\u202f"))
_OLDER_PICTURE = late_pattern(rb"\xe2[\x8c\x8f\x98-\x9e\xad]")
_GERSHAYIM = late_pattern(GERSHAYIM)
_PICTURE_SIGN = late_pattern(f"[{FLAG_LETTERS}{PICTURES}]")
_PICTURE = late_pattern(f"[{FLAG_LETTERS}]{{2}}|[{PICTURES}]")
_ASCII = bytes(range(128))
_SYLLABLE = late_pattern(
    "[\u1100-\u115f][\u1160-\u11a7][\u11a8-\u11ff]?|.[\u3099\u309a\uff9e\uff9f]?", re.DOTALL
)
# Their stemmers expect letters without accents; all others need theirs.
_FOLD_BEFORE_STEMMING = frozenset({"en", "hi", "ne", "ru"})


class Token(NamedTuple):
    """One indexed form: its term, where it stands, its place in the order of words."""

    term: str
    start: int
    end: int
    position: int


class Words(dict[str, str]):
    """From a word as written to its term in one language; '' for what has none.

    Case, accents, apostrophes and the stemmer are paid once per distinct word.
    """

    # Words. A large library has more, most of them met once: begun anew rather than grown.
    _LARGEST = 400_000

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        self._stems: dict[str, str] = {}

    def __missing__(self, word: str) -> str:
        if len(self) > self._LARGEST:
            self.clear()
            self._stems.clear()
        written = plain_form(word)
        # Most are looked up as they are written, and remembered once.
        stems = self if written == word else self._stems
        term = stems.get(written)
        if term is None:
            term = stems[written] = _stemmed(written, self._language)
        self[word] = term
        return term


def terms_of(forms: Sequence[str], language: str) -> list[str]:
    """Return the terms of some plain forms, '' for what has none.

    As ``Words`` has them one by one; a stemmer that is given many is three times as quick.
    """
    code = base_language(language)
    plain = [form for form in forms if form.isascii() and form.isalpha()]
    spoken = stem_language("a", code)
    stems = dict(zip(plain, stems_of(plain, spoken), strict=True))
    return [
        stem if (stem := stems.get(form)) and stem.isascii() else _stemmed(form, code)
        for form in forms
    ]


@cache
def words_in(language: str) -> Words:
    """Return the shared word map of a language code; any tag or '' will do."""
    code = base_language(language)
    return Words(code) if code == language else words_in(code)


@cache
def _paired() -> re.Pattern[str]:
    return re.compile(f"[{PAIRED}]")


@cache
def _careful() -> re.Pattern[str]:
    return re.compile(f"[{PAIRED}{MARKS}]")


def is_paired(word: str) -> bool:
    """Tell whether a word begins in a script that is read in pairs of letters."""
    return not word.isascii() and _paired().match(word) is not None


def is_picture(form: str) -> bool:
    """Tell whether a form is an emoji, which no word is written with."""
    return not form.isascii() and _PICTURE.match(form) is not None


def may_show_pictures(signs: str) -> bool:
    """Tell whether any of some signs is an emoji, or a letter of the two that are a flag."""
    return _PICTURE_SIGN.search(signs) is not None


def unspaced_letters(text: str) -> int:
    """Count the letters of scripts that put no spaces between words."""
    return 0 if text.isascii() else len(_paired().findall(text))


def beyond_ascii(text: str) -> str:
    """Return the letters and signs of a text that ASCII lacks, in order.

    Of most texts they are few, and what is looked for among them is soon found or missed.
    """
    if text.isascii():
        return ""
    return text.encode(errors="replace").translate(None, _ASCII).decode()


def needs_care(text: str) -> bool:
    """Tell whether a text has unspaced scripts or signs that ``PLAIN_WORD`` cuts words at."""
    if text.isascii():
        return False
    if _careful().search(beyond_ascii(text)):
        return True
    # In UTF-8 every letter of Hebrew begins with this byte.
    return b"\xd7" in text.encode(errors="replace") and _GERSHAYIM.search(text) is not None


def written_forms(text: str) -> tuple[list[str], list[str]]:
    """Return the forms of a text in order, then those that only widen the recall.

    Unspaced scripts give overlapping pairs of characters. The second list holds
    ``email`` for ``e-mail``, ``1250`` for ``1,250`` and the last character of
    each unspaced run, so that one character is found wherever it stands.
    """
    forms, last = cut_forms(text)
    return forms, last + joined_forms(text)


def cut_forms(text: str) -> tuple[list[str], list[str]]:
    """Return the forms of a text in order, then the last characters of its unspaced runs."""
    if not needs_care(text):
        return PLAIN_WORD.findall(text), []
    forms: list[str] = []
    last: list[str] = []
    for word in any_word().findall(text):
        if is_paired(word):
            run = unicodedata.normalize("NFKC", word)
            # Pairs: single characters meet everywhere, and where words end is not written.
            forms += [run[i : i + 2] for i in range(len(run) - 1)] or [run]
            last.append(run[-1])
        else:
            forms.append(word)
    return forms, last


def number_spellings(text: str) -> tuple[str, ...]:
    """Return a text as it is, and with its large numbers in the other way of writing them."""
    if not any(digit in text for digit in _DIGITS):
        return (text,)
    whole = _GROUPED_DIGITS.sub(lambda n: n.group().translate(_NOT_IN_A_JOINED_WORD), text)
    grouped = _LARGE_NUMBER.sub(lambda n: f"{int(n.group()):,}", whole)
    return tuple(dict.fromkeys((text, whole, grouped)))


def joined_forms(text: str) -> list[str]:
    """Return each hyphenated word and grouped number written as one."""
    return [form for form, _, _ in _joined_places(text)]


def later_initials(text: str) -> list[str]:
    """Return K and Rowling for J.K. Rowling, side by side, and a gap behind each name."""
    return initials_after(first_dots(text), text)


def first_dots(text: str) -> list[int]:
    """Return where the first dot of each “U.S.” and “J. K.” of a text may be, in order."""
    return [dot.start() for dot in _FIRST_DOT.finditer(text)]


def initials_after(dots: Sequence[int], text: str) -> list[str]:
    """Return ``later_initials`` of a text whose ``first_dots`` are known."""
    return [form for form, _, _ in _initial_places(dots, text)]


def tokens(text: str, language: str = "") -> list[Token]:
    """Return every form of ``written_forms`` with its place in the text."""
    words = words_in(language)
    found: list[Token] = []
    last: list[tuple[str, int, int]] = []
    position = 0
    careful = needs_care(text)
    for match in (any_word() if careful else PLAIN_WORD).finditer(text):
        start, end = match.span()
        if careful and is_paired(match.group()):
            pairs = list(_pairs(match.group(), start))
            last.append((pairs[-1][0][-1], end - 1, end))
            for form, first, past in pairs:
                found.append(Token(words[form], first, past, position))
                position += 1
        else:
            found.append(Token(words[match.group()], start, end, position))
            position += 1
    last += (*_joined_places(text), *_initial_places(first_dots(text), text))
    for form, start, end in last:
        position += 1
        found.append(Token(words[form], start, end, position))
    return [token for token in found if token.term]


def alternatives(form: str, languages: Sequence[str]) -> tuple[str, ...]:
    """Return the terms a form of a query may stand for in articles of these languages.

    Where an ending is ambiguous the form itself and the stem of its stem count
    too: Russian паром (ferry) is stemmed like an inflected пар, its plural is not. A word
    of Hebrew or Arabic is found together with what is written as one with it.
    """
    from diptych.text.particles import forms_with_particles  # no text waits for it

    bare = without_accents(plain_form(form))
    found: list[str] = []
    joined: list[str] = []
    for language in languages:
        words = words_in(language)
        stems = [words[form], words[bare]]
        if bare and stem_language(bare[0], base_language(language)) not in ("", "en"):
            stems += [bare, *(words[stem] for stem in stems)]
        found += stems
        joined += (words[each] for each in forms_with_particles(bare, base_language(language)))
    # Those last: of very many an engine looks only for the first.
    return tuple(dict.fromkeys(term for term in (*found, *joined) if term))


def is_stop_word(form: str) -> bool:
    """Tell whether a form is too common to decide which article is meant."""
    return without_accents(plain_form(form)) in stop_terms()


def stop_terms() -> frozenset[str]:
    """Return the words, lower case, that are too common to decide which article is meant.

    Fewer than ``stopwords`` has for comparing: who types "after the vote" means "after".
    """
    return words_of_all("query_stopwords")


def _stemmed(form: str, language: str) -> str:
    if not form or is_paired(form):
        return form
    spoken, stem = _stemmer_for(form[0], language)
    if stem is None:
        return without_accents(form)
    if spoken in _FOLD_BEFORE_STEMMING:
        return stem(without_accents(form))
    return without_accents(stem(form)) or without_accents(form)


@cache
def _stemmer_for(first_letter: str, language: str) -> tuple[str, Stem | None]:
    """Return the language a word is stemmed in, and its stemmer; numbers have none."""
    spoken = "" if first_letter.isdecimal() else stem_language(first_letter, language)
    return spoken, stemmer(spoken)


def _pairs(run: str, start: int) -> Iterator[tuple[str, int, int]]:
    """Yield the pairs of an unspaced run with their places in the text."""
    even = unicodedata.normalize("NFKC", run)
    places = [(i, i + 1) for i in range(len(run))]
    if even != run:
        places = [
            place for i, past in letter_places(run) for place in [(i, past)] * _width(run[i:past])
        ]
        if len(places) != len(even):
            places = [(0, len(run))] * len(even)
    for i in range(max(1, len(even) - 1)):
        pair = even[i : i + 2]
        yield pair, start + places[i][0], start + places[i + len(pair) - 1][1]


def letter_places(run: str) -> list[tuple[int, int]]:
    """Return where each letter of an unspaced run stands; a syllable in pieces is one."""
    return [match.span() for match in _SYLLABLE.finditer(run)]


def _width(letter: str) -> int:
    return len(unicodedata.normalize("NFKC", letter))


def _joined_places(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield each hyphenated word, grouped number and emoji as one form, and the Brien of O'Brien.

    The joint is searched first: few places to look at instead of every word.
    """
    yield from _whole_places(_HYPHENS, _JOINED, str.isalnum, text)
    yield from grouped_places(text)
    for sign in _places(_IRISH, text):
        name = PLAIN_WORD.match(text, sign + 1)
        if name:
            yield name.group(), *name.span()
    if _may_have_pictures(text):
        yield from picture_places(text)


def grouped_places(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield each grouped number as one form, 1250 for 1,250, with its place."""
    return _whole_places(_THOUSANDS, _GROUPED_DIGITS, str.isdecimal, text)


def picture_places(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield each emoji with its place."""
    return ((match.group(), *match.span()) for match in _PICTURE.finditer(text))


def _whole_places(
    joints: Mapping[str, re.Pattern[str]],
    whole: re.Pattern[str],
    is_inside: Callable[[str], bool],
    text: str,
) -> Iterator[tuple[str, int, int]]:
    """Yield what joints part, written as one, with its place."""
    past = 0
    for joint in _places(joints, text):
        start = joint
        # Back to the beginning of the word whose hyphen, or number whose comma, was found.
        while start > past and is_inside(text[start - 1]):
            start -= 1
        found = whole.match(text, start) if start < joint else None
        if found and found.end() > joint:
            past = found.end()
            form = found.group().replace(text[joint], "")
            # Of most words that was their only joint, and a table is slow.
            whole_form = form if form.isalnum() else form.translate(_NOT_IN_A_JOINED_WORD)
            yield whole_form, start, past


def _may_have_pictures(text: str) -> bool:
    if text.isascii():
        return False
    written = text.encode(errors="replace")
    # What the UTF-8 of a picture begins with: much sooner looked for than any of so many signs.
    return b"\xf0\x9f" in written or _OLDER_PICTURE.search(written) is not None


def _places(signs: Mapping[str, re.Pattern[str]], text: str) -> list[int]:
    """Return where any of the signs stands as its pattern asks, in order."""
    found = [each.start() for sign in signs if sign in text for each in signs[sign].finditer(text)]
    return sorted(found)


def _initial_places(dots: Sequence[int], text: str) -> Iterator[tuple[str, int, int]]:
    """Yield the later initials of each name and the words after them, and a gap.

    J.R.R. is one word: whoever remembers "R. Tolkien" would not find it.
    """
    past = 0
    for dot in dots:
        initials = _INITIALS.match(text, dot - 1) if dot > past else None
        if initials is None:
            continue
        past = initials.end()
        if not _NAME.match(text, past) or not text[past].isupper():
            continue
        words = islice(PLAIN_WORD.finditer(text, past), _AFTER_INITIALS)
        after = [(word.group(), *word.span()) for word in words if not is_paired(word.group())]
        letters = [at for at in range(*initials.span()) if text[at].isalpha()]
        for at in letters[1:]:
            yield (text[at:past].translate(DOTS).strip(), at, letters[-1] + 1)
            yield from (*after, ("", past, past))
