# SPDX-License-Identifier: MIT
"""Matches that readers found wrong or missed, each in words of its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
import pytest
from tests.compare.articles import article

from diptych.compare.comparison import compare
from diptych.compare.similarity import Meaning
from diptych.compare.values import Comparison, Kind, Match, Relation, Saying, Stance
from diptych.meaning.minilm import MiniLmEncoder
from diptych.meaning.store import encoded_texts
from diptych.text.article import Article
from diptych.text.vectors import Vectors

if TYPE_CHECKING:
    from diptych.meaning.encoder import Rows

ENCODER = MiniLmEncoder()
OURS = """Rain fell on the market town all week.
The museum keeps its winter hours until March.
A new bakery opened beside the old mill.
Pupils of the school planted forty trees.
The bus to the coast runs every hour.
Nobody claimed the lottery prize in Hartwell."""
THEIRS = """The library lends out gardening tools from May.
Sheep blocked the mountain road for an hour.
The choir rehearses in the town hall on Fridays.
Snow closed the pass above the village.
A painter restored the sign of the inn.
The clock on the tower is four minutes slow."""


ROWS: dict[str, Rows] = {}  # of each sentence, whose vector is the same in any company


def meaning_of(left: Article, right: Article) -> Meaning:
    """Return the vectors of both, each sentence encoded once for all tests."""
    sides = [encoded_texts(one) for one in (left, right)]
    new = [text for text in {*sides[0], *sides[1]} if text not in ROWS]
    ROWS.update(zip(new, ENCODER.encode(new), strict=True))
    return Meaning(*(Vectors(ENCODER.name, np.array([ROWS[t] for t in side])) for side in sides))


def read(left: Article, right: Article) -> Comparison:
    """Compare two articles by words and by the encoder that is always there."""
    return compare(left, right, meanings=(meaning_of(left, right),))


def told(left: str, right: str) -> Comparison:
    """Compare two passages, each among others that have nothing to do with them."""
    return read(article(f"{left}\n{OURS}"), article(f"{right}\n{THEIRS}"))


def told_by_words(left: str, right: str) -> Comparison:
    """Compare them without any encoder."""
    return compare(article(f"{left}\n{OURS}"), article(f"{right}\n{THEIRS}"))


BOTH_WAYS = pytest.mark.parametrize("told_in", [told, told_by_words], ids=["vectors", "words"])


def first(comparison: Comparison) -> Match | None:
    """Return the match of the two first passages if it is shown."""
    return next(
        (m for m in comparison.matches if m.shown and m.left.start == m.right.start == 0), None
    )


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "The minister of fisheries telephoned Tomas Vek about the quota.",
            "After the derby Ida Holm had a call from the trainer Pavel Ruz.",
        ),
        (
            "The mayor of Gull Point called the harbour master on Monday.",
            "On Monday the widow Anna Strand called her lawyer in Bergen.",
        ),
        (
            "King Aldo spoke by telephone with Chancellor Brandt on 9 May about the river.",
            "Captain Moss spoke by telephone with Doctor Irving on 9 May about the harvest.",
        ),
        (
            "Greta Hahn met Judge Osei in Lisbon to discuss the flood fund.",
            "Pastor Lund met Colonel Adair in Lisbon to discuss the choir.",
        ),
        (
            "The queen of the islands spoke by telephone with the admiral of the fleet.",
            "A retired plumber spoke by telephone with the seller of the caravan.",
        ),
    ],
)
@BOTH_WAYS
def test_two_calls_of_other_people_are_no_match(
    left: str, right: str, told_in: Callable[[str, str], Comparison]
) -> None:
    assert first(told_in(left, right)) is None


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "In conclusion, the new quay will bring liners to the harbour.",
            "In conclusion, the mushrooms of the forest are good to eat.",
        ),
        (
            "Furthermore, the bank closed its branch in the suburb.",
            "Furthermore, storks nest on the chimneys again.",
        ),
        (
            "All things considered, when all is said and done, the budget was fair.",
            "All things considered, when all is said and done, the soup was cold.",
        ),
        (
            "On the other hand, as a result of this, wages rose in the north.",
            "On the other hand, as a result of this, the frogs left the pond.",
        ),
    ],
)
@BOTH_WAYS
def test_what_only_joins_sentences_is_no_match(
    left: str, right: str, told_in: Callable[[str, str], Comparison]
) -> None:
    assert first(told_in(left, right)) is None


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "At the third summit of the river states in Port Anselm the ministers quarrelled.",
            "At the third summit of the river states in Port Anselm waiters went on strike.",
        ),
        (
            "The sinking of the old paddle steamer off the Gull Point light was blamed on fog.",
            "The sinking of the old paddle steamer off the Gull Point light ruined two insurers.",
        ),
        (
            "In the wake of the fire at the Saint Anne hospital, nurses praised the firemen.",
            "In the wake of the fire at the Saint Anne hospital, insurers raised premiums.",
        ),
    ],
)
@BOTH_WAYS
def test_words_in_a_row_that_only_name_the_event_are_no_match(
    left: str, right: str, told_in: Callable[[str, str], Comparison]
) -> None:
    assert first(told_in(left, right)) is None


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "The harbour was dredged for four years before the first liner came.",
            "She studied the violin for four years under a strict teacher.",
        ),
        (
            "Engineers reckon that the new bridge will have cost 12 million crowns.",
            "In a good summer 12 million seabirds breed on the cliffs of the island.",
        ),
        ("About 40 percent of the voters stayed at home.", "The alloy is 40 percent lighter."),
        ("In 1987 the last tram left the depot.", "She won her first medal in 1987."),
        ("The parcel weighs 250 grams.", "Melt 250 grams of butter in a pan."),
        (
            "The suspect fled 30 kilometres through the forest on foot.",
            "The island lies 30 kilometres from the mainland.",
        ),
    ],
)
@BOTH_WAYS
def test_a_shared_figure_alone_is_no_match(
    left: str, right: str, told_in: Callable[[str, str], Comparison]
) -> None:
    assert first(told_in(left, right)) is None


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("That, of course, is the ideal scenario.", "Key actors in this scenario include:"),
        ("It was a bargain.", "The bargain of the season hung in the window of a tailor."),
        ("The harvest was late.", "Her third novel, set in Wales, is called The Harvest."),
    ],
)
def test_one_word_in_common_is_no_match_where_words_are_all_there_is(left: str, right: str) -> None:
    found = told_by_words(left, right)

    assert [m for m in found.matches if m.shown] == []


def test_the_same_short_sentence_is_a_match_however_few_its_words() -> None:
    found = told_by_words("Nobody came.", "Nobody came.")

    assert [m.left.of("Nobody came.") for m in found.matches if m.shown] == ["Nobody came."]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The cheap model works on 2.4 GHz only.", "The cheap model works on 2.4 and 5 GHz."),
        (
            "This lamp only supports 2.4 GHz networks.",
            "The lamp supports 2.4 GHz and 5 GHz networks.",
        ),
        ("The pump runs on 230 volts only.", "The pump runs on 110 or 230 volts."),
        (
            "The camera records only 30 frames a second.",
            "The camera records 30 and 60 frames a second.",
        ),
    ],
)
@BOTH_WAYS
def test_figures_of_which_one_side_has_more_differ(
    left: str, right: str, told_in: Callable[[str, str], Comparison]
) -> None:
    match = first(told_in(left, right))

    assert match is not None and match.saying is Saying.DIFFERS


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Clause 7. The tenant pays {0}.", "Clause 9. The rent is paid by {0}."),
        ("4.2 The tenant pays {0}.", "7.1 The tenant pays {0}."),
        ("(3) The tenant pays {0}.", "(6) The tenant pays {0}."),
        ("§ 5 The tenant pays {0}.", "§ 9 The tenant pays {0}."),
        ("As set out in section 5, the tenant pays {0}.", "Under section 8 the tenant pays {0}."),
        ("See page 14: the tenant pays {0}.", "See page 31: the tenant pays {0}."),
        ("Step 3: Collect {0}.", "Step 5: Collect {0}."),
    ],
)
def test_the_numbers_of_clauses_are_no_differing_figures(left: str, right: str) -> None:
    rent = "the rent of the tenant on the first day of each month"

    match = first(told(left.format(rent), right.format(rent)))

    assert match is not None and not match.evidence.differing


def test_a_refrain_is_listed_as_often_as_it_stands() -> None:
    refrain = "And the river runs on, and the river runs on to the grey and patient sea."
    left = article(f"{refrain}\n{OURS}\n{refrain}")
    right = article(f"{refrain}\n{THEIRS}\n{refrain}")

    matches = [m for m in compare(left, right).matches if m.shown]

    assert len(matches) == 2


def test_two_recipes_are_no_versions_of_one_text() -> None:
    steps = ("Heat the oven to {0} degrees.", "Chop {0} onions finely.", "Stir for {0} minutes.")
    ours = [step.format(n) for n in (3, 5, 7, 9, 11, 13, 15, 17) for step in steps]
    others = ("Warm the oven well.", "Slice the leeks thin.", "Let it simmer, lid on, for an hour.")
    theirs = [f"{step} Then wait for step {n}." for n in range(8) for step in others]

    comparison = compare(article("\n".join(ours)), article("\n".join(theirs)))

    assert comparison.relation is Relation.VOICES


def test_short_list_items_meet() -> None:
    left = article(f"You will need:\n- two sharp knives\n- a pound of flour\n{OURS}")
    right = article(f"Bring with you:\n- a pound of flour\n- an apron\n{THEIRS}")

    comparison = compare(left, right)

    shown = [m.left.of(left.text) for m in comparison.matches if m.shown]
    assert "- a pound of flour" in shown


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "No bank was left standing on the river bend after the flood in April.",
            "The bank raised its rates for the river towns after the flood in April.",
        ),
        (
            "She could not bear the noise of the circus in the market square.",
            "A bear from the circus broke loose in the market square.",
        ),
        (
            "The court did not rule on the tennis club's complaint in May.",
            "The tennis club opened a new court in May, as the rule on noise allows.",
        ),
        (
            "The match was not lit, so the stove in the club stayed cold all Saturday.",
            "The club won the match on Saturday although the stove stayed cold.",
        ),
    ],
)
def test_a_negation_and_a_word_of_two_meanings_deny_nothing(left: str, right: str) -> None:
    match = first(told(left, right))

    assert match is None or match.evidence.stance is Stance.UNKNOWN


def test_what_is_less_likely_right_is_counted_and_shown_when_asked() -> None:
    from diptych.compare.values import Options

    left = article(f"The council put off the vote on the quay.\n{OURS}")
    right = article(f"A vote on the harbour was delayed by councillors.\n{THEIRS}")
    few, more = compare(left, right), compare(left, right, Options(fainter=True))

    added = sum(m.shown for m in more.matches) - sum(m.shown for m in few.matches)

    assert added == few.fainter


def test_swapping_the_sides_changes_no_match() -> None:
    left = article(f"Fishermen fear for the oyster beds at Gull Point.\n{OURS}")
    right = article(f"The oyster beds off Gull Point are in danger, fishermen warn.\n{THEIRS}")

    def shown(one: Comparison) -> set[tuple[object, ...]]:
        return {(m.left, m.right, m.strength, m.saying) for m in one.matches if m.shown}

    there, back = shown(compare(left, right)), shown(compare(right, left))

    assert there == {(b, a, strength, saying) for a, b, strength, saying in back}
    assert any(saying in (Saying.SAME_CLAIM, Saying.RELATED) for *_, saying in there)


def test_a_weak_match_is_related_and_a_strong_one_the_same_claim() -> None:
    match = compare(article(OURS), article(OURS.replace("all week", "all day"))).matches[0]
    claim = Match(Kind.SAME_CLAIM, match.left, match.right, 0.5, 0.55, shown=True)

    assert claim.saying is Saying.RELATED
    assert Match(Kind.SAME_CLAIM, match.left, match.right, 0.5, 0.6, True).saying == "same-claim"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "Some think that the quay should be sold to the ferry line.",
            "Some think that the quay should be sold to the ferry line, but none leads the board.",
        ),
        (
            "I'm not ashamed that I'm a baker, but there's no life in bread that gulls leave.",
            "But there’s no life in bread that gulls leave.",
        ),
    ],
)
def test_a_clause_that_one_side_adds_denies_nothing(left: str, right: str) -> None:
    match = first(told(left, right))

    assert match is not None and not match.is_difference
