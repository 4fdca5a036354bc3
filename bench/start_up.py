# SPDX-License-Identifier: MIT
"""How soon Diptych is there, what it weighs and how it goes, beside a bare window and peers.

    python3 dev.py bench start_up
    .venv/bin/python bench/start_up.py --runs 7 --idle 0 --json out.json
    .venv/bin/python bench/start_up.py --film FOLDER     every picture of a restored start

Every program is started in turn (run 1 of all, run 2 of all ...) on a virtual screen of
its own, Diptych with a profile of its own. A text counts as painted from when its ink
stands where it stands at the end; matches, from when their tints do. "Restored" has the
picture of the page that was left, "live" has none: what it shows is the window itself.
CPU is what the family of processes had used by then; it moves far less than the time
when the machine has other work.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, fields
from itertools import pairwise
from pathlib import Path

from PySide6.QtGui import QImage

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests"), str(ROOT)]

from bench.families import cpu_ms, memory_mb, running, surroundings  # noqa: E402
from bench.filming import Camera, Frame, first_painted, text_stands, tints_stand  # noqa: E402

from diptych import settings  # noqa: E402
from diptych.paths import profile_in  # noqa: E402
from session.screen import Screen, wait_for  # noqa: E402

PAIR = (str(ROOT / "corpus" / "harbour-vote.md"), str(ROOT / "corpus" / "ferry-deal.md"))
BARE_NAME = "bare Qt window"
BARE = (
    "from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QTextBrowser\n"
    "application = QApplication([])\n"
    "window, panes = QMainWindow(), QSplitter()\n"
    "for _ in range(2): panes.addWidget(QTextBrowser(plainText='word ' * 2500))\n"
    "window.setCentralWidget(panes); window.menuBar().addMenu('File')\n"
    "window.resize(1440, 900); window.show(); application.exec()\n"
)
PEERS = {
    "meld": ("meld", *PAIR),
    "recoll": ("recoll",),
    "kdiff3": ("kdiff3", *PAIR),
    "okular": ("okular", PAIR[0]),
    "calibre's viewer": ("ebook-viewer", PAIR[0]),
}
SIZE = (1440, 900)
STILL_S, LONGEST_S = 1.5, 25.0
ENCODED_S = 12.0  # nothing has changed for so long: all is computed
PATIENCE_S = 60


@dataclass(frozen=True, slots=True)
class Start:
    """One start of one program: CPU by then and time, in milliseconds; what it weighs, in MB."""

    paint_cpu: float
    paint_ms: float
    texts_cpu: float
    texts_ms: float
    matches_cpu: float
    matches_ms: float
    memory_mb: float


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print a table, the quickest program first."""
    options = _options(arguments)
    report: dict[str, object] = {}
    with tempfile.TemporaryDirectory() as folder:
        kept = Path(folder) / "kept"
        if options.film:
            _keep_a_pair(kept, 0)
            return _film_a_start(kept, options.film)
        report["weights"] = weights = _keep_a_pair(kept, options.idle)
        report["starts"] = starts = _starts(kept, options.runs)
        report["leaving"] = leaving = _leave(kept)
        report["commands"] = commands = _commands(kept, options.runs)
    _print_starts(starts)
    for name, figure in (weights | leaving | commands).items():
        print(f"{name:44} {figure:8.0f}")
    missing = [name for name, words in PEERS.items() if not shutil.which(words[0])]
    print(f"not installed here: {', '.join(missing) or 'none'}")
    if options.json:
        report["starts"] = {name: asdict(start) for name, start in starts.items()}
        options.json.write_text(json.dumps(report, indent=1), encoding="utf-8")
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--idle", type=float, default=125, help="seconds until it is idle")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--film", type=Path, help="write what a restored start shows, and end")
    return parser.parse_args(arguments)


# --- starts -----------------------------------------------------------------


def _starts(kept: Path, runs: int) -> dict[str, Start]:
    python = sys.executable
    programs: dict[str, tuple[tuple[str, ...], str]] = {
        BARE_NAME: ((python, "-c", BARE), ""),
        "diptych, empty": ((python, "-m", "diptych"), ""),
        "diptych, restored": ((python, "-m", "diptych"), "picture"),
        "diptych, live": ((python, "-m", "diptych"), "live"),
    }
    programs |= {name: (words, "") for name, words in PEERS.items() if shutil.which(words[0])}
    starts: dict[str, list[Start]] = {name: [] for name in programs}
    for run in range(runs + 1):
        for name, (command, profile) in programs.items():
            start = _start(command, kept if profile else None, with_picture=profile == "picture")
            if run:  # the first one only warms the disk cache
                starts[name].append(start)
    return {name: _median(measured) for name, measured in starts.items()}


def _start(command: Sequence[str], kept: Path | None, *, with_picture: bool) -> Start:
    with _stage() as (screen, camera, home):
        if kept is not None:
            shutil.copytree(kept, home / "profile")
            command = (*command, "--profile", str(home / "profile"))
            if not with_picture:
                profile_in(home / "profile").page_file.unlink(missing_ok=True)
        frames, held = _filmed(command, screen, camera, home)
    moments = (first_painted(frames), text_stands(frames), tints_stand(frames))
    return Start(*(figure for moment in moments for figure in _figures(moment)), held)


def _filmed(
    command: Sequence[str], screen: Screen, camera: Camera, home: Path
) -> tuple[list[Frame], float]:
    """Return what a program shows until nothing changes any more, and what it weighs then."""
    began = time.perf_counter()
    with running(command, surroundings(home, screen.name), home / "errors") as process:
        frames = camera.film(
            began, lambda: cpu_ms(process.pid), still_s=STILL_S, longest_s=LONGEST_S
        )
        return frames, memory_mb(process.pid)


