# SPDX-License-Identifier: MIT
"""What is set like the article but is not its text: galleries, teasers after it, doubles."""

from __future__ import annotations

from collections.abc import Sequence

from diptych.library.draft import Piece
from diptych.library.readers.html_hints import GALLERY, Marks
from diptych.library.readers.html_trust import is_prose
from diptych.library.readers.html_walk import Fragment, PageWalk
from diptych.patterns import late_pattern
from diptych.text.article import BlockKind, BlockState

TEASERS = "other articles"
TWICE = "said twice"
# “3/50 The first lady of banks”, “3 of 50”
_OF_SO_MANY = late_pattern(r"(\d{1,3})\s?(?:/|of)\s?(\d{1,3})\b(?!/)")
_FEWEST = 3  # pictures of a gallery, or headings in a row after the article
_ARTICLE = 1500  # characters; beside so many a gallery is a part, however long it is
_DOUBLE = 60  # characters


def part_galleries(walk: PageWalk) -> None:
    """Mark what holds captions that count themselves: ``3/50``."""
    counted: dict[str, list[Fragment]] = {}
    for fragment in walk.fragments:
        found = _OF_SO_MANY.match(fragment.text) if len(fragment.text) <= 200 else None
        if found and int(found[1]) <= int(found[2]):
            counted.setdefault(found[2], []).append(fragment)
    for total, captions in counted.items():
        numbers = {_OF_SO_MANY.match(caption.text)[1] for caption in captions}  # type: ignore[index]
        if _FEWEST <= len(numbers) <= int(total):
            number = _common(walk, captions)
            if number and not _holds_most(walk, number):
                marks = walk.marks[number]
                walk.marks[number] = Marks(GALLERY, marks.hint, marks.role, marks.names)


def dim_teasers(fragments: Sequence[Fragment], pieces: Sequence[Piece]) -> None:
    """Dim headings and decks of other articles, and a deck that is printed twice."""
    shown = [i for i, piece in enumerate(pieces) if piece.state is BlockState.SHOWN]
    texts = [i for i in shown if _is_text(fragments[i], pieces[i])]
    if not texts:
        return
    after = [i for i in shown if i > texts[-1]]
    if sum(pieces[i].kind is BlockKind.HEADING for i in after) >= _FEWEST:
        for place in after:
            heads = pieces[place + 1 : place + 2]
            # A list under a heading is a section; another article has its deck there.
            is_section = any(
                p.kind is BlockKind.LIST_ITEM and p.state is BlockState.SHOWN for p in heads
            )
            if pieces[place].kind in (BlockKind.HEADING, BlockKind.DECK) and not is_section:
                pieces[place].hide(BlockState.DIMMED, TEASERS)
    if len({pieces[i].text for i in texts}) == 1:
        return  # what says nothing else sums nothing up
    head = [i for i in shown if i <= texts[:2][-1]]
    for place, index in enumerate(head):
        same = [i for i in head[:place] if pieces[i].text == pieces[index].text]
        if same and len(pieces[index].text) >= _DOUBLE:
            pieces[index].hide(BlockState.DIMMED, TWICE)


def _is_text(fragment: Fragment, piece: Piece) -> bool:
    if piece.kind in (BlockKind.HEADING, BlockKind.TITLE) or fragment.role == "deck":
        return False
    return is_prose(fragment)


def _common(walk: PageWalk, fragments: Sequence[Fragment]) -> int:
    """Return the innermost element that holds all the fragments."""
    around = [elements_around(walk, fragment.parent) for fragment in fragments]
    return max(set(around[0]).intersection(*around[1:]))


def elements_around(walk: PageWalk, number: int) -> list[int]:
    found = [number]
    while number:
        number = walk.parents[number]
        found.append(number)
    return found


def _holds_most(walk: PageWalk, number: int) -> bool:
    """Tell whether hardly any prose stands outside an element: then it is the article."""
    inside = outside = 0
    for fragment in walk.fragments:
        if is_prose(fragment):
            if number in elements_around(walk, fragment.parent):
                inside += len(fragment.text)
            else:
                outside += len(fragment.text)
    return outside * 5 < inside and outside < _ARTICLE
