# SPDX-License-Identifier: MIT
"""What the empty side offers once one article is pinned: "Read this with…"."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from diptych.ui.parts import text_block, theme
from diptych.ui.parts.controls import set_ink
from diptych.ui.parts.counted import Counted
from diptych.ui.parts.row_delegate import RowDelegate, RowState, paint_bottom_line, paint_share
from diptych.ui.parts.rows import RowList, RowModel
from diptych.ui.parts.theme import Palette, fill
from diptych.values import dataclass

_SHEET = """
#read-with { background: @paper; }
#read-with QListView { background: @paper; }
"""


@dataclass(frozen=True, slots=True)
class CandidateRow:
    """An article to read with the pinned one; ``share`` is 0 to 1 for the bar.

    ``matches`` counts what opening it would list, None until the two were compared;
    till then ``shared`` tells about how many passages they share. ``sample`` is one.
    """

    id: str
    title: str
    meta: str = ""
    shared: int = 0
    share: float = 0.0
    sample: str = ""
    matches: int | None = None


class CandidateDelegate(RowDelegate[CandidateRow]):
    """Paints title, line below, one shared passage, and how much is shared."""

    def __init__(self, palette: Palette, parent: QObject | None = None) -> None:
        super().__init__(palette, parent)
        self._title_font = theme.reading_font(11.5, bold=True)
        self._small = theme.ui_font(9)
        self._sample_font = theme.reading_font(10)
        # The article's words among ours; a script without italics is set upright all the same.
        self._sample_font.setItalic(True)
        self._title_height = text_block.line_height(self._title_font)
        self._small_height = text_block.line_height(self._small)
        self._sample_height = text_block.line_height(self._sample_font)

    def row_height(self, row: CandidateRow, width: float) -> float:  # noqa: ARG002
        # As ``paint_row`` adds them up.
        sample = self._sample_height + 2 if row.sample else 0
        return (
            10 + self._title_height + 1 + self._small_height + sample + 4 + self._small_height + 9
        )

    def paint_row(
        self, painter: QPainter, rect: QRectF, row: CandidateRow, state: RowState
    ) -> None:
        values = self.values
        if state.selected or state.hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(values.color("accent", 0.12 if state.selected else 0.05))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -2), 6, 6)
        paint_bottom_line(painter, rect, values)
        if state.focused:
            self.paint_focus(painter, rect)
        x, width = rect.left() + 12, rect.width() - 24
        title = QRectF(x, rect.top() + 10, width, self._title_height)
        muted, ink = values.color("muted"), values.color("ink")
        text_block.paint_line(painter, title, row.title, font=self._title_font, ink=ink)
        line = QRectF(x, title.bottom() + 1, width, self._small_height)
        text_block.paint_line(painter, line, row.meta, font=self._small, ink=muted)
        if row.sample:
            line = QRectF(x, line.bottom() + 2, width, self._sample_height)
            text_block.paint_line(painter, line, row.sample, font=self._sample_font, ink=muted)
        line = QRectF(x, line.bottom() + 4, width, self._small_height)
        count = self.shared_words(row)
        text_block.paint_line(painter, line, count, font=self._small, ink=values.color("accent"))
        # The bar takes what the words leave: their length is another in every language.
        beside = text_block.text_advance(count, self._small) + 12
        bar = QRectF(x + beside, line.center().y() - 1.5, max(0.0, width - beside), 3)
        paint_share(painter, bar, row.share, values)

    def shared_words(self, row: CandidateRow) -> str:
        """Return how much is shared, in words."""
        if row.matches is not None:
            return Counted().matches(row.matches)
        return self.tr("about %n passage(s) in common", "", row.shared)


class ReadWith(QWidget):
    """Stands in the empty pane; offers the articles that share most, best first."""

    candidate_requested = Signal(str)
    browse_requested = Signal()  # choose from the library instead

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build(palette)
        self._list.row_activated.connect(lambda row: self.candidate_requested.emit(row.id))
        # One click is enough, for nothing else can be done with a row.
        self._list.clicked.connect(self._click)
        self._browse.clicked.connect(self.browse_requested)
        self.set_palette_values(palette)
        self.show_nothing_pinned()

    def show_candidates(self, rows: Sequence[CandidateRow], *, is_final: bool = True) -> None:
        """Show the articles to read with the pinned one, most shared passages first.

        It is not final as long as articles are still to be read for what they mean.
        """
        self._title.setText(self.tr("Read this with…"))
        none = (
            self.tr("No other article in the library shares a passage with it.")
            if is_final
            else self.tr("None found so far; articles are still being read for meaning.")
        )
        self._line.setText(self.tr("These articles share most with it.") if rows else none)
        self._list.show_rows(rows)
        self._list.setVisible(bool(rows))
        self._browse.show()

    def show_looking(self) -> None:
        """Say that candidates are being looked for."""
        self._title.setText(self.tr("Read this with…"))
        self._line.setText(self.tr("Looking for articles that share passages with it…"))
        self._list.show_rows(())
        self._list.hide()
        self._browse.show()

    def show_nothing_pinned(self) -> None:
        """Say how an article gets here."""
        self._title.setText(self.tr("An article goes here"))
        self._line.setText(
            self.tr("Choose one in the library and press Alt+1 or Alt+2, or drag it here.")
        )
        self._list.show_rows(())
        self._list.hide()
        self._browse.show()

    def focus_list(self) -> None:
        """Put the keyboard focus on the list, or on the button when it is empty."""
        # Not ``isVisible``: the pane itself may be hidden yet.
        target = self._list if self._list.isVisibleTo(self) else self._browse
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_palette_values(self, palette: Palette) -> None:
        """Take the colours of another theme."""
        self._delegate.set_palette_values(palette)
        self.setStyleSheet(fill(_SHEET, palette))
        set_ink(self._line, palette.color("muted"))

    def sizeHint(self) -> QSize:
        return QSize(420, 500)

    def _build(self, palette: Palette) -> None:
        self.setObjectName("read-with")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = QLabel()
        self._title.setFont(theme.reading_font(16, bold=True))
        self._line = QLabel()
        for label in (self._title, self._line):
            label.setWordWrap(True)
        model = RowModel[CandidateRow](
            key=lambda row: row.id,
            spoken=lambda row, *_: self._spoken(row),
            tooltip=lambda row: row.title,
            parent=self,
        )
        self._delegate = CandidateDelegate(palette, self)
        self._model = model
        self._list = RowList(model)
        self._list.setItemDelegate(self._delegate)
        self._list.setAccessibleName(self.tr("Articles to read with it"))
        self._browse = QPushButton(self.tr("Choose from the library"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(26, 18, 26, 18)
        layout.setSpacing(8)
        layout.addWidget(self._title)
        layout.addWidget(self._line)
        layout.addWidget(self._list, 1)
        layout.addWidget(self._browse, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(0)

    def _click(self) -> None:
        row = self._model.row_at(self._list.currentIndex())
        if row is not None:
            self.candidate_requested.emit(row.id)

    def _spoken(self, row: CandidateRow) -> str:
        words = self._delegate.shared_words(row)
        return ", ".join(part for part in (row.title, row.meta, words) if part)
