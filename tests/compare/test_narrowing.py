# SPDX-License-Identifier: MIT
"""What is hidden of a comparison counts nowhere."""

from __future__ import annotations

from tests.compare.test_comparison import LEFT, RIGHT, compared

from diptych.compare.narrowing import narrowed


def test_a_passage_whose_matches_are_hidden_stands_only_here() -> None:
    whole = compared()
    shown = [n for n, match in enumerate(whole.matches) if match.shown]
    hidden, *kept = shown

    told = narrowed(whole, kept)

    match = whole.matches[hidden]
    assert [m for m in told.matches if m.shown] == [whole.matches[n] for n in kept]
    assert match.left.of(LEFT) in {o.span.of(LEFT) for o in told.only_left if o.shown}
    assert match.right.of(RIGHT) in {o.span.of(RIGHT) for o in told.only_right if o.shown}


def test_coverage_is_that_of_what_is_kept() -> None:
    whole = compared()
    shown = [n for n, match in enumerate(whole.matches) if match.shown]

    assert narrowed(whole, shown).coverage_left == whole.coverage_left
    assert narrowed(whole, ()).coverage_left == 0.0
    assert 0 < narrowed(whole, shown[:1]).coverage_right < whole.coverage_right
