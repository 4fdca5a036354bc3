# SPDX-License-Identifier: MIT
"""The works in an article's list, each by what it is known by, and where the text cites it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from diptych.patterns import late_pattern
from diptych.text.addresses import address_parts
from diptych.text.article import Article, BlockKind, Passage, Span
from diptych.text.plain_forms import without_accents
from diptych.text.references import BEGINS_WORK, MARK, YEAR, work_numbers
from diptych.text.tokens import is_unspaced
from diptych.values import dataclass

# e.g. https://doi.org/10.1000/er.2017.101; a DOI may hold brackets and ends with no stop
_DOI = late_pattern(r"\b10\.\d{4,9}/[^\s\"<>“”，。]+", re.IGNORECASE)
# e.g. arXiv:2103.00020v2, arxiv.org/abs/math.GT/0309136
_ARXIV = late_pattern(
    r"arxiv(?:\.org/(?:abs|pdf)/|\s*:\s*)(\d{4}\.\d{4,5}|[a-z.-]+/\d{7})", re.IGNORECASE
)
_ADDRESS = late_pattern(r"https?://[^\s\"<>“”，。]+", re.IGNORECASE)
# (2014), (June 2014), （2014a）
_IN_BRACKETS = late_pattern(r"[(（]\s*(?:[^()（）]{0,20}\s)?((?:1[5-9]|20)\d\d[a-z]?)(?!\d)")
_INITIALS = late_pattern(r"^(?:[^\W\d_]\.[-\s]*)+")
# “Adams, R.”, “Adams and Lee”, “Adams et al.”: where the first name of an entry ends.
_END_OF_NAME = late_pattern(
    r"[,;:(，、：；（“\"«。]|\.(?:\s|$)|\.(?=[^\W\d_]{2})|\s(?:and|und|et|y|e|и|&)\s|\set al"
)
_LAST_INITIALS = late_pattern(r"(?:\s+[^\W\d_]{1,2}\.?)+$")
_WORDS = late_pattern(r"[^\W\d_]+")
_TELLING = 4  # letters; shorter words join others
_REACH = 80  # code points from a name to the year it is cited with
# e.g. [3], [3, 5], [3–7], ［3］
_NUMBERS = late_pattern(r"[\[［【]\s*(\d{1,4}(?:\s*[,;，、–—\-‐‑−]\s*\d{1,4})*)\s*[\]］】]")
# 3–7: all the works from 3 to 7
_RANGE = late_pattern(r"(\d{1,4})\s*[–—\-‐‑−]\s*(\d{1,4})")
_MARK_OF_NOTE = late_pattern(r"\s*\W?(\d{1,3})\b")
_LONGEST_RANGE = 100  # works cited at once


@dataclass(frozen=True, slots=True)
class Work:
    """A work as a list names it.

    ``mark`` is the number the text cites it by, ``name`` the first author's family name and
    ``words`` those of its title and journal, both folded; ``ids`` are DOI, arXiv id and
    address. What the list does not tell is empty.
    """

    span: Span
    mark: str
    name: str
    year: str
    words: frozenset[str]
    ids: frozenset[str]
    written: str  # “Adams 2014”


@dataclass(frozen=True, slots=True)
class Citing:
    """A place where a passage cites a work, by its number in the list."""

    work: int
    passage: int
    span: Span


def works_of(article: Article) -> tuple[Work, ...]:
    """Return the works in an article's list of references, in order."""
    text = article.reading_text()
    found = [_work(text, span) for span in _entries(article, text)]
    marked = [work for work in found if work.mark]
    # In a list with numbers, what has none is the foot of a page.
    return tuple(marked if 2 * len(marked) > len(found) else found)


def _entries(article: Article, text: str) -> Iterator[Span]:
    """Yield the places of the works: a block may hold several, and a work several blocks."""
    held: Span | None = None
    before = -2
    for number in work_numbers(article):
        for span in _pieces(text, article.blocks[number].span):
            goes_on = held is not None and number <= before + 1 and not _begins(text, span)
            if held is not None and not goes_on:
                yield held
            held = Span(held.start, span.end) if held is not None and goes_on else span
            before = number
    if held is not None:
        yield held


def _pieces(text: str, block: Span) -> Iterator[Span]:
    """Yield the works that stand in one block, each from a line of its own on."""
    starts = [block.start]
    for found in re.finditer(r"\n", block.of(text)):
        at = block.start + found.end()
        if BEGINS_WORK.match(text, at, block.end):
            starts.append(at)
    for start, end in zip(starts, [*starts[1:], block.end], strict=True):
        said = text[start:end]
        lead = len(said) - len(said.lstrip())
        if said.strip():
            yield Span(start + lead, start + len(said.rstrip()))


def _begins(text: str, span: Span) -> bool:
    said = span.of(text)
    first = next((sign for sign in said if sign.isalpha()), "a")
    return bool(MARK.match(said)) or (not first.islower() and bool(YEAR.search(said)))


