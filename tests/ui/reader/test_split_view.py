# SPDX-License-Identifier: MIT
"""The two panes together: following, unlinking, aligning, jumping."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer, QVariantAnimation
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QScrollBar, QWidget
from pytestqt.qtbot import QtBot

from diptych.compare.values import Kind
from diptych.text.article import Article, Span
from diptych.text.sides import SIDES, Side
from diptych.ui.desk.marks import SideMark
from diptych.ui.desk.trail import Top
from diptych.ui.parts import theme
from diptych.ui.parts.steps import Steps
from diptych.ui.reader.document import Typography
from diptych.ui.reader.measuring import MarkedMatch
from diptych.ui.reader.split_view import SplitView
from made_articles import article_of
from ui.moments import TimeForOne

LEFT = article_of([f"Left paragraph {n} says its own things at length." for n in range(90)])
RIGHT = article_of([f"Right paragraph {n} says other things, 🚢 {n}." for n in range(180)])
LEFT_SIDE = Side.LEFT


def turn(
    widget: QWidget,
    eighths: int,
    held: Qt.KeyboardModifier = Qt.KeyboardModifier.ControlModifier,
) -> None:
    """Turn the wheel over a widget with a key held."""
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle,
        widget.mapToGlobal(middle),
        QPoint(),
        QPoint(0, eighths),
        Qt.MouseButton.NoButton,
        held,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def place_of(article: Article, number: int) -> Span:
    return article.blocks[number].span


@pytest.fixture
def split(qtbot: QtBot) -> SplitView:
    theme.load_fonts()
    view = SplitView(theme.load_palette("light"))
    qtbot.addWidget(view)
    view.resize(900, 600)
    view.show()
    for side, article in zip(SIDES, (LEFT, RIGHT), strict=True):
        view.show_article(side, article, "")
    for side, article in zip(SIDES, (LEFT, RIGHT), strict=True):
        wait_for_layout(qtbot, view, side, article)
    settle(qtbot, view)
    return view


def wait_for_layout(qtbot: QtBot, split: SplitView, side: Side, article: Article) -> None:
    """Let Qt lay out a text to its end."""
    view = split.panes[side].view
    qtbot.wait_until(lambda: view.page is not None and view.laid_out_end() >= len(article.text))


def settle(qtbot: QtBot, split: SplitView) -> None:
    """Let put-off measuring happen, which may take several moments."""
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    qtbot.wait_until(
        lambda: (
            not (
                any(timer.isActive() for timer in split.findChildren(QTimer, options=direct))
                or any(steps.is_running for steps in split.findChildren(Steps))
            )
        )
    )


def bar(split: SplitView, side: str) -> QScrollBar:
    return split.panes[side].view.verticalScrollBar()


def heights(split: SplitView, left: int, right: int) -> tuple[float, float]:
    """Return where two paragraphs stand in their views."""
    places = place_of(LEFT, left).start, place_of(RIGHT, right).start
    found = [
        split.panes[side].view.height_of(place) - bar(split, side).value()
        for side, place in zip(SIDES, places, strict=True)
    ]
    return found[0], found[1]


def test_without_matches_sides_follow_by_proportion(split: SplitView) -> None:
    left = bar(split, "left")
    left.setValue(left.maximum() // 2)
    right = bar(split, "right")
    assert right.value() == pytest.approx(right.maximum() / 2, rel=0.05)


def test_both_sides_end_together(split: SplitView) -> None:
    bar(split, "left").setValue(bar(split, "left").maximum())
    assert bar(split, "right").value() == bar(split, "right").maximum()


def test_both_sides_end_together_though_one_has_grown_since(split: SplitView) -> None:
    # As while Qt still lays out a long text, which is measured again a moment later.
    bar(split, "right").setMaximum(bar(split, "right").maximum() + 500)

    bar(split, "left").setValue(bar(split, "left").maximum())

    assert bar(split, "right").value() == bar(split, "right").maximum()


def test_unlinked_side_stays_where_it_is(split: SplitView) -> None:
    split.link.set_on(False)
    bar(split, "left").setValue(800)
    assert bar(split, "right").value() == 0


def test_relinking_goes_on_from_where_both_stand(split: SplitView) -> None:
    split.link.set_on(False)
    bar(split, "left").setValue(1200)
    bar(split, "right").setValue(300)
    split.link.set_on(True)
    bar(split, "left").setValue(1201)
    assert bar(split, "right").value() == pytest.approx(300, abs=6)


def test_alignment_by_hand_brings_its_places_level(split: SplitView, qtbot: QtBot) -> None:
    split.show_alignments([(place_of(LEFT, 30).start, place_of(RIGHT, 150).start)])
    settle(qtbot, split)
    view = split.panes["left"].view
    middle = view.height_of(place_of(LEFT, 30).start) - view.viewport().height() / 2
    bar(split, "left").setValue(round(middle))
    left, right = heights(split, 30, 150)
    assert left == pytest.approx(right, abs=25)


@pytest.mark.parametrize("reduced", [False, True])
def test_pulse_is_left_out_under_reduced_motion(
    split: SplitView, qtbot: QtBot, reduced: bool
) -> None:
    match = MarkedMatch(0, Kind.SAME_CLAIM, place_of(LEFT, 40), place_of(RIGHT, 120))
    split.set_typography(Typography(), reduced_motion=reduced)
    split.show_matches([match], [(match.left.start, match.right.start)])
    settle(qtbot, split)
    split.set_current(0, pulse=True)
    split.bring_level(0)
    left, right = heights(split, 40, 120)
    pulse = split.findChild(QVariantAnimation)
    is_pulsing = pulse is not None and pulse.state() is QVariantAnimation.State.Running
    assert (is_pulsing, round(left - right)) == (not reduced, 0)


@pytest.mark.parametrize(("left_at", "right_at"), [(40, 0), (0, 120), (40, 179)])
def test_a_passage_near_an_end_is_brought_level_too(
    split: SplitView, qtbot: QtBot, left_at: int, right_at: int
) -> None:
    match = MarkedMatch(0, Kind.SAME_CLAIM, place_of(LEFT, left_at), place_of(RIGHT, right_at))
    split.show_matches([match], [(match.left.start, match.right.start)])
    settle(qtbot, split)
    split.bring_level(0)
    left, right = heights(split, left_at, right_at)
    assert left == pytest.approx(right, abs=1)


def test_larger_text_keeps_the_place(split: SplitView) -> None:
    view = split.panes["right"].view
    view.scroll_to_top(Top(place_of(RIGHT, 60).start))
    split.set_typography(Typography(size=17.0))
    assert place_of(RIGHT, 59).start <= view.top_place() <= place_of(RIGHT, 61).start


def test_many_sizes_at_once_keep_the_place(split: SplitView, qtbot: QtBot) -> None:
    view = split.panes["right"].view
    view.scroll_to_top(Top(place_of(RIGHT, 60).start))
    for size in (16, 14, 12, 11, 10, 9, 8, 7, 9, 11, 12.5):
        split.set_typography(Typography(size=size))
    wait_for_layout(qtbot, split, Side.RIGHT, RIGHT)
    assert view.top_place() == place_of(RIGHT, 60).start


def test_escape_in_a_text_is_passed_on(split: SplitView, qtbot: QtBot) -> None:
    with qtbot.wait_signal(split.escaped):
        qtbot.keyClick(split.panes["left"].view, Qt.Key.Key_Escape)


ENDLESS = article_of([f"Endless paragraph {n} of one long book." for n in range(30_000)])


def test_a_very_long_text_appears_while_the_window_lives(split: SplitView, qtbot: QtBot) -> None:
    view = split.panes["left"].view
    split.show_article("left", ENDLESS, "")
    assert view.page is None  # nothing of the old text stands under the new one

    qtbot.wait_until(lambda: view.page is not None)

    assert view.toPlainText().endswith("Endless paragraph 29999 of one long book.")


def test_a_place_asked_for_meanwhile_is_shown_then(split: SplitView, qtbot: QtBot) -> None:
    pane = split.panes["left"]
    split.show_article("left", ENDLESS, "")
    wanted = place_of(ENDLESS, 20_000)

    pane.reveal(wanted)

    start = place_of(ENDLESS, 19_970).start
    qtbot.wait_until(lambda: start <= pane.view.top_place() <= wanted.start)


def test_the_place_in_a_very_long_text_is_found_again(split: SplitView, qtbot: QtBot) -> None:
    view = split.panes["left"].view
    place = place_of(ENDLESS, 20_000).start

    split.show_article("left", ENDLESS, "", top=Top(place))

    start = place_of(ENDLESS, 19_999).start
    qtbot.wait_until(lambda: start <= view.top_place() <= place)
    wait_for_layout(qtbot, split, LEFT_SIDE, ENDLESS)
    assert start <= view.top_place() <= place


def test_a_match_far_down_a_very_long_text_is_brought_level(split: SplitView, qtbot: QtBot) -> None:
    split.show_article("left", ENDLESS, "")
    view = split.panes["left"].view
    qtbot.wait_until(lambda: view.page is not None)
    match = MarkedMatch(0, Kind.SAME_CLAIM, place_of(ENDLESS, 25_000), place_of(RIGHT, 100))
    split.show_matches([match], [(match.left.start, match.right.start)])

    split.bring_level(0)

    def are_level() -> bool:
        right = split.panes["right"].view
        return (
            abs(
                view.height_of(match.left.start)
                - bar(split, "left").value()
                - right.height_of(match.right.start)
                + bar(split, "right").value()
            )
            <= 1
        )

    qtbot.wait_until(are_level)


def test_another_text_takes_the_place_of_one_not_shown_yet(split: SplitView, qtbot: QtBot) -> None:
    view = split.panes["left"].view
    split.show_article("left", ENDLESS, "")
    split.show_article("left", LEFT, "")
    qtbot.wait(50)

    assert view.page is not None and "Left paragraph 3 " in view.toPlainText()


def test_a_long_text_is_laid_out_to_its_end(split: SplitView, qtbot: QtBot) -> None:
    split.show_article(LEFT_SIDE, ENDLESS, "")

    wait_for_layout(qtbot, split, LEFT_SIDE, ENDLESS)


def test_a_click_leaves_its_own_side_and_brings_the_other_beside_it(split: SplitView) -> None:
    matches = [MarkedMatch(7, Kind.SAME_CLAIM, place_of(LEFT, 40), place_of(RIGHT, 120))]
    split.show_matches(matches, ())
    with split.link.jumping():
        bar(split, "left").setValue(round(split.panes[LEFT_SIDE].view.height_of(0) + 900))
    before = bar(split, "left").value()

    split.bring_across(7, LEFT_SIDE, 50.0)

    left, right = heights(split, 40, 120)
    assert bar(split, "left").value() == before
    assert right == pytest.approx(left, abs=2)


def test_two_passages_stand_level_however_near_to_an_end(split: SplitView) -> None:
    split.reveal_both(place_of(LEFT, 45), place_of(RIGHT, 179))
    left, right = heights(split, 45, 179)
    assert left == pytest.approx(right, abs=2)


def test_passages_stay_level_when_the_window_is_narrower(split: SplitView, qtbot: QtBot) -> None:
    split.reveal_both(place_of(LEFT, 45), place_of(RIGHT, 90))
    split.resize(560, 600)
    settle(qtbot, split)
    left, right = heights(split, 45, 90)
    assert left == pytest.approx(right, abs=2)


def test_the_wheel_with_ctrl_asks_for_another_text_size(split: SplitView, qtbot: QtBot) -> None:
    view = split.panes[LEFT_SIDE].view
    font = view.font().pointSizeF()
    steps: list[int] = []
    split.size_step_requested.connect(steps.append)

    for turned in (60, 60, -120):  # a touchpad turns by less than a step
        turn(view.viewport(), turned)

    assert steps == [1, -1]
    assert view.font().pointSizeF() == font


def test_marks_that_come_while_others_are_being_set_take_their_place(
    split: SplitView, qtbot: QtBot
) -> None:
    view, passage = split.panes[LEFT_SIDE].view, place_of(LEFT, 1)
    split.show_side_marks(
        [SideMark(LEFT_SIDE, "hit", place_of(LEFT, n % 90)) for n in range(9_000)]
    )
    QApplication.processEvents()
    split.show_side_marks([SideMark(LEFT_SIDE, "note", passage, "n1")])
    settle(qtbot, split)

    view.put_caret(passage.start + 3)
    with qtbot.waitSignal(view.mark_clicked) as clicked:
        left = Qt.MouseButton.LeftButton
        qtbot.mouseClick(view.viewport(), left, pos=view.cursorRect().center())

    assert [mark.note for mark in clicked.args[0]] == ["n1"]


def test_matches_that_take_many_moments_all_come_into_the_strips(
    split: SplitView, moments: type[TimeForOne], qtbot: QtBot
) -> None:
    strip = split.panes[LEFT_SIDE].strip
    bare = strip.grab().toImage()
    split.show_matches(
        [MarkedMatch(n, Kind.SAME_CLAIM, place_of(LEFT, n), place_of(RIGHT, n)) for n in range(80)],
        (),
    )

    qtbot.waitUntil(lambda: strip.grab().toImage() != bare)

    assert moments.taken > 80


def test_what_is_said_of_an_article_moves_no_text(split: SplitView) -> None:
    pane = split.panes[Side.LEFT]
    pane.view.verticalScrollBar().setValue(300)

    def line_on_top() -> tuple[int, int]:
        return pane.view.mapTo(split, QPoint()).y(), pane.view.verticalScrollBar().value()

    before = line_on_top()
    pane.show_banner("The file has changed.")
    QApplication.processEvents()
    shown, height = line_on_top(), pane.banner.height()
    pane.show_banner("")
    QApplication.processEvents()

    assert height > 0 and before == shown == line_on_top()


def test_the_wheel_over_lane_and_strips_scrolls_the_text_beside_them(split: SplitView) -> None:
    split.panes[LEFT_SIDE].view.setFocus()
    for widget in (split.ribbon, split.panes[LEFT_SIDE].strip):
        before = bar(split, "left").value()
        turn(widget, -120, Qt.KeyboardModifier.NoModifier)
        assert bar(split, "left").value() > before


def show_match(split: SplitView, left: int, right: int) -> None:
    """Show one match of two paragraphs as the current one."""
    spans = place_of(LEFT, left), place_of(RIGHT, right)
    split.show_matches([MarkedMatch(0, Kind.SAME_CLAIM, *spans)], ())
    split.set_current(0)


def scroll_on(split: SplitView) -> float:
    """Go to a match, scroll on, and return how much lower its right passage stands then."""
    show_match(split, 45, 90)
    split.bring_level(0)
    bar(split, "left").setValue(bar(split, "left").value() + 77)
    left, right = heights(split, 45, 90)
    return right - left


def test_passages_stand_to_one_another_as_before_when_lines_break_anew(
    split: SplitView, qtbot: QtBot
) -> None:
    apart = scroll_on(split)
    for width in (640, 611, 580, 900):
        split.resize(width, 600)
        settle(qtbot, split)
        left, right = heights(split, 45, 90)
        assert right - left == pytest.approx(apart, abs=1.5)


def test_larger_letters_and_back_move_nothing(split: SplitView, qtbot: QtBot) -> None:
    apart = scroll_on(split)
    before = bar(split, "left").value(), bar(split, "right").value()
    split.set_typography(Typography(size=19))
    settle(qtbot, split)
    left, right = heights(split, 45, 90)
    assert right - left == pytest.approx(apart, abs=1.5)

    split.set_typography(Typography())
    settle(qtbot, split)

    after = bar(split, "left").value(), bar(split, "right").value()
    assert after == pytest.approx(before, abs=1)


def test_a_match_clicked_last_is_what_stays_level(split: SplitView, qtbot: QtBot) -> None:
    scroll_on(split)
    show_match(split, 47, 120)
    split.bring_across(0, LEFT_SIDE, 50.0)
    stays = split.panes[LEFT_SIDE].view.top_place()

    split.resize(640, 600)
    settle(qtbot, split)

    left, right = heights(split, 47, 120)
    assert right == pytest.approx(left, abs=1.5)
    assert split.panes[LEFT_SIDE].view.top_place() == pytest.approx(stays, abs=80)
