# SPDX-License-Identifier: MIT
"""Keeps reading positions and recent pairs, and watches the files that are pinned."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer

from diptych import settings as stored
from diptych.paths import Profile
from diptych.settings import History
from diptych.text.sides import SIDES, Side
from diptych.ui.desk.library_state import LibraryState
from diptych.ui.desk.pair_state import PairState, Pinned, file_stamp
from diptych.ui.library.panel import LibraryPanel
from diptych.ui.library.presenter import LibraryPresenter
from diptych.ui.library.rows import PairRow
from diptych.ui.notes.state import NotesState
from diptych.ui.reader.split_view import SplitView
from diptych.ui.shell.reading_history import PairProgress, pairs_of, place_in, with_pair, with_place

SETTLE_MS = 400  # a file is often written in several steps
KEEP_MS = 3000
RELOAD = "reload"


class HistoryPresenter(QObject):
    """Remembers where the reader was, and says when a pinned file has changed."""

    def __init__(
        self,
        profile: Profile,
        pair: PairState,
        library: LibraryState,
        notes: NotesState,
        *,
        split: SplitView,
        panel: LibraryPanel,
        adding: LibraryPresenter,
    ) -> None:
        super().__init__(split)
        self._file = profile.history_file
        self._history = stored.load(History, self._file)
        self._pair = pair
        self._library = library
        self._notes = notes
        self._split = split
        self._panel = panel
        self._adding = adding
        self._watcher = QFileSystemWatcher(self)
        self._settling = _timer(self, SETTLE_MS)
        self._keeping = _timer(self, KEEP_MS)
        pair.find_places_by(lambda article_id: place_in(self._history, article_id))
        self._connect()

    def _connect(self) -> None:
        pair = self._pair
        pair.pinned.connect(self._pinned)
        pair.cleared.connect(lambda _: self._watch())
        pair.visible_changed.connect(self._note_pair)
        pair.verdicts_changed.connect(self._note_pair)
        self._notes.pair_notes_changed.connect(lambda _: self._note_pair())
        self._library.entries_changed.connect(lambda _: self._show_pairs())
        self._split.places_changed.connect(self._keeping.start)
        self._keeping.timeout.connect(self.save)
        self._watcher.fileChanged.connect(lambda _: self._settling.start())
        self._settling.timeout.connect(self._look_at_files)
        for side in SIDES:
            banner = self._split.panes[side].banner
            banner.linkActivated.connect(lambda _, s=side: self._reload(s))

    # Places and pairs

    def save(self) -> None:
        """Write down where the reader is."""
        for side, place in zip(SIDES, self._split.places(), strict=True):
            pinned = self._pair.sides[side]
            if pinned is not None:
                self._history = with_place(self._history, pinned.article.id, place)
        stored.save(self._history, self._file)

    def _note_pair(self) -> None:
        left, right = self._pair.pinned_ids()
        if not left or not right or self._pair.comparison is None:
            return
        progress = PairProgress(
            left,
            right,
            sum(match.shown for match in self._pair.matches),
            len(self._pair.verdicts),
            len(self._notes.pair_notes),
        )
        self._history = with_pair(self._history, progress)
        self._keeping.start()
        self._show_pairs()

    def _show_pairs(self) -> None:
        titles = {entry.id: entry.title for entry in self._library.entries}
        here = self._pair.pinned_ids()
        rows = [
            PairRow(pair.left, pair.right, " ⟷ ".join((left, right)), self._words(pair))
            for pair in pairs_of(self._history)
            if (left := titles.get(pair.left))
            and (right := titles.get(pair.right))
            and (pair.left, pair.right) != here
        ]
        self._panel.show_pairs(rows[:8])

    def _words(self, pair: PairProgress) -> str:
        parts = [self.tr("%n match(es)", "", pair.matches)]
        if pair.judged:
            parts.append(self.tr("%n judged", "", pair.judged))
        if pair.notes:
            parts.append(self.tr("%n note(s)", "", pair.notes))
        return ", ".join(parts)

    # Files

    def _pinned(self, side: Side, pinned: Pinned) -> None:
        gone = self.tr("The file is no longer where it was; this is the stored text.")
        self._split.panes[side].show_banner("" if pinned.stamp else gone)
        self._watch()

    def _watch(self) -> None:
        if self._watcher.files():
            self._watcher.removePaths(self._watcher.files())
        pinned = [p.path for p in self._pair.sides.values() if p is not None and p.stamp]
        if pinned:
            self._watcher.addPaths(pinned)

    def _look_at_files(self) -> None:
        for side in SIDES:
            pinned = self._pair.sides[side]
            if pinned is None or not pinned.path:
                continue
            pane = self._split.panes[side]
            if not Path(pinned.path).exists():
                pane.show_banner(
                    self.tr("The file is no longer where it was; this is the stored text.")
                )
            elif file_stamp(Path(pinned.path)) != pinned.stamp:
                text = self.tr("The file has changed.")
                link = self.tr("Read it again")
                pane.show_banner(f'{text} <a href="{RELOAD}">{link}</a>')
        self._watch()

    def _reload(self, side: Side) -> None:
        pinned = self._pair.sides[side]
        if pinned is not None and pinned.path:
            place = self._split.places()[SIDES.index(side)]
            self._adding.add_and_pin({side: Path(pinned.path)}, place=place)


def _timer(parent: QObject, interval_ms: int) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(interval_ms)
    return timer
