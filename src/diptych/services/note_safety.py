# SPDX-License-Identifier: MIT
"""The notes file is kept safe: checked, backed up, put back, copied as Markdown."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from diptych.errors import DiptychError, NoteError
from diptych.services.note_facts import as_corrected, state_of_facts
from diptych.snapshot import is_to_stay
from diptych.translatable import Translatable

if TYPE_CHECKING:
    from diptych.notes.mirror import Mirror, Mirrored
    from diptych.notes.safety import Backup, CheckFinding
    from diptych.services.stores import Stores

LATEST = "latest"  # the name of whichever copy is the newest


def take_care(stores: Stores, *, left_open: bool, unused: timedelta = timedelta()) -> str:
    """Back up and clear what was deleted long ago; return what is ill instead, if anything.

    ``left_open`` says that the last user of the file was cut off: then it is checked;
    ``unused`` how long ago the last one ended.
    """
    # Checking reads the whole file, so it is done only where something may have gone wrong.
    found = check_notes(stores) if left_open else _begun_anew(stores)
    ills = [ill.sentence for ill in found if ill.mendable]
    # A copy of an ill file would push a good one out, and what was deleted may be needed to
    # mend it.
    if not ills:
        back_up(stores)
        stores.notes.purge_old(unused=unused)
    return ills[0] if ills else ""


def _begun_anew(stores: Stores) -> tuple[CheckFinding, ...]:
    """Look whether notes or library are empty where they were not, which costs little."""
    from diptych.library import safety as library
    from diptych.notes.backups import emptied
    from diptych.notes.safety import CheckFinding

    lost = emptied(stores.profile.notes_file)
    said = library.emptied(stores.profile.library_file)
    mendable = not is_to_stay(stores.profile.library_file)
    articles = CheckFinding("emptied", said, mendable=mendable) if said else None
    return tuple(finding for finding in (lost, articles) if finding is not None)


def check_notes(stores: Stores) -> tuple[CheckFinding, ...]:
    """Look for everything that can be wrong with notes and library, without changing them."""
    from diptych.library import safety as library
    from diptych.notes.doctor import check
    from diptych.notes.safety import CheckFinding

    found = check(stores.profile.notes_file)
    # Not damaged: a newer Diptych's library is not to be mended by one that knows less.
    if library.is_newer(stores.profile.library_file):
        said = Translatable(
            "{name} was written by a newer Diptych; it is left alone.",
            name=stores.profile.library_file.name,
        )
        return (*found, CheckFinding("newer", said))
    ill = library.check(stores.profile.library_file)
    if ill is None:
        return found
    mendable = not is_to_stay(stores.profile.library_file)
    return (*found, CheckFinding("library-damaged", ill, mendable=mendable))


def repair_notes(stores: Stores) -> tuple[str, ...]:
    """Mend what can be mended and say what was done.

    What cannot be mended keeps the other from nothing: it is an error where nothing was
    done, else a sentence among the others.
    """
    from diptych.library import safety as library
    from diptych.notes.doctor import repair

    done: list[str] = []
    refusals: list[DiptychError] = []
    for mend, file in (
        (repair, stores.profile.notes_file),
        (library.repair, stores.profile.library_file),
    ):
        try:
            done += mend(file)
        except DiptychError as error:
            refusals.append(error)
    if refusals and not done:
        raise refusals[0]
    return (*done, *(error.sentence for error in refusals))


def list_backups(stores: Stores) -> tuple[Backup, ...]:
    """Return the copies of the notes file, the newest first."""
    from diptych.notes.backups import backups

    return backups(stores.profile.notes_file)


def unreadable_backups(stores: Stores) -> tuple[Path, ...]:
    """Return the copies of the notes file that cannot be read."""
    from diptych.notes import backups

    return backups.unreadable_backups(stores.profile.notes_file)


def back_up(stores: Stores, *, by_hand: bool = False) -> Path | None:
    """Copy notes and library unless nothing changed since the last copy of each."""
    from diptych.library import safety as library
    from diptych.notes.backups import back_up_if_changed
    from diptych.notes.safety import AT_START, BY_HAND

    library.back_up(stores.profile.library_file)
    reason = BY_HAND if by_hand else AT_START
    return back_up_if_changed(stores.profile.notes_file, reason=reason)


def restore_backup(stores: Stores, backup: Path) -> Path | None:
    """Put a copy in the place of the notes file; return where what was there is now."""
    from diptych.notes.backups import restore

    return restore(backup, stores.profile.notes_file)


def backup_named(stores: Stores, name: str) -> Path:
    """Return the copy of a name or the newest; a path to any other file is one as well."""
    known = list_backups(stores)
    if name == LATEST and known:
        return known[0].path
    # By its name with or without the ending, as the list shows it or as it is typed.
    for each in known:
        if name in (each.path.name, each.path.stem):
            return each.path
    if Path(name).is_file():
        return Path(name)
    raise NoteError("There is no backup {name}; “diptych backup list” names them.", name=name)


class Mirrors:
    """Keeps one folder's Markdown copy level; what it has read stays for the next time."""

    def __init__(self) -> None:
        self._mirrors: dict[Path, Mirror] = {}

    def follow(self, stores: Stores, folder: Path) -> Mirrored:
        """Bring the copy in a folder level with the notes."""
        from diptych.notes.mirror import Mirror

        if folder not in self._mirrors:
            # One at a time: another folder begins with reading its pages anew.
            self._mirrors = {folder: Mirror(folder, stores.profile.mirror_file)}
        told, facts = partial(as_corrected, stores), state_of_facts(stores)
        return self._mirrors[folder].follow(stores.notes, told=told, facts=facts)
