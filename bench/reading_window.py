# SPDX-License-Identifier: MIT
"""What reading costs the window: frames of scrolling, opening texts, stalls meanwhile.

    python3 dev.py bench reading_window
    QT_QPA_PLATFORM=xcb .venv/bin/python bench/reading_window.py --only frames

The whole application runs on made articles. A frame is one step of the scroll bar with
all it leads to: the other side follows, bands and strips are painted. Its cost is the
processor time of the window's thread, and so is a stall: what a timer had to wait for. Opening
is the time from pinning to the first painted view, beside a bare text view with the
same words.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("FONTCONFIG_FILE", str(ROOT / "tests" / "fonts.conf"))

import psutil  # noqa: E402
from PySide6.QtCore import QEvent, QObject, QTimer  # noqa: E402
from PySide6.QtWidgets import QApplication, QTextEdit  # noqa: E402

from diptych import app  # noqa: E402
from diptych.compare.values import Comparison, Kind, Match  # noqa: E402
from diptych.paths import profile_in  # noqa: E402
from diptych.services.comparing import Compared  # noqa: E402
from diptych.text.article import Span  # noqa: E402
from diptych.text.segment import passages  # noqa: E402
from diptych.ui.parts import lanes  # noqa: E402
from diptych.ui.shell.garbage import ShortRounds  # noqa: E402

SIZE = (1440, 900)
FRAMES = 600
STEP = 37  # pixels, about a notch of the wheel
PATIENCE_SECONDS = 600
PROBE_MS = 5
LONGEST_WORDS = 1_530_000  # 9.9 million characters; Diptych reads ten


class MadeComparison(lanes.ComputeLane):
    """A compute lane that answers comparisons with matches made for the purpose."""

    count = 0  # 0: compare truly

    def run(
        self,
        name: str,
        function: Callable[..., Any],
        *arguments: Any,
        **more: Any,
    ) -> None:
        if name == "compare" and self.count:
            answered = partial(made_comparison, arguments[0], arguments[1], self.count)
            super().run(name, answered, **more)
        else:
            super().run(name, function, *arguments, **more)


def made_comparison(left: Any, right: Any, count: int) -> Compared:
    """Return ``count`` matches, most of them in order, some across."""
    chance = random.Random(7)
    sides = [[p.span for p in passages(article)] for article in (left, right)]
    matches = []
    for number in range(count):
        at = number / count
        across = chance.random() if number % 9 == 0 else at
        spans: list[Span] = []
        for spans_of, place in zip(sides, (at, across), strict=True):
            spans.append(spans_of[min(int(place * len(spans_of)), len(spans_of) - 1)])
        strength = chance.random()
        matches.append(Match(list(Kind)[number % 3], *spans, strength, strength, shown=True))
    made = Comparison(tuple(matches), (), (), tuple(sides[0]), tuple(sides[1]))
    return Compared(made, (), "")


class Probe(QObject):
    """Notes how long the window answered nobody: what a timer of 5 ms had to wait for.

    Counted in processor time of the window's thread, which moves little when the
    machine has other work.
    """

    def __init__(self) -> None:
        super().__init__()
        self.worst = 0.0  # milliseconds
        self._spent = time.thread_time()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tick)
        self._timer.start(PROBE_MS)

    def begin(self) -> None:
        self.worst = 0.0
        self._spent = time.thread_time()

    def _tick(self) -> None:
        spent = time.thread_time()
        self.worst = max(self.worst, (spent - self._spent) * 1000)
        self._spent = spent


class FirstPaint(QObject):
    """Notes when a viewport is painted for the first time from now on."""

    def __init__(self, viewport: QObject) -> None:
        super().__init__()
        self.at = 0.0
        viewport.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002
        if event.type() == QEvent.Type.Paint and not self.at:
            QTimer.singleShot(0, self._painted)  # once the paint is done
        return False

    def _painted(self) -> None:
        self.at = self.at or time.perf_counter()


def wait_for(look: Callable[[], object], seconds: float = PATIENCE_SECONDS) -> None:
    """Let the window live until ``look`` returns something true."""
    end = time.perf_counter() + seconds
    while not look():
        QApplication.processEvents()
        if time.perf_counter() > end:
            raise TimeoutError("the window did not get there")


def rest(seconds: float) -> None:
    """Let the window live for a while."""
    end = time.perf_counter() + seconds
    wait_for(lambda: time.perf_counter() > end)


@cache
def made_words(count: int) -> list[str]:
    """Return words of no language, as many as an article on one subject has."""
    chance = random.Random(5)
    letters = "aeioubcdfglmnprst"
    return ["".join(chance.choices(letters, k=chance.randint(2, 9))) for _ in range(count)]


def made_text(words: int, seed: int) -> str:
    """Return a title and paragraphs of five sentences of fifteen words."""
    chance, lexicon = random.Random(seed), made_words(8_000)
    lines = [f"Article {seed} of {words} words"]
    for _ in range(max(1, words // 75)):
        sentences = []
        for _ in range(5):
            words_of_it = [*chance.choices(lexicon, k=14), str(chance.randrange(9999))]
            sentences.append(" ".join(words_of_it).capitalize() + ".")
        lines.append(" ".join(sentences))
    return "\n\n".join(lines) + "\n"


class Bench:
    """The application on a profile of its own, and the texts it is given."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        lanes.ComputeLane = MadeComparison  # type: ignore[misc]
        self.application = app.make_application(["bench"])
        self.diptych = app.Diptych(self.application, profile_in(folder / "profile"), "light")
        self.diptych.start(size=SIZE)
        self.diptych.states.pair.compared.connect(ShortRounds(self.application).loaded)
        self.pair, self.split = self.diptych.states.pair, self.diptych.window.split
        self.probe = Probe()
        rest(1.0)

    def add(self, *texts: str) -> list[str]:
        """Put texts into the library and return the ids of their articles."""
        known = {entry.id for entry in self.diptych.states.library.entries}
        paths = []
        for number, text in enumerate(texts):
            path = self.folder / f"{len(known)}-{number}.txt"
            path.write_text(text, encoding="utf-8")
            paths.append(path)
        self.diptych.window.library_presenter.adding.add(paths)
        library = self.diptych.states.library
        wait_for(lambda: len(library.entries) >= len(known) + len(texts))
        order = {path.name: number for number, path in enumerate(paths)}
        new = [entry for entry in library.entries if entry.id not in known]
        return [e.id for e in sorted(new, key=lambda e: order[e.path.name])]

    def pin_both(self, left: str, right: str) -> None:
        """Pin two articles and wait until matches are shown and all is laid out."""
        self.pair.pin("left", left)
        self.pair.pin("right", right)
        wait_for(lambda: self.pair.pinned_ids() == (left, right) and self.pair.comparison)
        rest(1.5)

    def close(self) -> None:
        self.diptych.window.close()
        rest(0.1)


