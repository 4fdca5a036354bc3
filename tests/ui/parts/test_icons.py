# SPDX-License-Identifier: MIT
"""Icons wear the palette's colour."""

from __future__ import annotations

from PySide6.QtGui import QColor

from diptych.ui.parts.icons import icon


def test_icon_is_painted_in_the_colour_asked_for(qapp: object) -> None:
    image = icon("note", "#2f5d8a").pixmap(32, 32).toImage()
    inked = [
        image.pixelColor(x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    ]
    assert inked
    assert {color.name() for color in inked} == {QColor("#2f5d8a").name()}


def test_unknown_icon_is_empty(qapp: object) -> None:
    assert icon("no-such-picture", "#000000").isNull()
