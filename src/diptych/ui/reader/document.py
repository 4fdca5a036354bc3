# SPDX-License-Identifier: MIT
"""Turns a page into a Qt text document with the typography of the reader's choice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFont,
    QFontInfo,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextListFormat,
    QTextOption,
)

from diptych.patterns import late_pattern
from diptych.settings import Settings
from diptych.text.article import BlockState
from diptych.text.list_marks import BULLET, bullet_of
from diptych.ui.desk.page import Page, Paragraph
from diptych.ui.parts.text_block import may_slant
from diptych.ui.parts.theme import HINTING, UI_FAMILY, Palette
from diptych.values import dataclass

SAMPLE = "the harbour vote and the ferry deal, as both towns told it in winter"  # 68 characters
BULLET_INDENT = 22.0
BESIDE = 44.0  # pixels; by so much what one side alone says stands to its side
_BESIDE = ("only-left", "only-right", "wording")
BULLET_STRETCH = 220  # percent; Qt sets a bullet off by the width of one space
PARAGRAPH_GAP = 0.95  # below a paragraph, as a share of the type size
PARAGRAPHS_AT_ONCE, LENGTH_AT_ONCE = 2_000, 100_000  # put in by one step, about 4 ms
GAP = "\u2009"  # more, between a number and its words, than the space that Qt leaves
_DIGIT = late_pattern(r"\d")
# “ii.” is what stands before, a number or a letter, and what stands after: i, i and a full stop.
_NUMBERED = late_pattern(r"(.*?)(?:(0|[1-9]\d{0,8})|([a-zA-Z]))([^\da-zA-Z]*)", re.DOTALL)
A_NUMBER_COUNTS_FOR = 40  # paragraphs: it is a list of its own to Qt
ITEMS_AT_ONCE = 100  # with bullets: the time a list of Qt's takes grows with its square


@dataclass(frozen=True, slots=True)
class Typography:
    """How article text is set; sizes in points, ``measure`` in characters to a line."""

    family: str = "Vollkorn"
    size: float = 12.5
    line_height: float = 1.5
    measure: int = 68

    def font(self) -> QFont:
        font = QFont(self.family)
        font.setHintingPreference(HINTING)
        font.setPointSizeF(self.size)
        return font

    def measure_width(self) -> float:
        """Return the width in pixels of a line of ``measure`` characters."""
        metrics = QFontMetricsF(self.font())
        return metrics.horizontalAdvance(SAMPLE) / len(SAMPLE) * self.measure


def typography_of(chosen: Settings) -> Typography:
    """Return how the settings have text set, side by side and woven alike."""
    return Typography(
        chosen.reading_family, chosen.reading_size, chosen.line_height, chosen.measure
    )


def empty_document(typography: Typography) -> QTextDocument:
    """Return a document for ``filling``, without a parent."""
    document = QTextDocument()
    # Nobody edits it, and Qt would keep every insertion to be undone.
    document.setUndoRedoEnabled(False)
    document.setDefaultFont(typography.font())
    # The frame has the margins, see ``page_view.set_margins``.
    document.setDocumentMargin(0)
    option = QTextOption()
    # A long address, or Chinese, may break between any two letters.
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultTextOption(option)
    return document


def filling(
    document: QTextDocument, page: Page, typography: Typography, palette: Palette
) -> Iterator[None]:
    """Set a page into an empty document, some of it with each step."""
    cursor = QTextCursor(document)
    # As one edit, so that Qt lays nothing out and tells nobody before the end.
    cursor.beginEditBlock()
    setter = _Setter(typography, palette)
    before: Paragraph | None = None
    count = 0
    # Paragraphs set alike go in as one text: each call into Qt costs as much as a line.
    for _, group in groupby(page.paragraphs, key=setter.key):
        for alike in _portions(group):
            block_format, char_format = setter.formats(alike[0])
            if before is None:
                cursor.setBlockFormat(block_format)
                cursor.setBlockCharFormat(char_format)
            else:
                if before.style == "list-item" != alike[0].style:
                    setter.end_list(cursor)
                cursor.insertBlock(block_format, char_format)
            text = "\n".join(paragraph.text for paragraph in alike)
            if alike[0].mark:
                setter.insert_items(cursor, text, char_format, alike[0])
            else:
                cursor.insertText(text, char_format)
            before = alike[-1]
            count += len(alike) if alike[0].mark in ("", BULLET) else A_NUMBER_COUNTS_FOR
            if count >= PARAGRAPHS_AT_ONCE or len(alike[-1].text) * count >= LENGTH_AT_ONCE:
                count = 0
                yield
    cursor.endEditBlock()


def _portions(paragraphs: Iterable[Paragraph]) -> Iterator[list[Paragraph]]:
    portion: list[Paragraph] = []
    length = 0
    for paragraph in paragraphs:
        portion.append(paragraph)
        length += len(paragraph.text)
        most = ITEMS_AT_ONCE if paragraph.mark else PARAGRAPHS_AT_ONCE
        if length >= LENGTH_AT_ONCE or len(portion) >= most:
            yield portion
            portion, length = [], 0
    if portion:
        yield portion


class _Setter:
    """Gives each kind of paragraph its formats; made once per document."""

    def __init__(self, typography: Typography, palette: Palette) -> None:
        self._type = typography
        self._palette = palette
        # Typography counts from the type size, Qt from the font's own line height.
        self._metrics = metrics = QFontMetricsF(typography.font())
        pixels = QFontInfo(typography.font()).pixelSize()
        self._line_share = typography.line_height * pixels / max(metrics.lineSpacing(), 1.0)
        self._made: dict[object, tuple[QTextBlockFormat, QTextCharFormat]] = {}

    @staticmethod
    def key(paragraph: Paragraph) -> object:
        """Return what paragraphs that are set alike have in common."""
        # Each line that opens a fold has an address of its own; what lies in folds is only set
        # quietly.
        fold = paragraph.fold if paragraph.style == "fold" else paragraph.fold >= 0
        return (
            paragraph.style,
            paragraph.level,
            paragraph.state,
            fold,
            paragraph.rtl,
            paragraph.goes_on,
            paragraph.mark,
            paragraph.widest,
            paragraph.style in ("deck", "quote") and may_slant(paragraph.text),
        )

    def formats(self, paragraph: Paragraph) -> tuple[QTextBlockFormat, QTextCharFormat]:
        if paragraph.style == "fold":
            return self._fold(paragraph)
        key = self.key(paragraph)
        if key not in self._made:
            self._made[key] = self._make(paragraph)
        return self._made[key]

    def insert_items(
        self, cursor: QTextCursor, text: str, char_format: QTextCharFormat, like: Paragraph
    ) -> None:
        """Put in list items with bullets or a number that are quiet and stand off the words."""
        bullet = QTextCharFormat(char_format)
        if like.mark == BULLET:
            bullet.setFontStretch(BULLET_STRETCH)
        bullet.setForeground(self._palette.color("muted"))
        items, begin = QTextCursor(cursor), cursor.position()
        # Painted and no part of the text, see ``_list_format``.
        cursor.createList(_list_format(like))  # what is put in next belongs to it
        cursor.insertText(text, char_format)
        items.setPosition(begin)
        items.setPosition(cursor.position(), QTextCursor.MoveMode.KeepAnchor)
        items.setBlockCharFormat(bullet)

    def end_list(self, cursor: QTextCursor) -> None:
        """Leave as much below the last item of a list as below a paragraph."""
        last = cursor.blockFormat()
        last.setBottomMargin(self._type.size * PARAGRAPH_GAP)
        cursor.setBlockFormat(last)

    def _make(self, paragraph: Paragraph) -> tuple[QTextBlockFormat, QTextCharFormat]:
        block, char = self._base(paragraph)
        size = self._type.size
        style = paragraph.style
        if style == "title":
            self._as_heading(block, char, size * (1.42 if style == "title" else 1.26), 1)
            _set_lines(block, 0.9, bottom=size * 0.35)
        elif style == "heading":
            scale = {1: 1.22, 2: 1.16, 3: 1.1}.get(paragraph.level, 1.06)
            self._as_heading(block, char, size * scale, 2)
            block.setTopMargin(size * 1.1)
            _set_lines(block, 0.94, bottom=size * 0.45)
            if paragraph.mark:
                self._leave_margin(block, paragraph, self._room_for(paragraph.mark) * scale * 1.1)
        elif style in ("facts", "byline", "date"):
            self._as_small(char)
            _set_lines(block, 1.1, bottom=size * (1.5 if style == "facts" else 0.25))
        elif style == "deck":
            char.setFontPointSize(size * 1.06)
            char.setFontItalic(may_slant(paragraph.text))
        elif style == "quote":
            block.setLeftMargin(BULLET_INDENT)
            block.setRightMargin(BULLET_INDENT)
            char.setFontItalic(may_slant(paragraph.text))
        elif style == "list-item":
            self._indent(block, paragraph)
            _set_lines(block, self._line_share, bottom=size * 0.35)
        elif style in _BESIDE:
            self._set_beside(block, char, style)
        elif style in ("caption", "note"):
            self._as_small(char)
            _set_lines(block, 1.1, bottom=size * 0.9)
        elif style in ("code", "table"):
            # What Linux, macOS and Windows bring, in this order.
            char.setFontFamilies(["DejaVu Sans Mono", "Menlo", "Consolas", "monospace"])
            char.setFontPointSize(size * 0.85)
        # The next piece of the block stands right below.
        if paragraph.goes_on:
            block.setBottomMargin(0)
        return block, char

    def _base(self, paragraph: Paragraph) -> tuple[QTextBlockFormat, QTextCharFormat]:
        block, char = QTextBlockFormat(), QTextCharFormat()
        _set_lines(block, self._line_share, bottom=self._type.size * PARAGRAPH_GAP)
        rtl = Qt.LayoutDirection.RightToLeft
        ltr = Qt.LayoutDirection.LeftToRight
        block.setLayoutDirection(rtl if paragraph.rtl else ltr)
        # Grey is what was taken for something that is not the article's.
        quiet = paragraph.state is not BlockState.SHOWN or paragraph.fold >= 0
        char.setForeground(self._palette.color("muted" if quiet else "ink"))
        return block, char

    def _set_beside(self, block: QTextBlockFormat, char: QTextCharFormat, style: str) -> None:
        """Set what one side alone says beside the column of both, and wordings under it."""
        block.setLeftMargin(BESIDE if style != "only-left" else 0)
        block.setRightMargin(BESIDE if style == "only-left" else 0)
        if style == "wording":
            char.setFontPointSize(self._type.size * 0.9)
            char.setForeground(self._palette.color("muted"))
            _set_lines(block, self._line_share, bottom=self._type.size * 0.5)

    def _indent(self, block: QTextBlockFormat, paragraph: Paragraph) -> None:
        """Indent a list item on the side it is read from; a mark of its own hangs out."""
        margin = max(BULLET_INDENT * max(1, paragraph.level), self._room_for(paragraph.widest))
        self._leave_margin(block, paragraph, margin)
        if bullet_of(paragraph.text):
            block.setTextIndent(-BULLET_INDENT * 0.6)

    def _leave_margin(self, block: QTextBlockFormat, paragraph: Paragraph, margin: float) -> None:
        """Leave room for a mark on the side that the paragraph is read from."""
        if paragraph.rtl:
            block.setRightMargin(margin)
        else:
            block.setLeftMargin(margin)

    def _room_for(self, mark: str) -> float:
        """Return what room a mark takes before its words; Qt sets it off by a space."""
        # A one is narrower than a nought in most faces: 101 must not stand nearer than 100.
        return self._metrics.horizontalAdvance(f"{_DIGIT.sub('0', mark)}{GAP} ")

    def _as_heading(
        self, block: QTextBlockFormat, char: QTextCharFormat, size: float, level: int
    ) -> None:
        char.setFontPointSize(size)
        char.setFontWeight(QFont.Weight.DemiBold)
        block.setHeadingLevel(level)

    def _as_small(self, char: QTextCharFormat) -> None:
        char.setFontFamilies([UI_FAMILY])
        char.setFontPointSize(max(8.0, self._type.size * 0.76))
        char.setForeground(self._palette.color("muted"))

    def _fold(self, paragraph: Paragraph) -> tuple[QTextBlockFormat, QTextCharFormat]:
        block, char = self._base(paragraph)
        self._as_small(char)
        # As a link, so that ``anchorAt`` finds it under the pointer.
        char.setAnchor(True)
        char.setAnchorHref(f"fold:{paragraph.fold}")
        char.setProperty(QTextFormat.Property.UserProperty, paragraph.fold)
        return block, char


def _list_format(paragraph: Paragraph) -> QTextListFormat:
    """Return a mark that is painted only, so that every place in the text stays."""
    format_ = QTextListFormat()
    format_.setIndent(0)  # the margin of the item says how far it stands in
    found = _NUMBERED.fullmatch(paragraph.mark)
    if found is None:
        disc, circle = QTextListFormat.Style.ListDisc, QTextListFormat.Style.ListCircle
        format_.setStyle(disc if paragraph.level <= 1 else circle)
        return format_
    # Qt paints no words before an item but a number: its last one, or its last letter as one.
    before, number, letter, after = found.groups()
    upper, lower = QTextListFormat.Style.ListUpperAlpha, QTextListFormat.Style.ListLowerAlpha
    if number:
        format_.setStyle(QTextListFormat.Style.ListDecimal)
    else:
        format_.setStyle(upper if letter.isupper() else lower)
    format_.setStart(int(number) if number else ord(letter.lower()) - ord("a") + 1)
    # From right to left Qt puts the two the other way round, and would begin with a full stop.
    first, last = (after + GAP, before) if paragraph.rtl else (before, after + GAP)
    format_.setNumberPrefix(first)
    format_.setNumberSuffix(last)
    return format_


def _set_lines(block: QTextBlockFormat, share: float, *, bottom: float) -> None:
    """Set the line height as a share of the font's own, and the space below in pixels."""
    proportional = QTextBlockFormat.LineHeightTypes.ProportionalHeight
    block.setLineHeight(share * 100, proportional.value)
    block.setBottomMargin(bottom)
