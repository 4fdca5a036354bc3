# SPDX-License-Identifier: MIT
"""Rich text (.rtf): words, headings, lists, tables and notes out of a stream of commands.

The commands are those of Microsoft's Rich Text Format specification 1.9.1.
"""

from __future__ import annotations

import re
from dataclasses import replace

from diptych.library.draft import Draft, Facts, Piece, Refused, join_pieces, join_rows
from diptych.library.properties import facts_of_properties
from diptych.library.readers import style_names
from diptych.library.readers.note_marks import as_mark, on_the_line
from diptych.patterns import late_pattern
from diptych.text.article import BlockKind, BlockState
from diptych.values import dataclass

# \b, \u8211, \'e4, \~, a brace, words up to the next of these
_TOKEN = late_pattern(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})?\d* ?"  # a command
    rb"|\\'([0-9a-fA-F]{2})|\\(.)|([{}])|([^\\{}\r\n]+)|[\r\n]+|\\",
    re.DOTALL,
)
_CHARACTERS = {
    b"emdash": "—", b"endash": "–", b"lquote": "‘", b"rquote": "’", b"ldblquote": "“",
    b"rdblquote": "”", b"bullet": "•", b"tab": "\t", b"line": "\n", b"emspace": " ",
    b"enspace": " ", b"qmspace": " ", b"zwj": "\u200d", b"zwnj": "\u200c",
}  # fmt: skip
_SIGNS = {b"~": "\u00a0", b"_": "\u2011", b"-": "\u00ad"}
_SKIPPED = frozenset(
    (
        *(b"colortbl", b"pict", b"objdata", b"objclass", b"objname", b"themedata", b"fldinst"),
        *(b"header", b"headerl", b"headerr", b"headerf", b"footer", b"footerl", b"footerr"),
        *(b"footerf", b"generator", b"xmlnstbl", b"listtable", b"rsidtbl"),
        *(b"listoverridetable", b"latentstyles", b"datastore", b"revtbl", b"filetbl", b"template"),
        *(b"bkmkstart", b"bkmkend", b"nonshppict", b"shprslt", b"sn", b"sv", b"falt", b"panose"),
        *(
            b"nonesttables",
            b"upr",
            b"atnid",
            b"atnauthor",
            b"annotation",
            b"xe",
            b"tc",
            b"ftnsep",
            b"ftnsepc",
            b"aftnsep",
        ),
    )
)
_KEPT_AFTER_STAR = frozenset((b"shppict", b"footnote", b"ftnalt"))
# A shape and, inside it, the words of a text box; Word 95 has others.
_SHAPES, _BOXES = (b"shpinst", b"do"), (b"shptxt", b"dptxbxtext")
# What stands before a list item, for programs that do not count themselves.
_LIST_TEXTS = (b"pntext", b"listtext")
# 1. or (a) or 2.1.b)
_NUMBER = late_pattern(r"\(?(?:[\dA-Za-z]{1,4}\.)*[\dA-Za-z]{0,6}[.):]?")
# The encoding of a font, by the number of its \\fcharset.
_CHARSETS = {
    0: "cp1252", 77: "mac-roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gb18030",
    136: "big5hkscs", 161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255",
    178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250", 254: "cp437",
}  # fmt: skip
# That of a whole file, by the number after \\ansicpg; others are called cp and the number.
_PAGES = {
    10000: "mac-roman", 10007: "mac-cyrillic", 65001: "utf-8", 932: "cp932", 936: "gb18030",
    949: "cp949", 950: "big5hkscs", 437: "cp437", 850: "cp850", 866: "cp866", 874: "cp874",
}  # fmt: skip
_MADE = (b"yr", b"mo", b"dy")  # of \\creatim, when a document was made
_COLUMN = 180  # twips
_MOST_GROUPS = 500_000
_LONGEST_NAME = 200
_NEAR = 4  # stretches of words before a raised one


@dataclass(slots=True, frozen=True)
class _Group:
    """What holds inside a pair of braces."""

    destination: bytes = b""  # empty: the text itself
    page: str = ""
    skip: int = 1  # characters after \\u that stand in for it
    is_note: bool = False
    is_hidden: bool = False
    is_raised: bool = False
    is_box: bool = False  # a text box, set apart from the words around it


