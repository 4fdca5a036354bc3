# SPDX-License-Identifier: MIT
"""Word documents (.docx): paragraphs, headings, lists, tables, text boxes and notes."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Mapping
from dataclasses import field
from functools import lru_cache

from lxml import etree

from diptych.library.archive import Archive
from diptych.library.draft import Draft, Piece, Refused, join_pieces, join_rows
from diptych.library.encodings import decode
from diptych.library.lines import pieces_of_text
from diptych.library.properties import dublin_core
from diptych.library.readers import style_names
from diptych.library.readers.docx_numbers import Numbers
from diptych.library.readers.html import declared_encoding, pieces_of_page
from diptych.library.readers.note_marks import as_mark, on_the_line
from diptych.library.readers.whole_numbers import whole
from diptych.text.article import BlockKind, BlockState
from diptych.text.list_marks import counted
from diptych.values import dataclass

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
    ("del", "moveFrom", "instrText", "delText", "rPr", "sectPr", "annotationRef", "rt")
)
_STEPS = 12  # of a style's ancestry; styles may be based on each other in a circle
_CHARACTERS = {
    "tab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "\u2011",
    "softHyphen": "\u00ad",
}


_NOTES = ("footnote", "endnote")
_COUNTED = {"footnote": "1", "endnote": "i"}  # as Word does where nobody says otherwise
_REFERENCES = {f"{kind}Reference": kind for kind in _NOTES}
_NEAR = 4  # runs before a raised one
_MOST_PARTS = 500
_PAGES = (".html", ".htm", ".xhtml", ".txt")
_GREEK = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ"
_SYMBOLS = {
    "wingdings": {
        0xFC: "✓", 0xFB: "✗", 0xFE: "☑", 0xFD: "☒", 0xA8: "☐", 0x6F: "☐", 0x6E: "■", 0xA7: "▪",
        0x9F: "•", 0x6C: "●", 0xE0: "→", 0xDF: "←", 0xE8: "➔", 0xD8: "➢", 0x4A: "☺", 0x28: "☎",
    },
    "symbol": {
        **{0x61 + at: letter for at, letter in enumerate(_GREEK[0])},
        **{0x41 + at: letter for at, letter in enumerate(_GREEK[1])},
        0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xB4: "×", 0xB9: "≠", 0xBB: "≈", 0xA5: "∞", 0xB0: "°",
        0xAE: "→", 0xB7: "•", 0xD7: "⋅", 0xE5: "∑", 0xD6: "√", 0xCE: "∈", 0xC7: "∩", 0xC8: "∪",
    },
}  # fmt: skip


@dataclass(slots=True)
class _Style:
    name: str = ""
    based_on: str = ""
    outline: int | None = None
    number: str = ""  # of its list
    list_level: int | None = None
    is_hidden: bool | None = None  # where it says nothing, the style it is based on tells


@dataclass(slots=True)
class _Paragraph:
    piece: Piece
    words: list[str] = field(default_factory=list)
    style: str = ""
    outline: int | None = None
    list_level: int | None = None
    number: str | None = None  # of its list, "0" takes it out of its style's
    goes_on: bool = False  # in the next paragraph


def read_docx(content: bytes) -> Draft:
    """Return the draft of a Word document; macros, links and pictures are never opened."""
    archive = Archive(content)
    main = _main_part(archive)
    folder = posixpath.dirname(main)
    styles = _styles(archive.xml_or_none(posixpath.join(folder, "styles.xml")))
    numbers = Numbers(archive.xml_or_none(posixpath.join(folder, "numbering.xml")))
    walk = _Walk(styles, numbers, _imported(archive, main))
    pieces = walk.pieces(archive.xml(main))
    for kind in _NOTES:
        root = archive.xml_or_none(posixpath.join(folder, f"{kind}s.xml"))
        if root is not None:
            pieces += _notes(root, styles, numbers, walk.note_marks)
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


def _imported(archive: Archive, main: str) -> dict[str, list[Piece]]:
    """Return the pieces of the pages and texts that stand in the document as parts of their own."""
    folder = posixpath.dirname(main)
    name = posixpath.join(folder, "_rels", f"{posixpath.basename(main)}.rels")
    relations = archive.xml_or_none(name)
    found: dict[str, list[Piece]] = {}
    taken: set[str] = set()
    for relation in list(relations if relations is not None else ())[:_MOST_PARTS]:
        target = str(relation.get("Target", ""))
        part = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
        is_part = str(relation.get("Type", "")).endswith("/aFChunk") and part in archive
        # Each part once: a few kilobytes could ask for a large page hundreds of times.
        if is_part and part.lower().endswith(_PAGES) and part not in taken:
            taken.add(part)
            content = archive.read(part)
            decoded = decode(content, declared=declared_encoding(content))
            is_plain = part.lower().endswith(".txt")
            pieces = pieces_of_text(decoded.text) if is_plain else pieces_of_page(decoded.text)
            found[str(relation.get("Id", ""))] = pieces
    return found


def _is_joined(paragraph: etree._Element) -> bool:
    """Tell whether a tracked change took a paragraph's end away: the next one goes on with it."""
    return any(
        _local(mark.tag) == "del"
        for properties in paragraph
        if _local(properties.tag) == "pPr"
        for run in properties
        if _local(run.tag) == "rPr"
        for mark in run
    )


