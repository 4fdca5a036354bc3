# SPDX-License-Identifier: MIT
"""The articles that notes quote, as they are now, wherever their files went.

A note names its article by content. The file may have changed, moved, or come
back as another format since; notes and library do not know each other, so the
search for what became of it stands here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from diptych.errors import ArticleError, LibraryError
from diptych.notes.anchor import Anchor, AnchorState, Resolution
from diptych.notes.note import Note
from diptych.notes.rows import stem_of
from diptych.opened import is_missing
from diptych.patterns import late_pattern
from diptych.text.article import Article
from diptych.text.sentence_ends import END_MARKS
from diptych.values import dataclass

if TYPE_CHECKING:
    from diptych.library.entry import Entry
    from diptych.services.stores import Stores

SURE = (AnchorState.EXACT, AnchorState.MOVED)
# Copies of one name are few, and each is read whole to look for the words.
_LIKELY = 5  # articles of the same name that are looked into
# The notes shown at once quote fewer; the oldest read goes first.
_KEPT = 64  # articles in memory
# A file edited and moved arrived lately, and the reader waits for the answer.
_LOOKED_THROUGH = 200  # articles that may be what a vanished file became, the newest
_TELLING = 12  # characters from which a sentence is not in two texts by chance
_BREAKS = late_pattern(rf"[{''.join(END_MARKS)}\n]+")


class QuotedArticles:
    """Looks articles up for anchors; each is read once, the last few are kept."""

    def __init__(self, stores: Stores) -> None:
        self._stores = stores
        # None for what cannot be read, so that it is tried once.
        self._articles: dict[str, Article | None] = {}
        self._chosen: dict[tuple[str, str], str] = {}
        self._heirs: dict[str, str] = {}

    def article_of(self, anchor: Anchor) -> Article | None:
        """Return the article that holds the anchor's words now, or the one that should."""
        place = (anchor.article_id, anchor.path)
        # Where one anchor's words stood for sure, its fellows of the same place are not looked
        # for.
        if place in self._chosen:
            return self._read(self._chosen[place])
        # Its own article even where the words are lost: the reader is shown where they stood.
        own, name = None, ""
        for name in self._own(anchor):
            own = self._read(name)
            if own is not None:
                break
        if own is not None and _resolved(anchor, own.text).state in SURE:
            self._chosen[place] = name
            return own
        for name in self._kin(anchor):
            article = self._read(name)
            if article is not None and _resolved(anchor, article.text).state in SURE:
                return article
        return own

    def _own(self, anchor: Anchor) -> Iterator[str]:
        """Give the names of what is the anchor's article by content, history or path."""
        catalogue = self._stores.catalogue
        if anchor.article_id:
            entry = catalogue.find(catalogue.versions.latest(anchor.article_id))
            if entry is not None:
                yield from self._later(entry)
                yield from self._names(entry)
        # Notes from elsewhere have an address in place of a path.
        if not anchor.path or "://" in anchor.path:
            return
        entry = catalogue.find(anchor.path)
        if entry is not None:
            yield from self._names(entry)
        elif _is_file(anchor.path):
            yield anchor.path

    def _later(self, entry: Entry) -> Iterator[str]:
        """Give what an article became whose file is gone: edited and moved at once."""
        if entry.id not in self._heirs:
            self._heirs[entry.id] = self._heir(entry) if is_gone(self._files, entry.id) else ""
        if self._heirs[entry.id]:
            yield self._heirs[entry.id]

    def _heir(self, entry: Entry) -> str:
        article = self._read(entry.id)
        if article is None:
            return ""
        likely = (
            other.id
            for other in reversed(self._stores.catalogue.entries())  # the latest added first
            if other.id != entry.id
            # Half to twice as long, before any text is read: a version keeps most of its sentences.
            and entry.words <= 2 * other.words <= 4 * entry.words
            and not is_gone(self._files, other.id)
        )
        for name in islice(likely, _LOOKED_THROUGH):
            other_article = self._read(name)
            if other_article is not None and is_version(article, other_article):
                return name
        return ""

    @cached_property
    def _files(self) -> Mapping[str, tuple[Path, ...]]:
        return self._stores.catalogue.files.all()

    def _names(self, entry: Entry) -> Iterator[str]:
        """Give the file first if it was changed since the library read it."""
        from diptych.library.entry import Stamp

        with suppress(OSError):
            # By size and time, without reading: the library may look through its folders later.
            if Stamp.of(entry.path) != self._stores.catalogue.files.known_stamp(entry.path):
                yield str(entry.path)
                return
        yield entry.id

    def _kin(self, anchor: Anchor) -> Iterator[str]:
        """Give articles called the same: another format, an edited copy, a renamed file."""
        # Title before address before file name: renamed files keep their titles.
        names = [("title", anchor.title.casefold()), ("source", address(anchor.source))]
        names.append(("stem", stem_of(anchor.path)))
        likely = (id_ for key in names if key[1] for id_ in self._called.get(key, ()))
        others = (id_ for id_ in dict.fromkeys(likely) if id_ != anchor.article_id)
        yield from islice(others, _LIKELY)

    @cached_property
    def _called(self) -> dict[tuple[str, str], list[str]]:
        called: dict[tuple[str, str], list[str]] = defaultdict(list)
        for entry in self._stores.catalogue.entries():
            called["title", entry.title.casefold()].append(entry.id)
            called["source", address(entry.source)].append(entry.id)
            called["stem", stem_of(str(entry.path))].append(entry.id)
        return called

    def _read(self, name: str) -> Article | None:
        if name not in self._articles:
            article = None
            with suppress(ArticleError, LibraryError):
                article = self._open(name)
            self._articles[name] = article
            # A dictionary keeps the order in which its keys came.
            for old in list(self._articles)[:-_KEPT]:
                del self._articles[old]
        return self._articles[name]

    def _open(self, name: str) -> Article:
        if _is_file(name):
            from diptych.library.reading import read_article

            return read_article(Path(name))
        return self._stores.catalogue.article(name)


