# SPDX-License-Identifier: MIT
"""What is selected in a text: the bar beside it, and copying it with its source."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from diptych.notes.anchor import Anchor, anchor_for
from diptych.text.article import Span
from diptych.text.sides import SIDES, Side
from diptych.ui.desk.found_matches import span_on
from diptych.ui.desk.frame import Frame
from diptych.ui.desk.pair_state import PairState
from diptych.ui.parts.theme import Palette
from diptych.ui.reader.selection_bar import OFFERED, SelectionBar
from diptych.ui.reader.split_view import SplitView

if TYPE_CHECKING:
    from diptych.notes.export.citing import CiteStyle

PAUSE_MS = 250  # a selection that is still growing needs no bar


class SelectionPresenter(QObject):
    """Shows the bar when a selection has come to rest; copies passages as citations."""

    def __init__(
        self, pair: PairState, split: SplitView, frame: Frame, *, palette: Palette
    ) -> None:
        super().__init__(split)
        self._pair = pair
        self._split = split
        self._texts = frame.texts
        self._status = frame.status
        self._preferences = frame.preferences
        self.bar = SelectionBar(frame.actions, palette, split)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._show)
        for side in SIDES:
            view = split.panes[side].view
            view.selectionChanged.connect(partial(self._wait, side))
            view.page_changed.connect(self._leave)
        split.places_changed.connect(self._leave)
        split.escaped.connect(self._leave)
        actions = frame.actions
        # By a key as well what was to be done with the selection is done, or begun.
        for name in OFFERED:
            actions[name].triggered.connect(self._leave)
        frame.texts.key_pressed.connect(lambda *_: self._leave())
        actions["copy-with-source"].triggered.connect(self.copy_with_source)
        actions["copy-both"].triggered.connect(self.copy_both)
        actions["cite-style"].triggered.connect(self._choose_style)
        self._side: Side = Side.LEFT

    def set_palette_values(self, palette: Palette) -> None:
        """Take the colours of another theme."""
        self.bar.set_palette_values(palette)

    # The bar

    def _wait(self, side: Side) -> None:
        self._side = side
        self.bar.hide()
        self._pause.start()

    def _leave(self) -> None:
        self._pause.stop()
        self.bar.hide()

    def _show(self) -> None:
        view = self._split.panes[self._side].view
        # Still being dragged.
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._pause.start()
            return
        if self._texts.selected_span(self._side) is None or not view.hasFocus():
            return
        last, first = view.textCursor(), view.textCursor()
        last.setPosition(view.textCursor().selectionEnd())
        first.setPosition(view.textCursor().selectionStart())
        place = view.cursorRect(first).united(view.cursorRect(last))
        corner = view.viewport().mapTo(self._split, QPoint(0, 0))
        free = QRect(corner, view.viewport().size())
        beside = place.translated(corner).intersected(free)
        if not beside.isEmpty() or place.height():
            beside.setLeft(view.cursorRect(last).translated(corner).left() - 40)
            self.bar.show_at(beside, free)

    # Copying

    def copy_with_source(self) -> None:
        """Copy what is selected, on either side, with where it is from."""
        spans = [(side, self._texts.selected_span(side)) for side in SIDES]
        anchors = [self._anchor(side, span) for side, span in spans if span is not None]
        if anchors:
            self._copy(anchors)
        else:
            self._status.say(self.tr("Select the words to copy first."))

    def copy_both(self) -> None:
        """Copy both passages of the current match with where they are from."""
        found = self._pair.found
        if found.current < 0:
            self._status.say(self.tr("Choose a match first."))
            return
        match = found.matches[found.current]
        self._copy([self._anchor(side, span_on(match, side)) for side in SIDES])

    def _anchor(self, side: Side, span: Span) -> Anchor:
        pinned = self._pair.sides[side]
        assert pinned is not None
        return anchor_for(pinned.article, span, side=side, path=pinned.path)

    def _copy(self, anchors: list[Anchor]) -> None:
        from diptych.notes.export.citing import CiteStyle, cited  # with half of the export

        style = CiteStyle(self._preferences.now.cite_style)
        QGuiApplication.clipboard().setText(cited(anchors, style))
        self._status.say(self.tr("Copied with its source, as {0}.").format(self._name(style)))

    def _choose_style(self) -> None:
        from diptych.notes.export.citing import CiteStyle

        menu = QMenu(self._split)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for style in CiteStyle:
            action = menu.addAction(self._name(style))
            action.setCheckable(True)
            action.setChecked(style.value == self._preferences.now.cite_style)
            action.triggered.connect(lambda _=False, s=style: self._take_style(s))
        menu.popup(self._split.mapToGlobal(self._split.rect().center()))

    def _take_style(self, style: CiteStyle) -> None:
        self._preferences.change(replace(self._preferences.now, cite_style=style.value))
        self._status.say(self.tr("Passages are copied as {0} now.").format(self._name(style)))

    def _name(self, style: CiteStyle) -> str:
        from diptych.notes.export.citing import CiteStyle

        if style is CiteStyle.PLAIN:
            return self.tr("plain text")
        names = {
            CiteStyle.MARKDOWN: "Markdown",
            CiteStyle.PANDOC: "Pandoc",
            CiteStyle.OBSIDIAN: "Obsidian",
            CiteStyle.BIBTEX: "BibTeX",
            CiteStyle.CSL_JSON: "CSL-JSON",
        }
        return names[style]
