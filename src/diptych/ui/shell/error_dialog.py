# SPDX-License-Identifier: MIT
"""The one dialog for faults of ours: says so, and hands over what happened as text."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QPlainTextEdit, QPushButton, QWidget

from diptych.ui.parts.sheet import Sheet


class ErrorDialog(Sheet):
    """Shows an unexpected error once, with the details to copy into a report.

    ``sentence`` is what the reader can do, when that is known.
    """

    def __init__(self, details: str, parent: QWidget | None = None, *, sentence: str = "") -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Something went wrong"))
        self.heading.setText(self.tr("Something went wrong in Diptych"))
        safe = self.tr(
            "Your notes and articles are safe; you can go on. The details below stay on this "
            "computer unless you copy them."
        )
        self.say(f"{sentence}\n\n{safe}" if sentence else safe)
        self._details = QPlainTextEdit(details)
        self._details.setReadOnly(True)
        self._details.setTabChangesFocus(True)
        self._details.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._details.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._details.setAccessibleName(self.tr("Details of the error"))
        self.body.addWidget(self._details, 1)
        self._copy = QPushButton(self.tr("&Copy details"))
        self._copy.clicked.connect(self._copy_details)
        self.buttons.addButton(self._copy, QDialogButtonBox.ButtonRole.ActionRole)
        close = self.buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setDefault(True)
        self.buttons.rejected.connect(self.reject)

    def sizeHint(self) -> QSize:
        return QSize(560, 400)

    def _copy_details(self) -> None:
        QGuiApplication.clipboard().setText(self._details.toPlainText())
        self._copy.setText(self.tr("Copied"))
