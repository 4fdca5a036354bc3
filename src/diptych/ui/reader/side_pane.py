# SPDX-License-Identifier: MIT
"""One side of the split view: the article, its overview strip, or what to do without one."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from diptych.text.article import Article, Span
from diptych.text.sides import Side, other_side
from diptych.ui.desk.page import Page, page_steps
from diptych.ui.desk.trail import BEGINNING, Top
from diptych.ui.parts.controls import Banner
from diptych.ui.parts.dropping import DropArea
from diptych.ui.parts.icons import icon
from diptych.ui.parts.steps import Steps
from diptych.ui.parts.theme import Palette
from diptych.ui.reader.article_view import ArticleView
from diptych.ui.reader.document import Typography, empty_document, filling
from diptych.ui.reader.geometry import StripMark
from diptych.ui.reader.strip import OverviewStrip

FOCUS_LINE = 2  # pixels
OUTLINE_SIZE = 22  # pixels; it stands in the margin beside the column
LONGEST_HINT = 300  # code points
FEWEST_HEADINGS = 3  # an article with fewer is found through at a glance


class SidePane(DropArea):
    """Keeps the article of one side, its open folds and the place in it."""

    fold_turned = Signal()  # by the reader, before the text is set anew
    fold_toggled = Signal()
    page_set = Signal()  # the text stands there
    focused = Signal(object)
    pin_requested = Signal(object, str)
    outline_requested = Signal(object)

    def __init__(self, side: Side, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(palette, parent)
        self.side = side
        self.article: Article | None = None
        self._facts = ""
        self._folds: frozenset[int] = frozenset()
        self._shown_folds: frozenset[int] = frozenset()
        self._setting = Steps(self)
        self._setting.finished.connect(self._reveal_wanted)
        self._wanted: Span | None = None  # to be revealed once the page is there
        self._palette = palette
        self.typography = Typography()
        self._build()
        self._connect()

    def _build(self) -> None:
        self.view = ArticleView(self._palette, other_side=other_side(self.side))
        self.strip = OverviewStrip(self._palette, self._describe)
        self.outline = QToolButton(self.view)
        self.outline.setObjectName("outlineButton")
        self.outline.setIcon(icon("outline", self._palette.muted))
        self.outline.setFixedSize(OUTLINE_SIZE, OUTLINE_SIZE)
        self.outline.setAutoRaise(True)
        self.outline.setStyleSheet("padding: 0")
        self.outline.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard has Ctrl+J
        self.outline.setToolTip(self.tr("The headings of this article"))
        self.outline.setAccessibleName(self.tr("The headings of this article"))
        self.outline.hide()
        self.banner = Banner()
        self._build_empty()
        self._offer: QWidget = self.empty
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.view)
        self.stack.setMinimumWidth(1)  # what an empty side says never widens a text
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._build_focus_line())
        column.addWidget(self.stack, 1)
        # Below the text: above it the words that are read would move when it comes and goes.
        column.addWidget(self.banner)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        if self.side == Side.LEFT:
            row.addWidget(self.strip)
            row.addLayout(column, 1)
        else:
            row.addLayout(column, 1)
            row.addWidget(self.strip)
        self._name()

    def _describe(self, mark: StripMark) -> str:
        """Return the sentence that a mark of the overview strip stands for."""
        if self.article is None:
            return ""
        from diptych.text.segment import sentences_around  # no text waits for it

        words = sentences_around(self.article, mark.span).of(self.article.text)
        return " ".join(words.split())[:LONGEST_HINT]

    def _build_empty(self) -> None:
        self.empty = QWidget()
        empty_column = QVBoxLayout(self.empty)
        empty_column.setContentsMargins(40, 60, 40, 40)
        self.empty_text = QLabel()
        self.empty_text.setWordWrap(True)
        self.empty_text.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self.empty_text.setTextFormat(Qt.TextFormat.PlainText)
        self.empty_text.setObjectName("emptyText")
        empty_column.addWidget(self.empty_text)
        self.empty_button = QPushButton()
        self.empty_button.hide()
        empty_column.addSpacing(14)
        empty_column.addWidget(self.empty_button, 0, Qt.AlignmentFlag.AlignHCenter)
        empty_column.addStretch(1)
        self.empty.setObjectName("emptySide")
        self.empty.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def _build_focus_line(self) -> QWidget:
        """Return the line above the text that has the keyboard; a caret alone is hardly seen."""
        self.focus_line = QWidget()
        self.focus_line.setFixedHeight(FOCUS_LINE)
        self.focus_line.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._show_focus(False)
        return self.focus_line

    def _connect(self) -> None:
        self.view.fold_toggled.connect(self._toggle_fold)
        self.view.installEventFilter(self)
        self.outline.clicked.connect(lambda: self.outline_requested.emit(self.side))
        self.strip.share_chosen.connect(self._scroll_to_share)

    def show_article(
        self, article: Article, facts: str, typography: Typography, *, top: Top = BEGINNING
    ) -> None:
        """Show an article with all folds closed, scrolled to ``top``.

        A very long one appears a little later: it is set while the window lives on.
        """
        # Shown before the window was whole, it is asked for once more when it is.
        stands = (article, facts, typography) == (self.article, self._facts, self.typography)
        is_set = stands and not self._folds and not self.is_setting and self.view.page is not None
        self.article = article
        self._facts = facts
        self._folds = self._shown_folds = frozenset()
        self.typography = typography
        self._wanted = None
        if is_set:
            self._go_to(top)
        self._setting.start(iter(()) if is_set else self._setting_first(article, facts, top))
        # Not done in its first moment: better nothing than the article before.
        if self._setting.is_running:
            self.view.clear_page()
        self.stack.setCurrentWidget(self.view)
        self._name()

    def set_again(self, typography: Typography) -> None:
        """Set the same article anew (folds, font or theme changed), place kept."""
        self.typography = typography
        if self.article is not None:
            self._setting.start(self._setting_again(self.article))

    def _setting_first(self, article: Article, facts: str, top: Top) -> Iterator[None]:
        # Here and not in the lane that read the article: words of the interface are Qt's,
        # and two threads at its wrappers have crashed.
        page = yield from page_steps(article, facts)
        yield from self._setting_page(page)
        self._go_to(top)

    def _go_to(self, top: Top) -> None:
        self.view.put_caret(top.place)
        self.view.scroll_to_top(top)

    def _setting_again(self, article: Article) -> Iterator[None]:
        page, folds = self.view.page, self._folds
        if page is None or folds != self._shown_folds:
            page = yield from page_steps(article, self._facts, open_folds=folds)
        # Only now: the reader may have scrolled on while the page was made.
        self.view.lines_breaking.emit()
        top, caret = self.view.kept, self.view.caret_place()
        yield from self._setting_page(page)
        self._shown_folds = folds
        self.view.put_caret(caret)
        self.view.scroll_to_top(top)

    def _setting_page(self, page: Page) -> Iterator[None]:
        document = empty_document(self.typography)
        yield from filling(document, page, self.typography, self._palette)
        self.view.show_page(page, document, self.typography)
        self.outline.setVisible(len(page.outline) >= FEWEST_HEADINGS)

    @property
    def is_setting(self) -> bool:
        """Tell whether the page is still being set."""
        return self._setting.is_running

    def _reveal_wanted(self) -> None:
        span, self._wanted = self._wanted, None
        if span is not None:
            self.reveal(span)
        self.page_set.emit()

    def clear(self) -> None:
        """Show the empty state."""
        self.article = None
        # Else what is being set would still appear.
        self._setting.stop()
        self.view.clear_page()
        self.outline.hide()
        self.banner.say("")
        self.stack.setCurrentWidget(self.empty)
        self.strip.show_viewport(0.0, 0.0)
        self._name()

    def set_offer(self, offer: QWidget) -> None:
        """Take over what is shown in the empty side once the other has an article."""
        self._offer = offer
        self.stack.addWidget(offer)

    def offer(self, offered: bool) -> None:
        """Show in the empty side what could be read here, or how an article gets here."""
        if self.article is None:
            self.stack.setCurrentWidget(self._offer if offered else self.empty)

    @property
    def shown(self) -> QWidget:
        """The text, or what stands in its place."""
        return self.stack.currentWidget() or self.empty

    def show_banner(self, text: str) -> None:
        """Say something about the article below its text; empty text takes it away."""
        self.banner.say(text)

    def reveal(self, span: Span) -> None:
        """Scroll so that a span is in view, opening the fold that hides it."""
        self.unfold(span)
        if self._setting.is_running:
            self._wanted = span
            return
        extent = self.view.extent(span)
        if extent is not None:
            self.view.scroll_to(extent.top - self.view.viewport().height() * 0.3)

    def unfold(self, span: Span) -> None:
        """Open the folds if one of them hides a span."""
        page = self.view.page
        if page is not None and not page.map.is_shown(span):
            self._open_all_folds()

    def set_palette_values(self, palette: Palette) -> None:
        """Paint with another theme; the owner sets the page anew."""
        super().set_palette_values(palette)
        self._palette = palette
        self.view.set_palette_values(palette)
        self._show_focus(self.view.hasFocus())
        self.strip.set_palette_values(palette)
        self.outline.setIcon(icon("outline", palette.muted))

    def _toggle_fold(self, number: int) -> None:
        self.fold_turned.emit()
        self._folds = self._folds ^ {number}
        self.fold_toggled.emit()

    def _open_all_folds(self) -> None:
        page = self.view.page
        if page is not None:
            # All, for the map does not tell which of them hides it.
            self._folds = frozenset(range(page.folds))
            self.fold_toggled.emit()

    def _scroll_to_share(self, share: float) -> None:
        # What was clicked comes to the middle.
        height = self.view.viewport().height()
        self.view.verticalScrollBar().setValue(
            round(share * self.view.document_height() - height / 2)
        )

    def _name(self) -> None:
        side = self.tr("Left article") if self.side == Side.LEFT else self.tr("Right article")
        title = self.article.called if self.article is not None else self.tr("none pinned")
        self.view.setAccessibleName(f"{side}: {title}")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.view and event.type() == QEvent.Type.Resize:
            # It lies over the text, in no layout.
            self.outline.move(self.view.width() - OUTLINE_SIZE - 2, 4)
        if watched is self.view and event.type() == QEvent.Type.FocusIn:
            self.focused.emit(self.side)
        if watched is self.view and event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._show_focus(event.type() == QEvent.Type.FocusIn)
        return False

    def _show_focus(self, on: bool) -> None:
        self.focus_line.setStyleSheet(
            f"background: {self._palette.accent if on else self._palette.paper}"
        )
