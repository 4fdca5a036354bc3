# SPDX-License-Identifier: MIT
"""PDF: PDFium's lines put together to paragraphs; page numbers and running heads dimmed."""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2
import pypdfium2.raw as pdfium

from diptych.library.draft import Draft, Facts, Piece, Refused, join_pieces
from diptych.library.lines import bullet_of
from diptych.library.outcomes import Limit
from diptych.library.properties import facts_of_properties
from diptych.text.article import BlockKind, BlockState
from diptych.text.sentence_ends import END_MARKS

_MOST_PAGES = 5000
_MOST_CHARACTERS = 20_000_000
_GAP = 1.35  # times the usual distance of lines makes a new paragraph
_RUNNING_SHARE = 0.25  # of the pages repeat a running head
_EDGE_LINES = 2
_COLUMN = 6  # points
_LONGEST_HEADING = 160
_DIGITS = re.compile(r"\d+|\b[ivxlcdm]{1,7}\b", re.IGNORECASE)
_PAGE_NUMBER = re.compile(
    r"[-–—\s]*(?:page\s+)?(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:of|/)\s*\d{1,4})?[-–—\s]*", re.IGNORECASE
)
_LINE = re.compile(r"([^\r\n\u0002\ufffe]+)([\u0002\ufffe]?)")  # a word cut at the end, or not
_CUT = ("\u0002", "\ufffe", "\u00ad")
_AFTER_A_KEPT_HYPHEN = re.compile(r"(?:und|oder|bzw|and|or|et|ou|y|e|и|или|en|of|och)\b")


@dataclass(slots=True)
class _Line:
    """One line of a page: its words, where they stand (points, up is positive), their size."""

    text: str
    page: int
    left: float
    right: float
    base: float  # where the letters stand
    size: float
    weight: int
    is_running: bool = False


def read_pdf(content: bytes) -> Draft:
    """Return the draft of a PDF; nothing of it is drawn, run or opened."""
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
    _mark_running(pages)
    pieces = list(_pieces(pages, outline))
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
    noted = document.get_metadata_dict()
    return facts_of_properties(
        title=noted.get("Title", ""),
        author=noted.get("Author", ""),
        date=noted.get("CreationDate", ""),
    )


def _outline(document: pypdfium2.PdfDocument) -> dict[str, int]:
    """Return the level of each entry of the outline by its words."""
    found: dict[str, int] = {}
    for count, bookmark in enumerate(document.get_toc(max_depth=6)):
        if count >= 5000:
            break
        title = _squeezed(bookmark.get_title() or "")
        if title:
            found.setdefault(title, min(bookmark.level + 1, 6))
    return found


def _squeezed(text: str) -> str:
    return "".join(c for c in text.lower() if c.isalnum())


# Lines


def _pages(document: pypdfium2.PdfDocument) -> Iterator[list[_Line]]:
    size = 0
    for number in range(len(document)):
        try:
            page = document[number]
        except pypdfium2.PdfiumError:
            continue
        words = page.get_textpage()
        lines = list(_lines(words.raw, number + 1))
        words.close()
        page.close()
        size += sum(len(line.text) for line in lines)
        if size > _MOST_CHARACTERS:
            raise Refused("too-large", Limit(_MOST_CHARACTERS, "characters"))
        yield lines


def _lines(words: ctypes.c_void_p, page: int) -> Iterator[_Line]:
    count = pdfium.FPDFText_CountChars(words)
    if count <= 0:
        return
    buffer = (ctypes.c_ushort * (count * 2 + 2))()
    written = pdfium.FPDFText_GetText(words, 0, count, buffer)
    raw = bytes(memoryview(buffer).cast("B"))[: max(written - 1, 0) * 2]
    text = raw.decode("utf-16-le", "replace")
    step = count / len(text) if text else 1.0  # a letter outside the first plane may be two
    for found in _LINE.finditer(text):
        shown = found[1].strip().replace("\0", "")
        if shown:
            lead = len(found[1]) - len(found[1].lstrip())
            first = int((found.start() + lead) * step)
            last = int((found.start() + lead + len(found[1].strip()) - 1) * step)
            yield _measured(words, shown + found[2], page, first, max(first, last))


def _measured(words: ctypes.c_void_p, text: str, page: int, first: int, last: int) -> _Line:
    left, right, across, base = (ctypes.c_double() for _ in range(4))
    unused = [ctypes.c_double() for _ in range(3)]
    pdfium.FPDFText_GetCharBox(words, last, unused[0], right, unused[1], unused[2])
    pdfium.FPDFText_GetCharBox(words, first, left, unused[0], unused[1], unused[2])
    pdfium.FPDFText_GetCharOrigin(words, first, across, base)
    return _Line(
        text=text,
        page=page,
        left=left.value,
        right=right.value,
        base=base.value,
        size=round(pdfium.FPDFText_GetFontSize(words, first), 1),
        weight=pdfium.FPDFText_GetFontWeight(words, first),
    )


