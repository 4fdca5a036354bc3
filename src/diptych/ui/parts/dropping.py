# SPDX-License-Identifier: MIT
"""What a reader drops on the window (articles of the library, files, a text), and where."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QWidget

from diptych.ui.parts.theme import Palette
from diptych.values import dataclass

ARTICLE_MIME = "application/x-diptych-article"  # ids of the library, one a line


@dataclass(frozen=True, slots=True)
class Dropped:
    """The one of these that is meant; nothing else is filled."""

    articles: tuple[str, ...] = ()
    paths: tuple[Path, ...] = ()
    is_on_the_web: bool = False  # addresses, which nothing here can follow
    text: str = ""


def is_welcome(event: QDropEvent) -> bool:
    """Tell whether what is dragged can be dropped; words of the window itself cannot."""
    mime = event.mimeData()
    is_from_outside = event.source() is None
    return mime.hasFormat(ARTICLE_MIME) or mime.hasUrls() or (mime.hasText() and is_from_outside)


def accept_copy(event: QDropEvent) -> None:
    """Take what is dragged as a copy: whoever offers to move it would delete it afterwards."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()


def dropped(event: QDropEvent) -> Dropped:
    """Return what was dropped."""
    mime = event.mimeData()
    if mime.hasFormat(ARTICLE_MIME):
        return Dropped(articles=tuple(bytes(mime.data(ARTICLE_MIME).data()).decode().split("\n")))
    # Files first: what a file browser drags is text as well.
    paths = tuple(Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile())
    if paths:
        return Dropped(paths=paths)
    return Dropped(is_on_the_web=True) if mime.hasUrls() else Dropped(text=mime.text())


class DropArea(QWidget):
    """Takes what is dropped on anything in it: on a text as on what an empty side offers."""

    dropped = Signal(object)  # Dropped

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self.drop_frame = QFrame(self)
        # It lies over the others, and lets what is dropped through.
        self.drop_frame.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.drop_frame.hide()
        DropArea.set_palette_values(self, palette)

    def set_palette_values(self, palette: Palette) -> None:
        """Take the colours of another theme."""
        self.drop_frame.setStyleSheet(f"border: 3px solid {palette.accent}")

    def _show_drop(self, on: bool) -> None:
        self.drop_frame.setGeometry(self.rect())
        self.drop_frame.setVisible(on)
        self.drop_frame.raise_()

    # Qt overrides

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if is_welcome(event):
            accept_copy(event)
            self._show_drop(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._show_drop(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._show_drop(False)
        accept_copy(event)
        self.dropped.emit(dropped(event))
