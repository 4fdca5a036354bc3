# SPDX-License-Identifier: MIT
"""Every encoder has a weight of its own."""

from __future__ import annotations

import pytest

from diptych.compare.blend import blend_for
from diptych.compare.values import Relation


@pytest.mark.parametrize("relation", Relation)
@pytest.mark.parametrize("across", [False, True])
@pytest.mark.parametrize("encoders", range(5))
def test_there_are_as_many_weights_as_encoders(
    relation: Relation, across: bool, encoders: int
) -> None:
    blend = blend_for(relation, encoders=encoders, across_languages=across)

    assert len(blend.meaning) == encoders


def test_more_encoders_share_what_two_weigh() -> None:
    two, three = (blend_for(Relation.VOICES, encoders=n, across_languages=False) for n in (2, 3))

    assert sum(three.meaning) == pytest.approx(sum(two.meaning))
    assert all(three.meaning)
