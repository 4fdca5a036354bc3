# SPDX-License-Identifier: MIT
"""What leaves the application: previews of it, copies, files."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from diptych.errors import DiptychError
from diptych.notes.export.placing import Again
from diptych.notes.export.profiles import Format
from diptych.services import exporting
from diptych.services.exporting import Order, Preview, StoppedError
from diptych.services.stores import Stores
from diptych.text.article import Article
from diptych.ui.parts.lanes import DiskLane
from diptych.ui.parts.translation import told

TOLD_EVERY = 250  # notes


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
        work = partial(exporting.count_notes, articles=tuple(articles))
        self._disk.run("count for export", work, self.counted.emit, self._fail)

    def preview(self, order: Order) -> None:
        """Render the beginning of an order."""
        self._preview(order, partial(exporting.preview, order=order))

    def try_template(self, order: Order, source: str) -> None:
        """Preview an order with a template that is being written."""
        self._preview(order, partial(exporting.preview_with, order=order, source=source))

    def _preview(self, order: Order, work: Callable[[Stores], Preview]) -> None:
        self._disk.run(
            "preview export",
            work,
            self.previewed.emit,
            lambda error: self.refused.emit(order, told(error.sentence)),
        )

    def copy(self, order: Order) -> None:
        """Render the whole main text for the clipboard."""
        self._stopping.clear()
        work = partial(exporting.main_text, order=order, progress=self._progress)
        self._disk.run("copy export", work, self.copied.emit, self._fail)

    def save(self, order: Order, target: Path, again: Again) -> None:
        """Write an order to ``target``; an older file is replaced whole or not at all."""
        self._stopping.clear()
        work = partial(
            exporting.save_order,
            order=order,
            target=target,
            again=again,
            progress=self._progress,
            print_pdf=_print_pdf,
        )
        self._disk.run("export", work, self.written.emit, self._fail)

    def stop(self) -> None:
        """Give up the export that is running."""
        self._stopping.set()

    # Templates

    def templates(self) -> tuple[str, ...]:
        """Return the names of the reader's own templates."""
        return exporting.template_names(self._templates)

    def template_source(self, name: str, format_: Format) -> str:
        """Return one of the reader's templates, or ours for a format."""
        return exporting.template_source(self._templates, name, format_)

    def save_template(self, name: str, source: str) -> None:
        """Keep a template; NoteError names the line when it has a fault."""
        exporting.save_template(self._templates, name, source)

    def remove_template(self, name: str) -> None:
        """Forget one of the reader's templates."""
        exporting.remove_template(self._templates, name)

    # On the disk lane

    def _progress(self, done: int, total: int) -> None:
        self._check_stop()
        if done % TOLD_EVERY == 0:
            self._disk.report(lambda: self.progressed.emit(done, total))

    def _check_stop(self) -> None:
        if self._stopping.is_set() or self._disk.stopping:
            raise StoppedError

    def _fail(self, error: DiptychError) -> None:
        self.failed.emit(told(error.sentence))


def _print_pdf(html: str) -> bytes:
    from diptych.ui.export.printing import print_pdf

    return print_pdf(html)
