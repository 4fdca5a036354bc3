# SPDX-License-Identifier: MIT
"""What an editor did between two versions, ready to be listed, and taken away as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

from diptych.notes.export.escape import table_cell, xml_text
from diptych.notes.export.table import csv_cell, csv_line
from diptych.services.standing import standing_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diptych.compare.changes.rest import MatchesOf
    from diptych.compare.changes.values import Change, Changes, Ignored
    from diptych.compare.values import Match
    from diptych.text.article import Article, Span

# As https://www.gala-global.org/tmx-14b asks for; a text whose language is not known says so.
_TMX_HEADER = {
    "creationtool": "Diptych",
    "creationtoolversion": "1",
    "segtype": "sentence",
    "o-tmf": "Diptych",
    "adminlang": "en",
    "datatype": "plaintext",
}
_UNKNOWN_LANGUAGE = "und"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def changes_of_versions(
    left: Article,
    right: Article,
    ignored: Ignored,
    matches: Iterable[Match] = (),
    *,
    knows_meaning: bool = True,
) -> Changes:
    """Return what differs between two versions; ``matches`` join what was rewritten."""
    from diptych.compare.changes.finder import find_changes

    # A sentence is joined to one partner, so the surest match chooses first.
    return find_changes(
        left, right, ignored, matches=surest_first(matches), knows_meaning=knows_meaning
    )


def changes_uncompared(
    left: Article, right: Article, ignored: Ignored, matches_of: MatchesOf
) -> Changes:
    """Do the same for two that were not compared; ``matches_of`` compares what was rewritten."""
    from diptych.compare.changes.finder import find_changes

    def surest(ours: Article, theirs: Article) -> list[Match]:
        return surest_first(matches_of(ours, theirs))

    return find_changes(left, right, ignored, matches_of=surest)


def surest_first(matches: Iterable[Match]) -> list[Match]:
    """Return the matches that claim something, by their strength."""
    return sorted((m for m in matches if m.is_claim), key=lambda match: -match.strength)


def changes_json(changes: Changes, left: Article, right: Article) -> dict[str, Any]:
    """Return changes with their texts as plain values; offsets are code points."""
    texts = left.reading_text(), right.reading_text()
    return {
        "knows_words": changes.knows_words,
        "knows_names": changes.knows_names,
        "kept_left": changes.kept_left,
        "kept_right": changes.kept_right,
        # None where a part changed, as it mostly is.
        "standing": standing_of(changes, left, right),
        "changes": [_change_json(change, texts) for change in changes.changes],
    }


def heads(left: Article, right: Article) -> tuple[str, ...]:
    """Return what stands above the columns of a table of changes."""
    return "Change", left.called, right.called, "Check"


def markdown_table(changes: Changes, left: Article, right: Article) -> str:
    """Return the list of changes as a table of Markdown."""
    titles = heads(left, right)
    # Titles come from files: a bar in one would add a column.
    rows = [map(table_cell, titles), ("---",) * len(titles)]
    rows += [map(table_cell, cells) for cells in _rows(changes, left, right)]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def csv_table(changes: Changes, left: Article, right: Article) -> str:
    """Return the list of changes for a spreadsheet (RFC 4180)."""
    # The kinds and checks below are named as programs know them, and so are their columns.
    above = "change", left.called, right.called, "check"
    rows = (above, *_rows(changes, left, right))
    return "".join(csv_line(tuple(map(csv_cell, row))) for row in rows)


def translation_memory(changes: Changes, left: Article, right: Article) -> str:
    """Return the passages that stand for one another as TMX 1.4, for translators' programs."""
    texts = left.reading_text(), right.reading_text()
    languages = [article.language or _UNKNOWN_LANGUAGE for article in (left, right)]
    root = ElementTree.Element("tmx", version="1.4")
    header = ElementTree.SubElement(root, "header", {**_TMX_HEADER, "srclang": languages[0]})
    # Of two drafts in one language nothing else tells which is which.
    for article in (left, right):
        ElementTree.SubElement(header, "note").text = xml_text(article.called)
    body = ElementTree.SubElement(root, "body")
    for pair in changes.alignment:
        # A unit of TMX is a passage with its translation; what stands on one side alone is
        # none.
        if not (pair.left and pair.right):
            continue
        unit = ElementTree.SubElement(body, "tu")
        for language, text, span in zip(languages, texts, (pair.left, pair.right), strict=True):
            # xml:lang is TMX 1.4's own; older programs' “lang” is not written.
            variant = ElementTree.SubElement(unit, "tuv", {_XML_LANG: language})
            # Control characters of a PDF are not to be had in XML, not even escaped.
            ElementTree.SubElement(variant, "seg").text = xml_text(_line(text, span))
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def _rows(changes: Changes, left: Article, right: Article) -> list[tuple[str, ...]]:
    texts = left.reading_text(), right.reading_text()
    return [
        (
            ", ".join(change.kinds),
            _line(texts[0], change.left),
            _line(texts[1], change.right),
            ", ".join(change.findings),
        )
        for change in changes.changes
    ]


def _change_json(change: Change, texts: tuple[str, str]) -> dict[str, Any]:
    return {
        "kinds": [kind.value for kind in change.kinds],
        "left": _place(texts[0], change.left),
        "right": _place(texts[1], change.right),
        "edits": [
            {"left": _place(texts[0], edit.left), "right": _place(texts[1], edit.right)}
            for edit in change.edits
        ],
        "check": [finding.value for finding in change.findings],
    }


def _place(text: str, span: Span) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "text": text[span.start : span.end]}


def _line(text: str, span: Span) -> str:
    return " ".join(text[span.start : span.end].split())
