# SPDX-License-Identifier: MIT
"""What adding a folder costs who goes on reading: how long the window is held up, when one finds.

    .venv/bin/python bench/adding_window.py                2,000 mixed files
    .venv/bin/python bench/adding_window.py --files 200

The whole application runs, a pair lies open, and a folder of text, web, office, book
and PDF files is added. All the while a timer of 5 ms tells how long it had to wait, in
processor time of the window's thread and by the clock, on which other work of the
machine counts too. Each half second a word is looked for as a reader would.
"""

from __future__ import annotations

import argparse
import gc
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QObject, QTimer

if __name__ == "__main__":
    import sys

    HERE = Path(__file__).resolve().parents[1]
    sys.path[:0] = [str(HERE / "src"), str(HERE / "tests"), str(HERE)]

from bench.families import ROOT, cpu_ms, hide_from_helpers
from bench.import_speed import write_mixed

from diptych import app, settings
from diptych.paths import profile_in
from diptych.services.searching import Answer
from diptych.text.sides import SIDES
from diptych.ui.shell.garbage import ShortRounds
from diptych.ui.shell.open_windows import Asked

PROBE_MS, ASK_MS, LOOK_MS = 5, 500, 20
WORD = "the"
PATIENCE_S = 1_800
STALLS = (16, 33, 50, 100)  # milliseconds


class Stalls(QObject):
    """Notes what a timer had to wait for, in CPU of its thread and by the clock."""

    def __init__(self) -> None:
        super().__init__()
        self.cpu: list[float] = []
        self.clock: list[float] = []
        self._then = time.thread_time(), time.perf_counter()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tick)
        self._timer.start(PROBE_MS)

    def _tick(self) -> None:
        now = time.thread_time(), time.perf_counter()
        self.cpu.append(1000 * (now[0] - self._then[0]))
        self.clock.append(1000 * (now[1] - self._then[1]) - PROBE_MS)
        self._then = now


def main() -> None:
    """Add the folder and print what it cost."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--files", type=int, default=2_000)
    options = parser.parse_args()
    hide_from_helpers()
    with tempfile.TemporaryDirectory() as folder, window(Path(folder)) as diptych:
        texts = Path(folder) / "texts"
        write_mixed(texts, options.files)
        add(diptych, texts)


@contextmanager
def window(folder: Path) -> Iterator[app.Diptych]:
    """Open the application in a profile of its own on two of the samples."""
    gc.disable()  # as the application does: a round through all objects takes 50 ms
    application = app.make_application(["diptych"])
    profile = profile_in(folder / "profile").create()
    settings.save(settings.Settings(brief_at_first=False), profile.settings_file)
    diptych = app.Diptych(application, profile)
    diptych.states.pair.compared.connect(ShortRounds(application).loaded)
    pair = [ROOT / "corpus" / n for n in ("harbour-vote.md", "ferry-deal.md")]
    diptych.start(Asked(files=tuple(pair)), size=(1440, 900))
    live_until(lambda: diptych.states.pair.comparison is not None)
    live_until(lambda: not any(lane.is_busy for lane in (diptych.disk, diptych.encoding)))
    yield diptych
    diptych.window.close()


def live_until(is_there: Callable[[], object], seconds: float = PATIENCE_S) -> None:
    """Let the window live until something is true, in Qt's own loop as in the application.

    QTest.qWait holds the interpreter, and the lanes' threads had it only in between.
    """
    loop, looking, end = QEventLoop(), QTimer(), time.perf_counter() + seconds
    looking.timeout.connect(
        lambda: loop.quit() if is_there() or time.perf_counter() > end else None
    )
    looking.start(LOOK_MS)
    loop.exec()
    if not is_there():
        raise TimeoutError("the window did not get there")


def add(diptych: app.Diptych, texts: Path) -> None:
    """Add a folder, looking for a word all the while; print when what was there."""
    states, began, before = diptych.states, time.perf_counter(), cpu_ms(os.getpid())
    moments: dict[str, float] = {}

    def note(what: str) -> None:
        moments.setdefault(what, time.perf_counter() - began)

    states.library.added.connect(lambda _: note("all added"))
    states.library.many_found.connect(
        lambda many: states.library.add(many.paths, is_confirmed=True)
    )
    known: list[int] = []
    states.index.levelled.connect(known.append)
    states.index.levelled.connect(lambda _: note("indexed first"))

    def found(answer: Answer) -> None:
        if len(answer.results.hits) > len(SIDES):  # more than the pair that lies open
            note("first found")

    states.search.found.connect(found)
    asking = QTimer()
    box = diptych.window.toolbar.search
    asking.timeout.connect(lambda: box.setText(WORD if box.text() != WORD else f"{WORD} "))
    asking.start(ASK_MS)
    stalls = Stalls()
    diptych.window.library_presenter.adding.add([texts])
    count = sum(1 for _ in texts.iterdir())
    live_until(lambda: "all added" in moments and known and known[-1] >= count)
    note("all indexed")
    asking.stop()
    spent = (cpu_ms(os.getpid()) - before) / 1000
    print(f"{count:,} mixed files", {what: round(at, 1) for what, at in moments.items()})
    print(f"CPU s of the window and all its processes: {spent:.1f}")
    for what, waits in (("CPU of the thread", stalls.cpu), ("clock", stalls.clock)):
        longer = {f">{ms}": sum(wait > ms for wait in waits) for ms in STALLS}
        print(f"stalls, {what}: longest {max(waits):.0f} ms of {len(waits):,} ticks, {longer}")


if __name__ == "__main__":
    main()
