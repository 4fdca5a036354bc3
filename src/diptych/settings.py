# SPDX-License-Identifier: MIT
"""What the reader chose and what was open last, kept as YAML.

``Settings`` is the one list of what can be chosen: its fields are the entries of
the file, their limits those of the dialog's controls.

What is written here is the part of YAML that JSON shares, an entry a line, and is
read without YAML's parser, which the window would wait for. What a reader has
written in another way is read by the parser.
"""

from __future__ import annotations

import json
import logging
from dataclasses import Field, field, fields
from pathlib import Path
from typing import Any, TypeVar

from diptych.opened import read_whole
from diptych.patterns import late_pattern
from diptych.values import dataclass

log = logging.getLogger(__name__)

Values = TypeVar("Values", "Settings", "SessionState", "ReadingHistory", "Searches")
Number = TypeVar("Number", int, float)
_LARGEST = 16 << 20  # bytes; two thousand places that were read take a fiftieth
_LONGEST_BY_HAND = 64 * 1024  # characters
_DEEPEST = 8
_LIMITS, _CHOICES = "limits", "choices"
_ENTRY = late_pattern(r"([a-z_]+): (.+)")
_UNPRINTABLE = late_pattern(  # for YAML, which also ends lines where JSON does not
    r"[^ -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)


def between(least: Number, most: Number, *, usually: Number) -> Number:
    """Return a field for a number from ``least`` to ``most``, as dataclasses want it typed."""
    made: Number = field(default=usually, metadata={_LIMITS: (least, most)})
    return made


def one_of(usually: str, *others: str) -> str:
    """Return a field for one of some words, as dataclasses want it typed."""
    made: str = field(default=usually, metadata={_CHOICES: (usually, *others)})
    return made


@dataclass(frozen=True, slots=True)
class Settings:
    """What the reader chose; every field is one entry of ``settings.yaml``."""

    theme: str = one_of("system", "light", "dark", "sepia")
    reading_family: str = "Vollkorn"
    reading_size: float = between(7.0, 40.0, usually=12.5)  # points
    line_height: float = between(1.2, 2.2, usually=1.5)
    measure: int = between(40, 110, usually=68)  # characters to a line
    interface_size: int = between(80, 160, usually=100)  # percent of the usual letters
    tint: int = between(40, 160, usually=100)  # percent of the usual strength
    ribbons: bool = True  # bands between the texts
    shortest_run: int = between(2, 1_000, usually=8)  # words
    scroll_together: bool = True
    learn_from_verdicts: bool = True
    by_meaning: bool = True  # compare by meaning, where the encoders are installed
    reduced_motion: bool = False
    versions_at_once: bool = True  # show the changes of two versions as soon as they are known
    brief_at_first: bool = True  # a new pair is told in brief when it is opened
    single_keys: bool = True  # letters judge and annotate in the list of matches
    language: str = "system"
    mirror_folder: str = ""  # where a Markdown copy of the notes is kept; empty: nowhere
    note_preview: bool = False
    note_grouping: str = one_of("none", "pair", "article", "tag", "stance", "date", "colour")
    highlight_colour: str = one_of("yellow", "green", "blue", "red", "violet")
    cite_style: str = one_of("plain", "markdown", "pandoc", "obsidian", "bibtex", "csl-json")
    shortcuts: tuple[str, ...] = ()  # ``action-id=keys`` for keys of the reader's own


@dataclass(frozen=True, slots=True)
class SessionState:
    """What was open when the window closed; places are code points in the text.

    The line at a place may be partly above the view, ``past`` the top by so many pixels.
    """

    left: str = ""  # article ids
    right: str = ""
    left_place: int = 0
    right_place: int = 0
    left_past: int = 0
    right_past: int = 0
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
    changes_shown: bool = False  # of two versions, in place of the matches


@dataclass(frozen=True, slots=True)
class ReadingHistory:
    """Where the reader has been: places in articles and pairs read together.

    A place is written ``id place past``, ``past`` as in the session, and a pair
    ``left-id right-id matches judged notes``, numbers counted when the pair was left; the
    newest stands first.
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
    # A window that waited for a pipe in the place of its settings would never come.
    text = read_whole(path, most=_LARGEST).decode("utf-8").replace("\r\n", "\n")
    try:
        return dict(_entry(line) for line in text.split("\n") if line)
    except ValueError:
        return _parsed(text)


def _entry(line: str) -> tuple[str, Any]:
    """Return name and value of an entry as ``save`` writes it, ValueError for another line."""
    found = _ENTRY.fullmatch(line)
    if found is None:
        raise ValueError(line)
    return found[1], json.loads(found[2])


def _parsed(text: str) -> dict[str, Any]:
    """Return the mapping in any YAML; ValueError for what is none."""
    import yaml

    if len(text) > _LONGEST_BY_HAND:
        raise ValueError("it is longer than settings can be")
    depth = 0
    try:
        for event in yaml.parse(text):
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            # Each takes the parser a multiple of the one before.
            if depth > _DEEPEST or isinstance(event, yaml.AliasEvent):
                raise ValueError("it is nested too deeply")
        values = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise ValueError(str(error)) from error
    return values if isinstance(values, dict) else {}


def load(kind: type[Values], path: Path) -> Values:
    """Return the values stored at ``path``; what is missing or wrong takes its default."""
    try:
        stored = read_yaml(path)
    except FileNotFoundError:
        return kind()
    except (OSError, ValueError, RecursionError) as error:
        log.info("%s is not readable, defaults are used: %s", path, error)
        return kind()
    fitting: dict[str, Any] = {
        entry.name: _fitting(stored.get(entry.name), entry) for entry in fields(kind)
    }
    return kind(**{name: value for name, value in fitting.items() if value is not None})


def limits_of(name: str) -> tuple[float, float]:
    """Return the least and the greatest number a setting may have."""
    named = next(entry for entry in fields(Settings) if entry.name == name)
    least, most = named.metadata[_LIMITS]
    return least, most


def choices_of(name: str) -> tuple[str, ...]:
    """Return the words a setting may be, the usual one first."""
    named = next(entry for entry in fields(Settings) if entry.name == name)
    return tuple(named.metadata[_CHOICES])


def _fitting(value: object, entry: Field[Any]) -> object:
    """Return a stored value as its field wants it, or None for one it cannot hold."""
    expected = entry.default
    if isinstance(expected, tuple) and isinstance(value, list):
        value = tuple(value)
    if isinstance(expected, float) and type(value) is int:
        value = float(value)
    if type(value) is not type(expected):
        return None
    if isinstance(value, int | float) and _LIMITS in entry.metadata:
        least, most = entry.metadata[_LIMITS]
        return value if least <= value <= most else None
    if _CHOICES in entry.metadata and value not in entry.metadata[_CHOICES]:
        return None
    return value


def save(values: Settings | SessionState | ReadingHistory | Searches, path: Path) -> None:
    """Write the values so that a crash leaves either the old file or the new one.

    A file that holds them already is left alone: to have it on the disk takes a window
    that closes as long as the rest.
    """
    from diptych.atomic import holds, replacing

    plain = {
        entry.name: list(value) if isinstance(value, tuple) else value
        for entry in fields(values)
        for value in (getattr(values, entry.name),)
    }
    lines = "".join(f"{name}: {_plain(value)}\n" for name, value in plain.items()).encode()
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    if holds(path, lines):
        return
    with replacing(path) as stream:
        stream.write(lines)


def _plain(value: object) -> str:
    """Return a value as JSON and YAML both write it, on one line."""
    written = json.dumps(value, ensure_ascii=False)
    return _UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", written)
