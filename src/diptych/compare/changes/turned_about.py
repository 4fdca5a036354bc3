# SPDX-License-Identifier: MIT
"""What differs in a sentence that was turned about, where no word faces its like."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from diptych.compare.changes.names import names_in
from diptych.compare.facts import Fact, Sort
from diptych.compare.units import MEASURES
from diptych.text.lexicon import words_of
from diptych.text.words import words

if TYPE_CHECKING:
    from diptych.compare.changes.findings import Checked
    from diptych.text.article import Span


def is_counted_otherwise(ours: Iterable[Fact], theirs: Iterable[Fact]) -> bool:
    """Tell whether one thing is counted otherwise, by the facts in words that changed.

    "The ship was freed after two hours", "It took three hours to free the ship".
    """
    left, right = (
        {(f.key, f.unit) for f in side if f.sort is Sort.FIGURE and f.unit and not f.attached}
        for side in (ours, theirs)
    )
    counted = [Counter(unit for _, unit in side) for side in (left - right, right - left)]
    return any(count == counted[1][unit] == 1 for unit, count in counted[0].items())


def is_one_count_another(ours: Iterable[Fact], theirs: Iterable[Fact]) -> bool:
    """Tell whether all figures but one are on both sides: 412 passengers for 421 people.

    What is counted may have another name. One figure at least is told by both, or else the
    sentences may count different things.
    """
    left, right = ({f.key: f for f in side if f.sort is not Sort.NAME} for side in (ours, theirs))
    here = [fact for key, fact in left.items() if key not in right]
    there = [fact for key, fact in right.items() if key not in left]
    return (
        not left.keys().isdisjoint(right)
        and len(here) == len(there) == 1
        and all(f.sort is Sort.FIGURE and not f.attached for f in (*here, *there))
        and MEASURES.isdisjoint((here[0].unit, there[0].unit))
    )


def is_another_first_name(
    left: tuple[Checked, Iterable[Fact]], right: tuple[Checked, Iterable[Fact]]
) -> bool:
    """Tell whether one of a family became another: Olav Brandt, Nils Brandt."""
    named = [
        {
            tuple(name.of(side.text) for name in names_in(side.text, [f], side.article.language))
            for f in facts
        }
        for side, facts in (left, right)
    ]
    here, there = list(named[0] - named[1]), list(named[1] - named[0])
    return len(here) == len(there) == 1 and (
        len(here[0]) == len(there[0]) > 1
        and here[0][0] != there[0][0]
        and here[0][1:] == there[0][1:]
    )


def nobody_is_meant_by_both(left: Checked, right: Checked, spans: tuple[Span, Span]) -> bool:
    """Tell whether both deny the same persons or things, wherever in the sentence they do.

    "Nobody was hurt when the ship struck", "When the ship hit the pier, nobody was injured".
    """
    told = [
        Counter(
            word.form
            for word in words(side.text, span.start, span.end)
            if word.form in words_of(side.article.language, "denying_things")
        )
        for side, span in zip((left, right), spans, strict=True)
    ]
    return bool(told[0]) and told[0] == told[1]
