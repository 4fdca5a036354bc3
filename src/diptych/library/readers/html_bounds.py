# SPDX-License-Identifier: MIT
"""Where a page's article begins and ends, and what interrupts it, by the extractor's choice.

The extractor misses a paragraph here and there, but rarely where the article
lies. What it holds is shown. What it leaves out is dimmed before the first and
after the last block it holds, and where much of it stands together in between;
running text set just as the article's own is not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from diptych.library.draft import Piece
from diptych.library.furniture import furniture_reason, is_own_label
from diptych.library.head import OUTSIDE, is_outside
from diptych.library.prose import weight
from diptych.library.readers.html_gaps import (
    HEAD_KINDS,
    ends,
    fill_gaps,
    heads_prose,
    setting_of,
)
from diptych.library.readers.html_hints import GALLERY, HIDDEN, LICENCE, LINE_NUMBERS
from diptych.library.readers.html_shapes import ANOTHER
from diptych.library.readers.html_teasers import TEASERS
from diptych.library.readers.html_trust import is_link, is_prose
from diptych.library.readers.html_walk import Fragment, PageWalk
from diptych.text.article import BlockKind, BlockState

SURE_AREAS = {
    *("navigation", "form", "button", "shown only without scripts", HIDDEN, "page footer"),
    *("dialog", "how it is read", "advertisement", LINE_NUMBERS, LICENCE),
}
_ENOUGH = 0.05  # of the prose that is shown; an extract that holds less has missed the article
_FEWEST = 200  # characters of an extract that is believed beside much other text
_OWN_SHARE = 0.15  # of the article's prose is set in a way; then all that is set so is its own
_LIST_SHARE = 0.25  # of a list is held; then all of it is the article's
_LONG_RUN = 400  # characters that the extractor leaves out in a row
_CELLS = ("td", "th", "pre", "button")
_LINKED_PROSE = 120  # characters
_LABEL = 40  # characters
_MOST_AFTER = 0.3  # of the extract; a page that goes on for longer goes on with its article
_MOST_MISSED = 2  # times the extract; before so many sections it has stopped at the first
_FEWEST_LINKS = 0.05  # of the sections' letters
_LISTS = ("ul", "ol", "dl", "table", "pre")


def keep_to_the_extract(
    walk: PageWalk, pieces: Sequence[Piece], held: Sequence[bool], described: str = ""
) -> None:
    """Show what the extract holds, and dim what stands outside it.

    ``described`` is how the page's head sums the article up.
    """
    if not any(held):
        return
    fragments = walk.fragments
    held = _without_teasers(walk, held)
    if not _has_found_the_article(fragments, pieces, held):
        return
    for fragment, piece, kept in zip(fragments, pieces, held, strict=True):
        if kept and _may_be_shown(fragment, piece):
            piece.show()
    own = _own_settings(walk, held)
    settings = [setting_of(walk, fragment) for fragment in fragments]
    kept_words = [
        kept and (not is_link(fragment) or (setting in own and _is_linked_prose(fragment)))
        for fragment, setting, kept in zip(fragments, settings, held, strict=True)
    ]
    lists = _its_lists(walk, kept_words)
    title = next((i for i, piece in enumerate(pieces) if piece.kind is BlockKind.TITLE), None)
    places = _containers(walk, held)
    walled = _behind_a_wall(walk, held, places)
    _show_tables(walk, pieces, places)
    for run, is_between in _left_out(kept_words, title):
        length = sum(len(pieces[i].text) for i in run if pieces[i].state is BlockState.SHOWN)
        is_short = is_between and length <= _LONG_RUN
        is_head = title is not None and run[0] == title + 1
        its_own = _its_own(walk, pieces, held, run, places, is_between=is_between)
        for index in run:
            if index in its_own:
                continue
            piece, fragment = pieces[index], fragments[index]
            if piece.state is not BlockState.SHOWN or piece.kind in HEAD_KINDS:
                continue
            is_set_so = settings[index] in own or fragment.parent in places
            is_set_so = is_set_so or walk.parents[fragment.parent] in walled
            is_own = (is_short or is_set_so) and _is_sentence(fragment)
            is_said = held[index] and (ends(fragment) or _is_address(fragment))
            stands = not is_head and _stands_with_it(walk, fragment, places, held=held[index])
            # A box of teasers between two paragraphs is as short as what the extractor misses.
            is_box = fragment.hint == "related links" and not (is_set_so or held[index])
            if is_short and (is_said or is_own or stands) and not is_box:
                continue
            is_told = _is_told(walk, fragment, held=held[index], between=is_between, head=is_head)
            if is_told and _is_beside(walk, fragment, places):
                continue
            if is_box or (not is_own and (list_of(walk, fragment) or -1) not in lists):
                piece.hide(BlockState.DIMMED, OUTSIDE)
    standing = [
        kept or (is_prose(fragment) and (is_own or walk.parents[fragment.parent] in walled))
        for fragment, piece, setting, kept in zip(fragments, pieces, settings, held, strict=True)
        for is_own in (piece.state is BlockState.SHOWN and setting in own,)
    ]
    fill_gaps(walk, pieces, held, standing, title=title, described=described)
    _dim_after_the_label(walk, pieces, held)


def _has_stopped_early(
    walk: PageWalk, pieces: Sequence[Piece], run: Sequence[int], held: Sequence[bool]
) -> bool:
    """Tell whether the extract has stopped at the first section of the article.

    What follows is then far more than the extract, stands under headings and, other than
    teasers, has hardly a link.
    """
    fragments = walk.fragments
    seen = [index for index in run if pieces[index].state is BlockState.SHOWN]
    size = sum(len(fragments[index].text) for index in seen)
    linked = sum(fragments[index].linked for index in seen)
    kept = sum(len(f.text) for f, is_kept in zip(fragments, held, strict=True) if is_kept)
    paragraphs = (fragments[i] for i in seen if fragments[i].kind is BlockKind.PARAGRAPH)
    prose = sum(len(f.text) for f in paragraphs if is_prose(f) and not f.hint)
    if prose < _MOST_MISSED * kept or linked > _FEWEST_LINKS * size:
        return False
    return any(heads_prose(fragments, index) for index in seen)


def _is_told(walk: PageWalk, fragment: Fragment, *, held: bool, between: bool, head: bool) -> bool:
    """Tell whether a block of a run that the extract leaves out is the article's by its shape."""
    is_cell = fragment.row > 0 and (held or not is_link(fragment))
    if is_cell or (held and _is_address(fragment)) or (between and _is_item_or_prose(fragment)):
        return True
    # After the end of the extract, too; what has no element around it is nobody else's.
    is_bare = fragment.kind is BlockKind.CODE or (
        _outside_lists(walk, fragment.parent) == 0 and is_prose(fragment)
    )
    return not head and is_bare


