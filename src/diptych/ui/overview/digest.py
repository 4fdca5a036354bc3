# SPDX-License-Identifier: MIT
"""A pair in a few lines: what both say, what only each of them says."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from diptych.ui.overview.rows import PairDigest
from diptych.ui.parts import theme
from diptych.ui.parts.controls import set_ink
from diptych.ui.parts.theme import Palette, fill

_SHEET = """
#digest { background: @side; }
#digest-card { background: @paper; border: 1px solid @line; border-radius: 8px; }
"""


class DigestCard(QFrame):
    """A heading and its points."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("digest-card")
        self._title = QLabel()
        self._title.setFont(theme.reading_font(11.5, bold=True))
        self._title.setWordWrap(True)
        # A title comes from a file: "<b>" in it is no markup.
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._shown: list[QLabel] = []
        self._points = QGridLayout()
        self._points.setHorizontalSpacing(8)
        self._points.setVerticalSpacing(5)
        self._points.setColumnStretch(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 11, 14, 12)
        layout.setSpacing(6)
        layout.addWidget(self._title)
        layout.addLayout(self._points)

    def show_points(self, title: str, points: tuple[str, ...], nothing: str) -> None:
        """Show the points, or what is said when there are none."""
        self._title.setText(title)
        for label in self._shown:
            label.deleteLater()
        # Bullets by themselves, so that broken lines stand under their words.
        self._shown = [QLabel("·") for _ in points]
        for row, bullet in enumerate(self._shown):
            self._points.addWidget(bullet, row, 0, Qt.AlignmentFlag.AlignTop)
        words = [_point(said) for said in points or (nothing,)]
        for row, label in enumerate(words):
            self._points.addWidget(label, row, 1)
        self._shown += words


class Digest(QScrollArea):
    """The right half of the overview; opens the pair side by side."""

    open_requested = Signal(str, str)

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pair = ("", "")
        self._build()
        self.set_palette_values(palette)
        self.show_nothing()

    def show_digest(self, digest: PairDigest) -> None:
        """Show a pair."""
        self._pair = (digest.left_id, digest.right_id)
        self._title.setText(f"{digest.left_title} ⟷ {digest.right_title}")
        self._line.setText(digest.line)
        self._line.setVisible(bool(digest.line))
        self._both.show_points(self.tr("Both say"), digest.both, self.tr("No match was found."))
        # Of what has no match only the surest is listed.
        nothing = self.tr("Nothing is sure enough to be listed, which does not mean nothing.")
        only = self.tr("Only “{0}”")
        self._left.show_points(only.format(_short(digest.left_title)), digest.only_left, nothing)
        self._right.show_points(only.format(_short(digest.right_title)), digest.only_right, nothing)
        self._show_parts(True)

    def show_comparing(self, left_title: str, right_title: str) -> None:
        """Say that the pair is being compared."""
        self._title.setText(f"{left_title} ⟷ {right_title}")
        self._line.setText(self.tr("Comparing…"))
        self._line.show()
        self._show_parts(False)

    def show_nothing(self) -> None:
        """Say how a pair gets here."""
        self._pair = ("", "")
        self._title.setText(self.tr("Choose a square"))
        self._line.setText(
            self.tr("Its two articles are summed up here: what both say, and what only one does.")
        )
        self._line.show()
        self._show_parts(False)

    def set_palette_values(self, palette: Palette) -> None:
        """Take the colours of another theme."""
        self.setStyleSheet(fill(_SHEET, palette))
        set_ink(self._line, palette.color("muted"))

    def _build(self) -> None:
        self.setAccessibleName(self.tr("The chosen pair in brief"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        # Words break instead.
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        inner.setObjectName("digest")
        self._title = QLabel()
        self._title.setFont(theme.reading_font(13, bold=True))
        self._line = QLabel()
        for label in (self._title, self._line):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._both, self._left, self._right = DigestCard(), DigestCard(), DigestCard()
        self._open = QPushButton(self.tr("Open side by side ⏎"))
        self._open.setAccessibleName(self.tr("Open side by side"))
        self._open.setProperty("primary", True)
        self._open.clicked.connect(lambda: self.open_requested.emit(*self._pair))
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(26, 24, 26, 20)
        layout.setSpacing(12)
        for part in (self._title, self._line, self._both, self._left, self._right):
            layout.addWidget(part)
        layout.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)
        self.setWidget(inner)

    def _show_parts(self, shown: bool) -> None:
        for part in (self._both, self._left, self._right, self._open):
            part.setVisible(shown)


def _point(words: str) -> QLabel:
    """Return a label for what is said; a name of its own would hide the words from readers."""
    label = QLabel(words)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _short(title: str) -> str:
    # At a space, and without the comma before it.
    return title if len(title) <= 30 else title[:29].rsplit(" ", 1)[0].rstrip(",.;:") + "…"
