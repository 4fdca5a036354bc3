# SPDX-License-Identifier: MIT
"""The window comes, is named, and goes when asked to."""

from __future__ import annotations

from collections.abc import Callable

from session.application import Diptych


def test_window_says_its_name(start: Callable[..., Diptych]) -> None:
    diptych = start()

    assert "Diptych" in diptych.screen.title(diptych.window())


def test_window_paints_itself(start: Callable[..., Diptych]) -> None:
    diptych = start()
    diptych.window()

    picture = diptych.screen.still_picture()

    assert len({picture.pixel(x, 20) for x in range(0, picture.width(), 3)}) > 3


def test_closing_the_window_ends_the_application(start: Callable[..., Diptych]) -> None:
    diptych = start()

    assert diptych.close() == 0


def test_nothing_is_complained_about(start: Callable[..., Diptych]) -> None:
    diptych = start()
    diptych.window()

    diptych.close()

    assert diptych.errors() == ""
