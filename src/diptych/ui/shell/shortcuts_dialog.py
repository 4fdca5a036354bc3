# SPDX-License-Identifier: MIT
"""All actions with their keys, in one list that can be searched."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHBoxLayout,
    QKeySequenceEdit,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from diptych.ui.parts import text_block, theme
from diptych.ui.parts.controls import filter_box, section_font, set_ink
from diptych.ui.parts.row_delegate import RowDelegate, RowState
from diptych.ui.parts.rows import RowList, RowModel
from diptych.ui.parts.sheet import Sheet
from diptych.ui.parts.theme import Palette
from diptych.ui.shell.remap import ActionRow, Keyed, refusal


def matching_actions(rows: Sequence[ActionRow], typed: str) -> tuple[ActionRow, ...]:
    """Return the actions that hold every word typed in name, group or key."""
    words = typed.casefold().split()
    return tuple(
        row
        for row in rows
        if all(word in f"{row.text} {row.group} {row.shortcut}".casefold() for word in words)
    )


def paint_keys(painter: QPainter, rect: QRectF, keys: str, palette: Palette) -> float:
    """Draw the keys as a cap at the right end of a row; return the width taken."""
    if not keys:
        return 0.0
    font = theme.ui_font(9, bold=True)
    width = text_block.text_advance(keys, font) + 14
    height = text_block.line_height(font) + 4
    cap = QRectF(rect.right() - 10 - width, rect.center().y() - height / 2, width, height)
    painter.setPen(QPen(palette.color("line"), 1))
    painter.setBrush(palette.color("paper"))
    # Half a pixel in, so that a line of one pixel is sharp.
    painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
    place = cap.adjusted(7, 0, 0, 0)
    text_block.paint_line(painter, place, keys, font=font, ink=palette.color("muted"))
    return width


class ActionDelegate(RowDelegate[ActionRow]):
    """Paints an action, its key at the right, and its group above the first of each."""

    def __init__(self, palette: Palette, parent: QObject | None = None) -> None:
        super().__init__(palette, parent)
        self._font = theme.ui_font(10)
        self._group_font = section_font()
        self.first_of_group: frozenset[str] = frozenset()

    def row_height(self, row: ActionRow, width: float) -> float:  # noqa: ARG002
        group = text_block.line_height(self._group_font) + 16 if self._has_group(row) else 0
        return text_block.line_height(self._font) + 12 + group

    def paint_row(self, painter: QPainter, rect: QRectF, row: ActionRow, state: RowState) -> None:
        values = self.values
        if self._has_group(row):
            height = text_block.line_height(self._group_font)
            place = QRectF(rect.left() + 10, rect.top() + 11, rect.width() - 20, height)
            muted = values.color("muted")
            text_block.paint_line(painter, place, row.group, font=self._group_font, ink=muted)
            rect = rect.adjusted(0, height + 16, 0, 0)
        if state.selected:
            painter.fillRect(rect, values.color("accent", 0.14))
        elif state.hovered:
            painter.fillRect(rect, values.color("chip", 0.6))
        if state.focused:
            self.paint_focus(painter, rect)
        key_width = paint_keys(painter, rect, row.shortcut, self.values)
        place = rect.adjusted(10, 0, -14 - key_width, 0)
        ink = values.color("ink" if row.enabled else "muted")
        text_block.paint_line(painter, place, row.text, font=self._font, ink=ink)

    def _has_group(self, row: ActionRow) -> bool:
        return bool(row.group) and row.id in self.first_of_group


class KeyField(QKeySequenceEdit):
    """Takes the keys pressed in it; Esc, which no action may have, leaves it."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.left.emit()
            # Not handed on, for the sheet would close.
            event.accept()
        else:
            super().keyPressEvent(event)