@dataclass(slots=True)
class _Paragraph:
    """The properties of the paragraph being gathered; \\pard clears them."""

    style: int = -1
    outline: int = -1
    list_level: int = -1  # none
    depth: int = 0  # of the list, if the paragraph is in one
    indent: int = 0  # columns
    in_table: bool = False


def read_rtf(content: bytes) -> Draft:
    """Return the draft of a rich text; objects, pictures and templates are never opened."""
    reader = _Reader()
    reader.read(content)
    pieces = join_rows([*reader.pieces, *reader.notes])
    if not pieces:
        raise Refused("no-text")
    return Draft(
        text=join_pieces(pieces),
        pieces=pieces,
        properties=reader.properties(),
        format="rtf",
        encoding=reader.page,
    )


class _Reader:
    """Reads tokens in order with a stack of groups."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.notes: list[Piece] = []
        self.page = "cp1252"
        self._group = _Group()
        self._stack: list[_Group] = []
        self._paragraph = _Paragraph()
        self._words: list[str] = []
        self._note_words: list[str] = []
        self._notes_named = 0
        self._bytes = bytearray()
        self._bytes_page = ""
        self._to_skip = 0
        self._starred = False
        self._is_first = False  # nothing stands in the group yet
        self._high = 0
        self._row = 1
        self._fonts: dict[int, str] = {}
        self._font = 0
        self._styles: dict[int, str] = {}
        self._style = 0
        self._style_words: list[str] = []
        self._mark: list[str] = []
        self._noted: dict[bytes, list[str]] = {}
        self._made: dict[bytes, int] = {}  # the year, month and day
        self._held: list[tuple[list[str], _Paragraph]] = []  # what a text box interrupts

    def read(self, content: bytes) -> None:
        place = content.find(b"{\\rtf")
        place = max(place, 0)
        while found := _TOKEN.match(content, place):
            place = found.end()
            word, number, hexadecimal, sign, brace, text = found.groups()
            if word is not None:
                place = self._command(word, int(number) if number else None, place, len(content))
            elif hexadecimal is not None:
                self._byte(int(hexadecimal, 16))
            elif text is not None:
                self._plain(text)
            elif brace is not None:
                self._brace(brace)
            elif sign is not None:
                self._sign(sign)
        self._end_paragraph()
        self._end_note()

    def properties(self) -> Facts:
        """Return what the document's information group says."""
        noted = {name: "".join(words).strip(" ;") for name, words in self._noted.items()}
        made = (self._made.get(part, 0) for part in _MADE)
        return facts_of_properties(
            title=noted.get(b"title", ""),
            author=noted.get(b"author", ""),
            date="{:04}-{:02}-{:02}".format(*made) if all(map(self._made.get, _MADE)) else "",
        )

    # Groups

    def _brace(self, brace: bytes) -> None:
        self._flush()
        self._to_skip = 0
        if brace == b"{":
            if len(self._stack) >= _MOST_GROUPS:
                raise Refused("damaged")
            self._stack.append(self._group)
            self._is_first = True
            return
        if not self._stack:
            return  # a brace too many; what follows is still text
        closed, self._group = self._group, self._stack.pop()
        self._starred = False
        if closed.is_note and not self._group.is_note:
            self._end_note()
        if closed.destination == b"stylesheet":
            self._end_style()
        if closed.is_box and not self._group.is_box:
            self._end_box(closed)

    def _sign(self, sign: bytes) -> None:
        if sign == b"*":
            self._starred = True
        elif sign in b"\\{}":
            self._plain(sign)
        elif sign in _SIGNS:
            self._flush()
            self._add(_SIGNS[sign])
        elif sign in b"\r\n":
            self._end_paragraph()

    # Commands

    def _command(self, word: bytes, number: int | None, place: int, end: int) -> int:
        """Obey one command and return where reading goes on."""
        starred, self._starred = self._starred, False
        is_first, self._is_first = self._is_first, False
        if starred and not is_first:
            return place  # in the middle of a group only the command is unknown
        if word == b"bin":
            return min(place + max(number or 0, 0), end)
        if word == b"u":
            self._unicode(number)
            return place
        self._flush()
        if word == b"uc":
            self._group = replace(self._group, skip=min(max(number or 0, 0), 8))
        elif word == b"ud" and starred:
            self._group = replace(self._group, destination=b"")  # stands in for its twin
        elif word in _LIST_TEXTS:
            self._paragraph.list_level = max(self._paragraph.list_level, 0)
            self._group = replace(self._group, destination=word)
        elif word in _SHAPES:
            self._group = replace(self._group, destination=self._group.destination or b"shape")
        elif word in _BOXES and self._group.destination == b"shape":
            self._start_box()
        elif word in _SKIPPED or (starred and word not in _KEPT_AFTER_STAR):
            self._group = replace(self._group, destination=b"skipped")
        elif word in (b"fonttbl", b"stylesheet", b"info") or (
            self._group.destination == b"info" and word in (b"title", b"author", b"creatim")
        ):
            self._group = replace(self._group, destination=word)
        elif word == b"footnote":
            self._group = replace(self._group, is_note=True)
        else:
            self._set(word, number)
        return place

    def _set(self, word: bytes, number: int | None) -> None:
        if word in (b"ansicpg", b"mac", b"pc", b"pca", b"f", b"fcharset", b"cpg"):
            self._set_page(word, number or 0)
        elif self._group.destination == b"stylesheet":
            if word == b"s":
                self._style = number or 0
        elif self._group.destination == b"creatim" and word in _MADE:
            self._made[word] = number or 0
        elif self._group.destination:
            return
        elif word in _CHARACTERS:
            self._add(_CHARACTERS[word])
        elif word in (b"par", b"sect", b"page"):
            self._end_paragraph()
        elif word in (b"cell", b"nestcell"):
            self._paragraph.in_table = True
            self._end_paragraph()
        elif word in (b"row", b"nestrow"):
            self._end_paragraph()
            self._row += 1
        elif word in (b"v", b"deleted"):
            self._group = replace(self._group, is_hidden=number != 0)
        elif word == b"plain":
            self._group = replace(self._group, is_hidden=False, is_raised=False)
        elif word in (b"super", b"nosupersub"):
            self._group = replace(self._group, is_raised=word == b"super" and number != 0)
        elif word == b"chftn":
            self._add_note_mark()
        else:
            self._set_paragraph(word, number)

    def _set_paragraph(self, word: bytes, number: int | None) -> None:
        if word == b"pard":
            self._paragraph = _Paragraph()
        elif word == b"s":
            self._paragraph.style = number or 0
        elif word == b"outlinelevel":
            self._paragraph.outline = number or 0
        elif word == b"ilvl":
            self._paragraph.depth = number or 0
        elif word == b"ls" and number:
            self._paragraph.list_level = max(self._paragraph.list_level, 0)
        elif word in (b"pnlvlblt", b"pnlvlbody"):
            self._paragraph.list_level = 0
        elif word == b"li":
            self._paragraph.indent = min(max(number or 0, 0) // _COLUMN, 80)
        elif word == b"intbl":
            self._paragraph.in_table = True

    def _set_page(self, word: bytes, number: int) -> None:
        in_table = self._group.destination == b"fonttbl"
        if word == b"ansicpg":
            self.page = _PAGES.get(number, f"cp{number}" if 1250 <= number <= 1258 else "cp1252")
        elif word == b"mac":
            self.page = "mac-roman"
        elif word in (b"pc", b"pca"):
            self.page = "cp437" if word == b"pc" else "cp850"
        elif word == b"f" and in_table:
            self._font = number
        elif word == b"f":
            self._group = replace(self._group, page=self._fonts.get(number, ""))
        elif word == b"fcharset" and in_table and number in _CHARSETS and number:
            self._fonts[self._font] = _CHARSETS[number]

    # Characters

    def _plain(self, text: bytes) -> None:
        if self._to_skip:
            skipped = min(self._to_skip, len(text))
            self._to_skip -= skipped
            text = text[skipped:]
        if text:
            self._into_bytes(text)

    def _byte(self, code: int) -> None:
        if self._to_skip:
            self._to_skip -= 1
        else:
            self._into_bytes(bytes((code,)))

    def _into_bytes(self, text: bytes) -> None:
        page = self._group.page or self.page
        if page != self._bytes_page:
            self._flush()
            self._bytes_page = page
        self._bytes += text

    def _flush(self) -> None:
        """Decode the bytes gathered; a letter of two bytes may come in two commands."""
        if self._bytes:
            text = self._bytes.decode(self._bytes_page or "cp1252", "replace")
            self._bytes.clear()
            self._add(text)

    def _unicode(self, number: int | None) -> None:
        self._flush()
        self._to_skip = self._group.skip
        if number is None:
            return
        code = number + 65536 if -32768 <= number < 0 else number
        if 0xD800 <= code < 0xDC00:
            self._high = code
            return
        if 0xDC00 <= code < 0xE000:
            high, self._high = self._high, 0
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00) if high else 0xFFFD
        self._add(chr(code) if 0 < code < 0x110000 else "\ufffd")

    def _add(self, text: str) -> None:
        if self._high:
            self._high = 0
            text = "\ufffd" + text
        group = self._group
        if group.destination in (b"title", b"author"):
            self._noted.setdefault(group.destination, []).append(text)
        elif group.destination in _LIST_TEXTS:
            self._mark.append(text)
        elif group.destination == b"stylesheet":
            self._style_words.append(text)
            if ";" in text:
                self._end_style()
        elif group.destination or group.is_hidden:
            return
        else:
            words = self._note_words if group.is_note else self._words
            before = "".join(words[-_NEAR:])
            words.append(on_the_line(text, before) if group.is_raised else text)

    def _add_note_mark(self) -> None:
        """Add the number of a note: where the text names it, and once more where it begins."""
        if self._group.is_note:
            self._note_words.append(f"{as_mark(str(self._notes_named))} ")
        elif not self._group.is_hidden:
            self._notes_named += 1
            self._words.append(as_mark(str(self._notes_named)))

    # Ends

    def _end_style(self) -> None:
        name = "".join(self._style_words)[:_LONGEST_NAME].strip(" ;").lower()
        self._style_words = []
        if name:
            self._styles.setdefault(self._style, name)
        self._style = 0

    def _end_note(self) -> None:
        text = "".join(self._note_words).replace("] \u00a0", "] ").replace("]  ", "] ").strip()
        self._note_words = []
        if text:
            note = Piece(text, kind=BlockKind.NOTE, loose=True, fixed=True)
            note.hide(BlockState.SECONDARY, "footnote")
            self.notes.append(note)

    def _start_box(self) -> None:
        self._held.append((self._words, self._paragraph))
        self._words, self._paragraph = [], _Paragraph()
        self._group = replace(self._group, destination=b"", is_box=True)

    def _end_box(self, box: _Group) -> None:
        around, self._group = self._group, box
        self._end_paragraph()
        self._group = around
        if self._held:
            self._words, self._paragraph = self._held.pop()

    def _end_paragraph(self) -> None:
        self._flush()
        if self._group.is_note:
            self._note_words.append("\n")
            return
        if self._group.destination:
            return
        text = "".join(self._words).strip()
        mark = "".join(self._mark).strip()
        self._words, self._mark = [], []
        if text:
            piece = self._judged(Piece(text, loose=True, indent=self._paragraph.indent))
            # A letter alone is one of a font of signs: Word's second bullet is an “o”.
            if _NUMBER.fullmatch(mark) and not (len(mark) == 1 and mark.isalpha()):
                piece.mark = mark
            self.pieces.append(piece)

    def _judged(self, piece: Piece) -> Piece:
        paragraph = self._paragraph
        name = self._styles.get(paragraph.style, "")
        heading = style_names.HEADING.fullmatch(name)
        piece.fixed = True
        if paragraph.in_table:
            piece.kind, piece.row = BlockKind.TABLE, self._row
        elif heading or 0 <= paragraph.outline < 9:
            level = int(heading[1]) if heading else paragraph.outline + 1
            piece.kind, piece.level = BlockKind.HEADING, min(level, 6)
        elif name in style_names.KINDS:
            piece.kind = style_names.KINDS[name]
            if piece.kind is BlockKind.CAPTION:
                piece.hide(BlockState.SECONDARY, "caption")
        elif paragraph.list_level >= 0:
            piece.kind, piece.level = (
                BlockKind.LIST_ITEM,
                min(max(paragraph.list_level, paragraph.depth), 8) + 1,
            )
        else:
            piece.fixed = False
        return piece
