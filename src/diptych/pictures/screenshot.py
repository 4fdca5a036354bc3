# SPDX-License-Identifier: MIT
"""Draws the real window into a picture, once what it should show has come."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QAbstractAnimation, QEventLoop, QPoint, QRect, QTimer
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from diptych import settings as stored
from diptych.app import Diptych, make_application
from diptych.errors import DiptychError
from diptych.paths import Profile, profile_in
from diptych.settings import Settings
from diptych.text.sides import SIDES
from diptych.ui.shell.open_windows import Asked

PATIENCE_MS = 300_000  # a busy computer is slow, a broken window never comes to rest
LOOK_MS = 40
SOON_MS = 500  # a timer that ends later waits for the reader, not for the window


def take(
    profile: Profile, target: Path, size: tuple[int, int], theme_name: str, wanted: Asked
) -> None:
    """Open the window with the files pinned, wait for the comparison, write a PNG.

    Files are read in a profile made for the picture: a picture of two files shall
    not put them into the reader's library, nor end what was open there.
    Raises DiptychError when a file cannot be read or the picture not be written.
    """
    existing = QApplication.instance()
    if not isinstance(existing, QApplication):
        make_application(sys.argv[:1])
    with ExitStack() as ending:
        if wanted.files:
            profile = ending.enter_context(_passing_profile(profile))
        stage = Stage(profile, size, theme_name, wanted)
        ending.callback(stage.close)
        # A picture of what is half there would be another one at each attempt.
        stage.settle()
        stage.draw(target)


@contextmanager
def _passing_profile(profile: Profile) -> Iterator[Profile]:
    """Give a profile with the reader's settings and vectors, and nothing else of theirs."""
    with TemporaryDirectory(prefix="diptych-", ignore_cleanup_errors=True) as folder:
        passing = profile_in(Path(folder)).create()
        # Its pair is new to it, yet the picture is of the lists.
        chosen = stored.load(Settings, profile.settings_file)
        stored.save(replace(chosen, brief_at_first=False), passing.settings_file)
        with suppress(OSError):  # Windows wants a right for it; then vectors are made again
            profile.vectors_folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            passing.vectors_folder.symlink_to(profile.vectors_folder, target_is_directory=True)
        yield passing


class Stage:
    """A window set up to be drawn; steps can be taken between pictures."""

    def __init__(
        self,
        profile: Profile,
        size: tuple[int, int],
        theme_name: str,
        wanted: Asked,
    ) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self.diptych = Diptych(application, profile, theme_name)
        self.window = self.diptych.window
        self._problem = ""
        self._pinned = SIDES[: len(wanted.files)]
        states = self.diptych.states
        states.library.added.connect(self._look_at_report)
        states.pair.failed.connect(self._fail)
        states.library.failed.connect(self._fail)
        self.diptych.start(wanted, size=size)

    def settle(self) -> None:
        """Wait until nothing is being read, compared or animated."""
        pair = self.diptych.states.pair

        def shown() -> bool:
            if any(pair.sides[side] is None for side in self._pinned):
                return False
            both = all(pair.sides.values())
            return pair.comparison is not None or not both

        self.wait_for(lambda: bool(self._problem) or (shown() and self._idle()))
        if self._problem:
            raise DiptychError(self._problem)

    def wait_for(self, condition: Callable[[], bool]) -> None:
        """Run the event loop until a condition holds; DiptychError after a long time."""
        loop = QEventLoop()
        looking = QTimer()
        looking.setInterval(LOOK_MS)
        # Asked again and again, since there is no signal of all being at rest.
        looking.timeout.connect(lambda: loop.quit() if condition() else None)
        late = QTimer()
        late.setSingleShot(True)
        late.timeout.connect(lambda: loop.exit(1))
        looking.start()
        # Or a window that never rests would hold up whoever makes all the pictures.
        late.start(PATIENCE_MS)
        failed = loop.exec() != 0
        for timer in (looking, late):
            timer.stop()
            timer.timeout.disconnect()  # else it lives on in a cycle, to be freed by any thread
        if failed:
            raise DiptychError("The window did not come to rest; nothing was drawn.")

    def draw(self, target: Path) -> None:
        """Write what the window shows as a PNG."""
        if not self.picture().save(str(target)):
            raise DiptychError("{target} could not be written; is its folder there?", target=target)

    def picture(self) -> QImage:
        """Return what the window shows, with the dialogs that stand before it."""
        drawn = self.window.grab()
        painter = QPainter(drawn)
        painter.setPen(self.diptych.palette.color("line"))
        corner = self.window.mapToGlobal(QPoint(0, 0))
        for dialog in self._dialogs():
            place = QRect(dialog.mapToGlobal(QPoint(0, 0)) - corner, dialog.size())
            if isinstance(dialog, QDialog):  # a desktop puts dialogs in the middle
                place.moveCenter(self.window.rect().center())
            # A window that is grabbed leaves out those that stand before it.
            painter.drawPixmap(place.topLeft(), dialog.grab())
            painter.drawRect(place.adjusted(-1, -1, 0, 0))
        painter.end()
        return drawn.toImage()

    def shows_dialog(self) -> bool:
        """Tell whether a dialog stands before the window."""
        return bool(self._dialogs())

    def _dialogs(self) -> list[QWidget]:
        inside = self.window.findChildren(QWidget)
        # A dialog is a child, and a window of its own.
        return [widget for widget in inside if widget.isWindow() and widget.isVisible()]

    def close(self) -> None:
        """Close the window and end its lanes."""
        self.window.close()
        self.window.deleteLater()

    def _idle(self) -> bool:
        whole = self.diptych
        lanes = (
            *(whole.disk, whole.importing, whole.searching, whole.noting),
            *(whole.compute, whole.indexing),
            # What may be read with an article is looked for here; meaning is not waited for.
            *(() if whole.settings.by_meaning else (whole.encoding,)),
        )
        return not any(lane.is_busy for lane in lanes) and not self._is_moving()

    def _is_moving(self) -> bool:
        """Tell whether something is about to be shown: a movement, a step of a longer one."""
        steps = self.window.findChildren(QTimer)
        movements = self.window.findChildren(QAbstractAnimation)
        return any(
            step.isActive() and step.isSingleShot() and step.interval() < SOON_MS for step in steps
        ) or any(movement.state() == movement.State.Running for movement in movements)

    def _look_at_report(self, report: object) -> None:
        failed = getattr(report, "failed", ())
        if failed:
            self._fail(failed[0].reason)

    def _fail(self, problem: str) -> None:
        self._problem = self._problem or problem
