# SPDX-License-Identifier: MIT
"""PDF: PDFium's lines put together to paragraphs; page numbers and running heads dimmed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

import pypdfium2

from diptych.library.bylines import names_of
from diptych.library.dates import date_of_line
from diptych.library.draft import Draft, Facts, Piece, Refused, check_length, join_pieces
from diptych.library.lines import keeps_hyphen
from diptych.library.outcomes import Limit
from diptych.library.properties import facts_of_properties
from diptych.library.readers.pdf_bombs import refuse_bombs
from diptych.library.readers.pdf_layout import (
    CAPTION,
    LABEL,
    LARGER,
    NOTE,
    ROW,
    RUNNING,
    is_caption_start,
    is_note_start,
    laid_out,
    usual_lead,
    usual_size,
)
from diptych.library.readers.pdf_lines import Line, PageWords
from diptych.patterns import late_pattern
from diptych.text.article import IN_A_FIGURE, RUNNING_HEAD, BlockKind, BlockState
from diptych.text.formulas import is_formula
from diptych.text.list_marks import bullet_of
from diptych.text.sentence_ends import END_MARKS

_MOST_PAGES = 5000
_GAP = 1.35  # times the usual distance of lines makes a new paragraph
_COLUMN = 6  # points
_LONGEST_HEADING = 160
_LONGEST_DAY = 30  # code points
_SHORT = 0.6  # of a column; a line that ends there ends a paragraph
_CUT = ("\u0002", "\ufffe", "\u00ad")
# “self-⏎made”: after these a hyphen at a line's end is the word's own.
_COMPOUND = late_pattern(r"(?:^|[\s(“\"])(?:self|well|e|half|quasi)$", re.IGNORECASE)
# “twenty-⏎one”: the hyphen is the number's own.
_TENS = late_pattern(r"\W?(?:twen|thir|for|fif|six|seven|eigh|nine)ty")
_HARD = "\ue000"  # stands for a hyphen at a line's end that is the word's own
_HYPHENED = late_pattern(r"[^\W\d_]+-[^\W\d_]+")
_FIRST_WORD = late_pattern(r"[^\W\d_]+")
# Browsers that printed a page: such a PDF has the page's head and foot, not a book's.
_PRINTED = late_pattern(
    r"skia/pdf|quartz pdfcontext|print to pdf|wkhtml|mozilla|chromium|cairo", re.I
)
_ROLES = {
    RUNNING: (BlockKind.PARAGRAPH, BlockState.DIMMED, RUNNING_HEAD),
    LABEL: (BlockKind.PARAGRAPH, BlockState.DIMMED, IN_A_FIGURE),
    CAPTION: (BlockKind.CAPTION, BlockState.SECONDARY, "caption"),
    NOTE: (BlockKind.NOTE, BlockState.SECONDARY, "footnote"),
    ROW: (BlockKind.TABLE, BlockState.SHOWN, ""),
}


def read_pdf(content: bytes) -> Draft:
    """Return the draft of a PDF; nothing of it is drawn, run or opened."""
    refuse_bombs(content)
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        raise Refused(_code_of(error, content)) from error
    try:
        if len(document) > _MOST_PAGES:
            raise Refused("too-large", Limit(_MOST_PAGES, "pages"))
        pages = list(_pages(document))
        noted = _facts(document)
        outline = _outline(document)
    finally:
        document.close()
    pieces = _pieces(laid_out(pages), outline)
    if not pieces:
        raise Refused("no-text")
    return Draft(
        text=join_pieces(pieces), pieces=pieces, properties=noted, format="pdf", encoding=""
    )


def _code_of(error: pypdfium2.PdfiumError, content: bytes) -> str:
    """Tell a secret file from a broken one; PDFium may repeat the error of an earlier file."""
    is_secret = "password" in str(error).lower() and b"/Encrypt" in content
    return "encrypted" if is_secret else "damaged"


def _facts(document: pypdfium2.PdfDocument) -> Facts:
    noted = {key: _decoded(document.get_metadata_value, key) for key in document.METADATA_KEYS}
    by = f"{noted.get('Producer', '')} {noted.get('Creator', '')}"
    is_printed = _PRINTED.search(by) is not None  # the day is that of printing
    return facts_of_properties(
        title=noted.get("Title", ""),
        author=noted.get("Author", ""),
        date="" if is_printed else noted.get("CreationDate", ""),
    )


def _outline(document: pypdfium2.PdfDocument) -> dict[str, int]:
    """Return the level of each entry of the outline by its words."""
    found: dict[str, int] = {}
    for count, bookmark in enumerate(document.get_toc(max_depth=6)):
        if count >= 5000:
            break
        title = _squeezed(_decoded(bookmark.get_title))
        if title:
            found.setdefault(title, min(bookmark.level + 1, 6))
    return found


def _decoded(told: Callable[..., str | None], *of: str) -> str:
    """Return what PDFium tells in words; empty where a damaged file's are none."""
    try:
        return told(*of) or ""
    except UnicodeDecodeError:
        return ""


