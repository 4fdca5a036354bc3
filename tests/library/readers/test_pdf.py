# SPDX-License-Identifier: MIT
"""Lines on pages become paragraphs, headings and notes again."""

from __future__ import annotations

from itertools import zip_longest
from textwrap import wrap

import pytest

from diptych.text.article import BlockKind, BlockState
from library.packed import pdf, wrapped
from library.samples import PROSE, PROSE_2, PROSE_3, article_from, texts


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


def placed(text: str, left: int, top: int, *, width: int = 40) -> list[tuple[int, int, int, str]]:
    """Lines of ``width`` letters, 12 points apart, in size 10."""
    lines, line = [], ""
    for word in text.split():
        if len(line) + len(word) > width:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    return [(left, top - 12 * n, 10, words) for n, words in enumerate([*lines, line])]


def test_columns_drawn_row_by_row_are_read_one_after_the_other() -> None:
    left, right = placed(PROSE, 60, 740), placed(PROSE_2, 320, 740)
    rows = [line for row in zip_longest(left, right) for line in row if line]

    article = article_from(pdf([[(60, 780, 20, "The wall"), *rows]]), "a.pdf")

    assert texts(article) == ["The wall", PROSE, PROSE_2]


def test_a_paragraph_of_the_left_column_is_one() -> None:
    text = f"{PROSE} {PROSE_2}"

    article = article_from(pdf([placed(text, 60, 740) + placed(PROSE_3, 320, 740)]), "a.pdf")

    assert texts(article) == [text, PROSE_3]


def test_a_title_of_two_lines_is_one_title() -> None:
    head = [(60, 790, 20, "Harbour wall goes"), (60, 766, 20, "to a vote")]
    lines = [(60, 740, 10, "By Jo Marsh"), (60, 726, 10, "14 February 2025")]

    article = article_from(pdf([[*head, *lines, *wrapped(PROSE)]]), "a.pdf")

    assert (article.title, article.authors, article.date) == (
        "Harbour wall goes to a vote",
        ("Jo Marsh",),
        "2025-02-14",
    )


def test_printed_authors_and_date_beat_those_of_the_file() -> None:
    head = [
        (60, 780, 20, "Harbour walls and their price"),
        (60, 755, 12, "Jo Marsh and Ana Wolf"),
        (60, 735, 12, "14 February 2025"),
    ]

    article = article_from(pdf([[*head, *placed(PROSE, 60, 700, width=90)]]), "a.pdf")

    assert (article.authors, article.date) == (("Jo Marsh", "Ana Wolf"), "2025-02-14")


def test_the_words_above_the_title_are_not_the_title() -> None:
    head = [(60, 800, 10, "Home News Sport"), (60, 770, 24, "Harbour wall goes to a vote")]

    article = article_from(pdf([[*head, *wrapped(PROSE)]]), "a.pdf")

    assert article.title == "Harbour wall goes to a vote"


def test_a_title_that_is_the_running_head_too_stays_the_title() -> None:
    bodies = [PROSE, PROSE_2, PROSE_3, f"Now then: {PROSE}"]
    pages = [[(60, 800, 8, "The wall"), *wrapped(body)] for body in bodies]
    pages[0][0] = (60, 800, 20, "The wall")

    article = article_from(pdf(pages), "a.pdf")

    assert article.title == "The wall"


def test_heads_that_change_with_the_chapter_are_dimmed() -> None:
    bodies = (PROSE, PROSE_2, PROSE_3, f"Now then: {PROSE}")
    chapters = zip(("Stones", "Stones", "Boats", "Boats"), bodies, strict=True)
    pages = [
        [(60, 810, 8, f"{head} {number}"), *wrapped(body)]
        for number, (head, body) in enumerate(chapters, start=1)
    ]

    article = article_from(pdf(pages), "a.pdf")

    dimmed = texts(article, state=BlockState.DIMMED)
    assert dimmed == ["Stones 1", "Stones 2", "Boats 3", "Boats 4"]


