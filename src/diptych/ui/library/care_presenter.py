# SPDX-License-Identifier: MIT
"""Puts the library in order: tags, folders that are looked through, near copies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from diptych.text.sides import Side
from diptych.ui.desk.frame import Frame
from diptych.ui.desk.library_state import LibraryState
from diptych.ui.desk.pair_state import PairState
from diptych.ui.desk.shelf_state import ShelfState
from diptych.ui.library.panel import LibraryPanel
from diptych.ui.library.presenter import LibraryPresenter
from diptych.ui.parts.name_sheet import NameSheet

if TYPE_CHECKING:
    from diptych.ui.library.care_sheet import CareSheet, LibraryOrder


class LibraryCarePresenter(QObject):
    """Opens the sheet and does what is asked for there."""

    def __init__(
        self,
        library: LibraryState,
        pair: PairState,
        panel: LibraryPanel,
        presenter: LibraryPresenter,
        frame: Frame,
    ) -> None:
        super().__init__(frame.window)
        self._library = library
        self._shelf = ShelfState(library)
        self._pair = pair
        self._panel = panel
        self._presenter = presenter
        self._status = frame.status
        self._window = frame.window
        self._sheet: CareSheet | None = None
        self._folders: tuple[str, ...] = ()
        library.entries_changed.connect(lambda _: self._show())
        library.shelves_changed.connect(lambda _: self._show())
        frame.actions["library-order"].triggered.connect(self.open)
        frame.actions["tag-articles"].triggered.connect(lambda: self._ask_tag(self._chosen()))
        panel.tags_requested.connect(self._ask_tag)

    def open(self) -> None:
        """Show tags, folders and near copies."""
        self._shelf.list_folders(self._take_folders)
        if self._sheet is not None:
            self._sheet.raise_()
            return
        from diptych.ui.library.care_sheet import CareSheet  # not before it is asked for

        sheet = CareSheet(self._order(), self._window)
        sheet.tag_shown.connect(lambda tag: self._presenter.set_shelf("tag", tag))
        sheet.tag_renamed.connect(self._rename)
        sheet.tags_removed.connect(self._remove_tags)
        sheet.folder_added.connect(self._presenter.adding.ask_folder)
        sheet.folders_forgotten.connect(self._forget)
        sheet.looking_asked.connect(self._library.look_through)
        sheet.articles_opened.connect(self._open_articles)
        sheet.articles_removed.connect(self._panel.remove_requested)
        # It deletes itself when it is closed.
        sheet.destroyed.connect(lambda: setattr(self, "_sheet", None))
        self._sheet = sheet
        sheet.open()

    def _order(self) -> LibraryOrder:
        counted = Counter(tag for entry in self._library.entries for tag in entry.tags)
        titles = {entry.id: entry.called for entry in self._library.entries}
        copies = [
            # Some may have been taken out since the copies were found.
            [(id_, titles[id_]) for id_ in group if id_ in titles]
            for group in self._library.shelves.alike
        ]
        tags = dict(sorted(counted.items(), key=lambda item: item[0].casefold()))
        from diptych.ui.library.care_sheet import LibraryOrder  # not before it is asked for

        # What is left alone is no copy of anything.
        return LibraryOrder(tags, self._folders, [group for group in copies if len(group) > 1])

    def _show(self) -> None:
        if self._sheet is not None:
            self._shelf.list_folders(self._take_folders)

    def _take_folders(self, folders: Sequence[Path]) -> None:
        self._folders = tuple(map(str, folders))
        if self._sheet is not None:
            self._sheet.show_order(self._order())

    # Tags

    def _chosen(self) -> tuple[str, ...]:
        return self._presenter.chosen_ids()

    def _ask_tag(self, ids: tuple[str, ...]) -> None:
        """Give articles a tag."""
        if not ids:
            return
        known = tuple(self._order().tags)

        def about(name: str) -> str:
            if not _as_tag(name):
                return self.tr("Without a tag nothing changes.")
            if _as_tag(name) in known:
                return self.tr("Other articles have it too.")
            return self.tr("No article has it so far.")

        self._ask(
            self.tr("Tag the articles"),
            about,
            # Files may change while one types.
            lambda name: self.tag([*map(self._library.newest, ids)], name),
        )

    def _ask(
        self, title: str, about: Callable[[str], str], then: Callable[[str], None], name: str = ""
    ) -> None:
        """Ask for a tag, and do something with it."""
        known = tuple(self._order().tags)
        sheet = NameSheet(title, about, name=name, known=known, parent=self._window)
        sheet.named.connect(lambda typed: then(_as_tag(typed)) if _as_tag(typed) else None)
        sheet.open()

    def tag(self, ids: Sequence[str], name: str) -> None:
        """Give articles a tag."""
        # Undoing must not take the tag from those that had it.
        new = [id_ for id_ in ids if name not in self._tags_of(id_)]
        self._shelf.tag(new, name)
        words = self.tr("%n article(s) tagged #{0}.", "", len(ids)).format(name)
        self._status.say(words, undo=partial(self._shelf.untag, new, name))

    def _tags_of(self, article_id: str) -> tuple[str, ...]:
        entry = self._library.entry(article_id)
        return entry.tags if entry is not None else ()

    def _with_tag(self, tag: str) -> list[str]:
        return [entry.id for entry in self._library.entries if tag in entry.tags]

    def _rename(self, tag: str) -> None:
        def about(name: str) -> str:
            if _as_tag(name) in ("", tag):
                return self.tr("The tag stays as it is.")
            if _as_tag(name) in self._order().tags:
                return self.tr("The two tags become one.")
            return self.tr("Every article that has it follows.")

        self._ask(self.tr("Rename the tag"), about, partial(self._renamed, tag), tag)

    def _renamed(self, tag: str, name: str) -> None:
        if name != tag:
            ids = self._with_tag(tag)
            # The new one first: between the two steps no article is without.
            self._shelf.tag(ids, name)
            self._shelf.untag(ids, tag)
            self._status.say(
                self.tr("#{0} is #{1} now.").format(tag, name), undo=self._back(ids, name, tag)
            )

    def _back(self, ids: Sequence[str], new: str, old: str) -> Callable[[], None]:
        def take_back() -> None:
            self._shelf.tag(ids, old)
            self._shelf.untag(ids, new)

        return take_back

    def _remove_tags(self, tags: tuple[str, ...]) -> None:
        # Asked before, for undoing: afterwards nobody can tell which had them.
        had = {tag: self._with_tag(tag) for tag in tags}

        def take_back() -> None:
            for tag, ids in had.items():
                self._shelf.tag(ids, tag)

        for tag, ids in had.items():
            self._shelf.untag(ids, tag)
        self._status.say(self.tr("%n tag(s) removed.", "", len(tags)), undo=take_back)

    # Folders and articles

    def _forget(self, folders: tuple[str, ...]) -> None:
        for folder in folders:
            self._shelf.forget_folder(Path(folder))
        self._status.say(
            self.tr("Looked through no longer; its articles stay."),
            # Added again, a folder is looked through again and finds its articles here.
            undo=partial(self._library.add, tuple(map(Path, folders))),
        )

    def _open_articles(self, ids: tuple[str, ...]) -> None:
        if len(ids) == 1:
            self._panel.open_requested.emit(ids[0])
        else:
            self._pair.pin(Side.LEFT, ids[0])
            self._pair.pin(Side.RIGHT, ids[1])


def _as_tag(typed: str) -> str:
    return " ".join(typed.strip().lstrip("#").split())
