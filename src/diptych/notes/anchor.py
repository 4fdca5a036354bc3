# SPDX-License-Identifier: MIT
"""Where in an article a note belongs, told so that it survives changes of the article."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from rapidfuzz.distance import Levenshtein

from diptych.notes.approximate import find_alike, fold, occurrences
from diptych.text.article import Article, BlockKind, Span

CONTEXT = 32  # characters kept on each side at least
_TO_SENTENCE = 208  # and as many more to reach the edge of a sentence
_MOST_CONTEXT = 512  # looked at to tell one of several equal quotes from the others
_OWN_WORDS = 24  # from this length on, a quote that stood once speaks for itself
_OWN_LINE = 6  # or from this one on, if it is a line of its own
_AGREES = 0.6  # likeness from which one side's context counts as the same
_ENOUGH = 0.6  # score an approximate place needs
_MARGIN = 0.08  # and its lead over the runner-up
_COUNTED = {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE}
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*\s+|[。！？][」』”’]*|\n\s*\n")


class Side(StrEnum):
    """The side of the pair a passage was read on."""

    LEFT = "left"
    RIGHT = "right"


class AnchorState(StrEnum):
    """How surely an anchor's words were found; the values are part of the JSON contract.

    exact: where they stood. moved: the same words elsewhere. fuzzy: a guess the
    reader should look at. lost: nowhere.
    """

    EXACT = "exact"
    MOVED = "moved"
    FUZZY = "fuzzy"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Anchor:
    """A durable description of a span: W3C quote and position, and what to cite.

    ``article_id`` is the head of ``content_hash``, the SHA-256 of the file the
    position was measured in. ``start`` and ``end`` count code points and are
    both 0 when unknown. An empty ``quote`` stands for the whole article.
    ``path`` is a hint, never an identity. ``page`` counts from 1, 0 is unknown;
    so does ``paragraph``. ``times`` is how often the quote stood in the article
    when it was anchored, 0 when unknown.
    """

    article_id: str
    content_hash: str
    side: Side
    quote: str
    prefix: str = ""
    suffix: str = ""
    start: int = 0
    end: int = 0
    title: str = ""
    authors: tuple[str, ...] = ()
    source: str = ""
    date: str = ""
    path: str = ""
    page: int = 0
    paragraph: int = 0
    times: int = 0

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}-{self.end}")
        if min(self.page, self.paragraph, self.times) < 0:
            raise ValueError("page, paragraph and times are never negative")

    @property
    def span(self) -> Span:
        """The place the quote had when it was anchored."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place the quote may be at; ``score`` is between 0 and 1."""

    span: Span
    score: float
    quote: str


@dataclass(frozen=True, slots=True)
class Resolution:
    """Where an anchor is now; ``candidates`` are ranked, best first."""

    span: Span | None
    state: AnchorState
    candidates: tuple[Candidate, ...] = ()


LOST = Resolution(None, AnchorState.LOST)


def anchor_for(article: Article, span: Span, *, side: Side, path: str = "") -> Anchor:
    """Describe ``span`` of ``article``; white space at its edges is left out."""
    text = article.text
    chosen = span.of(text)
    start = span.start + len(chosen) - len(chosen.lstrip())
    end = max(start, start + len(chosen.strip()))
    quote = text[start:end]
    prefix, suffix = _surroundings(text, start, end) if quote else ("", "")
    return Anchor(
        article_id=article.id,
        content_hash=article.content_hash,
        side=side,
        quote=quote,
        prefix=prefix,
        suffix=suffix,
        start=start if quote else 0,
        end=end if quote else 0,
        title=article.title,
        authors=article.authors,
        source=article.source,
        date=article.date,
        path=path,
        page=page_at(article, start),
        paragraph=paragraph_at(article, start),
        times=len(occurrences(quote, text)),
    )


def anchor_again(anchor: Anchor, article: Article, span: Span, *, path: str = "") -> Anchor:
    """Return the anchor moved to ``span`` of a newer version of its article."""
    fresh = anchor_for(article, span, side=anchor.side, path=path or anchor.path)
    return replace(
        fresh,
        title=fresh.title or anchor.title,
        authors=fresh.authors or anchor.authors,
        source=fresh.source or anchor.source,
        date=fresh.date or anchor.date,
    )


