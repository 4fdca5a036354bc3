# SPDX-License-Identifier: MIT
"""How far the reader has come with an article, and two articles to come back to."""

from __future__ import annotations

from enum import StrEnum

from diptych.values import dataclass


class ReadingState(StrEnum):
    """How far the reader has come with an article; those to read and begun are the list."""

    UNREAD = "unread"
    LISTED = "to-read"
    BEGUN = "reading"
    READ = "read"


ON_THE_LIST = (ReadingState.LISTED, ReadingState.BEGUN)


@dataclass(frozen=True, slots=True)
class SavedPair:
    """Two articles to come back to, under a name."""

    name: str
    left: str
    right: str
