# SPDX-License-Identifier: MIT
"""From typed words to passages: ask the index, then look into the texts."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field, replace

from diptych.search.answers import Facets, Found, Ranked, SortOrder
from diptych.search.engine import Engine
from diptych.search.expression import And, Fuzzy, In, Leaf, Node, Not, Or, Word, leaves
from diptych.search.indexed import Field, StoredArticle
from diptych.search.occurrences import Occurrence, all_occurrences, quick_occurrences
from diptych.search.query import Query, parse, parse_unfinished, spoken_in
from diptych.search.snippets import Snippet, best_snippet, further, snippets
from diptych.search.understood import in_words
from diptych.text.article import Span, united
from diptych.translatable import Translatable
from diptych.values import dataclass

# From fewer answers on a misspelling is likelier than a rare word.
_FEW = 3
# So many texts are looked into before the best are chosen: words that stand
# side by side may lift an article over others.
_LOOKED_INTO = 20
# score = engine's * (1 + 0.5 * closeness): half as much again where words stand side by side.
_WORTH_OF_CLOSENESS = 0.5


@dataclass(frozen=True, slots=True)
class Hit:
    """One article's best passage.

    ``span`` and ``found`` are places in the text, ``marks`` places in
    ``snippet``; ``more`` counts further passages of the article.
    """

    article: StoredArticle
    span: Span
    snippet: str
    marks: tuple[tuple[int, int], ...]
    found: tuple[Span, ...]
    score: float
    more: int

    @property
    def article_id(self) -> str:
        return self.article.id


@dataclass(frozen=True, slots=True)
class Results:
    """What was found; ``suggestion`` is the query spelt better, when few was found."""

    query_understood: Translatable
    hits: tuple[Hit, ...]
    total: int
    ms: float
    suggestion: str = ""
    facets: Facets = field(default_factory=Facets)
    root: Node | None = None  # what was asked in the end, to count its answers by


@dataclass(frozen=True, slots=True)
class Page:
    """Which of the answers are wanted, and in what order."""

    limit: int = 20
    offset: int = 0
    order: SortOrder = SortOrder.RELEVANCE


def find(
    index: Engine, query: str, *, text_of: Callable[[str], str], page: Page | None = None
) -> Results:
    """Return the best passages of the articles that answer a finished query."""
    started = time.perf_counter()
    found = _found(index, parse(query, index.languages()), text_of, page or Page(), started)
    return replace(found, facets=index.facets(found.root))


def find_while_typing(
    index: Engine, query: str, *, text_of: Callable[[str], str], page: Page | None = None
) -> Results:
    """Return the best passages of a query whose last word may go on.

    Its answers are not counted by source and the like: passages come first.
    """
    started = time.perf_counter()
    asked = parse_unfinished(query, index.languages())
    return _found(index, asked, text_of, page or Page(), started)


Read = Callable[[str, Sequence[str]], Query]


def hits_in(text: str, query: str, *, language: str = "", read: Read = parse) -> tuple[Span, ...]:
    """Return every place of the query's words in one text, in order, none overlapping.

    ``read`` is ``parse`` or, while the query is typed, ``parse_unfinished``.
    """
    return united(each.span for each in _occurrences_in(text, query, language, read))


def passages_in(
    text: str, query: str, *, language: str = "", read: Read = parse
) -> tuple[Snippet, ...]:
    """Return every passage of one text that holds the query's words, in order."""
    return snippets(text, _occurrences_in(text, query, language, read))


def snippet_of(text: str, query: str) -> Snippet:
    """Return the passage of one text that holds most of the query's words."""
    return best_snippet(text, _occurrences_in(text, query, "", parse_unfinished))


def as_json(results: Results) -> dict[str, object]:
    """Return what ``diptych search --json`` prints, but for titles and paths."""
    return {
        "query": results.query_understood,
        "hits": [
            {
                "id": hit.article_id,
                "start": hit.span.start,
                "end": hit.span.end,
                "snippet": hit.snippet,
                "marks": [list(mark) for mark in hit.marks],
                "score": hit.score,
                "more": hit.more,
            }
            for hit in results.hits
        ],
        "total": results.total,
        "suggestion": results.suggestion,
        "facets": {
            "source": results.facets.sources,
            "year": {str(year): count for year, count in results.facets.years.items()},
            "language": results.facets.languages,
            "tag": results.facets.tags,
        },
        "ms": results.ms,
    }


