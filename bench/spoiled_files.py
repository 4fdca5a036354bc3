# SPDX-License-Identifier: MIT
"""Spoils each file of a profile in many ways and tries every command on each.

    python3 dev.py bench spoiled_files                          some 10,000 cases, an hour
    python3 dev.py bench spoiled_files --only=notes,library     the cases of these files alone
    python3 dev.py bench spoiled_files --commands=8             eight of the commands in each case

A finding is a trace, a hang, and a reading command that says neither what it says of the
sound profile nor why it does not. The superuser, whom no permission stops, runs it through
setpriv(1) without that power. Linux only.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import socket
import sqlite3
import stat
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path

from commands import READING, WRITING, Desk

Spoil = Callable[[Path], None]
STATES = {
    "notes": "data/notes.sqlite",
    "library": "data/library.sqlite",
    "texts": "cache/texts.sqlite",
    "settings": "config/settings.yaml",
    "session": "config/session.yaml",
    "history": "config/history.yaml",
    "searches": "config/searches.yaml",
    "mirror": "data/mirror.json",
    "index": "cache/index",
    "level": "cache/index-level",
    "vectors": "cache/vectors",
    "comparisons": "cache/comparisons",
    "sketches": "cache/sketches.npz",
    "counts": "cache/pair-counts.json",
    "backups": "data/backups",
}
DATABASES = ("notes", "library", "texts")
# Where something odd may lie though nothing lay there.
BESIDE = (
    *(f"data/{name}.sqlite-{log}" for name in ("notes", "library") for log in ("wal", "journal")),
    *("cache/texts.sqlite-wal", "data/pasted", "data/unpacked", "config/templates"),
    *("cache/windows", "cache/page.picture", "config", "data", "cache", "log"),
)


def _noise(path: Path) -> None:
    path.write_bytes(random.Random(1).randbytes(max(100, path.stat().st_size)))


def _text(path: Path) -> None:
    path.write_bytes(b"This is no such file at all.\n" * 40)


def _cut(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def _overwritten(path: Path) -> None:
    """Overwrite twelve places, but for the beginning by which a file is known."""
    data, chance = bytearray(path.read_bytes()), random.Random(2)
    if len(data) > 200:
        for _ in range(12):
            at = chance.randrange(100, len(data) - 60)
            data[at : at + 48] = chance.randbytes(48)
    path.write_bytes(data)


def _read_only(path: Path) -> None:
    path.chmod(0o444)
    path.parent.chmod(0o555)


def _newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA user_version = 99")


def _of_another_program(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as database:
        database.executescript("CREATE TABLE note (a); CREATE TABLE articles (b);")


def _without_its_table(path: Path) -> None:
    with closing(sqlite3.connect(path)) as database:
        for table in ("note", "articles", "texts"):
            with suppress(sqlite3.Error):
                database.execute(f"ALTER TABLE {table} RENAME TO gone_{table}")


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _folder(path: Path) -> None:
    path.mkdir()
    (path / "x").write_text("x", encoding="utf-8")


def _socket(path: Path) -> None:
    before = Path.cwd()
    os.chdir(path.parent)  # addresses are shorter than paths may be
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(path.name)
    os.chdir(before)


def _endless(path: Path) -> None:
    """Put a link to a device that never ends; to one of our own where we could replace it."""
    device = Path("/dev/zero")
    if os.geteuid() == 0:
        device = Path(tempfile.gettempdir(), f"diptych-zero-{os.getpid()}")
        if not device.exists():
            os.mknod(device, stat.S_IFCHR | 0o666, os.makedev(1, 5))
    path.symlink_to(device)


def _link_to_nothing(path: Path) -> None:
    path.symlink_to("/nowhere/at/all")


SPOILED: dict[str, Spoil] = {
    "noise": _noise,
    "text": _text,
    "cut": _cut,
    "overwritten": _overwritten,
    "emptied": lambda path: os.truncate(path, 0),
    "not permitted": lambda path: path.chmod(0),
    "read-only": _read_only,
}
OF_DATABASES: dict[str, Spoil] = {
    "newer": _newer,
    "of another program": _of_another_program,
    "without its table": _without_its_table,
}
ODD: dict[str, Spoil] = {
    "pipe": _pipe,
    "folder": _folder,
    "socket": _socket,
    "endless": _endless,
    "link to nothing": _link_to_nothing,
}


def _files(place: Path) -> list[Path]:
    """Return the file at a place, or those in the folder there."""
    return sorted(path for path in (place, *place.rglob("*")) if path.is_file())


def _in_each_file(place: str, spoil: Spoil) -> Spoil:
    def put(profile: Path) -> None:
        for path in _files(profile / place):
            spoil(path)

    return put


def _in_its_place(place: str, spoil: Spoil) -> Spoil:
    def put(profile: Path) -> None:
        there = profile / place
        if there.is_dir():
            shutil.rmtree(there)
        else:
            there.unlink(missing_ok=True)
        spoil(there)

    return put


def cases(only: list[str]) -> Iterator[tuple[str, str, Spoil]]:
    """Yield each file's name, each way of spoiling it, and what does so in a profile."""
    for name, place in STATES.items():
        if not only or name in only:
            for way, spoil in (SPOILED | (OF_DATABASES if name in DATABASES else {})).items():
                yield name, way, _in_each_file(place, spoil)
    for name, place in (STATES | dict(zip(BESIDE, BESIDE, strict=True))).items():
        if not only or name in only:
            for way, spoil in ODD.items():
                yield name, way, _in_its_place(place, spoil)


