# SPDX-License-Identifier: MIT
"""Articles are opened by path, id or chapter, taken out and put back."""

from __future__ import annotations

from pathlib import Path

import pytest

from diptych.errors import LibraryError
from diptych.services import articles
from diptych.services.indexing import add, rescan
from diptych.services.stores import Stores
from services.conftest import TEXTS, id_of

BOOK = "# The coast\n\nIntro words here.\n\n" + "\n\n".join(
    f"## Part {n}\n\n{'The keel rides over the bar at noon. ' * 900}" for n in range(1, 4)
)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A long article in three chapters, not in the library."""
    (tmp_path / "book.md").write_text(BOOK, encoding="utf-8")
    return tmp_path / "book.md"


def test_an_article_is_opened_by_its_path_and_by_its_id(stores: Stores, folder: Path) -> None:
    by_path = articles.open_article(stores, str(folder / "boat.txt"))

    assert by_path == articles.open_article(stores, id_of(stores, "boat"))
    assert by_path[0].text == TEXTS["boat"]


def test_a_file_outside_the_library_is_opened_as_well(stores: Stores, book: Path) -> None:
    article, path = articles.open_article(stores, str(book))

    assert (article.title, path) == ("The coast", book)
    assert len(articles.entries(stores)) == len(TEXTS)


def test_a_name_that_is_nothing_is_named(stores: Stores) -> None:
    with pytest.raises(LibraryError, match="“moon” is neither a file nor the id"):
        articles.open_article(stores, "moon")


def test_a_chapter_is_opened_by_its_number(stores: Stores, book: Path) -> None:
    chapter, _ = articles.open_article(stores, f"{book}#2")

    assert chapter.title.endswith("Part 2")
    with pytest.raises(LibraryError, match="has no chapter 9"):
        articles.open_article(stores, f"{book}#9")


def test_the_newest_version_of_a_file_is_opened(stores: Stores, folder: Path) -> None:
    before = id_of(stores, "boat")
    (folder / "boat.txt").write_text("The night boat\n\nIt sank.\n", encoding="utf-8")
    rescan(stores)

    newest = articles.open_newest(stores, before)

    assert newest.article.text == "The night boat\n\nIt sank.\n"
    assert newest.path == folder / "boat.txt"


def test_folded_lines_are_blank_where_words_are_searched(stores: Stores, tmp_path: Path) -> None:
    path = tmp_path / "wall.txt"
    body = "The wall holds back the sea at spring tide, and nobody minds it. " * 8
    path.write_text(f"The wall\n\n{body}\n\nShare this article\n", encoding="utf-8")
    article, _ = articles.open_article(stores, str(path))

    readable = articles.readable_text(article)

    assert "Share this article" in article.text
    assert "Share" not in readable
    assert len(readable) == len(article.text)


def test_what_is_searched_of_an_article_follows_the_reader(stores: Stores, tmp_path: Path) -> None:
    path = tmp_path / "wall.txt"
    body = "The wall holds back the sea at spring tide, and nobody minds it. " * 8
    path.write_text(f"The wall\n\n{body}\n\nShare this article\n", encoding="utf-8")
    add(stores, [path])
    wall = id_of(stores, "wall")
    before = articles.text_of(stores, wall)

    stores.catalogue.kept.keep(["Share this article"], wall)
    after = articles.text_of(stores, wall)
    articles.remove(stores, [wall])

    assert ("Share" in before, "Share" in after) == (False, True)
    with pytest.raises(LibraryError, match="no longer in the library"):
        articles.text_of(stores, wall)


def test_an_article_taken_out_comes_back(stores: Stores) -> None:
    gone = articles.remove(stores, [id_of(stores, "boat")])

    assert len(articles.entries(stores)) == len(TEXTS) - 1
    articles.restore(stores, gone)
    assert len(articles.entries(stores)) == len(TEXTS)


def test_what_is_not_in_the_library_has_no_entry(stores: Stores, book: Path) -> None:
    with pytest.raises(LibraryError, match="add it with “diptych add”"):
        articles.entry_of(stores, str(book))
