# SPDX-License-Identifier: MIT
"""OpenDocument texts (.odt, .fodt): paragraphs, headings, lists, tables and notes."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from diptych.library.archive import Archive, parse_xml
from diptych.library.draft import Draft, Piece, Refused, join_pieces, join_rows
from diptych.library.properties import dublin_core
from diptych.library.readers import style_names
from diptych.library.readers.note_marks import as_mark, on_the_line
from diptych.library.readers.odt_numbers import Numbers
from diptych.library.readers.whole_numbers import whole
from diptych.text.article import BlockKind, BlockState

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
_PARAGRAPHS = (f"{_TEXT}p", f"{_TEXT}h")
_IS_HIDDEN = f"{_TEXT}is-hidden"
# Remarks, deleted text, notes' marks (told with the notes), forms, words for screen readers, ruby.
_SKIPPED = frozenset(
    (
        f"{_OFFICE}annotation",
        f"{_OFFICE}annotation-end",
        f"{_TEXT}tracked-changes",
        f"{_TEXT}note-citation",
        f"{_OFFICE}forms",
        f"{_TEXT}sequence-decls",
        f"{_TEXT}variable-decls",
        f"{_SVG}title",
        f"{_SVG}desc",
        f"{_TEXT}ruby-text",
        f"{_TEXT}hidden-paragraph",
    )
)
_CONTENTS = (f"{_TEXT}table-of-content", f"{_TEXT}alphabetical-index", f"{_TEXT}illustration-index")
_MOST_SPACES = 200
_STEPS = 12  # of a style's ancestry
_NEAR = 4  # pieces of a paragraph before a raised one


def read_odt(content: bytes) -> Draft:
    """Return the draft of an OpenDocument text, packed or flat."""
    if content[:2] == b"PK":
        archive = Archive(content)
        if "META-INF/manifest.xml" in archive:
            manifest = archive.read("META-INF/manifest.xml")
            # The manifest stays readable when the parts are encrypted.
            if b"encryption-data" in manifest:
                raise Refused("encrypted")
            parse_xml(manifest)
        root = archive.xml("content.xml")
        meta = archive.xml_or_none("meta.xml")
        styles = archive.xml_or_none("styles.xml")
    else:
        # A flat document has all parts in one.
        root = meta = styles = parse_xml(content)
    body = root.find(f".//{_OFFICE}text")
    if body is None:
        # A table or a presentation, which are OpenDocument as well.
        raise Refused("unsupported" if root.find(f".//{_OFFICE}body/*") is not None else "no-text")
    parents = {**_style_parents(styles), **_style_parents(root)}
    hidden = _hidden_styles(parents, {**_displays(styles), **_displays(root)})
    numbers = Numbers([part for part in (styles, root) if part is not None])
    raised = {*_raised_styles(styles), *_raised_styles(root)}
    pieces = join_rows(_Walk(parents, hidden, raised, numbers).pieces(body))
    return Draft(
        text=join_pieces(pieces),
        pieces=pieces,
        properties=dublin_core(meta),
        format="odt",
        encoding="",
    )


def _style_parents(root: etree._Element | None) -> dict[str, tuple[str, str]]:
    """Return for each style the name it is shown by and the style it is based on."""
    found = {}
    for style in root.iter(f"{_STYLE}style") if root is not None else ():
        name = style.get(f"{_STYLE}name", "")
        # LibreOffice writes “Heading_20_1” where the name has a space.
        shown = style.get(f"{_STYLE}display-name") or name.replace("_20_", " ")
        found[name] = (shown.lower(), style.get(f"{_STYLE}parent-style-name", ""))
    return found


def _displays(root: etree._Element | None) -> dict[str, str]:
    """Return what styles say of whether their words are shown."""
    return {
        style.get(f"{_STYLE}name", ""): properties.get(f"{_TEXT}display", "")
        for style in (root.iter(f"{_STYLE}style") if root is not None else ())
        for properties in style.iter(f"{_STYLE}text-properties")
        if properties.get(f"{_TEXT}display")
    }


def _raised_styles(root: etree._Element | None) -> Iterator[str]:
    """Yield the names of the styles that raise their words above the line."""
    for style in root.iter(f"{_STYLE}style") if root is not None else ():
        for properties in style.iter(f"{_STYLE}text-properties"):
            place = properties.get(f"{_STYLE}text-position", "")
            if place.startswith("super") or place[:1].strip("0-").isdecimal():
                yield style.get(f"{_STYLE}name", "")


def _hidden_styles(parents: dict[str, tuple[str, str]], displays: dict[str, str]) -> set[str]:
    """Return the names of the styles whose words are not shown, those based on them included."""
    hidden = set()
    for name in parents:
        ancestor = name
        for _ in range(_STEPS):
            if ancestor in displays or ancestor not in parents:
                break
            ancestor = parents[ancestor][1]
        if displays.get(ancestor) == "none":
            hidden.add(name)
    return hidden


class _Walk:
    """Goes through the text once, without recursion, and gathers its paragraphs in order."""

    def __init__(
        self,
        parents: dict[str, tuple[str, str]],
        hidden: set[str],
        raised: set[str],
        numbers: Numbers,
    ) -> None:
        self._parents = parents
        self._raised = raised
        self._numbers = numbers
        self._hidden = hidden
        self._found: list[Piece] = []
        self._open: list[tuple[Piece, list[str]]] = []
        self._rows: list[int] = []
        self._last_row = 0
        self._notes = 0
        self._mark = ""  # of the note that begins
        self._contents = 0
        self._first_of_item = False

    def pieces(self, root: etree._Element) -> list[Piece]:
        skipped = 0
        for event, element in etree.iterwalk(root, events=("start", "end", "comment")):
            tag = element.tag
            if event == "comment":
                self._add_tail(element, skipped)
            elif event == "start":
                if skipped or tag in _SKIPPED or self._is_hidden(element):
                    skipped += 1
                else:
                    self._start(tag, element)
            else:
                if skipped:
                    skipped -= 1
                else:
                    self._end(tag)
                if element is not root:
                    self._add_tail(element, skipped)
        return [piece for piece in self._found if piece.text.strip()]

    def _is_hidden(self, element: etree._Element) -> bool:
        if element.get(f"{_TEXT}display") == "none" or element.get(_IS_HIDDEN) == "true":
            return True
        # A field inside a paragraph hides the whole of it.
        fields = element.iterfind(f"{_TEXT}hidden-paragraph") if element.tag in _PARAGRAPHS else ()
        if any(field.get(_IS_HIDDEN) == "true" for field in fields):
            return True
        return element.get(f"{_TEXT}style-name", "") in self._hidden

    def _add_tail(self, element: etree._Element, skipped: int) -> None:
        if not skipped and self._open and element.tail:
            self._open[-1][1].append(element.tail)

    def _start(self, tag: str, element: etree._Element) -> None:
        if tag in _PARAGRAPHS:
            piece = Piece("", loose=True, row=self._rows[-1] if self._rows else 0)
            self._judge(piece, tag, element)
            self._found.append(piece)
            self._open.append((piece, [f"{self._mark} " * bool(self._mark), element.text or ""]))
            self._mark = ""
        elif tag == f"{_TABLE}table-row":
            self._last_row += 1
            # A row of one cell is a frame around text.
            is_layout = sum(cell.tag == f"{_TABLE}table-cell" for cell in element) == 1
            self._rows.append(0 if is_layout else self._last_row)
        elif tag == f"{_TEXT}list":
            self._numbers.start_list(element)
        elif tag == f"{_TEXT}list-item":
            self._first_of_item = True
            self._numbers.start_item(element)
        elif tag == f"{_TEXT}note":
            self._start_note(element)
        elif tag in _CONTENTS:
            self._contents += 1
        elif self._open:
            self._add_inline(tag, element)

    def _start_note(self, element: etree._Element) -> None:
        self._notes += 1
        sign = (element.findtext(f"{_TEXT}note-citation") or "").strip()
        self._mark = as_mark(sign) if sign else ""
        if self._open:
            self._open[-1][1].append(self._mark)

    def _add_inline(self, tag: str, element: etree._Element) -> None:
        words = self._open[-1][1]
        said = _characters(tag, element)
        # A sign is one stretch of words; longer raised ones have elements of their own.
        if said and not len(element) and element.get(f"{_TEXT}style-name", "") in self._raised:
            said = on_the_line(said, "".join(words[-_NEAR:]))
        words.append(said)

    def _end(self, tag: str) -> None:
        if tag in _PARAGRAPHS and self._open:
            piece, words = self._open.pop()
            piece.text = "".join(words).strip()
        elif tag == f"{_TABLE}table-row" and self._rows:
            self._rows.pop()
        elif tag == f"{_TEXT}list":
            self._numbers.end_list()
        elif tag == f"{_TEXT}note":
            self._notes -= 1
        elif tag in _CONTENTS:
            self._contents -= 1

    def _judge(self, piece: Piece, tag: str, element: etree._Element) -> None:
        piece.fixed = True
        first, self._first_of_item = self._first_of_item, False
        kind = self._styled_kind(element.get(f"{_TEXT}style-name", ""))
        if self._contents:
            piece.hide(BlockState.FOLDED, "contents")
        elif self._notes:
            piece.kind = BlockKind.NOTE
            piece.hide(BlockState.SECONDARY, "footnote")
        elif kind in (BlockKind.TITLE, BlockKind.DECK):
            piece.kind = kind
        elif tag == f"{_TEXT}h":
            piece.kind = BlockKind.HEADING
            piece.level = min(max(whole(element.get(f"{_TEXT}outline-level"), 1), 1), 6)
        elif piece.row:
            piece.kind = BlockKind.TABLE
        # Only the first paragraph of an item has its bullet.
        elif self._numbers.depth and first:
            piece.kind, piece.level = BlockKind.LIST_ITEM, self._numbers.depth
            piece.mark = self._numbers.mark()
        elif kind is not None:
            piece.kind = kind
            if kind is BlockKind.CAPTION:
                piece.hide(BlockState.SECONDARY, "caption")
        else:
            piece.fixed = False

    def _styled_kind(self, name: str) -> BlockKind | None:
        for _ in range(_STEPS):
            shown, parent = self._parents.get(name, (name.replace("_20_", " ").lower(), ""))
            if shown in style_names.KINDS:
                return style_names.KINDS[shown]
            if not parent:
                return None
            name = parent
        return None


def _characters(tag: str, element: etree._Element) -> str:
    """Return the characters an element inside a paragraph stands for."""
    if tag == f"{_TEXT}s":
        # A run of spaces with its count, which may say anything.
        return " " * min(whole(element.get(f"{_TEXT}c"), 1), _MOST_SPACES)
    if tag == f"{_TEXT}tab":
        return "\t"
    return "\n" if tag == f"{_TEXT}line-break" else element.text or ""
