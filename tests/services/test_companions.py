# SPDX-License-Identifier: MIT
"""Sketches follow the library, and are made again when their file is spoilt."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from tests.compare.test_companions import FERRY, PIER, SNOW, TAX, lexical
from tests.meaning.counting_encoder import CountingEncoder

from diptych.compare.companions import Shelf
from diptych.meaning import universal
from diptych.paths import Profile
from diptych.services import companions as sketches
from diptych.services.companions import level_sketches, read_with, shared_passages
from diptych.services.indexing import add_files
from diptych.services.stores import Stores

TEXTS = {"a": (FERRY, PIER, SNOW), "b": (SNOW, FERRY), "c": (TAX, PIER), "d": ("12", "34")}


@pytest.fixture
def stores(profile: Profile, tmp_path: Path) -> Iterator[Stores]:
    for name, lines in TEXTS.items():
        text = f"Title {name}\n\n" + "\n\n".join(lines)
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    stores = Stores(profile)
    add_files(stores, [tmp_path / f"{name}.txt" for name in TEXTS])
    yield stores
    stores.close()


def id_of(stores: Stores, name: str) -> str:
    return next(entry.id for entry in stores.catalogue.entries() if entry.path.stem == name)


def test_an_article_is_read_with_those_that_share_most(stores: Stores) -> None:
    article = stores.catalogue.article(id_of(stores, "a"))

    found = read_with(stores, article, limit=5)

    assert [c.companion.id for c in found] == [id_of(stores, "b"), id_of(stores, "c")]
    assert [c.companion.shared for c in found] == [2, 1]
    assert found[1].sample.of(article.text) == PIER


def test_pairs_are_counted(stores: Stores) -> None:
    articles = [stores.catalogue.article(id_of(stores, name)) for name in "abd"]

    counts = shared_passages(stores, articles)

    assert list(counts.values()) == [2, 0, 0]


def test_sketches_are_kept_for_the_next_start(stores: Stores, profile: Profile) -> None:
    level_sketches(stores)

    later = Stores(profile)
    assert sorted(later.sketches.shelf().ids) == sorted(e.id for e in stores.catalogue.entries())
    assert later.sketches.shelf().rarity.tolist() == stores.sketches.shelf().rarity.tolist()


def test_a_removed_article_leaves_the_sketches(stores: Stores) -> None:
    level_sketches(stores)

    stores.catalogue.remove([id_of(stores, "b")])

    assert len(level_sketches(stores)) == 3


def test_an_article_is_sketched_again_once_it_has_vectors(
    stores: Stores, monkeypatch: pytest.MonkeyPatch
) -> None:
    class QuickEncoder(CountingEncoder):
        name = "letters-1"

    monkeypatch.setattr(universal, "UniversalEncoder", QuickEncoder)
    assert not any(one.by_meaning for one in level_sketches(stores).sketches)

    stores.vectors.make(stores.catalogue.article(id_of(stores, "a")), QuickEncoder())

    assert [one.by_meaning for one in level_sketches(stores).sketches].count(True) == 1


def other_words(path: Path) -> None:
    """Rewrite the sketches as if the same text had given other words."""
    with np.load(path) as kept:
        arrays = {name: kept[name] for name in kept.files}
    np.savez(path, **{**arrays, "version": np.array(["3.1"]), "ids": arrays["ids"][::-1]})


def other_counts(path: Path) -> None:
    """Rewrite the sketches with counts as a damaged disk would leave them."""
    with np.load(path) as kept:
        arrays = {name: kept[name] for name in kept.files}
    counts = arrays["counts"].copy()
    counts[7], counts[8] = -3, 90
    np.savez(path, **{**arrays, "counts": counts, "ids": arrays["ids"][::-1]})


def other_byte(old: bytes, new: bytes) -> Callable[[Path], object]:
    """Rewrite the sketches with one thing in the head of an array that is another."""
    return lambda path: path.write_bytes(path.read_bytes().replace(old, new, 1))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(path.read_bytes()[:-30]),
        lambda path: path.write_bytes(b"something else"),
        lambda path: np.savez(path, version=np.array([0])),
        lambda path: np.savez(path, version=np.array([1]), ids=np.array(["a"])),
        other_words,
        other_counts,
        other_byte(b"'shape': (", b"'shape'{ ("),
        other_byte(b"'shape'", b"b'hape'"),
        other_byte(b"'shape': (4", b"'shape': (9" + b"9" * 12),
    ],
    ids=["empty", "cut", "other", "old", "half", "words", "counts", "brace", "name", "size"],
)
def test_spoilt_sketches_are_made_again(stores: Stores, spoil: Callable[[Path], object]) -> None:
    before = level_sketches(stores).ids
    spoil(stores.profile.sketches_file)

    with closing(Stores(stores.profile)) as later:
        assert level_sketches(later).ids == before


def test_a_cache_that_cannot_be_written_costs_only_time(stores: Stores) -> None:
    stores.profile.sketches_file.mkdir()

    assert len(level_sketches(stores)) == 4
    assert len(stores.sketches.shelf()) == 4


def test_a_large_library_is_sketched_in_parts(
    stores: Stores, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sketches, "_AT_A_TIME", 3)

    assert sketches.level_some(stores.profile)
    assert len(sketches.lacking(stores)) == 1
    assert not sketches.level_some(stores.profile)
    assert not sketches.lacking(stores)


def test_many_articles_are_left_to_later(stores: Stores) -> None:
    assert len(level_sketches(stores, most=3)) == 0


def test_an_empty_shelf_is_kept_too(stores: Stores) -> None:
    stores.sketches.keep(Shelf((), ()))

    assert len(Stores(stores.profile).sketches.shelf()) == 0
    assert len(Shelf(["x"], [lexical(FERRY)])) == 1


def test_a_long_article_is_not_sketched_while_somebody_waits(
    stores: Stores, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("diptych.services.companions.MUCH_TEXT", 10)

    assert len(level_sketches(stores, most=5)) == 0
    assert len(level_sketches(stores)) == 4


def test_the_best_pair_shares_most(stores: Stores) -> None:
    assert set(sketches.best_pair(stores) or ()) == {id_of(stores, "a"), id_of(stores, "b")}
