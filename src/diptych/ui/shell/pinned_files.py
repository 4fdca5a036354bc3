# SPDX-License-Identifier: MIT
"""Watches the files of the pinned articles."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer

from diptych.text.sides import SIDES, Side
from diptych.ui.desk.frame import Frame
from diptych.ui.desk.pair_state import PairState, Pinned, file_stamp
from diptych.ui.library.adding_presenter import AddingPresenter

SETTLE_MS = 400  # a file is often written in several steps
RELOAD = "reload"


class PinnedFiles(QObject):
    """Says below a text that its file has changed or gone, and reads it again on request."""

    def __init__(self, pair: PairState, adding: AddingPresenter, frame: Frame) -> None:
        super().__init__(frame.window)
        self._pair = pair
        self._adding = adding
        self._texts = frame.texts
        self._watcher = QFileSystemWatcher(self)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLE_MS)
        pair.pinned.connect(self._pinned)
        pair.cleared.connect(self._cleared)
        self._watcher.fileChanged.connect(lambda _: self._settling.start())
        self._watcher.directoryChanged.connect(lambda _: self._settling.start())
        self._settling.timeout.connect(self._look_at_files)
        self._texts.banner_followed.connect(self._reload)

    def _pinned(self, side: Side, pinned: Pinned) -> None:
        self._texts.show_banner(side, self._about(pinned))
        self._watch()

    def _cleared(self, side: Side) -> None:
        self._texts.show_banner(side, "")
        self._watch()

    def _watch(self) -> None:
        """Watch the files, and their folders for one that comes back."""
        # A file that was replaced Qt watches no longer, so all are named anew.
        if watched := self._watcher.files() + self._watcher.directories():
            self._watcher.removePaths(watched)
        files = [Path(p.path) for p in self._pair.sides.values() if p is not None and p.path]
        there = {path for file in files for path in (file, file.parent) if path.exists()}
        if there:
            self._watcher.addPaths(sorted(map(str, there)))

    def _look_at_files(self) -> None:
        for side in SIDES:
            pinned = self._pair.sides[side]
            if pinned is not None:
                self._texts.show_banner(side, self._about(pinned))
        self._watch()

    def _about(self, pinned: Pinned) -> str:
        """Return what is to be said of an article's file, empty while all is well."""
        now = file_stamp(Path(pinned.path)) if pinned.path else None
        if now is None:
            return self.tr("The file is no longer where it was; this is the stored text.")
        if pinned.stamp is None or now == pinned.stamp:
            return ""
        text, link = self.tr("The file has changed."), self.tr("Read it again")
        return f'{text} <a href="{RELOAD}">{link}</a>'

    def _reload(self, side: Side) -> None:
        pinned = self._pair.sides[side]
        if pinned is not None and pinned.path:
            from diptych.text.place_again import place_again

            here = partial(place_again, pinned.article, self._texts.top_place(side))
            self._adding.add_and_pin({side: Path(pinned.path)}, place=here)
