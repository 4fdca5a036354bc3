# SPDX-License-Identifier: MIT
"""What happens around a window that is open: many changes, ended helpers, a second window.

    python3 dev.py bench window_stress

storm      10,000 changes in a watched folder as quickly as the machine makes them
helpers    the processes that work for the window killed, again and again, while it compares
twins      two windows of one profile type into notes of their own and into the same ones

A finding is a file that is not listed, a pair that is not compared, words that are lost.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import psutil  # noqa: E402
from PySide6.QtCore import Qt  # noqa: E402
from PySide6.QtGui import QTextCursor  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication, QPlainTextEdit  # noqa: E402

from diptych.app import Diptych, make_application  # noqa: E402
from diptych.paths import Profile, profile_in  # noqa: E402
from diptych.services.indexing import add  # noqa: E402
from diptych.services.stores import Stores  # noqa: E402
from diptych.settings import SessionState, Settings, load, save  # noqa: E402
from diptych.text.sides import Side  # noqa: E402
from soak.articles import article_text, write_articles  # noqa: E402
from soak.book import kept_notes  # noqa: E402
from soak.hands import Hands, NeverCameError  # noqa: E402

CHANGES = 10_000
KILLED = 30
PIECES = 30  # typed by each of two windows
SHARED = 3  # notes that both write in
STALL_SECONDS = 1.0


class Place:
    """A profile with some articles, and a window on it."""

    def __init__(self, folder: Path, articles: int = 30) -> None:
        self.folder, self.texts = folder, folder / "texts"
        self.profile = profile_in(folder / "profile").create()
        write_articles(self.texts, articles, 1)
        save(Settings(brief_at_first=False, by_meaning=False), self.profile.settings_file)
        stores = Stores(self.profile)
        add(stores, [self.texts])
        stores.close()


def _window(profile: Profile) -> Hands:
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else make_application(sys.argv[:1])
    diptych = Diptych(application, profile, "light")
    diptych.start(size=(1200, 800))
    hands = Hands(diptych)
    hands.wait_until("the articles", lambda: diptych.states.library.entries)
    return hands


def _close(hands: Hands) -> None:
    hands.window.close()
    hands.window.deleteLater()
    QApplication.processEvents()


def storm(place: Place) -> list[str]:
    """Change files faster than they can be read."""
    hands = _window(place.profile)
    library, stall = hands.diptych.states.library, 0.0
    chance = random.Random(1)

    def change() -> None:
        for number in range(CHANGES):
            path = place.texts / f"storm-{chance.randrange(500)}.md"
            if chance.random() < 0.3 and path.exists():
                path.unlink()
            else:
                # Texts that are alike would be one article.
                text = f"{article_text(number, 1)}\n\nNumber {number}.\n"
                path.write_text(text, encoding="utf-8")

    changing, began = threading.Thread(target=change), time.monotonic()
    changing.start()

    def listed() -> bool:
        nonlocal stall, looked
        now = time.monotonic()
        stall, looked = max(stall, now - looked), now
        if changing.is_alive():
            return False
        there = {entry.path for entry in library.entries if entry.available}
        return there == set(place.texts.iterdir())

    looked = began
    try:
        hands.wait_until("the files that are left", listed)
    except NeverCameError as error:
        return [f"storm: {error}"]
    finally:
        changing.join()
        _close(hands)
    spent = time.monotonic() - began
    print(
        f"storm: {CHANGES:,} changes; all listed after {spent:.1f} s; stood {stall:.2f} s at most"
    )
    return [f"storm: the window stood {stall:.2f} s"] if stall > STALL_SECONDS else []


def helpers(place: Place) -> list[str]:
    """Kill what works for the window."""
    hands = _window(place.profile)
    pair, said = hands.pair, list[str]()
    pair.failed.connect(said.append)
    ids = [entry.id for entry in hands.diptych.states.library.entries]
    chance, killed = random.Random(1), 0
    for _ in range(KILLED):
        for side, id_ in zip(Side, chance.sample(ids, 2), strict=True):
            pair.pin(side, id_)
        end = time.monotonic() + chance.uniform(0.05, 0.4)
        hands.wait_until("a moment", lambda end=end: time.monotonic() > end)  # type: ignore[misc]
        for child in psutil.Process().children(recursive=True):
            if child.ppid() != os.getpid() or "resource_tracker" not in " ".join(child.cmdline()):
                child.kill()
                killed += 1
    compared: list[bool] = []
    pair.compared.connect(lambda: compared.append(True))
    for side, id_ in zip(Side, ids[:2], strict=True):
        pair.pin(side, id_)
    found = []
    try:
        hands.wait_until("the next pair", lambda: compared)
    except NeverCameError as error:
        found = [f"helpers: {error}"]
    print(f"helpers: {killed} killed; said {len(said)} times, {sorted(set(said))}")
    _close(hands)
    return found


def twins(place: Place) -> list[str]:
    """Let two windows write at once, and look whether each piece is kept."""
    stores = Stores(place.profile)
    from diptych.notes.note import new_note
    from diptych.services.note_keeping import add_note

    shared = [new_note(f"Shared {number}.") for number in range(SHARED)]
    for note in shared:
        add_note(stores, note)
    stores.close()
    ids = [note.id for note in shared]
    command = [sys.executable, __file__, "--typist"]
    typists = [
        subprocess.Popen([*command, name, str(place.folder), *ids], stderr=subprocess.PIPE)
        for name in ("left", "right")
    ]
    found = []
    for typist in typists:
        _, errors = typist.communicate()
        if typist.returncode or b"Traceback" in errors:
            found.append(f"twins: {errors.decode('utf-8', 'replace').strip()[-300:]}")
    words = "\n".join(entry.text for entry in kept_notes(place.profile).values())
    pieces = [f"{name} {n}." for name in ("left", "right") for n in range(PIECES)]
    found += [f"twins: {piece!r} is lost" for piece in pieces if piece not in words]
    load(Settings, place.profile.settings_file)
    load(SessionState, place.profile.session_file)
    print(f"twins: {len(pieces)} pieces typed, {len(kept_notes(place.profile))} notes")
    return found


def typist(name: str, folder: Path, ids: Sequence[str]) -> None:
    """Be one of two windows: write a piece in a new note, then one in a note of both."""
    hands, chance = _window(profile_in(folder / "profile")), random.Random(name)
    entries = hands.diptych.states.library.entries
    for side, entry in zip(Side, entries, strict=False):
        hands.pair.pin(side, entry.id)
    hands.wait_until("a comparison", lambda: hands.pair.comparison)
    hands.rest()
    for number in range(PIECES):
        if number % 2:
            hands.diptych.states.notes.edit(ids[number // 2 % len(ids)])
        else:
            hands.do("next-match")
            hands.do("note")
        hands.rest()
        box = hands.window.editor.findChild(QPlainTextEdit, "note-text")
        if box is None or not box.isVisible():
            raise NeverCameError(f"no editor for {name} {number}")
        box.moveCursor(QTextCursor.MoveOperation.End)
        QTest.keyClicks(box, f" {name} {number}.")
        preferences = hands.window.frame.preferences
        preferences.change(replace(preferences.now, theme=chance.choice(("light", "dark"))))
        hands.press(box, Qt.Key.Key_Escape)
    hands.rest()
    _close(hands)


PARTS: dict[str, Callable[[Place], list[str]]] = {
    "storm": storm,
    "helpers": helpers,
    "twins": twins,
}


def main() -> int:
    """Print what came of each part; 1 when anything was found."""
    arguments = sys.argv[1:]
    if arguments[:1] == ["--typist"]:
        typist(arguments[1], Path(arguments[2]), arguments[3:])
        return 0
    findings = []
    for name in arguments or PARTS:
        with tempfile.TemporaryDirectory(prefix="diptych-stress-") as folder:
            findings += PARTS[name](Place(Path(folder)))
    for found in findings:
        print(f"FOUND {found}")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
