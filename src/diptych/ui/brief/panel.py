# SPDX-License-Identifier: MIT
"""The pair in brief, beside the texts in place of the lists until it is put away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from diptych.compare.tally import Tally
from diptych.text.article import Span
from diptych.ui.brief.delegate import BriefDelegate
from diptych.ui.brief.rows import BriefRow
from diptych.ui.parts import theme
from diptych.ui.parts.controls import EmptyState, quiet_button
from diptych.ui.parts.rows import RowList, RowModel
from diptych.ui.parts.tally_line import TallyLine
from diptych.ui.parts.theme import Palette


class BriefPanel(QWidget):
    """Lists what to know of a pair first; Space goes from one to the next."""

    row_chosen = Signal(object)  # BriefRow
    closed = Signal()
    wanted_at_first = Signal(bool)  # with each new pair, or never by itself

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._left_at = -1  # the line that was current before a jump led elsewhere
        self._build(palette)
        self._connect()
        self.set_palette_values(palette)
        self.show_nothing_pinned()

    def show_rows(self, rows: Sequence[BriefRow], counted: Tally) -> None:
        """Show the brief of a pair, and above it how the two come out."""
        self.tally.show_tally(counted)
        self._list.show_rows(rows)
        if not rows:
            in_common = self.tr("What the two may have in common stands in the list of matches.")
            nothing = self.tr(
                "The two have nothing in common, and neither says anything of weight."
            )
            is_listed = counted.agree or counted.differ or counted.perhaps
            self._say(self.tr("Nothing to tell in brief"), in_common if is_listed else nothing)
            return
        self._next.setEnabled(True)
        self._stack.setCurrentWidget(self._list)

    def show_nothing_pinned(self) -> None:
        """Say that two articles are needed."""
        self.tally.show_tally(None)
        self._list.show_rows(())
        self._say(
            self.tr("Two articles make a brief"),
            self.tr("Pin one with Alt+1 and another with Alt+2."),
        )

    def show_waiting(self) -> None:
        """Say that the texts are still being compared."""
        self.tally.show_tally(None)
        self._list.show_rows(())
        self._say(self.tr("Comparing…"), self.tr("You can read on meanwhile."))

    def show_stopped(self) -> None:
        """Say that there is no comparison."""
        self.tally.show_tally(None)
        self._list.show_rows(())
        self._say(
            self.tr("Not compared"), self.tr("Close the brief and press Compare in the list.")
        )

    def go_on(self) -> None:
        """Go to the next passage of the brief, and put it away after the last."""
        rows = self._model.rows
        at = (self._list.currentIndex().row() if self.current_row() else self._left_at) + 1
        # The keyboard stops at passages alone.
        while at < len(rows) and rows[at].is_heading:
            at += 1
        if at < len(rows):
            self._list.setCurrentIndex(self._model.index(at))
            self._list.scrollTo(self._model.index(at))
        else:
            self.closed.emit()

    def show_current(self, left: Span, right: Span) -> None:
        """Make the line of a match the current one, or none where the match has none.

        Going on from there continues behind the line that was current last.
        """
        row = self.current_row()
        if row is None or (row.left, row.right) == (left, right):
            return
        self._left_at = self._list.currentIndex().row()
        here = (row.key for row in self._model.rows if (row.left, row.right) == (left, right))
        self._list.set_current_key(next(here, None))

    def rows(self) -> tuple[BriefRow, ...]:
        """Return what is listed."""
        return self._model.rows

    def current_row(self) -> BriefRow | None:
        """Return the line that is current, None without one."""
        return self._model.row_at(self._list.currentIndex())

    def focus_list(self) -> None:
        """Put the keyboard focus on the list."""
        self._list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_palette_values(self, palette: Palette) -> None:
        """Take the colours of another theme."""
        self._delegate.set_palette_values(palette)
        self._empty.set_palette_values(palette)
        self.tally.set_palette_values(palette)
        self._list.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(320, 600)

    def _build(self, palette: Palette) -> None:
        title = QLabel(self.tr("The pair in brief"))
        title.setFont(theme.reading_font(12.5, bold=True))
        self._close = quiet_button("✕", self.tr("Close the brief"), self.tr("Close (Esc)"))
        head = QHBoxLayout()
        head.setContentsMargins(14, 10, 8, 0)
        head.addWidget(title, 1)
        head.addWidget(self._close)
        self.tally = TallyLine(palette, ink="muted")
        self.tally.setContentsMargins(14, 2, 12, 6)
        self._delegate = BriefDelegate(palette, self)
        self._model = RowModel[BriefRow](
            key=lambda row: row.key, spoken=self._spoken, tooltip=_tooltip, parent=self
        )
        self._list = RowList(self._model)
        self._list.setItemDelegate(self._delegate)
        self._list.setAccessibleName(self.tr("The pair in brief"))
        self._empty = EmptyState(palette)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._empty)
        self._next = QPushButton(self.tr("Next (Space)"))
        self._next.setAccessibleName(self.tr("Next"))
        self.at_first = QCheckBox(self.tr("With each new pair"))
        self.at_first.setToolTip(
            self.tr("Open the brief by itself with a pair that is new; it stays in the View menu")
        )
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 6, 8, 10)
        foot.addWidget(self._next)
        foot.addStretch(1)
        foot.addWidget(self.at_first)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.tally)
        column.addWidget(self._stack, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self._next.clicked.connect(self.go_on)
        self._close.clicked.connect(self.closed)
        # Clicked and not toggled: what the presenter sets is no choice of the reader's.
        self.at_first.clicked.connect(self.wanted_at_first)
        self._list.row_chosen.connect(self._choose)
        self._list.row_activated.connect(self._choose)
        close = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        # Elsewhere Esc means something else.
        close.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        close.activated.connect(self.closed)

    def _choose(self, row: BriefRow) -> None:
        if not row.is_heading:
            self.row_chosen.emit(row)

    def _say(self, title: str, text: str) -> None:
        self._next.setEnabled(False)
        self._empty.show_message(title, text)
        self._stack.setCurrentWidget(self._empty)

    def _spoken(self, row: BriefRow, position: int, count: int) -> str:
        if row.is_heading:
            return row.heading
        parts = (
            self.tr("differs") if row.differs else "",
            self.tr("left: {0}").format(row.left_text) if row.left_text else "",
            self.tr("right: {0}").format(row.right_text) if row.right_text else "",
            self.tr("{0} of {1}").format(position, count),
        )
        return ", ".join(part for part in parts if part)


def _tooltip(row: BriefRow) -> str:
    return "\n\n".join(text for text in (row.left_text, row.right_text) if text)
