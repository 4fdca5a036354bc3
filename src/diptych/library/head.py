# SPDX-License-Identifier: MIT
"""The head of an article: its title, deck, bylines, date and outlet."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from diptych.library import bylines, furniture
from diptych.library.dates import date_at_end, date_of_line
from diptych.library.draft import Facts, Piece
from diptych.library.head_lines import HeadLine, read_head_line
from diptych.library.prose import (
    LONGEST_LINE,
    first_sentence,
    is_prose,
    shortened,
    title_line,
    weight,
)
from diptych.patterns import late_pattern
from diptych.text.article import BlockKind, BlockState, TitleSource
from diptych.text.lexicon import wordings

OUTSIDE = "outside the article"
_HEAD_PIECES = 40
_FEW_PARAGRAPHS = 3
_SIGNATURE_PIECES = 2  # after the article in which its author may sign
_LONG_TEXT = 800  # characters
_LONGEST_OFFICE = 60  # characters
_MOST_LINES_OF_NAMES = 6
_BEFORE_TITLE = 8  # pieces in which a section, a date or a byline may stand
_LINES_OF_A_HEAD = (BlockKind.PARAGRAPH, BlockKind.BYLINE, BlockKind.DATE)
# “Summary: the port was closed”, “摘要：…”.
_DECK_LABEL = late_pattern(lambda: rf"(?:{wordings('decks')})\s*[:–—-]\s*(?=\S)", re.IGNORECASE)
NO_TITLE_END = (".", ":", ",", ";", "。", "：", "，", "；", "…")
_WORD = late_pattern(r"\w+")
# “Network Working Group        A. Lee”: the left and the right of a printed head
_IN_COLUMNS = late_pattern(r"\S {4,}\S")
# e.g. «Harbour Post», “Harbour Post”, 「港口报」
_QUOTED = late_pattern(r"[«“\"„「《]([^«»“”\"„「」《》]{2,60})[»”\"“」》]")


def read_head(pieces: Sequence[Piece], facts: Facts, body: Sequence[int]) -> None:
    """Find title, deck, bylines and date before the second paragraph of prose."""
    head = _head_of(pieces, body)
    # What the file states is sure; a line of the text only adds where it states nothing.
    is_stated = bool(facts.authors)
    for piece in head:
        is_in_place = piece.state is BlockState.SHOWN or is_outside(piece)
        if is_in_place and len(piece.text) <= LONGEST_LINE:
            # A name that the title has is what the article is about.
            others = (facts.title, *(other.text for other in head if other is not piece))
            _read_head_line(piece, facts, others if body else (), is_stated=is_stated)
    first_prose = next((index for index, piece in enumerate(head) if is_prose(piece.text)), None)
    # The title stands before the first prose.
    before = head if first_prose is None else head[:first_prose]
    if not is_stated:
        _read_names_that_go_on(head, facts)
    _read_bare_names(head, facts)
    title = _find_title(pieces, before, bool(body))
    if title is not None and _is_a_chapter(title, pieces, facts):
        title = None
    if title is not None:
        title.kind, title.level = BlockKind.TITLE, 0
        if not facts.title:
            facts.title = title_line(title.text)
            facts.title_source = TitleSource.TEXT
    _mark_deck(head, title)
    _fold_repeated_roles(pieces, head)


def _head_of(pieces: Sequence[Piece], body: Sequence[int]) -> list[Piece]:
    """Return the pieces from just before the title to the second prose, without menus."""
    first = _fixed_title(pieces)
    after = [place for place in body if place >= (first or 0)]
    # To the second paragraph: some sites print date and author below the first.
    stop = after[1] if len(after) > 1 else after[0] if after else min(3, len(pieces))
    start = max(0, (first or 0) - _BEFORE_TITLE)
    if first is not None and not after:
        stop = min(len(pieces), first + _BEFORE_TITLE)
    return [piece for piece in pieces[start:stop] if piece.is_visible][:_HEAD_PIECES]


def _fixed_title(pieces: Sequence[Piece]) -> int | None:
    """Return where the title stands that the format itself names, or None."""
    places = (i for i, p in enumerate(pieces) if p.kind is BlockKind.TITLE and p.is_visible)
    return next(places, None)


def is_outside(piece: Piece) -> bool:
    """Tell whether a line is dimmed only as it stands outside the article's own text."""
    return piece.state is BlockState.DIMMED and piece.reason == OUTSIDE


