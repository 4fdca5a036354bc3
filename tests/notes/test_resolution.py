# SPDX-License-Identifier: MIT
"""A quote is found again where the text has moved or changed, or it is said not to be sure."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from diptych.notes.anchor import AnchorState, anchor_for
from diptych.notes.resolution import resolve
from diptych.text.article import Span
from diptych.text.sides import Side
from notes.samples import TEXT, anchor, article

QUOTE = "Divers found cracks in nine of its forty piles."
REFRAIN = "\n\n".join(
    f"Ward {name}. The motion was put to the vote. It was carried. The clerk noted it."
    for name in ("North", "South", "East", "West")
)


def test_unchanged_text_is_exact() -> None:
    made = anchor(QUOTE)
    found = resolve(made, TEXT)
    assert (found.span, found.state) == (made.span, AnchorState.EXACT)


def test_moved_quote_is_found_again() -> None:
    text = "A new first paragraph.\n\n" + TEXT
    found = resolve(anchor(QUOTE), text)
    assert found.state is AnchorState.MOVED
    assert found.span is not None and found.span.of(text) == QUOTE


def test_moved_paragraph_is_found_without_its_neighbours() -> None:
    parts = TEXT.split("\n\n")
    text = "\n\n".join((parts[0], parts[3], parts[2], parts[1]))
    assert resolve(anchor(parts[1]), text).state is AnchorState.MOVED


def test_reworded_quote_is_fuzzy() -> None:
    text = TEXT.replace("nine of its forty", "eleven of the forty")
    found = resolve(anchor(QUOTE), text)
    assert found.state is AnchorState.FUZZY
    assert found.span is not None
    assert found.span.of(text) == "Divers found cracks in eleven of the forty piles."


def test_a_few_long_new_words_are_no_new_sentence() -> None:
    new = QUOTE.replace("nine", "twenty-one").replace("piles", "foundations")
    found = resolve(anchor(QUOTE), TEXT.replace(QUOTE, new))
    assert found.state is AnchorState.FUZZY
    assert found.span is not None and found.span.of(TEXT.replace(QUOTE, new)) == new


def test_a_sentence_mostly_in_new_words_is_only_offered() -> None:
    new = "Divers saw splits in eleven of its forty posts."
    text = TEXT.replace(QUOTE, new)
    found = resolve(anchor(QUOTE), text)
    assert (found.span, found.state) == (None, AnchorState.LOST)
    assert found.candidates[0].quote == new


def test_a_reworded_paragraph_is_found_among_strangers() -> None:
    parts = TEXT.split("\n\n")
    new = QUOTE.replace("nine", "eleven")
    text = "\n\n".join(("It rained on Monday.", parts[3], new, "All went home early."))
    found = resolve(anchor(QUOTE), text)
    assert found.state is AnchorState.FUZZY
    assert found.span is not None and found.span.of(text) == new


def test_a_rival_among_strangers_leaves_the_choice_to_the_reader() -> None:
    near = QUOTE.replace("nine", "ten")
    rival = QUOTE.replace("nine", "two").replace("cracks", "holes")
    text = (
        f"It rained on Monday. {rival} All went home.\n\nOn Friday it was dry. {near} Nobody came."
    )
    found = resolve(anchor(QUOTE), text)
    assert found.state is AnchorState.LOST
    assert {candidate.quote for candidate in found.candidates} == {near, rival}


@pytest.mark.parametrize("nth", range(4))
@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_an_equal_sentence_of_a_shuffled_paragraph_is_never_silent(
    nth: int, order: tuple[int, ...]
) -> None:
    quote, parts = "The motion was put to the vote.", REFRAIN.split("\n\n")
    text = "\n\n".join(parts[place] for place in order)
    found = resolve(anchor(quote, REFRAIN, nth=nth), text)
    right = text.index(parts[nth]) + parts[nth].index(quote)
    assert found.span is not None
    assert found.span.start == right or found.state is AnchorState.FUZZY


def test_the_nearest_words_tell_equal_sentences_apart() -> None:
    wards = [f"Ward {number}. It was carried. All rose." for number in range(20, 29)]
    made = anchor("It was carried.", "\n\n".join(wards), nth=4)
    text = "\n\n".join(sorted(wards, key=lambda ward: ward[6:8][::-1]))
    found = resolve(made, text)
    assert found.span is not None
    assert text[: found.span.start].endswith("Ward 24. ")


def test_words_that_are_gone_are_lost() -> None:
    found = resolve(anchor(QUOTE), TEXT.replace(QUOTE, "It rained."))
    assert (found.span, found.state) == (None, AnchorState.LOST)


@pytest.mark.parametrize("text", ["", " ", "x"])
def test_an_empty_article_has_lost_everything(text: str) -> None:
    assert resolve(anchor(QUOTE), text).state is AnchorState.LOST


def test_an_anchor_without_quote_means_the_whole_article() -> None:
    made = replace(anchor(QUOTE), quote="", prefix="", suffix="", start=0, end=0)
    assert resolve(made, TEXT).state is AnchorState.EXACT


@pytest.mark.parametrize("nth", range(4))
def test_equal_sentences_are_told_apart_by_their_surroundings(nth: int) -> None:
    made = anchor("It was carried.", REFRAIN, nth=nth)
    text = "A new start.\n\n" + REFRAIN
    found = resolve(made, text)
    assert found.state is AnchorState.MOVED
    assert found.span == Span(made.start + 14, made.end + 14)


@pytest.mark.parametrize("nth", range(4))
def test_a_look_alike_of_a_dropped_sentence_is_never_silent(nth: int) -> None:
    made = anchor("It was carried.", REFRAIN, nth=nth)
    text = "Foreword.\n\n" + REFRAIN[: made.start] + REFRAIN[made.end + 1 :]
    assert resolve(made, text).state in (AnchorState.FUZZY, AnchorState.LOST)


def test_a_look_alike_that_slid_into_the_old_place_is_never_silent() -> None:
    text = "It was so. Yes. Nobody spoke against it.\n\nThe second was read out. Yes. All rose."
    made = anchor("Yes.", text)
    edited = "They rose. Yes. All of them went home and left the hall."
    assert edited.index("Yes.") == made.start
    assert resolve(made, edited).state is AnchorState.FUZZY


def test_a_different_figure_is_never_taken_for_the_same_sentence() -> None:
    text = "The board voted 14 to 3.\n\nThe board voted 11 to 3."
    made = anchor("The board voted 14 to 3.", text)
    assert resolve(made, "The board voted 11 to 3.").state in (AnchorState.FUZZY, AnchorState.LOST)


def test_two_equally_good_guesses_are_no_answer_but_candidates() -> None:
    made = anchor(QUOTE)
    near = QUOTE.replace("nine", "ten")
    found = resolve(replace(made, prefix="", suffix=""), f"{near} Then. {near}")
    assert found.state is AnchorState.LOST
    assert len(found.candidates) == 2


def test_the_same_words_in_another_container_are_moved() -> None:
    source = "He said “we can’t wait” – twice."
    made = anchor(source, f"Intro here.\n\n{source}\n\nEnd of it.")
    other = 'Intro here.\nHe said "we can\'t\n  wait" - twice.\nEnd of it.'
    found = resolve(made, other)
    assert found.state is AnchorState.MOVED
    assert found.span is not None and found.span.of(other).endswith("twice.")


@pytest.mark.parametrize("broken", ["\n", "\n\n", "\n  "])
def test_a_twin_broken_over_lines_is_never_silent(broken: str) -> None:
    line = "Follow the harbour free of charge with a trial of seven days"
    twin = line.replace("charge with", f"charge{broken}with")
    text = f"{twin} for all.\n\nThe quay closes.\n\n{line}\n\nNobody was asked."
    start = text.rindex(line)
    made = anchor_for(article(text), Span(start, start + len(line)), side=Side.LEFT)
    edited = text[:start] + "Keep up with the port for a week at no cost" + text[made.end :]

    assert resolve(made, edited).state in (AnchorState.FUZZY, AnchorState.LOST)


def test_a_place_across_a_gap_is_never_silent_for_an_anchor_that_knew_no_twin() -> None:
    made = anchor("The quay closes in May", "First.\n\nThe quay closes in May.\n\nLast.")
    edited = "First.\n\nThe quay closes\n\nin May a new one opens.\n\nLast."
    assert resolve(made, edited).state in (AnchorState.FUZZY, AnchorState.LOST)


def test_composed_and_decomposed_letters_are_the_same() -> None:
    made = anchor("Le préfet a été élu.", "Avant.\n\nLe préfet a été élu.\n\nAprès.")
    other = "Avant.\n\nLe pre\u0301fet a e\u0301te\u0301 e\u0301lu.\n\nApre\u0300s."
    assert resolve(made, other).state is AnchorState.MOVED


def test_emoji_count_as_one() -> None:
    text = "One 🚢 came in.\n\nTwo 🚢🚢 came in at night."
    made = anchor("Two 🚢🚢 came", text)
    assert made.span.of(text) == "Two 🚢🚢 came"


@pytest.mark.parametrize("quote", ["x" * 50_000, "word " * 10_000])
def test_an_enormous_quote_of_one_kind_is_answered(quote: str) -> None:
    text = f"Start of it.\n\n{quote}\n\nThe end of it."
    made = anchor(quote.strip(), text)
    edited = text.replace("Start", "The very start").replace("The end", "An end")
    found = resolve(made, edited)
    assert found.state in (AnchorState.MOVED, AnchorState.FUZZY)


def test_an_enormous_edited_quote_is_found() -> None:
    quote = " ".join(f"Line {number} of the long ledger." for number in range(1700))
    made = anchor(quote, f"Before.\n\n{quote}\n\nAfter.")
    edited = f"Before.\n\n{quote.replace('Line 800 of the', 'Row 800 in the')}\n\nAfter."
    assert resolve(made, edited).state is AnchorState.FUZZY


SAMPLES = (
    "First the sample: WB-9: cold water, kept for a week. "
    "Later the sample: WB-9: warm water, kept for a month. The sample: WB-9 again."
)


@pytest.mark.parametrize("prefix", ["", "sample: ", "the sample: "])
@pytest.mark.parametrize("suffix", [": warm", ": warm water, kept for", ":  warm\nwater"])
def test_surroundings_kept_elsewhere_name_the_one_place_however_short(
    prefix: str, suffix: str
) -> None:
    made = replace(anchor("WB-9", SAMPLES), prefix=prefix, suffix=suffix, start=0, end=0, times=0)
    found = resolve(made, SAMPLES)
    assert found.state is AnchorState.MOVED
    assert found.span is not None and found.span.start == SAMPLES.index("WB-9: warm")


@pytest.mark.parametrize(
    ("prefix", "suffix"), [("", ""), ("", ": "), ("sample: ", ""), ("", ": hot")]
)
def test_surroundings_kept_elsewhere_that_fit_several_places_name_none(
    prefix: str, suffix: str
) -> None:
    made = replace(anchor("WB-9", SAMPLES), prefix=prefix, suffix=suffix, start=0, end=0, times=0)
    assert resolve(made, SAMPLES).state is AnchorState.FUZZY
