# SPDX-License-Identifier: MIT
"""HTML: every block of the page becomes a piece; furniture is marked, never left out."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Iterable, Sequence
from html.parser import HTMLParser
from itertools import islice
from urllib.parse import unquote_to_bytes

from lxml import etree

from diptych.library.dates import iso_date
from diptych.library.draft import Draft, Piece, Refused, check_length, join_pieces, join_rows
from diptych.library.encodings import Decoded, decode
from diptych.library.people import people, without_outlets
from diptych.library.readers.html_authors import lined_authors, names_a_person
from diptych.library.readers.html_extract import (
    Extract,
    cut_short,
    is_fit,
    suggested_author,
    suggested_date,
)
from diptych.library.readers.html_facts import HeadFacts, read_head_facts
from diptych.library.readers.html_hints import FORMULA_NAMES
from diptych.library.readers.html_marks import mark_furniture, pieces_of_chapter
from diptych.library.readers.html_styles import hidden_selectors
from diptych.library.readers.html_walk import PLAIN, SILENT, PageWalk
from diptych.patterns import late_pattern

# <meta charset="utf-8"> and the older http-equiv line that ends charset=utf-8
_META_CHARSET = late_pattern(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE
)
# <?xml version="1.0" encoding="koi8-r"
_XML_ENCODING = late_pattern(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,40})")
_XML_DECLARATION = late_pattern(r"^\s*<\?xml[^>]{0,300}\?>", re.IGNORECASE)
_ENTITY = late_pattern(r"<!ENTITY\s", re.IGNORECASE)
_UNSEEN = late_pattern(
    rf"<!--.*?(?:-->|\Z)|<({'|'.join(sorted(SILENT))}|title)\b(?![^<>]*\sshadowroot)[^<>]*>.*?(?:</\1\s*>|\Z)|<[a-z/!?][^<>]*>"
    r"|&[#\w]{1,10};",
    re.IGNORECASE | re.DOTALL,
)
# The first 1,000 attributes of a tag, and the rest of them: <p a="b" c d=e ...
_CROWDED_TAG = late_pattern(
    r"""(<[a-z][^\s<>]*+(?:\s++[^\s=<>"']++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"']++))?+){1000})"""
    r"""(?:\s++[^\s=<>"']++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"']++))?+)++""",
    re.IGNORECASE,
)
# What may stand in a page before its body, of which programs that save pages leave the tag out.
_BEFORE_THE_BODY = late_pattern(
    r"(?:\s|<!--.*?-->|<!doctype[^>]*>|</?(?:html|head)\b[^>]*>|<(?:meta|link|base)\b[^>]*>"
    r"|<(title|style|script|noscript)\b.*?</\1\s*>)*+",
    re.IGNORECASE | re.DOTALL,
)
_BODY = late_pattern(r"<(?:body|frameset)[\s>]", re.IGNORECASE)
# --> and what Python takes for it; ]]> and the ]> of <![if gte mso 9]>
_REMARK_END = late_pattern(r"--!?\s*>")
_SECTION_END, _CONDITION_END = late_pattern(r"\]\s*\]\s*>"), late_pattern(r"\]\s*>")
# What ends an element that nothing else ends: <p>one<p>two, <li>one<li>two
_ENDING_ITSELF = {
    "p": ("p", "ul", "ol", "dl", "div", "table", "h1", "h2", "h3", "h4", "blockquote", "pre"),
    "li": ("li",), "dt": ("dt", "dd"), "dd": ("dt", "dd"), "td": ("td", "th", "tr"),
    "th": ("td", "th", "tr"), "tr": ("tr",), "option": ("option",),
}  # fmt: skip
_LONGEST_GUESSED = 2_000_000  # characters of a page whose facts are guessed
_MOST_NAMED = 500  # times
_MOST_FRAMES = 3  # one in the other
_AT_A_TIME = 1_000  # blocks whose letters are counted together
_SPACES = [c for c in map(chr, range(128)) if c.isspace()]
_LOSS = 0.98  # of the letters must come out again


def declared_encoding(content: bytes) -> str:
    """Return the encoding the page's own head names, or an empty string."""
    head = content[:4096]
    found = _META_CHARSET.search(head) or _XML_ENCODING.search(head)
    return found[1].decode("ascii", "replace") if found else ""


def read_html(decoded: Decoded) -> Draft:
    """Return the draft of a page; its text is the blocks' texts joined by blank lines."""
    source = _XML_DECLARATION.sub("", decoded.text, count=1)
    # libxml2 compares each attribute with all before it.
    source = _CROWDED_TAG.sub(r"\1", source)
    if _ENTITY.search(source[:100_000]):
        raise Refused("unsafe-xml")
    walk, facts = walk_page(source)
    second_opinion = Extract(source, walk)
    pieces = join_rows(mark_furniture(walk, facts, second_opinion))
    _fill_suggested(facts, pieces, source, walk)
    return Draft(
        text=join_pieces(pieces),
        pieces=pieces,
        facts=facts.facts,
        properties=facts.suggested,
        format="html",
        encoding=decoded.encoding,
        warnings=decoded.warnings + walk.warnings,
    )


def _fill_suggested(head: HeadFacts, pieces: Sequence[Piece], source: str, walk: PageWalk) -> None:
    """Add what lines, boxes and the extractor tell of author and date the page does not state."""
    stated, suggested = head.facts, head.suggested
    if not (stated.authors or suggested.authors):
        suggested.authors = without_outlets(lined_authors(pieces), head.outlets) or head.boxed
    has_author = bool(stated.authors or suggested.authors)
    has_date = bool(stated.date or suggested.date)
    is_large = not is_fit(walk) or len(source) > _LONGEST_GUESSED
    # The extractor looks for each of them through the rest of a script that is no JSON.
    if (has_author and has_date) or is_large or source.count('"author"') > _MOST_NAMED:
        return
    page = cut_short(source)
    if not has_author:
        names = without_outlets(people(suggested_author(page)), [stated.source, *head.outlets])
        lines = " ".join(p.text for p in pieces if p.reason != "comments" and len(p.text) < 300)
        suggested.authors = tuple(n for n in names if names_a_person(n) and n in lines)
    if not has_date:
        suggested.date = iso_date(suggested_date(page))


def pieces_of_page(source: str) -> list[Piece]:
    """Return the pieces of a page that is known to be an article, such as a chapter."""
    walk, _ = walk_page(_XML_DECLARATION.sub("", source, count=1))
    return pieces_of_chapter(walk)


def walk_page(source: str) -> tuple[PageWalk, HeadFacts]:
    """Return the page's blocks and what its head says; no visible letter is lost."""
    root = _tree(source)
    facts = read_head_facts(root) if root is not None else HeadFacts()
    walk = PageWalk()
    # Most pages have none, and str.find is quicker than the pattern.
    walk.has_formulas_twice = any(name in source for name in FORMULA_NAMES)
    if root is not None:
        walk.hidden = hidden_selectors(root)
        _take(walk, root, 0)
        walk.finish()
    check_length(sum(len(fragment.text) for fragment in walk.fragments))
    kept = _count_signs(fragment.text for fragment in walk.fragments)
    if kept < _LOSS * _count_signs([_UNSEEN.sub(" ", source)]):
        plain = _walk_events(source)
        if kept < _LOSS * _count_signs(fragment.text for fragment in plain.fragments):
            plain.warnings = ("the page is nested too deeply; its structure was read plainly",)
            return plain, facts
    return walk, facts


def _tree(source: str) -> etree._Element | None:
    # That of lxml.html would ask for the class of each element anew, whenever it is met.
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_pis=True, no_network=True)
    if not _BODY.search(source):
        # libxml2 begins none at an <article> or a <main>, which it takes for a part of the head.
        found = _BEFORE_THE_BODY.match(source)
        place = found.end() if found else 0
        source = f"{source[:place]}<body>{source[place:]}"
    try:
        return etree.fromstring(source.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _take(walk: PageWalk, root: etree._Element, frames: int) -> None:
    """Give the walk a page's body; ``frames`` tells how deep in frames the page lies."""
    body = root.find("body")
    top = body if body is not None else root
    skipped = 0
    taken: etree._Element | None = None  # whole, at its start
    for event, element in etree.iterwalk(top, events=("start", "end", "comment")):
        tag = element.tag
        if event == "comment":
            if not skipped and element.tail:
                walk.text(element.tail)
        elif not isinstance(tag, str):
            continue
        elif event == "start":
            if skipped or (tag in SILENT and not _is_shadow(tag, element)):
                if not skipped and tag == "iframe" and frames < _MOST_FRAMES:
                    _walk_frame(walk, element, frames)
                skipped += 1
                continue
            words = element.text
            if tag in PLAIN and not len(element) and not element.keys():
                walk.plain(tag, words or "")
                taken = element
                continue
            walk.start(tag, element.attrib)
            if words:
                walk.text(words)
        else:
            if skipped:
                skipped -= 1
            elif element is not taken:
                walk.end(tag)
            if not skipped and element.tail and element is not top:
                walk.text(element.tail)


def _is_shadow(tag: str, element: etree._Element) -> bool:
    """Tell whether a template is a saved component, whose text the page shows."""
    return tag == "template" and any(name.startswith("shadowroot") for name in element.attrib)


def _walk_frame(walk: PageWalk, element: etree._Element, frames: int) -> None:
    """Walk the page that a frame carries in itself, as programs that save pages write it."""
    carried = element.get("srcdoc", "") or _written_address(element.get("src", ""))
    inner = _tree(carried) if carried else None
    if inner is not None:
        walk.start("div", {})
        _take(walk, inner, frames + 1)
        walk.end("div")


def _written_address(address: str) -> str:
    """Return the page that an address holds itself: ``data:text/html;base64,PGh0…``."""
    head, comma, rest = address.partition(",")
    if not comma or not head.strip().lower().startswith("data:text/html"):
        return ""
    content = unquote_to_bytes(rest)
    try:
        content = b64decode(content) if head.lower().endswith(";base64") else content
    except ValueError:
        return ""
    return decode(content, declared=declared_encoding(content)).text if content else ""


class _Events(HTMLParser):
    """Drives a walk without a tree, so that no nesting is too deep."""

    def __init__(self, walk: PageWalk) -> None:
        super().__init__(convert_charrefs=True)
        self._walk = walk
        self._silent = ""
        self._searched = ""
        self._last: dict[str, int] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._silent or tag == "title":
            self._silent = self._silent or tag
        elif tag in SILENT:
            self._silent = tag
        else:
            if tag in _ENDING_ITSELF.get(self._walk.innermost(), ()):
                self._walk.end(self._walk.innermost())
            self._walk.start(tag, {name: value or "" for name, value in attrs})

    def handle_endtag(self, tag: str) -> None:
        if self._silent:
            self._silent = "" if tag == self._silent else self._silent
        else:
            self._walk.end(tag)

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._walk.text(data)

    def set_cdata_mode(self, elem: str, **how: bool) -> None:
        """Read on after a title without an end.

        Since 3.11.13, 3.12.11 and 3.13.6 Python takes all that follows for its words.
        """
        if elem not in ("textarea", "title"):
            super().set_cdata_mode(elem, **how)

    def parse_comment(self, i: int, report: bool = True) -> int:
        """Look for the end of a remark only where there is one; else each looks to the last."""
        return super().parse_comment(i, report) if self._has(_REMARK_END, i) else -1

    def parse_html_declaration(self, i: int) -> int:
        """Take ``<![CDAZA[``, which the parser of Python knows nothing of, as words."""
        if self.rawdata.startswith("<![", i):
            is_condition = self.rawdata[i + 3 : i + 8].lower().startswith(("if", "else", "endif"))
            if not self._has(_CONDITION_END if is_condition else _SECTION_END, i):
                return -1
        try:
            return super().parse_html_declaration(i)
        except AssertionError:
            self.handle_data(self.rawdata[i : i + 2])
            return i + 2

    def _has(self, sign: re.Pattern[str], start: int) -> bool:
        """Tell whether a sign stands from a place on; its last place is looked for once."""
        if self._searched is not self.rawdata:
            self._searched, self._last = self.rawdata, {}
        if sign.pattern not in self._last:
            ends = (found.end() for found in sign.finditer(self.rawdata))
            self._last[sign.pattern] = max(ends, default=0)
        return self._last[sign.pattern] > start


def _walk_events(source: str) -> PageWalk:
    walk = PageWalk()
    events = _Events(walk)
    # What stands after the last of all tags begins none, and would be tried from each “<”.
    last = source.rfind(">") + 1
    events.feed(source[:last] + source[last:].replace("<", "&lt;"))
    events.close()
    walk.finish()
    return walk


def _count_signs(texts: Iterable[str]) -> int:
    """Count what is no space; only letters would be nearer, and takes four times as long."""
    rest, counted = iter(texts), 0
    while some := "\n".join(islice(rest, _AT_A_TIME)):
        if some.isascii():  # what counts one sign takes no copy
            counted += len(some) - sum(map(some.count, _SPACES))
        else:
            counted += sum(map(len, some.split()))
    return counted
