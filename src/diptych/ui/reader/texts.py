# SPDX-License-Identifier: MIT
"""The two panes as other features see them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from diptych.text.article import Span
from diptych.text.sides import Side
from diptych.ui.desk.marks import REACHED, Layer, SideMark
from diptych.ui.desk.trail import Top
from diptych.ui.reader.article_view import ArticleView
from diptych.ui.reader.split_view import SplitView


class PaneTexts(QObject):
    """Answers what ``diptych.ui.desk.texts.Texts`` asks, from the split view."""

    key_pressed = Signal(object, str)
    menu_opening = Signal(object, object, int, int)
    places_changed = Signal()
    note_chosen = Signal(str)
    banner_changed = Signal(object)
    banner_followed = Signal(object)
    change_clicked = Signal(object, object, float)

    def __init__(self, split: SplitView) -> None:
        super().__init__(split)
        self._split = split
        self._marks: dict[Layer, tuple[SideMark, ...]] = {}
        split.key_pressed.connect(lambda side, letter: self.key_pressed.emit(Side(side), letter))
        split.places_changed.connect(self.places_changed)
        split.note_chosen.connect(self.note_chosen)
        split.escaped.connect(self.leave_reached)
        split.change_clicked.connect(lambda s, n, y: self.change_clicked.emit(Side(s), n, y))
        for side, pane in split.panes.items():
            pane.view.menu_opening.connect(
                lambda menu, place, fold, s=side: self.menu_opening.emit(s, menu, place, fold)
            )
            pane.banner.linkActivated.connect(lambda _, s=side: self.banner_followed.emit(s))

    def focused_side(self) -> Side:
        return Side(self._split.focused_side())

    def has_keyboard(self, side: Side) -> bool:
        return self.view(side).hasFocus()

    def places(self) -> tuple[Top, Top]:
        return self._split.places()

    def top_place(self, side: Side) -> int:
        return self.view(side).top_place()

    def caret_place(self, side: Side) -> int:
        return self.view(side).caret_place()

    def place_read(self, side: Side) -> int:
        view = self.view(side)
        if view.page is None or not view.viewport().rect().intersects(view.cursorRect()):
            return view.top_place()
        return view.caret_place()

    def selected_span(self, side: Side) -> Span | None:
        return self.view(side).selected_span()

    def selected_words(self, side: Side) -> str:
        # Qt ends a paragraph by U+2029, which to ``split`` is white space.
        return " ".join(self.view(side).textCursor().selectedText().split())

    def focus(self, side: Side) -> None:
        self.view(side).setFocus()

    def put_caret(self, side: Side, place: int) -> int:
        return self.view(side).put_caret(place)

    def select(self, side: Side, span: Span) -> None:
        self.view(side).select(span)

    def reveal(self, side: Side, span: Span) -> None:
        self._split.panes[side].reveal(span)

    def reveal_both(self, left: Span | None, right: Span | None) -> None:
        self._split.reveal_both(left, right)

    def bring_across(self, side: Side, left: Span, right: Span, y: float) -> None:
        self._split.level.bring_across(side, {Side.LEFT: left, Side.RIGHT: right}, y)

    def go_to(self, side: Side, span: Span) -> None:
        self.leave_reached()
        self.reveal(side, span)
        self.put_caret(side, span.start)

    def go_to_alone(self, side: Side, span: Span) -> None:
        self.go_to(side, span)
        self.mark(Layer.REACHED, [SideMark(side, REACHED, span)])

    def leave_reached(self) -> None:
        if self._marks.get(Layer.REACHED):
            self.mark(Layer.REACHED, ())

    def mark(self, layer: Layer, marks: Sequence[SideMark]) -> None:
        self._marks[layer] = tuple(marks)
        # In the order of the layers, whichever was marked last.
        self._split.show_side_marks([m for each in Layer for m in self._marks.get(each, ())])

    def show_change(self, number: int | None) -> None:
        split, shown = self._split, number is not None
        if shown != split.shows_changes:
            split.shows_changes = shown
            # Where nothing has changed no mark comes that would have all drawn anew.
            split.show_side_marks(split.side_marks)
        for pane in self._split.panes.values():
            pane.view.set_change(number)

    def offer(self, side: Side, offered: bool) -> None:
        self._split.panes[side].offer(offered)

    def show_banner(self, side: Side, text: str) -> None:
        self._split.panes[side].show_banner(text)
        self.banner_changed.emit(side)

    def banner(self, side: Side) -> str:
        pane = self._split.panes[side]
        return "" if pane.banner.isHidden() else pane.banner.text()

    def view(self, side: Side) -> ArticleView:
        return self._split.panes[side].view
