# SPDX-License-Identifier: MIT
"""Finds which articles of the library go together, by their sketches.

Library, meaning and compare do not know one another; here the sketches are
brought level with the library and asked which articles go together.
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Sequence
from contextlib import closing, suppress

from diptych.compare.companions import Companion, Shelf
from diptych.compare.sketches import Sketch, sketch
from diptych.errors import ArticleError, EncoderError, LibraryError
from diptych.paths import Profile
from diptych.services.indexing import is_much
from diptych.services.stores import Stores
from diptych.text.article import Article, Span
from diptych.text.segment import passages
from diptych.values import dataclass

log = logging.getLogger(__name__)

FEW = 40  # articles sketched while somebody waits for the answer
MUCH_TEXT = 30_000  # words; to sketch them takes a quarter of a second of the window's time
_KEPT_AT_ONCE = 1_000  # articles; what an interruption may cost
_AT_A_TIME = 300  # articles; a few seconds, after which others have their turn


@dataclass(frozen=True, slots=True)
class Companions:
    """The articles that share most with one, of those sketched; ``lacking`` others are not."""

    article: Article
    found: tuple[ReadWith, ...]
    lacking: int


@dataclass(frozen=True, slots=True)
class ReadWith:
    """An article to read with another, and the passage of that one it speaks of most."""

    companion: Companion
    share: float  # of the passages of the article asked for, 0 to 1
    sample: Span


def read_with(stores: Stores, article: Article, *, limit: int) -> tuple[ReadWith, ...]:
    """Return the library's articles that share passages with an article, most first.

    A few articles without a sketch are sketched first; many are left out until
    ``level_sketches`` has come to them.
    """
    shelf = level_sketches(stores, most=FEW)
    # An article of no library has no sketch on the shelf and gets one of its own.
    wanted = shelf.of(article.id) or _sketched(stores, article, _encoded(stores))
    found = shelf.companions(wanted, limit=limit, without=article.id)
    spans = [passage.span for passage in passages(article)]
    # share = shared passages / passages of the article asked for
    return tuple(ReadWith(c, c.shared / max(1, len(spans)), spans[c.passage]) for c in found)


def companions_of(stores: Stores, article_id: str, *, limit: int) -> Companions:
    """Return what to read with an article of the library, sketching that one if it lacks."""
    article = stores.catalogue.article(article_id)
    if article.words > MUCH_TEXT:
        # ``read_with`` leaves long texts to later, and without this would sketch it anew each
        # time.
        level_sketches(stores, only=[article_id])
    found = read_with(stores, article, limit=limit)
    return Companions(article, found, len(lacking(stores)))


def quick_companions_of(stores: Stores, article_id: str, *, limit: int) -> Companions | None:
    """Return the same where it takes no time to speak of, None for a long text."""
    article = stores.catalogue.article(article_id)
    return None if article.words > MUCH_TEXT else companions_of(stores, article_id, limit=limit)


def sketch_all(stores: Stores, ids: Collection[str]) -> bool:
    """Sketch those of some articles that lack it; return True once they have one."""
    level_sketches(stores, only=ids)
    return True


def quick_sketch_all(stores: Stores, ids: Collection[str]) -> bool | None:
    """Do the same where it takes no time to speak of; None if the texts are long."""
    wanted = [id_ for id_ in lacking(stores) if id_ in ids]
    return (
        None if is_much(stores, wanted, few=len(ids), words=MUCH_TEXT) else sketch_all(stores, ids)
    )


def shared_in_rows(
    stores: Stores, rows: Sequence[tuple[str, Sequence[str]]]
) -> dict[tuple[str, str], int]:
    """Return how many passages each first article of a row shares with the others of it."""
    return {pair: n for row in rows for pair, n in shared_with(stores, *row).items()}


def best_pair(stores: Stores) -> tuple[str, str] | None:
    """Return the two of the library's newest articles that share most passages by words."""
    # Each of them with each: forty are 780 pairs, and what was added lately is what is read
    # now.
    newest = sorted(stores.catalogue.entries(), key=lambda entry: -entry.added)[:FEW]
    counts = shared_passages(stores, [stores.catalogue.article(entry.id) for entry in newest])
    best = max(counts, key=lambda pair: counts[pair], default=None)
    return best if best is not None and counts[best] else None


def shared_passages(stores: Stores, articles: Sequence[Article]) -> dict[tuple[str, str], int]:
    """Return by ids how many passages each two of some articles share."""
    shelf = stores.sketches.shelf()
    each = {article.id: article for article in articles}
    encoded = _encoded(stores)
    missing = _lacking(stores, shelf, frozenset(each))
    # Not kept: articles outside the library would have a place on the shelf of those in it.
    made = {id_: _sketched(stores, each[id_], encoded) for id_ in missing}
    shelf = shelf.with_changes(set(), made)
    ids = [id_ for id_ in each if shelf.of(id_) is not None]
    counts: dict[tuple[str, str], int] = {}
    for at, id_ in enumerate(ids):
        # Only those after it, so that each pair is counted once.
        counts |= _shared_with(shelf, id_, ids[at + 1 :])
    return counts