def _squeezed(text: str) -> str:
    return "".join(c for c in text.lower() if c.isalnum())


# Lines


def _pages(document: pypdfium2.PdfDocument) -> Iterator[list[Line]]:
    size = 0
    for number in range(len(document)):
        try:
            page = document[number]
        except pypdfium2.PdfiumError:
            continue
        words = page.get_textpage()
        lines = list(PageWords(words.raw, page.get_width()).lines(number + 1))
        words.close()
        page.close()
        size += sum(len(line.text) for line in lines)
        check_length(size)
        yield lines


# Paragraphs


def _pieces(lines: Sequence[Line], outline: dict[str, int]) -> list[Piece]:
    """Return the paragraphs, and what stands beside them: each where the text allows it."""
    body = [line for line in lines if not line.role]
    beside = [line for line in lines if line.role]
    usual, lead = usual_size(body), usual_lead(body)
    _keep_hyphens(body)
    groups = [*_groups(body, usual, lead, outline), *_groups_beside(beside)]
    groups.sort(key=lambda group: group[0].order)
    pieces: list[Piece] = []
    has_title = False
    for group in groups:
        piece = _piece_beside(group) if group[0].role else _piece(group, usual, outline)
        if has_title and group[0].page == 1 and _is_head_line(piece):
            piece.kind, piece.level, piece.fixed = BlockKind.PARAGRAPH, 0, False
        has_title = has_title or piece.kind is BlockKind.HEADING
        pieces.append(piece)
    return pieces


def _is_head_line(piece: Piece) -> bool:
    """Tell whether a larger line under the title names the authors or the day."""
    if piece.kind is not BlockKind.HEADING:
        return False
    return date_of_line(piece.text) is not None or bool(names_of(piece.text))


