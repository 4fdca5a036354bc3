# SPDX-License-Identifier: MIT
"""Reads each hostile file on a terminal of its own and presses Ctrl+C there.

    python3 dev.py bench stopped
    .venv/bin/python bench/stopped.py pdf "one line"       those with these words in their names

Printed are when the line that tells how to stop it stood there, and how long after Ctrl+C
the command had ended. A finding is no line where the command takes over 3 s, and an end
later than 2 s after the keys. Linux and macOS.
"""

from __future__ import annotations

import os
import pty
import select
import signal
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from hostile import FILES, ROOT, made

SLOW_SECONDS, LATE_SECONDS, LONGEST_SECONDS = 3.0, 2.0, 240.0
THOUGHT_SECONDS = 1.0  # between the line and the keys
HOW = b"Ctrl+C stops it"


@dataclass(slots=True)
class Seen:
    """Moments of one command, in seconds after its start; None for what did not come."""

    line: float | None = None
    keys: float | None = None
    end: float = 0.0

    @property
    def is_ill(self) -> bool:
        if self.keys is not None:
            return self.end - self.keys > LATE_SECONDS
        return self.line is None and self.end > SLOW_SECONDS


def watched(path: Path, profile: Path) -> Seen:
    """Show a file on a terminal, press Ctrl+C when it says how to stop, and wait for the end."""
    child, terminal = pty.fork()
    if child == 0:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        os.environ.update(COLUMNS="120", PYTHONPATH=str(ROOT / "src"))
        command = [sys.executable, "-m", "diptych", "--profile", str(profile), "show", str(path)]
        os.execv(sys.executable, command)
    began, seen, shown = time.monotonic(), Seen(), b""
    while True:
        now = time.monotonic() - began
        if select.select([terminal], [], [], 0.05)[0]:
            try:
                written = os.read(terminal, 65_536)
            except OSError:  # so Linux says that the other end is closed
                break
            if not written:
                break
            shown = (shown + written)[:4096]
        if seen.line is None and HOW in shown:
            seen.line = now
        if seen.line is not None and seen.keys is None and now - seen.line > THOUGHT_SECONDS:
            os.write(terminal, b"\x03")
            seen.keys = time.monotonic() - began
        if now > LONGEST_SECONDS:
            os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(terminal)
    seen.end = time.monotonic() - began
    return seen


def main(arguments: Sequence[str] | None = None) -> int:
    """Print a line for each file and the counts; 1 when anything was found."""
    wanted = sys.argv[1:] if arguments is None else arguments
    names = [name for name in FILES if not wanted or any(word in name for word in wanted)]
    ill = stopped = 0
    with tempfile.TemporaryDirectory(prefix="diptych-stopped-") as folder:
        for name in names:
            path = Path(folder, FILES[name][0])
            path.write_bytes(made(name))
            seen = watched(path, Path(folder, "profile"))
            ill += seen.is_ill
            stopped += seen.keys is not None
            line = "no line" if seen.line is None else f"line after {seen.line:.1f} s"
            end = f"ended by itself after {seen.end:.1f} s"
            if seen.keys is not None:
                end = f"ended {seen.end - seen.keys:.2f} s after Ctrl+C"
            print(f"{'FOUND ' if seen.is_ill else ''}{name}: {line}, {end}", flush=True)
    print(f"{len(names)} files, {stopped} stopped, {ill} late or without a word")
    return 1 if ill else 0


if __name__ == "__main__":
    sys.exit(main())
