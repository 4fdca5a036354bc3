# SPDX-License-Identifier: MIT
"""The sketches of the library's articles, kept in one file of the cache."""

from __future__ import annotations

import logging
import os
import zipfile
from pathlib import Path
from tokenize import TokenError
from typing import Any, BinaryIO

import numpy as np

from diptych.atomic import replacing
from diptych.compare.companions import Shelf
from diptych.compare.sketches import BUCKETS, SKETCH_VERSION, Ints, Sketches
from diptych.library.broken_zip import BROKEN_ZIP
from diptych.opened import opened

log = logging.getLogger(__name__)

# What a damaged file raises. Heads of arrays are Python, which numpy parses.
_BROKEN = (
    *BROKEN_ZIP,
    *(KeyError, IndexError, TypeError, SyntaxError, TokenError, MemoryError),
)


class SketchStore:
    """One file with all sketches; a missing or broken one is an empty shelf."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._stamp: tuple[int, int] | None = None
        self._shelf = Shelf()

    def shelf(self) -> Shelf:
        """Return the kept sketches, read again when another process has changed them."""
        # A process beside the window levels the sketches; size and time tell when it has.
        stamp = self._stamp_now()
        if stamp != self._stamp:
            self._stamp, self._shelf = stamp, self._read()
        return self._shelf

    def keep(self, shelf: Shelf) -> None:
        """Take over a shelf, in memory alone where the cache cannot be written."""
        try:
            self._write(shelf)
        except OSError as error:
            log.info("sketches are not kept: %s", error)
        self._stamp, self._shelf = self._stamp_now(), shelf

    def _stamp_now(self) -> tuple[int, int] | None:
        try:
            status = self._path.stat()
        except OSError:
            return None
        return status.st_size, status.st_mtime_ns

    def _read(self) -> Shelf:
        try:
            with opened(self._path) as file:
                return _shelf_of(_arrays_in(file))
        except FileNotFoundError:
            return Shelf()
        except _BROKEN as error:
            log.info("sketches in %s are made again: %s", self._path.name, error)
            return Shelf()

    def _write(self, shelf: Shelf) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with replacing(self._path) as file:
            np.savez(file, **_arrays_of(shelf))


def _arrays_in(file: BinaryIO) -> dict[str, Any]:
    """Return the arrays of a file as ``np.savez`` writes it, each read in one go.

    ``np.load`` reads them through the archive in small parts, which takes five times as long.
    """
    with zipfile.ZipFile(file) as archive:
        places = {info.filename: info.header_offset for info in archive.infolist()}
    found = {}
    for name, place in places.items():
        file.seek(place)
        header = file.read(30)  # the last two numbers are the lengths of what follows it
        following = [int.from_bytes(header[at : at + 2], "little") for at in (26, 28)]
        file.seek(sum(following), os.SEEK_CUR)
        # No pickle, which could run code of a foreign file.
        found[name.removesuffix(".npy")] = np.load(file, allow_pickle=False)
    return found


def _arrays_of(shelf: Shelf) -> dict[str, Any]:
    every = shelf.sketches
    return {
        "version": np.array([SKETCH_VERSION]),
        "ids": np.array(shelf.ids, "U64"),  # of a fixed width: objects would need pickles
        "passages": every.passages,
        "bit_rows": np.diff(every.bits_first),
        "lengths": np.diff(every.starts),
        "stems": every.stems,
        "bits": every.bits,
        "counts": every.counts.astype(np.int32),
    }


def _shelf_of(arrays: dict[str, Any]) -> Shelf:
    """Return the shelf of some arrays. Raises ValueError for those of another version."""
    if arrays["version"].tolist() != [SKETCH_VERSION]:
        raise ValueError("made by another version")
    starts, first, bits_first = (
        _from_lengths(arrays[name]) for name in ("lengths", "passages", "bit_rows")
    )
    # What the lengths add up to must be just what is there, or indexing would fail later on.
    ends = (len(starts) - 1, len(arrays["stems"]), len(arrays["bits"]), len(first), len(first))
    said = (first[-1], starts[-1], bits_first[-1], len(bits_first), len(arrays["ids"]) + 1)
    if ends != said:
        raise ValueError("cut short")
    if len(arrays["stems"]) and arrays["stems"].max() >= BUCKETS:
        raise ValueError("no numbers of words")
    counts = arrays.get("counts")  # missing in what was kept before there were any
    # Each word of each passage once; a damaged count would spoil every rank.
    wrong = counts is not None and (
        len(counts) != BUCKETS or counts.min() < 0 or counts.sum() != len(arrays["stems"])
    )
    if wrong:
        raise ValueError("counted otherwise")
    every = Sketches(arrays["stems"], starts, first, arrays["bits"], bits_first, counts)
    return Shelf(arrays["ids"].tolist(), every)


def _from_lengths(lengths: Ints) -> Ints:
    """Return where each of several parts begins, and where the last one ends."""
    starts = np.zeros(len(lengths) + 1, np.int64)
    np.cumsum(lengths, out=starts[1:])
    return starts
