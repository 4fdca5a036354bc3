# SPDX-License-Identifier: MIT
"""Rows of a notes file that SQLite itself can no longer open or walk through.

The pages are read one by one (https://www.sqlite.org/fileformat2.html), as the
``.recover`` of SQLite's own shell does: a row counts by its shape, whatever is
left of the tree it hung in. Pages known to be free are passed over, for what
was removed must not come back.
"""

from __future__ import annotations

import struct
import uuid
from collections.abc import Iterator
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

from diptych.notes import rows
from diptych.patterns import late_pattern
from diptych.snapshot import logged
from diptych.values import dataclass

Row = tuple[object, ...]
_HEADER = 100  # bytes before the first page's own header
# Leaves of tables with a row id; tables without one are trees of the sort of indexes.
_TABLE_LEAF, _INDEX_LEAF, _INDEX_INSIDE = 0x0D, 0x0A, 0x02
_LARGEST_ROW = 200_000_000  # bytes; a larger one is damage
# Any byte that may begin a page; whether it does is told by what follows.
_KINDS = late_pattern(rb"[\x0d\x0a\x02]")
_WHOLE = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}  # bytes of an integer by its serial type


def salvaged(path: Path) -> Iterator[tuple[str, Row]]:
    """Give each row of notes, anchors, verdicts and alignments that is there, with its table.

    Of several states of one note only the last written is given.
    """
    notes: dict[str, Row] = {}
    for values in _pages(path).rows():
        table = _table_of(values)
        if table == "note":
            # The log and pages that were given up hold earlier states as well.
            known = notes.get(str(values[0]))
            if known is None or _worth(known) < _worth(values):
                notes[str(values[0])] = values
        elif table:
            yield table, values
    for values in notes.values():
        yield "note", values


def _worth(note: Row) -> tuple[bool, int]:
    """Rank the states of a note: those that can be read, then the later ones."""
    try:
        rows.note_of(note, ())
    except ValueError:
        return False, 0
    return True, note[9] if isinstance(note[9], int) else 0


def _table_of(values: Row) -> str:
    """Tell by its shape which table a row is of; empty for all else, indexes too."""
    # t for a text, i for an integer, - for anything else: a note is ttttttt-ti.
    kinds = "".join("t" if isinstance(v, str) else "i" if type(v) is int else "-" for v in values)
    if len(values) == 10 and kinds.startswith("ttttttt") and _is_id(values[0]):
        return "note"
    if len(values) == 18 and kinds.startswith("tit") and _is_id(values[0]):
        return "anchor"
    if kinds == "tttttt" and values[4] in ("accepted", "rejected"):
        return "verdict"
    if kinds == "ttii" and not _is_id(values[1]):
        return "alignment"
    if kinds in ("ttit", "tt-t") and str(values[3]).startswith("{"):
        return "versions"
    if kinds == "ttt" and _is_id(values[0]):
        return "placeless"
    if kinds == "tt" and _is_id(values[0]) and len(str(values[1])) == 32:
        return "seen"
    return ""


def _is_id(value: object) -> bool:
    try:
        return isinstance(value, str) and len(value) == 36 and bool(uuid.UUID(value))
    except ValueError:
        return False


def _pages(path: Path) -> _Pages:
    content = path.read_bytes() if path.exists() else b""  # its log may be there alone
    # 1 stands for 65,536, which has no room in two bytes.
    size = struct.unpack(">H", content[16:18])[0] if len(content) > _HEADER else 0
    size = 65_536 if size == 1 else size
    if size < 512 or size & (size - 1):
        size = 4096  # the size SQLite gives every new file
    changed: dict[int, bytes] = {}
    # Without a log beside it, or with a torn one, the file alone has to do.
    with suppress(OSError, struct.error):
        changed = logged(path.with_name(path.name + "-wal").read_bytes(), size)
    return _Pages(content, size, changed)


