# SPDX-License-Identifier: MIT
"""What happens on an error nobody expected: it is logged, told once, and the app goes on."""

from __future__ import annotations

import logging
import sys
import traceback
from logging.handlers import RotatingFileHandler
from types import TracebackType

from PySide6.QtWidgets import QWidget

from diptych.errors import DiptychError
from diptych.opened import is_no_file
from diptych.paths import Profile
from diptych.ui.parts.translation import told

log = logging.getLogger(__name__)


class _LogFile(RotatingFileHandler):
    """A log that a full disk cuts short in silence."""

    def handleError(self, record: logging.LogRecord) -> None:
        """Say nothing about a line that could not be written."""


def log_to(profile: Profile) -> None:
    """Keep what is logged in a file of the profile."""
    path = profile.log / "diptych.log"
    if is_no_file(path):
        return  # nobody may ever read from a pipe
    try:
        # 1.5 MB at most, with the two before it.
        handler = _LogFile(path, maxBytes=500_000, backupCount=2, encoding="utf-8")
    except OSError:
        return  # a read-only disk keeps no log
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger().addHandler(handler)


def report_bugs(window: QWidget) -> None:
    """Send uncaught exceptions to the log and to one dialog at a time."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        details = "".join(traceback.format_exception(kind, error, trace))
        log.error("%s", details)
        sys.stderr.write(details)
        _tell(window, error, details)

    sys.excepthook = hook


def _tell(window: QWidget, error: BaseException, details: str) -> None:
    from diptych.ui.shell.error_dialog import ErrorDialog

    # A fault in painting comes again with each paint.
    if window.findChild(ErrorDialog) is None:
        sentence = told(error.sentence) if isinstance(error, DiptychError) else ""
        ErrorDialog(details, window, sentence=sentence).open()
