# SPDX-License-Identifier: MIT
"""Notes as a page of HTML, of which a document for a word processor is made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from diptych.notes.export.entries import Figures, Progress, groups
from diptych.notes.export.templates import built_in_page
from diptych.notes.note import Note


def notes_page(
    notes: Iterable[Note], figures: Figures, progress: Progress | None = None
) -> Iterator[str]:
    """Give notes as one HTML page, piece by piece."""
    sorted_in = groups(tuple(notes), figures=figures, progress=progress)
    return built_in_page("notes.html").pieces(groups=sorted_in)