def _work(text: str, span: Span) -> Work:
    said = span.of(text)
    mark = MARK.match(said)
    body = said[mark.end() :] if mark else said.lstrip("-*•· ")
    ids = frozenset(_ids(body))
    plain = _ADDRESS.sub(" ", _DOI.sub(" ", body))
    year = _year(plain)
    name = _first_author(plain)
    words = frozenset(_telling(plain)) - {_folded(name)}
    return Work(
        span,
        "".join(filter(str.isdigit, mark.group())) if mark else "",
        _folded(name.split()[-1]) if name else "",
        year,
        words,
        ids,
        " ".join(part for part in (name, year) if part) or said[:40],
    )


def _ids(said: str) -> Iterator[str]:
    for found in _DOI.finditer(said):
        # A bracket that nothing opens ends the sentence around it.
        doi = found.group().rstrip(".,;:]")
        yield "doi:" + (doi.rstrip(")") if doi.count("(") < doi.count(")") else doi).casefold()
    for found in _ARXIV.finditer(said):
        yield "arxiv:" + found[1].casefold()
    for found in _ADDRESS.finditer(said):
        parts = address_parts(found.group().rstrip(".,;:)]"))
        host = parts.netloc.casefold().removeprefix("www.")
        path = parts.path.rstrip("/")
        # The front page of a publisher is no work.
        if (path or parts.query) and host not in ("doi.org", "dx.doi.org", "arxiv.org"):
            yield f"address:{host}{path}?{parts.query}"


def _year(said: str) -> str:
    in_brackets = _IN_BRACKETS.search(said)
    if in_brackets:
        return in_brackets[1]
    # 1950–1961 are pages; of two years the last is that of the print.
    free = [
        found.group()
        for found in YEAR.finditer(said)
        if not set(said[max(0, found.start() - 1)] + said[found.end() : found.end() + 1])
        & set("–-—‐:")
    ]
    return free[-1] if free else ""


def _first_author(said: str) -> str:
    """Return the family name that a work begins with: "Adams, R.", "R. Adams", "王伟"."""
    said = _INITIALS.sub("", said.lstrip("“\"«'*_ "))
    end = _END_OF_NAME.search(said)
    name = said[: end.start()] if end else said[:40]
    return " ".join(_LAST_INITIALS.sub("", name).split())[:60]


def _telling(said: str) -> Iterator[str]:
    for found in _WORDS.finditer(said):
        word = _folded(found.group())
        if is_unspaced(word[0]):
            yield from (word[n : n + 2] for n in range(len(word) - 1))
        elif len(word) >= _TELLING:
            yield word


def _folded(word: str) -> str:
    """Return a word without capitals and accents: lists write Müller, Muller and MÜLLER."""
    return without_accents(word.casefold())


def citations(
    article: Article, works: Sequence[Work], passages: Sequence[Passage]
) -> tuple[Citing, ...]:
    """Return where passages cite works: by number, as the list does, else by name and year."""
    text = article.reading_text()
    notes = _marks_of_notes(article, text)
    by_number = {work.mark: n for n, work in enumerate(works) if work.mark}
    by_name: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, work in enumerate(works):
        by_name[work.name, work.year].append(number)
    found: dict[tuple[int, int], Citing] = {}
    for at, passage in enumerate(passages):
        for work_number, span in (
            *_by_number(text, passage.span, by_number, notes),
            *_by_name(text, passage.span, by_name),
        ):
            found.setdefault((work_number, at), Citing(work_number, at, span))
    return tuple(found.values())


def _marks_of_notes(article: Article, text: str) -> frozenset[str]:
    notes = (block.span for block in article.blocks if block.kind is BlockKind.NOTE)
    return frozenset(found[1] for span in notes if (found := _MARK_OF_NOTE.match(span.of(text))))


def _by_number(
    text: str, passage: Span, works: dict[str, int], notes: frozenset[str]
) -> Iterator[tuple[int, Span]]:
    if not works:
        return
    for found in _NUMBERS.finditer(text, passage.start, passage.end):
        # Set close it is the mark of a footnote, where there is one of that number.
        if found[1] in notes and not text[max(0, found.start() - 1)].isspace():
            continue
        numbers = set(re.findall(r"\d+", found[1]))
        for first, last in _RANGE.findall(found[1]):
            numbers.update(map(str, range(int(first), min(int(last), int(first) + _LONGEST_RANGE))))
        for number in sorted(numbers & works.keys(), key=int):
            yield works[number], Span(found.start(), found.end())


def _by_name(
    text: str, passage: Span, works: dict[tuple[str, str], list[int]]
) -> Iterator[tuple[int, Span]]:
    for year in YEAR.finditer(text, passage.start, passage.end):
        reach = text[max(passage.start, year.start() - _REACH) : year.start()]
        # What stands before a semicolon is cited with a year of its own.
        start = year.start() - len(reach.rpartition(";")[2])
        for found in _WORDS.finditer(text, start, year.start()):
            # Two works of one author and year are told by no citation.
            named = works.get((_folded(found.group()), year.group()), ())
            if found.group() and not found.group()[0].islower() and len(named) == 1:
                yield named[0], Span(found.start(), year.end())
                break
