# SPDX-License-Identifier: MIT
"""What is to be printed, in view as it will be; then a printer, or a PDF."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QPushButton, QWidget

from diptych.ui.export.pages_view import PagesView
from diptych.ui.parts import theme
from diptych.ui.parts.controls import ChoiceBox, set_ink
from diptych.ui.parts.sheet import Sheet


class PrintSheet(Sheet):
    """Offers the report and the articles; the owner answers ``wanted`` with a page."""

    wanted = Signal(int)  # which of the names
    print_requested = Signal()
    save_requested = Signal()

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Print"))
        self.heading.setText(self.tr("Print"))
        self._build(names)
        self._connect()

    def choose(self, place: int) -> None:
        """Choose what is to be printed, and ask for it."""
        # Else it would be asked for twice.
        self._names.blockSignals(True)
        self._names.setCurrentIndex(place)
        self._names.blockSignals(False)
        self._ask(place)

    def offer(self, names: Sequence[str]) -> None:
        """Offer other articles, the choice staying where it is among as many."""
        place = self._names.currentIndex() if len(names) == self._names.count() else 0
        self._names.blockSignals(True)
        self._names.clear()
        self._names.addItems(names)
        self._names.blockSignals(False)
        self.choose(place)

    def show_page(self, html: str) -> None:
        """Show the pages of what was asked for."""
        self._pages.show_html(html)

    def _take(self, count: int) -> None:
        self._told.setText(self.tr("%n page(s)", "", count))
        self._allow(bool(count))

    def show_problem(self, sentence: str) -> None:
        """Say why there is nothing to print."""
        self._pages.show_html("")
        self._told.setText(sentence)
        set_ink(self._told, self.values.color("warning"))
        self._allow(False)

    def sizeHint(self) -> QSize:
        return QSize(680, 700)

    def _build(self, names: Sequence[str]) -> None:
        self._names = ChoiceBox(self.tr("What is printed"))
        self._names.addItems(names)
        self._pages = PagesView()
        self._told = QLabel()
        self._told.setWordWrap(True)
        self._told.setFont(theme.ui_font(9))
        self.body.addWidget(self._names)
        self.body.addWidget(self._pages, 1)
        self.body.addWidget(self._told)
        role = QDialogButtonBox.ButtonRole
        self._print = QPushButton(self.tr("&Print…"))
        self._print.setDefault(True)
        self._save = QPushButton(self.tr("Save as P&DF…"))
        self.buttons.addButton(self._print, role.ActionRole)
        self.buttons.addButton(self._save, role.ActionRole)
        self.buttons.addButton(self.tr("Close"), role.RejectRole)

    def _connect(self) -> None:
        self._names.currentIndexChanged.connect(self._ask)
        self._pages.pages_set.connect(self._take)
        self._pages.setting.connect(self._tell)
        self._print.clicked.connect(self.print_requested)
        self._save.clicked.connect(self.save_requested)
        self.buttons.rejected.connect(self.reject)

    def _ask(self, place: int) -> None:
        self._allow(False)
        self._pages.show_html("")
        self._told.setText(self.tr("Setting the pages…"))
        set_ink(self._told, self.values.color("muted"))
        self.wanted.emit(place)

    def _tell(self, per_cent: int) -> None:
        self._told.setText(self.tr("Setting the pages… {0} %").format(per_cent))

    def _allow(self, can_print: bool) -> None:
        self._print.setEnabled(can_print)
        self._save.setEnabled(can_print)
