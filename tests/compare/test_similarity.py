# SPDX-License-Identifier: MIT
"""Nearness in meaning goes by the vectors of one encoder."""

from __future__ import annotations

import numpy as np
import pytest

from diptych.compare.similarity import Meaning, Nearness
from diptych.text.vectors import Vectors


def vectors_of(alone: list[int], encoder: str = "letters-1") -> Vectors:
    """Return vectors that point along the axes numbered."""
    return Vectors(encoder, np.eye(6, dtype=np.float32)[alone])


def test_passages_of_one_meaning_are_near() -> None:
    nearness = Nearness(Meaning(vectors_of([0, 1]), vectors_of([0, 2])))

    cosines = nearness.cosines(np.array([0, 0]), np.array([0, 1]))

    assert cosines.tolist() == [1.0, 0.0]


def test_the_passages_around_one_are_those_before_and_after_it() -> None:
    vectors = vectors_of([0, 1, 2, 3])

    assert vectors.around[1].nonzero()[0].tolist() == [0, 1, 2]
    assert np.linalg.norm(vectors.around, axis=1) == pytest.approx(1.0)


def test_vectors_of_two_encoders_never_meet() -> None:
    with pytest.raises(ValueError, match="letters-2"):
        Meaning(vectors_of([0]), vectors_of([0], "letters-2"))
