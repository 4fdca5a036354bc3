# SPDX-License-Identifier: MIT
"""Brings the vectors of two articles together for comparing them.

The meaning room makes and keeps vectors, the compare room weighs them; the command
line and the window's processes fetch them here.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from diptych.errors import EncoderError
from diptych.services.kept_comparisons import KeptComparisons, comparisons_of
from diptych.translatable import Translatable, joined
from diptych.values import dataclass

if TYPE_CHECKING:
    from pathlib import Path

    from diptych.compare.similarity import Meaning
    from diptych.compare.values import Comparison, Options
    from diptych.meaning.encoder import Encoder
    from diptych.meaning.store import VectorStore
    from diptych.services.stores import Stores
    from diptych.text.article import Article


_AS_ASKED = "Comparing goes by words alone, as asked."


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
    """A comparison, the encoders that took part in it, and a sentence when none did.

    ``vectors_s`` is how many seconds went into making vectors for it.
    """

    comparison: Comparison
    encoders: tuple[str, ...] = ()
    note: str = ""
    vectors_s: float = 0.0


def compared_before(
    left: Article, right: Article, options: Options, kept: KeptComparisons, by_meaning: bool
) -> Compared | None:
    """Return the comparison of two articles if it was made before and nothing has changed."""
    found = kept.find(kept.place(left, right, options, by_meaning=by_meaning))
    if found is None:
        return None
    comparison, encoders = found
    # The note is not kept with the comparison: an encoder may have been installed since.
    has_note = by_meaning and not encoders_of(left, right)
    return Compared(comparison, encoders, _why(()) if has_note else "")


def compared_either_way(
    left: Article, right: Article, options: Options, kept: KeptComparisons, by_meaning: bool
) -> Compared | None:
    """Return what ``compared_before`` does, also of a pair that was compared sides exchanged."""
    found = compared_before(left, right, options, kept, by_meaning)
    if found is not None:
        return found
    found = compared_before(right, left, options, kept, by_meaning)
    if found is None:
        return None
    from diptych.compare.mirrored import mirrored

    return replace(found, comparison=mirrored(found.comparison))


def compare_with_kept(
    left: Article, right: Article, options: Options, kept: KeptComparisons, by_meaning: bool
) -> Compared:
    """Compare two articles with the vectors that are kept, and keep what is found.

    No vectors are made; if it is not to go ``by_meaning``, none are looked for either.
    """
    from diptych.meaning.store import VectorStore

    # Named before the vectors are read: should some be finished meanwhile, the name promises
    # fewer than took part, never more.
    place = kept.place(left, right, options, by_meaning=by_meaning)
    pair = PairMeaning()
    if by_meaning:
        pair = kept_meaning(VectorStore(kept.vectors_folder), left, right)
    return _compared(left, right, options, pair, kept=kept, place=place)


def compare_with_made(
    stores: Stores, left: Article, right: Article, options: Options, *, by_meaning: bool
) -> Compared:
    """Compare two articles with all vectors there can be, making those that lack.

    What was compared before by the same vectors is not compared again.
    """
    kept = comparisons_of(stores.profile)
    before = compared_before(left, right, options, kept, by_meaning)
    wanted = encoders_of(left, right) if by_meaning else ()
    # One made in the window before its vectors were finished does not do where nobody waits.
    if before is not None and set(before.encoders) >= set(wanted):
        return before if by_meaning else replace(before, note=_AS_ASKED)
    began = time.perf_counter()
    pair = made_meaning(stores.vectors, left, right) if by_meaning else PairMeaning(note=_AS_ASKED)
    vectors_s = time.perf_counter() - began
    # Only now: the vectors just made are part of the name.
    place = kept.place(left, right, options, by_meaning=by_meaning)
    return replace(
        _compared(left, right, options, pair, kept=kept, place=place), vectors_s=vectors_s
    )


def _compared(
    left: Article,
    right: Article,
    options: Options,
    pair: PairMeaning,
    *,
    kept: KeptComparisons,
    place: Path,
) -> Compared:
    """Compare, and keep what is found at a place named before anything could change."""
    from diptych.compare.comparison import compare

    comparison = compare(left, right, options, meanings=pair.meanings)
    kept.keep(place, comparison, pair.encoders)
    return Compared(comparison, pair.encoders, pair.note)


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
    kept: KeptComparisons,
    before: tuple[str, ...],
) -> Compared | None:
    """Compare again if more vectors are kept than those of the encoders ``before``."""
    from diptych.meaning.store import VectorStore

    place = kept.place(left, right, options, by_meaning=True)
    pair = kept_meaning(VectorStore(kept.vectors_folder), left, right)
    # The same vectors would give the same matches.
    if set(pair.encoders) <= set(before):
        return None
    return _compared(left, right, options, pair, kept=kept, place=place)


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
        # A missing model takes its meaning along, not the comparison.
        except EncoderError as error:
            notes.append(error.sentence)
    told = joined(note for note in (*notes, store.trouble) if note)
    return PairMeaning(tuple(found), told or _why(found))


def kept_meaning(store: VectorStore, left: Article, right: Article) -> PairMeaning:
    """Return the vectors of both articles as far as they are kept; nothing is made."""
    from diptych.compare.similarity import Meaning

    kept = [(store.load(left, e), store.load(right, e)) for e in _encoders_for(left, right)]
    both = [
        # Vectors of one side alone compare with nothing.
        Meaning(ours, theirs)
        for ours, theirs in kept
        if ours is not None and theirs is not None
    ]
    return PairMeaning(tuple(both), "" if kept else _why(()))


def encoders_of(left: Article, right: Article) -> tuple[str, ...]:
    """Return the names of the encoders that two articles are compared by, once they have read."""
    return tuple(encoder.name for encoder in _encoders_for(left, right))


def _encoders_for(left: Article, right: Article) -> tuple[Encoder, ...]:
    from diptych.meaning.choice import encoders_for

    # The longer one decides: an encoder must read both to the end.
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
        words=minilm.MiniLmEncoder.longest,
    )
