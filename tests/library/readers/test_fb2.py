# SPDX-License-Identifier: MIT
"""FictionBooks come out as their chapters, with their notes apart."""

from __future__ import annotations

import pytest

from diptych.errors import ArticleError
from diptych.text.article import BlockKind
from library.packed import zipped
from library.samples import PROSE, PROSE_2, article_from, texts

ABOUT = (
    "<title-info><author><first-name>Jo</first-name><last-name>Marsh</last-name></author>"
    "<book-title>The wall</book-title><date value='2025-02-14'>2025</date><lang>en</lang>"
    "</title-info><publish-info><publisher>The Bay Press</publisher></publish-info>"
)


def book(body: str, *, after: str = "", head: str = "") -> bytes:
    return (
        f"<?xml version='1.0' encoding='utf-8'?>{head}"
        "<FictionBook xmlns='http://www.gribuser.ru/xml/fictionbook/2.0'>"
        f"<description>{ABOUT}</description><body>{body}</body>{after}</FictionBook>"
    ).encode()


def chapter(title: str, words: str) -> str:
    return f"<section><title><p>{title}</p></title><p>{words}</p></section>"


def test_a_book_is_its_chapters_in_order() -> None:
    article = article_from(book(chapter("One", PROSE) + chapter("Two", PROSE_2)), "wall.fb2")

    assert texts(article) == ["One", PROSE, "Two", PROSE_2]
    assert texts(article, BlockKind.HEADING) == ["One", "Two"]


def test_a_book_names_its_author_and_day() -> None:
    article = article_from(book(chapter("One", PROSE)), "wall.fb2")

    assert (article.title, article.authors, article.date, article.source) == (
        *("The wall", ("Jo Marsh",)),
        *("2025-02-14", "The Bay Press"),
    )


def test_a_note_and_its_place_have_one_mark() -> None:
    notes = f"<body name='notes'>{chapter('1', 'Of the council.')}</body>"
    told = f"{PROSE}<a type='note' href='#n1'>1</a> It went on."
    article = article_from(book(chapter("One", told), after=notes), "wall.fb2")
    assert texts(article)[1:] == [f"{PROSE}[1] It went on.", "[1] Of the council."]


def test_notes_are_footnotes_and_verse_keeps_its_lines() -> None:
    poem = "<poem><stanza><v>O wall of stone,</v><v>O wall of sand.</v></stanza></poem>"
    notes = f"<body name='notes'>{chapter('1', 'Of the council.')}</body>"

    article = article_from(book(chapter("One", PROSE) + poem, after=notes), "wall.fb2")

    assert texts(article, BlockKind.NOTE) == ["[1] Of the council."]
    assert "O wall of sand." in texts(article)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (book(""), "no-text"),
        (book(chapter("One", PROSE))[:300], "damaged"),
        (book("", head="<!DOCTYPE x [<!ENTITY a 'b'>]>"), "unsafe-xml"),
        (b"\x00\x01\x02", "damaged"),
    ],
    ids=("empty", "no words", "cut", "entities", "binary"),
)
def test_a_broken_book_is_refused(content: bytes, code: str) -> None:
    with pytest.raises(ArticleError) as caught:
        article_from(content, "wall.fb2")

    assert caught.value.code == code


def test_a_deeply_nested_book_is_read_or_refused() -> None:
    deep = f"{'<section>' * 3000}<p>{PROSE}</p>{'</section>' * 3000}"

    with pytest.raises(ArticleError) as caught:
        article_from(book(deep), "wall.fb2")

    assert caught.value.code == "damaged"


def test_a_packed_book_is_read() -> None:
    packed = zipped({"wall.fb2": book(chapter("One", PROSE))})

    assert PROSE in texts(article_from(packed, "wall.fb2.zip"))


def test_a_prefix_that_is_declared_nowhere_spoils_no_word() -> None:
    words = "<section><p>See the note<a l:href='#n1' type='note'>1</a> below.</p></section>"

    assert texts(article_from(book(words), "wall.fb2")) == ["See the note[1] below."]
