# SPDX-License-Identifier: MIT
"""Turns the stores' values into what the panels show; pure functions."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from diptych.compare.values import Kind, Match
from diptych.notes.note import Colour, Note, Stance
from diptych.services.note_places import PlacedNote
from diptych.ui.desk.paragraphs import Paragraphs
from diptych.ui.notes.rows import NoteRow, QuoteRow
from diptych.ui.parts import clock
from diptych.ui.parts.counted import Counted
from diptych.ui.parts.facts import short_date
from diptych.ui.parts.kinds import LOOKS
from diptych.ui.parts.translation import language_name
from diptych.ui.search.both_dialog import FacingRow, FacingSide
from diptych.ui.search.facet_bar import FacetRow, quoted_value, telling
from diptych.ui.search.keyword_rows import KeywordRow
from diptych.ui.search.quote_check_dialog import ALTERED, EXACT, PIECES, QuoteFinding
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

STRONG, FAIR = 0.66, 0.33
PIECE_GAP = " … "
QUOTE_VERDICTS = {"exact": EXACT, "altered": ALTERED, "in pieces": PIECES}


def match_place(match: Match, left: Paragraphs, right: Paragraphs) -> str:
    """Return where a match stands, for those who listen."""
    words = QCoreApplication.translate("Present", "left paragraph {0}, right paragraph {1}")
    return words.format(left.number_at(match.left.start), right.number_at(match.right.start))


def match_label(match: Match) -> str:
    """Return what a card says beside the kind: a length, a strength or the facts."""
    if match.kind is Kind.SAME_WORDS and match.evidence.shared_run:
        return Counted().words(match.evidence.shared_run)
    if match.kind is Kind.SAME_FACTS and match.evidence.facts:
        return " · ".join(fact.left for fact in match.evidence.facts[:3])
    return strength_word(match.strength)


def kind_name(kind: Kind) -> str:
    """Return the plain name of a kind of match."""
    return LOOKS[kind].translated_name()


def shortened(text: str, length: int) -> str:
    """Return a text cut at a word, with an ellipsis where it was cut."""
    if len(text) <= length:
        return text
    return text[:length].rsplit(" ", 1)[0].rstrip(",.;: ") + "…"


def strength_word(strength: float) -> str:
    """Return a strength of 0 to 1 as a word."""
    if strength >= STRONG:
        return QCoreApplication.translate("Present", "strong")
    if strength >= FAIR:
        return QCoreApplication.translate("Present", "fair")
    return QCoreApplication.translate("Present", "faint")


def note_row(note: Note, placed: PlacedNote | None = None) -> NoteRow:
    """Return a note as a row; the state is that of its worst anchor."""
    order = ("exact", "moved", "fuzzy", "lost")
    states = [place.state.value for place in placed.places if place.side] if placed else []
    return NoteRow(
        id=note.id,
        text=note.text,
        quotes=quote_rows(note),
        stance=stance_value(note),
        tags=note.tags,
        when=when(note.modified),
        state=max(states, key=order.index, default="exact"),
        hue=note_hue(note),
        is_copy=bool(note.conflict_of),
    )


def note_hue(note: Note) -> str:
    """Return the name of the colour a note's marks take."""
    return "note" if note.colour is Colour.NONE else f"note-{note.colour.value}"


def quote_rows(note: Note) -> tuple[QuoteRow, ...]:
    """Return the quotations of a note, each on one line."""
    return tuple(
        QuoteRow(anchor.side, anchor.title, " ".join(anchor.quote.split()))
        for anchor in note.anchors
    )


def stance_value(note: Note) -> str:
    """Return a note's stance as the panels write it: empty for none."""
    return "" if note.stance is Stance.NONE else note.stance.value


def when(moment: datetime) -> str:
    """Return a time as ``14:02`` today, else as a date, in the reader's time zone."""
    local = moment.astimezone(clock.now().tzinfo)
    if local.date() == clock.now().date():
        return local.strftime("%H:%M")
    return short_date(local.date().isoformat())


def hit_row(hit: Hit, entry: Entry | None) -> HitRow:
    """Return a search result as a row."""
    return HitRow(
        article_id=hit.article_id,
        title=entry.title if entry is not None else hit.article_id,
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
        for query in reversed(searches.saved)
    ]
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
        FacetRow(str(year), count, f"after:{year} before:{year + 1}")
        for year, count in facets.years.items()
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
    spans = hit.place.spans
    stands: list[str] = []
    marks: list[tuple[int, int]] = []
    length = 0
    for span in spans:
        stands.append(span.of(text))
        for change in hit.place.changes:
            found = change.standing
            if span.start <= found.start < found.end <= span.end:
                start = length + found.start - span.start
                marks.append((start, start + len(found)))
        length += len(span) + len(PIECE_GAP)
    return QuoteFinding(
        article_id=hit.article.id,
        title=entry.title if entry is not None else hit.article.title,
        meta=_known_of(entry),
        verdict=QUOTE_VERDICTS[hit.place.verdict.value],
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
        title=entry.title if entry is not None else "",
        before=line.left,
        word=line.word,
        after=line.right,
        start=line.span.start,
        end=line.span.end,
    )


def facing_row(number: int, row: FacingPassages) -> FacingRow:
    """Return a query's passages on both sides as a row."""
    return FacingRow(number, _facing_side(row.left), _facing_side(row.right))


def _facing_side(passage: Snippet | None) -> FacingSide | None:
    if passage is None:
        return None
    return FacingSide(passage.text, passage.marks, passage.span.start, passage.span.end)


def _known_of(entry: Entry | None) -> str:
    """Return author, source and date of an article in a line."""
    if entry is None:
        return ""
    parts = (", ".join(entry.authors), entry.source, short_date(entry.date))
    return " · ".join(part for part in parts if part)
