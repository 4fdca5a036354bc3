# SPDX-License-Identifier: MIT
"""Says under the match list why the current match is one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from diptych.ui.matches.rows import MatchRow
from diptych.ui.matches.why import Why
from diptych.ui.parts.controls import SectionLabel, set_ink
from diptych.ui.parts.theme import Palette, ui_font

LEAST_LINES = 3  # of what is said, where the list and a note need the room
MOST_SHARE = 0.4  # of the panel: the rest is the list, with the match that is told of


class WhyPane(QFrame):
    """Tells the evidence of one match as text that can be selected and read out."""

    def __init__(self, palette: Palette, parent: QWidget | None = None, *, within: QWidget) -> None:
        super().__init__(parent)
        self._within = within  # whose room it shares with the list
        self._why = Why(self)
        self._encoder = ""
        self._build(palette)
        self.show_match(None)
        # How high it may be is a share of the panel, which tells nobody of its height.
        within.installEventFilter(self)

    def _build(self, palette: Palette) -> None:
        self._title = SectionLabel(self.tr("Why this match"), palette)
        self._text = QLabel()
        self._text.setFont(ui_font(9))
        self._text.setWordWrap(True)
        # Words of the articles are told: "<b>" in them is no markup.
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._text.setAccessibleName(self.tr("Why this match"))
        self._text.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._room = _Room()
        self._room.setWidgetResizable(True)
        self._room.setFrameShape(QFrame.Shape.NoFrame)
        self._room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._room.setStyleSheet(
            "QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; }"
        )
        self._room.setWidget(self._text)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 8, 6, 10)
        layout.setSpacing(4)
        layout.addWidget(self._title)
        layout.addWidget(self._room)
        self.set_palette_values(palette)

    def show_encoders(self, encoders: Sequence[str]) -> None:
        """Take over which encoders took part; the first measured the similarity."""
        self._encoder = encoders[0] if encoders else ""

    def show_match(self, row: MatchRow | None) -> None:
        """Tell why a match is one, or what to do when none is current."""
        if row is None:
            self._text.setText(self.tr("Choose a match to see what it rests on."))
        else:
            lines = self._why.lines(row.evidence, row.strength, self._encoder)
            self._text.setText("\n".join(lines))
        self._text.setAccessibleDescription(self._text.text())
        self._fit()

    def text(self) -> str:
        """Return what is said now."""
        return self._text.text()

    def set_palette_values(self, palette: Palette) -> None:
        """Take the colours of another theme."""
        self._title.set_palette_values(palette)
        set_ink(self._text, palette.color("ink"))

    def _fit(self) -> None:
        """Be as high as what is said, up to a share of the panel; what is longer is scrolled."""
        # Before it is laid out the room has no width.
        wanted = self._text.heightForWidth(max(self._room.width(), 60))
        self._room.fit(wanted, most=round(self._within.height() * MOST_SHARE))

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._within and event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


class _Room(QScrollArea):
    """Is as high as what it shows, and gives way down to a few lines before all else does."""

    def __init__(self) -> None:
        super().__init__()
        self._height = 0

    def fit(self, wanted: int, *, most: int) -> None:
        """Take this height where there is room for it, and ``most`` at most."""
        # Of the words alone: whether the panel has room must not depend on how high it is now.
        least = min(wanted, self.fontMetrics().lineSpacing() * LEAST_LINES)
        self._height = max(min(wanted, most), least)
        self.setMinimumHeight(least)
        self.setMaximumHeight(self._height)
        # Qt asks again for what only a hint tells.
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height)