@dataclass(frozen=True, slots=True)
class Opened:
    """An article, where its file is, and under which ids notes may know it.

    ``own`` are the article and its earlier versions, ``kin`` what is only called
    the same: a note on one of those counts where its words stand for sure.
    """

    article: Article
    path: str
    own: frozenset[str]
    kin: frozenset[str] = frozenset()

    @property
    def ids(self) -> tuple[str, ...]:
        """All ids, to look notes up by."""
        return tuple(sorted(self.own | self.kin))

    def place(self, anchor: Anchor) -> Resolution | None:
        """Return where the anchor's words are in this article, None if they are not its."""
        if anchor.article_id in self.own:
            return _resolved(anchor, self.article.text)
        if anchor.article_id in self.kin:
            found = _resolved(anchor, self.article.text)
            return found if found.state in SURE else None
        return None


def opened(stores: Stores, article: Article, path: str) -> Opened:
    """Return an article with the ids its notes may be found under."""
    # Notes made before a change know the article by the content it had then.
    lineage = {article.id, *stores.catalogue.versions.earlier(article.id)}
    own = frozenset(lineage | _left_behind(stores, article))
    called = stores.notes.quotations.articles_called(
        article.title, address=article.source if address(article.source) else "", path=path
    )
    return Opened(article, path, own, frozenset(called) - own)


def notes_of_pair(stores: Stores, left: Opened, right: Opened) -> tuple[Note, ...]:
    """Return the notes that speak of these two articles and of no other."""
    return tuple(
        note
        for note in stores.notes.notes_of_pair(left.ids, right.ids)
        # A note that also quotes a third article is not of this pair.
        if all(left.place(anchor) or right.place(anchor) for anchor in note.anchors)
    )


def gone_articles(stores: Stores) -> frozenset[str]:
    """Return the articles that notes quote and whose files are not where they were."""
    files = stores.catalogue.files.all()
    return frozenset(id_ for id_ in stores.notes.quotations.article_ids() if is_gone(files, id_))


def is_gone(files: Mapping[str, tuple[Path, ...]], article_id: str) -> bool:
    """Tell whether an article of the library has lost all its files."""
    paths = files.get(article_id, ())
    # Without any path it is not of this library, of which nothing is known.
    return bool(paths) and all(map(is_missing, paths))


def is_version(one: Article, other: Article) -> bool:
    """Tell whether two texts share at least half of the shorter one's sentences."""
    sides = [{part.strip() for part in _BREAKS.split(a.text)} for a in (one, other)]
    first, second = ({part for part in side if len(part) >= _TELLING} for side in sides)
    # Of the shorter one: a version may have grown.
    return 2 * len(first & second) >= max(1, min(len(first), len(second)))


def _left_behind(stores: Stores, article: Article) -> set[str]:
    """Return articles of which this one is what became: edited and moved at once."""
    found = set()
    for article_id in gone_articles(stores) - {article.id}:
        with suppress(ArticleError, LibraryError):
            if is_version(stores.catalogue.article(article_id), article):
                found.add(article_id)
    return found


def address(source: str) -> str:
    """Return a web address without what does not matter; empty for a source that is none."""
    if not source.startswith(("http://", "https://")):
        return ""
    # One page, whether saved by http or https, from its top or from a heading of it.
    return source.partition("://")[2].partition("#")[0].removesuffix("/")


def _is_file(path: str) -> bool:
    try:
        # Relative ones would be looked for wherever the program was started; a path of a note
        # written on another system may hold what this one refuses (ValueError for a null).
        return Path(path).is_absolute() and Path(path).is_file()
    except (OSError, ValueError):
        return False


def _resolved(anchor: Anchor, text: str) -> Resolution:
    # Loads numpy, which the window does not wait for.
    from diptych.notes.resolution import resolve

    return resolve(anchor, text)
