# SPDX-License-Identifier: MIT
"""Paints one article of the library list, and says where its parts are."""

from __future__ import annotations

import math

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QPainter

from diptych.text.sides import Side
from diptych.ui.library.rows import LibraryRow, PairRow
from diptych.ui.parts import text_block, theme
from diptych.ui.parts.row_delegate import (
    RowDelegate,
    RowState,
    paint_bottom_line,
    paint_pin_button,
    paint_share,
)
from diptych.ui.parts.theme import Palette
from diptych.values import dataclass

INSET = 14.0
BUTTON_WIDTH = 24.0
EDGE = 3.0
GROUP_ROOM = 16.0  # above a group's heading
NAME_GAP = 8.0
NAME_SHARE = 0.4  # of the line, which the name of a pair has at least if it is long


@dataclass(frozen=True, slots=True)
class RowParts:
    """Where the parts of a row stand, in the list's own pixels."""

    title: QRectF
    below: QRectF
    bar: QRectF
    left_button: QRectF
    right_button: QRectF

    def side_at(self, x: float, y: float) -> str:
        """Return which pin button is at a point: ``left``, ``right`` or none."""
        if self.left_button.contains(x, y):
            return Side.LEFT
        return Side.RIGHT if self.right_button.contains(x, y) else ""


def row_parts(rect: QRectF, title_height: float, below_height: float, tag_width: float) -> RowParts:
    """Place a row's parts; ``tag_width`` is what stands right of the title."""
    left, width = rect.left() + INSET, rect.width() - 2 * INSET
    top = rect.top() + 9
    # Never nothing, however narrow the panel is drawn.
    title_width = max(width - (tag_width + 8 if tag_width else 0), 10)
    below_top = top + title_height + 2
    height = title_height + 2
    right = rect.right() - INSET + 4
    return RowParts(
        title=QRectF(left, top, title_width, title_height),
        below=QRectF(left, below_top, width, below_height),
        bar=QRectF(left, below_top + below_height + 6, width, 3),
        left_button=QRectF(right - 2 * BUTTON_WIDTH - 3, top - 2, BUTTON_WIDTH, height),
        right_button=QRectF(right - BUTTON_WIDTH, top - 2, BUTTON_WIDTH, height),
    )


class LibraryRowDelegate(RowDelegate[LibraryRow]):
    """Paints title, line below, side, similarity bar, and the pin buttons."""

    pin_requested = Signal(object, str)  # side, article id

    def __init__(self, palette: Palette, parent: QObject | None = None) -> None:
        super().__init__(palette, parent)
        self._title_font = theme.reading_font(10.75, bold=True)
        # For a title that is a guess of ours from the first words: the article names none.
        self._derived_font = theme.reading_font(10.75)
        self._derived_font.setItalic(True)
        self._below_font = theme.ui_font(9)
        self._tag_font = theme.ui_font(8.25, bold=True)
        self._title_height = text_block.line_height(self._title_font)
        self._below_height = text_block.line_height(self._below_font)

    def row_height(self, row: LibraryRow, width: float) -> float:  # noqa: ARG002
        # As ``row_parts`` adds them up. A row without a bar keeps its room: else the
        # article under the pointer is another one as soon as something is pinned.
        return self._group_height(row) + 9 + self._title_height + 2 + self._below_height + 16

    def _tag(self, side: Side | None) -> str:
        words = {Side.LEFT: self.tr("LEFT"), Side.RIGHT: self.tr("RIGHT")}
        return words[side] if side else ""

    def paint_row(self, painter: QPainter, rect: QRectF, row: LibraryRow, state: RowState) -> None:
        if row.group:
            self._paint_group(painter, rect, row.group)
            rect = rect.adjusted(0, self._group_height(row), 0, 0)
        self._paint_ground(painter, rect, row, state)
        buttons = state.selected or state.hovered
        tag = self._tag(row.side)
        tag_width = text_block.text_advance(tag, self._tag_font)
        # The buttons stand where the side is named otherwise.
        if buttons:
            tag_width = 2 * BUTTON_WIDTH + 3
        parts = row_parts(rect, self._title_height, self._below_height, tag_width)
        self._paint_words(painter, parts, row)
        if buttons:
            for letter, side in (("L", Side.LEFT), ("R", Side.RIGHT)):
                place = parts.left_button if side == Side.LEFT else parts.right_button
                paint_pin_button(
                    painter, place, letter, palette=self.values, pinned=row.side == side
                )
        elif tag:
            title = parts.title
            place = QRectF(title.right() + 8, title.top(), tag_width + 1, title.height())
            accent = self.values.color("accent")
            text_block.paint_line(painter, place, tag, font=self._tag_font, ink=accent)
        if row.share is not None:
            paint_share(painter, parts.bar, row.share, self.values)

    def button_at(self, row: LibraryRow, rect: QRectF, x: float, y: float) -> str:
        rect = rect.adjusted(0, self._group_height(row), 0, 0)
        # Where the buttons are does not hang on what stands there otherwise.
        return row_parts(rect, self._title_height, self._below_height, 0).side_at(x, y)

    def press_button(self, row: LibraryRow, name: str) -> None:
        self.pin_requested.emit(name, row.id)

    def _group_height(self, row: LibraryRow) -> float:
        return self._below_height + GROUP_ROOM if row.group else 0.0

    def _paint_group(self, painter: QPainter, rect: QRectF, group: str) -> None:
        place = QRectF(
            rect.left() + INSET, rect.top() + GROUP_ROOM - 4, rect.width() - 2 * INSET, 0
        )
        place.setHeight(self._below_height)
        ink = self.values.color("muted")
        text_block.paint_line(painter, place, group, font=self._tag_font, ink=ink)

    def _paint_ground(
        self, painter: QPainter, rect: QRectF, row: LibraryRow, state: RowState
    ) -> None:
        if row.side:
            # Paper, as in the panes: the article lies open there.
            painter.fillRect(rect, self.values.color("paper"))
        if state.selected:
            painter.fillRect(rect, self.values.color("accent", 0.13))
        elif state.hovered:
            painter.fillRect(rect, self.values.color("chip", 0.6))
        paint_bottom_line(painter, rect, self.values)
        if row.side:
            # At the edge that tells the side.
            x = rect.left() if row.side == Side.LEFT else rect.right() - EDGE
            edge = QRectF(x, rect.top(), EDGE, rect.height())
            painter.fillRect(edge, self.values.color("accent"))
        if state.focused:
            self.paint_focus(painter, rect)

    def _paint_words(self, painter: QPainter, parts: RowParts, row: LibraryRow) -> None:
        text_block.paint_line(
            painter,
            parts.title,
            row.title,
            font=self._derived_font if row.derived_title else self._title_font,
            ink=self.values.color("ink" if row.available else "muted"),
            align_right=text_block.is_right_to_left(row.title),
        )
        below, ink = row.below(), self.values.color("muted")
        if not row.available:
            below = " · ".join(part for part in (self.tr("file not found"), below) if part)
            ink = self.values.color("warning")
        text_block.paint_line(painter, parts.below, below, font=self._below_font, ink=ink)


