# SPDX-License-Identifier: MIT
"""Turns what was found into the rows that lists and dialogs show; pure functions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from diptych.ui.desk.present import shortened
from diptych.ui.parts.facts import short_date
from diptych.ui.parts.translation import language_name
from diptych.ui.search.facet_bar import FacetRow, quoted_value, telling
from diptych.ui.search.keyword_rows import KeywordRow
from diptych.ui.search.rows import HitRow, RowKind

if TYPE_CHECKING:
    from diptych.library.entry import Entry
    from diptych.search.answers import Facets
    from diptych.search.both import FacingPassages
    from diptych.search.concordance import Line
    from diptych.search.finder import Hit
    from diptych.search.quote_check import QuoteHit
    from diptych.search.snippets import Snippet
    from diptych.services.searching import NoteHit
    from diptych.settings import Searches
    from diptych.ui.search.both_dialog import FacingRow, FacingSide
    from diptych.ui.search.quote_check_dialog import QuoteFinding

PIECE_GAP = " … "


def hit_row(hit: Hit, entry: Entry | None) -> HitRow:
    """Return a search result as a row."""
    return HitRow(
        article_id=hit.article_id,
        title=entry.called if entry is not None else hit.article_id,
        meta=_known_of(entry),
        snippet=hit.snippet,
        marks=tuple((mark[0], mark[1]) for mark in hit.marks),
        span_start=hit.span.start,
        span_end=hit.span.end,
        more=hit.more,
    )


def passage_row(article_id: str, title: str, passage: Snippet) -> HitRow:
    """Return a further passage of an article as a row."""
    return HitRow(
        article_id=article_id,
        title=title,
        snippet=passage.text,
        marks=passage.marks,
        span_start=passage.span.start,
        span_end=passage.span.end,
        kind=RowKind.PASSAGE,
    )


def note_hit_row(hit: NoteHit) -> HitRow:
    """Return a note that holds the searched words as a row."""
    # Two passages of one article name it once.
    titles = dict.fromkeys(anchor.title for anchor in hit.note.anchors)
    return HitRow(
        article_id=hit.note.id,
        title=QCoreApplication.translate("Present", "Note"),
        meta=" ⟷ ".join(titles),
        snippet=hit.snippet.text,
        marks=hit.snippet.marks,
        kind=RowKind.NOTE,
    )


def query_row(query: str, meta: str) -> HitRow:
    """Return something to search for as a row."""
    return HitRow(article_id="", title=query, meta=meta, kind=RowKind.QUERY)


def search_rows(searches: Searches) -> list[HitRow]:
    """Return saved searches and the latest others as rows."""
    saved = [
        query_row(query, QCoreApplication.translate("Present", "Saved search"))
        # The one saved last is what one comes back for.
        for query in reversed(searches.saved)
    ]
    # A saved one is listed above already.
    recent = [q for q in searches.recent if q not in searches.saved]
    return saved + [
        query_row(query, QCoreApplication.translate("Present", "Searched before"))
        for query in recent[:8]
    ]


def facet_rows(facets: Facets, total: int) -> list[FacetRow]:
    """Return the values worth narrowing by: those that some of the answers have."""
    rows = [
        FacetRow(shortened(value, 24), count, f"source:{quoted_value(value)}")
        for value, count in telling(facets.sources.items(), total, 2)
    ]
    rows += [
        # “before” is the first day that counts no more.
        FacetRow(str(year), count, f"after:{year} before:{year + 1}")
        for year, count in facets.years.items()
        # What all answers have would narrow nothing.
        if count < total
    ][:2]
    rows += [
        FacetRow(language_name(value), count, f"lang:{value}")
        for value, count in telling(facets.languages.items(), total, 2)
    ]
    rows += [
        FacetRow(f"#{shortened(value, 20)}", count, f"tag:{quoted_value(value)}")
        for value, count in telling(facets.tags.items(), total, 2)
    ]
    return rows


def quote_finding(hit: QuoteHit, text: str, quotation: str, entry: Entry | None) -> QuoteFinding:
    """Return a place of a quotation: the words as they stand, the changed ones marked."""
    # Neither dialog is loaded before it is asked for.
    from diptych.ui.search.quote_check_dialog import QuoteFinding

    spans = hit.place.spans
    stands: list[str] = []
    marks: list[tuple[int, int]] = []
    length = 0
    for span in spans:
        stands.append(span.of(text))
        for change in hit.place.changes:
            found = change.standing
            # A change may stand in another piece.
            if span.start <= found.start < found.end <= span.end:
                start = length + found.start - span.start
                marks.append((start, start + len(found)))
        # As the pieces are joined below.
        length += len(span) + len(PIECE_GAP)
    return QuoteFinding(
        article_id=hit.article.id,
        title=entry.called if entry is not None else hit.article.title,
        meta=_known_of(entry),
        fidelity=hit.place.fidelity,
        text=PIECE_GAP.join(stands),
        start=spans[0].start,
        end=spans[0].end,
        marks=tuple(marks),
        changes=tuple(
            (change.quoted.of(quotation), change.standing.of(text)) for change in hit.place.changes
        ),
    )


def keyword_row(line: Line, entry: Entry | None) -> KeywordRow:
    """Return a place of a word with its neighbours as a row."""
    return KeywordRow(
        article_id=line.article,
        title=entry.called if entry is not None else "",
        before=line.left,
        word=line.word,
        after=line.right,
        start=line.span.start,
        end=line.span.end,
    )


def facing_row(number: int, row: FacingPassages) -> FacingRow:
    """Return a query's passages on both sides as a row."""
    from diptych.ui.search.both_dialog import FacingRow

    return FacingRow(number, _facing_side(row.left), _facing_side(row.right))


def _facing_side(passage: Snippet | None) -> FacingSide | None:
    if passage is None:
        return None
    from diptych.ui.search.both_dialog import FacingSide

    return FacingSide(passage.text, passage.marks, passage.span.start, passage.span.end)


def _known_of(entry: Entry | None) -> str:
    """Return author, source and date of an article in a line."""
    if entry is None:
        return ""
    parts = (", ".join(entry.authors), entry.outlet, short_date(entry.date))
    return " · ".join(part for part in parts if part)
