# SPDX-License-Identifier: MIT
"""A long article's chapters, each an article of its own."""

from __future__ import annotations

from diptych.text.article import Article, BlockKind
from diptych.text.chapters import chapter_article, chapters
from library.packed import epub
from library.samples import BODY, PROSE, article_from, texts

BOOK = {
    "one": f"<h1>The wall</h1><p>{PROSE}</p><h2>Stones</h2><p>{PROSE}</p>",
    "two": f"<h1>The boats</h1><p>{PROSE * 12}</p>",
}


def book() -> Article:
    return article_from(epub(BOOK, title="Harbours"), "book.epub")


def test_the_chapters_of_a_book_cover_its_text() -> None:
    found = chapters(book())

    assert [(c.number, c.title) for c in found] == [(1, "The wall"), (2, "The boats")]
    assert found[0].span.end == found[1].span.start
    assert found[1].span.end == len(book().text)


def test_only_a_long_chapter_is_worth_opening() -> None:
    assert [c.is_long for c in chapters(book())] == [False, True]


def test_a_chapter_is_an_article_with_its_own_places() -> None:
    whole = book()
    chapter = chapter_article(whole, chapters(whole)[1])

    assert chapter.title == "The boats"
    assert texts(chapter) == ["The boats", PROSE * 12]
    assert [b.kind for b in chapter.blocks] == [BlockKind.TITLE, BlockKind.PARAGRAPH]
    assert chapter.source == whole.title


def test_a_chapter_is_the_same_article_each_time() -> None:
    ids = {chapter_article(book(), chapter).id for chapter in chapters(book())}

    assert ids == {chapter_article(book(), chapter).id for chapter in chapters(book())}
    assert len(ids | {book().id}) == 3


def test_an_article_without_headings_has_no_chapters() -> None:
    assert chapters(article_from(BODY)) == ()
