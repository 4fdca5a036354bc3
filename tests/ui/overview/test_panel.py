# SPDX-License-Identifier: MIT
"""The overview can be walked by keys, and opens the pair chosen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from diptych.ui.overview.geometry import NUMBERS_FROM
from diptych.ui.overview.matrix import ESTIMATE_INSET, SMALLEST_NUMBER, Matrix, font_for
from diptych.ui.overview.panel import OverviewPanel
from diptych.ui.overview.rows import OverviewArticle, PairCounts, PairDigest
from diptych.ui.overview.timeline import Timeline
from diptych.ui.parts.controls import EmptyState
from diptych.ui.parts.text_block import text_advance
from diptych.ui.parts.theme import load_palette

ARTICLES = (
    OverviewArticle("h", "The harbour vote", "2025-02-14"),
    OverviewArticle("f", "The ferry deal", "2025-02-27"),
    OverviewArticle("p", "Two ports"),
)
DIGEST = PairDigest("h", "f", "The harbour vote", "The ferry deal", "17 matches", ("one call",))


@pytest.fixture
def panel(qtbot: QtBot) -> OverviewPanel:
    panel = OverviewPanel(load_palette("light"))
    qtbot.addWidget(panel)
    panel.resize(900, 600)
    panel.show_articles(ARTICLES)
    panel.add_counts({("f", "h"): 17})
    panel.show()
    return panel


def matrix(panel: OverviewPanel) -> Matrix:
    return panel.findChild(Matrix)


def spoken(panel: OverviewPanel, row: int, column: int) -> str:
    index = matrix(panel).model().index(row, column)
    return str(index.data(Qt.ItemDataRole.AccessibleTextRole))


def test_square_is_read_out_with_both_titles(panel: OverviewPanel) -> None:
    assert spoken(panel, 0, 1) == "The harbour vote ⟷ The ferry deal: 17 matches"


def test_estimate_is_read_out_as_one(panel: OverviewPanel) -> None:
    panel.estimate({("h", "p"): 4})
    told = "about 4 passages in common, not compared yet"
    assert spoken(panel, 0, 2) == f"The harbour vote ⟷ Two ports: {told}"


def test_estimate_never_replaces_what_was_compared(panel: OverviewPanel) -> None:
    panel.estimate({("h", "f"): 4})
    assert spoken(panel, 0, 1).endswith("17 matches")


def test_comparing_replaces_the_estimate(panel: OverviewPanel) -> None:
    panel.estimate({("p", "h"): 4})
    panel.add_counts({("h", "p"): 6})
    assert spoken(panel, 0, 2).endswith("6 matches")


def test_estimates_and_matches_are_shaded_by_their_own_greatest() -> None:
    counts = PairCounts()
    counts.estimate({("a", "b"): 4, ("a", "c"): 2})
    counts.add({("b", "c"): 40})
    assert [counts.share(*pair) for pair in ("ab", "ac", "cb", "ad")] == [1.0, 0.5, 1.0, 0.0]


def test_estimate_is_painted_otherwise(panel: OverviewPanel) -> None:
    panel.estimate({("h", "p"): 17})
    estimated = panel.grab().toImage()
    panel.add_counts({("h", "p"): 17})
    assert panel.grab().toImage() != estimated


def test_square_not_compared_yet_says_so(panel: OverviewPanel) -> None:
    assert spoken(panel, 0, 2).endswith("not compared yet")


def test_arrow_key_asks_for_the_digest(panel: OverviewPanel, qtbot: QtBot) -> None:
    panel.choose("h", "h")
    with qtbot.waitSignal(panel.pair_chosen) as chosen:
        QTest.keyClick(matrix(panel), Qt.Key.Key_Right)
    assert chosen.args == ["h", "f"]


def test_enter_opens_the_pair(panel: OverviewPanel, qtbot: QtBot) -> None:
    panel.choose("h", "f")
    with qtbot.waitSignal(panel.pair_requested) as opened:
        QTest.keyClick(matrix(panel), Qt.Key.Key_Return)
    assert opened.args == ["h", "f"]


def test_a_click_sums_the_pair_up_and_opens_nothing(panel: OverviewPanel, qtbot: QtBot) -> None:
    view = matrix(panel)
    place = view.visualRect(view.model().index(1, 0)).center()
    with (
        qtbot.waitSignal(panel.pair_chosen) as chosen,
        qtbot.assertNotEmitted(panel.pair_requested),
    ):
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == ["f", "h"]


def test_columns_are_called_by_the_numbers_of_the_rows(panel: OverviewPanel) -> None:
    model = matrix(panel).model()
    rows = [str(model.headerData(n, Qt.Orientation.Vertical)) for n in range(3)]
    columns = [str(model.headerData(n, Qt.Orientation.Horizontal)) for n in range(3)]
    assert [row.split()[0] for row in rows] == columns == ["1", "2", "3"]


def test_diagonal_opens_nothing(panel: OverviewPanel, qtbot: QtBot) -> None:
    panel.choose("h", "h")
    with qtbot.assertNotEmitted(panel.pair_requested):
        QTest.keyClick(matrix(panel), Qt.Key.Key_Return)


def test_pair_set_from_outside_is_not_announced(panel: OverviewPanel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(panel.pair_chosen):
        panel.choose("f", "p")


def test_digest_opens_its_pair(panel: OverviewPanel, qtbot: QtBot) -> None:
    panel.show_digest(DIGEST)
    button = next(b for b in panel.findChildren(QPushButton) if "side by side" in b.text())
    with qtbot.waitSignal(panel.pair_requested) as opened:
        button.click()
    assert opened.args == ["h", "f"]


def test_digest_shows_what_both_say(panel: OverviewPanel) -> None:
    panel.show_digest(DIGEST)
    assert any("one call" in label.text() for label in panel.findChildren(QLabel))


def test_point_of_the_timeline_is_chosen_by_keys(panel: OverviewPanel, qtbot: QtBot) -> None:
    line = panel.findChild(Timeline)
    QTest.keyClick(line, Qt.Key.Key_Right)
    QTest.keyClick(line, Qt.Key.Key_Right)
    with qtbot.waitSignal(panel.article_chosen) as chosen:
        QTest.keyClick(line, Qt.Key.Key_Return)
    assert chosen.args == ["f"]


def test_point_of_the_timeline_is_read_out(panel: OverviewPanel) -> None:
    line = panel.findChild(Timeline)
    QTest.keyClick(line, Qt.Key.Key_Right)
    assert line.accessibleName() == "The harbour vote · 14 Feb"


def test_one_article_is_no_overview(panel: OverviewPanel) -> None:
    panel.show_articles(ARTICLES[:1])
    assert panel.findChild(EmptyState).isVisible()


def test_no_more_than_sixty_are_shown(panel: OverviewPanel) -> None:
    panel.show_articles([OverviewArticle(str(n), f"Article {n}") for n in range(90)])
    assert matrix(panel).model().rowCount() == 60


@pytest.mark.parametrize("name", ["light", "dark", "sepia"])
def test_overview_paints_odd_articles(panel: OverviewPanel, name: str) -> None:
    panel.set_palette_values(load_palette(name))
    panel.show_articles(
        [OverviewArticle(str(n), "長" * 300, "2025-99-99" if n % 2 else "0001") for n in range(12)]
    )
    panel.add_counts({("0", "1"): 10**9, ("x", "y"): -3})
    panel.resize(320, 300)
    assert not panel.grab().isNull()


@pytest.mark.parametrize("number", ["3", "~9", "~10", "~138", "1204"])
def test_a_number_has_room_in_its_square(qapp: object, number: str) -> None:
    points = 8 if number.startswith("~") else 9
    side = NUMBERS_FROM * (1 - 2 * ESTIMATE_INSET) if number.startswith("~") else NUMBERS_FROM

    font = font_for(number, side, points)

    assert text_advance(number, font) <= side or font.pointSizeF() <= SMALLEST_NUMBER
    assert font.pointSizeF() <= points
    assert text_advance("~10", font_for("~10", side, 8)) <= side