def _read_head_line(
    piece: Piece, facts: Facts, others: Sequence[str], *, is_stated: bool = False
) -> None:
    """Tell what a line of the head says; ``others`` are the lines around it where prose follows."""
    # Sites set a byline as a small heading.
    if piece.kind is BlockKind.HEADING and piece.level > 1:
        if not bylines.authors_of_line(piece.text) and not _names_and_dates(piece.text):
            return
        piece.kind, piece.level, piece.fixed = BlockKind.BYLINE, 0, False
    if piece.kind not in _LINES_OF_A_HEAD:
        return
    text = piece.text.strip(" *_\t")
    date = date_of_line(text)
    if date is not None:
        piece.kind = BlockKind.DATE
        _take_date(facts, date)
        return
    # What the format itself names is believed; of its date and authors only the words are read.
    if piece.fixed:
        if piece.kind is BlockKind.BYLINE and piece.state is BlockState.SHOWN:
            names = bylines.authors_of_line(text) or bylines.names_of(text)
            _add_authors(facts, names, is_stated=is_stated)
        return
    told = read_head_line(text)
    if told is not None:
        _believe(piece, told, facts, others, is_stated=is_stated)
        return
    if _read_dateline(piece, text, facts):
        return
    # e.g. “ANN LEE and Bo Ek” under a title, where the file says who they are
    if facts.authors and _only_names(text, facts.authors):
        piece.kind = BlockKind.BYLINE
        return
    byline, separator, rest = _split_byline(text)
    authors = bylines.authors_of_line(byline)
    if authors is not None:
        piece.kind = BlockKind.BYLINE
        _add_authors(facts, authors, is_stated=is_stated)
        if separator and not facts.date:
            facts.date = date_of_line(rest) or ""
    # Only where prose follows: in a list of people every line is a role.
    elif others and bylines.is_role(text):
        piece.kind = BlockKind.BYLINE
    elif others and furniture.is_section_label(text):
        piece.hide(BlockState.FOLDED, "section label")
    elif bylines.source_of_line(text) and text.lower().startswith(("source", "quelle", "来源")):
        piece.kind = BlockKind.BYLINE
        facts.source = facts.source or bylines.source_of_line(text)


def _names_and_dates(heading: str) -> bool:
    """Tell whether a heading is a byline with its day: ``Ida Holm 3/5/2022 22:41``."""
    told = read_head_line(heading)
    return told is not None and bool(told.date and (told.authors or told.name))


def _believe(
    piece: Piece, told: HeadLine, facts: Facts, others: Sequence[str], *, is_stated: bool
) -> None:
    """Take over what a line of several parts says."""
    piece.kind = BlockKind.BYLINE if told.authors or told.name else BlockKind.DATE
    facts.source = facts.source or told.source
    if not told.updated or not facts.date:
        _take_date(facts, told.date)
    if told.authors:
        _add_authors(facts, told.authors, is_stated=is_stated)
    elif told.name and not facts.authors and not _is_named_in(told.name, others):
        facts.authors = (told.name,)


def _take_date(facts: Facts, printed: str) -> None:
    """Take a printed day; beside a stated one a day off, which is its day in another time zone."""
    if not facts.date or (printed and _is_a_day_off(facts.date, printed)):
        facts.date = printed or facts.date


def _is_a_day_off(one: str, other: str) -> bool:
    try:
        days = datetime.date.fromisoformat(one) - datetime.date.fromisoformat(other)
    except ValueError:
        return False
    return abs(days.days) == 1


def _is_named_in(name: str, others: Sequence[str]) -> bool:
    """Tell whether a name is what the article is about, such as a place."""
    words = {word for text in others for word in _WORD.findall(text[:LONGEST_LINE].casefold())}
    return all(part in words for part in _WORD.findall(name.casefold()))


def _add_authors(facts: Facts, authors: tuple[str, ...], *, is_stated: bool) -> None:
    if (
        not facts.authors
        or (not is_stated and _gathered(facts, authors))
        or _is_better(authors, facts.authors)
    ):
        kept = () if is_stated else facts.authors
        # Two lines of one name are one author.
        facts.authors = tuple(dict.fromkeys((*kept, *authors)))


def _only_names(text: str, authors: Sequence[str]) -> bool:
    """Tell whether a line is nothing but the authors that the file names."""
    left = text.casefold()
    for author in authors:
        # Once each: what is left besides them must be nothing but “and” and commas.
        left = left.replace(author.casefold(), " ", 1)
    return left != text.casefold() and not left.replace(" and ", " ").strip(" ,;&·|\n")


def _read_dateline(piece: Piece, text: str, facts: Facts) -> bool:
    """Read a line such as ``The Coast, 3 March 2025``; only a quoted outlet is believed."""
    place, date = date_at_end(text)
    if not date or len(text) > 120:
        return False
    if not facts.date:
        facts.date = date
    before = text[:place].rstrip()
    # “The Coast, 3 March 2025”; a sentence that ends in a date is none.
    if not before.endswith((",", "|", "·", "—", "–")):
        return False
    authors = bylines.authors_of_line(before.rstrip(",|·—– "))
    if authors:
        return False  # read with its author below
    quoted = _QUOTED.match(before)
    if quoted and not facts.source:
        facts.source = quoted[1]
    piece.kind = BlockKind.BYLINE
    return True