def test_what_a_browser_prints_around_a_page_is_dimmed() -> None:
    around = [(25, 820, 8, "2/14/25, 6:10 PM"), (24, 17, 8, "https://post.example/wall 1/1")]

    article = article_from(pdf([[*wrapped(PROSE), *around]]), "a.pdf")

    assert texts(article, state=BlockState.SHOWN) == [PROSE]


def test_a_letter_over_three_lines_goes_back_to_its_word() -> None:
    lines = placed(PROSE[1:], 96, 740, width=70)

    article = article_from(
        pdf([[(60, 718, 40, PROSE[0]), *lines, *placed(PROSE_2, 60, 640, width=80)]]), "a.pdf"
    )

    assert texts(article) == [PROSE, PROSE_2]


def test_numbers_before_every_line_are_taken_away() -> None:
    lines = placed(f"{PROSE} {PROSE_2}", 60, 740)
    numbered = [(x, y, size, f"{n} {words}") for n, (x, y, size, words) in enumerate(lines, 1)]

    article = article_from(pdf([numbered]), "a.pdf")

    assert texts(article) == [f"{PROSE} {PROSE_2}"]


def test_a_footnote_does_not_cut_the_paragraph_over_the_page() -> None:
    lines = placed(f"{PROSE} {PROSE_2}", 60, 740, width=80)
    note = (60, 60, 7, "1 Minutes of the council, page 7.")
    later = [(x, 780 - 12 * n, size, w) for n, (x, _, size, w) in enumerate(lines[2:])]

    article = article_from(pdf([[*lines[:2], note], later]), "a.pdf")

    assert texts(article, BlockKind.PARAGRAPH) == [f"{PROSE} {PROSE_2}"]
    assert texts(article, BlockKind.NOTE) == ["1 Minutes of the council, page 7."]


def test_a_raised_mark_is_set_apart_from_its_word() -> None:
    lines = [
        (60, 740, 10, "The wall is older than the town"),
        (201, 744, 6, "1"),
        (208, 740, 10, "and the quay is older than both."),
        *placed(PROSE, 60, 700, width=80),
    ]

    article = article_from(pdf([lines]), "a.pdf")

    assert (
        texts(article)[0] == "The wall is older than the town[1] and the quay is older than both."
    )


def test_the_cells_of_a_table_stay_apart() -> None:
    rows = [("Year", "Boats", "Coins"), ("2022", "1,204", "88"), ("2023", "988", "71")]
    cells = [
        (60 + 120 * column, 600 - 14 * row, 10, words)
        for row, values in enumerate(rows)
        for column, words in enumerate(values)
    ]

    article = article_from(pdf([[*placed(PROSE, 60, 740, width=80), *cells]]), "a.pdf")

    assert texts(article, BlockKind.TABLE) == ["Year Boats Coins", "2022 1,204 88", "2023 988 71"]


def test_a_full_last_line_still_ends_its_paragraph() -> None:
    lines = [
        (60, 700, 10, "The council met on Tuesday to discuss the wall and its price in full now"),
        (60, 687, 10, "and heard that the work would take a year and that it will cost more."),
        (60, 674, 10, "A report was asked for before anything is signed by the mayor or by her"),
        (60, 661, 10, "deputy."),
    ]

    article = article_from(pdf([lines]), "a.pdf")

    assert len(texts(article)) == 2


def test_a_compound_cut_at_its_hyphen_keeps_it() -> None:
    lines = [(60, 700, 12, "They all met in the old and very well-"), (60, 686, 12, "known hall.")]

    article = article_from(pdf([lines]), "a.pdf")

    assert article.text == "They all met in the old and very well-known hall."


def test_a_formula_is_no_heading() -> None:
    lines = [*placed(PROSE, 60, 740, width=80), (60, 690, 14, "Q = a + b + c (1)")]

    article = article_from(pdf([[*lines, *placed(PROSE_2, 60, 660, width=80)]]), "a.pdf")

    assert texts(article, BlockKind.HEADING) == []


