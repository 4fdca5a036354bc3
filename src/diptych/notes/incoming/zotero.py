# SPDX-License-Identifier: MIT
"""Notes as Zotero exports them in Markdown: a quote, its citation, a comment."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from markdown_it import MarkdownIt
from markdown_it.token import Token

from diptych.notes.anchor import Anchor
from diptych.notes.incoming.heading_dates import heading_time
from diptych.notes.incoming.members import identity
from diptych.notes.note import Note, storable
from diptych.patterns import late_pattern
from diptych.text.sides import Side
from diptych.values import dataclass

# zotero://open-pdf/library/items/ABCD2345?page=3&annotation=EFGH6789
_KEY = late_pattern(r"[?&]annotation=(\w+)")
_A_YEAR = r"(?:\d{4}[a-z]?|n\.\s?d\.|in press|forthcoming|o\.\s?J\.|б\.\s?г\.)"
# (Lee, 2024b, pp. 3–4), (Lee, n.d., p. xii), (Lee, 2024, p. 2 (see also Kim, 2023)),
# (Lee et al 2017:80) as ZotFile wrote into Zotero 5
_PLAIN = late_pattern(
    rf"\((?P<cited>[^()]*{_A_YEAR}(?:[,:][^()]{{1,30}})?)(?:\s*\([^()]*\))?\)", re.IGNORECASE
)
# “Lee et al 2017b” or “Lee et al 2017:80”
_TRAILING_YEAR = late_pattern(r"\s(?P<year>\d{4})[a-z]?(?::(?P<page>[\d–-]{1,13}))?$")
# “note on p.80”, ZotFile's link behind a note that stands on the page alone
_ON_A_PAGE = late_pattern(r"[^\W\d]+\s[^\d()]{1,30}(?P<page>\d{1,6})")
# 2024b, n.d., in press, o. J.
_YEAR = late_pattern(_A_YEAR, re.IGNORECASE)
# “The Port Closes,” as a work without an author is cited
_TITLE = late_pattern(r"[“\"](?P<title>[^”\"]+?),?[”\"],?\s*")
# Every language has its own word for a page; what follows may be a label: xii, e12, A-3.
_LOCATOR = late_pattern(
    r"(?P<word>[^\W\d]{1,9}\.?\s*)(?P<label>(?=\S*\d|[ivxlcdmIVXLCDM]+$)\S{1,24})"
    r"|(?P<bare>\d[\d–-]*)"
)
_MARKS = "\"'“”„‟«»‹›「」『』‘’"
# “The port was closed at night.” to the last mark, for quotes hold quotes
_IN_MARKS = late_pattern(rf"[{_MARKS}].*[{_MARKS}](?!\w)", re.DOTALL)
# Brackets and spaces around what is cited. No pattern: one that looks for them at the end
# takes the square of a run of them anywhere.
_EDGES = "()" + "".join(filter(str.isspace, map(chr, range(0x3001))))
_PICTURE = "[image]"  # stands for a mark on a picture when pictures are not written out


@dataclass(frozen=True, slots=True)
class _Words:
    """A stretch of a paragraph, with the address it links to, if any, and as it is written."""

    text: str
    address: str = ""
    written: str = ""

    @property
    def as_comment(self) -> str:
        """The stretch in Markdown, as it may stand in a note."""
        return f"[{self.written}]({self.address})" if self.address else self.written


def from_zotero(markdown: str) -> tuple[Note, ...]:
    """Return a note for each quote with a citation, none where there is none.

    Paragraphs without one belong to the comment of the quote before them.
    """
    notes: list[Note] = []
    for words in _blocks(markdown):
        note = _note(words)
        if note is not None:
            notes.append(note)
        # A mark on a picture belongs to no quote.
        elif notes and not _is_of_zotero(words):
            more = "".join(each.as_comment for each in words).strip("\n")
            notes[-1] = replace(notes[-1], text=f"{notes[-1].text}\n\n{more}".strip())
    time = heading_time(markdown)
    return tuple(replace(note, created=time, modified=time) for note in _told_apart(notes))


def _told_apart(notes: Iterable[Note]) -> Iterator[Note]:
    """Give notes of one key but other quotes names of their own."""
    quotes: dict[str, str] = {}
    for note in notes:
        quote = note.anchors[0].quote
        is_first = quotes.setdefault(note.id, quote) == quote
        yield note if is_first else replace(note, id=identity("zotero", f"{note.id}\n{quote}"))


def _blocks(markdown: str) -> Iterator[list[_Words]]:
    """Yield what quotes and their comments stand in, and what stands between, as it is written."""
    text = storable(markdown).replace("\r\n", "\n")
    lines = text.split("\n")
    block: list[Token] = []
    for token in MarkdownIt("commonmark").parse(text):
        block.append(token)
        if token.level or token.nesting == 1:
            continue
        inline = [] if block[0].type == "heading_open" else _inline_of(block)
        paragraphs = [_stretches(each) for each in inline]
        if any(_is_of_zotero(each) or _note(each) for each in paragraphs):
            yield from paragraphs
        elif block[0].type != "heading_open" and block[0].map:
            first, past = block[0].map
            written = "\n".join(lines[first:past])
            yield [_Words(written, written=written)]
        block = []


def _inline_of(block: Iterable[Token]) -> list[Token]:
    return [token for token in block if token.type == "inline"]


def _is_of_zotero(words: Iterable[_Words]) -> bool:
    return any(each.address.startswith("zotero:") for each in words)


def _stretches(inline: Token) -> list[_Words]:
    words = [_Words("")]
    for child in inline.children or []:
        if child.type == "link_open":
            words.append(_Words("", str(child.attrGet("href") or "")))
        elif child.type == "link_close":
            words.append(_Words(""))
        elif child.type not in ("html_inline", "image"):  # the colour of the mark; a picture
            last = words[-1]
            text = "\n" if child.type in ("softbreak", "hardbreak") else child.content
            words[-1] = replace(last, text=last.text + text, written=last.written + _written(child))
    return [each for each in words if each.text]


def _written(child: Token) -> str:
    """Return a part of a paragraph in Markdown: a comment keeps what its writer made bold."""
    if child.type in ("softbreak", "hardbreak"):
        return "\n"
    return f"{child.markup}{child.content}{child.markup if child.type == 'code_inline' else ''}"


def _note(words: list[_Words]) -> Note | None:
    """Return the note in one paragraph, with links to Zotero or without.

    Zotero 6 puts the link to the place last, Zotero 7 first: by their addresses,
    not their order, is told which is which.
    """
    links = [each for each in words if each.address.startswith("zotero:")]
    if not links:
        return _unlinked(words)
    # “select” leads to the work in the library, “open-pdf” to the place in the file.
    cited = next((each for each in links if "://select/" in each.address), None)
    others = [
        each
        for each in words
        if each is cited or each not in links or (each != cited and _IN_MARKS.match(each.text))
    ]
    place = others.index(cited) if cited else len(others)
    before = "".join(each.text for each in others[:place]).strip(_EDGES)
    if before == _PICTURE:
        before = ""
    after = "".join(each.as_comment for each in others[place + 1 :])
    if cited is None:
        return _without_work(before, words, links)
    quote = before
    comment = after.lstrip(_EDGES)
    if not quote and not comment.strip():
        return None
    return _made(quote, cited.text, comment, " ".join(each.address for each in links))


def _without_work(text: str, words: Iterable[_Words], links: Iterable[_Words]) -> Note | None:
    """Return the note where only the place in the file is linked, as by ZotFile."""
    if not text:
        return None
    addresses = " ".join(each.address for each in links)
    quote, comment = _quoted(text)
    is_quoted = _IN_MARKS.match(text) is not None
    for link in links:
        if not is_quoted and (found := _ON_A_PAGE.fullmatch(link.text)):
            written = "".join(each.as_comment for each in words if each not in links)
            return _made("", found["page"], written.replace("()", "").strip(), addresses)
        told = _citation(link.text)
        if told.year or told.page:
            return _made(quote, link.text, comment.lstrip(_EDGES), addresses)
    return _made(quote, "", comment.lstrip(_EDGES), addresses)


def _unlinked(words: list[_Words]) -> Note | None:
    text = "".join(each.text for each in words)
    citation = _PLAIN.search(text)
    if citation is None or text.lstrip()[:1] not in _MARKS:
        return None
    written = "".join(each.as_comment for each in words)
    # The citation stands in the comment's Markdown as it does in its words, but for its signs.
    comment = written.partition(citation.group())[2] or text[citation.end() :]
    return _made(text[: citation.start()], citation["cited"], comment, "")


def _quoted(text: str) -> tuple[str, str]:
    """Part what stands in quotation marks from what follows."""
    found = _IN_MARKS.match(text)
    return (found.group(), text[found.end() :]) if found else (text, "")


def _made(quote: str, cited: str, comment: str, addresses: str) -> Note:
    quote = quote.strip(_EDGES).strip(_MARKS).strip()
    comment = re.sub(r"^[\s)]+", "", comment).strip()
    source = _citation(cited.strip(_EDGES))
    key = _KEY.search(addresses)
    select = re.search(r"zotero://select/\S+", addresses)
    return Note(
        id=identity("zotero", key.group(1) if key else f"{quote}\n{cited}\n{comment}"),
        text=comment,
        anchors=(
            Anchor(
                article_id="",
                content_hash="",
                side=Side.LEFT,
                quote=quote,
                title=source.title,
                authors=(source.who,) if source.who else (),
                date=source.year,
                page=source.page,
                path=select.group() if select else "",
            ),
        ),
    )


@dataclass(frozen=True, slots=True)
class _Cited:
    """What a citation names; a work without an author is cited by its title."""

    who: str
    title: str
    year: str
    page: int


def _citation(cited: str) -> _Cited:
    """Read "Holm, 2024, p. 3, 5"; the first page counts, 0 for one that is no number."""
    titled = _TITLE.match(cited)
    title = titled["title"] if titled else ""
    parts = [part.strip() for part in cited[titled.end() if titled else 0 :].split(",")]
    years = [place for place, part in enumerate(parts) if _YEAR.fullmatch(part)]
    places: list[str] = []
    if years:
        # The last year: a title may be one, as 1984.
        parts, places = parts[: years[-1] + 1], parts[years[-1] + 1 :]
    elif (locator := _LOCATOR.fullmatch(parts[-1])) and (
        titled or len(parts) > 1 or locator["bare"] or locator["word"].strip().endswith(".")
    ):
        places = [parts.pop()]
    year = ""
    if years:
        # 2024b is 2024; the letter tells works of one bibliography apart.
        year = parts.pop()[:4]
    elif parts and (trailing := _TRAILING_YEAR.search(parts[-1])):
        year, parts[-1] = trailing["year"], parts[-1][: trailing.start()]
        places = places or [trailing["page"] or ""]
    who = ", ".join(filter(None, parts)).strip()
    return _Cited(who, title, year if year.isdigit() else "", _page(places))


def _page(places: list[str]) -> int:
    locator = _LOCATOR.fullmatch(places[0]) if places else None
    number = re.match(r"\d{1,6}(?!\w)", locator["label"] or locator["bare"]) if locator else None
    return int(number.group()) if number else 0