def frames(bench: Bench, words: int, matches: int) -> None:
    """Scroll one of two long articles with many matches, the other one following."""
    MadeComparison.count = matches
    ids = bench.add(made_text(words, 1), made_text(words, 2))
    bench.probe.begin()
    bench.pin_both(*ids)
    print(f"showing {matches:,} matches: longest stall {bench.probe.worst:.0f} ms")
    bar = bench.split.panes["left"].view.verticalScrollBar()
    costs = []
    for _ in range(FRAMES):
        before = time.thread_time()
        bar.setValue(bar.value() + STEP)
        QApplication.processEvents()
        costs.append((time.thread_time() - before) * 1000)
    cuts = statistics.quantiles(costs, n=100)
    under = sum(cost < 16 for cost in costs) / len(costs)
    print(
        f"scrolling 2 x {words:,} words: median {cuts[49]:.1f} ms, 99 % under {cuts[98]:.1f} ms,"
        f" {under:.1%} of frames under 16 ms"
    )
    bench.probe.begin()
    for _ in range(10):
        bench.diptych.window.actions_by_id["next-match"].trigger()
        rest(0.05)
    print(f"ten jumps: longest stall {bench.probe.worst:.0f} ms")
    bench.probe.begin()
    for verb in ("reject", "undo"):
        bench.diptych.window.actions_by_id[verb].trigger()
        rest(0.3)
    print(f"reject and take back: longest stall {bench.probe.worst:.0f} ms")
    MadeComparison.count = 0


def opening(bench: Bench, words: int) -> None:
    """Pin a text to an empty side; the first painted view ends it."""
    bench.pair.clear("left")
    bench.pair.clear("right")
    (article,) = bench.add(made_text(words, words + 11))
    rest(1.0)
    view = bench.split.panes["left"].view
    times, stalls = [], []
    for _ in range(3):
        bench.pair.clear("left")
        rest(0.3)
        painted = FirstPaint(view.viewport())
        bench.probe.begin()
        start = time.perf_counter()
        bench.pair.pin("left", article, place=0)
        wait_for(lambda: painted.at and view.page is not None)  # noqa: B023
        times.append((painted.at - start) * 1000)
        rest(2.0)
        stalls.append(bench.probe.worst)
    bare = bare_opening(made_text(words, words + 11))
    print(
        f"opening {words:,} words: {min(times):.0f} ms to the first paint"
        f" (bare text view {bare:.0f} ms), longest stall {min(stalls):.0f} ms"
    )


