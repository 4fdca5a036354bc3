# SPDX-License-Identifier: MIT
"""Why a file did not become an article: the codes, and their sentences for the reader."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from diptych.errors import ArticleError

SENTENCES = {
    "empty": "{name} is empty.",
    "no-text": "{name} holds no text. Pictures of text are not read.",
    "binary": "{name} is not a text file; open it with the program that made it.",
    "damaged": "{name} is cut short or broken; get a fresh copy of it.",
    "encrypted": "{name} is protected by a password; save a copy without it and add that.",
    "too-large": "{name} is larger than Diptych reads ({limit}); split it and add the parts.",
    "bomb": "{name} unpacks to far more than an article holds, so it was not opened.",
    "unsafe-xml": "{name} contains XML entity tricks, so it was not opened.",
    "unsupported": "{name} is of a kind Diptych does not read; save it as text, HTML or PDF.",
    "not-a-file": "{name} is not a file; choose a file or a folder of files.",
    "no-permission": "You may not read {name}; change its permissions and try again.",
    "gone": "{name} is not there; check the path, or that its drive is connected.",
    "changed": "{name} was changed while being read; try again.",
    "unreadable": "{name} cannot be read from this drive; check the drive and try again.",
    "timeout": "{name} took too long to read; try again, or save it as plain text.",
    "no-articles": "{name} holds no articles; choose a folder with text, web or office files.",
    "too-deep": "{name} lies too many folders down; add that folder by itself.",
    "already-here": "{name} is in the library already.",
    "same-content": "{name} has the same content as {other}.",
}

_NAME_LENGTH = 120


def refusal(code: str, path: Path, *, limit: str = "", other: str = "") -> ArticleError:
    """Return the error for an outcome code, its sentence naming the file."""
    sentence = SENTENCES[code].format(name=shown_name(path), limit=limit, other=other)
    return ArticleError(code, sentence)


def shown_name(path: Path) -> str:
    """Return the file's name on one line, with controls and bad bytes made visible."""
    return visible(path.name or str(path))


def visible(text: str) -> str:
    """Return ``text`` so that it can be shown on one line and written as UTF-8.

    Control, direction-changing and undecodable characters become ``\\xNN``
    escapes, so that a name cannot reorder or break the sentence it stands in.
    """
    plain = "".join(_escaped(character) for character in text)
    if len(plain) > _NAME_LENGTH:
        half = _NAME_LENGTH // 2
        plain = f"{plain[:half]}…{plain[-half + 1 :]}"
    return plain


def _escaped(character: str) -> str:
    if "\udc80" <= character <= "\udcff":  # a byte that is not UTF-8 (os.fsdecode)
        return f"\\x{ord(character) - 0xDC00:02x}"
    if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp"):
        return character.encode("unicode_escape").decode("ascii")
    return character
