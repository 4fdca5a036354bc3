# SPDX-License-Identifier: MIT
"""Many notes at once: their tags and colours, merging them, linking them, their links."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from diptych.notes.link import note_link
from diptych.notes.note import Colour
from diptych.services.note_keeping import ManyNotes, coloured, tagged_notes
from diptych.ui.desk.frame import Frame
from diptych.ui.notes.panel import NotesPanel
from diptych.ui.notes.rows import COLOURS, NoteRow, tags_from
from diptych.ui.notes.state import NotesState
from diptych.ui.notes.words import colour_name
from diptych.ui.parts.name_sheet import NameSheet
from diptych.ui.parts.swatches import swatch


class ManyNotesPresenter(QObject):
    """Adds to the menu of notes what can be done with all that are chosen."""

    def __init__(self, notes: NotesState, panel: NotesPanel, frame: Frame) -> None:
        super().__init__(frame.window)
        self._notes = notes
        self._panel = panel
        self._status = frame.status
        self._window = frame.window
        panel.menu_opening.connect(self._fill)
        notes.many.changed.connect(self._tell)
        actions = frame.actions
        actions["tag-notes"].triggered.connect(lambda: self._with_chosen(self._ask_tags))
        actions["merge-notes"].triggered.connect(lambda: self._with_chosen(self.merge))
        actions["link-notes"].triggered.connect(lambda: self._with_chosen(self.link))

    def _fill(self, menu: QMenu, ids: tuple[str, ...]) -> None:
        menu.addSeparator()
        colours = menu.addMenu(self.tr("Co&lour"))
        for colour in COLOURS:
            action = colours.addAction(swatch(colour), colour_name(colour))
            action.triggered.connect(lambda _=False, c=colour: self.colour(ids, Colour(c)))
        menu.addAction(self.tr("&Tags…"), lambda: self._ask_tags(ids))
        if len(ids) > 1:
            menu.addAction(self.tr("&Merge into one"), lambda: self.merge(ids))
            menu.addAction(self.tr("Lin&k with one another"), lambda: self.link(ids))
        menu.addAction(self.tr("Cop&y the note"), lambda: self._copy_words(ids))
        menu.addAction(self.tr("&Copy the link"), lambda: self._copy_links(ids))

    def _with_chosen(self, do: Callable[[tuple[str, ...]], None]) -> None:
        ids = self._panel.selected_ids()
        if ids:
            do(ids)
        else:
            self._status.say(self.tr("Choose notes in the list first."))

    def colour(self, ids: Sequence[str], colour: Colour) -> None:
        """Give notes a colour."""
        self._notes.many.change(coloured, ids, colour=colour)

    def _ask_tags(self, ids: tuple[str, ...]) -> None:
        def about(typed: str) -> str:
            if not tags_from(typed):
                return self.tr("Without a tag nothing changes.")
            return self.tr("Added: port ferry. Taken away: -ferry")

        known = {tag for row in self._panel.rows for tag in row.tags}
        sheet = NameSheet(self.tr("Tags of the notes"), about, known=known, parent=self._window)
        sheet.named.connect(lambda typed: self.tag(ids, tags_from(typed)))
        sheet.open()

    def tag(self, ids: Sequence[str], words: Sequence[str]) -> None:
        """Give notes tags, and take those away that are written with a minus."""
        removed = tuple(word.lstrip("-#") for word in words if word.startswith("-"))
        added = tuple(word for word in words if not word.startswith("-"))
        self._notes.many.change(tagged_notes, ids, added=added, removed=removed)

    def merge(self, ids: Sequence[str]) -> None:
        """Make one note of several."""
        self._notes.many.merge(ids)

    def link(self, ids: Sequence[str]) -> None:
        """Let each note name the others."""
        self._notes.many.link(ids)

    def _copy_words(self, ids: Sequence[str]) -> None:
        """Copy notes as they stand in the list: what is quoted, then what was written."""
        # By id: in a grouped list a note may stand under several headings.
        rows = {row.id: row for row in self._panel.rows if row.id in ids}.values()
        told = ["\n".join(_told(row)) for row in rows]
        QGuiApplication.clipboard().setText("\n\n".join(told).strip())
        self._status.say(self.tr("Copied."))

    def _copy_links(self, ids: Sequence[str]) -> None:
        QGuiApplication.clipboard().setText("\n".join(map(note_link, ids)))
        self._status.say(self.tr("Copied."))

    def _tell(self, many: ManyNotes) -> None:
        def take_back() -> None:
            # In as many steps as the notebook made of it.
            for _ in range(many.steps):
                self._notes.steps.undo()

        self._status.say(self.tr("%n note(s) changed.", "", len(many.notes)), undo=take_back)


def _told(row: NoteRow) -> list[str]:
    """Return the lines of a note as its card shows them."""
    quotes, links = (f"“{each.quote}”" for each in row.quotes), (f"→ {n.words}" for n in row.links)
    return [*quotes, *filter(None, [row.text]), *links]