def bare_opening(text: str) -> float:
    """Return how long a plain Qt text view takes to show a text, in milliseconds."""
    view = QTextEdit()
    view.resize(600, 800)
    view.show()
    rest(0.2)
    painted = FirstPaint(view.viewport())
    start = time.perf_counter()
    view.setPlainText(text)
    wait_for(lambda: painted.at)
    view.deleteLater()
    return (painted.at - start) * 1000


def hostile(bench: Bench) -> None:
    """Open texts no one writes; what counts is that the window goes on."""
    texts = {
        "500,000 words": made_text(500_000, 3),
        "one line of 20 MB": "harbour vote ferry deal " * 833_333,
        "100,000 lines of one word": "\n".join(f"word{n}" for n in range(100_000)),
        "10,000 equal sentences": "The harbour vote was lost by a ferry. " * 10_000,
    }
    bench.pair.clear("right")
    for name, text in texts.items():
        bench.pair.clear("left")
        bench.probe.begin()
        (article,) = bench.add(text)
        adding = bench.probe.worst
        view = bench.split.panes["left"].view
        bench.probe.begin()
        start = time.perf_counter()
        painted = FirstPaint(view.viewport())
        bench.pair.pin("left", article, place=0)
        wait_for(lambda: painted.at and view.page is not None)  # noqa: B023
        shown = (painted.at - start) * 1000
        rest(6.0)
        print(
            f"{name}: stalls of {adding:.0f} ms while it is added, {bench.probe.worst:.0f} ms"
            f" while it is opened; shown after {shown:.0f} ms"
        )
    bench.pair.clear("left")


def to_the_end(bench: Bench) -> None:
    """Scroll the longest text that is read to its end; say what that takes."""
    text = made_text(LONGEST_WORDS, 4)
    before = _memory_mb()
    bench.probe.begin()
    (article,) = bench.add(text)
    adding = bench.probe.worst
    view = bench.split.panes["left"].view
    bench.probe.begin()
    spent, began = time.thread_time(), time.perf_counter()
    bench.pair.pin("left", article, place=0)
    wait_for(lambda: view.page is not None)
    shown, bar = time.perf_counter() - began, view.verticalScrollBar()
    # As one who holds the End key: what there is by now, until there is no more.
    while not view.document().lastBlock().layout().lineCount() or bar.value() < bar.maximum():
        bar.setValue(bar.maximum())
        rest(0.016)
    print(
        f"{len(text):,} characters: stalls of {adding:.0f} ms while they are added, shown after"
        f" {shown:.1f} s, at the end after {time.perf_counter() - began:.1f} s,"
        f" {time.thread_time() - spent:.1f} CPU s of the window's thread;"
        f" longest stall {bench.probe.worst:.0f} ms;"
        f" {before:.0f} MB before, {_memory_mb():.0f} then"
    )
    bench.pair.clear("left")
    rest(4.0)
    print(f"closed again: {_memory_mb():.0f} MB")


def _memory_mb() -> float:
    return float(psutil.Process().memory_info().rss) / 2**20


def meanwhile(bench: Bench) -> None:
    """Read on while two other articles are compared and a hundred are indexed."""
    left, right = bench.add(made_text(3_000, 21), made_text(3_000, 22))
    rest(2.0)
    bench.pin_both(left, right)
    bar = bench.split.panes["left"].view.verticalScrollBar()

    def read_on(seconds: float) -> float:
        bench.probe.begin()
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            bar.setValue((bar.value() + STEP) % max(1, bar.maximum()))
            rest(0.016)
        return bench.probe.worst

    quiet = read_on(3.0)
    bench.pair.compare_again(bench.pair.options)
    comparing = read_on(4.0)
    for number in range(100):
        (bench.folder / f"more{number}.txt").write_text(made_text(1_500, 100 + number), "utf-8")
    bench.diptych.window.library_presenter.adding.add(sorted(bench.folder.glob("more*.txt")))
    indexing = read_on(10.0)
    print(
        f"longest stall while reading on: {quiet:.0f} ms; while comparing {comparing:.0f} ms;"
        f" while 100 articles are added and indexed {indexing:.0f} ms"
    )


def main() -> None:
    """Measure all, or what ``--only`` names."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parts = ("frames", "opening", "hostile", "to the end", "meanwhile")
    parser.add_argument("--only", choices=parts, action="append")
    parser.add_argument("--words", type=int, default=25_000)
    parser.add_argument("--matches", type=int, default=2_000)
    chosen = parser.parse_args()
    wanted = chosen.only or parts
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder))
        try:
            if "frames" in wanted:
                frames(bench, chosen.words, chosen.matches)
            if "opening" in wanted:
                opening(bench, 2_500)
                opening(bench, 100_000)
            if "hostile" in wanted:
                hostile(bench)
            if "to the end" in wanted:
                to_the_end(bench)
            if "meanwhile" in wanted:
                meanwhile(bench)
        finally:
            bench.close()


if __name__ == "__main__":
    main()
