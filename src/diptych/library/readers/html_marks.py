# SPDX-License-Identifier: MIT
"""Tells a page's article from its furniture, by landmarks, prose and links."""

from __future__ import annotations

from collections.abc import Sequence

from diptych.library.draft import Piece
from diptych.library.readers.html_extract import Extract
from diptych.library.readers.html_facts import HeadFacts
from diptych.library.readers.html_walk import Fragment, PageWalk
from diptych.text.article import BlockKind, BlockState

_SURE_AREAS = {"navigation", "form", "button", "shown only without scripts", "hidden on the page",
               "page footer", "dialog"}  # fmt: skip
_SURE_HINTS = {
    "cookie notice",
    "share buttons",
    "comments",
    "advertisement",
    "navigation",
    "page footer",
}
_MAIN_SHARE = 0.6
_PROSE = 80  # characters
_DOUBT = 0.15  # of what is shown; less may be a teaser or two
_FEW = 200  # characters; a page that keeps fewer keeps all


def mark_furniture(walk: PageWalk, head: HeadFacts, extract: Extract) -> list[Piece]:
    """Return the page's pieces, those that are not the article folded or dimmed.

    Where much of what is only likely none is in the extract, the landmarks have
    misled, and the extract is believed.
    """
    fragments = walk.fragments
    pieces = [_piece(fragment) for fragment in fragments]
    inside = _inside_main(walk)
    title = _title_index(fragments, head, inside)
    for index, (fragment, piece) in enumerate(zip(fragments, pieces, strict=True)):
        if index == title:
            piece.kind, piece.level = BlockKind.TITLE, 0
            continue
        if piece.kind is BlockKind.NOTE:
            continue
        state, reason = _verdict(fragment, inside[index], after_title=_near(index, title))
        if reason:
            piece.hide(state, reason)
    _show_if_extracted(pieces, extract)
    _show_if_little_is_left(pieces)
    if title is not None and not head.facts.title:
        head.facts.title = ""
    return pieces


def pieces_of_chapter(walk: PageWalk) -> list[Piece]:
    """Return the pieces of a book's chapter, where only what is hidden is furniture."""
    pieces = [_piece(fragment) for fragment in walk.fragments]
    for fragment, piece in zip(walk.fragments, pieces, strict=True):
        if fragment.area in ("navigation", "hidden on the page"):
            piece.hide(BlockState.FOLDED, fragment.area)
        elif piece.kind in (BlockKind.BYLINE, BlockKind.DATE, BlockKind.DECK):
            piece.kind = fragment.kind
    return pieces


def _piece(fragment: Fragment) -> Piece:
    piece = Piece(fragment.text, kind=fragment.kind, level=fragment.level, loose=True)
    piece.row = fragment.row
    piece.fixed = fragment.kind is not BlockKind.PARAGRAPH
    if fragment.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) and fragment.role:
        _apply_role(piece, fragment.role)
    if piece.kind is BlockKind.CAPTION:
        piece.hide(BlockState.SECONDARY, "caption")
    return piece


def _apply_role(piece: Piece, role: str) -> None:
    short = len(piece.text) <= 160
    if role == "note":
        piece.kind, piece.fixed = BlockKind.NOTE, True
        piece.hide(BlockState.SECONDARY, "footnote")
    elif role == "caption":
        piece.kind = BlockKind.CAPTION
    elif role == "deck" and len(piece.text) <= 600:
        piece.kind = BlockKind.DECK
    elif role == "byline" and short:
        piece.kind = BlockKind.BYLINE
    elif role == "date" and short:
        piece.kind = BlockKind.DATE
    else:
        return
    piece.level = 0


def _is_prose(fragment: Fragment) -> bool:
    return (
        not fragment.area
        and fragment.hint != "comments"
        and fragment.kind is not BlockKind.HEADING
        and len(fragment.text) >= _PROSE
        and fragment.linked * 3 < len(fragment.text)
    )


