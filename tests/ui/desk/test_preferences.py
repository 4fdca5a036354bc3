# SPDX-License-Identifier: MIT
"""Settings, session and history on a disk that takes nothing."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from diptych import settings
from diptych.settings import SessionState, Settings
from diptych.ui.desk.preferences import Preferences


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def preferences(qapp: object, tmp_path: Path, said: list[str]) -> Preferences:
    preferences = Preferences(Settings(), tmp_path / "settings.yaml")
    preferences.refused.connect(said.append)
    return preferences


def refuse(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(settings, "save", fails)


def test_a_full_disk_is_said_once_until_it_takes_something_again(
    preferences: Preferences, said: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    refuse(monkeypatch)
    preferences.write()
    preferences.keep_in(tmp_path / "session.yaml", SessionState())
    monkeypatch.undo()
    preferences.write()
    refuse(monkeypatch)
    preferences.keep_in(tmp_path / "session.yaml", SessionState())

    assert [line.rpartition(": ")[2] for line in said] == [
        "the disk is full. Free some space and try again."
    ] * 2
    assert "settings.yaml" in said[0] and "session.yaml" in said[1]


def test_other_settings_hold_although_they_cannot_be_kept(
    preferences: Preferences, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse(monkeypatch)
    preferences.keep(Settings(theme="dark"))

    assert preferences.now.theme == "dark"