def _gathered(facts: Facts, authors: tuple[str, ...]) -> bool:
    """Tell whether a further byline adds to the authors (two people, a line each)."""
    return len(facts.authors) + len(authors) <= 8


def _is_better(found: Sequence[str], stated: Sequence[str]) -> bool:
    """Tell whether a byline names people where the file only names a system or an outlet."""
    return bool(found) and not any(bylines.is_name(name) for name in stated)


def _split_byline(text: str) -> tuple[str, str, str]:
    for separator in (" | ", " · ", " • ", " – ", " — ", " - ", ", "):
        head, found, rest = text.partition(separator)
        if found and date_of_line(rest.strip()):
            return head.strip(), found, rest.strip()
    return text, "", ""


def _read_bare_names(head: Sequence[Piece], facts: Facts) -> None:
    """Take names alone on a line for the authors' when a byline, a date or the title is beside.

    Under a title one name by itself may be what the article is about.
    """
    for index, piece in enumerate(head[1:], start=1):
        # Some sites set the line of names as a small heading.
        is_small_heading = piece.kind is BlockKind.HEADING and piece.level > 2 and piece.is_visible
        if not (piece.is_open or is_small_heading) or facts.authors:
            continue
        if len(piece.text) > LONGEST_LINE:
            continue
        lines = [piece] if is_small_heading else _lines_of_names(head[index:])
        names = tuple(name for line in lines for name in bylines.names_of(line.text))
        after = index + max(len(lines), 1)
        beside = [head[index - 1], *head[after : after + 1]]
        known = any(other.kind in (BlockKind.BYLINE, BlockKind.DATE) for other in beside)
        titled = head[index - 1].kind in (BlockKind.TITLE, BlockKind.HEADING)
        known = known and not is_small_heading
        # Lines of names over an address are whom a page belongs to.
        stands = len(lines) == 1 or any(is_prose(p.text) for p in head[after : after + 1])
        if names and (known or (titled and stands and len(names) > 1)):
            for line in lines:
                line.kind, line.level = BlockKind.BYLINE, 0
            facts.authors = names


