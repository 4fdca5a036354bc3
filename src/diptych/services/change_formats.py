# SPDX-License-Identifier: MIT
"""What a list of changes is written as: one table for the menu and the command line."""

from __future__ import annotations

from enum import StrEnum


class ChangeFormat(StrEnum):
    """A kind of file; the values are its names on the command line."""

    MARKDOWN = "markdown"
    CSV = "csv"
    WORD = "docx"
    MEMORY = "tmx"

    @property
    def ending(self) -> str:
        """The ending of such a file, with its dot."""
        return ".md" if self is ChangeFormat.MARKDOWN else f".{self.value}"
