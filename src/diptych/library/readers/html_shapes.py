# SPDX-License-Identifier: MIT
"""Shapes of a page that its tags alone do not tell: panels, second articles, line numbers."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from diptych.library.readers.html_hints import HIDDEN, LINE_NUMBERS, NO_MARKS, Marks
from diptych.library.readers.html_trust import is_link, is_prose, sums_of
from diptych.library.readers.html_walk import Fragment, PageWalk
from diptych.patterns import late_pattern
from diptych.text.article import BlockKind

ANOTHER = "another article"
_NUMBERS = late_pattern(r"\s*\d{1,4}(?:\s+\d{1,4})*\s*")
_FEWEST = 2  # panels alike
_LONGEST_QUESTION = 160
_ARTICLE_PROSE = 300  # characters in the first article; a page of teasers has less


def tell_shapes(walk: PageWalk) -> None:
    """Change what the page's elements say of themselves where its shape says otherwise."""
    _unfold_panels(walk)
    _part_second_articles(walk)
    for fragment in walk.fragments:
        if fragment.kind is BlockKind.CODE and _NUMBERS.fullmatch(fragment.text):
            fragment.area = LINE_NUMBERS


def _unfold_panels(walk: PageWalk) -> None:
    """Show what a page unfolds at a click on its heading: two such panels or more."""
    panels: dict[str, list[tuple[int, int]]] = defaultdict(list)
    buttons: dict[str, list[int]] = defaultdict(list)
    hidden = _outermost(walk, HIDDEN)
    for place, fragment in enumerate(walk.fragments[1:], start=1):
        before, number = walk.fragments[place - 1], hidden[fragment.parent]
        is_first = number and walk.tags[number] != "p" and hidden[before.parent] != number
        if is_first and is_prose(fragment) and _opens(walk, before):
            panels[walk.marks[number].names].append((number, place - 1))
        if is_prose(fragment) and walk.tags[before.parent] == "button" and _is_question(before):
            buttons[walk.names[before.parent]].append(place - 1)
    for found in panels.values():
        if len(found) >= _FEWEST:
            for number, _ in found:
                walk.marks[number] = Marks(names=walk.marks[number].names)
    for places in buttons.values():
        if len(places) >= _FEWEST:
            for place in places:
                question = walk.fragments[place]
                walk.marks[question.parent] = NO_MARKS
                question.kind, question.level = BlockKind.HEADING, 3


def _opens(walk: PageWalk, before: Fragment) -> bool:
    """Tell whether a fragment is what one clicks to unfold the following."""
    tag = walk.tags[before.parent]
    return before.kind is BlockKind.HEADING or tag in ("button", "dt", "summary")


def _is_question(fragment: Fragment) -> bool:
    return 8 <= len(fragment.text) <= _LONGEST_QUESTION and len(fragment.text.split()) > 1


def _outermost(walk: PageWalk, area: str) -> list[int]:
    """Return for each element the outermost one around it that is of ``area``, or 0."""
    around = [0] * len(walk.parents)
    for number in range(1, len(walk.parents)):
        own = number if walk.marks[number].area == area else 0
        around[number] = around[walk.parents[number]] or own
    return around


def _part_second_articles(walk: PageWalk) -> None:
    """Mark the articles that follow the page's own, each under a linked heading or a title."""
    numbers = [n for n, tag in enumerate(walk.tags) if tag == "article"]
    if len(numbers) < _FEWEST:
        return
    prose = sums_of(walk, [len(f.text) if is_prose(f) else 0 for f in walk.fragments])
    firsts = _first_headings(walk, set(numbers))
    own = next((n for n in numbers if prose[n] >= _ARTICLE_PROSE and n in firsts), 0)
    if not own or not _is_its_title(firsts[own], firsts, numbers):
        return
    for number in numbers:
        is_beside = number > own and walk.parents[number] == walk.parents[own]
        heading = firsts.get(number)
        if is_beside and heading is not None and (is_link(heading) or heading.level == 1):
            marks = walk.marks[number]
            walk.marks[number] = Marks(ANOTHER, marks.hint, marks.role, marks.names)


def _is_its_title(heading: Fragment, firsts: dict[int, Fragment], numbers: Sequence[int]) -> bool:
    """Tell whether a heading is not one of many teasers' headings alike."""
    levels = Counter(firsts[n].level for n in numbers if n in firsts)
    return heading.level == 1 or (not is_link(heading) and levels[heading.level] == 1)


def _first_headings(walk: PageWalk, numbers: set[int]) -> dict[int, Fragment]:
    """Return the first heading in each of the elements ``numbers``."""
    found: dict[int, Fragment] = {}
    for fragment in walk.fragments:
        if fragment.kind is not BlockKind.HEADING:
            continue
        number = fragment.parent
        while number:
            if number in numbers and number not in found:
                found[number] = fragment
            number = walk.parents[number]
    return found
