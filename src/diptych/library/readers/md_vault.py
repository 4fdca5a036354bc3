# SPDX-License-Identifier: MIT
"""What vaults and clippers add to Markdown: links by name, marks, callouts, lists of facts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from diptych.library.dates import iso_date
from diptych.library.draft import Facts, Piece
from diptych.library.people import people
from diptych.library.prose import title_line
from diptych.patterns import late_pattern
from diptych.text.article import BlockKind, BlockState, Span, TitleSource

# ![[map.png]]: shown as a picture
_EMBEDDED = r"!\[\[[^\[\]\n]{1,400}\]\]"
# %% for me alone %%
_COMMENT = r"%%.{0,2000}?%%"
# [[Ann Lee]] or [[people/ann|Ann Lee]], of which the words alone are shown
_LINK = r"\[\[(?P<target>[^\[\]|\n]{1,300})(?P<bar>\|(?P<words>[^\[\]\n]{1,300}))?\]\]"
# ==marked== or ~~struck~~
_MARKED = r"(?P<open>==|~~)(?=\S)(?P<marked>[^=~\n]{1,2000}?)(?<=\S)(?P=open)"
# [^1] in the text, not where it is defined; its brackets stay
_NOTE = r"(?P<note>\[\^)(?=[^\]\s]{1,80}\](?!:))"
_VAULT = late_pattern(f"{_EMBEDDED}|{_COMMENT}|{_LINK}|{_MARKED}|{_NOTE}", re.DOTALL)
# > [!note]+ What a callout is called
_CALLOUT = late_pattern(r"[ \t>]*(\[![\w-]{1,30}\][+-]?[ \t]*)")
# “## Metadata”, above what Readwise exports
_FACTS_HEADING = late_pattern(r"metadata|details|about", re.IGNORECASE)
# “Author: Ann Lee”, “Full Title: The port closes”
_FACT = late_pattern(r"([A-Za-z][\w ]{1,30}):\s+(\S.*)", re.DOTALL)
_KEYS = {
    "title": ("full title", "title"),
    "authors": ("author", "authors"),
    "date": ("published", "published date", "date", "publish date"),
    "source": ("publication", "site", "source"),
}
_OTHERS = ("category", "url", "document note", "summary", "document tags", "tags", "highlighted")


# %% that begins a line, and %% that ends one: between them paragraphs for the author alone
_COMMENT_SIGN = late_pattern(r"^%%(?!%)|%%[ \t]*$", re.MULTILINE)
# “author:: [[Ann Lee]]”, as Dataview reads a note's facts
_FIELD = late_pattern(r"[ \t>*-]*([A-Za-z][\w ]{0,30})::[ \t]*(\S.*)")
# “tags:: #harbour”, “- Document Tags: #harbour”
_TAGS_FACT = late_pattern(r"(?:^|\n)[ \t>*-]*(?:document )?tags::?[ \t]+(\S.*)", re.IGNORECASE)
# “#harbour #port/quay”, and as clippers list them “#[[old port]], boats”
_TAG = late_pattern(r"#?\[\[([^\[\]]{1,100})\]\]|#([^\s#,]{1,100})|([^\s#,\[\]][^#,\[\]]{0,99})")
_ONLY_TAGS = late_pattern(r"(?:#(?![0-9]+(?!\S))[^\W_][\w/-]{0,99}\s*)+")
_FACTS = "front matter"
_FIRST = 6  # pieces in which a note states its facts


def fold_comments(text: str, pieces: Sequence[Piece]) -> None:
    """Fold the paragraphs that an author keeps out of what others read."""
    signs = list(_COMMENT_SIGN.finditer(text)) if "%%" in text else []
    place = 0
    for opening, closing in zip(signs[::2], signs[1::2], strict=False):
        while place < len(pieces) and pieces[place].start < opening.start():
            place += 1
        while place < len(pieces) and pieces[place].end <= closing.end():
            pieces[place].hide(BlockState.FOLDED, "comment")
            pieces[place].fixed = True
            place += 1


def take_fields(pieces: Sequence[Piece], facts: Facts) -> None:
    """Read the facts that stand in lines of a note, and fold the lines."""
    for piece in pieces[:_FIRST]:
        lines = piece.text[:2000].split("\n") if "::" in piece.text[:100] else []
        fields = [m for line in lines if (m := _FIELD.fullmatch(line))]
        told = {m[1].lower().strip(): m[2].strip() for m in fields}
        if told and len(fields) == len(lines) and _known(told):
            _take({key: value.strip("[]") for key, value in told.items()}, facts)
            piece.hide(BlockState.FOLDED, _FACTS)
            piece.fixed = True


def take_tags(text: str, pieces: Sequence[Piece], facts: Facts) -> None:
    """Read the tags among the facts, and paragraphs that are nothing but tags; fold these."""
    for piece in pieces:
        # As written: of “#[[old port]]” a piece's own text has the words alone.
        written = text[piece.start : piece.end][:2000]
        if piece.reason == _FACTS:
            found = _TAGS_FACT.search(written)
            facts.tags = facts.tags or (_tags_in(found[1]) if found else ())
        elif piece.kind is BlockKind.PARAGRAPH and _ONLY_TAGS.fullmatch(written.strip()):
            facts.tags = tuple(dict.fromkeys((*facts.tags, *_tags_in(written))))
            piece.hide(BlockState.FOLDED, _FACTS)
            piece.fixed = True


def _tags_in(text: str) -> tuple[str, ...]:
    found = (link or tag or words for link, tag, words in _TAG.findall(text[:2000]))
    return tuple(dict.fromkeys(filter(None, map(str.strip, found))))


def vault_markup(text: str, start: int, end: int) -> list[Span]:
    """Return the marks of a block that a vault's program does not show."""
    # Most blocks have none of them, and str.find is quicker than the pattern.
    if not any(mark in text[start:end] for mark in ("[[", "==", "~~", "%%", "[^", "[!")):
        return []
    spans: list[Span] = []
    callout = _CALLOUT.match(text, start, end)
    if callout:
        spans.append(Span(callout.start(1), callout.end(1)))
    for found in _VAULT.finditer(text, start, end):
        if found["target"]:
            first = found.start("words") if found["bar"] else found.start("target")
            last = found.end("words") if found["bar"] else found.end("target")
            spans += [Span(found.start(), first), Span(last, found.end())]
        elif found["marked"]:
            spans += [
                Span(found.start(), found.start("marked")),
                Span(found.end("marked"), found.end()),
            ]
        elif found["note"]:
            spans.append(Span(found.end() - 1, found.end()))
        else:
            spans.append(Span(found.start(), found.end()))
    return spans


