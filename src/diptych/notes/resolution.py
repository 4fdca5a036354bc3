# SPDX-License-Identifier: MIT
"""Where an anchor's words are in a text that may have changed since."""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from diptych.notes.anchor import CONTEXT, MOST_CONTEXT, Anchor, AnchorState
from diptych.notes.approximate import find_alike, fold, occurrences
from diptych.text.article import Span

_OWN_WORDS = 24  # from this length on, a quote that stood once speaks for itself
_OWN_LINE = 6  # or from this one on, if it is a line of its own
_AGREES = 0.6  # likeness from which one side's context counts as the same
_ENOUGH = 0.6  # score an approximate place needs
_MARGIN = 0.08  # and its lead over the runner-up


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
    likely = range(CONTEXT // 2, MOST_CONTEXT if anchor.times else 0)
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