def _its_own(
    walk: PageWalk,
    pieces: Sequence[Piece],
    held: Sequence[bool],
    run: Sequence[int],
    places: set[int],
    *,
    is_between: bool,
) -> Collection[int]:
    """Return what of a run that the extract leaves out is the article's for sure."""
    alone = walk.fragments[run[0]]
    if is_between and len(run) == 1:
        is_told = heads_prose(walk.fragments, run[0]) or _is_linked_paragraph(walk, alone)
        return run if is_told else ()
    if is_between or not run[0]:
        return ()
    if _has_stopped_early(walk, pieces, run, held):
        return run
    return _goes_on(walk, run, places)


def _goes_on(walk: PageWalk, run: Sequence[int], places: set[int]) -> set[int]:
    """Return the headings and items right after the extract's end that stand with its paragraphs.

    An item is one of a list without links: one with links leads to other articles.
    """
    linked = Counter[int]()
    for fragment in walk.fragments:
        linked[list_of(walk, fragment)] += fragment.linked
    beside = {(walk.parents[number], walk.names[number]) for number in places}
    told: list[int] = []
    for index in run:
        fragment = walk.fragments[index]
        number = _outside_lists(walk, fragment.parent)
        is_item = fragment.kind is BlockKind.LIST_ITEM and not linked[list_of(walk, fragment)]
        is_heading = fragment.kind is BlockKind.HEADING and not fragment.linked
        number = walk.parents[fragment.parent] if is_heading else number
        is_there = number in places or (walk.parents[number], walk.names[number]) in beside
        if not (is_item or is_heading) or not is_there or _is_label(fragment.text):
            break
        told.append(index)
    while told and walk.fragments[told[-1]].kind is BlockKind.HEADING:
        told.pop()
    return set(told)


def _containers(walk: PageWalk, held: Sequence[bool]) -> set[int]:
    """Return the elements that directly hold paragraphs of the extract."""
    return {
        walk.parents[fragment.parent]
        for fragment, kept in zip(walk.fragments, held, strict=True)
        if kept and is_prose(fragment)
    }


