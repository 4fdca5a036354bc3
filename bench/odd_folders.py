# SPDX-License-Identifier: MIT
"""Adds folders as no reader has them, and looks whether every article in them is there.

    python3 dev.py bench odd_folders
    .venv/bin/python bench/odd_folders.py many --files 2000

odd        200 levels, links in circles, to memory and to nothing, pipes, a socket, 50 GB of
           nothing, line breaks, controls and bytes that are no text in names
many       50,000 files, added in runs that Ctrl+C breaks off
unmounted  a disk taken away while it is added (Linux, with unshare(1))
clock      a clock 400 days back while notes are changed, backed up and copied, with faketime(1)
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LONGEST_SECONDS = 900
NAMES = (
    *(b"new\nline", b"bad\xff\xfe", b"tab\t", b"esc\x1b[31m", b"quote\"'", b"x" * 240, b" lead"),
    *(b"-dash", b"*star?", b"a\\b", b"per%cent%20", b"#hash?&;", b"CON", "港口".encode()),
    *("e\u0301".encode(), "\u202egpj".encode(), "\u200bnothing".encode()),
)
LEVELS = 200
DEEP = (5, 28, 30, 31, 32, 100, 199)  # folders in folders with an article
READ_LEVELS = 32  # diptych.library.walk goes no deeper, and names what it leaves
ROUNDS = 8  # of adding many files, each broken off
ARRIVED = 100  # articles, when the disk is taken away


def article(name: str) -> str:
    return f"Title {name}\n\nThe harbour was closed on day {name}, and nobody knew why it was so.\n"


class Odd:
    """A folder to make odd things in, and the command line on a profile beside it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.profile = folder / "offered", folder / "profile"
        self.folder.mkdir()
        self.findings: list[str] = []

    def command(self, *words: object, before: Sequence[str] = ()) -> list[str]:
        start = [*before, sys.executable, "-m", "diptych", "--profile", str(self.profile)]
        return [*start, *map(str, words)]

    def call(self, *words: object, before: Sequence[str] = ()) -> str:
        """Return what a command prints; a trace, a hang and another end are findings."""
        try:
            done = subprocess.run(
                self.command(*words, before=before),
                capture_output=True,
                check=False,
                stdin=subprocess.DEVNULL,
                timeout=LONGEST_SECONDS,
            )
        except subprocess.TimeoutExpired:
            self.findings.append(f"{words[0]} hangs")
            return ""
        self.judge(str(words[0]), done.returncode, done.stderr)
        return done.stdout.decode("utf-8", "backslashreplace")

    def judge(self, what: str, status: int | None, errors: bytes) -> None:
        if status not in (0, 1, 130) or b"Traceback" in errors:
            last = errors.decode("utf-8", "replace").strip().splitlines()[-1:]
            self.findings.append(f"{what}: {status} {last}")

    def listed(self) -> int:
        return len(json.loads(self.call("list", "--json") or "[]"))

    def expect(self, what: str, found: int, wanted: int) -> None:
        print(f"{what}: {found:,} of {wanted:,}", flush=True)
        if found != wanted:
            self.findings.append(f"{what}: {found}, not {wanted}")


def odd(tree: Odd) -> None:
    """Offer odd names, kinds and depths."""
    here, level = os.fsencode(tree.folder), tree.folder
    for number in range(LEVELS):
        level = level / "d"
        level.mkdir()
        if number in DEEP:
            (level / "deep.md").write_text(article(f"deep {number}"), encoding="utf-8")
    for number, name in enumerate(NAMES):
        path = Path(os.fsdecode(here + b"/" + name + b".md"))
        path.write_text(article(str(number)), encoding="utf-8")
    for name, target in (
        *(("loop", "."), ("up", ".."), ("self", "self"), ("dead.md", "nowhere")),
        *(("zero.md", "/dev/zero"), ("mem.md", "/proc/self/mem"), ("linked-pipe.md", "pipe.md")),
    ):
        (tree.folder / name).symlink_to(target)
    os.mkfifo(tree.folder / "pipe.md")
    os.mkfifo(tree.folder / "pipe.docx")
    os.chdir(tree.folder)
    with socket.socket(socket.AF_UNIX) as made:
        made.bind("socket.md")
    (tree.folder / "folder.md").mkdir()
    (tree.folder / "empty.md").touch()
    with (tree.folder / "huge.txt").open("wb") as huge:
        huge.truncate(50 << 30)
    said = tree.call("add", tree.folder)
    if any(ord(sign) < 32 and sign != "\n" for sign in said):
        print("a pipe gets each control as it is; a terminal does not: tests/cli/test_terminal.py")
    wanted = len(NAMES) + sum(number < READ_LEVELS for number in DEEP)
    tree.expect("odd: articles", tree.listed(), wanted)
    tree.call("rescan")
    tree.expect("odd: articles after a look", tree.listed(), wanted)
    tree.expect("odd: found", tree.call("search", "harbour").count("Title"), min(wanted, 20))


