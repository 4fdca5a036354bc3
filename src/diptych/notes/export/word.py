# SPDX-License-Identifier: MIT
"""A page of HTML as a Word document: headings, quotations, tables, lists, notes."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from diptych.notes.export.escape import xml_text

if TYPE_CHECKING:
    from lxml.html import HtmlElement

HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 4, "h6": 4}
BOLD, ITALIC, CODE = ("b", "strong", "th"), ("i", "em"), ("code", "pre", "kbd", "samp")
PASSED = ("head", "style", "script", "title")


def word_document(html: str) -> bytes:
    """Return a page as a .docx file. Only words and their order are taken, no style sheet."""
    import docx
    from lxml import html as parser

    document = docx.Document()
    tree = parser.document_fromstring(html)
    # python-docx refuses a longer one.
    document.core_properties.title = (tree.findtext(".//title") or "").strip()[:255]
    # python-docx would name itself.
    document.core_properties.author = ""
    body = tree.find("body")
    _Writer(document).write(body if body is not None else tree)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


class _Writer:
    """Walks the elements of a page and adds each to a document, or to a cell of a table."""

    def __init__(self, place: Any) -> None:
        self._place = place
        self._paragraph: Any = None  # that inline words go to, until a block ends it
        self._style = ""  # of paragraphs that have none of their own

    def write(self, element: HtmlElement) -> None:
        self._words(element.text)
        for child in element:
            if isinstance(child.tag, str) and child.tag not in PASSED:
                self._element(child)
            self._words(child.tail)

    def _element(self, element: HtmlElement) -> None:
        tag = element.tag
        if tag in HEADINGS:
            self._begin(f"Heading {HEADINGS[tag]}")
            self._inline(element)
        elif tag == "table":
            self._table(element)
        elif tag in ("ul", "ol"):
            self._list(element, 1)
        elif tag == "blockquote":
            self._quote(element)
        elif tag in ("p", "pre", "div", "section", "main", "article"):
            self._block(element)
        elif tag == "br" and self._paragraph is not None:
            self._paragraph.add_run().add_break()
        elif tag == "hr":
            self._end()
        else:
            self._inline_element(element, bold=False, italic=False, code=False)
        if tag in HEADINGS:
            self._end()

    def _block(self, element: HtmlElement) -> None:
        self._end()
        if element.tag == "pre":
            self._begin("")
            self._inline(element, code=True)
        elif any(child.tag in _BLOCKS for child in element):
            self.write(element)
        elif element.text_content().strip():
            self._begin("Caption" if "meta" in (element.get("class") or "") else "")
            self._inline(element)
        self._end()

    def _quote(self, element: HtmlElement) -> None:
        self._end()
        outside, self._style = self._style, "Quote"
        if any(child.tag in _BLOCKS for child in element):
            self.write(element)
        else:
            self._begin("")
            self._inline(element)
        self._style = outside
        self._end()

    def _list(self, element: HtmlElement, level: int) -> None:
        kind = "List Bullet" if element.tag == "ul" else "List Number"
        depth = f" {min(level, 3)}" if level > 1 else ""
        number = 0
        if element.tag == "ol":
            first = element.get("start", "")
            number = _new_numbers(self._place, kind + depth, int(first) if first.isdecimal() else 1)
        # What follows in an item, after its first paragraph, stands below it.
        outside, self._style = self._style, f"List Continue{depth}"
        for item in element.findall("li"):
            self._begin(kind + depth)
            if number:
                _number(self._paragraph, number)
            self._item(item, level)
        self._style = outside
        self._end()

    def _item(self, item: HtmlElement, level: int) -> None:
        is_followed = len(item) > 0 and item[0].tag in ("ul", "ol")
        self._words((item.text or "").rstrip() if is_followed else item.text)
        for child in item:
            if child.tag in ("ul", "ol"):
                self._list(child, level + 1)
            elif child.tag == "p" and self._paragraph is not None and not self._paragraph.text:
                self._inline(child)
                self._end()
            elif isinstance(child.tag, str):
                self._element(child)
            self._words(child.tail)

    def _table(self, element: HtmlElement) -> None:
        # A cell may hold a table with rows of its own.
        rows = [row for row in element.iter("tr") if _table_of(row) is element]
        cells = [[c for c in row if c.tag in ("td", "th")] for row in rows]
        width = max(map(len, cells), default=0)
        if not width:
            return
        self._end()
        table = self._place.add_table(len(rows), width)
        for row, line in zip(table.rows, cells, strict=True):
            # One row after the other: asking the table for a cell goes through all of them.
            for place, cell in zip(row.cells, line, strict=False):
                inner = _Writer(place)
                inner.write(cell)
                # A new cell has one, and Word wants one: it goes where others have come.
                empty = place.paragraphs[0]
                if len(place.paragraphs) > 1 and not empty.text:
                    empty._element.getparent().remove(empty._element)

    # Words

    def _begin(self, style: str) -> None:
        self._paragraph = self._place.add_paragraph(style=style or self._style or None)

    def _end(self) -> None:
        self._paragraph = None

    def _words(self, text: str | None) -> None:
        """Add words that stand between blocks."""
        if text and text.strip():
            if self._paragraph is None:
                self._begin("")
            self._run(text, bold=False, italic=False, code=False)

    def _inline(self, element: HtmlElement, *, code: bool = False) -> None:
        self._inside(element, bold=False, italic=False, code=code)

    def _inside(self, element: HtmlElement, *, bold: bool, italic: bool, code: bool) -> None:
        self._run(element.text, bold=bold, italic=italic, code=code)
        for child in element:
            if isinstance(child.tag, str):
                self._inline_element(child, bold=bold, italic=italic, code=code)
            self._run(child.tail, bold=bold, italic=italic, code=code)

    def _inline_element(
        self, element: HtmlElement, *, bold: bool, italic: bool, code: bool
    ) -> None:
        if self._paragraph is None:
            self._begin("")
        if element.tag == "br":
            self._paragraph.add_run().add_break()
            return
        self._inside(
            element,
            bold=bold or element.tag in BOLD,
            italic=italic or element.tag in ITALIC,
            code=code or element.tag in CODE,
        )

    def _run(self, text: str | None, *, bold: bool, italic: bool, code: bool) -> None:
        if not text or self._paragraph is None:
            return
        words = xml_text(text if code else _spaced(text, self._paragraph.text))
        if not words:
            return
        run = self._paragraph.add_run(words)
        # None leaves it to the style; False would switch off what a heading has.
        run.bold, run.italic = bold or None, italic or None
        if code:
            run.font.name = "Courier New"


_BLOCKS = (*HEADINGS, "table", "ul", "ol", "blockquote", "p", "pre", "div", "section")


def _spaced(text: str, before: str) -> str:
    """Return text with single spaces, none at the start of a paragraph or after another."""
    words = " ".join(text.split())
    lead = " " if text[:1].isspace() and before and not before[-1:].isspace() else ""
    return f"{lead}{words}{' ' if words and text[-1:].isspace() else ''}"


def _new_numbers(place: Any, style: str, first: int) -> int:
    """Return the id of a numbering that begins anew; those of one style go on otherwise."""
    numbering = place.part.numbering_part.element
    known = place.part.styles[style].element.pPr.numPr.numId.val
    made = numbering.add_num(numbering.num_having_numId(known).abstractNumId.val)
    made.add_lvlOverride(ilvl=0).add_startOverride(first)
    return int(made.numId)


def _number(paragraph: Any, numbering: int) -> None:
    numbered = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    numbered.get_or_add_ilvl().val = 0
    numbered.get_or_add_numId().val = numbering


def _table_of(row: HtmlElement) -> HtmlElement | None:
    return next(row.iterancestors("table"), None)
