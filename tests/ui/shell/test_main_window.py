# SPDX-License-Identifier: MIT
"""The whole window, offscreen: open, compare, jump, note, search, start again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMenu, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from diptych.app import Diptych
from diptych.text.sides import SIDES
from diptych.ui.desk.trail import Top
from diptych.ui.reader.page_view import PageView
from diptych.ui.shell.open_windows import Asked
from ui.acting import trigger


def test_pinned_titles_stand_in_the_window_title(diptych: Diptych) -> None:
    assert diptych.window.windowTitle() == "The harbour vote ⟷ The ferry deal – Diptych"


def test_library_marks_the_pinned_articles(diptych: Diptych) -> None:
    left, right = diptych.states.pair.pinned_ids()
    entries = {entry.id for entry in diptych.states.library.entries}
    assert entries == {left, right}


def test_next_match_goes_in_reading_order(diptych: Diptych) -> None:
    pair = diptych.states.pair
    visited = []
    for _ in range(len(pair.found.visible)):
        trigger(diptych, "next-match")
        visited.append(pair.found.matches[pair.found.current].left.start)
    assert visited == sorted(visited)
    assert len(visited) >= 2


def test_jump_brings_both_sides_level(diptych: Diptych, qtbot: QtBot) -> None:
    pair, split = diptych.states.pair, diptych.window.split
    number = next(n for n in pair.found.visible if pair.found.matches[n].kind == "same-words")
    pair.found.choose(number)
    match = pair.found.matches[number]
    tops = []
    for side, span in (("left", match.left), ("right", match.right)):
        view = split.panes[side].view
        tops.append(view.height_of(span.start) - view.visible_heights()[0])
    assert tops[0] == pytest.approx(tops[1], abs=2)


def test_previous_match_undoes_next(diptych: Diptych) -> None:
    pair = diptych.states.pair
    trigger(diptych, "next-match")
    first = pair.found.current
    trigger(diptych, "next-match")
    trigger(diptych, "previous-match")
    assert pair.found.current == first


def test_counterpart_is_reached_from_a_passage(diptych: Diptych) -> None:
    pair, split = diptych.states.pair, diptych.window.split
    number = next(n for n in pair.found.visible if pair.found.matches[n].kind == "same-words")
    split.panes["left"].view.setFocus()
    split.panes["left"].view.put_caret(pair.found.matches[number].left.start + 3)
    trigger(diptych, "counterpart")
    assert pair.found.current == number


def test_back_returns_both_sides(diptych: Diptych) -> None:
    split = diptych.window.split
    before = split.places()
    for _ in range(2):
        trigger(diptych, "next-match")
    trigger(diptych, "back")
    trigger(diptych, "back")
    assert split.places() == before


def test_scrolling_one_side_moves_the_other(diptych: Diptych) -> None:
    split = diptych.window.split
    bars = [split.panes[side].view.verticalScrollBar() for side in ("left", "right")]
    bars[0].setValue(bars[0].maximum())
    assert bars[1].value() == bars[1].maximum()


def test_unlinked_sides_scroll_alone(diptych: Diptych) -> None:
    split = diptych.window.split
    trigger(diptych, "scroll-together")
    bars = [split.panes[side].view.verticalScrollBar() for side in ("left", "right")]
    before = bars[1].value()
    bars[0].setValue(bars[0].maximum())
    assert bars[1].value() == before


def test_swap_exchanges_the_sides(diptych: Diptych, qtbot: QtBot) -> None:
    pair = diptych.states.pair
    before = pair.pinned_ids()
    trigger(diptych, "swap")
    qtbot.waitUntil(lambda: pair.comparison is not None)
    assert pair.pinned_ids() == before[::-1]


def begin_note(diptych: Diptych, qtbot: QtBot, text: str) -> None:
    notes = diptych.states.notes
    trigger(diptych, "next-match")
    with qtbot.waitSignal(notes.opened):
        trigger(diptych, "note")
    with qtbot.waitSignal(notes.saved):
        box = diptych.window.editor.findChild(QPlainTextEdit, "note-text")
        assert box is not None
        box.setPlainText(text)


def test_note_on_a_match_is_anchored_on_both_sides(diptych: Diptych, qtbot: QtBot) -> None:
    notes = diptych.states.notes
    begin_note(diptych, qtbot, "Both have it.")
    qtbot.waitUntil(
        lambda: bool(notes.all_notes) and notes.all_notes[0].text == "Both have it.",
    )
    assert [anchor.side.value for anchor in notes.all_notes[0].anchors] == ["left", "right"]


def test_deleted_note_comes_back_with_undo(diptych: Diptych, qtbot: QtBot) -> None:
    notes = diptych.states.notes
    begin_note(diptych, qtbot, "Keep me.")
    note_id = notes.editing.id if notes.editing else ""
    notes.delete((note_id,))
    qtbot.waitUntil(lambda: not notes.all_notes)
    trigger(diptych, "undo")
    qtbot.waitUntil(lambda: [note.id for note in notes.all_notes] == [note_id])


def test_rejected_match_leaves_the_list_and_returns(diptych: Diptych) -> None:
    pair = diptych.states.pair
    trigger(diptych, "next-match")
    number = pair.found.current
    trigger(diptych, "reject")
    assert number not in pair.found.visible
    trigger(diptych, "undo")
    assert number in pair.found.visible


def test_search_marks_hits_in_both_texts(diptych: Diptych, qtbot: QtBot) -> None:
    search = diptych.states.search
    diptych.window.toolbar.search.setText("shift workers")
    qtbot.waitUntil(lambda: len(search.hits.hits) >= 4)
    assert {hit.side for hit in search.hits.hits} == {"left", "right"}


def test_escape_leaves_the_search(diptych: Diptych, qtbot: QtBot) -> None:
    box = diptych.window.toolbar.search
    diptych.window.activateWindow()
    diptych.window.split.panes["right"].view.setFocus()
    trigger(diptych, "search")
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert not diptych.window.results.isVisible()


def test_results_stay_open_until_both_sides_are_pinned(diptych: Diptych, qtbot: QtBot) -> None:
    box, results = diptych.window.toolbar.search, diptych.window.results
    pair = diptych.states.pair
    diptych.window.activateWindow()
    trigger(diptych, "search")
    box.setText("dredging contract")
    qtbot.waitUntil(results.isVisible)
    with qtbot.waitSignal(pair.pinned):
        qtbot.keyClick(box, "2", Qt.KeyboardModifier.AltModifier)
    assert (box.text(), results.isVisible()) == ("dredging contract", True)
    assert pair.pinned_ids()[0] == pair.pinned_ids()[1]


def test_only_here_passages_are_listed(diptych: Diptych) -> None:
    left = diptych.states.pair.sides["left"]
    assert left is not None
    texts = [only.span.of(left.article.text) for only in diptych.states.pair.found.only("left")]
    assert any("dredging contract" in text for text in texts)


def test_what_is_surest_only_here_is_listed_first(diptych: Diptych) -> None:
    for side in SIDES:
        scores = [only.score for only in diptych.states.pair.found.only(side)]
        assert scores == sorted(scores, reverse=True)


def test_file_deleted_while_pinned_stays_readable(
    diptych: Diptych, files: tuple[Path, Path], qtbot: QtBot
) -> None:
    pair = diptych.states.pair
    files[0].unlink()
    left = pair.pinned_ids()[0]
    with qtbot.waitSignal(pair.pinned):
        pair.pin("left", left)
    assert not diptych.window.split.panes["left"].banner.isHidden()
    assert "harbour" in diptych.window.split.panes["left"].view.toPlainText()


def test_a_file_that_changed_before_it_was_pinned_says_so(
    diptych: Diptych, files: tuple[Path, Path], qtbot: QtBot
) -> None:
    pair, banner = diptych.states.pair, diptych.window.split.panes["left"].banner
    before = files[0].read_text(encoding="utf-8")
    pair.clear("left")
    files[0].write_text(f"{before}\nOne more.\n", encoding="utf-8")
    article_id = next(e.id for e in diptych.states.library.entries if e.path == files[0])

    with qtbot.waitSignal(pair.pinned):
        pair.pin("left", article_id)

    assert "changed" in banner.text()


def test_a_file_that_comes_back_is_no_longer_missed(
    diptych: Diptych, files: tuple[Path, Path], qtbot: QtBot
) -> None:
    banner, aside = diptych.window.split.panes["left"].banner, files[0].with_suffix(".aside")
    files[0].rename(aside)
    qtbot.waitUntil(lambda: not banner.isHidden())
    aside.rename(files[0])
    qtbot.waitUntil(banner.isHidden)


def test_session_comes_back(
    open_window: Callable[..., Diptych], diptych: Diptych, qtbot: QtBot
) -> None:
    pair, split = diptych.states.pair, diptych.window.split
    for _ in range(2):
        trigger(diptych, "next-match")
    ids, current, places = pair.pinned_ids(), pair.found.current, split.places()
    diptych.window.close()
    again = open_window()
    qtbot.waitUntil(lambda: again.states.pair.comparison is not None)
    assert again.states.pair.pinned_ids() == ids
    assert again.states.pair.found.current == current
    # The window is smaller than before, as the screen of the tests is, and lines break anew.
    panes = again.window.split.panes
    assert [_top_line(panes[side].view) for side in SIDES] == [
        top.past + (round(panes[side].view.height_of(top.place)) - 4 if top.place else 0)
        for side, top in zip(SIDES, places, strict=True)
    ]


def test_leaving_before_all_is_back_loses_nothing(
    diptych: Diptych, open_window: Callable[..., Diptych]
) -> None:
    trigger(diptych, "next-match")
    diptych.window.close()
    before = diptych.window.session_presenter.state()
    session = open_window().window.session_presenter
    session.restore(before)
    after = session.state()  # nothing has been read yet
    assert (after.left, after.right) == (before.left, before.right)
    assert (after.left_place, after.right_place) == (before.left_place, before.right_place)
    assert (after.left_past, after.right_past) == (before.left_past, before.right_past)
    assert after.match == before.match != ""


@pytest.fixture
def diptych_empty(open_window: Callable[..., Diptych], qtbot: QtBot) -> Diptych:
    """Return the application at its first start, its library read."""
    diptych = open_window()
    welcome = diptych.window.welcome
    qtbot.waitUntil(welcome.isVisible)
    return diptych


def test_nobody_is_welcomed_before_the_library_is_read(open_window: Callable[..., Diptych]) -> None:
    diptych = open_window()
    diptych.window.library_presenter.set_sort("date")
    assert not diptych.window.welcome.isVisible()


def test_first_start_offers_three_ways_in(diptych_empty: Diptych, qtbot: QtBot) -> None:
    welcome = diptych_empty.window.welcome
    words = [button.text() for button in welcome.findChildren(QPushButton) if button.isVisible()]
    assert words == ["Open the sample articles", "Add a folder…", "Add files…"]
    first = welcome.findChild(QPushButton)
    qtbot.waitUntil(lambda: diptych_empty.window.focusWidget() is first)


def test_welcome_goes_when_there_is_something_to_read(diptych_empty: Diptych, qtbot: QtBot) -> None:
    window = diptych_empty.window
    window.welcome.findChild(QPushButton).click()
    pair = diptych_empty.states.pair
    qtbot.waitUntil(lambda: pair.comparison is not None)
    assert not window.welcome.isVisible()
    qtbot.waitUntil(lambda: pair.found.current is not None)


def test_added_articles_can_be_chosen_at_once(
    diptych_empty: Diptych, qtbot: QtBot, files: tuple[Path, Path]
) -> None:
    window = diptych_empty.window
    window.welcome.focus_list()
    diptych_empty.states.library.add(files)
    listed = window.library_panel._list
    qtbot.waitUntil(lambda: window.focusWidget() is listed)
    matches = window.matches  # folded away in a window as narrow as this
    offered = [b.text() for b in matches.findChildren(QPushButton) if b.isVisibleTo(matches)]
    assert offered == ["Find two that share much"]


def test_the_first_of_what_was_added_is_selected(
    diptych: Diptych, qtbot: QtBot, tmp_path: Path
) -> None:
    for name in ("Zebras", "Aardvarks"):
        (tmp_path / f"{name}.txt").write_text(f"{name}\n\nThey live far away.\n", encoding="utf-8")
    diptych.states.library.add([tmp_path / "Aardvarks.txt", tmp_path / "Zebras.txt"])

    panel, library = diptych.window.library_panel, diptych.states.library

    def selected() -> str:
        entry = library.entry(panel.current_id())
        return entry.title if entry else ""

    qtbot.waitUntil(lambda: selected() == "Aardvarks")


def test_position_counts_in_the_order_of_the_side_with_the_keyboard(diptych: Diptych) -> None:
    split, pair = diptych.window.split, diptych.states.pair
    split.panes["right"].focused.emit("right")
    visited = []
    for _ in range(len(pair.found.visible)):
        trigger(diptych, "next-match")
        visited.append(pair.found.matches[pair.found.current].right.start)
    assert visited == sorted(visited)


def test_menu_in_the_text_judges_the_match_under_it(diptych: Diptych) -> None:
    pair, actions = diptych.states.pair, diptych.window.actions_by_id
    number = pair.found.visible[0]
    menu = QMenu()
    place = pair.found.matches[number].left.start
    diptych.window.split.panes["left"].view.menu_opening.emit(menu, place, -1)
    assert {actions["accept"], actions["reject"], actions["align-here"]} <= set(menu.actions())
    assert pair.found.current in pair.found.matches_at("left", place)


def test_an_article_beside_itself_is_said_to_be(
    open_window: Callable[..., Diptych], files: tuple[Path, Path]
) -> None:
    diptych = open_window(files[0], files[0])
    notice = diptych.window.matches.findChild(QLabel, "matchesNotice")
    assert notice.text() == "Both sides show the same article."


def test_find_begins_where_the_reader_is(diptych: Diptych, qtbot: QtBot) -> None:
    search, split = diptych.states.search, diptych.window.split
    split.panes["left"].view.scroll_to_top(Top(400))
    trigger(diptych, "find")
    diptych.window.find_bar.words.setText("filler")
    with qtbot.waitSignal(search.hits.shown) as shown:
        trigger(diptych, "find-next")
    assert shown.args[0].span.start >= 400
    assert split.panes["left"].view.selected_span() == shown.args[0].span


def test_outline_is_offered_beside_a_text_with_headings(
    open_window: Callable[..., Diptych], tmp_path: Path
) -> None:
    paths = tmp_path / "parts.md", tmp_path / "plain.md"
    paths[0].write_text(
        "# All\n\n" + "".join(f"## Part {n}\n\nWords of {n}.\n\n" for n in range(4))
    )
    paths[1].write_text("# Plain\n\nNo parts at all.\n")
    panes = open_window(*paths).window.split.panes
    assert [panes[side].outline.isVisible() for side in ("left", "right")] == [True, False]


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_one_file_opened_from_outside_is_pinned_on_the_free_side(
    open_window: Callable[..., Diptych], files: tuple[Path, Path], qtbot: QtBot
) -> None:
    diptych = open_window()
    sides = diptych.states.pair.sides
    for side, path in zip(SIDES, files, strict=True):
        diptych.show(Asked(files=(path,)))
        qtbot.waitUntil(lambda side=side: sides[side] is not None)
    assert [sides[side].path for side in SIDES] == [str(path) for path in files]


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_more_files_go_to_the_library_and_two_are_pinned(
    open_window: Callable[..., Diptych], files: tuple[Path, Path], qtbot: QtBot, tmp_path: Path
) -> None:
    third = tmp_path / "third.txt"
    third.write_text("A third text that speaks of a lighthouse and of nothing else.", "utf-8")
    diptych = open_window()
    diptych.show(Asked(files=(*files, third)))
    qtbot.waitUntil(lambda: all(diptych.states.pair.sides.values()))
    assert {entry.path for entry in diptych.states.library.entries} == {*files, third}


def _top_line(view: PageView) -> int:
    return view.verticalScrollBar().value()


def test_opening_an_article_that_lies_open_goes_to_its_side(diptych: Diptych) -> None:
    panel, pair = diptych.window.library_panel, diptych.states.pair
    before = pair.pinned_ids()
    diptych.window.activateWindow()
    diptych.window.split.panes["right"].view.setFocus()

    panel.open_requested.emit(before[0])

    assert diptych.window.split.focused_side() == "left"
    assert pair.pinned_ids() == before


def test_asking_for_fainter_matches_is_not_undone_by_the_slider(diptych: Diptych) -> None:
    found, pair = diptych.states.pair.found, diptych.states.pair
    found.set_filter(replace(found.filter, strength=0.9))

    diptych.window.matches.fainter_requested.emit(True)

    assert found.filter.strength == 0
    assert pair.options.fainter
