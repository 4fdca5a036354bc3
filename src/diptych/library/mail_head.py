# SPDX-License-Identifier: MIT
"""The head of a mail that was pasted or forwarded as text, in the words of its program."""

from __future__ import annotations

import re

from diptych.library.dates import date_inside, iso_date
from diptych.library.draft import Facts
from diptych.library.front_matter import FrontMatter
from diptych.library.people import people
from diptych.library.prose import title_line
from diptych.patterns import late_pattern
from diptych.text.article import TitleSource
from diptych.text.lexicon import wordings

_LONGEST = 4000
# -----Original Message-----, ---------- Forwarded message ---------
_RULE = late_pattern(r"\s{0,20}-{4,}[ ]?[^\n-]{4,60}[ ]?-{4,}[ \t]*\n\s{0,20}")
# “Betreff: The port”, a line or more of each
_LINE = late_pattern(r"\*?([^\W\d_][\w -]{0,24})\s?:\*?[ \t]*(.*(?:\n[ \t]+\S.*)*)\n")
# “Re: Fwd: The port”, “AW: Der Hafen”
_ANSWERED = late_pattern(lambda: rf"^(?:(?:{wordings('mail_answered')})\s?:\s*)+", re.I)
# Ann Lee <ann@paper.example>, Ann Lee [mailto:ann@paper.example]
_ADDRESS = late_pattern(r"\s*[<\[(][^<>\[\]()]*@[^<>\[\]()]*[>\])]|\[mailto:[^\]]*\]", re.I)
_FEWEST = 3  # lines; a letter may begin with “To:” and “From:”


def read_mail_head(text: str) -> FrontMatter | None:
    """Return what the lines of a mail's head say, or None where a text has no such head."""
    rule = _RULE.match(text[:_LONGEST])
    place = rule.end() if rule else 0
    told: dict[str, str] = {}
    while found := _LINE.match(text, place, _LONGEST):
        told[found[1].lower().strip()] = " ".join(found[2].split())
        place = found.end()
    writer, subject = _said(told, "mail_from"), _said(told, "mail_subject")
    is_whole = text[place : place + 1] in ("\n", "")
    if len(told) < _FEWEST or not (writer and subject and is_whole):
        return None
    sent = _said(told, "mail_sent")
    facts = Facts(title=title_line(without_answers(subject)), title_source=TitleSource.METADATA)
    facts.authors = people(_ADDRESS.sub("", writer))
    facts.date = iso_date(sent) or date_inside(sent)
    return FrontMatter(place, facts)


def without_answers(subject: str) -> str:
    """Return a subject without the signs that a mail is answered or handed on."""
    return _ANSWERED.sub("", subject.strip())


def _said(told: dict[str, str], label: str) -> str:
    labels = wordings(label)
    return next((value for key, value in told.items() if re.fullmatch(labels, key)), "")
