# SPDX-License-Identifier: MIT
"""Sketches follow the library, and are made again when their file is spoilt."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from tests.compare.test_companions import FERRY, PIER, SNOW, TAX, lexical
from tests.meaning.counting_encoder import CountingEncoder

from diptych import sketches
from diptych.compare.companions import Shelf
from diptych.meaning import universal
from diptych.paths import Profile
from diptych.rooms import Rooms
from diptych.sketches import level_sketches, read_with, shared_passages

TEXTS = {"a": (FERRY, PIER, SNOW), "b": (SNOW, FERRY), "c": (TAX, PIER), "d": ("12", "34")}


@pytest.fixture
def rooms(profile: Profile, tmp_path: Path) -> Iterator[Rooms]:
    for name, lines in TEXTS.items():
        text = f"Title {name}\n\n" + "\n\n".join(lines)
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    rooms = Rooms(profile)
    rooms.add_files([tmp_path / f"{name}.txt" for name in TEXTS])
    yield rooms
    rooms.close()


def id_of(rooms: Rooms, name: str) -> str:
    return next(entry.id for entry in rooms.catalogue.entries() if entry.path.stem == name)


def test_an_article_is_read_with_those_that_share_most(rooms: Rooms) -> None:
    article = rooms.catalogue.article(id_of(rooms, "a"))

    found = read_with(rooms, article, limit=5)

    assert [c.companion.id for c in found] == [id_of(rooms, "b"), id_of(rooms, "c")]
    assert [c.companion.shared for c in found] == [2, 1]
    assert found[1].sample.of(article.text) == PIER


def test_pairs_are_counted(rooms: Rooms) -> None:
    articles = [rooms.catalogue.article(id_of(rooms, name)) for name in "abd"]

    counts = shared_passages(rooms, articles)

    assert list(counts.values()) == [2, 0, 0]


def test_sketches_are_kept_for_the_next_start(rooms: Rooms, profile: Profile) -> None:
    level_sketches(rooms)

    later = Rooms(profile)
    assert sorted(later.sketches.shelf().ids) == sorted(e.id for e in rooms.catalogue.entries())
    assert later.sketches.shelf().rarity.tolist() == rooms.sketches.shelf().rarity.tolist()


def test_a_removed_article_leaves_the_sketches(rooms: Rooms) -> None:
    level_sketches(rooms)

    rooms.catalogue.remove([id_of(rooms, "b")])

    assert len(level_sketches(rooms)) == 3


def test_an_article_is_sketched_again_once_it_has_vectors(
    rooms: Rooms, monkeypatch: pytest.MonkeyPatch
) -> None:
    class QuickEncoder(CountingEncoder):
        name = "letters-1"

    monkeypatch.setattr(universal, "UniversalEncoder", QuickEncoder)
    assert not any(one.by_meaning for one in level_sketches(rooms).sketches)

    rooms.vectors.make(rooms.catalogue.article(id_of(rooms, "a")), QuickEncoder())

    assert [one.by_meaning for one in level_sketches(rooms).sketches].count(True) == 1


@pytest.mark.parametrize(
    "spoil",
    [
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(path.read_bytes()[:-30]),
        lambda path: path.write_bytes(b"something else"),
        lambda path: np.savez(path, version=np.array([0])),
        lambda path: np.savez(path, version=np.array([1]), ids=np.array(["a"])),
    ],
    ids=["empty", "cut", "other", "old", "half"],
)
def test_spoilt_sketches_are_made_again(rooms: Rooms, spoil: Callable[[Path], object]) -> None:
    level_sketches(rooms)
    spoil(rooms.profile.sketches_file)

    assert len(level_sketches(Rooms(rooms.profile))) == 4


def test_a_cache_that_cannot_be_written_costs_only_time(rooms: Rooms) -> None:
    rooms.profile.sketches_file.mkdir()

    assert len(level_sketches(rooms)) == 4
    assert len(rooms.sketches.shelf()) == 4


def test_a_large_library_is_sketched_in_parts(
    rooms: Rooms, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sketches, "_AT_A_TIME", 3)

    assert sketches.level_some(rooms.profile)
    assert len(sketches.lacking(rooms)) == 1
    assert not sketches.level_some(rooms.profile)
    assert not sketches.lacking(rooms)


def test_many_articles_are_left_to_later(rooms: Rooms) -> None:
    assert len(level_sketches(rooms, most=3)) == 0


def test_an_empty_shelf_is_kept_too(rooms: Rooms) -> None:
    rooms.sketches.keep(Shelf((), ()))

    assert len(Rooms(rooms.profile).sketches.shelf()) == 0
    assert len(Shelf(["x"], [lexical(FERRY)])) == 1


def test_a_long_article_is_not_sketched_while_somebody_waits(
    rooms: Rooms, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("diptych.rooms.MUCH_TEXT", 10)

    assert rooms.is_much([id_of(rooms, "a")], few=5)
    assert len(level_sketches(rooms, most=5)) == 0
    assert len(level_sketches(rooms)) == 4
