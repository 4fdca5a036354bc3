# SPDX-License-Identifier: MIT
"""What leaves the application: previews of it, copies, files."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from diptych.errors import DiptychError
from diptych.text.article import Article
from diptych.ui.parts.lanes import DiskLane
from diptych.ui.parts.translation import told
from diptych.worker import Worker

if TYPE_CHECKING:
    from diptych.notes.export.placing import Again
    from diptych.services.exporting import ExportOrder, OwnTemplates, Preview
    from diptych.services.stores import Stores

TOLD_EVERY = 250  # notes
LOOK_SECONDS = 0.1  # between two looks whether printing is to be given up


class ExportState(QObject):
    """Renders and writes exports off the GUI thread.

    What does it is loaded when it is asked for, for nobody exports at the start.
    """

    counted = Signal(object)  # Stock
    previewed = Signal(object)  # Preview
    refused = Signal(object, str)  # ExportOrder, why it cannot be previewed
    composed = Signal(object, str)  # ExportOrder or Article, its page of HTML
    not_composed = Signal(object, str)  # ExportOrder or Article, why
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
        from diptych.services import exporting

        work = partial(exporting.count_notes, articles=tuple(articles))
        self._disk.run("count for export", work, self.counted.emit, self._fail)

    def preview(self, order: ExportOrder) -> None:
        """Render the beginning of an order."""
        from diptych.services import exporting

        self._preview(order, partial(exporting.preview, order=order))

    def try_template(self, order: ExportOrder, source: str) -> None:
        """Preview an order with a template that is being written."""
        from diptych.services import exporting

        self._preview(order, partial(exporting.preview_with, order=order, source=source))

    def _preview(self, order: ExportOrder, work: Callable[[Stores], Preview]) -> None:
        self._disk.run(
            "preview export",
            work,
            self.previewed.emit,
            lambda error: self.refused.emit(order, told(error.sentence)),
        )

    def compose(self, what: ExportOrder | Article) -> None:
        """Make the whole page of a report or of an article, to be shown and printed."""
        from diptych.services import exporting

        self._disk.run(
            "compose page",
            partial(exporting.page_of, what=what),
            lambda html: self.composed.emit(what, html),
            lambda error: self.not_composed.emit(what, told(error.sentence)),
        )

    def save_pages(self, html: str, target: Path) -> None:
        """Write a composed page as a PDF."""
        from diptych.notes.export.placing import Again
        from diptych.services import exporting

        self._stopping.clear()
        # Printing is handed over, for services know nothing of Qt; the dialog for the place has
        # asked whether what is there may go.
        work = partial(
            exporting.save_pages,
            html=html,
            target=target,
            again=Again.OVERWRITE,
            print_pdf=self._print_pdf,
        )
        self._disk.run("save pages", work, self.written.emit, self._fail)

    def copy(self, order: ExportOrder) -> None:
        """Render the whole main text for the clipboard."""
        from diptych.services import exporting

        # A stop asked for before was meant for another export.
        self._stopping.clear()
        work = partial(exporting.main_text, order=order, progress=self._progress)
        self._disk.run("copy export", work, self.copied.emit, self._fail)

    def save(self, order: ExportOrder, target: Path, again: Again) -> None:
        """Write an order to ``target``; an older file is replaced whole or not at all."""
        from diptych.services import exporting

        self._stopping.clear()
        work = partial(
            exporting.save_order,
            order=order,
            target=target,
            again=again,
            progress=self._progress,
            print_pdf=self._print_pdf,
        )
        self._disk.run("export", work, self.written.emit, self._fail)

    def stop(self) -> None:
        """Give up the export that is running."""
        self._stopping.set()

    def templates(self) -> OwnTemplates:
        """Return the reader's own templates, to be asked and changed."""
        from diptych.services.exporting import OwnTemplates

        return OwnTemplates(self._templates)

    # On the disk lane

    def _progress(self, done: int, total: int) -> None:
        self._check_stop()
        if done % TOLD_EVERY == 0:
            self._disk.report(lambda: self.progressed.emit(done, total))

    def _check_stop(self) -> None:
        if self._stopping.is_set() or self._disk.stopping:
            from diptych.services.exporting import StoppedError

            raise StoppedError

    def _print_pdf(self, html: str) -> bytes:
        """Print in a process of its own, for Qt lays out nothing beside the window's thread."""
        from diptych.ui.export.printing import print_pdf_alone  # not before it is asked for

        printer = Worker("printing")
        with ThreadPoolExecutor(max_workers=1) as threads:
            pdf: Future[bytes] = threads.submit(printer.call, print_pdf_alone, html)
            try:
                while not wait((pdf,), LOOK_SECONDS).done:
                    self._check_stop()
            finally:
                printer.close()
            return pdf.result()

    def _fail(self, error: DiptychError) -> None:
        self.failed.emit(told(error.sentence))
