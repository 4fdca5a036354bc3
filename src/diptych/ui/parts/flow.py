# SPDX-License-Identifier: MIT
"""A layout that puts widgets in a row and goes on in the next row when one is full."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


def flow_places(sizes: Sequence[QSize], width: int, gap: int) -> tuple[list[QPoint], int]:
    """Return where each item stands in a column of ``width``, and the height of all."""
    places: list[QPoint] = []
    x = y = row_height = 0
    for size in sizes:
        # Too wide for any row it has one of its own, and is cut to it.
        if x and x + size.width() > width:
            x, y, row_height = 0, y + row_height + gap, 0
        places.append(QPoint(x, y))
        x += size.width() + gap
        row_height = max(row_height, size.height())
    return places, y + row_height


class FlowLayout(QLayout):
    """Chips and small buttons that wrap at any width."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setSpacing(gap)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()
        inner = width - margins.left() - margins.right()
        _, height = flow_places(self._sizes(), inner, self.spacing())
        return height + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        margins = self.contentsMargins()
        sizes = self._sizes()
        widest = max((size.width() for size in sizes), default=0)
        tallest = max((size.height() for size in sizes), default=0)
        return QSize(
            widest + margins.left() + margins.right(), tallest + margins.top() + margins.bottom()
        )

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        inner = rect.marginsRemoved(self.contentsMargins())
        shown = [item for item in self._items if not item.isEmpty()]
        places, _ = flow_places(self._sizes(), inner.width(), self.spacing())
        for item, place in zip(shown, places, strict=True):
            size = item.sizeHint()
            width = min(size.width(), inner.width())
            item.setGeometry(QRect(inner.topLeft() + place, QSize(width, size.height())))

    def _sizes(self) -> list[QSize]:
        # What is hidden takes no room.
        return [item.sizeHint() for item in self._items if not item.isEmpty()]
