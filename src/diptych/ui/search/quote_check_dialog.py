# SPDX-License-Identifier: MIT
"""Tells whether a quotation stands in the library as it was quoted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPen, QShortcut
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QPlainTextEdit, QPushButton, QWidget

from diptych.search.quote_check import Fidelity
from diptych.ui.parts import text_block, theme
from diptych.ui.parts.controls import set_ink
from diptych.ui.parts.row_delegate import RowDelegate, RowState, paint_bottom_line
from diptych.ui.parts.rows import RowList, RowModel
from diptych.ui.parts.sheet import Sheet
from diptych.ui.parts.text_block import TextStyle
from diptych.ui.parts.theme import Palette
from diptych.values import dataclass


@dataclass(frozen=True, slots=True)
class QuoteFinding:
    """A place where the quotation, or something like it, stands.

    ``text`` is what stands there, ``marks`` the ranges in it that were quoted
    otherwise, ``changes`` pairs of quoted and actual words.
    """

    article_id: str
    title: str
    meta: str
    fidelity: Fidelity
    text: str
    start: int
    end: int
    marks: tuple[tuple[int, int], ...] = ()
    changes: tuple[tuple[str, str], ...] = ()


class FindingDelegate(RowDelegate[QuoteFinding]):
    """Paints how faithful it is and its source, what stands there, and what was changed."""

    def __init__(self, palette: Palette, parent: QObject | None = None) -> None:
        super().__init__(palette, parent)
        self._small = theme.ui_font(9)
        self._fidelity_font = theme.ui_font(9, bold=True)
        self._text_font = theme.reading_font(10.5)
        self._small_height = text_block.line_height(self._small)
        self._text_height = text_block.line_height(self._text_font)

    def row_height(self, row: QuoteFinding, width: float) -> float:
        # As ``paint_row`` adds them up.
        changes = self._small_height + 3 if row.changes else 0
        return (
            9 + self._small_height + 3 + self._lines(row, width) * self._text_height + changes + 9
        )

    def paint_row(
        self, painter: QPainter, rect: QRectF, row: QuoteFinding, state: RowState
    ) -> None:
        values = self.values
        self.paint_ground(painter, rect, state)
        paint_bottom_line(painter, rect, values)
        told = self.fidelity_words(row.fidelity)
        ink = values.color("accent" if row.fidelity is Fidelity.EXACT else "warning")
        # Wide enough for the word, in whatever language.
        width = text_block.text_advance(told, self._fidelity_font) + 18
        cap = QRectF(rect.left() + 10, rect.top() + 8, width, self._small_height + 2)
        painter.setPen(QPen(ink, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(cap, cap.height() / 2, cap.height() / 2)
        place = cap.adjusted(9, 0, 0, 0)
        text_block.paint_line(painter, place, told, font=self._fidelity_font, ink=ink)
        source = QRectF(cap.right() + 8, cap.top(), rect.right() - cap.right() - 18, cap.height())
        words = " · ".join(part for part in (row.title, row.meta) if part)
        muted = values.color("muted")
        text_block.paint_line(painter, source, words, font=self._small, ink=muted)
        style = TextStyle(
            self._text_font, values.color("ink"), values.color("hit", 0.6), highlight=True
        )
        y = rect.top() + 9 + self._small_height + 4
        lines = self._lines(row, rect.width())
        block = text_block.lay_out(row.text, style, rect.width() - 20, lines=lines, marks=row.marks)
        block.paint(painter, rect.left() + 10, y)
        if row.changes:
            y += lines * self._text_height + 2
            below = QRectF(rect.left() + 10, y, rect.width() - 20, self._small_height)
            changed = self.change_words(row)
            warning = values.color("warning")
            text_block.paint_line(painter, below, changed, font=self._small, ink=warning)

    def fidelity_words(self, fidelity: Fidelity) -> str:
        """Return how the quotation fares, in a word or two."""
        return {
            Fidelity.EXACT: self.tr("exact"),
            Fidelity.ALTERED: self.tr("altered"),
            Fidelity.IN_PIECES: self.tr("in pieces"),
            Fidelity.NOT_FOUND: "",
        }[fidelity]

    def change_words(self, row: QuoteFinding) -> str:
        """Return the changed words: quoted, and as they stand."""
        # ∅: nothing was quoted, or nothing stands there.
        pairs = [f"“{quoted or '∅'}” → “{found or '∅'}”" for quoted, found in row.changes]
        return self.tr("quoted → stands: {0}").format(", ".join(pairs))

    def _lines(self, row: QuoteFinding, width: float) -> int:
        return text_block.lines_taken(row.text, self._text_font, width - 20, 4)


class QuoteText(QPlainTextEdit):
    """A box to paste a quotation into; Enter checks it."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # With Shift it breaks the line.
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.entered.emit()
            return
        super().keyPressEvent(event)


