# SPDX-License-Identifier: MIT
"""Every command on a disk that is full, nearly full or read-only.

    python3 dev.py bench full_disk

A finding is a trace, a hang, a disk's want that is called damage, a reading command that
says something else than on a sound disk, and a refusal that does not say which it is. The
disk is a small one in memory that nobody else sees: Linux, with unshare(1).
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from commands import READING, WRITING, Desk

DISK_BYTES = 8 << 20
ROOM_KB = (0, 16, 64, 160, 400)
WRONGLY_SAID = ("damaged", "move it away", "is no database", "malformed")
WHICH = ("full", "read-only", "may not be written")


def _disk(place: Path) -> None:
    subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={DISK_BYTES}", "tmpfs", str(place)], check=True
    )


def _filled(place: Path, room_kb: int) -> None:
    """Leave so much room on the disk that ``place`` is on."""
    with (place / "filler").open("wb", buffering=0) as filler:
        try:
            while True:
                filler.write(bytes(4096))
        except OSError:
            pass
        filler.truncate(max(0, filler.tell() - room_kb * 1024))


def try_all(desk: Desk, kind: str, room_kb: int | None) -> Counter[str]:
    """Try every command on a disk with so much room, None for read-only; print findings."""
    counts: Counter[str] = Counter()
    disk = desk.folder / "disk"
    sound = {each: desk.call(each, desk.copy(desk.folder / "profile")) for each in READING}
    for command in READING + WRITING:
        _disk(disk)
        try:
            profile = desk.copy(disk / "profile")
            if room_kb is None:
                subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
            else:
                _filled(disk, room_kb)
            told = desk.call(command, profile)
        finally:
            subprocess.run(["umount", "--lazy", str(disk)], check=True)
        counts["tried"] += 1
        counts["done"] += told.status == 0
        counts["refused"] += told.status == 1
        words = told.err + told.out
        is_other = command in sound and told.lasting() != sound[command].lasting()
        is_unsaid = told.status == 1 and not any(which in words for which in WHICH)
        if told.is_fault or is_other or is_unsaid or any(each in words for each in WRONGLY_SAID):
            counts["found"] += 1
            last = (told.err.strip() or told.out.strip() or "nothing").splitlines()[-1]
            print(f"FOUND {kind}: {command}: {told.status} {last[:200]}", flush=True)
    return counts


def main() -> int:
    """Print the counts of each kind of disk; 1 when anything was found."""
    if "--apart" not in sys.argv:
        if not sys.platform.startswith("linux") or not shutil.which("unshare"):
            print("Only Linux, with unshare(1), makes small disks for us.")
            return 0
        apart = ["unshare", "--mount", *(["--map-root-user"] if os.geteuid() else [])]
        os.execvp(apart[0], [*apart, sys.executable, __file__, "--apart"])
    found = 0
    with tempfile.TemporaryDirectory(prefix="diptych-disk-") as folder:
        desk = Desk(Path(folder))
        desk.set_up()
        (desk.folder / "disk").mkdir()
        kinds = {f"{room} KB left" if room else "full": room for room in ROOM_KB}
        for kind, room in (kinds | {"read-only": None}).items():
            counts = try_all(desk, kind, room)
            found += counts["found"]
            print(f"{kind}: {', '.join(f'{n} {what}' for what, n in counts.items())}", flush=True)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
