# SPDX-License-Identifier: MIT
"""A comparison holds both ways."""

from __future__ import annotations

from tests.compare.test_comparison import LEFT, RIGHT, compared

from diptych.compare.mirrored import mirrored
from diptych.compare.values import Match
from diptych.text.article import united


def test_exchanged_twice_it_is_what_it_was() -> None:
    found = compared(every_pair=True)
    assert mirrored(mirrored(found)) == found


def test_it_is_what_comparing_the_other_way_finds() -> None:
    there, back = mirrored(compared()), compared(RIGHT, LEFT)
    assert {told(match) for match in there.matches} == {told(match) for match in back.matches}
    assert (there.only_left, there.only_right) == (back.only_left, back.only_right)
    assert (there.left_passages, there.coverage_left) == (back.left_passages, back.coverage_left)


def test_a_shared_word_is_told_as_the_left_passage_writes_it() -> None:
    match = mirrored(compared()).matches[0]
    right = match.left.of(RIGHT)
    assert match.evidence.shared_words
    assert all(word.written in right for word in match.evidence.shared_words)


def told(match: Match) -> tuple[object, ...]:
    """Return all of a match but the order in which its facts were met."""
    evidence = match.evidence
    words, facts = frozenset(evidence.shared_words), frozenset(evidence.facts)
    marks = united(evidence.left_marks), united(evidence.right_marks)
    return match.left, match.right, match.strength, match.saying, words, facts, marks