def resolve(anchor: Anchor, text: str) -> Resolution:
    """Tell where the anchor's words are in ``text`` now.

    The stored position counts if the quote stands there and no other place has
    the clearly better surroundings; then the same words elsewhere; then the same
    words in other typography; then words within a quarter of the quote's length
    in edits. What could be a look-alike is at most ``fuzzy``, never silent.
    """
    if not anchor.quote:
        return Resolution(Span(0, 0), AnchorState.EXACT)
    if _stands(anchor, text):
        return Resolution(anchor.span, AnchorState.EXACT)
    length = len(anchor.quote)
    places = [Span(start, start + length) for start in occurrences(anchor.quote, text)]
    if not places:
        places = _places_in_other_type(anchor.quote, text)
    if places:
        return _among_equals(anchor, text, places)
    return _approximate(anchor, text)


def _stands(anchor: Anchor, text: str) -> bool:
    before = text[max(0, anchor.start - len(anchor.prefix)) : anchor.start]
    after = text[anchor.end : anchor.end + len(anchor.suffix)]
    return (before, anchor.span.of(text), after) == (anchor.prefix, anchor.quote, anchor.suffix)


def _places_in_other_type(quote: str, text: str) -> list[Span]:
    folded, wanted = fold(text), fold(quote).text.strip()
    if not wanted:
        return []
    ranges = (
        folded.original(start, start + len(wanted)) for start in occurrences(wanted, folded.text)
    )
    return [Span(start, end) for start, end in ranges]


def _among_equals(anchor: Anchor, text: str, places: list[Span]) -> Resolution:
    """Choose among places that all hold the quote's words."""
    ranked = sorted(
        ((*_context(anchor, text, place), place) for place in places),
        key=lambda entry: (-(entry[0] + entry[1]), abs(entry[2].start - anchor.start)),
    )
    candidates = tuple(
        Candidate(place, _score(1.0, before, after), place.of(text))
        for before, after, place in ranked[:5]
    )
    best = ranked[0][2]
    if not _is_sure(anchor, text, ranked):
        return Resolution(best, AnchorState.FUZZY, candidates)
    stood_there = best == anchor.span and best.of(text) == anchor.quote
    return Resolution(best, AnchorState.EXACT if stood_there else AnchorState.MOVED, candidates)


def _is_sure(anchor: Anchor, text: str, ranked: list[tuple[float, float, Span]]) -> bool:
    """Tell whether the first of the places can be no look-alike."""
    if len(ranked) > 1 or anchor.times > 1:
        telling = [place for before, after, place in ranked if _tells(anchor, before, after)]
        return telling == [ranked[0][2]]
    before, after, best = ranked[0]
    if best == anchor.span or max(before, after) >= _AGREES:
        return True
    return _speaks_for_itself(anchor, text, best)


