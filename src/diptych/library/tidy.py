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
from diptych.library.lines import bullet_of
from diptych.text.article import BlockKind, BlockState, TitleSource

LONGEST_LINE = 300  # what a rule looks at; longer lines are body
_PROSE = 120  # characters
_HEAD_PIECES = 40
_TAIL_PIECES = 6
_DERIVED_TITLE = 90
_END_MARKS = (".", "!", "?", "…", "。", "！", "？", "؟", "।")
_IDEOGRAPH = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af]")
_CLOSERS = "\"'”’»)]』」* "
_NO_TITLE_END = (".", ":", ",", ";", "。", "：", "，", "；", "…")
_DECK_LABEL = re.compile(
    r"(?:summary|abstract|standfirst|in brief|synopsis|tl;dr|zusammenfassung|résumé|resumen|"
    r"riassunto|аннотация|摘要)\s*[:–—-]\s*(?=\S)",
    re.IGNORECASE,
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Z]|Dr|Mr|Mrs|Ms|Prof|Gen|Sen|Rep|Gov|St|Lt|Col|Jr|Sr|vs|No|Inc|Ltd|Co|Corp|etc|"
    r"e\.g|i\.e|approx|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)|\.[A-Z])$"
)
_SENTENCE_END = re.compile(r"[.!?…]+[\"'”’»)]*(?=\s+[“\"'«(]?[A-ZÀ-ÞА-Я0-9])|[。！？]+[”』」]?")
_CONTENTS_HEADING = re.compile(
    r"(?:references|sources|notes|footnotes|further reading|tags|topics|see also)\s*:?",
    re.IGNORECASE,
)


def tidy(draft: Draft) -> None:
    """Say what every piece of ``draft`` is, and fill in the facts its text tells."""
    pieces = draft.pieces
    _mark_lists(pieces)
    body = _prose_places(pieces)
    _mark_captions(pieces)
    _fold_furniture(pieces, body)
    _read_head(pieces, draft.facts, body)
    _mark_notes(pieces, draft.facts, body)
    _mark_headings(pieces, enough_prose=len(body) >= 2)
    _fold_empty_headings(pieces)
    _dim_short_runs(pieces, body)
    _keep_something(pieces, body)
    if not draft.facts.title:
        _derive_title(pieces, draft.facts)


def weight(text: str) -> float:
    """Return a length in which one ideograph counts as two and a half letters."""
    return len(text) + (0 if text.isascii() else 1.5 * len(_IDEOGRAPH.findall(text[:400])))


def is_prose(text: str) -> bool:
    """Tell whether ``text`` is running text: long, with a sentence's end in it."""
    if weight(text) < _PROSE:
        return False
    if text.rstrip(_CLOSERS).endswith(_END_MARKS):
        return True
    return len(text) > LONGEST_LINE or _SENTENCE_END.search(text) is not None


def first_sentence(text: str) -> str:
    """Return the first sentence; a full stop after an abbreviation does not end it."""
    for found in _SENTENCE_END.finditer(text[:2000]):
        if not _ABBREVIATION.search(text[: found.start()][-12:]):
            return text[: found.end()].strip()
    return text[:2000].strip()


def shortened(text: str, length: int = _DERIVED_TITLE) -> str:
    """Return ``text`` cut at a word to at most ``length`` characters, with an ellipsis."""
    text = " ".join(text.split())
    if len(text) <= length:
        return text
    head, space, _ = text[: length + 1].rpartition(" ")
    if not space or len(head) < length // 2:
        head = text[:length]
    return head.rstrip(" ,;:–—-") + "…"


def _short(piece: Piece) -> bool:
    return len(piece.text) <= LONGEST_LINE


def _open(piece: Piece) -> bool:
    """Tell whether a rule may still decide what the piece is."""
    return piece.kind is BlockKind.PARAGRAPH and piece.state is BlockState.SHOWN and not piece.fixed


def _prose_places(pieces: Sequence[Piece]) -> list[int]:
    return [
        index
        for index, piece in enumerate(pieces)
        if piece.kind in (BlockKind.PARAGRAPH, BlockKind.QUOTE)
        and piece.state is BlockState.SHOWN
        and is_prose(piece.text)
    ]


def _mark_lists(pieces: Sequence[Piece]) -> None:
    marks = [bullet_of(piece.text) if _open(piece) else "" for piece in pieces]
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
        if mark[-1] in ".)" and not any(near) and weight(piece.text) < 60:
            continue  # a numbered heading
        while indents and piece.indent < indents[-1]:
            indents.pop()
        if not indents or piece.indent > indents[-1] + 1:
            indents.append(piece.indent)
        piece.kind = BlockKind.LIST_ITEM
        piece.level = len(indents) + (mark == "–" and hyphens)


