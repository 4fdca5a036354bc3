# SPDX-License-Identifier: MIT
"""What the reader says of the library's articles, and articles made of what is kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from diptych.library.progress import ReadingState, SavedPair
from diptych.services import folders, reading_list, shelving, versions
from diptych.services.stores import Stores
from diptych.services.versions import BothVersions
from diptych.ui.desk.library_state import LibraryState


class ShelfState(QObject):
    """Marks, tags and keeps; the library's list tells of it."""

    def __init__(self, library: LibraryState) -> None:
        super().__init__(library)
        self._library = library

    def keep_text(self, text: str, kept: Callable[[Path], None]) -> None:
        """Make a file of a text that has none, and hand it to ``kept``."""
        from diptych.services import pasting

        work = partial(pasting.keep_text, text=text)
        self._library.ask("keep text", work, kept)

    def mark_read(self, ids: Sequence[str], state: ReadingState) -> None:
        """Say how far the reader has come with articles."""
        self._shelve(partial(reading_list.mark, ids=tuple(ids), state=state))

    def save_pair(self, pair: SavedPair) -> None:
        """Keep a pair under a name."""
        self._shelve(partial(reading_list.save_pair, pair=pair))

    def forget_pair(self, name: str) -> None:
        """Keep a pair no longer."""
        self._shelve(partial(reading_list.forget_pair, name=name))

    def tag(self, ids: Sequence[str], name: str) -> None:
        """Give articles a tag."""
        self._library.change(
            f"tag {name} {ids}", partial(shelving.tag, ids=tuple(ids), name=name), _nothing
        )

    def untag(self, ids: Sequence[str], name: str) -> None:
        """Take a tag from articles."""
        self._library.change(
            f"untag {name} {ids}", partial(shelving.untag, ids=tuple(ids), name=name), _nothing
        )

    def list_folders(self, show: Callable[[Sequence[Path]], None]) -> None:
        """Hand the folders that are looked through to ``show``."""
        self._library.ask("folders", folders.folders, show)

    def forget_folder(self, folder: Path) -> None:
        """Look through a folder no longer; its articles stay."""
        self._shelve(partial(folders.forget_folder, folder=folder))

    def open_version_before(self, article_id: str, opened: Callable[[BothVersions], None]) -> None:
        """Make an article of what its file held before, and hand both to ``opened``."""

        def done(both: BothVersions) -> None:
            # The version before is an article more, to be listed and found.
            self._library.note_change()
            opened(both)

        work = partial(versions.open_version_before, article_id=article_id)
        self._library.ask(f"version {article_id}", work, done)

    def _shelve(self, work: Callable[[Stores], None]) -> None:
        self._library.ask(f"shelve {work}", work, lambda _: self._library.refresh())


def _nothing() -> None:
    """Leave it at what was done."""
