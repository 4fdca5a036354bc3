# SPDX-License-Identifier: MIT
"""The index of a library that has grown, kept by tantivy and fed the terms of our own."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, ClassVar

import tantivy
from tantivy import Document, Occur, Query, Searcher, Tokenizer

from diptych.errors import SearchError
from diptych.search.answers import Facets, Found, Ranked, SortOrder, by_count, newest_first
from diptych.search.engine import (
    DEFAULT_FIELDS,
    FIELD_NAMES,
    TITLE_WEIGHT,
    DamagedIndexError,
    FromLists,
    explained,
    placed_words,
)
from diptych.search.expression import (
    And,
    Near,
    Node,
    Or,
    Phrase,
    Word,
)
from diptych.search.indexed import (
    Field,
    IndexedArticle,
    StoredArticle,
    from_json,
    sayable,
    to_json,
)
from diptych.search.translation import SCORED_EXPANSIONS, Translation, is_scored
from diptych.search.word_list import BrokenListError, WordList
from diptych.search.word_store import WordStore
from diptych.text.calendar import date_number
from diptych.text.stems import STEMMER_KIND, base_language
from diptych.text.terms import ANALYSIS_VERSION

_HEAP_BYTES = 96 << 20  # of words before a segment is written
# A few articles that another process adds are written by then.
_LOCK_PATIENCE_S = 5.0
_LOCK_ASKED_EVERY_S = 0.05
_WORDS_AN_ARTICLE = 300  # different ones
_MOST_OF_ONE_LETTER = 2_000  # terms that begin with one character of an unspaced script
# yyyymmdd, after any date an article can have.
_LAST_DATE = 99_999_999
_MERGED_FROM = 8  # files of about one size: so many tantivy makes one of by itself
# The one of its files; the stubs do not know it. importlib.metadata would load email with it.
_VERSION = str(vars(tantivy)["__version__"])
_UPWARDS, _DOWNWARDS = tantivy.Order.Asc, tantivy.Order.Desc
_COUNTED = ("source_name", "year", "language", "tag_name")
_MOST_VALUES = 1_000


class TantivyIndex(FromLists):
    """The index in one folder; any thread may search while another adds."""

    name: ClassVar[str] = "tantivy"
    format_version: ClassVar[str] = f"tantivy.1.{_VERSION}.{ANALYSIS_VERSION}.{STEMMER_KIND}"
    articles_a_commit: ClassVar[int] = 20_000

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._writing = threading.Lock()
        self._refreshing = threading.Lock()
        self._merging: Any = None
        self._searcher: Searcher | None = None
        self._last: tuple[Searcher, Node, Any] | None = None
        self._words = WordStore(folder)
        self._lists: tuple[WordList, ...] = ()
        self._schema = _schema()
        self._index = tantivy.Index(self._schema, path=str(folder))
        # Registered at each opening: tantivy keeps the name alone in its files.
        self._index.register_tokenizer("terms", _spaced())
        self._index.config_reader("manual")
        self._seen = -1

    @classmethod
    def create(cls, folder: Path) -> TantivyIndex:
        """Make an index in an empty folder."""
        with explained(folder), _as_damage():
            return cls(folder)

    @classmethod
    def open(cls, folder: Path) -> TantivyIndex:
        """Open the index in a folder of this version."""
        with _as_damage():
            index = cls(folder)
            index._newest().search(Query.all_query(), 1)
            return index

    def add(self, articles: Iterable[IndexedArticle]) -> int:
        """Add articles, replacing those with the same id; return how many."""
        added: set[str] = set()
        with self._writer() as writer:
            before, counter = self._newest(), self._words.counter()
            for number, (article, words) in enumerate(placed_words(articles, counter), start=1):
                id_ = sayable(article.id)
                if article.id in added or before.doc_freq("id", id_):
                    writer.delete_documents_by_term("id", id_)
                writer.add_document(_document(article, words))
                added.add(article.id)
                if number % self.articles_a_commit == 0 or counter.is_full:
                    self._words.keep(only_new=True)
                    writer.commit()
        return len(added)

    def rest(self) -> None:
        """Wait for tantivy's merging, and let other processes write."""
        with self._writing, self._guarded():
            if self._merging is not None:
                merging, self._merging = self._merging, None
                merging.wait_merging_threads()
                self._seen = -1

    def untidy(self) -> int:
        """Return how many articles' worth of words ``tidy`` would write again."""
        return -(-self._words.untidy() // _WORDS_AN_ARTICLE)

    def tidy(self) -> bool:
        """Unite the lists of words; tantivy merges its own files by itself."""
        self.rest()
        with self._reading() as searcher, self._guarded():
            self._words.unite(
                lambda term: any(searcher.doc_freq(FIELD_NAMES[f], term) for f in DEFAULT_FIELDS)
            )
            self._seen = -1
        return False

    def remove(self, ids: Iterable[str]) -> None:
        """Remove articles; those that are not there do no harm."""
        wanted = list(ids)
        if wanted:
            with self._writer() as writer:
                for id_ in wanted:
                    writer.delete_documents_by_term("id", sayable(id_))

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
        with self._reading() as searcher:
            query = self._query(searcher, root)
            if order is SortOrder.TITLE:
                sorting: dict[str, Any] = {"order_by_field": "title_key", "order": _UPWARDS}
            elif order is SortOrder.DATE or not is_scored(root):
                sorting = {"order_by_field": "date", "order": _DOWNWARDS}
            else:
                sorting = {}
            found = searcher.search(query, limit, offset=offset, **sorting)
            ranked = [
                Ranked(_stored(searcher, address), 0.0 if sorting else round(float(score), 4))
                for score, address in found.hits
            ]
            return Found(tuple(ranked), int(found.count or 0))

    def facets(self, root: Node | None) -> Facets:
        """Count all answers by source, year, language and tag."""
        if root is None:
            return Facets()
        with self._reading() as searcher:
            query = self._query(searcher, root)
            asked = {name: {"terms": {"field": name, "size": _MOST_VALUES}} for name in _COUNTED}
            found = searcher.aggregate(query, asked)
            counts = {
                name: by_count({b["key"]: int(b["doc_count"]) for b in found[name]["buckets"]})
                for name in _COUNTED
            }
            return Facets(
                sources=counts["source_name"],
                years=newest_first({int(year): n for year, n in counts["year"].items()}),
                languages=counts["language"],
                tags=counts["tag_name"],
            )

    def languages(self) -> tuple[str, ...]:
        """Return the languages of the articles; the empty one stands for unknown."""
        with self._reading() as searcher:
            every = searcher.terms_with_prefix("language", "", filter_query=Query.all_query())
            return ("", *sorted(name for name, count in every if count))

    def articles(self) -> dict[str, StoredArticle]:
        """Return what the index knows of every article that can be found, by id."""
        with self._reading() as searcher:
            count = max(1, searcher.num_docs)
            hits = searcher.search(Query.all_query(), count, count=False).hits
            every = (_stored(searcher, address) for _, address in hits)
            return {article.id: article for article in every}

    def ids(self) -> frozenset[str]:
        """Return the ids of all articles that can be found."""
        return frozenset(self.articles())

    def count(self) -> int:
        """Return how many articles can be found."""
        with self._reading() as searcher:
            return int(searcher.num_docs)

    def is_sound(self) -> bool:
        """Tell whether all of the index can be read; tantivy keeps no checksums to compare."""
        try:
            return len(self.articles()) == self.count()
        except SearchError:
            return False

    def close(self) -> None:
        """Let go of the files."""
        self.rest()
        self._searcher = None
        self._lists = ()
        self._words.close()

    def _query(self, searcher: Searcher, root: Node) -> Any:
        """Return tantivy's query; a page of answers and their counts ask for the same one."""
        # Threads may replace it for one another; the query is then merely made again.
        last = self._last
        if last is None or last[0] is not searcher or last[1] != root:
            query = _Translation(searcher, self._schema, self._lists).query(root)
            last = self._last = searcher, root, query
        return last[2]

    def _newest(self) -> Searcher:
        """Return a searcher of the newest commit, also when another process made it."""
        # tantivy replaces meta.json at each commit, whichever process makes it.
        seen = (self._folder / "meta.json").stat().st_mtime_ns
        searcher = self._searcher
        if seen == self._seen and searcher is not None:
            return searcher
        with self._refreshing:
            self._index.reload()
            searcher = self._searcher = self._index.searcher()
            self._lists = self._words.newest()
            self._seen = seen
        return searcher

    @contextmanager
    def _reading(self) -> Iterator[Any]:
        with _as_damage():
            yield self._newest()

    @contextmanager
    def _listed(self) -> Iterator[Sequence[WordList]]:
        with self._reading():
            yield self._lists

    @contextmanager
    def _writer(self) -> Iterator[Any]:
        """Give tantivy's writer, and commit what was done with it.

        What was added can be found from then on: nobody waits for the merging
        that tantivy may begin at a commit. Its writer goes on with it, and is
        used again, until ``rest``.
        """
        with self._writing, self._guarded():
            if not (self._folder / "meta.json").exists():
                self._merging = None
                raise DamagedIndexError("The search index is gone; it has to be made anew.")
            writer, self._merging = self._merging or self._patient_writer(), None
            try:
                yield writer
                # Before the commit: a word in a list without an article does no harm, the other
                # way round it would.
                self._words.keep()
                writer.commit()
            except BaseException:
                self._words.count_anew()
                writer.rollback()
                writer.wait_merging_threads()
                raise
            self._seen = -1
            if self._newest().num_segments < _MERGED_FROM:
                writer.wait_merging_threads()
            else:
                self._merging = writer

    def _patient_writer(self) -> Any:
        """Return tantivy's writer, waiting a little for another process to finish with its own."""
        patience = time.monotonic() + _LOCK_PATIENCE_S
        while True:
            try:
                return self._index.writer(_HEAP_BYTES, 1)
            except ValueError as error:
                if not _is_locked(error) or time.monotonic() > patience:
                    raise
                time.sleep(_LOCK_ASKED_EVERY_S)

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        """Turn what disks and locks do into sentences."""
        try:
            with explained(self._folder), _without_panic():
                yield
        except ValueError as error:
            if _is_locked(error):
                raise SearchError(
                    "Another Diptych is writing the search index; try again in a moment."
                ) from error
            raise SearchError(
                "The search index in {folder} cannot be written: {error}.",
                folder=self._folder,
                error=error,
            ) from error


@contextmanager
def _as_damage() -> Iterator[None]:
    """Turn what damaged or missing files make tantivy throw into one error."""
    try:
        with _without_panic():
            yield
    except (ValueError, OSError, BrokenListError) as error:
        raise DamagedIndexError(
            "The search index is damaged or gone; it has to be made anew."
        ) from error


@contextmanager
def _without_panic() -> Iterator[None]:
    """Turn what Rust throws when it finds its files damaged into an error that is one."""
    try:
        yield
    except BaseException as error:
        if type(error).__name__ == "PanicException":
            raise ValueError(str(error)) from error
        raise


def _is_locked(error: ValueError) -> bool:
    return "lock" in str(error).lower()


def _schema() -> Any:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", tokenizer_name="raw", index_option="basic")
    for name in _COUNTED:
        builder.add_text_field(name, fast=True, tokenizer_name="raw", index_option="basic")
    for name in FIELD_NAMES.values():
        builder.add_text_field(name, tokenizer_name="terms", index_option="position")
    builder.add_text_field("title_key", fast=True, tokenizer_name="raw", index_option="basic")
    builder.add_unsigned_field("date", indexed=True, fast=True)
    builder.add_bytes_field("stored", stored=True)
    return builder.build()


def _spaced() -> Any:
    return tantivy.TextAnalyzerBuilder(Tokenizer.whitespace()).build()


def _document(article: IndexedArticle, words: dict[str, str]) -> Any:
    language = base_language(article.language)
    document = Document()
    for name, said in words.items():
        document.add_text(name, said)
    document.add_text("id", sayable(article.id))
    if language:
        document.add_text("language", language)
    if article.source:
        document.add_text("source_name", sayable(article.source))
    for tag in dict.fromkeys(filter(None, article.tags)):
        document.add_text("tag_name", sayable(tag))
    date = date_number(article.date)
    if date:
        document.add_text("year", str(date // 10_000))
    document.add_unsigned("date", date)
    document.add_text("title_key", sayable(article.title.casefold()))
    document.add_bytes("stored", to_json(article).encode())
    return document


def _stored(searcher: Any, address: Any) -> StoredArticle:
    return from_json(bytes(searcher.doc(address)["stored"][0]))


class _Translation(Translation):
    """Says an expression in tantivy's words."""

    def __init__(self, searcher: Any, schema: Any, lists: Sequence[WordList]) -> None:
        super().__init__(lists)
        self._searcher = searcher
        self._schema = schema

    def all_of(self, wanted: Sequence[Any], unwanted: Sequence[Any]) -> Any:
        """Ask for all of some and none of others."""
        every = [Query.const_score_query(Query.all_query(), 0.0)]
        clauses = [(Occur.Must, query) for query in wanted or every]
        return Query.boolean_query(clauses + [(Occur.MustNot, query) for query in unwanted])

    def any_of(self, queries: Sequence[Any]) -> Any:
        """Ask for any of some."""
        if len(queries) == 1:
            return queries[0]
        return Query.boolean_query([(Occur.Should, query) for query in queries])

    def dated(self, since: int, until: int) -> Any:
        """Ask for dates from one on and before another."""
        asked = Query.range_query(
            self._schema,
            "date",
            tantivy.FieldType.Unsigned,
            since,
            until or _LAST_DATE,
            include_upper=not until,
        )
        return Query.const_score_query(asked, 0.0)

    def in_language(self, code: str) -> Any:
        """Ask for a language."""
        asked = Query.term_query(self._schema, "language", code, "basic")
        return Query.const_score_query(asked, 0.0)

    def in_field(self, node: Node, field: Field) -> Any:
        """Ask for words, words side by side, or words near one another in one field."""
        if isinstance(node, Phrase):
            asked = self._phrase([self._known(part, field) for part in node.parts], field)
        elif isinstance(node, Near):
            asked = self._near(node, field)
        else:
            asked = self._terms(self._leaf_terms(node, field), field)
        return Query.boost_query(asked, TITLE_WEIGHT) if field is Field.TITLE else asked

    def beginning(self, start: str, field: Field) -> list[str]:
        """Return the terms of a field that begin with some letters."""
        name, most = FIELD_NAMES[field], _MOST_OF_ONE_LETTER
        found = self._searcher.terms_with_prefix(name, start, limit=most)
        return [term for term, _ in found]

    def _leaf_terms(self, node: Node, field: Field) -> list[str]:
        terms = self.terms(node, field)
        return self._known(terms, field) if isinstance(node, Word) else terms

    def _known(self, terms: Iterable[str], field: Field) -> list[str]:
        name = FIELD_NAMES[field]
        return [term for term in terms if self._searcher.doc_freq(name, term)]

    def _terms(self, terms: Sequence[str], field: Field) -> Any:
        if not terms:
            return Query.empty_query()
        name = FIELD_NAMES[field]
        scored = [
            Query.term_query(self._schema, name, term, "freq") for term in terms[:SCORED_EXPANSIONS]
        ]
        if len(terms) > SCORED_EXPANSIONS:
            rest = list(terms[SCORED_EXPANSIONS:])
            scored.append(Query.term_set_query(self._schema, name, rest))
        return self.any_of(scored)

    def _phrase(self, parts: Sequence[Sequence[str]], field: Field, slop: int = 0) -> Any:
        if not all(parts):
            return Query.empty_query()
        if len(parts) == 1:
            return self._terms(parts[0], field)
        name = FIELD_NAMES[field]
        if all(len(part) == 1 for part in parts):
            return Query.phrase_query(self._schema, name, [part[0] for part in parts], slop)
        choices: list[str | tuple[int, str]] = [
            "|".join(map(re.escape, part[:SCORED_EXPANSIONS])) for part in parts
        ]
        return Query.regex_phrase_query(self._schema, name, choices, slop)

    def _near(self, node: Near, field: Field) -> Any:
        """Ask for both orders; inside, a phrase counts as its words."""
        left, right = (self._choices(part, field) for part in (node.left, node.right))
        orders = ([*left, *right], [*right, *left])
        return self.any_of([self._phrase(order, field, node.distance - 1) for order in orders])

    def _choices(self, node: Node, field: Field) -> list[list[str]]:
        if isinstance(node, Phrase):
            return [self._known(part, field) for part in node.parts]
        if isinstance(node, And | Or):
            return [[t for part in node.parts for t in self._leaf_terms(part, field)]]
        return [self._leaf_terms(node, field)]
