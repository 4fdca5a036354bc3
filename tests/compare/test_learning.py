# SPDX-License-Identifier: MIT
"""What the reader accepts lifts its like, and no more than that."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diptych.compare.learning import MOST, relearned
from diptych.compare.values import Evidence, Kind, Match, SharedFact
from diptych.text.article import Span

FACT = (SharedFact("figure", "41,000", "41,000"),)


def match(at: int, *, wording: float = 0.0, facts: bool = False, strength: float = 0.5) -> Match:
    evidence = Evidence(wording=wording, facts=FACT if facts else ())
    span = Span(at, at + 1)
    return Match(Kind.SAME_CLAIM, span, span, strength, strength, True, evidence)


WITH_FACTS = [match(n, facts=True) for n in range(3)]
WITHOUT = [match(n + 3, wording=0.4) for n in range(3)]
MATCHES = (*WITH_FACTS, *WITHOUT)


def strengths(verdicts: dict[int, bool]) -> list[float]:
    return [m.strength for m in relearned(MATCHES, verdicts)]


def test_without_verdicts_nothing_moves() -> None:
    assert relearned(MATCHES, {}) == MATCHES


def test_accepting_a_match_lifts_its_like() -> None:
    after = strengths({0: True})

    assert after[1] > 0.5 > after[4]


def test_rejecting_a_match_sinks_its_like() -> None:
    after = strengths({0: False})

    assert after[1] < 0.5 < after[4]


def test_more_verdicts_move_more() -> None:
    assert strengths({0: True, 1: True, 3: False})[2] > strengths({0: True})[2]


def test_what_is_judged_keeps_its_strength() -> None:
    assert strengths({0: True, 3: False})[0] == 0.5


def test_verdicts_that_contradict_each_other_cancel_out() -> None:
    assert strengths({0: True, 1: False}) == [0.5] * 6


@pytest.mark.parametrize("verdicts", [{99: True}, {-1: False}])
def test_a_verdict_on_no_match_moves_nothing(verdicts: dict[int, bool]) -> None:
    assert relearned(MATCHES, verdicts) == MATCHES


@given(
    st.lists(st.tuples(st.floats(-1, 1), st.booleans(), st.floats(0, 1)), max_size=9),
    st.dictionaries(st.integers(0, 8), st.booleans()),
)
def test_no_match_moves_far_or_off_the_scale(
    made: list[tuple[float, bool, float]], verdicts: dict[int, bool]
) -> None:
    matches = [match(n, wording=w, facts=f, strength=s) for n, (w, f, s) in enumerate(made)]

    for before, after in zip(matches, relearned(matches, verdicts), strict=True):
        assert 0 <= after.strength <= 1
        assert abs(after.strength - before.strength) <= MOST + 1e-4
