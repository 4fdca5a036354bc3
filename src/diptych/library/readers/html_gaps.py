# SPDX-License-Identifier: MIT
"""What the extractor misses of an article: a deck, a heading, a sentence set by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from diptych.library.draft import Piece
from diptych.library.furniture import furniture_reason
from diptych.library.head import is_outside
from diptych.library.readers.html_hints import ARTICLE_FOOT, HIDDEN
from diptych.library.readers.html_teasers import elements_around
from diptych.library.readers.html_trust import is_link, is_prose
from diptych.library.readers.html_walk import Fragment, PageWalk
from diptych.text.article import BlockKind, BlockState
from diptych.text.sentence_ends import ends_a_sentence

HEAD_KINDS = (BlockKind.TITLE, BlockKind.BYLINE, BlockKind.DATE, BlockKind.DECK)
_TEXT_KINDS = (BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST_ITEM)
_NEAR = 12  # blocks in which a deck follows the title
_MOST_BESIDE = 4  # blocks beside a heading and what stands below it
_DECK = 70  # characters
_SHORT_DECK = 20  # characters of one that the page's head repeats
_REPEATED = 100  # characters at the beginning of a caption
_DECK_HINTS = ("", "related links", ARTICLE_FOOT)


def fill_gaps(
    walk: PageWalk,
    pieces: Sequence[Piece],
    held: Sequence[bool],
    stands: Sequence[bool],
    *,
    title: int | None,
    described: str,
) -> None:
    """Show what the article has beside and between the blocks that the extract holds.

    ``held`` tells of each block whether the extract holds it, ``stands`` also of
    those that are set as the article is; ``described`` is the page's own summary.
    """
    _show_near_prose(walk.fragments, pieces, held)
    _show_the_deck(walk.fragments, pieces, title, described)
    _show_what_leads_in(walk, pieces, held, title)
    _show_sentences_between(walk, pieces, stands)
    _show_headings_of_what_is_shown(walk.fragments, pieces, stands)


def _between(stands: Sequence[bool]) -> range:
    """Return the places between the first and the last block of the article."""
    kept = [index for index, is_kept in enumerate(stands) if is_kept]
    return range(kept[0] + 1, kept[-1]) if kept else range(0)


def _is_left_out(fragment: Fragment, piece: Piece) -> bool:
    """Tell whether a block is dimmed for the extract's sake alone."""
    return is_outside(piece) and not fragment.hint and not fragment.area


def _show_near_prose(
    fragments: Sequence[Fragment], pieces: Sequence[Piece], held: Sequence[bool]
) -> None:
    """Show sentences next to what the extract holds, between its first and its last block.

    The extractor misses a paragraph set by itself; what stands before and after
    the article is mostly another's.
    """
    for index in _between(held):
        fragment, piece = fragments[index], pieces[index]
        is_near = held[index - 1] or held[index + 1]
        if is_near and _is_left_out(fragment, piece) and is_prose(fragment) and ends(fragment):
            piece.show()


def _show_sentences_between(
    walk: PageWalk, pieces: Sequence[Piece], stands: Sequence[bool]
) -> None:
    """Show a short sentence between what is shown, where one of its neighbours is set as it is."""
    for index in _between(stands):
        fragment, piece = walk.fragments[index], pieces[index]
        if not _is_left_out(fragment, piece) or fragment.kind not in _TEXT_KINDS:
            continue
        if is_link(fragment) or not ends(fragment):
            continue
        beside = list(_neighbours(pieces, index))
        setting = setting_of(walk, fragment)
        are_shown = all(pieces[i].state is BlockState.SHOWN for i in beside)
        are_text = all(pieces[i].kind not in HEAD_KINDS for i in beside)
        is_alike = any(setting_of(walk, walk.fragments[i]) == setting for i in beside)
        if len(beside) == 2 and are_shown and are_text and is_alike:
            piece.show()


def _neighbours(pieces: Sequence[Piece], index: int) -> Iterator[int]:
    """Yield the blocks before and after one, captions and what is folded apart."""
    for way in (range(index - 1, -1, -1), range(index + 1, len(pieces))):
        states = (BlockState.SHOWN, BlockState.DIMMED)
        yield from [i for i in way if pieces[i].state in states][:1]


