# SPDX-License-Identifier: MIT
"""Plain text to pieces: one line, one piece, except where a line was broken by hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise, zip_longest

from diptych.library.draft import Piece, Refused
from diptych.library.margin_numbers import words_of_lines
from diptych.library.outcomes import Limit
from diptych.patterns import late_pattern
from diptych.text.article import RUNNING_HEAD, BlockKind, BlockState, Span
from diptych.text.full_stops import REACH, is_last
from diptych.text.lexicon import words_of_all
from diptych.text.list_marks import bullet_of
from diptych.text.sentence_ends import CLOSERS, END_MARKS
from diptych.values import dataclass

LONGEST_JOIN = 4000
_LONGEST_VERSE = 90  # characters; where no line is longer, each ends where its author ended it
_FULL_LINES = 0.75  # of the lines inside paragraphs; a further word would not have fitted
_HEAD = 50  # characters
_MOST_LINES = 400_000
_END_MARKS = (*END_MARKS, *":;：；", *CLOSERS.strip())
# e.g. “====” or “-----” under a heading
_RULE = late_pattern(r"={4,}|-{4,}|~{4,}|\*{4,}|_{4,}")
# e.g. “12” or “- 12 -”
# “Network Working Group          A. Lee”: a row, or the two sides of a printed head
_COLUMNS = late_pattern(r"\S {6,}\S")
_PAGE_NUMBER = late_pattern(r"[-–—]?\s?\d{1,4}\s?[-–—]?")
_DIGITS = late_pattern(r"\d+")
_FIRST_WORD = late_pattern(r"\w+")
# Spaces, soft hyphens, zero-width signs, marks of direction, the byte order mark.
_INVISIBLE = late_pattern(
    r"[\s\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]*"
)


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    indent: int
    after_blank: bool
    text: str
    after_feed: bool = False  # the first on a printed page


def pieces_of_text(text: str, start: int = 0, end: int | None = None) -> list[Piece]:
    """Return the pieces of plain text between two places, their spans in ``text``."""
    lines = _without_margins(_lines(text, start, len(text) if end is None else end))
    # Before lines are joined: a page's head stands in the middle of a sentence.
    places = _page_heads(lines)
    heads = {lines[place].start for place in places}
    for place in {*places, *(place + 1 for place in places)}:
        if place < len(lines):
            # As if blank lines stood around it, so that no paragraph takes it in.
            lines[place] = replace(lines[place], after_blank=True)
    if _is_indented(lines):
        groups = _join_indented(lines)
    elif _is_hard_wrapped(lines):
        groups = _join_hard_wraps(lines)
    else:
        groups = _join_broken_lines(lines)
    pieces = [_piece(text, group) for group in groups]
    _note_blank_lines(pieces, groups)
    _note_underlines(pieces)
    for piece in pieces:
        if piece.start in heads:
            piece.hide(BlockState.DIMMED, RUNNING_HEAD)
            piece.fixed = True
    return pieces


def is_invisible(text: str) -> bool:
    """Tell whether ``text`` has no character a reader could see."""
    return _INVISIBLE.fullmatch(text) is not None


def _lines(text: str, start: int, end: int) -> list[_Line]:
    lines: list[_Line] = []
    place, after_blank, after_feed = start, True, False
    for raw in text[start:end].splitlines(keepends=True):
        stripped = raw.strip()
        if stripped:
            lead = len(raw) - len(raw.lstrip())
            indent = len(raw[:lead].expandtabs(4))
            first = place + lead
            last = first + len(stripped)
            lines.append(_Line(first, last, indent, after_blank, stripped, after_feed))
            after_feed = False
            if len(lines) > _MOST_LINES:
                raise Refused("too-large", Limit(_MOST_LINES, "lines"))
        after_blank = not stripped
        after_feed = after_feed or raw.endswith("\f")
        place += len(raw)
    return lines


def _without_margins(lines: list[_Line]) -> list[_Line]:
    """Return the lines without the numbers that count those of verse."""
    kept = words_of_lines([line.text for line in lines])
    for place, words in kept.items():
        line = lines[place]
        first, past = line.start + words.start, line.start + words.end
        lines[place] = replace(line, start=first, end=past, text=words.of(line.text))
    return lines


def _is_hard_wrapped(lines: list[_Line]) -> bool:
    """Tell whether paragraphs were cut into lines of even length, blank lines between."""
    if len(lines) < 6:
        return False
    blanks = sum(line.after_blank for line in lines)
    followed = [pair for pair in pairwise(lines) if not pair[1].after_blank]
    inner = [len(line.text) for line, _ in followed]
    # Wrapped by a program: most lines go on in the next, and blank lines part paragraphs.
    # Heads and names stand alone in whatever text.
    alone = sum(len(line.text) < _HEAD for line in _alone(lines))
    if blanks < 2 or len(inner) < 4 or len(inner) < (len(lines) - alone) * 0.4:
        return False
    full = sum(map(_fills_its_width, _paragraph_widths(lines), lines, lines[1:]))
    if full < _FULL_LINES * len(inner):
        return False  # verse, whose lines end where their author ended them
    # Mails and books of plain text are wrapped at 60 to 80; lines of over 110 nobody wraps.
    even = sum(55 <= length <= 100 for length in inner)
    longest = sum(len(line.text) > 110 for line in lines)
    return even >= len(inner) * 0.6 and longest <= len(lines) * 0.02


def _alone(lines: list[_Line]) -> Iterator[_Line]:
    """Yield the lines with an empty one on either side."""
    for line, after in zip_longest(lines, lines[1:]):
        if line.after_blank and (after is None or after.after_blank):
            yield line


def _paragraph_widths(lines: list[_Line]) -> list[int]:
    """Return for each line the length of the longest in its paragraph."""
    widths: list[int] = []
    start = 0
    for place in range(1, len(lines) + 1):
        if place == len(lines) or lines[place].after_blank:
            longest = max(len(line.text) for line in lines[start:place])
            widths += [longest] * (place - start)
            start = place
    return widths


def _fills_its_width(width: int, line: _Line, following: _Line) -> bool:
    """Tell whether the first word of the following line would not have fitted in this one."""
    first_word = following.text.split(maxsplit=1)[0]
    return not following.after_blank and len(line.text) + len(first_word) >= width


def _width(lines: list[_Line]) -> int:
    lengths = sorted(len(line.text) for line in lines)
    # Not the longest: a table or an address may run over.
    return lengths[int(len(lengths) * 0.95)]


def _join_hard_wraps(lines: list[_Line]) -> list[list[_Line]]:
    width = _width(lines)

    def begins(last: _Line, line: _Line) -> bool:
        first_word = line.text.split(maxsplit=1)[0]
        # The next word would have fitted: the line was ended by its author.
        fits = len(last.text) + 1 + len(first_word) <= width * 0.75
        is_apart = line.after_blank or fits or bool(bullet_of(line.text))
        return is_apart or bool(_COLUMNS.search(line.text) or _COLUMNS.search(last.text))

    return _grouped(lines, begins)


def _grouped(lines: list[_Line], begins: Callable[[_Line, _Line], bool]) -> list[list[_Line]]:
    """Put lines together to paragraphs; ``begins`` tells of two whether the second is another's."""
    groups: list[list[_Line]] = []
    size = 0
    for line in lines:
        # However lines are set, no paragraph is that long.
        is_full = size + len(line.text) > LONGEST_JOIN
        if not groups or is_full or begins(groups[-1][-1], line):
            groups.append([line])
            size = 0
        else:
            groups[-1].append(line)
        size += len(line.text) + 1
    return groups


