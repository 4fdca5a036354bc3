# SPDX-License-Identifier: MIT
"""Word documents (.docx): paragraphs, headings, lists, tables, text boxes and notes."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field

from lxml import etree

from diptych.library.archive import Archive
from diptych.library.draft import Draft, Piece, Refused, join_pieces, join_rows
from diptych.library.properties import dublin_core
from diptych.library.readers import style_names
from diptych.text.article import BlockKind, BlockState

_SPACES = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}",  # the strict variety
)
_FORMULAS = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}",
    "{http://purl.oclc.org/ooxml/officeDocument/math}",
)
_DOCUMENT_TYPE = "/officeDocument"
_SKIPPED = frozenset(
    ("del", "moveFrom", "instrText", "delText", "rPr", "sectPr", "Fallback", "annotationRef", "rt")
)
_STEPS = 12  # of a style's ancestry; styles may be based on each other in a circle
_CHARACTERS = {
    "tab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "\u2011",
    "softHyphen": "\u00ad",
}


@dataclass(slots=True)
class _Style:
    name: str = ""
    based_on: str = ""
    outline: int | None = None
    is_list: bool = False


@dataclass(slots=True)
class _Paragraph:
    piece: Piece
    words: list[str] = field(default_factory=list)
    style: str = ""
    outline: int | None = None
    list_level: int | None = None
    has_number: bool | None = None


def read_docx(content: bytes) -> Draft:
    """Return the draft of a Word document; macros, links and pictures are never opened."""
    archive = Archive(content)
    main = _main_part(archive)
    folder = posixpath.dirname(main)
    styles = _styles(archive.xml_or_none(posixpath.join(folder, "styles.xml")))
    pieces = _Walk(styles).pieces(archive.xml(main))
    for name in ("footnotes", "endnotes"):
        root = archive.xml_or_none(posixpath.join(folder, f"{name}.xml"))
        if root is not None:
            pieces += _notes(root, styles)
    pieces = join_rows(pieces)
    return Draft(
        text=join_pieces(pieces),
        pieces=pieces,
        properties=dublin_core(archive.xml_or_none("docProps/core.xml")),
        format="docx",
        encoding="",
    )


def _main_part(archive: Archive) -> str:
    relations = archive.xml_or_none("_rels/.rels")
    for relation in relations if relations is not None else ():
        if str(relation.get("Type", "")).endswith(_DOCUMENT_TYPE):
            name = str(relation.get("Target", "")).lstrip("/")
            if name in archive:
                return name
    if "word/document.xml" in archive:
        return "word/document.xml"
    raise Refused("damaged")


def _local(tag: object) -> str:
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _value(element: etree._Element, name: str = "val") -> str:
    return next((value for space in _SPACES if (value := element.get(space + name))), "")


def _is_hidden(run: etree._Element) -> bool:
    """Tell whether a run of words is marked as hidden."""
    for properties in run:
        if _local(properties.tag) == "rPr":
            marks = (mark for mark in properties if _local(mark.tag) == "vanish")
            return any(_value(mark) not in ("0", "false", "off") for mark in marks)
    return False


def _styles(root: etree._Element | None) -> dict[str, _Style]:
    found: dict[str, _Style] = {}
    for element in root if root is not None else ():
        if _local(element.tag) != "style":
            continue
        style = found.setdefault(_value(element, "styleId"), _Style())
        for part in element.iter():
            local = _local(part.tag)
            if local == "name":
                style.name = _value(part).lower()
            elif local == "basedOn":
                style.based_on = _value(part)
            elif local == "outlineLvl" and _value(part).isdigit():
                style.outline = int(_value(part))
            elif local == "numPr":
                style.is_list = True
    return found


def _notes(root: etree._Element, styles: dict[str, _Style]) -> list[Piece]:
    pieces: list[Piece] = []
    for note in root:
        if _local(note.tag) in ("footnote", "endnote") and not _value(note, "type"):
            pieces += _Walk(styles).pieces(note)
    for piece in pieces:
        piece.kind, piece.level, piece.fixed = BlockKind.NOTE, 0, True
        piece.hide(BlockState.SECONDARY, "footnote")
    return pieces


class _Walk:
    """Goes through a part once, without recursion, and gathers its paragraphs in order."""

    def __init__(self, styles: dict[str, _Style]) -> None:
        self._styles = styles
        self._found: list[Piece] = []
        self._open: list[_Paragraph] = []
        self._rows: list[int] = []
        self._last_row = 0
        self._contents = 0

    def pieces(self, root: etree._Element) -> list[Piece]:
        skipped = 0
        for event, element in etree.iterwalk(root, events=("start", "end")):
            local = _local(element.tag)
            if event == "start":
                if skipped or local in _SKIPPED or (local == "r" and _is_hidden(element)):
                    skipped += 1
                else:
                    self._start(local, element)
            elif skipped:
                skipped -= 1
            else:
                self._end(local)
        return [piece for piece in self._found if piece.text.strip()]

    def _start(self, local: str, element: etree._Element) -> None:
        if local == "p" and str(element.tag).startswith(_SPACES):
            piece = Piece("", loose=True, row=self._rows[-1] if self._rows else 0)
            self._found.append(piece)
            self._open.append(_Paragraph(piece))
        elif local == "tr":
            self._last_row += 1
            self._rows.append(self._last_row)
        elif not self._open:
            return
        elif local == "t" and str(element.tag).startswith((*_SPACES, *_FORMULAS)):
            self._open[-1].words.append(element.text or "")
        elif local in _CHARACTERS:
            self._open[-1].words.append(_CHARACTERS[local])
        else:
            self._note_property(local, element, self._open[-1])

    def _note_property(self, local: str, element: etree._Element, paragraph: _Paragraph) -> None:
        if local == "pStyle":
            paragraph.style = _value(element)
        elif local == "outlineLvl" and _value(element).isdigit():
            paragraph.outline = int(_value(element))
        elif local == "ilvl" and _value(element).isdigit():
            paragraph.list_level = int(_value(element))
        elif local == "numId":
            paragraph.has_number = _value(element) != "0"

    def _end(self, local: str) -> None:
        if local == "p" and self._open:
            paragraph = self._open.pop()
            paragraph.piece.text = "".join(paragraph.words).strip()
            self._judge(paragraph)
        elif local == "tr" and self._rows:
            self._rows.pop()

    def _judge(self, paragraph: _Paragraph) -> None:
        """Say what the paragraph is, from its style's ancestry and its own properties."""
        piece = paragraph.piece
        piece.fixed = True
        outline, is_list = paragraph.outline, paragraph.has_number
        style_id = paragraph.style
        for _ in range(_STEPS):
            style = self._styles.get(style_id)
            if style is None:
                break
            heading = style_names.HEADING.fullmatch(style.name)
            if heading or (outline is None and style.outline is not None and style.outline < 9):
                outline = int(heading[1]) - 1 if heading else style.outline
                break
            if style.name.startswith("toc ") and style.name[4:].isdigit():
                piece.hide(BlockState.FOLDED, "contents")
                return
            if style.name in style_names.KINDS:
                self._set_kind(piece, style_names.KINDS[style.name])
                return
            is_list = style.is_list if is_list is None and style.is_list else is_list
            style_id = style.based_on
        if outline is not None and outline < 9 and not piece.row:
            piece.kind, piece.level = BlockKind.HEADING, min(outline + 1, 6)
        elif piece.row:
            piece.kind = BlockKind.TABLE
        elif is_list:
            piece.kind, piece.level = BlockKind.LIST_ITEM, (paragraph.list_level or 0) + 1
        else:
            piece.fixed = False

    def _set_kind(self, piece: Piece, kind: BlockKind) -> None:
        piece.kind = kind
        if kind is BlockKind.CAPTION:
            piece.hide(BlockState.SECONDARY, "caption")
