# SPDX-License-Identifier: MIT
"""Which two should you read together? The chosen articles at one glance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from diptych.ui.overview.digest import Digest
from diptych.ui.overview.matrix import Matrix
from diptych.ui.overview.rows import OverviewArticle, PairDigest
from diptych.ui.overview.timeline import Timeline
from diptych.ui.parts import theme
from diptych.ui.parts.controls import EmptyState, in_the_middle, set_ink
from diptych.ui.parts.theme import Palette, fill

MOST_ARTICLES = 60
_SHEET = """
#overview-sheet, #overview-sheet QScrollArea, #overview-inner { background: @paper; border: 0; }
"""


class OverviewPanel(QWidget):
    """Shows up to 60 articles as a matrix, a timeline, and the chosen pair in a few lines."""

    pair_chosen = Signal(str, str)  # a square was chosen: its digest is wanted
    pair_requested = Signal(str, str)  # open the two side by side
    article_chosen = Signal(str)  # a point of the timeline
    choose_articles_requested = Signal()

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values = palette
        self._titles: dict[str, str] = {}
        self._build()
        self._connect()
        self.set_palette_values(palette)
        self.show_articles(())

    # Values in

    def show_articles(self, articles: Sequence[OverviewArticle]) -> None:
        """Show the chosen articles, in the order given; what is known of pairs stays."""
        # Each with each: sixty are 1,770 pairs.
        shown = tuple(articles)[:MOST_ARTICLES]
        self._titles = {article.id: article.title for article in shown}
        self._matrix.show_articles(shown)
        self._timeline.show_articles(shown)
        self._line.setText(
            self.tr(
                "%n article(s) chosen · darker: more in common · small: an estimate, "
                "not compared yet · Enter or a double click opens both",
                "",
                len(shown),
            )
        )
        dated = self._timeline.has_dates()
        self._written.setVisible(dated)
        self._timeline.setVisible(dated)
        # The square that was chosen may be of articles that are not shown any more.
        self._digest.show_nothing()
        self._give_room()
        self._stack.setCurrentWidget(self._split if len(shown) > 1 else self._invitation)

    def estimate(self, counts: Mapping[tuple[str, str], int]) -> None:
        """Show about how many passages pairs share, until they are compared."""
        self._matrix.estimate(counts)

    def add_counts(self, counts: Mapping[tuple[str, str], int]) -> None:
        """Show how many matches compared pairs have."""
        self._matrix.add_counts(counts)

    def forget_counts(self) -> None:
        """Know nothing of any pair, as what counts has changed."""
        self._matrix.forget_counts()

    def show_progress(self, done: int, total: int) -> None:
        """Say how many of the pairs have been compared; nothing once all are."""
        running = done < total
        self._progress.setVisible(running)
        self._progress.setText(self.tr("Comparing: {0} of {1} pairs").format(done, total))

    def show_digest(self, digest: PairDigest) -> None:
        """Show the chosen pair in a few lines."""
        self._digest.show_digest(digest)
        self._timeline.mark(frozenset((digest.left_id, digest.right_id)))

    def choose(self, one: str, other: str) -> None:
        """Make the square of two articles current; nothing is asked."""
        self._matrix.choose(one, other)
        self._timeline.mark(frozenset((one, other)))
        self._digest.show_comparing(self._titles[one], self._titles[other])

    def focus_list(self) -> None:
        """Put the keyboard focus on the matrix."""
        self._matrix.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_palette_values(self, palette: Palette) -> None:
        """Take the colours of another theme."""
        self._values = palette
        self.setStyleSheet(fill(_SHEET, palette))
        for part in (self._matrix, self._timeline, self._digest, self._empty):
            part.set_palette_values(palette)
        for label in (self._line, self._progress):
            set_ink(label, palette.color("muted"))

    def sizeHint(self) -> QSize:
        return QSize(1100, 700)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Also when it is shown: hidden it had no height to go by.
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._give_room()
        return super().eventFilter(watched, event)

    def _give_room(self) -> None:
        """Let the matrix leave room for the timeline below it, where the window has it."""
        # What the column takes besides the matrix.
        others = self._column.sizeHint().height() - self._matrix.height()
        self._matrix.set_room(max(1.0, self._scroll.viewport().height() - others))

    # Building

    def _build(self) -> None:
        self._matrix = Matrix(self._values)
        self._timeline = Timeline(self._values)
        self._digest = Digest(self._values)
        self._digest.setMinimumWidth(220)
        self._empty = EmptyState(self._values)
        self._empty.show_message(
            self.tr("Which two should you read together?"),
            self.tr("Choose some articles to see which of them share most."),
        )
        self._empty.add_button(
            self.tr("Choose articles"),
            self.tr("Up to 60 at a time."),
            self.choose_articles_requested.emit,
            primary=True,
        )
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self._build_sheet())
        self._split.addWidget(self._digest)
        self._split.setStretchFactor(0, 3)
        self._split.setStretchFactor(1, 2)
        self._split.setSizes([700, 400])
        self._split.setHandleWidth(1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._split)
        self._invitation = in_the_middle(self._empty)
        self._stack.addWidget(self._invitation)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    def _build_sheet(self) -> QWidget:
        title = QLabel(self.tr("Which two should you read together?"))
        title.setFont(theme.reading_font(16, bold=True))
        title.setWordWrap(True)
        self._line = QLabel()
        self._line.setWordWrap(True)
        self._progress = QLabel()
        self._progress.hide()
        self._written = QLabel(self.tr("When they were written"))
        self._written.setFont(theme.reading_font(12.5, bold=True))
        choose = QPushButton(self.tr("Choose articles…"))
        choose.clicked.connect(self.choose_articles_requested)
        foot = QHBoxLayout()
        foot.addWidget(choose)
        foot.addWidget(self._progress)
        foot.addStretch(1)
        self._inner = QWidget()
        self._inner.setObjectName("overview-inner")
        layout = self._column = QVBoxLayout(self._inner)
        layout.setContentsMargins(30, 24, 30, 20)
        layout.setSpacing(6)
        layout.addWidget(title)
        layout.addWidget(self._line)
        layout.addSpacing(14)
        layout.addWidget(self._matrix)
        layout.addSpacing(18)
        layout.addWidget(self._written)
        layout.addWidget(self._timeline)
        layout.addLayout(foot)
        layout.addStretch(1)
        scroll = QScrollArea()
        scroll.setObjectName("overview-sheet")
        scroll.setWidgetResizable(True)
        scroll.setWidget(self._inner)
        # The keyboard is for the matrix, which asks to be scrolled into view.
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setMinimumWidth(300)
        self._scroll = scroll
        scroll.viewport().installEventFilter(self)
        return scroll

    def _connect(self) -> None:
        self._matrix.pair_chosen.connect(self._choose)
        self._matrix.pair_activated.connect(self.pair_requested)
        self._matrix.place_wanted.connect(self._bring_into_view)
        self._timeline.article_chosen.connect(self.article_chosen)
        self._digest.open_requested.connect(self.pair_requested)

    def _bring_into_view(self, place: QPoint) -> None:
        # The square may lie where the sheet is scrolled away.
        at = self._matrix.viewport().mapTo(self._inner, place)
        self._scroll.ensureVisible(at.x(), at.y(), 0, 40)

    def _choose(self, one: str, other: str) -> None:
        self._timeline.mark(frozenset((one, other)))
        self._digest.show_comparing(self._titles[one], self._titles[other])
        self.pair_chosen.emit(one, other)
