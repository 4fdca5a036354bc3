# SPDX-License-Identifier: MIT
"""Two articles woven into one column: what both say once, what only one says beside it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field, replace
from enum import StrEnum

from diptych.compare.values import Comparison, Match
from diptych.text.article import Article, Span
from diptych.text.sides import Side, other_side
from diptych.values import dataclass


class Voice(StrEnum):
    """Who says it; the values are part of the JSON contract."""

    BOTH = "both"
    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Strand:
    """One piece of the column; spans are code points of each article, in order.

    What both say is told in the words of the side ``told_by``; ``match`` is its number
    in the comparison, -1 for what one says alone. No passage is told twice, but one that
    corresponds to two on the other side stands as the counterpart of both.
    """

    voice: Voice
    told_by: Side
    left: tuple[Span, ...] = ()
    right: tuple[Span, ...] = ()
    match: int = -1

    def spans(self, side: Side) -> tuple[Span, ...]:
        """Return what the strand holds of a side."""
        return self.left if side == Side.LEFT else self.right


def weave(
    comparison: Comparison, left: Article, right: Article, *, order: Side = Side.LEFT
) -> tuple[Strand, ...]:
    """Return all passages of both articles as one column, in the order of one of them.

    What only the other says stands behind what it stands behind there.
    """
    passages = {Side.LEFT: comparison.left_passages, Side.RIGHT: comparison.right_passages}
    loom = _Loom(passages, order)
    # What is only related stands on either side: to tell it once puts words in a mouth.
    numbered = [
        (n, match)
        for n, match in enumerate(comparison.matches)
        if match.shown and (match.is_agreement or match.is_difference)
    ]
    # Strongest first: what two matches claim is told by the stronger.
    for number, match in sorted(numbered, key=lambda item: (-item[1].strength, item[0])):
        loom.take(number, match)
    articles = {Side.LEFT: left, Side.RIGHT: right}
    return tuple(_in_paragraphs(loom.column(), articles))


@dataclass(slots=True)
class _Thread:
    """A strand in the making: the passages of each side, by number."""

    told_by: Side
    match: int
    passages: dict[Side, list[int]] = field(default_factory=dict)


class _Loom:
    """Gives every passage the strand in which it is told."""

    def __init__(self, passages: dict[Side, tuple[Span, ...]], order: Side) -> None:
        self._passages = passages
        self._starts = {side: [s.start for s in spans] for side, spans in passages.items()}
        self._order, self._across = order, other_side(order)
        self._told: dict[Side, dict[int, _Thread]] = {Side.LEFT: {}, Side.RIGHT: {}}

    def take(self, number: int, match: Match) -> None:
        """Tell a match, as far as a stronger one has not told its passages."""
        mine = {Side.LEFT: self._within(Side.LEFT, match.left)}
        mine[Side.RIGHT] = self._within(Side.RIGHT, match.right)
        new = {side: [n for n in ns if n not in self._told[side]] for side, ns in mine.items()}
        if not any(new.values()):
            return
        # A strand is told by the side whose order the column has, as far as it has a passage
        # there.
        told_by = self._order if new[self._order] else self._across
        # A side all told before lends its passages again, as counterparts only.
        thread = _Thread(told_by, number, {side: new[side] or mine[side] for side in mine})
        for side, numbers in new.items():
            self._told[side].update(dict.fromkeys(numbers, thread))

    def column(self) -> Iterator[Strand]:
        """Yield the strands in order."""
        behind: dict[int, list[Strand]] = {}
        # -1: before the first passage of the order's side.
        place = -1
        for number, strand in self._strands(self._across):
            thread = self._told[self._across].get(number)
            if thread is not None and thread.told_by == self._order:
                # Said by both: what comes next on the other side stands behind it.
                place = thread.passages[self._order][0]
            elif strand is not None:
                behind.setdefault(place, []).append(strand)
        yield from behind.get(-1, ())
        for number, strand in self._strands(self._order):
            if strand is not None:
                yield strand
            yield from behind.get(number, ())

    def _strands(self, side: Side) -> Iterator[tuple[int, Strand | None]]:
        """Yield each passage of a side with the strand that begins there, if one does."""
        for number, span in enumerate(self._passages[side]):
            thread = self._told[side].get(number)
            if thread is None:
                yield number, _alone(side, span)
            elif thread.told_by == side and thread.passages[side][0] == number:
                yield number, self._strand(thread)
            else:
                yield number, None

    def _strand(self, thread: _Thread) -> Strand:
        left, right = (
            tuple(self._passages[side][n] for n in thread.passages[side])
            for side in (Side.LEFT, Side.RIGHT)
        )
        return Strand(Voice.BOTH, thread.told_by, left, right, thread.match)

    def _within(self, side: Side, span: Span) -> list[int]:
        starts = self._starts[side]
        return list(range(bisect_left(starts, span.start), bisect_left(starts, span.end)))


def _alone(side: Side, span: Span) -> Strand:
    is_left = side == Side.LEFT
    voice = Voice.LEFT if is_left else Voice.RIGHT
    return Strand(voice, side, (span,) if is_left else (), () if is_left else (span,))


def _in_paragraphs(strands: Iterable[Strand], articles: dict[Side, Article]) -> Iterator[Strand]:
    """Join what one says alone in neighbouring sentences of one paragraph."""
    before: Strand | None = None
    for strand in strands:
        if before is not None and _goes_on(before, strand, articles):
            before = replace(
                before, left=before.left + strand.left, right=before.right + strand.right
            )
            continue
        if before is not None:
            yield before
        before = strand
    if before is not None:
        yield before


def _goes_on(before: Strand, strand: Strand, articles: dict[Side, Article]) -> bool:
    if strand.voice is Voice.BOTH or strand.voice is not before.voice:
        return False
    last, first = before.spans(strand.told_by)[-1], strand.spans(strand.told_by)[0]
    between = articles[strand.told_by].text[last.end : first.start]
    # A line break parts them, and so does anything that lies between.
    return first.start >= last.end and "\n" not in between and not between.strip()


def told(article: Article, spans: Sequence[Span]) -> str:
    """Return what a strand says of an article, on one line and without markup."""
    return " ".join(word for span in spans for word in article.reading_of(span).split())
