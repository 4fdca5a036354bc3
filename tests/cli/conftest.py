# SPDX-License-Identifier: MIT
"""Two articles, a command line whose JSON is read, and a note on both."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from cli.samples import LEFT, OTHER, RIGHT, SENTENCE, Ask, Files, Run, place


@pytest.fixture(autouse=True)
def encoded(encoded_once: None) -> None:
    """Many tests compare the same articles."""


@pytest.fixture
def files(tmp_path: Path) -> Files:
    left, right = tmp_path / "left.txt", tmp_path / "right.txt"
    left.write_text(LEFT, encoding="utf-8")
    right.write_text(RIGHT, encoding="utf-8")
    return left, right


@pytest.fixture
def ask(run: Run) -> Ask:
    def call(*arguments: object) -> Any:
        status, out, err = run(*arguments, "--json")
        assert status == 0, err
        return json.loads(out)

    return call


@pytest.fixture
def note(ask: Ask, files: Files) -> dict[str, Any]:
    ask("add", *files)
    sides = ("--left", place(files[0], SENTENCE), "--right", place(files[1], OTHER))
    made: dict[str, Any] = ask(
        "note", "add", *sides, "--text", "Who counted?", "--tag", "figures", "--stance", "differs"
    )
    return made