def _relation(element: etree._Element) -> str:
    return next((str(value) for name, value in element.attrib.items() if _local(name) == "id"), "")


def _symbol(element: etree._Element) -> str:
    """Return the character of a symbol font as the character that it looks like."""
    try:
        code = int(_value(element, "char"), 16)
    except ValueError:
        return ""
    table = _SYMBOLS.get(_value(element, "font").lower())
    if table is not None:
        return table.get(code & 0xFF, "")
    return chr(code) if 0x20 <= code < 0xD800 else ""


@lru_cache(maxsize=1000)
def _local(tag: object) -> str:
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _value(element: etree._Element, name: str = "val") -> str:
    return next((value for space in _SPACES if (value := element.get(space + name))), "")


def _says_hidden(element: etree._Element) -> bool | None:
    """Tell whether a run of words or a style says that its words are hidden, or shown."""
    marks = (m for part in element if _local(part.tag) == "rPr" for m in part)
    said = [_value(m) not in ("0", "false", "off") for m in marks if _local(m.tag) == "vanish"]
    return any(said) if said else None


def _run_style(run: etree._Element) -> str:
    marks = (m for part in run if _local(part.tag) == "rPr" for m in part)
    return next((_value(mark) for mark in marks if _local(mark.tag) == "rStyle"), "")


def _styles(root: etree._Element | None) -> dict[str, _Style]:
    found: dict[str, _Style] = {}
    for element in root if root is not None else ():
        if _local(element.tag) != "style":
            continue
        style = found.setdefault(_value(element, "styleId"), _Style())
        style.is_hidden = _says_hidden(element)
        for part in element.iter():
            local = _local(part.tag)
            if local == "name":
                style.name = _value(part).lower()
            elif local == "basedOn":
                style.based_on = _value(part)
            elif local == "outlineLvl":
                style.outline = whole(_value(part), style.outline)
            elif local == "numId":
                style.number = _value(part)
            elif local == "ilvl":
                style.list_level = whole(_value(part), style.list_level)
    return found


def _is_raised(run: etree._Element) -> bool:
    marks = (m for part in run if _local(part.tag) == "rPr" for m in part)
    return any(_local(m.tag) == "vertAlign" and _value(m) == "superscript" for m in marks)


def _notes(
    root: etree._Element,
    styles: dict[str, _Style],
    numbers: Numbers,
    note_marks: Mapping[tuple[str, str], str],
) -> list[Piece]:
    pieces: list[Piece] = []
    for note in root:
        kind = _local(note.tag)
        if kind in _NOTES and not _value(note, "type"):
            found = _Walk(styles, numbers).pieces(note)
            mark = note_marks.get((kind, _value(note, "id")))
            if mark and found:
                found[0].text = f"{mark} {found[0].text}"
            pieces += found
    for piece in pieces:
        piece.kind, piece.level, piece.fixed = BlockKind.NOTE, 0, True
        piece.hide(BlockState.SECONDARY, "footnote")
    return pieces


