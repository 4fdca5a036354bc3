# SPDX-License-Identifier: MIT
"""What two articles have in common is found, once, the same every time."""

from __future__ import annotations

import json

import pytest
from tests.compare.articles import article

from diptych.compare import reading
from diptych.compare.comparison import (
    Comparison,
    Kind,
    Match,
    Options,
    Relation,
    compare,
    prepare,
)
from diptych.compare.listing import comparison_json
from diptych.compare.tally import tally
from diptych.text.article import Span

LEFT = """The harbour board met on Monday evening in a crowded hall.
Members approved the new ferry terminal by nine votes to four.
The work will cost 14 million pounds and take three years.
“We have waited a generation for this quay and we will not wait again,” said Ada Quill.
Fishermen fear that dredging will ruin the oyster beds near Gull Point."""
RIGHT = """Oyster beds off Gull Point could be ruined by the dredging, fishermen warn.
Rain fell all night on the old market town and the museum stayed shut.
The ferry terminal was approved by members of the board, nine votes to four.
Ada Quill said: “We have waited a generation for this quay and we will not wait again.”
Building it will cost 17 million pounds, the treasurer believes."""


def compared(left: str = LEFT, right: str = RIGHT, **options: object) -> Comparison:
    return compare(article(left), article(right), Options(**options))  # type: ignore[arg-type]


def matched(comparison: Comparison, left: str, right: str) -> Match | None:
    """Return the shown match whose sides hold these words."""
    for match in comparison.matches:
        if match.shown and left in match.left.of(LEFT) and right in match.right.of(RIGHT):
            return match
    return None


def test_same_claim_in_other_words_is_shown() -> None:
    match = matched(compared(), "Fishermen fear", "Oyster beds")
    assert match is not None and match.kind is Kind.SAME_CLAIM


def test_shared_quotation_is_same_words() -> None:
    match = matched(compared(), "“We have waited", "“We have waited")
    assert match is not None and match.kind is Kind.SAME_WORDS


@pytest.mark.parametrize(
    ("left", "right", "kinds"),
    [
        (
            "Then Mayor Ada Quill and Harbour Master Jon Osei of Gull Point spoke in the old hall.",
            "A ferry was sold to Mayor Ada Quill and Harbour Master Jon Osei of Gull Point.",
            [],
        ),
        (
            "MAYOR ADA QUILL AND HARBOUR MASTER JON OSEI OF GULL POINT.",
            "MAYOR ADA QUILL AND HARBOUR MASTER JON OSEI OF GULL POINT.",
            [Kind.SAME_WORDS],
        ),
    ],
)
def test_names_in_a_row_are_no_shared_wording_unless_they_are_all(
    left: str, right: str, kinds: list[Kind]
) -> None:
    found = [m.kind for m in compared(left, right).matches if m.kind is Kind.SAME_WORDS]
    assert found == kinds


def test_shared_run_is_counted_in_words() -> None:
    match = matched(compared(), "“We have waited", "“We have waited")
    assert match is not None and match.evidence.shared_run == 14


def test_words_in_a_row_are_those_that_nothing_parts() -> None:
    left = "The council of Gull Point kept the night boat and the post van until the end of June."
    right = left.replace("and the", "as well as the")
    (match,) = (m for m in compared(left, right).matches if m.shown)

    assert (match.evidence.shared_run, match.evidence.in_a_row) == (17, 9)


def test_each_passage_of_a_long_run_counts_its_own_words() -> None:
    said = (
        "The council kept the night boat until June.\n\n"
        "Nobody asked the islanders what they thought of it."
    )
    matches = compared(said, said).matches
    counted = {match.left.start: match.evidence.shared_run for match in matches if match.shown}
    assert [counted[at] for at in sorted(counted)] == [8, 9]


def test_figures_that_differ_are_flagged_with_both_values() -> None:
    match = matched(compared(), "14 million", "17 million")
    assert match is not None
    assert [(d.left, d.right) for d in match.evidence.differing] == [
        ("14 million pounds", "17 million pounds")
    ]


def test_marks_lie_inside_their_passages() -> None:
    for match in compared().matches:
        assert all(match.left.contains(mark) for mark in match.evidence.left_marks)
        assert all(match.right.contains(mark) for mark in match.evidence.right_marks)


def test_passage_without_counterpart_is_only_here() -> None:
    surest = next(only for only in compared().only_right if only.shown)
    assert surest.span.of(RIGHT).startswith("Rain fell")


def test_matched_passage_is_not_only_here() -> None:
    comparison = compared()
    shown = [match.left for match in comparison.matches if match.shown]
    alone = [only.span for only in comparison.only_left if only.shown]
    assert not any(span.overlaps(only) for span in shown for only in alone)


