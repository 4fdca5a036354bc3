# SPDX-License-Identifier: MIT
"""The stores of one profile, opened when first asked for; used from one thread.

Library, search and notes do not know one another. The services beside this module
do what needs two of them; the window's lanes and the command line share both.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from diptych.errors import NoteError, UnusableLibraryError
from diptych.paths import Profile

if TYPE_CHECKING:
    from diptych.library.catalogue import Catalogue
    from diptych.library.isolation import ReadersAhead, Watch
    from diptych.meaning.store import VectorStore
    from diptych.notes.store import NoteStore
    from diptych.search.engine import Engine
    from diptych.search.index import LibraryIndex
    from diptych.services.sketch_store import SketchStore
    from diptych.translatable import Translatable

T = TypeVar("T")


class Stores:
    """Opens the catalogue, the index and the notes of a profile.

    ``reading`` watches each file that is read.
    """

    def __init__(self, profile: Profile, *, reading: Watch = nullcontext) -> None:
        self.profile = profile.create()
        # What was left out of what was read, and why, a sentence each; whoever asked tells.
        self.troubles: list[Translatable] = []
        self._reading = reading

    @cached_property
    def catalogue(self) -> Catalogue:
        """The articles on this computer."""
        try:
            return self._open_catalogue()
        except UnusableLibraryError as error:
            return self._open_catalogue(error.sentence)

    def _open_catalogue(self, unusable: Translatable | None = None) -> Catalogue:
        from diptych.library.catalogue import Catalogue

        files = self.profile.library_file, self.profile.texts_file
        opened = Catalogue(*files, read=self.reader.read, unusable=unusable)
        if opened.trouble is not None:
            self.troubles.append(opened.trouble)
        return opened

    def do(self, work: Callable[[Stores], T]) -> T:
        """Return what ``work`` does with the stores.

        Where the library's file turns out to be unusable, it is done once more with a copy
        in its place, until the stores are closed; ``troubles`` says so.
        """
        try:
            return work(self)
        except UnusableLibraryError as error:
            before = self.__dict__.pop("catalogue", None)
            if before is not None:
                before.close()
            self.catalogue = self._open_catalogue(error.sentence)
            return work(self)

    @cached_property
    def reader(self) -> ReadersAhead:
        """Reads files where none of them can hurt."""
        from diptych.library.isolation import ReadersAhead

        return ReadersAhead(watch=self._reading)

    @cached_property
    def library_index(self) -> LibraryIndex:
        """What keeps the words of the articles, and moves to another engine as they grow."""
        from diptych.search.index import LibraryIndex

        return LibraryIndex(self.profile.index_folder)

    @property
    def index(self) -> Engine:
        """The words of the articles; made anew by ``refresh_index`` when they are broken."""
        return self.library_index.engine

    @cached_property
    def notes(self) -> NoteStore:
        """The reader's own words."""
        from diptych.notes.store import NoteStore

        return NoteStore(self.profile.notes_file)

    def or_without_notes(self, ask: Callable[[], T], instead: T) -> T:
        """Return what the notes answer, or ``instead`` where they cannot be asked.

        For reading, which they are only taken along to; ``troubles`` says why they were not.
        """
        try:
            return ask()
        except NoteError as error:
            if error.sentence not in self.troubles:
                self.troubles.append(error.sentence)
            return instead

    def lost(self) -> tuple[str, ...]:
        """Tell which of the files that were asked hold nothing though their copies do.

        So a crash may leave them, or whoever took them away; a sentence each.
        """
        found: list[str | None] = []
        notes, catalogue = (self.__dict__.get(name) for name in ("notes", "catalogue"))
        # Hardly ever so: only then are copies looked into.
        if notes is not None and not notes.token():
            from diptych.notes.backups import emptied

            ill = emptied(self.profile.notes_file)
            found.append(ill.sentence if ill else None)
        if catalogue is not None and catalogue.is_empty:
            from diptych.library import safety

            found.append(safety.emptied(self.profile.library_file))
        said = map(str, self.troubles)
        return tuple(each for each in found if each is not None and str(each) not in said)

    @cached_property
    def vectors(self) -> VectorStore:
        """The meaning vectors of articles, as far as they have been made."""
        from diptych.meaning.store import VectorStore

        return VectorStore(self.profile.vectors_folder)

    @cached_property
    def sketches(self) -> SketchStore:
        """What the library's articles speak of, in brief."""
        from diptych.services.sketch_store import SketchStore

        return SketchStore(self.profile.sketches_file)

    def close(self) -> None:
        """Close whatever was opened."""
        # Vectors and sketches hold nothing open.
        for name in ("library_index", "catalogue", "notes", "reader"):
            # Where cached_property keeps it; asking the attribute would open what never was.
            store = self.__dict__.pop(name, None)
            if store is not None:
                store.close()
