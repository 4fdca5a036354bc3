# SPDX-License-Identifier: MIT
"""Pairs are counted by comparing them, once; what changes a comparison has them counted anew."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from diptych.compare import comparison
from diptych.compare.comparison import Options, compare
from diptych.notes.verdict import Verdict
from diptych.paths import Profile, profile_in
from diptych.services.indexing import add
from diptych.services.match_counts import Counting, PairCounter, PairCountStore, count_some
from diptych.services.match_filter import MatchFilter
from diptych.services.stores import Stores
from diptych.services.verdicts import keep_verdict, quotes_of
from diptych.text import words
from diptych.text.article import BlockState

TEXTS = (
    "The night boat\n\nThe mayor of Tarnholm opened the harbour. Lamps lit the river Yare.\n",
    "The quay\n\nTarnholm's mayor has opened the harbour. Bakers bake at Tarnholm.\n",
    "The market\n\nOn the river Yare lamps were lit. Nothing else was seen.\n",
)


@pytest.fixture
def stores(tmp_path: Path) -> Iterator[Stores]:
    paths = []
    for number, text in enumerate(TEXTS):
        paths.append(tmp_path / f"{number}.txt")
        paths[-1].write_text(text, encoding="utf-8")
    stores = Stores(profile_in(tmp_path / "profile").create())
    add(stores, paths)
    yield stores
    stores.close()


def pairs(stores: Stores) -> list[tuple[str, str]]:
    ids = sorted(entry.id for entry in stores.catalogue.entries())
    return [(one, other) for at, one in enumerate(ids) for other in ids[at + 1 :]]


BY_WORDS = Counting(Options(), MatchFilter(), by_meaning=False)


def counted(stores: Stores, counting: Counting = BY_WORDS) -> dict[tuple[str, str], int]:
    counter = PairCounter(stores, counting)
    for pair in pairs(stores):
        counter.count(pair)
    counter.keep()
    return counter.counts


def forbid_comparing(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> int:
        raise AssertionError("compared again")

    monkeypatch.setattr(comparison, "count_matches", refuse)


def test_count_is_that_of_the_matches_shown(stores: Stores) -> None:
    for (one, other), count in counted(stores).items():
        found = compare(stores.catalogue.article(one), stores.catalogue.article(other))
        assert count == sum(match.shown for match in found.matches)


def test_pair_counted_before_is_not_compared_again(
    stores: Stores, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = counted(stores)
    forbid_comparing(monkeypatch)
    assert counted(stores) == before


def test_other_options_are_counted_anew(stores: Stores, monkeypatch: pytest.MonkeyPatch) -> None:
    counted(stores)
    forbid_comparing(monkeypatch)
    with pytest.raises(AssertionError, match="compared again"):
        counted(stores, replace(BY_WORDS, options=Options(shortest_run=12)))


def test_what_the_filter_hides_is_not_counted(stores: Stores) -> None:
    found = {
        pair: [m for m in compare(*map(stores.catalogue.article, pair)).matches if m.shown]
        for pair in pairs(stores)
    }
    least = max(match.strength for matches in found.values() for match in matches)
    strong = replace(BY_WORDS, filter=MatchFilter(strength=least))
    told = {pair: sum(m.strength >= least for m in matches) for pair, matches in found.items()}
    assert counted(stores, strong) == told != counted(stores)


def test_a_rejected_match_is_not_counted(stores: Stores) -> None:
    before = counted(stores)
    pair = max(before, key=lambda each: before[each])
    left, right = map(stores.catalogue.article, pair)
    match = next(m for m in compare(left, right).matches if m.shown)
    keep_verdict(stores, *pair, quotes_of(match, left, right), Verdict.REJECTED)
    assert counted(stores)[pair] == before[pair] - 1


def test_words_read_otherwise_are_counted_anew(
    stores: Stores, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted(stores)
    monkeypatch.setattr(words, "WORDS_VERSION", words.WORDS_VERSION + 1)
    forbid_comparing(monkeypatch)
    with pytest.raises(AssertionError, match="compared again"):
        counted(stores)


def test_lines_left_out_are_counted_anew(stores: Stores, monkeypatch: pytest.MonkeyPatch) -> None:
    counted(stores)
    one, _ = pairs(stores)[0]
    read = stores.catalogue.article
    *others, last = read(one).blocks
    folded = replace(read(one), blocks=(*others, replace(last, state=BlockState.FOLDED)))
    monkeypatch.setattr(
        stores.catalogue, "article", lambda id_: folded if id_ == one else read(id_)
    )
    forbid_comparing(monkeypatch)
    with pytest.raises(AssertionError, match="compared again"):
        counted(stores)


def test_article_that_is_gone_has_no_count(stores: Stores) -> None:
    counter = PairCounter(stores, BY_WORDS)
    counter.count((pairs(stores)[0][0], "0" * 16))
    assert counter.counts == {}


def test_some_pairs_are_counted_in_one_go(stores: Stores) -> None:
    profile: Profile = stores.profile
    counts, done = count_some(profile, pairs(stores), replace(BY_WORDS, by_meaning=True))
    assert done == len(counts) == 3


@pytest.mark.parametrize("words", ["[1, 2", '{"a": 1e999}', "[]", '{"a": []}'])
def test_broken_cache_is_an_empty_one(stores: Stores, words: str) -> None:
    before = counted(stores)
    stores.profile.pair_counts_file.write_text(words, encoding="utf-8")
    assert counted(stores) == before


def test_cache_that_cannot_be_written_hinders_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    store = PairCountStore(tmp_path / "file" / "counts.json")
    store.keep({"a b": 3})
    assert store.get("a b") == 3


def test_pairs_too_long_together_have_no_count(
    stores: Stores, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(comparison, "MOST_LETTERS", 10)

    assert counted(stores) == {}
