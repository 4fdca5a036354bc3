# SPDX-License-Identifier: MIT
"""The matches panel lists, filters, and asks for verdicts and notes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from diptych.compare.values import Kind
from diptych.notes.verdict import Verdict
from diptych.services.match_filter import STRENGTH_ORDER, MatchFilter
from diptych.ui.desk.found_matches import LookedAt
from diptych.ui.matches.card import CardHeights, MatchCardDelegate, card_parts
from diptych.ui.matches.fainter_line import FainterLine
from diptych.ui.matches.kind_chips import KindChips
from diptych.ui.matches.panel import MatchesPanel
from diptych.ui.matches.rows import MatchRow
from diptych.ui.parts.controls import Chip, EmptyState
from diptych.ui.parts.rows import RowList
from diptych.ui.parts.theme import load_palette

ROWS = (
    MatchRow(7, Kind.SAME_WORDS, 0.9, "left one", "right one", label="16 words"),
    MatchRow(9, Kind.SAME_CLAIM, 0.5, "left two", "right two", place="left paragraph 12"),
    MatchRow(
        11, Kind.SAME_FACTS, 0.7, "41,000", "46,000", differing=(("41,000", "46,000"),), denies=True
    ),
)


@pytest.fixture
def panel(qtbot: QtBot) -> MatchesPanel:
    panel = MatchesPanel(load_palette("light"))
    qtbot.addWidget(panel)
    panel.resize(320, 600)
    panel.show_matches(ROWS)
    panel.show()
    return panel


def the_list(panel: MatchesPanel) -> RowList[MatchRow]:
    return panel.findChild(RowList)


def spoken(panel: MatchesPanel, place: int) -> str:
    index = the_list(panel).model().index(place, 0)
    return str(index.data(Qt.ItemDataRole.AccessibleTextRole))


def said(panel: MatchesPanel) -> str:
    return next(e.message() for e in panel.findChildren(EmptyState) if e.isVisible())


def test_row_is_read_out_with_position_kind_and_place(panel: MatchesPanel) -> None:
    expected = "Match 2 of 3, same claim, left paragraph 12, left: left two, right: right two"
    assert spoken(panel, 1) == expected


def test_evidence_is_read_out(panel: MatchesPanel) -> None:
    assert "differ: 41,000 / 46,000, one side denies it" in spoken(panel, 2)


def test_current_match_set_from_outside_is_not_announced(panel: MatchesPanel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(panel.match_chosen):
        panel.set_current(9)
    assert panel.current_index() == 9


def test_arrow_key_chooses_the_next_match(panel: MatchesPanel, qtbot: QtBot) -> None:
    panel.set_current(7)
    with qtbot.waitSignal(panel.match_chosen) as chosen:
        QTest.keyClick(the_list(panel), Qt.Key.Key_Down)
    assert chosen.args == [9]


def test_chip_filters_its_kind(panel: MatchesPanel, qtbot: QtBot) -> None:
    chip = next(c for c in panel.findChildren(Chip) if c.text().startswith("Same claim"))
    with qtbot.waitSignal(panel.filter_changed) as changed:
        chip.click()
    assert Kind.SAME_CLAIM not in changed.args[0].kinds
    assert [row.index for row in panel.list.rows()] == [7, 11]


def test_filter_taken_over_is_not_announced(panel: MatchesPanel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(panel.filter_changed, wait=200):
        panel.set_filter(MatchFilter(strength=0.6))
    assert [row.index for row in panel.list.rows()] == [7, 11]


@pytest.mark.parametrize(
    ("key", "signal"),
    [
        (Qt.Key.Key_A, "accept_requested"),
        (Qt.Key.Key_X, "reject_requested"),
        (Qt.Key.Key_Delete, "reject_requested"),
        (Qt.Key.Key_N, "note_requested"),
    ],
)
def test_key_judges_the_current_match(
    panel: MatchesPanel, qtbot: QtBot, key: Qt.Key, signal: str
) -> None:
    panel.set_current(11)
    with qtbot.waitSignal(getattr(panel, signal)) as asked:
        QTest.keyClick(the_list(panel), key)
    assert asked.args == [11]


def test_letters_do_nothing_when_switched_off(panel: MatchesPanel, qtbot: QtBot) -> None:
    panel.list.set_single_keys(False)
    panel.set_current(11)
    with qtbot.assertNotEmitted(panel.accept_requested):
        QTest.keyClick(the_list(panel), Qt.Key.Key_A)


def test_rejected_match_leaves_the_list(panel: MatchesPanel) -> None:
    panel.show_matches((replace(ROWS[0], verdict=Verdict.REJECTED), *ROWS[1:]))
    assert [row.index for row in panel.list.rows()] == [9, 11]


def test_nothing_pinned_says_what_to_do(panel: MatchesPanel) -> None:
    panel.show_nothing_pinned()
    assert "Alt+1" in said(panel)


def test_no_match_at_all_points_to_only_here(panel: MatchesPanel) -> None:
    panel.show_matches(())
    assert "Only here" in said(panel)


@pytest.mark.parametrize(
    ("looked_at", "words"),
    [
        (LookedAt.WORDS_SO_FAR, "still being read"),
        (LookedAt.WORDS, "was not compared"),
        (LookedAt.NO_COMMON_LANGUAGE, "different languages"),
    ],
)
def test_no_match_claims_no_more_than_was_looked_at(
    panel: MatchesPanel, looked_at: LookedAt, words: str
) -> None:
    panel.show_matches((), looked_at)
    assert words in said(panel)
    assert "Only here" not in said(panel)


def test_everything_filtered_out_offers_to_show_all(panel: MatchesPanel) -> None:
    panel.set_filter(MatchFilter(kinds=frozenset()))
    assert "filtered" in said(panel)


def test_order_menu_changes_the_order(panel: MatchesPanel) -> None:
    panel.set_filter(MatchFilter(order="strength"))
    assert [row.index for row in panel.list.rows()] == [7, 11, 9]


def test_counterparts_of_one_passage_stand_under_it_once(panel: MatchesPanel) -> None:
    passage = {"left_text": "The night boat sails. " * 9, "left_start": 40}
    rows = [MatchRow(n, Kind.SAME_CLAIM, 0.9, right_text=f"right {n}", **passage) for n in range(3)]
    panel.show_matches([*rows, replace(ROWS[1], left_start=300)])

    first, second, *_ = (
        the_list(panel).visualRect(the_list(panel).model().index(n, 0)) for n in range(4)
    )
    assert second.height() < first.height() - 20
    assert "counterpart 2 of 3" in spoken(panel, 1)
    assert "counterpart" not in spoken(panel, 3)


def test_by_strength_each_card_tells_of_itself(panel: MatchesPanel) -> None:
    rows = [MatchRow(n, Kind.SAME_CLAIM, 0.9, "left", "right", left_start=4) for n in range(2)]
    panel.set_filter(MatchFilter(order=STRENGTH_ORDER))
    panel.show_matches(rows)
    assert [row.counterpart for row in panel.list.rows()] == [(1, 1), (1, 1)]


def test_card_grows_by_a_line_for_differing_figures(qapp: object) -> None:
    delegate = MatchCardDelegate(load_palette("light"))
    plain = delegate.row_height(replace(ROWS[2], differing=(), denies=False), 300)
    assert delegate.row_height(ROWS[2], 300) > plain


def test_parts_of_a_card_do_not_overlap() -> None:
    heights = CardHeights(14, 20, 15, 2, 1, 2)
    parts = card_parts(QRectF(0, 0, 300, heights.total()), heights)
    assert parts.header.bottom() <= parts.left.top()
    assert parts.left.bottom() <= parts.right.top()
    assert parts.right.bottom() <= parts.evidence[0].top()
    assert parts.evidence[-1].bottom() <= parts.card.bottom()


def test_thousands_of_matches_are_listed(panel: MatchesPanel) -> None:
    panel.show_matches([replace(ROWS[0], index=number) for number in range(5000)])
    panel.set_current(4999)
    assert panel.current_index() == 4999


@pytest.mark.parametrize("name", ["light", "dark", "sepia"])
def test_panel_paints_hostile_texts(panel: MatchesPanel, name: str) -> None:
    panel.set_palette_values(load_palette(name))
    odd = ("", "x" * 100_000, "مرحبا\n\0\ud800🚢")
    panel.show_matches(
        [MatchRow(n, Kind.SAME_CLAIM, 0.5, t, t, ((0, 9),), ((5, 2),)) for n, t in enumerate(odd)]
    )
    panel.resize(200, 400)
    assert not panel.grab().isNull()


def test_fainter_ones_that_are_listed_can_be_hidden_again(panel: MatchesPanel) -> None:
    line = panel.findChild(FainterLine)
    panel.show_fainter(32, are_shown=False)
    panel.show_fainter(0, are_shown=True)
    assert line.isVisible() and line.text() == "Hide the fainter ones"


def test_in_a_low_window_the_key_gives_way_and_nothing_is_squeezed(panel: MatchesPanel) -> None:
    chips = panel.findChild(KindChips)
    shown = {}
    for height in (600, 394, 340, 600):
        panel.resize(320, height)
        QTest.qWait(0)
        shown[height] = chips.key.isVisible()
        assert chips.height() >= chips.heightForWidth(chips.width())
        for part in (panel.tools, *panel.findChildren(Chip)):
            assert part.isHidden() or part.height() >= part.sizeHint().height()
        assert the_list(panel).height() >= the_list(panel).minimumHeight()

    assert shown == {600: True, 394: False, 340: False}
    assert panel.minimumSizeHint().height() <= 340
