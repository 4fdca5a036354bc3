# SPDX-License-Identifier: MIT
"""Lines of a head that say several things: ``By Ida Holm | 5 March 2024 | 5 min read``."""

from __future__ import annotations

import re
from collections.abc import Iterable

from diptych.library.bylines import authors_of_line, is_name, source_of_line
from diptych.library.dates import date_of_line
from diptych.patterns import late_pattern
from diptych.text.lexicon import wordings
from diptych.values import dataclass

LONGEST = 160
# “Last updated”, “Aktualisiert”, “更新”: the date after it is not the first one.
_IS_UPDATED = late_pattern(lambda: rf"(?:{wordings('updated')})\b|(?:更新)", re.IGNORECASE)
# “Published”, “입력”: a label whose date follows
_PUBLISHED = late_pattern(lambda: wordings("published_on"), re.IGNORECASE)
# Where “By Ann Lee | 3 May 2024 – 5 min read” comes apart.
_PART = late_pattern(
    lambda: (
        r"\s*[|·•\n\t／\u2022]\s*|\s+[–—/-]\s+|\s{2,}|\u3000+"
        rf"|[\s,;(]+(?=(?:{wordings('updated')})\b)"
        rf"|(?<=\d)[\s,]+(?=(?:{wordings('by_in_head')})\s+[^\W\d_])"
        r"|[.,;]?\s+(?=[^\W\d_]{2,14}\s?[:：](?!\d))"
        rf"|[.,;]?\s+(?=(?:{wordings('published_on')})\s?[:：])"
        r"|(?<=[^\W\d_]),?\s+(?=(?:19|20)\d\d[-/.年]|\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d\b)"
    ),
    re.IGNORECASE,
)
# “5 min read”, “Reading time: 12 minutes”, “8 Min. Lesezeit”.
_READING_TIME = late_pattern(
    lambda: (
        r"(?:est(?:imated)?\.?\s+)?(?:reading\s+time\s*:?\s*)?\d{1,3}\s*-?\s*"
        rf"(?:{wordings('minutes')})(?:\s+(?:{wordings('of_reading')}))?"
    ),
    re.IGNORECASE,
)
# “Edited by Bo Ek”, “Photos: Cy Orr”: people, but not the author.
_OTHERS = late_pattern(lambda: rf"(?:{wordings('others_work')})\b", re.IGNORECASE)
# “Section: World”, “3 comments”; not 12:30, where a digit follows the colon.
_LABEL = late_pattern(
    r"[^\W\d_]{2,14}(?:\s[^\W\d_]{2,10})?\s?[:：](?!\d)|\d+\s+comments?$", re.IGNORECASE
)
_SHORT = 40  # characters of an outlet or a place beside a name and a date
# at 10:45 a.m. (GMT), 10h45, 17.30 Uhr
_CLOCK = late_pattern(
    r"(?:at\s+)?\d{1,2}[:.h]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?|uhr)?\s*\(?[A-Z]{0,5}\)?\.?",
    re.IGNORECASE,
)
# “The Coast” is a place, not a name.
_ARTICLE = late_pattern(lambda: rf"(?:{wordings('articles_of_places')})\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class HeadLine:
    """What a line says: who wrote it and when.

    ``name`` is a name that stands beside the date without a word that it is the
    author's. ``updated`` tells that the date is that of a change.
    """

    authors: tuple[str, ...] = ()
    date: str = ""
    name: str = ""
    updated: bool = False
    source: str = ""


def read_head_line(text: str) -> HeadLine | None:
    """Return what a line of several parts says, or None when it says something else as well."""
    # A date has a digit, a label a colon; lines without either say one thing.
    if len(text) > LONGEST or not any(
        character.isdigit() or character in ":：\n" for character in text
    ):
        return None
    parts = [part.strip(" ,;()") for part in _PART.split(text)]
    parts = [part for part in parts if part]
    # Commas part a name from a place, but also parts of a sentence: they are tried last.
    if len(parts) == 1:
        parts = _around_commas(parts[0])
    if not 2 <= len(parts) <= 8:
        return None
    return _said(parts)


def _around_commas(text: str) -> list[str]:
    """Return ``Ida Holm, Marrow Quay, 5 March 2024`` as name, place and date.

    ``5 March 2024, Ida Holm`` comes apart, too.
    """
    before, comma, after = text.rpartition(",")
    if comma and is_name(after.strip()) and date_of_line(before.strip()) is not None:
        return [before.strip(), after.strip()]
    name, _, rest = text.partition(", ")
    place, comma, date = rest.partition(", ")
    is_one = bool(comma) and is_name(name) and is_name(place) and date_of_line(date) is not None
    # As a label, so that a place is not taken for a second name.
    return [name, f"in: {place}", date] if is_one else [text]


def _said(parts: Iterable[str]) -> HeadLine | None:
    authors: tuple[str, ...] | None = None
    published = changed = name = source = ""
    is_changed = False
    unknown = 0
    for part in parts:
        is_update = bool(_IS_UPDATED.match(part))
        is_changed = is_changed or is_update
        date = date_of_line(_without_update(part) if is_update else part)
        # “Updated” may stand before the line break, and its date after it.
        if date and (is_update or (is_changed and published)):
            changed = changed or date
        elif date:
            published = published or date
        elif is_update or _says_nothing(part):
            continue
        elif outlet := source_of_line(part):
            source = source or outlet
        elif (found := authors_of_line(part)) is not None:
            authors = authors if authors else found
        elif is_name(part) and not name and not _ARTICLE.match(part):
            name = part
        elif not _LABEL.match(part):
            # A short unknown part may be a place or an outlet, a long one is prose.
            unknown += 1 if len(part) <= _SHORT else 2
    date = published or changed
    is_told = bool(date and (authors or name))
    # One unknown part is borne beside a name and a date, none otherwise.
    if unknown > is_told or not (date or authors):
        return None
    name, is_late = "" if authors else name, bool(changed and not published)
    return HeadLine(authors or (), date, name, is_late, source)


def _says_nothing(part: str) -> bool:
    """Tell whether a part is a time of day, how long one reads, or somebody else's work."""
    is_label = bool(_PUBLISHED.fullmatch(part.strip(" :：")))
    return is_label or bool(
        _CLOCK.fullmatch(part) or _READING_TIME.fullmatch(part) or _OTHERS.match(part)
    )


def _without_update(part: str) -> str:
    return (
        _IS_UPDATED.sub("", part, count=1).strip(" :：,;").removeprefix("on ").removeprefix("le ")
    )
