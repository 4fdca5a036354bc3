# SPDX-License-Identifier: MIT
"""The matrix of shared passages: a real table, so that keys and screen readers can walk it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from diptych.ui.overview.geometry import NUMBERS_FROM, cell_size, depth
from diptych.ui.overview.rows import OverviewArticle, PairCounts
from diptych.ui.parts import text_block, theme
from diptych.ui.parts.controls import letter_color
from diptych.ui.parts.counted import Counted
from diptych.ui.parts.theme import Palette, fill

Index = QModelIndex | QPersistentModelIndex
LABEL_WIDTH = 220
HEADING_HEIGHT = 20
ESTIMATE_INSET = 0.14  # of a square on each side: what is not sure is smaller
ROUNDED_FROM = 14  # pixels
SMALLEST_NUMBER = 5.0  # points
_SHEET = """
QTableView { background: transparent; border: 0; outline: 0; }
QHeaderView { background: transparent; border: 0; }
QHeaderView::section { background: transparent; border: 0; padding: 0 10px 0 0; color: @ink; }
QTableCornerButton::section { background: transparent; border: 0; }
"""


class MatrixModel(QAbstractTableModel):
    """Articles against articles; a cell is the number of matches, or an estimate before."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.articles: tuple[OverviewArticle, ...] = ()
        self.counts = PairCounts()
        self.label_font = theme.ui_font(9)

    def set_articles(self, articles: Sequence[OverviewArticle]) -> None:
        """Replace the articles; counts of pairs that stay are kept."""
        self.beginResetModel()
        self.articles = tuple(articles)
        self.endResetModel()

    def estimate(self, counts: Mapping[tuple[str, str], int]) -> None:
        """Take estimates over and show them where nothing better is known."""
        self.counts.estimate(counts)
        self._show_changes()

    def add_counts(self, counts: Mapping[tuple[str, str], int]) -> None:
        """Take the matches of compared pairs over and show them."""
        self.counts.add(counts)
        self._show_changes()

    def forget_counts(self) -> None:
        """Know nothing of any pair."""
        self.counts = PairCounts()
        self._show_changes()

    def _show_changes(self) -> None:
        if self.articles:
            last = len(self.articles) - 1
            # All of them, for their shades hang on the greatest number.
            self.dataChanged.emit(self.index(0, 0), self.index(last, last))

    def pair_at(self, index: Index) -> tuple[OverviewArticle, OverviewArticle] | None:
        """Return the two articles of a cell, None on the diagonal and outside."""
        if not index.isValid() or index.row() == index.column():
            return None
        return self.articles[index.row()], self.articles[index.column()]

    def count_at(self, index: Index) -> int | None:
        """Return the number in a cell, None while it is not known."""
        pair = self.pair_at(index)
        return None if pair is None else self.counts.of(pair[0].id, pair[1].id)

    def is_estimate(self, index: Index) -> bool:
        """Tell whether the number in a cell is an estimate."""
        pair = self.pair_at(index)
        return pair is not None and self.counts.is_estimate(pair[0].id, pair[1].id)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        # Nothing is below a cell.
        return 0 if parent.isValid() else len(self.articles)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.articles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._words(index)
        # All that is seen is painted by the delegate.
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if not 0 <= section < len(self.articles):
            return None
        title = self.articles[section].title
        if role == Qt.ItemDataRole.ToolTipRole:
            return title
        if role == Qt.ItemDataRole.DisplayRole:  # the columns are called by the rows' numbers
            is_row = orientation == Qt.Orientation.Vertical
            return f"{section + 1}  {title}" if is_row else str(section + 1)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return title
        if role == Qt.ItemDataRole.FontRole:
            return self.label_font
        if role == Qt.ItemDataRole.TextAlignmentRole and orientation == Qt.Orientation.Vertical:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def _words(self, index: Index) -> str:
        pair = self.pair_at(index)
        if pair is None:
            return self.articles[index.row()].title if index.isValid() else ""
        return f"{pair[0].title} ⟷ {pair[1].title}: {self._shared(index)}"

    def _shared(self, index: Index) -> str:
        count = self.count_at(index)
        if count is None:
            return self.tr("not compared yet")
        if self.is_estimate(index):
            return self.tr("about %n passage(s) in common, not compared yet", "", count)
        return Counted().matches(count)


def font_for(number: str, width: float, points: float) -> QFont:
    """Return the font of a number in a square, smaller where it would be cut off."""
    font = theme.ui_font(points)
    wide = text_block.text_advance(number, font)
    room = width - 2  # pixels of its edges
    return font if wide <= room else theme.ui_font(max(points * room / wide, SMALLEST_NUMBER))


