# SPDX-License-Identifier: MIT
"""The text that a page carries in its data only, behind a wall of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape

from diptych.library.draft import Piece
from diptych.patterns import late_pattern
from diptych.text.article import BlockState

# </p> ends a line, <em> does not; lengths are bounded against pages of open brackets.
_TAG = late_pattern(r"<(/?(?:p|div|br|li|h[1-6]|blockquote)\b[^<>]{0,300})>|<[^<>]{1,300}>", re.I)
_BREAK = late_pattern(r"\s*\n\s*")
_WORD = late_pattern(r"\w+")
_RUN = 4  # words
_FEWEST = 400  # characters of a body that is worth a look
_ON_THE_PAGE = 0.6  # of the body's runs; then the page shows it
_LONGEST = 300_000


def body_of(data: object) -> str:
    """Return a page's ``articleBody`` as plain paragraphs, a line each."""
    if not isinstance(data, str) or not _FEWEST <= len(data) <= _LONGEST:
        return ""
    plain = _TAG.sub(lambda tag: "\n" if tag[1] else "", unescape(data))
    return "\n".join(" ".join(line.split()) for line in _BREAK.split(plain) if line.strip())


def add_body(pieces: list[Piece], body: str, *, is_its_own: bool = False) -> None:
    """Add the paragraphs of ``body`` that the page does not show, where most are missing.

    Unless it is its own for sure, the page has to show a part of it.
    """
    runs = _runs(body)
    if not runs:
        return
    shown = {run for piece in pieces for run in _runs(piece.text)}
    if sum(run in shown for run in runs) >= _ON_THE_PAGE * len(runs):
        return
    missing = [line for line in body.split("\n") if not shown.issuperset(_runs(line))]
    if not shown.intersection(runs) and not is_its_own:
        return  # it is another article's
    place = max(
        (i for i, p in enumerate(pieces) if p.state is BlockState.SHOWN and _is_of(p, set(runs))),
        default=len(pieces) - 1,
    )
    pieces[place + 1 : place + 1] = [Piece(line, loose=True) for line in missing]


def _is_of(piece: Piece, runs: set[tuple[str, ...]]) -> bool:
    own = _runs(piece.text)
    return bool(own) and sum(run in runs for run in own) * 2 >= len(own)


def _runs(text: str) -> Sequence[tuple[str, ...]]:
    words = _WORD.findall(text.casefold())
    return [tuple(words[place : place + _RUN]) for place in range(len(words) - _RUN + 1)]
