# SPDX-License-Identifier: MIT
"""What is in the library now, and the jobs that change it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from diptych.errors import DiptychError
from diptych.services import articles, shelving
from diptych.services.indexing import ManyFiles, add_files, add_unless_many, rescan
from diptych.services.shelving import Before, Correction, Shelves
from diptych.services.stores import Stores
from diptych.ui.desk.brake import Brake
from diptych.ui.parts.lanes import DiskLane
from diptych.ui.parts.translation import told

if TYPE_CHECKING:
    from diptych.library.entry import Entry
    from diptych.library.scan import AddReport, Progress
    from diptych.text.chapters import Chapter


FINDABLE_FIRST = 25  # files, so that something is there to read soon
FINDABLE_NEXT = 250  # files, then twice as many and so on; a long import can be searched meanwhile
FINDABLE_AT_LEAST = 500  # files, so that what was read can be found within seconds
TELL_EVERY_S = 0.05  # as often as a reader sees how far it is
FEW = 20  # files that are added at once, whatever else is being added


class LibraryState(QObject):
    """Holds the library's entries; adds, removes and corrects articles.

    Folders are read in a lane of their own, so that articles open meanwhile.
    """

    entries_changed = Signal(object)  # tuple[Entry, ...]
    adding = Signal(int, int, str)  # done, of how many (0: not known yet), what
    added = Signal(object)  # AddReport
    many_found = Signal(object)  # ManyFiles
    looked_through = Signal(object)  # AddReport of a look through the folders
    shelves_changed = Signal(object)  # Shelves
    lines_kept = Signal(str)  # article id
    removed = Signal(object)  # ids, so that the removal can be undone
    corrected = Signal(str)  # article id
    texts_changed = Signal()  # there are articles to index or to forget
    failed = Signal(str)

    def __init__(self, disk: DiskLane, importing: DiskLane, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._disk = disk
        self._importing = importing
        self.brake = Brake(lambda: importing.stopping)  # of the work under way
        self.entries: tuple[Entry, ...] = ()
        self.is_read = False  # until then nobody can say that there are no articles
        self.shelves = Shelves()
        self._tell_next = 0.0  # monotonic seconds

    def refresh(self) -> None:
        """Read the list of articles again."""

        def unreadable(error: DiptychError) -> None:
            # Shown as it was: only a list that was read lets the window say what there is.
            self._show(self.entries)
            self._fail(error)

        self._disk.run("entries", articles.entries, self._show, unreadable)
        # Near copies take longest to find, and the list need not wait for them.
        self._importing.run("shelves", shelving.shelves, self._show_shelves, self._fail)

    def entry(self, article_id: str) -> Entry | None:
        """Return the entry of an article, None when it is not in the library."""
        return next((e for e in self.entries if e.id == article_id), None)

    def newest(self, article_id: str) -> str:
        """Return the id of what the file of an article holds now; its own if that did not change.

        What lies open, or stands in a dialog, may be of before.
        """
        return self.shelves.became.get(article_id, article_id)

    def add(self, paths: Sequence[Path], *, is_confirmed: bool = False) -> None:
        """Add files and folders; progress and the summary arrive as signals.

        Very many articles are added only once that is confirmed.
        """
        wanted = tuple(paths)
        is_small = len(wanted) <= FEW and not any(path.is_dir() for path in wanted)
        lane = self._disk if is_small else self._importing
        add = add_files if is_small or is_confirmed else add_unless_many
        # In the lane that works: another looks for answers only while it has work of its own.
        report: Callable[[Progress], None] | None = partial(self._report, lane)
        # Of a folder under way it is told how far it is, and its pause is not to end.
        if is_small and self.brake.is_at_work:
            report = None
        work = _under_brake(
            self, lane, partial(add, paths=wanted, progress=report), is_short=is_small
        )
        if report is not None:
            self.adding.emit(0, 0, "")
        lane.run(f"add {wanted}", work, self._added, self._add_failed)

    def look_through(self) -> None:
        """Look through the folders for what was added, changed, moved or removed."""

        def report(progress: Progress) -> None:
            # Of a few files, as most looks find, nothing is said before they are there.
            if progress.total > FEW:
                self._report(self._importing, progress)

        def failed(error: DiptychError) -> None:
            from diptych.library.scan import AddReport  # the first paint does not wait for it

            self.looked_through.emit(AddReport())
            self._fail(error)

        looking = partial(rescan, progress=report)
        look = _under_brake(self, self._importing, looking, is_short=False)
        self._importing.run("look through", look, self._looked_through, failed)

    def remove(self, ids: Sequence[str]) -> None:
        """Take articles out of the library; their files stay where they are."""
        gone = tuple(ids)
        self._disk.run(
            f"remove {gone}", partial(articles.remove, ids=gone), self._removed, self._fail
        )

    def restore(self, ids: Sequence[str], *, then: Callable[[], None]) -> None:
        """Undo a removal, then do what is left to do."""
        back = tuple(ids)
        self.change(f"restore {back}", partial(articles.restore, ids=back), then)

    def list_removed(self, show: Callable[[tuple[Entry, ...]], None]) -> None:
        """Hand the articles that were taken out to ``show``."""
        self._disk.run("removed", articles.removed, show, self._fail)

    def correct(
        self, article_id: str, correction: Correction | None, done: Callable[[Before], None]
    ) -> None:
        """Keep the reader's own title, authors, date, source and tags; None forgets them.

        ``done`` gets what takes it back.
        """

        def corrected(before: Before) -> None:
            self.note_change()
            self.corrected.emit(article_id)
            done(before)

        work = partial(shelving.correct_anew, article_id=article_id, correction=correction)
        self._disk.run(f"correct {article_id}", work, corrected, self._fail)

    def take_correction_back(self, article_id: str, before: Before) -> None:
        """Let an article be called again what it was."""
        work = partial(shelving.take_back, article_id=article_id, before=before)
        self.change(f"correct {article_id}", work, lambda: self.corrected.emit(article_id))

    def keep_lines(self, article_id: str, lines: Sequence[str], *, everywhere: bool) -> None:
        """Show lines that were taken for furniture, in one article or everywhere."""
        self._change_lines(shelving.keep_lines, article_id, lines, everywhere=everywhere)

    def drop_lines(self, article_id: str, lines: Sequence[str], *, everywhere: bool) -> None:
        """Let the rules decide again on lines that were kept."""
        self._change_lines(shelving.drop_lines, article_id, lines, everywhere=everywhere)

    def collect(self, ids: Sequence[str], name: str) -> None:
        """Put articles into a collection."""
        self._shelve(partial(shelving.collect, ids=tuple(ids), name=name))

    def uncollect(self, ids: Sequence[str], name: str) -> None:
        """Take articles out of a collection."""
        self._shelve(partial(shelving.uncollect, ids=tuple(ids), name=name))

    def find_chapters(self, article_id: str, show: Callable[[tuple[Chapter, ...]], None]) -> None:
        """Hand the chapters of a long article to ``show``."""
        work = partial(articles.chapters_of, article_id=article_id)
        self._disk.run("chapters", work, show, self._fail)

    def open_chapter(self, article_id: str, number: int, opened: Callable[[Entry], None]) -> None:
        """Put a chapter into the library as an article of its own and hand it to ``opened``."""

        def done(entry: Entry) -> None:
            self.note_change()
            opened(entry)

        self._disk.run(
            f"chapter {article_id} {number}",
            partial(articles.open_chapter, article_id=article_id, number=number),
            done,
            self._fail,
        )

    def _change_lines(
        self,
        change: Callable[..., None],
        article_id: str,
        lines: Sequence[str],
        *,
        everywhere: bool,
    ) -> None:
        work = partial(change, article_id=article_id, lines=tuple(lines), everywhere=everywhere)
        self.change(f"lines {article_id}", work, lambda: self.lines_kept.emit(article_id))

    def change(
        self, name: str, work: Callable[[Stores], object], changed: Callable[[], None]
    ) -> None:
        """Do what changes articles, then what is left to do."""

        def done(_: object) -> None:
            self.note_change()
            changed()

        self._disk.run(name, work, done, self._fail)

    def ask(self, name: str, work: Callable[[Stores], Any], show: Callable[[Any], None]) -> None:
        """Hand what is found out to ``show``."""
        self._disk.run(name, work, show, self._fail)

    def _shelve(self, work: Callable[[Stores], None]) -> None:
        self._disk.run(f"shelve {work}", work, lambda _: self.refresh(), self._fail)

    def note_change(self) -> None:
        """Read the list again, and have the index brought level."""
        self.refresh()
        self.texts_changed.emit()

    def _report(self, lane: DiskLane, progress: Progress) -> None:
        name, now, is_last = progress.path.name, monotonic(), progress.done + 1 == progress.total
        if is_last or now >= self._tell_next:
            self._tell_next = now + TELL_EVERY_S
            lane.report(lambda: self.adding.emit(progress.done, progress.total, name))
        done = progress.done if progress.total else 0
        is_listed = done == FINDABLE_FIRST or _has_doubled(done)
        if is_listed or (done and done % FINDABLE_AT_LEAST == 0):
            lane.report(self.texts_changed.emit)
        if is_listed:
            lane.report(self.refresh)

    def _show(self, entries: tuple[Entry, ...]) -> None:
        self.is_read = True
        self.entries = entries
        self.entries_changed.emit(entries)

    def _show_shelves(self, shelves: Shelves) -> None:
        self.shelves = shelves
        self.shelves_changed.emit(shelves)

    def _added(self, report: AddReport | ManyFiles) -> None:
        if isinstance(report, ManyFiles):
            self.many_found.emit(report)
            return
        self.note_change()
        self.added.emit(report)

    def _looked_through(self, report: AddReport) -> None:
        # Most looks find all as it was: then neither list nor index has anything to do.
        if report.has_news:
            self.note_change()
        self.looked_through.emit(report)

    def _removed(self, ids: tuple[str, ...]) -> None:
        self.note_change()
        self.removed.emit(ids)

    def _add_failed(self, error: DiptychError) -> None:
        # What was added before the fault stays.
        self.note_change()
        self.added.emit(None)
        self._fail(error)

    def _fail(self, error: DiptychError) -> None:
        self.failed.emit(told(error.sentence))


def _under_brake(
    library: LibraryState,
    lane: DiskLane,
    work: Callable[..., AddReport | ManyFiles],
    *,
    is_short: bool,
) -> Callable[[Stores], AddReport | ManyFiles]:
    """Return the work so that it can be paused and cancelled, from now on if it is the only one.

    Of a short one beside a long one it is the long one.
    """
    brake = Brake(lambda: lane.stopping)
    if not library.brake.is_at_work:
        library.brake = brake
    return partial(_braked, library=library, brake=brake, is_short=is_short, work=work)


def _braked(
    stores: Stores,
    library: LibraryState,
    brake: Brake,
    *,
    is_short: bool,
    work: Callable[..., AddReport | ManyFiles],
) -> AddReport | ManyFiles:
    if not (is_short and library.brake.is_at_work):
        library.brake = brake
    brake.is_at_work = True
    try:
        return work(stores, cancelled=brake.stops)
    finally:
        brake.is_at_work = False


def _has_doubled(done: int) -> bool:
    """Tell whether 250, 500, 1,000 files and so on are done: listing costs more the more there is.

    An index that is written seldom is also written with less.
    """
    parts, rest = divmod(done, FINDABLE_NEXT)
    return parts > 0 and rest == 0 and parts & (parts - 1) == 0
