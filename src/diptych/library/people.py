# SPDX-License-Identifier: MIT
"""The people that a field of a file names, apart from outlets and from what systems fill in."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from html import unescape

from diptych.library.bylines import is_name, is_office
from diptych.patterns import late_pattern
from diptych.text.lexicon import wordings

# “View all posts by Ann Lee”, “Posted by: Ann Lee”, “Autorin Ann Lee”.
_BY = late_pattern(
    lambda: (
        rf"^(?:{wordings('before_an_author')}|(?:(?:{wordings('published')})\s+)?"
        rf"(?:{wordings('published_by')})|{wordings('by_alone')})(?:\s*[:：]\s*|\s+|$)"
    ),
    re.IGNORECASE,
)
# Ann Lee; Bo Ek & Cy Orr. Not at a comma: “Lee, Ann” is one person.
_PARTS = late_pattern(
    lambda: rf"\s*[;|、，\n]\s*|\s+(?:{wordings('between_people')})\s+", re.IGNORECASE
)
_SHORT_AND = late_pattern(  # also inside a Spanish name: Ortega y Gasset
    lambda: rf"\s+(?:{wordings('between_two_people')})\s+"
)
_COMMA = late_pattern(r"\s*,\s*")
# “Lee Jr.”, “Ek, Ph.D.”: after a comma it is no first name.
_SUFFIX = late_pattern(lambda: rf"(?:{wordings('suffixes')})\.?", re.IGNORECASE)
# “site admin”, “user1”, “Microsoft Office User”: what programs write for an author.
_SYSTEM = late_pattern(lambda: wordings("no_person"), re.IGNORECASE)
# Legal forms and offices: who signs so is no person.
_ORGANISATION = late_pattern(lambda: rf"\b(?:{wordings('organisations')})\b|©", re.IGNORECASE)
# “Ann Lee @annlee”, “Ann Lee vor 3 Tagen”, “Ann Lee Senior Reporter”: where the name ends.
_AFTER_A_NAME = late_pattern(
    lambda: (
        rf"(?<=\S\s\S)(\S*)\s+(?:@\w|hace\b|(?:{wordings('since')})\s+\d|"
        rf"{wordings('offices_after_a_name')}).*$"
    ),
    re.IGNORECASE,
)
# “Ann Lee December”, where the day that followed was cut off; April and May are names, too.
_CUT_DAY = late_pattern(
    lambda: rf"(?<=\S)\s+(?:{wordings('months_that_are_no_names')})$", re.IGNORECASE
)
# [[people/ann|Ann Lee]] or [[Ann Lee]]
_WIKI_LINK = late_pattern(r"\[\[(?:[^\]|]{0,200}\|)?([^\]|]{1,200})\]\]")
# “The Harbour Post” is the same as “Harbour Post”.
_ARTICLE = late_pattern(lambda: rf"^(?:{wordings('articles')})\s+")
# ann@paper.example (Ann Lee), Ann Lee <ann@paper.example>
_MAIL = late_pattern(r"(?<!\S)\S{1,80}@\S{1,80}\s*\(([^()]{3,80})\)|<\S{1,80}@\S{1,80}>")
# Ann Lee (ale): how a paper signs short pieces
_SHORT_SIGN = late_pattern(r"\s*\([^\W\d_]{2,4}\.?\)(?=\s*(?:[,;/|]|$))")
_MOST = 20
_LONGEST_NAME = 5  # words
_LONGEST = 200


def people(value: str) -> tuple[str, ...]:
    """Return the names in a field such as ``Ann Lee, Bo Chen and C. Diaz`` or ``Lee, Ann``."""
    names = [name for part in _entries(value) for name in _apart(part)]
    # “Ann Lee, lecturer at the university of the coast”: beside people, what they are is none.
    if any(is_name(name) for name in names):
        names = [name for name in names if is_name(name) or len(name.split()) <= _LONGEST_NAME]
    return distinct(names)


def person(value: str) -> str:
    """Return the one name in a field that holds a single person, or an empty string."""
    names = distinct(_turned(part) for part in _entries(value)[:1])
    return names[0] if names else ""


def distinct(names: Iterable[str]) -> tuple[str, ...]:
    """Return each name once, however it is written, and none that a system fills in."""
    found: dict[str, str] = {}
    for name in names:
        plain = _AFTER_A_NAME.sub(r"\1", name.strip(" .,;:")[:_LONGEST]).strip(" .,;:-–")
        if name.endswith(".") and _SUFFIX.fullmatch(plain.rpartition(" ")[2]):
            plain += "."
        plain = _SHORT_SIGN.sub("", _CUT_DAY.sub("", plain))
        words = plain.split()
        if len(words) in (4, 6) and words[: len(words) // 2] == words[len(words) // 2 :]:
            plain = " ".join(words[: len(words) // 2])  # a name that its page prints twice
        key = plain.casefold()
        if not plain or is_system_name(plain) or _ORGANISATION.search(plain):
            continue
        if key not in found or found[key].isupper():
            found[key] = plain
    return tuple(found.values())[:_MOST]


def is_system_name(name: str) -> bool:
    """Tell whether a name is one that programs and content systems fill in."""
    return _SYSTEM.fullmatch(name.strip()) is not None


def without_outlets(names: Sequence[str], outlets: Iterable[str]) -> tuple[str, ...]:
    """Return the names that are not those of the outlet."""
    known = {plain_name(outlet) for outlet in outlets if outlet}
    persons = (name for name in names if not _is_of_the_house(name, known))
    people_alone = (_without_suffix(_without_prefix(name, known), known) for name in persons)
    return tuple(n for n in people_alone if n[:1].islower() or plain_name(n) not in known)


def _is_of_the_house(name: str, known: Collection[str]) -> bool:
    """Tell whether a name is one word before the outlet's: ``News Harbour Post``."""
    words = name.split()
    return len(words) > 2 and plain_name(" ".join(words[1:])) in known


