# SPDX-License-Identifier: MIT
"""Words that the window and the command line share."""

from __future__ import annotations

from diptych.text.article import Article, BlockKind, BlockState

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def summary_line(added: int, already: int, updated: int, failed: int) -> str:
    """Return what became of added files in one line."""
    parts = [f"{added} added"]
    if updated:
        parts.append(f"{updated} updated")
    if already:
        parts.append(f"{already} already here")
    if failed:
        parts.append(f"{failed} not readable")
    return ", ".join(parts)


def facts_line(article: Article) -> str:
    """Return the line under a title: authors unless a byline names them, source, date, length."""
    has_byline = any(
        block.kind is BlockKind.BYLINE and block.state is not BlockState.FOLDED
        for block in article.blocks
    )
    parts = [] if has_byline else list(article.authors)
    parts += [part for part in (article.source, readable_date(article.date)) if part]
    parts.append(f"{article.words:,} words")
    return " · ".join(parts)


def readable_date(date: str) -> str:
    """Return an ISO date as ``14 February 2025``; what is not one stays as it is."""
    try:
        numbers = [int(part) for part in date.split("-")]
    except ValueError:
        return date
    if len(numbers) in (2, 3) and 1 <= numbers[1] <= len(MONTHS):
        day = f"{numbers[2]} " if len(numbers) == 3 else ""
        return f"{day}{MONTHS[numbers[1] - 1]} {numbers[0]}"
    return date
