# SPDX-License-Identifier: MIT
"""Names of people and places that are known as such, in scripts where none has a capital."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from diptych.patterns import late_pattern
from diptych.text.article import Span
from diptych.text.lexicon import words_of
from diptych.text.tokens import is_unspaced

_DOTS = "·•‧・"
# 安德烈·彼得罗夫, ジョン・スミス; 経済・社会 is a list of two words.
_DOTTED = late_pattern(
    rf"[\u4e00-\u9fff]{{1,8}}[·•‧][\u4e00-\u9fff]{{1,8}}|[ァ-ヿ]{{2,10}}[{_DOTS}][ァ-ヿ]{{2,10}}"
)
_REACH = 20  # code points
_AROUND = 4  # characters of a name that may have stayed beside those that changed
_GIVEN = (1, 2)  # characters of a Chinese given name
_MOST_WORDS = 3  # of a name, a title before it
_THE_TO, _THE = "لل", "ال"  # "to the": للعراق of العراق


def known_name(text: str, span: Span, language: str) -> str:
    """Return the name that words which changed are, or are a part of; "" for any other words."""
    if not len(span) or not _names(language):
        return ""
    if is_unspaced(text[span.start]):
        return next(_unspaced(text, span, language), "")
    return _spaced(span.of(text), language)


def _unspaced(text: str, span: Span, language: str) -> Iterator[str]:
    known = _names(language)
    dotted = _DOTTED.finditer(text, max(0, span.start - _REACH), span.end + _REACH)
    yield from (name.group() for name in dotted if _touch(Span(*name.span()), span, text))
    for start in range(max(0, span.start - _AROUND), span.start + 1):
        for end in range(span.end, min(len(text), span.end + _AROUND) + 1):
            if text[start:end] in known:
                yield text[start:end]
    if language == "zh":
        # A whole name was put for another: 李明, of which the first sign is a surname.
        said = span.of(text)
        for surname in words_of(language, "surnames"):
            if said.startswith(surname) and len(said) - len(surname) in _GIVEN:
                yield said
    elif any(span.of(text).startswith(name) for name in words_of(language, "surnames")):
        yield span.of(text)


def _touch(name: Span, span: Span, text: str) -> bool:
    """Tell whether what changed is a part of a name with a dot, or holds the dot."""
    dot = next(at for at in range(name.start, name.end) if text[at] in _DOTS)
    return span.start <= dot <= span.end


def _spaced(said: str, language: str) -> str:
    """Return a name of one or more words, with no particle written onto it."""
    told = " ".join(said.split())
    if told.count(" ") >= _MOST_WORDS:
        return ""
    known = _names(language)
    particles = sorted(words_of(language, "particles_before") | {""}, key=len)
    bare = (told.removeprefix(each) for each in particles if told.startswith(each))
    forms = [*bare, _THE + told[len(_THE_TO) :] if told.startswith(_THE_TO) else told]
    found = next((form for form in forms if form in known), "")
    if found or " " not in told:
        return found
    # A first name and a surname: not every surname is listed.
    first, last = told.split(" ", 1)
    is_person = first in words_of(language, "first_names")
    return told if is_person and " " not in last else ""


@cache
def _names(language: str) -> frozenset[str]:
    """Return all that is listed but Chinese surnames, which any word may begin with."""
    subjects = ("first_names", "places", *(("surnames",) if language != "zh" else ()))
    told = frozenset().union(*(words_of(language, subject) for subject in subjects))
    return frozenset(name.replace("_", " ") for name in told)
