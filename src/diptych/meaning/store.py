# SPDX-License-Identifier: MIT
"""Keeps the meaning vectors of articles on disk, so that none is made twice."""

from __future__ import annotations

import hashlib
import logging
import os
import tempfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import numpy as np

from diptych.meaning.encoder import Encoder
from diptych.text.article import Article
from diptych.text.segment import passages
from diptych.text.vectors import Vectors

log = logging.getLogger(__name__)

_BATCH = 64  # passages between two reports of progress

Progress = Callable[[int, int], None]


class VectorStore:
    """Vectors by article, passages and encoder, as half-precision files in one folder.

    A file that cannot be read is made again. Every file may be deleted at any
    time; it costs only the time to make it. ``trouble`` is a sentence when
    vectors could not be kept, empty otherwise.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.trouble = ""

    def load(self, article: Article, encoder: Encoder) -> Vectors | None:
        """Return the kept vectors of the article's passages, None if there are none."""
        sentences = passage_texts(article)
        return self._load(self._path(article, encoder, sentences), encoder, len(sentences))

    def make(
        self, article: Article, encoder: Encoder, *, progress: Progress | None = None
    ) -> Vectors:
        """Return the vectors of the article's passages, making and keeping them if need be.

        ``progress`` is told how much of how much is done; it may raise to stop.
        """
        sentences = passage_texts(article)
        path = self._path(article, encoder, sentences)
        kept = self._load(path, encoder, len(sentences))
        if kept is not None:
            return kept
        vectors = make_vectors(sentences, encoder, progress=progress)
        try:
            self._keep(path, vectors)
        except OSError as error:
            self.trouble = (
                f"Meaning vectors cannot be kept in {self._folder} ({error.strerror}), so they "
                "are made anew each time; free some space there or allow writing to it."
            )
        return vectors

    def forget_all_but(self, content_hashes: Iterable[str]) -> int:
        """Delete the vectors of articles that are gone; return how many files that were."""
        known = {content_hash[:16] for content_hash in content_hashes}
        gone = [p for p in self._folder.glob("*.npy") if p.name.split("-", 1)[0] not in known]
        for path in gone:
            path.unlink(missing_ok=True)
        return len(gone)

    def _path(self, article: Article, encoder: Encoder, sentences: Sequence[str]) -> Path:
        # The digest of the passages guards against a segmenter that cuts otherwise.
        cut = hashlib.sha256("\0".join(sentences).encode("utf-8", "surrogatepass")).hexdigest()
        return self._folder / f"{article.content_hash[:16]}-{cut[:16]}-{encoder.name}.npy"

    def _load(self, path: Path, encoder: Encoder, count: int) -> Vectors | None:
        try:
            # Maps the file: a false header then asks for no memory, but is refused.
            both = np.lib.format.open_memmap(path, mode="r")
        except FileNotFoundError:
            return None
        except (OSError, ValueError, EOFError) as error:
            log.info("vectors in %s are made again: %s", path.name, error)
            return None
        if both.dtype != np.float16 or both.shape != (2, count, encoder.dimensions):
            return None
        if not np.isfinite(both).all():
            return None
        return Vectors(encoder.name, both[0].astype(np.float32), both[1].astype(np.float32))

    def _keep(self, path: Path, vectors: Vectors) -> None:
        """Write beside and move into place, so that no half file is ever read."""
        self._folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=self._folder, suffix=".part")
        try:
            with os.fdopen(handle, "wb") as file:
                np.save(file, np.stack([vectors.alone, vectors.around]).astype(np.float16))
            Path(name).replace(path)
        finally:
            Path(name).unlink(missing_ok=True)


def make_vectors(
    sentences: Sequence[str], encoder: Encoder, *, progress: Progress | None = None
) -> Vectors:
    """Return the vectors of passages in order, telling ``progress`` how far it is."""
    around = [" ".join(sentences[max(0, at - 1) : at + 2]) for at in range(len(sentences))]
    todo = list(dict.fromkeys((*sentences, *around)))  # what is repeated is encoded once
    parts = [np.zeros((0, encoder.dimensions), np.float32)]
    for first in range(0, len(todo), _BATCH):
        if progress is not None:
            progress(first, len(todo))
        parts.append(encoder.encode(todo[first : first + _BATCH]))
    place = {text: at for at, text in enumerate(todo)}
    rows = np.concatenate(parts)[[place[text] for text in (*sentences, *around)]]
    rounded = rows.astype(np.float16).astype(np.float32)  # the same as when read back
    return Vectors(encoder.name, rounded[: len(sentences)], rounded[len(sentences) :])


def passage_texts(article: Article) -> tuple[str, ...]:
    """Return the text of each passage on one line, markup and line breaks blanked."""
    text = article.reading_text()
    return tuple(" ".join(p.span.of(text).split()) for p in passages(article))
