# SPDX-License-Identifier: MIT
"""Joins the making of meaning vectors with the library, the pair and the status line."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject

from diptych.ui.desk.found_matches import LookedAt
from diptych.ui.desk.frame import Frame
from diptych.ui.desk.library_state import LibraryState
from diptych.ui.desk.pair_state import PairState
from diptych.ui.matches.meaning_state import MeaningState
from diptych.ui.parts.tally_line import TallyLine


class MeaningPresenter(QObject):
    """Has vectors made for what is read, shows how far it is, and sharpens the pair."""

    def __init__(
        self,
        meaning: MeaningState,
        library: LibraryState,
        pair: PairState,
        tally: TallyLine,
        frame: Frame,
    ) -> None:
        super().__init__(frame.window)
        self._meaning = meaning
        self._pair = pair
        self._tallies = [tally]
        self._is_reading = False
        self._read_for = ("", "")  # the pair that was still being read when last looked at
        self._status = frame.status
        self._by_meaning = frame.actions["by-meaning"]
        self._pause = frame.actions["pause-meaning"]
        self._preferences = frame.preferences
        self._by_meaning.setChecked(self._preferences.now.by_meaning)
        self._go_by_meaning(self._preferences.now.by_meaning)
        self._connect(library)

    def _connect(self, library: LibraryState) -> None:
        meaning, pair = self._meaning, self._pair
        library.entries_changed.connect(meaning.show_entries)
        # What lies open goes before the rest of the library.
        pair.pinned.connect(lambda *_: meaning.want_first(pair.pinned_ids()))
        meaning.made.connect(self._sharpen)
        meaning.failed.connect(self._status.say)
        meaning.progressed.connect(self._show)
        # What is counted meanwhile is not the last word.
        for looked_at in (meaning.progressed, pair.compared, pair.settled):
            looked_at.connect(lambda *_: self._tell())
        self._status.meaning.clicked.connect(self._pause.toggle)
        self._pause.toggled.connect(self._set_paused)
        self._by_meaning.toggled.connect(self._take_choice)

    def tell_with(self, tally: TallyLine) -> None:
        """Say it with the counts of another line too."""
        self._tallies.append(tally)
        tally.show_reading(self._is_reading)

    def _sharpen(self, article_id: str) -> None:
        if article_id in self._pair.pinned_ids():
            self._pair.sharpen()

    def _tell(self) -> None:
        """Say with the counts whether others may come, and once that none will."""
        pair, ids = self._pair, self._pair.pinned_ids()
        # Where no encoder knows both languages nothing more comes of reading one of them.
        may_change = pair.looked_at in (LookedAt.WORDS_SO_FAR, LookedAt.ALL)
        is_under_way = pair.is_sharpening or (may_change and self._meaning.lacks(ids))
        is_reading = pair.comparison is not None and is_under_way
        self._is_reading = is_reading
        for line in self._tallies:
            line.show_reading(is_reading)
        was_reading, self._read_for = self._read_for == ids, ids if is_reading else ("", "")
        is_read = may_change and not self._meaning.is_paused and pair.comparison is not None
        is_done = is_read and not is_reading
        if was_reading and all(ids) and is_done:
            self._status.say(self.tr("Both are read for meaning: these counts are final."))

    def _take_choice(self, on: bool) -> None:
        self._go_by_meaning(on)
        self._preferences.change(replace(self._preferences.now, by_meaning=on))

    def _go_by_meaning(self, on: bool) -> None:
        self._pause.setEnabled(on)
        self._pair.set_by_meaning(on)
        # By the reader's word, or since nothing is compared by meaning.
        self._meaning.pause(not on or self._pause.isChecked())

    def _set_paused(self, paused: bool) -> None:
        self._meaning.pause(paused)
        if paused:
            self._status.show_meaning(
                self.tr("Reading for meaning is paused"), self.tr("Click to go on")
            )

    def _show(self, done: int, total: int) -> None:
        if done >= total:
            self._status.show_meaning("", "")
        else:
            text = self.tr("Reading for meaning: {0} %").format(100 * done // total)
            self._status.show_meaning(text, self.tr("Click to pause"))
