# SPDX-License-Identifier: MIT
"""What counts as no change, and taking the list away: two menus above the changes."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHBoxLayout,
    QMenu,
    QPlainTextEdit,
    QToolButton,
    QWidget,
)

from diptych.compare.changes.values import RULES, Ignored
from diptych.services.change_formats import ChangeFormat
from diptych.ui.parts.controls import quiet_button
from diptych.ui.parts.sheet import Sheet
from diptych.ui.parts.theme import ui_font


def words_alike(text: str) -> tuple[tuple[str, ...], ...]:
    """Return words that count as one, a group a line, parted by commas."""
    lines = (
        tuple(word for part in line.split(",") if (word := part.strip()))
        for line in text.splitlines()
    )
    # A word alone counts as itself anyway.
    return tuple(line for line in lines if len(line) > 1)


class ChangeTools(QWidget):
    """Asks for other rules, and for the list as a file."""

    ignored_chosen = Signal(object)  # Ignored
    file_requested = Signal(object)  # ChangeFormat

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ignored = Ignored()
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 2, 8, 0)
        row.addWidget(self._ignore_button())
        row.addStretch(1)
        row.addWidget(self._save_button())

    def show_ignored(self, ignored: Ignored) -> None:
        """Tick the rules that hold; nothing is asked for."""
        self._ignored = ignored
        for rule, action in self._rules.items():
            # Its ``triggered`` tells of the reader's clicks alone.
            action.setChecked(getattr(ignored, rule))

    def _ignore_button(self) -> QToolButton:
        button, menu = self._menu_button(self.tr("Ignore ▾"), self.tr("What counts as no change"))
        words = (
            self.tr("&Capital letters"),
            self.tr("&Punctuation"),
            self.tr("&Spelling variants"),
        )
        self._rules = {rule: menu.addAction(text) for rule, text in zip(RULES, words, strict=True)}
        for action in self._rules.values():
            action.setCheckable(True)
            action.triggered.connect(self._choose)
        menu.addSeparator()
        menu.addAction(self.tr("&Words that count as one…"), self._ask_words)
        return button

    def _save_button(self) -> QToolButton:
        button, menu = self._menu_button(self.tr("Save ▾"), self.tr("Save the list of changes"))
        for form, text in (
            (ChangeFormat.MARKDOWN, self.tr("As a &Markdown table…")),
            (ChangeFormat.CSV, self.tr("As &CSV for a spreadsheet…")),
            (ChangeFormat.WORD, self.tr("As a &Word document…")),
            (ChangeFormat.MEMORY, self.tr("As a &translation memory (TMX)…")),
        ):
            menu.addAction(text, partial(self.file_requested.emit, form))
        return button

    def _menu_button(self, text: str, name: str) -> tuple[QToolButton, QMenu]:
        button, menu = quiet_button(text, name), QMenu(self)
        button.setFont(ui_font(9))
        # The words end in an arrow of their own.
        button.setStyleSheet("QToolButton::menu-indicator { image: none; width: 0; }")
        # As Qt has it the menu would wait for the mouse to be held down.
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(menu)
        return button, menu

    def _choose(self) -> None:
        on = {rule: action.isChecked() for rule, action in self._rules.items()}
        self.ignored_chosen.emit(Ignored(**on, alike=self._ignored.alike))

    def _ask_words(self) -> None:
        sheet = AlikeSheet(self._ignored, self.window())
        sheet.chosen.connect(
            lambda alike: self.ignored_chosen.emit(replace(self._ignored, alike=alike))
        )
        sheet.open()


class AlikeSheet(Sheet):
    """Asks which words count as one in this pair."""

    chosen = Signal(object)  # groups of words

    def __init__(self, ignored: Ignored, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Words that count as one"))
        self.heading.setText(self.tr("Words that count as one"))
        self.say(self.tr("A line for each, parted by commas: thou, you. Kept for this pair."))
        self._words = QPlainTextEdit("\n".join(", ".join(words) for words in ignored.alike))
        self._words.setAccessibleName(self.tr("Words that count as one"))
        self.body.addWidget(self._words)
        role = QDialogButtonBox.ButtonRole
        self.buttons.addButton(self.tr("Take them"), role.AcceptRole)
        self.buttons.addButton(self.tr("Cancel"), role.RejectRole)
        self.buttons.accepted.connect(self._accept)
        self.buttons.rejected.connect(self.reject)

    def sizeHint(self) -> QSize:
        return QSize(420, 320)

    def _accept(self) -> None:
        self.chosen.emit(words_alike(self._words.toPlainText()))
        self.accept()
