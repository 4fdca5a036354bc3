# SPDX-License-Identifier: MIT
"""However pairs of passages are gone through, their words weigh the same."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diptych.compare.cells import hub_height, ranks
from diptych.compare.counts import TokenCounts, gram_counts, token_counts
from diptych.compare.weights import Field

PASSAGES = st.lists(st.lists(st.sampled_from("abcdefgh"), max_size=6), min_size=1, max_size=6)


def grid(height: int, width: int) -> tuple[np.ndarray, np.ndarray]:
    return np.repeat(np.arange(height), width), np.tile(np.arange(width), height)


def field(left: list[list[str]], right: list[list[str]]) -> Field:
    return Field(token_counts(left), token_counts(right))


def test_tokens_are_numbered_as_they_are_met() -> None:
    assert list(token_counts([["b", "a"], ["a", "c"]]).ids) == ["b", "a", "c"]


def test_a_token_standing_twice_weighs_more() -> None:
    counts = token_counts([["a", "b", "a"]])

    assert counts.weights.tolist() == pytest.approx([1 + np.log(2), 1.0])


def test_letters_are_counted_inside_words() -> None:
    assert list(gram_counts([["ab"]]).ids) == [" ab", "ab ", " ab "]


def test_the_same_words_have_a_cosine_of_one() -> None:
    rows, columns = grid(1, 1)

    assert field([["a", "b"]], [["b", "a"]]).cosines_of(rows, columns) == pytest.approx([1.0])


@settings(deadline=None)  # the first one loads what the others find loaded
@given(PASSAGES, PASSAGES)
def test_a_part_of_the_pairs_weighs_as_in_all_of_them(
    left: list[list[str]], right: list[list[str]]
) -> None:
    known, (rows, columns) = field(left, right), grid(len(left), len(right))
    some = slice(0, len(rows) - 1)

    assert np.allclose(
        known.cosines_of(rows, columns)[some],
        known.cosines_of(rows[some], columns[some]),
        atol=1e-6,
    )


@settings(deadline=None)  # the first one loads what the others find loaded
@given(PASSAGES, PASSAGES)
def test_sides_swapped_weigh_the_same(left: list[list[str]], right: list[list[str]]) -> None:
    there = field(left, right).cosines_of(*grid(len(left), len(right)))
    back = field(right, left).cosines_of(*grid(len(right), len(left)))

    assert np.allclose(there.reshape(len(left), -1), back.reshape(len(right), -1).T, atol=1e-6)


@settings(deadline=None)  # the first one loads what the others find loaded
@given(PASSAGES, PASSAGES)
def test_names_stand_under_their_numbers(left: list[list[str]], right: list[list[str]]) -> None:
    known = field(left, right)
    told = [known.names[column] for column in known.right.columns]

    assert sorted(told) == sorted(token for passage in right for token in set(passage))


SHAPES = st.tuples(st.integers(1, 7), st.integers(1, 7))


@settings(deadline=None)  # the first one loads what the others find loaded
@given(SHAPES, st.integers(0, 3), st.integers(1, 8))
def test_every_pair_ranks_as_pairs_picked_out(
    shape: tuple[int, int], seed: int, reach: int
) -> None:
    rows, columns = grid(*shape)
    # Few different values, so that there are ties.
    values = np.random.default_rng(seed).integers(0, 4, len(rows)).astype(np.float32)
    wider = shape[0], shape[1] + 1  # the pairs are then no longer all there are

    assert ranks(rows, values, shape).tolist() == ranks(rows, values, wider).tolist()
    assert ranks(columns, values, shape[::-1]).tolist() == (
        ranks(columns, values, (shape[1], shape[0] + 1)).tolist()
    )
    assert np.allclose(
        hub_height(rows, columns, values, shape, reach=min(reach, *shape)),
        hub_height(rows, columns, values, wider, reach=min(reach, *shape)),
    )


def test_a_passage_that_matches_everything_stands_high() -> None:
    rows, columns = grid(2, 3)
    score = np.array([0.9, 0.9, 0.9, 0.9, 0.0, 0.0], np.float32)

    height = hub_height(rows, columns, score, (2, 3), reach=3)

    assert height[0] > height[5]


def test_counting_nothing_is_no_error() -> None:
    empty: TokenCounts = token_counts([[], []])

    assert len(empty) == 2 and len(Field(empty, empty).rarity) == 0
