# SPDX-License-Identifier: MIT
"""Whole-window journeys: each test gets a screen and starts Diptych on it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from session.application import Diptych
from session.screen import Screen


@pytest.fixture(scope="session")
def screen() -> Iterator[Screen]:
    """One virtual screen for all journeys."""
    if not shutil.which("Xvfb"):
        pytest.skip("Xvfb is not installed")
    screen = Screen()
    yield screen
    screen.close()


@pytest.fixture
def start(screen: Screen, tmp_path: Path) -> Iterator[Callable[..., Diptych]]:
    """Start Diptych with the given arguments; one profile for the whole test."""
    started: list[Diptych] = []

    def start(*arguments: str | Path) -> Diptych:
        application = Diptych(screen, tmp_path, [str(word) for word in arguments])
        started.append(application)
        return application

    yield start
    for application in started:
        application.kill()
