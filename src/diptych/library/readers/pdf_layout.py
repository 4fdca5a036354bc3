# SPDX-License-Identifier: MIT
"""The lines of a PDF in reading order, and what each is beside the running text."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from diptych.library.readers.pdf_lines import Line
from diptych.patterns import late_pattern
from diptych.text.language import direction_of
from diptych.text.lexicon import wordings

RUNNING, NOTE, CAPTION, LABEL, ROW = "running", "note", "caption", "label", "row"
LARGER = 1.15  # times the usual size
_RUNNING_SHARE = 0.25  # of the pages repeat a running head
_EDGE_LINES = 2
# Arabic and Roman numbers: heads of pages differ by them alone
_DIGITS = late_pattern(r"\d+|\b[ivxlcdm]{1,7}\b", re.IGNORECASE)
# 12, – 12 –, Page 3 of 20, xiv
_PAGE_NUMBER = late_pattern(
    r"[-–—\s]*(?:page\s+)?(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:of|/)\s*\d{1,4})?[-–—\s]*", re.IGNORECASE
)
# “5/3/24, 10:45 PM”, as browsers print it in the head
_PRINTED_ABOVE = late_pattern(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},?\s+\d{1,2}[:.]\d{2}")
# “The port closes | Post 06/03/2024, 10:31”, as Safari prints it
_PRINTED_ABOVE_AT_THE_END = late_pattern(
    r"\s\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},?\s+\d{1,2}[:.]\d{2}(?:\s?[AP]M)?$"
)
# “https://paper.example/a 1/4”, as browsers print it in the foot
_PRINTED_BELOW = late_pattern(r"(?:https?|file)://\S+.*|\d+\s?/\s?\d+$|\d+ of \d+$")
_NUMBERED = late_pattern(r"(\d{1,4})\s+(?=\S)")
# “Figure 3: …”, “Abb. 2.”, “图1：”
_CAPTION = late_pattern(
    lambda: rf"(?:{wordings('numbered_pictures')})\s?\d{{1,3}}\s?[.:：]", re.IGNORECASE
)
# “[12] See …”, “* The author …”: what a footnote begins with
_NOTE_MARK = late_pattern(r"\[?(?:\d{1,3}|[*†‡§]{1,3})\]?[\s.)]*(?=[^\W\d_“\"«(])")
_FEWEST_NUMBERS = 8
_LONGEST_NUMBER = 4  # digits of a page
_FEWEST_SPLIT = 4  # lines that a gutter parts
_INDENT = 60  # points by which a line of a column may begin farther to the right
_FEW_WORDS, _WORDS_OF_A_LINE = 60, 3
_CLOSEST = 0.95  # times the size; lines of a column stand no closer
_GUTTER = 3.0  # points by which the lines of a column may begin apart
_SMALL = 0.93  # of the usual size
_MOST_BELOW = 300  # lines that are looked at below a note
_LONGEST_LABEL = 25
_LONGEST_HEAD = 120  # code points
_GAP_OF_A_HEAD = 1.3  # times the usual distance of lines stands between it and the text
# “Nordic Water 28 (2023) 201–212”, “Physica A, 12, 3 (1999), p. 4”
_IN_JOURNAL = late_pattern(
    r"^[^\W\d_][^.?!]{2,80}?,?\s\d{1,4}(?:,\s?\d{1,3})?\s?\((?:1[89]|20)\d\d\),?"
    r"\s(?:pp?\.\s?)?\d{1,5}(?:[–-]\d{1,5})?$"
)


def usual_size(lines: Iterable[Line]) -> float:
    """Return the size in which most of the text is set."""
    sizes = Counter[float]()
    for line in lines:
        sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def usual_lead(lines: Sequence[Line]) -> float:
    """Return the distance of most lines from the one above."""
    usual = usual_size(lines)
    leads = Counter(
        round((above.base - line.base) * 2) / 2
        for above, line in pairwise(lines)
        if above.page == line.page and 3 < above.base - line.base < 60
        if above.size == line.size == usual
    )
    most = max(leads.values(), default=0)
    # In short paragraphs as many lines begin one, farther from the line above, as go on in it.
    often = [lead for lead, n in leads.items() if n * 3 >= most and lead >= usual * _CLOSEST]
    return min(often, default=14.0)


def laid_out(pages: Sequence[list[Line]]) -> list[Line]:
    """Return all lines in reading order, each with its role."""
    usual = usual_size(line for page in pages for line in page)
    _take_line_numbers([line for page in pages for line in page])
    ordered = [_in_order(page, usual) for page in pages]
    for page in ordered:
        for place, line in enumerate(page):
            line.order = line.page * 100_000 + place
    lines = [line for page in ordered for line in page]
    lead = usual_lead(lines)
    _mark_running(ordered, usual, lead)
    for page in ordered:
        _mark_rows(page)
        _mark_captions(page, lead)
        _mark_notes(page, usual)
        _mark_labels(page, usual)
    _note_edges(lines)
    return lines


def _take_line_numbers(lines: Sequence[Line]) -> None:
    """Take away the numbers that stand before every line, as in drafts and poems."""
    numbers = [_NUMBERED.match(line.text) for line in lines]
    values = [int(found[1]) if found else -1 for found in numbers]
    run: list[int] = []
    for place, value in enumerate(values):
        if value >= 0 and run and value == values[run[-1]] + 1:
            run.append(place)
            continue
        _strip_numbers(lines, run)
        run = [place] if value >= 0 else []
    _strip_numbers(lines, run)


def _strip_numbers(lines: Sequence[Line], run: Sequence[int]) -> None:
    for place in run if len(run) >= _FEWEST_NUMBERS else ():
        lines[place].text = _NUMBERED.sub("", lines[place].text, count=1)
        lines[place].gaps = []


# Reading order


def _in_order(page: Sequence[Line], usual: float) -> list[Line]:
    turned = [line for line in page if line.is_turned]
    if len(turned) * 2 > len(page):
        turned = []
    for line in turned:
        line.role = RUNNING
    lines = _with_drop_caps(_merged(line for line in page if line not in turned), usual)
    gutter = _gutter(lines)
    return [*turned, *(_by_columns(lines, gutter) if gutter else _left_first(lines))]


def _left_first(lines: Sequence[Line]) -> list[Line]:
    """Put a column before the one to its right that its file draws first."""
    columns: list[list[Line]] = []
    for line in lines:
        if columns and _goes_down(columns[-1], line):
            columns[-1].append(line)
        else:
            columns.append([line])
    for place in range(1, len(columns)):
        right, left = columns[place - 1 : place + 1]
        if _is_beside(left, right):
            columns[place - 1 : place + 1] = [left, right]
    return [line for column in columns for line in column]


def _goes_down(column: Sequence[Line], line: Line) -> bool:
    """Tell whether a line stands below those of a column, and begins about where they do."""
    return line.base < column[-1].base and abs(line.left - column[0].left) < _INDENT


def _is_beside(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Tell whether two columns of prose stand side by side, read from left to right."""
    if min(len(left), len(right)) < _FEWEST_SPLIT or not all(map(_is_prose, (left, right))):
        return False
    is_right = max(line.right for line in left) < min(line.left for line in right)
    return is_right and left[-1].base < right[0].base and right[-1].base < left[0].base


