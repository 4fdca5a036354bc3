# SPDX-License-Identifier: MIT
"""Lines that name who wrote an article, and lines about who they are."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from diptych.patterns import late_pattern
from diptych.text.lexicon import wordings, words_of_all
from diptych.text.stopwords import stop_words


def _what() -> str:
    """Match “Written by”, “Ein Gastbeitrag von”, “Text und Fotos von” up to the last word."""
    return (
        rf"(?:(?:(?:{wordings('one')})\s+)?(?:{wordings('for_guests')})?(?:{wordings('made')})"
        rf"(?:\s+(?:{wordings('and_pictures')})\s+(?:{wordings('pictures_too')}))?\s+)"
    )


# “Words: Ann Lee”, “By Ann Lee and Bo Ek”, “作者：李明”.
_BY = late_pattern(
    lambda: (
        rf"^[\W_]{{0,6}}{_what()}?(?:{wordings('by')}(?:ы)?|{wordings('writers')})\s*"
        r"(?P<colon>[:：/|])?\s*(?P<names>\S.*)$"
    ),
    re.IGNORECASE,
)
# “Ein Interview von Ann Lee mit Bo Ek.”, “A column by Ann Lee.”: told as a sentence
_MADE_BY = late_pattern(
    lambda: (
        rf"{_what()}(?:{wordings('by')})\s+(?P<names>\S[^.!?]{{3,60}}?)(?:\s+mit\s[^.!?]{{3,60}})?\."
    ),
    re.IGNORECASE,
)
# “By Ann Lee”; “Text Ann Lee” is a byline with its colon only.
_WITHOUT_COLON = late_pattern(
    lambda: rf"^[\W_]{{0,6}}{_what()}?(?:{wordings('by')})\s", re.IGNORECASE
)
# 김민수 기자, with the address of mails after it
_REPORTER = late_pattern(
    lambda: (
        r"(?:글\s*[·/]?\s*)?([가-힣]{2,4})\s*(?:선임)?"
        rf"(?:{wordings('reporters')})(?:\s*\S+@\S+)?"
    )
)
# 記者 田中花子, 记者 李明: an office and a name in ideographs
_SIGNED = late_pattern(r"(?:記者|记者|通讯员|撰稿人?|編輯委員)[ \u3000]([\u3400-\u9fff]{2,5})")
_HANGUL_NAME = late_pattern("[가-힣]{3}")  # of two are many places
# Between the names of “Ann Lee, Bo Ek, and Cy Orr”.
_SPLIT = late_pattern(
    lambda: (
        rf"\s*(?:,|;|&|、|，|\|)\s*(?:(?:{wordings('between_names')})\s+)?|\s+/\s+"
        rf"|\s+(?:{wordings('between_names')})\s+"
    ),
    re.IGNORECASE,
)
# “By Ann Lee and”, “By Ann Lee,”: cut at the end of a line
_OPEN_END = late_pattern(lambda: rf"(?:\s+(?:{wordings('between_names')}|&)|,)\s*$", re.IGNORECASE)
# What follows a name: “Ann Lee | Reuters”, “Ann Lee, 3 May”, “Ann Lee for the Times”.
_TRAILING = late_pattern(
    lambda: (
        rf"\s*(?:\||·|•|–|—|\s-\s|\(|,\s*(?=\d)|\b(?:{wordings('before_a_day')})\s+\d|"
        rf"\bfor\s|\bmit\s|@|\bin\s+[^\W\d][^,]{{0,40}}?\s+on\s|{wordings('reported')}|\b(?:{wordings('pictures')})\b)"
    ),
    re.IGNORECASE,
)
# “Ann Lee Staff Writer”, “Ann Lee The Harbour Post”: what the style sheet sets apart.
_OFFICE_AFTER = late_pattern(
    lambda: (
        rf"(?<=[^\W\d_]{{2}})\s+(?:(?i:{wordings('offices_after_a_name')})|The\s+[A-Z]|"
        r"(?:Twitter|Facebook|Instagram|Follow|Email)\b).*$"
    )
)
# “Guest Author Ann Lee”
_OFFICE_BEFORE = late_pattern(
    lambda: rf"^(?:{wordings('offices_before_a_name')})\s+(?=\w+\s+\w)", re.IGNORECASE
)
# “Words by Ann Lee. Photographs by Bo Ek.”
_AND_PICTURES = late_pattern(
    lambda: (
        rf"^(.{{4,80}}?)\.\s+(?:{wordings('made_pictures')})\s+(?:{wordings('by_short')})\s"
        r".{4,80}$"
    ),
    re.IGNORECASE,
)
# e.g. “Ann Lee, Harbour News”: what follows the name is no second author
_OUTLET = late_pattern(lambda: rf"\b(?:{wordings('outlets')})\b", re.IGNORECASE)
# e.g. “The author is a lecturer …”, “Reporting by Ann Lee; editing by Bo Ek”
_ABOUT_AUTHOR = late_pattern(lambda: f"^(?:{wordings('about_the_author')})", re.IGNORECASE)
# “Ann Lee is a reporter in Oslo”: the name before it is the author's.
_IS_A_ROLE = late_pattern(
    r"^(?P<name>[^,.]{4,40}?)\s+(?:is|was)\s+(?:an?|the)\s+(?P<rest>.{4,200})$"
)
# ann@paper.example; lengths are bounded, or a line of dots takes quadratic time.
_MAIL = late_pattern(r"[\w.+-]{1,60}@((?:[\w-]{1,60}\.)+[a-z]{2,24})\b", re.IGNORECASE)
_MAIL_AT_THE_END = late_pattern(r"[\s|·•,(]+[\w.+-]{1,60}@[\w.-]{4,80}\)?$")
# Who writes from one of these has no outlet by it.
_PUBLIC_MAIL = {
    *("gmail.com", "outlook.com", "hotmail.com", "yahoo.com", "icloud.com", "qq.com", "163.com"),
    *("mail.ru", "yandex.ru", "protonmail.com", "gmx.de", "web.de", "aol.com", "126.com"),
}
# “Source: The Harbour Post”, “来源：港口报”.
_SOURCE = late_pattern(
    lambda: rf"^(?:{wordings('source_is')})\s*[:：]\s*(\S.{{1,79}})$", re.IGNORECASE
)
_DEGREE = late_pattern(lambda: rf"(?:{wordings('suffixes')})\.?", re.IGNORECASE)
_LONGEST = 300
_PREPOSITION = 4  # letters; “So” and “An” stand in names
# Ann Lee1,2 and Bo Ek*, or Ann Lee[3]: signs that lead to an affiliation.
_NOTE_MARKS = late_pattern(r"\[[\d*†‡§,]{1,5}\]|(?<=[^\W\d_])[\d*†‡§¹²³⁴-⁹]+(?:,[\d*†‡§]+)*|[*†‡§]")


def authors_of_line(line: str) -> tuple[str, ...] | None:
    """Return whom a byline names: a tuple, empty for a role alone; None if it is no byline."""
    two = _AND_PICTURES.match(line[:_LONGEST])
    line = two[1] if two else line
    line = _MAIL_AT_THE_END.sub("", line) if "@" in line else line
    if whole := _MADE_BY.fullmatch(line):
        return _names(whole["names"]) or None
    # A byline is no sentence: “By May the port was closed.” has a full stop.
    if len(line) > _LONGEST or line.endswith((".", "!", "?", ":", ";")):
        return None
    found = _BY.match(line)
    # “Text messages were sent” is no byline, “Text: Ann Lee” is.
    if found and (found["colon"] or _WITHOUT_COLON.match(line)):
        return _names(found["names"]) or None
    if korean := _REPORTER.fullmatch(line.strip()):
        return (korean[1],)
    if signed := _SIGNED.fullmatch(line.strip()):
        return (signed[1],)
    head, comma, rest = line.partition(",")
    if comma and is_name(head.strip()) and _role().search(rest[:80]):
        return _with_degrees(line) or (head.strip(),)
    return None


def names_of(line: str) -> tuple[str, ...]:
    """Return the people of a line that is nothing but names: ``Ida Holm¹ and Bo Winter²``."""
    plain = _NOTE_MARKS.sub("", line[:_LONGEST]).strip(" ,")
    names = [name.strip() for name in _SPLIT.split(plain) if name.strip()]
    # “Ann Lee, PhD, and Bo Ek, MD”
    names = [name for name in names if not _DEGREE.fullmatch(name)]
    # “Ann Lee and Bo Ek, Hamburg”
    if len(names) > 2 and names[-1].istitle() and names[-1].isalpha():
        names.pop()
    are_people = all(is_name(name) and not _reads_as_a_title(name) for name in names)
    return tuple(names) if names and are_people else ()


def _reads_as_a_title(name: str) -> bool:
    """Tell whether a preposition stands in capitals: ``Messages Between Two Quays``."""
    inner = name.lower().split()[1:-1]
    return any(len(word) >= _PREPOSITION and word in stop_words("en") for word in inner)


def _with_degrees(line: str) -> tuple[str, ...]:
    """Return the people of ``Ann Lee, PhD, and Bo Ek, MD``; none where nobody has a degree."""
    has_degree = any(_DEGREE.fullmatch(part.strip()) for part in _SPLIT.split(line))
    return names_of(line) if has_degree else ()


def is_role(line: str) -> bool:
    """Tell whether a short line gives a person's office and nothing else."""
    if len(line) > 120 or line.endswith((".", "!", "?", ":", ";")):
        return False
    head = " ".join(line.split()[:3])
    return "," in line and bool(_role().search(head)) and not line[0].islower()


