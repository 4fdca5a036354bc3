# SPDX-License-Identifier: MIT
"""A comparison that was made stands there at once, but never one that no longer holds."""

from __future__ import annotations

import os
from dataclasses import replace

import pytest
from tests.meaning.counting_encoder import CountingEncoder

from diptych.compare.mirrored import mirrored
from diptych.compare.values import Options
from diptych.paths import Profile
from diptych.services import kept_comparisons
from diptych.services.comparing import (
    Compared,
    compare_with_kept,
    compare_with_made,
    compared_before,
    compared_either_way,
    made_meaning,
)
from diptych.services.kept_comparisons import comparisons_of
from diptych.services.stores import Stores
from diptych.text.article import Article
from services.conftest import pair_of

USUAL = Options()


@pytest.fixture(autouse=True)
def encoder(monkeypatch: pytest.MonkeyPatch) -> CountingEncoder:
    counting = CountingEncoder("tongues-1")
    monkeypatch.setattr("diptych.meaning.choice.installed_encoders", lambda: (counting,))
    return counting


@pytest.fixture
def pair(stores: Stores) -> tuple[Article, Article]:
    (left, _), (right, _) = pair_of(stores)
    return left, right


def before(
    profile: Profile,
    pair: tuple[Article, Article],
    options: Options = USUAL,
    *,
    by: bool = True,
) -> Compared | None:
    return compared_before(*pair, options, comparisons_of(profile), by)


def compare(profile: Profile, pair: tuple[Article, Article]) -> Compared:
    return compare_with_kept(*pair, Options(), comparisons_of(profile), True)


def test_what_was_compared_is_found_as_it_was(
    profile: Profile, pair: tuple[Article, Article]
) -> None:
    assert before(profile, pair) is None

    made = compare(profile, pair)

    assert made.comparison.matches
    assert before(profile, pair) == made


def test_what_was_compared_is_found_sides_exchanged(
    profile: Profile, pair: tuple[Article, Article]
) -> None:
    made = compare(profile, pair)

    found = compared_either_way(pair[1], pair[0], USUAL, comparisons_of(profile), True)

    assert found is not None
    assert mirrored(found.comparison) == made.comparison
    assert found.encoders == made.encoders


def test_other_options_other_sides_and_words_alone_are_other_comparisons(
    profile: Profile, pair: tuple[Article, Article]
) -> None:
    compare(profile, pair)

    assert before(profile, pair, Options(shortest_run=5)) is None
    assert before(profile, (pair[1], pair[0])) is None
    assert before(profile, pair, by=False) is None


def test_an_article_that_reads_otherwise_is_compared_anew(
    profile: Profile, pair: tuple[Article, Article]
) -> None:
    compare(profile, pair)

    assert before(profile, (replace(pair[0], date="2024-03-01"), pair[1])) is None
    assert before(profile, (pair[0], replace(pair[1], blocks=pair[1].blocks[1:]))) is None


def test_vectors_that_were_made_since_call_for_another_comparison(
    profile: Profile, stores: Stores, pair: tuple[Article, Article]
) -> None:
    compare(profile, pair)

    made_meaning(stores.vectors, *pair)

    assert before(profile, pair) is None
    assert compare(profile, pair).encoders == ("tongues-1",)


def test_a_diptych_that_compares_otherwise_takes_none_of_an_older_one(
    profile: Profile, pair: tuple[Article, Article], monkeypatch: pytest.MonkeyPatch
) -> None:
    compare(profile, pair)

    monkeypatch.setattr(kept_comparisons, "_made_by", lambda: "a newer one")

    assert before(profile, pair) is None


def test_a_damaged_file_is_made_again(profile: Profile, pair: tuple[Article, Article]) -> None:
    made = compare(profile, pair)
    (file,) = profile.comparisons_folder.iterdir()
    file.write_bytes(file.read_bytes()[:-20])

    assert before(profile, pair) is None
    assert compare(profile, pair) == made == before(profile, pair)


def test_where_nothing_can_be_written_comparing_goes_on(
    profile: Profile, pair: tuple[Article, Article]
) -> None:
    profile.comparisons_folder.write_bytes(b"a file where the folder should be")

    assert compare(profile, pair).comparison.matches


def test_those_longest_unused_make_room(
    profile: Profile, pair: tuple[Article, Article], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_comparisons, "MOST", 1)
    compare(profile, pair)
    (first,) = profile.comparisons_folder.iterdir()
    os.utime(first, (0, 0))

    compare(profile, (pair[1], pair[0]))

    assert not first.exists()
    assert len(list(profile.comparisons_folder.iterdir())) == 1


def test_the_command_line_compares_a_pair_once(
    stores: Stores,
    pair: tuple[Article, Article],
    encoder: CountingEncoder,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first = compare_with_made(stores, *pair, Options(), by_meaning=True)
    assert encoder.asked
    monkeypatch.setattr("diptych.compare.comparison.compare", None)

    again = compare_with_made(stores, *pair, Options(), by_meaning=True)

    assert again.comparison == first.comparison
    assert again.encoders == ("tongues-1",)


def test_a_comparison_with_fewer_vectors_does_not_do_on_the_command_line(
    profile: Profile, stores: Stores, pair: tuple[Article, Article]
) -> None:
    assert compare(profile, pair).encoders == ()

    found = compare_with_made(stores, *pair, Options(), by_meaning=True)

    assert found.encoders == ("tongues-1",)
