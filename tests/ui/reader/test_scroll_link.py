# SPDX-License-Identifier: MIT
"""Scrolling together holds from wherever one stands: it never leaps, and never stands still."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from diptych.text.article import Article, Span
from diptych.text.sides import SIDES, Side, other_side
from diptych.ui.desk.trail import Top
from diptych.ui.parts import theme
from diptych.ui.reader.geometry import ScrollMap, scroll_map
from diptych.ui.reader.split_view import SplitView
from made_articles import article_of

LEFT = article_of([f"Left paragraph {n} says its own things at length." for n in range(90)])
RIGHT = article_of([f"Right paragraph {n} says other things, {n}." for n in range(150)])
NOTCH = 120  # eighths of a degree
AT_MOST, ROUNDED = 4, 1.0
Walk = random.Random


@pytest.fixture
def split(qtbot: QtBot) -> SplitView:
    theme.load_fonts()
    view = SplitView(theme.load_palette("light"))
    qtbot.addWidget(view)
    view.resize(900, 600)
    view.show()
    for side, article in zip(SIDES, (LEFT, RIGHT), strict=True):
        view.show_article(side, article, "")
    with qtbot.waitSignal(view.measured):
        pass
    qtbot.waitUntil(lambda: all(is_laid_out(view, side) for side in SIDES))
    return view


def is_laid_out(split: SplitView, side: Side) -> bool:
    pane = split.panes[side]
    return pane.article is not None and pane.view.laid_out_end() >= len(pane.article.text)


def stands(split: SplitView, side: Side) -> int:
    return split.panes[side].view.verticalScrollBar().value()


def is_at_end(split: SplitView, side: Side) -> bool:
    bar = split.panes[side].view.verticalScrollBar()
    return bar.value() in (bar.minimum(), bar.maximum())


def turn(split: SplitView, side: Side, direction: int, eighths: int = NOTCH) -> tuple[int, int]:
    """Turn the wheel over a side; return how far that side went, and the other."""
    before = {each: stands(split, each) for each in SIDES}
    widget = split.panes[side].view.viewport()
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle,
        widget.mapToGlobal(middle),
        QPoint(),
        QPoint(0, -direction * eighths),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)
    moved = {each: stands(split, each) - before[each] for each in SIDES}
    return moved[side], moved[other_side(side)]


def paragraph(article: Article, walk: Walk) -> Span:
    return article.blocks[walk.randrange(len(article.blocks))].span


def jump(split: SplitView, walk: Walk) -> None:
    split.reveal_both(paragraph(LEFT, walk), paragraph(RIGHT, walk))


def go_to_hit(split: SplitView, walk: Walk) -> None:
    side = walk.choice(SIDES)
    split.panes[side].reveal(paragraph(LEFT if side == Side.LEFT else RIGHT, walk))


def find_others(split: SplitView, walk: Walk) -> None:
    split.link.take_map(any_map(split, walk))


def swap(split: SplitView, walk: Walk) -> None:
    """Let both texts stand where others left them."""
    for side, article in zip(SIDES, (LEFT, RIGHT), strict=True):
        split.panes[side].view.scroll_to_top(Top(paragraph(article, walk).start))


def unlink_and_link(split: SplitView, walk: Walk) -> None:
    split.link.set_on(False)
    for _ in range(walk.randrange(20)):
        turn(split, walk.choice(SIDES), walk.choice((1, -1)))
    split.link.set_on(True)


def any_map(split: SplitView, walk: Walk) -> ScrollMap:
    heights = [split.panes[side].view.document_height() for side in SIDES]
    places = [tuple(walk.uniform(0, height) for height in heights) for _ in range(12)]
    return scroll_map([(left, right) for left, right in places], *heights)


MOVES: list[Callable[[SplitView, Walk], None]] = [
    jump,
    go_to_hit,
    find_others,
    swap,
    unlink_and_link,
]


@pytest.mark.parametrize("seed", range(6))
def test_a_notch_moves_the_other_side_on_and_by_no_more_than_a_few(
    split: SplitView, seed: int
) -> None:
    walk = random.Random(seed)
    for _ in range(40):
        walk.choice(MOVES)(split, walk)
        side, direction = walk.choice(SIDES), walk.choice((1, -1))
        for _ in range(walk.randrange(1, 25)):
            by, followed = turn(split, side, direction)
            assert 0 <= followed * direction <= AT_MOST * max(abs(by), 60) + ROUNDED
            assert followed or is_at_end(split, other_side(side))


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("direction", [1, -1])
def test_what_was_gone_to_stays_level_when_scrolling_begins_at_it(
    split: SplitView, side: Side, direction: int
) -> None:
    walk = random.Random(7)
    find_others(split, walk)
    split.reveal_both(LEFT.blocks[60].span, RIGHT.blocks[70].span)

    by, followed = turn(split, side, direction)

    assert by and followed == by


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("direction", [1, -1])
def test_the_wheel_over_one_side_leads_both_to_their_ends(
    split: SplitView, seed: int, direction: int
) -> None:
    walk = random.Random(seed)
    find_others(split, walk)
    jump(split, walk)
    side = walk.choice(SIDES)

    while any(turn(split, side, direction)):
        pass

    bars = [split.panes[each].view.verticalScrollBar() for each in SIDES]
    ends = [bar.maximum() if direction > 0 else bar.minimum() for bar in bars]
    assert [bar.value() for bar in bars] == ends


def shares(split: SplitView) -> list[float]:
    """Return how far down both sides stand, as parts of their ways."""
    bars = [split.panes[side].view.verticalScrollBar() for side in SIDES]
    return [bar.value() / bar.maximum() for bar in bars]


def find_nothing(split: SplitView) -> None:
    """Let other marks be measured, of which none joins the two."""
    heights = [split.panes[side].view.document_height() for side in SIDES]
    split.link.take_map(scroll_map([], *heights))


def test_after_a_jump_across_the_order_the_sides_come_together_again(split: SplitView) -> None:
    split.reveal_both(LEFT.blocks[20].span, RIGHT.blocks[60].span)
    find_nothing(split)
    for _ in range(25):
        turn(split, Side.LEFT, 1)
    left, right = shares(split)
    assert left < 0.9 and right == pytest.approx(left, abs=0.03)


def test_a_hit_far_away_brings_the_other_side_to_what_belongs_beside_it(split: SplitView) -> None:
    split.reveal_both(LEFT.blocks[10].span, RIGHT.blocks[140].span)
    find_nothing(split)
    split.panes[Side.RIGHT].reveal(RIGHT.blocks[75].span)
    left, right = shares(split)
    assert left == pytest.approx(right, abs=0.03)


def test_the_smallest_steps_of_a_touchpad_are_followed_too(split: SplitView) -> None:
    split.reveal_both(LEFT.blocks[40].span, RIGHT.blocks[20].span)
    before = stands(split, Side.RIGHT)
    for _ in range(120):
        turn(split, Side.LEFT, 1, eighths=2)  # a pixel each
    assert stands(split, Side.RIGHT) - before >= 30
