# SPDX-License-Identifier: MIT
"""Shows what helps to find a fault, to be copied into a report."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, QSysInfo, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from diptych.paths import Profile
from diptych.services.fault_report import fault_report
from diptych.ui.parts.text_sheet import TextSheet


class ReportDialog(TextSheet):
    """The report as text, with a button that copies it."""

    def __init__(self, profile: Profile, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("ReportDialog", "Report for a fault")
        super().__init__(
            title,
            fault_report(profile, *_window_facts()),
            name=title,
            copying=QCoreApplication.translate("ReportDialog", "&Copy the report"),
            parent=parent,
        )
        self.say(
            self.tr(
                "Versions, system and folders, which help to find a fault. No word of a "
                "note is in it, and it stays on this computer unless you copy it."
            )
        )

    def sizeHint(self) -> QSize:
        return QSize(640, 480)


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
