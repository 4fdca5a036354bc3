# SPDX-License-Identifier: MIT
"""Joins the pair with the list of its matches: cards, filter, verdicts, what is current."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from diptych.compare.values import Comparison, Relation
from diptych.notes.verdict import Verdict
from diptych.services.match_filter import STRENGTH_ORDER
from diptych.text.article import Span
from diptych.text.paragraphs import Paragraphs
from diptych.text.sides import Side
from diptych.ui.desk import present
from diptych.ui.desk.found_matches import LookedAt, span_on
from diptych.ui.desk.frame import Frame
from diptych.ui.desk.pair_state import PairState
from diptych.ui.matches.judging import Judging
from diptych.ui.matches.match_cards import MatchCards
from diptych.ui.matches.panel import MatchesPanel
from diptych.ui.matches.rows import MatchRow
from diptych.ui.parts.counted import grouped
from diptych.ui.parts.kinds import saying_name
from diptych.ui.parts.moment import Moment
from diptych.ui.parts.status import Work

NEED_BOTH = (
    "next-match",
    "previous-match",
    "next-difference",
    "previous-difference",
    "counterpart",
)
KEYS = {"A": Verdict.ACCEPTED, "X": Verdict.REJECTED}
WAIT_MS = 400  # a comparison that is done sooner is not spoken of


class MatchesPresenter(QObject):
    """Lists the matches, says what there is to say of the pair, and takes verdicts."""

    position_changed = Signal(int, int)  # which match of how many is current
    listed = Signal()

    def __init__(
        self, pair: PairState, judging: Judging, panel: MatchesPanel, frame: Frame
    ) -> None:
        super().__init__(frame.window)
        self._pair = pair
        self._judging = judging
        self._panel = panel
        self._status = frame.status
        self._actions = frame.actions
        self._tabs = frame.tabs
        self._texts = frame.texts
        self._preferences = frame.preferences
        self._noted: Sequence[tuple[Side, Span]] = ()
        self._cards: MatchCards | None = None
        self._cards_of: Comparison | None = None
        self._listed_of: Comparison | None = None
        self._making: Iterator[MatchRow] = iter(())
        self._slice = QTimer(self)
        self._slice.setSingleShot(True)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(WAIT_MS)
        self._connect()
        self._connect_choices()
        self._show_pinned()

    def _connect(self) -> None:
        pair, found, panel = self._pair, self._pair.found, self._panel
        self._slice.timeout.connect(self._make_cards)
        self._wait.timeout.connect(self._show_waiting)
        pair.pinned.connect(lambda *_: self._show_pinned())
        pair.cleared.connect(lambda _: self._show_pinned())
        pair.comparing.connect(self._comparing)
        pair.compared.connect(self._compared)
        pair.sharpened.connect(self._sharpened)
        pair.stopped.connect(panel.show_stopped)
        pair.failed.connect(self._status.say)
        pair.said.connect(self._status.say)
        found.visible_changed.connect(self._show_rows)
        found.visible_changed.connect(self.show_position)
        found.current_changed.connect(self._show_current)
        panel.match_chosen.connect(found.choose)
        panel.legend_requested.connect(self._actions["legend"].trigger)
        panel.compare_requested.connect(lambda: pair.compare_again(pair.options))
        panel.fainter_requested.connect(self._ask_for_fainter)

    def _ask_for_fainter(self, on: bool) -> None:
        """Show the matches less likely right than wrong, or hide them again."""
        found = self._pair.found
        if on:
            # The slider would hide the very matches that are asked for.
            found.set_filter(replace(found.filter, strength=0.0))
        self._pair.compare_again(replace(self._pair.options, fainter=on))

    def _connect_choices(self) -> None:
        pair, found, panel, actions = self._pair, self._pair.found, self._panel, self._actions
        chosen = self._preferences.now
        panel.filter_changed.connect(found.set_filter)
        found.filter_changed.connect(panel.set_filter)
        for verdict, asked, action in (
            (Verdict.ACCEPTED, panel.accept_requested, actions["accept"]),
            (Verdict.REJECTED, panel.reject_requested, actions["reject"]),
        ):
            asked.connect(partial(self._judge, verdict))
            action.triggered.connect(lambda _=False, v=verdict: self._judge(v, found.current))
        self._texts.key_pressed.connect(self._key)
        self._judging.said.connect(self._status.say)
        self._judging.failed.connect(self._status.say)
        actions["why-match"].toggled.connect(panel.set_why_shown)
        actions["why-match"].triggered.connect(self._ask_why)
        # Either may change: the action by its key, the pane by a card's button.
        panel.why_toggled.connect(actions["why-match"].setChecked)
        panel.tools.show_shortest_run(chosen.shortest_run)
        panel.tools.shortest_run_chosen.connect(self._take_shortest_run)
        # Before the first pair is compared, which would go by the usual length otherwise.
        pair.options = replace(pair.options, shortest_run=chosen.shortest_run)
        actions["learn-from-verdicts"].setChecked(chosen.learn_from_verdicts)
        found.set_learning(chosen.learn_from_verdicts)
        actions["learn-from-verdicts"].toggled.connect(self._learn)
        panel.list.set_single_keys(chosen.single_keys)
        actions["single-keys"].setChecked(chosen.single_keys)
        actions["single-keys"].toggled.connect(self._take_single_keys)

    # The pair as a whole

    def _show_pinned(self) -> None:
        # What was said of the two that stood there is true of them alone.
        self._status.forget_pair()
        both = all(self._pair.sides.values())
        # Without a second article there is nowhere to go.
        for name in NEED_BOTH:
            self._actions[name].setEnabled(both)
        if not both:
            self._panel.show_nothing_pinned(any(self._pair.sides.values()))

    def _comparing(self, running: bool) -> None:
        if running:
            self._panel.show_comparing()
            self._wait.start()
        else:
            # It may never have been shown: most comparisons are done before.
            self._wait.stop()
            self._status.end_work(Work.COMPARING)

    def _show_waiting(self) -> None:
        words = self.tr("Comparing the two articles")
        self._status.show_work(Work.COMPARING, words, cancel=self._pair.stop_comparing)

    def _compared(self) -> None:
        notice = self._show_notice()
        if notice:
            self._status.say_of_pair(notice)

    def _show_notice(self) -> str:
        """Say above the list what is to be said of the pair as a whole, and return it."""
        comparison = self._pair.comparison
        notice = self._about(comparison) if comparison is not None else ""
        self._panel.show_notice(notice)
        return notice

    def _about(self, comparison: Comparison) -> str:
        """Return what is to be said of the pair as a whole, empty for two usual articles."""
        left, right = self._pair.pinned_ids()
        if left == right:
            return self.tr("Both sides show the same article.")
        # Without a word the empty list would pass for “nothing in common”.
        if not comparison.left_passages:
            return self.tr("The left article has no text to compare.")
        if not comparison.right_passages:
            return self.tr("The right article has no text to compare.")
        if comparison.relation is Relation.VERSIONS:
            across = self._across_languages()
            if across:
                return f"{self.tr('These look like a text and its translation.')} {across}"
            return self.tr("These look like two versions of one text.")
        if not any(match.shown for match in comparison.matches):
            return self.tr("Without matches the sides scroll together by proportion.")
        return self._across_languages()

    def _sharpened(self) -> None:
        before = len(self._pair.found.visible)
        QTimer.singleShot(0, self, partial(self._say_sharpened, before))  # when all is shown
        self._show_notice()  # what was true of the words alone may be so no more

    def _say_sharpened(self, before: int) -> None:
        now, across = len(self._pair.found.visible), self._across_languages()
        if across or now == before:
            self._status.say_of_pair(across or self.tr("The matches now go by meaning as well."))
        else:
            told = self.tr("The matches now go by meaning as well: {0} instead of {1}.")
            self._status.say_of_pair(told.format(now, before))

    def _across_languages(self) -> str:
        """Say by which encoder two languages were compared; empty for one, or by words."""
        sides = [pinned.article.language for pinned in self._pair.sides.values() if pinned]
        # One whose language is not known is of no other language.
        if len(set(filter(None, sides))) < 2 or not self._pair.encoders:
            return ""
        return self.tr("Compared across two languages by meaning ({0}).").format(
            ", ".join(self._pair.encoders)
        )

    # The list

    def is_listed(self) -> bool:
        """Tell whether the list shows the matches of now, if there are any."""
        return self._listed_of is self._pair.comparison

    def show_noted(self, passages: Sequence[tuple[Side, Span]]) -> None:
        """Mark the cards of matches on whose passages the reader has written."""
        self._noted = tuple(passages)
        self._show_rows()

    def _show_rows(self) -> None:
        found, articles = self._pair.found, self._pair.articles()
        if articles is None or found.comparison is None:
            self._tabs.setTabText(0, self.tr("Matches"))
            self._panel.tally.show_tally(None)
            self._listed_of = None
            return
        if self._cards is None or self._cards_of is not found.comparison:
            self._cards_of = found.comparison
            self._cards = MatchCards(self._cards_of, *articles)
            # Those of the comparison before are left off in the middle.
            self._making = self._cards.make()
        is_by_strength = found.filter.order == STRENGTH_ORDER
        self._panel.show_learned(len(found.verdicts) if found.is_learning and is_by_strength else 0)
        self._slice.start()  # in another turn: thousands of cards take as long as their marks

    def _make_cards(self) -> None:
        """Make cards for a moment, and go on when the window has seen to the reader."""
        moment = Moment()
        has_made = False
        while moment.has_time() and (card := next(self._making, None)) is not None:
            self._panel.measure(card)
            has_made = True
        if not has_made:
            self._list_cards()
        else:
            self._slice.start()  # listing has a turn of its own too

    def _list_cards(self) -> None:
        found = self._pair.found
        # Another comparison came meanwhile; its own cards are being made.
        if self._cards is None or self._cards_of is None or self._cards_of is not found.comparison:
            return
        self._panel.show_encoders(self._pair.encoders)
        are_shown = self._pair.options.fainter
        self._panel.show_fainter(self._cards_of.fainter, are_shown=are_shown)
        self._panel.show_matches(
            self._cards.rows(found.matches, found.verdicts, self._noted_matches()),
            self._pair.looked_at,
        )
        # After the rows, among which it is looked for.
        self._panel.set_current(found.current)
        # By words alone nearly all would seem to stand on one side only.
        is_too_early = self._pair.looked_at is LookedAt.WORDS_SO_FAR
        is_told = self._pair.knows_absence or not is_too_early
        self._panel.tally.show_tally(found.tally() if is_told else None)
        count = len(found.visible)
        words = self.tr("Matches {0}").format(grouped(count)) if count else self.tr("Matches")
        self._tabs.setTabText(0, words)
        self._listed_of = found.comparison
        self.listed.emit()

    def _noted_matches(self) -> set[int]:
        return {
            number
            for number, match in enumerate(self._pair.found.matches)
            if any(span.overlaps(span_on(match, side)) for side, span in self._noted)
        }

    # The current match

    def _show_current(self, number: int, jump: bool) -> None:
        self._panel.set_current(number)
        self.show_position()
        if jump and number >= 0:
            self._announce(number)

    def show_position(self) -> None:
        """Tell which match of how many is current, in the order of the list."""
        self.position_changed.emit(*self._pair.found.position(Side.LEFT))

    def _reader_side(self) -> Side:
        # The list is in the order of the left text.
        return Side.LEFT if self._panel.list.hasFocus() else self._texts.focused_side()

    def _announce(self, number: int) -> None:
        articles = self._pair.articles()
        if self._panel.list.hasFocus() or articles is None:
            return  # the row that became current is read anyhow
        at, total = self._pair.found.position(Side.LEFT)
        match = self._pair.found.matches[number]
        left, right = map(Paragraphs, articles)
        words = (
            self.tr("Match {0} of {1}").format(at, total),
            saying_name(match.saying).lower(),
            present.match_place(match, left, right),
        )
        self._status.announce(", ".join(words))

    # What the reader says of it

    def _key(self, _: Side, letter: str) -> None:
        if letter in KEYS:
            self._judge(KEYS[letter], self._pair.found.current)

    def _judge(self, verdict: Verdict, number: int) -> None:
        """Give a verdict; if it takes the current match away, the next becomes current."""
        found = self._pair.found
        # As it was before: the verdict may take the match out of it.
        order, was_current = self._reader_order(), number == found.current
        self._judging.judge(number, verdict)
        if number >= 0 and was_current and number not in found.visible:
            found.choose(found.following(number, order))

    def _ask_why(self) -> None:
        """Show why a match is one to a reader who asked where the list was not in view."""
        if not self._panel.visibleRegion().isEmpty():
            return
        self._actions["why-match"].setChecked(True)
        self._tabs.bring(self._panel)
        if not self._pair.found.matches:
            self._status.say(self.tr("There is no match to tell of."))

    def _reader_order(self) -> list[int]:
        """Return the visible matches in the order in which the reader goes through them."""
        return self._pair.found.listed(self._reader_side())

    def _learn(self, on: bool) -> None:
        self._pair.found.set_learning(on)
        self._preferences.change(replace(self._preferences.now, learn_from_verdicts=on))

    def _take_single_keys(self, on: bool) -> None:
        self._panel.list.set_single_keys(on)
        self._preferences.change(replace(self._preferences.now, single_keys=on))

    def _take_shortest_run(self, words: int) -> None:
        self._preferences.change(replace(self._preferences.now, shortest_run=words))
        # Runs are found with the comparison and cannot be filtered from it.
        self._pair.compare_again(replace(self._pair.options, shortest_run=words))
