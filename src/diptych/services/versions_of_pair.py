# SPDX-License-Identifier: MIT
"""A pair as versions of one text: what the reader said of it, and what changed."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING

from diptych.compare.changes.values import RULES, Changes, Ignored, Kinship
from diptych.compare.values import Relation, is_short
from diptych.notes.pair_store import AsVersions
from diptych.services.change_lines import ChangeLine, change_lines

if TYPE_CHECKING:
    from diptych.compare.values import Comparison
    from diptych.services.stores import Stores
    from diptych.text.article import Article


@dataclass(frozen=True, slots=True)
class Choice:
    """What the reader chose for a pair: whether it is versions, and what is no change."""

    taken: bool | None = None  # None: as it is recognised
    ignored: Ignored = field(default_factory=Ignored)


@dataclass(frozen=True, slots=True)
class Found:
    """How two articles are related, and what changed; None for two that are no versions."""

    kinship: Kinship
    changes: Changes | None = None
    lines: tuple[ChangeLine, ...] = ()


def kept_choice(stores: Stores, left_id: str, right_id: str) -> Choice:
    """Return what the reader chose for a pair."""
    said = stores.notes.pairs.as_versions(left_id, right_id)
    return Choice(said.taken, _read(said.rules))


def keep_choice(stores: Stores, left_id: str, right_id: str, choice: Choice) -> None:
    """Keep what the reader chose for a pair."""
    # The notes keep it as a text, for they do not know what comparing can ignore.
    rules = json.dumps(asdict(choice.ignored), ensure_ascii=False)
    stores.notes.pairs.set_as_versions(left_id, right_id, AsVersions(choice.taken, rules))


def may_be_versions(comparison: Comparison, choice: Choice) -> bool:
    """Tell whether it is worth a process to look: what is told already needs none."""
    if choice.taken is not None:
        return choice.taken
    # Scores of a few passages say little, so short pairs are looked at by their rows of words.
    return comparison.relation is Relation.VERSIONS or is_short(comparison)


def changes_of_pair(left: Article, right: Article, comparison: Comparison, choice: Choice) -> Found:
    """Return what changed in a pair that is taken for versions or recognised as such."""
    from diptych.compare.changes.recognition import kinship
    from diptych.compare.same_claim import across_languages
    from diptych.services.changes import changes_of_versions

    # What the reader chose goes before what is recognised.
    kin = Kinship.NONE if choice.taken is False else kinship(left, right, comparison)
    if kin is Kinship.NONE and choice.taken:
        kin = Kinship.TRANSLATION if across_languages(left, right) else Kinship.VERSIONS
    if kin is Kinship.NONE:
        return Found(kin)
    shown = tuple(match for match in comparison.matches if match.shown)
    changes = changes_of_versions(
        left, right, choice.ignored, shown, knows_meaning=comparison.knows_meaning
    )
    return Found(kin, changes, change_lines(changes, left, right))


def _read(rules: str) -> Ignored:
    """Return rules as they were kept; what cannot be read is no rule."""
    try:
        kept = json.loads(rules)
        # Another Diptych may know other rules; only those of this one are taken.
        flags = {name: kept.get(name) is True for name in RULES}
        alike = tuple(tuple(map(str, words)) for words in kept.get("alike", ()))
    except (AttributeError, TypeError, ValueError):
        return Ignored()
    return Ignored(**flags, alike=alike)
