# SPDX-License-Identifier: MIT
"""A note as the command line prints it with ``--json``."""

from __future__ import annotations

from collections.abc import Callable

from diptych.notes.anchor import LOST, Anchor, resolve
from diptych.notes.note import Note
from diptych.notes.rows import time_text

TextOf = Callable[[Anchor], str | None]


def note_json(note: Note, text_of: TextOf) -> dict[str, object]:
    """Return the note as plain values.

    ``text_of`` gives the article's text as it is now, None when it is not at
    hand; the passage is ``lost`` then. ``start`` and ``end`` are where the words
    are now, or were when they are lost.
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
        "anchors": [_anchor_json(anchor, text_of) for anchor in note.anchors],
    }


def _anchor_json(anchor: Anchor, text_of: TextOf) -> dict[str, object]:
    text = text_of(anchor)
    found = LOST if text is None else resolve(anchor, text)
    span = found.span or anchor.span
    return {
        "side": anchor.side.value,
        "article": anchor.article_id,
        "title": anchor.title,
        "source": anchor.source,
        "path": anchor.path,
        "quote": anchor.quote,
        "start": span.start,
        "end": span.end,
        "state": found.state.value,
    }
