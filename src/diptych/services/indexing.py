# SPDX-License-Identifier: MIT
"""Articles come into the library and become findable: adding, looking through, levelling.

Library and search do not know one another; here is where an added article is
also indexed, and where a long one is told from what nobody has to wait for.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from enum import Enum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from diptych.errors import ArticleError, LibraryError, SearchError
from diptych.paths import Profile
from diptych.services.articles import readable_text
from diptych.services.index_level import as_indexed, is_level, note_level
from diptych.services.stores import Stores
from diptych.values import dataclass

if TYPE_CHECKING:
    from diptych.library.entry import Entry
    from diptych.library.scan import AddReport, Progress, Reading
    from diptych.search.indexed import IndexedArticle, StoredArticle

log = logging.getLogger(__name__)

# Few articles to the first commit, so that something can be found at once.
FIRST_COMMIT = 100
FEW = 20  # articles that are indexed sooner than a process has started
FEW_TIDIED = 100  # articles that are written again without a search having to wait long
MUCH_TEXT = 300_000  # words; what takes a second of them is felt beside a window
MANY = 2_000  # articles that are added only when the reader says so


@dataclass(frozen=True, slots=True)
class ManyFiles:
    """Adding waits for the reader's word: there are very many articles."""

    paths: tuple[Path, ...]
    count: int


