# SPDX-License-Identifier: MIT
"""Joins the notes of the pair with the texts and the list of matches."""

from __future__ import annotations

from PySide6.QtCore import QObject

from diptych.services.note_places import PlacedNote
from diptych.ui.desk.frame import Frame
from diptych.ui.desk.marks import Layer, SideMark
from diptych.ui.desk.present import note_hue
from diptych.ui.matches.presenter import MatchesPresenter
from diptych.ui.notes.state import NotesState


class NotesInTexts(QObject):
    """Marks the passages that notes stand on, and the matches that lie there."""

    def __init__(self, notes: NotesState, matches: MatchesPresenter, frame: Frame) -> None:
        super().__init__(frame.window)
        self._matches = matches
        self._texts = frame.texts
        notes.pair_notes_changed.connect(self._show)

    def _show(self, notes: tuple[PlacedNote, ...]) -> None:
        marks = [
            SideMark(place.side, note_hue(placed.note), place.span, placed.note.id)
            for placed in notes
            for place in placed.places
            if place.side and place.span is not None
        ]
        self._texts.mark(Layer.NOTES, marks)
        self._matches.show_noted([(mark.side, mark.span) for mark in marks])
