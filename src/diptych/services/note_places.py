# SPDX-License-Identifier: MIT
"""Where the passages of notes stand now: in the pinned articles, or elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from diptych.notes.anchor import Anchor, AnchorState
from diptych.notes.note import Note
from diptych.services.note_articles import Opened, QuotedArticles
from diptych.text.article import Span
from diptych.text.sides import Side
from diptych.values import dataclass

if TYPE_CHECKING:
    from diptych.services.note_sections import Sections
    from diptych.services.stores import Stores


@dataclass(frozen=True, slots=True)
class AnchorPlace:
    """Where one anchor of a note stands now; no span when its words are gone."""

    side: Side | None  # of the pinned pair, None when the article is not pinned
    anchor: Anchor
    span: Span | None
    state: AnchorState


@dataclass(frozen=True, slots=True)
class PlacedNote:
    """A note with the present places of its anchors."""

    note: Note
    places: tuple[AnchorPlace, ...]


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """The articles of a note that are in the library, by side, with the place to begin at."""

    note_id: str
    articles: Mapping[Side, tuple[str, int]]
    missing: tuple[str, ...] = ()  # titles


def place_note(note: Note, articles: Mapping[Side, Opened]) -> PlacedNote:
    """Find the anchors of a note in the pinned articles, each on its own side first."""
    return PlacedNote(note, tuple(_place(anchor, articles) for anchor in note.anchors))


def notes_on(
    stores: Stores, articles: Mapping[Side, Opened], sections: Sections
) -> tuple[PlacedNote, ...]:
    """Return the notes with a passage in one of the pinned articles."""
    ids = sorted({id_ for article in articles.values() for id_ in article.ids})
    # By id first, which the file has an index for; only these notes' words are looked for.
    notes = sections.told(stores, stores.notes.notes_on(ids))
    placed = (place_note(note, articles) for note in notes)
    return tuple(each for each in placed if any(place.side for place in each.places))


def locate(stores: Stores, note_id: str) -> Whereabouts:
    """Find the articles of a note, wherever their files went."""
    note, shelf = stores.notes.note(note_id), QuotedArticles(stores)
    here = stores.catalogue.ids()
    found: dict[Side, tuple[str, int]] = {}
    missing = []
    for anchor in note.anchors:
        article = shelf.article_of(anchor)
        if article is None or article.id not in here:
            missing.append(anchor.title or anchor.path)
        # A note may quote several places of one side; it opens at the first.
        elif anchor.side not in found:
            found[anchor.side] = (article.id, anchor.start)
    return Whereabouts(note_id, found, tuple(missing))


def _place(anchor: Anchor, articles: Mapping[Side, Opened]) -> AnchorPlace:
    # The pair may be pinned the other way round than when the note was written.
    for side in dict.fromkeys((anchor.side, *Side)):
        found = articles[side].place(anchor) if side in articles else None
        if found is not None:
            return AnchorPlace(side, anchor, found.span, found.state)
    return AnchorPlace(None, anchor, None, AnchorState.EXACT)
