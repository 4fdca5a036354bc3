# SPDX-License-Identifier: MIT
"""Evidence is told in sentences a reader can check."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from diptych.compare.values import Evidence, Kind, SharedFact, SharedWord
from diptych.ui.matches.panel import MatchesPanel
from diptych.ui.matches.rows import MatchRow
from diptych.ui.matches.why import Why
from diptych.ui.matches.why_pane import WhyPane
from diptych.ui.parts.rows import RowList
from diptych.ui.parts.theme import load_palette

FULL = Evidence(
    shared_words=(SharedWord("ferri", 5.1, "ferries", 2), SharedWord("harbour", 3.0, "", 7)),
    facts=(SharedFact("figure", "41,000", "forty-one\nthousand"),),
    shared_run=9,
    in_a_row=9,
    similarity=0.834,
    beside=2,
)
ROWS = (
    MatchRow(3, Kind.SAME_WORDS, 0.97, "left one", "right one", evidence=FULL),
    MatchRow(5, Kind.SAME_CLAIM, 0.42, "left two", "right two"),
)


@pytest.fixture
def panel(qtbot: QtBot) -> MatchesPanel:
    panel = MatchesPanel(load_palette("light"))
    qtbot.addWidget(panel)
    panel.show_matches(ROWS)
    panel.show()
    return panel


def pane(panel: MatchesPanel) -> WhyPane:
    return panel.findChild(WhyPane)


def press(panel: MatchesPanel, key: Qt.Key) -> None:
    QTest.keyClick(panel.findChild(RowList), key)


def test_every_sort_of_evidence_has_its_sentence() -> None:
    assert Why().lines(FULL, 0.97, "an encoder") == (
        "9 words in a row are the same.",
        "Uncommon words that both use, and in how many passages: ferries (2), harbour (7).",
        "Facts both give: 41,000 / forty-one thousand.",
        "Nearness in meaning: 0.83, where 1 is the same (by the encoder an encoder).",
        "2 other matches stand right beside it on both sides.",
        "Strength 97 %: nearly all matches so strong are right.",
    )


def test_words_that_others_part_are_not_told_as_in_a_row() -> None:
    parted = replace(FULL, shared_run=37, in_a_row=22)

    told = Why().lines(parted, 0.97)[0]

    assert told == "37 words are the same, up to 22 of them in a row."


def test_match_by_the_whole_alone_says_so() -> None:
    assert Why().lines(Evidence(), 0.42) == (
        "No single word or fact stands out; the whole is alike.",
        "Strength 42 %: about 4 in 10 matches so strong are right.",
    )


def test_a_day_told_in_two_ways_is_said_by_its_date() -> None:
    day = SharedFact("date", "on Wednesday", "the twelfth", "2025-02-12")
    assert Why().lines(Evidence(facts=(day,)), 0.9)[0] == (
        "Facts both give: on Wednesday / the twelfth (12 February 2025)."
    )


def test_a_quotation_is_no_fact_among_others() -> None:
    quoted = SharedFact("quotation", '"We shall\nnot leave"', "“We shall not leave”")
    name = SharedFact("name", "Reuss", "Reuss")
    lines = Why().lines(Evidence(facts=(quoted, name)), 0.9)
    assert lines[:2] == ('Both quote: "We shall not leave"', "Facts both give: Reuss.")


def test_what_is_said_never_covers_the_match_it_is_about(panel: MatchesPanel) -> None:
    facts = tuple(SharedFact("name", f"The harbour office {n}", "it") for n in range(9))
    long = Evidence(facts=facts * 3, shared_words=FULL.shared_words)
    panel.resize(320, 420)
    panel.show_matches([MatchRow(n, Kind.SAME_CLAIM, 0.9, "a", "b", evidence=long) for n in "12"])
    panel.set_current("2")

    panel.set_why_shown(True)

    index, shown = panel.list.currentIndex(), panel.list.viewport().rect()
    assert shown.contains(panel.list.visualRect(index))


def test_key_shows_why_and_hides_it_again(panel: MatchesPanel) -> None:
    panel.set_current(3)
    press(panel, Qt.Key.Key_W)
    assert pane(panel).isVisible()
    press(panel, Qt.Key.Key_W)
    assert not pane(panel).isVisible()


def test_why_follows_the_current_match(panel: MatchesPanel) -> None:
    panel.set_current(3)
    panel.set_why_shown(True)
    press(panel, Qt.Key.Key_Down)
    assert "about 4 in 10" in pane(panel).text()


def test_without_a_current_match_why_says_what_to_do(panel: MatchesPanel) -> None:
    panel.set_why_shown(True)
    assert pane(panel).text() == "Choose a match to see what it rests on."


def test_why_names_the_encoder(panel: MatchesPanel) -> None:
    panel.show_encoders(("use-multilingual", "minilm"))
    panel.set_why_shown(True)
    panel.set_current(3)
    assert "by the encoder use-multilingual" in pane(panel).text()


def test_menu_asks_why_of_another_match(panel: MatchesPanel, qtbot: QtBot) -> None:
    panel.set_current(3)
    menu = panel.list.row_menu(ROWS[1])
    ask = next(a for a in menu.actions() if a.text().replace("&", "") == "Why this match")
    with qtbot.waitSignal(panel.match_chosen) as chosen:
        ask.trigger()
    assert chosen.args == [5]
    assert pane(panel).isVisible()


def test_shortest_wording_is_chosen_from_a_menu(panel: MatchesPanel, qtbot: QtBot) -> None:
    from PySide6.QtGui import QAction

    action = next(a for a in panel.findChildren(QAction) if a.text() == "12 words")
    with qtbot.waitSignal(panel.tools.shortest_run_chosen) as chosen:
        action.trigger()
    assert chosen.args == [12]
