# SPDX-License-Identifier: MIT
"""What the packages tell each system of Diptych agrees with what Diptych reads."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

from diptych.library.sniffing import EXTENSIONS

ROOT = Path(__file__).parents[1]
PACKAGING = ROOT / "packaging"
DESKTOP = PACKAGING / "linux" / "io.github.diptych.Diptych.desktop"
METAINFO = PACKAGING / "linux" / "io.github.diptych.Diptych.metainfo.xml"
INSTALLER = PACKAGING / "windows" / "setup.nsi"
# Format -> what the freedesktop MIME database calls it.
MIME_TYPES = {
    "txt": "text/plain",
    "md": "text/markdown",
    "html": "text/html",
    "mhtml": "application/x-mimearchive",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
    "rtf": "application/rtf",
    "epub": "application/epub+zip",
    "fb2": "application/x-fictionbook+xml",
}


@pytest.mark.parametrize("format_", sorted(MIME_TYPES))
def test_every_format_is_declared_to_the_desktop(format_: str) -> None:
    entry = re.search(r"^MimeType=(.*)$", DESKTOP.read_text("utf-8"), re.MULTILINE)

    assert entry is not None
    assert MIME_TYPES[format_] in entry[1].split(";")
    assert f"<mediatype>{MIME_TYPES[format_]}</mediatype>" in METAINFO.read_text("utf-8")


def test_installer_offers_every_format() -> None:
    offered = set(re.findall(r'!insertmacro \$\{DO\} "(\.\w+)"', INSTALLER.read_text("utf-8")))

    assert offered <= EXTENSIONS.keys()
    assert {EXTENSIONS[ending] for ending in offered} >= MIME_TYPES.keys()


def test_installer_parts_folder_and_pattern_as_windows_does() -> None:
    taken = re.findall(r'File /r "(.*)"', INSTALLER.read_text("utf-8"))

    assert taken == [r"${FOLDER}\*"]


@pytest.fixture(scope="module")
def third_party() -> ModuleType:
    spec = importlib.util.spec_from_file_location("third_party", PACKAGING / "third_party.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["third_party"] = module
    spec.loader.exec_module(module)
    return module


def test_page_of_licences_is_that_of_what_is_shipped(third_party: ModuleType) -> None:
    assert third_party.PAGE.read_text("utf-8") == third_party.page(list(third_party.shipped()))


def test_nothing_shipped_is_under_the_gpl_alone(third_party: ModuleType) -> None:
    taken = [(each.name, each.taken_as) for each in third_party.shipped()]

    assert not [name for name, licence in taken if re.search(r"\bA?GPL", licence) or not licence]


def test_every_shipped_package_brings_the_text_of_its_licence(third_party: ModuleType) -> None:
    assert not [each.name for each in third_party.shipped() if not each.texts]


def test_texts_of_licences_are_gathered_for_a_frozen_program(
    third_party: ModuleType, tmp_path: Path
) -> None:
    third_party.gather(list(third_party.shipped()), tmp_path)

    assert sorted(each.name for each in tmp_path.iterdir()) == third_party.names()
    assert all(any(each.iterdir()) for each in tmp_path.iterdir())
