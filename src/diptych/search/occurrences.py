# SPDX-License-Identifier: MIT
"""Where the words of a query stand in one text.

Two ways lead to the same places. ``all_occurrences`` looks at every word;
``quick_occurrences`` looks for the first letters of the terms at the speed of
``str.find`` and at every word only when that may have missed something.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from diptych.patterns import late_pattern
from diptych.search.expression import Fuzzy, Leaf, Phrase, Prefix, Word
from diptych.text.article import Span
from diptych.text.plain_forms import plain_form, without_accents
from diptych.text.stems import base_language, stem_language
from diptych.text.terms import (
    PLAIN_WORD,
    Token,
    Words,
    beyond_ascii,
    is_paired,
    is_picture,
    joined_forms,
    letter_places,
    needs_care,
    tokens,
    words_in,
    written_forms,
)
from diptych.text.tokens import INVISIBLE, MIDDLE_DOT, WITHIN_WORDS, any_word

# A shorter stem without its last letter would begin every other word.
_SHORTEST_CLIPPED = 4
_LONGEST_DOTTED = 6  # U.S., U.N.E.F.
_LETTERS_BEFORE_A_DOT = 2  # at most, in one word: Ph.D.
# The English stems that begin unlike one of their words, and how that begins.
_IRREGULAR = {"die": "dy", "lie": "ly", "tie": "ty", "sky": "ski"}
# A query is typed letter by letter, and most of its answers were answers a letter before.
_TEXTS_KEPT, _LONGEST_KEPT = 64, 50_000  # code points
_APOSTROPHES = "'\u2019\u02bc\u2018`\u00b4"
_JOINTS = "-\u2010\u2011\u200b"
_DIGIT_JOINTS = ",.\u00a0\u2009\u202f"
# Latin with accents, Greek and Cyrillic, and Latin Extended Additional with polytonic Greek.
_ACCENTED = late_pattern("[\u00c0-\u024f\u0370-\u052f\u1e00-\u1fff]")
# A letter beyond ASCII, or inside a word an accent apart from its letter or what nobody sees.
_OTHER_LETTER = late_pattern(f"[^\\W\\d_a-zA-Z]|[\u00ad{MIDDLE_DOT}{INVISIBLE}\u0300-\u036f]")


class _Written(NamedTuple):
    """A text, the same in lower case letter for letter, and what a word is in it."""

    text: str
    lowered: str
    word: re.Pattern[str]


class Occurrence(NamedTuple):
    """A place where a leaf of the query is satisfied; ``leaf`` counts from 0."""

    start: int
    end: int
    leaf: int

    @property
    def span(self) -> Span:
        """The place alone."""
        return Span(self.start, self.end)


def all_occurrences(leaves: Sequence[Leaf], text: str, language: str = "") -> list[Occurrence]:
    """Return every place of every leaf, in text order."""
    read = tokens(text, language)
    by_position = {token.position: token for token in read}
    # A set: two ways of one leaf may lead to the same place.
    found = {
        Occurrence(start, end, number)
        for number, leaf in enumerate(leaves)
        for start, end in _places(leaf, text, read, by_position)
    }
    return sorted(found)


def quick_occurrences(leaves: Sequence[Leaf], text: str, language: str = "") -> list[Occurrence]:
    """Return the places of the leaves, in text order; rare spellings may be left out.

    A leaf that stands in the text at all is found at least once; a word that is looked for
    as the beginning of another too may be found as that alone.
    """
    # Unspaced scripts and near spellings cannot be looked for by their first letters.
    if any(map(_is_slow, leaves)):
        return all_occurrences(leaves, text, language)
    written = _written(text) if len(text) <= _LONGEST_KEPT else _read(text)
    words = words_in(language)
    found: list[Occurrence] = []
    missed = []
    begun = set()
    for number, leaf in enumerate(leaves):
        places = _quick_places(leaf, written, words)
        found += [Occurrence(start, end, number) for start, end in places]
        if not places:
            missed.append(leaf)
        elif isinstance(leaf, Prefix):
            begun.add(leaf.written)
    # A word that is still typed is asked for as a whole word and as a beginning. Where the
    # beginning stands, the library may never have had the whole.
    missed = [leaf for leaf in missed if not (isinstance(leaf, Word) and leaf.written in begun)]
    # A look at all words costs four times as much, so it is first asked whether it could help.
    if missed and _may_stand_in(missed, written.lowered, text, language):
        return all_occurrences(leaves, text, language)
    return sorted(found)


def _places(
    leaf: Leaf, text: str, read: Sequence[Token], by_position: dict[int, Token]
) -> Iterator[tuple[int, int]]:
    if isinstance(leaf, Word):
        terms = frozenset(leaf.terms)
        yield from ((token.start, token.end) for token in read if token.term in terms)
    elif isinstance(leaf, Phrase):
        yield from _phrase_places(leaf, read, by_position)
    elif isinstance(leaf, Prefix):
        yield from _prefix_places(leaf, text, read)
    else:
        yield from _fuzzy_places(leaf, text, read)


def _phrase_places(
    leaf: Phrase, read: Sequence[Token], by_position: dict[int, Token]
) -> Iterator[tuple[int, int]]:
    parts = [frozenset(part) for part in leaf.parts]
    for token in read:
        last = token
        for offset, part in enumerate(parts):
            following = by_position.get(token.position + offset)
            if following is None or following.term not in part:
                break
            last = following
        else:
            yield token.start, last.end


def _prefix_places(leaf: Prefix, text: str, read: Sequence[Token]) -> Iterator[tuple[int, int]]:
    start = without_accents(plain_form(leaf.written))
    # One Chinese character typed: the index keeps pairs, so it is looked for letter by letter.
    if is_paired(leaf.written):
        asked = unicodedata.normalize("NFKC", leaf.written)
        for at, past in letter_places(text):
            if unicodedata.normalize("NFKC", text[at:past]) == asked:
                yield at, past
        return
    direct = [t for t in read if _bare(text[t.start : t.end]).startswith(start)]
    # A word may be found by its stem alone, as "house" is by "housi…".
    for token in direct or [t for t in read if len(t.term) > 2 and start.startswith(t.term)]:
        yield token.start, token.end


def _fuzzy_places(leaf: Fuzzy, text: str, read: Sequence[Token]) -> Iterator[tuple[int, int]]:
    from rapidfuzz.distance import OSA  # the first search does not wait for it

    wanted = without_accents(plain_form(leaf.written))
    # Each different word is measured once; a text repeats most of its words.
    known: dict[str, bool] = {}
    for token in read:
        word = text[token.start : token.end]
        close = known.get(word)
        if close is None:
            bare = _bare(word)
            changes = OSA.distance(wanted, bare, score_cutoff=leaf.distance)
            # The first letter must be right, as in the lists of words.
            close = known[word] = bare[:1] == wanted[:1] and changes <= leaf.distance
        if close:
            yield token.start, token.end


def _quick_places(leaf: Leaf, among: _Written, words: Words) -> list[tuple[int, int]]:
    text = among.text
    if isinstance(leaf, Word):
        terms = frozenset(leaf.terms)
        return [
            (start, end)
            for start, end in _beginning_with(leaf.terms, among)
            # Beginning alike is not enough: “porous” begins as “port” does, but for its last
            # letter.
            if words[text[start:end]] in terms or words[_without_o(text[start:end])] in terms
        ]
    if isinstance(leaf, Prefix):
        letters = without_accents(plain_form(leaf.written))
        return [
            (start, end)
            for start, end in _starting_with(letters, among)
            if among.lowered.startswith(letters, start)
            or _bare(text[start:end]).startswith(letters)
        ]
    if isinstance(leaf, Phrase):
        first = frozenset(leaf.parts[0])
        return [
            (start, past)
            for start, end in _beginning_with(leaf.parts[0], among)
            if words[text[start:end]] in first and (past := _phrase_end(leaf, among, end, words))
        ]
    return []


def _phrase_end(leaf: Phrase, among: _Written, end: int, words: Words) -> int:
    """Return where a phrase ends whose first word ends at ``end``, or 0."""
    for part in leaf.parts[1:]:
        # The next word, whatever commas or line breaks lie between.
        match = among.word.search(among.text, end)
        if match is None or words[match.group()] not in part:
            return 0
        end = match.end()
    return end


def _beginning_with(terms: Sequence[str], among: _Written) -> Iterable[tuple[int, int]]:
    """Return the words that begin as the terms do, but for a last letter a stem may change."""
    # e.g. the term “citi” for “city” and “cities”: “cit” begins both
    starts = {_clipped(term) for term in terms}
    if "." in among.text:
        # Few texts have any: to ask for the letters alone is quicker than to look for words.
        starts.update(
            start for term in terms for start in _dotted_starts(term) if start in among.lowered
        )
    starts.update(_IRREGULAR[term] for term in terms if term in _IRREGULAR)
    found = [_starting_with(letters, among) for letters in starts]
    # A word may begin as two terms do.
    return found[0] if len(found) == 1 else {place for places in found for place in places}


def _dotted_starts(term: str) -> tuple[str, ...]:
    """Return how a word may begin that is written with a dot after each letter."""
    if not 1 < len(term) <= _LONGEST_DOTTED or not term.isalpha():
        return ()
    first, second, last = term[0], term[1], term[-1]
    spaced = (f"{first}. {second}", f"{first}.\u00a0{second}")
    # us: U.S., U. S.; jkr: J.K.R., J. K. R., JK.R.
    return (f"{first}.{second}", *spaced, f"{term[:-1]}.{last}", f"{term[:-1]}. {last}")


def _clipped(term: str) -> str:
    if term.endswith("i") or (len(term) >= _SHORTEST_CLIPPED and not term[-1].isdecimal()):
        # Porter's stem of “happy” is “happi”; the last letter of longer stems may be changed
        # too.
        return term[:-1] or term
    return term


def _starting_with(letters: str, among: _Written) -> list[tuple[int, int]]:
    text, lowered, word = among
    if word is PLAIN_WORD and _begin_plainly(letters, lowered):
        places = [match.span() for match in _whole(letters).finditer(lowered)]
        # Not so in l’économie, which begins earlier.
        if not any(start and lowered[start - 1] in _APOSTROPHES for start, _ in places):
            return places
    places = []
    for match in _beginning(letters).finditer(lowered):
        start = match.start()
        before = text[start - 1 : start]
        if before and before in _APOSTROPHES:
            # The word began earlier: l’économie.
            while start and (text[start - 1].isalnum() or text[start - 1] in _APOSTROPHES):
                start -= 1
            while text[start] in _APOSTROPHES and start < match.start():
                start += 1
        found = None if _is_mark(before) else word.match(text, start)
        if found:
            places.append(found.span())
    return places


def _begin_plainly(letters: str, lowered: str) -> bool:
    """Tell whether letters and what follows them are the words, wherever they begin one.

    Not so in U.S. and Ph.D., which have dots inside.
    """
    if len(letters) < _LETTERS_BEFORE_A_DOT or not letters.isalnum():
        return False
    return len(letters) > _LETTERS_BEFORE_A_DOT or letters + "." not in lowered


@lru_cache(maxsize=256)
def _whole(letters: str) -> re.Pattern[str]:
    """Return a pattern of plain words that begin with some letters, to their end."""
    return re.compile(f"{_beginning(letters).pattern}[^\\W_]*(?:[{WITHIN_WORDS}][^\\W_]+)*")


@lru_cache(maxsize=256)
def _beginning(letters: str) -> re.Pattern[str]:
    """Return a pattern of words that begin with some letters, which are looked for first."""
    sought = re.escape(letters)
    # “port” in “port” and “(port”, not in “airport”: the letters are looked for first, at the
    # speed of str.find, and only where they stand what is before them.
    return re.compile(f"{sought}(?<![^\\W_]{sought})")


def _may_stand_in(leaves: Sequence[Leaf], lowered: str, text: str, language: str) -> bool:
    """Tell whether a leaf may occur in a text after all; cheaper than finding where.

    In English only words written with a hyphen or an apostrophe and grouped numbers were
    not seen, unless the text has unusual letters.
    """
    is_english = stem_language("a", base_language(language)) == "en"
    if is_english and (lowered.isascii() or not _OTHER_LETTER.search(lowered)):
        terms = [term for leaf in leaves for term in _terms(leaf)]
        if any(_may_be_joined(term, lowered, _APOSTROPHES) for term in terms):
            forms, more = written_forms(text)
        elif any(_may_be_joined(term, lowered, _joints_of(term)) for term in terms):
            forms, more = [], joined_forms(text)
        else:
            return False
    else:
        forms, more = written_forms(text)
    words = words_in(language)
    present = {words[form] for form in {*forms, *more}}
    return any(
        all(map(present.intersection, leaf.parts))
        if isinstance(leaf, Phrase)
        else _may_begin(leaf, forms, is_english=is_english)
        if isinstance(leaf, Prefix)
        else not present.isdisjoint(_terms(leaf))
        for leaf in leaves
    )


def _may_begin(leaf: Prefix, forms: Iterable[str], *, is_english: bool) -> bool:
    """Tell whether a word may begin so; in English one was seen unless Chinese goes before it."""
    letters = without_accents(plain_form(leaf.written))
    return not is_english or any(_bare(form).startswith(letters) for form in forms)


def _terms(leaf: Leaf) -> Sequence[str]:
    if isinstance(leaf, Word):
        return leaf.terms
    return [term for part in leaf.parts for term in part] if isinstance(leaf, Phrase) else ()


def _joints_of(term: str) -> str:
    return _DIGIT_JOINTS if term.isdecimal() else _JOINTS


def _may_be_joined(term: str, lowered: str, joints: str) -> bool:
    """Tell whether a text has a beginning of the term and then one of the signs."""
    return any(
        # e.g. “wellknown”: “well-”; “1000”: “1,”
        joint in lowered and any(term[:i] + joint in lowered for i in range(1, len(term) + 1))
        for joint in joints
    )


def _is_slow(leaf: Leaf) -> bool:
    if isinstance(leaf, Word):
        return any(is_paired(term) or is_picture(term) for term in leaf.terms)
    if isinstance(leaf, Phrase):
        return any(is_paired(term) for part in leaf.parts for term in part)
    return isinstance(leaf, Fuzzy) or is_paired(leaf.written)


def _without_o(word: str) -> str:
    """Return the Brien of an O'Brien."""
    return word[2:] if word[0] in "Oo" and word[1:2] in tuple(_APOSTROPHES) else word


