# SPDX-License-Identifier: MIT
"""The story of a claim in a window of its own: who told it, along a line of time."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QStackedWidget, QWidget

from diptych.compare.values import Saying
from diptych.services.story import Story, Teller
from diptych.ui.parts import theme
from diptych.ui.parts.controls import EmptyState
from diptych.ui.parts.rows import RowList, RowModel
from diptych.ui.parts.sheet import Sheet
from diptych.ui.parts.theme import Palette
from diptych.ui.story.delegate import TellerDelegate, date_words, teller_words

LONGEST_CLAIM = 300  # characters


class StoryDialog(Sheet):
    """Shows the claim and its tellers; one that is chosen opens beside the article read."""

    teller_chosen = Signal(object)  # Teller

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("The story of a claim"))
        self.heading.setText(self.tr("The story of a claim"))
        self._build()
        self.show_waiting()

    def show_story(self, story: Story) -> None:
        """Show who tells the claim; the reader's place in the list stays."""
        words = story.quote
        short = len(words) <= LONGEST_CLAIM
        self._claim.setText(words if short else words[:LONGEST_CLAIM].rsplit(" ", 1)[0] + "…")
        # One of them is the article that is read.
        others = len(story.tellers) - 1
        related = sum(teller.saying is Saying.RELATED for teller in story.tellers)
        said = self.tr("%n other article(s) tell(s) it.", "", others - related)
        if others == related:
            said = self.tr("No other article tells it.")
        if related:
            near = self.tr("%n say(s) something related.", "", related)
            said = f"{said} {near}"
        if story.lacking:
            more = self.tr("%n article(s) is (are) not read yet.", "", story.lacking)
            said = f"{said} {more}"
        self.say(said)
        self._list.show_rows(story.tellers)
        if others:
            self._open.setEnabled(True)
            self._stack.setCurrentWidget(self._list)
            return
        self._tell_nothing(
            self.tr("No other article tells it"),
            self.tr(
                "Choose another sentence or match and press Ctrl+Shift+S again, or add articles "
                "on the same affair."
            ),
        )

    def show_waiting(self) -> None:
        """Say that the library is being asked."""
        self.say(self.tr("Looking through the library…"))

    def show_failure(self, sentence: str) -> None:
        """Say why there is no story."""
        self.say("")
        self._list.show_rows(())
        self._tell_nothing(self.tr("No story to tell"), sentence)

    def _tell_nothing(self, title: str, text: str) -> None:
        self._open.setEnabled(False)  # before the keyboard looks for another place
        self._empty.show_message(title, text)
        self._stack.setCurrentWidget(self._empty)

    def tellers(self) -> tuple[Teller, ...]:
        """Return what is listed."""
        return self._model.rows

    def message(self) -> str:
        """Return what stands there where nothing is listed."""
        return self._empty.message()

    def set_palette_values(self, palette: Palette) -> None:
        """Take the colours of another theme."""
        super().set_palette_values(palette)
        if hasattr(self, "_delegate"):
            self._delegate.set_palette_values(palette)
            self._empty.set_palette_values(palette)

    def sizeHint(self) -> QSize:
        return QSize(760, 620)

    def _build(self) -> None:
        self._claim = QLabel()
        self._claim.setFont(theme.reading_font(11.5))
        self._claim.setWordWrap(True)
        self._model = RowModel[Teller](
            key=lambda teller: (teller.id, teller.span.start), spoken=self._spoken, parent=self
        )
        self._delegate = TellerDelegate(self.values, self)
        self._list = RowList(self._model)
        self._list.setItemDelegate(self._delegate)
        self._list.setAccessibleName(self.tr("Who tells it, the earliest first"))
        self._list.row_activated.connect(self._choose)
        self._empty = EmptyState(self.values)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._empty)
        self.body.addWidget(self._claim)
        self.body.addWidget(self._stack, 1)
        self._open = self.buttons.addButton(
            self.tr("Open side by side"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self._open.clicked.connect(self._open_current)
        self.buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.rejected.connect(self.reject)

    def _open_current(self) -> None:
        teller = self._model.row_at(self._list.currentIndex())
        if teller is not None:
            self._choose(teller)

    def _choose(self, teller: Teller) -> None:
        if teller.is_asked:
            self.say(self.tr("This is the article that is read; choose one to stand beside it."))
        else:
            self.teller_chosen.emit(teller)

    def _spoken(self, teller: Teller, position: int, count: int) -> str:
        place = self.tr("{0} of {1}").format(position, count)
        return ", ".join(
            (date_words(teller), teller.title, teller_words(teller), teller.quote, place)
        )