def try_all(desk: Desk, only: list[str], most: int) -> Counter[str]:
    """Try every command, or some, in every case, print findings, and count what came of them."""
    counts: Counter[str] = Counter()
    profile = desk.folder / "profile"
    sound = {each: desk.call(each, desk.copy(profile)) for each in READING + WRITING}
    for name, way, spoil in cases(only):
        before = counts["found"]
        chance = random.Random(f"{name} {way}")
        every = READING + WRITING
        for command in every if most >= len(every) else chance.sample(every, most):
            spoil(desk.copy(profile))
            told = desk.call(command, profile)
            is_same = told.lasting() == sound[command].lasting()
            is_said = told.err.strip() not in ("", sound[command].err.strip())
            is_said = is_said or command == "doctor"  # which is asked what is wrong
            counts["tried"] += 1
            counts["same"] += is_same
            counts["said why"] += not is_same and is_said
            if told.is_fault or (command in READING and not is_same and not is_said):
                counts["found"] += 1
                last = (told.err.strip() or told.out.strip() or "nothing").splitlines()[-1]
                print(f"FOUND {name}, {way}: {command}: {told.status} {last[:200]}", flush=True)
        if counts["found"] == before:
            print(f"{name}, {way}: well", flush=True)
    return counts


def _without_power() -> None:
    """Start again without the superuser's power to read and write what nobody may."""
    if os.geteuid() == 0 and "--powerless" not in sys.argv and shutil.which("setpriv"):
        drop = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]
        os.execvp(drop[0], [*drop, sys.executable, *sys.argv, "--powerless"])


def main() -> int:
    """Print a line for each case and the counts; 1 when anything was found."""
    _without_power()
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", type=lambda names: names.split(","), default=[])
    parser.add_argument("--commands", type=int, default=1_000, help="at most, in each case")
    parser.add_argument("--powerless", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="diptych-spoiled-") as folder:
        desk = Desk(Path(folder))
        desk.set_up()
        counts = try_all(desk, options.only, options.commands)
        desk.copy(desk.folder / "profile")  # which may be removed again
    print(", ".join(f"{count:,} {what}" for what, count in counts.items()))
    return 1 if counts["found"] else 0


if __name__ == "__main__":
    sys.exit(main())