def is_name(text: str) -> bool:
    """Tell whether ``text`` looks like one person's name."""
    # A Chinese name is two to four ideographs, with no space or capital to go by.
    if any("\u3400" <= character <= "\u9fff" for character in text):
        parts = text.split()  # a Japanese name may have a space
        return 2 <= len("".join(parts)) <= (4 if len(parts) == 1 else 6) and len(parts) <= 2
    if _HANGUL_NAME.fullmatch(text):
        return True
    words = text.split()
    if not 2 <= len(words) <= 5 or len(text) > 60:
        return False
    if words[-1].islower():
        return False
    return all(
        word.lower() in words_of_all("inside_names")
        or (word[0].isupper() and all(c.isalpha() or c in ".'’-‐" for c in word))
        for word in words
    )


def is_named_person(text: str) -> bool:
    """Tell whether what stands where a name must is one, in letters without capitals as well."""
    words = text.split()
    # أحمد علي, רות כהן: any two words look like that, so only a byline is believed.
    is_caseless = text.upper() == text.lower() and not any(c > "\u2e7f" for c in text)
    return is_name(text) or (
        is_caseless
        and 2 <= len(words) <= 4
        and len(text) <= 60
        and all(
            all(c.isalpha() or unicodedata.combining(c) or c in ".'’-" for c in w) for w in words
        )
    )


