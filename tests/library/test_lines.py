# SPDX-License-Identifier: MIT
"""Which lines of plain text are one paragraph."""

from __future__ import annotations

from textwrap import wrap

import pytest

from diptych.library.lines import pieces_of_text
from diptych.text.article import BlockState

PROSE = "The harbour of Gull Point was closed for a week. " * 3


@pytest.mark.parametrize(
    ("last", "following"),
    [
        (
            "Am Montag eröffnete bei kräftigem Wind im alten Hafen von Neustadt Prof.",
            "Lena Holm die neue Schule.",
        ),
        ("The quay was handed over on that morning by Gov.", "Lee and two of the pilots."),
        ("Новый причал открыли в понедельник на берегу, ул.", "Морская, дом пятый, у моста."),
    ],
)
def test_a_line_that_ends_in_a_short_form_goes_on(last: str, following: str) -> None:
    # No line may be as short as a poem's.
    text = f"{PROSE}\n\n{last}\n{following}"
    assert len(pieces_of_text(text)) == 2


def test_a_line_that_ends_its_sentence_ends_its_paragraph() -> None:
    last = "The quay was handed over on that morning to the pilots."
    assert len(pieces_of_text(f"{PROSE}\n\n{last}\nLee and two others spoke.")) == 3


@pytest.mark.parametrize(("after", "joined"), [("und Ausfuhr", "Ein-"), ("fuhr", "Einfuhr")])
def test_a_hyphen_before_and_is_the_words_own(after: str, joined: str) -> None:
    last = "Über den neuen Kai von Neustadt gehen künftig die Ein-"
    assert joined in pieces_of_text(f"{PROSE}\n\n{last}\n{after}")[-1].text


def test_what_stands_around_a_form_feed_on_each_page_is_dimmed() -> None:
    pages = "\f".join(f"RFC 9\n\n{PROSE}\n\nHolm  [Page {n}]\n" for n in (1, 2, 3))

    hidden = [p.text for p in pieces_of_text(pages) if p.state is not BlockState.SHOWN]

    assert hidden == [
        *("Holm  [Page 1]", "RFC 9", "Holm  [Page 2]", "RFC 9", "Holm  [Page 3]"),
    ]


def hard_wrapped(*paragraphs: str) -> str:
    return "\n\n".join("\n".join(wrap(words, 72)) for words in paragraphs)


def test_short_minutes_with_a_head_over_each_paragraph_are_wrapped_lines() -> None:
    said = [f"{place} the quay was closed. {PROSE[:98].strip()}" for place in ("Here", "There")]
    said.append(f"In the end the whole of the council {PROSE[4:].strip()}")
    heads = ("1. One", "2. Two", "3. Three")
    parts = [words for both in zip(heads, said, strict=True) for words in both]

    pieces = pieces_of_text(hard_wrapped("Minutes", "Present: Holm, Aas", *parts))

    assert [piece.text for piece in pieces if len(piece.text) > 60] == said


def test_rows_of_a_wrapped_text_are_lines_of_their_own() -> None:
    rows = ("Network Tide Group                     I. Holm", "Request: 9                   Coast")
    text = hard_wrapped(PROSE, PROSE, PROSE)

    pieces = pieces_of_text("\n".join(rows) + f"\n\n{text}")

    assert [piece.text for piece in pieces[:2]] == list(rows)
    assert pieces[2].text == PROSE.strip()
