# SPDX-License-Identifier: MIT
"""Joins the notes with their list, the editor, the panes and the verdicts on matches."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from diptych.notes.note import Colour, Note, Stance
from diptych.services.note_places import PlacedNote
from diptych.services.note_troubles import Trouble
from diptych.text.article import Span
from diptych.text.sides import SIDES, Side
from diptych.ui.desk.frame import Frame
from diptych.ui.desk.library_state import LibraryState
from diptych.ui.desk.pair_state import PairState
from diptych.ui.desk.whole_words import selected_words
from diptych.ui.notes import present
from diptych.ui.notes.attention_state import AttentionState
from diptych.ui.notes.editor import NoteEditor
from diptych.ui.notes.panel import NotesPanel
from diptych.ui.notes.passages import NotePassages
from diptych.ui.notes.rows import NoteDraft
from diptych.ui.notes.state import NotesState
from diptych.ui.parts.counted import grouped

NOTES_TAB = 2


class NotesPresenter(QObject):
    """Begins, shows, saves and exports notes; accepts and rejects matches."""

    editor_wanted = Signal()  # where its reader sees it

    def __init__(
        self,
        notes: NotesState,
        pair: PairState,
        attention: AttentionState,
        library: LibraryState,
        frame: Frame,
        *,
        panel: NotesPanel,
        editor: NoteEditor,
    ) -> None:
        super().__init__(frame.window)
        self._notes = notes
        self._pair = pair
        self._attention = attention
        self._library = library
        self._texts = frame.texts
        self._panel = panel
        self._editor = editor
        self._tabs = frame.tabs
        self._status = frame.status
        self._actions = frame.actions
        self._window = frame.window
        self._scope = "pair"
        self._grouping = "none"
        self._passages = NotePassages(notes, pair, frame)
        self._unlisted = ""  # the note that was opened, until the list has it
        self._choosing: Trouble | None = None  # whose passage the reader is looking for
        # Of the change that is current while changes are gone through, instead of matches.
        self.changed_passages: Callable[[], Sequence[tuple[Side, Span]]] = tuple
        self._connect()

    def _connect(self) -> None:
        notes, pair, panel, editor = self._notes, self._pair, self._panel, self._editor
        pair.pinned.connect(lambda *_: self._follow_pair())
        pair.cleared.connect(lambda _: self._follow_pair())
        notes.pair_notes_changed.connect(lambda _: self._show_list())
        notes.all_notes_changed.connect(lambda _: self._show_list())
        notes.closed.connect(editor.hide)
        notes.leaving.connect(editor.flush)
        notes.opened.connect(self._open)
        notes.saved.connect(self._saved)
        notes.not_saved.connect(self._not_saved)
        notes.deleted.connect(self._deleted)
        notes.failed.connect(self._status.say)
        notes.said.connect(self._status.say)
        panel.link_followed.connect(self.open_note)
        panel.note_chosen.connect(self._passages.go_to_note)
        panel.edit_requested.connect(notes.edit)
        panel.delete_requested.connect(notes.delete)
        panel.go_requested.connect(self._passages.go_to_side)
        panel.new_requested.connect(self.begin)
        panel.scope_changed.connect(self.set_scope)
        panel.query_changed.connect(notes.list_all)
        panel.grouping_changed.connect(self._group)
        editor.draft_changed.connect(self._save)
        editor.closed.connect(self._close)
        editor.delete_requested.connect(lambda note_id: notes.delete((note_id,)))
        editor.add_side_requested.connect(self._add_side)
        self._texts.note_chosen.connect(notes.edit)
        self._texts.key_pressed.connect(self._key)
        actions = self._actions
        actions["note"].triggered.connect(self.begin)
        actions["add-passage"].triggered.connect(self._add_selection)
        actions["note-passage"].triggered.connect(self.cross_over)
        actions["all-notes"].triggered.connect(self._show_all_notes)
        actions["group-notes"].triggered.connect(self._choose_grouping)
        # Undo and redo are not here: they are of verdicts too, so the shell joins them.

    # The pair and its notes

    def _follow_pair(self) -> None:
        pinned = {side: self._pair.sides[side] for side in SIDES}
        self._notes.set_pair(
            {side: (p.article, p.path) for side, p in pinned.items() if p is not None}
        )

    def set_scope(self, scope: str) -> None:
        """List the notes of the pair or all."""
        self._scope = scope
        self._panel.set_scope(scope)
        self._show_list()

    def _show_all_notes(self) -> None:
        self._tabs.bring(self._panel)
        self.set_scope("all")
        self._panel.focus_list()

    def _choose_grouping(self) -> None:
        self._tabs.bring(self._panel)
        self._panel.choose_grouping()

    def set_grouping(self, grouping: str) -> None:
        """Group the list as the reader had it."""
        self._panel.set_grouping(grouping)
        self._group(grouping)

    def _group(self, grouping: str) -> None:
        self._grouping = grouping
        self._show_list()

    def _show_list(self) -> None:
        placed = {p.note.id: p for p in self._notes.pair_notes}
        of_pair = self._scope == "pair"
        notes = [p.note for p in self._notes.pair_notes] if of_pair else self._notes.all_notes
        # Also in the list of all, those of the pair say where their passages stand.
        rows = present.note_rows(notes, placed, self._grouping, self._standing())
        self._panel.show_notes(rows, 0 if of_pair else self._notes.total)
        editing = self._notes.editing
        # Its passages may have moved, or been joined by another, while it is written.
        if editing is not None and editing.id in placed:
            quotes = present.quote_rows(editing, self._standing(), placed[editing.id])
            self._editor.show_quotes(quotes)
        self._select_opened()
        count = len(self._notes.pair_notes)
        words = self.tr("Notes {0}").format(grouped(count)) if count else self.tr("Notes")
        self._tabs.setTabText(NOTES_TAB, words)

    def _standing(self) -> present.Standing:
        pinned = [p for p in self._pair.sides.values() if p is not None]
        return present.Standing(
            {p.article.id: p.article.called for p in pinned},
            {p.path for p in pinned},
            {entry.id: entry.short_name for entry in self._library.entries if entry.short_name},
        )

    # Writing

    def begin(self) -> None:
        """Begin a note on the selection, else on the current match or change, else the sentence."""
        spans = selected_words(self._texts, self._pair)
        # The reader was asked to show a place, and this is it.
        if self._choosing is not None and spans:
            self._take_choice(*spans[0])
            return
        if not spans and self._pair.shows_changes:
            spans = list(self.changed_passages())
        elif not spans and self._pair.found.current >= 0:
            self.note_on_match(self._pair.found.current)
            return
        if not spans and (there := self._passages.note_at_caret()):
            self._notes.edit(there)
            return
        if not spans:
            spans = self._at_caret()
        if not spans:
            self._status.say(self.tr("Select words in an article, or choose a match, to note on."))
            return
        self._notes.create(spans)

    def _at_caret(self) -> list[tuple[Side, Span]]:
        side = self._texts.focused_side()
        pinned = self._pair.sides[side]
        # Elsewhere N is about no sentence.
        if pinned is None or not self._texts.has_keyboard(side):
            return []
        place = self._texts.caret_place(side)
        for block in pinned.article.blocks:
            if block.span.start <= place < block.span.end:
                return [(side, block.span)]
        return []

    def note_on_match(self, number: int) -> None:
        """Open the note on a match, or begin one on both of its passages."""
        match = self._pair.found.matches[number]
        # So that the texts show what is being written about.
        if number != self._pair.found.current:
            self._pair.found.choose(number)
        there = self._passages.note_on(match.left, match.right)
        if there:
            self._notes.edit(there)
            return
        self._notes.create([(Side.LEFT, match.left), (Side.RIGHT, match.right)])

    def _open(self, placed: PlacedNote) -> None:
        note = placed.note
        self._editor.open_note(
            NoteDraft(
                note.id,
                note.text,
                present.quote_rows(note, self._standing(), placed),
                present.stance_value(note),
                note.tags,
                note.colour.value,
            )
        )
        self._editor.show()
        # It stands in the panel, which may be folded away; what is hidden takes no keyboard.
        self.editor_wanted.emit()
        self._editor.focus_text()
        self._unlisted = note.id
        self._select_opened()

    def _select_opened(self) -> None:
        """Make the note that was opened the list's current one, once it is listed."""
        if any(row.id == self._unlisted for row in self._panel.rows):
            self._panel.select(self._unlisted)
            self._unlisted = ""

    def _save(self, draft: NoteDraft) -> None:
        editing = self._notes.editing
        # A draft of the note before may leave while another opens.
        if editing is not None and editing.id == draft.id:
            self._notes.save(
                draft.text,
                stance=Stance(draft.stance or Stance.NONE),
                tags=draft.tags,
                colour=Colour(draft.colour),
            )

    def _saved(self, note: Note) -> None:
        self._editor.show_saved(present.when(note.modified))
        self._status.show_saved(present.when(note.modified))

    def _not_saved(self, reason: str) -> None:
        self._editor.show_failed(reason)
        self._status.say(reason)

    def put_away(self) -> None:
        """End writing, and leave the keyboard where it is."""
        # Before the note is closed, or its last words would come too late.
        self._editor.flush()
        self._notes.close()
        self._editor.hide()

    def _close(self) -> None:
        self.put_away()
        side = self._texts.focused_side()
        self._texts.focus(side)

    def _deleted(self, _: Note) -> None:
        self._status.say(self.tr("The note was deleted. Ctrl+Z brings it back."))

    def _add_side(self, side: Side) -> None:
        span = self._texts.selected_span(side) if side in SIDES else None
        if span is None:
            self._status.say(self.tr("Select the passage on the other side first."))
        else:
            self._add_first([(side, span)])

    def _add_selection(self) -> None:
        """Add what is selected, on the side that is missing first, to the note being written."""
        editing = self._notes.editing
        if editing is None:
            self._status.say(self.tr("Open a note first."))
            return
        sides = {anchor.side for anchor in editing.anchors}
        # False sorts first: a note about one side mostly wants the other.
        selected = sorted(
            selected_words(self._texts, self._pair), key=lambda chosen: chosen[0] in sides
        )
        if selected:
            self._add_first(selected)
        else:
            self._status.say(self.tr("Select the passage first."))

    def _add_first(self, selected: Sequence[tuple[Side, Span]]) -> None:
        """Add the first passage that the note has not yet."""
        if not any(self._notes.add_passage(*chosen) for chosen in selected):
            self._status.say(self.tr("The note has this passage already."))

    def choose_place(self, trouble: Trouble) -> None:
        """Let the reader show where the words of a note are now."""
        self._choosing = trouble
        side = trouble.anchor.side
        # It has to be seen for its place to be shown.
        if trouble.article is not None and trouble.article.id not in self._pair.pinned_ids():
            self._pair.pin(side, trouble.article.id)
        self._status.say(self.tr("Select the passage in the article, then press N."))

    def _take_choice(self, side: Side, span: Span) -> None:
        # Done in any case: the next note is an ordinary one again.
        trouble, self._choosing = self._choosing, None
        pinned = self._pair.sides[side]
        if trouble is not None and pinned is not None:
            self._attention.put(trouble, pinned.article, span)
            self._status.say(self.tr("The note stands there now."))

    def flush(self) -> None:
        """Save what is being written (the window closes)."""
        self._editor.flush()
        self._notes.close()

    # Going to a note's passages and back

    def open_note(self, note_id: str) -> None:
        """Open a note together with the articles it quotes (a link was followed)."""
        self._tabs.setCurrentIndex(NOTES_TAB)
        self._notes.edit(note_id)
        # Its passages may be in articles that are not open.
        self._notes.locate(note_id)

    def cross_over(self) -> None:
        """Go from a note to its passage, or from a passage to its note."""
        focused = QApplication.focusWidget()
        note_id = ""
        if focused is not None and self._editor.isAncestorOf(focused):
            note_id = self._notes.editing.id if self._notes.editing else ""
        elif focused is not None and self._panel.isAncestorOf(focused):
            note_id = self._panel.current_id()
        if note_id:
            self._passages.go_to_note(note_id)
            placed = self._notes.placed(note_id)
            side = next((p.side for p in placed.places if p.side), None) if placed else None
            if side:
                self._texts.focus(side)
            return
        note_id = self._passages.note_at_caret()
        if note_id:
            self._notes.edit(note_id)
        else:
            self._status.say(self.tr("No note stands here."))

    def _key(self, _: Side, letter: str) -> None:
        if letter == "N":
            self.begin()
