# SPDX-License-Identifier: MIT
"""Two articles woven into one column: nothing is lost, nothing that both say stands twice."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from tests.compare.articles import article

from diptych.compare.comparison import compare
from diptych.compare.values import Comparison, Evidence, Kind, Match
from diptych.compare.weave import Voice, told, weave
from diptych.text.article import Article, Span
from diptych.text.sides import SIDES, Side

LEFT = """The council of Tarnholm voted on Monday to close the old grain harbour.
Divers found a cracked pile under the eastern pier. Nobody had looked there since spring.
The night boat carried 41,000 passengers last year."""
RIGHT = """A regatta is planned for the summer. It will cross the sound.
On Monday the council of Tarnholm voted to close the old grain harbour.
A dredger from abroad was hired for the channel.
Last year the night boat carried 46,000 passengers."""


def woven(order: Side = Side.LEFT) -> list[tuple[Voice, str]]:
    sides = {Side.LEFT: article(LEFT), Side.RIGHT: article(RIGHT)}
    strands = weave(compare(*sides.values()), *sides.values(), order=order)
    return [(s.voice, told(sides[s.told_by], s.spans(s.told_by))) for s in strands]


def test_what_both_say_stands_once_and_the_rest_where_it_belongs() -> None:
    lines = LEFT.split("\n")
    other = RIGHT.split("\n")

    assert woven() == [
        (Voice.RIGHT, other[0]),
        (Voice.BOTH, lines[0]),
        (Voice.RIGHT, other[2]),
        (Voice.LEFT, lines[1]),
        (Voice.BOTH, lines[2]),
    ]


def test_what_is_only_related_is_told_by_either_side() -> None:
    sides = {Side.LEFT: article(LEFT), Side.RIGHT: article(RIGHT)}
    whole = compare(*sides.values())
    first = whole.left_passages[0]
    faded = tuple(
        replace(m, kind=Kind.SAME_CLAIM, strength=0.55, evidence=Evidence())
        for m in whole.matches
        if m.left == first
    )

    strands = weave(replace(whole, matches=faded), *sides.values())

    assert faded
    assert {strand.voice for strand in strands} == {Voice.LEFT, Voice.RIGHT}


def test_in_the_order_of_the_right_its_words_tell_what_both_say() -> None:
    told_by_right = [words for voice, words in woven(Side.RIGHT) if voice is Voice.BOTH]

    assert told_by_right == [RIGHT.split("\n")[1], RIGHT.split("\n")[3]]


def sentences(count: int) -> tuple[Article, tuple[Span, ...]]:
    text = "\n".join(f"Sentence {n}." for n in range(count))
    made = article(text)
    return made, tuple(block.span for block in made.blocks)


def crossed(left: tuple[Span, ...], right: tuple[Span, ...]) -> Comparison:
    """Return a comparison whose matches cross, overlap and meet the same passage twice."""
    pairs = [
        ((0, 0), (9, 9)),
        ((1, 3), (2, 4)),
        ((2, 2), (7, 7)),
        ((5, 6), (4, 4)),
        ((9, 9), (4, 5)),
    ]
    matches = tuple(
        Match(
            Kind.SAME_CLAIM,
            Span(left[a].start, left[b].end),
            Span(right[c].start, right[d].end),
            0.5,
            0.9 - n / 10,
            True,
        )
        for n, ((a, b), (c, d)) in enumerate(pairs)
    )
    return Comparison(matches, (), (), left, right)


@pytest.mark.parametrize("order", SIDES)
def test_every_passage_is_told_once_or_is_the_counterpart_of_one_that_is(order: Side) -> None:
    (left, left_spans), (right, right_spans) = sentences(10), sentences(12)

    strands = weave(crossed(left_spans, right_spans), left, right, order=order)

    for side, spans in ((Side.LEFT, left_spans), (Side.RIGHT, right_spans)):
        assert {s for strand in strands for s in strand.spans(side)} == set(spans)
        own = [s for strand in strands if strand.told_by == side for s in strand.spans(side)]
        assert len(own) == len(set(own))
    following = [s.spans(order)[0] for s in strands if s.told_by == order]
    assert all(a < b for a, b in pairwise(following))


def test_a_pair_without_a_match_is_told_one_after_the_other() -> None:
    (left, left_spans), (right, right_spans) = sentences(2), sentences(2)

    strands = weave(Comparison((), (), (), left_spans, right_spans), left, right)

    assert [s.voice for s in strands] == [Voice.RIGHT] * 2 + [Voice.LEFT] * 2
