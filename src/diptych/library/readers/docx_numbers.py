# SPDX-License-Identifier: MIT
"""The numbers of a Word document's lists, counted as Word counts them."""

from __future__ import annotations

from dataclasses import field

from lxml import etree

from diptych.library.readers.whole_numbers import whole
from diptych.patterns import late_pattern
from diptych.text.list_marks import as_mark, counted
from diptych.values import dataclass

_LEVELS = 9
_PLACE = late_pattern(r"%([1-9])")  # "%1.%2." shows the numbers of two levels
_STYLES = {
    "lowerLetter": "a",
    "upperLetter": "A",
    "lowerRoman": "i",
    "upperRoman": "I",
    "none": "",
}


@dataclass(slots=True)
class _Level:
    start: int = 1
    style: str = "1"  # as HTML names them
    text: str = ""  # empty for a bullet
    paragraph_style: str = ""
    is_legal: bool = False  # “II.3” is written “2.3”


@dataclass(slots=True)
class _Outline:
    """What several lists count together: their levels, and how far each of them is."""

    levels: dict[int, _Level] = field(default_factory=dict)
    counts: dict[int, int] = field(default_factory=dict)


class Numbers:
    """Counts the paragraphs of lists in the order in which they stand."""

    def __init__(self, root: etree._Element | None) -> None:
        self._lists: dict[str, _Outline] = {}
        self._begun_at: dict[str, dict[int, int]] = {}
        outlines: dict[str, _Outline] = {}
        for element in root if root is not None else ():
            local = _local(element)
            if local == "abstractNum":
                outlines[_value(element, "abstractNumId")] = _outline(element)
            elif local == "num":
                self._add_list(element, outlines)

    def next(self, number: str, level: int | None, style: str) -> str:
        """Return the mark of the next paragraph of a list; empty for a bullet."""
        outline = self._lists.get(number)
        if outline is None:
            return ""
        if level is None:
            linked = (n for n, each in outline.levels.items() if each.paragraph_style == style)
            level = next(linked, 0)
        for begun, start in self._begun_at.pop(number, {}).items():
            outline.counts[begun] = start - 1
        own = outline.levels.get(level, _Level())
        outline.counts[level] = outline.counts.get(level, own.start - 1) + 1
        # A deeper level begins anew below each paragraph of a higher one.
        outline.counts = {n: count for n, count in outline.counts.items() if n <= level}
        return as_mark(_PLACE.sub(lambda place: _number(outline, own, int(place[1]) - 1), own.text))

    def _add_list(self, element: etree._Element, outlines: dict[str, _Outline]) -> None:
        number = _value(element, "numId")
        for part in element:
            if _local(part) == "abstractNumId":
                self._lists[number] = outlines.get(_value(part), _Outline())
            elif _local(part) == "lvlOverride":
                starts = [each for each in part if _local(each) == "startOverride"]
                level = whole(_value(part, "ilvl"), 0)
                for start in starts:
                    self._begun_at.setdefault(number, {})[level] = whole(_value(start), 1)


def _number(outline: _Outline, own: _Level, level: int) -> str:
    shown = outline.levels.get(level, _Level())
    count = outline.counts.get(level, shown.start)
    return counted(count, "1" if own.is_legal else shown.style) if shown.style else ""


def _outline(element: etree._Element) -> _Outline:
    levels = [part for part in element if _local(part) == "lvl"][:_LEVELS]
    return _Outline({whole(_value(part, "ilvl"), 0): _level(part) for part in levels})


def _level(element: etree._Element) -> _Level:
    level = _Level()
    said = {_local(part): part for part in element}
    kind = _value(said["numFmt"]) if "numFmt" in said else "decimal"
    level.style = _STYLES.get(kind, "1")
    if "start" in said:
        level.start = whole(_value(said["start"]), 1)
    # A bullet's text is a sign of some font, which is shown as a bullet of ours.
    if "lvlText" in said and kind != "bullet":
        level.text = _value(said["lvlText"])
    if "pStyle" in said:
        level.paragraph_style = _value(said["pStyle"])
    level.is_legal = "isLgl" in said
    return level


def _local(element: etree._Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _value(element: etree._Element, name: str = "val") -> str:
    # The strict variety of the format has another name space.
    return next((str(v) for n, v in element.attrib.items() if str(n).endswith(f"}}{name}")), "")
