# SPDX-License-Identifier: MIT
"""Marks in Markdown that are for the program which makes a site or a book of it: not seen."""

from __future__ import annotations

import re

from diptych.patterns import late_pattern
from diptych.text.article import Span

# {#quay .wide key=value} or {: .lead}, as pandoc and kramdown name a part of the text
_ATTRIBUTES = r"\{:?[ \t]*[.#][A-Za-z][^{}\n]{0,200}\}|\{:[^{}\n]{1,200}\}"
# Each alternative is one kind of mark; of those with a group only what is around it is a mark.
_MARKS = late_pattern(
    # {{< figure src="map.png" >}}, {{% notice %}}, {% include box.html %}
    r"(?<!`)(?:\{\{[<%].{0,400}?[>%]\}\}|\{%.{0,400}?%\})(?!`)"
    # [harbour]{.smallcaps}; a link or a picture followed by {width=50%}
    rf"|(?<!\])\[(?P<words>[^\[\]\n]{{1,300}})\](?:{_ATTRIBUTES})"
    rf"|(?<=\))(?:{_ATTRIBUTES}|\{{\w+=[^{{}}\n]{{1,200}}\}})"
    # at the end of a heading, or alone on a line
    rf"|[ \t]*(?:{_ATTRIBUTES})[ \t]*$"
    # ::: warning, ::: {.note}, and ::: at the end
    r"|^[ \t>]*:{3,}[ \t]*(?:[\w-]+\b)?[ \t]*(?:\{[^{}\n]{0,200}\}[ \t]*$)?"
    # !!! note "Winter rules"
    r"|^[ \t]*(?:!!!|\?\?\?)\+?[ \t]+[\w-]+(?:[ \t]+\"(?P<title>[^\"\n]{1,200})\")?[ \t]*$"
    # “: a post of iron”, below the word that this explains
    r"|(?<=\n):[ \t]+(?=\S)"
    # the name of a block in a vault, to which other notes link
    r"|[ \t]\^[A-Za-z0-9-]{1,40}[ \t]*\Z"
    # what programs that keep highlights write after each
    r"|[ \t]*\(\[(?:View Highlight|View|(?:Location|Page) \d+|\d[\d:]*)\]\([^()\s]{1,300}\)\)",
    re.MULTILINE,
)
# Where a list of the headings is to stand
_CONTENTS = late_pattern(r"\s*(?:@?\[\[?_?toc_?\]?\]|\{:toc\})\s*", re.IGNORECASE)
# > [!note] Winter rules, !!! note "Winter rules": the first line is a title of its own
_TITLED = late_pattern(
    r"[ \t>]*(?:\[![\w-]{1,30}\][+-]?[ \t]+\S[^\n]*"
    r"|(?:!!!|\?\?\?)\+?[ \t]+[\w-]+[ \t]+\"[^\"\n]+\"[ \t]*)\n"
)
_DEFINITION = late_pattern(r"(?<=\n)(?=:[ \t]+\S)")
_SIGNS = ("{", ":::", "!!!", "???", " ^", "\n:", "([", "toc]", "TOC]", "TOC_]")


def builder_markup(text: str, start: int, end: int) -> list[Span]:
    """Return the marks of a block that the programs which read them do not show."""
    block = text[start:end]
    # Most blocks have none of them, and str.find is quicker than the pattern.
    if not any(sign in block for sign in _SIGNS):
        return []
    if _CONTENTS.fullmatch(block):
        return [Span(start, end)]
    spans: list[Span] = []
    for found in _MARKS.finditer(block):
        kept = next((name for name in ("words", "title") if found[name]), "")
        inner = (found.start(kept), found.end(kept)) if kept else (found.end(), found.end())
        spans += [
            Span(start + found.start(), start + inner[0]),
            Span(start + inner[1], start + found.end()),
        ]
    return [span for span in spans if len(span)]


def line_cuts(text: str, start: int, end: int) -> list[int]:
    """Return where the lines of a block begin that are blocks of their own."""
    block = text[start:end]
    titled = _TITLED.match(block) if block.lstrip("> \t").startswith(("[!", "!!!", "???")) else None
    found = [titled.end()] if titled else []
    if "\n:" in block:
        found += [match.start() for match in _DEFINITION.finditer(block)]
    return [start + place for place in found if 0 < place < len(block)]