def _behind_a_wall(walk: PageWalk, held: Sequence[bool], places: set[int]) -> set[int]:
    """Return the elements beside the extract's paragraphs that hold more than those.

    A page that shows its beginning to all sets the rest of the article into an element
    of its own, at which the extractor stops.
    """
    sizes, kept_sizes = Counter[int](), Counter[int]()
    for fragment, kept in zip(walk.fragments, held, strict=True):
        if is_prose(fragment):
            (kept_sizes if kept else sizes)[walk.parents[fragment.parent]] += len(fragment.text)
    return {
        number
        for number, size in sizes.items()
        if number not in places and walk.parents[number] in places
        # It may say that it is one.
        if not walk.marks[number] or walk.marks[number].hint == "sign-up"
        if size > kept_sizes[walk.parents[number]]
    }


def _stands_with_it(walk: PageWalk, fragment: Fragment, places: set[int], *, held: bool) -> bool:
    """Tell whether a short block between the article's belongs to it by where it stands."""
    is_loose = fragment.kind is BlockKind.PARAGRAPH or (
        fragment.kind is BlockKind.HEADING and not held
    )
    if is_loose and is_link(fragment) and not _is_address(fragment):
        return False
    if fragment.row or walk.tags[fragment.parent] in _CELLS:
        return True
    return _is_beside(walk, fragment, places)


def _is_beside(walk: PageWalk, fragment: Fragment, places: set[int]) -> bool:
    """Tell whether a block stands in one element with the article's paragraphs."""
    number = _outside_lists(walk, fragment.parent)
    return number == 0 or number in places


def _outside_lists(walk: PageWalk, number: int) -> int:
    """Return the element that holds a block, or the outermost list around it."""
    outer = walk.parents[number]
    while number:
        if walk.tags[number] in _LISTS:
            outer = walk.parents[number]
        number = walk.parents[number]
    return outer


def _without_teasers(walk: PageWalk, held: Sequence[bool]) -> Sequence[bool]:
    """Leave out of the extract what a list of teasers says of the article itself."""
    fragments = walk.fragments
    lists = [list_of(walk, fragment) for fragment in fragments]
    sizes, kept_sizes = _list_sizes(walk, lists, held)
    kept_counts = Counter(number for number, kept in zip(lists, held, strict=True) if kept)
    alone = {
        number
        for number, count in kept_counts.items()
        if walk.tags[number] in ("ul", "ol")
        and count == 1
        and kept_sizes[number] <= _LIST_SHARE * sizes[number]
    }
    return [
        kept and not (number in alone and fragment.linked > 0)
        for number, fragment, kept in zip(lists, fragments, held, strict=True)
    ]


def _show_tables(walk: PageWalk, pieces: Sequence[Piece], places: set[int]) -> None:
    """Show the rows of tables beside the article's paragraphs, however little prose it has."""
    for fragment, piece in zip(walk.fragments, pieces, strict=True):
        if is_outside(piece) and _is_table(fragment) and _is_beside(walk, fragment, places):
            piece.show()


def _dim_after_the_label(walk: PageWalk, pieces: Sequence[Piece], held: Sequence[bool]) -> None:
    """Dim what the extract takes from under a heading such as ``Top stories`` after the end."""
    sizes = Counter[tuple[str, object]]()
    settings = [(walk.names[f.parent], setting_of(walk, f)) for f in walk.fragments]
    for setting, fragment, kept in zip(settings, walk.fragments, held, strict=True):
        sizes[setting] += len(fragment.text) if kept and is_prose(fragment) else 0
    most, size = max(sizes.items(), key=lambda item: item[1], default=(("", None), 0))
    if size * 2 < sizes.total() or not size:
        return
    last = max(i for i, setting in enumerate(settings) if _is_alike(setting, most))
    labels = (i for i in range(last + 1, len(pieces)) if _is_label(pieces[i].text))
    end = next(labels, len(pieces))
    rest = sum(
        len(pieces[i].text)
        for i in range(end, len(pieces))
        if held[i] and is_prose(walk.fragments[i])
    )
    if rest > _MOST_AFTER * sizes.total():
        return
    for piece in pieces[end:]:
        if piece.state is BlockState.SHOWN:
            piece.hide(BlockState.DIMMED, TEASERS)


def _is_label(text: str) -> bool:
    label = text.strip(" :")
    return (
        not is_own_label(label)
        and len(label) <= _LABEL
        and furniture_reason(label) == "related links"
    )


def _is_alike(one: tuple[str, object], other: tuple[str, object]) -> bool:
    """Tell whether two blocks share a class name of their own, or all that stands around them."""
    return one[1] == other[1] or bool(
        one[0].split()[:1] and one[0].split()[:1] == other[0].split()[:1]
    )


def _is_sentence(fragment: Fragment) -> bool:
    if fragment.kind is BlockKind.HEADING or is_link(fragment):
        return False
    return is_prose(fragment) or ends(fragment)


