# SPDX-License-Identifier: MIT
"""Words of notes as the notes file's index knows them."""

from __future__ import annotations

import re

from diptych.patterns import late_pattern
from diptych.text.plain_forms import plain_form, without_accents
from diptych.text.terms import is_picture, later_initials, number_spellings, written_forms
from diptych.text.tokens import FLAG_LETTERS, GERSHAYIM, GROUPED, MARKS, PICTURES, UNSPACED, dotted

# port -ship “closed at night” U. S. צה"ל
_TERM = late_pattern(
    r"(?:(?<=\s)|^)(-?)"
    rf'(?:["“”„«»]((?:[^"“”„«»]|{GERSHAYIM})+)["“”„«»]'
    rf"|({dotted()}(?!\S)|{GROUPED}"
    rf'|(?:[^\s"“”„«»]|{GERSHAYIM})+))'
)
# As SQLite cuts them: half of a pair of Thai may be signs alone.
_INDEXED = late_pattern(f"(?:[^\\W_]|[{MARKS}{UNSPACED}])+")
# SQLite knows no sign for a part of a word: each is spelled by its number.
_PICTURE = late_pattern(f"[{PICTURES}{FLAG_LETTERS}]")


def indexed(text: str) -> str:
    """Return the words of ``text`` as they go into the index: as those of articles, unstemmed."""
    forms, more = written_forms(text)
    return _plain_words([*forms, *more, *later_initials(text)])


def query_of(typed: str) -> str:
    """Return what was typed as a query of the index; empty when no word is in it.

    All words must be there, each at least as a beginning; words in quotation
    marks stand together. OR, NOT and a hyphen before a word mean what they do
    where articles are looked for.
    """
    # In capitals alone, as where articles are looked for.
    choices = [_all_of(part) for part in re.split(r"(?:^|\s)OR(?=\s|$)", typed)]
    return " OR ".join(filter(None, choices))


def _all_of(typed: str) -> str:
    """Return what asks for all words, and for none of those after a NOT or a hyphen."""
    wanted: list[str] = []
    unwanted: list[str] = []
    is_wanted = True
    for minus, quoted, word in _TERM.findall(typed):
        if word == "NOT":
            is_wanted = False
        elif word != "AND":
            asked = _spellings(quoted, "") if quoted else _spellings(word, "*")
            (wanted if is_wanted and not minus else unwanted).extend(asked)
            is_wanted = True
    # FTS5 cannot ask for what is not there alone.
    if not wanted:
        return ""
    return " NOT ".join([f"({' AND '.join(wanted)})", *unwanted])


def _spellings(text: str, ending: str) -> list[str]:
    """Return what asks for words side by side, in any of the ways they may be written."""
    asked = []
    for spelled in number_spellings(text):
        forms, more = written_forms(spelled)
        # Hyphenated words as one too, but not within quotation marks.
        whole = [
            form for form in more if (ending and len(form) > 1) or (not forms and is_picture(form))
        ]
        asked += [" ".join(_INDEXED.findall(_plain_words(forms))), *map(_plain, whole)]
    # In quotation marks, so that nothing a reader types is syntax of FTS5.
    known = dict.fromkeys(f'"{words}"{ending}' for words in asked if words)
    return [f"({' OR '.join(known)})"] if known else []


def _plain_words(forms: list[str]) -> str:
    return " ".join(map(_plain, forms))


def _plain(form: str) -> str:
    spelled = _PICTURE.sub(lambda sign: f"u{ord(sign.group()):x}", form)
    return without_accents(plain_form(spelled))
