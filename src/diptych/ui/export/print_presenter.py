# SPDX-License-Identifier: MIT
"""Prints the report on the pair or one of its articles, on paper or into a PDF."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QDialog, QFileDialog

from diptych.errors import DiptychError
from diptych.notes.export.file_names import file_name
from diptych.notes.export.profiles import ENDINGS, Format
from diptych.text.article import Article
from diptych.text.sides import SIDES
from diptych.ui.desk.frame import Frame
from diptych.ui.desk.pair_state import PairState
from diptych.ui.export.state import ExportState
from diptych.ui.parts.status import Work
from diptych.ui.parts.steps import Steps
from diptych.ui.parts.translation import told
from diptych.values import dataclass

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from diptych.services.exporting import ExportOrder
    from diptych.ui.export.print_sheet import PrintSheet


@dataclass(slots=True)
class _Job:
    """What is being printed, into which file if into one, and how far it is."""

    name: str
    file: str
    sheets: int = 0
    problem: str = ""


class PrintPresenter(QObject):
    """Opens the sheet with its pages; what is seen there is what comes out."""

    def __init__(self, export: ExportState, pair: PairState, frame: Frame) -> None:
        super().__init__(frame.window)
        self._export = export
        self._pair = pair
        self._texts = frame.texts
        self._status = frame.status
        self._window = frame.window
        self._sheet: PrintSheet | None = None
        self._offered: tuple[tuple[str, ExportOrder | Article], ...] = ()
        self._chosen = 0
        self._asked: ExportOrder | Article | None = None
        self.html = ""
        export.composed.connect(self._show)
        export.not_composed.connect(self._refuse)
        self._saving = False
        export.written.connect(self._end_work)
        export.failed.connect(self._end_work)
        self._printing = Steps(self)
        self._printing.finished.connect(self._end_printing)
        self._job = _Job("", "")
        self._renewing = QTimer(self)  # several changes of a turn are one
        self._renewing.setSingleShot(True)
        self._renewing.setInterval(0)
        self._renewing.timeout.connect(self._renew)
        for changed in (pair.pinned, pair.cleared, pair.found.visible_changed):
            changed.connect(lambda *_: self._renewing.start())
        frame.actions["print"].triggered.connect(self.open)

    def open(self) -> None:
        """Show the pages of the report on the pair, or of the one article that is open."""
        self._offered = self._on_offer()
        if not self._offered:
            self._status.say(self.tr("Open an article to print it."))
            return
        if self._sheet is not None:
            self._sheet.raise_()
            return
        from diptych.ui.export.print_sheet import PrintSheet  # not before it is asked for

        sheet = PrintSheet([name for name, _ in self._offered], self._window)
        sheet.wanted.connect(self._ask)
        sheet.print_requested.connect(self._ask_printer)
        sheet.save_requested.connect(self._ask_place)
        sheet.destroyed.connect(lambda: setattr(self, "_sheet", None))
        self._sheet = sheet
        sheet.open()
        sheet.choose(0)

    def _renew(self) -> None:
        """Set the pages anew where the pair is another now; without an article there are none."""
        if self._sheet is None:
            return
        self._offered = self._on_offer()
        if self._offered:
            self._sheet.offer([name for name, _ in self._offered])
        else:
            self._asked = None  # pages that are still being set have nowhere to go
            self._sheet.reject()

    def _on_offer(self) -> tuple[tuple[str, ExportOrder | Article], ...]:
        pinned = [p for side in SIDES if (p := self._pair.sides[side]) is not None]
        articles: list[tuple[str, ExportOrder | Article]] = [
            (p.article.title, p.article) for p in pinned
        ]
        if len(pinned) < len(SIDES):
            return tuple(articles)
        from diptych.services.exporting import ExportOrder

        opened = tuple((p.article, p.path) for p in pinned)
        shown = self._pair.found.as_shown()
        order = ExportOrder("pair", Format.REPORT_HTML, articles=opened, comparison=shown)
        return ((self.tr("Report on the pair"), order), *articles)

    def _ask(self, place: int) -> None:
        self._chosen = place
        self._asked = self._offered[place][1]
        self._export.compose(self._asked)

    def _show(self, what: ExportOrder | Article, html: str) -> None:
        # By identity: what was asked for last, and nothing older.
        if self._sheet is not None and what is self._asked:
            self.html = html
            self._sheet.show_page(html)

    def _refuse(self, what: ExportOrder | Article, sentence: str) -> None:
        if self._sheet is not None and what is self._asked:
            self._sheet.show_problem(sentence)

    # Out

    def _ask_printer(self) -> None:
        # Only now: asking for printers is the desktop's business and may take its time.
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setCreator("Diptych")
        printer.setDocName(self._name())
        printer.setFullPage(True)  # the margins are the page's own
        dialog = QPrintDialog(printer, self._sheet)
        # The sheet would keep a dialog of every attempt.
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.accepted.connect(lambda: self._print(printer))
        QDialog.open(dialog)  # QPrintDialog has another of that name

    def _print(self, printer: object) -> None:
        from PySide6.QtPrintSupport import QPrinter

        assert isinstance(printer, QPrinter)
        if self._printing.is_running:  # begun again it would end in the middle
            self._status.say(self.tr("{0} is still being printed.").format(self._job.name))
            return
        self._job = _Job(self._name(), printer.outputFileName())
        self._show_progress(printer, self.tr("Setting the pages…"), 0, 0)
        self._printing.start(self._print_on(printer))
        if self._sheet is not None:
            self._sheet.accept()

    def _print_on(self, printer: QPrinter) -> Iterator[None]:
        from diptych.ui.export.printing import printing_into

        job = self._job

        def tell(done: int, total: int) -> None:
            job.sheets = done
            words = self.tr("Printing {0}").format(job.name)
            self._show_progress(printer, words, done, total)

        try:
            for per_cent in printing_into(printer, self.html, tell):
                # None once the pages are set and are printed one by one.
                if isinstance(per_cent, int):
                    self._show_progress(printer, self.tr("Setting the pages…"), per_cent, 100)
                yield
        except DiptychError as error:
            job.problem = told(error.sentence)

    def _show_progress(self, printer: QPrinter, words: str, done: int, total: int) -> None:
        self._status.show_work(
            Work.PRINTING, words, done, total, cancel=lambda: self._stop(printer)
        )

    def _stop(self, printer: QPrinter) -> None:
        printer.abort()  # while it is printing: there is nothing to give up later
        self._printing.stop()
        self._status.end_work(Work.PRINTING)
        if self._job.file:
            from diptych.services.exporting import StoppedError

            self._status.say(told(StoppedError().sentence))
        elif not self._job.sheets:
            self._status.say(self.tr("Stopped; nothing was printed."))
        else:
            # Most printers are handed the whole at the end, and Qt cannot take that back.
            self._status.say(self.tr("Stopped; the sheets printed so far may still come out."))

    def _end_printing(self) -> None:
        job = self._job
        self._status.end_work(Work.PRINTING)
        if job.problem:
            self._status.say(job.problem)
        elif job.file:
            self._status.say(self.tr("Written to {0}").format(job.file))
        else:
            self._status.say(self.tr("Sent to the printer: {0}").format(job.name))

    def _ask_place(self) -> None:
        suggested = Path.home() / file_name(self._name(), ENDINGS[Format.REPORT_PDF])
        name, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Save as PDF"), str(suggested), "PDF (*.pdf)"
        )
        if name:
            self.save(Path(name))

    def save(self, target: Path) -> None:
        """Write the pages in view as a PDF; what is there is replaced, the reader was asked."""
        self._saving = True
        self._status.show_work(Work.PRINTING, self.tr("Writing…"), cancel=self._export.stop)
        self._export.save_pages(self.html, target)
        if self._sheet is not None:
            self._sheet.accept()

    def _end_work(self) -> None:
        # Notes may be written at the same time, and their progress is not ours to take away.
        if self._saving:
            self._saving = False
            self._status.end_work(Work.PRINTING)

    def _name(self) -> str:
        return self._offered[self._chosen][0]
