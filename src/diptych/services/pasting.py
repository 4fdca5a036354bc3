# SPDX-License-Identifier: MIT
"""Text without a file becomes one: what was pasted, dropped, or piped in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from diptych.atomic import holds, replacing
from diptych.errors import LibraryError
from diptych.notes.export.file_names import file_name

if TYPE_CHECKING:
    from diptych.services.stores import Stores

NAMED_BY = 60  # code points of the first line
ENDING = ".txt"


def keep_text(stores: Stores, text: str, title: str = "", *, end: str = "\n") -> Path:
    """Write text into the folder of pasted articles and return its file.

    The same text is kept once; another ``end`` makes it another article than a file
    with the same words is. Raises LibraryError when there is none.
    """
    from diptych.library.lines import is_invisible  # a start keeps no text

    # The clipboard of Windows has CRLF; the same words pasted elsewhere are the same article.
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    if is_invisible(text):
        raise LibraryError("There is no text to make an article of.")
    if title.strip():
        text = f"{' '.join(title.split())}\n\n{text}"
    written = text.encode("utf-8", "replace") + end.encode()
    folder = stores.profile.pasted_folder
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)  # the owner's alone
    path = _place(folder, text, written)
    if not path.exists():
        with replacing(path) as stream:
            stream.write(written)
    return path


def _place(folder: Path, text: str, written: bytes) -> Path:
    """Return where the text is already, or else a place that is free."""
    # Called as a reader would: by the beginning of its first line.
    first = next(line for line in text.split("\n") if line.strip())
    stem = file_name(" ".join(first.split())[:NAMED_BY])
    path, number = folder / f"{stem}{ENDING}", 2
    while path.exists() and not holds(path, written):
        path = folder / f"{stem} {number}{ENDING}"
        number += 1
    return path
