# SPDX-License-Identifier: MIT
"""What a translation tells otherwise than its original: only matches join their passages."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.compare.articles import article

from diptych.compare.changes.finder import find_changes
from diptych.compare.changes.values import Change, ChangeKind, Changes, Finding
from diptych.compare.values import Evidence, Kind, Match
from diptych.text.article import Span
from diptych.text.segment import all_passages

NOTHING = Evidence()

ENGLISH = """The quay was built in stone.
Nobody knows who paid for the lamps.
The Club counted 1,250 boats there.
The harbour master laughed at this.
Every spring the windows are washed."""
GERMAN = """Der Kai wurde aus Stein gebaut.
Niemand weiß, wer die Lampen bezahlt hat.
Der Verein zählte dort 1.250 Boote.
Der Hafenmeister lachte darüber.
Jeden Frühling werden die Fenster geputzt."""


def words(left: str, right: str, change: Change) -> list[tuple[str, str]]:
    return [(edit.left.of(left), edit.right.of(right)) for edit in change.edits]


def match(rows: range, columns: range, *, shown: bool = True, told: Evidence = NOTHING) -> Match:
    left, right = (
        Span(lines[part[0]].start, lines[part[-1]].end)
        for lines, part in ((lines_of(ENGLISH), rows), (lines_of(GERMAN), columns))
    )
    return Match(Kind.SAME_CLAIM, left, right, 0.6, 0.6, shown, told)


def lines_of(text: str) -> list[Span]:
    found, at = [], 0
    for line in text.split("\n"):
        found.append(Span(at, at + len(line)))
        at += len(line) + 1
    return found


def facing(english: str, other: str, language: str) -> Changes:
    """Set an English text against another one whose first lines are known for a match."""
    sides = article(english, language="en"), article(other, language=language)
    return find_changes(*sides, matches=[match(range(1), range(1))])


def across(*matches: Match, right: str = GERMAN, knows_meaning: bool = True) -> Changes:
    left, other = article(ENGLISH, language="en"), article(right, language="de")
    return find_changes(left, other, matches=matches, knows_meaning=knows_meaning)


def one_by_one(*numbers: int) -> list[Match]:
    return [match(range(n, n + 1), range(n, n + 1)) for n in numbers]


def test_a_faithful_translation_has_no_changes() -> None:
    found = across(*one_by_one(0, 1, 2, 3, 4))
    assert (found.changes, found.knows_words) == ((), False)


def test_a_figure_that_differs_in_a_translation_is_told() -> None:
    wrong = GERMAN.replace("1.250", "1.520")
    (change,) = across(*one_by_one(0, 1, 2, 3, 4), right=wrong).changes
    assert change.findings == (Finding.NUMBER,)
    assert words(ENGLISH, wrong, change) == [("1,250", "1.520")]


def test_a_day_whose_month_is_told_by_the_days_own_number_is_another() -> None:
    found = facing("It opened on 5 March.", "Sie öffnete am 5. Mai.", "de")
    assert [change.findings for change in found.changes] == [(Finding.DATE,)]


def test_a_sentence_the_translator_left_out_is_told() -> None:
    shorter = GERMAN.replace("Niemand weiß, wer die Lampen bezahlt hat.\n", "")
    gone = len(GERMAN) - len(shorter)
    moved = [
        replace(each, right=Span(each.right.start - gone, each.right.end - gone))
        for each in one_by_one(2, 3, 4)
    ]
    (change,) = across(*one_by_one(0), *moved, right=shorter).changes
    assert change.left.of(ENGLISH) == "Nobody knows who paid for the lamps."
    assert change.findings == (Finding.OMITTED,)


def test_the_only_sentences_left_over_between_two_pairs_are_one_anothers_if_faintly_alike() -> None:
    faint = match(range(1, 2), range(1, 2), shown=False)
    assert across(*one_by_one(0, 2, 3, 4), faint).changes == ()


def test_of_two_unlike_sentences_between_two_pairs_one_was_left_out_and_one_put_in() -> None:
    told = across(*one_by_one(0, 2, 3, 4)).changes
    assert [change.findings for change in told] == [(Finding.OMITTED,), (Finding.ADDED,)]


@pytest.mark.parametrize(
    ("german", "names"),
    [
        ("Gebaut hat es Clara Steiner aus Linz.", [("Graz", "Linz")]),
        ("Gebaut hat es Clara Steiner aus Graz.", []),
    ],
)
def test_a_name_is_not_heard_in_another_that_is_there_on_both_sides(
    german: str, names: list[tuple[str, str]]
) -> None:
    english = "It was built by Clara Steiner from Graz."
    (change,) = facing(english, german, "de").changes or (None,)
    assert (words(english, german, change) if change else []) == names


def test_a_word_that_opens_a_speech_is_no_name() -> None:
    found = facing("He called to Anna: “Behold, the sea!”", "Le dijo a Anna: ¡Mira, el mar!", "es")
    assert found.changes == ()


def test_weeks_of_a_language_nobody_knows_are_no_other_number() -> None:
    found = facing("It took three weeks.", "Ilichukua wiki 3.", "sw")
    assert found.changes == ()


def test_a_faint_match_joins_no_sentence_to_a_neighbours_partner() -> None:
    faint = match(range(1, 2), range(0, 1), shown=False)
    found = across(*one_by_one(0, 3, 4), match(range(2, 3), range(1, 2)), faint)
    assert ChangeKind.RESHAPED not in [change.kind for change in found.changes]


def test_one_sentence_translated_by_two_is_split() -> None:
    lines = ENGLISH.split("\n")
    merged = f"{lines[1].rstrip('.')}, and the Club counted 1,250 boats there."
    english = article("\n".join([lines[0], merged, *lines[3:]]), language="en")
    like = match(range(1), range(1))
    spans = [p.span for p in all_passages(english)]
    german = article(GERMAN, language="de")
    theirs = [p.span for p in all_passages(german)]
    joined = [(0, 0), (1, 1), (1, 2), (2, 3), (3, 4)]
    found = find_changes(
        english,
        german,
        matches=[replace(like, left=spans[a], right=theirs[b]) for a, b in joined],
    )
    assert [change.kind for change in found.changes] == [ChangeKind.RESHAPED]


def test_nothing_is_called_left_out_where_no_encoder_knows_both_languages() -> None:
    assert across(knows_meaning=False).changes == ()
    lone = across(right=GERMAN.split("\n", maxsplit=1)[0]).changes
    assert len(lone) > 0


def told_between(left: str, right: str) -> set[Finding]:
    """Return what is told of a sentence of each language that a match joins."""
    pair = article(left), article(right, language="de")
    spans = [all_passages(each)[0].span for each in pair]
    joined = Match(Kind.SAME_CLAIM, spans[0], spans[1], 0.6, 0.6, True, NOTHING)
    found = find_changes(*pair, matches=(joined,))
    return {finding for change in found.changes for finding in change.findings}


@pytest.mark.parametrize(
    ("left", "right", "told"),
    [
        ("They decide before the end of March.", "Sie entscheiden vor Ende März.", set()),
        ("They decide before the end of March.", "Sie entscheiden vor Ende Mai.", {Finding.DATE}),
        ("They may decide on it in March.", "Sie dürfen es im März entscheiden.", set()),
        ("There are more seals than ever before.", "Es gibt Robben wie nie zuvor.", set()),
        ("There are seals on the island.", "Es gibt nie Robben auf der Insel.", {Finding.DENIED}),
    ],
)
def test_a_month_alone_is_compared_and_as_never_denies_nothing(
    left: str, right: str, told: set[Finding]
) -> None:
    assert told_between(left, right) == told
