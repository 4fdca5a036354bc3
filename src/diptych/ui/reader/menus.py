# SPDX-License-Identifier: MIT
"""The menus of a right click in the texts and in the lane between them."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from diptych.text.sides import Side
from diptych.ui.desk.frame import Frame
from diptych.ui.desk.pair_state import PairState
from diptych.ui.reader.split_view import SplitView

ON_MATCH = ("counterpart", "accept", "reject", "why-match", "copy-both")
ON_SELECTION = ("copy-with-source", "highlight", "mark-counterpart", "search-selection")
AT_PLACE = ("note", "align-here", "find")


class ReaderMenus(QObject):
    """Offers under the pointer what the menu bar offers for the caret."""

    def __init__(self, pair: PairState, split: SplitView, frame: Frame) -> None:
        super().__init__(split)
        self._pair = pair
        self._split = split
        self._actions = frame.actions
        frame.texts.menu_opening.connect(self._offer_in_text)
        split.band_menu_requested.connect(self._open_on_band)
        split.alignment_menu_requested.connect(self._open_on_alignment)

    def band_menu(self, number: int) -> QMenu:
        """Return the menu for a band of the lane."""
        menu = self._new_menu()
        # What the menu does is done to the current match.
        self._pair.found.choose(number, jump=False)
        menu.addAction(self.tr("&Go to it"), lambda: self._pair.found.choose(number))
        self._fill(menu, ("accept", "reject", "note"))
        return menu

    def alignment_menu(self, number: int) -> QMenu:
        """Return the menu for an alignment made by hand."""
        menu = self._new_menu()
        menu.addAction(
            self.tr("&Remove this alignment"), lambda: self._split.alignment_chosen.emit(number)
        )
        self._fill(menu, ("remove-alignments",))
        return menu

    def _offer_in_text(self, side: Side, menu: QMenu, place: int, _: int) -> None:
        """Add what can be done at a place of a text, -1 for a folded line."""
        if place < 0:
            return
        at_place = self._pair.found.matches_at(side, place)
        if at_place:
            if self._pair.found.current not in at_place:
                self._pair.found.choose(at_place[0], jump=False)
            menu.addSeparator()
            self._fill(menu, ON_MATCH)
        menu.addSeparator()
        if self._split.panes[side].view.selected_span() is not None:
            self._fill(menu, ON_SELECTION)
            menu.addSeparator()
        self._fill(menu, AT_PLACE)

    def _open_on_band(self, at: QPoint, number: int) -> None:
        if number in self._pair.found.visible:
            self.band_menu(number).popup(at)

    def _open_on_alignment(self, at: QPoint, number: int) -> None:
        self.alignment_menu(number).popup(at)

    def _new_menu(self) -> QMenu:
        menu = QMenu(self._split)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _fill(self, menu: QMenu, names: tuple[str, ...]) -> None:
        for name in names:
            menu.addAction(self._actions[name])
