# SPDX-License-Identifier: MIT
"""Which panels stand beside the texts: as the reader wishes, and as there is room."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QSplitter, QWidget

from diptych.ui.desk.frame import Frame
from diptych.values import dataclass

LIBRARY, BESIDE = "toggle-library", "toggle-panel"
WHOLE_PAGES = ("woven", "overview")  # what takes the place of texts and panels
# Pixels: the share of the window that a panel takes unless its reader chose, within limits.
SHARES = {LIBRARY: (0.16, 280, 360), BESIDE: (0.21, 320, 480)}
LEAST = {LIBRARY: 200, BESIDE: 300}  # to which they give way before one folds


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around the texts; ``others`` go in the focus mode as the panels do."""

    splitter: QSplitter  # library, texts, matches and notes
    panels: Mapping[str, QWidget]  # by the action that shows them
    others: Sequence[QWidget]
    least_width: Callable[[], int]  # of the texts, for columns that can be read
    is_writing: Callable[[], bool]  # whether a note is open beside the texts


def panels_with_room(
    wanted: Sequence[str], width: int, texts: int, least: Mapping[str, int] = LEAST
) -> frozenset[str]:
    """Return those of the panels, the most wanted first, for which a window has room.

    Where the most wanted one has none, no other takes its place.
    """
    room = width - texts
    shown = []
    for name in wanted:
        # Counted at its narrowest: it gives way before another one folds.
        room -= least[name]
        if room < 0:
            break
        shown.append(name)
    return frozenset(shown)


def usual_width(name: str, width: int) -> int:
    """Return how wide a panel is in a window unless the reader has moved its edge."""
    share, least, most = SHARES[name]
    return min(max(round(width * share), least), most)


