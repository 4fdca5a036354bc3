# SPDX-License-Identifier: MIT
"""Draws the pictures of the documentation: the real window on the sample articles.

    python -m diptych.ui.screenshots FOLDER

The clock stands still and the caret does not blink, so that the same code draws
the same picture.
"""

from __future__ import annotations

import multiprocessing
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication

from diptych import samples
from diptych.app import make_application
from diptych.notes.anchor import Side, anchor_for
from diptych.notes.note import Stance, new_note
from diptych.notes.store import NoteStore
from diptych.paths import Profile, profile_in
from diptych.rooms import Rooms
from diptych.text.article import Article, Span
from diptych.ui import clock
from diptych.ui.screenshot import Stage

MOMENT = datetime(2025, 3, 5, 14, 2, tzinfo=UTC)
USUAL = (1440, 900)


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: its file name, the look of the window, and what is done before."""

    name: str
    theme: str = "light"
    size: tuple[int, int] = USUAL
    articles: tuple[str, ...] = ("left", "right")
    prepare: Callable[[Stage], None] = lambda _: None


def main(arguments: list[str] | None = None) -> int:
    """Draw all pictures into the folder that is named."""
    words = sys.argv[1:] if arguments is None else arguments
    folder = Path(words[0] if words else "docs/images")
    folder.mkdir(parents=True, exist_ok=True)
    clock.stop(MOMENT)
    make_application(sys.argv[:1])
    QApplication.setCursorFlashTime(0)
    for picture in PICTURES:
        with _profile(has_library=picture.name != "first-start") as profile:
            _draw(picture, profile, folder)
        print(f"{folder / picture.name}.png")
    return 0


@contextmanager
def _profile(*, has_library: bool) -> Iterator[Profile]:
    with tempfile.TemporaryDirectory(prefix="diptych-pictures-") as folder:
        profile = profile_in(Path(folder)).create()
        if has_library:
            rooms = Rooms(profile)
            rooms.add(samples.sample_paths())
            _write_notes(rooms, profile)
            rooms.close()
        yield profile


def _write_notes(rooms: Rooms, profile: Profile) -> None:
    """Put one note on each of two passages that both sample articles hold."""
    articles = [rooms.open_article(str(path))[0] for path in samples.sample_pair()]
    store = NoteStore(profile.notes_file, now=lambda: MOMENT)
    for text, words, stance, tag in (
        (
            "Both quote the chair. Only the Strait names who holds the lease.",
            "The harbour cannot be settled in one call",
            Stance.AGREES,
            "sources",
        ),
        ("Ask the harbour office for the count of 2024.", "41,000", Stance.QUESTION, "figures"),
    ):
        anchors = tuple(
            anchor_for(article, _sentence(article, words), side=side)
            for side, article in zip(Side, articles, strict=True)
        )
        store.add(new_note(text, anchors, stance=stance, tags=(tag,)))
    store.close()


def _sentence(article: Article, words: str) -> Span:
    start = article.text.index(words)
    return Span(start, article.text.index(".", start))


def _draw(picture: Picture, profile: Profile, folder: Path) -> None:
    pair = dict(zip(("left", "right"), samples.sample_pair(), strict=True))
    wanted = {side: pair[side] for side in picture.articles}
    stage = Stage(profile, picture.size, picture.theme, wanted)
    try:
        stage.settle()
        picture.prepare(stage)
        stage.settle()
        stage.draw(folder / f"{picture.name}.png")
    finally:
        stage.close()


# What is done before a picture is taken


def _jump(stage: Stage) -> None:
    stage.window.actions_by_id["next-match"].trigger()


def _search(stage: Stage) -> None:
    stage.window.activateWindow()
    stage.window.search_wiring.focus()
    stage.window.toolbar.search.setText("night boat")
    stage.wait_for(stage.window.results.isVisible)


def _note(stage: Stage) -> None:
    _jump(stage)
    notes = stage.diptych.controllers.notes
    stage.wait_for(lambda: bool(notes.pair_notes))
    notes.edit(notes.pair_notes[0].note.id)
    stage.wait_for(stage.window.editor.isVisible)


def _only_here(stage: Stage) -> None:
    stage.window.tabs.setCurrentWidget(stage.window.only_here)
    stage.window.reading_wiring.mark_only_here(True)


PICTURES = (
    Picture("first-start", articles=()),
    Picture("reading-light", prepare=_jump),
    Picture("reading-dark", theme="dark", prepare=_jump),
    Picture("reading-sepia", theme="sepia", prepare=_jump),
    Picture("one-pinned", articles=("left",)),
    Picture("search", prepare=_search),
    Picture("note", prepare=_note),
    Picture("only-here", prepare=_only_here),
    Picture("narrow", size=(1024, 640), prepare=_jump),
)


if __name__ == "__main__":
    multiprocessing.freeze_support()
    sys.exit(main())
