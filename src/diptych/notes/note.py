# SPDX-License-Identifier: MIT
"""The reader's own words, on any number of passages."""

from __future__ import annotations

import re
import uuid
from dataclasses import replace
from datetime import UTC, datetime
from enum import StrEnum

from diptych.notes.anchor import Anchor
from diptych.patterns import late_pattern
from diptych.text.sides import Side
from diptych.values import dataclass

# A heading has a space after its sign, a colour or a place of a page something before it.
_TAG = late_pattern(r"(?:(?<=[\s(\[])|^)#([^\W\d_][\w/-]*[\w])(?![\w#])", re.MULTILINE)
# e.g. ``` … ``` or `#define`: a hash in code is no tag
_CODE = late_pattern(r"(```.*?(?:```|\Z)|`[^`\n]*`)", re.DOTALL)
_LONE_SURROGATE = late_pattern("[\ud800-\udfff]")
UNKNOWN_TIME = datetime(1970, 1, 1, tzinfo=UTC)


class Stance(StrEnum):
    """What the reader says one passage does to the other; part of the JSON contract."""

    NONE = "none"
    AGREES = "agrees"
    CONTRADICTS = "contradicts"
    DIFFERS = "differs"
    ADDS = "adds"
    QUESTION = "question"


class Colour(StrEnum):
    """The colour a note's marks take; ``none`` is the theme's own."""

    NONE = "none"
    YELLOW = "yellow"
    GREEN = "green"
    BLUE = "blue"
    RED = "red"
    VIOLET = "violet"


HIGHLIGHTS = tuple(colour for colour in Colour if colour is not Colour.NONE)
"""The colours a passage can be highlighted in."""


@dataclass(frozen=True, slots=True)
class Note:
    """The reader's Markdown on passages of one or more articles.

    Times are aware and in UTC. ``modified`` is also the version: a store refuses
    to overwrite a note whose ``modified`` is not the one the writer has seen.
    ``conflict_of`` names the note this one is the other version of.
    """

    id: str
    text: str = ""
    anchors: tuple[Anchor, ...] = ()
    stance: Stance = Stance.NONE
    tags: tuple[str, ...] = ()
    colour: Colour = Colour.NONE
    created: datetime = UNKNOWN_TIME
    modified: datetime = UNKNOWN_TIME
    deleted: datetime | None = None
    conflict_of: str = ""

    def __post_init__(self) -> None:
        # Raises ValueError for another form, as a damaged row may hold.
        uuid.UUID(self.id)
        for time in (self.created, self.modified, self.deleted):
            if time is not None and time.tzinfo is None:
                raise ValueError("a note's times need a time zone")
        if any(not tag or tag != tag.strip() for tag in self.tags):
            raise ValueError("a tag is neither empty nor padded")

    @property
    def left(self) -> Anchor | None:
        """The first passage on the left side, if any."""
        return next((a for a in self.anchors if a.side is Side.LEFT), None)

    @property
    def right(self) -> Anchor | None:
        """The first passage on the right side, if any."""
        return next((a for a in self.anchors if a.side is Side.RIGHT), None)

    @property
    def is_highlight(self) -> bool:
        """Tell whether it marks passages in a colour without saying anything of them."""
        return self.colour is not Colour.NONE and not self.text.strip()

    def same_content(self, other: Note) -> bool:
        """Tell whether the two differ in nothing but their identity and times."""
        return content(self) == content(other) and bool(self.deleted) == bool(other.deleted)


def content(note: Note) -> tuple[object, ...]:
    """Return what the reader wrote and where, without identity and times."""
    return (note.text, note.anchors, note.stance, note.tags, note.colour)


def new_note(
    text: str,
    anchors: tuple[Anchor, ...] = (),
    *,
    stance: Stance = Stance.NONE,
    tags: tuple[str, ...] = (),
    colour: Colour = Colour.NONE,
) -> Note:
    """Return a note with an identity of its own; the store sets its times."""
    return Note(
        id=str(uuid.uuid4()),
        text=text,
        anchors=anchors,
        stance=stance,
        tags=tuple(dict.fromkeys(word for tag in tags if (word := tag.strip()))),
        colour=colour,
    )


def with_tags_in_text(note: Note) -> Note:
    """Return a note that has the tags its text names too: "Ask the #harbour office"."""
    found = (word for words in _CODE.split(note.text)[::2] for word in _TAG.findall(words))
    # Parts between code have even numbers: the pattern keeps what it splits at.
    return replace(note, tags=tuple(dict.fromkeys((*note.tags, *found))))


def stamped(note: Note, now: datetime) -> Note:
    """Return a note as it is kept: storable, and with times where it has none."""
    note = storable_note(note)
    created = now if note.created == UNKNOWN_TIME else note.created
    modified = created if note.modified == UNKNOWN_TIME else note.modified
    return replace(note, created=created, modified=modified)


def storable(text: str) -> str:
    """Replace halves of surrogate pairs, which no file can hold; length is kept."""
    return _LONE_SURROGATE.sub("\ufffd", text)


def storable_note(note: Note) -> Note:
    """Return the note with every text in it storable."""
    texts = [note.text, *note.tags]
    for anchor in note.anchors:
        texts += [anchor.quote, anchor.prefix, anchor.suffix, anchor.title, *anchor.authors]
        texts += [anchor.source, anchor.path]
    # Nearly all notes: one look, and no copy is made.
    if not _LONE_SURROGATE.search("".join(texts)):
        return note
    anchors = tuple(
        replace(
            anchor,
            quote=storable(anchor.quote),
            prefix=storable(anchor.prefix),
            suffix=storable(anchor.suffix),
            title=storable(anchor.title),
            authors=tuple(map(storable, anchor.authors)),
            source=storable(anchor.source),
            path=storable(anchor.path),
        )
        for anchor in note.anchors
    )
    tags = tuple(map(storable, note.tags))
    return replace(note, text=storable(note.text), anchors=anchors, tags=tags)