class CellDelegate(QStyledItemDelegate):
    """Paints a square, darker for more in common, with its number where it fits."""

    def __init__(self, palette: Palette, model: MatrixModel, parent: QObject) -> None:
        super().__init__(parent)
        self.values = palette
        self._model = model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect = QRectF(option.rect)
        state = option.state
        gap = 1.5 if rect.width() >= NUMBERS_FROM else 0.75
        is_estimate = self._model.is_estimate(index)
        if is_estimate:
            # Smaller, so that it is told from what was counted without reading.
            gap += rect.width() * ESTIMATE_INSET
        box = rect.adjusted(gap, gap, -gap, -gap)
        count = self._model.count_at(index)
        ground = self._ground(index, count)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = min(5.0, box.width() / 6)
        if box.width() < ROUNDED_FROM:
            painter.fillRect(box, ground)  # thousands of round corners take their time
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(box, radius, radius)
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.values.color("accent"), 2.4))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius, radius)
        elif state & QStyle.StateFlag.State_MouseOver and self._model.pair_at(index):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.values.color("muted"), 1.2))
            painter.drawRoundedRect(box, radius, radius)
        if count and rect.width() >= NUMBERS_FROM:
            number = f"~{count}" if is_estimate else str(count)
            painter.setFont(font_for(number, box.width(), 8 if is_estimate else 9))
            # From pale to dark squares no one ink reads on all.
            painter.setPen(letter_color(ground))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), number)
        painter.restore()

    def _ground(self, index: Index, count: int | None) -> QColor:
        # With itself an article has everything in common.
        if index.row() == index.column():
            return self.values.color("line")
        if count is None:
            return self.values.color("chip")
        pair = self._model.pair_at(index)
        dark = depth(self._model.counts.share(pair[0].id, pair[1].id)) if pair else 0.0
        return mixed(self.values.color("bg"), self.values.color("accent"), dark * 0.8)


def mixed(ground: QColor, ink: QColor, share: float) -> QColor:
    """Return ``ground`` with a share of ``ink`` in it."""
    return QColor.fromRgbF(
        *(
            low + (high - low) * share
            for low, high in zip(_channels(ground), _channels(ink), strict=True)
        )
    )


def _channels(color: QColor) -> tuple[float, float, float]:
    return color.redF(), color.greenF(), color.blueF()


class Matrix(QTableView):
    """Shows the squares; one is chosen by click or arrow keys, opened by Enter."""

    pair_chosen = Signal(str, str)
    pair_activated = Signal(str, str)
    place_wanted = Signal(object)  # QPoint: the current square should be in view

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = 0.0
        self._model = MatrixModel(self)
        self._delegate = CellDelegate(palette, self._model, self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        self.setAccessibleName(self.tr("Shared passages of each two articles"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        # As Qt has it a table jumps by whole rows and columns.
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().setFixedHeight(HEADING_HEIGHT)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            # Qt's own minimum is wider than the smallest squares.
            header.setMinimumSectionSize(8)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setHighlightSections(False)
            header.setSectionsClickable(False)
        self.verticalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(self._activate)
        self.set_palette_values(palette)

    def show_articles(self, articles: Sequence[OverviewArticle]) -> None:
        """Replace the articles; what is known of pairs that stay is kept."""
        self._model.set_articles(articles)
        self._fit()

    def set_room(self, height: float) -> None:
        """Make the squares small enough for a height, if they can still hold numbers."""
        if height != self._room:
            self._room = height
            self._fit()

    def articles(self) -> tuple[OverviewArticle, ...]:
        """Return the articles in the order of the rows."""
        return tuple(self._model.articles)

    def estimate(self, counts: Mapping[tuple[str, str], int]) -> None:
        """Show estimates, marked as such, of pairs not compared yet."""
        self._model.estimate(counts)

    def add_counts(self, counts: Mapping[tuple[str, str], int]) -> None:
        """Show how many matches compared pairs have."""
        self._model.add_counts(counts)

    def forget_counts(self) -> None:
        """Know nothing of any pair, as what counts has changed."""
        self._model.forget_counts()

    def choose(self, one: str, other: str) -> None:
        """Make the square of two articles current; nothing is asked."""
        ids = [article.id for article in self._model.articles]
        if one in ids and other in ids:
            self.blockSignals(True)
            self.setCurrentIndex(self._model.index(ids.index(one), ids.index(other)))
            self.blockSignals(False)
            # Its own signal, which is held back, would have had it painted.
            self.viewport().update()

    def set_palette_values(self, palette: Palette) -> None:
        """Take the colours of another theme."""
        self._delegate.values = palette
        self.setStyleSheet(fill(_SHEET, palette))
        self.viewport().update()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        pair = self._model.pair_at(current)
        self.place_wanted.emit(self.visualRect(current).center())
        if pair is not None:
            self.pair_chosen.emit(pair[0].id, pair[1].id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._activate(self.currentIndex())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _activate(self, index: Index) -> None:
        pair = self._model.pair_at(index)
        if pair is not None:
            self.pair_activated.emit(pair[0].id, pair[1].id)

    def _fit(self) -> None:
        count = len(self._model.articles)
        font = theme.ui_font(9)
        # With the number of the row before the title.
        widest = max(
            (text_block.text_advance(f"{a.title}  99", font) for a in self._model.articles),
            default=0.0,
        )
        label = int(min(LABEL_WIDTH, self.width() * 0.36, widest + 14))
        room = max(self._room - HEADING_HEIGHT, 0.0)
        side = cell_size(count, self.width() - label - 4, room)
        # Only if it changes: set, it brings a resize, which leads here.
        if self.verticalHeader().width() != label:
            self.verticalHeader().setFixedWidth(label)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            if header.defaultSectionSize() != side:
                header.setDefaultSectionSize(side)
        # Letters no higher than the squares.
        self._model.label_font = theme.ui_font(max(5.5, min(9.0, side * 0.55)))
        # As tall as its rows: what is around it scrolls, so that nothing scrolls twice.
        bar = self.horizontalScrollBar().sizeHint().height()
        wide = label + side * count > self.width()
        height = HEADING_HEIGHT + side * count + 4 + (bar if wide else 0)
        self.setFixedHeight(max(height, 40))
