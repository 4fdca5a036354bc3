# SPDX-License-Identifier: MIT
"""What Windows shows of the program: in a file's properties, the task manager, a warning."""

from __future__ import annotations

import re

_US_ENGLISH, _UNICODE = 0x0409, 1200
_WINDOWS_NT, _PROGRAM = 0x40004, 1


def version_resource(version: str, name: str) -> str:
    """Return the description of the program ``name``.exe that PyInstaller reads."""
    numbers = tuple([*map(int, re.findall(r"\d+", version)), 0, 0, 0][:4])  # 0.2.0rc1: 0, 2, 0, 1
    told = {
        "CompanyName": "Diptych",
        "FileDescription": "Diptych",
        "FileVersion": version,
        "InternalName": name,
        "LegalCopyright": "Copyright (c) 2026 Diptych contributors",
        "OriginalFilename": f"{name}.exe",
        "ProductName": "Diptych",
        "ProductVersion": version,
    }
    words = ", ".join(f"StringStruct({key!r}, {value!r})" for key, value in told.items())
    return (
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3f,"
        f" flags=0, OS={_WINDOWS_NT:#x}, fileType={_PROGRAM}, subtype=0, date=(0, 0)), kids=["
        f"StringFileInfo([StringTable('{_US_ENGLISH:04x}{_UNICODE:04x}', [{words}])]),"
        f" VarFileInfo([VarStruct('Translation', [{_US_ENGLISH}, {_UNICODE}])])])\n"
    )
