# SPDX-License-Identifier: MIT
"""Notes as Zotero exports them in Markdown: a quote, its citation, a comment."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from markdown_it import MarkdownIt
from markdown_it.token import Token

from diptych.errors import NoteError
from diptych.notes.anchor import Anchor
from diptych.notes.incoming.heading_dates import heading_time
from diptych.notes.incoming.members import identity
from diptych.notes.note import Note, storable
from diptych.patterns import late_pattern
from diptych.text.sides import Side
from diptych.values import dataclass

# zotero://open-pdf/library/items/ABCD2345?page=3&annotation=EFGH6789
_KEY = late_pattern(r"[?&]annotation=(\w+)")
# (Lee, 2024, p. 12)
_PLAIN = late_pattern(r"\((?P<cited>[^()]*\d{4}[a-z]?(?:,\s*\D{0,8}?\d+)?)\)")
# 2024b, n.d., in press, o. J.
_YEAR = late_pattern(
    r"\d{4}[a-z]?|n\.\s?d\.|in press|forthcoming|o\.\s?J\.|б\.\s?г\.", re.IGNORECASE
)
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
_COMMENT_EDGE = late_pattern(r"^[\s()]+")
_EDGES = late_pattern(r"^[\s()]+|[\s()]+$")
_PICTURE = "[image]"  # stands for a mark on a picture when pictures are not written out


@dataclass(frozen=True, slots=True)
class _Words:
    """A stretch of a paragraph, with the address it links to, if any."""

    text: str
    address: str = ""


def from_zotero(markdown: str) -> tuple[Note, ...]:
    """Return a note for each quote with a citation; NoteError when there is none.

    Paragraphs without one belong to the comment of the quote before them.
    """
    notes: list[Note] = []
    for words in _paragraphs(markdown):
        note = _note(words)
        if note is not None:
            notes.append(note)
        # A mark on a picture belongs to no quote.
        elif notes and not _is_bare(words):
            more = "".join(each.text for each in words).strip()
            notes[-1] = replace(notes[-1], text=f"{notes[-1].text}\n\n{more}".strip())
    if not notes:
        raise NoteError("There are no quotes with a citation, as Zotero writes them, in this file.")
    time = heading_time(markdown)
    return tuple(replace(note, created=time, modified=time) for note in _told_apart(notes))


def _told_apart(notes: Iterable[Note]) -> Iterator[Note]:
    """Give notes of one key but other quotes names of their own."""
    quotes: dict[str, str] = {}
    for note in notes:
        quote = note.anchors[0].quote
        is_first = quotes.setdefault(note.id, quote) == quote
        yield note if is_first else replace(note, id=identity("zotero", f"{note.id}\n{quote}"))


def _is_bare(words: list[_Words]) -> bool:
    """Tell whether a paragraph is a mark on a picture: links to it and no words."""
    return any(each.address.startswith("zotero:") for each in words)


def _paragraphs(markdown: str) -> Iterator[list[_Words]]:
    is_heading = False
    for token in MarkdownIt("commonmark").parse(storable(markdown)):
        if token.type == "heading_open":
            is_heading = True
        elif token.type == "heading_close":
            is_heading = False
        elif token.type == "inline" and not is_heading:
            yield _stretches(token)


def _stretches(inline: Token) -> list[_Words]:
    words = [_Words("")]
    for child in inline.children or []:
        if child.type == "link_open":
            words.append(_Words("", str(child.attrGet("href") or "")))
        elif child.type == "link_close":
            words.append(_Words(""))
        elif child.type not in ("html_inline", "image"):  # the colour of the mark; a picture
            text = "\n" if child.type in ("softbreak", "hardbreak") else child.content
            words[-1] = replace(words[-1], text=words[-1].text + text)
    return [each for each in words if each.text]


def _note(words: list[_Words]) -> Note | None:
    """Return the note in one paragraph, with links to Zotero or without.

    Zotero 6 puts the link to the place last, Zotero 7 first: by their addresses,
    not their order, is told which is which.
    """
    links = [each for each in words if each.address.startswith("zotero:")]
    if not links:
        return _unlinked("".join(each.text for each in words))
    # “select” leads to the work in the library, “open-pdf” to the place in the file.
    cited = next((each for each in links if "://select/" in each.address), None)
    others = [
        each
        for each in words
        if each is cited or each not in links or (each != cited and _IN_MARKS.match(each.text))
    ]
    place = others.index(cited) if cited else len(others)
    before = _EDGES.sub("", "".join(each.text for each in others[:place]))
    if before == _PICTURE:
        before = ""
    after = "".join(each.text for each in others[place + 1 :])
    quote, more = _quoted(before) if cited is None else (before, "")
    addresses = " ".join(each.address for each in links)
    comment = _COMMENT_EDGE.sub("", f"{more}{after}")
    if not quote and not comment.strip():
        return None
    return _made(quote, cited.text if cited else "", comment, addresses)


def _unlinked(text: str) -> Note | None:
    citation = _PLAIN.search(text)
    if citation is None or text.lstrip()[:1] not in _MARKS:
        return None
    return _made(text[: citation.start()], citation["cited"], text[citation.end() :], "")


def _quoted(text: str) -> tuple[str, str]:
    """Part what stands in quotation marks from what follows."""
    found = _IN_MARKS.match(text)
    return (found.group(), text[found.end() :]) if found else (text, "")


def _made(quote: str, cited: str, comment: str, addresses: str) -> Note:
    quote = _EDGES.sub("", quote).strip(_MARKS).strip()
    comment = re.sub(r"^[\s)]+", "", comment).strip()
    source = _citation(_EDGES.sub("", cited))
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
    elif (titled or len(parts) > 1) and _LOCATOR.fullmatch(parts[-1]):
        places = [parts.pop()]
    year = ""
    if years:
        # 2024b is 2024; the letter tells works of one bibliography apart.
        year = parts.pop()[:4]
    elif parts and (trailing := re.search(r"\s(\d{4})[a-z]?$", parts[-1])):
        year, parts[-1] = trailing.group(1), parts[-1][: trailing.start()]
    who = ", ".join(filter(None, parts)).strip()
    return _Cited(who, title, year if year.isdigit() else "", _page(places))


def _page(places: list[str]) -> int:
    locator = _LOCATOR.fullmatch(places[0]) if places else None
    number = re.match(r"\d{1,6}(?!\w)", locator["label"] or locator["bare"]) if locator else None
    return int(number.group()) if number else 0
