# SPDX-License-Identifier: MIT
"""What the lists and the editor show of a note."""

from __future__ import annotations

import re
from typing import NamedTuple

from diptych.notes.anchor import AnchorState
from diptych.notes.link import NoteLink
from diptych.notes.note import Colour
from diptych.text.sides import Side
from diptych.values import dataclass

_HARD_SPACE = "\u00a0"

STANCES = ("", "agrees", "contradicts", "differs", "adds", "question")
COLOURS = tuple(colour.value for colour in Colour)
GROUPINGS = ("none", "pair", "article", "tag", "stance", "date", "colour")

# What of the notes is listed: all, those with words, marks without, or those in one colour.
SORTS = ("all", "words", "highlights", *COLOURS[1:])


class QuoteRow(NamedTuple):
    """A quotation of a note: its side, the article's title, the words, page and section.

    ``source`` is the file it was made in where that is none of those that lie open.
    """

    side: Side
    title: str
    quote: str
    place: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class NoteRow:
    """One note as a card.

    ``stance`` is one of STANCES, ``state`` the worst of its anchors'.
    ``group`` is the heading above it, if any;
    ``section`` what it is grouped under, so that one note may stand in several.
    ``hue`` names the colour of its marks.
    """

    id: str
    text: str
    quotes: tuple[QuoteRow, ...] = ()
    stance: str = ""
    tags: tuple[str, ...] = ()
    when: str = ""
    state: AnchorState = AnchorState.EXACT
    group: str = ""
    section: str = ""
    hue: str = "note"
    is_highlight: bool = False  # a mark in a colour, without words
    is_copy: bool = False  # the other version of a note that was changed in two places
    links: tuple[NoteLink, ...] = ()  # to other notes; ``text`` tells their words alone


@dataclass(frozen=True, slots=True)
class NoteDraft:
    """A note as it stands in the editor."""

    id: str
    text: str = ""
    anchors: tuple[QuoteRow, ...] = ()
    stance: str = ""
    tags: tuple[str, ...] = ()
    colour: str = "none"


@dataclass(frozen=True, slots=True)
class BackupRow:
    """One copy of the notes file."""

    path: str
    when: str
    about: str


def from_where(quote: QuoteRow) -> str:
    """Return what a quotation is from: title, page and section."""
    return " · ".join(part for part in (quote.title, quote.place) if part)


def is_of(row: NoteRow, sort: str) -> bool:
    """Tell whether a note is one of those listed by one of SORTS."""
    if sort == "all":
        return True
    if sort in ("words", "highlights"):
        return row.is_highlight == (sort == "highlights")
    return row.hue == f"note-{sort}"


def tags_from(typed: str) -> tuple[str, ...]:
    """Return the tags in what was typed: split at spaces and commas, # left out, once each."""
    # "#port, ferry;night" are three tags; a hard space parts none.
    words = re.split(r"[ ,;\t]+", typed)
    tags = (word.strip("#").replace(_HARD_SPACE, " ").strip() for word in words)
    return tuple(dict.fromkeys(tag for tag in tags if tag))


def tags_shown(tags: tuple[str, ...]) -> str:
    """Return tags as they are shown: ``#one #two``; a space inside one does not part it."""
    return " ".join(f"#{tag.replace(' ', _HARD_SPACE)}" for tag in tags)
