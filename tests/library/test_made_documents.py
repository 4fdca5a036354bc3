# SPDX-License-Identifier: MIT
"""One report as pandoc and LibreOffice write it in every format comes out the same.

``made/wall.md`` is the source of all the others.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from diptych.library.reading import read_article
from diptych.text.article import Article, BlockKind, BlockState
from library.samples import seen, texts

MADE = Path(__file__).parent / "made"
OFFICE = sorted(path.name for path in MADE.iterdir() if path.suffix != ".md")
STRUCTURED = [name for name in OFFICE if name != "libreoffice.pdf"]
ITEMS = [
    (1, "the price of the stone, which has doubled;"),
    (1, "the price of the boats:"),
    (2, "two dredgers for six weeks,"),
    (2, "one tug for the whole time;"),
    (1, "the wages of the divers."),
    (1, "Northern Stone would begin in April and end in March."),
    (1, "Lind & Sons would begin in June, if the quarry opens."),
]


def read(name: str) -> Article:
    return read_article(MADE / name)


@pytest.mark.parametrize("name", OFFICE)
def test_title_author_date_and_language_are_found(name: str) -> None:
    article = read(name)

    assert article.title == "What the harbour wall will cost"
    assert article.authors == ("Ida Holm",)
    assert (article.date, article.language) == ("2025-03-14", "en")


@pytest.mark.parametrize("name", OFFICE)
def test_the_byline_and_the_date_stand_apart_from_the_text(name: str) -> None:
    article = read(name)

    assert texts(article, BlockKind.BYLINE) == ["Ida Holm"]
    assert texts(article, BlockKind.DATE) == ["2025-03-14"]


@pytest.mark.parametrize("name", OFFICE)
def test_headings_are_headings(name: str) -> None:
    found = texts(read(name), BlockKind.HEADING)

    assert found[-3:] == ["Two prices", "What the firms say", "What comes next"]


@pytest.mark.parametrize("name", OFFICE)
def test_lists_have_their_levels(name: str) -> None:
    article = read(name)
    items = [
        (block.level, seen(article, block).lstrip("•–12. "))
        for block in article.blocks
        if block.kind is BlockKind.LIST_ITEM
    ]

    assert items == ITEMS


@pytest.mark.parametrize("name", STRUCTURED)
def test_a_table_stands_row_by_row(name: str) -> None:
    assert texts(read(name), BlockKind.TABLE) == [
        "Firm Price Months", "Northern Stone 8.4 11", "Lind & Sons 7.9 14",
    ]  # fmt: skip


@pytest.mark.parametrize("name", [n for n in STRUCTURED if n != "pandoc.rtf"])
def test_quotation_and_code_are_told_by_their_styles(name: str) -> None:
    article = read(name)

    (quotation,) = texts(article, BlockKind.QUOTE)
    assert quotation.startswith("“Nobody at this table")
    assert " ".join(texts(article, BlockKind.CODE)) == "wall = 140 m depth = 9 m"


@pytest.mark.parametrize("name", STRUCTURED)
def test_a_footnote_is_no_part_of_the_text(name: str) -> None:
    (note,) = texts(read(name), BlockKind.NOTE, BlockState.SECONDARY)

    assert "The first plan, of 2019, had spoken of seven months." in note


@pytest.mark.parametrize("name", OFFICE)
def test_nothing_is_folded_or_dimmed(name: str) -> None:
    article = read(name)

    assert not texts(article, state=BlockState.FOLDED)
    assert not texts(article, state=BlockState.DIMMED)
