# SPDX-License-Identifier: MIT
"""An error that nobody expected is logged and told once, and the program goes on."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from diptych.errors import DiptychError
from diptych.paths import Profile
from diptych.ui.shell.bugs import log_to, report_bugs
from diptych.ui.shell.error_dialog import ErrorDialog


@pytest.fixture
def window(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> QWidget:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    window = QWidget()
    qtbot.addWidget(window)
    report_bugs(window)
    return window


@pytest.fixture
def logged(profile: Profile) -> Iterator[Path]:
    """The file of the log, while it is kept."""
    root = logging.getLogger()
    before = list(root.handlers)
    log_to(profile)
    yield profile.log / "diptych.log"
    for handler in set(root.handlers) - set(before):
        root.removeHandler(handler)
        handler.close()


def happen(error: Exception) -> None:
    try:
        raise error
    except Exception:
        sys.excepthook(*sys.exc_info())


def told(window: QWidget) -> list[ErrorDialog]:
    return window.findChildren(ErrorDialog)


def test_an_unexpected_error_is_told_once_with_its_trace(window: QWidget) -> None:
    for _ in range(2):  # as with each paint
        happen(ZeroDivisionError("of a fault"))

    (dialog,) = told(window)
    details = dialog.findChild(QPlainTextEdit).toPlainText()
    assert "ZeroDivisionError: of a fault" in details
    assert "test_bugs.py" in details


def test_the_details_can_be_copied(window: QWidget) -> None:
    happen(ZeroDivisionError("to be copied"))

    copying = [b for b in told(window)[0].findChildren(QPushButton) if "Copy" in b.text()]
    copying[0].click()

    assert "to be copied" in QApplication.clipboard().text()


def test_what_a_reader_can_mend_is_told_in_its_sentence(window: QWidget) -> None:
    happen(DiptychError("The disk is full; make room and try again."))

    said = " ".join(label.text() for label in told(window)[0].findChildren(QLabel))
    assert "The disk is full; make room and try again." in said


def test_an_unexpected_error_stands_in_the_log(window: QWidget, logged: Path) -> None:
    happen(ZeroDivisionError("for the log"))

    assert "ZeroDivisionError: for the log" in logged.read_text("utf-8")


def test_a_folder_that_cannot_be_written_keeps_no_log(profile: Profile) -> None:
    before = list(logging.getLogger().handlers)
    profile.log.rmdir()
    profile.log.write_text("a file stands where the folder was")

    log_to(profile)

    assert logging.getLogger().handlers == before
