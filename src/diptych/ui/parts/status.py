# SPDX-License-Identifier: MIT
"""The quiet line at the bottom: what is going on, how far, and what was saved."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel, QProgressBar, QStatusBar, QToolButton, QWidget

from diptych.values import dataclass

SHOWN_MS = 6000
WORK_WIDTH = 46  # letters


class Work(Enum):
    """What may go on at the same time; each ends by itself."""

    ADDING = auto()
    COMPARING = auto()
    CHANGES = auto()
    EXPORTING = auto()
    PRINTING = auto()


@dataclass(frozen=True, slots=True)
class _Going:
    """What is told of a work that goes on."""

    text: str
    done: int
    total: int
    cancel: Callable[[], None] | None
    pause: Callable[[bool], None] | None


class StatusLine(QStatusBar):
    """Shows progress with a way to cancel, and one short message at a time."""

    undo_offered = Signal(object)  # what takes back what is told, as ``say`` takes it
    undo_taken = Signal(object)  # the same, pressed here

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._works: dict[Work, _Going] = {}  # in the order they were begun
        self.setSizeGripEnabled(False)
        self.setContentsMargins(12, 0, 12, 0)
        self.work = QLabel()
        self.work.setObjectName("work")
        self.bar = QProgressBar()
        self.bar.setFixedWidth(130)
        self.bar.setTextVisible(False)
        self.cancel = QToolButton()
        self.cancel.setText(self.tr("Cancel"))
        self.cancel.clicked.connect(self._give_up)
        self.pause = QToolButton()
        self.pause.setText(self.tr("Pause"))
        self.pause.setCheckable(True)
        self.pause.toggled.connect(self._toggle_pause)
        self.message = QLabel()
        self.message.setObjectName("message")
        self.undo = QToolButton()
        self.undo.setText(self.tr("Undo"))
        self.meaning = QToolButton()
        self.meaning.setObjectName("meaning")
        self.meaning.hide()
        self.bar.setAccessibleName(self.tr("Progress"))
        self.saved = QLabel()
        self.saved.setObjectName("saved")
        self.offline = QLabel(self.tr("Offline by design"))
        for widget in (self.work, self.bar, self.pause, self.cancel, self.message, self.undo):
            self.addWidget(widget)
        self.addPermanentWidget(self.meaning)
        self.addPermanentWidget(self.saved)
        self.addPermanentWidget(self.offline)
        self._fading = QTimer(self)
        self._fading.setSingleShot(True)
        self._fading.setInterval(SHOWN_MS)
        self._fading.timeout.connect(self._fade)
        self._undo: Callable[[], object] | None = None
        self._is_of_pair = False
        self.undo.clicked.connect(self._take_back)
        self._show_last()
        self.undo.hide()

    def show_work(
        self,
        work: Work,
        text: str,
        done: int = 0,
        total: int = 0,
        *,
        cancel: Callable[[], None] | None = None,
        pause: Callable[[bool], None] | None = None,
    ) -> None:
        """Show what is being done; ``total`` 0 means that the end is not known.

        ``cancel`` gives it up, ``pause`` has it wait (True) or go on. Of several works the
        one begun last is shown.
        """
        self._works[work] = _Going(text, done, total, cancel, pause)
        self._show_last()

    def end_work(self, work: Work) -> None:
        """Take the progress of a work away; that of another one comes back."""
        if work not in self._works:
            return
        # The next work does not begin paused.
        if self._works[work].pause is not None:
            self.pause.setChecked(False)
        del self._works[work]
        self._show_last()

    def _show_last(self) -> None:
        going = self._last()
        for widget in (self.work, self.bar):
            widget.setVisible(going is not None)
        self.cancel.setVisible(going is not None and going.cancel is not None)
        self.pause.setVisible(going is not None and going.pause is not None)
        if going is None:
            return
        # As wide for every file name: the buttons beside it stay where they are.
        metrics = self.work.fontMetrics()
        width = WORK_WIDTH * metrics.averageCharWidth()
        self.work.setFixedWidth(width)
        self.work.setText(metrics.elidedText(going.text, Qt.TextElideMode.ElideMiddle, width))
        self.work.setToolTip(going.text)
        self.bar.setRange(0, going.total)
        self.bar.setValue(going.done)

    def _last(self) -> _Going | None:
        return next(reversed(self._works.values()), None)

    def show_meaning(self, text: str, hint: str) -> None:
        """Show how far reading for meaning is, on a button that pauses it."""
        self.meaning.setText(text)
        self.meaning.setToolTip(hint)
        self.meaning.setVisible(bool(text))

    def say(self, text: str, *, undo: Callable[[], object] | None = None) -> None:
        """Show a message for a while and have it read out.

        ``undo`` takes back what it tells; it returns False if that could not be done any more.
        """
        self._is_of_pair = False
        self.message.setText(text)
        self.message.show()
        self._undo = undo
        self.undo.setVisible(undo is not None)
        if undo is not None:
            self.undo_offered.emit(undo)
        self._fading.start()
        self.announce(text)

    def say_of_pair(self, text: str) -> None:
        """Show what is true of the two articles that lie open, and of no others."""
        self.say(text)
        self._is_of_pair = True

    def forget_pair(self) -> None:
        """Take away what was said of a pair that no longer lies open."""
        if self._is_of_pair:
            self._fade()

    def end_message(self) -> None:
        """Take a message away when the reader does something else; an offer to undo stays."""
        if self._undo is None:
            self._fade()

    def withdraw(self, text: str) -> None:
        """Take a message away that is true no longer, unless another stands there by now."""
        if self.message.text() == text:
            self._fade()

    def announce(self, text: str) -> None:
        """Have a text read out without showing it."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def show_saved(self, when: str) -> None:
        """Say when the notes were saved last."""
        self.saved.setText(self.tr("Notes saved {0}").format(when))

    def _give_up(self) -> None:
        going = self._last()
        if going is not None and going.cancel is not None:
            going.cancel()

    def _toggle_pause(self, paused: bool) -> None:
        self.pause.setText(self.tr("Go on") if paused else self.tr("Pause"))
        # All that can pause, for the button stands there once.
        for going in self._works.values():
            if going.pause is not None:
                going.pause(paused)

    def _take_back(self) -> None:
        # ``_fade`` forgets it.
        undo, self._undo = self._undo, None
        self._fade()
        if undo is not None:
            self.undo_taken.emit(undo)
            undo()

    def _fade(self) -> None:
        self._undo = None
        self.message.clear()
        self.undo.hide()
