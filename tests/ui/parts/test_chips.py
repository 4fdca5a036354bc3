# SPDX-License-Identifier: MIT
"""A chip says how many rows it stands for."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from diptych.ui.parts.controls import Chip
from diptych.ui.parts.theme import load_palette


def test_the_thousands_of_a_chips_count_stand_apart(qtbot: QtBot) -> None:
    chip = Chip("Changed", load_palette("light"))
    qtbot.addWidget(chip)
    chip.set_count(10_500)
    assert chip.text() == "Changed 10,500"
