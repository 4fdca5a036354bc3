# SPDX-License-Identifier: MIT
"""Whether a quotation stands in the library: exactly, altered, in pieces, or not at all."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple
from unicodedata import normalize

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel, Levenshtein

from diptych.patterns import late_pattern
from diptych.search.engine import Engine
from diptych.search.expression import Or, Phrase, Word
from diptych.search.indexed import StoredArticle
from diptych.text.article import Span
from diptych.text.plain_forms import plain_form, without_accents
from diptych.text.sentence_ends import MARKS, WIDE_MARKS
from diptych.text.terms import alternatives, is_paired, is_stop_word, letter_places, written_forms
from diptych.text.tokens import HYPHENS, any_word
from diptych.values import dataclass

# Code points; what somebody pastes by mistake must not keep the window waiting.
LONGEST_QUOTATION = 5_000
# Of the words: with fewer in common it is another sentence on the same matter.
_LEAST_LIKENESS = 0.6
# One word stands everywhere and quotes nothing.
_FEWEST_WORDS = 2
# The rarest of the quotation; each is one more look into the index.
_TELLING_WORDS = 12
# Each is a question to the index; a long quotation has enough rare words among its first.
_WORDS_COUNTED = 60
# So many in a row are hardly there by chance; an altered quotation keeps a few of three.
_LONG_RUN = 10  # words
# Three words in a row survive where a copyist changed one in four.
_SHORT_RUN = 3
# The rarest ones; each is a phrase of the query that leads to the article.
_RUNS = 12
_CANDIDATES = 30  # articles of each kind
# So far the best alignment may begin or end beside the quotation's own words.
_PADDING_WORDS = 3
_LIKE_ENOUGH = 60.0  # of 100
_MOST_UNLIKE = 2  # words

_DOTS = r"(?:…|\.{3,}|\. \. \.)"
# […], (...) or . . . where a quotation leaves words out
_ELLIPSIS = late_pattern(rf"\s*(?:\[\s*{_DOTS}\s*\]|\(\s*{_DOTS}\s*\)|{_DOTS})\s*")
# Between “… closed.” and “It …”; Chinese needs no space there.
_SENTENCE_END = late_pattern(rf"(?<=[{MARKS}{WIDE_MARKS}])[\"'”’»)\]]*\s+|(?<=[{WIDE_MARKS}])")
_ENDS = late_pattern(rf"[{MARKS}{WIDE_MARKS}]")
# The private planes of Unicode: no word of a text is written with these.
_FIRST_PRIVATE = 0xF0000


class Fidelity(StrEnum):
    """How faithfully a text has the words of a quotation; the best first."""

    EXACT = "exact"
    IN_PIECES = "in pieces"
    ALTERED = "altered"
    NOT_FOUND = "not found"


@dataclass(frozen=True, slots=True)
class QuoteChange:
    """Words of the quotation and what stands in their place; either may be empty."""

    quoted: Span
    standing: Span


@dataclass(frozen=True, slots=True)
class QuotePlace:
    """Where a quotation stands in one text.

    ``spans`` are the places of its pieces in the order of the quotation;
    ``likeness`` is the share of words that agree, 1.0 when all do.
    """

    fidelity: Fidelity
    spans: tuple[Span, ...]
    changes: tuple[QuoteChange, ...] = ()
    likeness: float = 1.0


@dataclass(frozen=True, slots=True)
class QuoteHit:
    """An article in which a quotation stands, or something like it."""

    article: StoredArticle
    place: QuotePlace


@dataclass(frozen=True, slots=True)
class QuoteCheck:
    """What became of a quotation in the whole library, best places first.

    ``passed_over`` is the number of further articles that hold it, or a long run of it.
    """

    fidelity: Fidelity
    hits: tuple[QuoteHit, ...]
    ms: float
    passed_over: int = 0


class _QuotedWord(NamedTuple):
    form: str
    start: int
    end: int


def check_quote(
    index: Engine, quotation: str, *, text_of: Callable[[str], str], limit: int = 20
) -> QuoteCheck:
    """Look for a quotation in every article that has its telling words."""
    started = time.perf_counter()
    hits = []
    candidates, passed_over = _candidates(index, quotation)
    for article in candidates:
        place = check_quote_in(text_of(article.id), quotation)
        if place.fidelity is not Fidelity.NOT_FOUND:
            hits.append(QuoteHit(article, place))
    # The enum names the best first.
    ranks = list(Fidelity)
    hits.sort(key=lambda hit: (ranks.index(hit.place.fidelity), -hit.place.likeness))
    fidelity = hits[0].place.fidelity if hits else Fidelity.NOT_FOUND
    ms = round((time.perf_counter() - started) * 1000, 2)
    return QuoteCheck(fidelity, tuple(hits[:limit]), ms, passed_over + max(0, len(hits) - limit))


def check_quote_in(text: str, quotation: str) -> QuotePlace:
    """Look for a quotation in one text; case, accents and punctuation do not count."""
    words = _words(text)
    pieces = _pieces(quotation)
    if not words or not pieces:
        return QuotePlace(Fidelity.NOT_FOUND, (), (), 0.0)
    letters = _Letters()
    page = letters.of(words)
    # An exact find is looked for first: it is most frequent and takes no alignment.
    whole = [word for piece in pieces for word in piece]
    if len(pieces) == 1:
        span = _exact(page, words, letters.of(whole), 0)
        if span is not None:
            return QuotePlace(Fidelity.EXACT, (span,))
        # Sentences may be left out without an ellipsis.
        pieces = _sentences(quotation)
    spans = _in_order(page, words, [letters.of(piece) for piece in pieces])
    if spans and len(spans) > 1:
        return QuotePlace(Fidelity.IN_PIECES, tuple(spans))
    return _altered(text, page, words, whole, letters)


def _candidates(index: Engine, quotation: str) -> tuple[list[StoredArticle], int]:
    """Return the articles to look into: with long runs of its words, short ones, rare words.

    Words alone would not do: of ten thousand articles those that have most of them
    need not be those that have them in a row. The number is that of the articles
    with long runs that are too many to be looked into.
    """
    languages = index.languages()
    pieces = [_asked_forms(piece, quotation, languages) for piece in _pieces(quotation)]
    every = {word.written: word for piece in pieces for word in piece}
    telling = [word for form, word in every.items() if not is_stop_word(form)] or [*every.values()]
    # In how many articles each stands: the fewer, the more it tells.
    spread = {w.written: index.search(w, limit=1).total for w in telling[:_WORDS_COUNTED]}
    long, short, words = (
        index.search(root, limit=_CANDIDATES)
        for root in (
            _any_run(pieces, spread, _LONG_RUN),
            _any_run(pieces, spread, _SHORT_RUN),
            _rarest(telling, spread),
        )
    )
    ranked = (*long.ranked, *short.ranked, *words.ranked)
    # By id: an article that all three ways name is looked into once, at its best place.
    found = {each.article.id: each.article for each in ranked}
    # Only long runs count as passed over: short ones and rare words stand in many that quote
    # nothing.
    return list(found.values()), long.total - len(long.ranked)


def _asked_forms(
    piece: Sequence[_QuotedWord], quotation: str, languages: Sequence[str]
) -> list[Word]:
    """Return the words of a piece as the index keeps them: unspaced scripts in pairs."""
    # Of the text between, for the index pairs characters that here count singly.
    forms, _ = written_forms(quotation[piece[0].start : piece[-1].end])
    words = (Word(form, alternatives(form, languages)) for form in forms)
    return [word for word in words if word.terms]


def _any_run(pieces: Sequence[Sequence[Word]], spread: Mapping[str, int], length: int) -> Or | None:
    """Return what asks for words in a row, in the runs that hold the rarest words."""
    runs = {
        tuple(piece[at : at + length])
        for piece in pieces
        for at in range(max(1, len(piece) - length + 1))
    }
    often = max(spread.values(), default=0)

    def rarity(run: tuple[Word, ...]) -> tuple[int, str]:
        # A word not counted is a common one.
        rarest = min(spread.get(word.written, often) for word in run)
        return rarest, " ".join(word.written for word in run)

    chosen = sorted((run for run in runs if len(run) >= _FEWEST_WORDS), key=rarity)[:_RUNS]
    phrases = [Phrase(rarity(run)[1], tuple(word.terms for word in run)) for run in chosen]
    return Or(tuple(phrases)) if phrases else None


def _rarest(words: Sequence[Word], spread: Mapping[str, int]) -> Or | None:
    known = [word for word in words if spread.get(word.written)]
    known.sort(key=lambda word: spread[word.written])
    return Or(tuple(known[:_TELLING_WORDS])) if known else None


def _words(text: str) -> list[_QuotedWord]:
    """Return the words of a text; each character counts as one where no spaces are put."""
    words = []
    for match in any_word().finditer(text):
        start, end = match.span()
        # NFKC makes full-width and half-width signs one; a span still covers what was written.
        if is_paired(match.group()):
            # One sign of Thai is two for it, which others type as two.
            words += [
                _QuotedWord(letter, start + i, start + past)
                for i, past in letter_places(match.group())
                for letter in normalize("NFKC", match.group()[i:past])
            ]
        else:
            words.append(_QuotedWord(without_accents(plain_form(match.group())), start, end))
    return words


def _pieces(quotation: str) -> list[list[_QuotedWord]]:
    """Return the words between the ellipses of a quotation."""
    return _cut(quotation[:LONGEST_QUOTATION], _ELLIPSIS)


def _sentences(quotation: str) -> list[list[_QuotedWord]]:
    return _cut(quotation[:LONGEST_QUOTATION], _SENTENCE_END)


def _cut(quotation: str, border: re.Pattern[str]) -> list[list[_QuotedWord]]:
    edges = [0, *(match.end() for match in border.finditer(quotation)), len(quotation)]
    words = _words(quotation)
    pieces = [
        [word for word in words if start <= word.start < end] for start, end in pairwise(edges)
    ]
    return [piece for piece in pieces if piece]


class _Letters:
    """Writes each distinct word as one private character, so that strings can be compared."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    def of(self, words: Sequence[_QuotedWord]) -> str:
        known = self._known
        return "".join(
            # 131,072 to the end of Unicode: more than a text has different words.
            known.setdefault(word.form, chr(_FIRST_PRIVATE + len(known)))
            for word in words
        )


