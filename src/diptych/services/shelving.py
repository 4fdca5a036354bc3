# SPDX-License-Identifier: MIT
"""What the reader says of articles: corrections, tags, collections, lines to be shown.

No file is changed by any of it. The index is told to forget what it would find no
longer; ``indexing`` brings it level again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import TYPE_CHECKING

from diptych.services.reading_list import saved_pairs
from diptych.values import dataclass

if TYPE_CHECKING:
    from diptych.library.entry import Entry
    from diptych.library.progress import SavedPair
    from diptych.services.stores import Stores

ALL_LINES = "*"  # in place of a line: every one that was folded or dimmed


@dataclass(frozen=True, slots=True)
class Correction:
    """What the reader changed of an article; None leaves it as it is."""

    title: str | None = None
    authors: tuple[str, ...] | None = None
    date: str | None = None
    source: str | None = None
    tags: tuple[str, ...] | None = None
    language: str | None = None
    direction: str | None = None
    encoding: str | None = None
    short_name: str | None = None


@dataclass(frozen=True, slots=True)
class Before:
    """What an article was called before a correction: corrected fields, tags, encoding."""

    fields: Mapping[str, object]
    tags: tuple[str, ...]
    encoding: str


@dataclass(frozen=True, slots=True)
class Shelves:
    """The collections by name, groups of articles that are nearly the same, saved pairs.

    ``became`` tells the ids of articles whose files were changed what these hold now.
    """

    collections: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    alike: tuple[tuple[str, ...], ...] = ()
    pairs: tuple[SavedPair, ...] = ()
    became: Mapping[str, str] = field(default_factory=dict)


def correct(stores: Stores, article_id: str, correction: Correction) -> Entry:
    """Keep the reader's own words; another encoding has the file read again first."""
    if correction.encoding is not None:
        # First: reading again brings the file's own title and date, and these are to stand over
        # them.
        read_as(stores, article_id, correction.encoding)
    stores.catalogue.correct(
        article_id,
        title=correction.title,
        authors=correction.authors,
        date=correction.date,
        source=correction.source,
        language=correction.language,
        direction=correction.direction,
        short_name=correction.short_name,
    )
    if correction.tags is not None:
        _set_tags(stores, article_id, frozenset(correction.tags))
    return stores.catalogue.entry(article_id)


def correct_anew(stores: Stores, article_id: str, correction: Correction | None) -> Before:
    """Keep the reader's own words, or forget them for None; return what takes that back."""
    entry = stores.catalogue.entry(article_id)
    fields = stores.catalogue.corrections.of([article_id]).get(article_id, {})
    if correction is None:
        forget_corrections(stores, article_id)
    else:
        correct(stores, article_id, correction)
    return Before(fields, entry.tags, entry.encoding)


def take_back(stores: Stores, article_id: str, before: Before) -> None:
    """Let an article be called again what it was."""
    if stores.catalogue.entry(article_id).encoding != before.encoding:
        read_as(stores, article_id, before.encoding)
    stores.catalogue.forget_corrections(article_id)
    stores.catalogue.corrections.keep(article_id, before.fields)
    _set_tags(stores, article_id, frozenset(before.tags))


def forget_corrections(stores: Stores, article_id: str) -> None:
    """Let the file's own words stand again; tags and the chosen encoding stay."""
    stores.catalogue.forget_corrections(article_id)


def read_as(stores: Stores, article_id: str, encoding: str) -> None:
    """Read an article again in the encoding the reader names; it is to be indexed anew."""
    stores.catalogue.read_as(article_id, encoding)
    # Entries tell the index what was corrected; the text itself it cannot compare.
    stores.index.remove([article_id])


def _set_tags(stores: Stores, article_id: str, wanted: frozenset[str]) -> None:
    # The window's field holds all tags of an article; those that differ are given or taken.
    present = frozenset(stores.catalogue.entry(article_id).tags)
    for new in sorted(wanted - present):
        tag(stores, [article_id], new)
    for old in sorted(present - wanted):
        untag(stores, [article_id], old)


# Tags and collections


def tag(stores: Stores, ids: Sequence[str], name: str) -> None:
    """Give articles a tag."""
    stores.catalogue.labels.tag(ids, name)


def untag(stores: Stores, ids: Sequence[str], name: str) -> None:
    """Take one of the reader's tags from articles; a file's own tags stay."""
    stores.catalogue.labels.untag(ids, name)


def tagged(stores: Stores) -> dict[str, tuple[str, ...]]:
    """Return the ids of the articles with each tag, the tags in order."""
    found: dict[str, tuple[str, ...]] = {}
    for entry in stores.catalogue.entries():
        for name in entry.tags:
            found[name] = (*found.get(name, ()), entry.id)
    return dict(sorted(found.items()))


def collect(stores: Stores, ids: Sequence[str], name: str) -> None:
    """Put articles into the collection ``name``, which this makes if need be."""
    stores.catalogue.labels.collect(ids, name)


def uncollect(stores: Stores, ids: Sequence[str], name: str) -> None:
    """Take articles out of a collection; one that is empty is gone."""
    stores.catalogue.labels.uncollect(ids, name)


def collections(stores: Stores) -> Mapping[str, tuple[str, ...]]:
    """Return the ids of each collection's articles, by its name."""
    return stores.catalogue.labels.collections()


def alike(stores: Stores) -> tuple[tuple[str, ...], ...]:
    """Return groups of articles that are copies of one another but for a few words."""
    return stores.catalogue.alike()


def shelves(stores: Stores) -> Shelves:
    """Return the collections, the near copies, the saved pairs and what became of old versions."""
    return Shelves(
        collections(stores), alike(stores), saved_pairs(stores), stores.catalogue.versions.all()
    )


# Lines that were taken for furniture


def keep_lines(stores: Stores, article_id: str, lines: Sequence[str], *, everywhere: bool) -> None:
    """Show lines that were taken for furniture, here or in all articles."""
    from diptych.library.kept_lines import EVERYWHERE

    stores.catalogue.kept.keep(lines, EVERYWHERE if everywhere else article_id)
    # Nothing of the entry changes, so the index is told that the text did.
    stores.index.remove([article_id])


def drop_lines(stores: Stores, article_id: str, lines: Sequence[str], *, everywhere: bool) -> None:
    """Undo ``keep_lines``."""
    from diptych.library.kept_lines import EVERYWHERE

    stores.catalogue.kept.drop(lines, EVERYWHERE if everywhere else article_id)
    stores.index.remove([article_id])
