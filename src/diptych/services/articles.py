# SPDX-License-Identifier: MIT
"""The articles of the library: listed, opened by path or id, removed, read in chapters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from diptych.errors import LibraryError
from diptych.library.entry import shown_title
from diptych.library.file_paths import ends_of, telling_end
from diptych.opened import is_missing
from diptych.text.article import Article, BlockState
from diptych.values import dataclass

if TYPE_CHECKING:
    from diptych.library.entry import Entry, Stamp
    from diptych.services.stores import Stores
    from diptych.text.chapters import Chapter


def open_article(stores: Stores, name: str) -> tuple[Article, Path]:
    """Return the article that a path or an id names, with its path.

    A path need not be in the library. Raises ArticleError or LibraryError.
    """
    entry = stores.catalogue.find(name)
    if entry is not None:
        return stores.catalogue.article(entry.id), entry.path
    # e.g. novel.epub#3, its third chapter; a file whose own name ends so comes first
    book, hash_sign, number = name.rpartition("#")
    if hash_sign and number.isdecimal() and is_missing(Path(name)):
        return _chapter(stores, book, int(number))
    path = Path(name)
    # Ids are short and have no ending: a longer word, or one with an ending, was meant for a
    # path, and reading it says what is wrong with that.
    if is_missing(path) and not path.suffix and len(name) <= 64:
        raise LibraryError("“{name}” is neither a file nor the id of an article here.", name=name)
    return stores.reader.read(path), path.absolute()


def open_both(
    stores: Stores, left: str, right: str
) -> tuple[tuple[Article, Path], tuple[Article, Path]]:
    """Return two articles like ``open_article``, called by their files if by one name else."""
    one, other = open_article(stores, left), open_article(stores, right)
    named = {
        article.short_name or shown_title(article.title, article.title_source)
        for article, _ in (one, other)
    }
    if len(named) > 1 or one[1] == other[1]:
        return one, other
    ends = Counter((*ends_of(one[1]), *ends_of(other[1])))
    first, second = (
        (replace(article, short_name=telling_end(path, ends)), path)
        for article, path in (one, other)
    )
    return first, second


@dataclass(frozen=True, slots=True)
class OpenedArticle:
    """An article of the library, the file it came from, and what that was like when read."""

    article: Article
    path: Path
    stamp: Stamp | None = None


def open_newest(stores: Stores, article_id: str) -> OpenedArticle:
    """Return an article of the library as its file was read last."""
    # Notes and pairs know an article by the content it had; a changed file is another.
    latest = stores.catalogue.versions.latest(article_id)
    path = stores.catalogue.entry(latest).path
    return OpenedArticle(
        stores.catalogue.article(latest), path, stores.catalogue.files.known_stamp(path)
    )


def both_of(stores: Stores, left_id: str, right_id: str) -> tuple[Article, Article]:
    """Return two articles of the library."""
    return stores.catalogue.article(left_id), stores.catalogue.article(right_id)


def readable_text(article: Article) -> str:
    """Return the article's text with markup and folded blocks blanked, offsets kept."""
    text = article.reading_text()
    folded = [b.span for b in article.blocks if b.state is BlockState.FOLDED]
    if not folded:
        return text
    characters = list(text)
    for span in folded:
        characters[span.start : span.end] = [
            # One blank for each code point, for offsets of hits are those of the text; line
            # breaks stay, as passages and excerpts end there.
            c if c == "\n" else " "
            for c in characters[span.start : span.end]
        ]
    return "".join(characters)


def text_of(stores: Stores, article_id: str) -> str:
    """Return what is searched of an article: markup and folded lines blanked."""
    try:
        return readable_text(stores.catalogue.searched(article_id))
    except LibraryError:
        # What the index knows and a copy of the library does not is passed over.
        if stores.catalogue.trouble is None:
            raise
        return ""


def entries(stores: Stores) -> tuple[Entry, ...]:
    """Return every article of the library, the latest added last."""
    return stores.catalogue.entries()


def ids(stores: Stores) -> frozenset[str]:
    """Return the id of every article of the library."""
    return stores.catalogue.ids()


def entries_of(stores: Stores, ids: Iterable[str]) -> dict[str, Entry]:
    """Return some articles of the library by id, without those that are gone."""
    return stores.catalogue.entries_of(ids)


def entry_of(stores: Stores, name: str) -> Entry:
    """Return the library's entry for a path or an id. Raises LibraryError for others."""
    entry = stores.catalogue.find(name)
    if entry is None:
        raise LibraryError("“{name}” is not in the library; add it with “diptych add”.", name=name)
    return entry


def remove(stores: Stores, ids: Sequence[str]) -> tuple[str, ...]:
    """Take articles out of the library, not off the disk, and return their ids."""
    stores.catalogue.remove(ids)
    return tuple(ids)


def restore(stores: Stores, ids: Sequence[str]) -> None:
    """Put removed articles back."""
    stores.catalogue.restore(ids)


def removed(stores: Stores) -> tuple[Entry, ...]:
    """Return the articles that were taken out and can be put back."""
    return stores.catalogue.removed()


def chapters_of(stores: Stores, article_id: str) -> tuple[Chapter, ...]:
    """Return the chapters of a long article of the library."""
    from diptych.text.chapters import chapters

    return chapters(stores.catalogue.article(article_id))


def open_chapter(stores: Stores, article_id: str, number: int) -> Entry:
    """Put a chapter into the library as an article of its own."""
    return stores.catalogue.open_chapter(article_id, number)


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