def _exact(page: str, words: Sequence[_QuotedWord], wanted: str, after: int) -> Span | None:
    at = page.find(wanted, after)
    return Span(words[at].start, words[at + len(wanted) - 1].end) if at >= 0 else None


def _in_order(page: str, words: Sequence[_QuotedWord], pieces: Sequence[str]) -> list[Span]:
    """Return the places of all pieces, each after the one before; nothing if one lacks."""
    spans = []
    after = 0
    for piece in pieces:
        # After the piece before: words in another order are no quotation with gaps.
        at = page.find(piece, after)
        if at < 0 or len(piece) < _FEWEST_WORDS:
            return []
        after = at + len(piece)
        spans.append(Span(words[at].start, words[after - 1].end))
    return spans


def _altered(
    text: str,
    page: str,
    words: Sequence[_QuotedWord],
    quoted: Sequence[_QuotedWord],
    letters: _Letters,
) -> QuotePlace:
    wanted = letters.of(quoted)
    # The best window as long as the quotation, by words, since each is one character.
    found = fuzz.partial_ratio_alignment(wanted, page)
    if found is None or len(wanted) < _FEWEST_WORDS:
        return QuotePlace(Fidelity.NOT_FOUND, (), (), 0.0)
    start, end = _best_window(page, wanted, found.dest_start, found.dest_end)
    before, after = _words_left_out(wanted, page[start:end])
    start -= _changed(text, quoted[:before], words[start::-1] if start else ())
    end += _changed(text, quoted[len(quoted) - after :], words[end - 1 :])
    window = page[start:end]
    # 1 - changes / words of the longer; a word put for another is one change
    likeness = Levenshtein.normalized_similarity(wanted, window)
    if likeness < _LEAST_LIKENESS or not window:
        return QuotePlace(Fidelity.NOT_FOUND, (), (), likeness)
    standing = words[start:end]
    span = Span(standing[0].start, standing[-1].end)
    changes = _changes(wanted, window, quoted, standing)
    return QuotePlace(Fidelity.ALTERED, (span,), changes, round(likeness, 3))


