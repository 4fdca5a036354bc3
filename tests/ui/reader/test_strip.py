# SPDX-License-Identifier: MIT
"""Where matches lie on one another, lane and strips show the strongest one's colour alone."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from diptych.compare.values import Kind
from diptych.text.article import Span
from diptych.ui.parts import theme
from diptych.ui.parts.kinds import LOOKS
from diptych.ui.reader.geometry import Band, Extent, StripMark
from diptych.ui.reader.ribbon import FAINT, Ribbon
from diptych.ui.reader.strip import OverviewStrip

WEAK, STRONG = Kind.SAME_FACTS, Kind.SAME_CLAIM


def band(kind: Kind, strength: float) -> Band:
    across = Extent(20.0, 80.0)
    return Band(0, kind, across, across, None, False, strength)


@pytest.mark.parametrize("name", theme.THEMES)
def test_bands_on_one_another_never_mix(qtbot: QtBot, name: str) -> None:
    palette = theme.load_palette(name)
    lane = Ribbon(palette)
    qtbot.addWidget(lane)
    lane.resize(72, 100)

    lane.show_bands([band(WEAK, 0.5), band(STRONG, 0.9)])
    both = lane.grab().toImage().pixelColor(15, 50)
    lane.show_bands([band(STRONG, 0.9)])

    assert both == lane.grab().toImage().pixelColor(15, 50)
    ground, hue = palette.color("bg"), LOOKS[STRONG].color(palette)
    assert abs(both.red() - (hue.red() * FAINT + ground.red() * (1 - FAINT))) <= 1


def test_strip_marks_on_one_another_show_the_last_alone(qtbot: QtBot) -> None:
    palette = theme.load_palette("light")
    strip = OverviewStrip(palette, lambda _: "")
    qtbot.addWidget(strip)
    strip.resize(13, 100)
    below = StripMark(0, WEAK, 40, 46, Span(0, 1))
    strip.show_marks([below, StripMark(1, STRONG, 40, 46, Span(0, 1))])
    shown = strip.grab().toImage()
    greens = [
        QColor(shown.pixelColor(x, 43)).hue()
        for x in range(13)
        if shown.pixelColor(x, 43).saturation() > 40
    ]
    wanted = LOOKS[STRONG].color(palette).hue()
    assert greens and all(abs(hue - wanted) < 12 for hue in greens)