def _is_prose(column: Sequence[Line]) -> bool:
    words = [word for line in column for word in line.text.split()]
    is_ltr = direction_of(" ".join(words[:_FEW_WORDS]), "") == "ltr"
    return is_ltr and len(words) >= _WORDS_OF_A_LINE * len(column)


def _merged(page: Iterable[Line]) -> list[Line]:
    """Join what PDFium parts at a raised mark: two stretches of one line."""
    merged: list[Line] = []
    for line in page:
        last = merged[-1] if merged else None
        gap = line.left - last.right if last else -1.0
        if (
            last
            and abs(last.base - line.base) < 1
            and -1 < gap < last.size
            and last.size == line.size
        ):
            shift = len(last.text) + (gap > 0.1 * last.size)
            last.gaps += [(at + shift, before, after) for at, before, after in line.gaps]
            last.text += f" {line.text}" if gap > 0.1 * last.size else line.text
            last.right = line.right
        else:
            merged.append(line)
    return merged


def _with_drop_caps(lines: list[Line], usual: float) -> list[Line]:
    """Give a first letter over several lines back to its word."""
    kept = []
    for letter in lines:
        if len(letter.text) != 1 or not letter.text.isupper() or letter.size < 2 * usual:
            kept.append(letter)
            continue
        beside = [
            line
            for line in lines
            if line is not letter
            and letter.right - 3 <= line.left <= letter.right + 2 * usual
            and letter.base - 3 <= line.base <= letter.base + letter.size
        ]
        first = max(beside, key=lambda line: line.base, default=None)
        if first is None or not first.text[0].islower():
            kept.append(letter)
            continue
        first.text = letter.text + first.text
        for line in beside:
            line.left = letter.left
    return kept