def _is_indented(lines: list[_Line]) -> bool:
    """Tell whether lines of even length are parted to paragraphs by the first one's indent."""
    inner = [line for line, following in pairwise(lines) if following.indent == 0]
    firsts = sum(2 <= line.indent <= 12 for line in lines)
    blanks = sum(line.after_blank for line in lines)
    # Books without blank lines: the first line of each paragraph is set in by some columns.
    if firsts < 3 or len(inner) < 6 or firsts * 2 > len(lines) or blanks * 2 > firsts:
        return False
    even = sum(50 <= len(line.text) <= 100 for line in inner)
    return even >= len(inner) * 0.6 and all(len(line.text) <= 110 for line in lines)


def _join_indented(lines: list[_Line]) -> list[list[_Line]]:
    return _grouped(
        lines, lambda _, line: bool(line.after_blank or line.indent or bullet_of(line.text))
    )


def _join_broken_lines(lines: list[_Line]) -> list[list[_Line]]:
    # Verse, or a list: nothing is joined.
    if lines and max(len(line.text) for line in lines) <= _LONGEST_VERSE:
        return [[line] for line in lines]
    return _grouped(lines, lambda last, line: not _continues(last, line))


def _continues(last: _Line, line: _Line) -> bool:
    """Tell whether ``line`` goes on with the sentence that ``last`` broke off."""
    if line.after_blank or bullet_of(line.text):
        return False
    if _ends_in_short_form(last.text, line.text) and line.text[0].isupper():
        # “… met Gov.” and “Lee …”, where both lines are as long as those of prose.
        return 40 <= len(last.text) <= 160 and len(line.text) > 20
    if last.text[-1] in _END_MARKS or len(last.text) < 50:
        return False
    return line.text[0].islower() and len(line.text) > 1