class SidePanels(QObject):
    """Shows and folds the panels; a panel asked for in a narrow window is shown all the same."""

    def __init__(self, around: Surroundings, frame: Frame) -> None:
        super().__init__(frame.window)
        self._around = around
        self._window = frame.window
        self._status = frame.status
        self._texts = frame.texts
        self._actions = frame.actions
        self._order = [BESIDE, LIBRARY]  # the one asked for last first
        self._wished = {LIBRARY, BESIDE}  # whether there is room or not
        self._is_arranging = False
        self._insists: set[str] = set()  # panels asked for where there is no room
        self._moved: set[str] = set()  # panels whose width the reader chose
        self._size = QSize()
        self._heights: dict[str, int] = {}  # that the panels needed when they were arranged
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        # In the next turn, when the layouts have made of the new size what they will.
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.arrange)
        for name in (LIBRARY, BESIDE):
            self._actions[name].toggled.connect(lambda on, n=name: self._ask(n, on))
            self._actions[name].triggered.connect(lambda _=False, n=name: self._come_forward(n))
        self._actions["focus-mode"].toggled.connect(self._focus)
        for page in WHOLE_PAGES:
            # In another turn: the texts have their width again by then.
            self._actions[page].toggled.connect(lambda _: self._soon.start())
        around.splitter.splitterMoved.connect(self._note_move)
        for panel in around.panels.values():
            panel.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrange anew once a panel needs another height: its parts may come after the window."""
        if event.type() is QEvent.Type.LayoutRequest and self._needed() != self._heights:
            self._soon.start()
        return super().eventFilter(watched, event)

    @property
    def splitter(self) -> QSplitter:
        return self._around.splitter

    @property
    def in_focus(self) -> bool:
        """Tell whether the texts stand alone."""
        return self._actions["focus-mode"].isChecked()

    def is_wished(self, name: str) -> bool:
        """Tell whether the reader wants a panel, were there room for it."""
        return name in self._wished

    def wish(self, *, library: bool, beside: bool) -> None:
        """Take over which panels the reader had in an earlier session."""
        wished = {LIBRARY: library, BESIDE: beside}
        self._wished = {name for name, is_wished in wished.items() if is_wished}
        self.arrange()

    def bring(self, name: str) -> None:
        """Show a panel that something was begun in, from whatever page."""
        self._wished.add(name)
        self._put_first(name)
        self.leave_focus()
        self._leave_whole_pages()
        self.arrange()

    def insist(self, name: str) -> None:
        """Show a panel also where it has no room, as when its reader asks for it."""
        self._insists.add(name)
        self.bring(name)

    def arrange_soon(self) -> None:
        """Fold in the next turn what was shown only as long as something was done there."""
        self._soon.start()

    def leave_focus(self) -> None:
        """Bring back what stood around the texts."""
        self._actions["focus-mode"].setChecked(False)

    def take_widths(self, widths: Sequence[int]) -> None:
        """Give the panels the widths that the reader chose in an earlier session."""
        if len(widths) == 3:
            self._around.splitter.setSizes(list(widths))
            window = self._window.width()
            for name, width in ((LIBRARY, widths[0]), (BESIDE, widths[2])):
                # What differs by more than rounding was moved by its reader.
                if width and abs(width - usual_width(name, window)) > 2:
                    self._moved.add(name)

    def resized(self) -> None:
        """Arrange anew for another size of the window."""
        if self._window.size() != self._size:
            # A panel that was asked for without room was wanted at the size there was.
            self._insists.clear()
            self._soon.start()

    def arrange(self) -> None:
        """Show what is wished and has room, as wide as it is to be."""
        self._size, width = self._window.size(), self._window.width()
        self._heights = self._needed()
        wanted = [name for name in self._order if name in self._wished]
        # Else two panels in 1,100 pixels would leave 22 letters to a column; it keeps forty.
        shown = panels_with_room(wanted, width, self._around.least_width(), self._least())
        # What is set here is no wish of the reader's.
        self._is_arranging = True
        for name, panel in self._around.panels.items():
            has_room = (name in shown and self._is_high_enough(name)) or (
                name in wanted and (name in self._insists or self._is_written_in(name))
            )
            self._set_visible(panel, has_room and not self.in_focus)
            # The action says what is seen, so that one press changes it.
            self._actions[name].setChecked(has_room and not self.in_focus)
        self._is_arranging = False
        # Behind a whole page the panels have the width of another window still.
        if self._around.splitter.isVisibleTo(self._window):
            self._set_widths(width)

    def _set_visible(self, panel: QWidget, is_shown: bool) -> None:
        focused = QApplication.focusWidget()
        had_keyboard = focused is not None and panel.isAncestorOf(focused)
        panel.setVisible(is_shown)
        # Else Qt hands it to the next button, and what is typed goes there.
        if had_keyboard and not is_shown:
            self._texts.focus(self._texts.focused_side())

    def _is_written_in(self, name: str) -> bool:
        """Tell whether the reader writes in a panel, which is then not folded under their hands."""
        focused, panel = QApplication.focusWidget(), self._around.panels[name]
        has_box = isinstance(focused, QLineEdit | QPlainTextEdit) and panel.isAncestorOf(focused)
        return has_box or (name == BESIDE and self._around.is_writing())

    def _needed(self) -> dict[str, int]:
        """Return how high each panel must be for all of its parts."""
        return {n: panel.minimumSizeHint().height() for n, panel in self._around.panels.items()}

    def _is_high_enough(self, name: str) -> bool:
        """Tell whether the window is so high that all of a panel's parts have room."""
        window = self._window
        above_and_below = [each for each in self._around.others if each.isVisibleTo(window)]
        taken = sum(each.sizeHint().height() for each in above_and_below)
        return self._heights[name] <= window.height() - taken

    def _least(self) -> dict[str, int]:
        """Return how narrow each panel can be; its words are longer in some languages."""
        panels = self._around.panels
        return {n: max(least, panels[n].minimumSizeHint().width()) for n, least in LEAST.items()}

    def _set_widths(self, width: int) -> None:
        sizes, least = self._around.splitter.sizes(), self._least()
        panels = self._around.panels
        shown = {
            name: place
            for place, name in ((0, LIBRARY), (2, BESIDE))
            if panels[name].isVisibleTo(self._window)
        }
        # One that its reader moved keeps its width.
        free = [name for name in shown if name not in self._moved]
        for name in free:
            sizes[shown[name]] = usual_width(name, width)
        room = width - self._around.least_width()
        for name in free:  # the library gives way first
            too_wide = sum(sizes[place] for place in shown.values()) - room
            if too_wide > 0:
                sizes[shown[name]] = max(sizes[shown[name]] - too_wide, least[name])
        # The texts take the rest; to Qt a size of 0 is a column that is folded.
        sizes[1] = max(width - sum(sizes[place] for place in shown.values()), 1)
        self._around.splitter.setSizes(sizes)

    def _ask(self, name: str, on: bool) -> None:
        if self._is_arranging:
            return
        self._put_first(name)
        if on:
            self._wished.add(name)
            self._insists = {name}
            self.leave_focus()
        else:
            self._wished.discard(name)
        self.arrange()

    def _put_first(self, name: str) -> None:
        # To the front; the other keeps its place.
        self._order.sort(key=lambda each: each != name)

    def _come_forward(self, name: str) -> None:
        """Go back to the texts with a panel that was asked for where it could not be seen."""
        if self._leave_whole_pages():
            self._actions[name].setChecked(True)

    def _leave_whole_pages(self) -> bool:
        """Go back to the texts; tell whether something stood in their place."""
        hiding = [self._actions[page] for page in WHOLE_PAGES if self._actions[page].isChecked()]
        for page in hiding:
            page.setChecked(False)
        return bool(hiding)

    def _focus(self, on: bool) -> None:
        for widget in self._around.others:
            widget.setVisible(not on)
        self.arrange()
        if on:
            key = self._actions["focus-mode"].shortcut().toString()
            self._status.announce(self.tr("The texts alone; {0} or Esc goes back.").format(key))

    def _note_move(self, _: int, handle: int) -> None:
        # Handle 1 lies between library and texts; Qt hides handle 0.
        self._moved.add(LIBRARY if handle == 1 else BESIDE)