def _mark_captions(pieces: Sequence[Piece]) -> None:
    for piece in pieces:
        if _open(piece) and _short(piece) and furniture.ends_in_a_credit(piece.text):
            if furniture.furniture_reason(piece.text) == "copyright" or is_prose(piece.text[:-60]):
                continue
            piece.kind = BlockKind.CAPTION
            piece.hide(BlockState.SECONDARY, "caption")


def _fold_furniture(pieces: Sequence[Piece], body: Sequence[int]) -> None:
    if not body:
        return
    reasons = [
        furniture.furniture_reason(piece.text) if _open(piece) and _short(piece) else ""
        for piece in pieces
    ]
    tail = _tail_start(pieces, body)
    for index, piece in enumerate(pieces):
        near = any(reasons[max(0, index - 1) : index]) or any(reasons[index + 1 : index + 2])
        outside = index < body[0] or index > body[-1]
        if reasons[index] and (near or outside or len(piece.text.split()) > 2):
            piece.hide(BlockState.FOLDED, reasons[index])
        elif index >= tail and _open(piece):
            piece.hide(BlockState.FOLDED, "after the article")
    _fold_between(pieces, body)


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
        if not folded or not _open(piece) or index in prose or len(piece.text) > 80:
            continue
        if date_of_line(piece.text) is None and not _title_like(piece):
            piece.hide(BlockState.FOLDED, before.reason)


def _title_like(piece: Piece) -> bool:
    return (
        _open(piece)
        and weight(piece.text) >= 8
        and len(piece.text) <= 200
        and not piece.text.endswith(_NO_TITLE_END)
        and not piece.text[0].islower()
    )


def _read_head(pieces: Sequence[Piece], facts: Facts, body: Sequence[int]) -> None:
    """Find title, deck, bylines and date before the second paragraph of prose."""
    stop = body[1] if len(body) > 1 else body[0] if body else min(3, len(pieces))
    head = list(pieces[: min(stop, _HEAD_PIECES)])
    for piece in head:
        if piece.state is BlockState.SHOWN and _short(piece):
            _read_head_line(piece, facts, bool(body))
    first_prose = next((index for index, piece in enumerate(head) if is_prose(piece.text)), None)
    before = head if first_prose is None else head[:first_prose]
    title = _find_title(pieces, before, bool(body))
    if title is not None:
        title.kind, title.level = BlockKind.TITLE, 0
        if not facts.title:
            facts.title = title_line(title.text)
            facts.title_source = TitleSource.TEXT
    _mark_deck(head, title)
    _fold_repeated_roles(pieces, head)


def _read_head_line(piece: Piece, facts: Facts, has_prose: bool) -> None:
    if piece.kind not in (BlockKind.PARAGRAPH, BlockKind.BYLINE, BlockKind.DATE):
        return
    text = piece.text.strip(" *_\t")
    date = date_of_line(text)
    if date is not None:
        piece.kind = BlockKind.DATE
        facts.date = facts.date or date
        return
    if piece.fixed:
        return
    byline, separator, rest = _split_byline(text)
    authors = bylines.authors_of_line(byline)
    if authors is not None:
        piece.kind = BlockKind.BYLINE
        if not facts.authors or _gathered(facts, authors):
            facts.authors = tuple(dict.fromkeys((*facts.authors, *authors)))
        if separator and not facts.date:
            facts.date = date_of_line(rest) or ""
    elif has_prose and bylines.is_role(text):
        piece.kind = BlockKind.BYLINE
    elif has_prose and furniture.is_section_label(text):
        piece.hide(BlockState.FOLDED, "section label")
    elif bylines.source_of_line(text) and text.lower().startswith(("source", "quelle", "来源")):
        piece.kind = BlockKind.BYLINE
        facts.source = facts.source or bylines.source_of_line(text)


def _gathered(facts: Facts, authors: tuple[str, ...]) -> bool:
    """Tell whether a further byline adds to the authors (two people, a line each)."""
    return len(facts.authors) + len(authors) <= 8


def _split_byline(text: str) -> tuple[str, str, str]:
    for separator in (" | ", " · ", " • ", " – ", " — ", " - "):
        head, found, rest = text.partition(separator)
        if found and date_of_line(rest.strip()) is not None:
            return head.strip(), found, rest.strip()
    return text, "", ""


def title_line(text: str) -> str:
    """Return a title on one line, without controls, at most 300 characters long."""
    plain = "".join(c if c.isprintable() or c.isspace() else "" for c in text[:2000])
    return shortened(plain, 300)


