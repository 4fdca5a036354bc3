# SPDX-License-Identifier: MIT
"""Notes whose passage changed or is gone: the old words, and where they may be now."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from diptych.notes.anchor import AnchorState
from diptych.text.sides import Side
from diptych.ui.notes.quotes import QuoteList
from diptych.ui.notes.rows import QuoteRow
from diptych.ui.notes.words import state_name
from diptych.ui.parts import text_block, theme
from diptych.ui.parts.controls import set_ink
from diptych.ui.parts.row_delegate import RowDelegate, RowState
from diptych.ui.parts.rows import RowList, RowModel
from diptych.ui.parts.sheet import Sheet
from diptych.ui.parts.text_block import TextStyle
from diptych.ui.parts.theme import Palette
from diptych.values import dataclass


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """Words that may be the ones quoted; ``likeness`` is 0 to 1.

    ``marks`` are the ranges that differ from the old quotation.
    """

    text: str
    place: str = ""
    likeness: float = 0.0
    marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class AttentionRow:
    """One passage of a note that is fuzzy or lost, with candidates, best first."""

    note_id: str
    anchor: int
    side: Side
    title: str
    quote: str
    state: AnchorState
    note_text: str = ""
    places: tuple[PlaceRow, ...] = ()


class TroubleDelegate(RowDelegate[AttentionRow]):
    """Paints what is wrong, with which article, and the beginning of the note."""

    def __init__(self, palette: Palette, parent: QObject | None = None) -> None:
        super().__init__(palette, parent)
        self._small = theme.ui_font(8.75)
        self._font = theme.ui_font(10)
        self._small_height = text_block.line_height(self._small)
        self._height = text_block.line_height(self._font)

    def row_height(self, row: AttentionRow, width: float) -> float:  # noqa: ARG002
        return 8 + self._small_height + 2 + self._height + 8

    def paint_row(
        self, painter: QPainter, rect: QRectF, row: AttentionRow, state: RowState
    ) -> None:
        values = self.values
        self.paint_ground(painter, rect, state)
        x, width = rect.left() + 10, rect.width() - 20
        line = QRectF(x, rect.top() + 8, width, self._small_height)
        words = " · ".join(part for part in (state_name(row.state), row.title) if part)
        warning = values.color("warning")
        text_block.paint_line(painter, line, words, font=self._small, ink=warning)
        line = QRectF(x, line.bottom() + 2, width, self._height)
        # A highlight has no words of its own.
        ink = values.color("ink")
        text_block.paint_line(painter, line, row.note_text or row.quote, font=self._font, ink=ink)


class PlaceDelegate(RowDelegate[PlaceRow]):
    """Paints a candidate: how alike, where, and its words with the changed ones marked."""

    def __init__(self, palette: Palette, parent: QObject | None = None) -> None:
        super().__init__(palette, parent)
        self._small = theme.ui_font(8.75)
        self._font = theme.reading_font(10.5)
        self._small_height = text_block.line_height(self._small)
        self._height = text_block.line_height(self._font)

    def row_height(self, row: PlaceRow, width: float) -> float:
        return 8 + self._small_height + 2 + self._lines(row, width) * self._height + 8

    def paint_row(self, painter: QPainter, rect: QRectF, row: PlaceRow, state: RowState) -> None:
        values = self.values
        self.paint_ground(painter, rect, state)
        line = QRectF(rect.left() + 10, rect.top() + 8, rect.width() - 20, self._small_height)
        muted = values.color("muted")
        text_block.paint_line(painter, line, self.words(row), font=self._small, ink=muted)
        style = TextStyle(self._font, values.color("ink"), values.color("hit", 0.6), highlight=True)
        lines = self._lines(row, rect.width())
        block = text_block.lay_out(row.text, style, line.width(), lines=lines, marks=row.marks)
        block.paint(painter, line.left(), line.bottom() + 2)

    def words(self, row: PlaceRow) -> str:
        """Return how alike a candidate is, and where it stands."""
        alike = self.tr("{0} % alike").format(round(row.likeness * 100))
        return " · ".join(part for part in (alike, row.place) if part)

    def _lines(self, row: PlaceRow, width: float) -> int:
        return text_block.lines_taken(row.text, self._font, width - 20, 3)


class NeedsAttention(Sheet):
    """Shows each such passage; the reader accepts a candidate, chooses one, or keeps it so."""

    accept_requested = Signal(str, int, int)  # note id, anchor, candidate
    choose_requested = Signal(str, int)  # note id, anchor: by hand, in the text
    keep_requested = Signal(str, int)  # leave it without a place

    def __init__(self, rows: Sequence[AttentionRow], parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Notes that need attention"))
        self.heading.setText(self.tr("Notes that need attention"))
        self._shown: AttentionRow | None = None
        self._build()
        self.show_rows(rows)

    def show_rows(self, rows: Sequence[AttentionRow]) -> None:
        """Show the passages that are fuzzy or lost, the lost ones first if so given."""
        before = self._list.currentIndex().row()
        self._list.show_rows(rows)
        self.say(
            self.tr("Their texts changed. Nothing was deleted; say where the words are now.")
            if rows
            else self.tr("All notes stand where they should.")
        )
        # What was settled is gone; what took its place comes next.
        if rows and self._list.current_key() is None:
            self._list.set_current_key(_key(rows[min(max(before, 0), len(rows) - 1)]))
        self._show_current()

    def set_palette_values(self, palette: Palette) -> None:
        super().set_palette_values(palette)
        if hasattr(self, "_delegate"):
            self._delegate.set_palette_values(palette)
            self._place_delegate.set_palette_values(palette)
            self._old.set_palette_values(palette)
            set_ink(self._now, palette.color("muted"))

    def sizeHint(self) -> QSize:
        return QSize(780, 520)

    def _build(self) -> None:
        self._model = RowModel[AttentionRow](
            key=_key, spoken=lambda row, *_: self._spoken(row), parent=self
        )
        self._delegate = TroubleDelegate(self.values, self)
        self._list = RowList(self._model)
        self._list.setItemDelegate(self._delegate)
        self._list.setAccessibleName(self.tr("Passages without a sure place"))
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(self._list)
        split.addWidget(self._build_detail())
        # The words need more room than the names of the notes.
        split.setSizes([280, 460])
        self.body.addWidget(split, 1)
        role = QDialogButtonBox.ButtonRole
        self._accept = QPushButton(self.tr("It is &here"))
        self._accept.setDefault(True)
        self._choose = QPushButton(self.tr("&Choose in the text…"))
        self._keep = QPushButton(self.tr("&Keep without a place"))
        for button in (self._accept, self._choose, self._keep):
            self.buttons.addButton(button, role.ActionRole)
        self.buttons.addButton(self.tr("Close"), role.RejectRole)
        self._connect()

    def _build_detail(self) -> QWidget:
        self._old = QuoteList(self.values)
        self._now = QLabel()
        self._now.setWordWrap(True)
        set_ink(self._now, self.values.color("muted"))
        self._place_model = RowModel[PlaceRow](
            key=lambda row: (row.place, row.text),
            spoken=lambda row, *_: f"{self._place_delegate.words(row)}, {row.text}",
            parent=self,
        )
        self._place_delegate = PlaceDelegate(self.values, self)
        self._places = RowList(self._place_model)
        self._places.setItemDelegate(self._place_delegate)
        self._places.setAccessibleName(self.tr("Where the words may be now"))
        detail = QWidget()
        layout = QVBoxLayout(detail)
        layout.setContentsMargins(14, 0, 0, 0)
        layout.addWidget(self._old)
        layout.addWidget(self._now)
        layout.addWidget(self._places, 1)
        return detail

    def _connect(self) -> None:
        self._list.row_chosen.connect(lambda _: self._show_current())
        # Enter goes on to the candidates.
        self._list.row_activated.connect(lambda _: self._places.setFocus())
        self._places.row_activated.connect(lambda _: self._ask_accept())
        self._accept.clicked.connect(self._ask_accept)
        self._choose.clicked.connect(lambda: self._ask(self.choose_requested))
        self._keep.clicked.connect(lambda: self._ask(self.keep_requested))
        self.buttons.rejected.connect(self.reject)

    def _show_current(self) -> None:
        row = self._model.row_at(self._list.currentIndex())
        self._shown = row
        for button in (self._accept, self._choose, self._keep):
            button.setEnabled(row is not None)
        if row is None:
            self._old.show_quotes(())
            self._now.setText("")
            self._places.show_rows(())
            return
        # As in the editor, so that a reader knows it for the note's own quotation.
        self._old.show_quotes((QuoteRow(row.side, row.title, row.quote),))
        self._now.setText(
            self.tr("Where it may be now:")
            if row.places
            else self.tr("Nothing like it stands in the article now.")
        )
        self._places.show_rows(row.places)
        # They come best first, so that Enter alone takes the likeliest.
        self._places.setCurrentIndex(self._place_model.index(0))
        # After the loop above: without a candidate there is nothing to say “here” of.
        self._accept.setEnabled(bool(row.places))

    def _ask_accept(self) -> None:
        place = self._places.currentIndex().row()
        if self._shown is not None and place >= 0:
            self.accept_requested.emit(self._shown.note_id, self._shown.anchor, place)

    def _ask(self, signal: object) -> None:
        if self._shown is not None:
            # A bound signal has no type of its own.
            signal.emit(self._shown.note_id, self._shown.anchor)  # type: ignore[attr-defined]

    def _spoken(self, row: AttentionRow) -> str:
        # Read out whole, one long note would keep the listener from the others.
        parts = [state_name(row.state), row.title, row.note_text[:300], row.quote[:300]]
        return ", ".join(part for part in parts if part)


def _key(row: AttentionRow) -> object:
    return (row.note_id, row.anchor)
