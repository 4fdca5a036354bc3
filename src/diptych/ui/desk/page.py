# SPDX-License-Identifier: MIT
"""What a pane shows of an article: its paragraphs in order, and where each comes from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from diptych.text.article import Article, Block, BlockKind, BlockState, Span, TitleSource
from diptych.text.headings import Heading, headings
from diptych.text.list_marks import mark_before
from diptych.text.verse import lines_that_go_on, verse_lines
from diptych.ui.desk.fold_reasons import translated_reason
from diptych.ui.offsets import PaneMap, Piece
from diptych.ui.parts.counted import Counted
from diptych.ui.parts.text_block import is_right_to_left
from diptych.values import dataclass

LONGEST_PARAGRAPH = 10_000  # code points; a longer block is drawn in pieces
LOOKED_BACK = 500  # code points before the end of a piece where a space may end it
BLOCKS_AT_ONCE = 1_000  # laid out by one step


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of the pane.

    ``style`` is a block kind, ``facts`` for the line under the
    title, or ``fold`` for the line that opens folded blocks. ``fold`` numbers the group of
    folded blocks the paragraph belongs to or opens, -1 for none. One that ``goes_on``
    is a piece of a long block, or a line of a stanza, with the next right below it.
    ``mark`` is painted before it: a bullet, or the number of a list item; ``widest`` is
    the longest of its list, so that all items begin at one place. ``line`` numbers a line
    of verse, 0 is none.
    """

    style: str
    text: str
    level: int = 0
    state: BlockState = BlockState.SHOWN
    fold: int = -1
    rtl: bool = False
    goes_on: bool = False
    mark: str = ""
    widest: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    """The paragraphs of a pane and the map from article places to pane positions."""

    paragraphs: tuple[Paragraph, ...]
    map: PaneMap
    outline: tuple[Heading, ...]
    folds: int


def page_steps(
    article: Article, facts: str, *, open_folds: frozenset[int] = frozenset()
) -> Generator[None, None, Page]:
    """Lay out an article for reading, some of its blocks with each step.

    ``facts`` is the line under the title.
    """
    return _Builder(article, facts, open_folds).steps()


class _Builder:
    def __init__(self, article: Article, facts: str, open_folds: frozenset[int]) -> None:
        self._article = article
        self._facts = facts
        self._open = open_folds
        self._paragraphs: list[Paragraph] = []
        self._texts: list[str] = []
        self._pieces: list[Piece] = []
        self._length = 0
        self._folds = 0
        self._in_stanzas = lines_that_go_on(article)
        self._lines = verse_lines(article) if self._in_stanzas else {}

    def steps(self) -> Generator[None, None, Page]:
        blocks = self._article.blocks
        head = _head(blocks)
        self._add_head(head)
        for folded, group in _folded_or_not(blocks, head):
            if folded:
                self._add_fold(group)
                continue
            for number, block in enumerate(group, 1):
                self._add_block(block)
                if number % BLOCKS_AT_ONCE == 0:
                    yield
        pane_text = "\n".join(self._texts)
        return Page(
            tuple(_with_widest_marks(self._paragraphs)),
            PaneMap(pane_text, self._pieces),
            headings(self._article),
            self._folds,
        )

    def _add_head(self, head: Sequence[Block]) -> None:
        titles = [block for block in head if block.kind is BlockKind.TITLE]
        # Words taken from the first sentence would stand right above it once more.
        is_told = self._article.title_source is not TitleSource.DERIVED
        if is_told and (
            not titles or _words(titles[0], self._article) != self._article.title.split()
        ):
            self._add_text("title", self._article.title)
        for block in titles:
            self._add_block(block)
        for block in head:
            if block.kind is BlockKind.BYLINE:
                self._add_block(block)
        if self._facts:
            self._add_text("facts", self._facts)

    def _add_text(self, style: str, text: str) -> None:
        self._append(Paragraph(style, text, rtl=is_right_to_left(text)))

    def _add_block(self, block: Block, *, fold: int = -1) -> None:
        source = self._article.text
        pieces = []
        for runs in _split(_visible_runs(block, source), source):
            text = "".join(_flat(run.of(source)) for run in runs)
            if block.kind in _KEEPS_LINES:
                text = _with_line_breaks(text, runs, source)
            if text.strip():
                pieces.append((runs, text))
        # A long block has the direction of its first piece in all.
        rtl = bool(pieces) and is_right_to_left(pieces[0][1])
        for number, (runs, text) in enumerate(pieces, 1):
            # The line break between two paragraphs counts.
            start = self._length + (1 if self._texts else 0)
            for run in runs:
                self._pieces.append(Piece(run.start, start, len(run)))
                start += len(run)
            goes_on = number < len(pieces) or block.span.start in self._in_stanzas
            kind, level, state = block.kind.value, block.level, block.state
            mark = mark_before(block, text) if number == 1 else ""
            line = self._lines.get(block.span.start, 0)
            self._append(Paragraph(kind, text, level, state, fold, rtl, goes_on, mark, line=line))

    def _add_fold(self, blocks: list[Block]) -> None:
        number = self._folds
        self._folds += 1
        is_open = number in self._open
        self._append(Paragraph("fold", fold_line(blocks, is_open=is_open), fold=number))
        if is_open:
            for block in blocks:
                self._add_block(block, fold=number)

    def _append(self, paragraph: Paragraph) -> None:
        self._length += len(paragraph.text) + (1 if self._texts else 0)
        self._texts.append(paragraph.text)
        self._paragraphs.append(paragraph)


