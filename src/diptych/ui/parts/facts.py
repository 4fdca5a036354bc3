# SPDX-License-Identifier: MIT
"""Dates, lengths and the line under a title, in the language of the interface."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from diptych.text.article import GUESSED_ENCODING, Article, BlockKind, BlockState
from diptych.ui.parts import clock
from diptych.ui.parts.counted import Counted


def facts_line(article: Article) -> str:
    """Return the line under a title: short name, authors, source, date, length.

    Authors are left out where a byline names them.
    """
    has_byline = any(
        block.kind is BlockKind.BYLINE and block.state is not BlockState.FOLDED
        for block in article.blocks
    )
    parts = [article.short_name] if article.short_name else []
    parts += [] if has_byline else article.authors
    parts += [part for part in (article.outlet, long_date(article.date)) if part]
    parts.append(Counted().words(article.words))
    if GUESSED_ENCODING in article.warnings:
        guess = QCoreApplication.translate("Facts", "read as {0}, a guess")
        parts.append(guess.format(article.encoding))
    return " · ".join(parts)


def long_date(date: str) -> str:
    """Return an ISO date as ``14 February 2025``; what is not one stays as it is."""
    day, parts = _day_of(date)
    if not day.isValid():
        return date
    if parts == 3:
        return QLocale().toString(day, QCoreApplication.translate("Facts", "d MMMM yyyy"))
    # The month standing alone: some languages write it otherwise than in "14 February".
    month = QLocale().standaloneMonthName(day.month())
    words = QCoreApplication.translate("Facts", "{month} {year}")
    return words.format(month=month, number=day.month(), year=day.year())


def short_date(date: str) -> str:
    """Return an ISO date as ``14 Feb``, with the year when it is not this one."""
    day, parts = _day_of(date)
    if not day.isValid() or parts != 3:
        return long_date(date)
    if day.year() == clock.now().year:
        return QLocale().toString(day, QCoreApplication.translate("Facts", "d MMM"))
    return QLocale().toString(day, QCoreApplication.translate("Facts", "d MMM yyyy"))


def _day_of(date: str) -> tuple[QDate, int]:
    """Return an ISO date (day or month) as a day, and how many parts it has."""
    try:
        numbers = [int(part) for part in date.split("-")]
    except ValueError:
        return QDate(), 0
    if len(numbers) not in (2, 3):
        return QDate(), 0
    return QDate(numbers[0], numbers[1], numbers[2] if len(numbers) == 3 else 1), len(numbers)
