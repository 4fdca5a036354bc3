# SPDX-License-Identifier: MIT
"""How two versions stand to one another as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diptych.compare.changes.values import ChangeKind, Standing

if TYPE_CHECKING:
    from diptych.compare.changes.values import Changes
    from diptych.text.article import Article


def standing_of(changes: Changes, left: Article, right: Article) -> Standing | None:
    """Return how two versions stand to one another as a whole; None where only some of it changed.

    There the shares that were kept tell more.
    """
    # Of a copy beside its original it is worth to say that the two are alike.
    if left.id == right.id and left.called == right.called:
        return Standing.SAME_ARTICLE
    if not changes.changes:
        return Standing.UNCHANGED if changes.knows_words else Standing.NOTHING_FOUND
    if not (changes.kept_left or changes.kept_right):
        return Standing.STRANGERS
    kinds = {change.kind for change in changes.changes}
    if kinds == {ChangeKind.ONLY_RIGHT}:
        return Standing.LEFT_IN_RIGHT
    return Standing.RIGHT_IN_LEFT if kinds == {ChangeKind.ONLY_LEFT} else None
