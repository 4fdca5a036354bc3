# SPDX-License-Identifier: MIT
"""The reader's settings as they are now; whoever changes them tells all others."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from diptych import settings as stored
from diptych.settings import ReadingHistory, SessionState, Settings
from diptych.translatable import Translatable


class Preferences(QObject):
    """Holds one value of ``Settings``; it is written when the session is, or at once."""

    changed = Signal(object)  # the Settings before
    refused = Signal(object)  # why the disk takes nothing; once until it does again

    def __init__(self, settings: Settings, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self._is_refused = False
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
        self.keep_in(self._file, self.now)

    def keep_in(self, file: Path, values: Settings | SessionState | ReadingHistory) -> None:
        """Write what is remembered from one start to the next; without it all goes on."""
        try:
            stored.save(values, file)
        except OSError as error:
            if not self._is_refused:
                from diptych.atomic import reason  # the first paint does not wait for it

                words = "{path} could not be written: {reason}."
                self.refused.emit(Translatable(words, path=file, reason=reason(error)))
            self._is_refused = True
        else:
            self._is_refused = False
