# SPDX-License-Identifier: MIT
"""Keeps reading positions and recent pairs."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from diptych import settings as stored
from diptych.paths import Profile
from diptych.settings import History
from diptych.text.sides import SIDES
from diptych.ui.desk.frame import Frame
from diptych.ui.desk.library_state import LibraryState
from diptych.ui.desk.pair_state import PairState
from diptych.ui.library.panel import LibraryPanel
from diptych.ui.library.rows import PairRow
from diptych.ui.notes.state import NotesState
from diptych.ui.shell.reading_history import PairProgress, pairs_of, place_in, with_pair, with_place

KEEP_MS = 3000


class HistoryPresenter(QObject):
    """Remembers where the reader was and lists the pairs read last."""

    pair_first_read = Signal()  # the pair of now was never compared before

    def __init__(
        self,
        profile: Profile,
        pair: PairState,
        library: LibraryState,
        notes: NotesState,
        frame: Frame,
        *,
        panel: LibraryPanel,
    ) -> None:
        super().__init__(frame.window)
        self._file = profile.history_file
        self._history = stored.load(History, self._file)
        self._pair = pair
        self._library = library
        self._notes = notes
        self._texts = frame.texts
        self._panel = panel
        self._keeping = QTimer(self)
        self._keeping.setSingleShot(True)
        self._keeping.setInterval(KEEP_MS)
        pair.find_places_by(lambda article_id: place_in(self._history, article_id))
        self._connect()

    def _connect(self) -> None:
        pair = self._pair
        pair.found.visible_changed.connect(self._note_pair)
        pair.found.verdicts_changed.connect(self._note_pair)
        self._notes.pair_notes_changed.connect(lambda _: self._note_pair())
        self._library.entries_changed.connect(lambda _: self._show_pairs())
        self._library.shelves_changed.connect(lambda _: self._show_pairs())
        self._texts.places_changed.connect(self._keeping.start)
        self._keeping.timeout.connect(self.save)

    def save(self) -> None:
        """Write down where the reader is."""
        for side, place in zip(SIDES, self._texts.places(), strict=True):
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
            len(self._pair.found.visible),
            len(self._pair.found.verdicts),
            sum(all(p.side for p in placed.places) for placed in self._notes.pair_notes),
        )
        is_new = not any({p.left, p.right} == {left, right} for p in pairs_of(self._history))
        self._history = with_pair(self._history, progress)
        if is_new:
            self.pair_first_read.emit()
        self._keeping.start()
        self._show_pairs()

    def _show_pairs(self) -> None:
        titles = {entry.id: entry.title for entry in self._library.entries}
        here = self._pair.pinned_ids()
        rows = [
            PairRow(pair.left, pair.right, (left, right), self._words(pair))
            for pair in pairs_of(self._history)
            if (left := titles.get(pair.left))
            and (right := titles.get(pair.right))
            and {pair.left, pair.right} != set(here)
            and (pair.matches or pair.judged or pair.notes)  # else it was passed by
        ]
        self._panel.pairs.show_recent(rows[:8])
        known = {(p.left, p.right): self._words(p) for p in pairs_of(self._history)}
        saved = [
            PairRow(p.left, p.right, (left, right), known.get((p.left, p.right), ""), p.name)
            for p in self._library.shelves.pairs
            if (left := titles.get(p.left)) and (right := titles.get(p.right))
        ]
        self._panel.pairs.show_saved(saved)

    def _words(self, pair: PairProgress) -> str:
        parts = [self.tr("%n match(es)", "", pair.matches)]
        if pair.judged:
            parts.append(self.tr("%n judged", "", pair.judged))
        if pair.notes:
            parts.append(self.tr("%n note(s)", "", pair.notes))
        return ", ".join(parts)
