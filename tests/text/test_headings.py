# SPDX-License-Identifier: MIT
"""A place stands under the headings above it, each of a higher rank than the next."""

from __future__ import annotations

from pathlib import Path

import pytest

from diptych.library.reading import read_article
from diptych.text.article import Article
from diptych.text.headings import headings, section_at

BOOK = """# The Strait

Before all chapters.

## 1 Boats

The ferry is old.

### 1.1 The *night* boat

It sails at nine.

## 2 Piers

The pier is new.
"""


@pytest.fixture
def book(tmp_path: Path) -> Article:
    path = tmp_path / "book.md"
    path.write_text(BOOK, encoding="utf-8")
    return read_article(path)


@pytest.mark.parametrize(
    ("words", "section"),
    [
        ("Before all", ()),
        ("The ferry", ("1 Boats",)),
        ("It sails", ("1 Boats", "1.1 The night boat")),
        ("The pier", ("2 Piers",)),
    ],
)
def test_a_place_stands_under_the_headings_above_it(
    book: Article, words: str, section: tuple[str, ...]
) -> None:
    found = section_at(headings(book), book.text.index(words))
    assert tuple(" ".join(title.split()) for title in found) == section
