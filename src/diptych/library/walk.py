# SPDX-License-Identifier: MIT
"""The article files in a folder and the folders in it."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path

from diptych.library import outcomes
from diptych.library.sniffing import EXTENSIONS
from diptych.patterns import late_pattern
from diptych.translatable import Translatable
from diptych.values import dataclass

DEEPEST = 32  # folders in folders
_LEFT_OUT = ("~$", ".")
_LEFT_OUT_ENDS = (".part", ".crdownload", ".tmp", "~")
_PAGE_FOLDERS = (
    *("_files", ".files", "-Dateien", "_fichiers", "_archivos", "_arquivos", "_bestanden"),
    *("-filer", "_pliki", "_file"),
)
# In an export of Omnivore's that is unpacked: its lists tell what the pages in these are.
_EXPORT_LIST = late_pattern(r"metadata_\d+_to_\d+\.json")
_EXPORT_FOLDERS = ("content", "highlights")
_OFFERED = frozenset((*EXTENSIONS, ".doc"))  # an old .doc is named as not readable


@dataclass(frozen=True, slots=True)
class Unseen:
    """A folder that cannot be looked into, and the outcome code that says why."""

    folder: Path
    code: str

    @property
    def sentence(self) -> Translatable:
        return outcomes.refusal(self.code, self.folder).sentence


def articles_in(folder: Path, endings: Collection[str] = _OFFERED) -> Iterator[Path | Unseen]:
    """Yield the folder's article files, folder by folder, in name order.

    Files of other kinds, hidden files and the lock files of office programs are
    left out, and so are pages of which a list beside them tells; links that lead
    out of the folder are not followed. What keeps a folder from being looked into is yielded too.
    """
    waiting: list[tuple[str, int]] = [(str(folder), 0)]
    seen: set[tuple[int, int]] = set()
    root = os.path.realpath(folder)
    while waiting:
        place, depth = waiting.pop()
        try:
            status = os.stat(place)  # noqa: PTH116  pathlib fails on very long paths
            if (status.st_dev, status.st_ino) in seen:
                continue
            seen.add((status.st_dev, status.st_ino))
            with os.scandir(place) as listing:
                entries = sorted(listing, key=lambda entry: entry.name)
        except OSError as error:
            yield Unseen(Path(place), _code_of(error))
            continue
        folders = []
        pages = {os.path.splitext(e.name)[0] for e in entries if _is_page(e.name)}  # noqa: PTH122
        told = _EXPORT_FOLDERS if any(_EXPORT_LIST.fullmatch(e.name) for e in entries) else ()
        for entry in entries:
            if entry.name.startswith(_LEFT_OUT) or entry.name.endswith(_LEFT_OUT_ENDS):
                continue
            if _leads_to_a_folder(entry):
                if entry.name in told or _belongs_to_a_page(entry.name, pages):
                    continue
                folders.append((entry.path, depth + 1))
            elif _is_offered(entry, root, endings):
                yield Path(entry.path)
        if folders and depth >= DEEPEST:
            yield Unseen(Path(folders[0][0]), "too-deep")
            continue
        waiting += reversed(folders)


def lists_telling_of(folder: Path) -> tuple[Path, ...]:
    """Return the lists that tell what lies in a folder of an unpacked export, if it is one."""
    if folder.name not in _EXPORT_FOLDERS:
        return ()
    try:
        beside = sorted(folder.absolute().parent.iterdir())
    except OSError:
        return ()
    return tuple(path for path in beside if _EXPORT_LIST.fullmatch(path.name))


def is_folder(path: Path) -> bool:
    """Tell whether a path leads to a folder; one that cannot be followed does not."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _is_page(name: str) -> bool:
    return name.lower().endswith((".html", ".htm", ".xhtml"))


def _belongs_to_a_page(name: str, pages: set[str]) -> bool:
    """Tell whether a browser made a folder for the pictures and frames of a page beside it."""
    return any(name.endswith(end) and name[: -len(end)] in pages for end in _PAGE_FOLDERS)


def count_articles(paths: Iterable[Path], is_stopped: Callable[[], bool]) -> int:
    """Return how many article files there are, folders counted with all that is in them."""
    count = 0
    for path in paths:
        if not is_folder(path):
            count += 1
            continue
        for found in articles_in(path):
            count += isinstance(found, Path)
            if is_stopped():
                return count
    return count


def _leads_to_a_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False


def _is_offered(entry: os.DirEntry[str], root: str, endings: Collection[str]) -> bool:
    if os.path.splitext(entry.name)[1].lower() not in endings:  # noqa: PTH122  bad bytes
        return False
    try:
        if entry.is_symlink():
            target = os.path.realpath(entry.path)
            return target.startswith(root + os.sep) and entry.is_file()
        return entry.is_file(follow_symlinks=False)
    except OSError:
        return False


def _code_of(error: OSError) -> str:
    if error.errno == errno.ENAMETOOLONG:
        return "too-deep"
    if isinstance(error, PermissionError):
        return "no-permission"
    return "gone" if isinstance(error, FileNotFoundError) else "unreadable"
