# SPDX-License-Identifier: MIT
"""What ways of writing a word have in common: the same for index, query, quotations and notes."""

from __future__ import annotations

import unicodedata

from diptych.patterns import late_pattern
from diptych.text.numbers import with_plain_digits
from diptych.text.tokens import APOSTROPHES, INVISIBLE, LIKE_APOSTROPHES, MIDDLE_DOT

# No word is longer; what is, as base64 in a saved page, would only fill the lists.
LONGEST_TERM = 64

DOTS = str.maketrans("", "", ". \u00a0")
"""What J. K. loses to be JK."""

# French and Italian: "l'économie", "qu'il", "dell'economia".
_ELISION = late_pattern("(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|dell|all|nell|sull)'(?=.)")
# What follows an apostrophe that makes another word: we're is not were. Elsewhere it is one
# spelling of a name or a word: O'Brien, Qur'an, сім'я.
_SHORT_FORMS = frozenset({"t", "re", "ll", "d", "ve", "m", "s", "em"})
_UNSEEN = late_pattern(f'[\u00ad\u200d{MIDDLE_DOT}"\u05f4\u201c\u201d{INVISIBLE}]')
_ONE_APOSTROPHE = str.maketrans(dict.fromkeys(APOSTROPHES + LIKE_APOSTROPHES, "'"))
# Typed for one another: the k, y and h of Persian and Urdu, and those of Arabic.
_ONE_LETTER = str.maketrans("\u06a9\u06cc\u06c1", "\u0643\u064a\u0647")
# Letters that Unicode does not take apart into a letter and an accent.
_UNDECOMPOSED = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th"}
    # Egypt writes the y at the end without its dots, and the ending of "school" as an h.
    | {"ħ": "h", "ŧ": "t", "\u0649": "\u064a", "\u0629": "\u0647"}
)
_BREVE = "\u0306"
# Accents, the points of Hebrew and Arabic, the dot below of Hindi, the long stroke and the
# joiner: a reader who searches leaves them out. The vowels of Hindi and its sisters stay,
# they are the word.
_DROPPED_MARKS = late_pattern(
    "[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670"
    "\u06d6-\u06ed\u093c\u0a3c\u200c]"
)


def plain_form(word: str) -> str:
    """Return a word in lower case, with one apostrophe, no elision, no possessive, no dots."""
    if word.isascii() and word.isalnum():
        # Nearly every word; what follows has nothing to change in it.
        return word[:LONGEST_TERM].lower()
    form = word[: 2 * LONGEST_TERM].casefold().replace("`", "'")
    if not word.isascii() or '"' in word:
        form = _UNSEEN.sub("", form).translate(_ONE_APOSTROPHE)
    if "." in form:
        form = form.translate(DOTS)
    if not form.isascii():
        # Folded again: NFKC turns some signs into capitals (ℌ into H).
        form = with_plain_digits(unicodedata.normalize("NFKC", form).casefold())
        form = form.translate(_ONE_LETTER).replace(MIDDLE_DOT, "")
    if "'" in form:
        form = _ELISION.sub("", form, count=1) if _ELISION.match(form) else form
        form = form[:-2] if form.endswith("'s") else form.rstrip("'")
    return form[:LONGEST_TERM]


def without_accents(form: str) -> str:
    """Return a plain form without accents and apostrophes, but for that of don't.

    Cyrillic й keeps its breve, a letter's part.
    """
    if "'" in form:
        *before, last = form.split("'")
        form = "".join(before) + ("'" + last if last in _SHORT_FORMS else last)
    if form.isascii():
        return form
    apart = unicodedata.normalize("NFKD", form)
    # Taken apart й is и with a breve; as a letter of its own it must not meet и.
    kept = apart.replace("и" + _BREVE, "й")
    return unicodedata.normalize("NFC", _DROPPED_MARKS.sub("", kept)).translate(_UNDECOMPOSED)
