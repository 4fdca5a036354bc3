# SPDX-License-Identifier: MIT
"""The sketches of the library's articles, kept in one file of the cache.

Library, meaning and compare do not know one another; here the sketches are
brought level with the library and asked which articles go together.
"""

from __future__ import annotations

import logging
import zipfile
from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from diptych.atomic import replacing
from diptych.compare.companions import SKETCH_VERSION, Companion, Shelf, Sketch, sketch
from diptych.errors import ArticleError, EncoderError, LibraryError
from diptych.paths import Profile
from diptych.services.indexing import is_much
from diptych.text.article import Article, Span
from diptych.text.segment import passages

if TYPE_CHECKING:
    from diptych.services.stores import Stores

log = logging.getLogger(__name__)

FEW = 40  # articles sketched while somebody waits for the answer
_KEPT_AT_ONCE = 1_000  # articles; what an interruption may cost
_AT_A_TIME = 300  # articles; a few seconds, after which others have their turn


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


@dataclass(frozen=True, slots=True)
class ReadWith:
    """An article to read with another, and the passage of that one it speaks of most."""

    companion: Companion
    share: float  # of the passages of the article asked for, 0 to 1
    sample: Span


def read_with(stores: Stores, article: Article, *, limit: int) -> tuple[ReadWith, ...]:
    """Return the library's articles that share passages with an article, most first.

    A few articles without a sketch are sketched first; many are left out until
    ``level_sketches`` has come to them.
    """
    shelf = level_sketches(stores, most=FEW)
    wanted = shelf.of(article.id) or _sketched(stores, article, _encoded(stores))
    found = shelf.companions(wanted, limit=limit, without=article.id)
    spans = [passage.span for passage in passages(article)]
    return tuple(ReadWith(c, c.shared / max(1, len(spans)), spans[c.passage]) for c in found)


def shared_passages(stores: Stores, articles: Sequence[Article]) -> dict[tuple[str, str], int]:
    """Return by ids how many passages each two of some articles share."""
    shelf = stores.sketches.shelf()
    each = {article.id: article for article in articles}
    encoded = _encoded(stores)
    made = {
        id_: _sketched(stores, article, encoded)
        for id_, article in each.items()
        if _lacks(shelf, id_, encoded)
    }
    shelf = shelf.with_changes(set(), made)
    ids = [id_ for id_ in each if shelf.of(id_) is not None]
    counts: dict[tuple[str, str], int] = {}
    for at, id_ in enumerate(ids):
        counts |= _shared_with(shelf, id_, ids[at + 1 :])
    return counts


def make_quick_vectors(stores: Stores, article: Article) -> None:
    """Have the meaning of an article sketched too, where the encoder for that is installed."""
    from diptych.meaning.choice import encoders_for
    from diptych.meaning.universal import UniversalEncoder

    for encoder in encoders_for((article.language,), words=article.words):
        if encoder.name == UniversalEncoder.name:
            with suppress(EncoderError):  # the words alone serve as well
                stores.vectors.make(article, encoder)


def shared_with(stores: Stores, one: str, others: Sequence[str]) -> dict[tuple[str, str], int]:
    """Return how many passages an article shares with each of some others, all sketched."""
    return _shared_with(stores.sketches.shelf(), one, others)


def _shared_with(shelf: Shelf, one: str, others: Sequence[str]) -> dict[tuple[str, str], int]:
    first = shelf.of(one)
    known = [(other, found) for other in others if (found := shelf.of(other)) is not None]
    if first is None:
        return {}
    counts = shelf.shared(first, [found for _, found in known])
    return {(one, other): count for (other, _), count in zip(known, counts, strict=True)}


def level_sketches(
    stores: Stores, *, most: int | None = None, only: Collection[str] | None = None
) -> Shelf:
    """Bring the sketches level with the library and its vectors, and return them.

    When more than ``most`` articles or long ones lack a sketch, nothing is sketched;
    with ``only`` no other articles are looked at. What many take is kept in between.
    """
    missing = lacking(stores)
    wanted = missing if only is None else [id_ for id_ in missing if id_ in only]
    if most is not None and is_much(stores, wanted, few=most):
        wanted = []
    shelf = _take_off_gone(stores)
    for first in range(0, len(wanted), _KEPT_AT_ONCE):
        new = _sketches(stores, wanted[first : first + _KEPT_AT_ONCE])
        shelf = shelf.with_changes(set(), new)
        stores.sketches.keep(shelf)
    return shelf


def lacking(stores: Stores) -> list[str]:
    """Return the articles of the library without a sketch, or without one of their meaning."""
    shelf, encoded = stores.sketches.shelf(), _encoded(stores)
    here = sorted(entry.id for entry in stores.catalogue.entries())
    return [id_ for id_ in here if _lacks(shelf, id_, encoded)]


def level_some(profile: Profile) -> bool:
    """Sketch some of the articles that lack it, in a process of its own; tell if more do."""
    from diptych.services.stores import Stores

    stores = Stores(profile)
    try:
        before = lacking(stores)
        level_sketches(stores, only=before[:_AT_A_TIME])
        return 0 < len(lacking(stores)) < len(before)
    finally:
        stores.close()


def _take_off_gone(stores: Stores) -> Shelf:
    shelf = stores.sketches.shelf()
    gone = set(shelf.ids) - {entry.id for entry in stores.catalogue.entries()}
    if gone:
        shelf = shelf.with_changes(gone, {})
        stores.sketches.keep(shelf)
    return shelf


def _sketches(stores: Stores, ids: Sequence[str]) -> dict[str, Sketch]:
    found: dict[str, Sketch] = {}
    encoded = _encoded(stores)
    for id_ in ids:
        try:
            found[id_] = _sketched(stores, stores.catalogue.article(id_), encoded)
        except (ArticleError, LibraryError) as error:
            log.info("%s is not sketched: %s", id_, error)
    return found


def _encoded(stores: Stores) -> set[str]:
    from diptych.meaning.universal import UniversalEncoder

    return {id_ for id_, encoder in stores.vectors.made() if encoder == UniversalEncoder.name}


def _lacks(shelf: Shelf, id_: str, encoded: set[str]) -> bool:
    """Tell whether an article has no sketch, or none of its meaning though there are vectors."""
    one = shelf.of(id_)
    return one is None or (id_ in encoded and len(one) > 0 and not one.by_meaning)


def _sketched(stores: Stores, article: Article, encoded: Collection[str]) -> Sketch:
    from diptych.meaning.universal import UniversalEncoder

    if article.id not in encoded:
        return sketch(article, None)
    return sketch(article, stores.vectors.load(article, UniversalEncoder()))


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
