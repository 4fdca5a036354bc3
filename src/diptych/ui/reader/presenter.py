# SPDX-License-Identifier: MIT
"""Joins the pair with the panes, the match list and the list of what is only here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QTabWidget

from diptych.compare.in_order import in_order
from diptych.compare.values import Comparison, Relation
from diptych.services.note_places import PlacedNote
from diptych.text.sides import SIDES, Side, other_side
from diptych.ui.desk import present
from diptych.ui.desk.pair_state import PairState, Pinned
from diptych.ui.desk.paragraphs import Paragraphs
from diptych.ui.desk.quoting import Quoting
from diptych.ui.desk.trail import TrailStep
from diptych.ui.matches.match_cards import MatchCards
from diptych.ui.matches.only_here import OnlyHerePanel
from diptych.ui.matches.panel import MatchesPanel
from diptych.ui.matches.rows import MatchRow
from diptych.ui.parts.moment import Moment
from diptych.ui.parts.status import StatusLine
from diptych.ui.reader.measuring import SideMark
from diptych.ui.reader.split_view import SplitView
from diptych.ui.search.state import PairHit
from diptych.ui.shell.toolbar import Toolbar


class ReadingPresenter(QObject):
    """Shows pinned articles and their matches, and moves both panes."""

    def __init__(
        self,
        pair: PairState,
        split: SplitView,
        *,
        matches: MatchesPanel,
        only_here: OnlyHerePanel,
        tabs: QTabWidget,
        toolbar: Toolbar,
        status: StatusLine,
        actions: Mapping[str, QAction],
    ) -> None:
        super().__init__(split)
        self._pair = pair
        self._split = split
        self._matches = matches
        self._only_here = only_here
        self._tabs = tabs
        self._toolbar = toolbar
        self._status = status
        self._actions = actions
        self._only_marked = False
        self._linked = True
        self._notes: tuple[PlacedNote, ...] = ()
        self._hits: tuple[PairHit, ...] = ()
        self._cards: MatchCards | None = None
        self._cards_of: Comparison | None = None
        self._making: Iterator[MatchRow] = iter(())
        self._slice = QTimer(self)
        self._slice.setSingleShot(True)
        self._slice.timeout.connect(self._make_cards)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(400)
        self._connect()
        self._invite()
        self._show_state()

    def _invite(self) -> None:
        """Say on the empty sides what to do."""
        left = self.tr(
            "Pin an article here: choose one in the library and press Alt+1, or drag it here."
        )
        right = self.tr(
            "Pin a second article here with Alt+2, or drag it here, to see what both say."
        )
        for side, words in zip(SIDES, (left, right), strict=True):
            self._split.panes[side].empty_text.setText(words)

    def _connect(self) -> None:
        pair, split, matches = self._pair, self._split, self._matches
        pair.pinned.connect(self._show_pinned)
        pair.cleared.connect(self._clear)
        pair.comparing.connect(self._comparing)
        pair.compared.connect(self._compared)
        pair.sharpened.connect(self._sharpened)
        pair.visible_changed.connect(self._show_visible)
        pair.current_changed.connect(self._show_current)
        pair.choices_offered.connect(self._offer_choices)
        pair.failed.connect(self._status.say)
        pair.said.connect(self._status.say)
        split.match_chosen.connect(pair.choose)
        split.matches_clicked.connect(lambda _, numbers: self._clicked(numbers))
        split.side_focused.connect(lambda _: self._show_position())
        matches.match_chosen.connect(pair.choose)
        matches.filter_changed.connect(pair.set_filter)
        pair.stopped.connect(matches.show_stopped)
        matches.compare_requested.connect(lambda: pair.compare_again(pair.options))
        self._only_here.passage_chosen.connect(self._go_to_only)
        self._only_here.marking_toggled.connect(self.mark_only_here)
        self._wait.timeout.connect(self._show_waiting)
        self._connect_actions()

    def _connect_actions(self) -> None:
        actions, pair, split = self._actions, self._pair, self._split
        actions["next-match"].triggered.connect(lambda: self._step(1))
        actions["previous-match"].triggered.connect(lambda: self._step(-1))
        actions["counterpart"].triggered.connect(self._counterpart)
        actions["back"].triggered.connect(lambda: self._travel(-1))
        actions["forward"].triggered.connect(lambda: self._travel(1))
        actions["swap"].triggered.connect(lambda: pair.swap(split.places()))
        actions["unpin-left"].triggered.connect(lambda: pair.clear(Side.LEFT))
        actions["unpin-right"].triggered.connect(lambda: pair.clear(Side.RIGHT))
        actions["scroll-together"].toggled.connect(self._link)
        actions["mark-only-here"].toggled.connect(self.mark_only_here)

    # Pinned articles

    def _show_pinned(self, side: Side, pinned: Pinned) -> None:
        self._split.show_article(
            side, pinned.article, pinned.facts, page=pinned.page, place=pinned.place
        )
        self._show_state()

    def _clear(self, side: Side) -> None:
        self._split.clear_side(side)
        self._show_state()

    def _show_state(self) -> None:
        both = all(self._pair.sides.values())
        for name in ("next-match", "previous-match", "counterpart"):
            self._actions[name].setEnabled(both)
        if not both:
            self._matches.show_nothing_pinned(any(self._pair.sides.values()))
            self._only_here.show_nothing_pinned()

    # Comparing

    def _comparing(self, running: bool) -> None:
        if running:
            self._matches.show_comparing()
            self._wait.start()
        else:
            self._wait.stop()
            self._status.end_work()

    def _show_waiting(self) -> None:
        words = self.tr("Comparing the two articles")
        self._status.show_work(words, cancel=self._pair.stop_comparing)

    def _compared(self) -> None:
        comparison = self._pair.comparison
        self._show_only_here()
        if comparison is None:
            self._matches.show_notice("")
            self._mark()
            return
        notice = self._about(comparison)
        self._matches.show_notice(notice)
        if notice:
            self._status.say(notice)

    def _about(self, comparison: Comparison) -> str:
        """Return what is to be said of the pair as a whole, empty for two usual articles."""
        left, right = self._pair.pinned_ids()
        if left == right:
            return self.tr("Both sides show the same article.")
        if not comparison.left_passages:
            return self.tr("The left article has no text to compare.")
        if not comparison.right_passages:
            return self.tr("The right article has no text to compare.")
        if comparison.relation is Relation.VERSIONS:
            versions = self.tr("These look like two versions of one text.")
            return f"{versions} {self._across_languages()}".rstrip()
        if not any(match.shown for match in comparison.matches):
            return self.tr("Without matches the sides scroll together by proportion.")
        return self._across_languages()

    def _sharpened(self) -> None:
        self._show_only_here()
        across = self._across_languages()
        self._status.say(across or self.tr("The matches now go by meaning as well."))
        if across and self._pair.comparison is not None:
            self._matches.show_notice(self._about(self._pair.comparison))

    def _across_languages(self) -> str:
        """Say by which encoder two languages were compared; empty for one, or by words."""
        sides = [pinned.article.language for pinned in self._pair.sides.values() if pinned]
        if len(set(filter(None, sides))) < 2 or not self._pair.encoders:
            return ""
        return self.tr("Compared across two languages by meaning ({0}).").format(
            ", ".join(self._pair.encoders)
        )

    def _show_only_here(self) -> None:
        comparison = self._pair.comparison
        left, right = self._pair.sides[Side.LEFT], self._pair.sides[Side.RIGHT]
        if comparison is None or left is None or right is None:
            self._only_here.show_passages((), (), 0.0, 0.0)
            return
        self._only_here.show_passages(
            present.only_rows(left.article, self._pair.only(Side.LEFT)),
            present.only_rows(right.article, self._pair.only(Side.RIGHT)),
            comparison.coverage_left,
            comparison.coverage_right,
        )

    def _show_visible(self) -> None:
        marked = []
        for number in self._pair.visible:
            match = self._pair.matches[number]
            marked.append(present.marked_match(number, match))
        # Same words are painted last, over wider passages they lie in.
        order = ("facts", "claim", "words")
        marked.sort(key=lambda m: (order.index(m.kind), m.match))
        visible = [self._pair.matches[n] for n in self._pair.visible]
        chain = [(m.left.start, m.right.start) for m in in_order(visible)]
        self._split.show_matches(marked, chain)
        self._mark()
        self._show_rows()
        self._show_position()

    def _show_rows(self) -> None:
        left, right = self._pair.sides[Side.LEFT], self._pair.sides[Side.RIGHT]
        if left is None or right is None or self._pair.comparison is None:
            self._tabs.setTabText(0, self.tr("Matches"))
            return
        if self._cards is None or self._cards_of is not self._pair.comparison:
            self._cards_of = self._pair.comparison
            self._cards = MatchCards(self._cards_of, left.article, right.article)
            self._making = self._cards.make()
        self._matches.show_learned(len(self._pair.verdicts) if self._pair.is_learning else 0)
        self._slice.start()  # in another turn: thousands of cards take as long as their marks

    def _make_cards(self) -> None:
        """Make cards for a moment, and go on when the window has seen to the reader."""
        moment = Moment()
        has_made = False
        while moment.has_time() and (card := next(self._making, None)) is not None:
            self._matches.measure(card)
            has_made = True
        if not has_made:
            self._list_cards()
        else:
            self._slice.start()  # listing has a turn of its own too

    def _list_cards(self) -> None:
        if self._cards is None or self._cards_of is not self._pair.comparison:
            return
        pair = self._pair
        self._matches.show_encoders(pair.encoders)
        self._matches.show_matches(
            self._cards.rows(pair.matches, pair.verdicts, self._noted_matches())
        )
        self._matches.set_current(self._pair.current)
        count = len(self._pair.visible)
        self._tabs.setTabText(
            0, self.tr("Matches {0}").format(count) if count else self.tr("Matches")
        )

    def _noted_matches(self) -> set[int]:
        spans = [
            (place.side, place.span)
            for placed in self._notes
            for place in placed.places
            if place.span is not None
        ]
        return {
            number
            for number, match in enumerate(self._pair.matches)
            if any(
                span.overlaps(match.left if side == Side.LEFT else match.right)
                for side, span in spans
                if side
            )
        }

    # The current match

    def _show_current(self, number: int, jump: bool) -> None:
        if jump and number >= 0:
            self._pair.remember_step(self._split.places())
        self._split.set_current(number, pulse=jump)
        self._matches.set_current(number)
        if jump and number >= 0:
            self._split.bring_level(number)
            match = self._pair.matches[number]
            self._split.panes[Side.LEFT].view.put_caret(match.left.start)
            self._split.panes[Side.RIGHT].view.put_caret(match.right.start)
        self._show_position()
        if jump and number >= 0:
            self._announce(number)

    def _show_position(self) -> None:
        self._toolbar.show_position(*self._pair.position(self._counting_side()))

    def _counting_side(self) -> Side:
        """Return the side in whose order matches are numbered: the list's is the left one's."""
        return Side.LEFT if self._matches.has_keyboard() else self._split.focused_side()

    def _announce(self, number: int) -> None:
        if self._matches.has_keyboard():
            return  # the row that became current is read anyhow
        at, total = self._pair.position(self._split.focused_side())
        match = self._pair.matches[number]
        words = [
            self.tr("Match {0} of {1}").format(at, total),
            present.kind_name(match.kind).lower(),
        ]
        left, right = self._pair.sides[Side.LEFT], self._pair.sides[Side.RIGHT]
        if left is not None and right is not None:
            paragraphs = Paragraphs(left.article), Paragraphs(right.article)
            words.append(present.match_place(match, *paragraphs))
        self._status.announce(", ".join(words))

    def _step(self, direction: int) -> None:
        side = self._split.focused_side()
        view = self._split.panes[side].view
        self._pair.step(side, direction, place=view.top_place())

    def _clicked(self, numbers: list[int]) -> None:
        visible = [n for n in dict.fromkeys(numbers) if n in self._pair.visible]
        if self._pair.current in visible and len(visible) > 1:
            following = visible.index(self._pair.current) + 1
            self._pair.choose(visible[following % len(visible)])
        elif visible:
            self._pair.choose(visible[0])

    def _counterpart(self) -> None:
        side = self._split.focused_side()
        place = self._split.panes[side].view.caret_place()
        before = self._pair.current
        self._pair.go_to_counterpart(side, place)
        if self._pair.current != before or self._pair.current >= 0:
            self._split.panes[other_side(side)].view.setFocus()

    def _offer_choices(self, side: Side, numbers: tuple[int, ...]) -> None:
        across = other_side(side)
        pinned = self._pair.sides[across]
        if pinned is None:
            return
        menu, quoting = QMenu(self._split), Quoting(pinned.article)
        for order, number in enumerate(numbers, 1):
            match = self._pair.matches[number]
            span = match.right if across == Side.RIGHT else match.left
            words = quoting.line(span)[0]
            action = menu.addAction(f"&{order}  {present.shortened(words, 80)}")
            action.triggered.connect(lambda _=False, n=number: self._pair.choose(n))
        view = self._split.panes[side].view
        menu.popup(view.mapToGlobal(QPoint(40, view.cursorRect().bottom() + 6)))

    # The trail

    def _here(self) -> TrailStep:
        return TrailStep(*self._pair.pinned_ids(), *self._split.places())

    def _travel(self, direction: int) -> None:
        trail = self._pair.trail
        step = trail.back(self._here()) if direction < 0 else trail.forward(self._here())
        if step is None:
            self._status.say(self.tr("The trail ends here."))
            return
        for side, article_id, place in (
            (Side.LEFT, step.left, step.left_place),
            (Side.RIGHT, step.right, step.right_place),
        ):
            pinned = self._pair.sides[side]
            if article_id and (pinned is None or pinned.article.id != article_id):
                self._pair.pin(side, article_id, place=place)
            elif article_id:
                self._split.go_to_place(side, place)

    def _link(self, linked: bool) -> None:
        self._split.set_linked(linked)
        if linked != self._linked:
            together = self.tr("The sides scroll together.")
            self._status.say(together if linked else self.tr("Each side scrolls alone."))
        self._linked = linked

    # Other marks

    def mark_only_here(self, marked: bool) -> None:
        """Mark in both texts what stands on one side alone."""
        self._only_marked = marked
        action = self._actions["mark-only-here"]
        action.blockSignals(True)
        action.setChecked(marked)
        action.blockSignals(False)
        self._only_here.set_marking(marked)
        self._mark()

    def show_notes(self, notes: tuple[PlacedNote, ...]) -> None:
        """Mark the passages that notes stand on."""
        self._notes = notes
        self._mark()
        self._show_rows()

    def show_hits(self, hits: tuple[PairHit, ...]) -> None:
        """Mark the places that hold the searched words."""
        self._hits = hits
        self._mark()

    def _mark(self) -> None:
        marks = [SideMark(hit.side, "hit", hit.span) for hit in self._hits]
        marks += [
            SideMark(place.side, present.note_hue(placed.note), place.span, placed.note.id)
            for placed in self._notes
            for place in placed.places
            if place.side and place.span is not None
        ]
        if self._only_marked:
            marks += [
                SideMark(side, "only", only.span)
                for side in SIDES
                for only in self._pair.only(side)
            ]
        self._split.show_side_marks(marks)

    def _go_to_only(self, side: Side, index: int) -> None:
        passages = self._pair.only(side)
        if index < len(passages):
            self._pair.remember_step(self._split.places())
            self._split.panes[side].reveal(passages[index].span)
            self._split.panes[side].view.put_caret(passages[index].span.start)
