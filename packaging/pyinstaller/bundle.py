# SPDX-License-Identifier: MIT
"""What the bundle tells macOS of itself: where it runs, which links and documents are its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from importlib.metadata import distribution

_TAG = re.compile(r"^Tag: \S+-macosx_(\d+)_(\d+)_(\w+)$", re.MULTILINE)


def wheels(names: Iterable[str]) -> list[str]:
    """Return what each installed package's wheel says of the systems it was made for."""
    return [distribution(name).read_text("WHEEL") or "" for name in names]


def oldest_system(wheels: Iterable[str], machine: str) -> str:
    """Return the oldest macOS that runs them all on such a machine.

    pip takes the wheel made for the newest system that fits where the bundle is
    made, so this is known only there.
    """
    asked = [(10, 13)]  # where nothing asks for more, what Python itself does
    for wheel in wheels:
        fitting = [
            (int(major), int(minor))
            for major, minor, made_for in _TAG.findall(wheel)
            if made_for in (machine, "universal2")
        ]
        if fitting:  # it runs where its least demanding tag does
            asked.append(min(fitting))
    return "{}.{}".format(*max(asked))


def properties(version: str, endings: Sequence[str], oldest: str) -> dict[str, object]:
    """Return the bundle's Info.plist, as far as PyInstaller does not write it itself."""
    return {
        "NSHighResolutionCapable": True,
        "LSMinimumSystemVersion": oldest,
        "CFBundleShortVersionString": version,
        "CFBundleURLTypes": [
            {"CFBundleURLName": "Diptych note", "CFBundleURLSchemes": ["diptych"]}
        ],
        # Offered under "Open with"; nobody's usual program is changed.
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": "Article",
                "CFBundleTypeRole": "Viewer",
                "LSHandlerRank": "Alternate",
                "CFBundleTypeExtensions": list(endings),
            }
        ],
    }
