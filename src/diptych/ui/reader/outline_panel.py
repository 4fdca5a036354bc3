# SPDX-License-Identifier: MIT
"""The headings of the article one reads: filtered, with the present one and what each shares."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from diptych.text.headings import Heading
from diptych.ui.parts import text_block, theme
from diptych.ui.parts.controls import EmptyState, filter_box, set_ink
from diptych.ui.parts.counted import Counted
from diptych.ui.parts.row_delegate import RowDelegate, RowState
from diptych.ui.parts.rows import RowList, RowModel
from diptych.ui.parts.search_box import step_meant
from diptych.ui.parts.theme import Palette
from diptych.values import dataclass

INDENT = 18  # pixels a level
BAR = 2  # pixels, the height of the line that tells how far one has come


@dataclass(frozen=True, slots=True)
class OutlineRow:
    """A heading; ``count`` matches or changes begin under it or under one of its own.

    ``share`` of what it heads, 0 to 1, lies above where one reads; ``above`` are its parents.
    """

    title: str
    level: int
    place: int
    count: int = 0
    share: float = 0.0
    is_here: bool = False
    above: tuple[str, ...] = ()


def outline_rows(
    outline: Sequence[Heading], *, here: int, places: Sequence[int], length: int
) -> tuple[OutlineRow, ...]:
    """Return the headings with the one ``here`` stands under, and how many ``places`` each has.

    ``places`` are where the matches or changes of this side begin, ``length`` is its text's.
    """
    starts = sorted(places)
    present = max((n for n, entry in enumerate(outline) if entry.place <= here), default=-1)
    rows: list[OutlineRow] = []
    parents: list[Heading] = []
    for number, entry in enumerate(outline):
        # A heading stands under the nearest above it of a higher rank.
        parents = [parent for parent in parents if parent.level < entry.level]
        # It reaches to the next that is not under it.
        later = (other.place for other in outline[number + 1 :] if other.level <= entry.level)
        end = next(later, length)
        count = bisect_left(starts, end) - bisect_left(starts, entry.place)
        share = min(max(here - entry.place, 0) / max(end - entry.place, 1), 1.0)
        above = tuple(parent.title for parent in parents)
        is_here = number == present
        title = f"{entry.number} {entry.title}".lstrip()
        rows.append(OutlineRow(title, entry.level, entry.place, count, share, is_here, above))
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
        count = str(row.count) if row.count else ""
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
        if 0 < row.share < 1:
            self._paint_share(painter, rect, row.share)
        indent = min(row.level - 1, 5) * INDENT
        text_block.paint_line(
            painter,
            QRectF(line.left() + indent, line.top(), line.width() - width - indent, self._height),
            row.title,
            font=self._bold if row.is_here else self._font,
            ink=values.color("ink"),
            align_right=text_block.is_right_to_left(row.title),
        )

    def _paint_share(self, painter: QPainter, rect: QRectF, share: float) -> None:
        """Paint how far one has come in what a heading stands above."""
        whole = QRectF(rect.left() + 10, rect.bottom() - BAR - 1, rect.width() - 20, BAR)
        painter.fillRect(whole, self.values.color("line"))
        whole.setWidth(whole.width() * share)
        painter.fillRect(whole, self.values.color("accent"))


class OutlinePanel(QWidget):
    """Lists the headings of one side while one reads; Enter or a click goes to one."""

    chosen = Signal(int)  # place
    left = Signal()  # by the keyboard, with no heading chosen

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[OutlineRow, ...] = ()
        self._present: int | None = None
        self._counts_changes = False
        self._build(palette)
        self.set_palette_values(palette)

    def show_rows(self, rows: Sequence[OutlineRow], *, counts_changes: bool) -> None:
        """List headings; the number beside each counts its changes, or else its matches."""
        self._rows = tuple(rows)
        self._counts_changes = counts_changes
        present = next((row.place for row in rows if row.is_here), None)
        has_moved, self._present = present != self._present, present
        # A row that the reader went to with the arrows stays theirs until they read on.
        self._show(goes_to_present=has_moved)

    def show_summary(self, text: str) -> None:
        """Say in a sentence how far one has come."""
        self._summary.setText(text)
        self._summary.setVisible(bool(text))

    def clear_filter(self) -> None:
        """Show all headings again."""
        self._box.clear()

    def rows(self) -> tuple[OutlineRow, ...]:
        """Return the headings as listed."""
        return self._model.rows

    def message(self) -> str:
        """Return the sentence above the list, and what is said in place of one."""
        is_empty = self._stack.currentWidget() is self._nothing
        return " ".join((self._summary.text(), self._nothing.message() if is_empty else "")).strip()

    def focus_list(self) -> None:
        """Put the keyboard in the filter, whose arrows move the list."""
        self._box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._box.selectAll()

    def set_palette_values(self, palette: Palette) -> None:
        """Take the colours of another theme."""
        self._delegate.set_palette_values(palette)
        self._nothing.set_palette_values(palette)
        set_ink(self._summary, palette.color("muted"))
        self._list.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(320, 600)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if step := step_meant(event):
            self._list.step(step)
            return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._choose(self._model.row_at(self._list.currentIndex()))
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._step_back()
                return True
        return super().eventFilter(watched, event)

    def _build(self, palette: Palette) -> None:
        self.setMinimumWidth(200)
        self._summary = QLabel()
        self._summary.setFont(theme.ui_font(9))
        self._summary.setWordWrap(True)
        self._summary.setTextFormat(Qt.TextFormat.PlainText)
        self._summary.hide()
        words = self.tr("Filter the headings")
        self._box = filter_box(words, words)
        self._box.installEventFilter(self)
        self._box.textChanged.connect(lambda _: self._show(goes_to_present=True))
        self._model = RowModel[OutlineRow](
            key=lambda row: row.place, spoken=lambda row, *_: self._spoken(row), parent=self
        )
        self._delegate = OutlineDelegate(palette, self)
        self._list = RowList(self._model)
        self._list.setItemDelegate(self._delegate)
        self._list.setUniformItemSizes(True)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setAccessibleName(self.tr("Headings"))
        self._list.clicked.connect(lambda index: self._choose(self._model.row_at(index)))
        self._nothing = EmptyState(palette)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._nothing)
        above = QVBoxLayout()
        above.setContentsMargins(12, 8, 12, 6)
        above.setSpacing(6)
        above.addWidget(self._box)
        above.addWidget(self._summary)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(above)
        column.addWidget(self._stack, 1)

    def _show(self, *, goes_to_present: bool) -> None:
        rows = filtered(self._rows, self._box.text())
        self._list.show_rows(rows)
        if goes_to_present:
            present = next((row for row in rows if row.is_here), rows[0] if rows else None)
            self._list.set_current_key(present.place if present else None)
        if rows:
            self._stack.setCurrentWidget(self._list)
            return
        has_some = bool(self._rows)
        title = self.tr("None of these") if has_some else self.tr("No headings")
        text = self.tr("No heading is called like that.") if has_some else ""
        self._nothing.show_message(title, text or self.tr("This article has no headings."))
        self._stack.setCurrentWidget(self._nothing)

    def _choose(self, row: OutlineRow | None) -> None:
        if row is not None:
            self.chosen.emit(row.place)

    def _step_back(self) -> None:
        """Empty the filter; once more goes back to the text."""
        if self._box.text():
            self._box.clear()
        else:
            self.left.emit()

    def _spoken(self, row: OutlineRow) -> str:
        counted = Counted().changes if self._counts_changes else Counted().matches
        count = counted(row.count) if row.count else ""
        here = self.tr("you are here, at {0} %").format(round(100 * row.share))
        return ", ".join(part for part in (row.title, count, here if row.is_here else "") if part)
