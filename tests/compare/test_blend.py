# SPDX-License-Identifier: MIT
"""Every encoder is heard."""

from __future__ import annotations

import numpy as np
from tests.compare.articles import article

from diptych.compare.blend import blend_for
from diptych.compare.comparison import compare
from diptych.compare.similarity import Meaning
from diptych.compare.values import Options
from diptych.text.vectors import Vectors


def test_of_two_versions_meaning_has_a_weight_only_where_there_are_vectors() -> None:
    weights = [blend_for(encoders=n, across_languages=False).meaning for n in (0, 1, 3)]

    assert weights[0] == 0 < weights[1] == weights[2]


def test_a_second_encoder_of_one_sort_moves_the_scores() -> None:
    text = "The quay leaks.\nRain fell.\nNobody came."
    one, other = (np.roll(np.eye(3, 4, dtype=np.float32), by, axis=1) for by in (0, 1))
    meanings = [
        Meaning(Vectors(name, one), Vectors(name, rows))
        for name, rows in (("tongues-1", one), ("tongues-2", other))
    ]
    left, right = article(text), article(text.replace("Nobody", "Everyone"))

    def scores(count: int) -> list[float]:
        found = compare(left, right, Options(every_pair=True), meanings=meanings[:count])
        return sorted(match.score for match in found.matches)

    assert scores(1) != scores(2)
