# SPDX-License-Identifier: MIT
"""Files and folders into the library: what was added, changed, known or refused."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import field
from functools import partial
from pathlib import Path

from diptych.errors import ArticleError, LibraryError
from diptych.library import outcomes
from diptych.library.catalogue import Catalogue, read_file
from diptych.library.entry import Arrival, Recorded, Stamp
from diptych.library.file_paths import absolute
from diptych.library.walk import Unseen, articles_in, is_folder
from diptych.text.article import Article
from diptych.translatable import Translatable
from diptych.values import dataclass

ReadArticle = Callable[..., Article]  # of a path, and an encoding to read it in
Expect = Callable[..., bool]  # the same of a file to come; tells whether it is begun with
_AHEAD = 4  # so far a file is looked for that can be begun with


def _no_matter(*_: object, **__: object) -> bool:
    """Begin with nothing ahead: who reads here does it when asked."""
    return False


@dataclass(frozen=True, slots=True)
class Reading:
    """How files are read.

    ``read`` may work in another process, and raises Stopped when it is broken off in the
    middle of a file; ``expect`` tells it of the files after that, at most ``ahead``, to be
    read while this one is read and recorded.
    """

    read: ReadArticle
    expect: Expect = _no_matter
    ahead: int = 1


_HERE = Reading(read_file)
_UNKNOWN = Stamp(0, 0)  # of a file that could not be asked for it
# Troubles that a second look may not find.
_PASSING = ("gone", "changed", "no-permission", "unreadable", "timeout")


@dataclass(frozen=True, slots=True)
class Taken:
    """A file that is in the library now.

    ``reason`` says why it is unchanged or how it was updated; ``previous`` is
    the id of the version a changed file held before.
    """

    id: str
    path: Path
    title: str
    reason: str = ""
    previous: str = ""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that did not become an article: the outcome code and its sentence."""

    path: Path
    code: str
    reason: str