@cache
def _role() -> re.Pattern[str]:
    """Return what an office is called: “Senior Editor”, “Professor of Law at …”."""
    offices = "|".join(sorted(words_of_all("roles")))
    return re.compile(rf"\b(?:{offices})\b", re.IGNORECASE)


def is_author_note(line: str, *, at_the_end: bool) -> bool:
    """Tell whether a line is about the author or the making of the article."""
    if _ABOUT_AUTHOR.match(line[:120]):
        return True
    found = _IS_A_ROLE.match(line[:260]) if at_the_end else None
    return bool(found and is_name(found["name"]) and _role().search(found["rest"][:60]))


def is_office(text: str) -> bool:
    """Tell whether what looks like a name is what somebody is: ``Senior Editor``."""
    last = text.rpartition(" ")[2]
    return bool(_role().fullmatch(last)) and last.lower() not in wordings(
        "roles_and_surnames"
    ).split("|")


def source_of_line(line: str) -> str:
    """Return the outlet a line names: ``Source: X`` or the domain of a mail address."""
    found = _SOURCE.match(line[:100])
    if found:
        return found[1].strip(" .")
    mail = _MAIL.search(line[:_LONGEST])
    domain = mail[1].lower() if mail else ""
    return "" if domain in _PUBLIC_MAIL else domain


def goes_on(line: str) -> bool:
    """Tell whether a byline ends where another name has to follow: ``By Ann Lee and``."""
    return _OPEN_END.search(line) is not None


def _names(text: str) -> tuple[str, ...]:
    text = _OPEN_END.sub("", text)
    text = text[: found.start()] if (found := _TRAILING.search(text)) else text
    text = _OFFICE_BEFORE.sub("", _OFFICE_AFTER.sub("", text))
    surname, comma, first = text.strip(" .*_").partition(", ")
    # “Lee, Ann”, as libraries write one name
    if comma and all(len(part.split()) == 1 and is_name(f"{part} X") for part in (surname, first)):
        return (f"{first} {surname}",)
    names: list[str] = []
    for part in _SPLIT.split(text.strip(" .*_")):
        # “Ann Lee, Senior Editor”: after a name, a role or an outlet is no second one.
        if is_named_person(part) and not (names and (_role().search(part) or _OUTLET.search(part))):
            names.append(part)
        elif not names:
            return (text.strip(),) if _is_handle(text.strip()) else ()
        else:
            break
    return tuple(dict.fromkeys(names))


def _is_handle(text: str) -> bool:
    """Accept a one-word or agency author ("Reuters Staff" is a name already)."""
    # e.g. AFP, Xinhua
    return 2 < len(text) <= 30 and len(text.split()) == 1 and text[0].isupper() and text.isalnum()
