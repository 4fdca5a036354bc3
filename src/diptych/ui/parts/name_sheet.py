# SPDX-License-Identifier: MIT
"""Asks for a name, completes it from those used, and says what will come of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QCompleter, QDialogButtonBox, QLineEdit, QPushButton, QWidget

from diptych.ui.parts.sheet import Sheet


class NameSheet(Sheet):
    """Takes a name by Enter and leaves all as it is by Esc; an empty one cannot be taken.

    ``about`` returns the sentence for what is typed, also for nothing.
    """

    named = Signal(str)  # on one line, without space at its ends

    def __init__(
        self,
        title: str,
        about: Callable[[str], str],
        *,
        name: str = "",
        known: Iterable[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, parent)
        self._about = about
        self._box = QLineEdit(name)
        self._box.setAccessibleName(title)
        self._box.selectAll()
        completer = QCompleter(sorted(known, key=str.casefold), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        # By any word of the name; Qt's own completers go by its beginning.
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._box.setCompleter(completer)
        self.body.addWidget(self._box)
        self.body.addStretch(1)
        role = QDialogButtonBox.ButtonRole
        self._take = QPushButton(self.tr("&OK"))
        self._take.setDefault(True)
        self.buttons.addButton(self._take, role.AcceptRole)
        self.buttons.addButton(self.tr("Cancel"), role.RejectRole)
        self.buttons.accepted.connect(self._name)
        self.buttons.rejected.connect(self.reject)
        self._box.textChanged.connect(self._tell)
        self._tell()

    def sizeHint(self) -> QSize:
        return QSize(460, 190)

    def _typed(self) -> str:
        return " ".join(self._box.text().split())

    def _tell(self) -> None:
        name = self._typed()
        self.say(self._about(name))
        self._take.setEnabled(bool(name))

    def _name(self) -> None:
        if name := self._typed():
            self.named.emit(name)
            self.accept()
