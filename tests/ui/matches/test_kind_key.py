# SPDX-License-Identifier: MIT
"""The key above the list and the page in Help say what each colour means."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from diptych.compare.values import Kind
from diptych.ui.matches.kind_chips import KindChips
from diptych.ui.parts import theme
from diptych.ui.parts.controls import Chip
from diptych.ui.parts.kinds import LOOKS
from diptych.ui.parts.legend import Swatch
from diptych.ui.shell.help_sheet import HelpSheet


@pytest.fixture
def chips(qtbot: QtBot, diptych_look: None) -> KindChips:
    widget = KindChips(theme.load_palette("light"))
    qtbot.addWidget(widget)
    widget.resize(320, 200)
    widget.show()
    return widget


def test_the_key_names_every_kind_in_few_words(chips: KindChips) -> None:
    told = [label.text() for label in chips.findChildren(QLabel) if label.isVisible()]
    assert all(LOOKS[kind].in_short() in told for kind in Kind)


def test_every_chip_says_in_full_what_its_kind_means(chips: KindChips) -> None:
    told = {chip.toolTip() for chip in chips.findChildren(Chip)}
    assert {LOOKS[kind].in_full() for kind in Kind} <= told


def test_the_page_in_help_shows_every_kind_and_what_else_is_marked(qtbot: QtBot) -> None:
    page = HelpSheet()
    qtbot.addWidget(page)
    told = " ".join(label.text() for label in page.findChildren(QLabel))
    assert all(LOOKS[kind].in_full() in told for kind in Kind)
    assert "Only this article" in told and "note" in told and "search" in told


@pytest.mark.parametrize("name", ["light", "dark", "sepia"])
def test_a_swatch_has_the_colour_of_the_text(qtbot: QtBot, name: str) -> None:
    palette = theme.load_palette(name)
    seen = set()
    for kind in Kind:
        swatch = Swatch(kind, palette)
        qtbot.addWidget(swatch)
        shown = swatch.grab().toImage().pixelColor(4, 8)
        paper = QImage(1, 1, QImage.Format.Format_RGB32)
        paper.fill(palette.color("paper"))
        painter = QPainter(paper)
        painter.fillRect(paper.rect(), LOOKS[kind].color(palette, LOOKS[kind].fill))
        painter.end()
        expected = paper.pixelColor(0, 0)
        assert abs(shown.hue() - expected.hue()) <= 4
        seen.add(shown.name())
    assert len(seen) == len(Kind)


@pytest.mark.parametrize("count", [0, 2])
def test_a_source_is_named_only_where_both_cite_one(chips: KindChips, count: int) -> None:
    counts = dict.fromkeys(Kind, 0) | {Kind.SAME_SOURCE: count}
    chips.show_counts(counts, differing=0, rejected=0)
    told = {label.text() for label in chips.findChildren(QLabel) if label.isVisible()}
    (chip,) = (
        c for c in chips.findChildren(Chip) if c.toolTip() == LOOKS[Kind.SAME_SOURCE].in_full()
    )
    assert (chip.isVisible(), LOOKS[Kind.SAME_SOURCE].in_short() in told) == (
        bool(count),
        bool(count),
    )
