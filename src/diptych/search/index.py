# SPDX-License-Identifier: MIT
"""The index of a library: kept by Whoosh while it is small, by tantivy once it has grown.

Both folders are a cache: whatever is wrong with them, they can be made anew from
the articles. The index moves by being built beside and renamed, so that another
process, or one that is killed, sees the old one or the new one.
"""

from __future__ import annotations

import importlib.util
import json
import logging
import os
import shutil
import sys
import time
import uuid
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

from diptych.errors import SearchError
from diptych.opened import is_device
from diptych.search.engine import DamagedIndexError, Engine, explained
from diptych.search.indexed import IndexedArticle

log = logging.getLogger(__name__)

GROWN_FROM = 300
"""Articles from which a keystroke is felt with Whoosh; see docs/decisions/search-engines.md."""

_FORMAT_FILE = "format.json"
_LEFT_BEHIND_S = 3_600  # a folder that is moved into takes seconds


class LibraryIndex:
    """The engine in use by now, and when and how another takes its place."""

    def __init__(self, folder: Path, *, grown_from: int | None = None) -> None:
        self._folder = folder
        self._grown_folder = folder.with_name(f"{folder.name}-large")
        self._grown_from = GROWN_FROM if grown_from is None else grown_from
        self._engine: Engine | None = None
        self._needs_rebuild = False

    @property
    def engine(self) -> Engine:
        """The engine to ask, opened or made when there is none.

        One that is broken or of another version is emptied, and ``needs_rebuild``
        says so. Raises SearchError when the folder cannot be used at all.
        """
        if self._engine is None or self._has_moved_meanwhile():
            self.close()
            self._engine = self._opened()
        return self._engine

    @property
    def needs_rebuild(self) -> bool:
        """Tell whether articles are missing that were there before."""
        return self._needs_rebuild

    def opened_anew(self) -> bool:
        """Open the index and tell whether that emptied it."""
        _ = self.engine
        return self._needs_rebuild

    def mark_rebuilt(self) -> None:
        """Say that every article of the library has been added again."""
        self._needs_rebuild = False

    def start_anew(self) -> None:
        """Empty the index; the caller then adds every article of the library."""
        self.close()
        with explained(self._folder):
            _remove(self._grown_folder)
            self._engine = _created(self._folder, _small())
        self._needs_rebuild = True

    def is_outgrown_by(self, articles: int) -> bool:
        """Tell whether a library of this size wants another engine than the one in use."""
        return articles >= self._grown_from and has_tantivy() and self.engine.name == "whoosh"

    def move(self, articles: Callable[[Collection[str]], Iterable[IndexedArticle]]) -> None:
        """Have tantivy keep what can be found by now, then use it.

        ``articles`` gives those of some ids. Searches go on in the old index
        meanwhile. Whatever ends this early, the next call begins anew.
        """
        before = self.engine
        # Filled while searches go on; two windows may do it at once, each in a folder
        # of its own.
        with self._made_beside(_large()) as (beside, grown):
            ids = before.ids()
            grown.add(articles(ids))
            grown.remove(ids - before.ids())  # what left the library meanwhile
            # Windows renames no folder whose files are open.
            grown.close()
            self._take(beside)

    def rebuild(
        self,
        ids: Sequence[str],
        articles: Callable[[Collection[str]], Iterable[IndexedArticle]],
    ) -> None:
        """Make the index anew from these articles; until it is whole the old one is asked.

        Whatever ends this early, a full disk too, leaves the old index as it was.
        """
        grown = len(ids) >= self._grown_from and has_tantivy()
        with self._made_beside(_large() if grown else _small()) as (beside, made):
            for first in range(0, len(ids), made.articles_a_commit):
                made.add(articles(ids[first : first + made.articles_a_commit]))
            made.close()
            self.close()
            self._replace(beside, self._grown_folder if grown else self._folder)
            if not grown:
                _remove(self._grown_folder)
        self._needs_rebuild = False

    def tidy(self) -> bool:
        """Tidy the engine's files a step and what a move left; return whether to go on."""
        engine = self.engine
        if engine.name == "tantivy":
            # The small index has nothing left to do; removed when idle, for others may still
            # read it.
            _remove(self._folder)
        for left in self._folder.parent.glob(f"{self._folder.name}-moving-*"):
            # Left by a process that was killed; a younger one may be being filled.
            if time.time() - left.stat().st_mtime > _LEFT_BEHIND_S:
                _remove(left)
        return engine.tidy()

    def close(self) -> None:
        """Let go of the files."""
        if self._engine is not None:
            self._engine.close()
        self._engine = None

    def _beside(self) -> Path:
        """Return a folder of nobody else's; on the same disk, so that renaming is one step."""
        return self._folder.with_name(f"{self._folder.name}-moving-{uuid.uuid4().hex}")

    @contextmanager
    def _made_beside(self, engine: type[Engine]) -> Iterator[tuple[Path, Engine]]:
        """Make an empty index in a folder that is gone afterwards, unless it was renamed."""
        beside = self._beside()
        try:
            with explained(beside):
                yield beside, _created(beside, engine)
        finally:
            _remove(beside)

    def _replace(self, beside: Path, folder: Path) -> None:
        """Put an index that was made beside in the place of another, if there is one."""
        aside = self._beside()
        if folder.exists():
            folder.rename(aside)
        try:
            beside.rename(folder)
        except OSError:
            if aside.exists():
                aside.rename(folder)
            raise
        _remove(aside)

    def _take(self, beside: Path) -> None:
        """Use the index in a folder that was filled beside, unless another was quicker."""
        try:
            # Fails where one is there: the other's is as good.
            beside.rename(self._grown_folder)
        except OSError:
            if not self._has_moved():
                raise

    def _has_moved(self) -> bool:
        # Renamed into its place when it is full: with a format there it is whole.
        return has_tantivy() and (self._grown_folder / _FORMAT_FILE).exists()

    def _has_moved_meanwhile(self) -> bool:
        return self._engine is not None and self._has_moved() != (self._engine.name == "tantivy")

    def _opened(self) -> Engine:
        with explained(self._folder):
            for place in (self._folder, self._grown_folder):
                self._needs_rebuild |= _without_stranger(place)
            has_moved = self._has_moved()
        if has_moved:
            # The large one first: a small one may lie beside it that was not removed yet.
            grown = _sound(self._grown_folder, _large())
            if grown is not None:
                return grown
            self._needs_rebuild = True
            _remove(self._grown_folder)
        small = _sound(self._folder, _small())
        if small is not None:
            return small
        with explained(self._folder):
            return self._made()

    def _made(self) -> Engine:
        """Put an empty small index in place, or take what another put there meanwhile.

        A window that starts for the first time opens the index in several threads and
        processes at once.
        """
        _make_private(self._folder)
        with self._made_beside(_small()) as (beside, made):
            made.close()
            if not self._fills(beside):
                found = _sound(self._folder, _small())
                if found is not None:
                    return found
                # A new library's folder is empty, and nothing is missing from it.
                self._needs_rebuild = True
                self._replace(beside, self._folder)
        return _small().open(self._folder)

    def _fills(self, beside: Path) -> bool:
        """Put the index made beside into the folder if that is empty, and tell whether it was."""
        try:
            if sys.platform == "win32":  # which renames no folder over another
                self._folder.rmdir()
            beside.rename(self._folder)
        except OSError:
            return False
        return True


