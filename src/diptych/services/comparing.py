# SPDX-License-Identifier: MIT
"""Brings the vectors of two articles together for comparing them.

The meaning room makes and keeps vectors, the compare room weighs them; the command
line and the window's processes fetch them here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from diptych.errors import EncoderError
from diptych.translatable import Translatable, joined

if TYPE_CHECKING:
    from pathlib import Path

    from diptych.compare.similarity import Meaning
    from diptych.compare.values import Comparison, Options
    from diptych.meaning.encoder import Encoder
    from diptych.meaning.store import VectorStore
    from diptych.services.stores import Stores
    from diptych.text.article import Article


@dataclass(frozen=True, slots=True)
class PairMeaning:
    """The vectors of a pair, one for each encoder; ``note`` is a sentence when some lack."""

    meanings: tuple[Meaning, ...] = ()
    note: str = ""

    @property
    def encoders(self) -> tuple[str, ...]:
        """The encoders that made the vectors."""
        return tuple(meaning.encoder for meaning in self.meanings)


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison, the encoders that took part in it, and a sentence when none did."""

    comparison: Comparison
    encoders: tuple[str, ...] = ()
    note: str = ""


def compare_with_kept(
    left: Article, right: Article, options: Options, vectors_folder: Path | None
) -> Compared:
    """Compare two articles with the vectors kept in a folder; none are made.

    Without a folder the comparison goes by words alone.
    """
    from diptych.compare.comparison import compare
    from diptych.meaning.store import VectorStore

    if vectors_folder is None:
        return Compared(compare(left, right, options))
    pair = kept_meaning(VectorStore(vectors_folder), left, right)
    comparison = compare(left, right, options, meanings=pair.meanings)
    return Compared(comparison, pair.encoders, pair.note)


def meaning_of(stores: Stores, left: Article, right: Article, *, by_meaning: bool) -> PairMeaning:
    """Return the vectors of a pair, made where they lack; none if it is to go by words."""
    if not by_meaning:
        return PairMeaning(note="Comparing goes by words alone, as asked.")
    return made_meaning(stores.vectors, left, right)


def compare_by(left: Article, right: Article, options: Options, pair: PairMeaning) -> Comparison:
    """Compare two articles with the vectors that ``meaning_of`` has brought."""
    from diptych.compare.comparison import compare

    return compare(left, right, options, meanings=pair.meanings)


def as_shown(comparison: Comparison) -> Comparison:
    """Return what the window shows of a comparison."""
    return replace(
        comparison,
        matches=tuple(match for match in comparison.matches if match.shown),
        only_left=tuple(only for only in comparison.only_left if only.shown),
        only_right=tuple(only for only in comparison.only_right if only.shown),
    )


def count_by_kept(stores: Stores, left: Article, right: Article, *, by_meaning: bool) -> int:
    """Return how many matches two articles have, by words and by the vectors that are kept."""
    from diptych.compare.comparison import count_matches

    meanings = kept_meaning(stores.vectors, left, right).meanings if by_meaning else ()
    return count_matches(left, right, meanings=meanings)


def read_ahead(article: Article) -> None:
    """Read an article whose partner is still to be chosen."""
    from diptych.compare.comparison import prepare

    prepare(article)


def compare_sharper(
    left: Article,
    right: Article,
    options: Options,
    vectors_folder: Path,
    before: tuple[str, ...],
) -> Compared | None:
    """Compare again if more vectors are kept than those of the encoders ``before``."""
    from diptych.compare.comparison import compare
    from diptych.meaning.store import VectorStore

    pair = kept_meaning(VectorStore(vectors_folder), left, right)
    if set(pair.encoders) <= set(before):
        return None
    return Compared(compare(left, right, options, meanings=pair.meanings), pair.encoders)


def made_meaning(store: VectorStore, left: Article, right: Article) -> PairMeaning:
    """Return the vectors of both articles, making and keeping those that lack.

    An encoder that cannot be used is named in the note; the others are used.
    Raises CompareError before any are made for texts too long to be compared.
    """
    from diptych.compare.comparison import refuse_too_long
    from diptych.compare.similarity import Meaning

    refuse_too_long(left, right)
    found, notes = [], []
    for encoder in _encoders_for(left, right):
        try:
            found.append(Meaning(store.make(left, encoder), store.make(right, encoder)))
        except EncoderError as error:
            notes.append(error.sentence)
    told = joined(note for note in (*notes, store.trouble) if note)
    return PairMeaning(tuple(found), told or _why(found))


def kept_meaning(store: VectorStore, left: Article, right: Article) -> PairMeaning:
    """Return the vectors of both articles as far as they are kept; nothing is made."""
    from diptych.compare.similarity import Meaning

    kept = [(store.load(left, e), store.load(right, e)) for e in _encoders_for(left, right)]
    both = [
        Meaning(ours, theirs) for ours, theirs in kept if ours is not None and theirs is not None
    ]
    return PairMeaning(tuple(both), "" if kept else _why(()))


def encoders_of(left: Article, right: Article) -> tuple[str, ...]:
    """Return the names of the encoders that two articles are compared by, once they have read."""
    return tuple(encoder.name for encoder in _encoders_for(left, right))


def _encoders_for(left: Article, right: Article) -> tuple[Encoder, ...]:
    from diptych.meaning.choice import encoders_for

    return encoders_for((left.language, right.language), words=max(left.words, right.words))


def _why(found: Sequence[Meaning]) -> str:
    """Say why there are no vectors at all; nothing when there are some."""
    from diptych.meaning import minilm, universal

    if found:
        return ""
    if universal.is_installed():
        return Translatable(
            "No installed encoder knows both languages, so comparing goes by words alone."
        )
    if not minilm.is_installed():
        return Translatable(
            "The extra “meaning” is not installed, so comparing goes by words alone."
        )
    return Translatable(
        "The extra “meaning” is not installed, so comparing goes by words alone: without it only "
        "English articles of up to {words} words are read for meaning.",
        words=f"{minilm.MiniLmEncoder.longest:,}",
    )
