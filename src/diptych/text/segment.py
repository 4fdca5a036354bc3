# SPDX-License-Identifier: MIT
"""Cut an article into the passages that are compared: sentences and list items."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice

from diptych.patterns import late_pattern
from diptych.text import full_stops
from diptych.text.article import (
    Article,
    Block,
    BlockKind,
    BlockState,
    Passage,
    Span,
)
from diptych.text.formulas import is_formula
from diptych.text.full_stops import REACH
from diptych.text.lexicon import lines_of_all
from diptych.text.references import work_numbers
from diptych.text.sentence_ends import MARKS, WIDE_MARKS

LONGEST = 1_500  # code points; a longer "sentence" is cut at a clause or a space
# Not said by the author of the text, or said again in it: never compared. A heading
# names what follows and claims nothing: "Results" is in every paper.
_APART = frozenset({BlockKind.BYLINE, BlockKind.DATE, BlockKind.CAPTION, BlockKind.HEADING})
_CELL = 40  # code points; a table of shorter ones has figures and names, no sentences
# Here a line break is always an end; there are no sentences to join.
_LONGEST_HEAD = 40  # code points
_AROUND_A_HEAD = "*_ .:。：—–-［］【】[]"
_BY_LINE = frozenset({BlockKind.TABLE, BlockKind.CODE})
_CELLS = late_pattern(r"[\t|]")
# Likely furniture is none of what the author says, as sure furniture: running heads, teasers.
_FURNITURE = frozenset({BlockState.DIMMED, BlockState.FOLDED})
# Code points. A mark whose partner is farther off is taken for a slip of the keyboard.
_QUOTE_REACH = 240
# Code points of Latin script, half as many of Chinese: what is quoted and says more than "Stop."
_SAYS_MORE = 40
_SHORTEST_JOINED = 30  # code points; "os.Path" is no end of a sentence
# "XLVIII." and "(123." are numbers of an item, and not sentences of their own.
_LONGEST_BULLET = 12
# Nothing longer is looked for: an address without end is no word.
_LONGEST_WORD = 40
# Lines wrapped by hand are 60 to 80 wide; longer ones are paragraphs with no wrapping.
_WIDEST_WRAPPED = 100
_SHORT_LINE = 24  # code points; a shorter line is a fragment, not a verse
# What a line of verse may end with; a line wrapped by hand ends anywhere.
_PAUSE = late_pattern(r"[,;:!?»«”’`–—\-\")\]]\s*\Z")


# The marks of notes that stick to the end of a sentence: “closed.[3][note 4]”, “closed.³”
_NOTE_MARKS = r"(?:\[[^\[\]\n]{1,20}\]|[¹²³⁰⁴-⁹])*(?:[*†‡§]{1,3}(?=\s))?"
# “closed.” with a space after it, “关了。”, and “closed.It,” where the space was lost
_END = late_pattern(
    rf"[{MARKS}]+[\"”’»')\]]*{_NOTE_MARKS}(?=\s)|[{WIDE_MARKS}…]+[”’」』》）\"]*{_NOTE_MARKS}"
    r"|(?<=[^\W\d_]{3})\.\d{1,3}(?=\s+[A-ZА-ЯЁ])"  # “closed.3 Then”: the mark was raised
    r"|(?<=[a-zа-яё]{3})[.!?](?=[A-ZА-ЯЁ][a-zа-яё]+[\s,’'])"  # the space is missing
)
# “3.”, “IV.”, “b.” alone: the number of what follows, no sentence
_BULLET = late_pattern(r"\s*(?:\(?\d{1,3}|[IVXLC]{1,6}|[A-Za-z])\.$")
# "……。”他说": the sentence goes on with who said it.
_SAID = late_pattern(r"[他她它我]?[们]?(?:说|道|问|表示|称|指出)")
_NO_CAPITAL = "a"
_QUOTES = (("“", "”"), ("«", "»"), ("「", "」"), ("『", "』"))


def passages(article: Article) -> tuple[Passage, ...]:
    """Return the sentences and list items worth comparing, in text order.

    Furniture, bylines, dates, captions, headings, formulas, the figures of tables and
    the works a paper lists are left out; headings only where there is something else.
    A line break inside a block is a space, unless the author broke the line on purpose:
    it ends at a pause though the next word would have fitted.
    """
    return tuple(_worth_comparing(article))


def passage_at(article: Article, number: int) -> Passage | None:
    """Return one of the passages, without cutting what comes after it; None past the last."""
    return next(islice(_worth_comparing(article), number, None), None)


def _worth_comparing(article: Article) -> Iterator[Passage]:
    works = frozenset(work_numbers(article))
    read = [
        (index, block)
        for index, block in enumerate(article.blocks)
        if block.state is BlockState.SHOWN and index not in works
    ]
    said = [(n, b) for n, b in read if b.kind not in _APART and _claims(b, article.text)]
    is_bare = True
    for passage in _passages_of(article, said):
        is_bare = False
        if not _is_head_of_a_part(passage.span.of(article.text)):
            yield passage
    if is_bare:
        yield from _passages_of(article, read)


def _is_head_of_a_part(words: str) -> bool:
    """Tell whether a "sentence" only names what follows in its paragraph: "Abstract."."""
    return len(words) <= _LONGEST_HEAD and words.strip(_AROUND_A_HEAD).casefold() in _heads()


@cache
def _heads() -> frozenset[str]:
    return frozenset(lines_of_all("heads_of_parts"))


def _claims(block: Block, text: str) -> bool:
    """Tell whether a block may hold a sentence; a formula and a row of figures hold none."""
    words = block.span.of(text)
    if block.kind is BlockKind.TABLE:
        return any(len(cell) > _CELL for line in words.splitlines() for cell in _CELLS.split(line))
    return len(words) > LONGEST or not is_formula(words)


def all_passages(article: Article) -> tuple[Passage, ...]:
    """Do the same for all that is read: captions, notes and bylines, but no furniture.

    Running heads change where pages break, and teasers with each visit.
    """
    blocks = enumerate(article.blocks)
    read = ((n, block) for n, block in blocks if block.state not in _FURNITURE)
    return tuple(_passages_of(article, read))


def _passages_of(article: Article, blocks: Iterable[tuple[int, Block]]) -> Iterator[Passage]:
    text = article.reading_text()
    width = _line_width(text)
    introductions = _Introductions()
    for index, block in blocks:
        spans = [span for span in _cut_block(text, block, width) if _has_words(text, span)]
        lead_in = introductions.of(block)
        # The item's sentences are compared with what promised them: "The plan has parts:".
        yield from (Passage(span, index, lead_in) for span in spans)
        if spans:
            introductions.follow(block, spans[-1], text)


def sentences(text: str, start: int = 0, end: int | None = None, *, width: int = 0) -> list[Span]:
    """Return the sentences of ``text[start:end]`` without surrounding white space.

    ``width`` is that of the text's longer lines; with 0 no line break counts.
    """
    end = len(text) if end is None else end
    cuts = sorted({*_sentence_ends(text, start, end), *_kept_breaks(text, start, end, width), end})
    spans: list[Span] = []
    for cut in cuts:
        span = _trimmed(text, start, cut)
        if span is not None:
            spans.extend(_shortened(text, span))
        start = cut
    return spans


def sentences_around(article: Article, span: Span) -> Span:
    """Return the sentence that holds a span, or all that it touches."""
    for block in article.blocks:
        if block.span.overlaps(span):
            whole = sentences(article.text, block.span.start, block.span.end)
            touched = [one for one in whole if one.overlaps(span)]
            if touched:
                return Span(touched[0].start, max(touched[-1].end, span.end))
    return span


class _Introductions:
    """Which line introduces the list item that comes next."""

    def __init__(self) -> None:
        self._by_level: dict[int, Span] = {}

    def of(self, block: Block) -> Span | None:
        """Return the line that introduces ``block``, if it is a list item."""
        if block.kind is not BlockKind.LIST_ITEM:
            return None
        above = [level for level in self._by_level if level < max(block.level, 1)]
        return self._by_level[max(above)] if above else None

    def follow(self, block: Block, last: Span, text: str) -> None:
        """Remember the last passage of ``block`` if it promises a list."""
        level = max(block.level, 1) if block.kind is BlockKind.LIST_ITEM else 0
        for known in [known for known in self._by_level if known >= level]:
            del self._by_level[known]
        if text[last.end - 1] in ":：":
            self._by_level[level] = last


def _cut_block(text: str, block: Block, width: int) -> list[Span]:
    start, end = block.span.start, block.span.end
    if block.kind not in _BY_LINE:
        return sentences(text, start, end, width=width)
    spans: list[Span] = []
    for line in text[start:end].splitlines(keepends=True):
        span = _trimmed(text, start, start + len(line))
        if span is not None:
            spans.extend(_shortened(text, span))
        start += len(line)
    return spans


def _line_width(text: str) -> int:
    """Return the length at which the text's lines were wrapped by hand, if they were."""
    lengths = sorted(len(line) for line in text.split("\n") if line.strip())
    if not lengths:
        return 0
    # The ninth tenth: the last lines of paragraphs are short, and one may be overlong.
    usual = lengths[len(lengths) * 9 // 10]
    return usual if usual <= _WIDEST_WRAPPED else lengths[-1] + _LONGEST_WORD


def _kept_breaks(text: str, start: int, end: int, width: int) -> list[int]:
    """Return the line breaks that the author meant, as in verse."""
    breaks: list[int] = []
    line = start
    at = text.find("\n", start, end)
    while at >= 0:
        following = text[at + 1 : min(end, at + 1 + _LONGEST_WORD)].split(maxsplit=1)
        fits = bool(following) and at - line + 1 + len(following[0]) <= width
        if fits and _PAUSE.search(text, max(line, at - 8), at) and at - line > _SHORT_LINE:
            breaks.append(at)
        line = at + 1
        at = text.find("\n", line, end)
    return breaks


def _has_words(text: str, span: Span) -> bool:
    return any(character.isalnum() for character in text[span.start : span.end])


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def _shortened(text: str, span: Span) -> list[Span]:
    """Cut an endless sentence at clauses, else at spaces, else anywhere."""
    parts: list[Span] = []
    start = span.start
    while span.end - start > LONGEST:
        window = text[start : start + LONGEST]
        cut = max(window.rfind(mark, LONGEST // 2) for mark in (";", ":", "；", "。", "\n"))
        if cut < 0:
            cut = max(window.rfind(mark, LONGEST // 2) for mark in (",", "，", " "))
        end = start + (cut + 1 if cut > 0 else LONGEST)
        part = _trimmed(text, start, end)
        if part is not None:
            parts.append(part)
        start = end
    rest = _trimmed(text, start, span.end)
    return [*parts, rest] if rest is not None else parts


def _sentence_ends(text: str, start: int, end: int) -> list[int]:
    ends: list[int] = []
    last = quoted = start  # a quotation may have begun sentences ago
    for match in _END.finditer(text, start, end):
        rest = _rest_of_quotation(text, quoted, match.end(), end)
        if _is_end(text, match, last, end, rest):
            last = match.end()
            ends.append(last)
            if rest is None:
                quoted = last
    return ends


def _is_end(text: str, match: re.Match[str], last: int, end: int, rest: int | None) -> bool:
    """Tell whether the mark found ends the sentence that began at ``last``.

    ``rest`` is how far from the mark a quotation ends that is open there.
    """
    mark, stop = match.group(), match.end()
    # No space follows: "os.Path" and "README.Md", unless a whole sentence stands before.
    if mark in ".!?" and text[stop : stop + 1].isupper() and stop - last < _SHORTEST_JOINED:
        return False
    # "“Stop. Think,” she said." is one sentence; what says more stands by itself.
    enough = _SAYS_MORE // 2 if mark[0] in WIDE_MARKS else _SAYS_MORE
    if rest is not None and min(stop - last, rest) < enough:
        return False
    if mark[0] in WIDE_MARKS or (
        mark[0] == "…" and "\u4e00" <= text[match.start() - 1] <= "\u9fff"
    ):
        return not (mark[-1] in "”」』》" and _SAID.match(text, stop, end))
    # Only the next word is looked at; 80 code points hold it and any quotation marks.
    following = text[stop : min(end, stop + 80)].lstrip()
    bare = following.lstrip('"“‘«([—–- ')
    # "He hesitated... then spoke"; "Acme Corp. Inc." is one name.
    if not following or bare[:1].islower() or bare.startswith(("Inc", "Ltd", "Corp")):
        return False
    # What follows is about abbreviations, and those have one full stop.
    if mark[0] != "." or mark.startswith(".."):
        return True
    if stop - last < _LONGEST_BULLET and _BULLET.match(text[last:stop]):
        return False
    if mark[-1].isdecimal():
        following = _NO_CAPITAL  # "fig.4 Above" names a figure, though a capital comes after it
    return full_stops.is_last(text[max(last, match.start() - REACH) : match.start()], following)


def _rest_of_quotation(text: str, start: int, stop: int, end: int) -> int | None:
    """Return how far from ``stop`` the quotation ends that is open there; None if none is."""
    before = text[max(start, stop - _QUOTE_REACH) : stop]
    reach = min(end, stop + _QUOTE_REACH)
    for opening, closing in _QUOTES:
        if before.count(opening) > before.count(closing):
            at = text.find(closing, stop, reach)
            if at >= 0:
                return at - stop
    # Straight marks do not tell which end they are: an odd number before leaves one open.
    at = text.find('"', stop, reach) if before.count('"') % 2 == 1 else -1
    return at - stop if at >= 0 else None
