# SPDX-License-Identifier: MIT
"""The index every library starts with, kept by Whoosh and fed the terms of our own.

Whoosh's documented API does everything here: schema, tokenizer, writer, query
objects, sorting. Its files are pickles, hence the look at what they name.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any, ClassVar
from weakref import WeakSet

from diptych.errors import SearchError
from diptych.search.answers import Facets, Found, Ranked, SortOrder, facets_of
from diptych.search.engine import (
    FIELD_NAMES,
    TITLE_WEIGHT,
    DamagedIndexError,
    FromLists,
    explained,
    placed_words,
)
from diptych.search.expression import And, Near, Node, Or, Phrase, Prefix
from diptych.search.importing import imported_quietly
from diptych.search.indexed import Field, IndexedArticle, StoredArticle, batches, from_json, sayable
from diptych.search.merging import worth_merging
from diptych.search.pickles import only_pickles_of
from diptych.search.translation import SCORED_EXPANSIONS, Translation, is_scored
from diptych.search.whoosh_view import View, document_of
from diptych.search.word_list import WordList
from diptych.search.word_store import WordStore
from diptych.text.plain_forms import plain_form, without_accents
from diptych.text.stems import STEMMER_KIND
from diptych.text.terms import ANALYSIS_VERSION, NO_TERM

with imported_quietly():
    from whoosh import fields, query, sorting, versionstring
    from whoosh.analysis import Token, Tokenizer
    from whoosh.filedb.filestore import FileStorage
    from whoosh.index import FileIndex, LockError
    from whoosh.matching import ListMatcher
    from whoosh.reading import SegmentReader, TermNotFound
    from whoosh.util.filelock import try_for

log = logging.getLogger(__name__)

_LOCK_PATIENCE_S = 5.0
# Whoosh holds a commit's words as Python objects until it is written.
_LETTERS_A_COMMIT = 3_000_000
_LAST_DATE = 99_999_999
# Whoosh takes an article whose score is 0 for one that does not answer.
_HARDLY_ANY = 1e-9
# What Whoosh's files name in their pickles: anything else is no index.
_KNOWN_PICKLES = frozenset(
    {
        ("_codecs", "encode"),
        ("builtins", "int"),
        ("collections", "defaultdict"),
        ("whoosh.codec.whoosh3", "W3Codec"),
        ("whoosh.codec.whoosh3", "W3Segment"),
    }
)


class WhooshIndex(FromLists):
    """The index in one folder; searches take turns, another may add meanwhile."""

    name: ClassVar[str] = "whoosh"
    format_version: ClassVar[str] = f"whoosh.1.{versionstring()}.{ANALYSIS_VERSION}.{STEMMER_KIND}"
    articles_a_commit: ClassVar[int] = 400

    def __init__(self, folder: Path, index: FileIndex) -> None:
        self._folder = folder
        self._index = index
        self._words = WordStore(folder)
        self._view: View | None = None
        # A reader's files have one place where they are read; see Whoosh on threads.
        self._searching = threading.RLock()
        self._writing = threading.Lock()

    @classmethod
    def create(cls, folder: Path) -> WhooshIndex:
        """Make an index in an empty folder."""
        with explained(folder):
            return cls(folder, _Storage(str(folder)).create_index(_schema()))

    @classmethod
    def open(cls, folder: Path) -> WhooshIndex:
        """Open the index in a folder of this version."""
        storage = _Storage(str(folder))
        with _as_damage(storage), only_pickles_of(_KNOWN_PICKLES):
            index = cls(folder, storage.open_index(schema=_schema()))
        with index._reading():
            return index

    def add(self, articles: Iterable[IndexedArticle]) -> int:
        """Add articles, replacing those with the same id; return how many."""
        added: set[str] = set()
        for batch in batches(articles, articles=self.articles_a_commit, letters=_LETTERS_A_COMMIT):
            with self._committing() as writer:
                self._delete(writer, batch)
                for article, words in placed_words(batch.values(), self._words.counter()):
                    writer.add_document(**document_of(article, words))
                self._words.keep()
            added |= batch.keys()
        return len(added)

    def remove(self, ids: Iterable[str]) -> None:
        """Remove articles; those that are not there do no harm."""
        wanted = list(ids)
        if wanted:
            with self._committing() as writer:
                self._delete(writer, wanted)

    def rest(self) -> None:
        """End what additions left running: nothing does."""

    def untidy(self) -> int:
        """Return how many articles ``tidy`` would write again."""
        with self._reading() as view:
            sizes = view.sizes()
            return sum(sizes[i][0] or 1 for i in worth_merging(sizes))

    def tidy(self) -> bool:
        """Merge small segments and those that are mostly deleted."""
        with self._reading() as view:
            chosen = worth_merging(view.sizes())
            forgets = any(view.sizes()[i][0] < view.sizes()[i][1] for i in chosen)
        if not chosen:
            return False
        with self._committing(merge=True), _as_damage(self._index.storage):
            pass
        with self._reading() as view:
            self._words.unite(view.knows, every=forgets)
            self._view = None
        return self.untidy() > 0

    def search(
        self,
        root: Node | None,
        *,
        limit: int = 20,
        offset: int = 0,
        order: SortOrder = SortOrder.RELEVANCE,
    ) -> Found:
        """Return the articles that answer ``root``, best first, and their number."""
        if root is None or limit < 1:
            return Found((), 0)
        by: Any = None
        if order is SortOrder.TITLE:
            by = sorting.FieldFacet("title_key")
        elif order is SortOrder.DATE or not is_scored(root):
            by = sorting.FieldFacet("date", reverse=True)
        with self._reading() as view:
            asked = _Translation(view).query(root)
            # Neither optimizing nor weeding out on the way, for all answers are counted. Of a word
            # in several forms Whoosh weighs the likeliest alone, and would drop good ones.
            collector = view.searcher.collector(limit=offset + limit, sortedby=by, optimize=False)
            collector.replace = 0
            view.searcher.search_with_collector(asked, collector)
            found = collector.results()
            ranked = [
                Ranked(from_json(hit["stored"]), round(0.0 if by else float(hit.score), 4))
                for hit in found[offset : offset + limit]
            ]
            return Found(tuple(ranked), len(found))

    def facets(self, root: Node | None) -> Facets:
        """Count all answers by source, year, language and tag."""
        if root is None:
            return Facets()
        with self._reading() as view:
            numbers = view.searcher.docs_for_query(_Translation(view).query(root))
            return facets_of([view.article(number) for number in numbers])

    def languages(self) -> tuple[str, ...]:
        """Return the languages of the articles; the empty one stands for unknown."""
        with self._reading() as view:
            return ("", *sorted(view.searcher.reader().field_terms("language")))

    def articles(self) -> dict[str, StoredArticle]:
        """Return what the index knows of every article that can be found, by id."""
        with self._reading() as view:
            every = (from_json(kept["stored"]) for _, kept in view.searcher.reader().iter_docs())
            return {article.id: article for article in every}

    def ids(self) -> frozenset[str]:
        """Return the ids of all articles that can be found."""
        return frozenset(self.articles())

    def count(self) -> int:
        """Return how many articles can be found."""
        with self._reading() as view:
            return int(view.searcher.doc_count())

    def is_sound(self) -> bool:
        """Read every article and every place of every word; Whoosh keeps no checksums."""
        try:
            with self._reading() as view:
                view.read_all()
                return self._words.is_sound()
        except SearchError:
            return False

    def close(self) -> None:
        """Let go of the files."""
        with self._searching:
            if self._view is not None:
                self._view.searcher.close()
            self._view = None
            self._words.close()

    def _delete(self, writer: Any, ids: Iterable[str]) -> None:
        with closing(writer.reader()) as reader:
            known = [sayable(id_) for id_ in ids if ("id", sayable(id_)) in reader]
        if known:
            writer.delete_by_query(_Any([query.Term("id", id_) for id_ in known]))

    @contextmanager
    def _committing(self, *, merge: bool = False) -> Iterator[Any]:
        """Give a writer with the lock held; cancel what it did when something goes wrong."""
        with self._writing, self._guarded(), self._locked(), only_pickles_of(_KNOWN_PICKLES):
            try:
                with _as_damage(self._index.storage):
                    writer = self._index.writer(_lk=False)
            except PermissionError:
                self._index.storage.let_go_of_new()
                raise
            try:
                yield writer
                writer.commit(mergetype=_merge_small) if merge else writer.commit(merge=False)
            except BaseException:
                self._words.count_anew()
                if not writer.is_closed:
                    self._index.storage.give_up(writer)
                raise

    @contextmanager
    def _locked(self) -> Iterator[None]:
        """Keep others from writing; Whoosh's writers do not always give their own lock back."""
        lock = self._index.lock("WRITELOCK")
        with _as_damage(self._index.storage):
            if not try_for(lock.acquire, timeout=_LOCK_PATIENCE_S, delay=0.05):
                raise LockError
        try:
            yield
        finally:
            lock.release()

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        """Turn what disks and locks do into sentences."""
        with explained(self._folder):
            try:
                yield
            except LockError as error:
                raise SearchError(
                    "Another Diptych is writing the search index; try again in a moment."
                ) from error

    @contextmanager
    def _reading(self) -> Iterator[View]:
        """Give the newest commit."""
        with self._searching, _as_damage(self._index.storage), only_pickles_of(_KNOWN_PICKLES):
            yield self._newest()

    @contextmanager
    def _listed(self) -> Iterator[Sequence[WordList]]:
        with self._reading() as view:
            yield view.lists

    def _newest(self) -> View:
        """Return a view of the newest commit, also when another process made it."""
        generation = self._index.latest_generation()
        view = self._view
        if view is not None and view.generation == generation:
            return view
        searcher = self._index.searcher()
        self._view = View(generation, searcher, self._words.newest())
        if view is not None:
            view.searcher.close()
        return self._view


