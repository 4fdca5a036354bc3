# SPDX-License-Identifier: MIT
"""Goes to the passages of notes, and finds the notes of a passage."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from diptych.services.note_places import PlacedNote, Whereabouts
from diptych.text.article import Span
from diptych.text.sides import SIDES, Side
from diptych.ui.desk.frame import Frame
from diptych.ui.desk.pair_state import PairState
from diptych.ui.notes.state import NotesState


class NotePassages(QObject):
    """Brings the texts to a note, with its articles pinned first where they are not."""

    def __init__(self, notes: NotesState, pair: PairState, frame: Frame) -> None:
        super().__init__(frame.window)
        self._notes = notes
        self._pair = pair
        self._texts = frame.texts
        self._status = frame.status
        self._wanted = ""  # the note whose articles are being pinned
        self._missing = 0  # articles of it that the library has not
        notes.located.connect(self._pin_located)
        notes.pair_notes_changed.connect(lambda _: self._go_when_placed())

    def go_to_note(self, note_id: str) -> None:
        """Bring both panes to the passages of a note."""
        placed = self._notes.placed(note_id)
        # One of its articles is not pinned.
        if placed is None or any(not place.side for place in placed.places):
            self._notes.locate(note_id)
        else:
            self._go_to(placed)

    def _go_to(self, placed: PlacedNote) -> None:
        self._pair.remember_step(self._texts.places())
        first: dict[Side, Span] = {}
        for place in placed.places:
            if place.side and place.span is not None:
                # The first of each side is what is brought level.
                first.setdefault(place.side, place.span)
        self._texts.reveal_both(first.get(Side.LEFT), first.get(Side.RIGHT))
        for side, span in first.items():
            self._texts.put_caret(side, span.start)
        if all(place.span is None for place in placed.places):
            self._status.say(self.tr("The words of this note are gone from the article."))

    def go_to_side(self, note_id: str, side: Side) -> None:
        """Go to one passage of a note."""
        placed = self._notes.placed(note_id)
        if placed is None:
            self._notes.locate(note_id)
            return
        for place in placed.places:
            # Where it stands now, whichever side it was on when it was noted.
            if place.side == side and place.span is not None:
                self._texts.go_to(side, place.span)
                self._texts.focus(side)

    def note_at_caret(self) -> str:
        """Return the note whose passage holds the caret, the shortest first."""
        side = self._texts.focused_side()
        return note_at(self._notes.pair_notes, side, self._texts.caret_place(side))

    def note_on(self, left: Span, right: Span) -> str:
        """Return the note that stands on these passages, on both of them first."""
        spans = {Side.LEFT: left, Side.RIGHT: right}
        found = []
        for placed in self._notes.pair_notes:
            sides = {
                place.side
                for place in placed.places
                if place.side and place.span and place.span.overlaps(spans[place.side])
            }
            if sides:
                # A note on both before one on either.
                found.append((-len(sides), placed.note.id))
        return min(found)[1] if found else ""

    def _pin_located(self, found: Whereabouts) -> None:
        """Pin the articles of a note; its passages are gone to once they are placed."""
        if found.missing:
            titles = ", ".join(found.missing)
            self._status.say(self.tr("Not in the library: {0}").format(titles))
        here = dict(zip(SIDES, self._pair.pinned_ids(), strict=True))
        self._wanted = found.note_id if found.articles else ""
        self._missing = len(found.missing)
        if self._go_when_placed():
            return  # they are there already, on whichever side
        for side, (article_id, place) in found.articles.items():
            if here[side] != article_id:
                self._pair.pin(side, article_id, place=place)

    def _go_when_placed(self) -> bool:
        """Go to the wanted note once all of it that can be pinned is; tell whether it was."""
        placed = self._notes.placed(self._wanted) if self._wanted else None
        # As long as more are out of place than the library lacks, an article is on its way.
        if placed is None or sum(not place.side for place in placed.places) > self._missing:
            return False
        self._wanted = ""
        self._go_to(placed)
        return True


def note_at(notes: Sequence[PlacedNote], side: Side, at: int) -> str:
    """Return the note whose passage holds a place, the shortest first; empty for none."""
    found = [
        (len(place.span), placed.note.id)
        for placed in notes
        for place in placed.places
        if place.side == side and place.span and place.span.start <= at <= place.span.end
    ]
    return min(found)[1] if found else ""
