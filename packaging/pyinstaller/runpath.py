# SPDX-License-Identifier: MIT
"""Takes from a library the folders of the machine that it was made on.

Python's own modules name the folder their Python was built for. The program has all beside it
(``$ORIGIN``), and a folder that anyone may make on another machine must not be looked into.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

LOAD, DYNAMIC = 1, 2  # elf.h: PT_LOAD, PT_DYNAMIC
STRINGS, RPATH, RUNPATH = 5, 15, 29  # DT_STRTAB, DT_RPATH, DT_RUNPATH
ENTRY, SEGMENT = struct.Struct("<qQ"), struct.Struct("<IIQQQQQQ")


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of the file, and where it lies once it is loaded."""

    kind: int
    place: int
    address: int
    size: int


def forget(library: Path) -> bool:
    """Leave out the entry that names absolute folders, if there is one; tell whether there was."""
    data = bytearray(library.read_bytes())
    if data[:6] != b"\x7fELF\x02\x01":  # 64 bits, the least byte first: all that we make
        return False
    segments = list(_segments(data))
    dynamic = next(each for each in segments if each.kind == DYNAMIC)
    section = slice(dynamic.place, dynamic.place + dynamic.size)
    entries = list(ENTRY.iter_unpack(data[section]))
    strings = _place_of(next(value for tag, value in entries if tag == STRINGS), segments)
    kept = [
        (tag, value)
        for tag, value in entries
        if tag not in (RPATH, RUNPATH) or data[strings + value] != ord("/")
    ]
    lost = len(entries) - len(kept)
    data[section] = b"".join(ENTRY.pack(*entry) for entry in (*kept, *[(0, 0)] * lost))
    if lost:
        library.write_bytes(data)
    return bool(lost)


def _segments(data: bytearray) -> Iterator[Segment]:
    (start,) = struct.unpack_from("<Q", data, 32)
    (count,) = struct.unpack_from("<H", data, 56)
    for number in range(count):
        place = start + number * SEGMENT.size
        kind, _flags, offset, address, _physical, size, *_ = SEGMENT.unpack_from(data, place)
        yield Segment(kind, offset, address, size)


def _place_of(address: int, segments: Sequence[Segment]) -> int:
    """Return where in the file lies what is loaded at an address."""
    return next(
        address - each.address + each.place
        for each in segments
        if each.kind == LOAD and each.address <= address < each.address + each.size
    )
