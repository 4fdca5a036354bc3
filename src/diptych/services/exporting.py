# SPDX-License-Identifier: MIT
"""What leaves the application: which notes, rendered how, written where."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from diptych.compare.values import Comparison
from diptych.errors import UNREADABLE, DiptychError, NoteError
from diptych.notes.export.article_page import article_html
from diptych.notes.export.formats import Piece, Wish, export, text_of
from diptych.notes.export.notes_page import notes_page
from diptych.notes.export.ownership import mark_of
from diptych.notes.export.placing import Again, Saved
from diptych.notes.export.profiles import PROFILES, REPORTS, TEMPLATES, Format
from diptych.notes.export.templates import ExportTemplate, built_in_source
from diptych.notes.note import Note
from diptych.opened import is_shut, listed, text_named
from diptych.services.note_facts import as_corrected
from diptych.services.note_keeping import notes_on_pair
from diptych.services.report import (
    compared_by_kept,
    figures_of,
    report_pieces,
    save_report,
    with_mark,
)
from diptych.text.article import Article
from diptych.translatable import Translatable, template
from diptych.values import dataclass

if TYPE_CHECKING:
    from diptych.services.stores import Stores

PREVIEWED = 200_000  # characters
Progress = Callable[[int, int], None]
PrintPdf = Callable[[str], bytes]


class StoppedError(NoteError):
    """The reader stopped an export."""

    def __init__(self, words: str = template("Stopped; nothing was written.")) -> None:
        super().__init__(words)


@dataclass(frozen=True, slots=True)
class ExportOrder:
    """What is to be exported: ``scope`` is note:ID, notes:ID,ID…, pair, tag:NAME or all.

    ``articles`` are the pinned ones, for the pair's notes and for reports, and
    ``comparison`` what the reader sees of them; without it they are compared by
    the vectors there are, for somebody waits.
    ``template`` is one of the reader's own, None for ours.
    """

    scope: str
    format: Format
    template: str = ""
    articles: tuple[tuple[Article, str], ...] = ()
    comparison: Comparison | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Stock:
    """How many notes each scope has."""

    pair: int
    everything: int
    tags: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """The beginning of what an order would write, and the names of its files."""

    order: ExportOrder
    text: str
    names: tuple[str, ...]
    is_whole: bool = True  # nothing more would be written than is shown


def count_notes(stores: Stores, articles: Sequence[tuple[Article, str]]) -> Stock:
    """Count the notes of each scope."""
    pair = notes_ordered(stores, ExportOrder("pair", Format.COMMONMARK, articles=tuple(articles)))
    return Stock(len(pair), stores.notes.count(), tuple(stores.notes.tags().items()))


def preview(stores: Stores, order: ExportOrder) -> Preview:
    """Render the beginning of the very files an order writes where nothing is yet."""
    pieces = _files(stores, order)
    text, is_whole = _beginning(order, pieces)
    return Preview(order, text, tuple(piece.name for piece in pieces), is_whole)


def preview_with(stores: Stores, order: ExportOrder, source: str) -> Preview:
    """Render the beginning of what a template that is being written makes of an order."""
    name = Translatable("being edited")
    wish = Wish(order.format, template=ExportTemplate(source, name))
    text, is_whole = _beginning(order, export(notes_ordered(stores, order), wish))
    return Preview(order, text, (), is_whole)


def main_text(stores: Stores, order: ExportOrder, *, progress: Progress) -> str:
    """Render the whole main text, for the clipboard."""
    if order.format in REPORTS:
        return "".join(_report(stores, order))
    notes = notes_ordered(stores, order)
    return text_of(notes, _wish(stores, order, notes, progress))


def page_of(stores: Stores, what: ExportOrder | Article) -> str:
    """Return the whole HTML page of a report or of one article, to be printed."""
    if isinstance(what, Article):
        return "".join(article_html(what))
    return "".join(_report(stores, what))


def refuse_own(stores: Stores, target: Path, again: Again) -> None:
    """Raise NoteError where something would be written over what it is made from.

    That is a file of the profile, or an article of the library that is no page of ours.
    """
    if again not in (Again.OVERWRITE, Again.APPEND) or not target.is_file():
        return
    profile, place = stores.profile, target.resolve()
    own = (profile.data, profile.config, profile.cache)
    if any(place.is_relative_to(folder.resolve()) for folder in own):
        raise NoteError("{path} is a file of Diptych’s own; choose another name.", path=target)
    if mark_of(place) is None and any(_is_article(stores, way) for way in (target, place)):
        raise NoteError(
            "{path} is an article of the library, which is only read; choose another name.",
            path=target,
        )


def _is_article(stores: Stores, path: Path) -> bool:
    try:
        return stores.catalogue.find(str(path.absolute())) is not None
    except DiptychError:  # what cannot be read now keeps nobody from exporting
        return False


def save_pages(
    stores: Stores, html: str, target: Path, *, again: Again, print_pdf: PrintPdf
) -> Saved:
    """Write a page that was composed as a PDF."""
    refuse_own(stores, target, again)
    return save_report([html], Format.REPORT_PDF, target, again=again, print_pdf=print_pdf)


def save_order(
    stores: Stores,
    order: ExportOrder,
    target: Path,
    *,
    again: Again,
    progress: Progress,
    print_pdf: PrintPdf,
) -> Saved:
    """Write an order to ``target``; an older file is replaced whole or not at all."""
    refuse_own(stores, target, again)
    if order.format in REPORTS:
        pieces = _report(stores, order)
        return save_report(pieces, order.format, target, again=again, print_pdf=print_pdf)
    notes = notes_ordered(stores, order)
    wish = _wish(stores, order, notes, progress)
    try:
        return save_notes(stores, notes, wish, target, again=again, print_pdf=print_pdf)
    except StoppedError as stopped:
        if order.format is not Format.OBSIDIAN:
            raise
        raise StoppedError("Stopped; the pages written so far are in the folder.") from stopped


def save_notes(
    stores: Stores,
    notes: tuple[Note, ...],
    wish: Wish,
    target: Path,
    *,
    again: Again,
    print_pdf: PrintPdf,
) -> Saved:
    """Write notes to ``target``; a page keeps what it holds of other notes that are there."""
    from diptych.notes.export.save import save

    refuse_own(stores, target, again)
    if wish.format is Format.DOCX:
        pieces = notes_page(notes, figures_of(notes), wish.progress)
        return save_report(pieces, wish.format, target, again=again, print_pdf=print_pdf)

    def still(ids: Iterable[str]) -> tuple[Note, ...]:
        return as_corrected(stores, stores.notes.notes_with(ids))

    return save(notes, wish, target, again=again, still=still)


def notes_ordered(stores: Stores, order: ExportOrder) -> tuple[Note, ...]:
    """Return the notes an order is on, their articles called as they were corrected."""
    return as_corrected(stores, _notes_ordered(stores, order))


def _notes_ordered(stores: Stores, order: ExportOrder) -> tuple[Note, ...]:
    sort, _, name = order.scope.partition(":")
    if sort in ("note", "notes"):
        return tuple(stores.notes.note(note_id) for note_id in name.split(",") if note_id)
    if sort == "tag":
        return stores.notes.tagged(name)
    if sort == "all":
        return stores.notes.notes()
    if sort == "pair":
        return notes_on_pair(stores, *order.articles) if len(order.articles) == 2 else ()
    raise ValueError(f"no scope of notes: {order.scope}")


def wish_for(format_: Format, notes: Iterable[Note], own: ExportTemplate | None = None) -> Wish:
    """Return how notes are to be written out, with the figures that templates may name."""
    figures = figures_of(notes) if format_ in TEMPLATES else None
    return Wish(format_, template=own, figures=figures)


def _wish(
    stores: Stores, order: ExportOrder, notes: tuple[Note, ...], progress: Progress | None
) -> Wish:
    own = None
    if order.template and order.format in TEMPLATES:
        templates = OwnTemplates(stores.profile.templates_folder)
        source = templates.source(order.template, order.format)
        own = ExportTemplate(source, order.template)
    return replace(wish_for(order.format, notes, own), progress=progress)


def _files(stores: Stores, order: ExportOrder) -> tuple[Piece, ...]:
    from diptych.notes.export.save import as_written

    if order.format in REPORTS:
        text = _report(stores, order)
        marked = with_mark(text) if PROFILES[order.format].is_text else text
        return (Piece(Translatable("report"), marked),)
    notes = notes_ordered(stores, order)
    if order.format is Format.DOCX:
        return (Piece("notes.docx", notes_page(notes, figures_of(notes))),)
    return as_written(notes, _wish(stores, order, notes, None))


def _report(stores: Stores, order: ExportOrder) -> Iterable[str]:
    if len(order.articles) != 2:
        raise NoteError("A report needs two pinned articles.")
    (left, _), (right, _) = order.articles
    notes = as_corrected(stores, notes_on_pair(stores, *order.articles))
    comparison = order.comparison or compared_by_kept(stores, left, right)
    return report_pieces(left, right, comparison, notes, order.format)


def _main(order: ExportOrder, pieces: Sequence[Piece]) -> Sequence[Piece]:
    """Return the file that holds the notes; of pages, all."""
    return pieces if order.format is Format.OBSIDIAN else pieces[:1]


def _beginning(order: ExportOrder, pieces: Sequence[Piece]) -> tuple[str, bool]:
    """Return as much of the main file as is previewed, and whether that is all.

    Of pages it is all, for they are counted.
    """
    shown: list[str] = []
    length = 0
    for piece in _main(order, pieces):
        for part in piece.text:
            shown.append(part)
            length += len(part)
            if length > PREVIEWED and order.format is not Format.REPORT_PDF:
                return "".join(shown), False
        shown.append("\n")
    return "".join(shown), True


# The reader's own templates


@dataclass(frozen=True, slots=True)
class OwnTemplates:
    """The templates that a reader wrote, a file each in one folder."""

    folder: Path

    def names(self) -> tuple[str, ...]:
        """Return the names of those there are."""
        return tuple(sorted(path.stem for path in listed(self.folder, "*.md")))

    def source(self, name: str, format_: Format) -> str:
        """Return one of the reader's templates, or ours for a format."""
        path = self.folder / f"{name}.md"
        if name and not is_shut(path) and path.is_file():
            return path.read_text(encoding="utf-8", errors="replace")
        return built_in_source(TEMPLATES[format_])

    def save(self, name: str, source: str) -> None:
        """Keep a template; NoteError names the line when it has a fault."""
        from diptych.notes.export.write import write_text

        ExportTemplate(source, name)
        self.folder.mkdir(parents=True, exist_ok=True)
        write_text(self.folder / f"{name}.md", [source])

    def remove(self, name: str) -> None:
        """Forget one of the reader's templates."""
        (self.folder / f"{name}.md").unlink(missing_ok=True)


def template_in(path: Path) -> ExportTemplate:
    """Return the template in a file. Raises NoteError when it has a fault or is no text."""
    try:
        return ExportTemplate(text_named(path), path.name)
    except UnicodeDecodeError as error:
        raise NoteError("{path} is not UTF-8 text.", path=path) from error
    except OSError as error:
        raise NoteError(UNREADABLE, path=path) from error
