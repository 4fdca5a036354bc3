# SPDX-License-Identifier: MIT
"""Asks what to do when the file of an export is already there."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QWidget

from diptych.ui.parts.sheet import Sheet

ANSWERS = ("append", "new", "overwrite")


class ExistingFile(Sheet):
    """Offers to add what is new, to write beside it, or to replace it; Esc does nothing."""

    answered = Signal(str)  # one of ANSWERS

    def __init__(
        self, name: str, parent: QWidget | None = None, *, can_append: bool = True
    ) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("The file is already there"))
        self.heading.setText(self.tr("“{0}” is already there").format(name))
        self.say(self.tr("What is in it now stays unless you replace it."))
        role = QDialogButtonBox.ButtonRole
        words = {
            "append": self.tr("&Add new notes to it"),
            "new": self.tr("Write a &second file"),
            "overwrite": self.tr("&Replace it"),
        }
        for answer in ANSWERS:
            button = QPushButton(words[answer])
            button.setVisible(can_append or answer != "append")
            button.clicked.connect(lambda _=False, chosen=answer: self._answer(chosen))
            self.body.addWidget(button)
            # What Enter does loses nothing.
            if answer == ("append" if can_append else "new"):
                button.setDefault(True)
        self.body.addStretch(1)
        self.buttons.addButton(self.tr("Cancel"), role.RejectRole)
        self.buttons.rejected.connect(self.reject)

    def sizeHint(self) -> QSize:
        return QSize(420, 250)

    def _answer(self, chosen: str) -> None:
        self.answered.emit(chosen)
        self.accept()
