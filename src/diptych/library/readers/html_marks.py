# SPDX-License-Identifier: MIT
"""Tells a page's article from its furniture, by landmarks, prose and links."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import zip_longest

from diptych.library.bylines import authors_of_line
from diptych.library.draft import Piece
from diptych.library.furniture import ends_in_a_credit, furniture_reason, is_own_label
from diptych.library.head import OUTSIDE
from diptych.library.prose import weight
from diptych.library.readers.html_body import add_body
from diptych.library.readers.html_bounds import SURE_AREAS, keep_to_the_extract, list_of
from diptych.library.readers.html_extract import Extract
from diptych.library.readers.html_facts import HeadFacts
from diptych.library.readers.html_hints import ARTICLE_FOOT, HIDDEN, LICENCE, UNSEEN
from diptych.library.readers.html_shapes import tell_shapes
from diptych.library.readers.html_teasers import dim_teasers, part_galleries
from diptych.library.readers.html_trust import is_link, is_prose, sums_of, tell_places
from diptych.library.readers.html_walk import Fragment, PageWalk
from diptych.text.article import BlockKind, BlockState

_SURE_HINTS = {
    "cookie notice",
    "share buttons",
    "comments",
    "advertisement",
    "navigation",
    "page footer",
    UNSEEN,
    "reading time",
}
# Of all prose; the innermost element with so much of it holds the article.
_MAIN_SHARE = 0.6

_FEW_LETTERS = 6  # of a heading that the page's own title holds by chance
_FEW = 200  # characters; a page that keeps fewer keeps all


def mark_furniture(walk: PageWalk, head: HeadFacts, extract: Extract) -> list[Piece]:
    """Return the page's pieces, those that are not the article folded or dimmed.

    The page's landmarks say what is furniture, and the extract where the
    article begins and ends.
    """
    fragments = walk.fragments
    # Asked once, for places, bounds and empty headings alike.
    held = [extract.holds(fragment.text) for fragment in fragments]
    tell_shapes(walk)
    part_galleries(walk)
    tell_places(walk, held)
    pieces = [_piece(fragment) for fragment in fragments]
    inside = _inside_main(walk)
    title = _title_index(fragments, head, inside)
    main = next((i for i, is_inside in enumerate(inside) if is_inside), 0)
    mixed = _mixed_lists(walk)
    own = (len(f.text) for f in fragments if is_prose(f) and f.hint != "comments" and not f.area)
    has_own_prose = sum(own) >= _FEW
    for index, (fragment, piece) in enumerate(zip(fragments, pieces, strict=True)):
        if index == title:
            piece.kind, piece.level = BlockKind.TITLE, 0
            continue
        # Footnotes are set apart already.
        if piece.kind is BlockKind.NOTE:
            continue
        # A page may part the beginning of its article from the rest, by an advertisement.
        near = _near(index, title) or (title is not None and title < index < main)
        state, reason = _verdict(
            fragment, inside[index], after_title=near, has_own_prose=has_own_prose
        )
        # A list of books has a link here and there; one of nothing but links leads away.
        if reason == "links" and list_of(walk, fragment) in mixed:
            continue
        # Above the title stands the way to the front page and to the section.
        if not reason and title is not None and index < title and is_link(fragment):
            state, reason = BlockState.DIMMED, "links"
        if reason:
            piece.hide(state, reason)
    keep_to_the_extract(walk, pieces, held, head.described)
    dim_teasers(fragments, pieces)
    _fold_headings(pieces)
    _dim_empty_headings(pieces, held)
    _name_no_author_after_the_text(fragments, pieces)
    add_body(pieces, head.body)
    add_body(pieces, head.drawn, is_its_own=True)
    # Last of all: where hardly anything is kept, the rules have not understood the page.
    _show_if_little_is_left(pieces)
    return pieces


def pieces_of_chapter(walk: PageWalk) -> list[Piece]:
    """Return the pieces of a book's chapter, where only what is hidden is furniture."""
    tell_places(walk, [False] * len(walk.fragments))
    pieces = [_piece(fragment) for fragment in walk.fragments]
    is_contents = _is_contents(walk.fragments)
    for fragment, piece in zip(walk.fragments, pieces, strict=True):
        if is_contents:
            piece.hide(BlockState.FOLDED, "contents")
            piece.fixed = True
        elif fragment.area in ("navigation", HIDDEN, "how it is read", LICENCE):
            piece.hide(BlockState.FOLDED, fragment.area)
        elif piece.kind in (BlockKind.BYLINE, BlockKind.DATE, BlockKind.DECK):
            piece.kind = fragment.kind
    return pieces


