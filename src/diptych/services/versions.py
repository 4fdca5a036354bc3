# SPDX-License-Identifier: MIT
"""The version an article had before its file was changed, as an article of its own."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from diptych.errors import LibraryError
from diptych.services.articles import readable_text
from diptych.services.indexing import add_files
from diptych.services.pasting import keep_text
from diptych.services.shelving import Correction, correct
from diptych.values import dataclass

if TYPE_CHECKING:
    from diptych.services.stores import Stores
    from diptych.text.article import Article


@dataclass(frozen=True, slots=True)
class BothVersions:
    """The ids of an article as it was and as it is."""

    before: str
    now: str


def open_version_before(stores: Stores, article_id: str) -> BothVersions:
    """Put the text an article had before into the library, once, and return both ids.

    Raises LibraryError when no earlier text of it is kept.
    """
    now = stores.catalogue.versions.latest(article_id)
    for earlier in stores.catalogue.versions.earlier(now):
        article = stores.catalogue.stored(earlier)
        # The youngest whose text is kept.
        if article is not None:
            return BothVersions(_as_article(stores, article, earlier), now)
    raise LibraryError("No earlier version of this article is kept.")


def _as_article(stores: Stores, article: Article, earlier: str) -> str:
    # The end makes it another content than a file with the same words, which has an id of its
    # own.
    path = keep_text(stores, _plain(article), end="\n\n\n")
    report = add_files(stores, [path])
    taken = (*report.added, *report.unchanged, *report.updated)
    if not taken:
        raise LibraryError("No earlier version of this article is kept.")
    # The day it came in with these words tells the two apart in every list.
    added = stores.catalogue.added_at(earlier)
    day = datetime.fromtimestamp(added).date().isoformat()
    title = f"{article.title} ({day})"
    correct(
        stores,
        taken[0].id,
        Correction(title=title, authors=article.authors, date=article.date, source=article.source),
    )
    return taken[0].id


def _plain(article: Article) -> str:
    """Return what is read of an article, its paragraphs apart."""
    text = readable_text(article)
    blocks = (" ".join(block.span.of(text).split()) for block in article.blocks)
    return "\n\n".join(block for block in blocks if block)
