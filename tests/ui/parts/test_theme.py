# SPDX-License-Identifier: MIT
"""The palettes: text is readable on every ground it stands on (WCAG 2.2 AA)."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

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


def drawn(qtbot: QtBot, qapp: QApplication, palette: theme.Palette, widget: QWidget) -> QImage:
    """Return a widget as Qt draws it where no class of ours is at hand, as in its own dialogs."""
    theme.apply(qapp, palette)
    qtbot.addWidget(widget)
    widget.resize(120, 30)
    widget.show()
    return widget.grab().toImage()


@pytest.mark.parametrize("kind", [QComboBox, QSpinBox])
def test_a_box_of_qts_own_has_one_frame_and_an_arrow(
    qtbot: QtBot, qapp: QApplication, palette: theme.Palette, kind: type[QWidget]
) -> None:
    image = drawn(qtbot, qapp, palette, kind())
    inner = [image.pixelColor(x, y) for x in range(98, 118) for y in range(3, 27)]
    # Nothing there but the arrow, and no bevel around it.
    assert 8 <= sum(ink == QColor(palette.muted) for ink in inner) <= 60
    strongest = contrast(QColor(palette.muted), QColor(palette.paper))
    assert max(contrast(ink, QColor(palette.paper)) for ink in inner) <= strongest + 0.2


def test_a_button_that_can_do_nothing_is_readable_and_not_accented(
    qtbot: QtBot, qapp: QApplication, palette: theme.Palette
) -> None:
    button = QPushButton("Open")
    button.setDefault(True)
    button.setEnabled(False)
    assert drawn(qtbot, qapp, palette, button).pixelColor(8, 15) == QColor(palette.chip)


def test_a_choice_not_taken_is_seen(
    qtbot: QtBot, qapp: QApplication, palette: theme.Palette
) -> None:
    image = drawn(qtbot, qapp, palette, QRadioButton("Pages"))
    inks = [image.pixelColor(x, y) for x in range(16) for y in range(image.height())]
    assert max(contrast(ink, palette.color("side")) for ink in inks) >= AA_GRAPHIC
