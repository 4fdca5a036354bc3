# SPDX-License-Identifier: MIT
"""A new reader's whole journey without a mouse: from an empty library to the next start."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from PySide6.QtGui import QImage

from diptych.settings import read_yaml
from session.application import ROOT, Diptych
from session.screen import PATIENCE_SECONDS, wait_for
from session.test_journey import notes_of, session_of

ARTICLES = ("harbour-vote.md", "ferry-deal.md", "two-ports.html", "letters.txt")
JUMPS = 10
SAME = ("left", "right", "left_place", "right_place", "match", "panel_tab", "library_sort")

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
    diptych.come_back_from("Add a folder")


def pin_from_search(diptych: Diptych, words: str, keys: str, side: str) -> None:
    diptych.press("ctrl+k", "ctrl+a")
    diptych.write(words)

    def look() -> bool:  # what was just added is found when it is indexed
        diptych.screen.still_picture()
        diptych.press(keys)
        return bool(session_of(diptych).get(side))

    wait_for(f"an article on the {side}", look)


def kept_rows(diptych: Diptych, table: str) -> list[tuple[object, ...]]:
    """Return what the notes file keeps of a sort: ``verdict`` or ``pin``."""
    path = diptych.profile / "data" / "notes.sqlite"
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as notes:
        return notes.execute(f"SELECT * FROM {table}").fetchall()


def differing(one: QImage, other: QImage) -> float:
    """Return the share of the places looked at that have another colour."""
    places = [(x, y) for y in range(70, one.height(), 3) for x in range(0, one.width(), 3)]
    return sum(one.pixel(*place) != other.pixel(*place) for place in places) / len(places)


def wait_for_picture(diptych: Diptych, what: str, fits: Callable[[QImage], bool]) -> None:
    wait_for(what, lambda: fits(diptych.screen.still_picture()))


def jump_ten_times(diptych: Diptych) -> None:
    seen: list[str] = []

    def has_moved(match: str) -> bool:
        return bool(match) and match not in seen

    for _ in range(JUMPS):
        diptych.press("alt+Down")
        wait_for_state(diptych, "match", has_moved)
        seen.append(session_of(diptych)["match"])


def annotate(diptych: Diptych) -> None:
    """Reject the current match, undo it, reject it again, and write a note on the next."""
    for key, is_kept in (("ctrl+BackSpace", True), ("ctrl+z", False), ("ctrl+BackSpace", True)):
        diptych.press(key)
        wait_for("the verdict", lambda kept=is_kept: bool(kept_rows(diptych, "verdict")) is kept)
    diptych.press("alt+Down", "ctrl+n")
    diptych.write("Both towns say so.")
    wait_for("the note", lambda: [n["text"] for n in notes_of(diptych)] == ["Both towns say so."])
    diptych.press("Escape", "ctrl+1")


def read_otherwise(diptych: Diptych) -> None:
    """Read the pair as one column and in brief, the story of a claim, and the legend."""
    reading = diptych.screen.still_picture()
    diptych.press("ctrl+shift+w")
    wait_for_picture(diptych, "the column", lambda now: differing(now, reading) > 0.2)
    diptych.press("Escape")
    wait_for_picture(diptych, "the two texts", lambda now: differing(now, reading) < 0.05)
    diptych.press("ctrl+shift+i")
    wait_for_picture(diptych, "the brief", lambda now: differing(now, reading) > 0.02)
    diptych.press("ctrl+shift+i", "ctrl+1")
    for key, title in (("ctrl+shift+s", "The story"), ("question", "Help")):
        diptych.press(key)
        diptych.focus(title)
        diptych.press("Escape")
        diptych.come_back_from(title)


def export_notes(diptych: Diptych, target: Path) -> None:
    """Write the notes to a file, and come back to the texts."""
    diptych.press("ctrl+e")
    diptych.focus("Export notes")
    diptych.screen.still_picture()
    diptych.press("ctrl+s")
    wait_for("asking where", lambda: diptych.titled("Export notes") == 2)
    diptych.focus("Export notes")
    diptych.press("ctrl+a")
    diptych.write(f"{target}")
    diptych.press("Return")
    wait_for("the file", target.exists)
    diptych.come_back_from("Export notes")
    diptych.press("ctrl+1")


def part_the_sides(diptych: Diptych) -> None:
    """Let each side scroll alone, and pin where they stand."""
    diptych.press("ctrl+shift+l")
    wait_for("unlinking", lambda: settings_of(diptych).get("scroll_together") is False)
    diptych.press("ctrl+shift+a")
    wait_for("the alignment", lambda: kept_rows(diptych, "alignment"))


def visit_overview(diptych: Diptych) -> None:
    """Go to the overview, where the pair is current, and open it from there."""
    reading = diptych.screen.still_picture()
    diptych.press("ctrl+shift+m")
    wait_for_picture(diptych, "the overview", lambda now: differing(now, reading) > 0.2)
    diptych.press("Return")
    wait_for_picture(diptych, "the same pair", lambda now: differing(now, reading) < 0.05)


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
    jump_ten_times(diptych)
    annotate(diptych)
    read_otherwise(diptych)
    export_notes(diptych, tmp_path / "notes.md")
    assert "Both towns say so." in (tmp_path / "notes.md").read_text(encoding="utf-8")
    part_the_sides(diptych)
    visit_overview(diptych)
    diptych.press("ctrl+q")
    assert diptych.process.wait(PATIENCE_SECONDS) == 0
    before = session_of(diptych)
    kept = {table: kept_rows(diptych, table) for table in ("verdict", "alignment")}
    assert [row[4] for row in kept["verdict"]] == ["rejected"]
    assert len(kept["alignment"]) == 1

    again = start()
    again.window("⟷")
    again.focus()
    again.screen.still_picture()
    again.press("ctrl+q")
    assert again.process.wait(PATIENCE_SECONDS) == 0

    after = session_of(again)
    assert {name: after[name] for name in SAME} == {name: before[name] for name in SAME}
    assert {table: kept_rows(again, table) for table in kept} == kept
    assert settings_of(again)["scroll_together"] is False
    assert [note["text"] for note in notes_of(again)] == ["Both towns say so."]
    assert (diptych.errors(), again.errors()) == ("", "")