def _gutter(lines: Sequence[Line]) -> float:
    """Return where the right column begins on a page drawn row by row, or 0."""
    starts = [
        (line, after) for line in lines for _, _, after in line.gaps[:1] if len(line.gaps) == 1
    ]
    if len(starts) < _FEWEST_SPLIT:
        return 0.0
    counts = Counter(round(after / _GUTTER) for _, after in starts)
    near, _ = counts.most_common(1)[0]
    split = [line for line, after in starts if abs(after / _GUTTER - near) <= 1]
    words = [_halves(line) for line in split]
    are_prose = sum(min(len(a.split()), len(b.split())) >= 3 for a, b in words)
    if len(split) < _FEWEST_SPLIT or are_prose * 3 < len(split) * 2:
        return 0.0
    return min(line.gaps[0][2] for line in split) - 1


def _halves(line: Line) -> tuple[str, str]:
    place = line.gaps[0][0]
    return line.text[:place], line.text[place:].strip()


def _by_columns(lines: Sequence[Line], gutter: float) -> list[Line]:
    ordered: list[Line] = []
    left: list[Line] = []
    right: list[Line] = []
    for line in lines:
        gap = next((gap for gap in line.gaps if gap[1] < gutter <= gap[2] + 1), None)
        if gap is not None:
            first, second = _parted(line, gap)
            left.append(first)
            right.append(second)
        elif line.left >= gutter - 1:
            right.append(line)
        elif line.right < gutter:
            left.append(line)
        else:
            ordered += [*left, *right, line]
            left, right = [], []
    return [*ordered, *left, *right]


def _parted(line: Line, gap: tuple[int, float, float]) -> tuple[Line, Line]:
    place, before, after = gap
    first = Line(line.text[:place], line.page, line.left, before, line.base, line.size, line.weight)
    words = line.text[place:].strip()
    return first, Line(words, line.page, after, line.right, line.base, line.size, line.weight)


# Roles


def _mark_running(pages: Sequence[list[Line]], usual: float, lead: float) -> None:
    """Mark the lines at the edges of pages that come again and again, digits aside."""
    upright = [[line for line in page if not line.role] for page in pages]
    sorted_pages = [sorted(page, key=lambda line: -line.base) for page in upright if page]
    edges = [[*page[:_EDGE_LINES], *page[-_EDGE_LINES:]] for page in sorted_pages]
    counts = Counter(mask for edge in edges for mask in {masked(line.text) for line in edge})
    enough = max(3, len(edges) * _RUNNING_SHARE)
    for edge in edges:
        for line in edge:
            is_text = len(line.text) > _LONGEST_HEAD or line.size >= usual * LARGER
            if counts[masked(line.text)] >= enough and not is_text:
                line.role = RUNNING
    for page in sorted_pages:
        for line in (*page[:1], *page[-1:]):
            if len(pages) > 1 and len(page) > 1 and _PAGE_NUMBER.fullmatch(line.text):
                line.role = RUNNING
    _mark_standing(sorted_pages, usual, lead)
    _mark_printed(sorted_pages)
    _mark_placed(sorted_pages, usual, lead, len(pages))


