# SPDX-License-Identifier: MIT
"""The library's folders are listed, watched and forgotten."""

from __future__ import annotations

from pathlib import Path

import pytest

from diptych.errors import LibraryError
from diptych.services import folders
from diptych.services.articles import entries
from diptych.services.indexing import add_files, rescan
from diptych.services.stores import Stores
from services.conftest import TEXTS


def test_an_added_folder_is_one_of_the_library(stores: Stores, folder: Path) -> None:
    assert folders.folders(stores) == (folder,)


def test_a_forgotten_folder_leaves_its_articles(stores: Stores, folder: Path) -> None:
    folders.forget_folder(stores, folder)

    assert folders.folders(stores) == ()
    assert len(entries(stores)) == len(TEXTS)


def test_a_folder_of_somebody_else_cannot_be_forgotten(stores: Stores, tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="is not a folder of the library"):
        folders.forget_folder(stores, tmp_path)


def test_folders_in_a_folder_are_watched_and_those_beside_it_are_not(
    stores: Stores, folder: Path, tmp_path: Path
) -> None:
    for place in (folder / "deep", tmp_path / "beside"):
        place.mkdir()
        (place / "more.txt").write_text(f"More\n\nWords in {place.name}.\n", encoding="utf-8")
    rescan(stores)
    add_files(stores, [tmp_path / "beside" / "more.txt"])

    assert set(folders.watched(stores)) == {str(folder), str(folder / "deep")}


def test_no_more_are_watched_than_the_system_bears(
    stores: Stores, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "deep").mkdir()
    (folder / "deep" / "more.txt").write_text("More\n\nWords.\n", encoding="utf-8")
    rescan(stores)

    monkeypatch.setattr(folders, "MOST_WATCHED", 1)

    assert folders.watched(stores) == (str(folder),)
