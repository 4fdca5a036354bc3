# SPDX-License-Identifier: MIT
"""The numbers of an OpenDocument text's lists, counted as LibreOffice counts them."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from diptych.library.readers.whole_numbers import whole
from diptych.text.list_marks import as_mark, counted
from diptych.values import dataclass

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"


@dataclass(frozen=True, slots=True)
class _Level:
    style: str = ""  # 1, a, A, i or I; empty for no number
    before: str = ""
    after: str = ""
    levels: int = 1  # how many numbers are shown: “2.1” are two
    start: int = 1


@dataclass(slots=True)
class _List:
    style: str
    number: int | None = None  # of the item; none before the first


class Numbers:
    """Counts the items of the lists that are open, the innermost last."""

    def __init__(self, roots: Iterable[etree._Element]) -> None:
        self._levels = {key: level for root in roots for key, level in _numbered(root)}
        self._open: list[_List] = []
        self._last: dict[str, int] = {}  # number of each style's last item

    @property
    def depth(self) -> int:
        return len(self._open)

    def start_list(self, element: etree._Element) -> None:
        """Take the start of a list."""
        above = self._open[-1].style if self._open else ""
        new = _List(element.get(f"{_TEXT}style-name") or above)
        goes_on = element.get(f"{_TEXT}continue-numbering") == "true"
        # What it names is the list before it of the same style, wherever the two are written.
        if goes_on or element.get(f"{_TEXT}continue-list"):
            new.number = self._last.get(new.style)
        self._open.append(new)

    def end_list(self) -> None:
        """Take the end of a list."""
        closed = self._open.pop()
        if not self._open and closed.number is not None:
            self._last[closed.style] = closed.number

    def start_item(self, element: etree._Element) -> None:
        """Take the start of a list's item."""
        if not self._open:
            return
        own, level = self._open[-1], self._level(self.depth)
        following = level.start if own.number is None else own.number + 1
        own.number = whole(element.get(f"{_TEXT}start-value"), following)

    def mark(self) -> str:
        """Return what stands before the item; empty for a bullet."""
        level = self._level(self.depth)
        if not level.style:
            return ""
        first = max(1, self.depth - level.levels + 1)
        numbers = [self._counted(depth) for depth in range(first, self.depth + 1)]
        return as_mark(level.before + ".".join(filter(None, numbers)) + level.after)

    def _counted(self, depth: int) -> str:
        number, style = self._open[depth - 1].number, self._level(depth).style
        return counted(number, style) if number is not None and style else ""

    def _level(self, depth: int) -> _Level:
        return self._levels.get((self._open[depth - 1].style, depth), _Level())


def _numbered(root: etree._Element) -> Iterable[tuple[tuple[str, int], _Level]]:
    """Yield the levels of the styles of lists that count."""
    for style in root.iter(f"{_TEXT}list-style"):
        name = style.get(f"{_STYLE}name", "")
        for level in style.iter(f"{_TEXT}list-level-style-number"):
            depth = whole(level.get(f"{_TEXT}level"), 1)
            yield (
                (name, depth),
                _Level(
                    level.get(f"{_STYLE}num-format", ""),
                    level.get(f"{_STYLE}num-prefix", ""),
                    level.get(f"{_STYLE}num-suffix", ""),
                    min(whole(level.get(f"{_TEXT}display-levels"), 1), depth),
                    whole(level.get(f"{_TEXT}start-value"), 1),
                ),
            )
