# SPDX-License-Identifier: MIT
"""What a feature may ask of the library's list, without knowing how it is shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class LibraryList(Protocol):
    """The list of articles in the window."""

    def selected_ids(self) -> Sequence[str]:
        """Return the ids of the selected articles."""

    def select(self, article_id: str) -> None:
        """Select an article and bring it into view."""

    def focus_list(self) -> None:
        """Give the keyboard to the list."""
