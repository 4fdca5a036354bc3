# SPDX-License-Identifier: MIT
"""Joins the notes with their list, the editor, the panes and the verdicts on matches."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QTabWidget, QWidget

from diptych.notes.note import Note, Stance
from diptych.notes.store import Verdict
from diptych.text.article import Span
from diptych.ui import present
from diptych.ui.controllers.notes import NotesController, PlacedNote
from diptych.ui.controllers.pair import PairController, other_side, span_on
from diptych.ui.matches.panel import MatchesPanel
from diptych.ui.notes.editor import NoteEditor
from diptych.ui.notes.panel import NotesPanel
from diptych.ui.notes.rows import NoteDraft
from diptych.ui.reader.split_view import SIDES, SplitView
from diptych.ui.status import StatusLine
from diptych.ui.wiring.reading import ReadingWiring

NOTES_TAB = 2


class NotesWiring(QObject):
    """Begins, shows, saves and exports notes; accepts and rejects matches."""

    def __init__(
        self,
        notes: NotesController,
        pair: PairController,
        *,
        reading: ReadingWiring,
        split: SplitView,
        panel: NotesPanel,
        editor: NoteEditor,
        matches: MatchesPanel,
        tabs: QTabWidget,
        status: StatusLine,
        actions: Mapping[str, QAction],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._notes = notes
        self._pair = pair
        self._reading = reading
        self._split = split
        self._panel = panel
        self._editor = editor
        self._matches = matches
        self._tabs = tabs
        self._status = status
        self._actions = actions
        self._window = window
        self._scope = "pair"
        self._verdict_undo: list[tuple[int, str]] = []
        self._connect()

    def _connect(self) -> None:
        notes, pair, panel, editor = self._notes, self._pair, self._panel, self._editor
        pair.pinned.connect(lambda *_: self._follow_pair())
        pair.cleared.connect(lambda _: self._follow_pair())
        pair.compared.connect(self._load_verdicts)
        pair.sharpened.connect(self._read_verdicts)
        notes.pair_notes_changed.connect(self._show_pair_notes)
        notes.all_notes_changed.connect(lambda _: self._show_list())
        notes.opened.connect(self._open)
        notes.saved.connect(self._saved)
        notes.deleted.connect(self._deleted)
        notes.verdicts_loaded.connect(self._take_verdicts)
        notes.written.connect(lambda path: self._status.say(self.tr("Written to {0}").format(path)))
        notes.failed.connect(self._status.say)
        notes.said.connect(self._status.say)
        panel.note_chosen.connect(self.go_to_note)
        panel.edit_requested.connect(notes.edit)
        panel.delete_requested.connect(notes.delete)
        panel.go_requested.connect(self.go_to_side)
        panel.export_requested.connect(self.export)
        panel.new_requested.connect(self.begin)
        panel.scope_changed.connect(self._set_scope)
        editor.draft_changed.connect(self._save)
        editor.closed.connect(self._close)
        editor.delete_requested.connect(self._delete_open)
        editor.add_side_requested.connect(self._add_side)
        self._matches.note_requested.connect(self._note_on_match)
        self._matches.accept_requested.connect(lambda n: self._judge(n, "accepted"))
        self._matches.reject_requested.connect(lambda n: self._judge(n, "rejected"))
        self._split.note_chosen.connect(notes.edit)
        self._split.key_pressed.connect(self._key)
        actions = self._actions
        actions["note"].triggered.connect(self.begin)
        actions["export-pair"].triggered.connect(self.export)
        actions["undo"].triggered.connect(self._undo)
        actions["redo"].triggered.connect(notes.redo)
        actions["accept"].triggered.connect(lambda: self._judge(pair.current, "accepted"))
        actions["reject"].triggered.connect(lambda: self._judge(pair.current, "rejected"))

    # The pair and its notes

    def _follow_pair(self) -> None:
        pinned = {side: self._pair.sides[side] for side in SIDES}
        self._notes.set_pair(
            {side: (p.article, p.path) for side, p in pinned.items() if p is not None}
        )

    def _show_pair_notes(self, placed: tuple[PlacedNote, ...]) -> None:
        self._reading.show_notes(placed)
        self._show_list()

    def _set_scope(self, scope: str) -> None:
        self._scope = scope
        self._show_list()

    def _show_list(self) -> None:
        placed = {p.note.id: p for p in self._notes.pair_notes}
        if self._scope == "pair":
            rows = [present.note_row(p.note, p) for p in self._notes.pair_notes]
        else:
            rows = [present.note_row(n, placed.get(n.id)) for n in self._notes.all_notes]
        self._panel.show_notes(rows)
        count = len(self._notes.pair_notes)
        words = self.tr("Notes {0}").format(count) if count else self.tr("Notes")
        self._tabs.setTabText(NOTES_TAB, words)

    # Writing

    def begin(self) -> None:
        """Begin a note on the selection, else on the current match, else on the sentence."""
        spans = self._selected()
        if not spans and self._pair.current >= 0:
            match = self._pair.matches[self._pair.current]
            spans = [("left", match.left), ("right", match.right)]
        if not spans:
            spans = self._at_caret()
        if not spans:
            self._status.say(self.tr("Select words in an article, or choose a match, to note on."))
            return
        self._notes.create(spans)

    def _selected(self) -> list[tuple[str, Span]]:
        found = [(side, self._split.panes[side].view.selected_span()) for side in SIDES]
        return [(side, span) for side, span in found if span is not None]

    def _at_caret(self) -> list[tuple[str, Span]]:
        side = self._split.focused_side()
        view = self._split.panes[side].view
        pinned = self._pair.sides[side]
        if pinned is None or not view.hasFocus():
            return []
        place = view.caret_place()
        for block in pinned.article.blocks:
            if block.span.start <= place < block.span.end:
                return [(side, block.span)]
        return []

    def _note_on_match(self, number: int) -> None:
        match = self._pair.matches[number]
        self._pair.choose(number)
        self._notes.create([("left", match.left), ("right", match.right)])

    def _open(self, placed: PlacedNote) -> None:
        note = placed.note
        self._editor.open_note(
            NoteDraft(
                note.id,
                note.text,
                present.quote_rows(note),
                present.stance_value(note),
                note.tags,
            )
        )
        self._editor.show()
        self._editor.focus_text()
        self._actions["toggle-panel"].setChecked(True)

    def _save(self, draft: NoteDraft) -> None:
        editing = self._notes.editing
        if editing is not None and editing.id == draft.id:
            self._notes.save(draft.text, Stance(draft.stance or Stance.NONE), draft.tags)

    def _saved(self, note: Note) -> None:
        self._editor.show_saved(present.when(note.modified))
        self._status.show_saved(present.when(note.modified))

    def _close(self) -> None:
        self._notes.close()
        self._editor.hide()
        side = self._split.focused_side()
        self._split.panes[side].view.setFocus()

    def _delete_open(self, note_id: str) -> None:
        self._notes.delete(note_id)
        self._editor.hide()

    def _deleted(self, note: Note) -> None:
        self._status.say(self.tr("The note was deleted. Ctrl+Z brings it back."))
        del note

    def _add_side(self, side: str) -> None:
        span = self._split.panes[side].view.selected_span() if side in SIDES else None
        if span is None:
            self._status.say(self.tr("Select the passage on the other side first."))
        else:
            self._notes.add_passage(side, span)

    def flush(self) -> None:
        """Save what is being written (the window closes)."""
        self._editor.flush()

    # Going to a note's passages

    def go_to_note(self, note_id: str) -> None:
        """Bring both panes to the passages of a note."""
        placed = self._notes.placed(note_id)
        if placed is None:
            self._pin_articles_of(note_id)
            return
        self._pair.remember_step(self._split.places())
        for place in placed.places:
            if place.side and place.span is not None:
                self._split.panes[place.side].reveal(place.span)

    def go_to_side(self, note_id: str, side: str) -> None:
        """Go to one passage of a note."""
        placed = self._notes.placed(note_id)
        if placed is None:
            self._pin_articles_of(note_id)
            return
        for place in placed.places:
            if place.anchor.side.value == side and place.side and place.span is not None:
                self._split.panes[place.side].reveal(place.span)
                self._split.panes[place.side].view.setFocus()

    def open_note(self, note_id: str) -> None:
        """Open a note together with the articles it quotes (a link was followed)."""
        self._notes.edit(note_id)
        self._pin_wanted = note_id

    def _pin_articles_of(self, note_id: str) -> None:
        note = next((n for n in self._notes.all_notes if n.id == note_id), None)
        if note is None:
            return
        for anchor in note.anchors[:2]:
            self._pair.pin(anchor.side.value, anchor.article_id, place=anchor.start)

    def _key(self, side: str, letter: str) -> None:
        if letter == "N":
            self.begin()
        elif letter == "A" and self._pair.current >= 0:
            self._judge(self._pair.current, "accepted")
        elif letter == "X" and self._pair.current >= 0:
            self._judge(self._pair.current, "rejected")
        elif letter == "O":
            self._split.panes[other_side(side)].view.setFocus()

    # Verdicts

    def _load_verdicts(self) -> None:
        if self._pair.comparison is not None:
            self._verdict_undo.clear()
            self._read_verdicts()

    def _read_verdicts(self) -> None:
        self._notes.load_verdicts(*self._pair.pinned_ids())

    def _take_verdicts(self, stored: Mapping[tuple[str, str], Verdict]) -> None:
        verdicts = {
            number: stored[quotes].value
            for number in range(len(self._pair.matches))
            if (quotes := self._quotes(number)) in stored
        }
        self._pair.set_verdicts(verdicts)

    def _quotes(self, number: int) -> tuple[str, str]:
        match = self._pair.matches[number]
        texts = []
        for side in SIDES:
            pinned = self._pair.sides[side]
            span = span_on(match, side)
            texts.append("" if pinned is None else " ".join(span.of(pinned.article.text).split()))
        return texts[0], texts[1]

    def _judge(self, number: int, verdict: str) -> None:
        if not 0 <= number < len(self._pair.matches):
            self._status.say(self.tr("Choose a match first."))
            return
        before = self._pair.verdicts.get(number, "")
        self._set_verdict(number, "" if before == verdict else verdict)
        self._verdict_undo.append((number, before))
        if verdict == "rejected" and before != verdict:
            self._status.say(self.tr("Match rejected. Ctrl+Z takes it back."))

    def _set_verdict(self, number: int, verdict: str) -> None:
        verdicts = {**self._pair.verdicts, number: verdict}
        if not verdict:
            del verdicts[number]
        self._pair.set_verdicts(verdicts)
        left, right = self._pair.pinned_ids()
        kept = Verdict(verdict) if verdict else None
        self._notes.set_verdict((left, right), self._quotes(number), kept)

    def _undo(self) -> None:
        if self._verdict_undo:
            number, before = self._verdict_undo.pop()
            self._set_verdict(number, before)
        else:
            self._notes.undo()

    # Export

    def export(self) -> None:
        """Ask where to write the pair's notes, or all when no pair is pinned."""
        both = all(self._pair.sides.values())
        suggested = Path.home() / (self.tr("Notes on a pair.md") if both else self.tr("Notes.md"))
        name, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Export notes"), str(suggested), self.tr("Markdown (*.md)")
        )
        if name:
            self._notes.export(Path(name), pair_only=both)
