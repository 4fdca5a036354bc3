# SPDX-License-Identifier: MIT
"""An empty home, a profile and two short articles for a program that is followed."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from wire import trace
from wire.trace import Trace, traced

ROOT = Path(__file__).parents[2]
TEXT = """The council of Tarnholm voted on Tuesday to keep the night boat until June.

THE COUNCIL OF TARNHOLM VOTED ON TUESDAY TO KEEP THE NIGHT BOAT UNTIL JUNE.
"""
# It names what a browser would fetch, and is of a shape that trafilatura is asked about.
PAGE = """<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN"
 "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">
<html lang="en"><head><title>The night boat stays</title>
<base href="http://example.org/"><link rel="stylesheet" href="https://example.org/page.css">
<script src="https://example.org/page.js"></script></head><body>
<main><p>The night boat stays until June.</p><p>So the council of Tarnholm has said.</p>
<p>The islanders had asked for it.</p><img src="http://example.org/boat.png"></main>
<div><p>The night boat to Tarnholm stays until June, the council has decided, and the harbour
master was told on the same evening to keep the lights on the outer pier burning.</p>
<p>Islanders had asked for nothing else since the autumn, when the last bus was taken from
them; a letter with four hundred names lay on the table of the council for a month.</p></div>
</body></html>
"""


class Home:
    """Where a followed program is at home; it must write nowhere but into its profile."""

    def __init__(self, folder: Path) -> None:
        """Skip where no program can be followed, and say so."""
        if not sys.platform.startswith("linux"):
            pytest.skip("strace follows programs on Linux only")
        if not trace.works():
            pytest.skip("strace is not installed or may not follow programs here")
        self._folder = folder
        for name in ("home", "tmp", "profile", "texts"):
            (folder / name).mkdir()
        self.profile = folder / "profile"
        self.left, self.right = folder / "texts" / "left.txt", folder / "texts" / "right.html"
        self.left.write_text(TEXT)
        self.right.write_text(PAGE)

    def run(self, *words: str | Path, display: str = "") -> Trace:
        """Run Python to its end, with a window on ``display`` or on none."""
        kept = {
            name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ
        }
        surroundings = {
            **kept,
            "HOME": str(self._folder / "home"),
            "TMPDIR": str(self._folder / "tmp"),
            "PYTHONPATH": str(ROOT / "src"),
            "PYTHONDONTWRITEBYTECODE": "1",
            "QT_QPA_PLATFORM": "xcb" if display else "offscreen",
            "DISPLAY": display,
            "LC_ALL": "C.UTF-8",
        }
        command = [sys.executable, *map(str, words)]
        done = traced(command, surroundings, self._folder / "calls.txt")
        assert done.status == 0, done.errors
        return done

    def strays(self, done: Trace) -> list[str]:
        """Return the paths outside the profile that were written to."""
        return done.written_outside(self.profile, self._folder / "tmp", Path("/dev/null"))
