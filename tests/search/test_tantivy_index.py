# SPDX-License-Identifier: MIT
"""The engine of libraries that have grown: what is particular to tantivy."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from diptych.errors import SearchError
from diptych.search.indexed import IndexedArticle
from diptych.search.query import parse
from diptych.search.tantivy_index import TantivyIndex


@pytest.fixture
def index(folder: Path) -> Iterator[TantivyIndex]:
    made = TantivyIndex.create(folder)
    yield made
    made.close()


def add(index: TantivyIndex, *numbers: int) -> None:
    for number in numbers:
        index.add([IndexedArticle(str(number), "", f"lighthouse number{number}")])


def test_merging_is_not_waited_for_and_ends_when_idle(index: TantivyIndex, folder: Path) -> None:
    add(index, *range(12))
    assert index.count() == 12
    files = len(list(folder.glob("*.idx")))

    index.rest()

    assert index.search(parse("lighthouse").root).total == 12
    assert len(list(folder.glob("*.idx"))) <= files


def test_others_write_once_it_rests(index: TantivyIndex, folder: Path) -> None:
    add(index, *range(9))
    index.rest()

    add(TantivyIndex.open(folder), 9)

    assert index.count() == 10


def test_others_are_told_to_wait_while_it_merges(
    index: TantivyIndex, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("diptych.search.tantivy_index._LOCK_PATIENCE_S", 0.0)
    monkeypatch.setattr("diptych.search.tantivy_index._MERGED_FROM", 1)
    other = TantivyIndex.open(folder)
    add(index, 1)

    with pytest.raises(SearchError, match="Another Diptych"):
        add(other, 2)

    add(index, 3)
    index.rest()
    add(other, 2)
    assert index.ids() == {"1", "2", "3"}