def _lines_of_names(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """Return the lines at the beginning of ``pieces`` that are nothing but names."""
    are_names = (
        piece.is_open and len(piece.text) <= LONGEST_LINE and bylines.names_of(piece.text)
        for piece in pieces[:_MOST_LINES_OF_NAMES]
    )
    return [piece for piece, is_names in zip(pieces, takewhile(bool, are_names), strict=False)]


def _read_names_that_go_on(head: Sequence[Piece], facts: Facts) -> None:
    """Take the names on the line after a byline that ends in an “and” or a comma."""
    for piece, after in pairwise(head):
        is_open = piece.kind is BlockKind.BYLINE and bylines.goes_on(piece.text)
        if is_open and after.is_open and (names := bylines.names_of(after.text)):
            after.kind, after.level = BlockKind.BYLINE, 0
            facts.authors = (*facts.authors, *names)


def read_signature(
    pieces: Sequence[Piece], facts: Facts, body: Sequence[int], *, expected: Sequence[str]
) -> None:
    """Take whom a line after the article names for its author: ``Text: Ida Holm``, a lone name.

    Where the file has somebody ``expected``, another name is not believed.
    """
    # A short text may be a list of names; a review is one long paragraph.
    if len(body) < _FEW_PARAGRAPHS and sum(len(pieces[place].text) for place in body) < _LONG_TEXT:
        return
    after = [p for p in pieces[body[-1] + 1 :] if p.state is BlockState.SHOWN]
    if len(body) < _FEW_PARAGRAPHS and len(after) > _SIGNATURE_PIECES:
        return
    after = after[:_SIGNATURE_PIECES]
    for piece in after:
        text = piece.text.strip(" *_—–-")
        if piece.kind is not BlockKind.PARAGRAPH or len(text) > LONGEST_LINE:
            return
        # What somebody is may stand below the name.
        first, *rest = text.split("\n")
        is_signed = len(rest) <= 1 and all(len(line) <= _LONGEST_OFFICE for line in rest)
        # A name of more than three words at the end is rather a place or an office.
        is_alone = is_signed and bylines.is_name(first.strip()) and len(first.split()) <= 3
        lone = (first.strip(),) if is_alone else ()
        names = bylines.authors_of_line(text.split("\n")[0]) or lone
        # The writing program's own note and the line have to agree.
        if names and (not expected or set(names) == set(expected)):
            piece.kind, facts.authors = BlockKind.BYLINE, names
            return


def _find_title(pieces: Sequence[Piece], before: Sequence[Piece], has_prose: bool) -> Piece | None:
    fixed = _fixed_title(pieces)
    if fixed is not None:
        return pieces[fixed]
    among = _among_furniture(pieces)
    likely = [piece for piece in before if title_like(piece)]
    if any(id(piece) in among for piece in likely):
        # The site's name stands in its menu; the title is the last before the text.
        free = [piece for piece in before if id(piece) not in among]
        before = free if any(map(title_like, free)) else likely[-1:]
    stated = (p for p in before if p.kind is BlockKind.HEADING and p.fixed and p.level == 1)
    # The one heading of the first level, as HTML has it, wherever a menu's stand.
    top = next((p for p in stated if p.state is BlockState.SHOWN), None)
    if top is not None and not any(is_prose(p.text) for p in before[: list(before).index(top)]):
        return top  # what a page's menu says above it is none
    for piece in before:
        if piece.kind is BlockKind.HEADING and piece.state is BlockState.SHOWN:
            return piece
        if piece.state is BlockState.SHOWN and piece.kind is BlockKind.LIST_ITEM:
            return None
        if title_like(piece) and not _DECK_LABEL.match(piece.text[:40]):
            return piece if has_prose or piece.loose or piece is pieces[0] else None
        # A sentence comes first: the text begins without a title.
        if piece.is_open and weight(piece.text) >= 40 and not _IN_COLUMNS.search(piece.text):
            return None
    return None


def _among_furniture(pieces: Sequence[Piece]) -> set[int]:
    """Return which pieces stand between two folded ones, as a site's name does in its menu."""
    states = [piece.state is BlockState.FOLDED for piece in pieces[: 2 * _HEAD_PIECES]]
    return {
        id(pieces[place])
        for place in range(1, len(states) - 1)
        if states[place - 1] and states[place + 1]
    }


def _is_a_chapter(title: Piece, pieces: Sequence[Piece], facts: Facts) -> bool:
    """Tell whether a first heading is one of several under a title that stands elsewhere."""
    if title.kind is not BlockKind.HEADING or not facts.title:
        return False
    if facts.title.lower() in title.text.lower() or title.text.lower() in facts.title.lower():
        return False
    # Several headings of one level: parts of something whose title the file states.
    return any(
        piece is not title and piece.kind is BlockKind.HEADING and piece.level == title.level
        for piece in pieces
    )


def _mark_deck(head: Sequence[Piece], title: Piece | None) -> None:
    seen_title = title is None
    for index, piece in enumerate(head):
        if piece is title:
            seen_title = True
        elif piece.is_open and _DECK_LABEL.match(piece.text[:40]):
            piece.kind = BlockKind.DECK
        elif seen_title and title is not None and piece.is_open and weight(piece.text) >= 40:
            after = head[index + 1 :]
            # What stands between the title and its byline sums the article up.
            if any(other.kind in (BlockKind.BYLINE, BlockKind.DATE) for other in after):
                piece.kind = BlockKind.DECK
            return


def _fold_repeated_roles(pieces: Sequence[Piece], head: Sequence[Piece]) -> None:
    roles = {piece.text for piece in head if piece.kind is BlockKind.BYLINE}
    for index, piece in enumerate(pieces):
        if piece.kind is BlockKind.PARAGRAPH and piece.text in roles:
            near = [*pieces[max(0, index - 1) : index], *pieces[index + 1 : index + 2]]
            # The role printed again in a box about the author, beside its buttons.
            if any(other.state is BlockState.FOLDED for other in near):
                piece.hide(BlockState.FOLDED, "author box")


def title_like(piece: Piece) -> bool:
    return (
        piece.is_open
        and not _IN_COLUMNS.search(piece.text)
        and weight(piece.text) >= 8
        and len(piece.text) <= 200
        and not piece.text.endswith(NO_TITLE_END)
        and not piece.text[0].islower()
    )


def derive_title(pieces: Sequence[Piece], facts: Facts) -> None:
    for piece in pieces:
        if piece.state is BlockState.SHOWN and piece.kind not in (
            BlockKind.BYLINE,
            BlockKind.DATE,
            BlockKind.CODE,
        ):
            text = _DECK_LABEL.sub("", piece.text[:2000], count=1)
            text = text if text != piece.text[:2000] else piece.text[:2000]
            facts.title = title_line(shortened(first_sentence(text)))
            facts.title_source = TitleSource.DERIVED
            if facts.title:
                return
