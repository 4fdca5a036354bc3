# SPDX-License-Identifier: MIT
"""The headings of a long article: filtered, with the present one and what each shares."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QLabel, QWidget

from diptych.ui.desk.page import OutlineEntry
from diptych.ui.parts import text_block, theme
from diptych.ui.parts.controls import filter_box, set_ink
from diptych.ui.parts.counted import Counted
from diptych.ui.parts.row_delegate import RowDelegate, RowState
from diptych.ui.parts.rows import RowList, RowModel
from diptych.ui.parts.sheet import Sheet
from diptych.ui.parts.theme import Palette

INDENT = 18  # pixels a level
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 10, Qt.Key.Key_PageUp: -10}


@dataclass(frozen=True, slots=True)
class OutlineRow:
    """A heading; ``matches`` begin under it or under one of its own, ``above`` are its parents."""

    title: str
    level: int
    place: int
    matches: int = 0
    is_here: bool = False
    above: tuple[str, ...] = ()


def outline_rows(
    outline: Sequence[OutlineEntry], *, here: int, places: Sequence[int]
) -> tuple[OutlineRow, ...]:
    """Return the headings with the one ``here`` stands under, and how many ``places`` each has.

    ``places`` are where the matches of this side begin.
    """
    starts = sorted(places)
    present = max((n for n, entry in enumerate(outline) if entry.place <= here), default=-1)
    rows: list[OutlineRow] = []
    parents: list[OutlineEntry] = []
    for number, entry in enumerate(outline):
        # A heading stands under the nearest above it of a higher rank.
        parents = [parent for parent in parents if parent.level < entry.level]
        # It reaches to the next that is not under it.
        later = (other.place for other in outline[number + 1 :] if other.level <= entry.level)
        end = next(later, None)
        count = (len(starts) if end is None else bisect_left(starts, end)) - bisect_left(
            starts, entry.place
        )
        above = tuple(parent.title for parent in parents)
        rows.append(
            OutlineRow(entry.title, entry.level, entry.place, count, number == present, above)
        )
        parents.append(entry)
    return tuple(rows)


def filtered(rows: Sequence[OutlineRow], typed: str) -> tuple[OutlineRow, ...]:
    """Return the rows that hold all words typed, each with the headings it stands under."""
    wanted = typed.casefold().split()
    if not wanted:
        return tuple(rows)
    return tuple(
        # The whole way instead of an indent: its parents may be filtered out.
        replace(row, title=whole, level=1)
        for row in rows
        for whole in (" › ".join((*row.above, row.title)),)
        if all(word in whole.casefold() for word in wanted)
    )


class OutlineDelegate(RowDelegate[OutlineRow]):
    """Paints a heading by its level, the present one bold, and how many matches it has."""

    def __init__(self, palette: Palette, parent: QObject | None = None) -> None:
        super().__init__(palette, parent)
        self._font, self._bold = theme.ui_font(10.5), theme.ui_font(10.5, bold=True)
        self._height = text_block.line_height(self._font)

    def row_height(self, row: OutlineRow, width: float) -> float:  # noqa: ARG002
        return self._height + 11

    def paint_row(self, painter: QPainter, rect: QRectF, row: OutlineRow, state: RowState) -> None:
        values = self.values
        if state.selected or state.hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(values.color("accent", 0.16 if state.selected else 0.07))
            painter.drawRoundedRect(rect.adjusted(0, 1, 0, -1), 6, 6)
        if row.is_here:
            painter.fillRect(
                QRectF(rect.left(), rect.top() + 3, 3, rect.height() - 6), values.color("accent")
            )
        count = str(row.matches) if row.matches else ""
        # Room for four figures, so that all titles end at one edge.
        width = text_block.text_advance("0000", self._font)
        line = rect.adjusted(10, 0, -10, 0)
        line.setTop(rect.center().y() - self._height / 2)
        text_block.paint_line(
            painter,
            QRectF(line.right() - width, line.top(), width, self._height),
            count,
            font=self._font,
            ink=values.color("muted"),
            align_right=True,
        )
        indent = min(row.level - 1, 5) * INDENT
        text_block.paint_line(
            painter,
            QRectF(line.left() + indent, line.top(), line.width() - width - indent, self._height),
            row.title,
            font=self._bold if row.is_here else self._font,
            ink=values.color("ink"),
            align_right=text_block.is_right_to_left(row.title),
        )


class OutlineSheet(Sheet):
    """Lists the headings of one side; Enter or a click goes to one."""

    chosen = Signal(int)  # place

    def __init__(
        self,
        rows: Sequence[OutlineRow],
        *,
        share_read: float,
        counts_changes: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Headings"))
        self.heading.setText(self.tr("Headings"))
        said = (
            self.tr("You are at {0} %. The number beside a heading counts its changes.")
            if counts_changes
            else self.tr("You are at {0} %. The number beside a heading counts its matches.")
        )
        self.say(said.format(round(100 * share_read)))
        self.buttons.hide()
        self._rows = tuple(rows)
        self._build()
        self._show()

    def set_palette_values(self, palette: Palette) -> None:
        super().set_palette_values(palette)
        if hasattr(self, "_delegate"):
            self._delegate.set_palette_values(palette)

    def rows(self) -> tuple[OutlineRow, ...]:
        """Return the headings as listed."""
        return self._model.rows

    def sizeHint(self) -> QSize:
        return QSize(460, 520)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            # The keyboard stays in the box, and its arrows move the list.
            if event.key() in _STEPS:
                self._list.step(_STEPS[Qt.Key(event.key())])
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._choose(self._model.row_at(self._list.currentIndex()))
                return True
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        words = self.tr("Filter the headings")
        self._box = filter_box(words, words)
        self._box.installEventFilter(self)
        self._box.textChanged.connect(self._show)
        self._model = RowModel[OutlineRow](
            key=lambda row: row.place, spoken=lambda row, *_: self._spoken(row), parent=self
        )
        self._delegate = OutlineDelegate(self.values, self)
        self._list = RowList(self._model)
        self._list.setItemDelegate(self._delegate)
        self._list.setUniformItemSizes(True)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setAccessibleName(self.tr("Headings"))
        self._list.clicked.connect(lambda index: self._choose(self._model.row_at(index)))
        self._nothing = QLabel(self.tr("No heading is called like that."))
        set_ink(self._nothing, self.values.color("muted"))
        for part in (self._box, self._nothing):
            self.body.addWidget(part)
        self.body.addWidget(self._list, 1)
        self._box.setFocus()

    def _show(self) -> None:
        rows = filtered(self._rows, self._box.text())
        present = next((row for row in rows if row.is_here), rows[0] if rows else None)
        self._list.show_rows(rows)
        self._list.set_current_key(present.place if present else None)
        self._nothing.setVisible(not rows)
        self._list.setVisible(bool(rows))
        if not rows:
            self.body.setStretch(1, 1)

    def _choose(self, row: OutlineRow | None) -> None:
        if row is not None:
            self.accept()
            self.chosen.emit(row.place)

    def _spoken(self, row: OutlineRow) -> str:
        here = self.tr("you are here") if row.is_here else ""
        matches = Counted().matches(row.matches) if row.matches else ""
        return ", ".join(part for part in (row.title, matches, here) if part)