class _Storage(FileStorage):  # type: ignore[misc]  # Whoosh has no types
    """A folder that lets go of the files that Whoosh leaves open when it fails."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self._created: WeakSet[Any] = WeakSet()
        self._opened: WeakSet[Any] = WeakSet()

    def create_file(self, name: str, **wanted: Any) -> Any:
        """Create a file, and remember it until nobody holds it."""
        file = super().create_file(name, **wanted)
        self._created.add(file)
        return file

    def open_file(self, name: str, **wanted: Any) -> Any:
        """Open a file, and remember it until nobody holds it."""
        file = super().open_file(name, **wanted)
        self._opened.add(file)
        return file

    def temp_storage(self, name: str | None = None) -> Any:
        """Make a folder for what a writer cannot hold in memory."""
        beside = _Storage(str(Path(self.folder) / (name or "temporary")))
        beside._created = self._created
        return beside.create()

    def let_go(self) -> None:
        """Close whatever is open: it cannot be read anyway."""
        _close([*self._created, *self._opened])

    def give_up(self, writer: Any) -> None:
        """Take a commit back; where even that fails, leftover files go at the next one."""
        try:
            writer.cancel()
        except OSError as error:
            log.info("a commit could not be taken back: %s", error)
            self.let_go_of_new()

    def let_go_of_new(self) -> None:
        """Close what the one writer there may be was writing."""
        _close(list(self._created))


def _close(files: Iterable[Any]) -> None:
    for file in files:
        with suppress(OSError, ValueError):
            if not file.is_closed:
                file.close()


class _Placed(Tokenizer):  # type: ignore[misc]
    """Cuts a text that is terms already, each at its place, at its spaces."""

    def __call__(self, value: str, start_pos: int = 0, **wanted: Any) -> Iterator[Any]:
        token = Token(wanted.get("positions", False), mode=wanted.get("mode", ""))
        for place, term in enumerate(value.split(" "), start_pos):
            if term != NO_TERM:
                token.text, token.pos, token.boost = term, place, 1.0
                yield token


class _Any(query.Or):  # type: ignore[misc]
    """Any of many terms, none of whose places is asked for: 25 times quicker that way."""

    matcher_type = query.Or.ARRAY_MATCHER


class _AnyAlike(query.Query):  # type: ignore[misc]
    """Any of many terms of a field, each worth the same.

    Whoosh's own ways to say it look each term up three times, to order the terms, to
    score them and to read them; of the hundreds that begin with two letters that took
    most of a keystroke.
    """

    def __init__(self, field: Field, terms: Sequence[str]) -> None:
        self._field = field
        self._terms = terms

    def estimate_size(self, reader: Any) -> int:
        """Return how many articles may answer; nobody looks the terms up for it."""
        return int(reader.doc_count())

    def matcher(self, searcher: Any, _context: Any = None) -> Any:
        """Return the articles of one segment that have any of the terms."""
        reader, name = searcher.reader(), FIELD_NAMES[self._field]
        found: set[int] = set()
        for term in self._terms:
            if len(found) == reader.doc_count():
                break  # the frequent terms come first and soon stand in all articles
            with suppress(TermNotFound):
                found.update(reader.postings(name, term.encode()).all_ids())
        return ListMatcher(sorted(found), all_weights=_weight(self._field))


class _Translation(Translation):
    """Says an expression in Whoosh's words."""

    def __init__(self, view: View) -> None:
        super().__init__(view.lists)
        self._reader = view.searcher.reader()

    def all_of(self, wanted: Sequence[Any], unwanted: Sequence[Any]) -> Any:
        """Ask for all of some and none of others."""
        every = [query.ConstantScoreQuery(query.Every(), _HARDLY_ANY)]
        # Not AndNot: inside what is unwanted Whoosh finds nothing by one.
        return query.And([*(wanted or every), *map(query.Not, unwanted)])

    def any_of(self, queries: Sequence[Any]) -> Any:
        """Ask for any of some."""
        return query.Or(queries)

    def dated(self, since: int, until: int) -> Any:
        """Ask for dates from one on and before another."""
        asked = query.NumericRange("date", since, until or _LAST_DATE, endexcl=bool(until))
        return query.ConstantScoreQuery(asked, _HARDLY_ANY)

    def in_language(self, code: str) -> Any:
        """Ask for a language."""
        return query.ConstantScoreQuery(query.Term("language", code), _HARDLY_ANY)

    def in_field(self, node: Node, field: Field) -> Any:
        """Ask for words, words side by side, or words near one another in one field."""
        if isinstance(node, Phrase | Near):
            return self._placed(node, field)
        terms = self.terms(node, field)
        first, rest = terms[:SCORED_EXPANSIONS], terms[SCORED_EXPANSIONS:]
        if rest and isinstance(node, Prefix) and field is Field.TITLE:
            first, rest = (self._in_titles(some, node) for some in (first, rest))
        scored = [_term(field, term) for term in first]
        return _Any([*scored, _AnyAlike(field, rest)] if rest else scored)

    def beginning(self, start: str, field: Field) -> list[str]:
        """Return the terms of a field that begin with some letters."""
        found = self._reader.expand_prefix(FIELD_NAMES[field], start.encode())
        return [term.decode() for term in found]

    def _in_titles(self, terms: Sequence[str], node: Prefix) -> list[str]:
        """Leave out what no title has: of a beginning's many terms nearly all.

        Whoosh reads terms in order ten times as fast as it looks one up. A stem that is
        shorter than what was typed (``hous`` for ``housi``) is not among those in order.
        """
        start = without_accents(plain_form(node.written))
        known = frozenset(self.beginning(start, Field.TITLE))
        return [term for term in terms if term in known or not term.startswith(start)]

    def _placed(self, node: Node, field: Field) -> Any:
        """Return a query whose places Whoosh can compare with those of others."""
        if isinstance(node, Phrase):
            parts = [query.Or([_term(field, term) for term in part]) for part in node.parts]
            return query.Sequence(parts) if len(parts) > 1 else parts[0]
        if isinstance(node, Near):
            sides = [self._placed(node.left, field), self._placed(node.right, field)]
            return query.Sequence(sides, slop=node.distance, ordered=False)
        if isinstance(node, And | Or):
            return query.Or([self._placed(part, field) for part in node.parts])
        terms = self.terms(node, field)[:SCORED_EXPANSIONS]
        return query.Or([_term(field, term) for term in terms])


