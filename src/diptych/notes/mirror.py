# SPDX-License-Identifier: MIT
"""A Markdown copy of all notes in a folder of the reader's, kept up to date."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from diptych.errors import NoteError
from diptych.notes.export.entries import Group, group_key, groups
from diptych.notes.export.file_names import file_name
from diptych.notes.export.formats import Wish, text_of
from diptych.notes.export.ownership import mark_of, signed
from diptych.notes.export.pages import mark_for
from diptych.notes.export.placing import next_free
from diptych.notes.export.profiles import Format
from diptych.notes.export.write import write_text
from diptych.notes.note import Note
from diptych.notes.store import NoteStore
from diptych.opened import DAMAGED_JSON, read_whole
from diptych.values import dataclass

Told = Callable[[Iterable[Note]], tuple[Note, ...]]
_FACTS = "facts"
_TOKENS = "tokens"  # in the ledger; no folder is called so, as folders are absolute


@dataclass(frozen=True, slots=True)
class Mirrored:
    """What bringing the copy up to date did; ``left_alone`` were changed by others."""

    written: tuple[Path, ...] = ()
    removed: tuple[Path, ...] = ()
    left_alone: tuple[Path, ...] = ()


@dataclass(slots=True)
class _Page:
    name: str
    written: str  # hash of what we wrote
    notes: str  # hash of what it was made of


class Mirror:
    """Keeps one file for each pair or article; touches no file it did not write.

    The ledger of its own files lies in the profile, not in the folder, so that
    two computers sharing the folder never take each other's files for theirs. What
    is about to be written is told beside it first: a kill between a page and the
    ledger would leave a page that is nobody's, and the next start write it twice.
    """

    def __init__(self, folder: Path, ledger: Path, *, format: Format = Format.OBSIDIAN) -> None:
        self.folder = folder
        self._ledger = ledger
        # One line for each page about to be written; removed once the ledger says it.
        self._coming = ledger.with_suffix(".coming")
        self._format = format
        self._told: Told = tuple
        self._facts = ""  # of the articles when the folder was last level with them
        self._token = -1  # of the store when the folder was last level with it
        # What was announced and is there just so is later than the ledger.
        self._pages = self._load() | self._arrived()
        self._members: dict[str, str] | None = None  # the page of each note, by their keys

    def follow(self, store: NoteStore, *, told: Told = tuple, facts: str = "") -> Mirrored:
        """Make the folder say what the store's notes say, reading only what has changed.

        All notes are read at the first change, when a page was removed by hand, and
        when ``facts``, what is known of their articles, are others. ``told`` gives
        notes with these facts.
        """
        self._need_folder()
        self._told = told
        now, is_whole = store.token(), self._is_whole() and facts == self._facts
        if now == self._token and is_whole:
            return Mirrored()
        # A smaller number: older notes were restored.
        if self._members is None or now < self._token or not is_whole:
            notes = told(store.notes())
            done = self._level(groups(notes), tuple(self._pages))
            self._members = {note.id: group_key(note) for note in notes}
        else:
            now, done = self._follow(store, self._members)
        self._token, self._facts = now, facts
        self._save()
        return done

    def _follow(self, store: NoteStore, members: dict[str, str]) -> tuple[int, Mirrored]:
        changes = store.changed_since(self._token)
        changed = self._told(store.notes_with(changes.notes))
        # A note may have gone from one page to another: both are written.
        there = {note.id: group_key(note) for note in changed}
        touched = {*there.values(), *(members[id_] for id_ in changes.notes if id_ in members)}
        gone = set(changes.notes)
        members = {id_: key for id_, key in members.items() if id_ not in gone} | there
        wanted = (id_ for id_, key in members.items() if key in touched)
        notes = self._told(store.notes_with(wanted))
        done = self._level(groups(notes), touched)
        self._members = members  # not before: what fails is tried again
        return changes.token, done

    def _is_whole(self) -> bool:
        """Tell whether every page is there; one that was removed by hand comes back."""
        return all((self.folder / page.name).exists() for page in self._pages.values())

    def _level(self, found: Iterable[Group], keys: Iterable[str]) -> Mirrored:
        """Write the pages found, and remove those of ``keys`` that are not among them."""
        wanted = {group.key: group for group in found}
        written, removed, left_alone = [], [], []
        keys = tuple(keys)
        # First, or the page of a corrected title would be removed and written under another
        # name.
        self._rename(wanted, keys)
        for key in [key for key in keys if key in self._pages and key not in wanted]:
            path = self.folder / self._pages[key].name
            if self._is_ours(self._pages.pop(key)):
                path.unlink(missing_ok=True)
                removed.append(path)
            elif path.exists():
                left_alone.append(path)
        for key, group in wanted.items():
            content = _hash(repr(group.notes))
            page = self._pages.get(key)
            # Told by what it is made of, so that nothing is rendered to find out.
            if page and page.notes == content and (self.folder / page.name).exists():
                continue
            if page and (self.folder / page.name).exists() and not self._is_ours(page):
                left_alone.append(self.folder / page.name)
                # The reader's words are in it: it stays, and our page goes under the next name.
                page = None
            written.append(self._write(key, group, page, content))
        return Mirrored(tuple(written), tuple(removed), tuple(left_alone))

    def _rename(self, wanted: Mapping[str, Group], keys: Iterable[str]) -> None:
        """Let a page go on under another key when its articles are only called otherwise."""
        fresh = [group for key, group in wanted.items() if key not in self._pages]
        left = [key for key in keys if key in self._pages and key not in wanted]
        for group in fresh:
            old = [key for key in left if key in self._pages and self._is_on(key, group)]
            if old:
                self._pages[group.key] = self._pages.pop(old[0])

    def _is_on(self, key: str, group: Group) -> bool:
        mark = mark_of(self.folder / self._pages[key].name)
        return mark is not None and mark.is_on(group.pair, group.articles)

    def _need_folder(self) -> None:
        if not self.folder.is_dir():
            raise NoteError(
                "The folder {folder} for the copy of your notes is not there.", folder=self.folder
            )

    def _write(self, key: str, group: Group, page: _Page | None, content: str) -> Path:
        wish = Wish(self._format)
        text = "".join(signed([text_of(group.notes, wish)], mark_for(group)))
        taken = {other.name.casefold() for other in self._pages.values()}
        path = self.folder / (page.name if page else file_name(group.title, ".md"))
        while page is None and (path.exists() or path.name.casefold() in taken):
            path = _next_name(path)
        written = _Page(path.name, _hash(text), content)
        # Before the page is written, with the hash it will have.
        self._announce(key, written)
        write_text(path, [text])
        self._pages[key] = written
        return path

    def _announce(self, key: str, page: _Page) -> None:
        line = json.dumps([str(self.folder), key, page.name, page.written, page.notes])
        # Without it the page is written all the same; only a kill just now would be noticed.
        with suppress(OSError), self._coming.open("a", encoding="utf-8") as stream:
            stream.write(f"{line}\n")

    def _arrived(self) -> dict[str, _Page]:
        """Return the pages that were announced, and written when the ledger was not."""
        found = {}
        with suppress(OSError, ValueError, TypeError, RecursionError):
            for line in read_whole(self._coming).decode().splitlines():
                folder, key, *values = json.loads(line)
                page = _Page(*map(str, values))
                if folder == str(self.folder) and self._is_ours(page):
                    found[key] = page
        return found

    def _is_ours(self, page: _Page) -> bool:
        """Tell whether the file is still as we left it."""
        try:
            content = read_whole(self.folder / page.name).decode()
            return _hash(content.replace("\r\n", "\n")) == page.written
        except (OSError, UnicodeDecodeError):
            return False

    def _load(self) -> dict[str, _Page]:
        try:
            known = json.loads(read_whole(self._ledger))
            pages = {k: _Page(*map(str, page)) for k, page in known[str(self.folder)].items()}
            self._token = int(known.get(_TOKENS, {}).get(str(self.folder), -1))
            self._facts = str(known.get(_FACTS, {}).get(str(self.folder), ""))
            return pages
        # A ledger that says nothing sensible: the pages there count as others' and stay.
        except DAMAGED_JSON:
            return {}

    def _save(self) -> None:
        """Write the ledger; without it our own files would count as someone else's."""
        try:
            known = json.loads(read_whole(self._ledger))
        except (OSError, ValueError, RecursionError):
            known = {}
        known = known if isinstance(known, dict) else {}
        known[str(self.folder)] = {
            key: [page.name, page.written, page.notes] for key, page in self._pages.items()
        }
        for name, value in ((_TOKENS, self._token), (_FACTS, self._facts)):
            values = known.get(name)
            known[name] = {**(values if isinstance(values, dict) else {}), str(self.folder): value}
        write_text(self._ledger, [json.dumps(known, ensure_ascii=False, indent=1)])
        with suppress(OSError):
            self._coming.unlink(missing_ok=True)


def _next_name(path: Path) -> Path:
    free = next_free(path)
    return free if free != path else path.with_name(f"{path.stem} 2{path.suffix}")


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
