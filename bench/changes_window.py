# SPDX-License-Identifier: MIT
"""How long a reader waits for the changes of two long editions, in the whole window.

    python3 dev.py bench changes_window
    QT_QPA_PLATFORM=xcb .venv/bin/python bench/changes_window.py --words 50000

CPU seconds are those of the window and of its processes together, from opening the two
files until the first list of changes stands there, and until the comparison is done and
has had its say. A step is F8: the processor time of the window's thread until both texts
are painted at the next change.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))
sys.path.insert(0, str(ROOT / "bench"))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("FONTCONFIG_FILE", str(ROOT / "tests" / "fonts.conf"))

from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from changes_planted import editions  # noqa: E402
from diptych import app, settings  # noqa: E402
from diptych.paths import profile_in  # noqa: E402
from diptych.ui.shell.open_windows import Asked  # noqa: E402
from families import cpu_ms, hide_from_helpers  # noqa: E402

STEPS = 100
SETTLING = 1000  # rounds of events
PATIENCE_S = 300
LOOK_MS = 2


def cpu_s() -> float:
    """Return the processor time of this process and of those it has started."""
    return cpu_ms(os.getpid()) / 1000


def wait(until: Callable[[], bool]) -> None:
    """Let the window work until something is so."""
    began = time.monotonic()
    while not until():
        # In Qt's own waiting the interpreter is free for the lanes' threads.
        QTest.qWait(LOOK_MS)
        if time.monotonic() - began > PATIENCE_S:
            raise SystemExit("nothing came")


def measure(folder: Path, words: int, changes: int) -> None:
    """Open two editions and print what a reader waits for."""
    draft = editions(words, changes)
    files = folder / "first edition.txt", folder / "second edition.txt"
    for file, side in zip(files, (draft.left, draft.right), strict=True):
        file.write_text("".join(side), encoding="utf-8")
    qt = QApplication([])
    profile = profile_in(folder / "profile")
    settings.save(settings.Settings(brief_at_first=False), profile.settings_file)
    began = cpu_s()
    window = app.Diptych(qt, profile, "light")
    window.start(Asked(files=files), size=(1440, 900))
    state, pair = window.states.changes, window.states.pair
    wait(lambda: state.is_versions)
    print(f"{len(state.all())} changes stand there after {cpu_s() - began:.2f} s CPU")
    wait(lambda: not window.states.changes._compute.is_busy and pair.comparison is not None)
    print(f"{len(state.all())} once all is compared, after {cpu_s() - began:.2f} s CPU")
    print(f"  at once: {steps(qt, window)}")
    views = [pane.view for pane in window.window.split.panes.values()]
    wait(lambda: all(v.laid_out_end() >= v.document().characterCount() for v in views))
    for _ in range(SETTLING):
        qt.processEvents()
    print(f"  once both texts are laid out to their end: {steps(qt, window)}")
    window.window.close()


def steps(qt: QApplication, window: app.Diptych) -> str:
    """Go from change to change and return what that takes."""
    spent = []
    for _ in range(STEPS):
        before = time.thread_time()
        window.window.actions_by_id["next-difference"].trigger()
        qt.processEvents()
        window.window.repaint()
        spent.append(1000 * (time.thread_time() - before))
    spent.sort()
    return (
        f"next change in {statistics.median(spent):.1f} ms in the middle of {STEPS}, "
        f"{spent[-6]:.1f} ms in nineteen of twenty, {spent[-1]:.1f} ms at worst"
    )


def main() -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--words", type=int, default=100_000)
    parser.add_argument("--changes", type=int, default=500)
    options = parser.parse_args()
    hide_from_helpers()
    with tempfile.TemporaryDirectory() as folder:
        measure(Path(folder), options.words, options.changes)


if __name__ == "__main__":
    main()
