# SPDX-License-Identifier: MIT
"""A list of immutable rows: the model and the view every panel's list is made of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QItemSelectionModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QWidget

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex

ROW_ROLE = int(Qt.ItemDataRole.UserRole)
BAR_AS_NEEDED = Qt.ScrollBarPolicy.ScrollBarAsNeeded
FILLS_ANY_WINDOW = 100  # rows


class RowModel(QAbstractListModel, Generic[Row]):
    """Holds rows and what is said of each; knows nothing of what a row means.

    ``key`` names a row across updates, ``spoken`` puts it into words for
    assistive technology (row, position from 1, how many).
    """

    def __init__(
        self,
        key: Callable[[Row], object],
        spoken: Callable[[Row, int, int], str],
        *,
        tooltip: Callable[[Row], str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._key = key
        self._spoken = spoken
        self._tooltip = tooltip
        self._rows: tuple[Row, ...] = ()
        self._places: dict[object, int] = {}
        self.mime_type = ""

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows as last set."""
        return self._rows

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Replace the rows; rows with unchanged keys in unchanged order stay in place."""
        keys = [self._key(row) for row in rows]
        # Equal keys are one entry among the places: then the lengths differ.
        if keys == list(self._places) and len(keys) == len(self._rows):
            self._rows = tuple(rows)
            if keys:
                self.dataChanged.emit(self.index(0), self.index(len(keys) - 1))
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self._places = {key: place for place, key in enumerate(keys)}
        self.endResetModel()

    def place_of(self, key: object) -> int | None:
        """Return the position of the row with this key."""
        return self._places.get(key)

    def key_at(self, place: int) -> object | None:
        """Return the key of the row at ``place``, None outside the list."""
        return self._key(self._rows[place]) if 0 <= place < len(self._rows) else None

    def row_at(self, index: Index) -> Row | None:
        """Return the row an index points to."""
        place = index.row()
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        # Rows of a list have none under them.
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row_at(index)
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(row, index.row() + 1, len(self._rows))
        if role == Qt.ItemDataRole.ToolTipRole and self._tooltip is not None:
            return self._tooltip(row)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if self.mime_type else flags

    def mimeTypes(self) -> list[str]:
        return [self.mime_type] if self.mime_type else []

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        result = QMimeData()
        keys = [str(self.key_at(index.row())) for index in indexes]
        result.setData(self.mime_type, "\n".join(keys).encode())
        return result


class RowButtons(Protocol):
    """A delegate that paints buttons into its rows."""

    def button_at(self, row: Any, rect: QRectF, x: float, y: float) -> str:
        """Return the name of the button at a point, empty if there is none."""

    def press_button(self, row: Any, name: str) -> None:
        """Do what the button stands for."""


class RowList(QListView, Generic[Row]):
    """A quiet, keyboard-friendly list that keeps its place when its rows change."""

    row_chosen = Signal(object)  # the reader moved to a row, by key or pointer
    row_activated = Signal(object)  # Enter or double click

    def __init__(self, model: RowModel[Row], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._quiet = False
        self._current_at_press: object | None = None
        self._buttons: RowButtons | None = None
        self._pressed: tuple[object, str] | None = None
        self._is_to_be_seen = False  # the current row, when the list comes back
        self._coming_back = QTimer(self)  # once it has its height again
        self._coming_back.setSingleShot(True)
        self._coming_back.setInterval(0)
        self._coming_back.timeout.connect(lambda: self.scrollTo(self.currentIndex()))
        self.setModel(model)
        self.setFrameShape(QListView.Shape.NoFrame)
        # Rows change under the mouse also while no button is held, of which Qt is silent else.
        self.setMouseTracking(True)
        # By the pixel, for rows may be as high as the list.
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setMinimumHeight(40)
        self.doubleClicked.connect(self._activate)

    def set_buttons(self, delegate: RowButtons) -> None:
        """Let clicks on the delegate's buttons press them, without choosing the row."""
        self._buttons = delegate

    def offer_menu(self, menu_of: Callable[[Row], QMenu]) -> None:
        """Let the right button, or the menu key, open the menu of a row."""

        def open_at(place: QPoint) -> None:
            index = self.indexAt(place)
            row = self._model.row_at(index if index.isValid() else self.currentIndex())
            if row is not None:
                menu = menu_of(row)
                # Else each menu would stay in memory until the window closes.
                menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
                menu.popup(self.viewport().mapToGlobal(place))

        self.customContextMenuRequested.connect(open_at)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Replace the rows; selection, current row and scroll place stay where they can."""
        # Of thousands each look at where they stand costs a quarter of a second.
        if tuple(rows) == self._model.rows:
            self.viewport().update()
            return
        current = self.current_key()
        selected = [self._model.key_at(i.row()) for i in self.selectedIndexes()]
        anchor, offset = self._row_looked_at() if rows else (None, 0)
        # Where there will be one for sure it saves laying out all rows again beside it.
        has_bar = len(rows) > FILLS_ANY_WINDOW
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOn if has_bar else BAR_AS_NEEDED
        self.setVerticalScrollBarPolicy(policy)
        # When rows are replaced Qt makes one current that the reader did not choose.
        self._quiet = True
        try:
            self._model.set_rows(rows)
            self._select_again(current, selected)
        finally:
            self._quiet = False
        self._scroll_back(anchor, offset)

    def current_key(self) -> object | None:
        """Return the key of the current row."""
        return self._model.key_at(self.currentIndex().row())

    def set_current_key(self, key: object | None) -> bool:
        """Make the row with this key current and visible, without announcing it."""
        place = None if key is None else self._model.place_of(key)
        self._quiet = True
        try:
            self.setCurrentIndex(QModelIndex() if place is None else self._model.index(place))
        finally:
            self._quiet = False
        if place is not None:
            self.scrollTo(self._model.index(place))
            self._is_to_be_seen = not self.isVisible()
        return place is not None

    def choose_place(self, place: int) -> None:
        """Choose the row at a place, or the last one, without announcing it."""
        self._quiet = True
        try:
            self.setCurrentIndex(self._model.index(min(place, self._model.rowCount() - 1)))
        finally:
            self._quiet = False

    def step(self, by: int) -> None:
        """Move the current row up or down, stopping at the ends."""
        count = self._model.rowCount()
        if count:
            place = self.currentIndex().row()
            target = 0 if place < 0 and by > 0 else min(max(place + by, 0), count - 1)
            self.setCurrentIndex(self._model.index(target))
            self.scrollTo(self._model.index(target))

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        row = self._model.row_at(current)
        if row is not None and not self._quiet:
            self.row_chosen.emit(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._activate(self.currentIndex())
            # Else Enter would go on to a dialog's default button.
            event.accept()
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # First, or a press on a button would choose its row and open it.
        self._pressed = self._button_under(event)
        if self._pressed is not None:
            event.accept()
            return
        self._current_at_press = self.current_key()
        # What a right click opens is a menu: the reader is not going anywhere.
        self._quiet = event.button() == Qt.MouseButton.RightButton
        try:
            super().mousePressEvent(event)
        finally:
            self._quiet = False

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None:
            pressed, self._pressed = self._pressed, None
            row = self._model.row_at(self.indexAt(event.position().toPoint()))
            if self._button_under(event) == pressed and row is not None and self._buttons:
                self._buttons.press_button(row, pressed[1])
            return
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        again = self._model.key_at(index.row())
        # A click on the row that is current already changes nothing, yet the
        # reader asks to go there once more.
        if event.button() == Qt.MouseButton.LeftButton and again is not None:
            row = self._model.row_at(index)
            if again == self._current_at_press and row is not None:
                self.row_chosen.emit(row)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # Two quick clicks on a button are two clicks, not one on the row.
        self._pressed = self._button_under(event)
        if self._pressed is None:
            super().mouseDoubleClickEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        seen = self.visualRect(self.currentIndex())
        was_seen = seen.isValid() and 0 <= seen.bottom() <= event.oldSize().height()
        super().resizeEvent(event)
        # How high rows are hangs on the width.
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
        if was_seen:  # what takes the room away shall not cover the row it is about
            self.scrollTo(self.currentIndex())

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        # Folded away with its panel it has no height, and forgets where it was scrolled to.
        seen = self.visualRect(self.currentIndex())
        self._is_to_be_seen = self.viewport().rect().intersects(seen)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_to_be_seen:
            self._is_to_be_seen = False
            self._coming_back.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        # A row shows that it has the keyboard; a list without one shows it itself.
        if self.hasFocus() and not self.currentIndex().isValid():
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().color(QPalette.ColorRole.Highlight))
            painter.drawRect(self.viewport().rect().adjusted(0, 0, -1, -1))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        # A row may still be painted as lying under the pointer.
        self.viewport().update()

    def _button_under(self, event: QMouseEvent) -> tuple[object, str] | None:
        if self._buttons is None or event.button() != Qt.MouseButton.LeftButton:
            return None
        index = self.indexAt(event.position().toPoint())
        row = self._model.row_at(index)
        if row is None:
            return None
        rect, place = QRectF(self.visualRect(index)), event.position()
        name = self._buttons.button_at(row, rect, place.x(), place.y())
        return (self._model.key_at(index.row()), name) if name else None

    def _activate(self, index: Index) -> None:
        row = self._model.row_at(index)
        if row is not None:
            self.row_activated.emit(row)

    def _select_again(self, current: object | None, selected: Sequence[object | None]) -> None:
        place = None if current is None else self._model.place_of(current)
        if place is not None:
            # Current without being selected, which is done below.
            self.selectionModel().setCurrentIndex(
                self._model.index(place), QItemSelectionModel.SelectionFlag.NoUpdate
            )
        for key in selected:
            at = None if key is None else self._model.place_of(key)
            if at is not None:
                self.selectionModel().select(
                    self._model.index(at), QItemSelectionModel.SelectionFlag.Select
                )

    def _row_looked_at(self) -> tuple[object | None, int]:
        """Return the current row if it is in view, else the topmost one, and its height."""
        index: Index = self.currentIndex()
        if not self.viewport().rect().intersects(self.visualRect(index)):
            index = self.indexAt(QPoint(self.viewport().width() // 2, 1))
            # At the very top one stays there, whatever comes in above.
            if self.verticalScrollBar().value() == 0:
                return None, 0
        if not index.isValid():
            return None, 0
        rect: QRect = self.visualRect(index)
        return self._model.key_at(index.row()), rect.top()

    def _scroll_back(self, anchor: object | None, offset: int) -> None:
        place = None if anchor is None else self._model.place_of(anchor)
        if place is None:
            return
        # At once, for where rows stand is asked in the next line but one.
        self.doItemsLayout()
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.visualRect(self._model.index(place)).top() - offset)
