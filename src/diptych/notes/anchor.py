# SPDX-License-Identifier: MIT
"""Where in an article a note belongs, told so that it survives changes of the article."""

from __future__ import annotations

import re
from dataclasses import field, replace
from enum import StrEnum

from diptych.text.article import Article, Span
from diptych.text.paragraphs import Paragraphs, block_at
from diptych.text.sentence_ends import ROUGH_END
from diptych.text.sides import Side
from diptych.values import dataclass

CONTEXT = 32  # characters kept on each side at least
_TO_SENTENCE = 208  # and as many more to reach the edge of a sentence
MOST_CONTEXT = 512  # looked at to tell one of several equal quotes from the others
_LONG = 2_000  # characters; so much does not stand twice by accident
# What a reader counts with a finger; headings and captions are not among them.


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
    when it was anchored, 0 when unknown. ``short_name`` is that of the article, ``section``
    the headings above the passage, the outermost first, ``line`` its line of verse, 0 of
    none; these are told anew by the library each time and not kept.
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
    short_name: str = field(default="", compare=False)
    section: tuple[str, ...] = field(default=(), compare=False)
    line: int = field(default=0, compare=False)

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}-{self.end}")
        if min(self.page, self.paragraph, self.times) < 0:
            raise ValueError("page, paragraph and times are never negative")

    @property
    def span(self) -> Span:
        """The place the quote had when it was anchored."""
        return Span(self.start, self.end)


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
        short_name=article.short_name,
        authors=article.authors,
        source=article.source,
        date=article.date,
        path=path,
        page=page_at(article, start),
        paragraph=Paragraphs(article).number_at(start),
        times=_times(quote, text),
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


def _surroundings(text: str, start: int, end: int) -> tuple[str, str]:
    """Return the text before and after, each as much as it takes to stand only once."""
    quote = text[start:end]
    prefix = suffix = ""
    least = CONTEXT
    # Doubled until the words with their surroundings stand once: a quote in a list of
    # look-alikes needs more of them than one in prose.
    while least <= MOST_CONTEXT:
        prefix = _prefix(text, start, least)
        if not _repeats(prefix + quote, text):
            break
        least *= 2
    least = CONTEXT
    while least <= MOST_CONTEXT:
        suffix = _suffix(text, end, least)
        if not _repeats(quote + suffix, text):
            break
        least *= 2
    return prefix, suffix


def _repeats(words: str, text: str) -> bool:
    # From the second letter of the first place on, so that overlapping ones count.
    return text.find(words, text.find(words) + 1) >= 0


def _prefix(text: str, start: int, least: int) -> str:
    nearest = max(0, start - least)
    earliest = max(0, nearest - _TO_SENTENCE)
    # To the edge of a sentence where one is near: half a sentence is told apart less well.
    ends = [match.end() for match in ROUGH_END.finditer(text, earliest, start)]
    fitting = [end for end in ends if end <= nearest]
    if fitting:
        return text[fitting[-1] : start]
    # The text's own edge is an edge of a sentence too.
    return text[earliest:start] if earliest == 0 else text[nearest:start]


def _suffix(text: str, end: int, least: int) -> str:
    farthest = min(len(text), end + least)
    latest = min(len(text), farthest + _TO_SENTENCE)
    ends = [match.end() for match in ROUGH_END.finditer(text, end, latest)]
    fitting = [place for place in ends if place >= farthest]
    if fitting:
        return text[end : fitting[0]].rstrip()
    return text[end:latest] if latest == len(text) else text[end:farthest]


def page_at(article: Article, start: int) -> int:
    """Return the page a place is on, 0 when unknown."""
    at = block_at(article, start)
    return (article.blocks[at].page or 0) if at >= 0 else 0


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


def _times(quote: str, text: str) -> int:
    """Count where the quote stands, on one line or broken anywhere.

    A sentence that an edit leaves out may stand again across a line break; that
    is no place to take without asking.
    """
    words = quote.split()
    if len(words) < 2 or len(quote) > _LONG:
        return len(occurrences(quote, text))
    broken = re.compile(r"\s+".join(map(re.escape, words)))
    return max(len(occurrences(quote, text)), len(broken.findall(text)))


def occurrences(quote: str, text: str, *, limit: int = 1000) -> list[int]:
    """Return where ``quote`` starts in ``text``, overlapping ones too."""
    found: list[int] = []
    start = text.find(quote) if quote else -1
    while start >= 0 and len(found) < limit:
        found.append(start)
        start = text.find(quote, start + 1)
    return found
