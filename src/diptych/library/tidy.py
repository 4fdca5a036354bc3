# SPDX-License-Identifier: MIT
"""What each piece is: title, deck, byline, heading, list item, caption, or web furniture.

Nothing is removed: furniture is folded (surely) or dimmed (likely), each with
its reason.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from diptych.library import bylines, furniture
from diptych.library.dates import date_of_line
from diptych.library.draft import Draft, Facts, Piece
from diptych.library.gutenberg import fold_gutenberg
from diptych.library.head import NO_TITLE_END, derive_title, read_head, read_signature, title_like
from diptych.library.prose import LONGEST_LINE, is_prose, weight
from diptych.patterns import late_pattern
from diptych.text.article import BlockKind, BlockState, TitleSource
from diptych.text.lexicon import wordings
from diptych.text.list_marks import bullet_of
from diptych.text.sentence_ends import CLOSERS, END_MARKS, ends_a_sentence

_TAIL_PIECES = 6
# Chapter XII., Kapitel 3, Глава 4
_CHAPTER = late_pattern(
    lambda: rf"(?:{wordings('chapters')})\s+(?:\d{{1,3}}|[IVXLC]{{1,7}})\.?", re.IGNORECASE
)
# “References:”, “Further reading”: folded where nothing is left under them
_CONTENTS_HEADING = late_pattern(
    lambda: rf"(?:{wordings('headings_of_lists')})\s*:?", re.IGNORECASE
)

_NO_HEADING_END = ("!", "”", '"', "»", "」", "–", "—", "--")
_NO_END = (*NO_TITLE_END, *_NO_HEADING_END)
_ENDS_WITHIN = (*NO_TITLE_END, *END_MARKS)  # a quotation
# Signs that a quotation closes with, in whatever language and typing.
_QUOTES = "\"'`”’»«』」"
_PAUSE = late_pattern(r"[,;]\s")
_SENTENCE_BEFORE = late_pattern(r"(?:[?!]|\w{3}\.)\s")  # "1. Who pays?" has none
_QUESTION, _QUESTION_OF_PARTS = 12, 8  # words


def tidy(draft: Draft) -> None:
    """Say what every piece of ``draft`` is, and fill in the facts its text tells."""
    pieces = draft.pieces
    fold_gutenberg(pieces, draft.facts)
    _mark_lists(pieces)
    body = _prose_places(pieces)
    _mark_captions(pieces)
    _fold_furniture(pieces, body)
    read_head(pieces, draft.facts, body)
    _mark_notes(pieces, draft.facts, body)
    if not draft.facts.authors:
        read_signature(pieces, draft.facts, body, expected=draft.properties.authors)
    _mark_headings(pieces, enough_prose=len(body) >= 2)
    _fold_empty_headings(pieces)
    _dim_short_runs(pieces, body)
    _keep_something(pieces)
    _fill_from_properties(draft)
    if not draft.facts.title:
        derive_title(pieces, draft.facts)


def _fill_from_properties(draft: Draft) -> None:
    """Believe what the writing program noted where the text itself says nothing."""
    facts, noted = draft.facts, draft.properties
    if not facts.title and noted.title:
        facts.title, facts.title_source = noted.title, TitleSource.METADATA
    facts.authors = facts.authors or noted.authors
    facts.date = facts.date or noted.date
    facts.source = facts.source or noted.source
    facts.language = facts.language or noted.language
    facts.tags = facts.tags or noted.tags


def _is_line(piece: Piece) -> bool:
    return piece.is_open and len(piece.text) <= LONGEST_LINE


def _prose_places(pieces: Sequence[Piece]) -> list[int]:
    return [
        index
        for index, piece in enumerate(pieces)
        if piece.kind in (BlockKind.PARAGRAPH, BlockKind.QUOTE)
        and piece.state is BlockState.SHOWN
        and is_prose(piece.text)
    ]


def _mark_lists(pieces: Sequence[Piece]) -> None:
    marks = [bullet_of(piece.text) if piece.is_open else "" for piece in pieces]
    hyphens = "-" in marks
    indents: list[int] = []
    for index, (piece, mark) in enumerate(zip(pieces, marks, strict=True)):
        if not mark:
            if piece.indent == 0:
                indents = []
            continue
        near = [*marks[max(0, index - 2) : index], *marks[index + 1 : index + 3]]
        if mark == "—" and "—" not in near:
            continue
        if mark[-1] in ".)" and weight(piece.text) < 60:
            near = [*marks[max(0, index - 1) : index], *marks[index + 1 : index + 2]]
            if not any(near):
                continue  # a numbered heading
        while indents and piece.indent < indents[-1]:
            indents.pop()
        if not indents or piece.indent > indents[-1] + 1:
            indents.append(piece.indent)
        piece.kind = BlockKind.LIST_ITEM
        piece.level = len(indents) + (mark == "–" and hyphens)


def _mark_captions(pieces: Sequence[Piece]) -> None:
    for piece in pieces:
        if not _is_line(piece) or not furniture.ends_in_a_credit(piece.text):
            continue
        if furniture.furniture_reason(piece.text) != "copyright" and not is_prose(piece.text[:-60]):
            piece.kind = BlockKind.CAPTION
            piece.hide(BlockState.SECONDARY, "caption")


def _fold_furniture(pieces: Sequence[Piece], body: Sequence[int]) -> None:
    if not body:
        return
    reasons = [
        furniture.furniture_reason(piece.text) if _is_line(piece) else _foot_of_a_letter(piece)
        for piece in pieces
    ]
    tail = _tail_start(pieces, body)
    for index, piece in enumerate(pieces):
        near = any(reasons[max(0, index - 1) : index]) or any(reasons[index + 1 : index + 2])
        # “Advertisement” beside what the page's own marks have hidden.
        near = near or (reasons[index] == "related links" and _is_beside_hidden(pieces, index))
        outside = index < body[0] or index > body[-1]
        if reasons[index] and (near or outside or len(piece.text.split()) > 2):
            piece.hide(BlockState.FOLDED, reasons[index])
        elif index >= tail and piece.is_open:
            piece.hide(BlockState.FOLDED, "after the article")
    _fold_between(pieces, body)


def _foot_of_a_letter(piece: Piece) -> str:
    """Return why a row of one cell is not the text: letters of papers are laid out in tables."""
    is_cell = piece.kind is BlockKind.TABLE and piece.state is BlockState.SHOWN
    if not is_cell or "\t" in piece.text or len(piece.text) > LONGEST_LINE:
        return ""
    reason = furniture.furniture_reason(piece.text)
    return reason if reason == "sign-up" else ""


def _is_beside_hidden(pieces: Sequence[Piece], index: int) -> bool:
    beside = (*pieces[max(0, index - 1) : index], *pieces[index + 1 : index + 2])
    return any(piece.state in (BlockState.FOLDED, BlockState.DIMMED) for piece in beside)


def _tail_start(pieces: Sequence[Piece], body: Sequence[int]) -> int:
    for index in range(body[-1] + 1, len(pieces)):
        if furniture.opens_the_tail(pieces[index].text):
            return index
    return len(pieces)


def _fold_between(pieces: Sequence[Piece], body: Sequence[int]) -> None:
    """Fold what stands between two folded lines and is as short as they are."""
    prose = set(body)
    for index in range(1, len(pieces) - 1):
        before, piece, after = pieces[index - 1 : index + 2]
        folded = before.state is BlockState.FOLDED and after.state is BlockState.FOLDED
        if not folded or not piece.is_open or index in prose or len(piece.text) > 80:
            continue
        if date_of_line(piece.text) is None and not title_like(piece):
            piece.hide(BlockState.FOLDED, before.reason)


def _mark_notes(pieces: Sequence[Piece], facts: Facts, body: Sequence[int]) -> None:
    shown = [index for index, piece in enumerate(pieces) if piece.is_visible]
    last = set(shown[-_TAIL_PIECES:]) if len(shown) > _TAIL_PIECES else set(shown[1:])
    first = range(body[1] if len(body) > 1 else 0)
    for index, piece in enumerate(pieces):
        at_the_end = index in last
        if not (at_the_end or index in first) or not piece.is_open or len(piece.text) > 600:
            continue
        if bylines.is_author_note(piece.text, at_the_end=at_the_end):
            piece.kind = BlockKind.NOTE
            piece.hide(BlockState.SECONDARY, "about the author")
            facts.source = facts.source or bylines.source_of_line(piece.text)


def _mark_headings(pieces: Sequence[Piece], *, enough_prose: bool) -> None:
    shown = [piece for piece in pieces if piece.is_visible]
    for piece, after, then in zip(
        shown, [*shown[1:], None], [*shown[2:], None, None], strict=False
    ):
        if after is not None and piece.is_open and piece.loose and _CHAPTER.fullmatch(piece.text):
            piece.kind, piece.level = BlockKind.HEADING, 2
            continue
        if after is None or not piece.is_open or not _heading_like(piece.text):
            continue
        if not (enough_prose or piece.loose):
            continue
        twofold = then is not None and after.is_open and _heading_like(after.text)
        if _can_follow_a_heading(piece, then if twofold and then is not None else after):
            piece.kind = BlockKind.HEADING
            piece.level = 2


def _heading_like(text: str) -> bool:
    # What most paragraphs are told by, first.
    if not 2 <= len(text) <= 110 or text.endswith(_NO_END):
        return False
    if weight(text) > 130 or len(text.split()) > 16:
        return False
    first = text[0]
    if not (first.isupper() or first.isdigit() or first > "\u2e7f"):
        return False
    if _is_signature(text):
        return False
    # What is quoted ends with its own mark: She said, 'The ferry is late.'
    bare = text.rstrip(_QUOTES)
    if bare != text and bare.endswith(_ENDS_WITHIN):
        return False
    return not text.endswith(("?", "？", "؟")) or _asks_as_a_heading(text)


def _asks_as_a_heading(question: str) -> bool:
    """Tell whether a question is short and whole enough to stand over its answer.

    Where each verse or speech has a line of its own, questions are sentences as others
    are: "And which of you, being asked, would send him away?"
    """
    if _SENTENCE_BEFORE.search(question):
        return False
    longest = _QUESTION if _PAUSE.search(question) is None else _QUESTION_OF_PARTS
    return len(question.split()) <= longest


def _is_signature(text: str) -> bool:
    """Tell whether a line signs a letter: ``Ida Holm, North Quay``."""
    name, comma, place = text.partition(",")
    short = len(name.split()) <= 3 and len(place.split()) <= 4
    return bool(comma) and short and bylines.is_name(name)


def _can_follow_a_heading(heading: Piece, after: Piece) -> bool:
    if after.kind in (BlockKind.LIST_ITEM, BlockKind.QUOTE, BlockKind.CODE, BlockKind.TABLE):
        return True
    if after.kind is BlockKind.CAPTION:
        return heading.loose
    return is_prose(after.text) or (
        len(after.text) > len(heading.text)
        and after.text.rstrip(CLOSERS).endswith((*END_MARKS, ":", "："))
    )


def _fold_empty_headings(pieces: Sequence[Piece]) -> None:
    """Fold a closing heading ("References") that has nothing left under it."""
    if not any(piece.state is BlockState.FOLDED for piece in pieces):
        return
    for index in range(len(pieces) - 1, -1, -1):
        piece = pieces[index]
        if not piece.is_visible:
            continue
        following = pieces[index + 1 :]
        if following and _CONTENTS_HEADING.fullmatch(piece.text[:40]):
            piece.hide(BlockState.FOLDED, "nothing left under it")
        return


def _dim_short_runs(pieces: Sequence[Piece], body: Sequence[int]) -> None:
    """Dim four or more short lines in a row before the title or after the last prose."""
    if len(body) < 3:
        return
    title = next((i for i, piece in enumerate(pieces) if piece.kind is BlockKind.TITLE), body[0])
    for zone in (range(min(title, body[0])), range(body[-1] + 1, len(pieces))):
        run: list[Piece] = []
        for index in [*zone, -1]:
            piece = pieces[index] if index >= 0 else None
            if piece is not None and piece.is_open and _is_stub(piece.text):
                run.append(piece)
                continue
            if piece is not None and piece.state is BlockState.FOLDED:
                continue
            if len(run) >= 4:
                for stub in run:
                    stub.hide(BlockState.DIMMED, "short lines beside the article")
            run = []


def _is_stub(text: str) -> bool:
    return len(text) <= 60 and not ends_a_sentence(text)


def _keep_something(pieces: Sequence[Piece]) -> None:
    """Show all when hiding would leave nothing."""
    if any(piece.state is BlockState.SHOWN for piece in pieces):
        return
    for piece in pieces:
        if piece.state in (BlockState.FOLDED, BlockState.DIMMED) and not piece.fixed:
            piece.show()
