# SPDX-License-Identifier: MIT
"""What a list on screen shows."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from diptych.ui.parts.rows import RowList, RowModel


def listed(widget: QWidget, called: str = "") -> tuple[Any, ...]:
    """Return the rows of the list in a widget, or of the one that is called so, as filtered."""
    lists = widget.findChildren(RowList)
    model = next(each for each in lists if called in ("", each.accessibleName())).model()
    assert isinstance(model, RowModel)
    return model.rows
