# SPDX-License-Identifier: MIT
"""Where an anchor's words are in a text that may have changed since."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from diptych.notes.anchor import (
    CONTEXT,
    MOST_CONTEXT,
    Anchor,
    AnchorState,
    Candidate,
    Resolution,
    occurrences,
)
from diptych.notes.approximate import find_alike, find_reworded, fold, words_of
from diptych.text.article import Span
from diptych.text.sentence_ends import ROUGH_END
from diptych.values import dataclass

_OWN_WORDS = 24  # from this length on, a quote that stood once speaks for itself
_OWN_LINE = 6  # or from this one on, if it is a line of its own
_AGREES = 0.6  # likeness from which one side's context counts as the same
_ENOUGH = 0.6  # score an approximate place needs
_MARGIN = 0.08  # and its lead over the runner-up
_SHORTEST = 8  # a quote must have to be looked for in other words
_OFFERED = 5
_LONG_WORD = 24  # how far a sentence may go on beyond the last word found


def resolve(anchor: Anchor, text: str) -> Resolution:
    """Tell where the anchor's words are in ``text`` now.

    The stored position counts if the quote stands there and no other place has
    the clearly better surroundings; then the same words elsewhere; then the same
    words in other typography; then words within a quarter of the quote's length
    in edits. What could be a look-alike is at most ``fuzzy``, never silent.
    """
    if not anchor.quote:
        return Resolution(Span(0, 0), AnchorState.EXACT)
    # Cheapest and by far most frequent: nothing has changed.
    if _stands(anchor, text):
        return Resolution(anchor.span, AnchorState.EXACT)
    length = len(anchor.quote)
    places = [Span(start, start + length) for start in occurrences(anchor.quote, text)]
    if not places:
        # The same words as another container prints them: curly quotes, one space for two.
        places = _places_in_other_type(anchor.quote, text)
    if places:
        return _among_equals(anchor, text, places)
    return _approximate(anchor, text)


def _stands(anchor: Anchor, text: str) -> bool:
    # With its surroundings: of twins that changed places the quote alone would say nothing.
    before = text[max(0, anchor.start - len(anchor.prefix)) : anchor.start]
    after = text[anchor.end : anchor.end + len(anchor.suffix)]
    return (before, anchor.span.of(text), after) == (anchor.prefix, anchor.quote, anchor.suffix)


def _places_in_other_type(quote: str, text: str) -> list[Span]:
    # fold keeps the last texts: a list of notes asks for the same one.
    folded, wanted = fold(text), fold(quote).text.strip()
    if not wanted:
        return []
    ranges = (
        folded.original(start, start + len(wanted)) for start in occurrences(wanted, folded.text)
    )
    return [Span(start, end) for start, end in ranges]


def _among_equals(anchor: Anchor, text: str, places: list[Span]) -> Resolution:
    """Choose among places that all hold the quote's words."""
    # Of an anchor from elsewhere; ours have surroundings of a known length.
    named = _named(anchor, text, places)
    if named is not None:
        places = [named]
    ranked = sorted(
        ((*_context(anchor, text, place), place) for place in places),
        key=lambda entry: (
            # Surroundings first, distance last: what was moved may be far off, a twin near.
            -(entry[0] + entry[1] + 2 * _agreement(anchor, text, entry[2]) / CONTEXT),
            abs(entry[2].start - anchor.start),
        ),
    )
    candidates = tuple(
        Candidate(place, _score(1.0, before, after), place.of(text))
        for before, after, place in ranked[:5]
    )
    best = ranked[0][2]
    if named is None and not _is_sure(anchor, text, ranked):
        return Resolution(best, AnchorState.FUZZY, candidates)
    stood_there = best == anchor.span and best.of(text) == anchor.quote
    return Resolution(best, AnchorState.EXACT if stood_there else AnchorState.MOVED, candidates)


def _named(anchor: Anchor, text: str, places: list[Span]) -> Span | None:
    """Return the one place with the surroundings that an anchor from elsewhere names.

    Other programs keep as much of them as they please; what they give holds whole.
    """
    # ``times`` is told by us alone; a prefix of signs says nothing.
    if anchor.times or not any(map(str.isalnum, anchor.prefix + anchor.suffix)):
        return None
    named = [place for place in places if _has_surroundings(anchor, text, place)]
    return named[0] if len(named) == 1 else None


def _has_surroundings(anchor: Anchor, text: str, place: Span) -> bool:
    prefix, suffix = (fold(each).text.strip() for each in (anchor.prefix, anchor.suffix))
    # Twice as much is looked at: spaces count for one here.
    before = text[max(0, place.start - 2 * len(anchor.prefix) - CONTEXT) : place.start]
    after = text[place.end : place.end + 2 * len(anchor.suffix) + CONTEXT]
    return fold(before).text.rstrip().endswith(prefix) and fold(after).text.lstrip().startswith(
        suffix
    )


