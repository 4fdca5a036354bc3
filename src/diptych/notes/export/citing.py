# SPDX-License-Identifier: MIT
"""A passage with its source, as it is pasted into another text."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from diptych.notes.anchor import Anchor
from diptych.notes.export.citations import bibtex, csl_json, works
from diptych.notes.export.entries import Quotation, quotation
from diptych.notes.export.escape import blockquote, one_line


class CiteStyle(StrEnum):
    """How a passage and its source are written; the forms of the exports."""

    PLAIN = "plain"
    MARKDOWN = "markdown"
    PANDOC = "pandoc"
    OBSIDIAN = "obsidian"
    BIBTEX = "bibtex"
    CSL_JSON = "csl-json"


def cited(anchors: Sequence[Anchor], style: CiteStyle) -> str:
    """Return the passages with their sources; for BibTeX and CSL-JSON the sources alone."""
    if style is CiteStyle.BIBTEX:
        return bibtex(works(anchors))
    if style is CiteStyle.CSL_JSON:
        return csl_json(works(anchors))
    written = {
        CiteStyle.PLAIN: _plain,
        CiteStyle.MARKDOWN: _markdown,
        CiteStyle.PANDOC: _pandoc,
        CiteStyle.OBSIDIAN: _obsidian,
    }[style]
    return "\n\n".join(written(quotation(anchor)) for anchor in anchors) + "\n"


def _source(said: Quotation) -> str:
    return ", ".join(part for part in (said.title, said.byline) if part)


def _plain(said: Quotation) -> str:
    return f"“{' '.join(said.quote.split())}” ({_source(said)})"


def _markdown(said: Quotation) -> str:
    byline = f", {one_line(said.byline)}" if said.byline else ""
    return f"{blockquote(said.quote)}\n>\n> *{one_line(said.title)}*{byline}"


def _pandoc(said: Quotation) -> str:
    locator = f", {said.locator}" if said.locator else ""
    return f"{blockquote(said.quote)}\n>\n> [@{said.key}{locator}]"


def _obsidian(said: Quotation) -> str:
    byline = f", {one_line(said.byline)}" if said.byline else ""
    return f"> [!quote] [[{said.page_link}]]{byline}\n{blockquote(said.quote)}"
