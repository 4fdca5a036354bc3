# SPDX-License-Identifier: MIT
"""The passages of a text that hold the words of a query."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from diptych.patterns import late_pattern
from diptych.search.occurrences import Occurrence
from diptych.text.article import Span, united
from diptych.text.sentence_ends import END_MARKS, ROUGH_END
from diptych.text.terms import unspaced_letters
from diptych.values import dataclass

PASSAGE_LETTERS = 240  # code points
_DENSE_PASSAGE_LETTERS = 90  # of a script without spaces
# Of the sentence before the first word found, so that the words do not stand at the edge.
_LEAD_LETTERS = 100

# A line break, perhaps spaces, a line break; one break alone wraps a line.
_PARAGRAPH_END = late_pattern(r"\n[^\S\n]*\n")
_SPACES = late_pattern(r"\s+")
_WORD_EDGE = late_pattern(r"\s")


@dataclass(frozen=True, slots=True)
class Snippet:
    """A passage made fit for one line.

    ``span`` lies in the article's text; ``marks`` are places in ``text``, which
    has single spaces and an ellipsis where the passage cuts a sentence.
    ``closeness`` tells how near the words stand: 0 when the passage lacks some,
    1 when they follow one another.
    """

    span: Span
    text: str
    marks: tuple[tuple[int, int], ...]
    found: tuple[Span, ...]
    closeness: float = 0.0


def best_snippet(text: str, occurrences: Sequence[Occurrence]) -> Snippet:
    """Return the passage with most of the words; the text's beginning when it has none."""
    if not occurrences:
        return _snippet(text, Span(0, min(len(text), PASSAGE_LETTERS)), (), 0)
    window = _densest(text, occurrences)
    wanted = len({occurrence.leaf for occurrence in occurrences})
    return _snippet(text, _passage(text, window), occurrences, wanted)


def snippets(text: str, occurrences: Sequence[Occurrence]) -> tuple[Snippet, ...]:
    """Return all passages that hold words, in text order, none twice."""
    wanted = len({occurrence.leaf for occurrence in occurrences})
    made: list[Snippet] = []
    for group in groups(text, occurrences):
        # It stands in the passage before, which was widened to its sentence.
        if made and group[-1].end <= made[-1].span.end:
            continue
        past = made[-1].span.end if made else 0
        passage = _passage(text, Span(group[0].start, max(each.end for each in group)))
        # Begins after the passage before, but never after its own first word.
        span = Span(max(passage.start, min(past, group[0].start)), passage.end)
        made.append(_snippet(text, span, occurrences, wanted))
    return tuple(made)


def further(text: str, occurrences: Sequence[Occurrence], shown: Span) -> int:
    """Count the groups of words outside the passage that is shown."""
    others = [each for each in occurrences if each.end <= shown.start or each.start >= shown.end]
    return sum(1 for _ in groups(text, others))


def groups(text: str, occurrences: Sequence[Occurrence]) -> list[list[Occurrence]]:
    """Gather words that stand in one passage's reach and in one paragraph."""
    gathered: list[list[Occurrence]] = []
    width = _width(text)
    for each in occurrences:
        group = gathered[-1] if gathered else None
        if (
            group is None
            or each.end - group[0].start > width
            or _is_parted(text, group[-1].end, each.start)
        ):
            gathered.append([each])
        else:
            group.append(each)
    return gathered


def _densest(text: str, occurrences: Sequence[Occurrence]) -> Span:
    """Return the window with most different words, then most words, then the earliest."""
    width = _width(text)
    best, best_range, low = (0, 0), (0, 0), 0
    # Two edges move over the places once: how often each leaf stands between them.
    inside: Counter[int] = Counter()
    for high, last in enumerate(occurrences):
        if high and _is_parted(text, occurrences[high - 1].end, last.start):
            low = high
            inside.clear()
        inside[last.leaf] += 1
        while last.end - occurrences[low].start > width and low < high:
            leaf = occurrences[low].leaf
            inside[leaf] -= 1
            if not inside[leaf]:
                del inside[leaf]
            low += 1
        # Different words first: one that is repeated tells less than two together.
        worth = (len(inside), high - low)
        if worth > best or not best[0]:
            best, best_range = worth, (low, high + 1)
    chosen = occurrences[slice(*best_range)]
    return Span(chosen[0].start, max(each.end for each in chosen))


