# SPDX-License-Identifier: MIT
"""Where a reader writes a template of an export, with what it makes beside it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QWidget,
)

from diptych.ui.parts.controls import set_ink
from diptych.ui.parts.sheet import Sheet

# A template is at fault at nearly every letter of a tag: it is tried when typing rests.
PREVIEW_PAUSE_MS = 300


class TemplateEditor(Sheet):
    """Edits one template; the built-in one is a click away and never lost.

    The owner answers ``tried`` with ``show_preview`` or ``show_problem``.
    """

    tried = Signal(str)  # source, to be previewed
    save_requested = Signal(str, str)  # name, source
    remove_requested = Signal(str)

    def __init__(
        self, name: str, source: str, built_in: str, parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Export template"))
        self.heading.setText(self.tr("Export template"))
        self.say(self.tr("Jinja2; what is on the right is made from your notes."))
        self._built_in = built_in
        self._build(name, source)
        self.tried.emit(source)

    def name(self) -> str:
        """Return what the template is to be called."""
        return self._name.text().strip()

    def source(self) -> str:
        """Return the template as written."""
        return self._source.toPlainText()

    def show_preview(self, text: str) -> None:
        """Show what the template makes."""
        self._preview.setPlainText(text)
        self._say_problem("")

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong, with the line; the last good preview stays."""
        self._say_problem(sentence)

    def sizeHint(self) -> QSize:
        return QSize(920, 600)

    def ask_preview(self) -> None:
        """Ask for a preview of what is written now."""
        self.tried.emit(self.source())

    def _build(self, name: str, source: str) -> None:
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        self._name = QLineEdit(name)
        label = QLabel(self.tr("&Name"))
        label.setBuddy(self._name)
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(self._name, 1)
        self.body.addLayout(row)
        self._source = QPlainTextEdit(source)
        self._source.setFont(fixed)
        self._source.setAccessibleName(self.tr("Template"))
        self._preview = QPlainTextEdit()
        self._preview.setReadOnly(True)
        self._preview.setFont(fixed)
        self._preview.setAccessibleName(self.tr("What the template makes"))
        split = QSplitter(Qt.Orientation.Horizontal)
        # Dragged too far, one of the two would fold away whole.
        split.setChildrenCollapsible(False)
        split.addWidget(self._source)
        split.addWidget(self._preview)
        split.setSizes([450, 450])
        self.body.addWidget(split, 1)
        self._problem = QLabel()
        self._problem.setWordWrap(True)
        self.body.addWidget(self._problem)
        self._build_buttons(bool(name))

    def _build_buttons(self, exists: bool) -> None:
        role = QDialogButtonBox.ButtonRole
        self._save = QPushButton(self.tr("&Save"))
        self._save.setDefault(True)
        self.buttons.addButton(self._save, role.ActionRole)
        default = self.buttons.addButton(self.tr("&Back to the default"), role.ResetRole)
        remove = self.buttons.addButton(self.tr("&Delete the template"), role.ActionRole)
        # A new one is kept nowhere yet.
        remove.setVisible(exists)
        self.buttons.addButton(self.tr("Close"), role.RejectRole)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PREVIEW_PAUSE_MS)
        self._pause.timeout.connect(self.ask_preview)
        self._source.textChanged.connect(self._pause.start)
        self._name.textChanged.connect(lambda _: self._enable())
        self._save.clicked.connect(lambda: self.save_requested.emit(self.name(), self.source()))
        # Into the box alone: what is kept stays until it is saved.
        default.clicked.connect(lambda: self._source.setPlainText(self._built_in))
        remove.clicked.connect(lambda: self.remove_requested.emit(self.name()))
        self.buttons.rejected.connect(self.reject)
        self._enable()

    def _enable(self) -> None:
        self._save.setEnabled(bool(self.name()))

    def _say_problem(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        set_ink(self._problem, self.values.color("warning"))
