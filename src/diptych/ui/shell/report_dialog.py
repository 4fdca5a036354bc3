# SPDX-License-Identifier: MIT
"""Shows what helps to find a fault, to be copied into a report."""

from __future__ import annotations

from PySide6.QtCore import QSize, QSysInfo, qVersion
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QPlainTextEdit, QPushButton, QWidget

from diptych.paths import Profile
from diptych.services.fault_report import fault_report
from diptych.ui.parts.sheet import Sheet


class ReportDialog(Sheet):
    """The report as text, with a button that copies it."""

    def __init__(self, profile: Profile, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Report for a fault"))
        self.heading.setText(self.tr("Report for a fault"))
        self.say(
            self.tr(
                "Versions, system and folders, which help to find a fault. No word of a "
                "note is in it, and it stays on this computer unless you copy it."
            )
        )
        self._report = QPlainTextEdit(fault_report(profile, *_window_facts()))
        self._report.setReadOnly(True)
        self._report.setTabChangesFocus(True)
        self._report.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._report.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._report.setAccessibleName(self.tr("Report for a fault"))
        self.body.addWidget(self._report, 1)
        self._copy = QPushButton(self.tr("&Copy the report"))
        self._copy.clicked.connect(self._copy_report)
        self.buttons.addButton(self._copy, QDialogButtonBox.ButtonRole.ActionRole)
        self.buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.rejected.connect(self.reject)

    def sizeHint(self) -> QSize:
        return QSize(640, 480)

    def _copy_report(self) -> None:
        QGuiApplication.clipboard().setText(self._report.toPlainText())
        self._copy.setText(self.tr("Copied"))


def _window_facts() -> list[str]:
    """Return what only a program with a window knows."""
    screens = ", ".join(
        # In Qt's pixels, and how many of the screen's one of them is.
        f"{screen.size().width()}x{screen.size().height()} at {screen.devicePixelRatio():g}"
        for screen in QGuiApplication.screens()
    )
    return [
        f"Qt {qVersion()} on {QGuiApplication.platformName()}, {QSysInfo.prettyProductName()}",
        f"Screens: {screens}",
    ]
