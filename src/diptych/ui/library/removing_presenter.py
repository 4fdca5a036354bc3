# SPDX-License-Identifier: MIT
"""Takes articles out of the library and puts them back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox

from diptych.text.sides import SIDES, Side
from diptych.ui.desk import present
from diptych.ui.desk.frame import Frame
from diptych.ui.desk.library_state import LibraryState
from diptych.ui.desk.pair_state import PairState
from diptych.ui.desk.trail import Top
from diptych.ui.library.panel import LibraryPanel
from diptych.ui.library.removed import RemovedArticles
from diptych.values import dataclass

if TYPE_CHECKING:
    from diptych.library.entry import Entry

MANY = 5  # so many at once are asked for first
LONGEST_TITLE = 60


@dataclass(frozen=True, slots=True)
class Removal:
    """Articles taken out at once, and where those that lay open did: side, id, top."""

    ids: tuple[str, ...]
    pinned: tuple[tuple[Side, str, Top], ...]
    match: str = ""  # that was current, as ``want_match`` takes it


class RemovingPresenter(QObject):
    """Asks before many are taken out, and can take back each removal of the session."""

    def __init__(
        self, library: LibraryState, pair: PairState, panel: LibraryPanel, frame: Frame
    ) -> None:
        super().__init__(frame.window)
        self._library = library
        self._pair = pair
        self._texts = frame.texts
        self._status = frame.status
        self._window = frame.window
        self._removals: list[Removal] = []  # those not taken back
        self._dialog: RemovedArticles | None = None
        panel.remove_requested.connect(self.ask)
        library.removed.connect(self._take_off)
        frame.actions["removed-articles"].triggered.connect(self._list)

    def ask(self, ids: Sequence[str]) -> None:
        """Take articles out, many of them once that is confirmed."""
        if len(ids) < MANY:
            self._library.remove(ids)
            return
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("Take articles out"))
        box.setText(self.tr("Take %n article(s) out of the library?", "", len(ids)))
        box.setInformativeText(self.tr("Their files, notes and corrections are kept."))
        take_out = box.addButton(self.tr("Take &out"), QMessageBox.ButtonRole.AcceptRole)
        # Enter must not take many out.
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        take_out.clicked.connect(lambda: self._library.remove(ids))
        box.open()

    def _take_off(self, ids: tuple[str, ...]) -> None:
        # Before the sides are cleared, so that undoing leads back to where they stood.
        places = dict(zip(SIDES, self._texts.places(), strict=True))
        pinned = tuple(
            (side, each.article.id, places[side])
            for side, each in self._pair.sides.items()
            if each is not None and self._library.newest(each.article.id) in ids
        )
        titles = {e.id: e.called for e in self._library.entries}
        removal = Removal(ids, pinned, self._pair.found.current_places)
        self._removals.append(removal)
        for side, _, _ in pinned:
            self._pair.clear(side)
        told = self._named([titles.get(id_, "") for id_ in ids])
        text = self.tr("Taken out: {0}. No file was touched.").format(told)
        self._status.say(text, undo=partial(self._put_back, removal))

    def _put_back(self, removal: Removal) -> bool:
        """Undo a removal; return False where its articles are back already."""
        if removal not in self._removals:
            return False
        self._removals.remove(removal)
        self._library.restore(removal.ids, then=lambda: self._pin_again(removal))
        return True

    def _pin_again(self, removal: Removal) -> None:
        if removal.pinned:
            self._pair.found.want_match(removal.match)
        for side, article_id, place in removal.pinned:
            # Unless something else stands there by now.
            if self._pair.sides[side] is None:
                self._pair.pin(side, article_id, place=place)
        self._say_back(removal.ids)

    def _say_back(self, ids: Sequence[str]) -> None:
        count = self.tr("%n article(s) put back into the library.", "", len(ids))
        self._status.say(count)

    def _named(self, titles: Sequence[str]) -> str:
        first = f"“{present.shortened(titles[0], LONGEST_TITLE)}”"
        if len(titles) == 1:
            return first
        more = self.tr("and %n more", "", len(titles) - 1)
        return f"{first} {more}"

    # What was taken out before

    def _list(self) -> None:
        self._library.list_removed(self._show)

    def _show(self, entries: tuple[Entry, ...]) -> None:
        if self._dialog is not None:
            self._dialog.show_articles(entries)
            return
        dialog = RemovedArticles(entries, self._window)
        dialog.restore_requested.connect(self._restore)
        dialog.destroyed.connect(lambda: setattr(self, "_dialog", None))
        self._dialog = dialog
        dialog.open()

    def _restore(self, ids: tuple[str, ...]) -> None:
        # What was put back by hand must not be put back by Ctrl+Z once more.
        self._removals = [r for r in self._removals if not set(r.ids) <= set(ids)]

        def done() -> None:
            self._say_back(ids)
            self._list()

        self._library.restore(ids, then=done)