@dataclass(frozen=True)
class _Pages:
    """The pages of a file, with those of its log over them."""

    content: bytes
    size: int
    changed: dict[int, bytes]

    def page(self, number: int) -> bytes:
        start = (number - 1) * self.size
        return self.changed.get(number) or self.content[start : start + self.size]

    def rows(self) -> Iterator[Row]:
        """Give what can be read of every page that is in use."""
        # A file is whole pages; a rest says that bytes are missing in the middle.
        if len(self.content) % self.size and len(self.content) > self.size:
            yield from self._shifted_rows()
        free = self._free()
        # Rounded up: half a page may still hold rows. The log may have pages the file has not.
        last = max([-(-len(self.content) // self.size), *self.changed])
        for number in range(1, last + 1):
            if number not in free:
                page = self.page(number)
                yield from self._of(page, page, _HEADER if number == 1 else 0)

    def _shifted_rows(self) -> Iterator[Row]:
        """Give the rows of a file that lost bytes: its pages no longer stand where they did.

        Cells behind the missing bytes are as far from the next page as they were.
        """
        starts = [
            found.start()
            for found in _KINDS.finditer(self.content)
            if self._may_be_page(self.content[found.start() : found.start() + self.size])
        ]
        for start, following in pairwise([*starts, len(self.content)]):
            end = min(following, start + self.size)
            behind = self.content[max(0, end - self.size) : end].rjust(self.size, b"\0")
            yield from self._of(self.content[start : start + self.size], behind, 0)

    def _may_be_page(self, page: bytes) -> bool:
        if len(page) < 12:
            return False
        count, start, loose = struct.unpack(">HHB", page[3:8])
        first = 12 if page[0] == _INDEX_INSIDE else 8
        places = struct.unpack(
            f">{count}H", page[first : first + 2 * count].ljust(2 * count, b"\0")
        )
        # A page has at most 60 fragmented bytes, and its cells lie behind what is free (format,
        # 1.6).
        return count > 0 and loose < 61 and all(start <= place < self.size for place in places)

    def _of(self, page: bytes, behind: bytes, start: int) -> Iterator[Row]:
        if len(page) < start + 12 or page[start] not in (_TABLE_LEAF, _INDEX_LEAF, _INDEX_INSIDE):
            return
        is_inside = page[start] == _INDEX_INSIDE
        (count,) = struct.unpack(">H", page[start + 3 : start + 5])
        # Pages inside a tree have four bytes more, the number of their last child.
        first = start + (12 if is_inside else 8)
        for place in range(first, min(first + 2 * count, len(page) - 1), 2):
            (cell,) = struct.unpack(">H", page[place : place + 2])
            # Once where nothing was lost: then both are the same bytes.
            for whole in dict.fromkeys((page, behind)):
                with suppress(IndexError, ValueError, struct.error, OverflowError):
                    # Cells inside a tree begin with the number of a child.
                    yield self._row(whole, cell + (4 if is_inside else 0), page[start])

    def _row(self, page: bytes, place: int, kind: int) -> Row:
        length, place = _varint(page, place)
        if not 0 < length < _LARGEST_ROW:
            raise ValueError("no row is that long")
        if kind == _TABLE_LEAF:
            _, place = _varint(page, place)
        return _values(self._payload(page, place, length, is_table=kind == _TABLE_LEAF))

    def _payload(self, page: bytes, place: int, length: int, *, is_table: bool) -> bytes:
        """Return a row's bytes, those on further pages too."""
        # What fits into a page, and what stays of a longer row: U-35, ((U-12)*64/255)-23 and
        # ((U-12)*32/255)-23 of the format, 1.6
        most = self.size - 35 if is_table else (self.size - 12) * 64 // 255 - 23
        if length <= most:
            return page[place : place + length]
        least = (self.size - 12) * 32 // 255 - 23
        here = least + (length - least) % (self.size - 4)
        here = here if here <= most else least
        parts = [page[place : place + here]]
        (following,) = struct.unpack(">I", page[place + here : place + here + 4])
        # A damaged chain may lead in a circle.
        missing, seen = length - here, set[int]()
        while missing > 0 and following and following not in seen:
            seen.add(following)
            more = self.page(following)
            parts.append(more[4 : 4 + missing])
            missing -= len(parts[-1])
            (following,) = struct.unpack(">I", more[:4])
        if missing > 0:
            raise ValueError("the end of this row is gone")
        return b"".join(parts)

    def _free(self) -> set[int]:
        """Return the pages on the list of free ones, as far as it can be followed."""
        free: set[int] = set()
        with suppress(struct.error):
            (trunk,) = struct.unpack(">I", self.page(1)[32:36])
            while trunk and trunk not in free:
                free.add(trunk)
                page = self.page(trunk)
                following, count = struct.unpack(">II", page[:8])
                # A damaged count must not run past the page.
                count = min(count, self.size // 4 - 2)
                free.update(struct.unpack(f">{count}I", page[8 : 8 + 4 * count]))
                trunk = following
        return free


def _values(payload: bytes) -> Row:
    length, place = _varint(payload, 0)
    kinds = []
    while place < length:
        kind, place = _varint(payload, place)
        kinds.append(kind)
    place, values = length, []
    for kind in kinds:
        value, place = _value(payload, place, kind)
        values.append(value)
    return tuple(values)


def _value(payload: bytes, place: int, kind: int) -> tuple[object, int]:
    if kind in (0, 8, 9):
        # Serial types: 0 is NULL; 8 and 9 are the integers 0 and 1, without a byte of their
        # own.
        return (None, 0, 1)[(0, 8, 9).index(kind)], place
    # From 12 on, even ones are bytes and odd ones text, of (N-12)/2 or (N-13)/2 bytes.
    size = _WHOLE.get(kind, 8 if kind == 7 else (kind - 12) // 2)
    found = payload[place : place + size]
    if len(found) < size or kind in (10, 11):
        raise ValueError("not a value")
    if kind in _WHOLE:
        return int.from_bytes(found, "big", signed=True), place + size
    if kind == 7:
        return struct.unpack(">d", found)[0], place + size
    return (found if kind % 2 == 0 else found.decode("utf-8", "replace")), place + size


def _varint(data: bytes, place: int) -> tuple[int, int]:
    value = 0
    # Seven bits a byte, the highest says that there is more; the ninth has all eight.
    for step in range(8):
        byte = data[place + step]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, place + step + 1
    return value << 8 | data[place + 8], place + 9
