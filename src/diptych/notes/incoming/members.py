# SPDX-License-Identifier: MIT
"""Reading JSON that someone else wrote, whatever it turns out to hold."""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping
from datetime import UTC, datetime

from diptych.errors import NoteError
from diptych.notes.note import UNKNOWN_TIME, storable

_NAMES = uuid.UUID("4c8a55a2-0d4f-4a6e-8f0b-9b8c1f7f2b60")


def parse(text: str) -> object:
    """Return the JSON document; NoteError when it is none."""
    try:
        # Windows programs put a byte order mark first, which JSON does not know.
        document: object = json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise NoteError("This is not JSON: {error}.", error=error) from error
    return document


def mapping(value: object) -> Mapping[str, object]:
    """Return the object, or an empty one."""
    return value if isinstance(value, dict) else {}


def listed(value: object) -> list[object]:
    """Return the list; a single thing is a list of one, nothing is none."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def string(value: object) -> str:
    """Return the text, or an empty one."""
    return storable(value) if isinstance(value, str) else ""


def number(value: object) -> int:
    """Return the number if it can be a place or a page, or 0."""
    # Not isinstance: True is an int. 2^53 is where JavaScript's whole numbers end.
    return value if type(value) is int and 0 <= value < 2**53 else 0


def moment(value: object) -> datetime:
    """Return the time of an ISO 8601 text, in UTC; unknown when it is none."""
    try:
        time = datetime.fromisoformat(string(value))
        return (time if time.tzinfo else time.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return UNKNOWN_TIME


def identity(program: str, name: str) -> str:
    """Return the id a note of another program always gets."""
    # The same each time, so that the next export of that program changes the note and adds
    # none.
    return str(uuid.uuid5(_NAMES, f"{program}:{name}"))
