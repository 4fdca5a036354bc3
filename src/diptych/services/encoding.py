# SPDX-License-Identifier: MIT
"""Makes the meaning vectors of articles, a part at a time, in a process of its own."""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from diptych.paths import Profile

if TYPE_CHECKING:
    from diptych.services.stores import Stores


def encode_part(profile: Profile, article_id: str, encoder_name: str) -> tuple[int, int, str]:
    """Encode some sentences of an article.

    Returns how many of how many are done, and a sentence when they cannot be kept.
    Only the model that is asked for stays in memory.
    """
    from diptych.meaning.choice import installed_encoders

    stores = _stores(profile)
    encoder = next(e for e in installed_encoders() if e.name == encoder_name)
    # With both models the process takes 208 MB, with one 155 or 69.
    for other in installed_encoders():
        if other is not encoder:
            other.let_go()
    # A part, so that the lane can turn to a comparison that somebody waits for.
    done, total = stores.vectors.make_part(stores.catalogue.article(article_id), encoder)
    return done, total, stores.vectors.trouble


def level_vectors(stores: Stores, ids: Iterable[str]) -> frozenset[tuple[str, str]]:
    """Forget the vectors of all articles but these; return whose are made, by which encoder.

    Those of articles taken out stay as long as these can be put back.
    """
    removed = (entry.id for entry in stores.catalogue.removed())
    stores.vectors.forget_all_but({*ids, *removed})
    return stores.vectors.made()


@cache
def _stores(profile: Profile) -> Stores:
    from diptych.services.stores import Stores

    if hasattr(os, "nice"):
        os.nice(10)  # reading, scrolling and comparing come first
    return Stores(profile)
