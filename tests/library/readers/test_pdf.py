# SPDX-License-Identifier: MIT
"""Lines on pages become paragraphs, headings and notes again."""

from __future__ import annotations

from diptych.text.article import BlockState
from library.packed import pdf
from library.samples import PROSE, PROSE_2, PROSE_3, article_from, texts


def wrapped(text: str, top: int = 700, left: int = 60) -> list[tuple[int, int, int, str]]:
    words, lines, line = text.split(), [], ""
    for word in words:
        if len(line) + len(word) > 78:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    return [(left, top - 14 * n, 12, words) for n, words in enumerate([*lines, line])]


def test_pdf_lines_become_paragraphs() -> None:
    article = article_from(pdf([wrapped(PROSE) + wrapped(PROSE_2, 620)]), "a.pdf")

    assert texts(article) == [PROSE, PROSE_2]


def test_a_paragraph_goes_on_over_the_page() -> None:
    lines = wrapped(f"{PROSE} {PROSE_2}")

    article = article_from(
        pdf([lines[:3], [(60, 760 - 14 * n, 12, w) for n, (*_, w) in enumerate(lines[3:])]]),
        "a.pdf",
    )

    assert texts(article) == [f"{PROSE} {PROSE_2}"]
    assert article.blocks[0].page == 1


def test_larger_lines_are_headings() -> None:
    article = article_from(pdf([[(60, 760, 24, "The wall"), *wrapped(PROSE)]]), "a.pdf")

    assert article.title == "The wall"


def test_a_word_cut_at_the_end_of_a_line_is_made_whole() -> None:
    article = article_from(
        pdf([[(60, 700, 12, "They met to talk about the har-"), (60, 686, 12, "bour wall.")]]),
        "a.pdf",
    )

    assert article.text == "They met to talk about the harbour wall."


def test_running_heads_and_page_numbers_are_dimmed() -> None:
    bodies = [PROSE, PROSE_2, PROSE_3, f"Now then: {PROSE}"]
    pages = [
        [(60, 800, 9, "The Coast, yearbook"), *wrapped(body), (290, 30, 9, str(number))]
        for number, body in enumerate(bodies, start=1)
    ]

    article = article_from(pdf(pages), "a.pdf")

    dimmed = set(texts(article, state=BlockState.DIMMED))
    assert dimmed == {"The Coast, yearbook", "1", "2", "3", "4"}


def test_pdf_properties_are_read() -> None:
    article = article_from(pdf([wrapped(PROSE)], title="The wall"), "a.pdf")

    assert (article.title, article.authors, article.date) == (
        "The wall",
        ("Ida Holm",),
        "2024-05-12",
    )