def _film_a_start(kept: Path, folder: Path) -> int:
    """Write every picture of a restored start, and how much of each differs from the last."""
    folder.mkdir(parents=True, exist_ok=True)
    command = (sys.executable, "-m", "diptych", "--profile", str(kept))
    with _stage() as (screen, camera, home):
        frames, _ = _filmed(command, screen, camera, home)
    for before, frame in pairwise(frames):
        pixels = frame.pixels
        height, width = pixels.shape[:2]
        image = QImage(pixels.tobytes(), width, height, 3 * width, QImage.Format.Format_RGB888)
        image.save(str(folder / f"{frame.at_ms:05.0f}.png"))
        changed = (pixels != before.pixels).any(axis=2)
        print(f"{frame.at_ms:6.0f} ms: {changed.mean():7.3%} of the pixels change")
    return 0


def _figures(moment: Frame | None) -> tuple[float, float]:
    return (moment.cpu_ms, moment.at_ms) if moment else (float("nan"), float("nan"))


@contextmanager
def _stage() -> Iterator[tuple[Screen, Camera, Path]]:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        home = Path(folder)
        screen = Screen(*SIZE, folder=home)
        try:
            yield screen, Camera(home / "Xvfb_screen0"), home
        finally:
            screen.close()


def _median(starts: Sequence[Start]) -> Start:
    columns = (statistics.median(getattr(s, f.name) for s in starts) for f in fields(Start))
    return Start(*columns)


def _print_starts(starts: dict[str, Start]) -> None:
    base = starts[BARE_NAME].paint_cpu
    columns = ("paint", "texts", "matches")
    print(f"{'CPU ms, x bare, and ms':18}" + "".join(f"{c:>20}" for c in columns) + f"{'MB':>6}")
    for name, start in sorted(starts.items(), key=lambda item: item[1].paint_cpu):
        cells = []
        for column in columns:
            cpu, spent = (getattr(start, f"{column}_{kind}") for kind in ("cpu", "ms"))
            cells.append(f"{cpu:7.0f} {cpu / base:5.2f} {spent:6.0f}")
        print(f"{name:18}{' '.join(cells)} {start.memory_mb:5.0f}")


# --- weights ----------------------------------------------------------------


def _keep_a_pair(kept: Path, idle_s: float) -> dict[str, float]:
    """Open the pair in a fresh profile until it is encoded; return what that weighed, in MB."""
    settings.save(settings.Settings(brief_at_first=False), profile_in(kept).create().settings_file)
    command = (sys.executable, "-m", "diptych", "--profile", str(kept))
    with _opened((*command, *PAIR)) as (screen, process_id):
        most = _until_done(process_id)
        _close(screen, process_id)
    with _opened(command) as (screen, process_id):
        _until_done(process_id)
        held = memory_mb(process_id)
        time.sleep(idle_s)
        idle = memory_mb(process_id)
        _close(screen, process_id)
    return {"MB, most while encoding": most, "MB, a pair": held, f"MB, {idle_s:.0f} s later": idle}


@contextmanager
def _opened(command: Sequence[str]) -> Iterator[tuple[Screen, int]]:
    with (
        _stage() as (screen, _, home),
        running(command, surroundings(home, screen.name), home / "errors") as process,
    ):
        wait_for("a window", screen.windows)
        yield screen, process.pid


def _until_done(process_id: int) -> float:
    """Wait until no CPU has been used for a while; return the most memory that was held."""
    most, used, since = 0.0, 0.0, time.perf_counter()
    while time.perf_counter() - since < ENCODED_S / 3:
        now = cpu_ms(process_id)
        if now - used > 100:
            used, since = now, time.perf_counter()
        most = max(most, memory_mb(process_id))
        time.sleep(0.1)
    return most


def _close(screen: Screen, process_id: int) -> float:
    """Close the window as its button does; return how long the program takes to end, in ms."""
    began = time.perf_counter()
    screen.ask_to_close(screen.windows()[-1])
    os.waitpid(process_id, 0)
    return (time.perf_counter() - began) * 1000


def _leave(kept: Path) -> dict[str, float]:
    with _stage() as (screen, _, home):
        shutil.copytree(kept, home / "profile")
        command = (sys.executable, "-m", "diptych", "--profile", str(home / "profile"))
        errors = home / "errors"
        with running(command, surroundings(home, screen.name), errors) as process:
            wait_for("a window", screen.windows)
            _until_done(process.pid)
            spent = _close(screen, process.pid)
        return {"leaving, ms": spent, "lines of warnings": len(errors.read_text().splitlines())}


# --- commands ---------------------------------------------------------------


def _commands(kept: Path, runs: int) -> dict[str, float]:
    """Return the CPU milliseconds of commands, beside Python alone."""
    diptych = (sys.executable, "-m", "diptych", "--profile", str(kept))
    commands = {
        "python -c pass": (sys.executable, "-c", "pass"),
        "diptych --version": (*diptych[:3], "--version"),
        "diptych compare, kept": (*diptych, "compare", *PAIR, "--json"),
        "diptych search": (*diptych, "search", "harbour"),
    }
    spent: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            spent[name].append(_cpu_of(command, kept))
    return {f"{name}, CPU ms": statistics.median(figures) for name, figures in spent.items()}


def _cpu_of(command: Sequence[str], home: Path) -> float:
    process = subprocess.Popen(command, env=surroundings(home), stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return (used.ru_utime + used.ru_stime) * 1000


if __name__ == "__main__":
    raise SystemExit(main())
