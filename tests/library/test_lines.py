# SPDX-License-Identifier: MIT
"""Which lines of plain text are one paragraph."""

from __future__ import annotations

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
