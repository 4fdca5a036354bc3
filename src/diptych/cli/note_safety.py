# SPDX-License-Identifier: MIT
"""Commands that keep notes safe and bring them from elsewhere."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from diptych.cli.parsing import FAILED, Commands, print_json
from diptych.errors import UsageError
from diptych.services.note_safety import (
    LATEST,
    Mirrors,
    back_up,
    backup_named,
    check_notes,
    list_backups,
    repair_notes,
    restore_backup,
    unreadable_backups,
)

if TYPE_CHECKING:
    from diptych.notes.safety import Backup
    from diptych.services.stores import Stores

# What the doctor leaves alone, and what is ill all the same.
_NOT_MENDED = ("newer", "no-file", "library-damaged")


def add_commands(commands: Commands) -> None:
    """Add the commands of this module."""
    incoming = commands.add("import-notes", _import, "Bring notes in from a file.")
    incoming.add_argument("file", metavar="FILE")
    doctor = commands.add("doctor", _doctor, "Check the notes file.")
    doctor.add_argument("--repair", action="store_true", help="mend what can be mended")
    doctor.add_argument("--report", action="store_true", help="tell what helps to find a fault")
    backup = commands.group("backup", "Copies of the notes file.")
    backup.add("list", _list_backups, "List the copies, the newest first.")
    backup.add("make", _make_backup, "Make a copy now.")
    restore = backup.add("restore", _restore, "Put a copy in the place of the notes file.")
    restore.add_argument("backup", metavar="BACKUP", help=f"a name of the list, or “{LATEST}”")
    mirror = commands.add("mirror", _mirror, "Bring a folder's Markdown copy of all notes level.")
    mirror.add_argument("folder", metavar="FOLDER")


def _import(stores: Stores, options: argparse.Namespace) -> int:
    from diptych.services.note_import import bring_in

    brought = bring_in(stores, Path(options.file))
    merge = brought.merge
    if options.json:
        lists = {
            "added": merge.added,
            "updated": merge.updated,
            "unchanged": merge.unchanged,
            "conflicts": merge.conflicts,
        }
        # Notes on articles that are not here are kept all the same: whoever reads the list can
        # add those.
        homeless = [
            {"id": note.id, "title": anchor.title, "quote": anchor.quote}
            for note in brought.homeless
            for anchor in note.anchors
        ]
        found: dict[str, object] = {key: [n.id for n in notes] for key, notes in lists.items()}
        print_json({**found, "homeless": homeless})
        return 0
    counts = (len(merge.added), len(merge.updated), len(merge.unchanged), len(merge.conflicts))
    print("{} added, {} updated, {} unchanged, {} kept as copies".format(*counts))
    for note in brought.homeless:
        titles = ", ".join(anchor.title for anchor in note.anchors if anchor.title)
        print(f"no article in the library for {note.id}: {titles or 'unknown title'}")
    return 0


def _doctor(stores: Stores, options: argparse.Namespace) -> int:
    if options.report:
        from diptych.services.fault_report import fault_report_of

        print(fault_report_of(stores), end="")
    # Mended first, so that what is found tells of the files as they are left.
    done = repair_notes(stores) if options.repair else ()
    found = check_notes(stores)
    if options.json:
        findings = [
            {"code": each.code, "sentence": each.sentence, "mendable": each.mendable}
            for each in found
        ]
        print_json({"findings": findings, "repaired": list(done)})
    else:
        for line in (*done, *(each.sentence for each in found)):
            print(line)
    mendable = any(finding.mendable for finding in found)
    # Beside the findings, which a script may read.
    if mendable and not options.repair and not options.json:
        print("diptych: “diptych doctor --repair” mends what can be mended.", file=sys.stderr)
    return FAILED if mendable or any(each.code in _NOT_MENDED for each in found) else 0


def _list_backups(stores: Stores, options: argparse.Namespace) -> int:
    found, unreadable = list_backups(stores), unreadable_backups(stores)
    for path in unreadable:
        print(f"diptych: The copy {path.name} cannot be read.", file=sys.stderr)
    if options.json:
        print_json([_backup_values(backup) for backup in found])
        return 0
    if not found and not unreadable:
        print("There is no backup yet.")
    for each in found:
        # UTC, as the names have it: a clock set back in autumn would put two copies into one
        # hour.
        print(f"{each.path.name}  {each.time:%Y-%m-%d %H:%M} UTC  {each.notes} notes")
    return 0


def _make_backup(stores: Stores, options: argparse.Namespace) -> int:
    made = back_up(stores, by_hand=True)
    if options.json:
        print_json({"path": None if made is None else str(made)})
    else:
        # Without a change there is no copy, which would push an older one out.
        print(made or "There is nothing that was not copied before.")
    return 0


def _restore(stores: Stores, options: argparse.Namespace) -> int:
    chosen = backup_named(stores, options.backup)
    # What was there is put aside, for it may be the better one.
    kept = restore_backup(stores, chosen)
    if options.json:
        print_json({"restored": str(chosen), "kept": None if kept is None else str(kept)})
    else:
        print(f"Restored {chosen.name}." + (f" What was there is now {kept.name}." if kept else ""))
    return 0


def _backup_values(backup: Backup) -> dict[str, object]:
    return {
        "name": backup.path.name,
        "path": str(backup.path),
        "time": backup.time.isoformat(timespec="seconds").replace("+00:00", "Z"),
        "reason": backup.reason,
        "notes": backup.notes,
    }


def _mirror(stores: Stores, options: argparse.Namespace) -> int:
    if not options.folder.strip():
        raise UsageError("Name the folder for the copy of your notes.")
    folder = Path(options.folder).absolute()
    if folder.parent.is_dir() and not folder.exists():
        folder.mkdir()
    done = Mirrors().follow(stores, folder)
    groups = {"written": done.written, "removed": done.removed, "left_alone": done.left_alone}
    if options.json:
        print_json({name: [str(path) for path in paths] for name, paths in groups.items()})
        return 0
    print(f"{len(done.written)} written, {len(done.removed)} removed")
    for path in done.left_alone:
        print(f"diptych: {path} was changed by someone else and is left alone.", file=sys.stderr)
    return 0
