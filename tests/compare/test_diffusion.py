# SPDX-License-Identifier: MIT
"""Passages alike inside one article share their scores; others keep theirs."""

from __future__ import annotations

import numpy as np
import pytest

from diptych.compare.diffusion import lent, shares_of
from diptych.text.vectors import Vectors


def vectors_of(rows: list[list[float]]) -> Vectors:
    unit = np.array(rows, np.float32)
    unit = unit / np.linalg.norm(unit, axis=1, keepdims=True)
    return Vectors("letters-1", unit, unit)


def test_the_nearest_passage_has_the_greatest_share() -> None:
    shares = shares_of([vectors_of([[1, 0], [0.9, 0.1], [0, 1]])])

    assert shares[0, 1] > 0.99 > shares[0, 2]


def test_a_passage_lends_itself_nothing_and_the_shares_make_one() -> None:
    rows = np.random.default_rng(7).normal(size=(20, 5)).tolist()

    shares = shares_of([vectors_of(rows), vectors_of(rows)])

    assert not shares.diagonal().any()
    assert shares.sum(axis=1) == pytest.approx(1.0)
    assert ((shares > 0).sum(axis=1) == 6).all()


def test_a_passage_without_any_other_has_no_shares() -> None:
    assert shares_of([vectors_of([[1, 0]])]).tolist() == [[0.0]]


def test_what_one_passage_scores_goes_to_its_look_alike() -> None:
    score = np.array([[0.0, 0.0], [0.8, 0.0], [0.0, 0.0]], np.float32)
    left = shares_of([vectors_of([[1, 0], [0.99, 0.01], [0, 1]])])
    right = shares_of([vectors_of([[1, 0], [0, 1]])])

    given = lent(score, left, right)

    assert given[0, 0] == pytest.approx(0.4, abs=0.01)
    assert given[2, 1] == pytest.approx(0.0, abs=0.01)
