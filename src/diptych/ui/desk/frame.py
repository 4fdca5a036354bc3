# SPDX-License-Identifier: MIT
"""The parts of the window that every presenter may use."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow

from diptych.ui.desk.panel_tabs import PanelTabs
from diptych.ui.desk.preferences import Preferences
from diptych.ui.desk.texts import Texts
from diptych.ui.parts.status import StatusLine
from diptych.values import dataclass


@dataclass(frozen=True, slots=True)
class Frame:
    """Handed to each presenter beside its own state and panel.

    ``window`` is the parent of dialogs and presenters; ``tabs`` are those beside
    the texts; ``actions`` are the window's by their ids.
    """

    window: QMainWindow
    status: StatusLine
    actions: Mapping[str, QAction]
    tabs: PanelTabs
    texts: Texts
    preferences: Preferences
