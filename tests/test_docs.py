# SPDX-License-Identifier: MIT
"""What the documentation says is there: pictures, pages, commands, packages."""

from __future__ import annotations

import re
import shlex
import shutil
import tomllib
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
import yaml

from diptych.cli.main import whole_parser
from diptych.ui.parts.translation import LANGUAGES

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
GUIDE = DOCS / "guide"
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(DOCS.rglob("*.md"))]
LARGEST = 4_500_000  # bytes of all pictures; six ways to read a pair are shown in four looks


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


def test_every_test_that_the_review_of_reading_names_is_there() -> None:
    page = (DOCS / "decisions" / "reading-review.md").read_text(encoding="utf-8")
    written = "".join(file.read_text(encoding="utf-8") for file in ROOT.glob("tests/**/test_*.py"))
    named = set(re.findall(r"`(test_\w+)`", page))
    assert named and not [name for name in named if f"def {name}(" not in written]


def test_every_picture_is_shown_in_the_guide() -> None:
    shown = {Path(target).name for page in GUIDE.glob("*.md") for target in targets(page)}

    assert {picture.name for picture in (DOCS / "images").glob("*.png")} <= shown


def test_the_pictures_stay_small() -> None:
    assert sum(picture.stat().st_size for picture in (DOCS / "images").glob("*")) < LARGEST


def test_what_can_be_known_from_the_program_is_written_anew(manual: ModuleType) -> None:
    assert (GUIDE / "keys.md").read_text("utf-8") == manual.keys_page()
    assert (GUIDE / "command-line.md").read_text("utf-8") == manual.command_line_page()


def test_every_option_is_explained(manual: ModuleType) -> None:
    parsers = [("", whole_parser()), *manual.commands(whole_parser())]

    assert not [
        f"{name} {option}"
        for name, parser in parsers
        for option, said in manual.options(parser)
        if not said
    ]


@pytest.mark.parametrize("language", [name for name in LANGUAGES if name != "en"])
def test_the_first_page_goes_the_same_way_in_every_language(language: str) -> None:
    def way(page: Path) -> list[str]:
        """Return steps, keys and pictures in order: what no translation changes."""
        return re.findall(r"^\d+\.|`[^`]+`|[\w-]+\.png", page.read_text("utf-8"), re.MULTILINE)

    assert way(GUIDE / f"index.{language}.md") == way(GUIDE / "index.md")


@pytest.mark.usefixtures("encoded_once")
@pytest.mark.parametrize("page", sorted(GUIDE.glob("*.md")), ids=lambda page: page.name)
def test_every_command_the_guide_shows_works(
    page: Path,
    run: Callable[..., tuple[int, str, str]],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    samples = shutil.copytree(ROOT / "corpus", tmp_path / "samples")
    monkeypatch.chdir(samples)
    blocks = re.findall(r"^```sh\n(.*?)^```", page.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    shown = [shlex.split(line) for block in blocks for line in block.splitlines()]

    assert all(words[0] == "diptych" for words in shown)
    assert not [words for words in shown if run(*words[1:])[0]]


def test_the_site_lists_the_pages_of_the_guide_in_order() -> None:
    nav = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))["nav"]
    guide = next(each["The guide"] for each in nav if "The guide" in each)
    listed = re.findall(
        r"^- \[.*\]\((.*?\.md)\)", (GUIDE / "index.md").read_text("utf-8"), re.MULTILINE
    )

    assert [next(iter(each.values())) for each in guide] == [
        f"guide/{name}" for name in ("index.md", *listed)
    ]


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
