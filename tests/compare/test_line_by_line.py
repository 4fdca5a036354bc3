# SPDX-License-Identifier: MIT
"""The same text says the same in long paragraphs and with each sentence in a line of its own."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from diptych.compare.comparison import compare
from diptych.compare.signs import Pairs, of_meaning
from diptych.compare.similarity import Meaning
from diptych.text.article import Article
from diptych.text.vectors import Vectors
from made_articles import article_of

HARBOUR = [
    "The council closed the old harbour bridge on Monday after cracks were found in two arches.",
    "Engineers from Halden say that the repair will take until the spring of 2027.",
    "Shopkeepers on the quay fear for their trade.",
    "A ferry will carry people across the water every twenty minutes.",
    "The mayor promised that nobody would have to pay for the crossing.",
    "Buses are led around the town by the northern road.",
]
LETTER = [
    "Whoever has crossed the harbour bridge knew that its arches had cracks.",
    "It is closed now, and the ferry that carries us across the water comes three times an hour.",
    "That the mayor lets us cross without paying is the least he owes us.",
    "Nobody has asked the fishermen, who built the first bridge with their own hands.",
    "Engineers tell us to wait until spring; the council has told us that before.",
]


def vectors(count: int, seed: int) -> Vectors:
    rows = np.random.default_rng(seed).normal(0.5, 1, (count, 8)).astype(np.float32)
    return Vectors("use-made-up", rows / np.linalg.norm(rows, axis=1, keepdims=True))


def in_paragraphs(sentences: Sequence[str]) -> Article:
    return article_of([" ".join(sentences[:3]), " ".join(sentences[3:])])


def test_by_words_every_pair_is_as_strong() -> None:
    long = compare(in_paragraphs(HARBOUR), in_paragraphs(LETTER))
    short = compare(article_of(HARBOUR), article_of(LETTER))

    assert len(long.matches) > 3
    assert [m.strength for m in long.matches] == pytest.approx([m.strength for m in short.matches])


@pytest.mark.parametrize("owners", [[0, 0, 0, 1, 1, 1], [0, 1, 2, 3, 4, 5], [0, 0, 0, 0, 0, 0]])
def test_how_long_paragraphs_are_lifts_no_pair(owners: list[int]) -> None:
    pairs = Pairs(np.repeat(np.arange(6), 5), np.tile(np.arange(5), 6), (6, 5))
    meaning = Meaning(vectors(6, 1), vectors(5, 2))

    told = of_meaning(pairs, (np.array(owners), np.array([0, 0, 1, 1, 2])), meaning)

    assert told["paragraph"].mean() == pytest.approx(0, abs=1e-6)
