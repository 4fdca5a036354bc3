# SPDX-License-Identifier: MIT
"""The library's words on disk: added to, searched and mended while it is in use.

Whoosh keeps the list of segments, the lock and the commits; what a segment
holds and how it is asked is Diptych's own (see docs/decisions). The folder is
a cache: whatever is wrong with it, it can be made anew from the articles.
"""

from __future__ import annotations

import logging
import pickle
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any, ClassVar, cast

import numpy as np

from diptych.errors import SearchError
from diptych.search.answers import (
    Facets,
    Found,
    Order,
    Ranked,
    completions,
    facets,
    page_of_answers,
)
from diptych.search.codec import PLACE_BYTES, ArticleCodec, mapped, sync, written
from diptych.search.evaluate import Library
from diptych.search.expression import Node
from diptych.search.folder import empty, explained, has_format, make_private, write_format
from diptych.search.indexed import Field, IndexedArticle, StoredArticle
from diptych.search.inverter import Inverter
from diptych.search.left_out import left_out
from diptych.search.merge import Merged, merged, worth_merging
from diptych.search.segment import BrokenSegmentError, Segment, from_bytes, is_sound
from diptych.search.spelling import suggest, terms_of_close_forms
from diptych.text.stems import STEMMER_KIND
from diptych.text.terms import ANALYSIS_VERSION

# Whoosh takes it in for a function it never calls: a tenth of the first search, and
# all of Python's network code in a program that has none.
with left_out("urllib.request", "urlretrieve"):
    from whoosh import fields, formats
    from whoosh.codec.whoosh3 import W3Segment
    from whoosh.filedb.filestore import FileStorage
    from whoosh.filedb.structfile import StructFile
    from whoosh.index import EmptyIndexError, FileIndex, LockError
    from whoosh.matching import ListMatcher
    from whoosh.writing import SegmentWriter

__all__ = ["Found", "Index", "IndexedArticle", "Order", "Ranked", "StoredArticle"]

log = logging.getLogger(__name__)

_WORDS_A_COMMIT = 1_500_000
_LOCK_PATIENCE_S = 5.0
_BESIDE = "merging.tmp"  # a name that no cleaning up by Whoosh takes for a segment's


@dataclass(frozen=True, slots=True)
class _Snapshot:
    generation: int
    library: Library
    by_segment: dict[str, Segment]
    deleted: dict[str, frozenset[int]]


