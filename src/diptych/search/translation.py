# SPDX-License-Identifier: MIT
"""From an expression to an engine's query: what is the same for every engine."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Any

from diptych.search.engine import DEFAULT_FIELDS
from diptych.search.expression import (
    And,
    Dated,
    Fuzzy,
    In,
    InLanguage,
    Node,
    Not,
    Or,
    Prefix,
    Word,
)
from diptych.search.indexed import Field
from diptych.search.spelling import terms_of_close_forms
from diptych.search.word_list import WordList, most_frequent_terms
from diptych.text.plain_forms import plain_form, without_accents
from diptych.text.terms import is_paired

SCORED_EXPANSIONS = 32  # of a beginning; words beyond count as found, not as rare
_MOST_EXPANSIONS = 2_000  # terms
_MOST_EXPANSIONS_OF_FEW = 500  # of one or two letters, which nobody means to be exact
_FEW_LETTERS = 2


class Translation(ABC):
    """Says an expression in an engine's words; each engine says the words.

    Queries are the engine's own and of no type here.
    """

    def __init__(self, lists: Sequence[WordList]) -> None:
        self._lists = lists
        self._expansions: dict[str, list[str]] = {}

    def query(self, node: Node, among: Sequence[Field] = DEFAULT_FIELDS) -> Any:
        """Return the query that the same articles answer."""
        if isinstance(node, And):
            return self._conjunction(node.parts, among)
        if isinstance(node, Or):
            return self.any_of([self.query(part, among) for part in node.parts])
        if isinstance(node, Not):
            # An engine cannot ask for what is not there alone: all but those.
            return self._conjunction((node,), among)
        if isinstance(node, In):
            return self.query(node.part, (node.field,))
        if isinstance(node, Dated):
            # Articles without a date have 0 and are from no time.
            return self.dated(max(node.since, 1), node.until)
        if isinstance(node, InLanguage):
            return self.in_language(node.code)
        return self.any_of([self.in_field(node, field) for field in among])

    @abstractmethod
    def all_of(self, wanted: Sequence[Any], unwanted: Sequence[Any]) -> Any:
        """Ask for all of some and none of others; with nothing wanted, for all but those."""

    @abstractmethod
    def any_of(self, queries: Sequence[Any]) -> Any:
        """Ask for any of some."""

    @abstractmethod
    def dated(self, since: int, until: int) -> Any:
        """Ask for dates from one on and before another; 0 leaves the end open."""

    @abstractmethod
    def in_language(self, code: str) -> Any:
        """Ask for a language."""

    @abstractmethod
    def in_field(self, node: Node, field: Field) -> Any:
        """Ask for words, words side by side, or words near one another in one field."""

    @abstractmethod
    def beginning(self, start: str, field: Field) -> list[str]:
        """Return the terms of a field that begin with some letters."""

    def terms(self, node: Node, field: Field) -> list[str]:
        """Return the terms a word stands for in a field, the most frequent first.

        In titles and texts beginnings are asked for by words as they are written,
        since a stem may be shorter than what was typed.
        """
        if isinstance(node, Word):
            return list(node.terms)
        if isinstance(node, Fuzzy):
            return list(terms_of_close_forms(self._lists, node.written, node.distance))
        if not isinstance(node, Prefix):
            return []
        start = without_accents(plain_form(node.written))
        if is_paired(node.written) or field not in DEFAULT_FIELDS:
            return self.beginning(start, field)
        # Asked for in titles and texts alike, and again for the counts.
        if start not in self._expansions:
            most = _MOST_EXPANSIONS_OF_FEW if len(start) <= _FEW_LETTERS else _MOST_EXPANSIONS
            self._expansions[start] = most_frequent_terms(self._lists, start, most)
        return self._expansions[start]

    def _conjunction(self, parts: Sequence[Node], among: Sequence[Field]) -> Any:
        return self.all_of(
            [self.query(part, among) for part in parts if not isinstance(part, Not)],
            [self.query(part.part, among) for part in parts if isinstance(part, Not)],
        )


def is_scored(node: Node) -> bool:
    """Tell whether some articles answer better than others."""
    if isinstance(node, And | Or):
        return any(map(is_scored, node.parts))
    return not isinstance(node, Not | Dated | InLanguage)
