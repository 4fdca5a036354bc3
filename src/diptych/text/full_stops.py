# SPDX-License-Identifier: MIT
"""Tell whether a full stop ends its sentence, or belongs to a short form or a number.

What each language shortens stands in ``resources/language``, under four subjects:
``abbreviations`` never end a sentence (Dr., vgl.), ``seldom_last`` end one only before a
capital (etc., Abb.), ``after_figures`` shorten a unit and belong to what follows a figure
(5 Mio. Euro), ``before_names`` to the name that follows, but after a figure they are a
unit (г. Москва, в 1990 г.). ``ordinal_leads`` are the words before "der 3. Lesung".
``shortened_elsewhere`` are words of a language that are a short form in another: "quiere
ir. La casa" ends by what the Dutch call an engineer.
"""

from __future__ import annotations

from functools import cache

from diptych.patterns import late_pattern
from diptych.text.calendar import month_number
from diptych.text.lexicon import words_of_all

# "u.s", "j.r", "z. b", "p. ex": letters with stops between, the last stop cut off.
_INITIALS = late_pattern(r"(?<![\w.])(?:[^\W\d_]\.[ \u00a0\u202f]?)+[^\W\d_]{1,2}\Z")
_LAST_WORD = late_pattern(r"([^\W\d_](?:[\w.]*[^\W_])?)\Z")
# "dem 12": a word and a number of one or two digits. "2012" is a year and may end a sentence,
# and "I am 12." ends one, though "am 12." does not in German.
_ORDINAL = late_pattern(r"(?:\b(?<!\bI )([^\W\d_]+)[ \u00a0\u202f])?(?<![\d.,])\d{1,2}\Z")
_AFTER_FIGURE = late_pattern(r"\d[ \u00a0\u202f]?[^\W\d_]+\Z")
# "Art. IV", but not "etc. I think".
_ROMAN = late_pattern(r"(?:[IVXLC]{2,}|[VX])\b")
_NEXT_WORD = late_pattern(r"[^\W\d_]+")
_LETTER_AND_STOP = late_pattern(r"[^\W\d_]\.")
# "Annex A", "vitamin C", but not the A of a list, "A. The plan", which begins its line.
_AFTER_A_WORD = late_pattern(r"[^\W\d_]{2,}[ \u00a0\u202f][^\W\d_]\Z")
# "Ana M. La Rosa": an article that begins a sentence, and as often a name.
_OPEN_A_NAME = frozenset(["Da", "De", "Den", "Der", "Di", "El", "La", "Las", "Le", "Les", "Los"])
_OPENING_MARKS = '"“‘«([—–- '
REACH = 30  # code points before the stop that are looked at


def is_last(before: str, following: str) -> bool:
    """Tell whether a sentence ends by the full stop between two stretches of text.

    ``before`` needs no more than ``REACH`` code points, without the stop; ``following``
    begins with what stands after the space.
    """
    bare = following.lstrip(_OPENING_MARKS)
    if _is_ordinal(before, bare):
        return False
    found = _LAST_WORD.search(before)
    word = found.group(1) if found else ""
    if _INITIALS.search(before):  # "U.S." and "u. a." end one only before a sure beginning
        return not _LETTER_AND_STOP.match(bare) and (
            following[0] in '"“«' or _opens_a_sentence(bare)
        )
    if len(word) == 1 and _is_short_letter(word, bare):
        # No name goes on with "The": "all plants in Annex A. The Contractor may".
        following_word = _NEXT_WORD.match(bare)
        return (
            bool(_AFTER_A_WORD.search(before))
            and _opens_a_sentence(bare)
            and following_word is not None
            and following_word[0] not in _OPEN_A_NAME
        )
    return _may_be_last(word.lower(), before, bare)


def _is_ordinal(before: str, bare: str) -> bool:
    """Tell whether the number before the stop is the third of something: "am 3. Mai"."""
    found = _ORDINAL.search(before)
    if found is None:
        return False
    following = _NEXT_WORD.match(bare)
    if following is not None and month_number(following[0].lower()):
        return True
    return (found[1] or "").lower() in words_of_all("ordinal_leads")


def _is_short_letter(letter: str, bare: str) -> bool:
    """Tell whether a letter is a short form: "J. Smith", "z. B.", "p. 12"."""
    if letter.isupper() and letter != "I":
        return True
    return bool(_LETTER_AND_STOP.match(bare)) or bare[:1].isdigit()


def _may_be_last(word: str, before: str, bare: str) -> bool:
    if word in words_of_all("abbreviations"):
        is_word = word in words_of_all("shortened_elsewhere")
        return is_word and bare[:1].isupper() and _opens_a_sentence(bare)
    if word in words_of_all("before_names"):
        return bool(_AFTER_FIGURE.search(before)) and bare[:1].isupper()
    if word in words_of_all("after_figures") and _AFTER_FIGURE.search(before):
        return _opens_a_sentence(bare)
    if word in words_of_all("seldom_last"):
        return bare[:1].isupper() and not _ROMAN.match(bare)
    return True


def _opens_a_sentence(bare: str) -> bool:
    word = _NEXT_WORD.match(bare)
    return word is not None and word[0].lower() in _openers()


@cache
def _openers() -> frozenset[str]:
    """Return the words that begin sentences more often than anything else."""
    return words_of_all("openers")