def test_the_day_of_printing_is_not_the_articles() -> None:
    printed = pdf([wrapped(PROSE)]).replace(b"/Author(Ida Holm)", b"/Producer(Skia/PDF m1) ")

    assert article_from(printed, "a.pdf").date == ""


def test_lines_that_all_begin_elsewhere_are_read() -> None:
    lines = [
        (60 + 3 * n, 760 - 14 * n, 12, f"Line number {n} of the poem goes on") for n in range(12)
    ]
    assert "Line number 11" in article_from(pdf([lines]), "a.pdf").text


def test_a_head_counts_on_from_the_number_below_the_first_page() -> None:
    pages = [
        [*wrapped(PROSE), (300, 40, 10, "1")],
        [(60, 810, 10, "2 Stone and Ferry"), *wrapped(PROSE_2)],
    ]

    article = article_from(pdf(pages), "a.pdf")

    assert "2 Stone and Ferry" in texts(article, state=BlockState.DIMMED)


def test_the_letters_of_a_formula_move_no_other_line() -> None:
    rows = [("Year", "Boats", "Coins"), ("2022", "1,204", "88"), ("2023", "988", "71")]
    lines = [
        *placed(PROSE, 60, 740, width=80),
        (60, 700, 10, "@ = @ + @ - @ - @ - @ - @ (1)"),
        *(
            (60 + 120 * column, 600 - 14 * row, 10, words)
            for row, values in enumerate(rows)
            for column, words in enumerate(values)
        ),
    ]

    article = article_from(pdf([lines]), "a.pdf")

    assert "𝑃 = 𝑃" in article.text
    assert texts(article, BlockKind.TABLE) == ["Year Boats Coins", "2022 1,204 88", "2023 988 71"]


def test_the_foot_of_both_pages_of_a_short_paper_is_dimmed() -> None:
    foot = (60, 30, 8, "Harbour Notes 12 (2020) 33–41")
    pages = [[*wrapped(PROSE), foot], [(60, 810, 8, "2 Stone"), *wrapped(PROSE_2), foot]]

    article = article_from(pdf(pages), "a.pdf")

    assert texts(article, state=BlockState.DIMMED) == [foot[3], "2 Stone", foot[3]]


def test_the_place_in_a_journal_is_dimmed_on_the_only_page_that_tells_it() -> None:
    pages = [[*wrapped(PROSE), (60, 30, 8, "Harbour Notes 12 (2020) 33–41")]]

    article = article_from(pdf(pages), "a.pdf")

    assert texts(article, state=BlockState.DIMMED) == ["Harbour Notes 12 (2020) 33–41"]


def test_labels_of_the_texts_own_size_are_words_in_a_figure() -> None:
    lines = [
        *placed(PROSE, 60, 740, width=80),
        *((60, 640, 10, "crown"), (300, 640, 10, "gauge"), (180, 626, 10, "stem")),
        (60, 600, 10, "Figure 1: Where the gauges stood."),
        *placed(PROSE_2, 60, 570, width=80),
    ]

    article = article_from(pdf([lines]), "a.pdf")

    assert texts(article, state=BlockState.DIMMED) == ["crown gauge", "stem"]


def test_the_day_below_the_authors_is_a_line_of_its_own() -> None:
    lines = [
        (60, 780, 20, "How much rain trees hold back"),
        (160, 750, 10, "Marta Klein, Igor Petrov"),
        (190, 738, 10, "14 May 2020"),
        *placed(PROSE, 60, 700, width=80),
    ]

    article = article_from(pdf([lines]), "a.pdf")

    assert (article.authors, article.date) == (("Marta Klein", "Igor Petrov"), "2020-05-14")


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("The keeper climbed for twenty-", "six years", "twenty-six years"),
        ("They call it a state-of-the-", "art lamp", "state-of-the-art lamp"),
        ("The office praised the new light-", "house for it", "lighthouse"),
    ],
)
def test_a_hyphen_of_the_word_itself_stays(before: str, after: str, whole: str) -> None:
    lines = [(72, 700, 11, before), (72, 686, 11, f"{after} and nobody else says so at all.")]

    article = article_from(pdf([lines]), "a.pdf")

    assert whole in article.text


