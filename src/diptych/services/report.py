# SPDX-License-Identifier: MIT
"""Joins comparing and notes for what leaves the application: reports, differing figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from diptych.notes.anchor import page_at, paragraph_at
from diptych.notes.export.entries import Figures, place_words
from diptych.notes.export.report import Both, Report, Said, Told
from diptych.notes.note import Note
from diptych.text.article import Article, Span

if TYPE_CHECKING:
    from diptych.compare.values import Comparison, Match

KINDS = {
    "same-words": "Same words",
    "same-claim": "Same claim",
    "same-facts": "Same facts",
}


def report_of(
    left: Article, right: Article, comparison: Comparison, notes: Iterable[Note] = ()
) -> Report:
    """Return what a comparison shows, in the order of the left text, and the pair's notes."""
    shown = sorted((m for m in comparison.matches if m.shown), key=lambda m: (m.left, m.right))
    pairs = [(match, _both(match, left, right)) for match in shown]
    return Report(
        left=_told(left),
        right=_told(right),
        both_say=tuple(both for match, both in pairs if not _parts(match)),
        differ=tuple(both for match, both in pairs if _parts(match)),
        only_left=tuple(_said(left, o.span) for o in comparison.only_left if o.shown),
        only_right=tuple(_said(right, o.span) for o in comparison.only_right if o.shown),
        notes=tuple(notes),
    )


def figures_of(notes: Iterable[Note]) -> Figures:
    """Return the figures that differ between a note's two passages, by the note's id."""
    return _DifferingFigures({note.id: note for note in notes})


class _DifferingFigures(Mapping[str, tuple[tuple[str, str], ...]]):
    """Compares a note's passages when it is asked for, so that a preview need not wait."""

    def __init__(self, notes: dict[str, Note]) -> None:
        self._notes = notes

    def __getitem__(self, note_id: str) -> tuple[tuple[str, str], ...]:
        from diptych.compare.same_facts import differing_figures

        note = self._notes[note_id]
        if note.left is None or note.right is None:
            return ()
        differing = differing_figures(note.left.quote, note.right.quote)
        return tuple((each.left, each.right) for each in differing)

    def __iter__(self) -> Iterator[str]:
        return iter(self._notes)

    def __len__(self) -> int:
        return len(self._notes)


def _parts(match: Match) -> bool:
    """Tell whether the two sides say the same thing differently."""
    from diptych.compare.values import Stance

    return bool(match.evidence.differing) or match.evidence.stance is Stance.DENIES


def _both(match: Match, left: Article, right: Article) -> Both:
    return Both(
        kind=KINDS[match.kind.value],
        left=_said(left, match.left),
        right=_said(right, match.right),
        figures=tuple((each.left, each.right) for each in match.evidence.differing),
    )


def _said(article: Article, span: Span) -> Said:
    words = " ".join(span.of(article.reading_text()).split())
    return Said(words, place_words(page_at(article, span.start), paragraph_at(article, span.start)))


def _told(article: Article) -> Told:
    return Told(article.title, article.authors, article.source, article.date)
