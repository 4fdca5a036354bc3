# SPDX-License-Identifier: MIT
"""Lets the reader choose how the window and its texts look."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from diptych import settings as stored
from diptych.settings import Settings
from diptych.ui.desk.frame import Frame
from diptych.ui.parts import theme
from diptych.ui.reader.document import typography_of
from diptych.ui.reader.split_view import SplitView


def dress(split: SplitView, chosen: Settings) -> None:
    """Give the texts the look that the settings name."""
    set_typography(split, chosen)
    split.ribbon.setVisible(chosen.ribbons)


def set_typography(split: SplitView, chosen: Settings) -> None:
    """Set both texts in the font, the size and the width that the settings name."""
    split.set_typography(typography_of(chosen), reduced_motion=chosen.reduced_motion)


class AppearancePresenter(QObject):
    """Applies font, size and theme as the settings name them now."""

    rebuilding_asked = Signal()  # every control is to be made anew
    palette_changed = Signal(object)  # theme.Palette

    def __init__(self, split: SplitView, frame: Frame) -> None:
        super().__init__(frame.window)
        self._split = split
        self._preferences = frame.preferences
        self._actions = frame.actions
        self._window = frame.window
        self._connect()
        dress(split, self._preferences.now)
        self._actions["ribbons"].setChecked(self._preferences.now.ribbons)

    def _connect(self) -> None:
        actions = self._actions
        actions["larger"].triggered.connect(lambda: self._resize_text(1.0))
        actions["smaller"].triggered.connect(lambda: self._resize_text(-1.0))
        actions["normal-size"].triggered.connect(self._normal_size)
        actions["appearance"].triggered.connect(self._ask)
        actions["ribbons"].toggled.connect(self._show_ribbons)
        self._split.size_step_requested.connect(self._resize_text)
        self._preferences.changed.connect(self._changed)
        QGuiApplication.styleHints().colorSchemeChanged.connect(lambda _: self._system_changed())

    def _changed(self, before: Settings) -> None:
        now = self._preferences.now
        set_typography(self._split, now)
        if (now.theme, now.tint) != (before.theme, before.tint):
            self._apply_theme()
        if now.ribbons != before.ribbons:
            self._actions["ribbons"].setChecked(now.ribbons)
        if (now.language, now.interface_size) != (before.language, before.interface_size):
            self.rebuilding_asked.emit()

    def _show_ribbons(self, shown: bool) -> None:
        self._split.ribbon.setVisible(shown)
        self._preferences.change(replace(self._preferences.now, ribbons=shown))

    def _apply_theme(self) -> None:
        name = self._preferences.now.theme
        palette = theme.load_palette(theme.system_theme() if name == "system" else name)
        palette = theme.tinted(palette, self._preferences.now.tint)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            theme.apply(application, palette)
        self.palette_changed.emit(palette)

    def _system_changed(self) -> None:
        if self._preferences.now.theme == "system":
            self._apply_theme()

    def _resize_text(self, step: float) -> None:
        smallest, largest = stored.limits_of("reading_size")
        size = min(max(self._preferences.now.reading_size + step, smallest), largest)
        self._preferences.change(replace(self._preferences.now, reading_size=size))

    def _normal_size(self) -> None:
        usual = Settings().reading_size
        self._preferences.change(replace(self._preferences.now, reading_size=usual))

    def _ask(self) -> None:
        # Loaded when it is asked for, not with the window.
        from diptych.ui.shell.appearance import AppearancePopover

        popover = AppearancePopover(self._preferences.now, self._window)
        popover.changed.connect(self._preferences.change)
        popover.show_at(self._actions["appearance"])