@dataclass(frozen=True, slots=True)
class AddReport:
    """What adding files came to; every file offered is in exactly one of the four.

    A look through folders also tells which files are gone, and counts those
    it did not have to read (``known``).
    """

    added: tuple[Taken, ...] = ()
    unchanged: tuple[Taken, ...] = ()
    updated: tuple[Taken, ...] = ()
    failed: tuple[Refusal, ...] = ()
    was_cancelled: bool = False
    missing: tuple[Taken, ...] = ()
    known: int = 0

    @property
    def has_news(self) -> bool:
        """Tell whether the library is another one than before."""
        return bool(self.added or self.updated or self.missing)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far adding has come; ``total`` is 0 while folders are still being listed."""

    done: int
    total: int
    path: Path


@dataclass(slots=True)
class Tally:
    """A report in the making."""

    added: list[Taken] = field(default_factory=list)
    unchanged: list[Taken] = field(default_factory=list)
    updated: list[Taken] = field(default_factory=list)
    failed: list[Refusal] = field(default_factory=list)
    missing: list[Taken] = field(default_factory=list)
    known: int = 0

    def report(self, *, was_cancelled: bool) -> AddReport:
        return AddReport(
            tuple(self.added),
            tuple(self.unchanged),
            tuple(self.updated),
            tuple(self.failed),
            was_cancelled,
            tuple(self.missing),
            self.known,
        )


def add_paths(
    catalogue: Catalogue,
    paths: Sequence[Path],
    *,
    progress: Callable[[Progress], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    reading: Reading = _HERE,
) -> AddReport:
    """Add files, and the articles in folders, to the library.

    A file that cannot be read is reported and the others go on. ``cancelled``
    is asked before each file; what was added until then stays. A folder is looked
    through from now on, unless adding was cancelled: the look would add the rest.
    """
    tally = Tally()
    files, folders = _found(paths, tally, progress, cancelled)
    was_cancelled = read_files(
        catalogue, files, tally, reading=reading, progress=progress, cancelled=cancelled
    )
    if not was_cancelled:
        for folder in folders:
            catalogue.folders.watch(folder)
    return tally.report(was_cancelled=was_cancelled)


def read_files(
    catalogue: Catalogue,
    files: Sequence[Path],
    tally: Tally,
    *,
    reading: Reading,
    progress: Callable[[Progress], None] | None,
    cancelled: Callable[[], bool] | None,
) -> bool:
    """Read files into the library and tell whether that was cancelled."""
    stamps: dict[Path, Stamp] = {}  # as they were before reading began

    def begin_with(coming: Sequence[Path], most: int) -> None:
        for later in coming:
            if len(stamps) >= most:
                return
            stamp = _stamp_of(later)
            # What is known as it is will not be read; what has no stamp may not be there.
            if later in stamps or stamp is None or catalogue.files.known_stamp(later) == stamp:
                continue
            if reading.expect(later, encoding=catalogue.corrections.encoding_of(later)):
                stamps[later] = stamp

    def read_and_expect(path: Path, coming: Sequence[Path]) -> Article:
        begin_with(coming, reading.ahead - 1)  # one process is at work on this file
        article = reading.read(path, encoding=catalogue.corrections.encoding_of(path))
        begin_with(coming, reading.ahead)
        return article

    for done, path in enumerate(files):
        if cancelled is not None and cancelled():
            return True
        if progress is not None:
            progress(Progress(done, len(files), path))
        try:
            # As it was before it was begun with: what is written since is read at the next look.
            stamp = stamps.pop(path, None) or _stamp_of(path)
            coming = files[done + 1 : done + 1 + _AHEAD]
            _add_file(catalogue, path, stamp, tally, partial(read_and_expect, coming=coming))
        except outcomes.Stopped:
            return True
    return False


def _found(
    paths: Sequence[Path],
    tally: Tally,
    progress: Callable[[Progress], None] | None,
    cancelled: Callable[[], bool] | None,
) -> tuple[list[Path], list[Path]]:
    """Return the files to read, each once, and the folders that were walked for them."""
    files: dict[Path, None] = {}
    folders: list[Path] = []
    for path in map(absolute, paths):
        if not is_folder(path):
            # Whether it is there is told when it is read, by a sentence of its own.
            files[path] = None
            continue
        folders.append(path)
        before = len(files), len(tally.failed)
        for found in articles_in(path):
            if isinstance(found, Unseen):
                tally.failed.append(Refusal(path, found.code, found.sentence))
                continue
            files[found] = None
            if progress is not None and len(files) % 100 == 0:
                progress(Progress(len(files), 0, found))
            if cancelled is not None and cancelled():
                return list(files), folders
        if (len(files), len(tally.failed)) == before:
            tally.failed.append(_refusal(path, outcomes.refusal("no-articles", path)))
    return list(files), folders


def _stamp_of(path: Path) -> Stamp | None:
    """Return the size and time of a file; None where reading it will say what is wrong."""
    try:
        return Stamp.of(path)
    except (OSError, ValueError):
        return None


def _add_file(
    catalogue: Catalogue,
    path: Path,
    stamp: Stamp | None,
    tally: Tally,
    read: Callable[[Path], Article],
) -> None:
    if stamp is not None and catalogue.files.known_stamp(path) == stamp:
        entry = catalogue.find(str(path))
        if entry is not None:
            # Its file had gone and is back, unchanged.
            if not entry.available:
                catalogue.folders.note_returned([path])
            reason = outcomes.refusal("already-here", path).sentence
            tally.unchanged.append(Taken(entry.id, path, entry.title, reason))
            return
    try:
        article = read(path)
        recorded = catalogue.record(path, article, stamp or _UNKNOWN)
    except ArticleError as error:
        tally.failed.append(_refusal(path, error))
        # Later looks through the folders pass it by until it changes.
        if error.code not in _PASSING:
            catalogue.folders.note_refused({path: stamp or _UNKNOWN})
    except LibraryError as error:
        tally.failed.append(Refusal(path, "not-stored", error.sentence))
    else:
        # As the entry has it, of which making the whole takes as long as reading a text.
        stated = catalogue.corrections.of([recorded.id]).get(recorded.id, {})
        _count(path, str(stated.get("title", article.title)), recorded, tally)


def _refusal(path: Path, error: ArticleError) -> Refusal:
    return Refusal(path, error.code, error.sentence)


def _count(path: Path, title: str, recorded: Recorded, tally: Tally) -> None:
    if recorded.arrival is Arrival.ADDED:
        tally.added.append(Taken(recorded.id, path, title))
    elif recorded.arrival is Arrival.CHANGED:
        name = outcomes.shown_name(path)
        reason = Translatable("{name} has changed since it was added.", name=name)
        tally.updated.append(Taken(recorded.id, path, title, reason, recorded.previous))
    elif recorded.arrival is Arrival.MOVED and recorded.other is not None:
        before = outcomes.visible(str(recorded.other))
        reason = Translatable("It was {before} before.", before=before)
        tally.updated.append(Taken(recorded.id, path, title, reason))
    elif recorded.arrival is Arrival.COPY and recorded.other is not None:
        other = outcomes.visible(str(recorded.other))
        reason = outcomes.refusal("same-content", path, other=other).sentence
        tally.unchanged.append(Taken(recorded.id, path, title, reason))
    else:
        reason = outcomes.refusal("already-here", path).sentence
        tally.unchanged.append(Taken(recorded.id, path, title, reason))
