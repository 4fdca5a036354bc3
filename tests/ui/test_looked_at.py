# SPDX-License-Identifier: MIT
"""A pair says how far it was compared, before it says that something is not there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from diptych.app import Diptych
from diptych.text.sides import SIDES
from diptych.ui.desk.found_matches import LookedAt

PATIENCE_MS = 60_000
STRANGERS = (
    "Bread\n\nThe baker lets the dough rest overnight under a wet cloth.\n",
    "Stars\n\nComets shed their tails behind them on the way towards summer.\n",
)


@pytest.fixture
def strangers(
    open_window: Callable[..., Diptych], tmp_path: Path, qtbot: QtBot
) -> Callable[[bool], Diptych]:
    def opened(by_meaning: bool) -> Diptych:
        files = tmp_path / "one.txt", tmp_path / "other.txt"
        for file, text in zip(files, STRANGERS, strict=True):
            file.write_text(text, encoding="utf-8")
        diptych = open_window()
        diptych.window.actions_by_id["by-meaning"].setChecked(by_meaning)
        diptych.window.library_presenter.adding.add_and_pin(dict(zip(SIDES, files, strict=True)))
        qtbot.waitUntil(lambda: diptych.states.pair.comparison is not None, timeout=PATIENCE_MS)
        return diptych

    return opened


def test_pair_whose_meaning_is_still_to_be_read_tells_no_absence(
    strangers: Callable[[bool], Diptych],
) -> None:
    pair = strangers(True).states.pair
    assert pair.looked_at is LookedAt.WORDS_SO_FAR
    assert not pair.knows_absence


def test_pair_compared_by_words_as_asked_says_so(
    strangers: Callable[[bool], Diptych],
) -> None:
    pair = strangers(False).states.pair
    assert pair.looked_at is LookedAt.WORDS
    assert pair.knows_absence
