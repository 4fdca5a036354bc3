# SPDX-License-Identifier: MIT
"""Joins the library with its panel, the dialogs that add to it, and the pair."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal, SignalInstance
from PySide6.QtGui import QDesktopServices

from diptych.library.progress import ON_THE_LIST, ReadingState
from diptych.text.sides import SIDES, Side
from diptych.ui.desk import present
from diptych.ui.desk.frame import Frame
from diptych.ui.desk.library_state import LibraryState
from diptych.ui.desk.pair_state import PairState
from diptych.ui.library.adding_presenter import AddingPresenter
from diptych.ui.library.arranging import Arrangement, row_steps
from diptych.ui.library.panel import LibraryPanel
from diptych.ui.parts.steps import Steps

if TYPE_CHECKING:
    from diptych.library.entry import Entry


class LibraryPresenter(QObject):
    """Shows the library, adds and removes, pins from the list."""

    counted = Signal(int)  # articles in the library
    emptied = Signal(bool)  # whether there is nothing to read: no article here, none pinned

    def __init__(
        self,
        library: LibraryState,
        pair: PairState,
        panel: LibraryPanel,
        frame: Frame,
    ) -> None:
        super().__init__(frame.window)
        self._library = library
        self._pair = pair
        self._panel = panel
        self._status = frame.status
        self._actions = frame.actions
        self._texts = frame.texts
        self._window = frame.window
        self._sort = "title"
        self._grouped = False
        self._shelf = ("", "")
        self._shares: dict[str, float] = {}
        self._listing = Steps(self)
        self.adding = AddingPresenter(library, pair, panel, frame)
        self._connect()

    def _connect(self) -> None:
        library, pair, panel = self._library, self._pair, self._panel
        library.entries_changed.connect(lambda _: self._show())
        library.shelves_changed.connect(lambda _: self._show())
        library.failed.connect(self._status.say)
        self.adding.folder_requested.connect(self._show_folder)
        pair.pinned.connect(lambda *_: self._show())
        pair.cleared.connect(lambda _: self._show())
        panel.open_requested.connect(self._open)
        panel.pin_left_requested.connect(partial(self._pin, Side.LEFT))
        panel.pin_right_requested.connect(partial(self._pin, Side.RIGHT))
        panel.sort_requested.connect(self.set_sort)
        panel.group_requested.connect(self.set_grouped)
        panel.shelf_requested.connect(self.set_shelf)
        panel.reveal_requested.connect(self._reveal)
        panel.pair_requested.connect(self._pin_pair)
        actions = self._actions
        for name, request in (
            ("edit-article", panel.edit_requested),
            ("reveal-file", panel.reveal_requested),
            ("open-chapter", panel.chapters_requested),
        ):
            # ``r`` is bound now: by the time one of them triggers, the loop stands at its last.
            actions[name].triggered.connect(lambda _=False, r=request: self._ask_for_chosen(r))
        actions["best-pair"].triggered.connect(self.open_best_pair)
        actions["remove-articles"].triggered.connect(self._remove_chosen)
        actions["pin-left"].triggered.connect(lambda: self._pin_selected(Side.LEFT))
        actions["pin-right"].triggered.connect(lambda: self._pin_selected(Side.RIGHT))

    # The list

    def set_sort(self, sort: str) -> None:
        """Order the list by another property."""
        self._sort = sort
        self._panel.heading.set_sort(sort)
        self._show()

    def show_shares(self, shares: Mapping[str, float]) -> None:
        """Show how much articles share with the pinned one, 0 to 1 by id."""
        self._shares = dict(shares)
        self._show()

    @property
    def sort(self) -> str:
        return self._sort

    def set_grouped(self, grouped: bool) -> None:
        """Put the list under headings of what it is sorted by."""
        self._grouped = grouped
        self._panel.heading.set_grouped(grouped)
        self._show()

    @property
    def is_grouped(self) -> bool:
        return self._grouped

    def set_shelf(self, kind: str, name: str) -> None:
        """Show only the articles of a collection or with a tag; all of them for empty names."""
        self._shelf = (kind, str(name))
        self._panel.heading.set_shelf(kind, name)
        self._show()

    @property
    def shelf(self) -> tuple[str, str]:
        return self._shelf

    def _on_shelf(self, entries: Sequence[Entry]) -> list[Entry]:
        kind, name = self._shelf
        if kind == "collection":
            ids = set(self._library.shelves.collections.get(name, ()))
            return [entry for entry in entries if entry.id in ids]
        if kind == "reading":
            states = ON_THE_LIST if name == "list" else (ReadingState(name),)
            return [entry for entry in entries if entry.reading in states]
        return [entry for entry in entries if not kind or name in entry.tags]

    def _show(self) -> None:
        # Until then nobody can say that there are no articles.
        if not self._library.is_read:
            return
        # Not begun anew for each article of many that come in: it would never end.
        self._listing.start_when_free(self._rows_shown)
        entries = self._library.entries
        self.counted.emit(len(entries))
        self.emptied.emit(not entries and not any(self._pair.pinned_ids()))

    def _rows_shown(self) -> Iterator[None]:
        """Put the articles into the list as it is wished now, a moment at a time."""
        entries, shelves = self._library.entries, self._library.shelves
        tags = sorted({tag for entry in entries for tag in entry.tags}, key=str.casefold)
        self._panel.heading.show_shelves(tuple(shelves.collections), tags)
        left, right = map(self._library.newest, self._pair.pinned_ids())
        arrangement = Arrangement(
            self._sort, self._grouped, (left, right), self._shares, shelves.alike
        )
        rows = yield from row_steps(self._on_shelf(entries), arrangement)
        self._panel.show_rows(rows)

    def chosen_ids(self) -> tuple[str, ...]:
        """Return the articles chosen in the library, or else the one that is read."""
        pinned = self._pair.sides[self._texts.focused_side()]
        is_open = (self._library.newest(pinned.article.id),) if pinned is not None else ()
        chosen = self._panel.selected_ids() or is_open
        if not chosen:
            self._status.say(self.tr("Choose an article in the library first."))
        return chosen

    def _ask_for_chosen(self, request: SignalInstance) -> None:
        # What is asked for is about one article.
        for article_id in self.chosen_ids()[:1]:
            request.emit(article_id)

    def _remove_chosen(self) -> None:
        if chosen := self.chosen_ids():
            self._panel.remove_requested.emit(chosen)

    def open_best_pair(self) -> None:
        """Open the two articles of the library that share most."""
        from diptych.services.companions import best_pair  # brings numpy with it

        self._status.say(self.tr("Looking for two that share much…"))
        self._library.ask("best pair", best_pair, self._show_best)

    def _show_best(self, pair: tuple[str, str] | None) -> None:
        if pair is None:
            self._status.say(self.tr("No two articles here share a passage."))
        else:
            self._status.end_message()  # they are found
            self._pair.found.want_first_match()
            self._pin_pair(*pair)

    def _pin_selected(self, side: Side) -> None:
        article_id = self._panel.current_id()
        if article_id:
            self._pin(side, article_id)
        else:
            self._status.say(self.tr("Choose an article in the library first."))

    def _open(self, article_id: str) -> None:
        """Put an article where there is room, or go to the side on which it lies open."""
        if len(self._panel.selected_ids()) > len(SIDES):
            self._status.say(present.two_at_a_time())
            return
        ids = self._pair.pinned_ids()
        if article_id in ids:
            self._texts.focus(SIDES[ids.index(article_id)])
        else:
            self._pin(self._pair.free_side(), article_id)

    def _pin(self, side: Side, article_id: str) -> None:
        """Put an article on a side; Back leads to what stood there."""
        before, entry = self._pair.sides[side], self._library.entry(article_id)
        if before is not None and entry is not None and before.article.id != article_id:
            self._pair.remember_step(self._texts.places())
            told = self.tr("“{0}” made room for “{1}”; Alt+Left brings it back.")
            titles = (present.shortened(t, 50) for t in (before.article.called, entry.called))
            self._status.say(told.format(*titles))
        self._pair.pin(side, article_id)

    def _pin_pair(self, left_id: str, right_id: str) -> None:
        if any(self._pair.pinned_ids()):
            self._pair.remember_step(self._texts.places())
        self._pair.pin(Side.LEFT, left_id)
        self._pair.pin(Side.RIGHT, right_id)

    def _reveal(self, article_id: str) -> None:
        entry: Entry | None = self._library.entry(article_id)
        if entry is not None:
            self._show_folder(entry.path.parent)

    def _show_folder(self, folder: Path) -> None:
        """Show a folder in the desktop's own file browser."""
        if folder.is_dir():
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
        else:
            self._status.say(self.tr("The folder {0} is no longer there.").format(folder))