def _with_widest_marks(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """Tell each item of a list the longest mark of those that stand as far in as it does."""
    for is_list, group in groupby(paragraphs, key=lambda p: p.style == BlockKind.LIST_ITEM):
        some = list(group)
        widest: dict[int, str] = {}
        for each in some if is_list else ():
            widest[each.level] = max(widest.get(each.level, ""), each.mark, key=len)
        # Bullets are all of one width, and lists of thousands of them are left as they are.
        for each in some:
            longest = widest.get(each.level, "") if is_list else each.mark
            yield replace(each, widest=longest) if len(longest) > 1 else each


def folded_groups(blocks: Sequence[Block]) -> list[list[Block]]:
    """Return the folded blocks, group by group as the pane numbers them."""
    return [group for folded, group in _folded_or_not(blocks, _head(blocks)) if folded]


def _folded_or_not(
    blocks: Sequence[Block], head: Sequence[Block]
) -> Iterator[tuple[bool, list[Block]]]:
    taken = {id(block) for block in head}
    rest = [block for block in blocks if id(block) not in taken]
    for folded, group in groupby(rest, key=lambda b: b.state is BlockState.FOLDED):
        yield folded, list(group)


def fold_line(blocks: Sequence[Block], *, is_open: bool) -> str:
    """Return the quiet line that stands for folded blocks, with what they are."""
    reasons = [reason for reason, _ in Counter(b.reason for b in blocks if b.reason).most_common(3)]
    count = Counted().folded_lines(len(blocks))
    what = f": {', '.join(map(translated_reason, reasons))}" if reasons else ""
    return f"{'▾' if is_open else '▸'} {count}{what}"


def _words(block: Block, article: Article) -> list[str]:
    return "".join(run.of(article.text) for run in _visible_runs(block, article.text)).split()


def _head(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks the header shows: the title, and bylines and dates near it."""
    head: list[Block] = []
    has_title = False
    for block in blocks:
        if block.state is BlockState.FOLDED:
            continue
        is_title = block.kind is BlockKind.TITLE and not has_title
        has_title = has_title or is_title
        if is_title or block.kind in (BlockKind.BYLINE, BlockKind.DATE):
            head.append(block)
    return head


def _visible_runs(block: Block, text: str) -> Iterator[Span]:
    """Yield the parts of a block that are not markup, outer white space trimmed."""
    start, end = block.span.start, block.span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    for hidden in sorted(block.markup):
        if start < hidden.start:
            yield Span(start, min(hidden.start, end))
        start = max(start, hidden.end)
        if start >= end:
            return
    if start < end:
        yield Span(start, end)


def _split(runs: Iterable[Span], text: str) -> Iterator[list[Span]]:
    """Group runs into paragraphs of a length that Qt lays out quickly, cut at spaces."""
    group: list[Span] = []
    length = 0
    for run in runs:
        start = run.start
        while start < run.end:
            end = min(run.end, start + LONGEST_PARAGRAPH - length)
            is_cut = length + end - start >= LONGEST_PARAGRAPH
            if is_cut and end < run.end:
                space = text.rfind(" ", max(start, end - LOOKED_BACK), end)
                # What has no spaces, such as Chinese, is cut anywhere.
                end = space + 1 if space >= 0 else end
            group.append(Span(start, end))
            length += end - start
            start = end
            if is_cut:
                yield group
                group, length = [], 0
    if group:
        yield group


def _flat(text: str) -> str:
    """Replace what would break a Qt paragraph by spaces, one for one."""
    # Few paragraphs hold such a thing, which this tells at once.
    if text.isprintable():
        return text
    return "".join(" " if c in _BREAKS or c < " " else c for c in text)


def _with_line_breaks(flat: str, runs: Sequence[Span], source: str) -> str:
    """Put line separators back where the source breaks a line, one for one."""
    original = "".join(run.of(source) for run in runs)
    # In a Qt paragraph U+2028 breaks the line.
    return "".join(
        "\u2028" if old == "\n" else new for old, new in zip(original, flat, strict=True)
    )


_KEEPS_LINES = (BlockKind.CODE, BlockKind.TABLE)
# U+FDD0 and U+FDD1 begin and end a frame in Qt's texts.
_BREAKS = "\n\r\t\u2028\u2029\ufdd0\ufdd1\x7f"
