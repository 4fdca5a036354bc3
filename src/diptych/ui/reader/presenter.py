# SPDX-License-Identifier: MIT
"""Joins the pair with the two panes: what is pinned, what is marked, where one goes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from diptych.text.sides import SIDES, Side, other_side
from diptych.ui.desk import present
from diptych.ui.desk.found_matches import span_on
from diptych.ui.desk.frame import Frame
from diptych.ui.desk.pair_state import PairState, Pinned
from diptych.ui.desk.quoting import Quoting
from diptych.ui.parts.dropping import Dropped
from diptych.ui.parts.facts import facts_line
from diptych.ui.parts.kinds import saying_name
from diptych.ui.parts.steps import Steps
from diptych.ui.reader.marking import marking
from diptych.ui.reader.measuring import passage_in
from diptych.ui.reader.split_view import SplitView

if TYPE_CHECKING:
    from diptych.ui.reader.match_words import MatchWords


class ReadingPresenter(QObject):
    """Shows pinned articles and their matches, and moves both panes."""

    def __init__(self, pair: PairState, split: SplitView, frame: Frame) -> None:
        super().__init__(split)
        self._pair = pair
        self._split = split
        self._texts = frame.texts
        self._status = frame.status
        self._actions = frame.actions
        self._preferences = frame.preferences
        self._taking = Steps(self)
        self._linked = True
        self._match_read = ""  # where the current match stood before the latest change
        self._clicked_at: tuple[Side, float] | None = None  # while a click is answered
        self._connect()
        self._connect_actions()
        self._invite()

    def _invite(self) -> None:
        """Say on the empty sides what to do."""
        left = self.tr(
            "Pin an article here: choose one in the library and press Alt+1, "
            "double-click it, or drag it here."
        )
        right = self.tr(
            "Pin a second article here with Alt+2, or drag it here, to see what both say."
        )
        for side, words in zip(SIDES, (left, right), strict=True):
            self._split.panes[side].empty_text.setText(words)
        button = self._split.panes[Side.LEFT].empty_button
        button.setText(self.tr("Open the two that share most"))
        button.clicked.connect(self._actions["best-pair"].trigger)

    def offer_best_pair(self, articles: int) -> None:
        """Offer the two that share most, where there are two."""
        self._split.panes[Side.LEFT].empty_button.setVisible(articles > 1)

    def _connect(self) -> None:
        pair, found, split = self._pair, self._pair.found, self._split
        pair.tell_places_by(split.places)
        pair.pinned.connect(self._show_pinned)
        pair.cleared.connect(self._clear)
        found.visible_changed.connect(self._show_visible)
        found.current_changed.connect(self._show_current)
        found.choices_offered.connect(self._offer_choices)
        split.match_chosen.connect(found.choose)
        split.matches_clicked.connect(self._clicked)
        split.dropped.connect(self._take_dropped)
        self._texts.key_pressed.connect(self._key)

    def _connect_actions(self) -> None:
        actions = self._actions
        actions["next-match"].triggered.connect(lambda: self._step(1))
        actions["previous-match"].triggered.connect(lambda: self._step(-1))
        actions["next-difference"].triggered.connect(lambda: self._step_difference(1))
        actions["previous-difference"].triggered.connect(lambda: self._step_difference(-1))
        actions["counterpart"].triggered.connect(self._counterpart)
        actions["back"].triggered.connect(lambda: self._travel(-1))
        actions["forward"].triggered.connect(lambda: self._travel(1))
        actions["swap"].triggered.connect(self._swap)
        actions["unpin-left"].triggered.connect(lambda: self._close(Side.LEFT))
        actions["unpin-right"].triggered.connect(lambda: self._close(Side.RIGHT))
        actions["scroll-together"].toggled.connect(self._link)
        actions["left-pane"].triggered.connect(lambda: self._focus(Side.LEFT))
        actions["right-pane"].triggered.connect(lambda: self._focus(Side.RIGHT))

    def _focus(self, side: Side) -> None:
        """Give the keyboard to a side, or to what an empty one offers."""
        for page in ("woven", "overview"):
            self._actions[page].setChecked(False)
        shown = self._split.panes[side].shown
        # What an empty side offers is another feature's, of which nothing is known here.
        focus_list = getattr(shown, "focus_list", None)
        if callable(focus_list):
            focus_list()
        elif self._pair.sides[side] is None:
            self._status.say(self.tr("No article is open there."))
        else:
            self._texts.focus(side)

    # Pinned articles

    def _show_pinned(self, side: Side, pinned: Pinned) -> None:
        self._texts.leave_reached()
        self._split.show_article(side, pinned.article, facts_line(pinned.article), top=pinned.top)

    def _clear(self, side: Side) -> None:
        self._texts.leave_reached()
        self._split.panes[side].clear()

    def _take_dropped(self, side: Side, dropped: Dropped) -> None:
        """Put an article on the side it was dropped on, the second of two across."""
        sides = (Side(side), other_side(side))
        for each, article_id in zip(sides, dropped.articles, strict=False):
            self._pair.pin(each, article_id)

    def _show_visible(self) -> None:
        self._taking.start(marking(self._pair.found, self._split))

    # The current match

    def _show_current(self, number: int, jump: bool) -> None:
        goes_there = jump and number >= 0
        # Before both sides move.
        if goes_there:
            self._pair.remember_step(self._split.places(), match=self._match_read)
        self._match_read = self._pair.found.current_places
        if number >= 0:
            self._taking.finish()  # it is marked and gone to where it stands
        self._split.show_words(self._words_of(number))
        self._split.set_current(number, pulse=jump)
        if goes_there:
            self._texts.leave_reached()
            self._go_to(number)

    def _words_of(self, number: int) -> MatchWords | None:
        """Return what the words of the current match have in common; None without any."""
        articles = self._pair.articles()
        if number < 0 or articles is None:
            return None
        from diptych.ui.reader.match_words import words_of_match  # with the first that is chosen

        return words_of_match(self._pair.found.matches[number], *articles)

    def _go_to(self, number: int) -> None:
        """Bring both sides to a match; the one that was clicked stays as it is."""
        if self._clicked_at is None:
            self._split.bring_level(number)
            stays = None
        else:
            stays, y = self._clicked_at
            self._split.bring_across(number, stays, y)
        for side in SIDES:
            if side != stays:
                span = span_on(self._pair.found.matches[number], side)
                self._texts.put_caret(side, span.start)

    def _step(self, direction: int) -> None:
        if self._pair.shows_changes:
            return  # then the keys go from change to change
        side, place = self._place_read()
        self._pair.found.step(side, direction, place=place)

    def _step_difference(self, direction: int) -> None:
        if self._pair.shows_changes:
            return
        side, place = self._place_read()
        self._pair.found.step_difference(side, direction, place=place)

    def _place_read(self) -> tuple[Side, int]:
        side = self._texts.focused_side()
        return side, self._texts.place_read(side)

    def _clicked(self, side: Side, numbers: list[int], y: float) -> None:
        """Show what the passage clicked on corresponds to; one click more, what else."""
        found = self._pair.found
        visible = [n for n in dict.fromkeys(numbers) if n in found.visible]
        if not visible:
            return
        at = (visible.index(found.current) + 1) % len(visible) if found.current in visible else 0
        # ``choose`` goes there before it returns, and must know which side stays.
        self._clicked_at = (side, y)
        found.choose(visible[at])
        self._clicked_at = None
        if len(visible) > 1:
            told = self.tr("Counterpart {0} of {1}; another click goes to the next.")
            self._status.say(told.format(at + 1, len(visible)))

    def _key(self, side: Side, letter: str) -> None:
        if letter == "O":
            self._texts.focus(other_side(side))

    def _counterpart(self) -> None:
        side = self._texts.focused_side()
        place = self._texts.caret_place(side)
        before = self._pair.found.current
        self._pair.found.go_to_counterpart(side, place)
        if self._pair.found.current != before or self._pair.found.current >= 0:
            self._texts.focus(other_side(side))

    def _offer_choices(self, side: Side, numbers: tuple[int, ...]) -> None:
        across = other_side(side)
        pinned = self._pair.sides[across]
        if pinned is None:
            return
        menu, quoting = QMenu(self._split), Quoting(pinned.article)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for order, number in enumerate(numbers, 1):
            match = self._pair.found.matches[number]
            words = quoting.line(span_on(match, across))[0]
            told = f"{saying_name(match.saying)}, {present.match_label(match)}"
            # A single & would underline the letter after it.
            shown = present.shortened(words, 80).replace("&", "&&")
            action = menu.addAction(f"&{order}  {shown}  ·  {told}")
            action.triggered.connect(lambda _=False, n=number: self._pair.found.choose(n))
        view = self._split.panes[side].view
        longest = max(
            (span_on(self._pair.found.matches[n], side) for n in numbers), key=lambda s: s.end
        )
        passage = passage_in(view, longest)
        menu.popup(view.viewport().mapToGlobal(QPoint(40, passage.bottom() + 6)))

    # The trail

    def _swap(self) -> None:
        if not any(self._pair.pinned_ids()):
            self._status.say(self.tr("Pin two articles first."))
            return
        self._pair.swap(self._split.places())

    def _close(self, side: Side) -> None:
        """Take an article off a side; Back brings it again."""
        if self._pair.sides[side] is None:
            self._status.say(self.tr("No article is open there."))
            return
        self._pair.remember_step(self._split.places())
        self._pair.clear(side)

    def _travel(self, direction: int) -> None:
        trail, here = self._pair.trail, self._pair.step_at(self._split.places())
        step = trail.back(here) if direction < 0 else trail.forward(here)
        if step is None:
            self._status.say(self.tr("The trail ends here."))
            return
        # Wanted first, for it becomes current once the pair is compared.
        self._pair.found.return_to(step.match)
        for side, article_id, top in (
            (Side.LEFT, step.left, step.left_top),
            (Side.RIGHT, step.right, step.right_top),
        ):
            pinned = self._pair.sides[side]
            if article_id and (pinned is None or pinned.article.id != article_id):
                self._pair.pin(side, article_id, place=top, is_step=False)
            elif article_id:
                self._split.go_to_top(side, top)

    def _link(self, linked: bool) -> None:
        self._split.link.set_on(linked)
        if linked != self._linked:
            together = self.tr("The sides scroll together.")
            self._status.say(together if linked else self.tr("Each side scrolls alone."))
            self._preferences.change(replace(self._preferences.now, scroll_together=linked))
        self._linked = linked
