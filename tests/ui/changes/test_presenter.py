# SPDX-License-Identifier: MIT
"""Two versions in the whole window: their changes are listed, marked and gone through."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot
from tests.endless import wait_for_ever

from diptych.app import Diptych
from diptych.compare.changes.values import ChangeKind, Finding, Ignored
from diptych.services import versions_of_pair
from diptych.services.change_formats import ChangeFormat
from diptych.text.sides import SIDES, Side
from diptych.ui.changes.state import ChangeFilter
from diptych.ui.desk import pair_state
from diptych.ui.desk.marks import Layer
from ui.acting import trigger

FILLER = " ".join(
    f"The {n * 7}th plank of the pier was laid in the year {1700 + n}." for n in range(40)
)
OLD = f"""The lamp of Sandvik

The lamp is lit at seven.

{FILLER}

Nobody may sleep in the boathouse.

The key hangs on a nail by the door.
"""
NEW = OLD.replace("seven", "nine").replace("Nobody may sleep in the boathouse.\n\n", "")


def write(folder: Path, *texts: str) -> tuple[Path, ...]:
    files = tuple(folder / f"version-{n}.txt" for n in range(len(texts)))
    for file, text in zip(files, texts, strict=True):
        file.write_text(text, encoding="utf-8")
    return files


@pytest.fixture
def versions(open_window: Callable[..., Diptych], tmp_path: Path, qtbot: QtBot) -> Diptych:
    diptych = open_window(*write(tmp_path, OLD, NEW))
    trigger(diptych, "versions-at-once")
    qtbot.waitUntil(lambda: diptych.states.changes.is_versions)
    return diptych


def tab(diptych: Diptych) -> str:
    tabs = diptych.window.tabs
    return tabs.tabText(tabs.currentIndex())


def test_versions_are_recognised_and_their_changes_come_to_the_front(versions: Diptych) -> None:
    kinds = [change.kind for change in versions.states.changes.all()]
    assert kinds == [ChangeKind.CHANGED, ChangeKind.ONLY_LEFT]
    assert tab(versions) == "Changes 2"
    assert versions.window.actions_by_id["as-versions"].isChecked()


def test_two_voices_have_no_tab_of_changes(diptych: Diptych, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not diptych.states.changes._compute.is_busy)
    tabs = diptych.window.tabs
    assert not diptych.states.changes.is_versions
    assert [tabs.isTabVisible(n) for n in range(tabs.count())] == [True, True, True, False, False]


def test_the_reader_may_read_any_pair_as_versions_and_back(diptych: Diptych, qtbot: QtBot) -> None:
    state = diptych.states.changes
    trigger(diptych, "as-versions")
    qtbot.waitUntil(lambda: state.is_versions)
    assert tab(diptych).startswith("Changes")
    trigger(diptych, "as-versions")
    qtbot.waitUntil(lambda: not state.is_versions)
    assert tab(diptych).startswith("Matches")


def test_words_that_changed_are_marked_while_the_changes_are_listed(versions: Diptych) -> None:
    texts = versions.window.frame.texts
    marks = texts._marks[Layer.CHANGES]
    words = {
        (m.side, m.hue, m.span.of((OLD, NEW)[m.side is Side.RIGHT]))
        for m in marks
        if not m.is_ground
    }
    assert words == {(Side.LEFT, "gone", "seven"), (Side.RIGHT, "come", "nine")}
    versions.window.tabs.setCurrentIndex(0)
    assert texts._marks[Layer.CHANGES] == ()


def test_f8_goes_from_change_to_change_and_says_where_they_end(versions: Diptych) -> None:
    state, said = versions.states.changes, []
    for _ in range(3):
        trigger(versions, "next-difference")
        said.append(state.current)
    assert said == [0, 1, 1]
    assert versions.window.status.message.text() == "This is the last change."
    assert versions.window.toolbar.position.text() == "Change 2 of 2"


def test_a_note_is_on_the_change_that_is_gone_to(versions: Diptych, qtbot: QtBot) -> None:
    notes, quoted = versions.states.notes, []
    for _ in range(2):
        trigger(versions, "next-difference")
        with qtbot.waitSignal(notes.opened) as opened:
            trigger(versions, "note")
        quoted.append([(a.side, a.quote) for a in opened.args[0].note.anchors])

    # The second stands in the left text alone.
    assert quoted == [
        [(Side.LEFT, "The lamp is lit at seven."), (Side.RIGHT, "The lamp is lit at nine.")],
        [(Side.LEFT, "Nobody may sleep in the boathouse.")],
    ]


def test_f8_goes_on_from_where_one_reads_in_the_right_text(versions: Diptych) -> None:
    texts = versions.window.frame.texts
    texts.focus(Side.RIGHT)
    texts.put_caret(Side.RIGHT, NEW.index("lit at"))
    trigger(versions, "next-difference")
    assert versions.states.changes.current == 1
    trigger(versions, "previous-difference")
    assert versions.states.changes.current == 0


def test_an_entry_brings_both_places_to_one_height(versions: Diptych, qtbot: QtBot) -> None:
    versions.window.retellings.changes.change_chosen.emit(0)
    qtbot.wait(1)
    change = versions.states.changes.all()[0]
    heights = []
    for side, span in zip(SIDES, (change.left, change.right), strict=True):
        view = versions.window.split.panes[side].view
        heights.append(view.height_of(span.start) - view.visible_heights()[0])
    assert abs(heights[0] - heights[1]) < 3


def test_a_click_on_a_change_leaves_the_side_clicked_where_it_is(versions: Diptych) -> None:
    view = versions.window.split.panes[Side.LEFT].view
    before = view.verticalScrollBar().value()
    versions.window.split.change_clicked.emit(Side.LEFT, [1], 200.0)
    assert view.verticalScrollBar().value() == before
    assert versions.states.changes.current == 1


def test_chips_list_some_and_f8_goes_through_those_alone(versions: Diptych) -> None:
    state, panel = versions.states.changes, versions.window.retellings.changes
    state.set_filter(ChangeFilter(findings=frozenset({Finding.OMITTED})))
    assert [line.number for line in panel.rows()] == [1]
    trigger(versions, "next-difference")
    assert state.current == 1


ODD = [
    (OLD, "Ice\n\nWhales sing below the ice.\n", "nothing in common"),
    (OLD, OLD.replace("\n\n", "\n\n\n"), "word for word"),
    (NEW[: NEW.index("The key")], NEW, "The left text is a part of the right one."),
]


@pytest.mark.parametrize("odd", ODD)
def test_a_sentence_says_how_odd_versions_come_out(
    open_window: Callable[..., Diptych], tmp_path: Path, qtbot: QtBot, odd: tuple[str, str, str]
) -> None:
    left, right, sentence = odd
    diptych = open_window(*write(tmp_path, left, right))
    diptych.states.changes.take_as_versions(True)
    qtbot.waitUntil(lambda: diptych.states.changes.is_versions)
    assert sentence in diptych.window.retellings.changes.message()


def test_the_choice_is_there_again_with_the_next_window(
    open_window: Callable[..., Diptych], tmp_path: Path, qtbot: QtBot
) -> None:
    first = open_window(*write(tmp_path, OLD, NEW))
    first.states.changes.take_as_versions(True)
    qtbot.waitUntil(lambda: first.states.changes.is_versions)
    first.window.close()
    second = open_window()
    qtbot.waitUntil(lambda: second.states.changes.is_versions)
    assert second.states.changes.choice.taken


@pytest.mark.parametrize("turned", [0, None])
def test_versions_come_back_with_the_list_that_was_in_front(
    versions: Diptych, open_window: Callable[..., Diptych], qtbot: QtBot, turned: int | None
) -> None:
    if turned is not None:
        versions.window.tabs.setCurrentIndex(turned)
    left = tab(versions)
    versions.window.close()
    second = open_window()
    qtbot.waitUntil(lambda: second.states.changes.is_versions)
    assert tab(second).split()[0] == left.split()[0]


def test_a_match_gone_to_before_leaves_no_trace_among_the_changes(
    versions: Diptych, qtbot: QtBot
) -> None:
    def picture() -> list[QImage]:
        qtbot.wait(1)
        return [versions.window.split.panes[side].view.grab().toImage() for side in SIDES]

    tabs, found = versions.window.tabs, versions.states.pair.found
    changes = tabs.currentIndex()
    qtbot.waitUntil(lambda: is_blank(versions))
    before = picture()
    tabs.setCurrentIndex(0)
    found.choose(found.in_order(Side.LEFT)[0])
    qtbot.waitUntil(lambda: not is_blank(versions))
    tabs.setCurrentIndex(changes)
    qtbot.waitUntil(lambda: is_blank(versions))
    assert picture() == before


def test_a_rule_of_the_panel_takes_changes_away(versions: Diptych, qtbot: QtBot) -> None:
    rules = Ignored(alike=(("seven", "nine"),))
    versions.window.retellings.changes.tools.ignored_chosen.emit(rules)
    qtbot.waitUntil(lambda: len(versions.states.changes.all()) == 1)
    assert tab(versions) == "Changes 1"


def test_the_list_is_written_where_the_reader_says(
    versions: Diptych, qtbot: QtBot, tmp_path: Path
) -> None:
    target = tmp_path / "changes.csv"
    with qtbot.waitSignal(versions.states.changes.written):
        versions.states.changes.write(target, ChangeFormat.CSV)
    assert "lit at nine" in target.read_text(encoding="utf-8")
    assert versions.window.status.message.text() == "Saved changes.csv."


def test_three_chosen_at_once_are_told_what_to_do(versions: Diptych) -> None:
    versions.window.retellings.changes_presenter.count_chosen_by(lambda: 3)
    trigger(versions, "as-versions")
    assert versions.states.changes.is_versions
    assert "Two articles are compared at a time" in versions.window.status.message.text()


def test_what_was_given_up_can_be_found_after_all(versions: Diptych, qtbot: QtBot) -> None:
    state, panel = versions.states.changes, versions.window.retellings.changes
    state.find()
    state.stop()
    assert "You stopped it." in panel.message()
    panel.find_requested.emit()
    qtbot.waitUntil(lambda: len(panel.rows()) == 2)


def test_what_was_given_up_says_nothing_of_the_next_pair(
    versions: Diptych, tmp_path: Path, qtbot: QtBot
) -> None:
    state, tabs = versions.states.changes, versions.window.tabs
    state.find()
    state.stop()
    assert tab(versions) == "Changes"  # and no number of what is not listed
    other = tmp_path / "other.txt"
    other.write_text("Bread\n\nRye needs a long rest, and salt keeps the dough firm.\n", "utf-8")
    pair = versions.states.pair
    versions.window.library_presenter.adding.add_and_pin({Side.RIGHT: other})
    qtbot.waitUntil(lambda: "Bread" in versions.window.windowTitle())
    qtbot.waitUntil(lambda: pair.comparison is not None and not state._compute.is_busy)

    qtbot.waitUntil(lambda: tab(versions).startswith("Matches"))
    assert [tabs.isTabVisible(n) for n in range(tabs.count())] == [True, True, True, False, False]


def test_headings_count_changes_while_those_are_shown(
    open_window: Callable[..., Diptych], tmp_path: Path, qtbot: QtBot
) -> None:
    files = [tmp_path / "old.md", tmp_path / "new.md"]
    for file, text in zip(files, (OLD, NEW), strict=True):
        file.write_text(f"# Lamps\n\n{text}\n# Keys\n\nNobody counts the keys.\n", encoding="utf-8")
    diptych = open_window(*files)
    trigger(diptych, "versions-at-once")
    qtbot.waitUntil(lambda: diptych.states.changes.is_versions)
    trigger(diptych, "outline")
    assert [row.count for row in diptych.window.outline.rows()] == [2, 0]
    assert diptych.window.outline.message().endswith("counts its changes.")


def test_changes_of_two_long_versions_stand_there_before_they_are_compared(
    open_window: Callable[..., Diptych],
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(versions_of_pair, "_LONG", 0)
    diptych = open_window(*write(tmp_path, OLD, NEW))
    pair, state = diptych.states.pair, diptych.states.changes
    monkeypatch.setattr(pair_state, "compare_with_kept", wait_for_ever)
    monkeypatch.setattr(pair_state, "compared_either_way", lambda *_: None)
    trigger(diptych, "versions-at-once")
    right = pair.pinned_ids()[1]
    pair.clear(Side.RIGHT)
    pair.pin(Side.RIGHT, right)

    qtbot.waitUntil(lambda: state.is_versions)

    assert pair.comparison is None
    assert [change.kind for change in state.all()] == [ChangeKind.CHANGED, ChangeKind.ONLY_LEFT]
    state.take_as_versions(False)
    assert not state.is_versions
    pair.stop_comparing()


@pytest.mark.parametrize("goes_on", [False, True])
def test_the_brief_comes_in_front_of_no_list_that_is_gone_through(
    versions: Diptych, *, goes_on: bool
) -> None:
    preferences = versions.window.frame.preferences
    preferences.keep(replace(preferences.now, brief_at_first=True))
    if goes_on:
        trigger(versions, "next-difference")

    versions.window.history_presenter.pair_first_read.emit()

    assert versions.window.actions_by_id["brief"].isChecked() is not goes_on


def test_it_is_said_what_is_not_checked_in_a_script_without_capitals(
    open_window: Callable[..., Diptych], tmp_path: Path, qtbot: QtBot
) -> None:
    old = "".join(f"守夜人在第{n}号码头点灯。\n\n" for n in range(60))
    diptych = open_window(*write(tmp_path, old, old.replace("第7号码头点灯", "第7号码头熄灯")))
    trigger(diptych, "as-versions")
    qtbot.waitUntil(lambda: diptych.states.changes.is_versions)
    assert (
        "Another name is told here only where it is a common one"
        in diptych.window.retellings.changes.message()
    )


def test_the_changes_go_with_an_article_and_come_again_with_it(
    versions: Diptych, qtbot: QtBot
) -> None:
    texts, status, actions = (
        versions.window.frame.texts,
        versions.window.status,
        versions.window.actions_by_id,
    )
    trigger(versions, "next-difference")
    versions.states.library.remove([versions.states.pair.pinned_ids()[1]])
    qtbot.waitUntil(lambda: tab(versions) == "Matches")

    assert texts._marks[Layer.CHANGES] == ()
    assert not actions["as-versions"].isChecked() and not versions.window.split.shows_changes
    assert "two versions" not in status.message.text()
    assert "Change" not in versions.window.toolbar.position.text()

    trigger(versions, "undo")
    qtbot.waitUntil(lambda: tab(versions) == "Changes 2")
    assert texts._marks[Layer.CHANGES]


def test_the_changes_are_those_of_a_file_as_it_is_read_again(
    versions: Diptych, tmp_path: Path, qtbot: QtBot
) -> None:
    trigger(versions, "next-difference")
    (tmp_path / "version-1.txt").write_text(NEW.replace("nine", "eleven"), encoding="utf-8")

    versions.window.frame.texts.banner_followed.emit(Side.RIGHT)

    def told() -> str:
        return " ".join(line.text for line in versions.states.changes.lines())

    qtbot.waitUntil(lambda: "eleven" in told())
    assert "nine" not in told() and tab(versions) == "Changes 2"
    marks = versions.window.frame.texts._marks[Layer.CHANGES]
    right = versions.states.pair.sides[Side.RIGHT]
    assert right is not None
    words = [right.article.text[m.span.start : m.span.end] for m in marks if m.hue == "come"]
    assert words == ["eleven"]


def test_a_pair_that_comes_back_after_another_shows_its_changes_at_once(
    versions: Diptych, files: tuple[Path, Path], qtbot: QtBot
) -> None:
    pair, library = versions.states.pair, versions.states.library
    both = pair.pinned_ids()
    versions.window.tabs.setCurrentIndex(0)
    library.add(files)
    qtbot.waitUntil(lambda: len(library.entries) == 4)
    others = tuple(entry.id for entry in library.entries if entry.id not in both)
    versions.window.library_panel.pair_requested.emit(*others)
    qtbot.waitUntil(lambda: {*pair.pinned_ids()} == {*others} and pair.comparison is not None)

    versions.window.library_panel.pair_requested.emit(*both)
    qtbot.waitUntil(lambda: versions.states.changes.is_versions)

    assert tab(versions) == "Changes 2"


def test_swapped_the_changes_stay_in_front(versions: Diptych, qtbot: QtBot) -> None:
    pair, state = versions.states.pair, versions.states.changes
    trigger(versions, "swap")
    qtbot.waitUntil(lambda: pair.comparison is not None)
    qtbot.waitUntil(lambda: state.is_versions)

    assert tab(versions) == "Changes 2"
    assert ChangeKind.ONLY_RIGHT in {change.kind for change in state.all()}


def test_a_comparison_that_ends_beside_the_changes_leaves_their_count(versions: Diptych) -> None:
    pair, position = versions.states.pair, versions.window.toolbar.position
    before = position.text()
    for running in (True, False):
        pair.comparing.emit(running)
    assert position.text() == before == "2 changes"


def is_blank(diptych: Diptych) -> bool:
    """Tell whether the lane between the texts is of one colour down its middle."""
    image = diptych.window.split.ribbon.grab().toImage()
    return len({image.pixel(image.width() // 2, y) for y in range(image.height())}) == 1


def test_the_same_text_twice_shows_no_matches_among_its_changes(
    open_window: Callable[..., Diptych], tmp_path: Path, qtbot: QtBot
) -> None:
    diptych = open_window(*write(tmp_path, OLD, OLD + "\n"))
    qtbot.waitUntil(lambda: not is_blank(diptych))
    # At the notes nothing else has the lane drawn anew.
    diptych.window.tabs.setCurrentWidget(diptych.window.notes)
    trigger(diptych, "versions-at-once")
    qtbot.waitUntil(lambda: diptych.states.changes.is_versions)
    assert diptych.states.changes.all() == ()
    qtbot.waitUntil(lambda: is_blank(diptych))


def test_a_translation_without_a_difference_is_not_said_to_be_the_same_word_for_word(
    open_window: Callable[..., Diptych], tmp_path: Path, qtbot: QtBot
) -> None:
    english = "The lamp is lit at seven.\n\nThe key hangs on a nail by the door of the house.\n"
    german = "Die Lampe wird um sieben angezündet.\n\nDer Schlüssel hängt an einem Nagel im Haus.\n"
    diptych = open_window(*write(tmp_path, english, german))
    trigger(diptych, "as-versions")
    qtbot.waitUntil(lambda: diptych.states.changes.is_versions)
    assert "word for word" not in diptych.window.retellings.changes.message()


ADDED = "The keeper counted the lamps by hand. "


@pytest.mark.parametrize("side", SIDES)
def test_a_passage_put_in_before_a_paragraph_holds_nobody_up(
    open_window: Callable[..., Diptych], tmp_path: Path, qtbot: QtBot, side: Side
) -> None:
    paragraphs = [
        f"Plank {n} was laid in the year {1700 + n}. It has held for {n * 3} years.\n\n"
        for n in range(1, 12)
    ]
    more = [f"{ADDED}{p}" if n % 3 == 1 else p for n, p in enumerate(paragraphs)]
    right = "".join(more).replace("of the year 1711", "of 1712")
    diptych = open_window(*write(tmp_path, "".join(paragraphs), right))
    trigger(diptych, "versions-at-once")
    state = diptych.states.changes
    qtbot.waitUntil(lambda: state.is_versions)

    diptych.window.frame.texts.focus(side)
    diptych.window.frame.texts.put_caret(side, 0)
    reached = [go_on(diptych, "next-difference") for _ in state.all()]
    back = [go_on(diptych, "previous-difference") for _ in state.all()[1:]]

    assert reached == list(range(len(state.all())))
    assert back == reached[-2::-1]


def go_on(diptych: Diptych, action: str) -> int:
    trigger(diptych, action)
    return diptych.states.changes.current


def test_a_window_closed_while_the_changes_are_found_shows_them_when_it_comes_back(
    versions: Diptych,
) -> None:
    session, state = versions.window.session_presenter, versions.states.changes
    versions.window.retellings.changes_presenter._opened_for = frozenset()  # a pair of now
    versions.states.pair.shows_changes = False

    state.looking.emit(True)
    assert session.state().changes_shown

    state.looking.emit(False)
    assert not session.state().changes_shown


def test_who_went_back_to_the_matches_finds_them_again(versions: Diptych) -> None:
    versions.window.tabs.setCurrentIndex(0)

    versions.states.changes.looking.emit(True)  # anew, by vectors read since

    assert not versions.window.session_presenter.state().changes_shown


def test_why_matches_and_changes_count_one_side_otherwise_is_said(versions: Diptych) -> None:
    assert "Neighbouring sentences" in versions.window.retellings.changes.message()
