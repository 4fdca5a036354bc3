# SPDX-License-Identifier: MIT
"""Walks a page and gathers its text block by block, with where each block stood."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping

from diptych.library.draft import check_length
from diptych.library.readers.html_hints import (
    ARTICLE_FOOT,
    HIDDEN,
    NO_MARKS,
    Marks,
    beside_the_line,
    is_drawn_formula,
    is_note_mark,
    marks_of,
    picture_text,
)
from diptych.library.readers.html_lists import ListNumbers
from diptych.library.readers.html_styles import is_selected
from diptych.library.readers.note_marks import NOTE_MARK, as_mark, on_the_line
from diptych.patterns import late_pattern
from diptych.text.article import BlockKind
from diptych.values import dataclass

SILENT = frozenset(
    {
        "script",
        "style",
        "template",
        "svg",
        "head",
        "iframe",
        "object",
        "embed",
        "frameset",
        "canvas",
        "annotation",  # of a formula, in another notation
        "annotation-xml",
    }
)
_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd"),
        *("details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure"),
        *("footer", "form", "frame", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html"),
        *("legend", "li", "main", "menu", "nav", "noscript", "ol", "option", "p", "pre", "search"),
        *("section", "select", "summary", "table", "tbody", "td", "textarea", "tfoot", "th"),
        *("thead", "tr", "ul", "audio", "video", "label"),
        *("amp-ad", "amp-embed", "amp-sidebar", "amp-consent"),
    )
)
# What is taken at once where nothing but words is in it, as most of a long page is.
PLAIN = frozenset(("p", "div", "td", "th", "li"))
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_VOID = frozenset(
    (
        *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param"),
        *("source", "track", "wbr", "frame"),
    )
)
_OLD_NAMES = {"xmp": "pre", "listing": "pre"}
_ROW = 300  # characters in all the cells of a row; more is a page laid out in a table
_SPACE = late_pattern(r"[ \t\n\r\f]+")
_BETWEEN = " \t\n\r\f"
_OTHER_SPACE = late_pattern(r"[\n\t\r\f]|  ")  # than one alone
_MOST_FRAGMENTS = 250_000
_WAY_BACK = "↩\ufe0e \u00a0"  # behind a footnote, to where its mark stands
_SIGNS_OF_LINKS = "¶#§🔗⚓ \u200b\ufe0f"  # beside a heading, to where it stands
_TWO_BREAKS = late_pattern(r"\n[ \u00a0]*\n[\n \u00a0]*")
_LONG_LINE = 80  # characters; lines as long as this that end as sentences do are paragraphs


@dataclass(slots=True)
class Fragment:
    """One block of a page: its text and where it stood.

    ``parent`` numbers the innermost block element around it, ``area`` is why
    that place is not the article's ("navigation"), ``hint`` what its class names
    suggest, ``role`` what it is (byline, date, deck, caption, note); the last
    three are told by ``html_trust`` when the whole page is known. ``linked``
    counts the characters inside links.
    """

    text: str
    kind: BlockKind
    level: int
    parent: int
    linked: int
    area: str = ""
    hint: str = ""
    role: str = ""
    row: int = 0  # of a table
    mark: str = ""  # the number before a list item


@dataclass(slots=True)
class _Open:
    tag: str
    number: int
    row: int = 0
    held: tuple[list[str], int] | None = None  # the sentence that a hidden piece interrupts


_BODY = _Open("body", 0)


class PageWalk:
    """Takes a page's tags and words in order, and gathers its fragments.

    Elements are numbered; ``parents``, ``tags`` and ``marks`` tell of each where
    it stands, what it is, its class names and what it says of itself.
    """

    def __init__(self) -> None:
        self.fragments: list[Fragment] = []
        self.parents: list[int] = [0]
        self.tags: list[str] = ["body"]
        self.names: list[str] = [""]
        self.marks: list[Marks] = [NO_MARKS]
        self.warnings: tuple[str, ...] = ()
        self.depth = 0  # of the deepest block
        self.crowding = 0  # inline elements of each block, squared, in all
        self.hidden: frozenset[str] = frozenset()  # selectors of what the page's sheets hide
        self.has_formulas_twice = False  # drawn, and in letters
        self._stack: list[_Open] = []
        self._open = defaultdict[str, int](int)  # a Counter answers in Python what it lacks
        self._words: list[str] = []
        self._linked = 0
        self._inline = 0  # elements in the block so far
        self._borders = 0  # tags since the last words
        self._is_anchor = False  # the innermost link is only a place to which others lead
        self._rows = 0
        self._headings = 0  # that are open
        self._raised: list[tuple[int, int, bool]] = []  # note marks: where their words begin
        self._lists = ListNumbers()
        self._aids: list[str] = []  # how the characters of the block are read aloud
        self._kinds: dict[str, tuple[BlockKind, int]] = {}  # of what stands here, by its tag

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take the start of an element."""
        tag = _OLD_NAMES.get(tag, tag)
        if tag == "br":
            self._words.append("\n")
        elif tag == "img" or tag in _VOID:
            self._start_void(tag, attributes)
        elif tag in _BLOCKS and not self._is_inline(tag):
            self._flush()
            self._push(tag, self._marks(tag, attributes), attributes.get("class", ""))
            self._lists.start(tag, attributes)
        elif self._is_in_hidden(tag):
            self._push(tag, NO_MARKS)
        else:
            self._open[tag] += 1
            self._inline += 1
            self._borders += 1
            if tag == "a":
                self._is_anchor = "href" not in attributes and bool({"name", "id"} & {*attributes})
            if tag == "q":
                self._words.append("“")
            if attributes or tag == "sup":
                self._start_inline(tag, attributes)

    def _is_inline(self, tag: str) -> bool:
        """Tell whether a block stands in a line: what unfolds a question, or a note beside it."""
        return (tag == "button" and self._in_a_heading()) or (
            tag == "label" and self._open["p"] > 0
        )

    def _is_in_hidden(self, tag: str) -> bool:
        """Tell whether an element stands in a hidden one of its like, whose end is not its own."""
        above = self._stack[-1] if self._stack else None
        return above is not None and above.tag == tag and tag not in _BLOCKS

    def _start_void(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "hr":
            self._flush()
        elif tag == "img":
            letter = attributes.get("alt", "").strip()
            if len(letter) == 1 and letter.isupper() and "".join(self._words).strip() == "":
                self._words.append(letter)  # a picture of the first letter
            elif not self.has_formulas_twice and (said := picture_text(attributes)):
                self._words.append(said)

    def _marks(self, tag: str, attributes: Mapping[str, str]) -> Marks:
        marks = marks_of(tag, attributes)
        if self.hidden and is_selected(tag, attributes, self.hidden):
            return Marks(marks.area or HIDDEN, marks.hint, marks.role, attributes.get("class", ""))
        return marks

    def _start_inline(self, tag: str, attributes: Mapping[str, str]) -> None:
        marks = self._marks(tag, attributes)
        is_double = self.has_formulas_twice and is_drawn_formula(tag, attributes)
        is_hidden = marks.area == HIDDEN or is_double
        beside = None if is_hidden else self._beside(attributes)
        if beside is not None and beside.role and self._open["a"]:
            beside = None  # the bubble of a link says where that leads
        if is_hidden or beside is not None:
            held, self._words = (self._words, self._linked), []
            self._linked = 0
            self._push(tag, beside or Marks(HIDDEN, names=marks.names))
            self._stack[-1].held = held
            self._open[tag] -= 1
        elif is_note_mark(tag, attributes):
            is_sure = tag != "sup" or "ref" in attributes.get("class", "")
            self._raised.append((len(self._stack), len(self._words), is_sure))

    def _beside(self, attributes: Mapping[str, str]) -> Marks | None:
        return beside_the_line(
            attributes, in_code=self._open["pre"] > 0, in_heading=self._in_a_heading()
        )

    def end(self, tag: str) -> None:
        """Take the end of an element; an end without a start is ignored."""
        tag = _OLD_NAMES.get(tag, tag)
        if tag in _BLOCKS or (self._stack and self._stack[-1].tag == tag):
            if not self._open[tag] or tag in _VOID:
                return
            if tag in ("button", "label") and not any(opened.tag == tag for opened in self._stack):
                self._open[tag] -= 1
                return
            self._kinds = {}
            while self._stack:
                self._flush()
                closed = self._stack.pop()
                self._open[closed.tag] -= 1
                self._headings -= closed.tag in _HEADINGS
                self._lists.end(closed.tag)
                if closed.held is not None:
                    self._words, self._linked = closed.held
                if closed.tag == tag:
                    break
        elif self._open[tag]:
            self._open[tag] -= 1
            self._borders += 1
            if tag == "q":
                self._words.append("”")
            elif tag in ("sup", "a") and self._raised:
                self._end_note_mark(tag)

    def _end_note_mark(self, tag: str) -> None:
        depth, place, is_sure = self._raised[-1]
        if tag == "a" and self._open["sup"]:
            self._raised[-1] = (depth, place, True)  # a raised link
            return
        self._raised.pop()
        raised = "".join(self._words[place:]) if depth == len(self._stack) else ""
        if is_sure and NOTE_MARK.fullmatch(raised.strip()):
            self._words[place:] = [as_mark(raised.strip())]
        elif raised:
            before = "".join(self._words[max(0, place - 4) : place])
            self._words[place:] = [on_the_line(raised, before)]

    def _in_a_heading(self) -> bool:
        """Tell whether a button is what unfolds a question, and its words are the question."""
        return self._headings > 0 or self._open["summary"] > 0 or self._open["dt"] > 0

    def text(self, words: str) -> None:
        """Take words."""
        check_length(len(words))
        if not self._words and self._is_between(words):
            self._borders = 0
            return
        if self._open["pre"] == 0 and _OTHER_SPACE.search(words):
            words = _SPACE.sub(" ", words)
        if self._open["rt"] or self._open["rp"]:
            self._aids.append("" if self._open["rp"] else words)
            return
        if self._borders > 1 and self._words and _are_glued(self._words[-1], words):
            words = f" {words}"
        self._borders = 0
        self._words.append(words)
        if self._open["a"] and not self._is_anchor:
            self._linked += len(words)

    def _is_between(self, words: str) -> bool:
        """Tell whether words are but the space between two blocks."""
        opened = self._open
        is_kept = opened["pre"] or opened["rt"] or opened["rp"] or opened["a"]
        return not (is_kept or words.strip(_BETWEEN))

    def plain(self, tag: str, words: str) -> None:
        """Take one of ``PLAIN`` that says nothing of itself and holds nothing but ``words``."""
        opened = self._open
        if self._headings or opened["a"] or opened["pre"] or opened["rt"] or opened["rp"]:
            self.start(tag, {})
            if words:
                self.text(words)
            self.end(tag)
            return
        check_length(len(words))
        if self._words or self._inline or self._aids:
            self._flush()
        if tag == "li":
            self._lists.start(tag, {})
        above = self._stack[-1] if self._stack else _BODY
        number = len(self.parents)
        self.parents.append(above.number)
        self.tags.append(tag)
        self.names.append("")
        self.marks.append(NO_MARKS)
        if len(self._stack) >= self.depth:
            self.depth = len(self._stack) + 1
        if not words:
            return
        self._borders, self._raised = 0, []
        if _OTHER_SPACE.search(words):
            words = _SPACE.sub(" ", words)
        if words := words.strip(" "):
            kind = self._kinds.get(tag) or self._kind_in(tag)
            self._keep(words, 0, kind, parent=number, row=above.row, tag=tag)

    def _kind_in(self, tag: str) -> tuple[BlockKind, int]:
        """Return what a block directly in an element ``tag`` is that would begin here."""
        self._stack.append(_Open(tag, 0))
        self._open[tag] += 1
        told = self._kinds[tag] = self._kind()
        self._open[tag] -= 1
        self._stack.pop()
        return told

    def innermost(self) -> str:
        """Return the tag of the innermost block that is open."""
        return self._stack[-1].tag if self._stack else "body"

    def finish(self) -> None:
        """Take the end of the page."""
        self._flush()
        self._lists.finish()
        cells, sizes = Counter[int](), Counter[int]()
        for fragment in self.fragments:
            if fragment.row:
                cells[fragment.row] += 1
                sizes[fragment.row] += len(fragment.text)
        for fragment in self.fragments:
            if fragment.kind is not BlockKind.PARAGRAPH or not fragment.row:
                continue
            if cells[fragment.row] > 1 and sizes[fragment.row] <= _ROW:
                fragment.kind = BlockKind.TABLE
            else:
                fragment.row = 0

    def _push(self, tag: str, marks: Marks, names: str = "") -> None:
        self._kinds = {}
        above = self._stack[-1] if self._stack else None
        number = len(self.parents)
        self._rows += tag == "tr"
        if tag == "footer" and marks.area == "page footer" and self._open["article"]:
            hint = "" if self._open["blockquote"] else marks.hint or ARTICLE_FOOT
            marks = Marks("", hint, marks.role, marks.names)
        self.parents.append(above.number if above else 0)
        self.tags.append(tag)
        self.names.append(names[:200])
        self.marks.append(marks)
        self._open[tag] += 1
        self._headings += tag in _HEADINGS
        row = self._rows if tag == "tr" else above.row if above else 0
        self._stack.append(_Open(tag, number, row))
        self.depth = max(self.depth, len(self._stack))

    def _flush(self) -> None:
        if self._inline:
            self.crowding += self._inline**2
            self._inline = 0
        if self._words:
            raw = "".join(self._words)
            linked, self._linked = self._linked, 0
            self._words, self._raised = [], []
            for text in [raw.strip("\n")] if self._open["pre"] else _paragraphs(raw):
                self._gather(text, linked)
        if self._aids:
            aids, self._aids = " ".join(" ".join(self._aids).split()), []
            self._gather(aids, 0, area="how it is read")

    def _gather(self, text: str, linked: int, *, area: str = "") -> None:
        above = self._stack[-1] if self._stack else _BODY
        told, row = self._kind(), above.row
        self._keep(text, linked, told, parent=above.number, row=row, tag=above.tag, area=area)

    def _keep(
        self,
        text: str,
        linked: int,
        told: tuple[BlockKind, int],
        *,
        parent: int,
        row: int,
        tag: str,
        area: str = "",
    ) -> None:
        """Keep a block of the element ``parent``, a ``tag``, told to be of a kind and level."""
        text = text.rstrip().rstrip(_WAY_BACK)
        if not text.strip() or len(self.fragments) >= _MOST_FRAGMENTS:
            return
        kind, level = told
        if kind is BlockKind.HEADING:
            # Of a heading that its page forgot to end, the paragraphs in it are no headings.
            if tag == "p" and len(text) > _LONG_LINE:
                kind, level = BlockKind.PARAGRAPH, 0
            else:
                text = _without_sign(text, linked)
        if kind is not BlockKind.PARAGRAPH and kind is not BlockKind.TABLE:
            row = 0
        linked = min(linked, len(text))
        fragment = Fragment(text, kind, level, parent, linked, area, row=row)
        self.fragments.append(fragment)
        if kind is BlockKind.LIST_ITEM:
            self._lists.take(fragment)

    def _kind(self) -> tuple[BlockKind, int]:
        if self._stack and any(opened.held is not None for opened in self._stack[-2:]):
            return BlockKind.PARAGRAPH, 0  # it is beside the line
        if self._headings:
            return BlockKind.HEADING, next(
                n for n, tag in enumerate(_HEADINGS, 1) if self._open[tag]
            )
        above = self._stack[-1].tag if self._stack else "body"
        if self._open["pre"] and above not in ("td", "th"):
            return BlockKind.CODE, 0
        # Outside a table some pages set their very text as captions.
        if self._open["figcaption"] or (self._open["caption"] and self._open["table"]):
            return BlockKind.CAPTION, 0
        lists = self._open["ul"] + self._open["ol"] + self._open["menu"] + self._open["dir"]
        if self._open["li"] and lists and above in ("li", "p", "div", "span"):
            return BlockKind.LIST_ITEM, min(lists, 20)
        if above in ("dd", "dt") and self._open["dl"]:
            return BlockKind.LIST_ITEM, 1
        if above in ("td", "th"):
            return BlockKind.TABLE, 0
        if self._open["blockquote"]:
            return BlockKind.QUOTE, 0
        return BlockKind.PARAGRAPH, 0


def _without_sign(heading: str, linked: int) -> str:
    """Return a heading without the sign that links to it: ``The quay ¶``, ``# The quay``."""
    bare = heading.strip(_SIGNS_OF_LINKS)
    return bare if bare and 0 < linked <= len(heading) - len(bare) else heading


def _are_glued(before: str, after: str) -> bool:
    """Tell whether two elements set apart by a style sheet meet in a word: ``LeeReporter``."""
    return before[-1:].islower() and after[:1].isupper() and before[-2:-1].isalpha()


def _paragraphs(raw: str) -> list[str]:
    """Split at two line breaks in a row, which old pages use for paragraphs."""
    if "\n" not in raw:
        return [(_SPACE.sub(" ", raw) if "  " in raw or "\t" in raw else raw).strip(" ")]
    parts = _TWO_BREAKS.split(raw)
    parts = ["\n".join(line.strip(" ") for line in part.split("\n")) for part in parts]
    parts = [part.strip("\n ") for part in parts]
    return parts if len(parts) > 1 else _long_lines(parts[0])


def _long_lines(part: str) -> list[str]:
    """Return the lines of a part, each by itself if they are paragraphs, else together."""
    lines = part.split("\n")
    are_long = len(lines) > 1 and all(len(line) >= _LONG_LINE for line in lines[:-1])
    if are_long and all(line.rstrip("\"'”’»)").endswith((".", "!", "?", "…")) for line in lines):
        return lines
    return [part]
