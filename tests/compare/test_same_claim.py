# SPDX-License-Identifier: MIT
"""How strongly passages correspond by what encoders say of them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from compare.articles import article
from diptych.compare.comparison import Meaning
from diptych.compare.reading import read
from diptych.compare.same_claim import score_cells
from diptych.compare.same_facts import FactTable
from diptych.compare.values import Relation
from diptych.text.vectors import Vectors

LEFT = read(article("Boats wait at dawn.\nNobody mends the tall crane.\nFares stay as they are."))
RIGHT = read(article("A crane stood broken.\nTickets cost no more.\nShips lie idle at sunrise."))


def meaning(encoder: str, rows: list[int]) -> Meaning:
    """Return vectors by which each left passage means the right one of that number."""
    left = np.eye(3, dtype=np.float32)
    right = np.eye(3, dtype=np.float32)[rows]
    return Meaning(Vectors(encoder, left), Vectors(encoder, right))


def score(*meanings: Meaning) -> NDArray[np.float32]:
    facts = FactTable(LEFT, RIGHT, quoted_words=8)
    return score_cells(LEFT, RIGHT, facts, relation=Relation.VOICES, meanings=meanings).score


def test_a_third_encoder_is_heard() -> None:
    usual = [meaning("tongues-1", [1, 2, 0]), meaning("claims-1", [1, 2, 0])]

    agreeing = score(*usual, meaning("claims-2", [1, 2, 0])).reshape(3, 3)
    denying = score(*usual, meaning("claims-2", [0, 1, 2])).reshape(3, 3)

    assert agreeing[0, 2] > denying[0, 2]


def test_words_with_signs_do_not_make_two_titles_one_claim() -> None:
    hindi = [
        read(article("हिन्दी समाचार और दैनिक लेख", language="hi")),
        read(article("नौका विद्यालय की पुरानी दीवार", language="hi")),
    ]

    assert not {w.stem for w in hindi[0].words[0]} & {w.stem for w in hindi[1].words[0]} - {""}