def _groups_beside(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Group the lines of a caption and of a note; every other line is by itself."""
    group: list[Line] = []
    for line in lines:
        last = group[-1] if group else None
        follows = last is not None and line.role == last.role in (CAPTION, NOTE)
        if last is not None and follows and line.order == last.order + 1 and not _starts(line):
            group.append(line)
            continue
        if group:
            yield group
        group = [line]
    if group:
        yield group


def _starts(line: Line) -> bool:
    if line.role == CAPTION:
        return is_caption_start(line.text)
    return line.role == NOTE and is_note_start(line.text)


def _piece_beside(group: Sequence[Line]) -> Piece:
    kind, state, reason = _ROLES[group[0].role]
    piece = Piece(_joined(group), kind=kind, page=group[0].page, loose=True, fixed=True)
    piece.hide(state, reason)
    return piece


def _keep_hyphens(lines: Sequence[Line]) -> None:
    """Let a word that the text writes with a hyphen keep it at a line's end: well-known."""
    # A whole text is looked through for hyphens, most of whose lines have none.
    hyphened = (line.text.lower() for line in lines if "-" in line.text)
    whole = {word for text in hyphened for word in _HYPHENED.findall(text)}
    for line, below in pairwise(lines):
        if line.text.endswith((*_CUT[:2], "-", "‐")):
            before = line.text[:-1].rpartition(" ")[2].lower()
            after = _FIRST_WORD.match(below.text.lower())
            is_long = after is not None and len(after[0]) >= 4
            # “state-of-the-⏎art” and “twenty-⏎six” as well.
            is_sure = _TENS.fullmatch(before) is not None or "-" in before.strip("-")
            if after and (
                f"{before}-{after[0]}" in whole or is_sure or (is_long and _COMPOUND.search(before))
            ):
                line.text = f"{line.text[:-1]}{_HARD}"


def _groups(
    lines: Sequence[Line], usual: float, lead: float, outline: dict[str, int]
) -> Iterator[list[Line]]:
    group: list[Line] = []
    for line in lines:
        size = max(1.0, line.size / usual) if usual else 1.0
        if group and _breaks(group, line, lead * size, outline, is_larger=size >= LARGER):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _breaks(
    group: list[Line], line: Line, lead: float, outline: dict[str, int], *, is_larger: bool
) -> bool:
    """Tell whether ``line`` begins a new paragraph."""
    last = group[-1]
    if abs(last.size - line.size) > 0.6 or bullet_of(line.text) or _is_day(line):
        return True
    if outline and (_squeezed(last.text) in outline or _squeezed(line.text) in outline):
        return True
    if last.text.endswith((*_CUT, _HARD)):
        return False
    ends = last.text.rstrip("\"'”’»)]0123456789[").endswith((*END_MARKS, ":"))
    width = max(last.edge - last.start, 1.0)
    short = last.right < last.start + width * 0.85
    gap = last.base - line.base
    if last.page != line.page or gap < -lead:  # a new page or column may go on
        return ends or (line.text[0].isupper() and last.right < last.start + width * 0.8)
    if gap > lead * _GAP:
        return True
    if abs(last.weight - line.weight) >= 200 and short:
        return True
    is_alone = len(group) == 1 and last.right < last.start + width * _SHORT
    if is_alone and not ends and not line.text[0].islower():
        return not is_larger  # the second line of a title
    is_indented = line.left > min(line.start, group[0].left, last.left) + 6
    return ends and (short or _fits(last, line) or (is_indented and len(group) > 1))


def _is_day(line: Line) -> bool:
    """Tell whether a line of the head is the day of a paper, below its authors."""
    if line.page > 1 or len(line.text) > _LONGEST_DAY or not line.text[-1].isdecimal():
        return False
    return date_of_line(line.text) is not None


def _fits(last: Line, line: Line) -> bool:
    """Tell whether the first word of the next line would have fitted in the last one."""
    letter = (last.right - last.left) / max(len(last.text), 1)
    first = line.text.split(maxsplit=1)[0]
    return last.right + letter * (len(first) + 1) <= last.edge


def _piece(group: Sequence[Line], usual: float, outline: dict[str, int]) -> Piece:
    piece = Piece(_joined(group), page=group[0].page, loose=True)
    text = piece.text
    level = outline.get(_squeezed(text), 0) if outline else 0
    is_sentence = not is_formula(text)
    larger = group[0].size >= usual * LARGER and is_sentence
    bold = group[0].weight >= 600 and is_sentence
    piece.fixed = not is_sentence
    bullet = bullet_of(text)
    if bullet and not (level or (larger and bullet[0].isdigit())):
        piece.indent = round(group[0].left / _COLUMN)  # tidying tells the level by it
    elif level or (larger and len(text) <= _LONGEST_HEADING and any(c.isalpha() for c in text)):
        piece.kind, piece.level = (
            BlockKind.HEADING,
            level or (1 if group[0].size > usual * 1.6 else 2),
        )
        piece.fixed = True
    elif bold and len(group) == 1 and len(text) <= 100 and not text.endswith((".", ",", ";", ":")):
        piece.kind, piece.level = BlockKind.HEADING, 3
    return piece


def _joined(group: Sequence[Line]) -> str:
    """Return the lines as one text, words cut by a hyphen at a line's end made whole."""
    text = group[0].text
    parts: list[str] = []
    for line in group[1:]:
        if text.endswith(_HARD):
            parts.append(f"{text[:-1]}-")
        elif text.endswith(_CUT) or _is_cut(text, line.text):
            parts.append(_uncut(text, line.text))
        else:
            parts.append(text if _is_ideograph(text[-1]) else f"{text} ")
        text = line.text
    parts.append(text.rstrip("".join(_CUT)))
    return "".join(parts).strip()


def _is_cut(before: str, after: str) -> bool:
    """Tell whether a hyphen at a line's end only parts a word."""
    return len(before) > 3 and before[-1] in "-‐" and before[-2].islower() and after[0].islower()


def _uncut(before: str, after: str) -> str:
    """Return a line that ends in a cut word as its beginning; "Hard- und" keeps its hyphen."""
    before = before[:-1]
    if keeps_hyphen(after):
        return f"{before}- "
    return before if after[0].islower() else f"{before}-"


def _is_ideograph(character: str) -> bool:
    return "\u2e80" <= character <= "\u9fff" or "\uff00" <= character <= "\uffef"