class Index:
    """The index in one folder; any thread may search while another adds."""

    articles_a_commit: ClassVar[int] = 800
    format_version: ClassVar[str] = f"3.{ANALYSIS_VERSION}.{STEMMER_KIND}"

    def __init__(self, folder: Path, whoosh_index: FileIndex, needs_rebuild: bool) -> None:
        self._folder = folder
        self._whoosh = whoosh_index
        self._needs_rebuild = needs_rebuild
        self._snapshot: _Snapshot | None = None
        self._refreshing = threading.Lock()
        self._writing = threading.Lock()

    @classmethod
    def open(cls, folder: Path) -> Index:
        """Open the index in ``folder``, making it when there is none.

        One that is broken or of another version is emptied, and
        ``needs_rebuild`` says so. Raises SearchError when the folder cannot be
        used at all.
        """
        with explained(folder):
            make_private(folder)
            found = any(folder.iterdir())
            if found and has_format(folder, cls.format_version):
                try:
                    index = cls(folder, FileIndex(_Storage(str(folder)), _schema()), False)
                    index._current()
                    return index
                except Exception as error:
                    log.info("index in %s starts anew: %s", folder, error)
            return cls(folder, _created(folder), found)

    @property
    def needs_rebuild(self) -> bool:
        """Tell whether articles are missing that were there before."""
        return self._needs_rebuild

    def start_anew(self) -> None:
        """Empty the index; the caller then adds every article of the library."""
        with self._writing, self._guarded():
            make_private(self._folder)
            self._whoosh = _created(self._folder)
            self._snapshot = None
            self._needs_rebuild = True

    def mark_rebuilt(self) -> None:
        """Say that every article of the library has been added again."""
        self._needs_rebuild = False

    def add(self, articles: Iterable[IndexedArticle]) -> int:
        """Add articles, replacing those with the same id; return how many.

        A large number is committed in parts: what was committed can be found
        at once, and stays when the rest is interrupted.
        """
        added = 0
        for batch in _batches(articles):
            inverter = Inverter()
            for article in batch.values():
                inverter.add(article)
            self._commit(inverter.segment(), batch)
            added += len(batch)
        return added

    def untidy(self) -> int:
        """Return how many articles ``tidy`` would write again; 0 when it has nothing to do."""
        with self._reading():
            snapshot = self._current()
            return sum(len(snapshot.by_segment[id_]) for id_ in _untidy(snapshot))

    def tidy(self) -> bool:
        """Merge some segments; return whether more are worth merging.

        For idle moments: others search, add and remove meanwhile. What is
        merged is written beside the index and takes the place of its parts in
        one short commit, with the articles gone that were removed meanwhile.
        """
        with self._guarded():
            lock = self._whoosh.lock("MERGELOCK")
            if not lock.acquire():
                return False  # another process is at it
            beside = self._folder / _BESIDE
            try:
                with self._reading():
                    snapshot = self._current()
                    ids = _untidy(snapshot)
                    if not ids:
                        return False
                    new = merged(
                        [snapshot.by_segment[id_] for id_ in ids],
                        [snapshot.deleted[id_] for id_ in ids],
                    )
                written(beside, new.segment)
                self._replace(ids, new, beside)
                return self.untidy() > 0
            finally:
                beside.unlink(missing_ok=True)
                lock.release()

    def remove(self, ids: Iterable[str]) -> None:
        """Remove articles; those that are not there do no harm."""
        wanted = set(ids)
        if wanted:
            self._commit(None, wanted)

    def search(
        self,
        root: Node | None,
        *,
        limit: int = 20,
        offset: int = 0,
        order: Order = Order.RELEVANCE,
    ) -> Found:
        """Return the articles that answer ``root``, best first, and their number."""
        with self._reading() as library:
            return page_of_answers(library, root, limit=limit, offset=offset, order=order)

    def facets(self, root: Node | None) -> Facets:
        """Count all answers by source, year, language and tag."""
        with self._reading() as library:
            return facets(library, root)

    def complete(self, prefix: str, count: int = 8) -> tuple[str, ...]:
        """Return the most frequent words that begin with ``prefix``."""
        with self._reading() as library:
            return completions(library.segments, prefix, count)

    def terms_close_to(self, word: str, distance: int) -> tuple[str, ...]:
        """Return the terms of the words spelt with at most so many changes."""
        with self._reading() as library:
            return terms_of_close_forms(library.segments, word, distance)

    def suggestion(self, word: str) -> str:
        """Return a frequent word spelt almost like ``word``, or nothing."""
        with self._reading() as library:
            return suggest(library.segments, word)

    def languages(self) -> tuple[str, ...]:
        """Return the languages of the articles; the empty one stands for unknown."""
        with self._reading() as library:
            return ("", *sorted(library.named(Field.LANGUAGE, library.alive)))

    def ids(self) -> frozenset[str]:
        """Return the ids of all articles that can be found."""
        with self._reading() as library:
            return frozenset(library.named(Field.ID, library.alive))

    def articles(self) -> dict[str, StoredArticle]:
        """Return what the index knows of every article that can be found, by id."""
        with self._reading() as library:
            every = (library.article(int(number)) for number in np.flatnonzero(library.alive))
            return {article.id: article for article in every}

    def count(self) -> int:
        """Return how many articles can be found."""
        with self._reading() as library:
            return int(library.alive.sum())

    def is_sound(self) -> bool:
        """Compare every file with its checksums; for idle moments."""
        with self._reading():
            return all(self._is_sound(listed) for listed in self._whoosh._segments())

    def close(self) -> None:
        """Let go of the files."""
        self._snapshot = None

    def _commit(self, new: Segment | None, replaced: Iterable[str]) -> None:
        with self._committing() as writer:
            snapshot = self._current()
            for listed in writer.segments:
                segment = snapshot.by_segment[listed.segment_id()]
                for number in _numbers_of(segment, replaced):
                    listed.delete_document(number)
            writer.commit_segment(new, writer.segments)

    def _replace(self, ids: Sequence[str], new: Merged, beside: Path) -> None:
        """Put a merged segment in the place of its parts, unless they are gone by now."""
        with self._committing() as writer:
            parts = {listed.segment_id(): listed for listed in writer.segments}
            if not parts.keys() >= set(ids):
                writer.cancel()
                return
            gone = [number for i, id_ in enumerate(ids) for number in new.numbers_of(i, parts[id_])]
            kept = [listed for listed in writer.segments if listed.segment_id() not in ids]
            writer.commit_segment(new.segment, kept, file=beside, gone=gone)

    @contextmanager
    def _committing(self) -> Iterator[_Writer]:
        """Give a writer with the lock held; cancel what it did when something goes wrong."""
        with self._writing, self._guarded():
            writer = _Writer(self._whoosh, _LOCK_PATIENCE_S)
            try:
                yield writer
            except BaseException:
                if not writer.is_closed:
                    _give_up(writer)
                raise

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        """Turn what disks and locks do into sentences."""
        with explained(self._folder):
            try:
                yield
            except LockError as error:
                raise SearchError(
                    "Another Diptych is writing the search index; try again in a moment."
                ) from error

    @contextmanager
    def _reading(self) -> Iterator[Library]:
        """Give the newest commit; turn what a damaged file does into SearchError."""
        with self._guarded():
            try:
                yield self._current().library
            except (EmptyIndexError, FileNotFoundError, BrokenSegmentError) as error:
                self._needs_rebuild = True
                raise SearchError(
                    "The search index is damaged or gone; it has to be made anew."
                ) from error
            except (IndexError, ValueError, UnicodeDecodeError, MemoryError) as error:
                if self._has_sound_files():
                    raise
                self._needs_rebuild = True
                raise SearchError("The search index is damaged; it has to be made anew.") from error

    def _current(self) -> _Snapshot:
        """Return the newest commit, also when another process made it."""
        generation = self._whoosh.latest_generation()
        snapshot = self._snapshot
        if snapshot is not None and snapshot.generation == generation:
            return snapshot
        with self._refreshing:
            for attempt in range(10):
                try:
                    self._snapshot = self._opened(self._snapshot)
                    return self._snapshot
                except FileNotFoundError:
                    # A writer replaced the files between listing and opening them.
                    if attempt == 9 or self._whoosh.latest_generation() < 0:
                        raise
        raise AssertionError("unreachable")

    def _opened(self, before: _Snapshot | None) -> _Snapshot:
        toc = self._whoosh._read_toc()
        opened = before.by_segment if before else {}
        by_segment = {
            listed.segment_id(): opened.get(listed.segment_id())
            or from_bytes(mapped(self._folder, listed))
            for listed in toc.segments
        }
        deleted = {listed.segment_id(): frozenset(listed.deleted_docs()) for listed in toc.segments}
        library = Library(list(by_segment.values()), list(deleted.values()))
        return _Snapshot(toc.generation, library, by_segment, deleted)

    def _is_sound(self, listed: ArticleSegment) -> bool:
        return is_sound(mapped(self._folder, listed))

    def _has_sound_files(self) -> bool:
        try:
            return all(self._is_sound(listed) for listed in self._whoosh._segments())
        except Exception:
            return False


