# SPDX-License-Identifier: MIT
"""Joins what keeps notes safe with its dialogs: attention, deleted ones, backups, the copy."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from diptych.notes.note import Note
from diptych.notes.safety import Backup
from diptych.services.note_troubles import Trouble
from diptych.ui.desk.frame import Frame
from diptych.ui.desk.library_state import LibraryState
from diptych.ui.notes import present
from diptych.ui.notes.attention import AttentionRow, NeedsAttention
from diptych.ui.notes.attention_state import AttentionState
from diptych.ui.notes.deleted import DeletedNotes
from diptych.ui.notes.editor import NoteEditor
from diptych.ui.notes.keeping_state import KeepingState
from diptych.ui.notes.panel import NotesPanel
from diptych.ui.notes.state import NotesState

if TYPE_CHECKING:
    from diptych.notes.mirror import Mirrored
    from diptych.services.note_import import BroughtIn


class NoteCarePresenter(QObject):
    """Opens the dialogs of notes and does what they ask for."""

    place_wanted = Signal(object)  # Trouble whose passage the reader is to show

    def __init__(
        self,
        notes: NotesState,
        attention: AttentionState,
        keeping: KeepingState,
        library: LibraryState,
        frame: Frame,
        *,
        panel: NotesPanel,
        editor: NoteEditor,
    ) -> None:
        super().__init__(frame.window)
        self._notes = notes
        self._attention = attention
        self._keeping = keeping
        self._panel = panel
        self._editor = editor
        self._status = frame.status
        self._actions = frame.actions
        self._preferences = frame.preferences
        self._window = frame.window
        self._attention_dialog: NeedsAttention | None = None
        self._deleted_dialog: DeletedNotes | None = None
        self._connect(library)

    def _connect(self, library: LibraryState) -> None:
        notes, attention, keeping, panel = self._notes, self._attention, self._keeping, self._panel
        # An article that changed or came back may be one that notes quote.
        library.entries_changed.connect(lambda _: attention.look_soon())
        notes.store_changed.connect(keeping.notes_changed)
        notes.recently_deleted.listed.connect(self._show_deleted)
        attention.changed.connect(self._show_troubles)
        attention.failed.connect(self._status.say)
        panel.attention_requested.connect(self.show_attention)
        panel.deleted_requested.connect(notes.recently_deleted.list_deleted)
        keeping.backups_listed.connect(self._show_backups)
        keeping.restored.connect(self._restored)
        keeping.brought_in.connect(self._brought_in)
        keeping.mirrored.connect(self._mirrored)
        keeping.failed.connect(self._status.say)
        actions = self._actions
        actions["needs-attention"].triggered.connect(self.show_attention)
        actions["deleted-notes"].triggered.connect(notes.recently_deleted.list_deleted)
        actions["restore-backup"].triggered.connect(keeping.list_backups)
        actions["mirror-notes"].triggered.connect(self._ask_mirror)
        actions["import-notes"].triggered.connect(self._ask_import)
        actions["note-preview"].toggled.connect(self._set_preview)
        panel.grouping_changed.connect(
            lambda grouping: self._preferences.change(
                replace(self._preferences.now, note_grouping=grouping)
            )
        )

    def start(self) -> None:
        """Take up what the reader chose, and look after the notes file."""
        chosen = self._preferences.now
        self._actions["note-preview"].setChecked(chosen.note_preview)
        self._keeping.set_mirror(chosen.mirror_folder)
        self._keeping.start()
        self._attention.look_soon()

    # Passages without a sure place

    def show_attention(self) -> None:
        """Show the passages that are fuzzy or lost."""
        dialog = NeedsAttention(self._rows(), self._window)
        dialog.accept_requested.connect(self._attention.accept)
        dialog.keep_requested.connect(self._attention.keep)
        dialog.choose_requested.connect(self._choose)
        # It deletes itself when it is closed.
        dialog.destroyed.connect(lambda: setattr(self, "_attention_dialog", None))
        self._attention_dialog = dialog
        dialog.open()
        # What is shown is from the last look; this one follows.
        self._attention.refresh()

    def _rows(self) -> list[AttentionRow]:
        return present.attention_rows(self._attention.troubles)

    def _show_troubles(self, troubles: tuple[Trouble, ...]) -> None:
        self._panel.show_needing_attention(len(troubles))
        if self._attention_dialog is not None:
            self._attention_dialog.show_rows(self._rows())

    def _choose(self, note_id: str, index: int) -> None:
        trouble = self._attention.trouble(note_id, index)
        if trouble is not None:
            # It would cover the text in which to choose.
            if self._attention_dialog is not None:
                self._attention_dialog.accept()
            self.place_wanted.emit(trouble)

    # Recently deleted

    def _show_deleted(self, notes: tuple[Note, ...]) -> None:
        rows = [present.note_row(note) for note in notes]
        if self._deleted_dialog is not None:
            self._deleted_dialog.show_notes(rows)
            return
        dialog = DeletedNotes(rows, self._window)
        dialog.restore_requested.connect(self._notes.recently_deleted.restore)
        dialog.purge_requested.connect(self._notes.recently_deleted.purge)
        # Closed it deletes itself, and a list that comes then would be shown in what is gone.
        dialog.destroyed.connect(lambda: setattr(self, "_deleted_dialog", None))
        self._deleted_dialog = dialog
        dialog.open()

    # Backups

    def _show_backups(self, backups: tuple[Backup, ...]) -> None:
        from diptych.ui.notes.backups_dialog import BackupsDialog

        dialog = BackupsDialog(present.backup_rows(backups), self._window)
        dialog.restore_requested.connect(lambda path: self._keeping.restore(Path(path)))
        dialog.open()

    def _restored(self, kept: str) -> None:
        self._notes.refresh()
        words = self.tr("The backup was restored. Your notes of before are kept in {0}")
        self._status.say(words.format(kept) if kept else self.tr("The backup was restored."))

    # The Markdown copy and notes from elsewhere

    def _ask_mirror(self) -> None:
        known = self._preferences.now.mirror_folder
        title = self.tr("Keep a Markdown copy of the notes in this folder")
        folder = QFileDialog.getExistingDirectory(self._window, title, known or str(Path.home()))
        self.set_mirror(folder)

    def set_mirror(self, folder: str) -> None:
        """Keep the copy in a folder, or end it when none was chosen."""
        self._preferences.change(replace(self._preferences.now, mirror_folder=folder))
        self._keeping.set_mirror(folder)
        if folder:
            self._status.say(self.tr("A Markdown copy of your notes is kept in {0}").format(folder))
        else:
            self._status.say(self.tr("No Markdown copy of your notes is kept now."))

    def _mirrored(self, done: Mirrored) -> None:
        if done.left_alone:
            # A few names tell which folder is meant; the line at the bottom has room for no more.
            names = ", ".join(path.name for path in done.left_alone[:3])
            self._status.say(self.tr("Changed by someone else and left alone: {0}").format(names))

    def _ask_import(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self._window,
            self.tr("Import notes"),
            str(Path.home()),
            self.tr("Notes (*.json *.jsonld *.md);;All files (*)"),
        )
        if name:
            self._keeping.bring_in(Path(name))

    def _brought_in(self, brought: BroughtIn) -> None:
        self._notes.refresh()
        self._attention.look_soon()
        merge = brought.merge
        parts = [self.tr("%n note(s) added", "", len(merge.added))]
        for count, words in (
            (len(merge.updated), self.tr("{0} updated")),
            (len(merge.unchanged), self.tr("{0} already here")),
            (len(merge.conflicts), self.tr("{0} kept as copies")),
            (len(brought.homeless), self.tr("{0} without their article here")),
        ):
            if count:
                parts.append(words.format(count))
        self._status.say(", ".join(parts))

    def _set_preview(self, shown: bool) -> None:
        self._editor.set_preview(shown)
        # At the start it is set from there.
        if shown != self._preferences.now.note_preview:
            self._preferences.change(replace(self._preferences.now, note_preview=shown))
