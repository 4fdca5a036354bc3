# SPDX-License-Identifier: MIT
"""Repairs of damaged files, ended without warning: the next repair brings what the first would."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from pathlib import Path

from diptych.services.articles import entries
from diptych.services.shelving import collect, collections
from diptych.services.stores import Stores
from soak.desk import Say, Writer

PAGE = 4096  # bytes; SQLite makes new files of such


class NoteRepairer(Writer):
    """Repairs notes of which no copy knows, over and over."""

    def work(self, chance: random.Random, say: Say) -> None:
        while True:
            words = f"words {chance.randrange(10**12)}"
            self._desk.add_note(words)
            say("did", words)
            _damage(self._desk.profile.notes_file)
            self._desk.told("doctor", "--repair")

    def wrong(self, heard: list[list[str]]) -> list[str]:
        self._desk.told("doctor", "--repair")
        texts = self._desk.texts()
        wrong = [f"{words!r} is lost" for _, words in heard if words not in texts]
        old = [text for text in texts if text.endswith("of the beginning")]
        return wrong + (
            [f"{len(old)} of the first notes are left"] if len(old) != self.notes else []
        )


class LibraryRepairer(Writer):
    """Repairs a library of which no copy knows, over and over."""

    notes = 1

    def work(self, chance: random.Random, say: Say) -> None:
        file = self._desk.profile.library_file
        while True:
            name = f"n{chance.randrange(10**9)}"
            with closing(Stores(self._desk.profile)) as stores:
                collect(stores, [entries(stores)[0].id], name)
            say("did", name)
            _damage(file)
            self._desk.told("doctor", "--repair")

    def wrong(self, heard: list[list[str]]) -> list[str]:
        self._desk.told("doctor", "--repair")
        with closing(Stores(self._desk.profile)) as stores:
            there = collections(stores)
        return [f"collection {name} is lost" for _, name in heard if name not in there]


def _damage(file: Path) -> None:
    """Add a page that nothing leads to: the file is damaged, and all it held can be saved.

    https://www.sqlite.org/fileformat2.html, 1.3.8
    """
    with closing(sqlite3.connect(file)) as database:  # a log would hide the header
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    pages = file.stat().st_size // PAGE + 1
    # In place: a file written anew may be cut to nothing by the end that comes meanwhile.
    with file.open("r+b") as stream:
        stream.seek(0, 2)
        stream.write(bytes(PAGE))
        stream.seek(28)
        stream.write(pages.to_bytes(4, "big"))