def _mark_running(pages: list[list[_Line]]) -> None:
    """Mark the lines at the edges of pages that come again and again, digits aside."""
    edges = [[*page[:_EDGE_LINES], *page[-_EDGE_LINES:]] for page in pages if page]
    counts = Counter(mask for edge in edges for mask in {_masked(line.text) for line in edge})
    enough = max(3, len(edges) * _RUNNING_SHARE)
    for edge in edges:
        for line in edge:
            if counts[_masked(line.text)] >= enough and len(line.text) <= 120:
                line.is_running = True
    for page in pages:
        for line in (*page[:1], *page[-1:]):
            if len(pages) > 1 and len(page) > 1 and _PAGE_NUMBER.fullmatch(line.text):
                line.is_running = True


def _masked(text: str) -> str:
    return _DIGITS.sub("#", text).strip()


# Paragraphs


def _pieces(pages: list[list[_Line]], outline: dict[str, int]) -> Iterator[Piece]:
    lines = [line for page in pages for line in page]
    body = [line for line in lines if not line.is_running]
    usual = _usual_size(body)
    lead = _usual_lead(body)
    running = [line for line in lines if line.is_running]
    pending = iter(running)
    waiting = next(pending, None)
    for group in _groups(body, lead, outline):
        while (
            waiting is not None and waiting.page <= group[0].page and _is_above(waiting, group[0])
        ):
            yield _running_piece(waiting)
            waiting = next(pending, None)
        yield _piece(group, usual, outline)
    while waiting is not None:
        yield _running_piece(waiting)
        waiting = next(pending, None)


def _is_above(line: _Line, other: _Line) -> bool:
    return line.page < other.page or line.base >= other.base


def _usual_size(lines: Iterable[_Line]) -> float:
    sizes = Counter[float]()
    for line in lines:
        sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _usual_lead(lines: list[_Line]) -> float:
    """Return the distance of most lines from the one above."""
    leads = Counter(
        round((above.base - line.base) * 2) / 2
        for above, line in pairwise(lines)
        if above.page == line.page and 3 < above.base - line.base < 60
    )
    return leads.most_common(1)[0][0] if leads else 14.0


def _groups(lines: list[_Line], lead: float, outline: dict[str, int]) -> Iterator[list[_Line]]:
    group: list[_Line] = []
    width = _usual_right(lines)
    for line in lines:
        if group and _breaks(group, line, lead, width, outline):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _usual_right(lines: list[_Line]) -> float:
    rights = sorted(line.right for line in lines)
    return rights[int(len(rights) * 0.8)] if rights else 0.0


def _breaks(
    group: list[_Line], line: _Line, lead: float, right: float, outline: dict[str, int]
) -> bool:
    """Tell whether ``line`` begins a new paragraph."""
    last = group[-1]
    if abs(last.size - line.size) > 0.6 or bullet_of(line.text):
        return True
    if outline and (_squeezed(last.text) in outline or _squeezed(line.text) in outline):
        return True
    if last.text.endswith(_CUT):
        return False
    ends = last.text.rstrip("\"'”’»)]").endswith((*END_MARKS, ":"))
    if last.page != line.page:
        return ends or (line.text[0].isupper() and last.right < right * 0.8)
    gap = last.base - line.base
    if gap > lead * _GAP or gap < -lead:
        return not (gap < -lead and not ends)  # a new column may go on with the sentence
    if abs(last.weight - line.weight) >= 200 and (last.right < right * 0.8):
        return True
    is_indented = line.left > min(other.left for other in group) + 6
    short = last.right < right * 0.85
    return ends and (short or (is_indented and len(group) > 1))


def _piece(group: list[_Line], usual: float, outline: dict[str, int]) -> Piece:
    piece = Piece(_joined(group), page=group[0].page, loose=True)
    text = piece.text
    level = outline.get(_squeezed(text), 0)
    larger = group[0].size >= usual * 1.15
    bold = group[0].weight >= 600
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


def _joined(group: list[_Line]) -> str:
    """Return the lines as one text, words cut by a hyphen at a line's end made whole."""
    text = group[0].text
    parts: list[str] = []
    for line in group[1:]:
        if text.endswith(_CUT) or _is_cut(text, line.text):
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
    if _AFTER_A_KEPT_HYPHEN.match(after):
        return f"{before}- "
    return before if after[0].islower() else f"{before}-"


def _is_ideograph(character: str) -> bool:
    return "\u2e80" <= character <= "\u9fff" or "\uff00" <= character <= "\uffef"


def _running_piece(line: _Line) -> Piece:
    piece = Piece(line.text, page=line.page, loose=True, fixed=True)
    piece.hide(BlockState.DIMMED, "running head or page number")
    return piece
