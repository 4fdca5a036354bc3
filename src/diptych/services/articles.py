# SPDX-License-Identifier: MIT
"""One article of the reader's: opened by path or id, read as it is searched, corrected."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from diptych.errors import LibraryError
from diptych.text.article import Article, BlockState

if TYPE_CHECKING:
    from diptych.library.entry import Entry
    from diptych.services.stores import Stores


def open_article(stores: Stores, name: str) -> tuple[Article, Path]:
    """Return the article that a path or an id names, with its path.

    A path need not be in the library. Raises ArticleError or LibraryError.
    """
    entry = stores.catalogue.find(name)
    if entry is not None:
        return stores.catalogue.article(entry.id), entry.path
    book, hash_sign, number = name.rpartition("#")
    if hash_sign and number.isdecimal() and not Path(name).exists():
        return _chapter(stores, book, int(number))
    path = Path(name)
    if not path.exists() and not path.suffix and len(name) <= 64:
        raise LibraryError("“{name}” is neither a file nor the id of an article here.", name=name)
    return stores.reader.read(path), path.absolute()


def readable_text(article: Article) -> str:
    """Return the article's text with markup and folded blocks blanked, offsets kept."""
    text = article.reading_text()
    folded = [b.span for b in article.blocks if b.state is BlockState.FOLDED]
    if not folded:
        return text
    characters = list(text)
    for span in folded:
        characters[span.start : span.end] = [
            c if c == "\n" else " " for c in characters[span.start : span.end]
        ]
    return "".join(characters)


def text_of(stores: Stores, article_id: str) -> str:
    """Return what is searched of an article: markup and folded lines blanked."""
    return readable_text(stores.catalogue.article(article_id))


def keep_lines(stores: Stores, article_id: str, lines: Sequence[str], *, everywhere: bool) -> None:
    """Show lines that were taken for furniture, here or in all articles."""
    from diptych.library.kept_lines import EVERYWHERE

    stores.catalogue.kept.keep(lines, EVERYWHERE if everywhere else article_id)
    stores.index.remove([article_id])


def drop_lines(stores: Stores, article_id: str, lines: Sequence[str], *, everywhere: bool) -> None:
    """Undo ``keep_lines``."""
    from diptych.library.kept_lines import EVERYWHERE

    stores.catalogue.kept.drop(lines, EVERYWHERE if everywhere else article_id)
    stores.index.remove([article_id])


def read_as(stores: Stores, article_id: str, encoding: str) -> Entry:
    """Read an article again in the encoding the reader names; it is to be indexed anew."""
    entry = stores.catalogue.read_as(article_id, encoding)
    stores.index.remove([article_id])
    return entry


def _chapter(stores: Stores, name: str, number: int) -> tuple[Article, Path]:
    from diptych.text.chapters import chapter_article, chapters

    book, path = open_article(stores, name)
    for chapter in chapters(book):
        if chapter.number == number:
            return chapter_article(book, chapter), path
    raise LibraryError(
        "“{title}” has no chapter {number}; see “diptych chapters”.",
        title=book.title,
        number=number,
    )
