# SPDX-License-Identifier: MIT
"""Takes notes out as Markdown and other formats, the real file in view before it is written."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QFontDatabase, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from diptych.ui.export.choices import ExportChoice, ExportProfile, ExportScope
from diptych.ui.export.pages_view import PagesView
from diptych.ui.parts import theme
from diptych.ui.parts.controls import ChoiceBox, set_ink
from diptych.ui.parts.counted import grouped
from diptych.ui.parts.sheet import Sheet
from diptych.ui.parts.theme import Palette

# Who goes through the formats by the arrow keys waits for no preview of each.
PREVIEW_PAUSE_MS = 120
# Whole books of notes need not be laid out to be judged.
PREVIEW_AT_MOST = 200_000


class ExportDialog(Sheet):
    """Chooses scope and profile; asks for a preview, for a copy, or for a file.

    The owner answers ``preview_requested`` with ``show_preview`` or
    ``show_problem``; an answer to an earlier choice is ignored.
    """

    preview_requested = Signal(object)  # ExportChoice
    copy_requested = Signal(object)
    save_requested = Signal(object)
    template_requested = Signal(object)  # edit the template of the profile
    stop_requested = Signal()  # give up what is being written

    def __init__(
        self,
        scopes: Sequence[ExportScope],
        profiles: Sequence[ExportProfile],
        parent: QWidget | None = None,
        *,
        choice: ExportChoice | None = None,
        templates: Sequence[str] = (),
    ) -> None:
        super().__init__("", parent)
        self._scopes = tuple(scopes)
        self._profiles = tuple(profiles)
        self._asked: ExportChoice | None = None
        self._files: tuple[str, ...] = ()
        self._is_whole = True
        self._build()
        self.show_templates(templates)
        self._connect()
        if choice is not None:
            self._select(choice)
        self._ask()

    def choice(self) -> ExportChoice:
        """Return what is chosen."""
        scope, profile = self._scope.currentIndex(), self._profile.currentIndex()
        # One chosen for another format is none for this one, and comes back with that.
        return ExportChoice(
            self._scopes[scope].id if scope >= 0 else "",
            self._profiles[profile].id if profile >= 0 else "",
            self._templates.currentData() if self._has_template() else "",
        )

    def choose_format(self, profile_id: str) -> None:
        """Choose how it is written, and ask for the preview of that."""
        self._profile.setCurrentIndex([each.id for each in self._profiles].index(profile_id))
        self._ask()

    def shows_pages(self) -> bool:
        """Tell whether pages are in view, set as they will be printed."""
        return self._is_paged() and self._save.isEnabled()

    def show_templates(self, names: Sequence[str], chosen: str = "") -> None:
        """Offer the reader's own templates beside the built-in one."""
        # Filling the list is no choice of the reader's.
        self._templates.blockSignals(True)
        self._templates.clear()
        self._templates.addItem(self.tr("As it comes"), "")
        for name in names:
            self._templates.addItem(name, name)
        self._templates.setCurrentIndex(max(0, self._templates.findData(chosen)))
        self._templates.blockSignals(False)

    def ask_again(self) -> None:
        """Ask for the preview again (a template has changed)."""
        self._ask()

    def show_preview(
        self, choice: ExportChoice, text: str, names: Sequence[str] = (), *, is_whole: bool = True
    ) -> None:
        """Show the file as it would be written; ``names`` are the files, if several."""
        if choice != self._asked:
            return
        shown = text[:PREVIEW_AT_MOST]
        if len(text) > len(shown):
            shown += "\n\n" + self.tr("… %n more character(s)", "", len(text) - len(shown))
        self._preview.setPlaceholderText("")
        # Kept for later: of pages the number is told with them, once they are set.
        self._files, self._is_whole = tuple(names), is_whole
        # Of pages the text is HTML, which is shown as pages.
        if self._is_paged():
            self._preview.setPlainText("")
            self._pages.show_html(text)
            return
        self._preview.setPlainText(shown)
        self._say_files(0)
        self._allow(bool(text))

    def show_problem(self, choice: ExportChoice, sentence: str) -> None:
        """Say why there is nothing to show; nothing can be written then."""
        if choice != self._asked:
            return
        self._preview.setPlaceholderText("")
        self._preview.setPlainText("")
        self._names.setText(sentence)
        set_ink(self._names, self.values.color("warning"))
        self._allow(False)

    def show_writing(self, done: int = 0, total: int = 0) -> None:
        """Show how far writing or copying is; ``total`` 0 means that the end is not known."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        # Once: the keyboard must not jump with each step.
        if self._writing.isHidden():
            self._set_writing(True)
            self._stop.setFocus()

    def end_writing(self, sentence: str = "") -> None:
        """Give way to another try; ``sentence`` says why this one failed."""
        if not self._writing.isHidden():
            self._set_writing(False)
            self._save.setFocus()
        if sentence:
            self._names.setText(sentence)
            set_ink(self._names, self.values.color("warning"))
            self._copy.setText(self.tr("&Copy"))

    def sizeHint(self) -> QSize:
        return QSize(680, 600)

    def set_palette_values(self, palette: Palette) -> None:
        super().set_palette_values(palette)
        if hasattr(self, "_names"):
            for label in (self._line, self._names):
                set_ink(label, palette.color("muted"))

    def _build(self) -> None:
        self._scope = ChoiceBox(self.tr("Which notes"))
        for scope in self._scopes:
            self._scope.addItem(f"{scope.name} ({grouped(scope.count)})")
        self._profile = ChoiceBox(self.tr("Format"))
        for profile in self._profiles:
            self._profile.addItem(profile.name)
        self._templates = ChoiceBox(self.tr("Template"))
        self._line = QLabel()
        self._line.setWordWrap(True)
        self._line.setFont(theme.ui_font(9))
        self._preview = QPlainTextEdit()
        # To be read and copied from; what is to be written is changed in the template.
        self._preview.setReadOnly(True)
        # Tab leaves the box, in which nothing is typed.
        self._preview.setTabChangesFocus(True)
        # Letters of one width: what is seen is the file, with its tables.
        self._preview.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._preview.setAccessibleName(self.tr("The file as it would be written"))
        self._pages = PagesView()
        self._pages.hide()
        self._names = QLabel()
        self._names.setWordWrap(True)
        self._names.setFont(theme.ui_font(9))
        self._choices = QWidget()
        grid = QGridLayout(self._choices)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 1)
        for row, (words, box) in enumerate(
            (
                (self.tr("&Notes"), self._scope),
                (self.tr("&Format"), self._profile),
                (self.tr("Te&mplate"), self._templates),
            )
        ):
            label = QLabel(words)
            # The letter after the & leads into the box.
            label.setBuddy(box)
            grid.addWidget(label, row, 0)
            grid.addWidget(box, row, 1)
        grid.addWidget(self._line, 3, 1)
        self.body.addWidget(self._choices)
        column = QVBoxLayout()
        column.addWidget(self._preview, 1)
        column.addWidget(self._pages, 1)
        column.addWidget(self._names)
        self.body.addLayout(column, 1)
        self._build_progress()
        self._build_buttons()
        self.set_palette_values(self.values)

    def _build_progress(self) -> None:
        """Make what takes the place of the file names while a file is being written."""
        self._writing = QWidget()
        row = QHBoxLayout(self._writing)
        row.setContentsMargins(0, 0, 0, 0)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._stop = QPushButton(self.tr("Stop"))
        row.addWidget(QLabel(self.tr("Writing…")))
        row.addWidget(self._bar, 1)
        row.addWidget(self._stop)
        self._writing.hide()
        self.body.addWidget(self._writing)

    def _set_writing(self, on: bool) -> None:
        self._names.setVisible(not on)
        self._writing.setVisible(on)
        # What is being written must not change under way.
        self._choices.setEnabled(not on)
        self._template.setEnabled(not on and self._has_template())
        self._allow(not on)

    def _build_buttons(self) -> None:
        role = QDialogButtonBox.ButtonRole
        self._save = QPushButton(self.tr("&Save…"))
        self._save.setDefault(True)
        self.buttons.addButton(self._save, role.ActionRole)
        self._copy = self.buttons.addButton(self.tr("&Copy"), role.ActionRole)
        self._template = self.buttons.addButton(self.tr("Edit &template…"), role.ResetRole)
        self.buttons.addButton(self.tr("Close"), role.RejectRole)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PREVIEW_PAUSE_MS)

    def _connect(self) -> None:
        for box in (self._scope, self._profile, self._templates):
            box.currentIndexChanged.connect(lambda _: self._wait())
        self._pause.timeout.connect(self._ask)
        self._pages.pages_set.connect(self._take_pages)
        self._pages.setting.connect(self._tell_setting)
        self._save.clicked.connect(lambda: self.save_requested.emit(self.choice()))
        self._copy.clicked.connect(lambda: self.copy_requested.emit(self.choice()))
        self._stop.clicked.connect(self.stop_requested)
        self._template.clicked.connect(lambda: self.template_requested.emit(self.choice()))
        self.buttons.rejected.connect(self.reject)
        save = QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self)
        # By the button, which is disabled as long as nothing can be written.
        save.activated.connect(self._save.click)

    def _select(self, choice: ExportChoice) -> None:
        scopes = [scope.id for scope in self._scopes]
        profiles = [profile.id for profile in self._profiles]
        if choice.scope in scopes:
            self._scope.setCurrentIndex(scopes.index(choice.scope))
        if choice.profile in profiles:
            self._profile.setCurrentIndex(profiles.index(choice.profile))
        # ``_ask`` follows at once.
        self._pause.stop()

    def _wait(self) -> None:
        # What is in view no longer fits the choice: it must not be written.
        self._allow(False)
        self._pause.start()

    def _ask(self) -> None:
        self._pause.stop()
        self._asked = self.choice()
        place = self._profile.currentIndex()
        profile = self._profiles[place] if place >= 0 else None
        self._line.setText(profile.line if profile else "")
        self._line.setVisible(bool(profile and profile.line))
        for widget in (self._templates, self._template):
            widget.setEnabled(self._has_template())
        # "Copied" was said of another choice.
        self._copy.setText(self.tr("&Copy"))
        # A report has all that there is on the pair.
        is_report = profile is not None and profile.id.startswith("report")
        self._scope.setEnabled(not is_report)
        self._call(self.tr("Report on the pair") if is_report else self.tr("Export notes"))
        self._preview.setVisible(not self._is_paged())
        self._pages.setVisible(self._is_paged())
        # Setting those of the choice before is given up: nobody looks at them any more.
        self._pages.show_html("")
        self._preview.setPlaceholderText(self.tr("Reading the notes…"))
        self._names.setText(self.tr("Setting the pages…") if self._is_paged() else "")
        set_ink(self._names, self.values.color("muted"))
        self._allow(False)
        scope = self._scope.currentIndex()
        if scope >= 0 and self._scopes[scope].count == 0 and not is_report:
            self.show_problem(self._asked, self.tr("There are no notes here yet."))
            return
        self.preview_requested.emit(self._asked)

    def _call(self, title: str) -> None:
        self.setWindowTitle(title)
        self.heading.setText(title)

    def _is_paged(self) -> bool:
        place = self._profile.currentIndex()
        return place >= 0 and self._profiles[place].is_paged

    def _has_template(self) -> bool:
        place = self._profile.currentIndex()
        return place >= 0 and self._profiles[place].has_template

    def _allow(self, can_write: bool) -> None:
        place = self._profile.currentIndex()
        # The clipboard is given text alone.
        is_text = place >= 0 and self._profiles[place].is_text
        self._save.setEnabled(can_write)
        self._copy.setEnabled(can_write and is_text)

    def _tell_setting(self, per_cent: int) -> None:
        self._names.setText(self.tr("Setting the pages… {0} %").format(per_cent))

    def _take_pages(self, count: int) -> None:
        self._say_files(count)
        self._allow(True)

    def _say_files(self, pages: int) -> None:
        names = self._files
        if len(names) > 1:
            some = ", ".join(names[:4]) + (" …" if len(names) > 4 else "")
            self._names.setText(self.tr("%n file(s): {0}", "", len(names)).format(some))
        else:
            counted = self.tr("%n page(s)", "", pages)
            if not self._is_whole:  # how many there are nobody has counted
                counted = self.tr("only the beginning is shown")
            self._names.setText(", ".join([*names, counted] if pages else names))

    def show_copied(self) -> None:
        """Say on the button that the text is in the clipboard."""
        self.end_writing()
        self._copy.setText(self.tr("Copied"))
