# SPDX-License-Identifier: MIT
"""A denial is told where one side negates what the other says, and not otherwise."""

from __future__ import annotations

import pytest
from tests.compare.articles import article

from diptych.compare.comparison import Stance, compare

REST = "\nGulls circled over the quiet market square.\nA painter sold small pictures of boats."
OTHER = "\nThe baker closed early because of the snow.\nChildren skated on the frozen canal."


def stance(left: str, right: str) -> Stance:
    comparison = compare(article(left + REST), article(right + OTHER))
    return next(
        (m.evidence.stance for m in comparison.matches if m.shown and m.left.start == 0),
        Stance.UNKNOWN,
    )


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "The ferry company will bid for the night service again.",
            "The ferry company will not bid for the night service again.",
        ),
        (
            "The harbour cannot be settled in one call.",
            "The harbour was settled in one call.",
        ),
    ],
)
def test_negated_claim_is_a_denial(left: str, right: str) -> None:
    assert stance(left, right) is Stance.DENIES


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "The ferry company will bid for the night service again.",
            "The ferry company is going to bid for the night service again.",
        ),
        (
            "The ferry company will not bid for the night service.",
            "The ferry company will not bid for the night service again.",
        ),
        (
            "The ferry company will bid for the night service.",
            "The ferry company will bid not only for the night service.",
        ),
        (
            "The Contractor may employ other workmen with the consent of the Client.",
            "The Contractor may not employ other workmen without the consent of the Client.",
        ),
    ],
)
def test_agreement_is_no_denial(left: str, right: str) -> None:
    assert stance(left, right) is Stance.UNKNOWN


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "Don`t lay up treasures for yourselves on the earth of this land.",
            "Lay not up treasures for yourselves on the earth of this land.",
        ),
        (
            "Surely you are not greater than the ferryman who dug this deep well.",
            "Are you greater than the ferryman who dug this deep well?",
        ),
        (
            "The harbour office has no boats to lend to the visitors this summer.",
            "The harbour office has not boats to lend to the visitors this summer.",
        ),
    ],
)
def test_other_words_for_the_same_are_no_denial(left: str, right: str) -> None:
    assert stance(left, right) is Stance.UNKNOWN
