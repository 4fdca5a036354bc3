# SPDX-License-Identifier: MIT
"""Joins what the reader stands on with the story of it, and a teller with the pair."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from diptych.services.story import Story, Teller
from diptych.text.article import Span
from diptych.text.sides import Side, other_side
from diptych.ui.desk.found_matches import span_on
from diptych.ui.desk.frame import Frame
from diptych.ui.desk.library_state import LibraryState
from diptych.ui.desk.pair_state import PairState
from diptych.ui.story.state import StoryState
from diptych.values import dataclass

if TYPE_CHECKING:
    from diptych.ui.story.dialog import StoryDialog


@dataclass(frozen=True, slots=True)
class Claim:
    """What the story is asked of: a span of the article that stood on a side."""

    side: Side
    article_id: str
    span: Span


class StoryPresenter(QObject):
    """Opens the story of the selection or the current match, and keeps it true."""

    def __init__(
        self, story: StoryState, library: LibraryState, pair: PairState, frame: Frame
    ) -> None:
        super().__init__(frame.window)
        self._story = story
        self._pair = pair
        self._window = frame.window
        self._texts = frame.texts
        self._status = frame.status
        self._claim: Claim | None = None
        self._dialog: StoryDialog | None = None
        self._wanted: tuple[Claim, Teller] | None = None  # to be brought level once compared
        self._levelling = QTimer(self)  # when the new pair has shown what it is
        self._levelling.setSingleShot(True)
        self._levelling.setInterval(0)
        self._levelling.timeout.connect(self._bring_level)
        frame.actions["story"].triggered.connect(self.open)
        frame.texts.menu_opening.connect(
            lambda _, menu, *__: menu.addAction(frame.actions["story"])
        )
        story.told.connect(self._show)
        story.failed.connect(self._fail)
        library.entries_changed.connect(lambda _: self._ask_again())
        pair.found.visible_changed.connect(self._levelling.start)

    def open(self) -> None:
        """Tell the story of what is selected, else of the current match."""
        claim = self._claim_here()
        if claim is None:
            self._status.say(
                self.tr("Select a sentence or go to a match first; its story is told then.")
            )
            return
        self._claim = claim
        if self._dialog is None:
            from diptych.ui.story.dialog import StoryDialog  # not before it is asked for

            dialog = self._dialog = StoryDialog(self._window)
            dialog.teller_chosen.connect(self._open_pair)
            dialog.finished.connect(lambda _: self._forget())
        self._dialog.show_waiting()
        self._dialog.show()
        self._ask_again()

    def _claim_here(self) -> Claim | None:
        side = self._texts.focused_side()
        pinned = self._pair.sides[side] or self._pair.sides[other_side(side)]
        if pinned is None:
            return None
        # The keyboard may be on an empty side.
        side = side if self._pair.sides[side] is not None else other_side(side)
        span, found = self._texts.selected_span(side), self._pair.found
        if span is None and found.current >= 0:
            span = span_on(found.matches[found.current], side)
        return None if span is None else Claim(side, pinned.article.id, span)

    def _ask_again(self) -> None:
        """Ask the library, anew when it has changed while the story is open."""
        if self._dialog is not None and self._claim is not None:
            self._story.ask(self._claim.article_id, self._claim.span)

    def _show(self, story: Story) -> None:
        if self._claim is not None and story.article_id != self._claim.article_id:  # read anew
            self._claim = replace(self._claim, article_id=story.article_id, span=story.span)
        if self._dialog is not None:
            self._dialog.show_story(self._as_shown(story))

    def _as_shown(self, story: Story) -> Story:
        """Return a story with what is listed of the open pair: it is known better there."""
        from diptych.services.story import with_match  # loaded with the question

        claim, found = self._claim, self._pair.found
        across = self._pair.sides[other_side(claim.side)] if claim is not None else None
        here = self._pair.sides[claim.side] if claim is not None else None
        if claim is None or across is None or here is None or here.article.id != story.article_id:
            return story
        listed = [found.matches[number] for number in found.visible]
        current = found.matches[found.current] if found.current in found.visible else None
        telling = [
            match
            for match in listed
            if match.is_claim and span_on(match, claim.side).overlaps(story.span)
        ]
        if not telling:
            return story
        # The one that the reader stands at, else the surest.
        match = max(telling, key=lambda each: (each is current, each.strength))
        return with_match(story, match, claim.side, across.article)

    def _fail(self, sentence: str) -> None:
        if self._dialog is not None:
            self._dialog.show_failure(sentence)

    def _forget(self) -> None:
        self._dialog = self._claim = None
        self._story.forget()

    # A teller beside the article

    def _open_pair(self, teller: Teller) -> None:
        claim, pair = self._claim, self._pair
        if claim is None:
            return
        pair.remember_step(self._texts.places())
        ids = dict(zip(Side, pair.pinned_ids(), strict=True))
        across = other_side(claim.side)
        self._wanted = (claim, teller)
        # What lies there already stays.
        if ids[claim.side] != claim.article_id:
            pair.pin(claim.side, claim.article_id, place=claim.span.start)
        if ids[across] != teller.id:
            pair.pin(across, teller.id, place=teller.span.start)
        # Both may lie there, and then nothing is pinned.
        self._levelling.start()

    def _bring_level(self) -> None:
        """Bring both passages to one height as soon as both stand there."""
        if self._wanted is None or self._pair.comparison is None:
            return
        claim, teller = self._wanted
        spans = {claim.side: claim.span, other_side(claim.side): teller.span}
        ids = {claim.side: claim.article_id, other_side(claim.side): teller.id}
        # Another pair is still on its way.
        if self._pair.pinned_ids() != (ids[Side.LEFT], ids[Side.RIGHT]):
            return
        self._wanted = None
        found = self._pair.found
        for number in found.visible:
            if all(span_on(found.matches[number], side).overlaps(spans[side]) for side in Side):
                found.choose(number)
                return
        # No match joins them, yet they stand for one another.
        self._texts.reveal_both(spans[Side.LEFT], spans[Side.RIGHT])
