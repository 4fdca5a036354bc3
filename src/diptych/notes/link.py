# SPDX-License-Identifier: MIT
"""Addresses of notes, and of quotes on the web."""

from __future__ import annotations

import re
import uuid
from urllib.parse import quote, urlsplit

from diptych.errors import UsageError
from diptych.notes.anchor import Anchor
from diptych.patterns import late_pattern
from diptych.values import dataclass

SCHEME = "diptych"
_LONGEST_FRAGMENT = 200
# Left as they are: reserved characters have a meaning in an address, % is encoded already.
_URL_CHARACTERS = "%/:=&?~#+!$,;'@()*[]"

# diptych://note/ and the 36 characters of a note's id
_ADDRESS = rf"{SCHEME}://note/([0-9a-f]{{8}}(?:-[0-9a-f]{{4}}){{3}}-[0-9a-f]{{12}})"
# [its words](<diptych://note/…>), and an address that was pasted
_A_LINK = rf"\[((?:[^\[\]\\]|\\.)*)\]\(<?{_ADDRESS}>?\)|<?{_ADDRESS}>?"
_LINK = late_pattern(_A_LINK, re.IGNORECASE)
_ANY_ADDRESS = late_pattern(_ADDRESS, re.IGNORECASE)
_ESCAPE = late_pattern(r"\\([\[\]\\])")
# The line of a list that has nothing but a link on it.
_LINE_OF_A_LINK = late_pattern(
    rf"^[ \t]*[-*+][ \t]+(?:{_A_LINK})[ \t]*$\n?", re.IGNORECASE | re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class NoteLink:
    """A link of a note to another one, and what the note calls it; empty if it does not."""

    note_id: str
    words: str


def note_link(note_id: str) -> str:
    """Return the address under which Diptych opens the note."""
    return f"{SCHEME}://note/{note_id}"


def note_in_link(link: str) -> str:
    """Return the id of the note a ``diptych://`` address names; UsageError when none."""
    try:
        parts = urlsplit(link)
        name = parts.path.strip("/")
        if (parts.scheme.lower(), parts.netloc) == (SCHEME, "note"):
            return str(uuid.UUID(name))
    except ValueError:
        pass
    raise UsageError(
        "{link} is not an address of a note, such as {example}.",
        link=link[:200],
        example=note_link("…"),
    )


def ids_in(text: str) -> set[str]:
    """Return the ids of the notes that a text names the addresses of, as a page we wrote does."""
    return {note_id.lower() for note_id in _ANY_ADDRESS.findall(text)}


def links_of(text: str) -> tuple[NoteLink, ...]:
    """Return the links of a note's text to other notes, each note once."""
    found: dict[str, NoteLink] = {}
    for link in _LINK.finditer(text):
        note_id = (link[2] or link[3]).lower()
        found.setdefault(note_id, NoteLink(note_id, _words_of(link)))
    return tuple(found.values())


def without_links(text: str) -> str:
    """Return a note's text as it is read: of a link its words, of a line of one nothing."""
    return _LINK.sub(_words_of, _LINE_OF_A_LINK.sub("", text)).strip()


def _words_of(link: re.Match[str]) -> str:
    return _ESCAPE.sub(r"\1", link[1] or "").strip()


def web_link(anchor: Anchor) -> str:
    """Return an address that shows the quote in a browser; empty without a web source.

    The quote is told as a text fragment (WICG Scroll to Text Fragment).
    """
    if not anchor.source.startswith(("http://", "https://")):
        return ""
    address = quote(anchor.source.split("#")[0], safe=_URL_CHARACTERS)
    words = anchor.quote.split()
    if not words:
        return address
    if len(anchor.quote) <= _LONGEST_FRAGMENT:
        return f"{address}#:~:text={_fragment(words)}"
    # textStart,textEnd: browsers find the range between the two.
    return f"{address}#:~:text={_fragment(words[:5])},{_fragment(words[-5:])}"


def _fragment(words: list[str]) -> str:
    text = " ".join(words)[:_LONGEST_FRAGMENT]
    # A hyphen parts prefix and suffix in a text fragment.
    return quote(text, safe="", errors="replace").replace("-", "%2D")
