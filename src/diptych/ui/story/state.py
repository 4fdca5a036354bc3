# SPDX-License-Identifier: MIT
"""Asks the library who tells a claim."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from diptych.errors import DiptychError
from diptych.text.article import Span
from diptych.ui.parts.lanes import DiskLane
from diptych.ui.parts.translation import told


class StoryState(QObject):
    """Answers with a story; a newer question drops the older."""

    told = Signal(object)  # Story
    failed = Signal(str)

    def __init__(self, disk: DiskLane, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._disk = disk

    def ask(self, article_id: str, span: Span) -> None:
        """Find out who tells what stands at a span of an article."""
        from diptych.services.story import story_at  # few readers ask, and no start waits for it

        work = partial(story_at, article_id=article_id, span=span)
        self._disk.run("story", work, self.told.emit, self._fail)

    def forget(self) -> None:
        """Want no answer any more."""
        self._disk.forget("story")

    def _fail(self, error: DiptychError) -> None:
        self.failed.emit(told(error.sentence))
