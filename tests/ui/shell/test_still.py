# SPDX-License-Identifier: MIT
"""The picture of the page as left: shown of that page alone, and gone at the first key."""

from __future__ import annotations

import errno
import os
import sys
import tempfile
import zlib
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from diptych.app import NOTHING_ASKED, Diptych
from diptych.paths import Profile
from diptych.ui.parts import theme
from diptych.ui.shell.still import Still, forget, keep, kept, what_it_is_of

RGB = QImage.Format.Format_RGB888


@pytest.fixture
def picture(qapp: object) -> QPixmap:
    pixmap = QPixmap(41, 30)  # of lines that do not end at a multiple of four bytes
    pixmap.fill(Qt.GlobalColor.darkGreen)
    return pixmap


@pytest.fixture
def covered(qtbot: QtBot, picture: QPixmap) -> Still:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(41, 30)
    still = Still(theme.load_palette("light"), window)
    window.still = still  # type: ignore[attr-defined]
    window.show()
    still.cover(picture)
    return still


def test_a_kept_picture_is_shown_of_the_same_page_only(picture: QPixmap, tmp_path: Path) -> None:
    file = tmp_path / "page.picture"
    keep(picture, file, "light ⟨a⟩ 1")

    again = kept(file, "light ⟨a⟩ 1", 1.0)

    assert again is not None
    assert again.toImage().convertToFormat(RGB) == picture.toImage().convertToFormat(RGB)
    assert again.toImage().pixelColor(40, 29) == Qt.GlobalColor.darkGreen
    assert kept(file, "dark ⟨a⟩ 1", 1.0) is None


def test_a_picture_on_a_read_only_disk_stays_and_stops_nothing(
    picture: QPixmap, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "page.picture"
    keep(picture, file, "light")

    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr(Path, "unlink", refuse)
    monkeypatch.setattr(tempfile, "mkstemp", refuse)
    forget(file)
    keep(picture, file, "dark")

    assert kept(file, "light", 1.0) is not None


PACKED = zlib.compress(bytes(3 * 40 * 30))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no picture",
        b"light\n",
        b"light\n40 30\n",
        b"light\n40 30\n" + PACKED[:-20],  # cut off
        b"light\n40 31\n" + PACKED,
        b"light\n-40 -30\n" + PACKED,
        b"light\n40 30 20\n" + PACKED,
        b"light\nforty thirty\n" + PACKED,
        b"light\n40 30\nno packed pixels",
        b"light\n900000 900000\n" + PACKED,
    ],
)
def test_a_broken_picture_is_none(content: bytes, tmp_path: Path, qapp: object) -> None:
    file = tmp_path / "page.picture"
    file.write_bytes(content)

    assert kept(file, "light", 1.0) is None
    assert kept(tmp_path / "missing.picture", "light", 1.0) is None


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes in folders")
def test_a_pipe_in_the_place_of_the_picture_is_none(tmp_path: Path, qapp: object) -> None:
    os.mkfifo(tmp_path / "page.picture")
    assert kept(tmp_path / "page.picture", "light", 1.0) is None


def test_a_changed_library_wants_another_picture(profile: Profile) -> None:
    palette = theme.load_palette("light")
    before = what_it_is_of(profile, palette)
    profile.library_file.parent.mkdir(parents=True, exist_ok=True)

    profile.library_file.write_bytes(b"an article more")

    assert what_it_is_of(profile, palette) != before
    assert what_it_is_of(profile, theme.load_palette("dark")) != what_it_is_of(profile, palette)


def test_the_picture_leaves_once_the_page_is_there(covered: Still, qtbot: QtBot) -> None:
    covered.leave_once(lambda: True)

    qtbot.waitUntil(covered.isHidden)


def test_the_first_key_takes_the_picture_away(covered: Still, qtbot: QtBot) -> None:
    covered.leave_once(lambda: False)
    assert not covered.isHidden()

    qtbot.keyClick(covered.window(), Qt.Key.Key_Down)

    assert covered.isHidden()


def test_no_picture_is_kept_of_what_does_not_come_back(
    open_window: Callable[..., Diptych], files: tuple[Path, Path], qtbot: QtBot
) -> None:
    window = open_window(*files).window
    qtbot.waitUntil(window.session_presenter.is_back)
    qtbot.waitUntil(window.still.isHidden)
    assert window.page_picture() is not None

    window.actions_by_id["brief"].setChecked(True)

    qtbot.waitUntil(lambda: window.page_picture() is None)


def test_the_picture_stays_until_the_matches_are_listed(
    open_window: Callable[..., Diptych],
    files: tuple[Path, Path],
    profile: Profile,
    qapp: QApplication,
    qtbot: QtBot,
) -> None:
    before = open_window(*files).window
    qtbot.waitUntil(before.matches_presenter.is_listed)
    before.close()
    first = partial(Diptych.show_at_once, wanted=NOTHING_ASKED)
    diptych = Diptych(qapp, profile, "light", first=first)
    window, listed = diptych.window, []
    window.still.left.connect(lambda: listed.append(window.matches.list.model().rowCount()))

    diptych.start()

    qtbot.waitUntil(lambda: bool(listed))
    window.close()
    window.deleteLater()
    assert diptych.states.pair.comparison is not None and listed[0] > 0
