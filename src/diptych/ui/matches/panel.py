# SPDX-License-Identifier: MIT
"""The list of matches of the pinned pair, with its filters and verdicts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from diptych.notes.verdict import Verdict
from diptych.services.match_filter import MatchFilter
from diptych.ui.desk.found_matches import LookedAt
from diptych.ui.matches.fainter_line import FainterLine
from diptych.ui.matches.kind_chips import KindChips
from diptych.ui.matches.match_list import MatchList
from diptych.ui.matches.none_left import NoneLeft
from diptych.ui.matches.rows import MatchRow, counts, differing, visible
from diptych.ui.matches.tools import MatchTools
from diptych.ui.matches.why_pane import WhyPane
from diptych.ui.parts.controls import EmptyState, set_ink
from diptych.ui.parts.tally_line import TallyLine
from diptych.ui.parts.theme import Palette, ui_font

LEAST_FOR_CARDS = 100  # pixels, with the least height of a list


class MatchesPanel(QWidget):
    """Shows all matches given and lets the reader filter, judge and choose them."""

    match_chosen = Signal(int)
    filter_changed = Signal(object)  # MatchFilter
    accept_requested = Signal(int)
    reject_requested = Signal(int)
    note_requested = Signal(int)
    fainter_requested = Signal(bool)
    why_toggled = Signal(bool)
    overview_requested = Signal()
    compare_requested = Signal()  # what was stopped
    legend_requested = Signal()

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values = palette
        self._filter = MatchFilter()
        self._rows: tuple[MatchRow, ...] = ()
        self._asks_why = False
        self._is_free = self._offers_overview = self._is_stopped = False
        self._build()
        self._connect()
        self.set_palette_values(palette)
        self.show_nothing_pinned()

    # Values in

    def show_matches(self, rows: Sequence[MatchRow], looked_at: LookedAt = LookedAt.ALL) -> None:
        """Show the matches of a pair, given in reading order with the rejected among them.

        An empty list says what was ``looked_at``, and claims no more.
        """
        self._rows = tuple(rows)
        if not rows:
            self._say(*self._nothing_found(looked_at))
        self._refresh()

    def _nothing_found(self, looked_at: LookedAt) -> tuple[str, str]:
        if looked_at is LookedAt.NO_COMMON_LANGUAGE:
            return self.tr("Not compared by meaning"), self.tr(
                "The two are in different languages. Until an encoder that knows both has "
                "read them, only quotations, names and figures can be compared."
            )
        if looked_at is LookedAt.WORDS_SO_FAR:
            return self.tr("Not yet compared by meaning"), self.tr(
                "Their words have nothing in common. What they say in other words is still "
                "being read; the line at the bottom tells how far that is."
            )
        if looked_at is LookedAt.WORDS:
            return self.tr("No words in common"), self.tr(
                "These two articles share no wording, names or figures. What they say in other "
                "words was not compared."
            )
        return self.tr("Nothing in common found"), self.tr(
            "These two articles share no wording, claims or facts that could be told. "
            "“Only here” lists what each of them says."
        )

    def measure(self, row: MatchRow) -> None:
        """Find out how high a card will be, so that listing thousands takes no time."""
        # Of the stack, for the list may be hidden and have no width yet.
        self.list.measure(row, self._stack.width())

    def show_nothing_pinned(self, one_side: bool = False) -> None:
        """Say that two articles are needed; ``one_side`` when one is there already."""
        self._fainter.hide()
        self._rows = ()
        text = (
            self.tr("Pin a second article with Alt+1 or Alt+2 to see what they share.")
            if one_side
            else self.tr(
                "Pin one with Alt+1 and another with Alt+2, or drag them from the library."
            )
        )
        self._say(self.tr("Two articles make a comparison"), text)
        # After ``_say``, which forgets it.
        self._is_free = not one_side
        self._refresh()

    def offer_overview(self, offered: bool) -> None:
        """Offer to find two that share much, as long as both sides are free; or not."""
        self._offers_overview = offered
        self._refresh()

    def show_comparing(self) -> None:
        """Say that the comparison is under way."""
        self._fainter.hide()
        self._rows = ()
        self._say(self.tr("Comparing…"), self.tr("You can read on meanwhile."))
        self._refresh()

    def show_stopped(self, reason: str = "") -> None:
        """Say why there is no comparison, and offer to begin it again."""
        self._rows = ()
        self._say(self.tr("Not compared"), reason or self.tr("Comparing was stopped."))
        # After ``_say``, which forgets it.
        self._is_stopped = True
        self._refresh()

    def show_learned(self, verdicts: int) -> None:
        """Say that so many verdicts of the reader move the other matches; 0 for none."""
        self._learned.setText(self.tr("Order adjusted by your verdicts: {0}").format(verdicts))
        self._learned.setVisible(verdicts > 0)

    def show_fainter(self, count: int, *, are_shown: bool) -> None:
        """Say how many fainter matches there are, and whether they are listed."""
        self._fainter.show_count(count, are_shown=are_shown)

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
            # At once, so that the list knows its height before it scrolls.
            layout = self.layout()
            if layout is not None:
                layout.activate()
            self.list.scrollTo(self.list.currentIndex())  # it has more or less room now

    def set_current(self, index: int) -> None:
        """Make the match with this index current and visible; nothing is asked."""
        self.list.set_current_key(index)
        self._tell_why()

    def current_index(self) -> int:
        """Return the index of the current match, -1 if there is none."""
        return self.list.current_index()

    def set_filter(self, choice: MatchFilter) -> None:
        """Take a filter over, as after a restart; nothing is emitted."""
        self._filter = choice
        self._chips.show_filter(choice)
        self.tools.show_filter(choice)
        self._refresh()

    def focus_list(self) -> None:
        """Put the keyboard focus on the list."""
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_palette_values(self, palette: Palette) -> None:
        """Take the colours of another theme."""
        self._values = palette
        self.tally.set_palette_values(palette)
        self._chips.set_palette_values(palette)
        self.list.set_palette_values(palette)
        self._empty.set_palette_values(palette)
        self._unpinned.set_palette_values(palette)
        self._stopped.set_palette_values(palette)
        self._none_left.set_palette_values(palette)
        self._why.set_palette_values(palette)
        self.tools.set_palette_values(palette)
        set_ink(self._learned, palette.color("muted"))

    # Building

    def _build(self) -> None:
        self.tally = TallyLine(self._values)
        self._chips = KindChips(self._values)
        self.list = MatchList(self._values)
        self.tools = MatchTools(self._values)
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
        self._fainter = FainterLine()
        self._why = WhyPane(self._values, within=self)
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
        self._none_left = NoneLeft(self._values)
        self._none_left.add_button(
            self.tr("Show all"), self.tr("Resets the filters."), self._show_all
        )
        self._stack = QStackedWidget()
        for page in (self.list, self._empty, self._unpinned, self._stopped, self._none_left):
            self._stack.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._notice)
        layout.addWidget(self.tally)
        layout.addWidget(self._chips)
        layout.addWidget(self.tools)
        layout.addWidget(self._learned)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._fainter, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self._why)

    def _connect(self) -> None:
        self._fainter.fainter_requested.connect(self.fainter_requested)
        self._chips.legend_requested.connect(self.legend_requested)
        self._chips.changed.connect(lambda: self._change(self._chips.taken_into(self._filter)))
        self.tools.strength_chosen.connect(
            lambda least: self._change(replace(self._filter, strength=least))
        )
        self.tools.order_chosen.connect(
            lambda order: self._change(replace(self._filter, order=order))
        )
        self.list.going.connect(self.match_chosen)
        self.list.row_chosen.connect(lambda _: self._tell_why())
        self.list.asked.connect(self._ask)

    # What the reader does

    def _show_all(self) -> None:
        # The order hides nothing and stays.
        self.set_filter(MatchFilter(order=self._filter.order))
        # ``set_filter`` tells nobody.
        self.filter_changed.emit(self._filter)

    def _change(self, choice: MatchFilter) -> None:
        # A control that is set tells of it like one that is used.
        if choice == self._filter:
            return
        self._filter = choice
        self.tools.show_order(choice.order)
        self._refresh()
        self.filter_changed.emit(choice)

    def _ask(self, verb: str, index: int) -> None:
        if verb == "why":
            is_current = index == self.current_index()
            # Asked once more on the current card it closes the pane.
            self.set_why_shown(not (is_current and self._asks_why))
            if not is_current:
                self.match_chosen.emit(index)
            return
        {
            "accept": self.accept_requested,
            "reject": self.reject_requested,
            "note": self.note_requested,
        }[verb].emit(index)

    # Showing

    def _say(self, title: str, text: str) -> None:
        self._is_free = self._is_stopped = False
        # All of them, whichever is shown.
        for page in (self._empty, self._unpinned, self._stopped):
            page.show_message(title, text)

    def _refresh(self) -> None:
        self._none_left.tell(self._rows, self._filter)
        listed = visible(self._rows, self._filter)
        self.list.show_rows(listed)
        rejected = sum(row.verdict is Verdict.REJECTED for row in self._rows)
        self._chips.show_counts(
            counts(self._rows, self._filter),
            differing=differing(self._rows, self._filter),
            rejected=rejected,
        )
        self._chips.setVisible(bool(self._rows))
        self.tools.setVisible(bool(self._rows))
        nothing = self._unpinned if self._is_free and self._offers_overview else self._empty
        nothing = self._stopped if self._is_stopped else nothing
        page = self.list if listed else self._none_left if self._rows else nothing
        self._stack.setCurrentWidget(page)
        self._tell_why()

    def _tell_why(self) -> None:
        shown = self._asks_why and bool(self._rows)
        self._why.setVisible(shown)
        # Only while it is in view: every step through the list comes by here.
        if shown:
            self._why.show_match(self.list.current_row())

    # Qt overrides

    def sizeHint(self) -> QSize:
        return QSize(320, 600)

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self._least_height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # The key of the kinds goes where it would leave the list less than a card or two.
        key = self._chips.key
        room = self.height() - self._least_height() - key.sizeHint().height()
        key.setVisible(room >= LEAST_FOR_CARDS)

    def _least_height(self) -> int:
        """Return the height at which nothing is squeezed, without the key of the kinds."""
        layout, key = self.layout(), self._chips.key
        if layout is None:
            return 0
        shown = key.sizeHint().height() if key.isVisibleTo(self) else 0
        # Lines that wrap are higher in a narrow panel, of which the plain minimum knows nothing.
        return layout.totalMinimumHeightForWidth(self.width()) - shown
