# SPDX-License-Identifier: MIT
"""The list of matches of the pinned pair, with its filters and verdicts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QMenu, QStackedWidget, QVBoxLayout, QWidget

from diptych.compare.values import Kind
from diptych.notes.pair_store import Verdict
from diptych.ui.desk.match_filter import MatchFilter
from diptych.ui.matches.card import MatchCardDelegate
from diptych.ui.matches.rows import MatchRow, counts, visible
from diptych.ui.matches.tools import MatchTools
from diptych.ui.matches.why_pane import WhyPane
from diptych.ui.parts.controls import Chip, EmptyState, set_ink
from diptych.ui.parts.flow import FlowLayout
from diptych.ui.parts.kinds import LOOKS, kind_name
from diptych.ui.parts.rows import RowList, RowModel
from diptych.ui.parts.theme import Palette, ui_font

VERBS = {
    Qt.Key.Key_A: "accept",
    Qt.Key.Key_X: "reject",
    Qt.Key.Key_N: "note",
    Qt.Key.Key_W: "why",
}


class MatchesPanel(QWidget):
    """Shows all matches given and lets the reader filter, judge and choose them."""

    match_chosen = Signal(int)
    filter_changed = Signal(object)  # MatchFilter
    accept_requested = Signal(int)
    reject_requested = Signal(int)
    note_requested = Signal(int)
    shortest_run_chosen = Signal(int)  # words
    why_toggled = Signal(bool)
    overview_requested = Signal()
    compare_requested = Signal()  # what was stopped

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values = palette
        self._filter = MatchFilter()
        self._rows: tuple[MatchRow, ...] = ()
        self._single_keys = True
        self._asks_why = False
        self._is_free = self._offers_overview = self._is_stopped = False
        self._build()
        self._connect()
        self.set_palette_values(palette)
        self.show_nothing_pinned()

    # Values in

    def show_matches(self, rows: Sequence[MatchRow]) -> None:
        """Show the matches of a pair, given in reading order with the rejected among them."""
        self._rows = tuple(rows)
        if not rows:
            self._say(
                self.tr("Nothing in common found"),
                self.tr(
                    "These two articles share no wording, claims or facts that could be told. "
                    "“Only here” lists what each of them says."
                ),
            )
        self._refresh()

    def measure(self, row: MatchRow) -> None:
        """Find out how high a card will be, so that listing thousands takes no time."""
        bar = self._list.verticalScrollBar().sizeHint().width()
        self._delegate.row_height(row, self._stack.width() - bar)

    def show_nothing_pinned(self, one_side: bool = False) -> None:
        """Say that two articles are needed; ``one_side`` when one is there already."""
        self._rows = ()
        text = (
            self.tr("Pin a second article with Alt+1 or Alt+2 to see what they share.")
            if one_side
            else self.tr(
                "Pin one with Alt+1 and another with Alt+2, or drag them from the library."
            )
        )
        self._say(self.tr("Two articles make a comparison"), text)
        self._is_free = not one_side
        self._refresh()

    def offer_overview(self, offered: bool) -> None:
        """Offer to find two that share much, as long as both sides are free; or not."""
        self._offers_overview = offered
        self._refresh()

    def show_comparing(self) -> None:
        """Say that the comparison is under way."""
        self._rows = ()
        self._say(self.tr("Comparing…"), self.tr("You can read on meanwhile."))
        self._refresh()

    def show_stopped(self, reason: str = "") -> None:
        """Say why there is no comparison, and offer to begin it again."""
        self._rows = ()
        self._say(self.tr("Not compared"), reason or self.tr("Comparing was stopped."))
        self._is_stopped = True
        self._refresh()

    def show_learned(self, verdicts: int) -> None:
        """Say that so many verdicts of the reader move the other matches; 0 for none."""
        self._learned.setText(self.tr("Order adjusted by your verdicts: {0}").format(verdicts))
        self._learned.setVisible(verdicts > 0)

    def show_notice(self, text: str) -> None:
        """Say something about the pair as a whole above its matches; empty takes it away."""
        self._notice.setText(text)
        self._notice.setVisible(bool(text))

    def show_encoders(self, encoders: Sequence[str]) -> None:
        """Take over which encoders measured how near the passages are in meaning."""
        self._why.show_encoders(encoders)

    def set_why_shown(self, shown: bool) -> None:
        """Show why the current match is one, or leave the room to the list."""
        if shown != self._asks_why:
            self._asks_why = shown
            self._tell_why()
            self.why_toggled.emit(shown)
            self._keep_current_in_view()

    def show_shortest_run(self, words: int) -> None:
        """Tick how many words in a row count as shared wording; nothing is emitted."""
        self._tools.show_shortest_run(words)

    def set_current(self, index: int) -> None:
        """Make the match with this index current and visible; nothing is asked."""
        self._list.set_current_key(index)
        self._tell_why()

    def current_index(self) -> int:
        """Return the index of the current match, -1 if there is none."""
        key = self._list.current_key()
        return key if isinstance(key, int) else -1

    def set_filter(self, choice: MatchFilter) -> None:
        """Take a filter over, as after a restart; nothing is emitted."""
        self._filter = choice
        for kind, chip in self._chips.items():
            chip.setChecked(kind in choice.kinds)
        self._rejected.setChecked(choice.rejected_shown)
        self._tools.show_filter(choice)
        self._refresh()

    def filter(self) -> MatchFilter:
        """Return the filter in force."""
        return self._filter

    def visible_rows(self) -> tuple[MatchRow, ...]:
        """Return the matches as listed: filtered and in order."""
        return self._model.rows

    def set_single_keys(self, on: bool) -> None:
        """Let A, X and N judge and annotate the current match, or not."""
        self._single_keys = on

    def has_keyboard(self) -> bool:
        """Tell whether the keyboard is in the list."""
        return self._list.hasFocus()

    def focus_list(self) -> None:
        """Put the keyboard focus on the list."""
        self._list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_palette_values(self, palette: Palette) -> None:
        """Take the colours of another theme."""
        self._values = palette
        for chip in (*self._chips.values(), self._rejected):
            chip.set_palette_values(palette)
        self._delegate.set_palette_values(palette)
        self._empty.set_palette_values(palette)
        self._unpinned.set_palette_values(palette)
        self._stopped.set_palette_values(palette)
        self._none_left.set_palette_values(palette)
        self._why.set_palette_values(palette)
        self._tools.set_palette_values(palette)
        set_ink(self._learned, palette.color("muted"))
        self._list.viewport().update()

    # Building

    def _build(self) -> None:
        self._chips = {kind: Chip(kind_name(kind), self._values, look=LOOKS[kind]) for kind in Kind}
        self._rejected = Chip(self.tr("Rejected"), self._values)
        self._rejected.setChecked(False)
        self._rejected.setToolTip(self.tr("Show the matches you rejected"))
        self._chip_box = QWidget()
        flow = FlowLayout(self._chip_box)
        flow.setContentsMargins(12, 10, 12, 2)
        for chip in (*self._chips.values(), self._rejected):
            flow.addWidget(chip)
        self._build_list()
        self._tools = MatchTools(self._values)
        self._notice = QLabel()
        self._notice.setObjectName("matchesNotice")
        self._notice.setFont(ui_font(9))
        self._notice.setWordWrap(True)
        self._notice.setContentsMargins(14, 10, 12, 0)
        self._notice.hide()
        self._learned = QLabel()
        self._learned.setFont(ui_font(9))
        self._learned.setContentsMargins(14, 0, 8, 4)
        self._learned.hide()
        self._why = WhyPane(self._values)
        self._why.hide()
        self._empty = EmptyState(self._values)
        self._unpinned = EmptyState(self._values)
        self._unpinned.add_button(
            self.tr("Find two that share much"),
            self.tr("The overview shows how much each two have in common."),
            self.overview_requested.emit,
        )
        self._stopped = EmptyState(self._values)
        self._stopped.add_button(
            self.tr("Compare"), self.tr("Long texts take a while."), self.compare_requested.emit
        )
        self._none_left = EmptyState(self._values)
        self._none_left.show_message(
            self.tr("All matches are filtered out"),
            self.tr("Switch a kind on again or lower the strength."),
        )
        self._none_left.add_button(
            self.tr("Show all"), self.tr("Resets the filters."), self._reset_filter
        )
        self._stack = QStackedWidget()
        for page in (self._list, self._empty, self._unpinned, self._stopped, self._none_left):
            self._stack.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._notice)
        layout.addWidget(self._chip_box)
        layout.addWidget(self._tools)
        layout.addWidget(self._learned)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._why)

    def _build_list(self) -> None:
        self._model = RowModel[MatchRow](
            key=lambda row: row.index, spoken=self._spoken, tooltip=_tooltip, parent=self
        )
        self._delegate = MatchCardDelegate(self._values, self)
        self._list = RowList(self._model)
        self._list.setItemDelegate(self._delegate)
        self._list.set_buttons(self._delegate)
        self._list.setAccessibleName(self.tr("Matches"))

    def _connect(self) -> None:
        for chip in (*self._chips.values(), self._rejected):
            chip.clicked.connect(self._take_chips)
        self._tools.strength_chosen.connect(
            lambda least: self._change(replace(self._filter, strength=least))
        )
        self._tools.order_chosen.connect(
            lambda order: self._change(replace(self._filter, order=order))
        )
        self._tools.shortest_run_chosen.connect(self.shortest_run_chosen)
        self._list.row_chosen.connect(lambda row: self.match_chosen.emit(row.index))
        self._list.row_activated.connect(lambda row: self.match_chosen.emit(row.index))
        self._list.customContextMenuRequested.connect(self._show_menu)
        self._list.row_chosen.connect(lambda _: self._tell_why())
        self._delegate.button_clicked.connect(self._ask)
        self._list.installEventFilter(self)

    # What the reader does

    def _take_chips(self) -> None:
        kinds = frozenset(kind for kind, chip in self._chips.items() if chip.isChecked())
        self._change(replace(self._filter, kinds=kinds, rejected_shown=self._rejected.isChecked()))

    def _reset_filter(self) -> None:
        order = self._filter.order
        self.set_filter(MatchFilter(order=order))
        self.filter_changed.emit(self._filter)

    def _change(self, choice: MatchFilter) -> None:
        if choice == self._filter:
            return
        self._filter = choice
        self._tools.show_order(choice.order)
        self._refresh()
        self.filter_changed.emit(choice)

    def _ask(self, verb: str, index: int) -> None:
        if verb == "why":
            self._ask_why(index)
            return
        {
            "accept": self.accept_requested,
            "reject": self.reject_requested,
            "note": self.note_requested,
        }[verb].emit(index)

    def _ask_why(self, index: int) -> None:
        if index == self.current_index():
            self.set_why_shown(not self._asks_why)
        else:
            self.set_why_shown(True)
            self.match_chosen.emit(index)

    def _keep_current_in_view(self) -> None:
        layout = self.layout()
        if layout is not None:
            layout.activate()
        self._list.scrollTo(self._list.currentIndex())

    def _show_menu(self, place: QPoint) -> None:
        index = self._list.indexAt(place)
        row = self._model.row_at(index if index.isValid() else self._list.currentIndex())
        if row is not None:
            menu = self.row_menu(row)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self._list.viewport().mapToGlobal(place))

    def row_menu(self, row: MatchRow) -> QMenu:
        """Return the menu of what can be done with a match."""
        menu = QMenu(self)
        menu.addAction(self.tr("&Go to it"), lambda: self.match_chosen.emit(row.index))
        menu.addSeparator()
        for verb, text, key in (
            ("accept", self.tr("&Accept"), "A"),
            ("reject", self.tr("&Reject"), "X"),
            ("note", self.tr("Write a &note…"), "N"),
            ("why", self.tr("&Why this match"), "W"),
        ):
            action = menu.addAction(text, partial(self._ask, verb, row.index))
            if self._single_keys:
                action.setShortcut(key)
        return menu

    # Showing

    def _say(self, title: str, text: str) -> None:
        self._is_free = self._is_stopped = False
        for page in (self._empty, self._unpinned, self._stopped):
            page.show_message(title, text)

    def _refresh(self) -> None:
        listed = visible(self._rows, self._filter)
        self._list.show_rows(listed)
        numbers = counts(self._rows, self._filter)
        for kind, chip in self._chips.items():
            chip.set_count(numbers[kind])
        rejected = sum(row.verdict is Verdict.REJECTED for row in self._rows)
        self._rejected.set_count(rejected)
        self._rejected.setVisible(rejected > 0)
        self._chip_box.setVisible(bool(self._rows))
        self._tools.setVisible(bool(self._rows))
        nothing = self._unpinned if self._is_free and self._offers_overview else self._empty
        nothing = self._stopped if self._is_stopped else nothing
        page = self._list if listed else self._none_left if self._rows else nothing
        self._stack.setCurrentWidget(page)
        self._tell_why()

    def _tell_why(self) -> None:
        shown = self._asks_why and bool(self._rows)
        self._why.setVisible(shown)
        if shown:
            place = self._model.place_of(self.current_index())
            self._why.show_match(None if place is None else self._model.rows[place])

    def _spoken(self, row: MatchRow, position: int, count: int) -> str:
        verdicts = {
            None: "",
            Verdict.ACCEPTED: self.tr("accepted"),
            Verdict.REJECTED: self.tr("rejected"),
        }
        parts = [
            self.tr("Match {0} of {1}").format(position, count),
            kind_name(row.kind).lower(),
            row.place,
            row.label,
            verdicts[row.verdict],
            self.tr("has a note") if row.has_note else "",
            *self._delegate.evidence(row),
            self.tr("left: {0}").format(row.left_text),
            self.tr("right: {0}").format(row.right_text),
        ]
        return ", ".join(part for part in parts if part)

    # Qt overrides

    def sizeHint(self) -> QSize:
        return QSize(320, 600)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() in (
            QEvent.Type.KeyPress,
            QEvent.Type.ShortcutOverride,
        ):
            verb = self._verb_of(event)
            if verb and self.current_index() >= 0:
                event.accept()
                if event.type() == QEvent.Type.KeyPress:
                    self._ask(verb, self.current_index())
                    return True
        return super().eventFilter(watched, event)

    def _verb_of(self, event: QKeyEvent) -> str:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return ""
        if event.key() == Qt.Key.Key_Delete:
            return "reject"
        if not self._single_keys:
            return ""
        return VERBS.get(Qt.Key(event.key()), "")


def _tooltip(row: MatchRow) -> str:
    return f"{row.left_text}\n\n{row.right_text}"
