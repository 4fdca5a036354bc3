# SPDX-License-Identifier: MIT
"""Places of articles as the command line takes them: ARTICLE:START-END."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from diptych.errors import UsageError
from diptych.patterns import late_pattern
from diptych.services.articles import open_article
from diptych.text.article import Article, Span

if TYPE_CHECKING:
    from diptych.services.stores import Stores

# town.md:120-164; greedy, so that a colon in a path (C:\town.md:1-9) stays in it.
PLACE = late_pattern(r"(?P<article>.+):(?P<start>\d+)-(?P<end>\d+)$", re.DOTALL)


def place_at(stores: Stores, text: str) -> tuple[Article, Path, Span]:
    """Return the article of a place, its path and the span. Raises UsageError for no place."""
    found = PLACE.match(text)
    if found is None:
        raise UsageError(f"“{text}” is not a place; write ARTICLE:START-END.")
    article, path = open_article(stores, found["article"])
    start, end = int(found["start"]), int(found["end"])
    if not start < end <= len(article.text):
        raise UsageError(
            f"{start}-{end} is not in {path}, whose text has {len(article.text)} characters."
        )
    return article, path, Span(start, end)
