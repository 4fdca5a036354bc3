# SPDX-License-Identifier: MIT
"""What is read in the place of a library whose file is damaged or may not be read.

The newest copy that can be opened, in memory; without any, an empty library, so that
files can still be opened by their paths. Nothing can be written to it.
"""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from pathlib import Path

from diptych.library import database
from diptych.library.safety import backups
from diptych.snapshot import Copy
from diptych.translatable import Translatable


def stand_in(library_file: Path, why: Translatable) -> tuple[Copy, Translatable]:
    """Open what stands in for a library, and say what that is after ``why`` it is needed."""
    for copy in backups(library_file):
        with suppress(sqlite3.Error, OSError):
            library = database.open_copy(copy)
            if library.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok":
                said = Translatable(
                    "{why} Its copy {name} is read instead.", why=why, name=copy.name
                )
                return _for(library, library_file, why), said
            library.close()
    return _for(database.open_empty(library_file), library_file, why), why


def _for(library: Copy, library_file: Path, why: Translatable) -> Copy:
    library.path, library.refusal = library_file, why
    return library