def _tells(anchor: Anchor, before: float, after: float) -> bool:
    """Tell whether surroundings point at one of several equal quotes.

    Each side was chosen long enough to stand once, unless that took too much or
    the text ended; so one side suffices, if it is of the same paragraph: whole
    paragraphs change places. Of anchors made elsewhere none of this is known.
    """
    if before == after == 1.0:
        return True
    likely = range(CONTEXT // 2, _MOST_CONTEXT if anchor.times else 0)
    if before == 1.0 and len(anchor.prefix) in likely:
        return not anchor.prefix.endswith("\n")
    return after == 1.0 and len(anchor.suffix) in likely and not anchor.suffix.startswith("\n")


def _speaks_for_itself(anchor: Anchor, text: str, place: Span) -> bool:
    """Tell whether a quote that stands once needs no surroundings to be known.

    An ideograph counts as two characters. A short line of its own, such as a
    heading, is known by being one again.
    """
    weight = len(anchor.quote) + sum(character >= "\u2e80" for character in anchor.quote)
    if anchor.times == 1:
        return weight >= _OWN_WORDS or (
            weight >= _OWN_LINE
            and _is_line(anchor.prefix, anchor.suffix)
            and _is_line(text[: place.start], text[place.end :])
        )
    return anchor.times == 0 and weight >= CONTEXT


def _is_line(before: str, after: str) -> bool:
    return before[-1:] in ("", "\n") and after[:1] in ("", "\n")


def _approximate(anchor: Anchor, text: str) -> Resolution:
    quote = anchor.quote
    most_edits = len(quote) // 4
    if most_edits < 2 or not text:
        return LOST
    found = []
    for alike in find_alike(quote, text, most_edits=most_edits):
        span = _to_word_edges(text, alike.start, alike.end)
        likeness = Levenshtein.normalized_similarity(quote, span.of(text))
        score = _score(likeness, *_context(anchor, text, span))
        found.append(Candidate(span, score, span.of(text)))
    found.sort(key=lambda candidate: -candidate.score)
    if not found:
        return LOST
    lead = found[0].score - (found[1].score if len(found) > 1 else 0.0)
    if found[0].score >= _ENOUGH and lead >= _MARGIN:
        return Resolution(found[0].span, AnchorState.FUZZY, tuple(found))
    return Resolution(None, AnchorState.LOST, tuple(found))


def _score(likeness: float, before: float, after: float) -> float:
    """Weigh words and surroundings as the Hypothesis client does: 50, 20 and 20."""
    return (50 * likeness + 20 * before + 20 * after) / 90


def _context(anchor: Anchor, text: str, place: Span) -> tuple[float, float]:
    """Return how alike the text before and after ``place`` is to the anchor's, 0 to 1."""
    reach = max(len(anchor.prefix), CONTEXT) + CONTEXT
    before = text[max(0, place.start - reach) : place.start]
    reach = max(len(anchor.suffix), CONTEXT) + CONTEXT
    after = text[place.end : place.end + reach]
    return (
        _alike(anchor.prefix, before, step=-1),
        _alike(anchor.suffix, after, step=1),
    )


def _alike(context: str, found: str, *, step: int) -> float:
    """Compare two contexts from the quote outwards; the nearest characters may suffice.

    A context shorter than usual ended with the text, so what follows counts.
    """
    stored = fold(context).text.strip()[::step]
    other = fold(found).text.strip()[::step]
    if not stored:
        return 1.0 if not other else 0.5  # an edge of the text, or nothing known
    length = CONTEXT if len(context) < CONTEXT else len(stored)
    whole = Levenshtein.normalized_similarity(stored, other[:length])
    near = Levenshtein.normalized_similarity(stored[:CONTEXT], other[: min(length, CONTEXT)])
    return whole if whole == 1.0 else min(0.99, max(whole, near))


def _to_word_edges(text: str, start: int, end: int) -> Span:
    """Shift edges that cut a word by a letter or two to the word's own edge."""
    for _ in range(2):
        if 0 < start < len(text) and text[start - 1].isalnum() and text[start].isalnum():
            start -= 1
        if 0 < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
            end += 1
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _surroundings(text: str, start: int, end: int) -> tuple[str, str]:
    """Return the text before and after, each as much as it takes to stand only once."""
    quote = text[start:end]
    prefix = suffix = ""
    least = CONTEXT
    while least <= _MOST_CONTEXT:
        prefix = _prefix(text, start, least)
        if not _repeats(prefix + quote, text):
            break
        least *= 2
    least = CONTEXT
    while least <= _MOST_CONTEXT:
        suffix = _suffix(text, end, least)
        if not _repeats(quote + suffix, text):
            break
        least *= 2
    return prefix, suffix


def _repeats(words: str, text: str) -> bool:
    return text.find(words, text.find(words) + 1) >= 0


def _prefix(text: str, start: int, least: int) -> str:
    nearest = max(0, start - least)
    earliest = max(0, nearest - _TO_SENTENCE)
    ends = [match.end() for match in _SENTENCE_END.finditer(text, earliest, start)]
    fitting = [end for end in ends if end <= nearest]
    if fitting:
        return text[fitting[-1] : start]
    return text[earliest:start] if earliest == 0 else text[nearest:start]


def _suffix(text: str, end: int, least: int) -> str:
    farthest = min(len(text), end + least)
    latest = min(len(text), farthest + _TO_SENTENCE)
    ends = [match.end() for match in _SENTENCE_END.finditer(text, end, latest)]
    fitting = [place for place in ends if place >= farthest]
    if fitting:
        return text[end : fitting[0]].rstrip()
    return text[end:latest] if latest == len(text) else text[end:farthest]


def page_at(article: Article, start: int) -> int:
    """Return the page a place is on, 0 when unknown."""
    pages = [block.page for block in article.blocks if block.span.start <= start]
    return (pages[-1] or 0) if pages else 0


def paragraph_at(article: Article, start: int) -> int:
    """Count the paragraphs up to ``start``, as a reader would with a finger."""
    kinds = [block.kind for block in article.blocks if block.span.start <= start]
    if not kinds or kinds[-1] not in _COUNTED:
        return 0
    return sum(kind in _COUNTED for kind in kinds)
