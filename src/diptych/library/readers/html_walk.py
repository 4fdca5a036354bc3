# SPDX-License-Identifier: MIT
"""Walks a page and gathers its text block by block, with where each block stood."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from diptych.text.article import BlockKind

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
    )
)
_VOID = frozenset(
    (
        *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param"),
        *("source", "track", "wbr", "frame"),
    )
)
_AREAS = {
    "nav": "navigation",
    "footer": "page footer",
    "aside": "beside the article",
    "form": "form",
    "button": "button",
    "select": "form",
    "textarea": "form",
    "noscript": "shown only without scripts",
    "dialog": "dialog",
    "search": "form",
}
_ROLES = {
    "navigation": "navigation",
    "contentinfo": "page footer",
    "complementary": "beside the article",
    "search": "form",
    "dialog": "dialog",
    "alertdialog": "dialog",
    "menu": "navigation",
    "menubar": "navigation",
}
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HINT_WORDS = {
    "comments": "comments?|disqus|replies|commentlist|respond",
    "share buttons": "share|sharing|social|addthis|sharedaddy|sharebar",
    "related links": "related|recommend(?:ed|ations)?|more-?(?:news|stories|from)|trending|promo"
    "|read-?(?:more|next|also)|most-?(?:read|popular)|popular|outbrain|taboola|teasers?",
    "advertisement": "ads?|advert(?:isement|ising)?|sponsor(?:ed)?|banner-ad|ad-slot",
    "navigation": "breadcrumbs?|pagination|pager|menu|navbar|nav|navigation|toc|skip-?link"
    "|screen-reader-text|sidebar|widget-area",
    "page footer": "site-?footer|page-?footer|colophon|footer",
}
_HINTS = (
    (
        "cookie notice",
        re.compile("cookie-?(?:banner|notice|consent|bar)|gdpr|consent-?(?:banner|manager)"),
    ),
    ("sign-up", re.compile("newsletter|subscri(?:be|ption)|sign-?up|paywall|registration")),
    *(
        (reason, re.compile(rf"(?:^|[\s_-])(?:{words})(?:$|[\s_-])"))
        for reason, words in _HINT_WORDS.items()
    ),
)
_BYLINE_HINT = re.compile(r"byline|(?:^|[\s_-])(?:authors?|writer|autor)(?:$|[\s_-])")
_DATE_HINT = re.compile(
    r"(?:^|[\s_-])(?:date|dateline|pubdate|published|posted-on|timestamp|entry-date)(?:$|[\s_-])"
)
_DECK_HINT = re.compile(
    r"(?:^|[\s_-])(?:standfirst|subtitle|sub-?headline|dek|deck|article-?(?:summary|intro)|lede)"
    r"(?:$|[\s_-])"
)
_CAPTION_HINT = re.compile(
    r"(?:^|[\s_-])(?:wp-caption-text|caption|photo-?credit|image-?credit)(?:$|[\s_-])"
)
_NOTE_HINT = re.compile(r"(?:^|[\s_-])(?:foot|end)notes?(?:$|[\s_-])|(?:^| )sdfootnote\d")
_NOTE_ROLES = ("doc-endnotes", "doc-footnote", "footnotes", "footnote", "endnotes", "rearnotes")
_ROW = 300  # characters in all the cells of a row; more is a page laid out in a table
_SPACE = re.compile(r"[ \t\n\r\f]+")
_MOST_FRAGMENTS = 250_000


@dataclass(slots=True)
class Fragment:
    """One block of a page: its text and where it stood.

    ``parent`` numbers the innermost block element around it, ``area`` is why
    that place is not the article's ("navigation"), ``hint`` what its class names
    suggest. ``linked`` counts the characters inside links.
    """

    text: str
    kind: BlockKind
    level: int
    parent: int
    area: str
    hint: str
    linked: int
    role: str = ""  # byline, date, deck, caption, note
    row: int = 0  # of a table


@dataclass(slots=True)
class _Open:
    tag: str
    number: int
    area: str
    hint: str
    role: str
    row: int = 0


class PageWalk:
    """Takes a page's tags and words in order, and gathers its fragments."""

    def __init__(self) -> None:
        self.fragments: list[Fragment] = []
        self.parents: list[int] = [0]
        self.tags: list[str] = ["body"]
        self.warnings: tuple[str, ...] = ()
        self.depth = 0  # of the deepest block
        self._stack: list[_Open] = []
        self._open = Counter[str]()
        self._words: list[str] = []
        self._linked = 0
        self._rows = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take the start of an element."""
        if tag == "br":
            self._words.append("\n")
        elif tag == "img" or tag in _VOID:
            if tag == "hr":
                self._flush()
        elif tag in _BLOCKS:
            self._flush()
            self._push(tag, attributes)
        else:
            self._open[tag] += 1
            if attributes and _is_hidden(attributes):
                self._flush()
                self._push(tag, attributes)
                self._open[tag] -= 1

    def end(self, tag: str) -> None:
        """Take the end of an element; an end without a start is ignored."""
        if tag in _BLOCKS or (self._stack and self._stack[-1].tag == tag):
            if not self._open[tag] or tag in _VOID:
                return
            self._flush()
            while self._stack:
                closed = self._stack.pop()
                self._open[closed.tag] -= 1
                if closed.tag == tag:
                    break
        elif self._open[tag]:
            self._open[tag] -= 1

    def text(self, words: str) -> None:
        """Take words."""
        if self._open["pre"] == 0:
            words = _SPACE.sub(" ", words)
        self._words.append(words)
        if self._open["a"]:
            self._linked += len(words)

    def finish(self) -> None:
        """Take the end of the page."""
        self._flush()
        cells, sizes = Counter[int](), Counter[int]()
        for fragment in self.fragments:
            cells[fragment.row] += 1
            sizes[fragment.row] += len(fragment.text)
        for fragment in self.fragments:
            if fragment.kind is not BlockKind.PARAGRAPH or not fragment.row:
                continue
            if cells[fragment.row] > 1 and sizes[fragment.row] <= _ROW:
                fragment.kind = BlockKind.TABLE
            else:
                fragment.row = 0

    def _push(self, tag: str, attributes: Mapping[str, str]) -> None:
        above = self._stack[-1] if self._stack else None
        number = len(self.parents)
        self._rows += tag == "tr"
        self.parents.append(above.number if above else 0)
        self.tags.append(tag)
        area, hint, role = (above.area, above.hint, above.role) if above else ("", "", "")
        if not area:
            area = _AREAS.get(tag, "")
            if tag == "footer" and self._open["article"]:
                area = ""
        if attributes:
            area = area or _ROLES.get(attributes.get("role", ""), "")
            area = area or ("hidden on the page" if _is_hidden(attributes) else "")
            names = f"{attributes.get('class', '')} {attributes.get('id', '')}"[:400].lower()
            if names != " ":
                hint = hint or _hint_of(names)
                role = role or _role_of(names)
            if _is_note(attributes):
                role = "note"
            if "author" in attributes.get("itemprop", "") or attributes.get("rel") == "author":
                role = role or "byline"
        self._open[tag] += 1
        row = self._rows if tag == "tr" else above.row if above else 0
        self._stack.append(_Open(tag, number, area, hint, role, row))
        self.depth = max(self.depth, len(self._stack))

    def _flush(self) -> None:
        if not self._words:
            return
        raw = "".join(self._words)
        linked, self._linked = self._linked, 0
        self._words = []
        above = self._stack[-1] if self._stack else _Open("body", 0, "", "", "")
        parts = [raw.strip("\n")] if self._open["pre"] else _paragraphs(raw)
        for text in parts:
            if not text.strip():
                continue
            if len(self.fragments) >= _MOST_FRAGMENTS:
                return
            kind, level = self._kind()
            self.fragments.append(
                Fragment(
                    text=text.rstrip(),
                    kind=kind,
                    level=level,
                    parent=above.number,
                    area=above.area,
                    hint=above.hint,
                    linked=min(linked, len(text)),
                    role=above.role,
                    row=above.row if kind in (BlockKind.TABLE, BlockKind.PARAGRAPH) else 0,
                )
            )

    def _kind(self) -> tuple[BlockKind, int]:
        for level in range(1, 7):
            if self._open[f"h{level}"]:
                return BlockKind.HEADING, level
        if self._open["pre"]:
            return BlockKind.CODE, 0
        if self._open["figcaption"] or self._open["caption"]:
            return BlockKind.CAPTION, 0
        above = self._stack[-1].tag if self._stack else "body"
        lists = self._open["ul"] + self._open["ol"] + self._open["menu"] + self._open["dir"]
        if self._open["li"] and lists and above in ("li", "p", "div", "span"):
            return BlockKind.LIST_ITEM, min(lists, 20)
        if above in ("dd", "dt") and self._open["dl"]:
            return BlockKind.LIST_ITEM, 1
        if self._open["blockquote"]:
            return BlockKind.QUOTE, 0
        if above in ("td", "th"):
            return BlockKind.TABLE, 0
        return BlockKind.PARAGRAPH, 0


def _paragraphs(raw: str) -> list[str]:
    """Split at two line breaks in a row, which old pages use for paragraphs."""
    if "\n" not in raw:
        return [_SPACE.sub(" ", raw).strip(" ")]
    parts = re.split(r"\n[ ]*\n[\n ]*", raw)
    return ["\n".join(line.strip(" ") for line in part.split("\n")).strip("\n ") for part in parts]


def _is_hidden(attributes: Mapping[str, str]) -> bool:
    if "hidden" in attributes and attributes.get("hidden") != "until-found":
        return True
    style = attributes.get("style", "")
    return bool(style) and _HIDDEN_STYLE.search(style[:500]) is not None


def _hint_of(names: str) -> str:
    return next((reason for reason, pattern in _HINTS if pattern.search(names)), "")


def _role_of(names: str) -> str:
    if _DECK_HINT.search(names):
        return "deck"
    if _BYLINE_HINT.search(names):
        return "byline"
    if _DATE_HINT.search(names):
        return "date"
    if _NOTE_HINT.search(names):
        return "note"
    return "caption" if _CAPTION_HINT.search(names) else ""


def _is_note(attributes: Mapping[str, str]) -> bool:
    """Tell whether a book or page says that an element holds footnotes."""
    return any(attributes.get(name) in _NOTE_ROLES for name in ("role", "epub:type"))