class ShortcutList(Sheet):
    """Lists all actions with their keys and lets the reader give them others.

    Rows that are mere pairs of words and key are only listed. A key that
    another action has is refused, with the action's name.
    """

    remap_requested = Signal(str, str)  # action id, keys written portably; empty: none
    reset_requested = Signal(str)  # action id; empty: all of them

    def __init__(
        self, rows: Sequence[ActionRow | tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.heading.setText(self.tr("Keyboard shortcuts"))
        self._rows: tuple[ActionRow, ...] = ()
        self._editable = all(isinstance(row, ActionRow) for row in rows)
        self._build()
        self.show_actions(
            [
                row if isinstance(row, ActionRow) else ActionRow(row[0], row[0], "", row[1])
                for row in rows
            ]
        )

    def show_actions(self, rows: Sequence[ActionRow]) -> None:
        """Show the actions; they are grouped in the order the groups first appear."""
        order = {group: place for place, group in enumerate(dict.fromkeys(r.group for r in rows))}
        # An action added late stands with its group all the same; within it the order stays.
        self._rows = tuple(sorted(rows, key=lambda row: order[row.group]))
        self._show_filtered()

    def set_palette_values(self, palette: Palette) -> None:
        super().set_palette_values(palette)
        # Another theme may be put on while the sheet is being built.
        if hasattr(self, "_delegate"):
            self._delegate.set_palette_values(palette)
            set_ink(self._refusal, palette.color("warning"))

    def sizeHint(self) -> QSize:
        return QSize(560, 760)  # the screen gives less where it has less

    def _build(self) -> None:
        words = self.tr("Find an action or a key")
        self._filter_box = filter_box(words, words)
        self._model = RowModel[ActionRow](
            key=lambda row: row.id,
            spoken=lambda row, *_: ", ".join(p for p in (row.text, row.shortcut, row.group) if p),
            parent=self,
        )
        self._delegate = ActionDelegate(self.values, self)
        self._list = RowList(self._model)
        self._list.setItemDelegate(self._delegate)
        self._list.setAccessibleName(self.tr("Actions"))
        self.body.addWidget(self._filter_box)
        self.body.addWidget(self._list, 1)
        self.body.addWidget(self._build_capture())
        role = QDialogButtonBox.ButtonRole
        if self._editable:
            reset = self.buttons.addButton(self.tr("Reset &all"), role.ResetRole)
            reset.clicked.connect(lambda: self.reset_requested.emit(""))
        # Enter in the filter must not press “Reset all”, which stands before it.
        self.buttons.addButton(self.tr("Close"), role.RejectRole).setDefault(True)
        self.buttons.rejected.connect(self.reject)
        self._filter_box.textChanged.connect(self._show_filtered)
        self._list.row_chosen.connect(self._offer)
        self._list.row_activated.connect(self._begin)

    def _build_capture(self) -> QWidget:
        self._capture = QWidget()
        self._what = QLabel()
        self._keys = KeyField()
        self._keys.left.connect(self._leave_keys)
        # One press; with more allowed the field would wait for them.
        self._keys.setMaximumSequenceLength(1)
        self._keys.setAccessibleName(self.tr("New keys"))
        self._reset_one = QPushButton(self.tr("&Default"))
        self._clear_one = QPushButton(self.tr("&None"))
        self._refusal = QLabel()
        self._refusal.setWordWrap(True)
        set_ink(self._refusal, self.values.color("warning"))
        row = QHBoxLayout()
        row.addWidget(self._keys, 1)
        row.addWidget(self._reset_one)
        row.addWidget(self._clear_one)
        layout = QVBoxLayout(self._capture)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.addWidget(self._what)
        layout.addLayout(row)
        layout.addWidget(self._refusal)
        self._capture.hide()
        self._refusal.hide()
        self._keys.editingFinished.connect(self._take_keys)
        self._reset_one.clicked.connect(lambda: self.reset_requested.emit(self._current_id()))
        self._clear_one.clicked.connect(lambda: self.remap_requested.emit(self._current_id(), ""))
        return self._capture

    def _current_id(self) -> str:
        key = self._list.current_key()
        return "" if key is None else str(key)

    def _offer(self, row: ActionRow) -> None:
        """Let the keys of the chosen action be changed."""
        if not self._editable:
            return
        self._what.setText(self.tr("New keys for “{0}”").format(row.text))
        self._keys.clear()
        self._refusal.hide()
        self._capture.show()

    def _begin(self, row: ActionRow) -> None:
        if self._editable:
            self._offer(row)
            self._keys.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _leave_keys(self) -> None:
        self._keys.clear()
        self._capture.hide()
        self._list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _take_keys(self) -> None:
        keys = self._keys.keySequence().toString(QKeySequence.SequenceFormat.PortableText)
        if not keys:
            return
        # All, not the filtered ones: a key may belong to an action that is not listed now.
        known = [Keyed(row.id, row.text, row.all_keys()) for row in self._rows]
        sentence = refusal(known, self._current_id(), keys)
        self._refusal.setText(sentence)
        self._refusal.setVisible(bool(sentence))
        self._keys.clear()
        if not sentence:
            self.remap_requested.emit(self._current_id(), keys)

    def _show_filtered(self) -> None:
        rows = matching_actions(self._rows, self._filter_box.text())
        firsts: dict[str, str] = {}
        for row in rows:
            # Of a filtered list other rows come first in their groups.
            firsts.setdefault(row.group, row.id)
        self._delegate.first_of_group = frozenset(firsts.values())
        self._list.show_rows(rows)
        # A heading above a row makes it higher.
        self._list.scheduleDelayedItemsLayout()