def _is_linked_prose(fragment: Fragment) -> bool:
    """Tell whether a block is a sentence nearly all of whose words are links."""
    return weight(fragment.text) >= _LINKED_PROSE and ends(fragment)


def _is_linked_paragraph(walk: PageWalk, fragment: Fragment) -> bool:
    """Tell whether a whole paragraph is set as a link, as some sites set those on what went on."""
    is_paragraph = fragment.kind is BlockKind.PARAGRAPH and walk.tags[fragment.parent] == "p"
    is_plain = not fragment.hint and not furniture_reason(fragment.text)
    return is_paragraph and is_plain and _is_linked_prose(fragment)


def _is_table(fragment: Fragment) -> bool:
    return fragment.row > 0 and not is_link(fragment)


def _is_item_or_prose(fragment: Fragment) -> bool:
    is_item = fragment.kind is BlockKind.LIST_ITEM and not is_link(fragment)
    return is_item or is_prose(fragment)


def _is_address(fragment: Fragment) -> bool:
    """Tell whether a link shows where it leads."""
    return any(sign in fragment.text for sign in ("@", "://", "www."))


def _has_found_the_article(
    fragments: Sequence[Fragment], pieces: Sequence[Piece], held: Sequence[bool]
) -> bool:
    shown = both = 0
    for fragment, piece, kept in zip(fragments, pieces, held, strict=True):
        if (kept and _is_linked_prose(fragment)) or (
            is_prose(fragment) and (piece.state is BlockState.SHOWN or kept)
        ):
            shown += len(fragment.text)
            both += len(fragment.text) * kept
    if both < _FEWEST:
        others = (len(f.text) for f, kept in zip(fragments, held, strict=True) if not kept)
        return bool(both) and sum(others) < 3 * both
    return both >= _ENOUGH * shown


def _may_be_shown(fragment: Fragment, piece: Piece) -> bool:
    if piece.state is BlockState.DIMMED:
        return piece.reason not in ("links", "sign-up", ANOTHER, GALLERY)
    return (
        piece.state is BlockState.FOLDED and fragment.area not in SURE_AREAS and is_prose(fragment)
    )


def _left_out(held: Sequence[bool], title: int | None) -> Iterator[tuple[list[int], bool]]:
    """Yield the runs of blocks that the extract does not hold.

    With each it is told whether the article stands on both sides of it; its
    title counts as a part of it.
    """
    run: list[int] = []
    for index, kept in enumerate(held):
        if not kept and index != title:
            run.append(index)
        elif run:
            yield run, run[0] > 0
            run = []
    if run:
        yield run, False


def list_of(walk: PageWalk, fragment: Fragment) -> int:
    """Return the innermost list or table around a block, or 0."""
    number = fragment.parent
    while number and walk.tags[number] not in _LISTS:
        number = walk.parents[number]
    return number


def _its_lists(walk: PageWalk, kept_words: Sequence[bool]) -> set[int]:
    """Return the lists of which the extract holds a good part, not just the page's own teaser."""
    lists = [list_of(walk, fragment) for fragment in walk.fragments]
    sizes, kept_sizes = _list_sizes(walk, lists, kept_words)
    linked = Counter[int]()
    for number, fragment in zip(lists, walk.fragments, strict=True):
        linked[number] += fragment.linked
    return {
        number
        for number, size in sizes.items()
        # What links nowhere is no list of teasers.
        if kept_sizes[number] > (_LIST_SHARE * size if _links(walk, number, linked) else 0)
    }


def _links(walk: PageWalk, number: int, linked: Counter[int]) -> bool:
    return walk.tags[number] != "table" and linked[number] > 0


def _list_sizes(
    walk: PageWalk, lists: Sequence[int], kept: Sequence[bool]
) -> tuple[Counter[int], Counter[int]]:
    """Return how many letters each list has, and how many of those are kept."""
    sizes, kept_sizes = Counter[int](), Counter[int]()
    for number, fragment, is_kept in zip(lists, walk.fragments, kept, strict=True):
        sizes[number] += len(fragment.text)
        kept_sizes[number] += len(fragment.text) * is_kept
    return sizes, kept_sizes


def _own_settings(walk: PageWalk, held: Sequence[bool]) -> set[object]:
    """Return the ways in which most of the extract's prose is set."""
    sizes = Counter[object]()
    for fragment, kept in zip(walk.fragments, held, strict=True):
        if kept and (is_prose(fragment) or _is_linked_prose(fragment)):
            sizes[setting_of(walk, fragment)] += len(fragment.text)
    enough = sizes.total() * _OWN_SHARE
    return {setting for setting, size in sizes.items() if size >= enough}
