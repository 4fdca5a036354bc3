# SPDX-License-Identifier: MIT
"""The library's list: its order, its headings, near copies together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from diptych.library.entry import Entry
from diptych.text.article import TitleSource
from diptych.ui.library.arranging import ROWS_AT_ONCE, Arrangement, row_steps
from diptych.ui.library.rows import LibraryRow


def entry(id: str, title: str, *authors: str, date: str = "", source: str = "") -> Entry:
    return Entry(
        id=id, path=Path(f"/texts/{id}.txt"), title=title, title_source=TitleSource.TEXT,
        authors=authors, date=date, source=source, language="en", direction="ltr", words=900,
        format="txt", added=float(len(id)),
    )  # fmt: skip


WALL = entry("wall", "The wall", "A. Holm", date="2025-02-14", source="The Coast")
BOATS = entry("boats", "Boats", "B. Lind", date="2024-11", source="The Coast")
LETTER = entry("letter", "A letter")
ALL = (WALL, BOATS, LETTER)


def library_rows(entries: Sequence[Entry], arrangement: Arrangement) -> list[LibraryRow]:
    """Do all steps of ``row_steps``."""
    rows: list[LibraryRow] = []

    def keeping() -> Iterator[None]:
        rows.extend((yield from row_steps(entries, arrangement)))

    for _ in keeping():
        pass
    return rows


@pytest.mark.parametrize(
    ("sort", "ids", "headings"),
    [
        ("title", ["letter", "boats", "wall"], ["A", "B", "T"]),
        ("author", ["wall", "boats", "letter"], ["A. Holm", "B. Lind", "No author"]),
        ("source", ["boats", "wall", "letter"], ["The Coast", "", "No source"]),
        ("date", ["boats", "wall", "letter"], ["November 2024", "February 2025", "No date"]),
        ("similarity", ["wall", "letter", "boats"], ["", "", ""]),
    ],
)
def test_rows_stand_in_order_under_headings(sort: str, ids: list[str], headings: list[str]) -> None:
    arrangement = Arrangement(sort, grouped=True, shares={"wall": 0.4, "letter": 0.1})

    rows = library_rows(ALL, arrangement)

    assert [row.id for row in rows] == ids
    assert [row.group for row in rows] == headings


def test_near_copies_stand_together_and_say_so() -> None:
    rows = library_rows(ALL, Arrangement("title", alike=(("letter", "wall"),)))

    assert [row.id for row in rows] == ["letter", "wall", "boats"]
    assert "1 near cop" in rows[0].meta
    assert "near cop" not in rows[2].meta


def test_equal_titles_are_told_apart_by_their_files() -> None:
    rows = library_rows([WALL, entry("other", "The wall")], Arrangement())

    assert [row.meta.split(" · ")[0] for row in rows] == ["other.txt", "wall.txt"]


def test_numbers_in_titles_are_sorted_as_numbers() -> None:
    titles = ["Chapter 10", "Chapter 9", "Chapter 1", "Appendix"]
    entries = [entry(str(n), title=title) for n, title in enumerate(titles)]
    rows = library_rows(entries, Arrangement())
    assert [row.title for row in rows] == ["Appendix", "Chapter 1", "Chapter 9", "Chapter 10"]


def test_thousands_are_put_in_order_some_at_a_time() -> None:
    count = 20 * ROWS_AT_ONCE
    entries = [entry(f"{n * 7919 % count}", title=f"Day {n * 7919 % count}") for n in range(count)]

    rows = library_rows(entries, Arrangement())

    assert [row.title for row in rows] == [f"Day {n}" for n in range(count)]
    # Each was sorted, merged and made, none more than so many in one step.
    assert sum(1 for _ in row_steps(entries, Arrangement())) == 3 * count / ROWS_AT_ONCE
