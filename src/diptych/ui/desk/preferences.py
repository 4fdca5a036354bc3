# SPDX-License-Identifier: MIT
"""The reader's settings as they are now; whoever changes them tells all others."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from diptych import settings as stored
from diptych.settings import Settings


class Preferences(QObject):
    """Holds one value of ``Settings``; it is written when the session is, or at once."""

    changed = Signal(object)  # the Settings before

    def __init__(self, settings: Settings, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self.now = settings

    def change(self, settings: Settings) -> None:
        """Take over other settings."""
        before, self.now = self.now, settings
        if settings != before:
            self.changed.emit(before)

    def keep(self, settings: Settings) -> None:
        """Take over settings that other processes shall read at once."""
        self.change(settings)
        self.write()

    def write(self) -> None:
        """Write the settings now."""
        stored.save(self.now, self._file)