def add(
    stores: Stores,
    paths: Sequence[Path],
    *,
    progress: Callable[[Progress], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> AddReport:
    """Add files and folders to the library and make them findable."""
    report = add_files(stores, paths, progress=progress, cancelled=cancelled)
    refresh_index(stores)
    return report


def add_files(
    stores: Stores,
    paths: Sequence[Path],
    *,
    progress: Callable[[Progress], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> AddReport:
    """Add files and folders to the library; ``refresh_index`` makes them findable."""
    from diptych.library.scan import add_paths
    from diptych.services.reading_lists import unpacked

    offered = unpacked(stores, paths)
    report = add_paths(
        stores.catalogue,
        offered.paths,
        reading=_reading(stores, cancelled),
        progress=progress,
        cancelled=cancelled,
    )
    return replace(report, failed=(*offered.refused, *report.failed))


def add_unless_many(
    stores: Stores,
    paths: Sequence[Path],
    *,
    progress: Callable[[Progress], None] | None = None,
    cancelled: Callable[[], bool],
) -> AddReport | ManyFiles:
    """Add files and folders as ``add_files`` does, but nothing where there are very many."""
    from diptych.library.walk import count_articles

    count = count_articles(paths, cancelled)
    if count > MANY:
        return ManyFiles(tuple(paths), count)
    return add_files(stores, paths, progress=progress, cancelled=cancelled)


def rescan(
    stores: Stores,
    folders: Sequence[Path] = (),
    *,
    progress: Callable[[Progress], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> AddReport:
    """Look through the library's folders again; ``refresh_index`` makes news findable."""
    from diptych.library import rescan as folders_again

    return folders_again.rescan(
        stores.catalogue,
        folders,
        reading=_reading(stores, cancelled),
        progress=progress,
        cancelled=cancelled,
    )


def _reading(stores: Stores, cancelled: Callable[[], bool] | None) -> Reading:
    from diptych.library.scan import Reading

    reader = stores.reader
    return Reading(partial(reader.read, cancelled=cancelled), reader.expect, reader.count)


@dataclass(frozen=True, slots=True)
class FullIndex:
    """Which engine keeps the index, and how many articles can be found in it."""

    engine: str
    articles: int


class IndexWork(Enum):
    """What bringing the index level with the library means."""

    LITTLE = "a few articles"
    MUCH = "many articles, or long ones"
    ANEW = "all articles, since the index is of another version or was damaged"
    MOVE = "all articles, since the library wants another engine by now"


def refresh_index(
    stores: Stores, *, coming: int = 0, tell: Callable[[IndexWork], None] | None = None
) -> int:
    """Bring the index level with the library and return how many can be found.

    What an interruption leaves undone goes on next time; an index that is
    damaged or gone is made anew, and one that is outgrown moves first, or will be by as many
    articles as are ``coming``. ``tell`` is told what there is to do.
    """
    missing = unindexed(stores)
    work = index_work(stores, missing, few=0, coming=coming)
    if tell is not None:
        tell(work)
    if work is IndexWork.MOVE:
        stores.library_index.move(partial(_indexed, stores))
        missing = unindexed(stores)
    return index_articles(stores, missing)


def refresh_if_possible(
    stores: Stores, *, tell: Callable[[IndexWork], None] | None = None
) -> SearchError | None:
    """Do the same; return why the index cannot be written if what it holds can be searched."""
    # Opened first: one of another version is emptied then. What cannot be opened holds nothing.
    is_new = stores.library_index.opened_anew()
    try:
        if is_new or not is_level(stores):
            refresh_index(stores, tell=tell)
            note_level(stores)
    except SearchError as error:
        if stores.library_index.needs_rebuild:
            raise
        return error
    return None


def forget_index(stores: Stores) -> None:
    """Begin an empty index; ``refresh_index`` fills it."""
    stores.library_index.start_anew()


def rebuild_index(stores: Stores) -> None:
    """Make the index anew from all articles; searches find what they found meanwhile."""
    if stores.catalogue.trouble is not None:
        raise LibraryError(stores.catalogue.trouble)
    ids = [entry.id for entry in stores.catalogue.entries()]
    stores.library_index.rebuild(ids, lambda some: _indexed(stores, some))


def refresh_and_tidy(
    stores: Stores, *, tell: Callable[[IndexWork], None] | None = None
) -> FullIndex:
    """Check all of the index, bring it level with the library and tidy it to the end."""
    if not stores.index.is_sound():
        forget_index(stores)
    count = refresh_index(stores, tell=tell)
    while tidy(stores):
        pass
    return FullIndex(stores.index.name, count)


def index_work(stores: Stores, missing: Collection[str], *, few: int, coming: int = 0) -> IndexWork:
    """Tell what levelling the index means when these articles are missing in it."""
    if stores.library_index.is_outgrown_by(len(stores.catalogue.ids()) + coming):
        return IndexWork.MOVE
    if not is_much(stores, missing, few=few, words=MUCH_TEXT):
        return IndexWork.LITTLE
    return IndexWork.ANEW if stores.library_index.needs_rebuild else IndexWork.MUCH


def index_articles(stores: Stores, ids: Sequence[str]) -> int:
    """Index articles in growing parts and return how many can be found."""
    missing, size = list(ids), FIRST_COMMIT
    while missing:
        stores.index.add(_indexed(stores, missing[:size]))
        missing, size = missing[size:], min(2 * size, stores.index.articles_a_commit)
        if missing:
            stores.index.tidy()
    stores.library_index.mark_rebuilt()
    return stores.index.count()


def unindexed(stores: Stores) -> list[str]:
    """Forget what left the library; return the articles that are new or corrected."""
    from diptych.search.engine import DamagedIndexError

    # A copy that stands in for the library knows less than the index may.
    if stores.catalogue.trouble is not None:
        return []
    entries = {entry.id: entry for entry in stores.catalogue.entries()}
    try:
        present = stores.index.articles()
    except DamagedIndexError:
        stores.library_index.start_anew()
        present = {}
    stores.index.remove(sorted(present.keys() - entries.keys()))
    return [
        article_id
        for article_id, entry in entries.items()
        if article_id not in present or not _says_the_same(present[article_id], entry)
    ]


def is_much(stores: Stores, ids: Collection[str], *, few: int, words: int) -> bool:
    """Tell whether working on so many articles, or on so long ones, would be felt."""
    if not ids or len(ids) > few:
        return bool(ids)
    return sum(entry.words for entry in stores.catalogue.entries_of(ids).values()) > words


def tidy(stores: Stores) -> bool:
    """Tidy the index a step and tell whether there is more to tidy."""
    return stores.library_index.tidy()


def tidy_little(stores: Stores) -> bool | None:
    """Tidy a step if that is soon done, and tell whether to go on; None if it is not."""
    stores.index.rest()
    if stores.index.untidy() > FEW_TIDIED:
        return None
    more = tidy(stores)
    if not more:
        note_level(stores)
    return more


def level_at_start(stores: Stores) -> int | IndexWork | None:
    """Do ``level_few``, but without opening an index that is as it was left; None then."""
    return None if is_level(stores) else level_few(stores)


def level_few(stores: Stores) -> int | IndexWork:
    """Level the index if that is soon done; return what there is to do if it is not."""
    missing = unindexed(stores)
    work = index_work(stores, missing, few=FEW)
    if work is IndexWork.LITTLE:
        count = index_articles(stores, missing)
        note_level(stores)
        return count
    stores.index.rest()  # lets the process in that does it
    stores.library_index.mark_rebuilt()
    return work


def level_index(profile: Profile, coming: int = 0) -> int:
    """Level a profile's index in a process of its own; return how many can be found.

    While articles are ``coming`` it is not noted as level, since it soon is not any more.
    """
    with closing(Stores(profile)) as stores:
        count = refresh_index(stores, coming=coming)
        if not coming:
            note_level(stores)
        return count


def tidy_index(profile: Profile) -> bool:
    """Tidy a profile's index a step in a process of its own; return whether to go on."""
    with closing(Stores(profile)) as stores:
        return tidy(stores)


def _indexed(stores: Stores, ids: Iterable[str]) -> Iterator[IndexedArticle]:
    from diptych.search.indexed import IndexedArticle

    for article_id in ids:
        try:
            article = stores.catalogue.article(article_id)
        except (ArticleError, LibraryError) as error:
            log.info("%s is not indexed: %s", article_id, error)
            continue
        yield IndexedArticle(
            id=article_id,
            title=article.title,
            body=readable_text(article),
            authors=article.authors,
            source=article.outlet,
            date=article.date,
            language=article.language,
            tags=article.tags,
        )


def _says_the_same(stored: StoredArticle, entry: Entry) -> bool:
    """Tell whether the index knows an article as the library does by now."""
    return as_indexed(stored) == as_indexed(entry)
