# SPDX-License-Identifier: MIT
"""The list of keys and the command palette, and the reader's own keys."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence

from diptych.settings import Settings
from diptych.ui.desk.frame import Frame
from diptych.ui.shell import actions as action_table

if TYPE_CHECKING:
    from diptych.ui.shell.shortcuts_dialog import ShortcutList


def remapped_keys(settings: Settings) -> dict[str, str]:
    """Return the reader's own keys by action; empty text means none."""
    pairs = (written.partition("=") for written in settings.shortcuts)
    return {action_id: keys for action_id, sign, keys in pairs if sign}


class ShortcutPresenter(QObject):
    """Opens both lists; takes over and keeps keys that the reader changed."""

    def __init__(
        self,
        frame: Frame,
    ) -> None:
        super().__init__(frame.window)
        self._actions = frame.actions
        self._preferences = frame.preferences
        self._window = frame.window
        self._actions["shortcuts"].triggered.connect(self._show_list)
        self._actions["palette"].triggered.connect(self._show_palette)

    def _show_list(self) -> None:
        from diptych.ui.shell.shortcuts_dialog import ShortcutList

        dialog = ShortcutList(action_table.action_rows(self._actions), self._window)
        dialog.remap_requested.connect(lambda id_, keys: self._remap(dialog, {id_: keys}))
        dialog.reset_requested.connect(lambda id_: self._reset(dialog, id_))
        dialog.open()

    def _show_palette(self) -> None:
        # Loaded when it is asked for, not with the window.
        from diptych.ui.shell.palette import CommandPalette

        CommandPalette(list(self._actions.values()), self._window).open()

    def _remap(self, dialog: ShortcutList, changed: Mapping[str, str]) -> None:
        self._keep(dialog, {**remapped_keys(self._preferences.now), **changed})

    def _reset(self, dialog: ShortcutList, action_id: str) -> None:
        kept = remapped_keys(self._preferences.now)
        # Without an action it is all of them.
        kept = {id_: keys for id_, keys in kept.items() if action_id and id_ != action_id}
        self._keep(dialog, kept)

    def _keep(self, dialog: ShortcutList, own: Mapping[str, str]) -> None:
        written = tuple(f"{action_id}={keys}" for action_id, keys in sorted(own.items()))
        self._preferences.change(replace(self._preferences.now, shortcuts=written))
        for spec in action_table.SPECS:
            keys = (own[spec.id],) if spec.id in own else spec.keys
            self._actions[spec.id].setShortcuts([QKeySequence(key) for key in keys if key])
        dialog.show_actions(action_table.action_rows(self._actions))