class _Walk:
    """Goes through a part once, without recursion, and gathers its paragraphs in order."""

    def __init__(
        self,
        styles: dict[str, _Style],
        numbers: Numbers,
        imported: dict[str, list[Piece]] | None = None,
    ) -> None:
        self._styles = styles
        self._numbers = numbers
        self._imported = imported or {}
        self._carried: list[str] = []  # words whose paragraph goes on in the next one
        self._found: list[Piece] = []
        self._open: list[_Paragraph] = []
        self._rows: list[int] = []
        self._last_row = 0
        self._contents = 0
        self._raised = -1  # the word of the open paragraph that a raised run begins with
        self._notes = Counter[str]()
        self.note_marks: dict[tuple[str, str], str] = {}  # by kind and id, as the text has them

    def pieces(self, root: etree._Element) -> list[Piece]:
        skipped = 0
        for event, element in etree.iterwalk(root, events=("start", "end")):
            local = _local(element.tag)
            if event == "start":
                if skipped or self._is_left_out(local, element):
                    skipped += 1
                else:
                    self._start(local, element)
            elif skipped:
                skipped -= 1
            else:
                self._end(local)
        if self._carried and self._found:
            self._found[-1].text = "".join(self._carried).strip()
        return [piece for piece in self._found if piece.text.strip()]

    def _is_left_out(self, local: str, element: etree._Element) -> bool:
        if local == "Fallback":
            # What newer programs are to draw may have no words; those are in the old drawing.
            above = element.getparent()
            return above is None or any(
                _local(choice.tag) == "Choice" and any(e.text for e in choice.iter("{*}t"))
                for choice in above
            )
        return local in _SKIPPED or (local == "r" and self._hides(element))

    def _hides(self, run: etree._Element) -> bool:
        """Tell whether a run of words is hidden: by itself, by its style or its paragraph's."""
        said = _says_hidden(run)
        for own in (_run_style(run), self._open[-1].style if self._open else ""):
            style_id = own
            for _ in range(_STEPS):
                style = self._styles.get(style_id)
                if said is not None or style is None:
                    break
                said, style_id = style.is_hidden, style.based_on
        return bool(said)

    def _start(self, local: str, element: etree._Element) -> None:
        if local == "p" and str(element.tag).startswith(_SPACES):
            piece = Piece("", loose=True, row=self._rows[-1] if self._rows else 0)
            self._found.append(piece)
            carried, self._carried = self._carried, []
            self._open.append(_Paragraph(piece, carried, goes_on=_is_joined(element)))
        elif local == "tr":
            self._last_row += 1
            is_layout = sum(_local(cell.tag) == "tc" for cell in element) == 1
            self._rows.append(0 if is_layout else self._last_row)
        elif local == "altChunk":
            self._found += self._imported.pop(_relation(element), [])
        elif not self._open:
            return
        elif local == "t" and str(element.tag).startswith((*_SPACES, *_FORMULAS)):
            self._open[-1].words.append(element.text or "")
        elif local == "sym":
            self._open[-1].words.append(_symbol(element))
        elif local in _CHARACTERS:
            self._open[-1].words.append(_CHARACTERS[local])
        elif local == "r":
            self._raised = len(self._open[-1].words) if _is_raised(element) else -1
        elif local in _REFERENCES and not _value(element, "customMarkFollows"):
            self._open[-1].words.append(self._mark_of_note(_REFERENCES[local], element))
        elif local == "den" and str(element.tag).startswith(_FORMULAS):
            self._open[-1].words.append("/")
        else:
            self._note_property(local, element, self._open[-1])

    def _mark_of_note(self, kind: str, element: etree._Element) -> str:
        """Return the mark of a note: Word numbers them as the text names them."""
        known = self.note_marks.get((kind, _value(element, "id")))
        if known is None:
            self._notes[kind] += 1
            known = as_mark(counted(self._notes[kind], _COUNTED[kind]))
            self.note_marks[kind, _value(element, "id")] = known
        return known

    def _end_raised(self) -> None:
        words, place = self._open[-1].words, self._raised
        raised, self._raised = "".join(words[place:]), -1
        if raised:
            words[place:] = [on_the_line(raised, "".join(words[max(0, place - _NEAR) : place]))]

    def _note_property(self, local: str, element: etree._Element, paragraph: _Paragraph) -> None:
        if local == "pStyle":
            paragraph.style = _value(element)
        elif local == "outlineLvl":
            paragraph.outline = whole(_value(element), paragraph.outline)
        elif local == "ilvl":
            paragraph.list_level = whole(_value(element), paragraph.list_level)
        elif local == "numId":
            paragraph.number = _value(element)

    def _end(self, local: str) -> None:
        if local == "p" and self._open:
            paragraph = self._open.pop()
            if paragraph.goes_on:
                self._carried = paragraph.words
                return
            paragraph.piece.text = "".join(paragraph.words).strip()
            self._judge(paragraph)
        elif local == "tr" and self._rows:
            self._rows.pop()
        elif local == "r" and self._open and self._raised >= 0:
            self._end_raised()

    def _judge(self, paragraph: _Paragraph) -> None:
        """Say what the paragraph is, from its style's ancestry and its own properties."""
        piece = paragraph.piece
        piece.fixed = True
        outline, number, level = paragraph.outline, paragraph.number, paragraph.list_level
        style_id = paragraph.style
        for _ in range(_STEPS):
            style = self._styles.get(style_id)
            if style is None:
                break
            number = style.number if number is None and style.number else number
            level = style.list_level if level is None else level
            heading = style_names.HEADING.fullmatch(style.name)
            if heading or (outline is None and style.outline is not None and style.outline < 9):
                outline = int(heading[1]) - 1 if heading else style.outline
                break
            if style_names.CONTENTS.fullmatch(style.name):
                piece.hide(BlockState.FOLDED, "contents")
                return
            if style.name in style_names.KINDS:
                self._set_kind(piece, style_names.KINDS[style.name])
                return
            style_id = style.based_on
        number = number if number and number != "0" else ""
        if outline is not None and outline < 9 and not piece.row:
            piece.kind, piece.level = BlockKind.HEADING, min(outline + 1, 6)
            # The clauses below go on from the number of their heading.
            if number:
                piece.mark = self._numbers.next(number, level, paragraph.style)
        elif piece.row:
            piece.kind = BlockKind.TABLE
        elif number:
            piece.kind, piece.level = BlockKind.LIST_ITEM, (level or 0) + 1
            piece.mark = self._numbers.next(number, level, paragraph.style)
        else:
            piece.fixed = False

    def _set_kind(self, piece: Piece, kind: BlockKind) -> None:
        piece.kind = kind
        if kind is BlockKind.CAPTION:
            piece.hide(BlockState.SECONDARY, "caption")
