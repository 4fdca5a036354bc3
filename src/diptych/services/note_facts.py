# SPDX-License-Identifier: MIT
"""Notes with their articles called as the reader called them last.

A note remembers title, author and date of its article; what is corrected in the
library later reaches the exports and the Markdown copy from here.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from diptych.notes.anchor import Anchor
from diptych.notes.note import Note
from diptych.services.note_sections import Sections

if TYPE_CHECKING:
    from diptych.library.entry import Entry
    from diptych.services.stores import Stores


def as_corrected(stores: Stores, notes: Iterable[Note]) -> tuple[Note, ...]:
    """Return the notes with what the library knows by now of the articles they quote.

    That is what each is called, and the section that the passage stands in.
    """
    entries = {entry.id: entry for entry in stores.catalogue.entries()}
    # Walking to the latest version asks the database; once for each article is enough.
    latest = cache(stores.catalogue.versions.latest)

    def told(anchor: Anchor) -> Anchor:
        id_ = anchor.article_id
        entry = entries.get(latest(id_)) if id_ else None
        return anchor if entry is None else _called(anchor, entry)

    corrected = [replace(note, anchors=tuple(map(told, note.anchors))) for note in notes]
    return Sections().told(stores, corrected)


def state_of_facts(stores: Stores) -> str:
    """Name what the library says of its articles, so that a change of it is noticed."""
    told = hashlib.sha256()
    for entry in stores.catalogue.entries():
        facts = (entry.id, entry.called, entry.authors, entry.source, entry.date)
        told.update(repr(facts).encode("utf-8", "replace"))
    return told.hexdigest()[:16]


def _called(anchor: Anchor, entry: Entry) -> Anchor:
    return replace(
        anchor,
        # An empty one is no correction: the note may know what the file does not say.
        title=entry.title or anchor.title,
        short_name=entry.short_name,
        authors=entry.authors or anchor.authors,
        source=entry.source or anchor.source,
        date=entry.date or anchor.date,
    )
