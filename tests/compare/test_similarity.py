# SPDX-License-Identifier: MIT
"""Nearness in meaning goes by a passage and by what stands around it."""

from __future__ import annotations

import numpy as np
import pytest

from diptych.compare.similarity import Meaning, Nearness
from diptych.text.vectors import Vectors


def vectors_of(alone: list[int], around: list[int], encoder: str = "letters-1") -> Vectors:
    """Return vectors that point along the axes numbered, for alone and around."""
    axes = np.eye(6, dtype=np.float32)
    return Vectors(encoder, axes[alone], axes[around])


def cosine(left: Vectors, right: Vectors, row: int, column: int, *, around: float) -> float:
    nearness = Nearness(Meaning(left, right), around=around)
    return float(nearness.cosines(np.array([row]), np.array([column]))[0])


def test_a_passage_by_itself_is_compared_by_itself() -> None:
    left, right = vectors_of([0, 1], [2, 3]), vectors_of([0, 1], [4, 5])

    assert cosine(left, right, 0, 0, around=0.0) == pytest.approx(1.0)
    assert cosine(left, right, 0, 1, around=0.0) == pytest.approx(0.0)


def test_the_context_has_its_share() -> None:
    left, right = vectors_of([0], [2]), vectors_of([1], [2])

    assert cosine(left, right, 0, 0, around=0.7) == pytest.approx(0.7, abs=1e-5)


def test_the_context_reaches_past_the_next_passage() -> None:
    left = vectors_of([0, 0, 0], [2, 3, 4])
    right = vectors_of([1, 1, 1], [5, 4, 5])

    assert cosine(left, right, 1, 1, around=1.0) > 0.1
    assert cosine(left, right, 0, 1, around=1.0) == pytest.approx(0.0, abs=1e-6)


def test_vectors_of_two_encoders_never_meet() -> None:
    with pytest.raises(ValueError, match="letters-2"):
        Meaning(vectors_of([0], [0]), vectors_of([0], [0], "letters-2"))
