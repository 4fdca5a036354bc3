# SPDX-License-Identifier: MIT
"""Every command under strace: what talks to anything, what is written to outside the profile.

    python3 dev.py bench on_the_wire

A finding is a socket made or used, and a file written or tried to be written that lies
neither in the profile nor where the command was told to write. Linux, with strace(1). What
the window does under strace is in tests/test_offline.py and tests/session/test_wire.py.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from commands import READING, WRITING, Desk

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from diptych.cli.parsing import WRONG_USE  # noqa: E402
from wire import trace  # noqa: E402

FORMATS = ("commonmark", "github", "pandoc", "csv", "web-annotation", "docx")
REPORTS = ("report-md", "report-html", "report-pdf", "report-docx")
# Notes that name what a careless program would fetch, and what only this script asks for.
MORE = (
    "note add --left {left}:1-9 --text 'https://example.org/x and ![p](http://example.org/p.png)'",
    "note add --left {left}:1-9 --text '<img src=\"https://example.org/y.png\">'",
    "note tag {note} {other} --add b",
    "note link {note} {other}",
    "note merge {note} {other}",
    "backup restore latest",
    "doctor --report",
    "reading mark read {left}",
    "pair forget two",
    "folder remove {articles}",
    "collection remove Sea {left}",
    "tag remove sea {left}",
    "overview {left} {right} {third} --compare",
    *(f"export --format {name} --to {{out}}/e-{name}" for name in FORMATS),
    *(f"export --format {name} --pair {{left}} {{right}} --to {{out}}/{name}" for name in REPORTS),
    "--screenshot {out}/picture.png {left} {right}",
    "--help",
    "--version",
)


def main() -> int:
    """Print a line for each command and the counts; 1 when anything was found."""
    if not trace.works():
        print("strace is not installed or may not follow programs here.")
        return 0
    with tempfile.TemporaryDirectory(prefix="diptych-wire-") as folder:
        desk = Desk(Path(folder))
        desk.set_up()
        desk.places["articles"] = str(Path(desk.places["left"]).parent)
        return _followed(desk)


def _followed(desk: Desk) -> int:
    for name in ("home", "tmp", "out"):
        (desk.folder / name).mkdir(exist_ok=True)
    surroundings = {
        name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ
    }
    surroundings |= {"HOME": str(desk.folder / "home"), "TMPDIR": str(desk.folder / "tmp")}
    surroundings |= {"PYTHONPATH": str(ROOT / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    surroundings |= {"QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8"}
    profile, found = desk.folder / "profile", 0
    inside = (profile, *(desk.folder / name for name in ("tmp", "out")))
    commands = (*READING, *WRITING, *MORE)
    for command in commands:
        desk.copy(profile)
        words = [sys.executable, "-m", "diptych", "--profile", str(profile), *desk.words(command)]
        done = trace.traced(words, surroundings, desk.folder / "calls")
        reached = done.reaching_out()
        strays = done.written_outside(*inside, Path("/dev/null"), Path("/dev/tty"))
        # A command that is written wrongly here does nothing that could be followed.
        is_found = bool(reached or strays) or done.status == WRONG_USE
        found += is_found
        said = "; ".join((*reached[:2], *strays[:3])) or "nothing"
        failed = "" if done.status == 0 else f" (status {done.status}: {done.errors.strip()[:80]})"
        print(f"{'FOUND ' if is_found else ''}{command}: {said}{failed}", flush=True)
    print(f"{len(commands)} commands, {found} with a socket, a stray file or a wrong word")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
