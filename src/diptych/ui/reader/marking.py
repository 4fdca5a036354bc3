# SPDX-License-Identifier: MIT
"""Has the panes mark the matches that are shown."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.compare.in_order import in_order
from diptych.ui.desk.found_matches import FoundMatches
from diptych.ui.parts.kinds import PAINTED
from diptych.ui.reader.measuring import marked_match
from diptych.ui.reader.split_view import SplitView


def marking(found: FoundMatches, split: SplitView) -> Iterator[None]:
    """Take over the matches that are shown now, one with each step."""
    visible = [(number, found.matches[number]) for number in found.visible]
    marked = []
    for number, match in visible:
        marked.append(marked_match(number, match))
        yield
    # The last one lies on top.
    marked.sort(key=lambda m: (PAINTED[m.kind], m.match))
    chain = [(m.left.start, m.right.start) for m in in_order([m for _, m in visible])]
    split.show_matches(marked, chain)