def _inside_main(walk: PageWalk) -> list[bool]:
    """Tell for each fragment whether it stands in the innermost element with most prose."""
    weights = [0] * len(walk.parents)
    for fragment in walk.fragments:
        if _is_prose(fragment):
            weights[fragment.parent] += len(fragment.text)
    total = sum(weights)
    for number in range(len(weights) - 1, 0, -1):
        weights[walk.parents[number]] += weights[number]
    heavy = [n for n, weight in enumerate(weights) if weight and weight >= total * _MAIN_SHARE]
    main = heavy[-1] if heavy else 0
    while main and walk.tags[main] in ("p", "li", "ul", "ol", "td", "tr", "tbody", "blockquote"):
        main = walk.parents[main]
    belongs = [False] * len(weights)
    belongs[main] = True
    for number in range(main + 1, len(weights)):
        belongs[number] = belongs[walk.parents[number]]
    return [belongs[fragment.parent] or main == 0 for fragment in walk.fragments]


def _title_index(
    fragments: Sequence[Fragment], head: HeadFacts, inside: Sequence[bool]
) -> int | None:
    """Return which heading is the title: the one the page's head names, else the first h1."""
    headings = [
        index
        for index, fragment in enumerate(fragments)
        if fragment.kind is BlockKind.HEADING
        and fragment.level <= 2
        and fragment.area not in _SURE_AREAS
        and fragment.hint not in _SURE_HINTS
    ]
    named = " ".join(head.facts.title.lower().split())
    for index in headings:
        text = " ".join(fragments[index].text.lower().split())
        if named and len(text) >= 6 and (text == named or text in named or named in text):
            return index
    firsts = [index for index in headings if fragments[index].level == 1]
    if not firsts:
        return None
    return next((index for index in firsts if inside[index]), firsts[0] if not named else None)


def _near(index: int, title: int | None) -> bool:
    return title is not None and 0 < index - title <= 12


def _verdict(fragment: Fragment, inside: bool, *, after_title: bool) -> tuple[BlockState, str]:
    shown = BlockState.SHOWN, ""
    if fragment.area in _SURE_AREAS:
        return BlockState.FOLDED, fragment.area
    dense = fragment.linked * 10 >= len(fragment.text) * 7
    short = len(fragment.text) < 200
    if fragment.hint in _SURE_HINTS and (not inside or short):
        return BlockState.FOLDED, fragment.hint
    if fragment.area or (fragment.hint and (not inside or dense)):
        return BlockState.DIMMED, fragment.area or fragment.hint
    if inside:
        is_item = fragment.kind is BlockKind.LIST_ITEM
        return (BlockState.DIMMED, "links") if dense and is_item and short else shown
    if after_title and not dense:
        return shown
    return BlockState.DIMMED, "outside the article"


def _show_if_extracted(pieces: Sequence[Piece], extract: Extract) -> None:
    shown = sum(len(piece.text) for piece in pieces if piece.state is BlockState.SHOWN)
    dimmed = [piece for piece in pieces if piece.state is BlockState.DIMMED]
    if sum(len(piece.text) for piece in dimmed) <= _DOUBT * shown:
        return
    doubted = [piece for piece in dimmed if extract.holds(piece.text)]
    if sum(len(piece.text) for piece in doubted) <= _DOUBT * shown:
        return
    for piece in doubted:
        piece.state, piece.reason = BlockState.SHOWN, ""


def _show_if_little_is_left(pieces: Sequence[Piece]) -> None:
    kept = sum(len(piece.text) for piece in pieces if piece.state is BlockState.SHOWN)
    total = sum(len(piece.text) for piece in pieces)
    if kept >= _FEW or kept * 2 >= total:
        return
    for piece in pieces:
        if piece.state in (BlockState.DIMMED, BlockState.FOLDED):
            piece.state, piece.reason = BlockState.SHOWN, ""
