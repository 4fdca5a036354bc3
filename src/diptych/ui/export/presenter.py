# SPDX-License-Identifier: MIT
"""Joins the export dialog with what renders and writes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QFileDialog

from diptych.errors import DiptychError
from diptych.notes.export.file_names import file_name
from diptych.notes.export.placing import Again, Saved
from diptych.notes.export.profiles import ENDINGS, PRINTED, PROFILES, REPORTS, Format
from diptych.text.article import Article
from diptych.text.sides import SIDES
from diptych.translatable import Translatable
from diptych.ui.desk.frame import Frame
from diptych.ui.desk.pair_state import PairState
from diptych.ui.export.choices import ExportChoice, ExportProfile, ExportScope
from diptych.ui.export.state import ExportState
from diptych.ui.parts.status import Work
from diptych.ui.parts.translation import told
from diptych.values import dataclass

if TYPE_CHECKING:
    from diptych.services.exporting import ExportOrder, Preview, Stock
    from diptych.ui.export.dialog import ExportDialog
    from diptych.ui.export.template_editor import TemplateEditor


@dataclass(frozen=True, slots=True)
class ChosenNotes:
    """The ids of the note being written, empty for none, and of those selected."""

    written: str
    selected: tuple[str, ...]


class ExportPresenter(QObject):
    """Opens the dialog, feeds its preview, asks for a place and writes."""

    def __init__(
        self,
        export: ExportState,
        pair: PairState,
        chosen: Callable[[], ChosenNotes],
        frame: Frame,
    ) -> None:
        super().__init__(frame.window)
        self._export = export
        self._chosen = chosen
        self._pair = pair
        self._status = frame.status
        self._window = frame.window
        self._dialog: ExportDialog | None = None
        self._editor: TemplateEditor | None = None
        self._last = ExportChoice("pair", Format.COMMONMARK.value)
        self._asked: dict[ExportOrder, ExportChoice] = {}
        self._running = False
        self._renewing = QTimer(self)  # several changes of a turn are one
        self._renewing.setSingleShot(True)
        self._renewing.setInterval(0)
        self._connect(frame.actions)

    def _connect(self, actions: Mapping[str, QAction]) -> None:
        export = self._export
        export.counted.connect(self._open)
        export.previewed.connect(self._previewed)
        export.refused.connect(self._refused)
        export.copied.connect(self._copied)
        export.written.connect(self._written)
        export.progressed.connect(self._progressed)
        export.failed.connect(self._failed)
        for changed in (self._pair.pinned, self._pair.cleared, self._pair.found.visible_changed):
            changed.connect(lambda *_: self._renewing.start())
        self._renewing.timeout.connect(self._renew)
        actions["export-pair"].triggered.connect(self.open)
        actions["export-report"].triggered.connect(self._open_report)

    def open(self) -> None:
        """Count what there is, then show the dialog."""
        self._export.count(self._articles())

    def _open_report(self) -> None:
        self._last = ExportChoice("pair", Format.REPORT_HTML.value)
        self.open()

    def _articles(self) -> list[tuple[Article, str]]:
        pinned = [self._pair.sides[side] for side in SIDES]
        return [(p.article, p.path) for p in pinned if p is not None]

    def _open(self, stock: Stock) -> None:
        from diptych.ui.export.dialog import ExportDialog  # not before it is asked for

        if self._dialog is not None:
            self._dialog.raise_()
            return
        scopes = self._scopes(stock)
        # What was chosen last may be empty by now.
        if self._last.scope not in {scope.id for scope in scopes if scope.count}:
            self._last = replace(self._last, scope=scopes[0].id)
        dialog = ExportDialog(
            scopes,
            self._profiles(),
            self._window,
            choice=self._last,
            templates=self._export.templates().names(),
        )
        dialog.preview_requested.connect(self._preview)
        dialog.copy_requested.connect(self._copy)
        dialog.stop_requested.connect(self._export.stop)
        dialog.save_requested.connect(self._ask_place)
        dialog.template_requested.connect(self._edit_template)
        dialog.destroyed.connect(lambda: setattr(self, "_dialog", None))
        self._dialog = dialog
        dialog.open()
        dialog.ask_again()

    def _renew(self) -> None:
        """Preview anew where the pair is another now: what is written is what is in view."""
        # What is being written stays in view.
        if self._dialog is not None and not self._running:
            self._dialog.ask_again()

    def _scopes(self, stock: Stock) -> list[ExportScope]:
        scopes = [ExportScope("pair", self.tr("This pair"), stock.pair)]
        notes = self._chosen()
        chosen = notes.selected
        one = notes.written or (chosen[0] if chosen else "")
        if one:
            scopes.append(ExportScope(f"note:{one}", self.tr("This note"), 1))
        if len(chosen) > 1:
            name = self.tr("Selected notes")
            scopes.append(ExportScope(f"notes:{','.join(chosen)}", name, len(chosen)))
        scopes.append(ExportScope("all", self.tr("Everything"), stock.everything))
        scopes += [ExportScope(f"tag:{tag}", f"#{tag}", count) for tag, count in stock.tags]
        # Without notes on it the pair is no first choice.
        return scopes if stock.pair else [*scopes[1:], scopes[0]]

    def _profiles(self) -> list[ExportProfile]:
        return [
            ExportProfile(
                format_.value,
                told(Translatable(profile.name)),
                told(Translatable(profile.use)) if profile.use else "",
                is_text=profile.is_text,
                is_paged=format_ in PRINTED,
                has_template=bool(profile.template),
            )
            for format_, profile in PROFILES.items()
        ]

    def order(self, choice: ExportChoice) -> ExportOrder:
        """Return what a choice means with the articles pinned now."""
        from diptych.services.exporting import ExportOrder

        order = ExportOrder(
            choice.scope,
            Format(choice.profile),
            choice.template,
            tuple(self._articles()),
            self._pair.found.as_shown(),
        )
        # The latest alone: an answer to any other is old.
        self._asked = {order: choice}
        return order

    # The preview

    def _preview(self, choice: ExportChoice) -> None:
        self._last = choice
        self._export.preview(self.order(choice))

    def _previewed(self, preview: Preview) -> None:
        # The editor lies over the dialog, and it was the editor that asked.
        if self._editor is not None:
            self._editor.show_preview(preview.text)
        elif self._dialog is not None and preview.order in self._asked:
            choice = self._asked[preview.order]
            names = tuple(told(name) for name in preview.names)
            self._dialog.show_preview(choice, preview.text, names, is_whole=preview.is_whole)

    def _refused(self, order: ExportOrder, sentence: str) -> None:
        if self._editor is not None:
            self._editor.show_problem(sentence)
        elif self._dialog is not None and order in self._asked:
            self._dialog.show_problem(self._asked[order], sentence)

    def _copy(self, choice: ExportChoice) -> None:
        self._show_work()
        self._export.copy(self.order(choice))

    def _copied(self, text: str) -> None:
        self._end_work()
        QGuiApplication.clipboard().setText(text)
        self._status.say(self.tr("Copied."))
        if self._dialog is not None:
            self._dialog.show_copied()

    # Files

    def _ask_place(self, choice: ExportChoice) -> None:
        format_ = Format(choice.profile)
        if format_ is Format.OBSIDIAN:
            title = self.tr("Folder for the pages")
            name = QFileDialog.getExistingDirectory(self._window, title, str(Path.home()))
        else:
            suggested = Path.home() / self._suggested(choice, format_)
            name, _ = QFileDialog.getSaveFileName(
                self._window,
                self.tr("Report on the pair") if format_ in REPORTS else self.tr("Export notes"),
                str(suggested),
                # ``write`` asks, with more answers than yes and no.
                options=QFileDialog.Option.DontConfirmOverwrite,
            )
        if name:
            self.write(choice, Path(name))

    def _suggested(self, choice: ExportChoice, format_: Format) -> str:
        sort, _, tag = choice.scope.partition(":")
        titles = [article.title for article, _ in self._articles()]
        stem = self.tr("Notes")
        # A report tells of the pair, whichever notes are chosen for another format.
        if titles and (sort == "pair" or format_ in REPORTS):
            stem = " - ".join(title[:40].strip() for title in titles)
        elif sort == "tag":
            stem = f"{stem} {tag}"
        return file_name(stem, ENDINGS[format_])

    def write(self, choice: ExportChoice, target: Path) -> None:
        """Write to a place; when something is there already the reader says what to do."""
        format_ = Format(choice.profile)
        # An empty folder has nothing to lose.
        if not target.exists() or (format_ is Format.OBSIDIAN and not any(target.iterdir())):
            self._save(choice, target, Again.OVERWRITE)
            return
        from diptych.ui.export.existing_file import ExistingFile  # not before it is asked for

        question = ExistingFile(target.name, self._window, can_append=PROFILES[format_].can_grow)
        question.answered.connect(lambda answer: self._save(choice, target, Again(answer)))
        question.open()

    def _save(self, choice: ExportChoice, target: Path, again: Again) -> None:
        self._show_work()
        self._export.save(self.order(choice), target, again)

    def _progressed(self, done: int, total: int) -> None:
        # A step may be told of after the end.
        if self._running:
            self._show_work(done, total)

    def _show_work(self, done: int = 0, total: int = 0) -> None:
        """Show the progress in the dialog, and in the window should the dialog be closed."""
        self._running = True
        words = self.tr("Writing…")
        self._status.show_work(Work.EXPORTING, words, done, total, cancel=self._export.stop)
        if self._dialog is not None:
            self._dialog.show_writing(done, total)

    def _written(self, saved: Saved) -> None:
        self._end_work()
        paths = saved.files
        words = self.tr("Written to {0}")
        if len(paths) > 1:
            words = self.tr("{1} files written to {0}")
        place = paths[0] if len(paths) == 1 else paths[0].parent if paths else ""
        said = words.format(place, len(paths))
        if saved.left_alone:
            stays = self.tr("Left alone, for it is not as Diptych wrote it: {0}")
            said = f"{said}. {stays.format(', '.join(path.name for path in saved.left_alone))}"
        self._status.say(said)
        if self._dialog is not None:
            self._dialog.accept()

    def _failed(self, sentence: str) -> None:
        self._end_work()
        self._status.say(sentence)
        if self._dialog is not None:
            self._dialog.end_writing(sentence)

    def _end_work(self) -> None:
        if self._running:
            self._running = False
            self._status.end_work(Work.EXPORTING)

    # Templates

    def _edit_template(self, choice: ExportChoice) -> None:
        format_ = Format(choice.profile)
        from diptych.ui.export.template_editor import TemplateEditor  # not before it is asked for

        editor = TemplateEditor(
            choice.template,
            self._export.templates().source(choice.template, format_),
            self._export.templates().source("", format_),
            self._dialog,
        )
        order = self.order(choice)
        editor.tried.connect(lambda source: self._export.try_template(order, source))
        editor.save_requested.connect(self._save_template)
        editor.remove_requested.connect(self._remove_template)
        editor.finished.connect(self._close_template)
        self._editor = editor
        editor.open()
        editor.ask_preview()

    def _close_template(self) -> None:
        self._editor = None
        if self._dialog is not None:
            self._dialog.ask_again()

    def _save_template(self, name: str, source: str) -> None:
        if self._editor is None or self._dialog is None:
            return
        name = file_name(name)
        try:
            self._export.templates().save(name, source)
        except DiptychError as error:
            self._editor.show_problem(told(error.sentence))
            return
        self._dialog.show_templates(self._export.templates().names(), name)
        self._editor.accept()

    def _remove_template(self, name: str) -> None:
        self._export.templates().remove(file_name(name))
        if self._editor is not None and self._dialog is not None:
            self._dialog.show_templates(self._export.templates().names())
            self._editor.accept()
