# SPDX-License-Identifier: MIT
"""The lines of a PDF's page as PDFium sees them: their words, places, sizes and gaps."""

from __future__ import annotations

import ctypes
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import field
from itertools import accumulate
from statistics import median

import pypdfium2.raw as pdfium

from diptych.patterns import late_pattern
from diptych.text.list_marks import bullet_of
from diptych.values import dataclass

_LINE = late_pattern(r"([^\r\n\u0002\ufffe]+)([\u0002\ufffe]?)")  # a word cut at the end, or not
_SPACE = late_pattern(r"\s+")
# “closed.12” or “closed *”: a raised sign after a word or its full stop
_RAISED = late_pattern(r"(?<=[^\W\d_]|[.,;:!?”’»\")\]])\s?(\d{1,3}|[*†‡§]{1,3})(?!\w)")
# “12 See the report”, “† Died 1984”
_NOTE_START = late_pattern(r"(\d{1,3}|[*†‡§]{1,3})\s?(?=[^\W\d_“\"«(])")
# a word of Arabic or Hebrew letters, which some files store from its end
_ARABIC_RUN = late_pattern(r"[\u0590-\u05ff\u0620-\u064a\u0671-\u06d3]{2,}")
_WIDE = 1.0  # times the size; a gap that parts cells or columns
_LOWEST_MARK = 0.12  # of the size that a note mark is raised by
_TURNED = 0.2  # radians


@dataclass(slots=True)
class Line:
    """One line of a page: its words, where they stand (points, up is positive), their size.

    Of text that runs to the left ``left`` is the distance from the right edge of
    the page, so that a line always begins at its ``left``. ``gaps`` are the wide
    blanks in it: where in the text each lies, where it begins and ends on the
    page. ``order`` is the place in the reading order.
    """

    text: str
    page: int
    left: float
    right: float
    base: float  # where the letters stand
    size: float
    weight: int
    role: str = ""  # what it is beside the running text: running, note, caption, label, row
    is_turned: bool = False
    gaps: list[tuple[int, float, float]] = field(default_factory=list)
    order: float = 0.0
    edge: float = 0.0  # where the lines of its column end
    start: float = 0.0  # where they begin


