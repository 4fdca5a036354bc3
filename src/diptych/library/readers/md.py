# SPDX-License-Identifier: MIT
"""Markdown: the file is the text; what a reader does not see of it is markup."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from diptych.library.draft import Draft, Piece
from diptych.library.encodings import Decoded
from diptych.library.front_matter import front_piece, read_front_matter
from diptych.library.lines import is_invisible, pieces_of_text
from diptych.library.readers.md_builders import builder_markup, line_cuts
from diptych.library.readers.md_inline import inline_markup
from diptych.library.readers.md_vault import (
    fold_comments,
    take_fields,
    take_listed_facts,
    take_tags,
    vault_markup,
)
from diptych.patterns import late_pattern
from diptych.text.article import BlockKind, BlockState, Span

_LONGEST = 1_000_000  # characters; the parser reads 0.3 MB a second
_LONGEST_PARAGRAPH = 60_000  # its inline rules are worse than linear
_NESTING = 40
# “> - 3. ” before a line's words: quotations and lists inside one another.
_PREFIX = late_pattern(r"(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))*[ \t]*")
_HEADING_END = late_pattern(r"[ \t]+#+[ \t]*$|[ \t]+$")
# [port]: https://paper.example; not [^1]: which is a footnote.
_REFERENCE = late_pattern(r"[ \t>]*\[(?!\^)[^\]\n]{1,999}\]:[ \t]*\S+")
_TABLE_RULE = late_pattern(r"[|\s:>-]+")
# [^1]: What is said in the note.
_FOOTNOTE = late_pattern(r"[ \t>]*\[\^[^\]\n]{1,80}\]:[ \t]*")
# <b>, </b>, <!-- a remark -->, <!doctype html>; an open remark goes to the end.
_TAG = late_pattern(r"<!--.*?(?:-->|\Z)|</?[A-Za-z][^<>]*>|<[!?][^<>]*>", re.DOTALL)
# <script>…</script> with all that is inside; unclosed, to the end of the text.
_ACTIVE = late_pattern(
    r"<(script|style|iframe|object|template)\b.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL
)
_LEAVES = {
    "heading_open": BlockKind.HEADING,
    "paragraph_open": BlockKind.PARAGRAPH,
    "fence": BlockKind.CODE,
    "code_block": BlockKind.CODE,
    "html_block": BlockKind.PARAGRAPH,
    "hr": BlockKind.PARAGRAPH,
    "tr_open": BlockKind.TABLE,
}


def read_md(decoded: Decoded) -> Draft:
    """Return the draft of a Markdown text; its spans are those of the decoded file."""
    text = decoded.text
    front = read_front_matter(text)
    start = front.end if front else 0
    if len(text) - start > _LONGEST or _longest_paragraph(text) > _LONGEST_PARAGRAPH:
        pieces = pieces_of_text(text, start)
    else:
        pieces = _pieces(text, start)
    draft = Draft(
        text=text,
        pieces=pieces,
        format="md",
        encoding=decoded.encoding,
        warnings=decoded.warnings,
    )
    if front:
        draft.facts = front.facts
        draft.pieces.insert(0, front_piece(text, front))
        draft.warnings += front.warnings
    fold_comments(text, draft.pieces)
    take_listed_facts(draft.pieces, draft.facts)
    take_fields(draft.pieces, draft.facts)
    take_tags(text, draft.pieces[1 if front else 0 :], draft.facts)
    return draft


def _longest_paragraph(text: str) -> int:
    return max((len(part) for part in re.split(r"\n[ \t]*\n", text)), default=0)


def _pieces(text: str, start: int) -> list[Piece]:
    parser = MarkdownIt("commonmark", {"maxNesting": _NESTING}).enable("table")
    parser.disable("text_join")  # keeps escapes and entities as the file writes them
    tokens = parser.parse(text[start:])
    lines = _line_starts(text, start)
    pieces: list[Piece] = []
    place = start
    for leaf in _leaves(tokens, text, lines):
        if leaf.start < place:
            continue
        pieces += _between(text, place, leaf.start)
        pieces += _parted(text, leaf)
        place = leaf.end
    pieces += _between(text, place, len(text))
    return pieces


def _parted(text: str, leaf: Piece) -> list[Piece]:
    """Return a block as several where it begins with a title, or goes on with definitions."""
    if leaf.kind not in (BlockKind.PARAGRAPH, BlockKind.QUOTE):
        return [leaf]
    cuts = line_cuts(text, leaf.start, leaf.end)
    parts: list[Piece] = []
    for start, end in pairwise((leaf.start, *cuts, leaf.end)):
        raw = text[start:end]
        first, last = start + len(raw) - len(raw.lstrip()), start + len(raw.rstrip())
        inside = (Span(max(s.start, first), min(s.end, last)) for s in leaf.markup
                  if s.start < last and s.end > first)  # fmt: skip
        part = replace(leaf, start=first, end=last, markup=tuple(inside))
        part.text = visible(text, part)
        parts.append(part)
    return parts if all(part.text.strip() for part in parts) else [leaf]


def _line_starts(text: str, start: int) -> list[int]:
    starts = [start]
    starts += [found.end() for found in re.compile("\n").finditer(text, start)]
    if starts[-1] != len(text):
        starts.append(len(text))
    return starts


class _List:
    """A list that is open, and the number of its item; a bulleted one has none."""

    def __init__(self, token: Token) -> None:
        self.mark = ""
        # “3.” begins a list at three; what its other items are numbered is passed over.
        self._next = int(token.attrs.get("start", 1)) if token.tag == "ol" else None

    def take(self, item: Token) -> None:
        """Go on to the next item."""
        if self._next is not None:
            self.mark = f"{self._next}{item.markup}"
            self._next += 1


def _leaves(tokens: Sequence[Token], text: str, lines: Sequence[int]) -> Iterator[Piece]:
    """Yield a piece for every heading, paragraph, table row and code block, in order."""
    lists: list[_List] = []
    quotes = 0
    first_of_item = False
    for index, token in enumerate(tokens):
        if token.type in ("bullet_list_open", "ordered_list_open"):
            lists.append(_List(token))
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            lists.pop()
        elif token.type == "list_item_open":
            first_of_item = True
            lists[-1].take(token)
        elif token.type in ("blockquote_open", "blockquote_close"):
            quotes += 1 if token.nesting > 0 else -1
        if token.type not in _LEAVES or token.map is None:
            continue
        piece = _leaf(token, _inlines(tokens, index), text, lines)
        if piece is None:
            continue
        if token.type == "paragraph_open":
            if lists and first_of_item:
                piece.kind, piece.level = BlockKind.LIST_ITEM, len(lists)
                piece.mark = lists[-1].mark
            elif quotes:
                piece.kind = BlockKind.QUOTE
            piece.fixed = piece.kind is not BlockKind.PARAGRAPH
        first_of_item = False
        yield piece


def _inlines(tokens: Sequence[Token], index: int) -> list[Token]:
    """Return the inline tokens that belong to the leaf at ``index``."""
    if tokens[index].type == "tr_open":
        found: list[Token] = []
        for token in tokens[index + 1 :]:
            if token.type == "tr_close":
                return found
            if token.type == "inline":
                found.append(token)
        return found
    following = tokens[index + 1 : index + 2]
    return [token for token in following if token.type == "inline"]


def _leaf(token: Token, inlines: Sequence[Token], text: str, lines: Sequence[int]) -> Piece | None:
    assert token.map is not None
    first, last = token.map
    raw_start, raw_end = lines[first], lines[min(last, len(lines) - 1)]
    raw = text[raw_start:raw_end]
    if not raw.strip():
        return None
    start = raw_start + len(raw) - len(raw.lstrip())
    end = raw_start + len(raw.rstrip())
    piece = Piece("", kind=_LEAVES[token.type], start=start, end=end, loose=True)
    if token.type == "heading_open":
        piece.level, piece.fixed = int(token.tag[1]), True
        if piece.level == 1:
            piece.kind, piece.level = BlockKind.HEADING, 1
        spans = _line_markup(text, start, end, token.markup)
    elif token.type in ("fence", "code_block", "hr", "html_block"):
        piece.fixed = True
        spans = _raw_markup(token, text, start, end)
    else:
        piece.fixed = token.type == "tr_open"
        spans = _line_markup(text, start, end, "")
    if inlines:
        inner = inline_markup(text, inlines, spans, start, end)
        spans = inner if inner is not None else spans
        spans = [*spans, *vault_markup(text, start, end), *builder_markup(text, start, end)]
    piece.markup = _merged(spans)
    piece.text = visible(text, piece)
    footnote = _FOOTNOTE.match(text, start, end)
    if footnote:
        piece.kind, piece.fixed = BlockKind.NOTE, True
        piece.hide(BlockState.SECONDARY, "footnote")
    if not piece.text.strip():
        piece.fixed = True
        piece.hide(BlockState.FOLDED, "rule" if token.type == "hr" else "no text")
    return piece


def _line_markup(text: str, start: int, end: int, markup: str) -> list[Span]:
    """Return the marks before and after the words of a block's lines."""
    spans = []
    place = start
    for line in text[start:end].split("\n"):
        found = _PREFIX.match(line)
        lead = found.end() if found else 0
        if place == start and markup.startswith("#"):
            lead += len(markup)
            lead += len(line[lead:]) - len(line[lead:].lstrip())
        if lead:
            spans.append(Span(place, place + min(lead, len(line))))
        if markup.startswith("#"):
            closing = _HEADING_END.search(line, lead)
            if closing:
                spans.append(Span(place + closing.start(), place + len(line)))
        elif markup and place > start and not line.strip(f"{markup[0]} \t"):
            spans = spans[:-1] if lead else spans
            spans.append(Span(place, place + len(line)))
        place += len(line) + 1
    return spans


