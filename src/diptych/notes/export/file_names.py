# SPDX-License-Identifier: MIT
"""File names that every platform takes and that stay the same from export to export."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from diptych.patterns import late_pattern

_LONGEST = 120  # bytes of UTF-8; room for an ending and a folder below 255
# Windows' own, and # ^ [ ] |, which Obsidian cannot link to.
_FORBIDDEN = late_pattern(r'[\x00-\x1f\x7f-\x9f<>:"/\\|?*#^\[\]\ud800-\udfff]+')
# Soft hyphens, zero-width signs, marks of direction: names would look equal and be two files.
_INVISIBLE = late_pattern("[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]")
# con, LPT1: names of devices, which Windows opens instead of a file
_RESERVED = late_pattern(r"^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)$", re.I)


@lru_cache(maxsize=4096)
def file_name(title: str, ending: str = "") -> str:
    """Return a name made of ``title``, safe on Linux, macOS and Windows.

    A title that had to be cut ends in four characters of its hash, so that two
    long ones stay apart.
    """
    # macOS gives names back in NFD; composed, one title has one name everywhere.
    name = _INVISIBLE.sub("", unicodedata.normalize("NFC", title))
    # Windows drops a dot or a space at the end of a name.
    name = " ".join(_FORBIDDEN.sub(" ", name).split()).strip(" .")
    if len(name.encode("utf-8", "replace")) > _LONGEST:
        digest = hashlib.sha256(title.encode("utf-8", "replace")).hexdigest()[:4]
        name = name.encode()[: _LONGEST - 5].decode("utf-8", "ignore").strip(" .") + f" {digest}"
    # Also with an ending: con.md is the console.
    if _RESERVED.match(name.split(".")[0].strip()):
        name = f"{name} -" if "." not in name else f"_{name}"
    return (name or "Untitled") + ending


def distinct(names: Iterable[str]) -> list[str]:
    """Number names that only differ in letter case, which some platforms ignore."""
    taken: set[str] = set()
    found: list[str] = []
    for name in names:
        stem, dot, ending = name.rpartition(".")
        candidate, number = name, 2
        while unicodedata.normalize("NFC", candidate).casefold() in taken:
            candidate = f"{stem} {number}{dot}{ending}" if dot else f"{name} {number}"
            number += 1
        taken.add(unicodedata.normalize("NFC", candidate).casefold())
        found.append(candidate)
    return found