def _bare(word: str) -> str:
    return without_accents(plain_form(word))


def _is_mark(letter: str) -> bool:
    """Tell whether a sign belongs to the letter before it: no word begins behind one.

    Not the one that gives an emoji its colours.
    """
    is_mark = letter > "\x7f" and unicodedata.category(letter).startswith("M")
    return is_mark and not "\ufe00" <= letter <= "\ufe0f"


@lru_cache(maxsize=_TEXTS_KEPT)
def _written(text: str) -> _Written:
    return _read(text)


def _read(text: str) -> _Written:
    # As long as the text, so that places in it are places there.
    lowered = _without_accents(_lowered(text))
    return _Written(text, lowered, any_word() if needs_care(text) else PLAIN_WORD)


def _lowered(text: str) -> str:
    """Return a text in lower case, each letter where it was."""
    lowered = text.lower()
    # The one capital of Unicode that becomes two signs, an i and the dot above it.
    return lowered if len(lowered) == len(text) else text.replace("\u0130", "I").lower()


def _without_accents(lowered: str) -> str:
    """Return a text whose accented letters are bare ones, each letter where it was."""
    # Most texts have few different ones: replaced one by one, not looked up letter by letter.
    for letter in set(_ACCENTED.findall(beyond_ascii(lowered))):
        bare = without_accents(letter)
        if bare != letter and len(bare) == 1:
            lowered = lowered.replace(letter, bare)
    return lowered
