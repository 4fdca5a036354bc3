# SPDX-License-Identifier: MIT
"""A pair as versions of one text: what the reader said of it, and what changed."""

from __future__ import annotations

import json
from dataclasses import asdict, field
from typing import TYPE_CHECKING

from diptych.compare.changes.values import RULES, Changes, Ignored, Kinship
from diptych.compare.values import Options, Relation, is_short
from diptych.notes.pair_store import AsVersions
from diptych.services.change_lines import ChangeLine, change_lines
from diptych.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from diptych.compare.similarity import Meaning
    from diptych.compare.values import Comparison, Match
    from diptych.services.stores import Stores
    from diptych.text.article import Article

_LONG = 20_000  # words of both; fewer are compared in some two seconds
_OF_VERSIONS = Options(relation=Relation.VERSIONS)


@dataclass(frozen=True, slots=True)
class Choice:
    """What the reader chose for a pair: whether it is versions, and what is no change."""

    taken: bool | None = None  # None: as it is recognised
    ignored: Ignored = field(default_factory=Ignored)


@dataclass(frozen=True, slots=True)
class VersionsFound:
    """How two articles are related, and what changed; None for two that are no versions."""

    kinship: Kinship
    changes: Changes | None = None
    lines: tuple[ChangeLine, ...] = ()


def kept_choice(stores: Stores, left_id: str, right_id: str) -> Choice:
    """Return what the reader chose for a pair, be it before a file was changed."""
    for left, right in stores.catalogue.versions.of_pair(left_id, right_id):
        said = stores.notes.pairs.as_versions(left, right)
        if said is not None:
            return Choice(said.taken, _read(said.rules))
    return Choice()


def keep_choice(stores: Stores, left_id: str, right_id: str, choice: Choice) -> None:
    """Keep what the reader chose for a pair."""
    # The notes keep it as a text, for they do not know what comparing can ignore.
    rules = json.dumps(asdict(choice.ignored), ensure_ascii=False)
    stores.notes.pairs.set_as_versions(left_id, right_id, AsVersions(choice.taken, rules))


def are_long(left: Article, right: Article) -> bool:
    """Tell whether to compare two articles takes so long that their changes come first."""
    return left.words + right.words >= _LONG


def changes_beforehand(left: Article, right: Article, choice: Choice) -> VersionsFound | None:
    """Return what changed in two that are surely versions, before anybody has compared them.

    None where it takes a comparison to tell.
    """
    from diptych.compare.changes.recognition import are_surely_versions

    if choice.taken is False or not are_surely_versions(left, right):
        return None
    changes = _changes_uncompared(left, right, choice.ignored, lambda _, __: ())
    return VersionsFound(Kinship.VERSIONS, changes, change_lines(changes, left, right))


def changes_between(
    stores: Stores, left: Article, right: Article, ignored: Ignored, *, by_meaning: bool
) -> tuple[Changes, bool]:
    """Return what changed between any two articles, and whether an encoder knows both.

    Of two long versions only what no words join is compared.
    """
    from diptych.compare.changes.recognition import are_surely_versions
    from diptych.services.changes import changes_of_versions
    from diptych.services.comparing import compare_with_made, made_meaning
    from diptych.services.verdicts import not_rejected

    if are_long(left, right) and are_surely_versions(left, right):

        def meanings_of(ours: Article, theirs: Article) -> tuple[Meaning, ...]:
            return made_meaning(stores.vectors, ours, theirs).meanings if by_meaning else ()

        return _changes_uncompared(left, right, ignored, meanings_of), True
    found = compare_with_made(stores, left, right, Options(), by_meaning=by_meaning).comparison
    matches = not_rejected(stores, found.matches, left, right)
    knows_meaning = found.knows_meaning
    changes = changes_of_versions(left, right, ignored, matches, knows_meaning=knows_meaning)
    return changes, knows_meaning


def _changes_uncompared(
    left: Article,
    right: Article,
    ignored: Ignored,
    meanings_of: Callable[[Article, Article], Sequence[Meaning]],
) -> Changes:
    """Set two versions against each other; only what no words join is compared."""
    from diptych.compare.comparison import compare
    from diptych.services.changes import changes_uncompared

    def of_rest(ours: Article, theirs: Article) -> tuple[Match, ...]:
        return compare(ours, theirs, _OF_VERSIONS, meanings=meanings_of(ours, theirs)).matches

    return changes_uncompared(left, right, ignored, of_rest)


def may_be_versions(comparison: Comparison, choice: Choice) -> bool:
    """Tell whether it is worth a process to look: what is told already needs none."""
    if choice.taken is not None:
        return choice.taken
    # Scores of a few passages say little, so short pairs are looked at by their rows of words.
    return comparison.relation is Relation.VERSIONS or is_short(comparison)


def changes_of_pair(
    left: Article, right: Article, comparison: Comparison, choice: Choice
) -> VersionsFound:
    """Return what changed in a pair that is taken for versions or recognised as such."""
    from diptych.compare.changes.recognition import kinship
    from diptych.compare.same_claim import across_languages
    from diptych.services.changes import changes_of_versions

    # What the reader chose goes before what is recognised.
    kin = Kinship.NONE if choice.taken is False else kinship(left, right, comparison)
    if kin is Kinship.NONE and choice.taken:
        kin = Kinship.TRANSLATION if across_languages(left, right) else Kinship.VERSIONS
    if kin is Kinship.NONE:
        return VersionsFound(kin)
    changes = changes_of_versions(
        left, right, choice.ignored, comparison.matches, knows_meaning=comparison.knows_meaning
    )
    return VersionsFound(kin, changes, change_lines(changes, left, right))


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