def _words_left_out(wanted: str, window: str) -> tuple[int, int]:
    """Return how many words before and after a window the quotation has that it has not."""
    # Indel knows no replacing: what is not equal was taken out or put in.
    equal = [step for step in Indel.opcodes(wanted, window) if step.tag == "equal"]
    if not equal:
        return 0, 0
    first, last = equal[0], equal[-1]
    return (
        0 if first.dest_start else first.src_start,
        0 if last.dest_end < len(window) else len(wanted) - last.src_end,
    )


def _changed(text: str, missing: Sequence[_QuotedWord], edge: Sequence[_QuotedWord]) -> int:
    """Return how many words beside a window stand for what the quotation has there.

    ``edge`` leads away from the window, its own last word first. It is those that
    look most like the missing ones; a word or two also when they do not, in one sentence.
    """
    if not missing or len(edge) < 2:
        return 0
    beside = edge[1 : len(missing) + _PADDING_WORDS]
    backwards = edge[1].start < edge[0].start
    asked = "".join(word.form for word in missing)

    def likeness(count: int) -> float:
        standing = beside[:count][::-1] if backwards else beside[:count]
        return fuzz.ratio(asked, "".join(word.form for word in standing))

    best = max(range(1, len(beside) + 1), key=likeness)
    if likeness(best) >= _LIKE_ENOUGH:
        return best
    if len(missing) > _MOST_UNLIKE:
        return 0
    for count in range(len(beside)):
        # ``edge`` may lead backwards; between them lies what parts the two words in the text.
        near, far = sorted((edge[count], edge[count + 1]), key=lambda word: word.start)
        between = text[near.end : far.start]
        if _ENDS.search(between) or (count >= len(missing) and between not in tuple(HYPHENS)):
            return count
    return len(beside)


