# SPDX-License-Identifier: MIT
"""An anchor keeps what finds and cites its words."""

from __future__ import annotations

from diptych.notes.anchor import anchor_again, anchor_for
from diptych.text.article import Span
from diptych.text.sides import Side
from notes.samples import TEXT, anchor, article

QUOTE = "Divers found cracks in nine of its forty piles."


def test_context_reaches_sentence_edges_and_32_characters() -> None:
    made = anchor("cracks in nine")
    assert made.prefix.startswith("The old quay") and len(made.prefix) >= 32
    assert made.suffix.endswith("unavoidable.") and len(made.suffix) >= 32


def test_white_space_around_a_selection_is_left_out() -> None:
    start = TEXT.index(QUOTE)
    made = anchor_for(article(), Span(start - 1, start + len(QUOTE) + 2), side=Side.LEFT)
    assert made.quote == QUOTE


def test_anchor_keeps_what_is_needed_to_cite() -> None:
    made = anchor(QUOTE)
    assert (made.title, made.authors, made.source, made.date, made.paragraph) == (
        "Quay to close for repairs",
        ("Ida Holm",),
        "The Tide",
        "2025-02-14",
        1,
    )


def test_anchoring_again_keeps_the_side_and_takes_the_new_hash() -> None:
    newer = article(TEXT.replace("May", "June"))
    made = anchor(QUOTE, side=Side.RIGHT)
    again = anchor_again(made, newer, Span(0, 4), path="/b/quay.txt")
    assert (again.side, again.content_hash, again.path) == (
        Side.RIGHT,
        newer.content_hash,
        "/b/quay.txt",
    )
