# SPDX-License-Identifier: MIT
"""What is loaded is no matter for the garbage collector until the reader is away."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from diptych.ui.shell import garbage
from diptych.ui.shell.garbage import ShortRounds


class Knot:
    """Something that only a round of the collector can free."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def rounds(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[ShortRounds]:
    monkeypatch.setattr(garbage, "SETTLED_MS", 1)
    gc.unfreeze()  # what windows of other tests have set aside
    made = ShortRounds(qapp)
    yield made
    qapp.applicationStateChanged.disconnect(made._look_through_when_away)
    made.deleteLater()
    gc.unfreeze()


def test_what_is_loaded_is_set_aside(rounds: ShortRounds, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: gc.get_freeze_count() > 0)
    gc.unfreeze()

    rounds.loaded()

    qtbot.waitUntil(lambda: gc.get_freeze_count() > 0)


def test_all_is_looked_through_while_the_reader_is_away(
    rounds: ShortRounds, qapp: QApplication, qtbot: QtBot
) -> None:
    knot = Knot()
    rounds.loaded()
    qtbot.waitUntil(lambda: gc.get_freeze_count() > 0)
    del knot
    assert not gc.collect()  # it is set aside

    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert any(isinstance(one, Knot) for one in gc.get_objects()) or gc.get_freeze_count() > 0
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)

    gc.unfreeze()
    assert not any(isinstance(one, Knot) for one in gc.get_objects())
