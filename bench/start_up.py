# SPDX-License-Identifier: MIT
"""How soon Diptych's window is there, beside a bare Qt window and beside its peers.

    python3 dev.py bench start_up
    .venv/bin/python bench/start_up.py --runs 7 --json out.json

Every program is started in turn (run 1 of all, run 2 of all ...) on a virtual
screen of its own and with an empty home folder. "Painted" is when the top of the
window first shows more than three colours. CPU is what the family of processes had
used by then; it moves far less than the time when the machine has other work.
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
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path

import psutil
from Xlib import X, error
from Xlib.xobject.drawable import Window

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from session.screen import Screen  # noqa: E402

PAIR = (str(ROOT / "corpus" / "harbour-vote.md"), str(ROOT / "corpus" / "ferry-deal.md"))
BARE = (
    "from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QTextBrowser\n"
    "application = QApplication([])\n"
    "window, panes = QMainWindow(), QSplitter()\n"
    "for _ in range(2): panes.addWidget(QTextBrowser(plainText='word ' * 2500))\n"
    "window.setCentralWidget(panes); window.menuBar().addMenu('File')\n"
    "window.resize(1280, 800); window.show(); application.exec()\n"
)
PEERS = {
    "meld": ("meld", *PAIR),
    "kdiff3": ("kdiff3", *PAIR),
    "zathura": ("zathura", PAIR[0]),
    "okular": ("okular", PAIR[0]),
    "calibre's viewer": ("ebook-viewer", PAIR[0]),
}
PATIENCE_SECONDS = 30
SETTLING_SECONDS = 1.5


@dataclass(frozen=True, slots=True)
class Start:
    """One start of one program; times in milliseconds, memory in MB."""

    shown_ms: float
    painted_ms: float
    cpu_ms: float
    memory_mb: float


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print a table, the quickest program first."""
    options = _options(arguments)
    programs = _programs()
    starts: dict[str, list[Start]] = {name: [] for name in programs}
    for run in range(options.runs + 1):
        for name, command in programs.items():
            start = _measure(command)
            if run:  # the first one only warms the disk cache
                starts[name].append(start)
    medians = {name: _median(measured) for name, measured in starts.items()}
    _print(medians)
    if options.json:
        report = {name: asdict(start) for name, start in medians.items()}
        options.json.write_text(json.dumps(report, indent=1), encoding="utf-8")
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--json", type=Path)
    return parser.parse_args(arguments)


def _programs() -> dict[str, tuple[str, ...]]:
    python = sys.executable
    own = {
        "bare Qt window": (python, "-c", BARE),
        "diptych, empty": (python, "-m", "diptych"),
        "diptych, a pair": (python, "-m", "diptych", *PAIR),
    }
    return own | {name: words for name, words in PEERS.items() if shutil.which(words[0])}


def _measure(command: Sequence[str]) -> Start:
    screen = Screen(1280, 900)
    home = tempfile.mkdtemp()
    began = time.perf_counter()
    process = subprocess.Popen(
        command,
        env=_surroundings(screen, home),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        shown = _wait(began, lambda: bool(_windows(screen)))
        painted = _wait(began, lambda: any(_is_painted(w) for w in _windows(screen)))
        cpu_ms = _cpu_ms(process.pid)
        time.sleep(SETTLING_SECONDS)
        return Start(shown, painted, cpu_ms, _memory_mb(process.pid))
    finally:
        _end(process)
        screen.close()
        shutil.rmtree(home, ignore_errors=True)


def _surroundings(screen: Screen, home: str) -> dict[str, str]:
    unwanted = ("QT_", "XDG_", "WAYLAND", "PYTHONDONTWRITEBYTECODE")
    return {
        **{name: value for name, value in os.environ.items() if not name.startswith(unwanted)},
        "DISPLAY": screen.name,
        "HOME": home,
        "XDG_RUNTIME_DIR": home,
        "PYTHONPATH": str(ROOT / "src"),
        "QT_QPA_PLATFORM": "xcb",
        "GDK_BACKEND": "x11",
        "NO_AT_BRIDGE": "1",
        "LC_ALL": "C.UTF-8",
    }


def _wait(began: float, happened: Callable[[], bool]) -> float:
    while not happened():
        if time.perf_counter() - began > PATIENCE_SECONDS:
            return float("nan")
        time.sleep(0.002)
    return (time.perf_counter() - began) * 1000


def _windows(screen: Screen) -> list[Window]:
    """Return the windows that a person would call the program's."""
    found = []
    for window in screen.windows():
        try:
            size = window.get_geometry()
        except error.BadDrawable:
            continue
        if size.width >= 200 and size.height >= 100:
            found.append(window)
    return found


def _is_painted(window: Window) -> bool:
    try:
        size = window.get_geometry()
        area = (0, 0, min(size.width, 400), min(size.height, 80))
        pixels = window.get_image(*area, X.ZPixmap, 0xFFFFFFFF).data
    except (error.BadDrawable, error.BadMatch):
        return False
    return len({pixels[at : at + 3] for at in range(0, len(pixels), 4)}) > 3


def _family(process_id: int) -> list[psutil.Process]:
    try:
        first = psutil.Process(process_id)
        return [first, *first.children(recursive=True)]
    except psutil.NoSuchProcess:
        return []


def _cpu_ms(process_id: int) -> float:
    return sum(sum(member.cpu_times()[:4]) for member in _family(process_id)) * 1000


def _memory_mb(process_id: int) -> float:
    """Return the memory that would be free without the program (shared parts shared out)."""
    return sum(member.memory_full_info().pss for member in _family(process_id)) / 2**20


def _end(process: subprocess.Popen[bytes]) -> None:
    family = _family(process.pid)
    for member in family:
        member.kill()
    psutil.wait_procs(family, timeout=PATIENCE_SECONDS)
    process.wait(PATIENCE_SECONDS)


def _median(starts: Sequence[Start]) -> Start:
    columns = (statistics.median(getattr(s, f.name) for s in starts) for f in fields(Start))
    return Start(*columns)


def _print(medians: dict[str, Start]) -> None:
    base = medians["bare Qt window"]
    print(f"{'program':18} {'shown ms':>9} {'painted ms':>11} {'CPU ms':>7} {'x CPU':>6} {'MB':>5}")
    for name, start in sorted(medians.items(), key=lambda item: item[1].painted_ms):
        print(
            f"{name:18} {start.shown_ms:9.0f} {start.painted_ms:11.0f} {start.cpu_ms:7.0f} "
            f"{start.cpu_ms / base.cpu_ms:6.2f} {start.memory_mb:5.0f}"
        )


if __name__ == "__main__":
    raise SystemExit(main())
