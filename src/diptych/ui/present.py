# SPDX-License-Identifier: MIT
"""Turns the rooms' values into what the panels show; pure functions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from diptych.compare.values import Kind, Match, OnlyHere
from diptych.compare.values import Stance as MatchStance
from diptych.notes.note import Note, Stance
from diptych.text.article import Article, Span
from diptych.ui import clock
from diptych.ui.controllers.notes import PlacedNote
from diptych.ui.counted import Counted
from diptych.ui.facts import short_date
from diptych.ui.kinds import LOOKS
from diptych.ui.library.rows import LibraryRow
from diptych.ui.matches.rows import MatchRow, OnlyRow
from diptych.ui.notes.rows import NoteRow, QuoteRow
from diptych.ui.reader.measuring import MarkedMatch
from diptych.ui.search.rows import HitRow

if TYPE_CHECKING:
    from diptych.library.entry import Entry
    from diptych.search.finder import Hit

WORDS_A_MINUTE = 220
SHORTEST_RUN = 16  # code points of a mark that counts as shared wording
STRONG, FAIR = 0.66, 0.33
HUE = {kind: look.hue for kind, look in LOOKS.items()}


def library_rows(
    entries: Iterable[Entry], pinned: tuple[str, str], sort: str, shares: dict[str, float]
) -> list[LibraryRow]:
    """Return the rows of the library list in the wished order."""
    keys = {
        "title": lambda e: (e.title.casefold(), e.id),
        "author": lambda e: (not e.authors, ", ".join(e.authors).casefold(), e.title.casefold()),
        "source": lambda e: (not e.source, e.source.casefold(), e.title.casefold()),
        "date": lambda e: (not e.date, e.date, e.title.casefold()),
        "added": lambda e: (e.added, e.title.casefold()),
        "similarity": lambda e: (-shares.get(e.id, 0.0), e.title.casefold()),
    }
    ordered = sorted(entries, key=keys.get(sort, keys["title"]))
    return [_library_row(entry, pinned, shares) for entry in ordered]


def _library_row(entry: Entry, pinned: tuple[str, str], shares: dict[str, float]) -> LibraryRow:
    minutes = max(1, round(entry.words / WORDS_A_MINUTE))
    meta = [entry.source, short_date(entry.date), Counted().minutes(minutes)]
    side = "left" if entry.id == pinned[0] else "right" if entry.id == pinned[1] else ""
    return LibraryRow(
        id=entry.id,
        title=entry.title,
        byline=", ".join(entry.authors),
        meta=" · ".join(part for part in meta if part),
        side=side,
        share=shares.get(entry.id),
        available=entry.available,
        derived_title=entry.title_source == "derived",
    )


def match_row(
    number: int, match: Match, left: Article, right: Article, *, verdict: str, has_note: bool
) -> MatchRow:
    """Return the card of a match: both quotes, what marks them, its strength in words."""
    evidence = match.evidence
    left_text, left_marks = quoted(left, match.left, evidence.left_marks)
    right_text, right_marks = quoted(right, match.right, evidence.right_marks)
    return MatchRow(
        index=number,
        kind=match.kind,
        strength=match.strength,
        left_text=left_text,
        right_text=right_text,
        left_marks=left_marks,
        right_marks=right_marks,
        label=match_label(match),
        differing=tuple((figure.left, figure.right) for figure in evidence.differing),
        denies=evidence.stance is MatchStance.DENIES,
        verdict=verdict,
        has_note=has_note,
    )


def marked_match(number: int, match: Match) -> MarkedMatch:
    """Return a match as the panes mark it; shared wording stands out in its passage."""
    runs: tuple[tuple[Span, ...], tuple[Span, ...]] = ((), ())
    if match.kind is Kind.SAME_WORDS:
        runs = (
            long_runs(match.evidence.left_marks, match.left),
            long_runs(match.evidence.right_marks, match.right),
        )
    return MarkedMatch(number, HUE[match.kind], match.left, match.right, *runs)


def long_runs(marks: Sequence[Span], passage: Span) -> tuple[Span, ...]:
    """Return the marks long enough to be wording, not single words, within a passage."""
    return tuple(
        Span(max(m.start, passage.start), min(m.end, passage.end))
        for m in marks
        if len(m) >= SHORTEST_RUN and m.overlaps(passage)
    )


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


def quoted(
    article: Article, span: Span, marks: Sequence[Span] = ()
) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return a span as one line of text, with marks as offsets into that line.

    Markup is left out and white space runs become one space, so the offsets are
    carried through character by character.
    """
    hidden = _hidden_inside(article, span)
    kept: list[str] = []
    place_of: dict[int, int] = {}
    for place in range(span.start, span.end):
        place_of[place] = len(kept)
        character = article.text[place]
        if any(h.start <= place < h.end for h in hidden):
            continue
        if character.isspace():
            if kept and kept[-1] != " ":
                kept.append(" ")
        else:
            kept.append(character)
    line = "".join(kept).rstrip()
    place_of[span.end] = len(line)
    ranges = []
    for mark in marks:
        start, end = max(mark.start, span.start), min(mark.end, span.end)
        if start < end and place_of[start] < min(place_of[end], len(line)):
            ranges.append((place_of[start], min(place_of[end], len(line))))
    return line, tuple(ranges)


def _hidden_inside(article: Article, span: Span) -> list[Span]:
    return [
        hidden
        for block in article.blocks
        if block.markup and block.span.overlaps(span)
        for hidden in block.markup
        if hidden.overlaps(span)
    ]


def only_rows(article: Article, passages: Iterable[OnlyHere]) -> list[OnlyRow]:
    """Return what stands on one side alone as rows, in the given order."""
    length = max(len(article.text), 1)
    return [
        OnlyRow(index, quoted(article, passage.span)[0], f"{passage.span.start * 100 // length} %")
        for index, passage in enumerate(passages)
    ]


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
    )


def quote_rows(note: Note) -> tuple[QuoteRow, ...]:
    """Return the quotations of a note, each on one line."""
    return tuple(
        QuoteRow(anchor.side.value, anchor.title, " ".join(anchor.quote.split()))
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
    meta = [entry.source, short_date(entry.date)] if entry is not None else []
    if entry is not None and entry.authors:
        meta.insert(0, ", ".join(entry.authors))
    return HitRow(
        article_id=hit.article_id,
        title=entry.title if entry is not None else hit.article_id,
        meta=" · ".join(part for part in meta if part),
        snippet=hit.snippet,
        marks=tuple((mark[0], mark[1]) for mark in hit.marks),
        span_start=hit.span.start,
        span_end=hit.span.end,
        more=hit.more,
    )