def _is_parted(text: str, end: int, start: int) -> bool:
    """Tell whether a paragraph ends between two words."""
    # str.find first: most words stand in one line, and the pattern is slower.
    return text.find("\n", end, start) >= 0 and _PARAGRAPH_END.search(text, end, start) is not None


def _passage(text: str, window: Span) -> Span:
    """Widen a window to its sentence, or to what a line of result has room for."""
    width = max(_width(text), len(window))
    # At most the lead, and no more than leaves room for the words themselves.
    floor = max(0, window.start - max(0, min(_LEAD_LETTERS, width - len(window))))
    start = floor
    for match in ROUGH_END.finditer(text, floor, window.start):
        start = match.end()
    if start == floor and floor:
        # No sentence begins there: at least a word does.
        start = _next_word(text, floor, window.start)
    room = max(window.end, start + width)
    end = min(len(text), room)
    after = _PARAGRAPH_END.search(text, window.end, end)
    if after:
        end = after.start()
    elif end < len(text):
        ends = [m.end() for m in ROUGH_END.finditer(text, window.end, end)]
        end = ends[-1] if ends else _last_word(text, window.end, end)
    start, end = _trimmed(text, start, end)
    return Span(min(start, window.start), max(end, window.end))


def _snippet(text: str, span: Span, occurrences: Sequence[Occurrence], wanted: int) -> Snippet:
    inside = [each for each in occurrences if span.start <= each.start and each.end <= span.end]
    found = united(each.span for each in inside)
    pieces: list[str] = ["…"] if _cuts_before(text, span.start) else []
    length = len(pieces)
    marks = []
    at = span.start
    for place in found:
        between = _SPACES.sub(" ", text[at : place.start])
        marked = _SPACES.sub(" ", place.of(text))
        # Counted in the line that is shown, where runs of spaces are one.
        marks.append((length + len(between), length + len(between) + len(marked)))
        pieces += [between, marked]
        length += len(between) + len(marked)
        at = place.end
    pieces.append(_SPACES.sub(" ", text[at : span.end]))
    if _cuts_after(text, span.end):
        pieces.append("…")
    return Snippet(span, "".join(pieces), tuple(marks), found, _closeness(inside, wanted))


def _closeness(inside: Sequence[Occurrence], wanted: int) -> float:
    """Return how near one another the narrowest run of all wanted words stands."""
    if wanted < 2 or len({each.leaf for each in inside}) < wanted:
        return 0.0
    best = 0.0
    for i, first in enumerate(inside):
        seen: set[int] = set()
        letters = 0
        for each in inside[i:]:
            if each.leaf not in seen:
                seen.add(each.leaf)
                letters += each.end - each.start
            if len(seen) == wanted:
                # closeness = 1 / (1 + letters between / 10): beside one another 1, ten letters
                # apart one half
                gap = max(0, each.end - first.start - letters - (wanted - 1))
                best = max(best, 1 / (1 + gap / 10))
                break
    return best


def _width(text: str) -> int:
    """Return how long a passage may be; scripts without spaces say more in a letter."""
    # From the middle: a Chinese article may begin with an English name or address.
    probe = text[len(text) // 2 : len(text) // 2 + 40]
    dense = unspaced_letters(probe) * 2 > len(probe)
    return _DENSE_PASSAGE_LETTERS if dense else PASSAGE_LETTERS


def _next_word(text: str, start: int, limit: int) -> int:
    edge = _WORD_EDGE.search(text, start, limit)
    return edge.end() if edge else start


def _last_word(text: str, start: int, end: int) -> int:
    edge = max(text.rfind(" ", start, end), text.rfind("\n", start, end))
    return edge if edge > start else end


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _cuts_before(text: str, start: int) -> bool:
    # Quotation marks may stand between a sentence's end and the passage.
    before = text[max(0, start - 8) : start].rstrip(" \"'“‘«(「『")
    return bool(before) and before[-1] not in (*END_MARKS, "\n")


def _cuts_after(text: str, end: int) -> bool:
    last = text[max(0, end - 4) : end].rstrip(" \"'”’»)」』")[-1:]
    after = text[end : end + 2].lstrip(" ")
    return bool(after) and not after.startswith("\n") and last not in END_MARKS