def many(tree: Odd, files: int) -> None:
    """Offer very many small files, and break adding off again and again."""
    for number in range(files):
        folder = tree.folder / f"{number // 250}"
        folder.mkdir(exist_ok=True)
        (folder / f"{number}.txt").write_text(article(str(number)), encoding="utf-8")
    began, pause = time.monotonic(), files / 2_500
    for _ in range(ROUNDS):
        adding = subprocess.Popen(
            tree.command("add", tree.folder),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        try:
            adding.wait(pause)
        except subprocess.TimeoutExpired:
            adding.send_signal(signal.SIGINT)
        _, errors = adding.communicate()
        tree.judge("add, broken off", adding.returncode, errors)
    print(f"many: {tree.listed():,} after {ROUNDS} runs that were broken off", flush=True)
    tree.call("add", tree.folder)
    tree.expect("many: articles", tree.listed(), files)
    tree.call("search", f"day {files - 1}")
    print(f"many: {time.monotonic() - began:.0f} s in all", flush=True)


def unmounted(tree: Odd) -> None:
    """Take a disk away while it is added."""
    subprocess.run(["mount", "-t", "tmpfs", "tmpfs", str(tree.folder)], check=True)
    for number in range(1_500):
        page = f"<html><body><h1>T{number}</h1><p>{article(str(number))}</p></body></html>"
        (tree.folder / f"{number}.html").write_text(page, encoding="utf-8")
    adding = subprocess.Popen(
        tree.command("add", tree.folder), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    while adding.poll() is None and tree.listed() < ARRIVED:
        pass  # each look starts a program and takes a moment
    subprocess.run(["umount", "--lazy", str(tree.folder)], check=True)
    _, errors = adding.communicate(timeout=LONGEST_SECONDS)
    tree.judge("add", adding.returncode, errors)
    kept = tree.listed()
    tree.call("rescan")
    tree.expect("unmounted: articles that stay", tree.listed(), kept)
    if errors.strip():
        print(errors.decode("utf-8", "replace").strip().splitlines()[-1][:200])


def clock(tree: Odd) -> None:
    """Change, back up and copy notes with a clock that has gone back."""
    back = ("faketime", "400 days ago")
    if not shutil.which(back[0]):
        print("clock: faketime is not installed")
        return
    path = tree.folder / "a.md"
    path.write_text(article("one"), encoding="utf-8")
    tree.call("add", path)
    note = tree.call("note", "add", "--left", f"{path}:8-30", "--text", "first").split()[0]
    copy = tree.folder.parent / "copy"
    for words, before in (("second", back), ("third", ()), ("fourth", back)):
        tree.call("note", "edit", note, "--text", words, before=before)
        tree.call("backup", "make", before=before)
        tree.call("mirror", copy, before=before)
        pages = "".join(page.read_text(encoding="utf-8") for page in copy.rglob("*.md"))
        tree.expect(f"clock: {words} kept", tree.call("note", "list").count(words), 1)
        tree.expect(f"clock: {words} copied", pages.count(words), 1)
    sound = "is sound" in tree.call("doctor")
    tree.expect("clock: notes found sound", int(sound), 1)


PARTS: dict[str, Callable[[Odd], None]] = {"odd": odd, "unmounted": unmounted, "clock": clock}


def main(arguments: Sequence[str] | None = None) -> int:
    """Print what is found of what is there; 1 when anything is missing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", help="of odd, many, unmounted, clock; else all")
    parser.add_argument("--files", type=int, default=50_000)
    parser.add_argument("--apart", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    parts = {**PARTS, "many": lambda tree: many(tree, options.files)}
    if not options.apart and sys.platform.startswith("linux") and shutil.which("unshare"):
        # Disks of our own, that nobody else sees.
        apart = ["unshare", "--mount", *(["--map-root-user"] if os.geteuid() else [])]
        os.execvp(apart[0], [*apart, sys.executable, *sys.argv, "--apart"])
    os.environ["PYTHONPATH"] = str(ROOT / "src")
    findings = []
    for name in options.parts or parts:
        with tempfile.TemporaryDirectory(prefix="diptych-odd-") as folder:
            tree = Odd(Path(folder))
            parts[name](tree)
            findings += tree.findings
            os.chdir(ROOT)
    for found in findings:
        print(f"FOUND {found}")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
