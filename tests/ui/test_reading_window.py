# SPDX-License-Identifier: MIT
"""Reading in the whole window, offscreen: nothing moves that the reader did not ask to move."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from diptych.app import Diptych
from diptych.compare.mirrored import mirrored
from diptych.text.article import Span
from diptych.text.sides import SIDES, Side
from diptych.ui.library.removed import RemovedArticles
from diptych.ui.matches.only_here import OnlyItem
from diptych.ui.parts.rows import RowList
from ui.acting import trigger

NO_KEY = Qt.KeyboardModifier.NoModifier
LEFT_BUTTON = Qt.MouseButton.LeftButton
RUN = "We did not come here"  # both articles have it, far down in the left one


def only_list(diptych: Diptych) -> RowList[OnlyItem]:
    listed = diptych.window.only_here.findChild(RowList)
    assert listed is not None
    return listed


def span_of(diptych: Diptych, side: Side, words: str) -> Span:
    pinned = diptych.states.pair.sides[side]
    assert pinned is not None
    start = pinned.article.text.index(words)
    return Span(start, start + len(words))


def settle(qtbot: QtBot) -> None:
    for _ in range(4):
        qtbot.wait(1)


def point_of(diptych: Diptych, side: Side, words: str, qtbot: QtBot) -> QPoint:
    """Bring words into view, low on the page, and return the point in their middle."""
    view, span = diptych.window.split.panes[side].view, span_of(diptych, side, words)
    view.scroll_to(view.height_of(span.start) - 400)
    settle(qtbot)
    cursor = QTextCursor(view.document())
    cursor.setPosition(view.qt_position((span.start + span.end) // 2))
    return view.cursorRect(cursor).center()


@pytest.mark.parametrize(
    ("clicks", "selected"),
    [(2, "argument"), (3, '"We did not come here to win an argument with the other')],
)
def test_clicks_in_a_tinted_passage_select_what_is_under_the_pointer(
    diptych: Diptych, qtbot: QtBot, clicks: int, selected: str
) -> None:
    view = diptych.window.split.panes[Side.LEFT].view
    point = point_of(diptych, Side.LEFT, "argument", qtbot)
    before = view.verticalScrollBar().value()

    QTest.mouseClick(view.viewport(), LEFT_BUTTON, pos=point)
    QTest.mouseDClick(view.viewport(), LEFT_BUTTON, pos=point)
    if clicks == 3:
        QTest.mouseClick(view.viewport(), LEFT_BUTTON, pos=point)

    assert diptych.states.pair.found.current >= 0
    assert view.textCursor().selectedText().startswith(selected)
    assert view.verticalScrollBar().value() == before


def test_a_click_brings_the_other_side_to_the_pointers_height(
    diptych: Diptych, qtbot: QtBot
) -> None:
    left, right = (diptych.window.split.panes[side].view for side in SIDES)
    point = point_of(diptych, Side.LEFT, RUN, qtbot)

    QTest.mouseClick(left.viewport(), LEFT_BUTTON, pos=point)
    settle(qtbot)

    across = right.height_of(span_of(diptych, Side.RIGHT, RUN).start) - right.visible_heights()[0]
    assert across == pytest.approx(point.y(), abs=40)


def note_on(diptych: Diptych, qtbot: QtBot, left: str, right: str) -> str:
    notes = diptych.states.notes
    places = [(Side.LEFT, span_of(diptych, Side.LEFT, left))]
    places.append((Side.RIGHT, span_of(diptych, Side.RIGHT, right)))
    with qtbot.waitSignal(notes.opened):
        notes.create(places)
    assert notes.editing is not None
    note_id = notes.editing.id
    with qtbot.waitSignal(notes.saved):
        diptych.window.editor.findChild(object, "note-text").setPlainText("Both.")  # type: ignore[union-attr]
    return note_id


def tops(diptych: Diptych, left: str, right: str) -> tuple[float, float]:
    """Return where words stand in the two views."""
    found = []
    for side, words in zip(SIDES, (left, right), strict=True):
        view = diptych.window.split.panes[side].view
        height = view.height_of(span_of(diptych, side, words).start)
        found.append(height - view.visible_heights()[0])
    return found[0], found[1]


PAIRS = [
    ("Some 41,000", "Last year the night"),
    ("Paragraph 20", "Paragraph 3 "),
    ("dredging contract", "Nobody asked"),
]


@pytest.mark.parametrize(("left", "right"), PAIRS)
def test_going_to_a_note_brings_both_passages_level(
    diptych: Diptych, qtbot: QtBot, left: str, right: str
) -> None:
    note_id = note_on(diptych, qtbot, left, right)
    trigger(diptych, "next-match")

    diptych.window.notes.note_chosen.emit(note_id)
    settle(qtbot)

    both, height = tops(diptych, left, right), diptych.window.split.height()
    assert all(0 <= top < height for top in both)
    if right != "Nobody asked":  # that stands at the very top, and can go no lower
        assert both[0] == pytest.approx(both[1], abs=2)


@pytest.mark.parametrize("is_swapped", [False, True])
def test_a_link_to_a_note_of_the_open_pair_goes_there(
    diptych: Diptych, qtbot: QtBot, is_swapped: bool
) -> None:
    note_id = note_on(diptych, qtbot, "Some 41,000", "Last year the night")
    diptych.states.notes.close()
    trigger(diptych, "next-match")
    if is_swapped:
        trigger(diptych, "swap")
    before = diptych.window.split.places()

    diptych.window.notes_presenter.open_note(note_id)
    qtbot.waitUntil(lambda: diptych.window.split.places() != before)
    settle(qtbot)

    words = ("Some 41,000", "Last year the night")

    def stand_level() -> bool:
        both = tops(diptych, *(words[::-1] if is_swapped else words))
        return both[0] == pytest.approx(both[1], abs=2)

    qtbot.waitUntil(stand_level)  # a comparison may come in between
    assert diptych.window.notes.current_id() == note_id


def test_passages_stay_level_in_a_view_that_grows(diptych: Diptych, qtbot: QtBot) -> None:
    words = ("Some 41,000", "Last year the night")  # the latter near the end of its text
    window, view = diptych.window, diptych.window.split.panes[Side.RIGHT].view
    window.resize(window.width(), 600)
    settle(qtbot)
    spans = (span_of(diptych, side, text) for side, text in zip(SIDES, words, strict=True))
    window.split.reveal_both(*spans)
    before = view.viewport().height()

    window.resize(window.width(), 900)
    qtbot.waitUntil(lambda: view.viewport().height() > before)

    both = tops(diptych, *words)
    assert both[0] == pytest.approx(both[1], abs=2)


def test_a_rejected_match_leaves_the_next_one_current(diptych: Diptych) -> None:
    found = diptych.states.pair.found
    trigger(diptych, "next-match")
    order = found.in_order(Side.LEFT)
    judged = found.current
    trigger(diptych, "reject")
    assert found.current == order[order.index(judged) + 1]


def test_the_last_match_rejected_leaves_the_one_before(diptych: Diptych) -> None:
    found = diptych.states.pair.found
    *_, before, last = found.in_order(Side.LEFT)
    found.choose(last)
    trigger(diptych, "reject")
    assert found.current == before


def test_a_verdict_taken_back_makes_its_match_current(diptych: Diptych) -> None:
    found = diptych.states.pair.found
    trigger(diptych, "next-match")
    judged = found.current
    trigger(diptych, "reject")
    trigger(diptych, "next-match")
    trigger(diptych, "undo")
    assert found.current == judged
    assert "no longer rejected" in diptych.window.status.message.text()


@pytest.mark.parametrize("action", ["accept", "reject"])
def test_a_verdict_without_a_match_says_why_not(diptych: Diptych, action: str) -> None:
    trigger(diptych, action)
    assert "Choose a match first" in diptych.window.status.message.text()
    assert diptych.states.pair.found.current == -1


@pytest.mark.parametrize("action", ["accept", "reject"])
def test_a_verdict_is_told_and_told_again_when_the_same_key_takes_it_back(
    diptych: Diptych, action: str
) -> None:
    found, message = diptych.states.pair.found, diptych.window.status.message
    trigger(diptych, "next-match")
    judged = found.current
    trigger(diptych, action)
    assert message.text() == f"Match {action}ed. Ctrl+Z takes it back."
    found.choose(judged)
    trigger(diptych, action)
    assert message.text() == f"The match is no longer {action}ed."


@pytest.mark.parametrize(
    ("action", "said"),
    [
        ("copy", "Select the words"),
        ("find-next", "There is no hit"),
        ("find-previous", "There is no hit"),
        ("remove-alignments", "Nothing has been aligned"),
        ("swap", "Pin two articles"),
        ("unpin-left", "No article is open"),
        ("back", "The trail ends"),
        ("highlight", ""),
        ("story", ""),
    ],
)
def test_a_key_that_can_do_nothing_says_why(
    open_window: Callable[..., Diptych], action: str, said: str
) -> None:
    diptych = open_window()
    trigger(diptych, action)
    words = diptych.window.status.message.text()
    assert words and said in words


@pytest.mark.parametrize("page", ["woven", "overview"])
def test_the_keys_of_the_two_texts_lead_back_to_them(diptych: Diptych, page: str) -> None:
    diptych.window.actions_by_id[page].setChecked(True)
    trigger(diptych, "right-pane")
    assert diptych.window.pages.currentIndex() == 0
    assert diptych.window.frame.texts.focused_side() is Side.RIGHT


def test_next_goes_on_from_a_match_that_the_filter_hides(diptych: Diptych) -> None:
    found = diptych.states.pair.found
    trigger(diptych, "next-match")
    order, hidden = found.in_order(Side.LEFT), found.current
    kind = found.matches[hidden].kind
    found.set_filter(type(found.filter)(kinds=frozenset(found.filter.kinds - {kind})))
    trigger(diptych, "next-match")
    later = [n for n in order[order.index(hidden) + 1 :] if n in found.visible]
    assert found.current == later[0]


def test_the_search_field_stays_while_matches_are_gone_through(
    diptych: Diptych, qtbot: QtBot
) -> None:
    search = diptych.window.toolbar.search
    settle(qtbot)
    before = search.geometry()
    for _ in range(12):
        trigger(diptych, "next-match")
        settle(qtbot)
        assert search.geometry() == before
    diptych.states.pair.clear(Side.RIGHT)
    settle(qtbot)
    assert search.geometry() == before


def test_back_brings_an_article_that_was_closed(diptych: Diptych, qtbot: QtBot) -> None:
    before = diptych.states.pair.pinned_ids()
    trigger(diptych, "unpin-right")
    assert diptych.states.pair.pinned_ids() == (before[0], "")

    trigger(diptych, "back")

    qtbot.waitUntil(lambda: diptych.states.pair.pinned_ids() == before)


def test_back_to_another_pair_brings_its_match_back(diptych: Diptych, qtbot: QtBot) -> None:
    pair, split = diptych.states.pair, diptych.window.split
    trigger(diptych, "next-match")
    settle(qtbot)
    was = pair.found.current_places, pair.pinned_ids(), split.places()

    diptych.window.library_panel.pin_left_requested.emit(pair.pinned_ids()[1])
    qtbot.waitUntil(lambda: pair.pinned_ids() != was[1] and pair.comparison is not None)
    trigger(diptych, "back")

    qtbot.waitUntil(lambda: pair.found.current >= 0)
    qtbot.waitUntil(lambda: split.places() == was[2])
    assert (pair.found.current_places, pair.pinned_ids()) == was[:2]


def test_back_makes_the_match_before_current(diptych: Diptych) -> None:
    trigger(diptych, "next-match")
    before = diptych.states.pair.found.current
    trigger(diptych, "next-match")
    trigger(diptych, "back")
    assert diptych.states.pair.found.current == before


# Articles taken out


def take_out(diptych: Diptych, qtbot: QtBot, side: Side) -> str:
    pinned = diptych.states.pair.sides[side]
    assert pinned is not None
    with qtbot.waitSignal(diptych.states.library.removed):
        diptych.window.library_panel.remove_requested.emit((pinned.article.id,))
    return pinned.article.id


def test_ctrl_z_puts_an_article_back_on_its_side_however_much_later(
    diptych: Diptych, qtbot: QtBot
) -> None:
    gone = take_out(diptych, qtbot, Side.RIGHT)
    assert "“The ferry deal”" in diptych.window.status.message.text()
    diptych.window.status.say("Something else.")  # the link to undo is gone

    trigger(diptych, "undo")

    qtbot.waitUntil(lambda: diptych.states.pair.pinned_ids()[1] == gone)


def test_an_article_put_back_brings_the_match_that_was_current(
    diptych: Diptych, qtbot: QtBot
) -> None:
    found = diptych.states.pair.found
    trigger(diptych, "next-match")
    places = found.current_places
    take_out(diptych, qtbot, Side.RIGHT)

    trigger(diptych, "undo")

    qtbot.waitUntil(lambda: found.current >= 0)
    assert found.current_places == places


def test_ctrl_z_takes_the_latest_back_first(diptych: Diptych, qtbot: QtBot) -> None:
    found = diptych.states.pair.found
    trigger(diptych, "next-match")
    judged = found.current
    note_on(diptych, qtbot, "Some 41,000", "Last year the night")
    trigger(diptych, "reject")

    trigger(diptych, "undo")
    assert diptych.states.notes.editing is not None and judged not in found.verdicts


@pytest.mark.parametrize(("count", "asked"), [(4, False), (5, True)])
def test_many_articles_are_taken_out_only_after_a_question(
    diptych: Diptych, count: int, asked: bool
) -> None:
    taken: list[object] = []
    diptych.states.library.remove = taken.append  # type: ignore[method-assign,assignment]
    diptych.window.library_panel.remove_requested.emit(tuple(map(str, range(count))))

    boxes = diptych.window.findChildren(QMessageBox)
    assert (bool(boxes), bool(taken)) == (asked, not asked)
    for box in boxes:
        box.close()


def test_what_was_taken_out_is_listed_and_put_back(diptych: Diptych, qtbot: QtBot) -> None:
    gone = take_out(diptych, qtbot, Side.LEFT)
    trigger(diptych, "removed-articles")
    qtbot.waitUntil(lambda: bool(diptych.window.findChildren(RemovedArticles)))
    (dialog,) = diptych.window.findChildren(RemovedArticles)
    assert [dialog.list.item(0).text(), dialog.chosen()] == ["The harbour vote", (gone,)]

    dialog.restore_requested.emit(dialog.chosen())

    entries = diptych.states.library
    qtbot.waitUntil(lambda: entries.entry(gone) is not None)
    qtbot.waitUntil(lambda: dialog.list.count() == 0)
    dialog.close()


# Search


@pytest.mark.parametrize("is_in_text", [False, True])
def test_escape_clears_the_marks_of_a_search(
    diptych: Diptych, qtbot: QtBot, is_in_text: bool
) -> None:
    box, hits = diptych.window.toolbar.search, diptych.states.search.hits
    trigger(diptych, "search")
    box.setText("boat")
    qtbot.waitUntil(lambda: hits.position()[1] > 0)

    view = diptych.window.split.panes[Side.LEFT].view
    QTest.keyClick(view if is_in_text else box, Qt.Key.Key_Escape)

    assert box.text() == "" and hits.position()[1] == 0
    assert diptych.states.search.searches.recent[0] == "boat"


# One threshold


def test_what_the_slider_hides_stands_only_here_and_in_no_report(
    diptych: Diptych, qtbot: QtBot
) -> None:
    found = diptych.states.pair.found
    hidden = min(found.visible, key=lambda n: found.matches[n].strength)
    words = found.matches[hidden].left
    least = found.matches[hidden].strength + 0.001
    found.set_filter(replace(found.filter, strength=least))
    diptych.window.tabs.setCurrentWidget(diptych.window.only_here)
    settle(qtbot)

    pinned = diptych.states.pair.sides[Side.LEFT]
    shown = found.as_shown()
    assert pinned is not None and shown is not None
    listed = {item.row.text for item in only_list(diptych).model().rows if item.row}
    assert " ".join(words.of(pinned.article.text).split()) in listed
    assert len([m for m in shown.matches if m.shown]) == len(found.visible)


# Small expectations


def test_a_maximised_window_is_maximised_again_after_full_screen(diptych: Diptych) -> None:
    window = diptych.window
    window.showMaximized()
    for _ in range(2):
        trigger(diptych, "full-screen")
    assert window.isMaximized() and not window.isFullScreen()


def test_a_note_on_the_current_match_is_opened_not_doubled(diptych: Diptych, qtbot: QtBot) -> None:
    notes = diptych.states.notes
    trigger(diptych, "next-match")
    with qtbot.waitSignal(notes.opened):
        trigger(diptych, "note")
    assert notes.editing is not None
    first = notes.editing.id
    with qtbot.waitSignal(notes.saved):
        diptych.window.editor.findChild(object, "note-text").setPlainText("One.")  # type: ignore[union-attr]
    notes.close()

    with qtbot.waitSignal(notes.opened):
        trigger(diptych, "note")

    assert notes.editing is not None and notes.editing.id == first


def test_an_article_that_made_room_for_another_comes_back(diptych: Diptych, qtbot: QtBot) -> None:
    pair, panel = diptych.states.pair, diptych.window.library_panel
    left, right = pair.pinned_ids()
    panel.pin_right_requested.emit(left)
    assert "“The ferry deal” made room" in diptych.window.status.message.text()
    qtbot.waitUntil(lambda: pair.pinned_ids() == (left, left))

    trigger(diptych, "back")

    qtbot.waitUntil(lambda: pair.pinned_ids() == (left, right))


def test_undo_of_a_note_replaces_what_is_true_no_longer(diptych: Diptych, qtbot: QtBot) -> None:
    note_id = note_on(diptych, qtbot, "Some 41,000", "Last year the night")
    notes, message = diptych.states.notes, diptych.window.status.message
    with qtbot.waitSignal(notes.deleted):
        notes.delete((note_id,))
    trigger(diptych, "undo")
    qtbot.waitUntil(lambda: "brings it back" not in message.text())


def test_the_current_match_stays_when_the_sides_are_swapped(diptych: Diptych, qtbot: QtBot) -> None:
    pair = diptych.states.pair
    trigger(diptych, "next-match")
    before = pair.found.matches[pair.found.current]
    trigger(diptych, "swap")
    qtbot.waitUntil(lambda: pair.found.current >= 0)
    now = pair.found.matches[pair.found.current]
    assert (now.left, now.right) == (before.right, before.left)


def test_swapping_changes_no_match_and_reads_nothing_anew(
    diptych: Diptych,
) -> None:
    pair = diptych.states.pair
    trigger(diptych, "next-match")
    trigger(diptych, "reject")
    before, number = pair.found.comparison, pair.found.current
    visible, verdicts = pair.found.visible, dict(pair.found.verdicts)
    asked: list[bool] = []
    pair.comparing.connect(asked.append)

    trigger(diptych, "swap")

    assert before is not None and pair.found.comparison == mirrored(before)
    assert (pair.found.current, pair.found.visible) == (number, visible)
    assert (pair.found.verdicts, asked) == (verdicts, [])


def test_swapped_twice_no_pixel_has_moved(diptych: Diptych, qtbot: QtBot) -> None:
    views = [diptych.window.split.panes[side].view for side in SIDES]
    diptych.window.split.link.set_on(False)
    views[0].scroll_to(333)
    views[1].scroll_to(217)
    for expected in ([217, 333], [333, 217]):
        trigger(diptych, "swap")
        settle(qtbot)
        assert [view.verticalScrollBar().value() for view in views] == expected


def test_a_verdict_is_taken_back_after_the_sides_are_swapped(
    diptych: Diptych, qtbot: QtBot
) -> None:
    found = diptych.states.pair.found
    trigger(diptych, "next-match")
    judged = found.current
    trigger(diptych, "reject")
    trigger(diptych, "swap")

    trigger(diptych, "undo")

    assert (found.current, found.verdicts) == (judged, {})


def test_a_long_tooltip_is_broken_into_lines(diptych: Diptych, qtbot: QtBot) -> None:
    listed = diptych.window.matches.list
    qtbot.waitUntil(lambda: bool(listed.rows()))
    model = listed.model()
    told = model.data(model.index(0, 0), Qt.ItemDataRole.ToolTipRole)
    assert told.startswith("<qt>") and "<br>" in told
