# SPDX-License-Identifier: MIT
"""What was searched last and what it found, in the library and in the pinned pair."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from diptych import settings as stored
from diptych.errors import DiptychError
from diptych.paths import Profile
from diptych.services import searching
from diptych.services.stores import Stores
from diptych.settings import Searches
from diptych.text.article import Article, Span
from diptych.text.sides import Side
from diptych.ui.desk.pair_hits import PairHit, PairHits
from diptych.ui.parts.lanes import DiskLane
from diptych.ui.parts.translation import told
from diptych.ui.search.searches import with_recent, with_saved, without

if TYPE_CHECKING:
    from diptych.search.answers import Facets
    from diptych.search.snippets import Snippet
    from diptych.services.searching import Answer
    from diptych.translatable import Translatable

PAUSE_MS = 30  # between the last key and the search
LIMIT = 30
MOST_NOTES = 3  # beside articles; all of them with “in:notes”


class SearchState(QObject):
    """Searches as the reader types; the newest answer wins."""

    found = Signal(object)  # Answer
    counted = Signal(object)  # Facets of the answer, a moment later
    passages_found = Signal(str, object)  # article id, tuple[Snippet, ...]
    cleared = Signal()
    searches_changed = Signal(object)  # Searches
    failed = Signal(str)
    troubled = Signal(str)  # an answer is there, but something was left out of it

    def __init__(
        self, disk: DiskLane, profile: Profile, hits: PairHits, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._disk = disk
        self.hits = hits
        # Whoever has found others since: an answer on its way is old.
        hits.changed.connect(lambda _: disk.forget("pair hits"))
        self._searches_file = profile.searches_file
        self.searches = stored.load(Searches, profile.searches_file)
        self.query = ""
        self.order = "relevance"
        self.answer: Answer | None = None
        self.facets: Facets | None = None
        self._marked: Mapping[Side, Article] = {}  # in which the hits were found
        self._trouble: Translatable | None = None  # why notes were left out of the answer
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
            self.answer = None
            self.cleared.emit()

    def set_order(self, order: str) -> None:
        """Sort the results by relevance, date or title."""
        if order != self.order:
            self.order = order
            self.again()

    def again(self) -> None:
        """Search once more: there is more to be found than before."""
        if self.query.strip():
            self._pause.start()

    def warm_up(self) -> None:
        """Open the index and load what searching needs, before the first key."""
        # Any letter will do, for the answer is not looked at.
        self._disk.run("warm-up", _answering("a", "relevance"))

    def _search(self) -> None:
        self._disk.run("search", _answering(self.query, self.order), self._found, self._fail)

    def _found(self, answer: Answer) -> None:
        self.answer, self.facets = answer, None
        self.found.emit(answer)
        if answer.trouble not in (None, self._trouble):
            self.troubled.emit(told(answer.trouble))
        # Told once, not with every key.
        self._trouble = answer.trouble

        def counted(facets: Facets) -> None:
            # What is shown by now may be another answer.
            if answer is self.answer:
                self.facets = facets
                self.counted.emit(facets)

        root = answer.results.root
        self._disk.run("facets", partial(searching.facets, root=root), counted, self._fail)

    def list_passages(self, article_id: str) -> None:
        """Find every passage of one article that holds the query's words."""
        query = self.query

        work = partial(searching.passages_while_typing, article_id=article_id, query=query)

        def done(passages: tuple[Snippet, ...]) -> None:
            # What is typed by now may be something else.
            if query == self.query:
                self.passages_found.emit(article_id, passages)

        self._disk.run("passages", work, done, self._fail)

    # Earlier searches

    def remember(self) -> None:
        """Note that the query was of use: something it found was opened."""
        self._keep(with_recent(self.searches, self.query))

    def save_query(self) -> None:
        """Keep the query for good."""
        self._keep(with_saved(self.searches, self.query))

    def forget(self, query: str) -> None:
        """Forget an earlier or saved search."""
        self._keep(without(self.searches, query))

    def _keep(self, searches: Searches) -> None:
        if searches != self.searches:
            self.searches = searches
            try:
                stored.save(searches, self._searches_file)
            except OSError as error:
                from diptych.atomic import reason  # the first paint does not wait for it

                words = "{path} could not be written: {reason}."
                self._fail(DiptychError(words, path=self._searches_file, reason=reason(error)))
            self.searches_changed.emit(searches)

    # Hits in the pair

    def mark_pair(self, articles: Mapping[Side, Article]) -> None:
        """Find the query's words in the pinned articles, for walking with F3."""
        query = self.query
        if query.strip():
            work = partial(searching.places_while_typing, articles=articles, query=query)
            show = partial(self._show_hits, articles)
            self._disk.run("pair hits", work, show, self._fail)
        else:
            self._disk.forget("pair hits")
            self.hits.show(())

    def _show_hits(
        self, articles: Mapping[Side, Article], places: tuple[tuple[Side, Span], ...]
    ) -> None:
        hits = tuple(PairHit(side, span) for side, span in places)
        # While articles are added the same is looked for again and again, and each time both
        # texts would be marked and painted anew.
        is_shown = hits == self.hits.hits and _are_the_same(articles, self._marked)
        self._marked = articles
        if not is_shown:
            self.hits.show(hits)

    def _fail(self, error: DiptychError) -> None:
        self.failed.emit(told(error.sentence))


def _are_the_same(some: Mapping[Side, Article], others: Mapping[Side, Article]) -> bool:
    return some.keys() == others.keys() and all(some[side] is others[side] for side in some)


def _answering(query: str, order: str) -> Callable[[Stores], Answer]:
    return partial(
        searching.answer_while_typing,
        query=query,
        order=order,
        limit=LIMIT,
        most_notes=MOST_NOTES,
    )
