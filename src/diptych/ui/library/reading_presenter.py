# SPDX-License-Identifier: MIT
"""Marks articles as to be read, begun and read; keeps pairs under names."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject

from diptych.library.progress import ReadingState, SavedPair
from diptych.text.sides import Side
from diptych.ui.desk import present
from diptych.ui.desk.frame import Frame
from diptych.ui.desk.library_state import LibraryState
from diptych.ui.desk.pair_state import PairState
from diptych.ui.desk.shelf_state import ShelfState
from diptych.ui.library.panel import LibraryPanel
from diptych.ui.parts.name_sheet import NameSheet

LONGEST_NAME = 30  # of a title in the name that is suggested


class ReadingListPresenter(QObject):
    """Says in the library what was read; opening an article begins it."""

    def __init__(
        self, library: LibraryState, pair: PairState, panel: LibraryPanel, frame: Frame
    ) -> None:
        super().__init__(frame.window)
        self._library = library
        self._shelf = ShelfState(library)
        self._pair = pair
        self._panel = panel
        self._texts = frame.texts
        self._status = frame.status
        self._window = frame.window
        pair.pinned.connect(self._begin)
        panel.reading_requested.connect(self.mark)
        panel.pairs.save_requested.connect(self._ask_name)
        panel.pairs.forget_requested.connect(self._forget)
        actions = frame.actions
        actions["reading-list"].triggered.connect(lambda: self._mark_chosen(ReadingState.LISTED))
        actions["mark-read"].triggered.connect(lambda: self._mark_chosen(ReadingState.READ))
        actions["save-pair"].triggered.connect(self._save_open)

    # What was read

    def mark(self, ids: Sequence[str], state: ReadingState) -> None:
        """Say how far the reader has come; it can be taken back."""
        # As they were, for undoing.
        before = {id_: e.reading for id_ in ids if (e := self._library.entry(id_)) is not None}
        if not before:
            return

        def take_back() -> None:
            # A call for each state, not one for each article.
            for was in set(before.values()):
                self._shelf.mark_read([i for i in before if before[i] is was], was)

        self._shelf.mark_read(tuple(before), state)
        said = {
            ReadingState.UNREAD: self.tr("%n article(s) marked as unread.", "", len(before)),
            ReadingState.LISTED: self.tr("%n article(s) put on the reading list.", "", len(before)),
            ReadingState.BEGUN: self.tr("%n article(s) marked as begun.", "", len(before)),
            ReadingState.READ: self.tr("%n article(s) marked as read.", "", len(before)),
        }[state]
        self._status.say(said, undo=take_back)

    def _mark_chosen(self, state: ReadingState) -> None:
        """Mark the articles chosen in the library, or else the one that is read."""
        pinned = self._pair.sides[self._texts.focused_side()]
        # Its file may have changed since it was opened.
        open_id = self._library.newest(pinned.article.id) if pinned is not None else ""
        # What is chosen counts only while the reader is in the list.
        ids = self._panel.selected_ids() if self._panel.has_keyboard() else (open_id,)
        entries = [e for id_ in ids if (e := self._library.entry(id_)) is not None]
        if not entries:
            self._status.say(self.tr("Choose an article in the library first."))
            return
        # Said once more it is taken back.
        is_again = all(entry.reading is state for entry in entries)
        self.mark(tuple(e.id for e in entries), ReadingState.UNREAD if is_again else state)

    def _begin(self, side: Side) -> None:
        pinned = self._pair.sides[side]
        entry = self._library.entry(pinned.article.id) if pinned is not None else None
        # What was read stays so when it is opened again.
        if entry is not None and entry.reading in (ReadingState.UNREAD, ReadingState.LISTED):
            self._shelf.mark_read((entry.id,), ReadingState.BEGUN)

    # Pairs under a name

    def _save_open(self) -> None:
        left, right = map(self._library.newest, self._pair.pinned_ids())
        if left and right:
            self._ask_name(left, right)
        else:
            self._status.say(self.tr("Pin two articles first."))

    def _ask_name(self, left: str, right: str) -> None:
        entries = [self._library.entry(id_) for id_ in (left, right)]
        titles = [present.shortened(e.called, LONGEST_NAME) for e in entries if e is not None]
        known = {pair.name for pair in self._library.shelves.pairs}

        def about(name: str) -> str:
            if not name:
                return self.tr("Without a name the pair is not saved.")
            if name in known:
                return self.tr("It takes the place of the pair saved under this name.")
            return self.tr("It stands before the recent pairs, with a star.")

        sheet = NameSheet(
            self.tr("Save this pair"),
            about,
            name=" / ".join(titles),
            known=known,
            parent=self._window,
        )
        sheet.named.connect(lambda name: self.save(SavedPair(name, left, right)))
        sheet.open()

    def save(self, pair: SavedPair) -> None:
        """Keep a pair under a name."""

        known = next((p for p in self._library.shelves.pairs if p.name == pair.name), None)

        def take_back() -> None:
            # The one of that name gave way to it.
            if known is None:
                self._shelf.forget_pair(pair.name)
            else:
                self._shelf.save_pair(known)

        self._shelf.save_pair(pair)
        self._status.say(self.tr("Saved as “{0}”.").format(pair.name), undo=take_back)

    def _forget(self, name: str) -> None:
        pair = next((p for p in self._library.shelves.pairs if p.name == name), None)
        if pair is None:
            return

        self._shelf.forget_pair(name)
        self._status.say(
            self.tr("“{0}” is kept no longer.").format(name),
            undo=partial(self._shelf.save_pair, pair),
        )
