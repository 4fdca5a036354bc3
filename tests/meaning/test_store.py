# SPDX-License-Identifier: MIT
"""Vectors are made once, kept, and made again when what is kept cannot be used."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from tests.meaning.counting_encoder import CountingEncoder

from diptych.meaning.store import VectorStore
from diptych.text.article import BlockKind, BlockState
from made_articles import article_of

ARTICLE = article_of(["The night boat stays until June. The council voted.", "Nobody was asked."])
LIST = article_of(
    [
        "The harbour asks for:",
        ("- More boats.", BlockKind.LIST_ITEM, BlockState.SHOWN),
        ("- Fewer fees.", BlockKind.LIST_ITEM, BlockState.SHOWN),
    ]
)
EMPTY = article_of([""])


@pytest.fixture
def store(tmp_path: Path) -> VectorStore:
    return VectorStore(tmp_path / "vectors")


def kept_file(tmp_path: Path) -> Path:
    return next((tmp_path / "vectors").glob("*.npy"))


def test_vectors_are_made_once(store: VectorStore) -> None:
    store.make(ARTICLE, CountingEncoder())
    again = CountingEncoder()

    store.make(ARTICLE, again)

    assert not again.asked


def test_kept_vectors_are_those_that_were_made(store: VectorStore) -> None:
    made = store.make(ARTICLE, CountingEncoder())

    kept = store.load(ARTICLE, CountingEncoder())

    assert kept is not None
    assert np.array_equal(kept.alone, made.alone)


def test_each_passage_is_read_by_itself(store: VectorStore) -> None:
    encoder = CountingEncoder()

    store.make(ARTICLE, encoder)

    assert encoder.asked == [
        "The night boat stays until June.",
        "The council voted.",
        "Nobody was asked.",
    ]


def test_a_list_item_is_read_with_the_line_that_introduces_it(store: VectorStore) -> None:
    encoder = CountingEncoder()

    store.make(LIST, encoder)

    assert encoder.asked == [
        "The harbour asks for:",
        "The harbour asks for: More boats.",
        "The harbour asks for: Fewer fees.",
    ]


def test_a_repeated_passage_is_encoded_once(store: VectorStore) -> None:
    encoder = CountingEncoder()

    vectors = store.make(article_of(["Over and over again."] * 50), encoder)

    assert len(vectors) == 50
    assert encoder.asked == ["Over and over again."]


def test_nothing_is_kept_of_an_article_that_was_never_encoded(store: VectorStore) -> None:
    assert store.load(ARTICLE, CountingEncoder()) is None


def test_another_version_of_an_encoder_makes_its_own(store: VectorStore) -> None:
    store.make(ARTICLE, CountingEncoder("letters-1"))

    assert store.load(ARTICLE, CountingEncoder("letters-2")) is None


@pytest.mark.parametrize(
    "spoil",
    [
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(path.read_bytes()[:-7]),
        lambda path: path.write_bytes(b"PK\x03\x04 not an array"),
        lambda path: np.save(path, np.zeros((1, 26), np.float16)),
        lambda path: np.save(path, np.full((3, 26), np.nan, np.float16)),
        lambda path: np.save(path, np.zeros((2, 3, 26), np.float16)),
        lambda path: np.save(path, np.array(["a", "b"])),
    ],
    ids=["empty", "truncated", "other", "too few", "no numbers", "older", "words"],
)
def test_vectors_that_cannot_be_used_are_made_again(
    store: VectorStore, tmp_path: Path, spoil: Callable[[Path], object]
) -> None:
    made = store.make(ARTICLE, CountingEncoder())
    spoil(kept_file(tmp_path))

    again = store.make(ARTICLE, CountingEncoder())

    assert np.array_equal(again.alone, made.alone)
    assert store.load(ARTICLE, CountingEncoder()) is not None


def test_a_folder_that_cannot_be_written_costs_only_the_keeping(tmp_path: Path) -> None:
    (tmp_path / "vectors").write_text("a file stands where the folder should be")
    store = VectorStore(tmp_path / "vectors")

    made = store.make(ARTICLE, CountingEncoder())

    assert len(made) == 3
    assert str(tmp_path / "vectors") in store.trouble


def test_an_article_without_passages_has_no_vectors(store: VectorStore) -> None:
    assert len(store.make(EMPTY, CountingEncoder())) == 0
    assert store.load(EMPTY, CountingEncoder()) is not None


def test_vectors_made_in_parts_are_those_made_at_once(store: VectorStore, tmp_path: Path) -> None:
    long = article_of([f"Sentence number {n} of many." for n in range(40)])
    parts = []
    while not parts or parts[-1][0] < parts[-1][1]:
        parts.append(store.make_part(long, CountingEncoder()))

    at_once = VectorStore(tmp_path / "other").make(long, CountingEncoder())

    kept = store.load(long, CountingEncoder())
    assert len(parts) > 1
    assert kept is not None
    assert np.array_equal(kept.alone, at_once.alone)


def test_another_article_may_come_in_between_two_parts(store: VectorStore) -> None:
    long = article_of([f"Sentence number {n} of many." for n in range(40)])
    first = store.make_part(long, CountingEncoder())

    store.make_part(ARTICLE, CountingEncoder())

    assert store.made() == {(ARTICLE.id, "letters-1")}
    assert store.make_part(long, CountingEncoder())[0] > first[0]


def test_an_article_that_was_cut_otherwise_is_kept_once(store: VectorStore, tmp_path: Path) -> None:
    store.make(ARTICLE, CountingEncoder())
    path = kept_file(tmp_path)
    outdated = path.rename(path.with_name(f"{ARTICLE.id}-0123456789abcdef-letters-1.npy"))

    store.make(ARTICLE, CountingEncoder())

    assert not outdated.exists()
    assert store.made() == {(ARTICLE.id, "letters-1")}


def test_vectors_of_articles_that_are_gone_are_deleted(store: VectorStore) -> None:
    store.make(ARTICLE, CountingEncoder())

    assert store.forget_all_but([ARTICLE.id]) == 0
    assert store.forget_all_but([]) == 1
    assert store.load(ARTICLE, CountingEncoder()) is None
