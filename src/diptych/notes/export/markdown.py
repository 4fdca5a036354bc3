# SPDX-License-Identifier: MIT
"""Notes as Markdown, with their quotes and sources."""

from __future__ import annotations

from collections.abc import Iterable

from diptych.notes.export.entries import Figures, Progress
from diptych.notes.export.formats import Format, Wish, text_of
from diptych.notes.note import Note


def to_markdown(
    notes: Iterable[Note], *, figures: Figures | None = None, progress: Progress | None = None
) -> str:
    """Return the notes as one CommonMark document, grouped by pair."""
    return text_of(notes, Wish(Format.COMMONMARK, figures=figures, progress=progress))
