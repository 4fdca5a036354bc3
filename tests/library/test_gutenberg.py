# SPDX-License-Identifier: MIT
"""Of a book of Project Gutenberg only the book is shown."""

from __future__ import annotations

from diptych.text.article import BlockKind, BlockState
from library.packed import epub
from library.samples import PROSE, PROSE_2, PROSE_3, article_from, texts

START = "*** START OF THE PROJECT GUTENBERG EBOOK THE WALL ***"
END = "*** END OF THE PROJECT GUTENBERG EBOOK THE WALL ***"
HEAD = (
    "The Project Gutenberg eBook of The Wall\n\nThis book may be copied by anyone.\n\n"
    "Title: The Wall\n\nAuthor: Jo Marsh\n\nRelease date: May 5, 2024\n\nLanguage: English\n\n"
)
BOOK = f"{HEAD}{START}\n\n\nCHAPTER I.\n\n{PROSE}\n\n{PROSE_2}\n\n\nCHAPTER II.\n\n{PROSE_3}\n\n"
LICENCE = f"{END}\n\nNew editions take the place of the old one.\n"


def test_the_licence_around_a_book_is_folded() -> None:
    article = article_from(BOOK + LICENCE)

    assert texts(article, state=BlockState.SHOWN) == [
        *("CHAPTER I.", PROSE, PROSE_2, "CHAPTER II.", PROSE_3)
    ]


def test_a_book_is_named_by_its_head_lines() -> None:
    article = article_from(BOOK + LICENCE)

    assert (article.title, article.authors, article.date) == ("The Wall", ("Jo Marsh",), "")


def test_chapters_are_headings_though_they_end_in_a_stop() -> None:
    article = article_from(BOOK + LICENCE)

    assert texts(article, BlockKind.HEADING) == ["CHAPTER I.", "CHAPTER II."]


def test_a_text_that_only_quotes_the_mark_stays_whole() -> None:
    article = article_from(f"How to read a mark\n\n{END}\n\n{PROSE}\n\n{PROSE_2}\n\n{PROSE_3}")

    assert PROSE_3 in texts(article, state=BlockState.SHOWN)


def test_the_licence_in_an_e_book_is_folded() -> None:
    licence = "<section class='pg-boilerplate pgheader'><p>This book may be copied.</p></section>"

    article = article_from(epub({"c1": f"{licence}<h1>One</h1><p>{PROSE}</p>"}), "a.epub")

    assert texts(article, state=BlockState.FOLDED) == ["This book may be copied."]


def test_who_produced_a_book_stands_with_its_licence() -> None:
    credit = "Produced by A. Reader and the Proofreading Team"

    article = article_from(BOOK.replace("CHAPTER I.", f"{credit}\n\nCHAPTER I.", 1) + LICENCE)

    assert credit in texts(article, state=BlockState.FOLDED)


def test_an_old_book_is_named_by_its_first_line() -> None:
    small = "*END*THE SMALL PRINT! FOR PUBLIC DOMAIN ETEXTS*Ver.04.29.93*END*"
    first = "**The Project Gutenberg Etext of The Wall, by Jo Marsh**"

    article = article_from(f"{first}\n\n{small}\n\nTHE WALL\n\n{PROSE}\n\n{PROSE_2}\n")

    assert (article.title, article.authors) == ("The Wall", ("Jo Marsh",))