class PageWords:
    """The characters of a page, asked of PDFium one by one."""

    def __init__(self, words: ctypes.c_void_p, width: float) -> None:
        self._words = words
        self._width = width
        self._numbers = [ctypes.c_double() for _ in range(4)]
        self._places: Sequence[int] = ()  # of PDFium for each of ours

    def lines(self, page: int) -> Iterator[Line]:
        """Yield the lines in the order in which the page draws them."""
        text, self._places = self._text()
        for found in _LINE.finditer(text):
            shown = found[1].strip().replace("\0", "")
            if shown:
                lead = len(found[1]) - len(found[1].lstrip())
                yield self._measured(shown, found[2], page, found.start() + lead)

    def _text(self) -> tuple[str, Sequence[int]]:
        """Return the words of the page, and where PDFium counts each of their letters."""
        count = pdfium.FPDFText_CountChars(self._words)
        if count <= 0:
            return "", ()
        buffer = (ctypes.c_ushort * (count * 2 + 2))()
        written = pdfium.FPDFText_GetText(self._words, 0, count, buffer)
        raw = bytes(memoryview(buffer).cast("B"))[: max(written - 1, 0) * 2]
        text = raw.decode("utf-16-le", "replace")
        units = len(raw) // 2
        if len(text) == units == count:
            return text, range(count)
        # A letter outside the first plane is two there, as each of a formula in italics.
        before = accumulate((1 + (letter > "\uffff") for letter in text), initial=0)
        return text, [min(at * count // max(units, 1), count - 1) for at in before]

    def _index(self, place: int) -> int:
        return self._places[min(place, len(self._places) - 1)]

    def _measured(self, text: str, cut: str, page: int, start: int) -> Line:
        """Return a line that begins at a place of the page's words."""
        first, last = self._index(start), self._index(start + len(text) - 1)
        left, right = self._box(first)[0], self._box(last)[1]
        middle = len(text) // 2
        middle = next((at for at in range(middle, len(text)) if not text[at].isspace()), 0)
        line = Line(
            text=text + cut,
            page=page,
            left=left,
            right=right,
            base=self._base(first),
            size=round(pdfium.FPDFText_GetFontSize(self._words, self._index(start + middle)), 1),
            weight=pdfium.FPDFText_GetFontWeight(self._words, first),
            is_turned=abs(pdfium.FPDFText_GetCharAngle(self._words, first)) % 6.28 > _TURNED,
        )
        if right < left or _runs_left(text):
            self._turn_round(line, start)
        elif not line.is_turned:
            self._note_gaps(line, start)
            self._part_note_marks(line, start)
        return line

    def _box(self, index: int) -> tuple[float, float]:
        left, right, bottom, top = self._numbers
        pdfium.FPDFText_GetCharBox(self._words, index, left, right, bottom, top)
        return left.value, right.value

    def _base(self, index: int) -> float:
        across, base, *_ = self._numbers
        pdfium.FPDFText_GetCharOrigin(self._words, index, across, base)
        return base.value

    def _note_gaps(self, line: Line, start: int) -> None:
        """Note the wide blanks; a title set with blanks between its letters gets its words back."""
        # Two questions for each word of a book: nothing is called in between.
        box_of, words, (left, right, bottom, top) = (
            pdfium.FPDFText_GetCharBox, self._words, self._numbers
        )  # fmt: skip
        at, last = self._places, len(self._places) - 1
        places = []
        for space in _SPACE.finditer(line.text):
            first, past = space.span()
            box_of(words, at[min(start + first - 1, last)], left, right, bottom, top)
            before = right.value
            box_of(words, at[min(start + past, last)], left, right, bottom, top)
            places.append((first, before, left.value))
        if len(places) >= 4 and all(len(word) == 1 for word in line.text.split()):
            _close_up(line, places)
            return
        bullet = len(bullet_of(line.text))  # the blank after it parts nothing
        wide = (place for place in places if place[2] - place[1] > _WIDE * line.size)
        line.gaps = [place for place in wide if place[0] > bullet]

    def _part_note_marks(self, line: Line, start: int) -> None:
        """Set raised note marks in brackets, so that none sticks to its word."""
        parts, place = [], 0
        mark = _NOTE_START.match(line.text)
        if mark and self._is_raised(line, self._index(start), self._index(start + mark.end())):
            parts.append(f"[{mark[1]}] ")
            place = mark.end()
        for found in _RAISED.finditer(line.text, place):
            index = self._index(start + found.start(1))
            if self._is_raised(line, index, self._index(start + found.start() - 1)):
                parts += [line.text[place : found.start()], f"[{found[1]}]"]
                place = found.end()
        if parts and not line.gaps:
            line.text = "".join(parts) + line.text[place:]

    def _is_raised(self, line: Line, index: int, beside: int) -> bool:
        size = pdfium.FPDFText_GetFontSize(self._words, index)
        other = pdfium.FPDFText_GetFontSize(self._words, beside) or line.size
        return self._base(index) - self._base(beside) > _LOWEST_MARK * other and size < 0.9 * other

    def _turn_round(self, line: Line, start: int) -> None:
        """Set a line that runs to the left as it is read, measured from the right edge."""
        text = line.text
        for found in _ARABIC_RUN.finditer(text):
            starts = self._box(self._index(start + found.start()))[0]
            ends = self._box(self._index(start + found.end() - 1))[0]
            if ends > starts + 1:  # drawn word by word from the left
                turned = found[0][::-1]
                line.text = f"{line.text[: found.start()]}{turned}{line.text[found.end() :]}"
        left, right = min(line.left, line.right), max(line.left, line.right)
        line.left, line.right = self._width - right, self._width - left


def _runs_left(text: str) -> bool:
    if text.isascii():
        return False
    sides = [unicodedata.bidirectional(c) for c in text[:200]]
    lefts = sum(side in ("R", "AL") for side in sides)
    return lefts > sum(side == "L" for side in sides)


def _close_up(line: Line, places: list[tuple[int, float, float]]) -> None:
    usual = median(after - before for _, before, after in places)
    words = [i for i, (_, before, after) in enumerate(places) if after - before > 1.5 * usual]
    letters = line.text.split()
    line.text = "".join(f"{letter}{' ' if i in words else ''}" for i, letter in enumerate(letters))
