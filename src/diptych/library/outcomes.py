# SPDX-License-Identifier: MIT
"""Why a file did not become an article: the codes, and their sentences for the reader."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from diptych.errors import ArticleError
from diptych.translatable import Translatable, template
from diptych.values import dataclass

SENTENCES = {
    "empty": template("{name} is empty."),
    "no-text": template("{name} holds no text. Pictures of text are not read."),
    "binary": template("{name} is not a text file; open it with the program that made it."),
    "damaged": template("{name} is cut short or broken; get a fresh copy of it."),
    "encrypted": template(
        "{name} is protected by a password; save a copy without it and add that."
    ),
    "too-large": template(
        "{name} is larger than Diptych reads ({limit}); split it and add the parts."
    ),
    "bomb": template("{name} unpacks to far more than an article holds, so it was not opened."),
    "unsafe-xml": template("{name} contains XML entity tricks, so it was not opened."),
    "unsupported": template(
        "{name} is of a kind Diptych does not read; save it as text, HTML or PDF."
    ),
    "links-only": template(
        "{name} holds pages with their address alone; save those pages and add them."
    ),
    "not-a-file": template("{name} is not a file; choose a file or a folder of files."),
    "no-permission": template("You may not read {name}; change its permissions and try again."),
    "gone": template("{name} is not there; check the path, or that its drive is connected."),
    "changed": template("{name} was changed while being read; try again."),
    "unreadable": template("{name} cannot be read from this drive; check the drive and try again."),
    "timeout": template("{name} took too long to read; try again, or save it as plain text."),
    "no-articles": template(
        "{name} holds no articles; choose a folder with text, web or office files."
    ),
    "too-deep": template("{name} lies too many folders down; add that folder by itself."),
    "already-here": template("{name} is in the library already."),
    "same-content": template("{name} has the same content as {other}."),
}
LIMITS = {
    "MB": template("{count} MB"),
    "characters": template("{count} characters"),
    "lines": template("{count} lines"),
    "paragraphs": template("{count} paragraphs"),
    "pages": template("{count} pages"),
    "chapters": template("{count} chapters"),
}

_NAME_LENGTH = 120


class Stopped(Exception):  # noqa: N818  it is an outcome, not a fault
    """Reading was broken off at the reader's word; nothing is to be said of the file."""


@dataclass(frozen=True, slots=True)
class Limit:
    """The most that is read of something: how many, and of what (a key of ``LIMITS``)."""

    count: int
    unit: str

    def in_words(self) -> Translatable:
        """Return the limit as ``500,000 lines``."""
        return Translatable(LIMITS[self.unit], count=self.count)


def limit_in(words: str) -> Limit | None:
    """Return the limit that English words name, such as ``500,000 lines``; None if none."""
    count, _, unit = words.replace(",", "").partition(" ")
    return Limit(int(count), unit) if count.isdecimal() and unit in LIMITS else None


def refusal(code: str, path: Path, *, limit: Limit | None = None, other: str = "") -> ArticleError:
    """Return the error for an outcome code, its sentence naming the file."""
    most = limit.in_words() if limit else ""
    return ArticleError(code, SENTENCES[code], name=shown_name(path), limit=most, other=other)


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