def _find_title(pieces: Sequence[Piece], before: Sequence[Piece], has_prose: bool) -> Piece | None:
    for piece in pieces[:_HEAD_PIECES]:
        if piece.kind is BlockKind.TITLE and piece.state is BlockState.SHOWN:
            return piece
    for piece in before:
        if piece.kind is BlockKind.HEADING and piece.state is BlockState.SHOWN:
            return piece
        if piece.state is BlockState.SHOWN and piece.kind is BlockKind.LIST_ITEM:
            return None
        if _title_like(piece) and not _DECK_LABEL.match(piece.text[:40]):
            return piece if has_prose or piece.loose or piece is pieces[0] else None
        if _open(piece) and weight(piece.text) >= 40:
            return None
    return None


def _mark_deck(head: Sequence[Piece], title: Piece | None) -> None:
    seen_title = title is None
    for index, piece in enumerate(head):
        if piece is title:
            seen_title = True
        elif _open(piece) and _DECK_LABEL.match(piece.text[:40]):
            piece.kind = BlockKind.DECK
        elif seen_title and title is not None and _open(piece) and weight(piece.text) >= 40:
            after = head[index + 1 :]
            if any(other.kind in (BlockKind.BYLINE, BlockKind.DATE) for other in after):
                piece.kind = BlockKind.DECK
            return


def _fold_repeated_roles(pieces: Sequence[Piece], head: Sequence[Piece]) -> None:
    roles = {piece.text for piece in head if piece.kind is BlockKind.BYLINE}
    for index, piece in enumerate(pieces):
        if piece.kind is BlockKind.PARAGRAPH and piece.text in roles:
            near = [*pieces[max(0, index - 1) : index], *pieces[index + 1 : index + 2]]
            if any(other.state is BlockState.FOLDED for other in near):
                piece.hide(BlockState.FOLDED, "author box")


def _mark_notes(pieces: Sequence[Piece], facts: Facts, body: Sequence[int]) -> None:
    shown = [index for index, piece in enumerate(pieces) if piece.is_visible]
    last = set(shown[-_TAIL_PIECES:]) if len(shown) > _TAIL_PIECES else set(shown[1:])
    first = range(body[1] if len(body) > 1 else 0)
    for index, piece in enumerate(pieces):
        at_the_end = index in last
        if not (at_the_end or index in first) or not _open(piece) or len(piece.text) > 600:
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
        if after is None or not _open(piece) or not _heading_like(piece.text):
            continue
        if not (enough_prose or piece.loose):
            continue
        twofold = then is not None and _open(after) and _heading_like(after.text)
        if _can_follow_a_heading(piece, then if twofold and then is not None else after):
            piece.kind = BlockKind.HEADING
            piece.level = 2


def _heading_like(text: str) -> bool:
    if not 2 <= len(text) <= 110 or weight(text) > 130 or len(text.split()) > 16:
        return False
    first = text[0]
    if not (first.isupper() or first.isdigit() or first > "\u2e7f"):
        return False
    return not text.endswith((*_NO_TITLE_END, "!", "”", '"', "»", "」", "」"))


def _can_follow_a_heading(heading: Piece, after: Piece) -> bool:
    if after.kind in (BlockKind.LIST_ITEM, BlockKind.QUOTE, BlockKind.CODE, BlockKind.TABLE):
        return True
    if after.kind is BlockKind.CAPTION:
        return heading.loose
    return is_prose(after.text) or (
        len(after.text) > len(heading.text)
        and after.text.rstrip(_CLOSERS).endswith((*_END_MARKS, ":", "："))
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
            if piece is not None and _open(piece) and _is_stub(piece.text):
                run.append(piece)
                continue
            if piece is not None and piece.state is BlockState.FOLDED:
                continue
            if len(run) >= 4:
                for stub in run:
                    stub.hide(BlockState.DIMMED, "short lines beside the article")
            run = []


def _is_stub(text: str) -> bool:
    return len(text) <= 60 and not text.rstrip(_CLOSERS).endswith(_END_MARKS)


def _keep_something(pieces: Sequence[Piece], body: Sequence[int]) -> None:
    """Show all when hiding would leave nothing, or in a text without prose (poems, lists)."""
    shown = sum(piece.state is BlockState.SHOWN for piece in pieces)
    if shown and body:
        return
    for piece in pieces:
        if piece.state in (BlockState.FOLDED, BlockState.DIMMED) and not piece.fixed:
            piece.state, piece.reason = BlockState.SHOWN, ""


def _derive_title(pieces: Sequence[Piece], facts: Facts) -> None:
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
