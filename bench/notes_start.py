# SPDX-License-Identifier: MIT
"""How much later is the window there with a hundred thousand notes?

python bench/notes_start.py [NOTES_FILE] [--runs 5]

NOTES_FILE is one that bench/notes_many.py --keep made; without it a file is made
first. Starts without notes and with them take turns on a virtual screen.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

from diptych.notes.store import NoteStore
from notes_many import make
from start_up import PAIR, Start, _measure


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("notes", type=Path, nargs="?")
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        profiles = {"no notes": Path(folder) / "none", "with notes": Path(folder) / "many"}
        for profile in profiles.values():
            (profile / "data").mkdir(parents=True)
        many = profiles["with notes"] / "data" / "notes.sqlite"
        if options.notes:
            shutil.copy(options.notes, many)
        else:
            with NoteStore(many) as store:
                store.add_all(make(100_000))
        starts: dict[str, list[Start]] = {name: [] for name in profiles}
        for run in range(options.runs + 1):
            for name, profile in profiles.items():
                command = (sys.executable, "-m", "diptych", "--profile", str(profile), *PAIR)
                start = _measure(command)
                if run:  # the first one only warms the disk cache
                    starts[name].append(start)
    painted = {}
    for name, measured in starts.items():
        painted[name] = statistics.median(start.painted_ms for start in measured)
        cpu = statistics.median(start.cpu_ms for start in measured)
        memory = statistics.median(start.memory_mb for start in measured)
        print(f"{name:<12}{painted[name]:>8.0f} ms painted{cpu:>8.0f} ms CPU{memory:>6.0f} MB")
    print(f"ratio {painted['with notes'] / painted['no notes']:.3f}")


if __name__ == "__main__":
    main()
