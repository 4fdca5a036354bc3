# SPDX-License-Identifier: MIT
"""Passages of notes whose words changed or are gone, until the reader settles them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diptych.notes.anchor import LOST, Anchor, Resolution
from diptych.notes.note import Note
from diptych.services.note_articles import SURE, QuotedArticles, gone_articles
from diptych.text.article import Article
from diptych.values import dataclass

if TYPE_CHECKING:
    from diptych.services.stores import Stores

LOOKED_AT = 300  # notes; more than that nobody settles in one sitting


@dataclass(frozen=True, slots=True)
class Trouble:
    """One passage that is fuzzy or lost; without an article it is not in the library."""

    note: Note
    index: int  # of the anchor
    article: Article | None
    found: Resolution

    @property
    def anchor(self) -> Anchor:
        """The passage as it was."""
        return self.note.anchors[self.index]


def find_troubles(stores: Stores) -> tuple[Trouble, ...]:
    """Return the passages without a sure place, the lost ones last.

    An article whose content is in the library holds its quotes where they were:
    only notes on others need be looked at.
    """
    from diptych.notes.resolution import resolve  # loads numpy

    quotations = stores.notes.quotations
    here = stores.catalogue.ids()
    away = (frozenset(quotations.article_ids()) - here) | gone_articles(stores)
    # Most starts: no text is read then.
    if not away:
        return ()
    shelf, settled = QuotedArticles(stores), quotations.placeless()
    found = []
    for note in stores.notes.notes_on(away, limit=LOOKED_AT):
        for index, anchor in enumerate(note.anchors):
            # The other side of a pair may stand where it was.
            if anchor.article_id not in away:
                continue
            article = shelf.article_of(anchor)
            answer = LOST if article is None else resolve(anchor, article.text)
            # With the article: the same passage is asked about again once the file has changed.
            key = (note.id, anchor.quote, article.id if article else "")
            if answer.state not in SURE and key not in settled:
                found.append(Trouble(note, index, article, answer))
    # False sorts before True: what can be settled with a look comes first.
    return tuple(sorted(found, key=lambda trouble: trouble.found.span is None))


def leave_placeless(stores: Stores, trouble: Trouble) -> None:
    """Leave a passage without a place, and do not ask again while its article stays so."""
    article_id = trouble.article.id if trouble.article else ""
    stores.notes.quotations.leave_placeless(trouble.note.id, trouble.anchor.quote, article_id)
