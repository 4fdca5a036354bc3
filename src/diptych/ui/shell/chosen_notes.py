# SPDX-License-Identifier: MIT
"""Tells the export which notes the reader has before them."""

from __future__ import annotations

from diptych.ui.export.presenter import ChosenNotes
from diptych.ui.notes.panel import NotesPanel
from diptych.ui.notes.state import NotesState


def chosen_notes(notes: NotesState, panel: NotesPanel) -> ChosenNotes:
    """Return the note being written and those selected in the list."""
    return ChosenNotes(notes.editing.id if notes.editing else "", panel.selected_ids())
