# SPDX-License-Identifier: MIT
"""What leaves the application: previews of it, copies, files."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from diptych.compare.values import Comparison
from diptych.errors import DiptychError, NoteError
from diptych.notes.export.formats import REPORTS, TEMPLATES, Format, Piece, Wish, export
from diptych.notes.export.placing import Again, Saved, next_free
from diptych.notes.export.save import save
from diptych.notes.export.templates import ExportTemplate, built_in_source
from diptych.notes.export.write import write_text
from diptych.notes.note import Note
from diptych.services.stores import Stores
from diptych.text.article import Article
from diptych.ui.parts.lanes import DiskLane
from diptych.ui.parts.translation import told

PREVIEWED = 200_000  # characters
TOLD_EVERY = 250  # notes


class StoppedError(NoteError):
    """The reader stopped an export; nothing was written."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be exported: ``scope`` is note:ID, notes:ID,ID…, pair, tag:NAME or all.

    ``articles`` are the pinned ones, for the pair's notes and for reports, and
    ``comparison`` what the reader sees of them; without it they are compared anew.
    ``template`` is the name of one of the reader's own, empty for ours.
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

    order: Order
    text: str
    names: tuple[str, ...]


class ExportState(QObject):
    """Renders and writes exports off the GUI thread."""

    counted = Signal(object)  # Stock
    previewed = Signal(object)  # Preview
    refused = Signal(object, str)  # Order, why it cannot be previewed
    copied = Signal(str)  # text for the clipboard
    written = Signal(object)  # Saved
    progressed = Signal(int, int)
    failed = Signal(str)

    def __init__(self, disk: DiskLane, templates: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._disk = disk
        self._templates = templates
        self._stopping = threading.Event()

    def count(self, articles: Sequence[tuple[Article, str]]) -> None:
        """Count the notes of each scope."""
        pinned = tuple(articles)

        def work(stores: Stores) -> Stock:
            pair = len(_notes_of(stores, Order("pair", Format.COMMONMARK, articles=pinned)))
            return Stock(pair, stores.notes.count(), tuple(stores.notes.tags().items()))

        self._disk.run("count for export", work, self.counted.emit, self._fail)

    def preview(self, order: Order) -> None:
        """Render the beginning of an order."""

        def work(stores: Stores) -> Preview:
            pieces = self._pieces(stores, order, quietly=True)
            names = tuple(piece.name for piece in pieces)
            return Preview(order, _beginning(order, pieces), names)

        self._disk.run(
            "preview export",
            work,
            self.previewed.emit,
            lambda error: self.refused.emit(order, told(error.sentence)),
        )

    def copy(self, order: Order) -> None:
        """Render the whole main text for the clipboard."""
        self._stopping.clear()

        def work(stores: Stores) -> str:
            chosen = _main(order, self._pieces(stores, order, quietly=False))
            return "\n\n".join("".join(piece.text) for piece in chosen)

        self._disk.run("copy export", work, self.copied.emit, self._fail)

    def save(self, order: Order, target: Path, again: Again) -> None:
        """Write an order to ``target``; an older file is replaced whole or not at all."""
        self._stopping.clear()

        def work(stores: Stores) -> Saved:
            if order.format in REPORTS:
                return Saved((self._save_report(stores, order, target, again),))
            notes = _notes_of(stores, order)
            wish = self._wish(order, notes, quietly=False)
            try:
                return save(notes, wish, target, again=again, still=stores.notes.notes_with)
            except StoppedError as stopped:
                if order.format is not Format.OBSIDIAN:
                    raise
                words = self.tr("Stopped; the pages written so far are in the folder.")
                raise StoppedError(words) from stopped

        self._disk.run("export", work, self.written.emit, self._fail)

    def stop(self) -> None:
        """Give up the export that is running."""
        self._stopping.set()

    # Templates

    def templates(self) -> tuple[str, ...]:
        """Return the names of the reader's own templates."""
        return tuple(sorted(path.stem for path in self._templates.glob("*.md")))

    def template_source(self, name: str, format_: Format) -> str:
        """Return one of the reader's templates, or ours for a format."""
        path = self._templates / f"{name}.md"
        if name and path.is_file():
            return path.read_text(encoding="utf-8", errors="replace")
        return built_in_source(TEMPLATES[format_])

    def save_template(self, name: str, source: str) -> None:
        """Keep a template; NoteError names the line when it has a fault."""
        ExportTemplate(source, name)
        self._templates.mkdir(parents=True, exist_ok=True)
        write_text(self._templates / f"{name}.md", [source])

    def remove_template(self, name: str) -> None:
        """Forget one of the reader's templates."""
        (self._templates / f"{name}.md").unlink(missing_ok=True)

    def try_template(self, order: Order, source: str) -> None:
        """Preview an order with a template that is being written."""

        def work(stores: Stores) -> Preview:
            notes = _notes_of(stores, order)
            wish = Wish(order.format, template=ExportTemplate(source, self.tr("being edited")))
            pieces = export(notes, wish)
            return Preview(order, _beginning(order, pieces), ())

        self._disk.run(
            "preview export",
            work,
            self.previewed.emit,
            lambda error: self.refused.emit(order, told(error.sentence)),
        )

    # On the disk lane

    def _pieces(self, stores: Stores, order: Order, *, quietly: bool) -> tuple[Piece, ...]:
        if order.format in REPORTS:
            return (Piece(self.tr("report"), _report(stores, order)),)
        notes = _notes_of(stores, order)
        return export(notes, self._wish(order, notes, quietly=quietly))

    def _wish(self, order: Order, notes: tuple[Note, ...], *, quietly: bool) -> Wish:
        from diptych.services.report import figures_of

        template = None
        if order.template and order.format in TEMPLATES:
            source = self.template_source(order.template, order.format)
            template = ExportTemplate(source, order.template)
        figures = None
        if order.format in TEMPLATES:
            figures = figures_of(notes)
        return Wish(
            order.format,
            template=template,
            figures=figures,
            progress=None if quietly else self._progress,
        )

    def _save_report(self, stores: Stores, order: Order, target: Path, again: Again) -> Path:
        if again is Again.NEW:
            target = next_free(target)
        if order.format is not Format.REPORT_PDF:
            return write_text(target, _report(stores, order))
        from diptych.ui.export.printing import print_pdf

        return print_pdf("".join(_report(stores, order)), target)

    def _progress(self, done: int, total: int) -> None:
        self._check_stop()
        if done % TOLD_EVERY == 0:
            self._disk.report(lambda: self.progressed.emit(done, total))

    def _check_stop(self) -> None:
        if self._stopping.is_set() or self._disk.stopping:
            raise StoppedError(self.tr("Stopped; nothing was written."))

    def _fail(self, error: DiptychError) -> None:
        self.failed.emit(told(error.sentence))


def _notes_of(stores: Stores, order: Order) -> tuple[Note, ...]:
    from diptych.services.note_articles import notes_of_pair, opened

    sort, _, name = order.scope.partition(":")
    if sort in ("note", "notes"):
        return tuple(stores.notes.note(note_id) for note_id in name.split(",") if note_id)
    if sort == "tag":
        return stores.notes.tagged(name)
    if sort == "all":
        return stores.notes.notes()
    sides = [opened(stores, article, path) for article, path in order.articles]
    return notes_of_pair(stores, sides[0], sides[1]) if len(sides) == 2 else ()


def _report(stores: Stores, order: Order) -> Iterable[str]:
    from diptych.compare.comparison import compare
    from diptych.notes.export.report import report_html, report_markdown
    from diptych.services.comparing import kept_meaning
    from diptych.services.report import report_of

    if len(order.articles) != 2:
        raise NoteError("A report needs two pinned articles.")
    (left, _), (right, _) = order.articles
    notes = _notes_of(stores, Order("pair", order.format, articles=order.articles))
    comparison = order.comparison
    if comparison is None:
        meanings = kept_meaning(stores.vectors, left, right).meanings
        comparison = compare(left, right, meanings=meanings)
    report = report_of(left, right, comparison, notes)
    render: Callable[..., Iterable[str]] = report_html
    if order.format is Format.REPORT_MD:
        render = report_markdown
    return render(report)


def _main(order: Order, pieces: Sequence[Piece]) -> Sequence[Piece]:
    """Return the file that holds the notes; of pages, all."""
    return pieces if order.format is Format.OBSIDIAN else pieces[:1]


def _beginning(order: Order, pieces: Sequence[Piece]) -> str:
    """Return as much of the main file as is previewed."""
    shown: list[str] = []
    length = 0
    for piece in _main(order, pieces):
        for part in piece.text:
            shown.append(part)
            length += len(part)
            if length > PREVIEWED:
                return "".join(shown)
        shown.append("\n")
    return "".join(shown)