class PairDelegate(RowDelegate[PairRow]):
    """Paints both titles, one below the other, with the name and the progress of a pair."""

    def __init__(self, palette: Palette, parent: QObject | None = None) -> None:
        super().__init__(palette, parent)
        self._title_font = theme.reading_font(9.75)
        self._below_font = theme.ui_font(8.75)
        self._name_font = theme.ui_font(8.75, bold=True)
        self._title_height = text_block.line_height(self._title_font)
        self._below_height = text_block.line_height(self._below_font)

    def row_height(self, row: PairRow, width: float) -> float:  # noqa: ARG002
        # As ``paint_row`` adds them up; a name shares the last line with what is known of the
        # pair.
        return 8 + 2 * self._title_height + 1 + self._below_height + 8

    def paint_row(self, painter: QPainter, rect: QRectF, row: PairRow, state: RowState) -> None:
        if state.selected or state.hovered:
            painter.fillRect(rect, self.values.color("chip", 0.6))
        paint_bottom_line(painter, rect, self.values)
        if state.focused:
            self.paint_focus(painter, rect)
        ink, muted = self.values.color("ink"), self.values.color("muted")
        x, width, y = rect.left() + INSET, rect.width() - 2 * INSET, rect.top() + 8
        for title in row.titles:
            place = QRectF(x, y, width, self._title_height)
            text_block.paint_line(painter, place, title, font=self._title_font, ink=ink)
            y += self._title_height
        name = f"★ {row.name}" if row.name else ""
        name_width, meta = self.below(name, row.meta, width)
        if name:
            place = QRectF(x, y + 1, name_width, self._below_height)
            accent = self.values.color("accent")
            text_block.paint_line(painter, place, name, font=self._name_font, ink=accent)
            x, width = x + name_width + NAME_GAP, width - name_width - NAME_GAP
        place = QRectF(x, y + 1, max(width, 0), self._below_height)
        text_block.paint_line(painter, place, meta, font=self._below_font, ink=muted)

    def below(self, name: str, meta: str, width: float) -> tuple[float, str]:
        """Return how much of the last line the name takes, and what is told of the pair beside it.

        What has no room is left out whole: "37 matches, 1 n…" would tell no number of notes.
        """
        taken = 0.0
        if name:
            beside = width - text_block.text_advance(meta, self._below_font) - NAME_GAP
            most = max(beside, width * NAME_SHARE)
            taken = math.ceil(min(text_block.text_advance(name, self._name_font), most))
        room = width - taken - (NAME_GAP if name else 0)
        parts = meta.split(", ")
        while len(parts) > 1 and text_block.text_advance(", ".join(parts), self._below_font) > room:
            parts.pop()
        return taken, ", ".join(parts)