def take_listed_facts(pieces: Sequence[Piece], facts: Facts) -> None:
    """Read the facts that a clipper lists under a heading of their own, and fold them."""
    for place, heading in enumerate(pieces):
        if heading.kind is BlockKind.HEADING and _FACTS_HEADING.fullmatch(heading.text):
            items = _items_after(pieces, place)
            told = {m[1].lower().strip(): m[2] for p in items if (m := _FACT.match(p.text[:400]))}
            # Every item has to be a fact: a list of the author's may have colons too.
            if len(_known(told)) >= 2 and len(told) == len(items):
                _take(told, facts)
                for piece in (heading, *items):
                    piece.hide(BlockState.FOLDED, _FACTS)
                    piece.fixed = True
            return


def _items_after(pieces: Sequence[Piece], place: int) -> list[Piece]:
    items: list[Piece] = []
    for piece in pieces[place + 1 : place + 20]:
        if piece.kind is not BlockKind.LIST_ITEM:
            break
        items.append(piece)
    return items


def _known(told: dict[str, str]) -> set[str]:
    return told.keys() & {*(key for keys in _KEYS.values() for key in keys), *_OTHERS}


def _take(told: dict[str, str], facts: Facts) -> None:
    values = {
        name: next((told[key] for key in keys if key in told), "") for name, keys in _KEYS.items()
    }
    if values["title"] and not facts.title:
        facts.title, facts.title_source = title_line(values["title"]), TitleSource.METADATA
    facts.authors = facts.authors or people(values["authors"])
    facts.date = facts.date or iso_date(values["date"])
    facts.source = facts.source or title_line(values["source"])[:200]
