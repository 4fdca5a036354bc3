# SPDX-License-Identifier: MIT
"""Books come out as their chapters."""

from __future__ import annotations

from io import BytesIO
from unittest.mock import Mock
from zipfile import ZipFile

import pytest

from diptych.library.readers import html_titles
from diptych.text.article import BlockKind, BlockState
from library.packed import epub, zipped
from library.samples import PROSE, PROSE_2, article_from, code_of, texts


def test_a_book_is_its_chapters_in_order() -> None:
    article = article_from(
        epub({"b": f"<h1>One</h1><p>{PROSE}</p>", "a": f"<h1>Two</h1><p>{PROSE_2}</p>"}), "a.epub"
    )

    assert texts(article, BlockKind.HEADING) == ["One", "Two"]
    assert (article.title, article.authors) == ("The wall", ("Ida Holm", "Jon Aas"))


def test_a_books_contents_are_folded() -> None:
    article = article_from(epub({"nav": "<ol><li>One</li></ol>", "a": f"<p>{PROSE}</p>"}), "a.epub")

    assert texts(article, state=BlockState.FOLDED) == ["One"]


def test_a_locked_book_says_so_and_scrambled_fonts_do_not_lock() -> None:
    lock = "<encryption xmlns:enc='e'><enc:EncryptionMethod Algorithm='{}'/></encryption>"
    name = "META-INF/encryption.xml"
    chapters = {"a": f"<p>{PROSE}</p>"}

    assert code_of(epub(chapters, **{name: lock.format("aes128")}), "a.epub") == "encrypted"
    fonts = lock.format("http://www.idpf.org/2008/embedding")
    assert article_from(epub(chapters, **{name: fonts}), "a.epub").text == PROSE


def moved(changed: dict[str, str], **parts: str) -> bytes:
    """A book of one chapter whose parts are renamed, and whose list says other things."""
    with ZipFile(BytesIO(epub({"a": f"<p>{PROSE}</p>"}))) as book:
        kept = {name: book.read(name).decode() for name in book.namelist()}
    for name, other in changed.items():
        kept = {key.replace(name, other): value.replace(name, other) for key, value in kept.items()}
    return zipped({**kept, **parts})


@pytest.mark.parametrize(
    "book",
    [
        moved({"META-INF/container.xml": "META-INF/lost.xml"}),
        moved({'full-path="OEBPS': 'full-path="/OEBPS'}),
        moved({'href="a.xhtml"': 'href="..\\OEBPS\\a.xhtml"'}),
        moved({"application/xhtml+xml": "application/octet-stream"}),
    ],
    ids=["no container", "path with a slash", "backslashes", "a type that says nothing"],
)
def test_a_book_that_was_packed_carelessly_is_read(book: bytes) -> None:
    assert article_from(book, "a.epub").text == PROSE


def test_the_number_of_a_printed_page_cuts_no_sentence() -> None:
    words = "<p>Then the lamp <span class='pagenum'>[Pg 12]</span>went out.</p>"

    article = article_from(epub({"c1": words}), "a.epub")

    assert texts(article, state=BlockState.SHOWN) == ["Then the lamp went out."]


def test_who_translated_a_book_is_not_its_author() -> None:
    # Converters leave the prefix undeclared.
    book = moved({"<dc:creator>Jon": "<dc:creator opf:role='trl'>Jon"})

    assert article_from(book, "a.epub").authors == ("Ida Holm",)


def test_of_headings_that_nothing_ends_some_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    # Each of them holds all that come after it.
    line = Mock(wraps=html_titles._line)
    monkeypatch.setattr(html_titles, "_line", line)

    article = article_from(epub({"a": f"<p>{PROSE}</p>{'<h1>The wall' * 2000}"}), "a.epub")

    assert PROSE in article.text
    assert 0 < line.call_count < 1000
