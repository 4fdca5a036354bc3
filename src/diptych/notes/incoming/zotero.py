# SPDX-License-Identifier: MIT
"""Notes as Zotero exports them in Markdown: a quote, its citation, a comment."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from markdown_it import MarkdownIt
from markdown_it.token import Token

from diptych.errors import NoteError
from diptych.notes.anchor import Anchor
from diptych.notes.incoming.members import identity
from diptych.notes.note import UNKNOWN_TIME, Note, storable
from diptych.text.sides import Side

_KEY = re.compile(r"[?&]annotation=(\w+)")
_CITATION = re.compile(
    r"^(?P<who>.*?)(?:,?\s*(?P<year>\d{4})[a-z]?)?(?:,\s*\D{0,8}?(?P<page>\d+))?$"
)
_PLAIN = re.compile(r"\((?P<cited>[^()]*\d{4}[a-z]?(?:,\s*\D{0,8}?\d+)?)\)")
_MARKS = "\"'“”„‟«»‹›「」『』‘’"
_DATE = re.compile(r"\((\d{1,2})/(\d{1,2})/(\d{4})")
_EDGES = re.compile(r"^[\s()]+|[\s()]+$")


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
        elif notes:
            more = "".join(each.text for each in words).strip()
            notes[-1] = replace(notes[-1], text=f"{notes[-1].text}\n\n{more}".strip())
    if not notes:
        raise NoteError("There are no quotes with a citation, as Zotero writes them, in this file.")
    time = _time(markdown)
    return tuple(replace(note, created=time, modified=time) for note in notes)


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
        else:
            text = "\n" if child.type in ("softbreak", "hardbreak") else child.content
            words[-1] = replace(words[-1], text=words[-1].text + text)
    return [each for each in words if each.text]


def _note(words: list[_Words]) -> Note | None:
    """Return the note in one paragraph, with links to Zotero or without."""
    links = [place for place, each in enumerate(words) if each.address.startswith("zotero:")]
    if links:
        quote = "".join(each.text for each in words[: links[0]])
        comment = "".join(each.text for each in words[links[-1] + 1 :])
        cited = next((words[i].text for i in links if "/select/" in words[i].address), "")
        addresses = " ".join(words[i].address for i in links)
        return _made(quote, cited, comment, addresses)
    text = "".join(each.text for each in words)
    citation = _PLAIN.search(text)
    if citation is None or text.lstrip()[:1] not in _MARKS:
        return None
    return _made(text[: citation.start()], citation["cited"], text[citation.end() :], "")


def _made(quote: str, cited: str, comment: str, addresses: str) -> Note:
    quote = _EDGES.sub("", quote).strip(_MARKS).strip()
    comment = re.sub(r"^[\s)]+", "", comment).strip()
    found = _CITATION.match(_EDGES.sub("", cited))
    who, year, page = found.group("who", "year", "page") if found else ("", "", "")
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
                authors=(who.strip(" ,"),) if who.strip(" ,") else (),
                date=year or "",
                page=int(page) if page and len(page) < 7 else 0,
                path=select.group() if select else "",
            ),
        ),
    )


def _time(markdown: str) -> datetime:
    """Return the day in the heading Zotero writes, month first; unknown without one."""
    found = _DATE.search(markdown[:500])
    if not found:
        return UNKNOWN_TIME
    month, day, year = map(int, found.groups())
    try:
        return datetime(year, month, day, tzinfo=UTC)
    except ValueError:
        return UNKNOWN_TIME