def _agreement(anchor: Anchor, text: str, place: Span) -> int:
    """Count the characters around ``place`` that are the anchor's own, from it outwards."""
    before = text[max(0, place.start - len(anchor.prefix)) : place.start]
    after = text[place.end : place.end + len(anchor.suffix)]
    return _shared(anchor.prefix[::-1], before[::-1]) + _shared(anchor.suffix, after)


def _shared(one: str, other: str) -> int:
    equal = (a == b for a, b in zip(one, other, strict=False))
    return sum(takewhile(bool, equal))


def _is_sure(anchor: Anchor, text: str, ranked: list[tuple[float, float, Span]]) -> bool:
    """Tell whether the first of the places can be no look-alike."""
    # With twins about, only surroundings that were chosen to stand once can tell.
    if len(ranked) > 1 or anchor.times > 1 or _runs_over_a_gap(anchor, text, ranked[0][2]):
        telling = [place for before, after, place in ranked if _tells(anchor, before, after)]
        return telling == [ranked[0][2]]
    before, after, best = ranked[0]
    if best == anchor.span or max(before, after) >= _AGREES:
        return True
    return _speaks_for_itself(anchor, text, best)


def _runs_over_a_gap(anchor: Anchor, text: str, place: Span) -> bool:
    """Tell whether a place crosses from paragraph to paragraph where the quote did not."""
    return "\n\n" in place.of(text) and "\n\n" not in anchor.quote


