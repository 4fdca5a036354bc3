# SPDX-License-Identifier: MIT
"""The command palette: every action by a few letters of its name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QLabel, QWidget

from diptych.ui.parts import text_block, theme
from diptych.ui.parts.controls import filter_box, set_ink
from diptych.ui.parts.row_delegate import RowDelegate, RowState
from diptych.ui.parts.rows import RowList, RowModel
from diptych.ui.parts.search_box import step_meant
from diptych.ui.parts.sheet import Sheet
from diptych.ui.parts.text_block import TextStyle
from diptych.ui.parts.theme import Palette
from diptych.ui.shell.fuzzy import ranked
from diptych.ui.shell.other_words import other_words
from diptych.ui.shell.shortcuts_dialog import paint_keys
from diptych.values import dataclass

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class Command:
    """One action as a row; ``places`` are the letters that were typed.

    ``also`` has other words that it is looked for by.
    """

    # In the menus: two actions may have one name.
    place: int
    text: str
    keys: str
    enabled: bool
    checked: bool = False
    places: tuple[int, ...] = ()
    also: str = ""


class CommandDelegate(RowDelegate[Command]):
    """Paints the action's name with the letters found, and its key."""

    def __init__(self, palette: Palette, parent: QObject | None = None) -> None:
        super().__init__(palette, parent)
        self._font = theme.ui_font(10.5)
        self._height = text_block.line_height(self._font)

    def row_height(self, row: Command, width: float) -> float:  # noqa: ARG002
        return self._height + 13

    def paint_row(self, painter: QPainter, rect: QRectF, row: Command, state: RowState) -> None:
        values = self.values
        if state.selected or state.hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(values.color("accent", 0.16 if state.selected else 0.07))
            painter.drawRoundedRect(rect.adjusted(0, 1, 0, -1), 6, 6)
        width = paint_keys(painter, rect, row.keys, values)
        ink = values.color("ink" if row.enabled else "muted", 1.0 if row.enabled else 0.7)
        style = TextStyle(self._font, ink, values.color("accent"))
        marks = tuple((place, place + 1) for place in row.places)
        text = f"✓ {row.text}" if row.checked else row.text
        if row.checked:
            # Behind the sign and its space.
            marks = tuple((start + 2, end + 2) for start, end in marks)
        block = text_block.lay_out(text, style, rect.width() - width - 30, marks=marks)
        block.paint(painter, rect.left() + 10, rect.center().y() - self._height / 2)


class CommandPalette(Sheet):
    """Offers the actions given; Enter runs the chosen one and closes the palette."""

    def __init__(self, actions: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Command palette"))
        self.heading.hide()
        self.buttons.hide()
        # Separators have no words.
        self._actions = [action for action in actions if action.text()]
        self._commands = [
            Command(
                place,
                plain_text(action),
                action.shortcut().toString(QKeySequence.SequenceFormat.NativeText),
                action.isEnabled(),
                action.isChecked(),
                also=other_words(action.objectName()),
            )
            for place, action in enumerate(self._actions)
        ]
        self._build()
        self._show_ranked()

    def set_palette_values(self, palette: Palette) -> None:
        super().set_palette_values(palette)
        if hasattr(self, "_delegate"):
            self._delegate.set_palette_values(palette)

    def sizeHint(self) -> QSize:
        return QSize(520, 440)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if step := step_meant(event):
            self._list.step(step)
            return True
        is_press = event.type() == QEvent.Type.KeyPress
        if is_press and isinstance(event, QKeyEvent) and event.key() in _ENTER:
            self._run(self._model.row_at(self._list.currentIndex()))
            return True
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        words = self.tr("Type a few letters of what you want to do")
        self._box = filter_box(words, words)
        self._box.installEventFilter(self)
        self._box.textChanged.connect(self._show_ranked)
        self._model = RowModel[Command](
            key=lambda row: row.place, spoken=lambda row, *_: self._spoken(row), parent=self
        )
        self._delegate = CommandDelegate(self.values, self)
        self._list = RowList(self._model)
        self._list.setItemDelegate(self._delegate)
        self._list.setUniformItemSizes(True)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setAccessibleName(self.tr("Actions"))
        # One click runs it, for nothing else can be done with a row.
        self._list.clicked.connect(lambda index: self._run(self._model.row_at(index)))
        self._nothing = QLabel(self.tr("No action is called like that."))
        set_ink(self._nothing, self.values.color("muted"))
        self.body.addWidget(self._box)
        self.body.addWidget(self._nothing)
        self.body.addWidget(self._list, 1)
        self._box.setFocus()

    def _show_ranked(self) -> None:
        found = ranked(
            self._box.text(),
            self._commands,
            lambda command: command.text,
            lambda command: command.also,
        )
        # What cannot be done now is listed last: it tells that the action exists.
        found = tuple(sorted(found, key=lambda hit: not hit.item.enabled))
        rows = [
            Command(
                hit.item.place,
                hit.item.text,
                hit.item.keys,
                hit.item.enabled,
                hit.item.checked,
                hit.match.places,
            )
            for hit in found
        ]
        self._list.show_rows(rows)
        # Enter means the best fit, whatever was current for other letters.
        self._list.set_current_key(rows[0].place if rows else None)
        self._nothing.setVisible(not rows)
        self._list.setVisible(bool(rows))
        if not rows:
            self.body.setStretch(1, 1)

    def _run(self, command: Command | None) -> None:
        if command is None or not command.enabled:
            return
        action = self._actions[command.place]
        # First, for many actions are about what has the keyboard.
        self.accept()
        action.trigger()

    def _spoken(self, row: Command) -> str:
        parts = [row.text, row.keys, "" if row.enabled else self.tr("not possible now")]
        return ", ".join(part for part in parts if part)


def plain_text(action: QAction) -> str:
    """Return an action's words without the mnemonic's sign and the dots."""
    # "&&" is shown as "&", a single one marks the letter after it.
    marked = action.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
    return marked.removesuffix("…").strip()
