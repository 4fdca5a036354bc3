# SPDX-License-Identifier: MIT
"""The brief opens with a new pair, is walked through by Space, and is put away for good."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from diptych import settings
from diptych.app import Diptych
from diptych.compare.brief import Brief
from diptych.compare.tally import Tally
from diptych.paths import Profile
from diptych.settings import Settings
from diptych.text.article import Span
from diptych.text.sides import Side
from diptych.ui.brief.delegate import BriefDelegate
from diptych.ui.brief.panel import BriefPanel
from diptych.ui.brief.rows import BriefRow
from diptych.ui.parts.text_block import TextStyle, lay_out
from diptych.ui.parts.theme import load_palette, reading_font


@pytest.fixture
def wanting_briefs(
    open_window: Callable[..., Diptych], profile: Profile, files: tuple[Path, Path]
) -> Diptych:
    settings.save(Settings(), profile.settings_file)
    return open_window(*files)


def brief(diptych: Diptych) -> BriefPanel:
    return diptych.window.retellings.brief


def test_a_card_of_the_brief_is_as_high_as_its_words(qtbot: QtBot, diptych_look: None) -> None:
    delegate = BriefDelegate(load_palette("light"))
    row = BriefRow("1", left_text="In January it failed to sail on eleven nights of thirty-one.")
    style = TextStyle(reading_font(10.25), QColor("black"))
    around = delegate.row_height(row, 2000) - lay_out(row.left_text, style, 1900, lines=3).height
    for width in range(240, 420, 20):
        wanted = lay_out(row.left_text, style, width - 53, lines=3).height + around
        assert delegate.row_height(row, width) == pytest.approx(wanted, abs=1)


def test_a_new_pair_is_told_in_brief(wanting_briefs: Diptych, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: brief(wanting_briefs).isVisible())

    told = " ".join(row.left_text + row.right_text for row in brief(wanting_briefs).rows())
    assert "We did not come here" in told and "41,000" in told
    assert not wanting_briefs.window.tabs.isVisible()


def test_space_walks_to_each_place_and_ends_with_the_lists(
    wanting_briefs: Diptych, qtbot: QtBot
) -> None:
    panel = brief(wanting_briefs)
    qtbot.waitUntil(panel.isVisible)
    passages = [row for row in panel.rows() if not row.is_heading]
    seen = []

    while panel.isVisible():
        panel.go_on()
        seen.append(panel.current_row())

    assert seen[: len(passages)] == passages
    assert wanting_briefs.window.tabs.isVisible()


def test_space_goes_to_what_both_say(wanting_briefs: Diptych, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: brief(wanting_briefs).isVisible())
    wanting_briefs.window.activateWindow()
    view = wanting_briefs.window.split.panes[Side.LEFT].view
    view.setFocus()

    QTest.keyClick(view, Qt.Key.Key_Space)

    row, found = brief(wanting_briefs).current_row(), wanting_briefs.states.pair.found
    assert row is not None
    assert (found.matches[found.current].left, found.matches[found.current].right) == (
        row.left,
        row.right,
    )


def test_one_click_puts_it_away_for_good(
    wanting_briefs: Diptych, qtbot: QtBot, profile: Profile
) -> None:
    panel = brief(wanting_briefs)
    qtbot.waitUntil(panel.isVisible)

    panel.at_first.click()

    assert not panel.isVisible()
    assert not settings.load(Settings, profile.settings_file).brief_at_first


def test_a_pair_read_before_opens_without_it(wanting_briefs: Diptych, qtbot: QtBot) -> None:
    panel, pair = brief(wanting_briefs), wanting_briefs.states.pair
    qtbot.waitUntil(panel.isVisible)
    wanting_briefs.window.actions_by_id["brief"].setChecked(False)

    wanting_briefs.window.actions_by_id["swap"].trigger()
    qtbot.waitUntil(lambda: pair.comparison is not None)

    assert not panel.isVisible()


def test_the_menu_brings_it_back_and_it_follows_the_pair(diptych: Diptych) -> None:
    diptych.window.actions_by_id["brief"].setChecked(True)
    assert brief(diptych).rows()

    diptych.states.pair.clear(Side.LEFT)

    assert brief(diptych).rows() == ()


def test_after_a_jump_elsewhere_no_other_line_seems_current(
    wanting_briefs: Diptych, qtbot: QtBot
) -> None:
    panel, found = brief(wanting_briefs), wanting_briefs.states.pair.found
    qtbot.waitUntil(panel.isVisible)
    panel.go_on()
    first = panel.current_row()
    assert first is not None
    (other,) = [n for n in found.visible if found.matches[n].left != first.left][:1]

    found.choose(other)

    row = panel.current_row()
    assert row is None or row.left == found.matches[other].left


def test_space_goes_on_behind_the_line_that_was_current(qtbot: QtBot) -> None:
    panel = BriefPanel(load_palette("light"))
    qtbot.addWidget(panel)
    spans = [Span(n, n + 1) for n in range(3)]
    panel.show_rows(
        [BriefRow(str(s), left=s, right=s, left_text="said") for s in spans], Tally(3, 0, 0, 0)
    )
    panel.go_on()

    panel.show_current(Span(7, 9), Span(7, 9))
    assert panel.current_row() is None
    panel.go_on()

    row = panel.current_row()
    assert row is not None and row.left == spans[1]


def test_what_came_with_a_new_pair_goes_with_it(
    wanting_briefs: Diptych, files: tuple[Path, Path], qtbot: QtBot
) -> None:
    panel, pair = brief(wanting_briefs), wanting_briefs.states.pair
    qtbot.waitUntil(panel.isVisible)
    wanting_briefs.window.actions_by_id["brief"].setChecked(False)
    wanting_briefs.window.actions_by_id["next-match"].trigger()  # else it was passed by
    known = pair.pinned_ids()
    third = files[0].with_name("third.txt")
    third.write_text(files[1].read_text(encoding="utf-8") + "\n\nMore.\n", encoding="utf-8")
    wanting_briefs.window.library_presenter.adding.open((third,))
    qtbot.waitUntil(panel.isVisible)
    assert pair.pinned_ids() != known

    pair.pin(Side.RIGHT, known[1])

    qtbot.waitUntil(lambda: not panel.isVisible())


def test_f6_goes_into_the_brief(wanting_briefs: Diptych, qtbot: QtBot) -> None:
    window, panel = wanting_briefs.window, brief(wanting_briefs)
    qtbot.waitUntil(panel.isVisible)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.waitUntil(lambda: bool(panel.rows()))
    window.split.panes[Side.RIGHT].view.setFocus()

    window.actions_by_id["next-pane"].trigger()

    assert panel.isAncestorOf(window.focusWidget())


def test_a_brief_without_lines_denies_no_match_that_is_listed(qtbot: QtBot) -> None:
    panel = BriefPanel(load_palette("light"))
    qtbot.addWidget(panel)

    panel.show_rows((), Tally(0, 0, None, None, perhaps=2))
    assert "stands in the list" in panel._empty.message()

    panel.show_rows((), Tally(0, 0, 0, 0))
    assert "nothing in common" in panel._empty.message()


def test_no_brief_without_a_line_opens_by_itself(
    wanting_briefs: Diptych, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    qtbot.waitUntil(brief(wanting_briefs).isVisible)
    wanting_briefs.window.actions_by_id["brief"].setChecked(False)
    nothing = Brief(Tally(0, 0, None, None, perhaps=2), (), (), (), ())
    monkeypatch.setattr("diptych.ui.brief.presenter.brief_of", lambda _: nothing)

    wanting_briefs.window.retellings.brief_presenter.open_at_first()

    assert not brief(wanting_briefs).isVisible()