def _mark_standing(pages: Sequence[list[Line]], usual: float, lead: float) -> None:
    """Mark the outermost lines of a paper of two pages, which no other page repeats.

    Those are set apart, and stand at one height on both; or they are its place in a journal.
    """
    for place, near in ((0, 1), (-1, -2)):
        edges = [
            page[place]
            for page in pages
            if len(page) > 2
            and abs(page[place].base - page[near].base) > _GAP_OF_A_HEAD * lead
            and page[place].size < usual * LARGER
        ]
        heights = Counter((masked(line.text), round(line.base)) for line in edges)
        for line in edges:
            is_repeated = heights[masked(line.text), round(line.base)] >= 2
            if len(line.text) <= _LONGEST_HEAD and (is_repeated or _IN_JOURNAL.search(line.text)):
                line.role = RUNNING


def masked(text: str) -> str:
    return _DIGITS.sub("#", text).strip()


def _mark_printed(pages: Sequence[list[Line]]) -> None:
    """Mark the line of date and title above, and of address and page below, that browsers print."""
    for page in pages:
        below = [line for line in page[-2:] if _PRINTED_BELOW.search(line.text[-200:])]
        has_address = any("://" in line.text for line in below)
        above = [line for line in page[:2] if _PRINTED_ABOVE.match(line.text)]
        if has_address and not above:
            above = [line for line in page[:1] if _PRINTED_ABOVE_AT_THE_END.search(line.text)]
        if len(page) > 2 and (has_address or (above and below)):
            for line in (*above, *below):
                line.role = RUNNING
            for line in page:  # the title stands on the line of the date
                if any(abs(line.base - other.base) < 1 for other in above):
                    line.role = RUNNING


def _mark_placed(pages: Sequence[list[Line]], usual: float, lead: float, count: int) -> None:
    """Mark heads that change with the chapter: small or numbered, on one height, set apart."""
    for place, near in ((0, 1), (-1, -2)):
        edges = [(p[place], p[near]) for p in pages if len(p) > 2 and not p[place].is_turned]
        heights = Counter(round(line.base) for line, _ in edges)
        for line, beside in edges:
            is_apart = abs(line.base - beside.base) > _GAP_OF_A_HEAD * lead
            is_often = heights[round(line.base)] >= max(3, count * _RUNNING_SHARE)
            said = masked(line.text)
            is_numbered = said.startswith("#") or said.endswith("#")
            is_head = line.size < usual * _SMALL or is_numbered
            if is_apart and is_often and is_head and len(line.text) <= _LONGEST_HEAD:
                line.role = RUNNING
        if place == 0:
            _mark_numbered(edges, lead, Counter(_numbers_alone(pages)))


def _numbers_alone(pages: Sequence[list[Line]]) -> Iterator[int]:
    """Yield by how much the page numbers that stand by themselves are ahead of the pages."""
    for page in pages:
        for line in (*page[:1], *page[-1:]):
            if line.text.isdecimal() and len(line.text) <= _LONGEST_NUMBER:
                yield int(line.text) - line.page


def _mark_numbered(edges: Sequence[tuple[Line, Line]], lead: float, alone: Counter[int]) -> None:
    """Mark the heads of a short paper that carry its page numbers, two-sided or not.

    The first page has its number ``alone``, below, where the others have it in the head.
    """
    found = []
    for line, beside in edges:
        number = re.match(r"(\d{1,4})\s+\D|.*\D\s+(\d{1,4})$", line.text[:_LONGEST_HEAD])
        if number and abs(line.base - beside.base) > _GAP_OF_A_HEAD * lead:
            found.append((int(number[1] or number[2]) - line.page, line))
    offsets = Counter(offset for offset, _ in found) + alone
    for offset, line in found:
        # A paper of two pages has one such head, and counts from 1.
        if offsets[offset] >= 2 or (offset == 0 and line.page > 1):
            line.role = RUNNING


