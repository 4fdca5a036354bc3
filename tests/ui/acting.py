# SPDX-License-Identifier: MIT
"""What a reader does in a window of the tests."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QWidget

from diptych.app import Diptych

Dialog = TypeVar("Dialog", bound=QWidget)


def trigger(diptych: Diptych, name: str) -> None:
    """Do what a menu or a key would."""
    diptych.window.actions_by_id[name].trigger()


def opened(diptych: Diptych, name: str, kind: type[Dialog]) -> Dialog:
    """Return the dialog that an action opens."""
    trigger(diptych, name)
    dialog = diptych.window.findChild(kind)
    assert dialog is not None
    return dialog