def _tells(anchor: Anchor, before: float, after: float) -> bool:
    """Tell whether surroundings point at one of several equal quotes.

    Each side was chosen long enough to stand once, unless that took too much or
    the text ended; so one side suffices, if it is all of the same paragraph: whole
    paragraphs change places. Of anchors made elsewhere none of this is known.
    """
    # Both whole contexts are there, letter for letter.
    if before == after == 1.0:
        return True
    likely = range(CONTEXT // 2, MOST_CONTEXT if anchor.times else 0)
    if before == 1.0 and len(anchor.prefix) in likely:
        return "\n" not in anchor.prefix
    return after == 1.0 and len(anchor.suffix) in likely and "\n" not in anchor.suffix


def _speaks_for_itself(anchor: Anchor, text: str, place: Span) -> bool:
    """Tell whether a quote that stands once needs no surroundings to be known.

    A short line of its own, such as a heading, is known by being one again.
    """
    weight = _weight(anchor.quote)
    if anchor.times == 1:
        return weight >= _OWN_WORDS or (
            weight >= _OWN_LINE
            and _is_line(anchor.prefix, anchor.suffix)
            and _is_line(text[: place.start], text[place.end :])
        )
    # How often it stood is not known: then it takes a quote of more than a phrase.
    return anchor.times == 0 and weight >= CONTEXT


def _weight(quote: str) -> int:
    """Return the length of a quote, in which an ideograph counts as two."""
    # From the CJK radicals on: a Chinese word is two characters where an English one is five
    # letters.
    return len(quote) + sum(character >= "\u2e80" for character in quote)


def _is_line(before: str, after: str) -> bool:
    return before[-1:] in ("", "\n") and after[:1] in ("", "\n")


def _approximate(anchor: Anchor, text: str) -> Resolution:
    """Choose among places that hold most of the quote's words.

    Only one within a quarter of the quote in edits, of letters or of words, is
    taken; what is less alike is offered, and held against it as a rival.
    """
    ranked = _guesses(anchor, text)
    candidates = tuple(guess.candidate for guess in ranked[:_OFFERED])
    if ranked and ranked[0].is_near and _stands_out(anchor, ranked):
        return Resolution(candidates[0].span, AnchorState.FUZZY, candidates)
    return Resolution(None, AnchorState.LOST, candidates)


@dataclass(frozen=True, slots=True)
class _Guess:
    candidate: Candidate
    likeness: float
    is_near: bool


def _guesses(anchor: Anchor, text: str) -> list[_Guess]:
    quote = anchor.quote
    if _weight(quote) < _SHORTEST or not text:
        return []
    alike = [
        # By letters for typing mistakes, by words for what was put in another's place.
        *find_alike(quote, text, most_edits=len(quote) // 4),
        *find_reworded(quote, text, most_edits=len(words_of(quote)) // 2),
    ]
    edges = [_to_edges(quote, text, each.start, each.end) for each in alike]
    # Each place as found and as a whole sentence; the better guess of the two wins.
    spans = dict.fromkeys((*edges, *(_to_sentence(anchor, text, span) for span in edges)))
    guesses = [_guess(anchor, text, span) for span in spans if span.end > span.start]
    apart: list[_Guess] = []
    # The likest of overlapping ones stands for the place; ranked by score afterwards.
    for guess in sorted(guesses, key=lambda guess: (-guess.likeness, -guess.candidate.score)):
        if not any(_overlap(guess.candidate.span, other.candidate.span) for other in apart):
            apart.append(guess)
    return sorted(apart, key=lambda guess: -guess.candidate.score)


def _guess(anchor: Anchor, text: str, span: Span) -> _Guess:
    from rapidfuzz.distance import Levenshtein

    quote, found = anchor.quote, span.of(text)
    by_letters = Levenshtein.normalized_similarity(quote, found)
    words, others = words_of(quote), words_of(found)
    # Of three words one edit is a third; letters tell more there.
    by_words = Levenshtein.normalized_similarity(words, others) if len(words) > 3 else 0.0
    likeness = max(by_letters, by_words)
    score = _score(likeness, *_context(anchor, text, span))
    return _Guess(
        Candidate(span, score, found),
        likeness,
        _is_within(Levenshtein.distance(quote, found), quote)
        or (len(words) > 3 and _is_within(Levenshtein.distance(words, others), words)),
    )


def _is_within(edits: int, quote: Sequence[str]) -> bool:
    # A quarter, as ``resolve`` promises; beyond it more may be new than old.
    return edits * 4 <= len(quote)


def _stands_out(anchor: Anchor, ranked: list[_Guess]) -> bool:
    """Tell whether the best guess is good enough, and clearly better than the next.

    A quote long enough to be known by its words needs no surroundings when no
    other place shares half of them.
    """
    best, others = ranked[0], ranked[1:]
    # Two places nearly as good: the reader must choose, or a wrong one would be silent.
    lead = best.candidate.score - max((each.candidate.score for each in others), default=0.0)
    if lead < _MARGIN:
        return False
    is_alone = _weight(anchor.quote) >= _OWN_WORDS and not others
    return is_alone or best.candidate.score >= _ENOUGH


def _overlap(one: Span, other: Span) -> bool:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared * 2 > min(one.end - one.start, other.end - other.start)


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
    Beyond the edge of a paragraph others may stand, for paragraphs change places.
    """
    from rapidfuzz.distance import Levenshtein

    # Both begin with a new line: another neighbour there counts neither for nor against.
    least = 0.5 if _parts(context[::step]) and _parts(found[::step]) else 0.0
    stored = fold(context).text.strip()[::step]
    other = fold(found).text.strip()[::step]
    if not stored:
        return 1.0 if not other else 0.5  # an edge of the text, or nothing known
    # A short context stopped at the end of the text; anything may follow there now.
    length = CONTEXT if len(context) < CONTEXT else len(stored)
    whole = Levenshtein.normalized_similarity(stored, other[:length])
    near = Levenshtein.normalized_similarity(stored[:CONTEXT], other[: min(length, CONTEXT)])
    # 1.0 is for whole contexts alone, on which ``_tells`` relies.
    return whole if whole == 1.0 else min(0.99, max(whole, near, least))


def _parts(context: str) -> bool:
    """Tell whether a context, read from the quote outwards, begins with a new line."""
    return not context or "\n" in context[: len(context) - len(context.lstrip())]


def _to_edges(quote: str, text: str, start: int, end: int) -> Span:
    """Shift edges to those of words, and over signs where the quote has them too."""
    span = _to_word_edges(text, start, end)
    start, end = span.start, span.end
    # A quote that begins with a quotation mark has it again.
    if not quote[0].isalnum():
        while start > 0 and not (text[start - 1].isalnum() or text[start - 1].isspace()):
            start -= 1
    if not quote[-1].isalnum():
        while end < len(text) and not (text[end].isalnum() or text[end].isspace()):
            end += 1
    return Span(start, end)


def _to_sentence(anchor: Anchor, text: str, span: Span) -> Span:
    """Shift edges to those of a sentence where the quote has such edges.

    A word put in the place of the first or last one is part of the sentence too.
    """
    start, end = span.start, span.end
    reach = max(_LONG_WORD, len(anchor.quote) // 4)
    before = text[max(0, start - reach) : start]
    if not anchor.prefix.strip() or _ends_sentence(anchor.prefix):
        starts = [match.end() for match in ROUGH_END.finditer(before)]
        start -= len(before) - starts[-1] if starts else 0
    if _ends_sentence(anchor.quote + " "):
        ending = ROUGH_END.search(text + " ", max(start, end - 1), end + reach + 1)
        end = max(end, ending.start() + len(ending.group().rstrip())) if ending else end
    return Span(start, end)


def _ends_sentence(words: str) -> bool:
    # Room for a closing mark, brackets and a space after the sentence's end.
    ends = [match.end() for match in ROUGH_END.finditer(words[-8:])]
    return bool(ends) and ends[-1] == len(words[-8:])


def _to_word_edges(text: str, start: int, end: int) -> Span:
    """Shift edges that cut a word by a letter or two to the word's own edge."""
    # Two letters at most: farther in, the word was never part of the quote.
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
