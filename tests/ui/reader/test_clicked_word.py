# SPDX-License-Identifier: MIT
"""A double click selects a word in scripts without spaces too, not the whole sentence."""

from __future__ import annotations

import sys
from collections.abc import Callable
from ctypes.util import find_library
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from diptych.app import Diptych
from diptych.text.sides import Side
from diptych.ui.reader.clicked_word import clicked_word

CHINESE = "去年有四万一千名乘客乘坐夜班渡轮，其中三分之一是轮班工人。乘客等渡轮。"
# Qt asks the system's for where Thai words end, on Linux libthai.
NEEDS_A_DICTIONARY = pytest.mark.skipif(
    sys.platform == "linux" and find_library("thai") is None, reason="there is no libthai"
)
THAI = "ปีที่แล้วมีผู้โดยสารเรือเฟอร์รี่กลางคืน 41,000 คน"


@pytest.mark.parametrize(
    ("text", "clicked", "word"),
    [
        (CHINESE, "乘客乘", "乘客"),
        (CHINESE, "轮，", "渡轮"),
        (CHINESE, "工", "工"),
        pytest.param(THAI, "โดยสาร", "ผู้โดยสาร", marks=NEEDS_A_DICTIONARY),
        pytest.param(THAI, "กลางคืน", "กลางคืน", marks=NEEDS_A_DICTIONARY),
        (THAI, "41", None),
        ("בסירת הלילה", "הלילה", None),
    ],
)
def test_the_word_is_told(text: str, clicked: str, word: str | None) -> None:
    found = clicked_word(text, text.index(clicked), text)
    assert (None if found is None else text[slice(*found)]) == word


def test_a_double_click_in_a_tinted_chinese_passage_selects_its_word(
    open_window: Callable[..., Diptych], tmp_path: Path, qtbot: QtBot
) -> None:
    files = tmp_path / "one.txt", tmp_path / "other.txt"
    for file, title in zip(files, ("港口", "来信"), strict=True):
        file.write_text(f"{title}\n\n{CHINESE}\n", encoding="utf-8")
    view = open_window(*files).window.split.panes[Side.LEFT].view
    cursor = QTextCursor(view.document().find("渡轮"))
    cursor.setPosition(cursor.selectionStart() + 1)
    place = view.cursorRect(cursor).center()
    place.setX(place.x() + 4)

    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert view.textCursor().selectedText() == "渡轮"
