# SPDX-License-Identifier: MIT
"""What is raised where a zip file, or a part of it, is broken."""

from __future__ import annotations

import zipfile
import zlib

try:
    from lzma import LZMAError
except ImportError:  # a Python that was built without it reads no such parts
    LZMAError = zlib.error  # type: ignore[misc,assignment]

BROKEN_ZIP = (
    zipfile.BadZipFile,
    zlib.error,
    LZMAError,
    OSError,
    ValueError,
    EOFError,
    # Another way of packing than zip's usual, or a part that is encrypted without saying so.
    NotImplementedError,
    RuntimeError,
)
