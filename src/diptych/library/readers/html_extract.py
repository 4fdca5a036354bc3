# SPDX-License-Identifier: MIT
"""A second opinion on which of a page's blocks are its article: trafilatura's."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import islice
from unicodedata import normalize

from diptych.library.readers.html_walk import PageWalk
from diptych.library.readers.without_network import loaded_trafilatura
from diptych.patterns import late_pattern

log = logging.getLogger(__name__)

_WORD = late_pattern(r"\w+")
# The first 500 characters of what a head says, and the rest of them: <meta content="…">,
# "name": "…". trafilatura takes the square of what is in a name. Each begins with signs that are
# looked for quickly, which an alternative or IGNORECASE would not.
_STATED_CONTENT = late_pattern(
    r"""([cC][oO][nN][tT][eE][nN][tT](?<!\w.{7})\s{0,9}=\s{0,9}(["'])(?:(?!\2).){500})(?:(?!\2).)++""",
    re.DOTALL,
)
_STATED_NAME = late_pattern(r"""("\w{1,40}"\s{0,99}:\s{0,99}"[^"\\]{500})[^"\\]++""")
# Not where a year may follow in the next element.
_NO_FIGURE = late_pattern(r">[^<>0-9©]{40,}+<")
_RUN = 4  # words
_SHARE = 0.6  # of a block's runs are in the extract
DEEPEST = 200  # the extractor recurses
_MOST_BLOCKS = 20_000
# It takes the square of the inline elements in a paragraph: 5,000 links, 2 s.
_MOST_CROWDED = 25_000_000
_LONGEST = 5_000_000  # characters, of which it makes some hundred bytes each


def is_fit(walk: PageWalk) -> bool:
    """Tell whether the extractor goes through a page in a second or two."""
    return (
        walk.depth <= DEEPEST
        and len(walk.parents) <= _MOST_BLOCKS
        and walk.crowding <= _MOST_CROWDED
    )


class Extract:
    """What trafilatura takes for the article's text.

    A page that would take it too long is not given to it.
    """

    def __init__(self, source: str, walk: PageWalk) -> None:
        self._source = source if is_fit(walk) and len(source) <= _LONGEST else ""

    @cached_property
    def _lines(self) -> list[list[str]]:
        return [_words(line) for line in _extracted(self._source).split("\n")]

    @cached_property
    def _whole_lines(self) -> set[str]:
        return {" ".join(line) for line in self._lines}

    @cached_property
    def _runs(self) -> set[tuple[str, ...]]:
        return set(_runs([word for line in self._lines for word in line]))

    def holds(self, block: str) -> bool:
        """Tell whether a block is in the extract, whole or for the most part."""
        if not self._source:
            return not _WORD.search(block)
        words = _words(block)
        if len(words) < _RUN:
            return " ".join(words) in self._whole_lines
        held = sum(run in self._runs for run in _runs(words))
        return held >= _SHARE * (len(words) - _RUN + 1)


def suggested_author(page: str) -> str:
    """Return the author that trafilatura sees in a page cut short, or an empty string."""
    try:
        # The date that it tells as well is the quick one, which is not asked for.
        found = loaded_trafilatura().extract_metadata(page, extensive=False)
    except Exception as error:  # whatever it trips over, the page is read without it
        log.info("the extractor found no author: %s", error)
        return ""
    return str(found.author or "") if found else ""


def suggested_date(page: str) -> str:
    """Return the date that htmldate finds in all lines of a page cut short, or an empty string.

    A first of January may be a year by itself, so it is not believed. Lines without a figure
    are left out first: a date takes a figure, and eight patterns go through the whole page.
    """
    try:
        trafilatura = loaded_trafilatura()
        from htmldate import find_date

        # As trafilatura takes it: without the comments, which say when a page was saved.
        root = trafilatura.load_html(_NO_FIGURE.sub("><", page))
        date = find_date(root, original_date=True) if root is not None else None
    except Exception as error:  # whatever it trips over, the page is read without it
        log.info("no date was found: %s", error)
        return ""
    return "" if date is None or date.endswith("-01-01") else date


def cut_short(source: str) -> str:
    """Return a page without all but the beginning of what its head says at length."""
    return _STATED_NAME.sub(r"\1", _STATED_CONTENT.sub(r"\1", source))


def _extracted(source: str) -> str:
    if not source:
        return ""
    try:
        extract = loaded_trafilatura().extract
        return extract(source, fast=True, include_comments=False) or ""
    except Exception as error:  # whatever it trips over, the page is read without it
        log.info("the extractor failed: %s", error)
        return ""


def _words(text: str) -> list[str]:
    # The extractor writes 10³ as 103.
    return _WORD.findall(normalize("NFKC", text.casefold()))


def _runs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return zip(*(islice(words, place, None) for place in range(_RUN)), strict=False)