def _found(
    index: Engine, query: Query, text_of: Callable[[str], str], page: Page, started: float
) -> Results:
    root, understood = _known_words(query.root, index), query.understood
    found = _page(index, root, page)
    if not found.total and root is not None:
        # Only where nothing has all of the words: some of them are better than an empty page.
        looser = _loosened(root)
        if looser is not None:
            found = _page(index, looser, page)
            if found.total:
                root, understood = (
                    looser,
                    Translatable("{words} (nothing has all of these)", words=in_words(looser)),
                )
    asked = leaves(root)
    languages = index.languages()
    # Once for each language of the answers, not for each answer.
    spoken = {
        language: [spoken_in(leaf, language, languages) for leaf in asked]
        for language in {ranked.article.language for ranked in found.ranked}
    }
    hits = [hit for ranked in found.ranked if (hit := _hit(ranked, asked, spoken, text_of))]
    # Answers by the endings of another language; those beyond this page stay counted.
    strays = len(found.ranked) - len(hits)
    if page.order is SortOrder.RELEVANCE:
        hits.sort(key=lambda hit: -hit.score)
    total = found.total - strays
    suggestion = _suggestion(index, query) if total < _FEW else ""
    ms = round((time.perf_counter() - started) * 1000, 2)
    shown = tuple(hits[: page.limit])
    return Results(understood, shown, total, ms, suggestion, root=root)


def _page(index: Engine, root: Node | None, page: Page) -> Found:
    limit = page.limit
    # Only the first page is sorted anew; later ones keep the engine's order, or hits would come
    # twice.
    if not page.offset and page.order is SortOrder.RELEVANCE:
        limit = max(limit, _LOOKED_INTO)
    return index.search(root, limit=limit, offset=page.offset, order=page.order)


def _hit(
    ranked: Ranked,
    asked: Sequence[Leaf],
    spoken: Mapping[str, Sequence[Leaf]],
    text_of: Callable[[str], str],
) -> Hit | None:
    """Return the best passage; None if only another language's endings made it an answer.

    ``spoken`` has what is asked as each language says it.
    """
    text, language = text_of(ranked.id), ranked.article.language
    own = spoken[language]
    found = quick_occurrences(own, text, language)
    # “Putin” is “put” to a Hungarian stemmer: in an English text it would mark every “put”.
    if not found and own != list(asked) and quick_occurrences(asked, text, language):
        return None
    snippet = best_snippet(text, found)
    score = ranked.score * (1 + _WORTH_OF_CLOSENESS * snippet.closeness)
    return Hit(
        ranked.article,
        snippet.span,
        snippet.text,
        snippet.marks,
        snippet.found,
        round(score, 4),
        further(text, found, snippet.span),
    )


def _known_words(node: Node | None, index: Engine) -> Node | None:
    """Return the query with each near spelling as the words the library has for it."""
    if isinstance(node, Fuzzy):
        return Word(node.written, index.terms_close_to(node.written, node.distance))
    if isinstance(node, And | Or):
        # A near spelling is worked out once, for asking, marking and saying what was found.
        parts = (_known_words(part, index) for part in node.parts)
        return type(node)(tuple(part for part in parts if part is not None))
    if isinstance(node, In) and node.field in (Field.TITLE, Field.BODY):
        return In(node.field, _known_words(node.part, index) or node.part)
    return node


def _loosened(root: Node) -> Node | None:
    """Return the query asking for some of the words where it asked for all."""
    if not isinstance(root, And):
        return None
    # What narrows stays demanded: dates, languages, other fields, and what is not wanted.
    plain = [part for part in root.parts if not isinstance(part, Not) and leaves(part)]
    if len(plain) < 2:
        return None
    strict = [part for part in root.parts if part not in plain]
    some = Or(tuple(plain))
    return And((some, *strict)) if strict else some


def _suggestion(index: Engine, query: Query) -> str:
    """Return the query with each unknown word replaced by a known one, or nothing."""
    better = query.typed
    for word in query.words:
        if query.typed.endswith(word) and index.complete(word, 1):
            continue  # it may be the beginning of a word
        known = index.search(_word_alone(index, word), limit=1).total
        close = "" if known else index.suggestion(word)
        # The same word in small letters is no better spelling.
        if close and close != word.casefold():
            better = better.replace(word, close)
    return better if better != query.typed else ""


def _word_alone(index: Engine, word: str) -> Word | None:
    root = parse(word, index.languages()).root
    return root if isinstance(root, Word) else None


def _occurrences_in(text: str, query: str, language: str, read: Read) -> Sequence[Occurrence]:
    root = read(query, (language,)).root
    return all_occurrences(leaves(root), text, language)
