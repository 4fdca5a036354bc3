# SPDX-License-Identifier: MIT
"""Odd pairs in every way of reading them: each tells something."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from diptych.app import Diptych
from diptych.notes.export.profiles import Format
from diptych.text.sides import SIDES
from diptych.ui.export.dialog import ExportDialog
from diptych.ui.story.dialog import StoryDialog

HEBREW = (
    """קול המזח

בשנה שעברה נסעו בסירת הלילה 41,000 נוסעים, שליש מהם עובדי משמרות. המועצה הצביעה ביום שני.
""",
    """מכתב מן האי

האי חיכה להסכם שנים. בשנה שעברה נסעו בסירת הלילה 46,000 נוסעים, שליש מהם עובדי משמרות.
""",
)
CHINESE = (
    """港口的表决

去年有四万一千名乘客乘坐夜班渡轮，其中三分之一是轮班工人。市议会星期一表决了渡轮协议。
""",
    """渡轮协议

岛民等了好几年。去年有四万六千名乘客乘坐夜班渡轮，其中三分之一是轮班工人。
""",
)
STRANGERS = (
    "Bread\n\nThe baker lets the dough rest overnight under a wet cloth.\n",
    "Stars\n\nComets shed their tails behind them on the way towards summer.\n",
)


PAIRS = {
    "right to left": HEBREW,
    "chinese": CHINESE,
    "no match": STRANGERS,
}


@pytest.fixture(params=PAIRS)
def odd(
    request: pytest.FixtureRequest,
    open_window: Callable[..., Diptych],
    tmp_path: Path,
    qtbot: QtBot,
) -> Diptych:
    files = tmp_path / "one.txt", tmp_path / "other.txt"
    for file, text in zip(files, PAIRS[request.param], strict=True):
        file.write_text(text, encoding="utf-8")
    diptych = open_window()
    diptych.window.actions_by_id["by-meaning"].setChecked(False)
    wanted = dict(zip(SIDES, files, strict=True))
    diptych.window.library_presenter.adding.add_and_pin(wanted)
    qtbot.waitUntil(lambda: diptych.states.pair.comparison is not None)
    return diptych


def test_every_way_of_reading_it_tells_something(odd: Diptych, qtbot: QtBot) -> None:
    actions, ways = odd.window.actions_by_id, odd.window.retellings

    actions["woven"].setChecked(True)
    view = ways.woven.view
    qtbot.waitUntil(lambda: bool(view.toPlainText()) and not view.is_setting)
    actions["woven"].setChecked(False)

    actions["brief"].setChecked(True)
    qtbot.waitUntil(lambda: bool(ways.brief.rows()) or tells_nothing(ways.brief))
    actions["brief"].setChecked(False)

    actions["as-versions"].trigger()
    qtbot.waitUntil(lambda: odd.states.changes.is_versions)
    actions["as-versions"].trigger()
    qtbot.waitUntil(lambda: not odd.states.changes.is_versions)


def tells_nothing(brief: QWidget) -> bool:
    """Say whether the panel says in words that there is nothing to tell."""
    return any(label.text() == "Nothing to tell in brief" for label in brief.findChildren(QLabel))


def test_its_report_and_the_story_of_a_sentence_are_told(odd: Diptych, qtbot: QtBot) -> None:
    actions = odd.window.actions_by_id
    odd.window.split.panes[SIDES[0]].view.selectAll()
    actions["story"].trigger()
    story = odd.window.findChild(StoryDialog)
    assert story is not None
    qtbot.waitUntil(lambda: bool(story.tellers()))
    story.reject()

    actions["export-report"].trigger()
    qtbot.waitUntil(lambda: odd.window.findChild(ExportDialog) is not None)
    dialog = odd.window.findChild(ExportDialog)
    assert dialog is not None
    dialog.choose_format(Format.REPORT_PDF.value)
    qtbot.waitUntil(dialog.shows_pages)
