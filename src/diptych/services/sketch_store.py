# SPDX-License-Identifier: MIT
"""The sketches of the library's articles, kept in one file of the cache."""

from __future__ import annotations

import logging
import zipfile
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

from diptych.atomic import replacing
from diptych.compare.companions import SKETCH_VERSION, Shelf, Sketch

log = logging.getLogger(__name__)


class SketchStore:
    """One file with all sketches; a missing or broken one is an empty shelf."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._stamp: tuple[int, int] | None = None
        self._shelf = Shelf()

    def shelf(self) -> Shelf:
        """Return the kept sketches, read again when another process has changed them."""
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
            with self._path.open("rb") as file, np.load(file, allow_pickle=False) as kept:
                return _shelf_of({name: kept[name] for name in kept.files})
        except FileNotFoundError:
            return Shelf()
        except (OSError, ValueError, KeyError, IndexError, EOFError, zipfile.BadZipFile) as error:
            log.info("sketches in %s are made again: %s", self._path.name, error)
            return Shelf()

    def _write(self, shelf: Shelf) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with replacing(self._path) as file:
            np.savez(file, **_arrays_of(shelf))


def _arrays_of(shelf: Shelf) -> dict[str, Any]:
    sketches = shelf.sketches
    none = np.zeros((0, 4), np.uint64)
    return {
        "version": np.array([SKETCH_VERSION]),
        "ids": np.array(shelf.ids, "U64"),
        "passages": np.array([len(one) for one in sketches], np.int64),
        "bit_rows": np.array([len(one.bits) for one in sketches], np.int64),
        "lengths": np.concatenate([np.zeros(0, np.int64), *(np.diff(s.starts) for s in sketches)]),
        "stems": np.concatenate([np.zeros(0, np.uint32), *(one.stems for one in sketches)]),
        "bits": np.concatenate([none, *(one.bits for one in sketches)]),
    }


def _shelf_of(arrays: dict[str, Any]) -> Shelf:
    """Return the shelf of some arrays. Raises ValueError for those of another version."""
    if arrays["version"].tolist() != [SKETCH_VERSION]:
        raise ValueError("made by another version")
    starts = np.concatenate([[0], np.cumsum(arrays["lengths"])]).astype(np.int64)
    passages_at = [0, *np.cumsum(arrays["passages"]).tolist()]
    bits_at = [0, *np.cumsum(arrays["bit_rows"]).tolist()]
    if passages_at[-1] != len(starts) - 1 or starts[-1] != len(arrays["stems"]):
        raise ValueError("cut short")
    sketches = []
    for (first, last), (bits_first, bits_last) in zip(
        pairwise(passages_at), pairwise(bits_at), strict=True
    ):
        own = starts[first : last + 1]
        stems = arrays["stems"][own[0] : own[-1]]
        sketches.append(Sketch(stems, own - own[0], arrays["bits"][bits_first:bits_last]))
    return Shelf(arrays["ids"].tolist(), sketches)
