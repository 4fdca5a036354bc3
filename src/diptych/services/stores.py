# SPDX-License-Identifier: MIT
"""The stores of one profile, opened when first asked for; used from one thread.

Library, search and notes do not know one another. The services beside this module
do what needs two of them; the window's lanes and the command line share both.
"""

from __future__ import annotations

from contextlib import nullcontext
from functools import cached_property
from typing import TYPE_CHECKING

from diptych.paths import Profile

if TYPE_CHECKING:
    from diptych.library.catalogue import Catalogue
    from diptych.library.isolation import IsolatedReader, Watch
    from diptych.meaning.store import VectorStore
    from diptych.notes.store import NoteStore
    from diptych.search.engine import Engine
    from diptych.search.index import LibraryIndex
    from diptych.services.sketch_store import SketchStore


class Stores:
    """Opens the catalogue, the index and the notes of a profile.

    ``reading`` watches each file that is read.
    """

    def __init__(self, profile: Profile, *, reading: Watch = nullcontext) -> None:
        self.profile = profile.create()
        self._reading = reading

    @cached_property
    def catalogue(self) -> Catalogue:
        """The articles on this computer."""
        from diptych.library.catalogue import Catalogue

        return Catalogue(self.profile.library_file, self.profile.texts_file, read=self.reader.read)

    @cached_property
    def reader(self) -> IsolatedReader:
        """Reads files where none of them can hurt."""
        from diptych.library.isolation import IsolatedReader

        return IsolatedReader(watch=self._reading)

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
