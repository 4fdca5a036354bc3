# SPDX-License-Identifier: MIT
"""A new reader's whole journey without a mouse: from an empty library to the next start."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from diptych.settings import read_yaml
from session.application import ROOT, Diptych
from session.screen import PATIENCE_SECONDS, wait_for
from session.test_journey import notes_of, session_of

ARTICLES = ("harbour-vote.md", "ferry-deal.md", "two-ports.html", "letters.txt")
JUMPS = 10

Start = Callable[..., Diptych]


def settings_of(diptych: Diptych) -> dict[str, Any]:
    path = diptych.profile / "config" / "settings.yaml"
    return read_yaml(path) if path.exists() else {}


def wait_for_state(diptych: Diptych, name: str, fits: Callable[[Any], bool]) -> None:
    """Wait until what the application keeps of its session says so."""
    wait_for(f"{name} in the session", lambda: fits(session_of(diptych).get(name)))


def add_folder(diptych: Diptych, folder: Path) -> None:
    diptych.press("ctrl+shift+o")
    diptych.focus("Add a folder")
    diptych.press("ctrl+a")
    diptych.write(f"{folder}")
    diptych.press("Return")
    diptych.focus()


def pin_from_search(diptych: Diptych, words: str, keys: str, side: str) -> None:
    diptych.press("ctrl+k", "ctrl+a")
    diptych.write(words)
    diptych.screen.still_picture()
    diptych.press(keys)
    wait_for_state(diptych, side, bool)


def test_the_whole_journey_by_keys(start: Start, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name in ARTICLES:
        shutil.copy(ROOT / "corpus" / name, folder)
    diptych = start()
    diptych.focus()
    add_folder(diptych, folder)
    pin_from_search(diptych, "schoolteacher", "alt+1", "left")
    pin_from_search(diptych, "oyster smack", "alt+2", "right")
    diptych.press("Escape")

    for _ in range(JUMPS):
        diptych.press("alt+Down")
    wait_for_state(diptych, "match", bool)
    diptych.press("ctrl+BackSpace", "alt+Down", "ctrl+n")
    diptych.write("Both towns say so.")
    wait_for("the note", lambda: [n["text"] for n in notes_of(diptych)] == ["Both towns say so."])
    diptych.press("Escape", "ctrl+1", "ctrl+shift+l", "ctrl+shift+a", "alt+Left")
    diptych.press("ctrl+shift+m")  # the overview, and back from it
    diptych.screen.still_picture()
    diptych.press("Escape")
    wait_for("unlinking", lambda: settings_of(diptych).get("scroll_together") is False)
    diptych.press("ctrl+q")
    assert diptych.process.wait(PATIENCE_SECONDS) == 0
    before = session_of(diptych)

    again = start()
    again.window("⟷")
    again.focus()
    again.press("ctrl+q")
    assert again.process.wait(PATIENCE_SECONDS) == 0

    after = session_of(again)
    kept = ("left", "right", "left_place", "right_place", "panel_tab")
    assert {name: after[name] for name in kept} == {name: before[name] for name in kept}
    assert (diptych.errors(), again.errors()) == ("", "")
