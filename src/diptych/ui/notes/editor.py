# SPDX-License-Identifier: MIT
"""Where a note is written: both quotations above, the reader's Markdown below."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QMimeData, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from diptych.notes.export.note_text import note_html
from diptych.text.sides import Side
from diptych.ui.notes.quotes import QuoteList
from diptych.ui.notes.rows import COLOURS, STANCES, NoteDraft, QuoteRow, tags_from, tags_shown
from diptych.ui.notes.words import colour_name, stance_name
from diptych.ui.parts.controls import Chip, ChoiceBox, IconButton, quiet_button, set_ink
from diptych.ui.parts.flow import FlowLayout
from diptych.ui.parts.swatches import swatch
from diptych.ui.parts.theme import Palette, fill, ui_font

# At most this much typing is unsaved, however long the reader types on.
SAVE_EVERY_MS = 400
QUOTES_AT_MOST = 176  # pixels
QUOTES_AT_LEAST = 44
AROUND_QUOTES = 210  # what the text, the stances and the rest need
PREVIEWED = 50_000  # characters of a note
LONGEST_WORD = 5_000  # characters that are still wrapped as a word
_SHEET = """
#note-editor { background: @paper; border: 1px solid @line; border-left: 3px solid @note;
  border-radius: 8px; }
#note-text { background: @bg; }
"""


class NoteText(QPlainTextEdit):
    """A plain text box that stays quick whatever is put into it."""

    def set_text(self, text: str) -> None:
        """Replace the text and put the cursor at its end."""
        self._fit_wrapping(text)
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def insertFromMimeData(self, source: QMimeData) -> None:
        self._fit_wrapping(source.text())
        super().insertFromMimeData(source)

    def _fit_wrapping(self, text: str) -> None:
        # Qt looks for a place to break from the start of the word at every line:
        # a word of a million letters would take minutes.
        if max(map(len, text.split()), default=0) > LONGEST_WORD:
            self.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)


class NoteEditor(QWidget):
    """Edits one note; every change leaves as a draft within half a second."""

    draft_changed = Signal(object)  # NoteDraft
    closed = Signal()
    hidden = Signal()  # whoever closed it
    delete_requested = Signal(str)
    add_side_requested = Signal(object)  # Side or ""

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values = palette
        self._draft = NoteDraft("")
        self._filling = False
        self._build()
        self._connect()
        self.set_palette_values(palette)

    # Values in

    def open_note(self, draft: NoteDraft) -> None:
        """Show a note; what is typed meanwhile in the note open before leaves first."""
        self.flush()
        same = draft.id == self._draft.id
        self._filling = True
        try:
            # The cursor stays where it is when the same words come back.
            if not same or self._text.toPlainText() != draft.text:
                self._text.set_text(draft.text)
            self._tags.setText(tags_shown(draft.tags))
            self._stances[draft.stance if draft.stance in STANCES else ""].setChecked(True)
            self._colour.setCurrentIndex(COLOURS.index(draft.colour))
        finally:
            self._filling = False
        self._draft = draft
        self._show_quotes()
        if not same:
            self._saved.setText("")
        self._show_preview()

    def show_quotes(self, quotes: tuple[QuoteRow, ...]) -> None:
        """Show the quotations anew; what is typed stays as it is."""
        if quotes != self._draft.anchors:
            self._draft = replace(self._draft, anchors=quotes)
            self._show_quotes()

    def show_saved(self, when: str) -> None:
        """Say when the note was stored last ("14:02")."""
        self._set_saved(self.tr("Saved {0}").format(when), "muted")

    def show_failed(self, reason: str) -> None:
        """Say why the note could not be stored; the text stays."""
        self._set_saved(reason, "warning")

    def draft(self) -> NoteDraft:
        """Return the note as it stands in the editor."""
        chosen = [stance for stance, chip in self._stances.items() if chip.isChecked()]
        return NoteDraft(
            self._draft.id,
            self._text.toPlainText(),
            self._draft.anchors,
            chosen[0] if chosen else "",
            tags_from(self._tags.text()),
            COLOURS[max(self._colour.currentIndex(), 0)],
        )

    def flush(self) -> None:
        """Let what was typed since the last draft leave now."""
        self._pause.stop()
        current = self.draft()
        self._show_preview()
        # Without an id no note has been opened yet.
        if self._draft.id and current != self._draft:
            self._draft = current
            self.draft_changed.emit(current)

    def set_preview(self, shown: bool) -> None:
        """Show the note as it will look below its text, or do not."""
        self._preview.setVisible(shown)
        self._show_preview()
        self._fit_quotes()

    def focus_text(self) -> None:
        """Put the cursor into the text."""
        self._text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_palette_values(self, palette: Palette) -> None:
        """Take the colours of another theme."""
        self._values = palette
        self.setStyleSheet(fill(_SHEET, palette))
        for chip in self._stances.values():
            chip.set_palette_values(palette)
        self._quotes.set_palette_values(palette)
        self._close.set_palette_values(palette)
        set_ink(self._saved, palette.color("muted"))

    # Building

    def _build(self) -> None:
        self.setObjectName("note-editor")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumSize(220, 200)
        self._quotes = QuoteList(self._values)
        self._add_side = QPushButton()
        self._add_side.hide()
        self._add_side.setFlat(True)
        self._text = NoteText()
        self._text.setObjectName("note-text")
        self._text.setFont(ui_font(10.5))
        # The keyboard must get out of the box.
        self._text.setTabChangesFocus(True)
        self._text.setPlaceholderText(self.tr("Your note, in Markdown"))
        self._text.setAccessibleName(self.tr("Text of the note"))
        self._tags = QLineEdit()
        self._tags.setPlaceholderText(self.tr("#tags"))
        self._tags.setAccessibleName(self.tr("Tags"))
        self._colour = ChoiceBox(self.tr("Colour"))
        for colour in COLOURS:
            self._colour.addItem(swatch(colour), colour_name(colour))
        self._preview = QTextBrowser()
        # A preview leads nowhere.
        self._preview.setOpenLinks(False)
        self._preview.setAccessibleName(self.tr("The note as it will look"))
        self._preview.hide()
        self._saved = QLabel()
        self._saved.setFont(ui_font(8.75))
        self._saved.setWordWrap(True)
        self._delete = quiet_button(self.tr("Delete"), self.tr("Delete this note"))
        self._close = IconButton(
            "close", self.tr("Close the note"), self._values, sign="✕", tip=self.tr("Close (Esc)")
        )
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(SAVE_EVERY_MS)
        self._lay_out()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._saved, 1)
        top.addWidget(self._delete)
        top.addWidget(self._close)
        bottom = QHBoxLayout()
        bottom.addWidget(self._tags, 1)
        bottom.addWidget(self._colour)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 10, 10)
        layout.setSpacing(7)
        layout.addLayout(top)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setStyleSheet(
            "QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; }"
        )
        scroll.setWidget(self._quotes)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._quote_area = scroll
        layout.addWidget(scroll)
        layout.addWidget(self._add_side, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._preview, 1)
        layout.addWidget(self._build_stances())
        layout.addLayout(bottom)

    def _build_stances(self) -> QWidget:
        strip = QWidget()
        strip.setAccessibleName(self.tr("Stance"))
        flow = FlowLayout(strip, gap=4)
        self._group = QButtonGroup(self)
        self._stances: dict[str, Chip] = {}
        for stance in STANCES:
            name = stance_name(stance) or self.tr("No stance")
            chip = Chip(name, self._values)
            chip.setChecked(stance == "")
            self._group.addButton(chip)
            self._stances[stance] = chip
            flow.addWidget(chip)
        return strip

    def _connect(self) -> None:
        self._text.textChanged.connect(self._note_change)
        self._tags.textChanged.connect(self._note_change)
        # Chosen and not typed: nothing more is waited for.
        self._group.buttonClicked.connect(lambda _: self.flush())
        self._colour.activated.connect(lambda _: self.flush())
        self._pause.timeout.connect(self.flush)
        self._delete.clicked.connect(lambda: self.delete_requested.emit(self._draft.id))
        self._close.clicked.connect(self._leave)
        self._add_side.clicked.connect(lambda: self.add_side_requested.emit(self._missing_side()))
        # Both are kept when one leaves them, by whatever way.
        for box in (self._text, self._tags):
            box.installEventFilter(self)
        shortcut = QShortcut(QKeySequence("Alt+S"), self)
        # Outside of the editor there is no stance to choose.
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._focus_stance)

    # What the reader does

    def _note_change(self) -> None:
        # Not restarted while it runs: who types without a pause is saved as well.
        if not self._filling and not self._pause.isActive():
            self._pause.start()

    def _show_preview(self) -> None:
        # Put away by the reader, and not only in a window that is not shown yet.
        if not self._preview.isHidden():
            self._preview.setHtml(note_html(self._text.toPlainText()[:PREVIEWED]))

    def _focus_stance(self) -> None:
        chosen = self._group.checkedButton()
        if chosen is not None:
            chosen.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _leave(self) -> None:
        self.flush()
        self.closed.emit()

    def _show_quotes(self) -> None:
        self._quotes.show_quotes(self._draft.anchors)
        self._quote_area.setVisible(bool(self._draft.anchors))
        self._fit_quotes()
        missing = self._missing_side()
        self._add_side.setVisible(bool(missing) and bool(self._draft.id))
        words = {
            Side.LEFT: self.tr("＋ Add a passage from the left"),
            Side.RIGHT: self.tr("＋ Add a passage from the right"),
        }
        told = words[missing] if missing else ""
        self._add_side.setText(told)
        self._add_side.setAccessibleName(told)

    def _fit_quotes(self) -> None:
        around = AROUND_QUOTES if self._preview.isHidden() else AROUND_QUOTES + 80
        room = max(QUOTES_AT_LEAST, min(QUOTES_AT_MOST, self.height() - around))
        wanted = self._quotes.fit(max(self.width() - 26, 120), room)
        self._quote_area.setFixedHeight(min(room, wanted))

    def _missing_side(self) -> Side | None:
        sides = {each.side for each in self._draft.anchors}
        if sides >= {Side.LEFT, Side.RIGHT}:
            return None
        return Side.RIGHT if Side.LEFT in sides else Side.LEFT

    def _set_saved(self, text: str, ink: str) -> None:
        self._saved.setText(text)
        set_ink(self._saved, self._values.color(ink))

    # Qt overrides

    def sizeHint(self) -> QSize:
        return QSize(320, 380)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
            self.flush()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        # While a note is written Ctrl+Return ends it, as in other programs, and judges no match.
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and _ends_writing(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape or _ends_writing(event):
            self._leave()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_quotes()

    def hideEvent(self, event: QHideEvent) -> None:
        self.flush()
        super().hideEvent(event)
        self.hidden.emit()


def _ends_writing(event: QKeyEvent) -> bool:
    is_return = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return is_return and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
