# SPDX-License-Identifier: MIT
"""Which of the page's own words about its elements are believed.

A class ``has-sidebar`` on the body does not make the page a sidebar: what an
element that holds half of the prose says of itself, or what all elements of
its class together say, is not believed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from diptych.library.prose import weight
from diptych.library.readers.html_hints import GALLERY, HIDDEN, NO_MARKS, UNSEEN, Marks
from diptych.library.readers.html_walk import Fragment, PageWalk
from diptych.patterns import late_pattern
from diptych.text.article import BlockKind

_PROSE = 80  # characters
_LONG_HEADING = 140  # characters; a heading as long is a paragraph set wrongly
_LINE = 24  # characters; the extractor takes shorter labels with it
_HALF = 0.5
_NEARLY_ALL = 0.8  # of the prose; a page that hides it unfolds it by a script
_WHOLE = 0.8  # of an element's words; what the extractor holds of furniture is less
_BOX = 300  # characters
_UNTOLD = "how it is read"
# class="js-readmore", class="read-more-content": a script cuts its text short until one asks.
_UNFOLDS = late_pattern(r"(?:^|[\s_-])read-?more(?:$|[\s_-])")


def tell_places(walk: PageWalk, held: Sequence[bool]) -> None:
    """Fill in where each fragment stands, from the elements around it that are believed.

    ``held`` tells of each fragment whether the extractor takes it for the article.
    """
    trusted = _trusted(walk, held)
    count = len(walk.parents)
    areas, hints, roles = [""] * count, [""] * count, [""] * count
    for number, (above, own) in enumerate(zip(walk.parents, trusted, strict=True)):
        areas[number] = areas[above] or own.area
        hints[number] = hints[above] or own.hint
        roles[number] = "note" if own.role == "note" else roles[above] or own.role
    for fragment in walk.fragments:
        fragment.area = fragment.area or areas[fragment.parent]
        fragment.hint = hints[fragment.parent]
        fragment.role = roles[fragment.parent]


def is_prose(fragment: Fragment) -> bool:
    """Tell whether a fragment is running text and not a list of links."""
    text = fragment.text
    # Asked of each block many times: most are told by their length alone.
    if len(text) < _PROSE and text.isascii():
        return False
    least = _LONG_HEADING if fragment.kind is BlockKind.HEADING else _PROSE
    if len(text) < least and (text.isascii() or weight(text) < least):
        return False
    return fragment.linked * 3 < len(text) and fragment.area != _UNTOLD


def is_link(fragment: Fragment) -> bool:
    """Tell whether a fragment is a link, or links and little else."""
    return fragment.linked * 10 >= len(fragment.text) * 7


def sums_of(walk: PageWalk, weights: Sequence[int]) -> list[int]:
    """Return for each element the weights of all fragments inside it."""
    parents = walk.parents
    sums = [0] * len(parents)
    for fragment, size in zip(walk.fragments, weights, strict=True):
        sums[fragment.parent] += size
    for number in range(len(sums) - 1, 0, -1):
        if sums[number]:
            sums[parents[number]] += sums[number]
    return sums


def _trusted(walk: PageWalk, held: Sequence[bool]) -> list[Marks]:
    """Return what each element says of itself, as far as it is believed."""
    commented = _inside(walk, "comments")
    prose = [
        len(fragment.text) if is_prose(fragment) and (kept or not commented[fragment.parent]) else 0
        for fragment, kept in zip(walk.fragments, held, strict=True)
    ]
    if not any(prose):
        prose = [len(fragment.text) if is_prose(fragment) else 0 for fragment in walk.fragments]
    words = sums_of(walk, [len(fragment.text) for fragment in walk.fragments])
    sums = sums_of(walk, prose)
    kept_sizes = [len(f.text) * kept for f, kept in zip(walk.fragments, held, strict=True)]
    sure = sums_of(walk, kept_sizes)
    linked = sums_of(walk, [fragment.linked for fragment in walk.fragments])
    alike, alike_words, alike_sure = Counter[str](), Counter[str](), Counter[str]()
    for number, marks in enumerate(walk.marks):
        if marks and marks.names and not _has_alike_above(walk, number):
            alike[marks.names] += sums[number]
            alike_words[marks.names] += words[number]
            alike_sure[marks.names] += sure[number]
    half = sums[0] * _HALF
    around_main = _around_main(walk)
    trusted: list[Marks] = []
    for number, marks in enumerate(walk.marks):
        if marks is NO_MARKS:
            trusted.append(marks)
            continue
        share = max(sums[number], alike[marks.names])
        is_held = _is_held(sure[number], words[number])
        # The minutes of a match told by minute are as short as what the extractor takes amiss.
        is_held = is_held or _is_held(alike_sure[marks.names], alike_words[marks.names])
        if marks and half and share >= half:
            is_sure = marks.area and (marks.area == HIDDEN or not any(held))
            keeps = (is_sure and share < sums[0] * _NEARLY_ALL) or marks.area == GALLERY
            trusted.append(Marks(marks.area if keeps else "", names=marks.names))
        elif number in around_main:
            trusted.append(Marks(marks.area, names=marks.names))
        # The box of a wall is as plain as the text it stands for, and short.
        elif marks.hint == "sign-up" and 0 < alike_words[marks.names] < _BOX:
            trusted.append(marks)
        elif (marks.hint not in ("", UNSEEN) and is_held) or (
            sums[number] and not linked[number] and _UNFOLDS.search(marks.names)
        ):
            trusted.append(Marks(marks.area, "", marks.role, marks.names))
        else:
            trusted.append(marks)
    return trusted


def _is_held(sure: int, words: int) -> bool:
    """Tell whether the extractor holds nearly all of an element's words."""
    return sure >= max(_WHOLE * words, _LINE)


def _around_main(walk: PageWalk) -> set[int]:
    """Return the elements around the page's main part, whose class names tell of its layout."""
    found: set[int] = set()
    for main in (number for number, tag in enumerate(walk.tags) if tag == "main"):
        around = main
        while around:
            around = walk.parents[around]
            found.add(around)
    return found


def _has_alike_above(walk: PageWalk, number: int) -> bool:
    """Tell whether an element stands in one of its like, so that no word counts twice."""
    names = walk.marks[number].names
    for _ in range(8):
        if not number:
            return False
        number = walk.parents[number]
        if walk.marks[number].names == names:
            return True
    return False


def _inside(walk: PageWalk, hint: str) -> list[bool]:
    """Tell of each element whether it or one around it is marked with ``hint``."""
    inside = [False] * len(walk.parents)
    for number, marks in enumerate(walk.marks):
        inside[number] = inside[walk.parents[number]] or marks.hint == hint
    return inside
