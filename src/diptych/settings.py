# SPDX-License-Identifier: MIT
"""What the reader chose and what was open last, kept as YAML."""

from __future__ import annotations

import logging
import os
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, TypeVar

import yaml

log = logging.getLogger(__name__)

Values = TypeVar("Values", "Settings", "SessionState", "History", "Searches")


# Whether the index is the one for large libraries.
ASK, LARGE, USUAL = "ask", "large", "usual"


@dataclass(frozen=True, slots=True)
class Settings:
    """What the reader chose; every field is one entry of ``settings.yaml``."""

    theme: str = "system"  # system, light, dark, sepia
    reading_family: str = "Vollkorn"
    reading_size: float = 12.5  # points
    line_height: float = 1.5
    measure: int = 68  # characters to a line
    shortest_run: int = 8  # words
    scroll_together: bool = True
    learn_from_verdicts: bool = True
    by_meaning: bool = True  # compare by meaning, where the encoders are installed
    reduced_motion: bool = False
    single_keys: bool = True
    language: str = "system"
    mirror_folder: str = ""  # where a Markdown copy of the notes is kept; empty: nowhere
    note_preview: bool = False
    note_grouping: str = "none"  # none, pair, article, tag, stance, date
    large_index: str = ASK  # ask when the library is large; large, usual
    shortcuts: tuple[str, ...] = ()  # ``action-id=keys`` for keys of the reader's own


@dataclass(frozen=True, slots=True)
class SessionState:
    """What was open when the window closed; places are code points in the text."""

    left: str = ""  # article ids
    right: str = ""
    left_place: int = 0
    right_place: int = 0
    geometry: str = ""  # base64 of QWidget.saveGeometry()
    splitter: tuple[int, ...] = ()
    library_shown: bool = True
    panel_shown: bool = True
    panel_tab: int = 0
    match: str = ""  # its places in both texts
    hidden_kinds: tuple[str, ...] = ()
    strength: int = 0  # percent
    why_shown: bool = False
    library_sort: str = "title"
    library_grouped: bool = False
    library_shelf: tuple[str, ...] = ()  # ``collection`` or ``tag``, and its name


@dataclass(frozen=True, slots=True)
class History:
    """Where the reader has been: places in articles and pairs read together.

    A place is written ``id place``, a pair ``left-id right-id matches judged notes``,
    numbers counted when the pair was left; the newest stands first.
    """

    places: tuple[str, ...] = ()
    pairs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Searches:
    """What the reader searched for: lately, the newest first, and kept for good."""

    recent: tuple[str, ...] = ()
    saved: tuple[str, ...] = ()


def read_yaml(path: Path) -> dict[str, Any]:
    """Return the mapping in a YAML file; an empty file is an empty mapping."""
    values = yaml.safe_load(path.read_text(encoding="utf-8"))
    return values if isinstance(values, dict) else {}


def load(kind: type[Values], path: Path) -> Values:
    """Return the values stored at ``path``; what is missing or wrong takes its default."""
    try:
        stored = read_yaml(path)
    except FileNotFoundError:
        return kind()
    except (OSError, UnicodeError, yaml.YAMLError) as error:
        log.info("%s is not readable, defaults are used: %s", path, error)
        return kind()
    default = kind()
    known: dict[str, Any] = {}
    for field in fields(kind):
        value = stored.get(field.name)
        expected = getattr(default, field.name)
        if isinstance(expected, tuple) and isinstance(value, list):
            value = tuple(value)
        if isinstance(expected, float) and type(value) is int:
            value = float(value)
        if type(value) is type(expected):
            known[field.name] = value
    return kind(**known)


def save(values: Settings | SessionState | History | Searches, path: Path) -> None:
    """Write the values so that a crash leaves either the old file or the new one."""
    plain = {
        field.name: list(value) if isinstance(value, tuple) else value
        for field in fields(values)
        for value in (getattr(values, field.name),)
    }
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    temporary = path.with_suffix(".tmp")
    with temporary.open("w", encoding="utf-8") as stream:
        yaml.safe_dump(plain, stream, allow_unicode=True, sort_keys=False)
        stream.flush()
        os.fsync(stream.fileno())
    temporary.replace(path)
