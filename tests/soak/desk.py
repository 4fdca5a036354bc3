# SPDX-License-Identifier: MIT
"""What every way of writing is tried at: a profile, a pair of articles and the commands on them."""

from __future__ import annotations

import io
import json
import random
from abc import ABC, abstractmethod
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import ClassVar

from diptych.cli import main as cli
from diptych.notes.note import new_note
from diptych.paths import profile_in
from diptych.services.note_keeping import add_note, all_notes
from diptych.services.stores import Stores
from soak.articles import article_text
from soak.book import kept_notes

NOTES = 40
Say = Callable[..., None]


class Desk:
    """A folder with a profile in it, a pair of articles and the commands on them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.profile = profile_in(folder / "profile")
        self.article = folder / "left.md"

    def set_up(self, notes: int = NOTES) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        self.article.write_text(article_text(0, 1), encoding="utf-8")
        self.call("add", self.article)
        words = [f"note {number} of the beginning" for number in range(notes)]
        self.add_note(words[0])
        stores = Stores(self.profile)
        first = all_notes(stores)[0]
        for text in words[1:]:
            add_note(stores, new_note(text, first.anchors))
        stores.close()

    def call(self, *words: object) -> str:
        """Carry out a command and return its output; AssertionError when it fails."""
        status, out, complaints = self.told(*words)
        if status:
            raise AssertionError(f"{words}: {status} {complaints} {out}")
        return out

    def told(self, *words: object) -> tuple[int, str, str]:
        """Carry out a command and return its status, output and complaints."""
        out, complaints = io.StringIO(), io.StringIO()
        profile = str(self.profile.config.parent)
        with redirect_stdout(out), redirect_stderr(complaints):
            status = cli.run([*map(str, words), "--profile", profile])
        return status, out.getvalue().strip(), complaints.getvalue().strip()

    def finds(self, word: str) -> bool:
        """Tell whether a word is found in any article; the answer itself repeats the query."""
        return bool(json.loads(self.call("search", word, "--json"))["total"])

    def add_note(self, text: str) -> str:
        place = f"{self.article}:{10}-{60}"
        return self.call("note", "add", "--left", place, "--text", text)

    def change_any(self, chance: random.Random) -> None:
        """Change one note, so that there is something to write."""
        ids = sorted(id_ for id_, note in kept_notes(self.profile).items() if not note.is_deleted)
        words = f"changed to {chance.randrange(10**9)}"
        self.call("note", "edit", chance.choice(ids), "--text", words)

    def texts(self) -> set[str]:
        return {note.text for note in kept_notes(self.profile).values() if not note.is_deleted}


class Writer(ABC):
    """One way of writing at a desk. Each method is called in a process of its own."""

    notes: ClassVar[int] = NOTES  # that are there before the first end

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def prepare(self) -> None:
        """Set up what is there before the first end."""
        self._desk.set_up(self.notes)

    @abstractmethod
    def work(self, chance: random.Random, say: Say) -> None:
        """Write without end, saying ``will`` before and ``did`` after each thing."""

    @abstractmethod
    def wrong(self, heard: list[list[str]]) -> list[str]:
        """Return what is not as it should be, after all that was heard since the beginning."""


def may_be(heard: list[list[str]]) -> dict[str, set[str]]:
    """Return of each thing what it may be: as last done, or as begun since then."""
    found: dict[str, set[str]] = {}
    for kind, what, value in heard:
        if kind == "did":
            found[what] = {value}
        elif what in found:
            found[what].add(value)
    return found