def _piece(text: str, group: list[_Line]) -> Piece:
    start, end = group[0].start, group[-1].end
    cuts = [
        Span(line.end - 1, following.start)
        for line, following in pairwise(group)
        if _is_cut(line.text, following.text)
    ]
    shown = " ".join(line.text for line in group) if len(group) > 1 else text[start:end]
    if cuts:
        shown = _whole_words(group)
    piece = Piece(shown, start=start, end=end, indent=group[0].indent, markup=tuple(cuts))
    # The beginning first: nearly every piece is visible there.
    if is_invisible(shown[:400]) and is_invisible(shown):
        piece.kind = BlockKind.PARAGRAPH
        piece.hide(BlockState.FOLDED, "invisible characters")
        piece.fixed = True
    return piece


def _is_cut(before: str, after: str) -> bool:
    """Tell whether a hyphen at a line's end only parts a word."""
    return (
        len(before) > 3
        and before[-1] in "-‐"
        and before[-2].islower()
        and after[0].islower()
        and not keeps_hyphen(after)
    )


def _ends_in_short_form(line: str, following: str) -> bool:
    return line[-1] == "." and not is_last(line[-1 - REACH : -1], following)


def keeps_hyphen(after: str) -> bool:
    """Tell whether a hyphen before a line is a word's own: German “Ein-⏎und Ausfuhr”."""
    first = _FIRST_WORD.match(after)
    return first is not None and first[0] in words_of_all("after_a_kept_hyphen")


def _whole_words(group: list[_Line]) -> str:
    parts = []
    for line, following in pairwise(group):
        parts.append(line.text[:-1] if _is_cut(line.text, following.text) else f"{line.text} ")
    return "".join((*parts, group[-1].text))


def _note_underlines(pieces: list[Piece]) -> None:
    """Take a line with a rule of signs under it for a heading; the same rule may stand above."""
    for above, _, below in zip(pieces, pieces[1:], pieces[2:], strict=False):
        if above.text == below.text and _RULE.fullmatch(above.text):
            above.hide(BlockState.FOLDED, "rule")
            above.fixed = True
    for piece, rule in pairwise(pieces):
        if _RULE.fullmatch(rule.text) and len(piece.text) <= _LONGEST_VERSE + 20:
            rule.hide(BlockState.FOLDED, "rule")
            rule.fixed = True
            # A rule as long as the line above it underlines; a longer one parts sections.
            near = abs(len(piece.text) - len(rule.text)) <= 3
            if near and not piece.fixed and piece.text[0].isalnum():
                piece.kind, piece.fixed = BlockKind.HEADING, True
                # As Markdown and reStructuredText have it.
                piece.level = 1 if rule.text[0] == "=" else 2


def _page_heads(lines: list[_Line]) -> set[int]:
    """Return the places of the lines that a printed page has above and below its text."""
    return _numbered_heads(lines) | _heads_at_feeds(lines)


def _heads_at_feeds(lines: list[_Line]) -> set[int]:
    """Return the places of lines beside a form feed that come again, but for their numbers."""
    near = [p for place, line in enumerate(lines) if line.after_feed for p in (place - 1, place)]
    masks = {place: _DIGITS.sub("#", lines[place].text) for place in near if place >= 0}
    masks |= {len(lines) - 1: _DIGITS.sub("#", lines[-1].text)} if near else {}
    counts = Counter(masks.values())
    return {place for place, mask in masks.items() if counts[mask] >= 2}


def _numbered_heads(lines: list[_Line]) -> set[int]:
    """Return the places of page numbers and of the line that comes again beside each.

    They are pasted along from a PDF.
    """
    numbers = [place for place, line in enumerate(lines) if _PAGE_NUMBER.fullmatch(line.text)]
    values = [int(lines[place].text.strip("-–— ")) for place in numbers]
    steps = [after - before for before, after in pairwise(values)]
    # Numbers that count on by one, or by two where one side of a leaf is left out.
    if len(numbers) < 2 or any(step not in (1, 2) for step in steps):
        return set()
    near = [p for n in numbers for p in (n - 1, n + 1) if 0 <= p < len(lines)]
    # The head may hold the number of a page or a chapter.
    masks = {place: _DIGITS.sub("#", lines[place].text) for place in near}
    short = [place for place in near if len(lines[place].text) <= _LONGEST_VERSE]
    counts = Counter(masks[place] for place in short)
    return {*numbers, *(place for place in short if counts[masks[place]] >= 2)}


def _note_blank_lines(pieces: list[Piece], groups: list[list[_Line]]) -> None:
    for index, piece in enumerate(pieces):
        after = index + 1 == len(groups) or groups[index + 1][0].after_blank
        piece.loose = groups[index][0].after_blank and after
