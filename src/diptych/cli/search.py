# SPDX-License-Identifier: MIT
"""Commands that find words."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from diptych.cli.parsing import GONE, Commands, positive, print_json
from diptych.errors import UsageError
from diptych.services.articles import entries, entries_of, open_article
from diptych.services.indexing import (
    IndexWork,
    rebuild_index,
    refresh_and_tidy,
    refresh_if_possible,
)
from diptych.services.searching import (
    concordance,
    find_notes,
    notes_beside,
    passages_of,
    quote_places,
    search,
    search_both,
)

if TYPE_CHECKING:
    from diptych.library.entry import Entry
    from diptych.search.concordance import Concordance
    from diptych.search.finder import Page, Results
    from diptych.search.quote_check import QuoteCheck, QuotePlace
    from diptych.search.snippets import Snippet
    from diptych.services.searching import NoteHit
    from diptych.services.stores import Stores
    from diptych.text.article import Span

# The values of SortOrder and Sorting, spelled out so that the parser loads no engine.
ORDERS = ("relevance", "date", "title")
SORTINGS = ("text", "left", "right")


def add_commands(commands: Commands) -> None:
    """Add the commands of this module."""
    search = commands.add("search", _search, "Find passages that hold some words.")
    search.add_argument(
        "query",
        nargs="+",
        action=_Joined,
        metavar="QUERY",
        help="words, “phrases”, AND OR NOT, -word, prefix*, fuzzy~, near/10, title: author: "
        "source: tag: lang: after: before: in:notes",
    )
    search.add_argument(
        "--limit", type=positive, default=20, metavar="N", help="at most so many passages"
    )
    search.add_argument(
        "--offset", type=_natural, default=0, metavar="N", help="leave out the first so many"
    )
    search.add_argument("--sort", choices=ORDERS, default=ORDERS[0], help="what stands first")
    search.add_argument(
        "--passages", action="store_true", help="list every passage of each article"
    )
    search.add_argument(
        "--facets", action="store_true", help="count the answers by source, year, language, tag"
    )
    quote = commands.add("quote", _quote, "Tell whether a quotation stands in the library.")
    quote.add_argument("text", metavar="TEXT")
    quote.add_argument(
        "--limit", type=positive, default=20, metavar="N", help="at most so many places"
    )
    lines = commands.add("concordance", _concordance, "List a word in all its contexts.")
    lines.add_argument("word", metavar="WORD")
    lines.add_argument(
        "--pair", nargs=2, metavar=("LEFT", "RIGHT"), help="only in these two articles"
    )
    lines.add_argument(
        "--sort",
        choices=SORTINGS,
        default=SORTINGS[0],
        help="by place, or by the words before or after",
    )
    lines.add_argument(
        "--limit", type=positive, default=1_000, metavar="N", help="at most so many lines"
    )
    both = commands.add("search-both", _search_both, "Find a query's passages in two articles.")
    both.add_argument("query", metavar="QUERY")
    both.add_argument("left", metavar="LEFT")
    both.add_argument("right", metavar="RIGHT")

    index = commands.add("index", _index, "Bring the index level with the library.")
    index.add_argument("--rebuild", action="store_true", help="make the index anew")


class _Joined(argparse.Action):
    """Keeps several words as one text; a command may be done twice with its options."""

    def __call__(
        self,
        _parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: str | Sequence[Any] | None,
        _option: str | None = None,
    ) -> None:
        setattr(namespace, self.dest, " ".join(values or ()))


def _natural(text: str) -> int:
    number = int(text)
    if number < 0:
        raise argparse.ArgumentTypeError("the number must not be negative")
    return number


def _level(stores: Stores) -> None:
    """Index what is new; where that cannot be written, what is there is searched."""
    error = refresh_if_possible(stores, tell=_say)
    if error is not None:
        print(f"diptych: {error}", file=sys.stderr)


def _say(work: IndexWork) -> None:
    """Say why the whole index is written."""
    # Small changes are levelled without a word, for nobody waits for them.
    reasons = {
        IndexWork.ANEW: "The index is of another version or was damaged. It is made anew.",
        IndexWork.MOVE: "The library has grown. Its index moves to a faster engine.",
    }
    if work in reasons:
        print(f"diptych: {reasons[work]}", file=sys.stderr)


def _index(stores: Stores, options: argparse.Namespace) -> int:
    # Before it is levelled, which then finds nothing left to do.
    if options.rebuild:
        rebuild_index(stores)
    index = refresh_and_tidy(stores, tell=_say)
    if options.json:
        print_json({"engine": index.engine, "articles": index.articles})
    else:
        print(f"{index.articles} articles can be found; {index.engine} keeps the index")
    return 0


# Search


def _search(stores: Stores, options: argparse.Namespace) -> int:
    from diptych.search.answers import SortOrder
    from diptych.search.finder import Page
    from diptych.search.query import Scope, parse

    page = Page(options.limit, options.offset, SortOrder(options.sort))
    # Notes have an index of their own; “in:notes” does not wait for that of the articles.
    if parse(options.query).scope is Scope.NOTES:
        return _search_notes(stores, options)
    return _search_articles(stores, options, page)


def _search_articles(stores: Stores, options: argparse.Namespace, page: Page) -> int:
    from diptych.search.finder import as_json

    # An article added by a window that is open, or after an interrupted import, is found too.
    _level(stores)
    results = search(stores, options.query, page)
    notes = notes_beside(stores, options.query)
    known = entries_of(stores, [hit.article_id for hit in results.hits])
    if options.json:
        # Titles and paths are the library's; the index keeps what it needs to find.
        answer: dict[str, Any] = as_json(results)
        for hit in answer["hits"]:
            hit.update(_names(known, hit["id"]))
            if options.passages:
                hit["passages"] = _passages(stores, options.query, hit["id"])
        print_json({**answer, "notes": [_note_values(hit) for hit in notes.hits]})
        return 0
    _print_results(stores, results, known, options)
    if notes.total:
        print(f"{notes.total} found in your notes; see them with “in:notes”")
    return 0


def _search_notes(stores: Stores, options: argparse.Namespace) -> int:
    from diptych.search.query import parse

    found = find_notes(stores, options.query, limit=options.limit)
    understood = parse(options.query).understood
    if options.json:
        hits = [_note_values(hit) for hit in found.hits]
        # The keys are those of a search in articles, so that one reader does for both answers;
        # notes are ranked by their age and have no score.
        print_json({"query": understood, "hits": hits, "total": found.total, "ms": 0.0})
        return 0
    for hit in found.hits:
        titles = " ⟷ ".join(dict.fromkeys(anchor.title for anchor in hit.note.anchors))
        print(f"{titles}\n    {hit.snippet.text}")
    print(f"{found.total} found for {understood}")
    return 0


def _note_values(hit: NoteHit) -> dict[str, Any]:
    """Return a note as a hit that opens at what the note is on."""
    # A note on a pair opens at its first passage.
    anchor = hit.note.anchors[0] if hit.note.anchors else None
    return {
        "note": hit.note.id,
        "id": anchor.article_id if anchor else "",
        "title": anchor.title if anchor else "",
        "path": anchor.path if anchor else "",
        "start": anchor.start if anchor else 0,
        "end": anchor.end if anchor else 0,
        "snippet": hit.snippet.text,
        "marks": [list(mark) for mark in hit.snippet.marks],
        "score": 0.0,
    }


def _names(known: Mapping[str, Entry], article_id: str) -> dict[str, Any]:
    """Return title and path of an article; empty ones when it has just been removed."""
    from diptych.library.listing import path_text

    entry = known.get(article_id)
    # A window may take it out between the search and the listing.
    if entry is None:
        return {"title": "", "path": "", "available": False}
    return {
        "title": entry.title,
        "path": path_text(entry.path),
        "available": entry.available,
    }


def _passages(stores: Stores, query: str, article_id: str) -> list[dict[str, Any]]:
    return [_snippet_values(each) for each in passages_of(stores, article_id, query)]


def _snippet_values(snippet: Snippet) -> dict[str, Any]:
    return {
        "start": snippet.span.start,
        "end": snippet.span.end,
        "snippet": snippet.text,
        "marks": [list(mark) for mark in snippet.marks],
    }


def _print_results(
    stores: Stores, results: Results, known: Mapping[str, Entry], options: argparse.Namespace
) -> None:
    for hit in results.hits:
        entry = known.get(hit.article_id)
        gone = f"  [{GONE}]" if entry is None or not entry.available else ""
        print(f"{hit.article.title}  ({entry.path if entry else ''}){gone}\n    {hit.snippet}")
        if options.passages and entry is not None:
            for passage in _passages(stores, options.query, entry.id):
                # The best one stands above already.
                if passage["start"] != hit.span.start:
                    print(f"    {passage['snippet']}")
        elif hit.more:
            print(f"    {hit.more} more in this article")
    if options.facets:
        facets = results.facets
        counted: tuple[tuple[str, Mapping[Any, int]], ...] = (
            ("source", facets.sources),
            ("year", facets.years),
            ("language", facets.languages),
            ("tag", facets.tags),
        )
        for name, counts in counted:
            values = ", ".join(f"{value} {count}" for value, count in counts.items())
            print(f"{name}: {values or 'none'}")
    print(f"{results.total} found for {results.query_understood}")
    if results.suggestion:
        print(f"Did you mean {results.suggestion}?")


# Quotations


def _quote(stores: Stores, options: argparse.Namespace) -> int:
    if not options.text.strip():
        raise UsageError("There is no quotation to check; write it after “quote”.")
    _level(stores)
    places = quote_places(stores, options.text, limit=options.limit)
    # The places come with the texts they were found in: read again, a changed file's offsets
    # would point elsewhere.
    found = places.check
    known = entries_of(stores, [hit.article.id for hit, _ in places.hits])
    hits = [
        {
            "id": hit.article.id,
            **_names(known, hit.article.id),
            **_place_values(hit.place, options.text, text),
        }
        for hit, text in places.hits
    ]
    if options.json:
        answer = {"quotation": options.text, "verdict": found.fidelity, "hits": hits}
        print_json({**answer, "passed_over": found.passed_over, "ms": found.ms})
        return 0
    _print_quote(found, hits)
    if found.passed_over:
        print(f"{found.passed_over} more articles have words of it in a row")
    return 0


def _place_values(place: QuotePlace, quotation: str, text: str) -> dict[str, Any]:
    return {
        "verdict": place.fidelity,
        "likeness": place.likeness,
        "pieces": [_words(span, text) for span in place.spans],
        "changes": [
            {"quoted": _words(change.quoted, quotation), "stands": _words(change.standing, text)}
            for change in place.changes
        ],
    }


def _words(span: Span, text: str) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "text": span.of(text)}


def _print_quote(found: QuoteCheck, hits: Sequence[Mapping[str, Any]]) -> None:
    for hit in hits:
        gone = "" if hit["available"] else f"  [{GONE}]"
        print(f"{hit['verdict']}: {hit['title']}  ({hit['path']}){gone}")
        for piece in hit["pieces"]:
            print(f"    {' '.join(piece['text'].split())}")
        for change in hit["changes"]:
            quoted, stands = change["quoted"]["text"], change["stands"]["text"]
            print(f"    quoted “{quoted}”, stands “{stands}”")
    print(found.fidelity)


# Concordance and search in both articles


def _concordance(stores: Stores, options: argparse.Namespace) -> int:
    from diptych.search.concordance import Sorting, as_table

    # Two named articles are read themselves; no index is asked.
    if not options.pair:
        _level(stores)
    found = concordance(
        stores,
        options.word,
        among=options.pair or (),
        sorting=Sorting(options.sort),
        limit=options.limit,
    )
    titles = _titles(stores, options.pair or ())
    if options.json:
        print_json(_concordance_values(found, options.word, titles))
    else:
        print(as_table(found, title_of=lambda name: titles.get(name, {}).get("title", "")), end="")
        if found.passed_over:
            # Not in the table, which may go on to a spreadsheet.
            print(f"{found.passed_over} more articles have the word", file=sys.stderr)
    return 0


def _titles(stores: Stores, named: Sequence[str]) -> dict[str, dict[str, Any]]:
    """Return title and path by id, of the library's articles and of those named by path."""
    from diptych.library.listing import path_text

    names = {
        entry.id: {"title": entry.title, "path": path_text(entry.path)} for entry in entries(stores)
    }
    for name in named:
        # A file need not be in the library to have its words listed.
        article, path = open_article(stores, name)
        names[article.id] = {"title": article.title, "path": path_text(Path(path))}
    return names


def _concordance_values(
    found: Concordance, word: str, titles: Mapping[str, Mapping[str, Any]]
) -> dict[str, Any]:
    lines = [
        {
            "id": line.article,
            **titles.get(line.article, {"title": "", "path": ""}),
            "start": line.span.start,
            "end": line.span.end,
            "left": line.left,
            "word": line.word,
            "right": line.right,
        }
        for line in found.lines
    ]
    return {
        "word": word,
        "lines": lines,
        "total": found.total,
        "passed_over": found.passed_over,
    }


def _search_both(stores: Stores, options: argparse.Namespace) -> int:
    rows = search_both(stores, options.query, options.left, options.right)
    if options.json:
        pairs = [
            {
                "left": _snippet_values(row.left) if row.left else None,
                "right": _snippet_values(row.right) if row.right else None,
                "likeness": row.likeness,
            }
            for row in rows
        ]
        print_json({"query": options.query, "pairs": pairs, "total": len(pairs)})
        return 0
    for row in rows:
        print(f"left:  {row.left.text if row.left else '–'}")
        print(f"right: {row.right.text if row.right else '–'}\n")
    print(f"{len(rows)} found")
    return 0
