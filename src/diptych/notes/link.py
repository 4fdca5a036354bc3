# SPDX-License-Identifier: MIT
"""Addresses of notes, and of quotes on the web."""

from __future__ import annotations

import uuid
from urllib.parse import quote, urlsplit

from diptych.errors import UsageError
from diptych.notes.anchor import Anchor

SCHEME = "diptych"
_LONGEST_FRAGMENT = 200
# Left as they are: reserved characters have a meaning in an address, % is encoded already.
_URL_CHARACTERS = "%/:=&?~#+!$,;'@()*[]"


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
