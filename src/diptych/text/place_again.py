# SPDX-License-Identifier: MIT
"""Where a reader is in an article whose file was written anew."""

from __future__ import annotations

from itertools import islice

from diptych.text.article import Article

BLOCKS_TRIED = 40  # paragraphs that may be gone before the place is


def place_again(before: Article, place: int, now: Article) -> int:
    """Return where the words at a place stand now, or those that came next and are still there."""
    following = (block.span for block in before.blocks if block.span.end > place)
    for span in islice(following, BLOCKS_TRIED):
        found = _nearest(now.text, before.text[span.start : span.end], span.start)
        if found is not None:
            # How far one was in a paragraph that is gone says nothing of the next.
            return found + max(0, place - span.start)
    return min(place, len(now.text))


def _nearest(text: str, words: str, place: int) -> int | None:
    """Return where the words stand nearest to a place, None for nowhere."""
    either = text.rfind(words, 0, place + len(words)), text.find(words, place)
    return min((at for at in either if at >= 0), key=lambda at: abs(at - place), default=None)
