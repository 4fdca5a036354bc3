# SPDX-License-Identifier: MIT
"""A formula is told from a sentence that has figures in it."""

from __future__ import annotations

import pytest

from diptych.text.formulas import is_formula


@pytest.mark.parametrize("line", ["H = Hs + Hl (2)", "Vij = α + βDij", "∑ xi ≤ 4n"])
def test_signs_set_against_one_another_are_a_formula(line: str) -> None:
    assert is_formula(line)


@pytest.mark.parametrize(
    "line",
    ["The water was 2 °C colder.", "With p = 0.04 the quay sank faster than the pier did."],
)
def test_a_sentence_with_a_sign_in_it_is_none(line: str) -> None:
    assert not is_formula(line)
