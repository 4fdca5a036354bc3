# SPDX-License-Identifier: MIT
"""Highlights: passages marked in a colour, without a note, alone or with their counterparts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject

from diptych.notes.anchor import Anchor
from diptych.notes.note import HIGHLIGHTS, Colour, Note, new_note
from diptych.services.note_places import PlacedNote
from diptych.text.article import Span
from diptych.text.sides import SIDES, Side, other_side
from diptych.ui.desk.found_matches import span_on
from diptych.ui.desk.frame import Frame
from diptych.ui.desk.pair_state import PairState
from diptych.ui.desk.whole_words import selected_words
from diptych.ui.notes.passages import note_at
from diptych.ui.notes.state import NotesState


class MarkingPresenter(QObject):
    """Marks what is selected, or what stands under the caret, in one of five colours."""

    def __init__(self, notes: NotesState, pair: PairState, frame: Frame) -> None:
        super().__init__(frame.window)
        self._notes = notes
        self._pair = pair
        self._texts = frame.texts
        self._status = frame.status
        self._preferences = frame.preferences
        self._waiting: tuple[Side, Span] | None = None  # for its counterpart
        actions = frame.actions
        for colour in HIGHLIGHTS:
            actions[f"highlight-{colour.value}"].triggered.connect(
                lambda _=False, c=colour: self.highlight(c)
            )
        actions["highlight"].triggered.connect(lambda: self.highlight(self._usual()))
        actions["mark-counterpart"].triggered.connect(self.mark_counterpart)
        self._texts.key_pressed.connect(self._key)

    def _usual(self) -> Colour:
        return Colour(self._preferences.now.highlight_colour)

    def _key(self, _: Side, letter: str) -> None:
        if letter == "H":
            self.highlight(self._usual())

    def highlight(self, colour: Colour) -> None:
        """Mark each selection in a colour; without one take the mark under the caret away."""
        spans = selected_words(self._texts, self._pair)
        side = self._texts.focused_side()
        at = self._texts.caret_place(side)
        there = note_at(self._notes.pair_notes, side, at) if not spans else ""
        placed = self._notes.placed(there) if there else None
        if placed is not None and placed.note.is_highlight:
            self._mark_again(placed.note, colour)
            return
        if not spans:
            self._status.say(self.tr("Select the words to highlight first."))
            return
        # H and Ctrl+H take it the next time.
        self._preferences.change(replace(self._preferences.now, highlight_colour=colour.value))
        for each in spans:
            self._mark([each], colour)
            self._texts.put_caret(each[0], each[1].end)  # a selection would hide the colour
        self._status.say(self.tr("Highlighted. Press H once more, or Ctrl+Z, to take it back."))

    def _mark(self, spans: Sequence[tuple[Side, Span]], colour: Colour) -> None:
        """Mark passages in a colour; what is marked takes it, or is so no longer."""
        anchors = tuple(self._notes.anchor(side, span) for side, span in spans)
        there = _highlight_on(self._notes.pair_notes, anchors)
        if there is not None:
            self._mark_again(there, colour)
        else:
            self._notes.highlight(new_note("", anchors, colour=colour))

    def _mark_again(self, highlight: Note, colour: Colour) -> None:
        """Give a mark another colour; in the colour it has already it is taken away."""
        if highlight.colour is colour:
            self._notes.delete((highlight.id,))
        else:
            self._notes.change(highlight.id, partial(replace, colour=colour))

    def mark_counterpart(self) -> None:
        """Mark the selection together with what corresponds to it on the other side."""
        spans = dict(selected_words(self._texts, self._pair))
        # Selected before this one; on the same side the new selection counts.
        if self._waiting is not None and self._waiting[0] not in spans:
            spans.update([self._waiting])
        if len(spans) == len(SIDES):
            self._mark_both(spans)
            return
        side = self._texts.focused_side()
        span = spans.get(side) or self._under_caret(side)
        across = self._counterpart_of(side, span) if span is not None else None
        if span is None:
            self._status.say(self.tr("Select words in an article first."))
        elif across is not None:
            self._mark_both({side: span, other_side(side): across})
        else:
            self._waiting = (side, span)
            self._status.say(
                self.tr("No match is found there: select it on the other side, then do this again.")
            )

    def _mark_both(self, spans: dict[Side, Span]) -> None:
        self._waiting = None
        self._mark([(side, spans[side]) for side in SIDES], self._usual())
        self._texts.reveal_both(spans[Side.LEFT], spans[Side.RIGHT])
        self._status.say(self.tr("Both passages are highlighted."))

    def _under_caret(self, side: Side) -> Span | None:
        found = self._pair.found
        numbers = found.matches_at(side, self._texts.caret_place(side))
        return span_on(found.matches[numbers[0]], side) if numbers else None

    def _counterpart_of(self, side: Side, span: Span) -> Span | None:
        """Return what the strongest match that the words lie in has on the other side."""
        found = self._pair.found
        over = [n for n in found.visible if span_on(found.matches[n], side).overlaps(span)]
        best = max(over, key=lambda n: found.matches[n].strength, default=None)
        return None if best is None else span_on(found.matches[best], other_side(side))


def _highlight_on(notes: Sequence[PlacedNote], anchors: Sequence[Anchor]) -> Note | None:
    """Return the mark without words on exactly these passages, if there is one."""
    wanted = {(a.article_id, a.start, a.end) for a in anchors}
    for placed in notes:
        note = placed.note
        if note.is_highlight and {(a.article_id, a.start, a.end) for a in note.anchors} == wanted:
            return note
    return None
