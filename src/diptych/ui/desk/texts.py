# SPDX-License-Identifier: MIT
"""What a feature may ask of the two texts on the desk, without knowing how they are shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from diptych.text.article import Span
from diptych.text.sides import Side
from diptych.ui.desk.marks import Layer, SideMark
from diptych.ui.desk.trail import Top


class Texts(Protocol):
    """The two texts; places are code points of each article, 0 on an empty side."""

    # Where the reader is

    def focused_side(self) -> Side:
        """Return the side that has the keyboard, or had it last."""

    def has_keyboard(self, side: Side) -> bool:
        """Tell whether the keyboard is in the text of a side now."""

    def places(self) -> tuple[Top, Top]:
        """Return where both texts stand in their views."""

    def top_place(self, side: Side) -> int:
        """Return the place at the top of one view."""

    def caret_place(self, side: Side) -> int:
        """Return the place of the caret."""

    def place_read(self, side: Side) -> int:
        """Return the place of the caret if it is in view, else that at the top."""

    def selected_span(self, side: Side) -> Span | None:
        """Return what is selected, None for nothing."""

    def selected_words(self, side: Side) -> str:
        """Return the selected words on one line, empty for none."""

    # Going somewhere

    def focus(self, side: Side) -> None:
        """Give the keyboard to a side."""

    def put_caret(self, side: Side, place: int) -> int:
        """Move the caret of a side without scrolling and return where it stands."""

    def select(self, side: Side, span: Span) -> None:
        """Select a span without scrolling."""

    def reveal(self, side: Side, span: Span) -> None:
        """Bring a span into view; the other side follows when they scroll together."""

    def reveal_both(self, left: Span | None, right: Span | None) -> None:
        """Bring a span of each side to the same height."""

    def bring_across(self, side: Side, left: Span, right: Span, y: float) -> None:
        """Bring a span across beside the one at ``y`` on a side, which stays as it is."""

    def go_to(self, side: Side, span: Span) -> None:
        """Bring a span into view and put the caret there."""

    def go_to_alone(self, side: Side, span: Span) -> None:
        """Go to what has no counterpart, and mark it until the reader goes on."""

    def leave_reached(self) -> None:
        """Mark no longer where the reader went last."""

    # What is said and asked there

    def mark(self, layer: Layer, marks: Sequence[SideMark]) -> None:
        """Replace the marks of one layer; those of the others stay."""

    def show_change(self, number: int | None) -> None:
        """Show the marks of changes with one current, -1 for none; None shows the matches."""

    def offer(self, side: Side, offered: bool) -> None:
        """Show on an empty side what could be read there, or how an article gets there."""

    def show_banner(self, side: Side, text: str) -> None:
        """Say something below the text of a side; empty text takes it away."""

    def banner(self, side: Side) -> str:
        """Return what is said below the text of a side, empty for nothing."""

    def view(self, side: Side) -> QWidget:
        """Return the widget of a side, for a menu or a dialog to stand at."""

    @property
    def key_pressed(self) -> SignalInstance:
        """A letter typed in a text: Side, str."""

    @property
    def menu_opening(self) -> SignalInstance:
        """A right click: Side, QMenu, place or -1, number of the folded lines or -1."""

    @property
    def places_changed(self) -> SignalInstance:
        """Another part of a text is in view."""

    @property
    def note_chosen(self) -> SignalInstance:
        """A click on the words of a note: its id."""

    @property
    def change_clicked(self) -> SignalInstance:
        """A click on a change of two versions: Side, numbers, the height of the pointer."""

    @property
    def banner_changed(self) -> SignalInstance:
        """Something else is said below the text of a side, or nothing: Side."""

    @property
    def banner_followed(self) -> SignalInstance:
        """A click on the link in a banner: Side."""
