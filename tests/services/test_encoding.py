# SPDX-License-Identifier: MIT
"""Vectors are kept as long as there may be an article for them."""

from __future__ import annotations

from tests.meaning.counting_encoder import CountingEncoder

from diptych.services.articles import entries, remove, restore
from diptych.services.encoding import level_vectors
from diptych.services.stores import Stores
from services.conftest import opened


def test_an_article_put_back_has_the_meaning_that_was_read(stores: Stores) -> None:
    article, _ = opened(stores, "boat")
    stores.vectors.make(article, CountingEncoder("tongues-1"))

    remove(stores, [article.id])
    level_vectors(stores, [entry.id for entry in entries(stores)])
    restore(stores, [article.id])

    made = level_vectors(stores, [entry.id for entry in entries(stores)])
    assert made == {(article.id, "tongues-1")}


def test_vectors_of_an_article_that_is_nowhere_go(stores: Stores) -> None:
    article, _ = opened(stores, "boat")
    stores.vectors.make(article, CountingEncoder("tongues-1"))

    others = [entry.id for entry in entries(stores) if entry.id != article.id]

    assert not level_vectors(stores, others)
