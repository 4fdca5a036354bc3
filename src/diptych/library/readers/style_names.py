# SPDX-License-Identifier: MIT
"""What the paragraph styles of word processors mean, by their names in lower case."""

from __future__ import annotations

import re

from diptych.patterns import late_pattern
from diptych.text.article import BlockKind

KINDS = {
    "title": BlockKind.TITLE,
    "subtitle": BlockKind.DECK,
    "author": BlockKind.BYLINE,
    "date": BlockKind.DATE,
    **dict.fromkeys(
        (
            "quote",
            "intense quote",
            "block text",
            "block quotation",
            "quotations",
            "zitat",
            "citation",
        ),
        BlockKind.QUOTE,
    ),
    **dict.fromkeys(
        ("caption", "image caption", "table caption", "illustration", "figure"), BlockKind.CAPTION
    ),
    **dict.fromkeys(("source code", "html preformatted", "preformatted text"), BlockKind.CODE),
}
# “toc 1”, “table of figures”, “Contents 1”, “Illustration Index 1”: lists of what is where
CONTENTS = late_pattern(
    r"toc \d|table of (?:figures|authorities)|contents \d|(?:illustration|table|figure) index \d"
)
# “Heading 1”, “Überschrift 2”, “标题 3”: Word and LibreOffice name styles in their language.
HEADING = late_pattern(r"(?:heading|überschrift|titre|título|titolo|заголовок|标题) ?([1-9])", re.I)
