# SPDX-License-Identifier: MIT
"""What the packages tell each system of Diptych agrees with what Diptych reads."""

from __future__ import annotations

import re
from pathlib import Path

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