def make_quick_vectors(stores: Stores, article: Article) -> None:
    """Have the meaning of an article sketched too, where the encoder for that is installed."""
    from diptych.meaning.choice import encoders_for
    from diptych.meaning.universal import UniversalEncoder

    for encoder in encoders_for((article.language,), words=article.words):
        # Sketches hold bits of one model's vectors; those of another would mean something else.
        if encoder.name == UniversalEncoder.name:
            with suppress(EncoderError):  # the words alone serve as well
                stores.vectors.make(article, encoder)


def shared_with(stores: Stores, one: str, others: Sequence[str]) -> dict[tuple[str, str], int]:
    """Return how many passages an article shares with each of some others, all sketched."""
    return _shared_with(stores.sketches.shelf(), one, others)


def _shared_with(shelf: Shelf, one: str, others: Sequence[str]) -> dict[tuple[str, str], int]:
    first = shelf.of(one)
    known = [(other, found) for other in others if (found := shelf.of(other)) is not None]
    if first is None:
        return {}
    counts = shelf.shared(first, [found for _, found in known])
    return {(one, other): count for (other, _), count in zip(known, counts, strict=True)}


def level_sketches(
    stores: Stores, *, most: int | None = None, only: Collection[str] | None = None
) -> Shelf:
    """Bring the sketches level with the library and its vectors, and return them.

    When more than ``most`` articles or long ones lack a sketch, nothing is sketched;
    with ``only`` no other articles are looked at. What many take is kept in between.
    """
    return level_and_lacking(stores, most=most, only=only)[0]


def level_and_lacking(
    stores: Stores, *, most: int | None = None, only: Collection[str] | None = None
) -> tuple[Shelf, list[str]]:
    """Do the same, and return too which articles lack a sketch still."""
    here = stores.catalogue.ids()
    shelf = _take_off_gone(stores, here)
    missing = _lacking(stores, shelf, here)
    wanted = missing if only is None else [id_ for id_ in missing if id_ in only]
    if most is not None and is_much(stores, wanted, few=most, words=MUCH_TEXT):
        wanted = []
    for first in range(0, len(wanted), _KEPT_AT_ONCE):
        new = _sketches(stores, wanted[first : first + _KEPT_AT_ONCE])
        shelf = shelf.with_changes(set(), new)
        # In between as well, so that a killed process goes on from here.
        stores.sketches.keep(shelf)
    # Asked anew only where something was sketched: it compares the ids of the whole library.
    return shelf, _lacking(stores, shelf, here) if wanted else missing


def lacking(stores: Stores) -> list[str]:
    """Return the articles of the library without a sketch, or without one of their meaning."""
    return _lacking(stores, stores.sketches.shelf(), stores.catalogue.ids())


def _lacking(stores: Stores, shelf: Shelf, ids: frozenset[str]) -> list[str]:
    """Return which have no sketch, or none of their meaning though there are vectors."""
    by_words_alone = ids & shelf.without_meaning
    # Which vectors there are takes a look at a folder of as many files as there are articles.
    unseen = by_words_alone & _encoded(stores) if by_words_alone else frozenset()
    # Sorted, so that an interrupted run goes on with the same articles.
    return sorted((ids - set(shelf.ids)) | unseen)


def level_some(profile: Profile) -> bool:
    """Sketch some of the articles that lack it, in a process of its own; tell if more do."""
    with closing(Stores(profile)) as stores:
        before = lacking(stores)
        level_sketches(stores, only=before[:_AT_A_TIME])
        # Articles that cannot be read lack a sketch for ever; without progress nobody asks
        # again.
        return 0 < len(lacking(stores)) < len(before)


def _take_off_gone(stores: Stores, here: frozenset[str]) -> Shelf:
    shelf = stores.sketches.shelf()
    gone = set(shelf.ids) - here
    if gone:
        shelf = shelf.with_changes(gone, {})
        stores.sketches.keep(shelf)
    return shelf


def _sketches(stores: Stores, ids: Sequence[str]) -> dict[str, Sketch]:
    found: dict[str, Sketch] = {}
    encoded = _encoded(stores)
    for id_ in ids:
        try:
            found[id_] = _sketched(stores, stores.catalogue.article(id_), encoded)
        except (ArticleError, LibraryError) as error:
            # Damaged or taken away meanwhile: the others are sketched all the same.
            log.info("%s is not sketched: %s", id_, error)
    return found


def _encoded(stores: Stores) -> set[str]:
    from diptych.meaning.universal import UniversalEncoder

    return {id_ for id_, encoder in stores.vectors.made() if encoder == UniversalEncoder.name}


def fresh_sketch(stores: Stores, article: Article) -> Sketch:
    """Return the sketch of an article that has none, by its vectors if there are some."""
    return _sketched(stores, article, _encoded(stores))


def _sketched(stores: Stores, article: Article, encoded: Collection[str]) -> Sketch:
    from diptych.meaning.universal import UniversalEncoder

    if article.id not in encoded:
        return sketch(article, None)
    return sketch(article, stores.vectors.load(article, UniversalEncoder()))