def _show_the_deck(
    fragments: Sequence[Fragment], pieces: Sequence[Piece], title: int | None, described: str
) -> None:
    """Show the lines of prose between the title and the article, whatever their class names."""
    if title is None:
        return
    for index in range(title + 1, min(title + 1 + _NEAR, len(pieces))):
        fragment, piece = fragments[index], pieces[index]
        # Where the page is about a film, what it says stands as the film's caption.
        if piece.kind is BlockKind.CAPTION and _sums_up(fragment, described):
            piece.kind = BlockKind.DECK
            piece.show()
        is_told = _DECK > len(fragment.text) >= _SHORT_DECK and fragment.text in described
        is_long = len(fragment.text) >= _DECK and not is_link(fragment)
        is_dimmed = piece.state is BlockState.DIMMED and not fragment.area
        if (is_long or is_told) and is_dimmed and fragment.hint in _DECK_HINTS:
            piece.show()
        if piece.state is BlockState.SHOWN and is_prose(fragment):
            return


def _sums_up(fragment: Fragment, described: str) -> bool:
    """Tell whether a block is sentences that the page's head begins with, too."""
    return is_prose(fragment) and ends(fragment) and fragment.text[:_REPEATED] in described


def _show_what_leads_in(
    walk: PageWalk, pieces: Sequence[Piece], held: Sequence[bool], title: int | None
) -> None:
    """Show prose set by itself before the text that the extract holds, inside the same element."""
    fragments = walk.fragments
    held_prose = (i for i, kept in enumerate(held) if kept and is_prose(fragments[i]))
    first = next(held_prose, None)
    if first is None or (title is not None and title > first):
        return
    around = _frame_of(walk, fragments[first].parent)
    before = range(first - 1, -1 if title is None else title, -1)
    # A list of the article's headings, which stands between, is folded.
    seen = (index for index in before if pieces[index].state is not BlockState.FOLDED)
    for index in islice(seen, _NEAR - 1):
        fragment, piece = fragments[index], pieces[index]
        if not around or around not in elements_around(walk, fragment.parent):
            return
        is_long = len(fragment.text) >= _DECK and not is_link(fragment) and ends(fragment)
        if is_long and _is_left_out(fragment, piece):
            piece.show()


def _frame_of(walk: PageWalk, number: int) -> int:
    """Return the innermost article or main part of the page around an element, or 0."""
    while number and walk.tags[number] not in ("article", "main"):
        number = walk.parents[number]
    return number


def _show_headings_of_what_is_shown(
    fragments: Sequence[Fragment], pieces: Sequence[Piece], stands: Sequence[bool]
) -> None:
    """Show the headings right above what is shown, between the article's first and last block."""
    for index in _between(stands):
        fragment, piece = fragments[index], pieces[index]
        if not _is_left_out(fragment, piece) or not heads_prose(fragments, index):
            continue
        following = islice(pieces, index + 1, index + 1 + _MOST_BESIDE)
        after = next((p for p in following if p.state is not BlockState.FOLDED), piece)
        if after.state is BlockState.SHOWN and after.kind not in HEAD_KINDS:
            piece.show()


def heads_prose(fragments: Sequence[Fragment], index: int) -> bool:
    """Tell whether a block is the heading of what the extract holds after it."""
    fragment = fragments[index]
    if fragment.kind is not BlockKind.HEADING or is_link(fragment):
        return False
    # Beside a heading stands a hidden link to change its section.
    following = islice(fragments, index + 1, index + 1 + _MOST_BESIDE)
    after = [f for f in following if f.area != HIDDEN][:1]
    is_furniture = furniture_reason(fragment.text.strip(" :"))
    is_told = any(not is_link(f) and f.kind is not BlockKind.HEADING for f in after)
    return is_told and not is_furniture


def ends(fragment: Fragment) -> bool:
    """Tell whether a block ends as a sentence does."""
    return ends_a_sentence(fragment.text)


def setting_of(walk: PageWalk, fragment: Fragment) -> object:
    """Return how a block is set: its element and the class names of those around it."""
    number = fragment.parent
    around = []
    for _ in range(3):
        number = walk.parents[number]
        around.append((walk.tags[number], walk.names[number]))
    return walk.tags[fragment.parent], tuple(around)