def _is_contents(fragments: Sequence[Fragment]) -> bool:
    """Tell whether a chapter is nothing but links to the others under a heading."""
    links = [fragment for fragment in fragments if fragment.kind is not BlockKind.HEADING]
    return len(links) >= 2 and all(is_link(fragment) for fragment in links)


def _piece(fragment: Fragment) -> Piece:
    piece = Piece(fragment.text, kind=fragment.kind, level=fragment.level, loose=True)
    piece.row, piece.mark = fragment.row, fragment.mark
    piece.fixed = fragment.kind is not BlockKind.PARAGRAPH
    if fragment.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) and fragment.role:
        _apply_role(piece, fragment.role)
    if piece.kind is BlockKind.CAPTION:
        piece.hide(BlockState.SECONDARY, "caption")
    return piece


def _apply_role(piece: Piece, role: str) -> None:
    # What is longer than any byline or date is a block that merely bears such a name.
    short = len(piece.text) <= 160
    if role == "note":
        piece.kind, piece.fixed = BlockKind.NOTE, True
        piece.hide(BlockState.SECONDARY, "footnote")
    elif role == "caption":
        piece.kind = BlockKind.CAPTION
    elif role == "deck" and len(piece.text) <= 600:
        piece.kind = BlockKind.DECK
    elif role == "byline" and short and not _is_no_byline(piece.text):
        piece.kind = BlockKind.BYLINE
    elif role == "date" and short:
        piece.kind = BlockKind.DATE
    else:
        return
    piece.level = 0


def _is_no_byline(text: str) -> bool:
    """Tell whether a line in a byline's place is a link to somewhere else of the author's."""
    is_credit = ends_in_a_credit(text) and not authors_of_line(text)
    return bool(furniture_reason(text)) or is_credit or "www." in text or "://" in text


def _inside_main(walk: PageWalk) -> list[bool]:
    """Tell for each fragment whether it stands in the innermost element with most prose."""
    weights = sums_of(
        walk,
        [
            len(f.text) if is_prose(f) and not f.area and f.hint != "comments" else 0
            for f in walk.fragments
        ],
    )
    heavy = [n for n, weight in enumerate(weights) if weight and weight >= weights[0] * _MAIN_SHARE]
    main = heavy[-1] if heavy else 0
    # One long paragraph or list may hold most of a short article; what stands beside it belongs
    # to it.
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
        and fragment.level <= 3
        and fragment.area not in SURE_AREAS
        and fragment.hint not in _SURE_HINTS
    ]
    named = " ".join(head.facts.title.lower().split())
    texts = {index: " ".join(fragments[index].text.lower().split()) for index in headings}
    for index, text in texts.items() if named else ():
        # A shorter heading, "News", stands in many a title by chance.
        is_like = fragments[index].level <= 2 and (text in named or named in text)
        if weight(text) >= _FEW_LETTERS and is_like:
            return index
    same = [index for index, text in texts.items() if text == named]
    if same:
        return same[0]
    firsts = [index for index in headings if fragments[index].level == 1]
    if not firsts:
        return None
    # The only one is the printed title, though the head has another for machines that search.
    alone = firsts[0] if not named or len(firsts) == 1 else None
    return next((index for index in firsts if inside[index]), alone)


def _mixed_lists(walk: PageWalk) -> set[int]:
    """Return the lists of which half the items or more are no links."""
    items: dict[int, list[bool]] = defaultdict(list)
    for fragment in walk.fragments:
        if number := list_of(walk, fragment):
            items[number].append(is_link(fragment))
    return {number for number, links in items.items() if sum(links) * 2 <= len(links)}