def _term(field: Field, term: str) -> Any:
    return query.Term(FIELD_NAMES[field], term, boost=_weight(field))


def _weight(field: Field) -> float:
    return TITLE_WEIGHT if field is Field.TITLE else 1.0


def _schema() -> Any:
    words = {name: fields.TEXT(analyzer=_Placed(), phrase=True) for name in FIELD_NAMES.values()}
    return fields.Schema(
        id=fields.ID,
        language=fields.ID,
        title_key=fields.ID(sortable=True),
        date=fields.NUMERIC(sortable=True),
        stored=fields.STORED,
        **words,
    )


def _merge_small(writer: Any, segments: Sequence[Any]) -> list[Any]:
    """Write the segments worth it into the new one; return the others."""
    sizes = [(segment.doc_count(), segment.doc_count_all()) for segment in segments]
    chosen = worth_merging(sizes)
    for i in chosen:
        if not segments[i].doc_count():
            continue
        with closing(SegmentReader(writer.storage, writer.schema, segments[i])) as reader:
            writer.add_reader(reader)
    return [segment for i, segment in enumerate(segments) if i not in chosen]


@contextmanager
def _as_damage(storage: _Storage) -> Iterator[None]:
    """Turn what Whoosh throws over files that are not what it wrote, anything, into one error."""
    try:
        yield
    except (SearchError, LockError, PermissionError):
        raise
    except Exception as error:
        log.info("the index cannot be read", exc_info=error)
        storage.let_go()
        raise DamagedIndexError(
            "The search index is damaged or gone; it has to be made anew."
        ) from error
