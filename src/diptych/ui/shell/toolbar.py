# SPDX-License-Identifier: MIT
"""The bar at the top: library, search, moving between matches, note, export."""

from __future__ import annotations

import math
from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from diptych.ui.parts.controls import add_clear_button
from diptych.ui.parts.counted import Counted, grouped
from diptych.ui.parts.icons import icon
from diptych.ui.parts.search_box import SearchBox
from diptych.ui.parts.text_block import text_advance
from diptych.ui.parts.theme import Palette, ui_font

HEIGHT = 44


class Toolbar(QWidget):
    """Lays out the buttons of actions that exist elsewhere, and the search field."""

    def __init__(
        self, palette: Palette, actions: Mapping[str, QAction], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._palette = palette
        self._actions = actions
        self._buttons: dict[str, QToolButton] = {}
        self._build()

    def _build(self) -> None:
        self.setObjectName("toolbar")
        self.setFixedHeight(HEIGHT)
        # Qt's style sheet paints no background of a plain widget without it.
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(2)
        row.addWidget(self._button("toggle-library", self.tr("Library"), "library"))
        row.addWidget(self._button("overview", self.tr("Overview"), "overview"))
        row.addStretch(1)
        self.search = SearchBox()
        self.search.setObjectName("searchBox")
        self.search.setAccessibleName(self.tr("Search the library"))
        add_clear_button(self.search)
        self.search.setMinimumWidth(80)
        self.search.setMaximumWidth(430)
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        # Six times as eager as the gaps beside it, which keep it in the middle.
        row.addWidget(self.search, 6)
        row.addStretch(1)
        row.addWidget(self._button("previous-match", "", "previous"))
        self.position = QLabel()
        self.position.setObjectName("matchPosition")
        self.position.setAlignment(Qt.AlignmentFlag.AlignCenter)
        # So that the arrows stand still; no wider, as a small window has room for no more.
        self.position.setMinimumWidth(math.ceil(text_advance(self.tr("No matches"), ui_font())) + 4)
        row.addWidget(self.position)
        row.addWidget(self._button("next-match", "", "next"))
        row.addWidget(
            self._button("scroll-together", self.tr("Scroll together"), "scroll-together")
        )
        row.addWidget(self._button("note", self.tr("Note"), "note"))
        row.addWidget(self._button("appearance", self.tr("Aa"), ""))
        row.addWidget(self._button("export-pair", self.tr("Export"), ""))
        self._not_known = self.tr("Not compared")
        self.show_position(0, 0)
        self.show_count(0)

    def show_position(self, number: int, total: int) -> None:
        """Say which match is current."""
        place = self.tr("Match {0} of {1}")
        self._reserve(place.format(grouped(total), grouped(total)))
        if total == 0:
            self.position.setText(self.tr("No matches"))
        elif number == 0:
            self.position.setText(Counted().matches(total))
        else:
            self.position.setText(place.format(grouped(number), grouped(total)))

    def show_change(self, number: int, total: int) -> None:
        """Say which change is current, while those are gone through."""
        place = self.tr("Change {0} of {1}")
        self._reserve(place.format(grouped(total), grouped(total)))
        if total == 0:
            self.position.setText(self.tr("No changes"))
        elif number == 0:
            self.position.setText(Counted().changes(total))
        else:
            self.position.setText(place.format(grouped(number), grouped(total)))

    def _reserve(self, longest: str) -> None:
        """Keep room for what will stand there, so that the search field stays where it is."""
        width = math.ceil(text_advance(longest, ui_font())) + 4
        self.position.setMinimumWidth(max(width, self.position.minimumWidth()))

    def show_comparing(self, running: bool) -> None:
        """Say that nothing is known yet; what comes of it is told by ``show_position``."""
        self._not_known = self.tr("Comparing…") if running else self.tr("Not compared")
        self.show_not_known()

    def show_not_known(self) -> None:
        """Say again what ``show_comparing`` said: that there are no matches nobody knows."""
        self.position.setText(self._not_known)

    def show_count(self, articles: int) -> None:
        """Say in the empty field how many articles are searched."""
        counted = self.tr("Search %n article(s)…", "", articles)
        words = counted if articles else self.tr("Search…")
        # As it is now: the reader may have given the action another key.
        keys = self._actions["search"].shortcut().toString()
        self.search.offer_hints((f"{words}   {keys}", words, self.tr("Search…"), ""))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        """Leave the buttons their icons alone where their words have no room."""
        style = Qt.ToolButtonStyle
        worded = [each for each in self._buttons.values() if each.property("beside")]
        # All or none: words beside some icons and not beside others would look like a fault.
        # With their words first, since a wider window may have room for them again.
        for wanted in (style.ToolButtonTextBesideIcon, style.ToolButtonIconOnly):
            for button in worded:
                button.setToolButtonStyle(wanted)
            if self._least_width() <= self.width():
                break
        # The row was laid out for the buttons as they were.
        if (layout := self.layout()) is not None:
            layout.activate()

    def _least_width(self) -> int:
        layout = self.layout()
        assert layout is not None
        # Else it answers from before the buttons were changed.
        layout.invalidate()
        return layout.minimumSize().width()

    def set_palette_values(self, palette: Palette) -> None:
        """Tint the icons for another theme."""
        self._palette = palette
        for button in self._buttons.values():
            name = button.property("icon_name")
            if name:
                button.setIcon(icon(name, palette.ink))

    def _button(self, action_id: str, text: str, icon_name: str) -> QToolButton:
        action = self._actions[action_id]
        button = QToolButton()
        button.setObjectName(f"button-{action_id}")
        button.setCheckable(action.isCheckable())
        # Qt leaves two spaces free behind a text beside an icon, and none before it.
        button.setText(f" {text}" if icon_name and text else text)
        button.setProperty("beside", bool(icon_name and text))
        button.setProperty("icon_name", icon_name)
        button.setAccessibleName(action.text().replace("&", ""))
        keys = action.shortcut().toString()
        button.setToolTip(action.text().replace("&", "") + (f"  ({keys})" if keys else ""))
        # A click leaves the keyboard in the text.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        style = Qt.ToolButtonStyle
        if icon_name:
            button.setIcon(icon(icon_name, self._palette.ink))
            beside = style.ToolButtonTextBesideIcon if text else style.ToolButtonIconOnly
            button.setToolButtonStyle(beside)
        else:
            button.setToolButtonStyle(style.ToolButtonTextOnly)
        # Not ``setDefaultAction``, which would take over the action's words and icon.
        button.clicked.connect(action.trigger)
        action.enabledChanged.connect(button.setEnabled)
        if action.isCheckable():
            action.toggled.connect(button.setChecked)
            button.setChecked(action.isChecked())
        self._buttons[action_id] = button
        return button