@cache
def has_tantivy() -> bool:
    """Tell whether tantivy is installed; some systems have no wheel of it."""
    # Found and not imported: that takes a while.
    return importlib.util.find_spec("tantivy") is not None


# Neither is imported before it is asked for: a window starts without both.
def _small() -> type[Engine]:
    from diptych.search.whoosh_index import WhooshIndex

    return WhooshIndex


def _large() -> type[Engine]:
    from diptych.search.tantivy_index import TantivyIndex

    return TantivyIndex


def _sound(folder: Path, engine: type[Engine]) -> Engine | None:
    """Open the index in a folder; None where there is none, or not one of this version."""
    if not _has_format(folder, engine.format_version):
        return None
    try:
        with explained(folder):
            # Whoosh's files are pickles: nobody else may put one there.
            _make_private(folder)
        return engine.open(folder)
    except DamagedIndexError as error:
        log.info("the index in %s starts anew: %s", folder, error)
        return None


def _created(folder: Path, engine: type[Engine]) -> Engine:
    """Make an index in a folder, whatever is there."""
    _make_private(folder)
    _empty(folder)
    made = engine.create(folder)
    # Last, so that what was cut off before has no format and is made anew.
    (folder / _FORMAT_FILE).write_text(json.dumps({"format": engine.format_version}), "utf-8")
    return made


def _without_stranger(folder: Path) -> bool:
    """Remove what stands in the folder's place and is none; tell whether something did."""
    # In this order: another may be making the folder right now.
    if not os.path.lexists(folder) or folder.is_dir():
        return False
    # Both folders are a cache: what is lost can be made anew.
    folder.unlink(missing_ok=True)
    return True


def _make_private(folder: Path) -> None:
    """Make the folder, closed to everyone else; refuse one that others may write in."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    # A profile there lies in the user's own folder, whose rights it takes over.
    if sys.platform == "win32":
        return
    status = folder.stat()
    if status.st_uid != os.geteuid():
        raise SearchError("The search index in {folder} belongs to someone else.", folder=folder)
    # It was there already, with looser rights.
    if status.st_mode & 0o077:
        folder.chmod(0o700)


def _has_format(folder: Path, version: str) -> bool:
    """Tell whether the folder was filled by this version; one with a pipe in it was not."""
    try:
        # Opening a pipe would wait without end. Folders are the writer's own, while it writes.
        if any(map(is_device, folder.iterdir())):
            return False
        value = json.loads((folder / _FORMAT_FILE).read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return False
    # Any other: earlier and later versions alike find other words at other places.
    return bool(value == {"format": version})


def _empty(folder: Path) -> None:
    """Delete what is in the folder."""
    for path in folder.iterdir():
        # A link is removed, never what it points to.
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)


def _remove(folder: Path) -> None:
    """Delete a folder, or what lay in its place, as far as others let go of it."""
    if folder.is_dir() and not folder.is_symlink():
        shutil.rmtree(folder, ignore_errors=True)
        return
    # rmtree opens what it is given, and a pipe lets nobody open it until somebody writes.
    with suppress(OSError):
        folder.unlink(missing_ok=True)
