# SPDX-License-Identifier: MIT
"""Tells whether what is written to a terminal is read by anybody."""

from __future__ import annotations

import os
import sys

_BUNDLE = "__CFBundleIdentifier"  # set by macOS
# A desktop sets one of them for what it starts from its menu; toolkits take them away
# again, so that no terminal hands them on.
_FROM_A_MENU = ("DESKTOP_STARTUP_ID", "XDG_ACTIVATION_TOKEN")


def nobody_reads() -> bool:
    """Tell whether the program was started from a menu, where its errors go to no terminal."""
    stream = sys.stderr
    if stream.isatty():
        return False
    if (
        getattr(stream, "name", "") == os.devnull
    ):  # Windows gives a program without a console nothing at all
        return True
    started = os.environ.get("GIO_LAUNCHED_DESKTOP_FILE_PID") == str(os.getpid())
    bundle = os.environ.get(_BUNDLE, "").endswith(".Diptych")
    return started or bundle or any(name in os.environ for name in _FROM_A_MENU)