def _changes(
    wanted: str, window: str, quoted: Sequence[_QuotedWord], standing: Sequence[_QuotedWord]
) -> tuple[QuoteChange, ...]:
    """Return what lies between the words that agree."""
    changes = []
    source = target = 0
    agreeing = [
        (step.src_start, step.src_end, step.dest_start, step.dest_end)
        for step in Indel.opcodes(wanted, window)
        if step.tag == "equal"
    ]
    # An empty piece at the end of both closes what is still open.
    for start, past, at, until in [*agreeing, (len(wanted),) * 2 + (len(window),) * 2]:
        if source < start or target < at:
            changes.append(QuoteChange(_span(quoted, source, start), _span(standing, target, at)))
        source, target = past, until
    return tuple(changes)


def _best_window(page: str, wanted: str, start: int, end: int) -> tuple[int, int]:
    """Widen and narrow the window a little, so that it begins and ends as quoted."""
    windows = (
        (first, past)
        for first in range(max(0, start - _PADDING_WORDS), start + _PADDING_WORDS + 1)
        for past in range(max(first + 1, end - _PADDING_WORDS), end + _PADDING_WORDS + 1)
        if past <= len(page)
    )

    def worth(window: tuple[int, int]) -> tuple[int, int]:
        first, past = window
        # The fewest changes; of equal ones the longest, so that words left out at the end are
        # not lost.
        return Indel.distance(wanted, page[first:past]), first - past

    return min(windows, key=worth, default=(start, end))


def _span(words: Sequence[_QuotedWord], first: int, past: int) -> Span:
    """Return where some words stand; an empty span after the word before when there are none."""
    if first < past:
        return Span(words[first].start, words[past - 1].end)
    edge = words[first - 1].end if first else words[0].start
    return Span(edge, edge)
