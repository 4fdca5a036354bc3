# SPDX-License-Identifier: MIT
"""What the documentation says is there: pictures, pages, commands, packages."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from diptych.cli.main import COMMANDS

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(DOCS.rglob("*.md"))]
LARGEST = 4_000_000  # bytes of all pictures; nine are of the ways to read a pair


def targets(page: Path) -> list[str]:
    return re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    inside = [target for target in targets(page) if "://" not in target]

    assert not [target for target in inside if not (page.parent / target).exists()]


def test_every_file_of_ours_that_is_named_is_there() -> None:
    for page in (*PAGES, ROOT / "SECURITY.md"):
        named = re.findall(r"`((?:tests|bench|src)/[\w/]+\.py)`", page.read_text(encoding="utf-8"))
        assert not [name for name in named if not (ROOT / name).exists()], page.name


def test_every_picture_is_shown_in_the_guide() -> None:
    shown = {Path(target).name for target in targets(DOCS / "guide.md")}

    assert {picture.name for picture in (DOCS / "images").glob("*.png")} <= shown


def test_the_pictures_stay_small() -> None:
    assert sum(picture.stat().st_size for picture in (DOCS / "images").glob("*")) < LARGEST


def test_every_command_stands_in_the_guide() -> None:
    guide = (DOCS / "guide.md").read_text(encoding="utf-8")
    table = guide[guide.index("| Command | Does |") :]

    assert not [name for name in COMMANDS if not re.search(rf"\b{name}\b", table)]


def test_every_package_is_accounted_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"].values()
    asked = [*project["dependencies"], *(name for extra in extras for name in extra)]
    told = (DOCS / "dependencies.md").read_text(encoding="utf-8").lower()
    names = {re.split(r"[^\w.-]", requirement)[0].lower() for requirement in asked}

    assert not [name for name in names if name not in told]


def test_every_decision_is_listed() -> None:
    pages = {page.name for page in (DOCS / "decisions").glob("*.md")} - {"README.md"}

    assert pages == set(targets(DOCS / "decisions" / "README.md"))
