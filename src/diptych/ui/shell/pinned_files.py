# SPDX-License-Identifier: MIT
"""Watches the files of the pinned articles."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer

from diptych.text.sides import SIDES, Side
from diptych.ui.desk.frame import Frame
from diptych.ui.desk.pair_state import PairState, Pinned, file_stamp
from diptych.ui.library.adding_presenter import AddingPresenter

SETTLE_MS = 400  # a file is often written in several steps
RELOAD = "reload"


class PinnedFiles(QObject):
    """Says above a text that its file has changed or gone, and reads it again on request."""

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
        pair.cleared.connect(lambda _: self._watch())
        self._watcher.fileChanged.connect(lambda _: self._settling.start())
        self._settling.timeout.connect(self._look_at_files)
        self._texts.banner_followed.connect(self._reload)

    def _pinned(self, side: Side, pinned: Pinned) -> None:
        self._texts.show_banner(side, "" if pinned.stamp else self._gone())
        self._watch()

    def _watch(self) -> None:
        if self._watcher.files():
            self._watcher.removePaths(self._watcher.files())
        pinned = [p.path for p in self._pair.sides.values() if p is not None and p.stamp]
        if pinned:
            self._watcher.addPaths(pinned)

    def _look_at_files(self) -> None:
        for side in SIDES:
            pinned = self._pair.sides[side]
            if pinned is None or not pinned.path:
                continue
            if not Path(pinned.path).exists():
                self._texts.show_banner(side, self._gone())
            elif file_stamp(Path(pinned.path)) != pinned.stamp:
                text = self.tr("The file has changed.")
                link = self.tr("Read it again")
                self._texts.show_banner(side, f'{text} <a href="{RELOAD}">{link}</a>')
        self._watch()

    def _reload(self, side: Side) -> None:
        pinned = self._pair.sides[side]
        if pinned is not None and pinned.path:
            place = self._texts.places()[SIDES.index(side)]
            self._adding.add_and_pin({side: Path(pinned.path)}, place=place)

    def _gone(self) -> str:
        return self.tr("The file is no longer where it was; this is the stored text.")
