# SPDX-License-Identifier: MIT
"""The page as its reader left it, shown from a picture until the page itself is there.

The window takes a second to build; what stood in it last is there at once. The
picture is kept when the window closes, in the profile's cache, with all it
depends on: another theme, another text or another note, and it is not used.

The file has a line for that, a line for its size in pixels, and the pixels, packed by
zlib: of a PNG as large, Qt takes half as long again to read the pixels.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QObject,
    QRect,
    Qt,
    QTimer,
    Signal,
    SignalInstance,
)
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from diptych import __version__
from diptych.opened import read_whole
from diptych.paths import Profile
from diptych.ui.parts.theme import Palette

LONGEST_MS = 4_000  # after that the page is shown as far as it has come
_PIXELS = QImage.Format.Format_RGB888
_MOST_PIXELS = 100_000_000
_QUICKLY = 1  # how little to compress
_SHARES = (0.19, 0.78)  # of the width, where the texts begin and end
_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.InputMethod,
    }
)


class Still(QWidget):
    """Covers the window with a picture, or with its bare columns; whatever is done goes below."""

    painted = Signal()
    left = Signal()  # the page itself is to be seen

    def __init__(self, palette: Palette, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._palette = palette
        self._picture: QPixmap | None = None
        self._is_there: Callable[[], bool] = lambda: True
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        # It paints every pixel, so that Qt need not fill what is below.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.hide()

    def cover(self, picture: QPixmap | None) -> None:
        """Stand before everything until ``leave`` or ``leave_once``."""
        self._picture = picture
        self.resize(self._window.size())
        self.show()
        self.raise_()

    @property
    def _application(self) -> QCoreApplication:
        application = QCoreApplication.instance()
        assert application is not None
        return application

    def leave_once(self, is_there: Callable[[], bool], *changes: SignalInstance) -> None:
        """Go when ``is_there`` says so after one of the changes, or when the reader does anything.

        At the latest after LONGEST_MS.
        """
        if self.isHidden():
            return
        self._is_there = is_there
        for changed in changes:
            # After whoever else shows what has changed.
            changed.connect(self._look, Qt.ConnectionType.QueuedConnection)
        self._application.installEventFilter(self)
        QTimer.singleShot(LONGEST_MS, self.leave)
        self._look()

    def leave(self) -> None:
        """Show the page itself."""
        self.hide()
        self._picture = None
        self._application.removeEventFilter(self)
        self.left.emit()

    def _look(self, *_: object) -> None:
        if self.isVisible() and self._is_there():
            QTimer.singleShot(0, self.leave)  # what the change brought is laid out by then

    # Qt overrides

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _INPUT:
            self.leave()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        fitting = self._picture
        # Of a window of another size it would be cut off or leave an edge bare.
        if fitting is not None and fitting.deviceIndependentSize().toSize() == self.size():
            painter.drawPixmap(0, 0, fitting)
        else:
            self._paint_columns(painter)
        self.painted.emit()

    def _paint_columns(self, painter: QPainter) -> None:
        painter.fillRect(self.rect(), QColor(self._palette.side))
        left, right = (round(self.width() * share) for share in _SHARES)
        painter.fillRect(QRect(left, 0, right - left, self.height()), QColor(self._palette.bg))


def what_it_is_of(profile: Profile, palette: Palette) -> str:
    """Return all that a picture of the page depends on, as one text."""
    # Written anew at each close, so by their words; the large ones by size and time.
    chosen = (_text(path) for path in (profile.session_file, profile.settings_file))
    kept = (_stamp(path) for path in (profile.library_file, profile.notes_file))
    whole = " ".join((__version__, repr(palette), *chosen, *kept))
    return " ".join(whole.split())  # one line of the file


def keep(picture: QPixmap, file: Path, of: str) -> None:
    """Write a picture of the page; a disk that has no room for it goes without."""
    from diptych.atomic import replacing  # the first paint does not wait for it

    image = picture.toImage().convertToFormat(_PIXELS)
    head = f"{of}\n{image.width()} {image.height()}\n".encode()
    with suppress(OSError), replacing(file) as stream:
        stream.write(head + zlib.compress(image.constBits(), _QUICKLY))


def forget(file: Path) -> None:
    """Delete the picture; where the disk does not let it go, nothing it is of changes either."""
    with suppress(OSError):
        file.unlink(missing_ok=True)


def kept(file: Path, of: str, pixel_ratio: float) -> QPixmap | None:
    """Return the picture of the page if it is of just this, else None."""
    try:
        head, size, packed = read_whole(file).split(b"\n", 2)
        if head != of.encode():
            return None
        width, height = map(int, size.split())
        if min(width, height) < 1 or width * height > _MOST_PIXELS:
            return None
        line = (3 * width + 3) // 4 * 4  # bytes; Qt begins each at a multiple of four
        pixels = zlib.decompress(packed, bufsize=line * height)
    except (OSError, ValueError, zlib.error):
        return None
    if len(pixels) != line * height:
        return None
    picture = QPixmap.fromImage(QImage(pixels, width, height, line, _PIXELS))
    picture.setDevicePixelRatio(pixel_ratio)
    return picture


def _text(path: Path) -> str:
    try:
        return read_whole(path).decode("utf-8", "replace")
    except OSError:
        return ""


def _stamp(path: Path) -> str:
    try:
        status = path.stat()
    except OSError:
        return ""
    return f"{status.st_size} {status.st_mtime_ns}"
