# SPDX-License-Identifier: MIT
"""Where the two disagree: gone through by keys of its own, marked, counted, listed alone."""

from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot

from diptych.app import Diptych
from diptych.compare.values import Saying
from diptych.services.match_filter import MatchFilter
from diptych.text.sides import SIDES, Side
from diptych.ui.reader.match_words import words_of_match


def current_words(diptych: Diptych) -> tuple[str, str]:
    pair = diptych.states.pair
    articles = pair.articles()
    assert articles is not None
    match = pair.found.matches[pair.found.current]
    return match.left.of(articles[0].text), match.right.of(articles[1].text)


def test_f8_goes_to_where_the_two_disagree_and_nowhere_else(diptych: Diptych) -> None:
    for _ in range(3):  # there is one such place
        diptych.window.actions_by_id["next-difference"].trigger()

    left, right = current_words(diptych)
    assert "41,000" in left and "46,000" in right
    assert diptych.window.status.message.text() == "This is the last difference."


def test_the_head_of_the_list_says_how_the_two_come_out(diptych: Diptych, qtbot: QtBot) -> None:
    line = diptych.window.matches.tally
    diptych.states.meaning.pause(True)  # else it is said that the counts are not the last
    qtbot.waitUntil(lambda: bool(line.text()))
    found = diptych.states.pair.found
    alone = [len(found.only(side)) for side in SIDES]

    agreeing = len(found.visible) - 1
    assert line.text() == (
        f"Agree on {agreeing}, differ on 1, {alone[0]} only left, {alone[1]} only right"
    )


def test_differences_alone_are_listed_and_nothing_else_changes_its_story(
    diptych: Diptych, qtbot: QtBot
) -> None:
    found, line = diptych.states.pair.found, diptych.window.matches.tally
    diptych.states.meaning.pause(True)
    qtbot.waitUntil(lambda: bool(line.text()))
    before, alone = line.text(), [found.only(side) for side in SIDES]

    found.set_filter(replace(found.filter, differing_only=True))

    qtbot.waitUntil(lambda: len(diptych.window.matches.list.rows()) == 1)
    assert line.text() == before
    assert [found.only(side) for side in SIDES] == alone
    assert len(found.visible) == 1


def test_an_article_taken_off_takes_the_line_away(diptych: Diptych, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(diptych.window.matches.tally.text()))

    diptych.states.pair.clear(Side.RIGHT)

    assert diptych.window.matches.tally.text() == ""


def test_words_of_the_current_match_are_told_apart(diptych: Diptych) -> None:
    diptych.window.actions_by_id["next-difference"].trigger()
    pair = diptych.states.pair
    articles = pair.articles()
    assert articles is not None

    words = words_of_match(pair.found.matches[pair.found.current], *articles)

    assert words is not None
    changed = [span.of(articles[0].text) for span in words.left_changed]
    assert "41,000" in " ".join(changed)
    shared = " ".join(span.of(articles[1].text) for span in words.right_shared)
    assert "night boat" in shared and "46,000" not in shared


def test_a_filter_of_differences_lists_nothing_else() -> None:
    choice = MatchFilter(differing_only=True)

    assert [s for s in Saying if choice.lists(s)] == [Saying.DENIES, Saying.DIFFERS]
