# SPDX-License-Identifier: MIT
"""The window comes, is named, and goes when asked to."""

from __future__ import annotations

from collections.abc import Callable

from session.application import Diptych


def test_window_says_its_name_and_fills_its_part_of_the_screen(
    start: Callable[..., Diptych],
) -> None:
    diptych = start()
    window = diptych.window()
    size = window.get_geometry()

    picture = diptych.screen.still_picture()

    assert "Diptych" in diptych.screen.title(window)
    assert size.width >= 1024
    assert picture.pixelColor(size.width // 2, size.height // 2).name() != "#000000"


def test_closing_the_window_ends_the_application(start: Callable[..., Diptych]) -> None:
    diptych = start()

    assert diptych.close() == 0
    assert diptych.errors() == ""
