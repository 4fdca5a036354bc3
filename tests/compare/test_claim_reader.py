# SPDX-License-Identifier: MIT
"""Signs are weighed as learned, with a pair's rivals, the same from either side."""

from __future__ import annotations

import numpy as np
import pytest

from diptych.compare.blend import ODDS_AT_ONE, every_weight, reader_for, shown_of_voices
from diptych.compare.claim_reader import ClaimReader, Weights, among_rivals
from diptych.compare.counts import Floats
from diptych.compare.learned import READERS
from diptych.compare.signs import Pairs, bends_of, bent

SETS = [
    frozenset[str](),
    frozenset({"tongues"}),
    frozenset({"claims"}),
    frozenset({"claims", "tongues"}),
]


def all_pairs(height: int, width: int) -> Pairs:
    rows = np.repeat(np.arange(height), width)
    return Pairs(rows, np.tile(np.arange(width), height), (height, width))


def rivals(table: list[list[float]], name: str) -> Floats:
    """Return one sign of every pair, as a table."""
    values = np.array(table, np.float32)
    found = among_rivals(all_pairs(*values.shape), values.ravel())
    return np.asarray(found[name].reshape(values.shape), np.float32)


def test_each_sign_adds_its_weight() -> None:
    reader = ClaimReader(Weights(0.0, {}), Weights(-1.0, {"stems": 2.0}), (), Weights(0.0, {}))

    read = reader.read(all_pairs(1, 2), {"stems": np.array([0.0, 1.5], np.float32)})

    assert read.odds.tolist() == [-1.0, 2.0]


def test_the_best_of_both_its_passages_is_ahead_of_its_rivals() -> None:
    ahead = rivals([[2.0, -1.0], [-1.0, 0.0]], "ahead")

    assert ahead[0, 0] > 0 > ahead[0, 1]


def test_a_passage_with_many_likely_partners_is_a_hub() -> None:
    hub = rivals([[2.0, 2.0, 2.0], [-5.0, -5.0, -5.0]], "hub")

    assert hub[0].min() > hub[1].max()


@pytest.mark.parametrize("name", ["ahead", "behind", "share", "least share", "hub", "beside"])
def test_swapping_the_sides_changes_no_sign(name: str) -> None:
    table = [[2.0, -1.0, 0.5], [-3.0, 1.0, 0.0]]
    swapped = [list(column) for column in zip(*table, strict=True)]

    assert np.allclose(rivals(table, name), rivals(swapped, name).T)


@pytest.mark.parametrize("name", [name for name in sorted(READERS) if "abroad" not in name])
def test_a_passage_is_the_surer_alone_the_less_its_pairs_come_to(name: str) -> None:
    pairs = all_pairs(3, 2)
    odds = np.array([4.0, 2.0, -1.0, -2.0, -8.0, -9.0], np.float32)

    left, right = READERS[name].alone(pairs, odds)

    assert list(left) == sorted(left) and left[0] < 0.5 < left[2]
    assert len(right) == 2


@pytest.mark.parametrize("name", [name for name in sorted(READERS) if "abroad" in name])
def test_across_languages_nobody_is_said_to_be_surely_alone(name: str) -> None:
    reader = READERS[name]

    left, _ = reader.alone(all_pairs(2, 1), np.array([-12.0, 8.0], np.float32))

    assert max(left) < shown_of_voices(reader).alone_from


def test_swapping_the_sides_changes_nobodys_being_alone() -> None:
    odds = np.array([[1.0, -3.0, 0.0], [-2.0, 2.0, -5.0]], np.float32)
    reader = reader_for(frozenset(), across_languages=False)

    left, right = reader.alone(all_pairs(2, 3), odds.ravel())
    back = reader.alone(all_pairs(3, 2), odds.T.ravel())

    assert np.allclose(left, back[1]) and np.allclose(right, back[0])


def test_a_passage_without_any_pair_is_alone() -> None:
    pairs = Pairs(np.array([0]), np.array([0]), (2, 1))

    left, _ = reader_for(frozenset(), across_languages=False).alone(pairs, np.array([6.0]))

    assert left[1] > 0.9


def test_a_sign_past_its_bend_says_more_and_before_it_nothing() -> None:
    stems, near = (np.array(values, np.float32) for values in ([0.2, 0.6], [0.5, -0.1]))

    found = bent({"stems": stems, "claims alone": near})

    assert np.allclose(found["stems past 0.25"], [0.0, 0.35])
    assert np.allclose(found["claims alone with stems"], [0.1, -0.06])
    assert set(found) == set(bends_of(["stems", "claims alone"]))


@pytest.mark.parametrize("encoders", SETS, ids=lambda names: " and ".join(sorted(names)))
def test_for_every_set_of_encoders_there_is_a_reader(encoders: frozenset[str]) -> None:
    assert reader_for(encoders, across_languages=False) in READERS.values()


@pytest.mark.parametrize("name", sorted(READERS))
def test_the_scale_of_strengths_rises_from_never_to_always(name: str) -> None:
    odds, right = zip(*READERS[name].scale, strict=True)

    assert list(odds) == sorted(odds) and list(right) == sorted(right)
    assert (right[0], right[-1]) == (0.0, 1.0)


@pytest.mark.parametrize("name", sorted(READERS))
def test_shown_from_as_likely_right_as_wrong(name: str) -> None:
    shown = shown_of_voices(READERS[name])
    odds, right = zip(*READERS[name].scale, strict=True)

    assert np.interp(shown.low * ODDS_AT_ONE, odds, right) == pytest.approx(0.5, abs=0.01)
    assert shown.high > shown.low


@pytest.mark.parametrize("name", sorted(READERS))
def test_what_speaks_for_a_match_never_speaks_against_it(name: str) -> None:
    reader = READERS[name]
    for sign in ("evidence", "rarity", "letters", "forms", "claims alone", "tongues alone"):
        assert reader.first.of.get(sign, 0.0) >= 0


def test_other_weights_make_counts_kept_before_void() -> None:
    assert repr(READERS) in repr(every_weight())