class QuoteCheck(Sheet):
    """Takes a quotation, lists where it stands and how it was changed."""

    check_requested = Signal(str)
    open_requested = Signal(object)  # QuoteFinding
    pin_left_requested = Signal(object)
    pin_right_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None, *, quotation: str = "") -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Check a quotation"))
        self.heading.setText(self.tr("Check a quotation"))
        self.say(self.tr("Paste it; every place in the library is shown, exact or altered."))
        self._checked = ""
        self._build()
        self._text.setPlainText(quotation)
        self._text.textChanged.connect(self._forget_answer)

    def check(self) -> None:
        """Ask for the quotation in the box."""
        words = self._text.toPlainText().strip()
        # An empty box asks for nothing: it would stand in every article.
        if words:
            self._checked = words
            self.show_message(self.tr("Looking…"))
            self.check_requested.emit(words)

    def check_again(self) -> None:
        """Ask once more for what was checked last: the library is another now."""
        if self._checked:
            self.check_requested.emit(self._checked)

    def show_findings(self, findings: Sequence[QuoteFinding], passed_over: int = 0) -> None:
        """Show where the quotation stands, the best fit first.

        ``passed_over`` is the number of further articles that hold its words.
        """
        # Other words stand in the box by now.
        if not self._checked:
            return
        self._list.show_rows(findings)
        # What was chosen stays so where it was found again.
        if findings and self._list.current_key() is None:
            self._list.set_current_key(_key(findings[0]))
        more = self.tr("%n more article(s) have words of it in a row.", "", passed_over)
        self._answer.setText(f"{self.summary(findings)} {more if passed_over else ''}".strip())

    def show_message(self, sentence: str) -> None:
        """Say something instead of findings."""
        self._list.show_rows(())
        self._answer.setText(sentence)

    def _forget_answer(self) -> None:
        """Take away what was found for other words than those in the box."""
        if self._text.toPlainText().strip() != self._checked:
            self._checked = ""
            self.show_message("")

    def summary(self, findings: Sequence[QuoteFinding]) -> str:
        """Return the answer in a line."""
        if not findings:
            return self.tr("Not found in the library, not even with changes.")
        exact = sum(finding.fidelity is Fidelity.EXACT for finding in findings)
        others = len(findings) - exact
        if not exact:
            return self.tr("Nowhere exactly so; places that are like it: {0}.").format(others)
        if not others:
            return self.tr("Stands exactly so; places: {0}.").format(exact)
        return self.tr("Stands exactly so; places: {0}. Altered: {1}.").format(exact, others)

    def set_palette_values(self, palette: Palette) -> None:
        super().set_palette_values(palette)
        if hasattr(self, "_delegate"):
            self._delegate.set_palette_values(palette)
            set_ink(self._answer, palette.color("muted"))

    def sizeHint(self) -> QSize:
        return QSize(620, 560)

    def _build(self) -> None:
        self._text = QuoteText()
        # A quotation has no tabs; the key leads on to the button.
        self._text.setTabChangesFocus(True)
        self._text.setFont(theme.reading_font(11))
        # Some four lines; the room is for what was found.
        self._text.setMaximumHeight(88)
        self._text.setPlaceholderText(self.tr("Paste a quotation"))
        self._text.setAccessibleName(self.tr("Quotation to check"))
        self._check = QPushButton(self.tr("&Check"))
        self._check.setProperty("primary", True)
        self._answer = QLabel()
        self._answer.setWordWrap(True)
        set_ink(self._answer, self.values.color("muted"))
        self._model = RowModel[QuoteFinding](
            key=_key, spoken=lambda row, *_: self._spoken(row), parent=self
        )
        self._delegate = FindingDelegate(self.values, self)
        self._list = RowList(self._model)
        self._list.setItemDelegate(self._delegate)
        self._list.setAccessibleName(self.tr("Places found"))
        for part in (self._text, self._answer):
            self.body.addWidget(part)
        self.body.addWidget(self._list, 1)
        self.buttons.addButton(self._check, QDialogButtonBox.ButtonRole.ActionRole)
        copy = self.buttons.addButton(self.tr("C&opy"), QDialogButtonBox.ButtonRole.ActionRole)
        self.buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        copy.setToolTip(self.tr("Copy the words as they stand"))
        self._check.clicked.connect(self.check)
        self._text.entered.connect(self.check)
        copy.clicked.connect(self._copy)
        self.buttons.rejected.connect(self.reject)
        self._list.row_activated.connect(self.open_requested)
        # As in the window, whose keys do not work behind a dialog.
        for keys, signal in (
            ("Alt+1", self.pin_left_requested),
            ("Alt+2", self.pin_right_requested),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(lambda wanted=signal: self._emit_current(wanted))

    def _emit_current(self, signal: object) -> None:
        row = self._model.row_at(self._list.currentIndex())
        if row is not None:
            signal.emit(row)  # type: ignore[attr-defined]  # a bound signal has no type

    def _copy(self) -> None:
        row = self._model.row_at(self._list.currentIndex())
        if row is not None:
            QGuiApplication.clipboard().setText(row.text)

    def _spoken(self, row: QuoteFinding) -> str:
        parts = [self._delegate.fidelity_words(row.fidelity), row.title, row.meta, row.text]
        if row.changes:
            parts.append(self._delegate.change_words(row))
        return ", ".join(part for part in parts if part)


def _key(finding: QuoteFinding) -> object:
    # An article may hold it more than once.
    return (finding.article_id, finding.start, finding.end)