def _mark_rows(page: Sequence[Line]) -> None:
    """Mark the rows of tables: lines one after the other with cells that stand alike."""
    rows: set[int] = set()
    for place, (line, below) in enumerate(pairwise(page)):
        if line.role or below.role or not line.gaps or len(line.gaps) != len(below.gaps):
            continue
        alike = sum(map(_stand_alike, line.gaps, below.gaps))
        if alike * 2 >= len(line.gaps):
            rows |= {place, place + 1}
    for place in rows:
        line = page[place]
        bounds = [0, *(at for at, _, _ in line.gaps), len(line.text)]
        line.text = "\t".join(line.text[a:b].strip() for a, b in pairwise(bounds))
        line.role = ROW


def _stand_alike(one: tuple[int, float, float], other: tuple[int, float, float]) -> bool:
    return abs(one[2] - other[2]) < 20 or abs(one[1] - other[1]) < 20


def _mark_captions(page: Sequence[Line], lead: float) -> None:
    last: Line | None = None
    for line in page:
        if _CAPTION.match(line.text) and not line.role:
            line.role = CAPTION
        elif last is not None and last.role == CAPTION and not line.role:
            gap = last.base - line.base
            goes_on = 0 < gap <= lead * 1.35 and line.size == last.size
            line.role = CAPTION if goes_on and abs(line.left - last.left) < 60 else ""
        last = line


def is_caption_start(text: str) -> bool:
    """Tell whether a line of a caption begins one: "Table 1." right below that of a figure."""
    return _CAPTION.match(text) is not None


def is_note_start(text: str) -> bool:
    """Tell whether a line of a footnote begins with its mark."""
    return _NOTE_MARK.match(text) is not None


def _mark_notes(page: Sequence[Line], usual: float) -> None:
    """Mark the small lines at the foot of a page or column that begin with a mark."""
    last: Line | None = None
    for place, line in enumerate(page):
        if line.role:
            last = None
            continue
        is_small = line.size < usual * _SMALL
        if is_small and not _has_text_under(line, page[place + 1 : place + _MOST_BELOW], usual):
            goes_on = last is not None and last.role == NOTE and line.base < last.base
            if goes_on or _NOTE_MARK.match(line.text):
                line.role = NOTE
        last = line


def _has_text_under(line: Line, later: Sequence[Line], usual: float) -> bool:
    return any(
        other.size >= usual * _SMALL and not other.role and _is_under(other, line)
        for other in later
    )


def _is_under(other: Line, line: Line) -> bool:
    return other.base < line.base and other.left < line.right and other.right > line.left


def _mark_labels(page: Sequence[Line], usual: float) -> None:
    """Mark the words inside a figure: short lines of another size, or signs, above its caption."""
    for place, caption in enumerate(page):
        starts = caption.role == CAPTION and _CAPTION.match(caption.text)
        if not starts or caption.text[:3].lower() == "tab":
            continue
        for line in reversed(page[max(0, place - 60) : place]):
            is_other = abs(line.size - usual) > 0.3 or not any(c.isalnum() for c in line.text)
            # In the size of the text a label is set in, or beside others.
            is_other = is_other or bool(line.gaps) or line.left > caption.left + 2 * usual
            if line.role or len(line.text) > _LONGEST_LABEL or not is_other or _ends(line.text):
                break
            line.role = LABEL


def _ends(text: str) -> bool:
    return text.endswith((".", ":", ";", ","))


def _note_edges(lines: Sequence[Line]) -> None:
    """Note for each line where its column begins and ends."""
    columns: dict[int, list[list[Line]]] = defaultdict(list)
    by_page: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        if not line.role:
            by_page[line.page].append(line)
    for page, found in by_page.items():
        for line in sorted(found, key=lambda line: line.left):
            last = columns[page][-1] if columns[page] else None
            if last is not None and line.left - last[0].left <= 40:
                last.append(line)
            else:
                columns[page].append([line])
    for column in (column for page in columns.values() for column in page):
        rights = sorted(line.right for line in column)
        most = rights[int(len(rights) * 0.8)] if len(rights) > 1 else rights[0]
        edge = max(right for right in rights if right <= most + 12)
        lefts = Counter(round(line.left) for line in column)
        often = [left for left, count in lefts.items() if count * 8 >= len(column)]
        start = min(often or lefts)
        for line in column:
            line.edge, line.start = edge, start
