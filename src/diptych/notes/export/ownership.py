# SPDX-License-Identifier: MIT
"""Whose a file is: what Diptych writes says of what it is made, and how it was left.

Only a file that is still as we left it may be replaced. The last line of a page
holds its mark, so that the page is known wherever it is moved to, by any
computer; W3C annotations carry theirs as a last member. A table has no place
for one, so a table that is there already counts as the reader's.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from pathlib import Path
from typing import Any

from diptych.opened import opened, read_whole
from diptych.patterns import late_pattern
from diptych.values import dataclass

# e.g. <!-- diptych {"pair": "…", "left": "…"} --> as the last line
_LINE = late_pattern(rb"(?:\r?\n)?<!-- diptych (\{[^\n]*\}) -->\s*\Z")
# e.g. , "diptych:left": "9f2c…"} as the last member
_MEMBER = late_pattern(rb', "diptych:left": "([0-9a-f]{64})"\}\s*\Z')
_PAGE_END = "]}\n"  # how a page of annotations ends
_TAIL = 65_536  # bytes; a mark is never longer
_CHANGED = ""  # the state of a file that also holds what others wrote


@dataclass(frozen=True, slots=True)
class Mark:
    """What a file says of itself.

    ``pair`` names the articles its notes are on, ``articles`` holds the ids each
    of these had, ``files`` the state of what was written beside it; ``left`` is
    the state it was left in itself.
    """

    pair: str = ""
    articles: tuple[frozenset[str], ...] = ()
    files: Mapping[str, str] = field(default_factory=dict)
    left: str = _CHANGED

    def is_on(self, pair: str, articles: Sequence[frozenset[str]]) -> bool:
        """Tell whether the file is on these articles, under whatever names."""
        if self.pair == pair:
            return True
        waiting = [*self.articles]
        for ids in articles:
            # One id in common is enough: each version of a file has another.
            same = next((each for each in waiting if each & ids), None)
            if same is None:
                return False
            waiting.remove(same)
        return bool(articles) and not waiting


def signed(pieces: Iterable[str], mark: Mark, *, shared: bool = False) -> Iterator[str]:
    """Give a text and, as its last line, its mark; ``shared`` with words of others."""
    state, end = _State(), ""
    for piece in pieces:
        state.add(piece)
        end = piece[-1:] or end
        yield piece
    if end not in ("", "\n"):
        state.add("\n")
        yield "\n"
    yield _line(replace(mark, left=_CHANGED if shared else state.name()))


def signed_json(pieces: Iterable[str]) -> Iterator[str]:
    """Give a page of annotations with its state as the last member."""
    state = _State()
    for piece in pieces:
        if piece.endswith(_PAGE_END):
            head = piece.removesuffix("}\n")
            state.add(head)
            yield f'{head}, "diptych:left": "{state.name()}"}}\n'
        else:
            state.add(piece)
            yield piece


def mark_of(path: Path) -> Mark | None:
    """Return what a page says of itself, None when it is not ours."""
    try:
        with opened(path) as stream:
            stream.seek(0, 2)
            # From the end: a page may be large, and folders are looked through whole.
            stream.seek(max(0, stream.tell() - _TAIL))
            return _parsed(stream.read())
    except OSError:
        return None


def is_as_left(path: Path) -> bool:
    """Tell whether nobody changed a file since we wrote it."""
    try:
        content = read_whole(path)
    except OSError:
        return False
    member = _MEMBER.search(content)
    if member:
        return member.group(1).decode() == state_of(content[: member.start()])
    line, mark = _LINE.search(content), _parsed(content)
    return bool(line and mark and mark.left and mark.left == state_of(content[: line.start()]))


def without_mark(text: str) -> str:
    """Return a page's text without its last line, if that is a mark."""
    found = _LINE.search(text.encode("utf-8", "replace"))
    return text.encode("utf-8", "replace")[: found.start()].decode() if found else text


def state_of(content: bytes) -> str:
    """Name a content; line ends, which other programs like to change, do not matter."""
    # Git and editors on Windows change line ends without anybody having written.
    return hashlib.sha256(content.replace(b"\r\n", b"\n")).hexdigest()


class _State:
    """The state of a text that comes piece by piece."""

    def __init__(self) -> None:
        self._hash = hashlib.sha256()
        self._held = b""  # a line end that may go on in the next piece

    def add(self, piece: str) -> None:
        content = self._held + piece.encode("utf-8", "replace")
        self._held = b"\r" if content.endswith(b"\r") else b""
        content = content.removesuffix(b"\r")
        self._hash.update(content.replace(b"\r\n", b"\n"))

    def name(self) -> str:
        finished = self._hash.copy()
        finished.update(self._held)
        return finished.hexdigest()


def _line(mark: Mark) -> str:
    said: dict[str, object] = {
        "pair": mark.pair,
        "articles": [sorted(ids) for ids in mark.articles],
        "files": dict(mark.files),
        "left": mark.left,
    }
    kept = {name: value for name, value in said.items() if value or name == "left"}
    # Older Markdown ends a comment at two hyphens.
    words = json.dumps(kept).replace("-", "\\u002d").replace(">", "\\u003e")
    return f"\n<!-- diptych {words} -->\n"


def _parsed(content: bytes) -> Mark | None:
    found = _LINE.search(content)
    if not found:
        return None
    try:
        said: Any = json.loads(found.group(1))
        return Mark(
            pair=str(said.get("pair", "")),
            articles=tuple(frozenset(map(str, ids)) for ids in said.get("articles", ())),
            files={str(name): str(state) for name, state in dict(said.get("files", {})).items()},
            left=str(said.get("left", "")),
        )
    except (ValueError, TypeError, AttributeError, RecursionError):
        return None
