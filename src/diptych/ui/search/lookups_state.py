# SPDX-License-Identifier: MIT
"""Looks up quotations, words in all their contexts, and a query in both articles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from diptych.errors import DiptychError
from diptych.services.articles import text_of
from diptych.services.searching import check_quote, concordance, search_both
from diptych.services.stores import Stores
from diptych.ui.parts.lanes import DiskLane
from diptych.ui.parts.translation import told

if TYPE_CHECKING:
    from diptych.search.both import FacingPassages
    from diptych.search.concordance import Concordance
    from diptych.search.quote_check import QuoteHit

MOST_LINES = 2_000


@dataclass(frozen=True, slots=True)
class QuotePlaces:
    """Where a quotation stands; with each place the text it was found in."""

    quotation: str
    hits: tuple[tuple[QuoteHit, str], ...]
    passed_over: int


class LookupsState(QObject):
    """Answers the dialogs that ask the whole library or the pair for words."""

    quote_checked = Signal(object)  # QuotePlaces
    lines_found = Signal(object)  # Concordance
    both_found = Signal(object)  # tuple[FacingPassages, ...]
    failed = Signal(str)

    def __init__(self, disk: DiskLane, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._disk = disk

    def check_quote(self, quotation: str) -> None:
        """Look for a quotation in the library."""

        def work(stores: Stores) -> QuotePlaces:
            checked = check_quote(stores, quotation)
            texts = (text_of(stores, hit.article.id) for hit in checked.hits)
            hits = tuple(zip(checked.hits, texts, strict=True))
            return QuotePlaces(quotation, hits, checked.passed_over)

        self._disk.run("quote", work, self.quote_checked.emit, self._fail)

    def list_word(self, word: str, among: tuple[str, ...] = ()) -> None:
        """List a word's places in some articles, or in the whole library."""

        def work(stores: Stores) -> Concordance:
            return concordance(stores, word, among=among, limit=MOST_LINES)

        self._disk.run("concordance", work, self.lines_found.emit, self._fail)

    def search_both(self, query: str, left: str, right: str) -> None:
        """Find a query's passages in two articles."""

        def work(stores: Stores) -> tuple[FacingPassages, ...]:
            return search_both(stores, query, left, right)

        self._disk.run("search both", work, self.both_found.emit, self._fail)

    def _fail(self, error: DiptychError) -> None:
        self.failed.emit(told(error.sentence))
