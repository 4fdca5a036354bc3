# SPDX-License-Identifier: MIT
"""The two texts that were open, with what they share, before the rest of the window is built.

Where there is no picture of the page (``still``), its reader would look at bare columns
for as long as it takes to build every panel, list and presenter beside the texts. What
is shown here is what stands there in the end; until then it stands still.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QObject, QTimer
from PySide6.QtGui import QPixmap

from diptych.compare.values import Comparison, Options
from diptych.services.comparing import compared_either_way
from diptych.services.kept_comparisons import KeptComparisons
from diptych.services.stores import Stores
from diptych.settings import SessionState, Settings
from diptych.text.article import Article
from diptych.text.sides import Side
from diptych.ui.desk.found_matches import FoundMatches
from diptych.ui.desk.pair_state import Pinned, open_pinned
from diptych.ui.desk.trail import Top
from diptych.ui.parts.facts import facts_line
from diptych.ui.parts.lanes import DiskLane
from diptych.ui.reader.marking import marking
from diptych.ui.shell.appearance_presenter import dress
from diptych.ui.shell.session import filter_left
from diptych.values import dataclass

if TYPE_CHECKING:
    from diptych.ui.shell.main_window import MainWindow

LONGEST = 200_000  # code points of a text; one that takes longer to be set is not set twice
LONGEST_MS = 1_500  # for files that are slow to read the rest of the window does not wait


@dataclass(frozen=True, slots=True)
class LeftOpen:
    """What was open: the texts that were, and what two of them share if that is known."""

    pinned: dict[Side, Pinned]
    comparison: Comparison | None = None


class FirstTexts(QObject):
    """Reads them while the window is built that far, then shows them in it."""

    def __init__(self, window: MainWindow, session: SessionState, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._settings = settings
        self._is_shown = self._stand = False
        self._waiting = QEventLoop()

    def read(self, disk: DiskLane, kept: KeptComparisons) -> None:
        """Have the disk lane read what was open."""
        chosen = self._settings
        options = Options(shortest_run=chosen.shortest_run)
        disk.run(
            "first texts",
            lambda stores: left_open(stores, self._session, options, kept, chosen.by_meaning),
            done=self._take,
            failed=lambda _: self._waiting.quit(),  # said when it is asked for again
        )

    def show(self, disk: DiskLane) -> None:
        """Wait until both are painted; what is read no sooner is shown with all the rest."""
        session, columns = self._session, self._window.columns
        self._window.split.measured.connect(self._look)
        columns.foresee(session.splitter, library=session.library_shown, panel=session.panel_shown)
        QTimer.singleShot(LONGEST_MS, self._waiting.quit)
        # Keys and clicks wait until there is something to answer them.
        self._waiting.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        disk.forget("first texts")
        if self._stand:
            # A picture of them stays, as they are marked anew while all the rest is built.
            self._window.still.cover(self._picture())
            self._window.repaint()
        self._window.split.measured.disconnect(self._look)
        self.deleteLater()

    def _take(self, found: LeftOpen) -> None:
        if not found.pinned:
            self._waiting.quit()
            return
        split = self._window.split
        dress(split, self._settings)
        self._is_shown = True
        for side, pinned in found.pinned.items():
            split.show_article(side, pinned.article, facts_line(pinned.article), top=pinned.top)
        # Nobody can say yet that there are none.
        self._window.toolbar.show_comparing(len(found.pinned) > 1)
        if found.comparison is not None:
            left, right = found.pinned.values()
            self._mark(found.comparison, left.article, right.article)

    def _look(self) -> None:
        # Each is set, marked and measured in turns of its own.
        panes = self._window.split.panes.values()
        if self._is_shown and not any(pane.is_setting for pane in panes):
            self._stand = True
            self._waiting.quit()

    def _mark(self, comparison: Comparison, left: Article, right: Article) -> None:
        split, found = self._window.split, FoundMatches(self)
        found.filter = filter_left(self._session, found.filter)
        found.want_match(self._session.match)
        found.hold(comparison)
        found.show()
        for _ in marking(found, split):
            pass
        if found.current >= 0:
            from diptych.ui.reader.match_words import words_of_match

            split.show_words(words_of_match(found.matches[found.current], left, right))
        split.set_current(found.current)
        self._window.toolbar.show_position(*found.position(Side.LEFT))

    def _picture(self) -> QPixmap:
        """Return the window as it stands by now, with nothing beside the texts."""
        self._window.still.hide()
        return self._window.grab()


def left_open(
    stores: Stores,
    session: SessionState,
    options: Options,
    kept: KeptComparisons,
    by_meaning: bool,
) -> LeftOpen:
    """Return what the session says was open; nothing of long texts."""
    names = {Side.LEFT: (session.left, Top(session.left_place, session.left_past))}
    names[Side.RIGHT] = (session.right, Top(session.right_place, session.right_past))
    pinned = {s: open_pinned(name, top, stores) for s, (name, top) in names.items() if name}
    if any(len(each.article.text) > LONGEST for each in pinned.values()):
        return LeftOpen({})
    # Of two versions the changes are marked, which are found anew.
    if len(pinned) < len(names) or session.changes_shown:
        return LeftOpen(pinned)
    left, right = (each.article for each in pinned.values())
    known = compared_either_way(left, right, options, kept, by_meaning)
    return LeftOpen(pinned, known.comparison if known else None)
