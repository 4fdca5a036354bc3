# SPDX-License-Identifier: MIT
"""An export of a reading list is unpacked: each entry with a text becomes a file of its own."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from diptych.atomic import holds, replacing
from diptych.errors import ArticleError
from diptych.library import outcomes
from diptych.library.draft import Refused
from diptych.library.outcomes import Limit
from diptych.library.reading_lists import (
    ENDINGS,
    LARGEST,
    PagesBeside,
    SavedPage,
    may_be_list,
    page_source,
    saved_pages,
)
from diptych.library.scan import Refusal
from diptych.library.walk import articles_in, is_folder, lists_telling_of
from diptych.notes.export.file_names import file_name
from diptych.values import dataclass

if TYPE_CHECKING:
    from diptych.services.stores import Stores

_NAMED_BY = 80  # code points of a title


@dataclass(frozen=True, slots=True)
class Unpacked:
    """The files to add, those that were offered and those out of lists, and what was not."""

    paths: tuple[Path, ...]
    refused: tuple[Refusal, ...] = ()


def unpacked(stores: Stores, paths: Sequence[Path]) -> Unpacked:
    """Return paths with the exports among them replaced by their entries' files.

    The files lie in the profile, one folder for each export; the same export
    gives the same files.
    """
    found: list[Path] = []
    refused: list[Refusal] = []
    for path, is_offered in _with_those_in_folders(paths):
        try:
            pages = _pages(path)
        # One broken list among many files does not keep the others back.
        except ArticleError as error:
            refused.append(Refusal(path, error.code, error.sentence))
            continue
        if pages is None:
            found += [path] if is_offered else []
            continue
        files = [*_kept(stores, path, pages)]
        found += files
        # Told although some were added: the reader would look for the rest in vain.
        if len(files) < len(pages) or not pages:
            why = outcomes.refusal("links-only" if pages else "empty", path)
            refused.append(Refusal(path, why.code, why.sentence))
    return Unpacked(tuple(found), tuple(refused))


def _with_those_in_folders(paths: Sequence[Path]) -> Iterator[tuple[Path, bool]]:
    """Yield each path that is offered, and after a folder what may be an export in it.

    A folder of nothing but exports is not offered itself, nor one that lies in an export:
    in its place come the lists that tell what its pages are.
    """
    taken = set(paths)
    for path in paths:
        if telling := lists_telling_of(path):
            yield from ((file, False) for file in telling if file not in taken)
            taken.update(telling)
            continue
        files = articles_in(path, ENDINGS) if is_folder(path) else ()
        lists = [file for file in files if isinstance(file, Path) and _may_be_list(file)]
        if not lists or any(isinstance(file, Path) for file in articles_in(path)):
            yield path, True
        yield from ((file, False) for file in lists)


def _may_be_list(path: Path) -> bool:
    try:
        return may_be_list(path)
    except OSError:
        return False


def _pages(path: Path) -> tuple[SavedPage, ...] | None:
    ending = path.suffix.lower()
    try:
        if ending not in ENDINGS or not path.is_file():
            return None
        if path.stat().st_size > LARGEST:
            raise outcomes.refusal("too-large", path, limit=Limit(LARGEST >> 20, "MB"))
        return saved_pages(path.read_bytes(), ending, beside=PagesBeside(path))
    except Refused as refused:
        raise outcomes.refusal(refused.code, path, limit=refused.limit) from refused
    except OSError:
        return None  # adding it says what is wrong


def _kept(stores: Stores, path: Path, pages: Sequence[SavedPage]) -> list[Path]:
    """Write the entries that have a text, and return their files."""
    # Two exports of one name in two folders would mix; the digest of the place parts them.
    mark = hashlib.sha256(str(path.absolute()).encode("utf-8", "surrogateescape")).hexdigest()[:8]
    folder = stores.profile.unpacked_folder / f"{file_name(path.stem)} {mark}"
    files: dict[Path, None] = {}
    for page in pages:
        if not page.has_text:
            continue
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        written = page_source(page).encode("utf-8", "replace")
        # Two entries of one title; numbered in their order, the same each time the list is
        # read.
        place = _place(folder, page, set(files))
        files[place] = None
        # Untouched where it says the same, so that its time does not make it a changed file.
        if not holds(place, written):
            with replacing(place) as stream:
                stream.write(written)
    return list(files)


def _place(folder: Path, page: SavedPage, taken: set[Path]) -> Path:
    stem = file_name((page.title or page.address or "page")[:_NAMED_BY])
    path, number = folder / f"{stem}.html", 2
    while path in taken:
        path = folder / f"{stem} {number}.html"
        number += 1
    return path
