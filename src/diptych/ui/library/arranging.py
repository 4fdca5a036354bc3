# SPDX-License-Identifier: MIT
"""Which rows the library's list shows, in which order, under which headings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Generator, Sequence
from dataclasses import field, replace
from functools import cache
from heapq import merge
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from diptych.library.progress import ReadingState
from diptych.patterns import late_pattern
from diptych.text.chapters import LONG_CHAPTER
from diptych.text.sides import Side
from diptych.ui.library.rows import LibraryRow
from diptych.ui.parts.counted import WORDS_A_MINUTE, Counted
from diptych.ui.parts.facts import long_date, short_date
from diptych.values import dataclass

if TYPE_CHECKING:
    from diptych.library.entry import Entry


# "Part 2 of 10" is cut before and behind its numbers.
_DIGITS = late_pattern("([0-9]{1,18})")
ROWS_AT_ONCE = 200  # a few ms


@dataclass(frozen=True, slots=True)
class Arrangement:
    """How the list is to be shown: sorted by what, in groups, and what is known of its rows.

    ``shares`` is what each article has in common with the pinned one, ``alike``
    are groups of near copies.
    """

    sort: str = "title"
    grouped: bool = False
    pinned: tuple[str, str] = ("", "")
    shares: dict[str, float] = field(default_factory=dict)
    alike: Sequence[Sequence[str]] = ()


def row_steps(
    entries: Sequence[Entry], arrangement: Arrangement
) -> Generator[None, None, list[LibraryRow]]:
    """Make the rows of the library list in the wished order, near copies together.

    Some of them with each step: for 50,000 at once the window stood still for seconds.
    """
    sort = arrangement.sort
    ordered = yield from _sorting(entries, _key_of(arrangement))
    titles = Counter(entry.title for entry in ordered)
    copies = {id: len(ids) - 1 for ids in arrangement.alike for id in ids}
    said = _Said()
    rows: list[LibraryRow] = []
    last = ""
    for entry in _with_copies(ordered, arrangement.alike):
        row = _row(entry, arrangement, copies.get(entry.id, 0), said)
        # Of one title the file's name tells them apart.
        if titles[entry.title] > 1:
            file = entry.short_name if _is_by_file(entry) else entry.path.name
            row = replace(row, meta=f"{file} · {row.meta}")
        heading = _heading(entry, sort) if arrangement.grouped else ""
        rows.append(replace(row, group=heading) if heading != last else row)
        last = heading
        if len(rows) % ROWS_AT_ONCE == 0:
            yield
    return rows


def _is_by_file(entry: Entry) -> bool:
    """Tell whether an article is called by its file, and by no word of the reader's."""
    return entry.short_name.endswith(entry.path.name)


def _key_of(arrangement: Arrangement) -> Callable[[Entry], Any]:
    """Return by what entries are put into the wished order."""
    shares = arrangement.shares
    keys: dict[str, Callable[[Entry], Any]] = {
        "title": lambda e: (_by_number(e.title), e.id),
        # What has no author stands last; so does what has no source, no date.
        "author": lambda e: (not e.authors, ", ".join(e.authors).casefold(), e.title.casefold()),
        "source": lambda e: (not e.source, e.outlet.casefold(), e.title.casefold()),
        "date": lambda e: (not e.date, e.date, e.title.casefold()),
        "added": lambda e: (e.added, e.title.casefold()),
        "similarity": lambda e: (-shares.get(e.id, 0.0), e.title.casefold()),
    }
    return keys.get(arrangement.sort, keys["title"])


def _sorting(
    entries: Sequence[Entry], key: Callable[[Entry], Any]
) -> Generator[None, None, list[Entry]]:
    """Sort some at a time, then merge these runs."""
    runs = []
    for first in range(0, len(entries), ROWS_AT_ONCE):
        some = enumerate(entries[first : first + ROWS_AT_ONCE], first)
        # With its place, for entries themselves cannot be compared.
        runs.append(sorted((key(entry), place, entry) for place, entry in some))
        if len(runs[-1]) == ROWS_AT_ONCE:
            yield
    ordered: list[Entry] = []
    for _, _, entry in merge(*runs):
        ordered.append(entry)
        if len(ordered) % ROWS_AT_ONCE == 0:
            yield
    return ordered


def _by_number(title: str) -> list[tuple[int, int, str]]:
    """Return by what a title is sorted: numbers in it count as numbers, 2 before 10."""
    parts = _DIGITS.split(title.casefold())
    # A number and a word are never compared with one another.
    return [(0, int(p), "") if p.isdecimal() else (1, 0, p) for p in parts if p]


def _with_copies(entries: Sequence[Entry], alike: Sequence[Sequence[str]]) -> list[Entry]:
    """Return the entries with the near copies of one right after it."""
    group_of = {id: number for number, ids in enumerate(alike) for id in ids}
    if not group_of:
        return list(entries)
    together: dict[int, list[Entry]] = {}
    for entry in entries:
        if entry.id in group_of:
            together.setdefault(group_of[entry.id], []).append(entry)
    ordered: list[Entry] = []
    for entry in entries:
        if entry.id in group_of:
            # The first of a group brings the others along.
            ordered += together.pop(group_of[entry.id], [])
        else:
            ordered.append(entry)
    return ordered


def _heading(entry: Entry, sort: str) -> str:
    """Return the heading under which an article stands in a list that is grouped."""
    if sort == "author":
        return ", ".join(entry.authors) or QCoreApplication.translate("Arranging", "No author")
    if sort == "source":
        return entry.outlet or QCoreApplication.translate("Arranging", "No source")
    if sort == "date":
        return long_date(entry.date[:7]) or QCoreApplication.translate("Arranging", "No date")
    if sort == "title":
        return next((c.upper() for c in entry.title if c.isalnum()), "#")
    return ""


def reading_name(state: ReadingState) -> str:
    """Return how far the reader has come with an article, in words; nothing for unread."""
    return {
        ReadingState.LISTED: QCoreApplication.translate("Arranging", "to read"),
        ReadingState.BEGUN: QCoreApplication.translate("Arranging", "begun"),
        ReadingState.READ: QCoreApplication.translate("Arranging", "✓ read"),
    }.get(state, "")


class _Said:
    """What stands in many rows of one list, each asked of Qt once.

    Most of the time of a list of 50,000 rows went into words that were asked for again.
    """

    def __init__(self) -> None:
        counted = Counted()
        self.reading = cache(reading_name)
        self.date = cache(short_date)
        self.minutes = cache(counted.minutes)
        self.copies = cache(counted.copies)


def _row(entry: Entry, arrangement: Arrangement, copies: int, said: _Said) -> LibraryRow:
    minutes = max(1, round(entry.words / WORDS_A_MINUTE))
    meta = (
        said.reading(entry.reading),
        entry.outlet,
        said.date(entry.date),
        said.minutes(minutes),
        said.copies(copies) if copies else "",
    )
    left, right = arrangement.pinned
    return LibraryRow(
        id=entry.id,
        # Where the short name is only the file's, the line below tells it.
        title=entry.title if _is_by_file(entry) else entry.called,
        byline=", ".join(entry.authors),
        meta=" · ".join(part for part in meta if part),
        side=Side.LEFT if entry.id == left else Side.RIGHT if entry.id == right else None,
        share=arrangement.shares.get(entry.id),
        available=entry.available,
        derived_title=entry.title_source == "derived",
        reading=entry.reading,
        # A shorter text has no two long chapters.
        may_have_chapters=entry.words >= 2 * LONG_CHAPTER,
    )
