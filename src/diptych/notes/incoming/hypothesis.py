# SPDX-License-Identifier: MIT
"""Annotations as the Hypothesis client and service export them (JSON)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import unquote, urlsplit

from diptych.errors import NoteError
from diptych.notes.anchor import Anchor
from diptych.notes.incoming.members import identity, listed, mapping, moment, number, string
from diptych.notes.note import Note, storable
from diptych.text.sides import Side


def from_hypothesis(document: object) -> tuple[Note, ...]:
    """Return the notes in a parsed export; a reply becomes a note on the same passage.

    Takes the client's export (``annotations``), the service's answer (``rows``)
    and a bare list.
    """
    whole = mapping(document)
    rows = listed(whole.get("annotations", whole.get("rows", document)))
    found = [row for row in map(mapping, rows) if "uri" in row or "target" in row]
    if not found:
        raise NoteError("There are no Hypothesis annotations in this file.")
    anchors = {string(row.get("id")): _anchors(row) for row in found}
    reader = _reader(whole, found)
    return tuple(_signed(_note(row, anchors), row, reader) for row in found)


def _reader(whole: Mapping[str, object], rows: list[Mapping[str, object]]) -> str:
    """Return whose export it is: the one it names, else the only one who wrote."""
    named = string(whole.get("export_userid"))
    users = {string(row.get("user")) for row in rows} - {""}
    return named or (next(iter(users)) if len(users) == 1 else "")


def _signed(note: Note, row: Mapping[str, object], reader: str) -> Note:
    """Say under the words of others whose they are."""
    user = string(row.get("user"))
    if not user or user == reader:
        return note
    name = string(mapping(row.get("user_info")).get("display_name"))
    # acct:ann@hypothes.is
    short = user.removeprefix("acct:").partition("@")[0]
    who = name if name and name != short else user.removeprefix("acct:")
    return replace(note, text=f"{note.text}\n\n— {storable(who)}".strip())


def _note(row: Mapping[str, object], anchors: Mapping[str, tuple[Anchor, ...]]) -> Note:
    name = string(row.get("id"))
    references = [string(each) for each in listed(row.get("references"))]
    # The first is what the thread began with.
    parent = anchors.get(references[0], ()) if references else ()
    created = moment(row.get("created"))
    tags = (string(tag).strip() for tag in listed(row.get("tags")))
    return Note(
        id=identity("hypothesis", name or repr(sorted(row.items()))),
        text=_text(row, parent or anchors.get(name, ())),
        anchors=parent or anchors.get(name, ()),
        tags=tuple(dict.fromkeys(filter(None, tags))),
        created=created,
        modified=moment(row.get("updated")) if row.get("updated") else created,
    )


def _text(row: Mapping[str, object], anchors: tuple[Anchor, ...]) -> str:
    """Return the words; without a passage they say what page they were on."""
    text, address = string(row.get("text")), string(row.get("uri"))
    return text if anchors or not address else f"{text}\n\n<{address}>".strip()


def _anchors(row: Mapping[str, object]) -> tuple[Anchor, ...]:
    title = string(next(iter(listed(mapping(row.get("document")).get("title"))), ""))
    return tuple(
        _anchor(mapping(target), string(row.get("uri")), title)
        for target in listed(row.get("target"))
        if not _lost_its_quote(mapping(target))
    )


def _lost_its_quote(target: Mapping[str, object]) -> bool:
    """Tell whether a passage was chosen whose words are not there: it is not the article."""
    selectors = [mapping(each) for each in listed(target.get("selector"))]
    kinds = {string(each.get("type")) for each in selectors}
    has_words = any(string(each.get("exact")).strip() for each in selectors)
    # A page alone chooses no words: that is a note on the whole page.
    return bool(kinds - {"PageSelector", "EPUBContentSelector", ""}) and not has_words


def _anchor(target: Mapping[str, object], address: str, title: str) -> Anchor:
    quote: Mapping[str, object] = {}
    position: Mapping[str, object] = {}
    page: Mapping[str, object] = {}
    for selector in map(mapping, listed(target.get("selector"))):
        if selector.get("type") == "TextQuoteSelector":
            quote = selector
        elif selector.get("type") == "TextPositionSelector":
            position = selector
        elif selector.get("type") == "PageSelector":
            page = selector
    source = string(target.get("source")) or address
    start = number(position.get("start"))
    is_file = source.startswith("file:")
    return Anchor(
        article_id="",
        content_hash="",
        side=Side.LEFT,
        quote=string(quote.get("exact")),
        prefix=string(quote.get("prefix")),
        suffix=string(quote.get("suffix")),
        start=start,
        end=max(start, number(position.get("end"))),
        title=title,
        source="" if is_file else source,
        path=_path(source) if is_file else "",
        page=number(page.get("index")) + 1 if page else 0,  # from 0 there
    )


def _path(address: str) -> str:
    try:
        return unquote(urlsplit(address).path)
    except ValueError:
        return ""
