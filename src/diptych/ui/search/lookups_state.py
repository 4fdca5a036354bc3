# SPDX-License-Identifier: MIT
"""Looks up quotations, words in all their contexts, and a query in both articles."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from diptych.errors import DiptychError
from diptych.services import searching
from diptych.ui.parts.lanes import DiskLane
from diptych.ui.parts.translation import told

MOST_LINES = 2_000  # places of a word; further ones are only counted


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
        work = partial(searching.quote_places, quotation=quotation)
        self._disk.run("quote", work, self.quote_checked.emit, self._fail)

    def list_word(self, word: str, among: tuple[str, ...] = ()) -> None:
        """List a word's places in some articles, or in the whole library."""
        work = partial(searching.concordance, query=word, among=among, limit=MOST_LINES)
        self._disk.run("concordance", work, self.lines_found.emit, self._fail)

    def search_both(self, query: str, left: str, right: str) -> None:
        """Find a query's passages in two articles."""
        work = partial(searching.search_both, query=query, left=left, right=right)
        self._disk.run("search both", work, self.both_found.emit, self._fail)

    def _fail(self, error: DiptychError) -> None:
        self.failed.emit(told(error.sentence))