def _fold_headings(pieces: Sequence[Piece]) -> None:
    """Fold the headings of furniture: "Most read", "More on this" over links that are hidden."""
    for piece, after in zip_longest(pieces, pieces[1:]):
        if piece.kind is not BlockKind.HEADING or piece.state is BlockState.FOLDED:
            continue
        reason = furniture_reason(piece.text.strip(" :"))
        is_sure = reason in ("share buttons", "related links", "comment form", "sign-up")
        # One word alone, "Comments", may head a part of the article as well.
        is_long = len(piece.text.split()) > 1
        # Over text that is shown a heading is mostly the article's own, whatever it says.
        hides = after is None or after.state in (BlockState.DIMMED, BlockState.FOLDED)
        if is_own_label(piece.text) and not hides:
            continue
        if reason and (hides or (is_sure and is_long)):
            piece.hide(BlockState.FOLDED, reason)


def _dim_empty_headings(pieces: Sequence[Piece], held: Sequence[bool]) -> None:
    """Dim the headings under which everything is hidden up to the next one."""
    has_text, hides = False, False
    # From the end, so that what stands under a heading is known when it comes.
    for piece, kept in zip(reversed(pieces), reversed(held), strict=True):
        if piece.kind is BlockKind.HEADING and piece.state is BlockState.SHOWN:
            if not has_text and hides and not kept:
                piece.hide(BlockState.DIMMED, OUTSIDE)
                continue
            has_text = hides = False
        elif piece.state is BlockState.SHOWN:
            has_text = True
        elif piece.state in (BlockState.DIMMED, BlockState.FOLDED):
            hides = True


def _name_no_author_after_the_text(fragments: Sequence[Fragment], pieces: Sequence[Piece]) -> None:
    """Take no byline from a box about the author that is left out after the article."""
    is_after = False
    for piece, fragment in zip(pieces, fragments, strict=True):
        if is_after and piece.kind is BlockKind.BYLINE and piece.state is BlockState.DIMMED:
            piece.kind, piece.level = fragment.kind, fragment.level
        is_after = is_after or (piece.state is BlockState.SHOWN and is_prose(fragment))


def _near(index: int, title: int | None) -> bool:
    return title is not None and 0 < index - title <= 12


def _verdict(
    fragment: Fragment, inside: bool, *, after_title: bool, has_own_prose: bool
) -> tuple[BlockState, str]:
    shown = BlockState.SHOWN, ""
    if fragment.area in SURE_AREAS:
        return BlockState.FOLDED, fragment.area
    dense = is_link(fragment)
    short = len(fragment.text) < 200
    if fragment.hint == "comments" and has_own_prose:
        return BlockState.FOLDED, fragment.hint
    # In the article a long block of such a name is a frame around the text itself.
    if fragment.hint in _SURE_HINTS and (not inside or short):
        return BlockState.FOLDED, fragment.hint
    if fragment.hint in ("sign-up", ARTICLE_FOOT) and short:
        return BlockState.DIMMED, fragment.hint
    if fragment.area or (fragment.hint and (not inside or dense)):
        return BlockState.DIMMED, fragment.area or fragment.hint
    if inside:
        is_item = fragment.kind is BlockKind.LIST_ITEM
        return (BlockState.DIMMED, "links") if dense and is_item and short else shown
    # A deck or a byline may stand beside the element that holds the text.
    if after_title and not dense:
        return shown
    return BlockState.DIMMED, "outside the article"


def _show_if_little_is_left(pieces: Sequence[Piece]) -> None:
    kept = sum(len(piece.text) for piece in pieces if piece.state is BlockState.SHOWN)
    total = sum(len(piece.text) for piece in pieces)
    if kept >= _FEW or kept * 2 >= total:
        return
    for piece in pieces:
        if piece.state in (BlockState.DIMMED, BlockState.FOLDED):
            piece.show()