def _raw_markup(token: Token, text: str, start: int, end: int) -> list[Span]:
    raw = text[start:end]
    if token.type == "hr":
        return [Span(start, end)]
    if token.type == "html_block":
        spans = [Span(start + m.start(), start + m.end()) for m in _ACTIVE.finditer(raw)]
        return spans + [Span(start + m.start(), start + m.end()) for m in _TAG.finditer(raw)]
    if token.type == "fence":
        first = raw.find("\n")
        spans = [Span(start, start + (first if first >= 0 else len(raw)))]
        last = raw.rfind("\n")
        if last >= first >= 0 and raw[last:].strip(" \t>\n").startswith(token.markup):
            spans.append(Span(start + last, end))
        return spans
    return []


def _merged(spans: Sequence[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        elif len(span):
            merged.append(span)
    return tuple(merged)


def visible(text: str, piece: Piece) -> str:
    """Return what a reader sees of the piece."""
    parts, place = [], piece.start
    for span in piece.markup:
        parts.append(text[place : span.start])
        place = span.end
    parts.append(text[place : piece.end])
    return "".join(parts).strip()


def _between(text: str, start: int, end: int) -> list[Piece]:
    """Return pieces for what the parser passed over: link addresses, and deep nesting."""
    if not text[start:end].strip():
        return []
    found: list[Piece] = []
    for piece in pieces_of_text(text, start, end):
        if _REFERENCE.match(piece.text) and not is_invisible(piece.text):
            piece.fixed = True
            piece.hide(BlockState.FOLDED, "link address")
            last = found[-1] if found else None
            if last is not None and last.reason == piece.reason and last.fixed:
                found[-1] = replace(last, end=piece.end, text=f"{last.text}\n{piece.text}")
                continue
        elif len(piece.text) < 1000 and _TABLE_RULE.fullmatch(piece.text):
            piece.fixed = True
            piece.hide(BlockState.FOLDED, "rule")
        found.append(piece)
    return found
