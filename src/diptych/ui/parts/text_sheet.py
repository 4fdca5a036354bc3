# SPDX-License-Identifier: MIT
"""A sheet that hands over a text: to be read, and copied whole."""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QPlainTextEdit, QPushButton, QWidget

from diptych.ui.parts.sheet import Sheet


class TextSheet(Sheet):
    """Shows lines as they were written, and a button that copies them all.

    ``name`` is what the text is called for those who listen, ``copying`` what the
    button says.
    """

    def __init__(
        self, title: str, text: str, *, name: str, copying: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(title, parent)
        self._text = QPlainTextEdit(text)
        self._text.setReadOnly(True)
        # Tab leads on to the button; nothing is typed here.
        self._text.setTabChangesFocus(True)
        # The lines of a traceback are found again by how they begin.
        self._text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._text.setAccessibleName(name)
        self.body.addWidget(self._text, 1)
        self._copy = QPushButton(copying)
        self._copy.clicked.connect(self._copy_all)
        role = QDialogButtonBox.ButtonRole
        self.buttons.addButton(self._copy, role.ActionRole)
        self.closing = self.buttons.addButton(self.tr("Close"), role.RejectRole)
        self.buttons.rejected.connect(self.reject)

    def _copy_all(self) -> None:
        QGuiApplication.clipboard().setText(self._text.toPlainText())
        self._copy.setText(self.tr("Copied"))
