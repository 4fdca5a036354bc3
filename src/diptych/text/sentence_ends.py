# SPDX-License-Identifier: MIT
"""By which signs a sentence ends, in every script: the one list of them."""

from __future__ import annotations

from diptych.patterns import late_pattern

WIDE_MARKS = "。！？"  # need no space after them
MARKS = ".!?…।۔؟"  # end a sentence before a space; a full stop not always, see ``segment``
END_MARKS = (*MARKS, *WIDE_MARKS)
CLOSERS = "\"'”’»)]』」* "
"""What may stand between the mark and the next sentence."""


def ends_a_sentence(text: str) -> bool:
    """Tell whether a text ends as a sentence does, marks that close something aside."""
    return text.rstrip(CLOSERS).endswith(END_MARKS)


# “closed.” It, 关了。又, or an empty line
ROUGH_END = late_pattern(rf"[{MARKS}][\"'”’»)\]]*\s+|[{WIDE_MARKS}][”’」』]*|\n\s*\n")
"""Where a sentence probably ends: for excerpts, where "Dr." cut in two does little harm."""
