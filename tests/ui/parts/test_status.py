# SPDX-License-Identifier: MIT
"""The bottom line: its buttons stay where they are, whatever file is named beside them."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from diptych.ui.parts.status import StatusLine, Work


def test_buttons_stay_where_they_are_while_file_names_change(
    qtbot: QtBot, diptych_look: None
) -> None:
    line = StatusLine()
    qtbot.addWidget(line)
    line.resize(1200, 30)
    line.show()
    places = set()
    for name in ("a.txt", "a letter on the harbour.html", "revised minutes of the joint.docx"):
        told = f"Adding {name}: 12 of 400"
        line.show_work(Work.ADDING, told, 12, 400, cancel=lambda: None, pause=print)
        line.layout().activate()
        places.add((line.pause.x(), line.cancel.x()))

    assert len(places) == 1


def test_work_that_goes_on_is_told_of_when_another_ends(qtbot: QtBot) -> None:
    given_up: list[str] = []
    line = StatusLine()
    qtbot.addWidget(line)
    line.show()
    line.show_work(Work.COMPARING, "Comparing", cancel=lambda: given_up.append("comparing"))
    line.show_work(Work.CHANGES, "Changes", cancel=lambda: given_up.append("changes"))

    line.end_work(Work.CHANGES)
    line.cancel.click()

    assert line.work.text() == "Comparing"
    assert given_up == ["comparing"]


def test_paused_work_that_ends_does_not_pause_the_next(qtbot: QtBot) -> None:
    paused: list[bool] = []
    line = StatusLine()
    qtbot.addWidget(line)
    line.show_work(Work.ADDING, "Adding", pause=paused.append)
    line.pause.click()
    line.show_work(Work.COMPARING, "Comparing")

    line.end_work(Work.ADDING)

    assert paused == [True, False]
    assert not line.pause.isChecked()
