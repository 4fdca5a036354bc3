# SPDX-License-Identifier: MIT
"""What is built when the page stands there, or at once before anything is asked."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from diptych.app import NOTHING_ASKED, Diptych
from diptych.paths import Profile
from diptych.settings import SessionState
from diptych.ui.shell.completing import Completing


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def built() -> list[int]:
    return []


@pytest.fixture
def completing(window: QWidget, built: list[int]) -> Completing:
    def build() -> Iterator[None]:
        for part in range(3):
            built.append(part)
            yield

    completing = Completing(build, window)
    completing.watch()
    return completing


def test_the_rest_is_built_once_the_page_is_to_be_seen(
    completing: Completing, built: list[int], qtbot: QtBot
) -> None:
    assert not built and not completing.is_done

    completing.begin_soon()

    qtbot.waitUntil(lambda: completing.is_done)
    completing.begin_soon()
    completing.finish()
    assert built == [0, 1, 2]


@pytest.mark.parametrize("begun", [False, True])
def test_a_key_finds_all_built(
    completing: Completing, built: list[int], window: QWidget, qtbot: QtBot, begun: bool
) -> None:
    if begun:
        completing.begin_soon()

    qtbot.keyClick(window, Qt.Key.Key_Down)

    assert completing.is_done and built == [0, 1, 2]


@pytest.fixture
def covered(qtbot: QtBot, qapp: QApplication, profile: Profile) -> Iterator[Diptych]:
    """A window as it comes up, while the picture of the page stands before it."""
    first = partial(Diptych.show_at_once, wanted=NOTHING_ASKED)
    diptych = Diptych(qapp, profile, "light", first=first)
    yield diptych
    diptych.window.close()
    diptych.window.deleteLater()


def test_a_page_asked_for_before_it_is_built_opens(covered: Diptych, qtbot: QtBot) -> None:
    window = covered.window
    assert not window.findChildren(QWidget, "overview-inner")

    window.start(SessionState())
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    window.actions_by_id["overview"].trigger()

    assert window.pages.currentWidget() is window.overview


def test_a_menu_finds_all_built(covered: Diptych) -> None:
    window = covered.window

    window.menuBar().findChildren(QMenu)[0].aboutToShow.emit()

    assert window.findChildren(QWidget, "overview-inner")


def test_the_rest_of_a_window_is_built_by_itself(covered: Diptych, qtbot: QtBot) -> None:
    covered.start()

    qtbot.waitUntil(lambda: bool(covered.window.findChildren(QWidget, "overview-inner")))
    qtbot.waitUntil(lambda: hasattr(covered.window, "print_presenter"))