def _created(folder: Path) -> FileIndex:
    empty(folder)
    index = _Storage(str(folder)).create_index(_schema())
    write_format(folder, Index.format_version)
    return index


def _batches(articles: Iterable[IndexedArticle]) -> Iterator[dict[str, IndexedArticle]]:
    """Group articles by id, the last of an id winning, into parts that fit in memory."""
    batch: dict[str, IndexedArticle] = {}
    letters = 0
    for article in articles:
        batch[article.id] = article
        letters += len(article.body)
        if len(batch) >= Index.articles_a_commit or letters >= 6 * _WORDS_A_COMMIT:
            yield batch
            batch, letters = {}, 0
    if batch:
        yield batch


def _numbers_of(segment: Segment, ids: Iterable[str]) -> Iterator[int]:
    for id_ in ids:
        term = segment.term((Field.ID + id_).encode("utf-8", "replace"))
        if term is not None:
            yield from segment.articles(term).tolist()


def _untidy(snapshot: _Snapshot) -> list[str]:
    """Return the ids of the segments that are worth merging."""
    ids = list(snapshot.by_segment)
    sizes = [
        (len(segment) - len(snapshot.deleted[id_]), len(segment))
        for id_, segment in snapshot.by_segment.items()
    ]
    return [ids[i] for i in sorted(worth_merging(sizes))]


