# SPDX-License-Identifier: MIT
"""Keeps the meaning vectors of articles on disk, so that none is made twice.

numpy is loaded where vectors are: the window only asks which there are.
"""

from __future__ import annotations

import hashlib
import logging
import os
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from diptych.atomic import reason, replacing
from diptych.meaning.encoder import Encoder
from diptych.opened import is_no_file, listed
from diptych.patterns import late_pattern
from diptych.text.article import Article, Passage
from diptych.text.segment import passages
from diptych.text.vectors import Vectors
from diptych.translatable import Translatable

log = logging.getLogger(__name__)

# "- item" and "• item": the mark is no part of what is meant.
_BULLET = late_pattern(r"^[-–—•*·]\s+")
_BATCH = 32  # sentences at a time; about a second for the slowest encoder


class VectorStore:
    """Vectors by article, passages and encoder, as half-precision files in one folder.

    A file that cannot be read is made again. Every file may be deleted at any
    time; it costs only the time to make it. ``trouble`` is a sentence when
    vectors could not be kept, empty otherwise.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.trouble = ""
        self._under_way: dict[tuple[str, str], UnderWay] = {}

    def load(self, article: Article, encoder: Encoder) -> Vectors | None:
        """Return the kept vectors of the article's passages, None if there are none."""
        count = len(encoded_texts(article))
        return self._load(self._path(article, encoder), encoder, count)

    def make(self, article: Article, encoder: Encoder) -> Vectors:
        """Return the vectors of the article's passages, making and keeping them if need be."""
        kept = self.load(article, encoder)
        if kept is not None:
            return kept
        under_way = UnderWay(article, encoder)
        while not under_way.is_done:
            under_way.go_on()
        self._keep(under_way)
        return under_way.vectors()

    def make_part(self, article: Article, encoder: Encoder) -> tuple[int, int]:
        """Encode the next few sentences and return how many of how many are done.

        What is begun stays in memory until it is done and kept, so that other
        articles can be taken in between.
        """
        key = article.content_hash, encoder.name
        if key not in self._under_way and self.load(article, encoder) is not None:
            return 1, 1
        under_way = self._under_way.setdefault(key, UnderWay(article, encoder))
        if not under_way.is_done:
            under_way.go_on()
        if under_way.is_done:
            del self._under_way[key]
            self._keep(under_way)
        return under_way.done, under_way.total

    def made(self) -> frozenset[tuple[str, str]]:
        """Return of which articles vectors by which encoders are kept, as ids and names."""
        try:
            # Names alone: to make ten thousand paths would take ten times as long.
            names = [entry.name for entry in os.scandir(self._folder)]
        except OSError:
            return frozenset()
        each = (name.removesuffix(".npy").split("-", 2) for name in names if name.endswith(".npy"))
        return frozenset((parts[0], parts[2]) for parts in each if len(parts) == 3)

    def forget_all_but(self, ids: Iterable[str]) -> int:
        """Delete the vectors of articles that are gone; return how many files that were."""
        known = set(ids)
        gone = [p for p in listed(self._folder, "*.npy") if p.name.split("-", 1)[0] not in known]
        for path in gone:
            path.unlink(missing_ok=True)
        return len(gone)

    def _path(self, article: Article, encoder: Encoder) -> Path:
        # The digest of the texts guards against a segmenter that cuts otherwise.
        texts = "\0".join(encoded_texts(article))
        cut = hashlib.sha256(texts.encode("utf-8", "surrogatepass")).hexdigest()
        return self._folder / f"{article.id}-{cut[:16]}-{encoder.name}.npy"

    def _load(self, path: Path, encoder: Encoder, count: int) -> Vectors | None:
        if is_no_file(path):  # a pipe would be waited for
            return None
        import numpy as np

        try:
            # Maps the file: a false header then asks for no memory, but is refused.
            rows = np.lib.format.open_memmap(path, mode="r")
        except FileNotFoundError:
            return None
        except (OSError, ValueError, EOFError) as error:
            log.info("vectors in %s are made again: %s", path.name, error)
            return None
        if rows.dtype != np.float16 or rows.shape != (count, encoder.dimensions):
            return None  # as an older Diptych kept them, or another encoder of this name
        if not np.isfinite(rows).all():
            return None
        return Vectors(encoder.name, rows.astype(np.float32))

    def _keep(self, done: UnderWay) -> None:
        try:
            self._write(done)
        except OSError as error:
            self.trouble = Translatable(
                "Meaning vectors cannot be kept in {folder}, so they are made anew each time: "
                "{reason}.",
                folder=self._folder,
                reason=reason(error),
            )

    def _write(self, done: UnderWay) -> None:
        """Keep the vectors in place of those of another text of the article."""
        import numpy as np

        path = self._path(done.article, done.encoder)
        # Of another text of the article; they go once the new ones stand there.
        outdated = set(self._folder.glob(f"{done.article.id}-*-{done.encoder.name}.npy"))
        vectors = done.vectors()
        self._folder.mkdir(parents=True, exist_ok=True)
        with replacing(path) as file:
            # Half precision, .0005 off at most, takes half the room.
            np.save(file, vectors.alone.astype(np.float16))
        for old in outdated - {path}:
            old.unlink(missing_ok=True)


class UnderWay:
    """The vectors of one article while they are made, a few sentences at a time."""

    def __init__(self, article: Article, encoder: Encoder) -> None:
        import numpy as np

        self.article = article
        self.encoder = encoder
        self._passages = encoded_texts(article)
        self._texts = list(dict.fromkeys(self._passages))  # what is repeated is encoded once
        self._parts = [np.zeros((0, encoder.dimensions), np.float32)]
        self.done = 0

    @property
    def total(self) -> int:
        """How many different passages there are."""
        return len(self._texts)

    @property
    def is_done(self) -> bool:
        """Tell whether every text has its vector."""
        return self.done >= self.total

    def go_on(self) -> None:
        """Encode the next few texts."""
        some = self._texts[self.done : self.done + _BATCH]
        self._parts.append(self.encoder.encode(some))
        self.done += len(some)

    def vectors(self) -> Vectors:
        """Return the vectors of the passages in order, the same as when read back."""
        import numpy as np

        place = {text: at for at, text in enumerate(self._texts)}
        # Rounded as they are kept, so that a pair compares alike the next time.
        rows = np.concatenate(self._parts).astype(np.float16).astype(np.float32)
        return Vectors(self.encoder.name, rows[[place[text] for text in self._passages]])


@lru_cache(maxsize=8)
def encoded_texts(article: Article) -> tuple[str, ...]:
    """Return what is encoded of each passage.

    It stands on one line, markup blanked. A list item follows the line that
    introduces it: "The town asks for: quiet nights".
    """
    text = article.reading_text()
    found = passages(article)
    return tuple(_encoded(passage, text) for passage in found)


def _encoded(passage: Passage, text: str) -> str:
    plain = _on_one_line(passage.span.of(text))
    if passage.lead_in is None:
        return plain
    return f"{_on_one_line(passage.lead_in.of(text))} {_BULLET.sub('', plain)}"


def _on_one_line(text: str) -> str:
    return " ".join(text.split())
