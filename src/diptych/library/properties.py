# SPDX-License-Identifier: MIT
"""What office programs note about a document, freed of what they note by themselves."""

from __future__ import annotations

import re

from lxml import etree

from diptych.library.dates import iso_date
from diptych.library.draft import Facts
from diptych.library.people import people
from diptych.library.prose import title_line
from diptych.patterns import late_pattern
from diptych.text.lexicon import wordings

_DC = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
_META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
# “Microsoft Word - port.doc”, “Document1”, “final.pdf”: what programs write for a title.
_NO_TITLE = late_pattern(
    lambda: (
        rf"(?:{wordings('no_titles')}|"
        r".{1,120}\.(?:docx?|odt|rtf|pdf|dvi|tex|indd|qxd|html?|txt|fm|p65))"
    ),
    re.IGNORECASE,
)


def facts_of_properties(
    *, title: str = "", author: str = "", date: str = "", source: str = "", language: str = ""
) -> Facts:
    """Return the facts in a document's properties, without what programs fill in."""
    facts = Facts()
    plain = title_line(title.replace("\0", ""))
    if plain and not _NO_TITLE.fullmatch(plain):
        facts.title = plain
    names = people(author.replace("\0", "")[:1000])
    facts.authors = tuple(name[:200] for name in names)
    facts.date = iso_date(date)
    facts.source = title_line(source)[:200]
    facts.language = language.strip()[:20]
    return facts


def dublin_core(root: etree._Element | None) -> Facts:
    """Return the facts in a Dublin Core part: OOXML core properties, ODF meta, EPUB metadata."""
    if root is None:
        return Facts()
    authors = _writers(root)[:20]
    if not any(authors):
        authors = [text(e) for e in root.iter(f"{_META}initial-creator")][:1]
    if "python-docx" in authors:
        return facts_of_properties(title=_first(root, f"{_DC}title"))  # the rest is the template's
    events = sorted(root.iter(f"{_DC}date"), key=_is_a_change)
    made = (e for tag in (f"{_TERMS}created", f"{_META}creation-date") for e in root.iter(tag))
    dates = [text(e) for e in (*events, *made)]
    return facts_of_properties(
        title=_main_title(root),
        author="; ".join(author for author in authors if author),
        date=next((date for date in dates if date), ""),
        source=_first(root, f"{_DC}publisher"),
        language=_first(root, f"{_DC}language"),
    )


def _writers(root: etree._Element) -> list[str]:
    """Return who made a work, without those whose part a book says is another's: translators."""
    parts = {
        str(meta.get("refines", "")).lstrip("#"): text(meta)
        for meta in root.iter("{*}meta")
        if meta.get("property") == "role"
    }
    made: dict[str, list[str]] = {"aut": [], "": [], "other": []}
    for creator in root.iter(f"{_DC}creator"):
        role = next((str(v) for k, v in creator.attrib.items() if str(k).endswith("role")), "")
        role = role or parts.get(creator.get("id", ""), "")
        made[role if role in made else "other"].append(text(creator))
    return [*made["aut"], *made[""]] or made["other"]


def _is_a_change(date: etree._Element) -> bool:
    """Tell whether a book's date is the day it was converted or changed."""
    event = next((str(v) for k, v in date.attrib.items() if str(k).endswith("event")), "")
    return "modif" in event or "conversion" in event


def _main_title(root: etree._Element) -> str:
    """Return the title that a book says is its main one, or the first."""
    kinds = {
        str(meta.get("refines", "")).lstrip("#"): text(meta)
        for meta in root.iter("{*}meta")
        if meta.get("property") == "title-type"
    }
    titles = [e for e in root.iter(f"{_DC}title") if text(e)]
    mains = [e for e in titles if kinds.get(e.get("id", ""), "") == "main"]
    return text((mains or titles)[0]) if titles else ""


def text(element: etree._Element) -> str:
    """Return an element's words on one line."""
    return " ".join("".join(element.itertext())[:4000].split())


def _first(root: etree._Element, tag: str) -> str:
    return next((words for e in root.iter(tag) if (words := text(e))), "")
