# SPDX-License-Identifier: MIT
"""Words of an article never steer the terminal they are shown on."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from diptych.cli.main import run
from diptych.paths import Profile

STEERING = "Words \x1b]0;mine\x07 and \x1b[2J on\u202e, \x9b31m.\tA tab stays."
SHOWN = "Words \\x1b]0;mine\\x07 and \\x1b[2J on\\u202e, \\x9b31m.\tA tab stays."


class _Terminal(io.BytesIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def asked(
    profile: Profile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[io.BytesIO], str]:
    """What showing an article writes to a stream."""
    article = tmp_path / "a.txt"
    article.write_text(f"A title\n\n{STEERING}\n", encoding="utf-8")

    def ask(stream: io.BytesIO) -> str:
        monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(stream, encoding="utf-8"))
        assert run(["show", str(article), "--profile", str(profile.config.parent)]) == 0
        return stream.getvalue().decode()

    return ask


def test_a_terminal_is_shown_what_would_steer_it(asked: Callable[[io.BytesIO], str]) -> None:
    assert SHOWN in asked(_Terminal())


def test_a_pipe_gets_every_character(asked: Callable[[io.BytesIO], str]) -> None:
    assert STEERING in asked(io.BytesIO())