def _without_prefix(name: str, known: Collection[str]) -> str:
    """Return ``Ann Lee`` of ``The Courier - Ann Lee``, where the Courier is the outlet."""
    outlet, dash, person_alone = name.partition(" - ")
    return person_alone.strip() if dash and plain_name(outlet) in known else name


def _without_suffix(name: str, known: Collection[str]) -> str:
    """Return ``Ann Lee`` of ``Ann Lee Harbour Post``, where that is the outlet."""
    words = name.split()
    cuts = range(2, len(words))
    return next(
        (" ".join(words[:n]) for n in cuts if plain_name(" ".join(words[n:])) in known), name
    )


def plain_name(name: str) -> str:
    """Return a name as it is compared: small letters alone, no article."""
    return "".join(c for c in _ARTICLE.sub("", name.casefold()) if c.isalnum())


def _entries(value: str) -> list[str]:
    value = _WIKI_LINK.sub(r"\1", unescape(value))
    value = _MAIL.sub(lambda found: found[1] or "", value[:4000])
    value = " ".join(part for part in value.replace("\n", ";").split(" ") if part)
    value = _BY.sub("", value.strip(), count=1)
    value = _SHORT_SIGN.sub("", value)
    if "(" in value:
        return [value]
    parts = _PARTS.split(value)
    # “Ministry of Trade and Fisheries”: what follows the “and” is no second author.
    office = next((i for i, part in enumerate(parts) if _ORGANISATION.search(part)), len(parts))
    return parts if ";" in value or "|" in value else parts[: office + 1]


def _apart(part: str) -> list[str]:
    """Return the people of a part that no sure sign divides further."""
    if "(" in part:
        return [part]
    both = [name.strip() for name in part.split("/")]
    if len(both) > 1 and all(map(is_name, both)):
        return both
    pieces = [piece for piece in _COMMA.split(part) if piece]
    if len(pieces) == 2 and _is_surname(pieces[0]) and _is_first_name(pieces[1]):
        return [f"{pieces[1]} {pieces[0]}"]
    # “King, Jr., Martin Luther”, as BibTeX has it, and “King, Martin Luther, Jr.”
    if len(pieces) == 3 and (turned := _turned_with_suffix(pieces)):
        return [turned]
    names: list[str] = []
    if pieces and (is_system_name(pieces[0]) or _ORGANISATION.search(pieces[0])):
        return pieces[:1]  # where its office is follows
    for piece in pieces:
        if names and _SUFFIX.fullmatch(piece):
            names[-1] = f"{names[-1]}, {piece}"
        elif names and is_office(piece):
            continue
        else:
            both = _SHORT_AND.split(piece)
            names += both if all(len(name.split()) > 1 for name in both) else [piece]
    return names


def _turned_with_suffix(pieces: list[str]) -> str:
    surname, *rest = pieces
    suffix = next((piece for piece in rest if _SUFFIX.fullmatch(piece)), "")
    first = next((piece for piece in rest if piece != suffix), "")
    if not suffix or not _is_surname(surname) or not _is_first_name(first):
        return ""
    return f"{first} {surname}, {suffix}"


def _turned(part: str) -> str:
    surname, comma, first = part.partition(",")
    if comma and _is_first_name(first.strip()) and len(surname.split()) <= 3:
        return f"{first.strip()} {surname.strip()}"
    return part


def _is_surname(piece: str) -> bool:
    words = piece.split()
    return len(words) == 1 or (len(words) <= 3 and words[0].islower())


def _is_first_name(piece: str) -> bool:
    return 1 <= len(piece.split()) <= 2 and not _SUFFIX.fullmatch(piece) and piece[:1].isupper()
