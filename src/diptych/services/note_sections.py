# SPDX-License-Identifier: MIT
"""Under which headings a note's passage stands now, in which paragraph, in which line of verse.

It is told anew each time and not kept with the note: a heading may be changed in the
file, and notes written before sections were told have theirs too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from diptych.notes.anchor import Anchor
from diptych.notes.note import Note
from diptych.notes.resolution import resolve
from diptych.text.headings import Heading, headings, section_at
from diptych.text.paragraphs import Paragraphs
from diptych.text.verse import line_at, verse_lines
from diptych.values import dataclass

if TYPE_CHECKING:
    from diptych.services.stores import Stores
    from diptych.text.article import Article


@dataclass(frozen=True, slots=True)
class _Parts:
    """What the places of an article are told by."""

    headings: tuple[Heading, ...]
    lines: Mapping[int, int]
    paragraphs: Paragraphs


class Sections:
    """Tells sections; of each article the headings are read once and kept."""

    def __init__(self) -> None:
        # An id names what a text holds, so that neither can grow old.
        self._parts: dict[str, _Parts] = {}
        self._places: dict[tuple[str, Anchor], int | None] = {}

    def told(self, stores: Stores, notes: Iterable[Note]) -> tuple[Note, ...]:
        """Return the notes with the sections of their passages."""
        # Walking to the latest version asks the database; once for each article is enough.
        latest = cache(stores.catalogue.versions.latest)

        def told(anchor: Anchor) -> Anchor:
            if not anchor.article_id or not anchor.quote:
                return replace(anchor, section=(), line=0)
            return self._told(stores, anchor, latest(anchor.article_id))

        return tuple(replace(note, anchors=tuple(map(told, note.anchors))) for note in notes)

    def _told(self, stores: Stores, anchor: Anchor, latest: str) -> Anchor:
        parts = self._parts_of(stores, latest)
        if parts is None:
            return replace(anchor, section=(), line=0)
        place = anchor.start
        if latest != anchor.article_id:
            place_now = self._place(stores, anchor, latest)
            if place_now is None:
                return replace(anchor, section=(), line=0)
            place = place_now
        return replace(
            anchor,
            section=section_at(parts.headings, place),
            line=line_at(parts.lines, place),
            paragraph=parts.paragraphs.number_at(place),
        )

    def _parts_of(self, stores: Stores, id_: str) -> _Parts | None:
        if id_ not in self._parts:
            # Only the text that is kept: to read a file again may take seconds.
            article = stores.catalogue.stored(id_)
            if article is None:
                return None  # it may be on its way into the library
            self._parts[id_] = _Parts(headings(article), verse_lines(article), Paragraphs(article))
        return self._parts[id_]

    def _place(self, stores: Stores, anchor: Anchor, latest: str) -> int | None:
        """Return where the words stand in a newer version of their article."""
        key = latest, anchor
        if key not in self._places:
            article: Article | None = stores.catalogue.stored(latest)
            span = resolve(anchor, article.text).span if article is not None else None
            self._places[key] = None if span is None else span.start
        return self._places[key]