def _give_up(writer: _Writer) -> None:
    """Free the lock after a failed commit; leftover files go at the next one."""
    try:
        writer.cancel()
    except OSError:
        if writer.writelock:
            writer.writelock.release()


class _Places(formats.Positions):  # type: ignore[misc]  # Whoosh has no types
    """Positions as four bytes each."""

    def decode_positions(self, value: bytes) -> list[int]:
        return cast("list[int]", np.frombuffer(value, PLACE_BYTES).tolist())

    def decode_frequency(self, value: bytes) -> int:
        return len(value) // 4


def _schema() -> fields.Schema:
    """Return the fields as Whoosh's own readers and queries see them."""
    words = [fields.TEXT(phrase=True), fields.TEXT(phrase=True)]
    for field in words:
        field.format = _Places()
    return fields.Schema(id=fields.ID(unique=True, stored=True), title=words[0], body=words[1])


class ArticleSegment(W3Segment):  # type: ignore[misc]
    """A segment as the table of contents lists it."""

    def __init__(
        self, name: str, segment_id: str | None = None, count: int = 0, deleted: Iterable[int] = ()
    ) -> None:
        super().__init__(None, name, count, segment_id, set(deleted) or None)

    def __reduce__(self) -> tuple[object, ...]:
        gone = tuple(sorted(self.deleted_docs()))
        return ArticleSegment, (self.indexname, self.segid, self._doccount, gone)

    def codec(self, **_: object) -> ArticleCodec:
        return _CODEC

    def should_assemble(self) -> bool:
        return False


class _Storage(FileStorage):  # type: ignore[misc]
    """A folder whose files reach the disk before the list that names them does."""

    def open_file(self, name: str, **_: object) -> StructFile:
        return _ListFile(BytesIO(Path(self._fpath(name)).read_bytes()), name=name)

    def rename_file(self, oldname: str, newname: str, safe: bool = False) -> None:
        sync(Path(self._fpath(oldname)))
        super().rename_file(oldname, newname, safe)
        sync(Path(self.folder))


class _ListFile(StructFile):  # type: ignore[misc]
    """Reads the one pickle Whoosh insists on, the list of segments, and no code."""

    def read_pickle(self) -> Any:
        return _OnlySegments(self.file).load()


class _OnlySegments(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        if (module, name) == (ArticleSegment.__module__, ArticleSegment.__name__):
            return ArticleSegment
        raise pickle.UnpicklingError(f"the list of segments names {module}.{name}")


class _Writer(SegmentWriter):  # type: ignore[misc]
    """A Whoosh writer whose new segment comes ready-made."""

    def __init__(self, index: Any, timeout: float) -> None:
        super().__init__(index, codec=_CODEC, compound=False, timeout=timeout)
        self.pool = _Ready()

    def commit_segment(
        self,
        new: Segment | None,
        kept: Sequence[ArticleSegment],
        *,
        file: Path | None = None,
        gone: Iterable[int] = (),
    ) -> None:
        """Commit the segments in ``kept`` and a new one, which may be in a file already."""
        if new is not None and len(new):
            self.pool.ready = file or new
            self.docnum = len(new)
            self._added = True
            for number in gone:
                self.newsegment.delete_document(number)
        self.commit(mergetype=lambda _writer, _segments: list(kept))


class _Ready:
    """Stands where Whoosh keeps its pool of postings."""

    def __init__(self) -> None:
        self.ready: Segment | Path | None = None

    def iter_postings(self) -> Segment | Path | None:
        return self.ready

    def cleanup(self) -> None:
        self.ready = None


_CODEC = ArticleCodec(ArticleSegment, ListMatcher)
