# SPDX-License-Identifier: MIT
"""A comparison as bytes is the same comparison, and nothing else is one."""

from __future__ import annotations

import json
import zlib

import pytest

from compare.articles import article
from diptych.compare.comparison import compare
from diptych.compare.stored import pack, unpack
from diptych.compare.values import Comparison

HARBOUR = (
    "The harbour board closed the northern quay on 3 March 2024 for 14 weeks.",
    'The mayor said: "Nobody asked the pilots of Kelsand before the vote."',
    "Fishermen have to sell their catch in the next town until then.",
)
FERRY = (
    "On 3 March 2024 the harbour board closed the northern quay for 12 weeks.",
    "Trains to the coast run twice an hour in summer.",
    '"Nobody asked the pilots of Kelsand before the vote", the mayor said.',
)


@pytest.fixture
def comparison() -> Comparison:
    return compare(article("\n\n".join(HARBOUR)), article("\n\n".join(FERRY)))


def test_a_comparison_comes_back_with_all_its_evidence(comparison: Comparison) -> None:
    assert any(match.evidence.differing for match in comparison.matches)
    assert comparison.only_right

    assert unpack(pack(comparison)) == comparison


def test_figures_come_back_as_exactly_as_they_were(comparison: Comparison) -> None:
    back = unpack(pack(comparison))

    assert [match.score for match in back.matches] == [m.score for m in comparison.matches]
    assert [type(match.kind) for match in back.matches] == [
        type(match.kind) for match in comparison.matches
    ]


@pytest.mark.parametrize("plain", ["[]", "{}", "7", '[["x"], [], []]', "[[[1]]]", "not JSON"])
def test_what_is_no_comparison_is_refused(plain: str) -> None:
    with pytest.raises(ValueError):
        unpack(zlib.compress(plain.encode()))


def test_a_comparison_with_a_span_that_is_none_is_refused(comparison: Comparison) -> None:
    plain = json.loads(zlib.decompress(pack(comparison)))
    plain[0][0][1] = [9, 3]

    with pytest.raises(ValueError):
        unpack(zlib.compress(json.dumps(plain).encode()))


def test_a_comparison_cut_short_is_refused(comparison: Comparison) -> None:
    packed = pack(comparison)

    with pytest.raises(ValueError):
        unpack(packed[: len(packed) // 2])
