# SPDX-License-Identifier: MIT
"""A note as the command line prints it with ``--json``."""

from __future__ import annotations

from collections.abc import Callable

from diptych.notes.anchor import LOST, Anchor
from diptych.notes.note import Note
from diptych.notes.resolution import resolve
from diptych.notes.rows import time_text
from diptych.text.article import Article

ArticleOf = Callable[[Anchor], Article | None]


def note_json(note: Note, article_of: ArticleOf) -> dict[str, object]:
    """Return the note as plain values.

    ``article_of`` gives the anchor's article as it is now, None when it is not at
    hand; the passage is ``lost`` then. ``start`` and ``end`` are where the words
    are now, in ``article``, or were when they are lost.
    """
    return {
        "id": note.id,
        "text": note.text,
        "stance": note.stance.value,
        "tags": list(note.tags),
        "colour": note.colour.value,
        "created": time_text(note.created),
        "modified": time_text(note.modified),
        "deleted": time_text(note.deleted) if note.deleted else None,
        "conflict_of": note.conflict_of or None,
        "anchors": [_anchor_json(anchor, article_of) for anchor in note.anchors],
    }


def _anchor_json(anchor: Anchor, article_of: ArticleOf) -> dict[str, object]:
    article = article_of(anchor)
    found = LOST if article is None else resolve(anchor, article.text)
    span = found.span or anchor.span
    return {
        "side": anchor.side.value,
        "article": anchor.article_id if article is None else article.id,
        "title": anchor.title,
        "source": anchor.source,
        "path": anchor.path,
        "quote": anchor.quote,
        "page": anchor.page or None,
        "section": list(anchor.section),
        "start": span.start,
        "end": span.end,
        "state": found.state.value,
    }
