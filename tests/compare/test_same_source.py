# SPDX-License-Identifier: MIT
"""A work that both papers cite joins them, and disturbs nothing of what they claim."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.text.test_references import HEADING, PARAGRAPH, paper

from diptych.compare.brief import brief_of
from diptych.compare.comparison import compare, count_matches
from diptych.compare.tally import tally
from diptych.compare.values import SOURCE, Comparison, Kind, Match, Options, Relation
from diptych.compare.weave import weave
from diptych.text.article import Article
from diptych.text.cited_works import works_of

LEFT_SAYS = "Trees cool a stream [1]. The loggers stood in the shade of a bridge."
RIGHT_SAYS = "Nobody has asked the anglers. Whether alders help is disputed (Adams 2014)."
ADAMS = "Adams, R. and Lee, K. (2014). Shade and temperature in headwater streams. Coast 12."
BAKER = "Baker, T. (2017). Buffers along rivers: a review. doi:10.1000/er.2017.101"


def cites(text: str, *works: str) -> Article:
    listed = [(PARAGRAPH, work) for work in works]
    return replace(paper((PARAGRAPH, text), (HEADING, "References"), *listed), language="en")


LEFT = cites(LEFT_SAYS, f"[1] {ADAMS}", f"[2] {BAKER}")
RIGHT = cites(
    RIGHT_SAYS,
    ADAMS.replace("Coast 12", "Coast, vol. 12, pp. 33-48"),
    "Moe, K. (2015). Bridges of the north coast.",
)


def sources(left: Article, right: Article) -> list[Match]:
    return [match for match in compare(left, right).matches if match.kind is Kind.SAME_SOURCE]


def quotes(match: Match) -> tuple[str, str]:
    return match.left.of(LEFT.text), match.right.of(RIGHT.text)


def test_a_work_in_both_lists_joins_the_lists_and_the_sentences_that_cite_it() -> None:
    listed, cited = sources(LEFT, RIGHT)
    assert quotes(listed)[0] == f"[1] {ADAMS}"
    assert quotes(cited) == (
        "Trees cool a stream [1].",
        "Whether alders help is disputed (Adams 2014).",
    )
    assert [span.of(LEFT.text) for span in cited.evidence.left_marks] == ["[1]"]
    assert [span.of(RIGHT.text) for span in cited.evidence.right_marks] == ["Adams 2014"]
    assert listed.evidence.facts[0].sort == SOURCE


def test_what_both_cite_counts_as_no_agreement() -> None:
    found = compare(LEFT, RIGHT)
    claims = replace(found, matches=tuple(m for m in found.matches if m.is_claim))
    assert tally(found) == tally(claims)
    assert brief_of(found) == brief_of(claims)
    assert weave(found, LEFT, RIGHT) == weave(claims, LEFT, RIGHT)
    bare = compare(cites(LEFT_SAYS), cites(RIGHT_SAYS))
    assert (found.coverage_left, found.only_left) == (bare.coverage_left, bare.only_left)


def test_what_both_cite_counts_among_the_matches() -> None:
    shown = [match for match in compare(LEFT, RIGHT).matches if match.shown]
    assert count_matches(LEFT, RIGHT) == len(shown)


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        (
            BAKER,
            "T. Baker, “Buffers along rivers”, 2017, https://doi.org/10.1000/ER.2017.101.",
            True,
        ),
        (BAKER, BAKER.replace("101", "102"), False),
        (BAKER, BAKER.partition(" doi")[0], True),
        (ADAMS, "Adams, R. (2014). Fish of the lower river. Coast 12.", False),
        (ADAMS, ADAMS.replace("2014", "2014a"), True),
        (ADAMS, ADAMS.replace("2014", "2015"), True),  # the year it was printed in
        (ADAMS, ADAMS.replace("Adams, R. and Lee, K.", "Moe, K."), True),
        (ADAMS, "Moe, K. (2015). Shade and temperature in headwater streams. Coast 12.", False),
        (
            "[7] 王伟, 李明. 城市河流的水温变化. 水利学报, 2015, 4: 1-9.",
            "王伟、李明：《城市河流的水温变化》，水利学报，2015。",
            True,
        ),
    ],
)
def test_a_work_is_known_however_a_list_writes_it(one: str, other: str, is_same: bool) -> None:
    assert bool(sources(cites("A.", one), cites("B.", other))) is is_same


@pytest.mark.parametrize(
    ("left", "right"), [(LEFT, cites(RIGHT_SAYS)), (cites(""), RIGHT), (cites(""), cites(""))]
)
def test_without_a_list_on_both_sides_nothing_is_joined(left: Article, right: Article) -> None:
    assert sources(left, right) == []


def test_thousands_of_works_are_each_joined_to_their_own() -> None:
    quays = ["quay" + "".join(chr(97 + int(figure)) for figure in str(n)) for n in range(3_000)]
    works = [f"Adams, R. (1999). Tides around the {quay} in winter." for quay in quays]
    found = sources(cites("A.", *works), cites("B.", *reversed(works)))
    assert [match.left.start for match in found] == [
        work.span.start for work in works_of(cites("A.", *works))
    ]


def test_two_claims_that_cite_one_work_say_so_and_stay_one_match() -> None:
    said = "A single row of alders is enough to cool a small stream in summer [1]."
    left, right = (
        cites(f"{said} It was dry.", f"[1] {ADAMS}"),
        cites(f"We say: {said}", f"[1] {ADAMS}"),
    )
    found: Comparison = compare(left, right)
    (claim,) = [m for m in found.matches if m.is_claim and m.shown]
    assert [fact.left for fact in claim.evidence.facts if fact.sort == SOURCE] == ["Adams 2014"]


def test_two_versions_of_a_paper_are_not_joined_by_their_lists() -> None:
    found = compare(LEFT, LEFT, Options(relation=Relation.VERSIONS))
    assert all(match.is_claim for match in found.matches)