def test_pair_of_passages_stands_in_one_match_only() -> None:
    pairs = [(m.left, m.right) for m in compared(every_pair=True).matches]
    assert len(pairs) == len(set(pairs))


def test_every_pair_lists_every_pair_of_passages() -> None:
    assert len(compared(every_pair=True).matches) == 25


def test_best_match_comes_first() -> None:
    scores = [match.score for match in compared(every_pair=True).matches]
    assert scores == sorted(scores, reverse=True)


def test_strength_is_on_the_readers_scale() -> None:
    assert all(0 <= match.strength <= 1 for match in compared(every_pair=True).matches)


def test_sides_swapped_give_the_same_shown_pairs() -> None:
    there = {(m.left, m.right) for m in compared().matches if m.shown}
    back = {(m.right, m.left) for m in compared(RIGHT, LEFT).matches if m.shown}
    assert there == back


def test_same_article_twice_is_one_text_in_two_versions() -> None:
    text = "\n".join(f"Sentence {n} speaks of the quay and of boat {n * 7}." for n in range(30))
    comparison = compared(text, text)
    assert comparison.relation is Relation.VERSIONS and comparison.coverage_left == 1.0


def test_a_line_that_recurs_makes_no_versions_of_two_voices() -> None:
    left = [
        *LEFT.split("\n"),
        "Nobody asked the pilots.",
        "A storm in autumn had broken two of the older piles.",
        "Children may cross for nothing until they are twelve.",
        "Tickets are sold at the kiosk beside the clock.",
        "By then the tide had turned.",
    ]
    right = [
        "The choir sings without a conductor this year.",
        "Its cellist, a baker by trade, practises before dawn.",
        "Old scores were found behind an organ.",
        "What the composer wanted is anyone's guess!",
        "Reviewers praised the second half, and slept through the first.",
        "Seats cost more than last season.",
        "She has recorded all six suites.",
        "In the gallery hangs his portrait, unsigned.",
        "Violins were once made of maple from these hills.",
        "An encore followed; then the lamps went out.",
    ]
    # As in a report that is kept up to date by the hour.
    left += ["Put up at nine in the morning by the desk."] * 12
    right += ["Put up at ten in the evening."] * 12

    for ours, theirs in ((left, right), (left, right[:13]), (left[:13], right)):
        assert compared("\n".join(ours), "\n".join(theirs)).relation is Relation.VOICES


def test_relation_can_be_chosen() -> None:
    assert compared(relation=Relation.VERSIONS).relation is Relation.VERSIONS


def test_longer_shortest_run_finds_no_short_quotation() -> None:
    comparison = compared(shortest_run=20)
    assert not any(match.kind is Kind.SAME_WORDS for match in comparison.matches)


def test_paragraphs_told_in_the_same_order_merge_into_one_match() -> None:
    told = "The mayor of Hartwell opened the bridge. Two thousand lanterns lit the river Tarn."
    retold = "In Hartwell the mayor opened the bridge. The river Tarn was lit by lanterns."
    comparison = compared(told, retold)
    assert [m.left for m in comparison.matches if m.shown] == [Span(0, len(told))]


def test_chinese_passages_meet() -> None:
    left = article("港务局周一批准了新的渡轮码头。下雨了。", language="zh")
    right = article("市场关闭了。新的渡轮码头周一获得港务局批准。", language="zh")
    best = compare(left, right).matches[0]
    assert (best.left.start, best.right.start) == (0, 6)


def test_listing_is_one_json_document_with_texts() -> None:
    left, right = article(LEFT), article(RIGHT)
    listed = json.loads(json.dumps(comparison_json(compare(left, right), left, right)))
    first = listed["matches"][0]["left"]
    assert first["text"] == LEFT[first["start"] : first["end"]]


def test_an_article_read_ahead_compares_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    left, right = article(LEFT + "\nOne more line, read ahead."), article(RIGHT)
    expected = compare(left, right)
    monkeypatch.setattr(reading, "_remembered", {})
    read = reading._read

    prepare(left)
    with monkeypatch.context() as patch:
        patch.setattr(
            reading, "_read", lambda one: pytest.fail("again") if one == left else read(one)
        )
        assert compare(left, right) == expected


def test_nothing_is_said_to_be_missing_where_no_encoder_knows_both_languages() -> None:
    left = article("The mill burned down in the night of 3 March 2021.", language="en")
    right = article("המאפייה נבנתה מחדש בקיץ שעבר בידי התושבים.", language="he")

    comparison = compare(left, right)

    assert not comparison.knows_meaning
    assert not any(only.shown for only in (*comparison.only_left, *comparison.only_right))
    assert tally(comparison).only_left is None
