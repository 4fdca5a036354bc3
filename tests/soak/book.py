# SPDX-License-Identifier: MIT
"""The monkey's own book of its notes, to be held against what Diptych has kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from diptych.paths import Profile
from diptych.services.note_keeping import all_notes, deleted_notes
from diptych.services.stores import Stores


@dataclass(frozen=True, slots=True)
class Entry:
    """One note as it should stand."""

    text: str
    is_deleted: bool = False


class Book:
    """What was written, note by note; the last version of each is the one that must be kept."""

    def __init__(self) -> None:
        self._versions: dict[str, list[Entry]] = {}

    def __len__(self) -> int:
        return len(self._versions)

    def now(self) -> dict[str, Entry]:
        """Return how every note should stand."""
        return {id_: versions[-1] for id_, versions in self._versions.items()}

    def write(self, note_id: str, text: str) -> None:
        """Enter what a note says now."""
        self._versions.setdefault(note_id, []).append(Entry(text))

    def delete(self, note_id: str) -> None:
        """Enter that a note is deleted."""
        versions = self._versions[note_id]
        versions.append(Entry(versions[-1].text, is_deleted=True))

    def missing(self, kept: Mapping[str, Entry]) -> list[str]:
        """Return what is kept otherwise than it should be, a sentence each."""
        wrong = []
        for note_id, entry in self.now().items():
            found = kept.get(note_id)
            if found != entry:
                wrong.append(f"note {note_id} should be {entry}, but {found} is kept")
        return wrong

    def follow_undo(self, kept: Mapping[str, Entry]) -> list[str]:
        """Take over one step of undo; return what cannot be the outcome of one."""
        changed = [id_ for id_, entry in self.now().items() if kept.get(id_) != entry]
        wrong = []
        if len(changed) > 1:
            wrong.append(f"one undo or redo changed {len(changed)} notes: {changed}")
        for note_id in changed:
            found = kept.get(note_id)
            if found is None or not self._was_once(note_id, found):
                wrong.append(f"undo or redo made {found} of note {note_id}, which it never was")
            else:
                self._versions[note_id].append(found)
        return wrong

    def _was_once(self, note_id: str, found: Entry) -> bool:
        # What is typed is kept every half second, and each of those can be gone back to.
        return any(version.text.startswith(found.text) for version in self._versions[note_id])


def kept_notes(profile: Profile) -> dict[str, Entry]:
    """Read all notes of a profile with a connection of one's own."""
    stores = Stores(profile)
    try:
        kept = {note.id: Entry(note.text) for note in all_notes(stores)}
        kept |= {note.id: Entry(note.text, is_deleted=True) for note in deleted_notes(stores)}
    finally:
        stores.close()
    return kept
