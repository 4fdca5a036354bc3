# SPDX-License-Identifier: MIT
"""What stands on one side alone is listed only where that is sure, the surest first."""

from __future__ import annotations

import numpy as np
from tests.compare.articles import article

from diptych.compare.blend import shown_of_voices
from diptych.compare.comparison import compare
from diptych.compare.counts import Floats
from diptych.compare.learned import READERS
from diptych.compare.only_here import are_telling, passages_alone
from diptych.compare.reading import read
from diptych.compare.values import OnlyHere
from diptych.text.article import Span

TEXT = """A dredger will deepen the southern channel in spring.
The fishermen mend their nets beside the old customs house.
Two bakers quarrel over the recipe of the harbour loaf.
The lighthouse keeper paints the gallery every other summer.
Nobody answers the telephone in the ferry office on Sundays.
Gulls nest on the roof of the savings bank again."""
SCALE = shown_of_voices(READERS["words"])


def alone(sureness: Floats, matched: tuple[Span, ...] = ()) -> tuple[OnlyHere, ...]:
    reading = read(article(TEXT))
    count = len(reading)
    best = np.full(count, -1, np.float32)
    return passages_alone(
        reading, [()] * count, best=best, sureness=sureness, matched=matched, scale=SCALE
    )


def test_a_third_at_most_is_listed_the_surest_first() -> None:
    sureness = np.array([0.8, 0.95, 0.75, 0.9, 0.85, 0.99], np.float32)

    found = alone(sureness)

    assert [only.score for only in found] == [0.99, 0.95, 0.9, 0.85, 0.8, 0.75]
    assert [only.shown for only in found] == [True, True, False, False, False, False]


def test_what_may_well_have_a_partner_is_not_listed() -> None:
    sureness = np.array([0.65, 0.6, 0.5, 0.72, 0.3, 0.69], np.float32)

    assert [only.score for only in alone(sureness) if only.shown] == [0.72]


def test_what_has_a_match_is_not_listed_however_sure() -> None:
    sureness = np.full(6, 0.9, np.float32)

    listed = [only.span for only in alone(sureness, (Span(0, 50),)) if only.shown]

    assert len(listed) == 2 and Span(0, 53) not in listed


def test_where_nobody_is_left_to_be_a_partner_a_passage_is_surely_alone() -> None:
    text = "The mill stands by the weir. The old miller drowned in spring. Its wheel turns no more."
    left, right = article(text), article(text.replace("The old miller drowned in spring. ", ""))

    listed = [only for only in compare(left, right).only_left if only.shown]

    assert [(only.span.of(left.text), only.score) for only in listed] == [
        ("The old miller drowned in spring.", 1.0)
    ]


def test_a_short_sentence_that_both_have_word_for_word_is_nobody_elses_partner() -> None:
    left = article("Rain fell on the yard. A grant came in spring. Nobody mended the old axle.")
    right = article("Rain fell on the yard. A grant came in spring.")

    listed = [only.span.of(left.text) for only in compare(left, right).only_left if only.shown]

    assert listed == ["Nobody mended the old axle."]


def test_what_only_introduces_a_list_is_not_missed_without_it() -> None:
    report = "The chandler shut his shop in winter. Nobody bought the rope he had left."
    items = "- deeper berths for the coal barges\n- a second crane by the granary"
    left = article(f"The harbour board asks the ministry for these things:\n\n{items}\n\n{report}")
    right = article(report)

    telling = are_telling(read(left))

    said = [span.of(left.text) for span in read(left).spans]
    assert not telling[said.index("The harbour board asks the ministry for these things:")]
    assert sum(telling) == len(said) - 1
    listed = [only.span.of(left.text) for only in compare(left, right).only_left if only.shown]
    assert listed and all("asks the ministry" not in each for each in listed)