def test_what_safari_prints_around_a_page_is_dimmed() -> None:
    head = "Harbour wall goes up | The Coast        06/03/2024, 10:31"
    pages = [
        [(60, 805, 9, head), *wrapped(text), (60, 40, 9, f"https://a.example/b   Page {n} of 2")]
        for n, text in enumerate((PROSE, PROSE_2), start=1)
    ]

    assert texts(article_from(pdf(pages), "a.pdf"), state=BlockState.SHOWN) == [PROSE, PROSE_2]


def test_captions_right_below_one_another_are_two() -> None:
    lines = [
        *wrapped(PROSE),
        (60, 560, 9, "Figure 1. Nests against the width of the hedge."),
        (60, 549, 9, "Table 1. Nests found in each year."),
    ]

    article = article_from(pdf([[*lines, *wrapped(PROSE_2, 500)]]), "a.pdf")

    captions = [b.span.of(article.text) for b in article.blocks if b.kind is BlockKind.CAPTION]
    assert captions == [lines[-2][3], lines[-1][3]]


def columns(left: str, right: str) -> list[tuple[int, int, int, str]]:
    """Return two columns, the right one drawn first."""
    parts = ((310, right), (60, left))
    return [
        (place, 740 - 12 * n, 10, words)
        for place, text in parts
        for n, words in enumerate(wrap(text, 44))
    ]


def test_a_left_column_that_is_drawn_last_is_read_first() -> None:
    article = article_from(pdf([columns(PROSE, PROSE_2)]), "a.pdf")

    assert texts(article) == [PROSE, PROSE_2]


def test_numbers_at_the_right_are_no_column_of_prose() -> None:
    prices = [(310, 740 - 12 * n, 10, f"{n} crowns") for n in range(6)]
    names = [(60, 740 - 12 * n, 10, f"Lamp {n}") for n in range(6)]

    article = article_from(pdf([[*prices, *names, *wrapped(PROSE, 600)]]), "a.pdf")

    assert article.text.index("5 crowns") < article.text.index("Lamp 0")


@pytest.mark.parametrize(
    "lines", [("Ida Holm", "Jon Aas"), ("By Ida Holm and", "Jon Aas"), ("By Ida Holm,", "Jon Aas")]
)
def test_each_author_may_have_a_line(lines: tuple[str, str]) -> None:
    head = [(60, 790, 24, "The wall"), *((60, 750 - 26 * n, 12, w) for n, w in enumerate(lines))]
    day = (60, 698, 12, "5 March 2024")

    article = article_from(
        pdf([[*head, day, *wrapped(PROSE, 660), *wrapped(PROSE_2, 590)]]), "a.pdf"
    )

    assert article.authors == ("Ida Holm", "Jon Aas")
    assert texts(article, kind=BlockKind.BYLINE) == list(lines)


@pytest.mark.parametrize(
    ("below", "authors"), [(PROSE, ("Ida Holm", "Jon Aas")), ("Quay 3, Wick", ())]
)
def test_names_over_an_address_are_no_authors(below: str, authors: tuple[str, ...]) -> None:
    head = [(60, 790, 24, "The wall"), (60, 750, 12, "Ida Holm"), (60, 724, 12, "Jon Aas")]
    body = [*wrapped(below, 690), *wrapped(PROSE_2, 620), *wrapped(PROSE_3, 550)]

    assert article_from(
        pdf([[*head, *body]]).replace(b"/Author(Ida Holm)", b""), "a.pdf"
    ).authors == (authors)


def test_lines_farther_apart_than_those_of_a_paragraph_stay_apart() -> None:
    parts = ["A lamp", PROSE[:110], "A bell", PROSE_2[:110], "A rope", PROSE_3[:110], "An oar"]
    lines: list[tuple[int, int, int, str]] = []
    for part in parts:
        lines += wrapped(part, lines[-1][1] - 26 if lines else 740)

    article = article_from(pdf([lines]), "a.pdf")

    assert texts(article) == parts
