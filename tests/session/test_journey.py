# SPDX-License-Identifier: MIT
"""A reader's way through the application with the keyboard: pin, jump, note, come back."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

import pytest

from diptych.cli import main as cli
from diptych.settings import read_yaml
from session.application import ROOT, Diptych
from session.screen import PATIENCE_SECONDS, wait_for

CORPUS = ROOT / "corpus"
PAIR = (CORPUS / "harbour-vote.md", CORPUS / "ferry-deal.md")
BOTH = "⟷"

Start = Callable[..., Diptych]


def session_of(diptych: Diptych) -> dict[str, Any]:
    path = diptych.profile / "config" / "session.yaml"
    return read_yaml(path) if path.exists() else {}


def notes_of(diptych: Diptych) -> list[dict[str, Any]]:
    """Return the notes as the command line lists them while the window is open."""
    told = io.StringIO()
    with redirect_stdout(told):  # in this process, for some wait until a note is there
        assert cli.run(["note", "list", "--json", "--profile", str(diptych.profile)]) == 0
    notes: list[dict[str, Any]] = json.loads(told.getvalue())
    return notes


def jump(diptych: Diptych) -> None:
    """Press the key for the next match until one is current."""

    def look() -> bool:
        diptych.press("alt+Down")
        return bool(session_of(diptych).get("match"))

    wait_for("a jump to a match", look)


@pytest.fixture
def reading(start: Start) -> Diptych:
    """Diptych with the sample pair open and a match chosen."""
    diptych = start(*PAIR)
    diptych.window(BOTH)
    diptych.focus()
    jump(diptych)
    return diptych


def test_note_on_a_match_is_kept_as_typed(reading: Diptych) -> None:
    reading.press("ctrl+n")
    reading.write("Both have it.")
    wait_for("the note", lambda: [n["text"] for n in notes_of(reading)] == ["Both have it."])
    assert [a["side"] for a in notes_of(reading)[0]["anchors"]] == ["left", "right"]


def test_note_outlives_a_sudden_end(reading: Diptych, start: Start) -> None:
    reading.press("ctrl+n")
    reading.write("Half a thought")
    wait_for("the note", lambda: [n["text"] for n in notes_of(reading)] == ["Half a thought"])
    reading.kill()

    again = start()
    again.window(BOTH)

    assert [note["text"] for note in notes_of(again)] == ["Half a thought"]


def test_everything_is_where_it_was(reading: Diptych, start: Start) -> None:
    reading.press("alt+Down", "alt+Down", "ctrl+shift+l")
    assert reading.close() == 0
    before = session_of(reading)

    again = start()
    again.window(BOTH)
    again.screen.still_picture()
    assert again.close() == 0

    after = session_of(again)
    kept = ("left", "right", "left_place", "right_place", "panel_tab", "library_sort")
    assert {name: after[name] for name in kept} == {name: before[name] for name in kept}


def test_search_result_is_pinned_by_key(start: Start) -> None:
    diptych = start(PAIR[0], PAIR[0])
    diptych.window(BOTH)
    diptych.focus()
    diptych.press("ctrl+k")
    diptych.write("schoolteacher")
    diptych.screen.still_picture()

    diptych.press("alt+2")

    diptych.press("ctrl+q")
    assert diptych.process.wait(PATIENCE_SECONDS) == 0
    assert session_of(diptych)["right_place"] > 0


def test_files_on_the_command_line_that_are_not_there(start: Start) -> None:
    diptych = start(Path("nowhere-1.txt"), Path("nowhere-2.txt"))
    assert diptych.process.wait(PATIENCE_SECONDS) == 1
    assert "nowhere-1.txt" in diptych.errors()


def test_what_hinders_a_start_from_the_menu_is_said_in_a_window(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DESKTOP_STARTUP_ID", "menu_TIME0")  # as a desktop does
    diptych = start(Path("nowhere-1.txt"), Path("nowhere-2.txt"))
    diptych.focus()
    diptych.press("Return")
    assert diptych.process.wait(PATIENCE_SECONDS) == 1
    assert "nowhere-1.txt" in diptych.errors()
