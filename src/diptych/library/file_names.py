# SPDX-License-Identifier: MIT
"""What a note's file name tells: its title in a vault, its day in a blog's folder."""

from __future__ import annotations

import re

from diptych.library.dates import iso_date
from diptych.library.draft import Draft
from diptych.library.prose import title_line
from diptych.patterns import late_pattern
from diptych.text.article import TitleSource

# e.g. “2025-02-14-the-port-closes”, as Jekyll and Hugo name posts
_DATED = late_pattern(r"((?:19|20)\d\d-\d\d-\d\d)[-_ ]+(?=\S)")
# “202403061030 The port closes”: when a note was begun, to the minute
_STAMP = late_pattern(r"(?:19|20)\d{6}(?:\d{4,6})?[-_ ]+(?=\S)")
# Untitled 3, new note, draft-2: names that say nothing.
_EMPTY = late_pattern(
    r"(?:untitled|new note|note|article|draft|readme|index)(?:[ _-]*\d*)", re.IGNORECASE
)


def take_file_name(draft: Draft, stem: str) -> None:
    """Believe the name of a Markdown file where the text tells neither title nor day."""
    # Names of other files are given by whoever saved them, and say less than the text.
    if draft.format != "md":
        return
    dated = _DATED.match(stem)
    facts = draft.facts
    if dated and not facts.date:
        facts.date = iso_date(dated[1])
    name = stem[dated.end() :] if dated else _STAMP.sub("", stem)
    if dated and name.count("-") > 1 and " " not in name:
        name = name.replace("-", " ").capitalize()  # the end of the post's address
    if (
        facts.title_source is TitleSource.DERIVED
        # One word is rather a code than a title.
        and " " in name.strip()
        and not _EMPTY.fullmatch(name)
    ):
        facts.title, facts.title_source = title_line(name), TitleSource.METADATA
