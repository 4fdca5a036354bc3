# SPDX-License-Identifier: MIT
"""Articles that come into the library can be found, and the index follows what changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from diptych.errors import SearchError
from diptych.paths import Profile
from diptych.search.index import GROWN_FROM
from diptych.services import indexing
from diptych.services.articles import remove
from diptych.services.index_level import is_level
from diptych.services.indexing import IndexWork, ManyFiles
from diptych.services.searching import search
from diptych.services.shelving import Correction, correct
from diptych.services.stores import Stores
from services.conftest import TEXTS, id_of


def never() -> bool:
    """Let it go on."""
    return False


def test_what_is_added_is_found(stores: Stores, tmp_path: Path) -> None:
    (tmp_path / "tram.txt").write_text("The tram\n\nA tram to the lighthouse.\n", "utf-8")

    report = indexing.add(stores, [tmp_path / "tram.txt"])

    assert len(report.added) == 1
    assert search(stores, "lighthouse").total == 1


def test_very_many_files_wait_for_the_readers_word(
    stores: Stores, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexing, "MANY", 2)

    assert indexing.add_unless_many(stores, [folder], cancelled=never) == ManyFiles(
        (folder,), len(TEXTS)
    )


def test_what_left_the_library_is_found_no_more(stores: Stores) -> None:
    remove(stores, [id_of(stores, "market")])

    assert indexing.refresh_index(stores) == 2
    assert search(stores, "nothing").total == 0


def test_the_index_of_what_is_coming_is_made_for_so_many(stores: Stores) -> None:
    count = len(TEXTS)

    assert indexing.level_index(stores.profile, coming=GROWN_FROM - count - 1) == count
    assert stores.index.name == "whoosh"
    assert indexing.level_index(stores.profile, coming=GROWN_FROM - count) == count
    assert stores.index.name == "tantivy"
    assert search(stores, "harbour").total


def test_an_index_is_noted_as_level_only_when_nothing_is_coming(stores: Stores) -> None:
    remove(stores, [id_of(stores, "market")])

    indexing.level_index(stores.profile, coming=1)
    assert not is_level(stores)
    indexing.level_index(stores.profile)
    assert is_level(stores)


def test_a_correction_is_to_be_indexed(stores: Stores) -> None:
    corrected = id_of(stores, "quay")
    correct(stores, corrected, Correction(title="Bread"))

    assert indexing.unindexed(stores) == [corrected]
    indexing.refresh_index(stores)
    assert search(stores, "title:bread").total == 1
    assert indexing.unindexed(stores) == []


def test_few_articles_are_indexed_at_once_and_many_named(
    stores: Stores, monkeypatch: pytest.MonkeyPatch
) -> None:
    indexing.forget_index(stores)
    monkeypatch.setattr(indexing, "FEW", 2)

    assert indexing.level_few(stores) is IndexWork.ANEW
    monkeypatch.setattr(indexing, "FEW", 3)
    assert indexing.level_few(stores) == len(TEXTS)


def test_a_long_article_is_much(stores: Stores) -> None:
    one = [id_of(stores, "boat")]

    assert not indexing.is_much(stores, one, few=1, words=1_000)
    assert indexing.is_much(stores, one, few=1, words=5)


def test_an_index_begun_anew_is_filled_and_tidied(stores: Stores) -> None:
    heard: list[IndexWork] = []
    indexing.forget_index(stores)

    index = indexing.refresh_and_tidy(stores, tell=heard.append)

    assert (index.engine, index.articles) == (stores.index.name, len(TEXTS))
    assert heard == [IndexWork.ANEW]
    assert stores.index.untidy() == 0


def refused(*_: object, **__: object) -> int:
    raise SearchError("The disk is full.")


def test_an_index_that_cannot_be_written_is_searched_as_it_is(
    stores: Stores, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexing, "refresh_index", refused)

    error = indexing.refresh_if_possible(stores)

    assert str(error) == "The disk is full."
    assert search(stores, "harbour").total == 2


def test_an_index_that_was_never_made_must_be_written(
    stores: Stores, monkeypatch: pytest.MonkeyPatch
) -> None:
    indexing.forget_index(stores)
    monkeypatch.setattr(indexing, "refresh_index", refused)

    with pytest.raises(SearchError):
        indexing.refresh_if_possible(stores)


def test_what_is_much_to_tidy_is_left_to_a_process(
    stores: Stores, profile: Profile, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in (f"{number}.txt" for number in range(8)):
        (folder / name).write_text(f"More\n\nWords of {name}.\n", encoding="utf-8")
        indexing.add(stores, [folder / name])
    monkeypatch.setattr(indexing, "FEW_TIDIED", 0)

    assert indexing.tidy_little(stores) is None
    while indexing.tidy_index(profile):
        pass
    assert stores.index.untidy() == 0
