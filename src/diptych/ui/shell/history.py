# SPDX-License-Identifier: MIT
"""Keeps reading positions and recent pairs."""

from __future__ import annotations

from collections.abc import Mapping
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal

from diptych import settings as stored
from diptych.paths import Profile
from diptych.settings import ReadingHistory
from diptych.text.sides import SIDES
from diptych.ui.desk.frame import Frame
from diptych.ui.desk.library_state import LibraryState
from diptych.ui.desk.pair_state import PairState, Pinned
from diptych.ui.library.panel import LibraryPanel
from diptych.ui.library.rows import PairRow
from diptych.ui.notes.state import NotesState
from diptych.ui.overview.state import CompanionState
from diptych.ui.parts.counted import Counted
from diptych.ui.shell.reading_history import (
    PairProgress,
    pairs_of,
    place_in,
    with_counts,
    with_files_as_now,
    with_pair,
    with_place,
    without_pair,
)

KEEP_MS = 3000
RECOUNT_MS = 1000  # after the reader let the filter go
MOST_LISTED = 8
PASSED_S = 5.0  # a pair that made room sooner lay open only on the way to another
COUNTING = "counts of recent pairs"


class HistoryPresenter(QObject):
    """Remembers where the reader was and lists the pairs read last."""

    pair_first_read = Signal()  # the pair of now was never compared before
    pair_read_again = Signal()  # the pair of now was read before

    def __init__(
        self,
        profile: Profile,
        pair: PairState,
        library: LibraryState,
        notes: NotesState,
        frame: Frame,
        *,
        companions: CompanionState,
        panel: LibraryPanel,
    ) -> None:
        super().__init__(frame.window)
        self._file = profile.history_file
        self._history = stored.load(ReadingHistory, self._file)
        self._pair = pair
        self._library = library
        self._notes = notes
        self._companions = companions
        self._texts = frame.texts
        self._preferences = frame.preferences
        self._panel = panel
        self._last_noted: tuple[Pinned | None, ...] = ()
        self._passing: frozenset[str] = frozenset()  # a new pair in which nothing was done yet
        self._came_at = 0.0
        self._keeping = QTimer(self)
        self._keeping.setSingleShot(True)
        self._keeping.setInterval(KEEP_MS)
        self._recounting = QTimer(self)
        self._recounting.setSingleShot(True)
        self._recounting.setInterval(RECOUNT_MS)
        # Handed over as a question: whoever pins an article knows nothing of histories.
        pair.find_places_by(lambda article_id: place_in(self._history, article_id))
        self._connect()

    def _connect(self) -> None:
        pair = self._pair
        pair.found.visible_changed.connect(self._note_pair)
        pair.found.verdicts_changed.connect(self._note_pair)
        self._notes.pair_notes_changed.connect(lambda _: self._note_pair())
        pair.found.current_changed.connect(self._note_visit)
        pair.cleared.connect(lambda _: self._show_pairs())  # it is one of the recent ones now
        self._library.entries_changed.connect(lambda _: self._show_pairs())
        self._library.shelves_changed.connect(lambda _: self._show_pairs())
        self._texts.places_changed.connect(self._keeping.start)
        self._keeping.timeout.connect(self.save)
        pair.found.filter_changed.connect(lambda _: self._recounting.start())
        self._recounting.timeout.connect(self._recount)
        self._companions.counted.connect(self._take_counts)

    def save(self) -> None:
        """Write down where the reader is."""
        # Both, since to scroll one text moves the other.
        for side, top in zip(SIDES, self._texts.places(), strict=True):
            pinned = self._pair.sides[side]
            if pinned is not None:
                self._history = with_place(self._history, pinned.article.id, top)
        self._preferences.keep_in(self._file, self._history)

    def _note_pair(self) -> None:
        left, right = self._pair.pinned_ids()
        shown = self._pair.found.as_shown()
        if not left or not right or shown is None:
            return
        progress = PairProgress(
            left,
            right,
            sum(match.shown for match in shown.matches),
            len(self._pair.found.verdicts),
            sum(all(p.side for p in placed.places) for placed in self._notes.pair_notes),
        )
        here = frozenset((left, right))  # swapped it is the same pair
        self._forget_passed(here)
        is_new = not any({p.left, p.right} == here for p in pairs_of(self._history))
        if is_new:
            self._passing, self._came_at = here, monotonic()
        elif progress.judged or progress.notes:
            self._passing = frozenset()
        self._history = with_pair(self._history, progress)
        if not self._is_read_anew():
            (self.pair_first_read if is_new else self.pair_read_again).emit()
        self._keeping.start()
        self._show_pairs()

    def _note_visit(self, number: int) -> None:
        if number >= 0:
            self._passing = frozenset()

    def _forget_passed(self, here: frozenset[str]) -> None:
        """Leave out a pair that came up only because two articles are pinned one by one."""
        passed = self._passing
        if passed == here:
            return
        self._passing = frozenset()
        if len(passed & here) == 1 and monotonic() - self._came_at < PASSED_S:
            self._history = without_pair(self._history, passed)

    def _is_read_anew(self) -> bool:
        """Tell whether the pair is the one noted last, of which a file was changed since."""
        now = tuple(self._pair.sides.values())
        last, self._last_noted = self._last_noted, now
        both = [(a, b) for a, b in zip(last, now, strict=False) if a is not None and b is not None]
        replaced = [a.article.id for a, b in both if a.article.id != b.article.id]
        # Chapters of one book have its file too, but stay in the library.
        is_gone = all(self._library.entry(id_) is None for id_ in replaced)
        return bool(replaced) and is_gone and all(a.path == b.path for a, b in both)

    def _recount(self) -> None:
        """Have the pairs that are listed counted by what the filter leaves now."""
        here = set(self._pair.pinned_ids())
        known = [(p.left, p.right) for p in pairs_of(self._history)]
        saved = {frozenset((p.left, p.right)) for p in self._library.shelves.pairs}
        # One more than are listed, for the pair of now may be among them.
        listed = [p for n, p in enumerate(known) if n <= MOST_LISTED or frozenset(p) in saved]
        # That one is counted as it is shown, see ``_note_pair``.
        others = [pair for pair in listed if set(pair) != here]
        self._companions.count_pairs(COUNTING, others, self._pair.counting)

    def _take_counts(self, counts: Mapping[tuple[str, str], int]) -> None:
        here = set(self._pair.pinned_ids())
        history = with_counts(
            self._history, {pair: n for pair, n in counts.items() if set(pair) != here}
        )
        # Where all counts are those of before there is nothing to write or to list.
        if history != self._history:
            self._history = history
            self._keeping.start()
            self._show_pairs()

    def _show_pairs(self) -> None:
        titles = {entry.id: entry.called for entry in self._library.entries}
        here = self._pair.pinned_ids()
        self._history = with_files_as_now(self._history, self._library.shelves.became)
        rows = [
            PairRow(pair.left, pair.right, (left, right), self._words(pair))
            for pair in pairs_of(self._history)
            if (left := titles.get(pair.left))
            and (right := titles.get(pair.right))
            and {pair.left, pair.right} != set(here)
            and (pair.matches or pair.judged or pair.notes)  # else it was passed by
        ]
        self._panel.pairs.show_recent(rows[:MOST_LISTED])
        known = {(p.left, p.right): self._words(p) for p in pairs_of(self._history)}
        saved = [
            PairRow(p.left, p.right, (left, right), known.get((p.left, p.right), ""), p.name)
            for p in self._library.shelves.pairs
            if (left := titles.get(p.left)) and (right := titles.get(p.right))
        ]
        self._panel.pairs.show_saved(saved)

    def _words(self, pair: PairProgress) -> str:
        parts = [Counted().matches(pair.matches)]
        if pair.judged:
            parts.append(self.tr("%n judged", "", pair.judged))
        if pair.notes:
            parts.append(self.tr("%n note(s)", "", pair.notes))
        return ", ".join(parts)
