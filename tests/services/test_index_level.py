# SPDX-License-Identifier: MIT
"""At the start an index that is as it was left is not even opened."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from diptych.library.catalogue import Catalogue
from diptych.paths import Profile
from diptych.search.index import LibraryIndex
from diptych.services.articles import entries, remove
from diptych.services.index_level import is_level
from diptych.services.indexing import add_files, level_at_start, level_few
from diptych.services.stores import Stores
from services.conftest import TEXTS, id_of


@pytest.fixture
def levelled(stores: Stores) -> Stores:
    """Stores that were closed with a level index."""
    assert level_few(stores) == len(TEXTS)
    stores.close()
    return stores


def test_a_level_index_is_not_opened(levelled: Stores, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(LibraryIndex, "engine", property(lambda _: pytest.fail("opened")))

    assert level_at_start(levelled) is None


def test_an_article_more_is_indexed(levelled: Stores, tmp_path: Path) -> None:
    more = tmp_path / "more.txt"
    more.write_text("Another\n\nThe pilots of Kelsand were never asked.\n", "utf-8")
    add_files(levelled, [more])

    assert level_at_start(levelled) == len(TEXTS) + 1


def test_an_article_less_is_forgotten(levelled: Stores) -> None:
    remove(levelled, [id_of(levelled, "boat")])

    assert level_at_start(levelled) == len(TEXTS) - 1


def test_a_corrected_title_is_indexed(levelled: Stores) -> None:
    first = entries(levelled)[0]
    levelled.catalogue.correct(first.id, title="Called otherwise")

    assert level_at_start(levelled) == len(TEXTS)
    assert levelled.index.articles()[first.id].title == "Called otherwise"


def test_an_index_that_is_gone_is_made_anew(levelled: Stores) -> None:
    for path in levelled.profile.index_folder.iterdir():
        path.unlink()

    assert level_at_start(levelled) is not None


def test_without_the_note_the_index_is_looked_at(levelled: Stores) -> None:
    levelled.profile.index_level_file.write_bytes(b"\xff\xfe no digest")

    assert level_at_start(levelled) == len(TEXTS)


def test_a_library_that_nobody_wrote_is_not_read(
    levelled: Stores, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert level_at_start(levelled) is None  # closing put SQLite's log into the file
    levelled.close()
    monkeypatch.setattr(Catalogue, "entries", lambda _: pytest.fail("read"))

    assert is_level(levelled)


def test_an_article_added_by_another_process_is_told_from_the_files(levelled: Stores) -> None:
    assert is_level(levelled)
    with closing(Stores(levelled.profile)) as others:
        others.catalogue.correct(entries(others)[0].id, title="Called otherwise")

        assert not is_level(levelled)
    assert not is_level(levelled)


def test_a_library_with_nothing_in_it_loads_no_engine(
    profile: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(LibraryIndex, "engine", property(lambda _: pytest.fail("opened")))
    with closing(Stores(profile)) as stores:
        assert level_at_start(stores) is None


def test_a_library_that_has_become_empty_is_levelled(levelled: Stores) -> None:
    remove(levelled, [entry.id for entry in entries(levelled)])

    assert level_at_start(levelled) == 0
