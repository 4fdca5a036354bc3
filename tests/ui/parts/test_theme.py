# SPDX-License-Identifier: MIT
"""The palettes: text is readable on every ground it stands on (WCAG 2.2 AA)."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from diptych.compare.values import Kind
from diptych.ui.parts import theme
from diptych.ui.parts.kinds import LOOKS, Ink, color_of
from diptych.ui.reader.marks import CURRENT_FILL, DARK_CURRENT_FILL, FILL

AA_TEXT = 4.5
AA_GRAPHIC = 3.0
GROUNDS = ("bg", "paper", "side", "chip")


def luminance(color: QColor) -> float:
    """Return the relative luminance of WCAG 2.2."""

    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(v) for v in (color.redF(), color.greenF(), color.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def over(top: QColor, ground: QColor, alpha: float) -> QColor:
    channels = zip(top.getRgbF()[:3], ground.getRgbF()[:3], strict=True)
    return QColor.fromRgbF(*(a * alpha + b * (1 - alpha) for a, b in channels))


@pytest.fixture(params=theme.THEMES)
def palette(request: pytest.FixtureRequest) -> theme.Palette:
    return theme.load_palette(request.param)


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("ink", ["ink", "muted", "warning"])
def test_text_is_readable(palette: theme.Palette, ink: str, ground: str) -> None:
    assert contrast(palette.color(ink), palette.color(ground)) >= AA_TEXT


@pytest.mark.parametrize("ground", ["paper", "side"])
def test_accented_text_is_readable(palette: theme.Palette, ground: str) -> None:
    assert contrast(palette.color("accent"), palette.color(ground)) >= AA_TEXT


def test_text_on_the_accent_is_readable(palette: theme.Palette) -> None:
    assert contrast(palette.color("on_accent"), palette.color("accent")) >= AA_TEXT


@pytest.mark.parametrize("ink", [*Kind, "hit"])
def test_marked_text_is_readable(palette: theme.Palette, ink: Ink) -> None:
    fill = LOOKS[ink].fill if isinstance(ink, Kind) else FILL[ink]
    ground = over(color_of(ink, palette), palette.color("paper"), fill)
    assert contrast(palette.color("ink"), ground) >= AA_TEXT


@pytest.mark.parametrize("kind", Kind)
def test_current_match_is_readable(palette: theme.Palette, kind: Kind) -> None:
    alpha = DARK_CURRENT_FILL if palette.dark else CURRENT_FILL
    ground = over(color_of(kind, palette), palette.color("paper"), alpha)
    assert contrast(palette.color("ink"), ground) >= AA_TEXT


@pytest.mark.parametrize("kind", ["only", "note"])
def test_lines_under_text_are_seen(palette: theme.Palette, kind: str) -> None:
    line = over(palette.color(kind), palette.color("paper"), 0.9)
    assert contrast(line, palette.color("paper")) >= AA_GRAPHIC


def test_style_sheet_holds_no_open_names(palette: theme.Palette) -> None:
    assert "@ink" not in theme.fill("QWidget { color: @ink; background: @on_accent; }", palette)
