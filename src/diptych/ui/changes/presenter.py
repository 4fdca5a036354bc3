# SPDX-License-Identifier: MIT
"""Joins the pair with the changes between its versions: list, marks in both texts, steps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog

from diptych.compare.changes.values import ONE_SIDED, Change, Kinship
from diptych.notes.export.file_names import file_name
from diptych.services.change_formats import ChangeFormat
from diptych.text.article import Article, Span
from diptych.text.sides import SIDES, Side, other_side
from diptych.ui.changes.marks import marks_of
from diptych.ui.changes.panel import ChangesPanel
from diptych.ui.changes.state import ChangesState
from diptych.ui.changes.words import finding_name, kind_name, standing_in_words
from diptych.ui.desk import present
from diptych.ui.desk.found_matches import span_on
from diptych.ui.desk.frame import Frame
from diptych.ui.desk.marks import Layer
from diptych.ui.desk.pair_state import PairState
from diptych.ui.parts.counted import grouped
from diptych.ui.parts.shares import percent
from diptych.ui.parts.status import Work
from diptych.ui.parts.steps import Steps, gathered

WAIT_MS = 500  # changes that are found sooner are not spoken of
MATCHES_TAB, ONLY_TAB = 0, 1


class ChangesPresenter(QObject):
    """Shows the changes of a pair of versions in place of its matches, as long as listed."""

    position_changed = Signal(int, int)  # which change of how many is current
    left = Signal()  # the matches are shown again

    def __init__(
        self, state: ChangesState, pair: PairState, panel: ChangesPanel, frame: Frame
    ) -> None:
        super().__init__(frame.window)
        self._state = state
        self._pair = pair
        self._panel = panel
        self._window = frame.window
        self._tabs = frame.tabs
        self._texts = frame.texts
        self._status = frame.status
        self._action = frame.actions["as-versions"]
        self._tab = self._tabs.addTab(panel, self.tr("Changes"))
        self._tabs.setTabVisible(self._tab, False)
        self._opened_for: frozenset[str] = frozenset()
        self._marked: tuple[tuple[int, Change], ...] = ()
        self._marking = Steps(self)
        self._arrived: dict[tuple[Side, int], int] = {}
        self._is_looking = False
        self._count_chosen: Callable[[], int] = lambda: 0
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(WAIT_MS)
        self._preferences = frame.preferences
        self._connect(frame)
        self._connect_at_once(frame)

    def _connect(self, frame: Frame) -> None:
        state, panel = self._state, self._panel
        state.looking.connect(self._show_looking)
        state.found_changed.connect(self._show)
        state.listed_changed.connect(self._show_listed)
        state.current_changed.connect(self._show_current)
        state.failed.connect(self._status.say)
        panel.change_chosen.connect(self._go)
        panel.filter_changed.connect(state.set_filter)
        panel.find_requested.connect(state.find)
        panel.tools.ignored_chosen.connect(state.ignore)
        panel.tools.file_requested.connect(self._ask_place)
        state.written.connect(
            lambda saved: self._status.say(self.tr("Saved {0}.").format(saved.files[0].name))
        )
        self._pair.pinned.connect(self._forget_another)
        self._pair.may_show_changes = self._may_come
        self._wait.timeout.connect(self._show_waiting)
        self._tabs.currentChanged.connect(self._turn)
        self._texts.change_clicked.connect(self._clicked)
        self._action.triggered.connect(self._take)
        # Both pairs of keys go from change to change while these are shown.
        for going in ("difference", "match"):
            frame.actions[f"next-{going}"].triggered.connect(lambda: self._step(1))
            frame.actions[f"previous-{going}"].triggered.connect(lambda: self._step(-1))

    def _connect_at_once(self, frame: Frame) -> None:
        at_once, wanted = frame.actions["versions-at-once"], self._preferences.now.versions_at_once
        self._state.recognises = wanted
        at_once.setChecked(wanted)
        at_once.toggled.connect(self._recognise)

    def _recognise(self, on: bool) -> None:
        self._preferences.change(replace(self._preferences.now, versions_at_once=on))
        self._opened_for = frozenset()
        self._state.recognise(on)

    def leave_as_listed(self, pair: frozenset[str]) -> None:
        """Bring no list to the front for a pair that comes back with the matches shown."""
        self._opened_for = pair

    def _may_come(self) -> bool:
        """Tell whether it is not known yet if the pair's changes will come to the front."""
        ids = self._pair.pinned_ids()
        is_settled = self._pair.comparison is not None and not self._is_looking
        return all(ids) and frozenset(ids) != self._opened_for and not is_settled

    # What is shown

    def count_chosen_by(self, count: Callable[[], int]) -> None:
        """Find out how many articles are chosen in the library by ``count``."""
        self._count_chosen = count

    def _take(self, taken: bool) -> None:
        if self._count_chosen() > len(SIDES):
            self._action.setChecked(self._state.is_versions)
            self._status.say(present.two_at_a_time())
            return
        if self._pair.articles() is None:
            self._action.setChecked(False)
            self._status.say(self.tr("Pin the two versions first, with Alt+1 and Alt+2."))
            return
        # The list is to come to the front once more.
        self._opened_for = frozenset()
        self._state.take_as_versions(taken)

    def _show_looking(self, running: bool) -> None:
        self._is_looking = running
        if running:
            self._panel.show_looking()
            self._wait.start()
        # Found before a word was said of it.
        elif self._wait.isActive():
            self._wait.stop()
        else:
            self._status.end_work(Work.CHANGES)

    def _show_waiting(self) -> None:
        words = self.tr("Finding the changes")
        self._status.show_work(Work.CHANGES, words, cancel=self._state.stop)

    def _show(self) -> None:
        is_shown = self._state.is_versions or self._state.is_stopped
        self._action.setChecked(self._state.is_versions)
        if not is_shown and self._tabs.currentIndex() == self._tab:
            self._tabs.setCurrentIndex(MATCHES_TAB)
            # Swapped, compared anew or with the article the list comes back as it was.
            self._opened_for = frozenset()
        self._tabs.setTabVisible(self._tab, is_shown)
        # What stands on one side alone has its chips among the changes.
        self._tabs.setTabVisible(ONLY_TAB, not is_shown)
        if self._state.is_stopped:
            self._panel.show_stopped()
            self._tabs.setTabText(self._tab, self.tr("Changes"))
        elif self._state.is_versions:
            self._panel.show_summary(self._summary(), self._unchecked())
            self._panel.tools.show_ignored(self._state.choice.ignored)
            self._show_listed()
            self._open_at_first()
        self._turn()

    def _open_at_first(self) -> None:
        """Bring the list of a new pair to the front, unless the reader is at the notes."""
        # Swapped sides are the same pair.
        ids = frozenset(self._pair.pinned_ids())
        if ids == self._opened_for:
            return
        self._opened_for = ids
        self._pair.shows_changes = True
        if self._tabs.currentIndex() in (MATCHES_TAB, ONLY_TAB):
            self._tabs.setCurrentIndex(self._tab)
        self._status.say_of_pair(self._kinship())

    def _forget_another(self) -> None:
        """Let the list come to the front again once its pair comes back after another one."""
        ids = self._pair.pinned_ids()
        if all(ids) and frozenset(ids) != self._opened_for:
            self._opened_for = frozenset()

    def _show_listed(self) -> None:
        state = self._state
        counts = state.counts()
        self._panel.show_filter(state.filter)
        self._panel.show_changes(state.lines(), counts)
        self._panel.set_current(state.current)
        count = len(state.all())
        words = self.tr("Changes {0}").format(grouped(count)) if count else self.tr("Changes")
        self._tabs.setTabText(self._tab, words)
        self._mark()

    def _turn(self) -> None:
        """Show the changes in the texts while they are listed, the matches while those are."""
        at = self._tabs.currentIndex()
        # At the notes the texts stay as they are marked.
        if at in (self._tab, MATCHES_TAB):
            self._pair.shows_changes = at == self._tab
        if not self._state.is_versions:
            self._pair.shows_changes = False
        self._mark()

    def _mark(self) -> None:
        shown = self._pair.shows_changes
        self._texts.show_change(self._state.current if shown else None)
        listed = tuple(self._state.listed()) if shown else ()
        if listed != self._marked:  # a turn of the tabs comes with the list it turns to
            self._marked = listed
            # A moment at a time: of two long editions there are ten thousand.
            show = partial(self._texts.mark, Layer.CHANGES)
            self._marking.start(gathered(marks_of(listed), show))
        if shown:
            self.show_position()
        else:
            self.left.emit()

    def show_position(self) -> None:
        """Tell which change of how many is current."""
        self.position_changed.emit(*self._state.position())

    # What is said

    def _kinship(self) -> str:
        if self._state.choice.taken:
            return self.tr("Compared as two versions, as you chose.")
        if self._state.found.kinship is Kinship.TRANSLATION:
            return self.tr("These look like a text and its translation.")
        return self.tr("These look like two versions of one text.")

    def _summary(self) -> str:
        """Return a sentence on the two versions as a whole."""
        from diptych.services.standing import standing_of  # once there are versions

        changes, articles = self._state.found.changes, self._pair.articles()
        if changes is None or articles is None:
            return ""
        standing = standing_of(changes, *articles)
        if standing is not None:
            return standing_in_words(standing)
        kept = percent(changes.kept_left), percent(changes.kept_right)
        told = self.tr("{0} % of the left and {1} % of the right stand on both sides.")
        told = told.format(*kept)
        if not any(change.kind in ONE_SIDED for change in changes.changes):
            return told
        # Else the two lists seem to contradict one another.
        counted = self.tr(
            "Neighbouring sentences of one side alone are one change; the matches count each."
        )
        return f"{told} {counted}"

    def _unchecked(self) -> str:
        """Return a sentence on what the list of what to check cannot have in it."""
        changes = self._state.found.changes
        if changes is None or changes.knows_names or not changes.changes:
            return ""
        return self.tr(
            "Another name is told here only where it is a common one, beside a title or a kind of "
            "place, or in Latin letters."
        )

    # Taken away

    def _ask_place(self, form: ChangeFormat) -> None:
        articles = self._pair.articles()
        if articles is None:
            return
        # Two whole titles would be longer than a file's name may be.
        stem = f"{articles[0].called[:40].strip()} - {self.tr('changes')}"
        suggested = Path.home() / file_name(stem, form.ending)
        name, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Save the list of changes"), str(suggested)
        )
        if name:
            self._state.write(Path(name), form)

    # Going through them

    def _step(self, direction: int) -> None:
        if not self._pair.shows_changes:
            return
        side = self._texts.focused_side()
        place = self._texts.place_read(side)
        # Nobody has read on: the place of the change, which the caret can stand a letter beside.
        place = self._arrived.get((side, place), place)
        number = self._state.next_from(side, place, direction)
        if number >= 0:
            self._go(number)
        elif not self._state.position()[1]:
            self._status.say_of_pair(self.tr("No change is listed."))
        else:
            last = self.tr("This is the last change.")
            self._status.say_of_pair(
                last if direction > 0 else self.tr("This is the first change.")
            )

    def _go(self, number: int) -> None:
        """Bring both places of a change to one height."""
        change, articles = self._state.all()[number], self._pair.articles()
        if articles is None:
            return
        self._pair.remember_step(self._texts.places())
        spans = _seen(change, articles)
        self._texts.reveal_both(*spans)
        self._arrived.clear()
        for side, span in zip(SIDES, spans, strict=True):
            self._arrive(side, change, span)
        self._state.choose(number)

    def _clicked(self, side: Side, numbers: list[int], y: float) -> None:
        """Bring the other side beside the change clicked on; one click more, what else is there."""
        articles, current = self._pair.articles(), self._state.current
        if articles is None or not self._pair.shows_changes:
            return
        # One click more goes to the next that stands there.
        at = (numbers.index(current) + 1) % len(numbers) if current in numbers else 0
        change, across = self._state.all()[numbers[at]], other_side(side)
        self._texts.bring_across(side, *_seen(change, articles), y)
        self._arrived.clear()
        self._arrive(across, change, span_on(change, across))
        self._state.choose(numbers[at])

    def _arrive(self, side: Side, change: Change, seen: Span) -> None:
        """Put the caret at a change, and keep which place of the change it stands for."""
        stands = self._texts.put_caret(side, seen.start)
        self._arrived[side, stands] = span_on(change, side).start

    def _show_current(self, number: int) -> None:
        self._panel.set_current(number)
        if self._pair.shows_changes:
            self._texts.show_change(number)
            self.show_position()
        change = self._state.all()[number]
        words = (
            self.tr("Change {0} of {1}").format(*self._state.position()),
            kind_name(change.kind),
            *(finding_name(finding) for finding in change.findings),
        )
        self._status.announce(", ".join(words))


def _seen(change: Change, articles: tuple[Article, Article]) -> tuple[Span, Span]:
    """Return the places of a change; where a side has nothing, the letter before it."""
    left, right = (
        span if len(span) else Span(max(0, min(span.start, len(article.text)) - 1), span.start or 1)
        for span, article in zip((change.left, change.right), articles, strict=True)
    )
    return left, right
