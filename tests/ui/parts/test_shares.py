# SPDX-License-Identifier: MIT
"""A share in per cent promises no more than there is."""

from __future__ import annotations

import pytest

from diptych.ui.parts.shares import percent


@pytest.mark.parametrize(
    ("share", "told"), [(1.0, 100), (0.9995, 99), (0.874, 87), (0.0004, 1), (0.0, 0)]
)
def test_all_is_told_of_all_alone(share: float, told: int) -> None:
    assert percent(share) == told
