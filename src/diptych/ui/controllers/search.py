# SPDX-License-Identifier: MIT
"""What was searched last and what it found, in the library and in the pinned pair."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from diptych.errors import DiptychError
from diptych.rooms import Rooms, readable_text
from diptych.text.article import Article, Span
from diptych.ui.tasks import DiskLane

if TYPE_CHECKING:
    from diptych.search.finder import Results

PAUSE_MS = 60  # between the last key and the search
LIMIT = 30


@dataclass(frozen=True, slots=True)
class PairHit:
    """A place on a side that holds the searched words."""

    side: str
    span: Span


class SearchController(QObject):
    """Searches as the reader types; the newest answer wins."""

    found = Signal(object)  # Results
    cleared = Signal()
    pair_hits_changed = Signal(object)  # tuple[PairHit, ...]
    hit_shown = Signal(object)  # PairHit
    failed = Signal(str)

    def __init__(self, disk: DiskLane, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._disk = disk
        self.query = ""
        self.results: Results | None = None
        self.pair_hits: tuple[PairHit, ...] = ()
        self._at = -1
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._search)

    def type(self, query: str) -> None:
        """Take over what stands in the search field."""
        self.query = query
        if query.strip():
            self._pause.start()
        else:
            self._pause.stop()
            self._disk.forget("search")
            self.results = None
            self.cleared.emit()

    def _search(self) -> None:
        query = self.query

        def work(rooms: Rooms) -> Results:
            from diptych.search.finder import Page

            return rooms.search_while_typing(query, Page(LIMIT))

        self._disk.run("search", work, self._found, self._fail)

    def again(self) -> None:
        """Search once more: there is more to be found than before."""
        if self.query.strip():
            self._pause.start()

    def warm_up(self) -> None:
        """Open the index and load what searching needs, before the first key."""
        self._disk.run("warm-up", lambda rooms: rooms.search_while_typing("a"))

    def _found(self, results: Results) -> None:
        self.results = results
        self.found.emit(results)

    def mark_pair(self, articles: dict[str, Article]) -> None:
        """Find the query's words in the pinned articles, for walking with F3."""
        query = self.query

        def work(_: Rooms) -> tuple[PairHit, ...]:
            from diptych.search.finder import hits_in

            return tuple(
                PairHit(side, span)
                for side, article in articles.items()
                for span in hits_in(readable_text(article), query)
            )

        if query.strip():
            self._disk.run("pair hits", work, self._pair_hits, self._fail)
        else:
            self._pair_hits(())

    def _pair_hits(self, hits: tuple[PairHit, ...]) -> None:
        self.pair_hits = hits
        self._at = -1
        self.pair_hits_changed.emit(hits)

    def show_pair_hits(self, hits: tuple[PairHit, ...]) -> None:
        """Take over places found otherwise, to be marked and walked."""
        self._disk.forget("pair hits")
        self._pair_hits(hits)

    def stand_at(self, side: str, place: int) -> None:
        """Continue walking from a place the reader went to."""
        for number, hit in enumerate(self.pair_hits):
            if hit.side == side and hit.span.start <= place < hit.span.end:
                self._at = number

    def walk(self, direction: int) -> None:
        """Go to the next (1) or previous (-1) hit, left article first, then right."""
        if self.pair_hits:
            start = -1 if direction > 0 and self._at < 0 else max(self._at, 0)
            self._at = (start + direction) % len(self.pair_hits)
            self.hit_shown.emit(self.pair_hits[self._at])

    def position(self) -> tuple[int, int]:
        """Return which hit of how many is shown, counted from 1."""
        return self._at + 1, len(self.pair_hits)

    def _fail(self, error: DiptychError) -> None:
        self.failed.emit(str(error))
