# SPDX-License-Identifier: MIT
"""The one dialog for faults of ours: says so, and hands over what happened as text."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QWidget

from diptych.ui.parts.text_sheet import TextSheet


class ErrorDialog(TextSheet):
    """Shows an unexpected error once, with the details to copy into a report.

    ``sentence`` is what the reader can do, when that is known.
    """

    def __init__(self, details: str, parent: QWidget | None = None, *, sentence: str = "") -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("ErrorDialog", "Something went wrong"),
            details,
            name=translate("ErrorDialog", "Details of the error"),
            copying=translate("ErrorDialog", "&Copy details"),
            parent=parent,
        )
        self.heading.setText(self.tr("Something went wrong in Diptych"))
        safe = self.tr(
            "Your notes and articles are safe; you can go on. The details below stay on this "
            "computer unless you copy them."
        )
        self.say(f"{sentence}\n\n{safe}" if sentence else safe)
        # Enter goes on; what is copied replaces what the reader has in the clipboard.
        self.closing.setDefault(True)

    def sizeHint(self) -> QSize:
        return QSize(560, 400)
