# SPDX-License-Identifier: MIT
"""Joins comparing and notes for what leaves the application: reports, differing figures."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from diptych.compare.values import Options, strength_in_words
from diptych.notes.export.entries import Figures, place_words
from diptych.notes.export.profiles import ENDINGS, WORD, Format
from diptych.notes.export.report import ArticleHead, Both, Report, Said, Strand
from diptych.notes.note import Note
from diptych.services.kept_comparisons import comparisons_of
from diptych.text.article import Article, Span
from diptych.text.headings import headings, sections
from diptych.text.paragraphs import Paragraphs, block_at
from diptych.text.sides import Side, other_side
from diptych.text.verse import verse_lines

if TYPE_CHECKING:
    from diptych.compare.values import Comparison, Match, OnlyHere
    from diptych.notes.export.placing import Again, Saved
    from diptych.services.stores import Stores


def compared_by_kept(stores: Stores, left: Article, right: Article) -> Comparison:
    """Compare two articles by the vectors that are kept, without what the reader rejected."""
    from diptych.services.comparing import compare_with_kept, compared_before

    pair = left, right, Options(), comparisons_of(stores.profile), True
    # Somebody waits: what was compared before is taken, else the vectors there are do.
    found = compared_before(*pair) or compare_with_kept(*pair)
    return _not_rejected(stores, found.comparison, left, right)


def compared_by_made(stores: Stores, left: Article, right: Article) -> Comparison:
    """Do the same, but first make the vectors that lack, which may take minutes."""
    from diptych.services.comparing import compare_with_made

    found = compare_with_made(stores, left, right, Options(), by_meaning=True)
    return _not_rejected(stores, found.comparison, left, right)


def _not_rejected(
    stores: Stores, comparison: Comparison, left: Article, right: Article
) -> Comparison:
    from diptych.services.verdicts import not_rejected

    kept = not_rejected(stores, comparison.matches, left, right)
    return replace(comparison, matches=kept)


def report_pieces(
    left: Article, right: Article, comparison: Comparison, notes: Iterable[Note], format_: Format
) -> Iterable[str]:
    """Return the report on two articles piece by piece, in HTML for all that is printed."""
    from diptych.notes.export.report import report_html, report_markdown

    report = report_of(left, right, comparison, notes)
    return report_markdown(report) if format_ is Format.REPORT_MD else report_html(report)


def save_report(
    pieces: Iterable[str],
    format_: Format,
    target: Path,
    *,
    again: Again,
    print_pdf: Callable[[str], bytes],
) -> Saved:
    """Write a report to a file, or into a folder under a name of its own."""
    from diptych.notes.export.placing import put
    from diptych.notes.export.write import encoded, is_ordinary

    if target.is_dir():
        target /= f"{'notes' if format_ is Format.DOCX else 'report'}{ENDINGS[format_]}"
    if format_ is Format.REPORT_PDF:
        return put(target, [print_pdf("".join(pieces))], again)
    if format_ in WORD:
        from diptych.notes.export.word import word_document

        return put(target, [word_document("".join(pieces))], again)
    return put(target, encoded(with_mark(pieces) if is_ordinary(target) else pieces), again)


def with_mark(pieces: Iterable[str]) -> Iterable[str]:
    """Return a report as it is written to a file: its last line says that it is ours."""
    from diptych.notes.export.ownership import Mark, signed

    return signed(pieces, Mark())


def report_of(
    left: Article, right: Article, comparison: Comparison, notes: Iterable[Note] = ()
) -> Report:
    """Return what a comparison shows, in the order of the left text, and the pair's notes."""
    quoted = _Quoted(left), _Quoted(right)
    # A report is read beside the left text, not by strength.
    shown = sorted((m for m in comparison.matches if m.shown), key=lambda m: (m.left, m.right))
    pairs = [(match, _both(match, *quoted)) for match in shown]
    return Report(
        left=_told(left),
        right=_told(right),
        both_say=tuple(both for match, both in pairs if match.is_agreement),
        related=tuple(both for match, both in pairs if _is_related(match)),
        both_cite=tuple(both for match, both in pairs if not match.is_claim),
        differ=tuple(both for match, both in pairs if match.is_difference),
        only_left=_alone(quoted[0], comparison.only_left),
        only_right=_alone(quoted[1], comparison.only_right),
        woven=tuple(_woven(left, right, comparison)),
        notes=tuple(notes),
    )


def _is_related(match: Match) -> bool:
    return match.is_claim and not match.is_agreement and not match.is_difference


class _Quoted:
    """Quotes an article and tells where; what takes reading all of it is read once.

    A report on two books quotes ten thousand passages.
    """

    def __init__(self, article: Article) -> None:
        self._article = article
        self._paragraphs = Paragraphs(article)
        self._headings = headings(article)
        self._sections = sections(self._headings)
        self._lines = verse_lines(article)
        self._line_starts = tuple(self._lines)

    def said(self, span: Span) -> Said:
        """Return the words of a passage on one line, and where it stands."""
        words = " ".join(self._article.reading_of(span).split())
        return Said(words, self._place(span.start))

    def _place(self, at: int) -> str:
        block = block_at(self._article, at)
        section = self._sections[bisect_right(self._headings, at, key=lambda each: each.place)]
        page = self._article.blocks[block].page if block >= 0 else 0
        verse = bisect_right(self._line_starts, at)
        line = self._lines[self._line_starts[verse - 1]] if verse else 0
        return place_words(page or 0, self._paragraphs.number_at(at), section, line=line)


def _alone(quoted: _Quoted, passages: Iterable[OnlyHere]) -> tuple[Said, ...]:
    """Return what is shown of the passages without counterpart, in reading order."""
    return tuple(quoted.said(span) for span in sorted(o.span for o in passages if o.shown))


def _woven(left: Article, right: Article, comparison: Comparison) -> Iterator[Strand]:
    from diptych.compare.weave import Voice, told, weave

    articles = {Side.LEFT: left, Side.RIGHT: right}
    for strand in weave(comparison, left, right):
        side, across = strand.told_by, other_side(strand.told_by)
        # “Both” is told once, in the words of the side whose order the column follows.
        quote = told(articles[side], strand.spans(side))
        if strand.voice is not Voice.BOTH:
            yield Strand(quote, side.value.capitalize())
        elif comparison.matches[strand.match].is_difference:
            other = told(articles[across], strand.spans(across))
            yield Strand(quote, "", other, across.value.capitalize())
        else:
            yield Strand(quote)


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
        # A note on one passage has nothing to differ from.
        if note.left is None or note.right is None:
            return ()
        differing = differing_figures(note.left.quote, note.right.quote)
        return tuple((each.left, each.right) for each in differing)

    def __iter__(self) -> Iterator[str]:
        return iter(self._notes)

    def __len__(self) -> int:
        return len(self._notes)


def _both(match: Match, left: _Quoted, right: _Quoted) -> Both:
    return Both(
        kind=match.saying.value,
        left=left.said(match.left),
        right=right.said(match.right),
        figures=tuple((each.left, each.right) for each in match.evidence.differing),
        # That both cite a work is no question of likelihood.
        strength=strength_in_words(match.strength) if match.is_claim else "",
    )


def _told(article: Article) -> ArticleHead:
    return ArticleHead(article.called, article.authors, article.source, article.date)
