# SPDX-License-Identifier: MIT
"""Books of Project Gutenberg: what stands around the book is folded, its head lines are read."""

from __future__ import annotations

import re
from collections.abc import Sequence

from diptych.library.draft import Facts, Piece
from diptych.library.people import people
from diptych.library.prose import title_line
from diptych.patterns import late_pattern
from diptych.text.article import BlockState, TitleSource

_NAME = late_pattern(r"project gutenberg", re.IGNORECASE)
# *** START OF THE PROJECT GUTENBERG EBOOK; books of the 1990s end the small print instead.
_START = late_pattern(
    r"\*{3}\s?START OF (?:THE|THIS) PROJECT GUTENBERG|\*END\*?\s?THE SMALL PRINT", re.IGNORECASE
)
# *** END OF THE PROJECT GUTENBERG EBOOK, or “End of Project Gutenberg's Emma”.
_END = late_pattern(
    r"\*{3}\s?END OF (?:THE|THIS) PROJECT GUTENBERG|End of (?:the )?Project Gutenberg",
    re.IGNORECASE,
)
# e.g. “Title: Emma”, “Author: Jane Austen”
_FACT = late_pattern(r"^(Title|Author|Language):\s+(\S.*)$", re.MULTILINE)
# “The Project Gutenberg eBook of Emma”: what stands before the title in the first line.
_FRONT = late_pattern(
    r"(?:the )?project gutenberg(?:['’]s)? (?:e-?book|e-?text)(?: of)?(?: the)?\s*[:,]?\s*(?=\S)",
    re.IGNORECASE,
)
# “**The Project Gutenberg Etext of Emma, by Jane Austen**”: where no other line names the book
_FIRST_LINE = late_pattern(
    r"\**\s?(?:this is )?the project gutenberg e-?(?:text|book) of (.{2,120}?),? by "
    r"([^*\n]{3,80})",
    re.IGNORECASE,
)
# “Produced by Ann Lee and the Proofreading Team”, right after the start
_CREDITS = late_pattern(
    r"(?:e-?text |this (?:e-?text|e-?book|file) (?:was )?)?"
    r"(?:prepared|produced|transcribed|scanned|proofread) (?:and \w+ )?by\b",
    re.IGNORECASE,
)
_MOST_CREDITS = 3  # pieces
_HEAD = 200  # pieces in which the book begins
_LONGEST = 400
_REASON = "Project Gutenberg licence"


def fold_gutenberg(pieces: Sequence[Piece], facts: Facts) -> None:
    """Fold the licence before and after a book of Project Gutenberg, and read its head lines."""
    if facts.title:
        facts.title = _FRONT.sub("", facts.title, count=1)
    start = _place(pieces[:_HEAD], _START)
    end = _place(pieces, _END)
    if end is not None and _is_near_a_start(pieces, end):
        # A text about Project Gutenberg quotes the words; most of the book would be folded.
        end = None
    if start is None and end is None:
        return
    # The line that starts the book belongs to the licence as well.
    for piece in pieces[: start + 1] if start is not None else ():
        _read_facts(piece.text[:_LONGEST], facts)
        _fold(piece)
    for piece in pieces[end:] if end is not None else ():
        _fold(piece)
    after = pieces[start + 1 :][:_MOST_CREDITS] if start is not None else ()
    credits = [i for i, piece in enumerate(after) if _CREDITS.match(piece.text)]
    for piece in after[: credits[-1] + 1] if credits == list(range(len(credits))) != [] else ():
        _fold(piece)


def _place(pieces: Sequence[Piece], pattern: re.Pattern[str]) -> int | None:
    for place, piece in enumerate(pieces):
        text = piece.text[:_LONGEST]
        # The pattern is slow over a long text; nearly no paragraph holds these letters.
        is_named = "utenberg" in text or "UTENBERG" in text or "SMALL PRINT" in text
        if is_named and pattern.search(text):
            return place
    return None


def _is_near_a_start(pieces: Sequence[Piece], end: int) -> bool:
    """Tell whether an end stands before most of the text, as when only its words are quoted."""
    before = sum(len(piece.text) for piece in pieces[:end])
    return before * 3 < sum(len(piece.text) for piece in pieces[end:]) and not any(
        _NAME.search(piece.text) for piece in pieces[end + 1 : end + 20]
    )


def _read_facts(text: str, facts: Facts) -> None:
    first = _FIRST_LINE.match(text) if not facts.title else None
    if first:
        facts.title, facts.title_source = title_line(first[1]), TitleSource.METADATA
        facts.authors = facts.authors or people(first[2])
    for key, value in _FACT.findall(text):
        if key == "Title" and not facts.title:
            facts.title, facts.title_source = title_line(value), TitleSource.METADATA
        elif key == "Author":
            facts.authors = facts.authors or people(value)
        elif key == "Language":
            facts.language = facts.language or ("en" if value.strip() == "English" else "")


def _fold(piece: Piece) -> None:
    piece.hide(BlockState.FOLDED, _REASON)
    # No rule for heads or bylines looks at the licence.
    piece.fixed = True
