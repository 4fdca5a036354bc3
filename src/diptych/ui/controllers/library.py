# SPDX-License-Identifier: MIT
"""What is in the library now, and the jobs that change it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from diptych.errors import DiptychError
from diptych.rooms import Rooms
from diptych.ui.tasks import DiskLane

if TYPE_CHECKING:
    from diptych.library.entry import Entry
    from diptych.library.scan import AddReport, Progress


FINDABLE_EVERY = 250  # files; a long import can be searched while it goes on


@dataclass(frozen=True, slots=True)
class Correction:
    """What the reader changed of an article; None leaves it as it is."""

    title: str | None = None
    authors: tuple[str, ...] | None = None
    date: str | None = None
    source: str | None = None
    tags: tuple[str, ...] | None = None


class LibraryController(QObject):
    """Holds the library's entries; adds, removes and corrects articles."""

    entries_changed = Signal(object)  # tuple[Entry, ...]
    adding = Signal(int, int, str)  # done, of how many (0: not known yet), what
    added = Signal(object)  # AddReport
    removed = Signal(object)  # ids, so that the removal can be undone
    corrected = Signal(str)  # article id
    texts_changed = Signal()  # there are articles to index or to forget
    failed = Signal(str)

    def __init__(self, disk: DiskLane, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._disk = disk
        self._cancelled = False
        self.entries: tuple[Entry, ...] = ()

    def refresh(self) -> None:
        """Read the list of articles again."""
        self._disk.run("entries", lambda rooms: rooms.catalogue.entries(), self._show, self._fail)

    def entry(self, article_id: str) -> Entry | None:
        """Return the entry of an article, None when it is not in the library."""
        return next((e for e in self.entries if e.id == article_id), None)

    def add(self, paths: Sequence[Path]) -> None:
        """Add files and folders; progress and the summary arrive as signals."""
        self._cancelled = False
        wanted = tuple(paths)

        def work(rooms: Rooms) -> AddReport:
            return rooms.add_files(
                wanted,
                progress=self._report,
                cancelled=lambda: self._cancelled or self._disk.stopping,
            )

        self.adding.emit(0, 0, "")
        self._disk.run(f"add {wanted}", work, self._added, self._add_failed)

    def cancel_adding(self) -> None:
        """Stop after the file that is being read; what was added stays."""
        self._cancelled = True

    def remove(self, ids: Sequence[str]) -> None:
        """Take articles out of the library; their files stay where they are."""
        gone = tuple(ids)

        def work(rooms: Rooms) -> tuple[str, ...]:
            rooms.catalogue.remove(gone)
            return gone

        self._disk.run(f"remove {gone}", work, self._removed, self._fail)

    def restore(self, ids: Sequence[str]) -> None:
        """Undo a removal."""
        back = tuple(ids)

        def work(rooms: Rooms) -> None:
            rooms.catalogue.restore(back)

        self._disk.run(f"restore {back}", work, lambda _: self._changed(), self._fail)

    def correct(self, article_id: str, correction: Correction) -> None:
        """Keep the reader's own title, authors, date, source and tags."""

        def work(rooms: Rooms) -> None:
            catalogue = rooms.catalogue
            catalogue.correct(
                article_id,
                title=correction.title,
                authors=correction.authors,
                date=correction.date,
                source=correction.source,
            )
            if correction.tags is not None:
                present = set(catalogue.entry(article_id).tags)
                for tag in sorted(set(correction.tags) - present):
                    catalogue.tag([article_id], tag)
                for tag in sorted(present - set(correction.tags)):
                    catalogue.untag([article_id], tag)

        def corrected(_: None) -> None:
            self._changed()
            self.corrected.emit(article_id)

        self._disk.run(f"correct {article_id}", work, corrected, self._fail)

    def _changed(self) -> None:
        self.refresh()
        self.texts_changed.emit()

    def _report(self, progress: Progress) -> None:
        name = progress.path.name
        self._disk.report(lambda: self.adding.emit(progress.done, progress.total, name))
        if progress.total and progress.done and progress.done % FINDABLE_EVERY == 0:
            self._disk.report(self.texts_changed.emit)

    def _show(self, entries: tuple[Entry, ...]) -> None:
        self.entries = entries
        self.entries_changed.emit(entries)

    def _added(self, report: AddReport) -> None:
        self._changed()
        self.added.emit(report)

    def _removed(self, ids: tuple[str, ...]) -> None:
        self._changed()
        self.removed.emit(ids)

    def _add_failed(self, error: DiptychError) -> None:
        self._changed()
        self.added.emit(None)
        self._fail(error)

    def _fail(self, error: DiptychError) -> None:
        self.failed.emit(str(error))
