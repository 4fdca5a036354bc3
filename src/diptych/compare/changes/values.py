# SPDX-License-Identifier: MIT
"""What an editor did to a text: changes of two versions, one for each place."""

from __future__ import annotations

from enum import StrEnum

from diptych.text.article import Span
from diptych.values import dataclass


class Kinship(StrEnum):
    """How two articles are related."""

    NONE = "none"
    VERSIONS = "versions"
    TRANSLATION = "translation"


class ChangeKind(StrEnum):
    """What became of a place; the values are part of the JSON contract."""

    CHANGED = "changed"
    MOVED = "moved"
    RESHAPED = "split-or-merged"
    ONLY_LEFT = "only-left"
    ONLY_RIGHT = "only-right"


ONE_SIDED = (ChangeKind.ONLY_LEFT, ChangeKind.ONLY_RIGHT)


class Finding(StrEnum):
    """What is to be checked at a place; the values are part of the JSON contract."""

    OMITTED = "omitted"
    ADDED = "added"
    NUMBER = "number-differs"
    DATE = "date-differs"
    NAME = "name-differs"
    DENIED = "denied"


class Standing(StrEnum):
    """How two versions stand to one another as a whole, where there is one word for it."""

    SAME_ARTICLE = "same-article"
    UNCHANGED = "unchanged"
    NOTHING_FOUND = "nothing-found"
    STRANGERS = "strangers"
    LEFT_IN_RIGHT = "left-in-right"
    RIGHT_IN_LEFT = "right-in-left"


RULES = ("case", "punctuation", "spelling")  # of ``Ignored``, each by itself on or off


@dataclass(frozen=True, slots=True)
class Ignored:
    """What counts as no change: the reader's rules for a pair.

    ``alike`` are words of the reader's own that count as one: ("thou", "you").
    """

    case: bool = False
    punctuation: bool = False
    spelling: bool = False
    alike: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Edit:
    """Neighbouring words that stand otherwise; a side without any has an empty span there."""

    left: Span
    right: Span


@dataclass(frozen=True, slots=True)
class Change:
    """One change, with the place it has on each side and what became of single words.

    ``kinds`` begins with the one it is called by: two sentences made of one may have
    other words besides. A side where nothing corresponds has an empty span, where it
    would stand.
    """

    kinds: tuple[ChangeKind, ...]
    left: Span
    right: Span
    edits: tuple[Edit, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def kind(self) -> ChangeKind:
        """What the change is called."""
        return self.kinds[0]


@dataclass(frozen=True, slots=True)
class Aligned:
    """The passages of both sides that are one another's, one or more on each.

    A passage that has none across stands with an empty span.
    """

    left: Span
    right: Span
    is_moved: bool = False


@dataclass(frozen=True, slots=True)
class Changes:
    """All changes of a pair in the order of the left text, and the alignment they come from.

    ``knows_words`` is False for two languages, where no word can be set against another,
    ``knows_names`` for a script without capitals: there few names can be told.
    ``kept_left`` and ``kept_right`` are the shares of letters that something on the other
    side accounts for: the same word there, one put in its place, a passage that says it.
    """

    changes: tuple[Change, ...]
    alignment: tuple[Aligned, ...]
    knows_words: bool = True
    knows_names: bool = True
    kept_left: float = 0.0
    kept_right: float = 0.0
