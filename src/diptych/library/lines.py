# SPDX-License-Identifier: MIT
"""Plain text to pieces: one line, one piece, except where a line was broken by hand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from diptych.library.draft import Piece, Refused
from diptych.library.outcomes import Limit
from diptych.text.article import BlockKind, BlockState
from diptych.text.sentence_ends import CLOSERS, END_MARKS

LONGEST_JOIN = 4000
_MOST_LINES = 400_000
_ABBREVIATION_END = re.compile(
    r"(?:^|[\s(“\"])(?:U\.S|U\.K|U\.N|E\.U|Dr|Mr|Mrs|Ms|Prof|Gen|Sen|Rep|Gov|St|Lt|Col|Sgt|vs|No)\.$"
)
_END_MARKS = (*END_MARKS, *":;：；", *CLOSERS.strip())
_BULLET = re.compile(
    r"([-–—•*·‣◦▪▫●○■□➢➤✓]|\d{1,3}[.)]|\([0-9a-zA-Z]{1,3}\)|[a-z]\))[ \t\u00a0]+(?=\S)"
)
_INVISIBLE = re.compile(
    r"[\s\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]*"
)


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    indent: int
    after_blank: bool
    text: str


def pieces_of_text(text: str, start: int = 0, end: int | None = None) -> list[Piece]:
    """Return the pieces of plain text between two places, their spans in ``text``."""
    lines = _lines(text, start, len(text) if end is None else end)
    groups = _join_hard_wraps(lines) if _is_hard_wrapped(lines) else _join_broken_lines(lines)
    pieces = [_piece(text, group) for group in groups]
    _note_blank_lines(pieces, groups)
    return pieces


def bullet_of(text: str) -> str:
    """Return the mark a list item starts with ("-", "2.", "(a)"), or an empty string."""
    found = _BULLET.match(text[:12])
    return found[1] if found else ""


def is_invisible(text: str) -> bool:
    """Tell whether ``text`` has no character a reader could see."""
    return _INVISIBLE.fullmatch(text) is not None


def _lines(text: str, start: int, end: int) -> list[_Line]:
    lines: list[_Line] = []
    place, after_blank = start, True
    for raw in text[start:end].splitlines(keepends=True):
        stripped = raw.strip()
        if stripped:
            lead = len(raw) - len(raw.lstrip())
            indent = len(raw[:lead].expandtabs(4))
            first = place + lead
            lines.append(_Line(first, first + len(stripped), indent, after_blank, stripped))
            if len(lines) > _MOST_LINES:
                raise Refused("too-large", Limit(_MOST_LINES, "lines"))
        after_blank = not stripped
        place += len(raw)
    return lines


def _is_hard_wrapped(lines: list[_Line]) -> bool:
    """Tell whether paragraphs were cut into lines of even length, blank lines between."""
    if len(lines) < 6:
        return False
    blanks = sum(line.after_blank for line in lines)
    inner = [len(line.text) for line, following in pairwise(lines) if not following.after_blank]
    if blanks < 2 or len(inner) < 4 or len(inner) < len(lines) * 0.4:
        return False
    even = sum(55 <= length <= 100 for length in inner)
    longest = sum(len(line.text) > 110 for line in lines)
    return even >= len(inner) * 0.6 and longest <= len(lines) * 0.02


def _join_hard_wraps(lines: list[_Line]) -> list[list[_Line]]:
    lengths = sorted(len(line.text) for line in lines)
    width = lengths[int(len(lengths) * 0.95)]
    groups: list[list[_Line]] = []
    size = 0
    for line in lines:
        last = groups[-1][-1] if groups else None
        first_word = line.text.split(maxsplit=1)[0]
        fits = last is not None and len(last.text) + 1 + len(first_word) <= width * 0.75
        if (
            last is None
            or line.after_blank
            or fits
            or bullet_of(line.text)
            or size + len(line.text) > LONGEST_JOIN
        ):
            groups.append([line])
            size = 0
        else:
            groups[-1].append(line)
        size += len(line.text) + 1
    return groups


def _join_broken_lines(lines: list[_Line]) -> list[list[_Line]]:
    groups: list[list[_Line]] = []
    size = 0
    for line in lines:
        last = groups[-1][-1] if groups else None
        if last is None or size + len(line.text) > LONGEST_JOIN or not _continues(last, line):
            groups.append([line])
            size = 0
        else:
            groups[-1].append(line)
        size += len(line.text) + 1
    return groups


def _continues(last: _Line, line: _Line) -> bool:
    """Tell whether ``line`` goes on with the sentence that ``last`` broke off."""
    if line.after_blank or bullet_of(line.text):
        return False
    if _ABBREVIATION_END.search(last.text[-12:]) and line.text[0].isupper():
        return 40 <= len(last.text) <= 160 and len(line.text) > 20
    if last.text[-1] in _END_MARKS or len(last.text) < 50:
        return False
    return line.text[0].islower() and len(line.text) > 1


def _piece(text: str, group: list[_Line]) -> Piece:
    start, end = group[0].start, group[-1].end
    shown = " ".join(line.text for line in group) if len(group) > 1 else text[start:end]
    piece = Piece(shown, start=start, end=end, indent=group[0].indent)
    if is_invisible(shown[:400]) and is_invisible(shown):
        piece.kind = BlockKind.PARAGRAPH
        piece.hide(BlockState.FOLDED, "invisible characters")
        piece.fixed = True
    return piece


def _note_blank_lines(pieces: list[Piece], groups: list[list[_Line]]) -> None:
    for index, piece in enumerate(pieces):
        after = index + 1 == len(groups) or groups[index + 1][0].after_blank
        piece.loose = groups[index][0].after_blank and after
