# SPDX-License-Identifier: MIT
"""Lines that belong to a web page and not to its article.

Which lines, in many languages, ``resources/language/web_pages.json`` says: each is a pattern
that must match a whole line and sees at most 300 characters of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from diptych.assets import read_words
from diptych.patterns import late_pattern
from diptych.text.lexicon import wordings

LONGEST = 300
_SIGN_OF_A_CREDIT = late_pattern("[(:：/|©]")
_LONGEST_PHRASE = 5  # words that a link may have and still end in a full stop
# “(Photo: Ann Lee)”, “Photo by: Ann Lee”, “(Bo Ek/Reuters)”.
_CREDIT_SIGN = late_pattern(
    lambda: (
        rf"(?:\((?:{wordings('in_a_bracketed_credit')})[^()]{{0,120}}\)"
        rf"|\((?:[^()]{{0,60}}/)?(?:{wordings('picture_agencies')})[^()]{{0,60}}\)"
        rf"|(?:{wordings('before_a_credit')})\s?[:：/]\s?[^.!?]{{1,80}}"
        rf"|[/|]\s?(?:{wordings('picture_agencies')}|{wordings('picture_agencies_in_short')})"
        r"(?:[/ ][^.!?]{0,40})?"
        r"|©\s?(?:[^.!?]|\b[A-Z]\.){1,80})[.)]?$"
    ),
    re.IGNORECASE,
)


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(phrases)})", re.IGNORECASE)


@cache
def _folded() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the reasons that a reader is told, with the lines that each folds away.

    “Leave a reply”, “12 comments”: comment form; “Related articles:”, “相关阅读”: related links.
    """
    return tuple((reason, _any_of(told)) for reason, told in _listed()["folded"].items())


@cache
def _lines(where: str) -> re.Pattern[str]:
    return _any_of(_listed()[where])


@cache
def _listed() -> Mapping[str, Any]:
    return read_words("web_pages")


def furniture_reason(line: str) -> str:
    """Return why a line is surely not of the article ("comment form"), or an empty string."""
    if len(line) > LONGEST:
        return ""
    reason = next((reason for reason, pattern in _folded() if pattern.fullmatch(line)), "")
    # “More news from the port was bad.” is prose, however it begins.
    is_sentence = line.endswith(".") and len(line.split()) > _LONGEST_PHRASE
    return "" if is_sentence and reason in ("related links", "navigation") else reason


def is_section_label(line: str) -> bool:
    """Tell whether a line names a newspaper's section ("Opinion")."""
    # Signs that menus put around their entries: “› Opinion |”.
    return len(line) <= 40 and bool(_lines("sections").fullmatch(line.strip(" :|/›»-")))


def is_own_label(line: str) -> bool:
    """Tell whether a heading is one that encyclopedias have in their articles: “See also”."""
    return len(line) <= 40 and bool(_lines("own").fullmatch(line))


def opens_the_tail(line: str) -> bool:
    """Tell whether nothing of the article may follow this line."""
    return len(line) <= 60 and bool(_lines("tail").fullmatch(line))


def ends_in_a_credit(line: str) -> bool:
    """Tell whether a line ends as a picture's caption does, in who made the picture."""
    # A caption may be long; who made the picture stands at its end.
    end = line[-160:]
    # Most lines have none of the signs that each kind of credit has.
    has_sign = len(line) <= LONGEST and _SIGN_OF_A_CREDIT.search(end)
    return bool(has_sign and _CREDIT_SIGN.search(end))
