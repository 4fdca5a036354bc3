# SPDX-License-Identifier: MIT
"""Every place of a word with its neighbours to the left and to the right."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from enum import StrEnum

from diptych.patterns import late_pattern
from diptych.search.engine import Engine
from diptych.search.expression import leaves
from diptych.search.indexed import StoredArticle
from diptych.search.occurrences import quick_occurrences
from diptych.search.query import parse
from diptych.text.article import Span, united
from diptych.text.plain_forms import plain_form, without_accents
from diptych.text.tokens import any_word
from diptych.values import dataclass

CONTEXT_LETTERS = 60
_SORTED_BY_WORDS = 4  # words from the place; more rarely decide
# Each of them is read whole.
_MOST_ARTICLES = 500
_SPACES = late_pattern(r"\s+")


class Sorting(StrEnum):
    """By what lines are put in order."""

    TEXT = "text"
    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Line:
    """One place: what stands before the word, the word, what stands after; one line each."""

    article: str
    span: Span
    left: str
    word: str
    right: str


@dataclass(frozen=True, slots=True)
class Concordance:
    """The places of a word; ``total`` counts those beyond the limit too.

    ``passed_over`` is the number of articles that have the word as well and were
    not looked into, of a very common one.
    """

    lines: tuple[Line, ...]
    total: int
    passed_over: int = 0


def concordance(
    texts: Iterable[tuple[str, str, str]],
    query: str,
    *,
    sorting: Sorting = Sorting.TEXT,
    limit: int = 1_000,
) -> Concordance:
    """Return the places of a query's words in texts given as (name, text, language)."""
    lines = [line for name, text, language in texts for line in _lines(name, text, language, query)]
    if sorting is Sorting.RIGHT:
        lines.sort(key=lambda line: _following(line.right))
    elif sorting is Sorting.LEFT:
        # To the left the nearest word decides first, so the words are read backwards.
        lines.sort(key=lambda line: _following(line.left)[::-1][:_SORTED_BY_WORDS])
    return Concordance(tuple(lines[:limit]), len(lines))


def concordance_of_library(
    index: Engine,
    query: str,
    *,
    text_of: Callable[[str], str],
    sorting: Sorting = Sorting.TEXT,
    limit: int = 1_000,
) -> Concordance:
    """Return the places of a query's words in the best of the articles that have them."""
    root = parse(query, index.languages()).root
    answers = index.search(root, limit=_MOST_ARTICLES)
    found: list[StoredArticle] = [ranked.article for ranked in answers.ranked]
    texts = ((article.id, text_of(article.id), article.language) for article in found)
    listed = concordance(texts, query, sorting=sorting, limit=limit)
    return replace(listed, passed_over=answers.total - len(found))


def as_table(found: Concordance, *, title_of: Callable[[str], str]) -> str:
    """Return the lines as tab-separated text, ready to be pasted into a table."""
    rows = ["\t".join(("Article", "Before", "Word", "After"))]
    rows += [
        # A tab or a line break in a cell would part it in two.
        "\t".join(_SPACES.sub(" ", cell).strip() for cell in cells)
        for line in found.lines
        for cells in [(title_of(line.article), line.left, line.word, line.right)]
    ]
    return "\n".join(rows) + "\n"


def _lines(name: str, text: str, language: str, query: str) -> Iterable[Line]:
    asked = leaves(parse(query, (language,)).root)
    if not asked:
        return
    for span in united(each.span for each in quick_occurrences(asked, text, language)):
        before = text[max(0, span.start - CONTEXT_LETTERS) : span.start]
        after = text[span.end : span.end + CONTEXT_LETTERS]
        # The context begins and ends with whole words; where there are no spaces, with any
        # letter.
        if span.start > CONTEXT_LETTERS and not before[:1].isspace():
            before = before[_first_gap(before) :]
        if span.end + CONTEXT_LETTERS < len(text):
            after = after[: after.rfind(" ")] if " " in after else after
        yield Line(name, span, _one_line(before), _one_line(span.of(text)), _one_line(after))


def _first_gap(text: str) -> int:
    # 0 where there is none: text without spaces stays whole.
    return text.find(" ") + 1


def _one_line(text: str) -> str:
    return _SPACES.sub(" ", text)


def _following(text: str) -> list[str]:
    """Return the words of a context, plain, for comparing."""
    return [without_accents(plain_form(word)) for word in any_word().findall(text)]
