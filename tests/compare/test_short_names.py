# SPDX-License-Identifier: MIT
"""A full name counts by its last word, and nothing else is taken for a name."""

from __future__ import annotations

from collections.abc import Sequence

from diptych.compare.short_names import without_full_names
from diptych.text.words import words


def told(sentences: Sequence[str], language: str = "en") -> list[str]:
    """Return the content words kept of each sentence, joined."""
    text = "\n".join(sentences)
    starts = [sum(len(s) + 1 for s in sentences[:at]) for at in range(len(sentences))]
    passages = [
        words(text, start, start + len(sentence), language=language)
        for start, sentence in zip(starts, sentences, strict=True)
    ]
    kept = without_full_names(text, passages, language=language)
    return [" ".join(word.form for word in found if word.stem) for found in kept]


def test_a_title_and_a_given_name_are_left_out_where_the_last_name_stands_alone() -> None:
    found = told(["The President Ilse Brandt resigned.", "Everyone thanked Brandt."])

    assert found == ["brandt resigned", "everyone thanked brandt"]


def test_a_given_name_is_known_as_one_at_the_beginning_too() -> None:
    found = told(["Ilse Brandt resigned.", "Then Ilse Brandt left.", "Everyone thanked Brandt."])

    assert found[:2] == ["brandt resigned", "brandt left"]


def test_a_word_that_only_begins_sentences_is_no_given_name() -> None:
    found = told(["Meanwhile Brandt resigned.", "Everyone thanked Brandt."])

    assert found[0] == "meanwhile brandt resigned"


def test_a_full_name_stays_where_the_last_name_never_stands_alone() -> None:
    assert told(["Ilse Brandt resigned.", "Everyone thanked her."])[0] == "ilse brandt resigned"


def test_a_word_that_also_stands_alone_is_no_given_name() -> None:
    found = told(["The Swiss Brandt left.", "Everyone thanked Brandt.", "The vote was Swiss."])

    assert found[0] == "swiss brandt left"


def test_a_word_also_written_small_is_no_given_name() -> None:
    found = told(["Only Harbour Brandt resigned.", "Everyone at the harbour thanked Brandt."])

    assert found[0] == "harbour brandt resigned"


def test_two_who_bear_one_last_name_keep_their_given_names() -> None:
    found = told(["So Ilse Brandt left.", "So Otto Brandt stayed.", "Everyone thanked Brandt."])

    assert found[:2] == ["ilse brandt left", "otto brandt stayed"]


def test_names_that_a_comma_parts_are_two() -> None:
    found = told(["Then Ilse, Brandt and Moor left.", "Everyone thanked Brandt."])

    assert found[0] == "ilse brandt moor left"


def test_a_name_is_known_in_another_case() -> None:
    found = told(["А Пётр Ланин ушёл.", "Все благодарили Ланина."], language="ru")

    assert found[0] == "ланин ушёл"


def test_capitals_tell_no_names_where_every_noun_has_one() -> None:
    found = told(["Gestern sprach Kanzlerin Brandt.", "Alle dankten Brandt."], language="de")

    assert found[0].endswith("kanzlerin brandt")


def test_a_text_without_words_has_none() -> None:
    assert told(["", "..."]) == ["", ""]
