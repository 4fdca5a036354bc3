# SPDX-License-Identifier: MIT
"""The window offers what to read together: beside one article, and among many."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QListView, QPushButton
from pytestqt.qtbot import QtBot
from tests.compare.test_companions import BREAD, FERRY, PIER, SNOW, TAX
from tests.endless import wait_for_ever

from diptych.app import Diptych
from diptych.compare.values import Options
from diptych.errors import CompareError
from diptych.paths import Profile
from diptych.text.sides import Side
from diptych.ui.desk.trail import BEGINNING
from diptych.ui.overview.read_with import CandidateRow
from diptych.ui.overview.rows import PairDigest
from diptych.ui.parts import theme
from diptych.ui.parts.controls import EmptyState
from diptych.ui.parts.rows import RowList

# Nearly the same: of its two matches one is the fainter.
LATE_FERRY = FERRY.replace("voted to keep", "meeting late on Monday has voted to keep")
TEXTS = {
    "Boats": (BREAD, FERRY, PIER, SNOW),
    "Ferries": (TAX, SNOW, LATE_FERRY),
    "Piers": (PIER, "Nothing else is said of it in this place, at least not today."),
    "Drains": ("Pipes under the road were laid by hand a hundred years ago.",),
}


@pytest.fixture
def diptych(
    qtbot: QtBot, qapp: QApplication, profile: Profile, tmp_path: Path
) -> Iterator[Diptych]:
    theme.load_fonts()
    for title, lines in TEXTS.items():
        text = f"{title}\n\n" + "\n\n".join(lines)
        (tmp_path / f"{title}.txt").write_text(text, encoding="utf-8")
    diptych = Diptych(qapp, profile, "light")
    diptych.window.actions_by_id["by-meaning"].setChecked(False)
    diptych.start(size=(1300, 800))
    library = diptych.states.library
    library.add([tmp_path / f"{title}.txt" for title in TEXTS])
    qtbot.waitUntil(lambda: len(library.entries) == len(TEXTS))
    yield diptych
    diptych.window.close()
    diptych.window.deleteLater()


def id_of(diptych: Diptych, title: str) -> str:
    return next(e.id for e in diptych.states.library.entries if e.title == title)


def pin(diptych: Diptych, qtbot: QtBot, title: str, side: str = "left") -> None:
    with qtbot.waitSignal(diptych.states.companions.found):
        diptych.states.pair.pin(side, id_of(diptych, title))


def offered(diptych: Diptych, side: str) -> list[CandidateRow]:
    listed = diptych.window.offers[side].findChild(QListView)
    assert listed is not None
    model = listed.model()
    return [model.row_at(model.index(row, 0)) for row in range(model.rowCount())]  # type: ignore[attr-defined]


def open_overview(diptych: Diptych, qtbot: QtBot) -> None:
    companions = diptych.states.companions

    def is_last(done: int, total: int) -> bool:
        return done == total

    with qtbot.waitSignal(companions.progressed, check_params_cb=is_last):
        diptych.window.actions_by_id["overview"].trigger()


def test_the_empty_side_offers_what_shares_most(diptych: Diptych, qtbot: QtBot) -> None:
    pin(diptych, qtbot, "Boats")

    pane = diptych.window.split.panes["right"]
    assert pane.stack.currentWidget() is diptych.window.offers[pane.side]
    assert [(row.title, row.shared) for row in offered(diptych, "right")] == [
        ("Ferries", 2),
        ("Piers", 1),
    ]


def test_a_candidate_opens_on_the_first_match(diptych: Diptych, qtbot: QtBot) -> None:
    pair = diptych.states.pair
    pin(diptych, qtbot, "Boats", "right")

    diptych.window.offers[Side.LEFT].candidate_requested.emit(id_of(diptych, "Ferries"))
    qtbot.waitUntil(lambda: pair.found.current >= 0)

    assert pair.found.position("left")[0] == 1
    assert pair.found.matches[pair.found.current].left.of(pair.sides["left"].article.text) == SNOW  # type: ignore[union-attr]


def test_both_titles_are_seen_when_a_pair_is_opened_and_f8_goes_to_its_first_match(
    diptych: Diptych, qtbot: QtBot
) -> None:
    pair = diptych.states.pair
    pin(diptych, qtbot, "Boats", "right")
    diptych.window.offers[Side.LEFT].candidate_requested.emit(id_of(diptych, "Ferries"))
    qtbot.waitUntil(lambda: pair.found.current >= 0)
    jumps: list[bool] = []
    pair.found.current_changed.connect(lambda _number, jump: jumps.append(jump))
    tops = [diptych.window.split.panes[side].view.top() for side in (Side.LEFT, Side.RIGHT)]
    first = pair.found.current
    assert tops == [BEGINNING, BEGINNING]

    diptych.window.actions_by_id["next-match"].trigger()

    assert (pair.found.current, jumps) == (first, [True])


def test_comparing_can_be_given_up_and_begun_again(diptych: Diptych, qtbot: QtBot) -> None:
    pair, matches, status = diptych.states.pair, diptych.window.matches, diptych.window.status
    pin(diptych, qtbot, "Ferries")
    pair._compute.run("before", wait_for_ever)  # something that keeps the comparison waiting
    pair.pin("right", id_of(diptych, "Boats"))
    qtbot.waitUntil(status.cancel.isVisible)

    status.cancel.click()
    pair._compute.stop("before")

    assert not status.cancel.isVisible()
    (compare,) = (b for b in matches.findChildren(QPushButton) if b.text() == "Compare")
    assert compare.isVisible() and pair.comparison is None
    compare.click()
    qtbot.waitUntil(lambda: pair.comparison is not None)
    assert not compare.isVisible()


def test_going_to_the_other_text_says_of_no_pair_without_comparison_that_it_has_no_matches(
    diptych: Diptych, qtbot: QtBot
) -> None:
    pair, split, toolbar = diptych.states.pair, diptych.window.split, diptych.window.toolbar
    pin(diptych, qtbot, "Ferries")
    pair._compute.run("before", wait_for_ever)
    pair.pin("right", id_of(diptych, "Boats"))
    qtbot.waitUntil(lambda: toolbar.position.text() == "Comparing…")

    split.side_focused.emit(Side.RIGHT)
    assert toolbar.position.text() == "Comparing…"

    pair.stop_comparing()
    pair._compute.stop("before")
    split.side_focused.emit(Side.LEFT)
    assert toolbar.position.text() == "Not compared"


def test_a_comparison_that_was_there_stays_when_another_is_given_up(
    diptych: Diptych, qtbot: QtBot
) -> None:
    pair = diptych.states.pair
    pin(diptych, qtbot, "Ferries")
    pair.pin("right", id_of(diptych, "Boats"))
    qtbot.waitUntil(lambda: pair.comparison is not None)
    found = pair.comparison

    pair.compare_again(Options(shortest_run=6))
    pair.stop_comparing()

    assert pair.comparison is found
    matches = diptych.window.matches  # folded away in a window as narrow as this
    listed = matches.findChild(RowList)
    qtbot.waitUntil(lambda: listed.isVisibleTo(matches))


def test_the_library_is_sorted_by_what_is_shared(diptych: Diptych, qtbot: QtBot) -> None:
    diptych.window.library_presenter.set_sort("similarity")

    pin(diptych, qtbot, "Piers")

    model = diptych.window.library_panel._list.model()
    first = model.row_at(model.index(0, 0))  # type: ignore[attr-defined]
    assert (first.title, first.share) == ("Boats", pytest.approx(1 / 3, abs=0.2))


def test_without_an_article_nothing_is_offered(diptych: Diptych, qtbot: QtBot) -> None:
    pin(diptych, qtbot, "Boats")

    diptych.states.pair.clear("left")

    pane = diptych.window.split.panes["right"]
    assert pane.stack.currentWidget() is pane.empty


def test_the_overview_counts_and_sums_up(diptych: Diptych, qtbot: QtBot) -> None:
    counts: dict[tuple[str, str], int] = {}
    estimates: dict[tuple[str, str], int] = {}
    diptych.states.companions.counted.connect(counts.update)
    diptych.states.companions.estimated.connect(estimates.update)
    open_overview(diptych, qtbot)
    panel = diptych.window.overview
    boats, ferries = id_of(diptych, "Boats"), id_of(diptych, "Ferries")
    digests: list[PairDigest] = []
    show = panel.show_digest
    panel.show_digest = lambda digest: (digests.append(digest), show(digest))  # type: ignore[assignment]

    panel._choose(boats, ferries)
    qtbot.waitUntil(lambda: bool(digests))

    assert len(counts) == len(estimates) == 6
    assert estimates[boats, ferries] == 2
    assert digests[0].line.startswith(f"{counts[boats, ferries]} matches")
    assert set(digests[0].both) == {f"{FERRY}\n⟷ {LATE_FERRY}", SNOW}
    assert BREAD in digests[0].only_left


def test_the_overview_opens_a_pair(diptych: Diptych, qtbot: QtBot) -> None:
    open_overview(diptych, qtbot)
    wanted = id_of(diptych, "Boats"), id_of(diptych, "Piers")

    diptych.window.overview.pair_requested.emit(*wanted)
    qtbot.waitUntil(lambda: diptych.states.pair.pinned_ids() == wanted)

    assert diptych.window.pages.currentWidget() is diptych.window.splitter


def test_looking_at_a_square_leaves_the_pair_that_lies_open(diptych: Diptych, qtbot: QtBot) -> None:
    open_overview(diptych, qtbot)
    before = diptych.states.pair.pinned_ids()

    diptych.window.overview.pair_chosen.emit(id_of(diptych, "Boats"), id_of(diptych, "Piers"))

    assert diptych.window.pages.currentWidget() is diptych.window.overview
    assert diptych.states.pair.pinned_ids() == before


def test_escape_leads_back_from_the_overview(diptych: Diptych, qtbot: QtBot) -> None:
    open_overview(diptych, qtbot)
    diptych.window.activateWindow()
    qtbot.waitUntil(diptych.window.isActiveWindow)

    qtbot.keyClick(diptych.window.overview._matrix, Qt.Key.Key_Escape)

    assert diptych.window.pages.currentWidget() is diptych.window.splitter
    assert not diptych.window.actions_by_id["overview"].isChecked()


def test_overview_companions_and_recent_pairs_count_what_the_list_shows(
    diptych: Diptych, qtbot: QtBot
) -> None:
    pair, window = diptych.states.pair, diptych.window
    pin(diptych, qtbot, "Boats")
    pair.pin("right", id_of(diptych, "Ferries"))
    qtbot.waitUntil(lambda: bool(pair.found.visible))
    least = min(match.strength for match in pair.found.matches if match.shown) + 0.001
    pair.found.set_filter(replace(pair.found.filter, strength=least))
    listed, both = len(pair.found.visible), pair.pinned_ids()
    open_overview(diptych, qtbot)
    assert window.overview._matrix._model.counts.of(*both) == listed

    window.actions_by_id["overview"].trigger()
    pair.clear("right")

    def matches() -> dict[str, int | None]:
        return {row.title: row.matches for row in offered(diptych, "right")}

    qtbot.waitUntil(lambda: matches()["Ferries"] == listed)
    assert [row.meta.split()[0] for row in window.library_panel.pairs.rows()] == [str(listed)]


@pytest.mark.parametrize("is_read", [True, False])
def test_a_pair_on_the_way_to_another_is_no_recent_one(
    diptych: Diptych, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, is_read: bool
) -> None:
    monkeypatch.setattr("diptych.ui.shell.history.PASSED_S", 3600.0)
    pair, recent = diptych.states.pair, diptych.window.library_panel.pairs.rows
    pin(diptych, qtbot, "Boats")
    pair.pin("right", id_of(diptych, "Ferries"))
    qtbot.waitUntil(lambda: bool(pair.found.visible))
    if is_read:
        diptych.window.actions_by_id["next-match"].trigger()

    with qtbot.waitSignal(diptych.window.history_presenter.pair_first_read):
        pair.pin("left", id_of(diptych, "Piers"))

    titles = [row.titles for row in recent()]
    assert titles == ([("Boats", "Ferries")] if is_read else [])


def test_selected_articles_are_the_overview(diptych: Diptych, qtbot: QtBot) -> None:
    listed = diptych.window.library_panel._list
    rows = range(2)
    for row in rows:
        listed.selectionModel().select(
            listed.model().index(row, 0), listed.selectionModel().SelectionFlag.Select
        )

    open_overview(diptych, qtbot)

    assert len(diptych.window.overview._titles) == len(rows)


def test_a_long_article_is_looked_up_in_a_process(
    diptych: Diptych, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("diptych.services.companions.MUCH_TEXT", 1)

    with qtbot.waitSignal(diptych.states.companions.found) as found:
        diptych.states.pair.pin("left", id_of(diptych, "Boats"))

    assert next(one.companion.id for one in found.args[0].found) == id_of(diptych, "Ferries")


def test_long_articles_are_counted_in_a_process(
    diptych: Diptych, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("diptych.services.companions.MUCH_TEXT", 1)
    sketched_here: list[object] = []
    monkeypatch.setattr(
        "diptych.services.companions._sketches", lambda *_: sketched_here.append(1) or {}
    )
    counts: dict[tuple[str, str], int] = {}
    diptych.states.companions.counted.connect(counts.update)

    open_overview(diptych, qtbot)

    assert len(counts) == 6 and max(counts.values()) > 0
    assert not sketched_here


def test_why_two_articles_are_not_compared_is_said_beside_them(
    diptych: Diptych, qtbot: QtBot
) -> None:
    pair, matches = diptych.states.pair, diptych.window.matches
    pair._fail_comparing(CompareError("These two texts are too long."))

    said = [state.message() for state in matches.findChildren(EmptyState) if state.isVisible()]
    assert said == ["Not compared These two texts are too long."]


def test_f6_goes_round_past_a_panel_with_nothing_in_it(diptych: Diptych, qtbot: QtBot) -> None:
    pin(diptych, qtbot, "Boats")
    window = diptych.window
    window.activateWindow()
    window.offers[Side.RIGHT].focus_list()
    begin = QApplication.focusWidget()
    visited = []
    for _ in range(5):
        window.actions_by_id["next-pane"].trigger()
        visited.append(QApplication.focusWidget())
    assert begin in visited and len(set(visited)) > 3
