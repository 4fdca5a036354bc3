# SPDX-License-Identifier: MIT
"""A folder with a page for each pair or article; a page keeps its pair for good."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from diptych.atomic import reason
from diptych.errors import NoteError
from diptych.notes.export.entries import Group, groups
from diptych.notes.export.file_names import file_name
from diptych.notes.export.formats import Piece, Wish, page_text, pages_of
from diptych.notes.export.ownership import Mark, is_as_left, mark_of, signed, without_mark
from diptych.notes.export.placing import Again, Saved, Still, next_free, read
from diptych.notes.export.write import write_texts
from diptych.notes.link import ids_in
from diptych.notes.note import Note

_MOST_FILES = 50_000  # looked through for pages, which takes some seconds


def save_pages(
    notes: tuple[Note, ...], wish: Wish, folder: Path, again: Again, still: Still | None
) -> Saved:
    """Write each group of notes to its page."""
    if folder.exists() and again is Again.NEW:
        folder = next_free(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise NoteError(
            "The folder {folder} could not be made: {reason}.", folder=folder, reason=reason(error)
        ) from error
    pages = MarkedPages(folder)
    sorted_in = groups(notes, figures=wish.figures, progress=wish.progress, first=wish.first)
    # Appending leaves the reader's words where they are, so a changed page will do.
    places = pages.places(sorted_in, may_be_changed=again is Again.APPEND)

    def changed() -> Iterator[tuple[Path, Iterable[str]]]:
        for group, path in zip(sorted_in, places, strict=True):
            if path.exists() and again is Again.APPEND:
                yield from _longer(group, wish, path)
            else:
                whole = _with_others(group, path, still)
                yield path, signed(page_text(whole, wish), mark_for(whole))

    write_texts(changed())
    return Saved(tuple(places), pages.left_alone)


def new_pages(notes: Iterable[Note], wish: Wish) -> tuple[Piece, ...]:
    """Return the pages that an empty folder would get, marks included."""
    return tuple(
        Piece(name, signed(page_text(group, wish), mark_for(group)))
        for name, group in pages_of(notes, wish)
    )


def mark_for(group: Group) -> Mark:
    """Return what a group's page says of itself."""
    return Mark(pair=group.pair, articles=group.articles)


class MarkedPages:
    """The pages in a folder and in those within it, by what their marks say.

    A page that the reader has moved into a folder of the vault is still its pair's.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._marks = {
            path: mark
            for path in _pages_within(folder)
            if path.is_file() and (mark := mark_of(path))
        }
        self._taken: set[str] = set()
        self._left_alone: dict[Path, None] = {}

    @property
    def left_alone(self) -> tuple[Path, ...]:
        """The pages that are the reader's own, or that somebody changed, and were in the way."""
        return tuple(self._left_alone)

    def places(self, sorted_in: list[Group], *, may_be_changed: bool = False) -> list[Path]:
        """Return the file of each group's page: its own of old, or the next free name."""
        exact = {group.pair for group in sorted_in}
        return [self._place(group, exact, may_be_changed) for group in sorted_in]

    def _place(self, group: Group, exact: set[str], may_be_changed: bool) -> Path:
        wanted = self._folder / file_name(group.title, ".md")
        own = [path for path, mark in self._marks.items() if self._is_of(mark, path, group, exact)]
        # The page of just these articles first, then the one with the name it would get.
        own.sort(key=lambda path: (self._marks[path].pair != group.pair, path != wanted))
        for path in own:
            if may_be_changed or is_as_left(path):
                return self._take(path)
        self._left_alone.update(dict.fromkeys(own))
        free = wanted
        number = 2
        # A link that leads nowhere does not “exist”, yet writing would follow it.
        while free.exists() or free.is_symlink() or _name(free) in self._taken:
            if free == wanted and free.exists() and free not in self._marks:
                self._left_alone[free] = None
            free = wanted.with_name(f"{wanted.stem} {number}{wanted.suffix}")
            number += 1
        return self._take(free)

    def _is_of(self, mark: Mark, path: Path, group: Group, exact: set[str]) -> bool:
        # A page of another group that is exported now is left to that.
        if _name(path) in self._taken or (mark.pair != group.pair and mark.pair in exact):
            return False
        return mark.is_on(group.pair, group.articles)

    def _take(self, path: Path) -> Path:
        self._taken.add(_name(path))
        return path


def _pages_within(folder: Path) -> Iterator[Path]:
    """Give the pages, those of the folder itself first; of hidden folders none."""
    looked_at = 0
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        looked_at += len(files)
        yield from (Path(place, name) for name in sorted(files) if name.endswith(".md"))
        # Where somebody exports into a whole disk, the pages of the top have to do.
        if looked_at > _MOST_FILES:
            return


def _name(path: Path) -> str:
    """Return the name as those platforms see it that ignore letter case."""
    return unicodedata.normalize("NFC", str(path)).casefold()


def _with_others(group: Group, path: Path, still: Still | None) -> Group:
    """Return the group with the notes its page holds that are there and not exported now."""
    if still is None or not path.exists():
        return group
    here = {note.id for note in group.notes}
    # Only notes that are there still: a deleted one goes from its page too.
    others = groups(still(ids_in(read(path)) - here))
    same = next((other for other in others if other.pair == group.pair), None)
    if same is None:
        return group
    notes = sorted((*group.notes, *same.notes), key=lambda note: (note.created, note.id))
    return replace(group, notes=tuple(notes))


def _longer(group: Group, wish: Wish, path: Path) -> Iterator[tuple[Path, Iterable[str]]]:
    """Give the page with the notes it lacks; nothing when it lacks none."""
    untouched, mark = is_as_left(path), mark_of(path) or mark_for(group)
    old = without_mark(read(path))
    present = ids_in(old)
    fresh = tuple(note for note in group.notes if note.id not in present)
    if not fresh:
        return
    addition = page_text(replace(group, notes=fresh), replace(wish, continued=True))
    # What the reader wrote stays letter for letter.
    text = (old.rstrip("\n"), "\n\n", *addition)
    yield path, signed(text, mark, shared=not untouched)
