# SPDX-License-Identifier: MIT
"""The bottom line: its buttons stay where they are, whatever file is named beside them."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from diptych.ui.parts.status import StatusLine


def test_buttons_stay_where_they_are_while_file_names_change(
    qtbot: QtBot, diptych_look: None
) -> None:
    line = StatusLine()
    qtbot.addWidget(line)
    line.resize(1200, 30)
    line.show()
    places = set()
    for name in ("a.txt", "a letter on the harbour.html", "revised minutes of the joint.docx"):
        line.show_work(f"Adding {name}: 12 of 400", 12, 400, cancel=lambda: None, pause=print)
        line.layout().activate()
        places.add((line.pause.x(), line.cancel.x()))

    assert len(places) == 1
