# SPDX-License-Identifier: MIT
"""The same index for large libraries, kept by tantivy and fed the same terms.

tantivy stores and ranks; which terms a text has, what a query means and where
its words stand is decided as for the usual index, so that both find the same.
"""

from __future__ import annotations

import json
import re
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import Any, ClassVar

import tantivy
from tantivy import Document, Occur, Query, Searcher, Tokenizer

from diptych.errors import SearchError
from diptych.search.answers import Facets, Found, Order, Ranked, by_count, completions
from diptych.search.expression import (
    And,
    Dated,
    Fuzzy,
    In,
    InLanguage,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Word,
)
from diptych.search.folder import empty, explained, has_format, make_private, write_format
from diptych.search.indexed import Field, IndexedArticle, StoredArticle
from diptych.search.segment import BrokenSegmentError, Segment, stored_article, stored_bytes
from diptych.search.spelling import suggest, terms_of_close_forms
from diptych.search.word_list import WordCounter, WordLists, most_frequent_terms
from diptych.text.calendar import date_number
from diptych.text.stems import STEMMER_KIND, base_language
from diptych.text.terms import (
    ANALYSIS_VERSION,
    is_paired,
    plain_form,
    without_accents,
)

_HEAP_BYTES = 96 << 20
_LOCK_PATIENCE_S = 5.0
_LOCK_ASKED_EVERY_S = 0.05
_TITLE_WEIGHT = 2.0
_WORDS_AN_ARTICLE = 300  # different ones
_SCORED_EXPANSIONS = 32
_MOST_EXPANSIONS = 2_000
_MOST_EXPANSIONS_OF_FEW = 500  # of one or two letters, which nobody means to be exact
_FEW_LETTERS = 2
_LAST_DATE = 99_999_999
_UPWARDS, _DOWNWARDS = tantivy.Order.Asc, tantivy.Order.Desc

_NAMES = {
    Field.TITLE: "title",
    Field.BODY: "body",
    Field.AUTHOR: "author",
    Field.SOURCE: "source",
    Field.TAG: "tag",
}
_COUNTED = ("source_name", "year", "language", "tag_name")
_MOST_VALUES = 1_000
_DEFAULT_FIELDS = (Field.TITLE, Field.BODY)


class LargeIndex:
    """The index in one folder; any thread may search while another adds."""

    articles_a_commit: ClassVar[int] = 20_000
    format_version: ClassVar[str] = (
        f"large.3.{version('tantivy')}.{ANALYSIS_VERSION}.{STEMMER_KIND}"
    )

    def __init__(self, folder: Path, needs_rebuild: bool) -> None:
        self._folder = folder
        self._needs_rebuild = needs_rebuild
        self._writing = threading.Lock()
        self._refreshing = threading.Lock()
        self._searcher: Searcher | None = None
        self._last: tuple[Searcher, Node, Any] | None = None
        self._words = WordLists(folder)
        self._lists: tuple[Segment, ...] = ()
        self._open()

    @classmethod
    def open(cls, folder: Path) -> LargeIndex:
        """Open the index in ``folder``, making it when there is none.

        One that is broken or of another version is emptied, and
        ``needs_rebuild`` says so. Raises SearchError when the folder cannot be
        used at all.
        """
        with explained(folder):
            make_private(folder)
            found = any(folder.iterdir())
            if found and has_format(folder, cls.format_version):
                try:
                    with _without_panic():
                        index = cls(folder, False)
                        index._newest().search(Query.all_query(), 1)
                        return index
                except (SearchError, BrokenSegmentError, ValueError, OSError):
                    pass
            empty(folder)
            write_format(folder, cls.format_version)
            return cls(folder, found)

    @property
    def needs_rebuild(self) -> bool:
        """Tell whether articles are missing that were there before."""
        return self._needs_rebuild

    def start_anew(self) -> None:
        """Empty the index; the caller then adds every article of the library."""
        with self._writing, self._guarded():
            make_private(self._folder)
            empty(self._folder)
            write_format(self._folder, self.format_version)
            self._open()
            self._needs_rebuild = True

    def mark_rebuilt(self) -> None:
        """Say that every article of the library has been added again."""
        self._needs_rebuild = False

    def add(self, articles: Iterable[IndexedArticle]) -> int:
        """Add articles, replacing those with the same id; return how many."""
        added: set[str] = set()
        with self._writer() as writer:
            before, counter = self._newest(), self._words.counter()
            for article in articles:
                if article.id in added or before.doc_freq("id", article.id):
                    writer.delete_documents_by_term("id", article.id)
                writer.add_document(_document(article, counter))
                added.add(article.id)
                if len(added) % self.articles_a_commit == 0 or counter.is_full:
                    self._words.keep(only_new=True)
                    writer.commit()
        return len(added)

    def untidy(self) -> int:
        """Return how many articles' worth of words ``tidy`` would write again."""
        return -(-self._words.untidy() // _WORDS_AN_ARTICLE)

    def tidy(self) -> bool:
        """Unite the lists of words; tantivy merges its own files by itself."""
        with self._reading() as searcher, self._guarded():
            self._words.unite(
                lambda term: any(searcher.doc_freq(_NAMES[f], term) for f in _DEFAULT_FIELDS)
            )
            self._seen = -1
        return False

    def remove(self, ids: Iterable[str]) -> None:
        """Remove articles; those that are not there do no harm."""
        wanted = list(ids)
        if wanted:
            with self._writer() as writer:
                for id_ in wanted:
                    writer.delete_documents_by_term("id", id_)

    def search(
        self,
        root: Node | None,
        *,
        limit: int = 20,
        offset: int = 0,
        order: Order = Order.RELEVANCE,
    ) -> Found:
        """Return the articles that answer ``root``, best first, and their number."""
        if root is None or limit < 1:
            return Found((), 0)
        with self._reading() as searcher:
            query = self._query(searcher, root)
            if order is Order.TITLE:
                sorting: dict[str, Any] = {"order_by_field": "title_key", "order": _UPWARDS}
            elif order is Order.DATE or not _is_scored(root):
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
            years = {int(year): count for year, count in counts["year"].items()}
            return Facets(
                sources=counts["source_name"],
                years={year: years[year] for year in sorted(years, reverse=True)},
                languages=counts["language"],
                tags=counts["tag_name"],
            )

    def complete(self, prefix: str, count: int = 8) -> tuple[str, ...]:
        """Return the most frequent words that begin with ``prefix``."""
        with self._reading():
            return completions(self._lists, prefix, count)

    def terms_close_to(self, word: str, distance: int) -> tuple[str, ...]:
        """Return the terms of the words spelt with at most so many changes."""
        with self._reading():
            return terms_of_close_forms(self._lists, word, distance)

    def suggestion(self, word: str) -> str:
        """Return a frequent word spelt almost like ``word``, or nothing."""
        with self._reading():
            return suggest(self._lists, word)

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
        with self._reading() as searcher:
            every = searcher.terms_with_prefix("id", "", filter_query=Query.all_query())
            return frozenset(id_ for id_, count in every if count)

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
        self._searcher = None
        self._lists = ()
        self._words.close()

    def _query(self, searcher: Searcher, root: Node) -> Any:
        """Return tantivy's query; a page of answers and their counts ask for the same one."""
        last = self._last
        if last is None or last[0] is not searcher or last[1] != root:
            query = _Translation(searcher, self._schema, self._lists).query(root)
            last = self._last = searcher, root, query
        return last[2]

    # Files

    def _open(self) -> None:
        self._schema = _schema()
        self._index = tantivy.Index(self._schema, path=str(self._folder))
        self._index.register_tokenizer("terms", _spaced())
        self._index.config_reader("manual")
        self._seen = -1
        self._searcher = self._index.searcher()

    def _newest(self) -> Searcher:
        """Return a searcher of the newest commit, also when another process made it."""
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
        try:
            with _without_panic():
                yield self._newest()
        except (ValueError, OSError, BrokenSegmentError, json.JSONDecodeError) as error:
            self._needs_rebuild = True
            raise SearchError(
                "The search index is damaged or gone; it has to be made anew."
            ) from error

    @contextmanager
    def _writer(self) -> Iterator[Any]:
        with self._writing, self._guarded():
            if not (self._folder / "meta.json").exists():
                self._needs_rebuild = True
                raise SearchError("The search index is gone; it has to be made anew.")
            writer = self._patient_writer()
            try:
                yield writer
                self._words.keep()
                writer.commit()
            except BaseException:
                self._words.count_anew()
                writer.rollback()
                raise
            finally:
                writer.wait_merging_threads()
            self._seen = -1

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
    for name in _NAMES.values():
        builder.add_text_field(name, tokenizer_name="terms", index_option="position")
    builder.add_text_field("title_key", fast=True, tokenizer_name="raw", index_option="basic")
    builder.add_unsigned_field("date", indexed=True, fast=True)
    builder.add_bytes_field("stored", stored=True)
    return builder.build()


def _spaced() -> Any:
    return tantivy.TextAnalyzerBuilder(Tokenizer.whitespace()).build()


def _document(article: IndexedArticle, counter: WordCounter) -> Any:
    language = base_language(article.language)
    document = Document()
    document.add_text("title", counter.counted(article.title, language))
    document.add_text("body", counter.counted(article.body, language))
    for name, values in (
        ("author", article.authors),
        ("source", (article.source,)),
        ("tag", article.tags),
    ):
        if any(values):
            document.add_text(name, counter.placed(values, language))
    document.add_text("id", article.id)
    if language:
        document.add_text("language", language)
    if article.source:
        document.add_text("source_name", article.source)
    for tag in dict.fromkeys(filter(None, article.tags)):
        document.add_text("tag_name", tag)
    date = date_number(article.date)
    if date:
        document.add_text("year", str(date // 10_000))
    document.add_unsigned("date", date)
    document.add_text("title_key", article.title.casefold())
    stored = StoredArticle(
        article.id,
        article.title,
        article.authors,
        article.source,
        article.date,
        article.language,
        article.tags,
    )
    document.add_bytes("stored", stored_bytes(stored))
    return document


def _stored(searcher: Any, address: Any) -> StoredArticle:
    return stored_article(bytes(searcher.doc(address)["stored"][0]))


def _is_scored(node: Node) -> bool:
    """Tell whether some articles answer better than others."""
    if isinstance(node, And | Or):
        return any(map(_is_scored, node.parts))
    return not isinstance(node, Not | Dated | InLanguage)


class _Translation:
    """Says an expression in tantivy's words."""

    def __init__(self, searcher: Any, schema: Any, lists: Sequence[Segment]) -> None:
        self._searcher = searcher
        self._schema = schema
        self._lists = lists
        self._expansions: dict[str, list[str]] = {}

    def query(self, node: Node, fields: Sequence[Field] = _DEFAULT_FIELDS) -> Any:
        """Return the query that the same articles answer."""
        if isinstance(node, And):
            return self._all(node.parts, fields)
        if isinstance(node, Or):
            return _any([self.query(part, fields) for part in node.parts])
        if isinstance(node, Not):
            return self._all((node,), fields)
        if isinstance(node, In):
            return self.query(node.part, (node.field,))
        if isinstance(node, Dated):
            return self._dated(node)
        if isinstance(node, InLanguage):
            asked = Query.term_query(self._schema, "language", node.code, "basic")
            return Query.const_score_query(asked, 0.0)
        return _any([_weighed(field, self._positional(node, field)) for field in fields])

    def _all(self, parts: Sequence[Node], fields: Sequence[Field]) -> Any:
        clauses = [
            (Occur.MustNot, self.query(part.part, fields))
            if isinstance(part, Not)
            else (Occur.Must, self.query(part, fields))
            for part in parts
        ]
        if all(isinstance(part, Not) for part in parts):
            clauses.append((Occur.Must, Query.const_score_query(Query.all_query(), 0.0)))
        return Query.boolean_query(clauses)

    def _dated(self, node: Dated) -> Any:
        asked = Query.range_query(
            self._schema,
            "date",
            tantivy.FieldType.Unsigned,
            max(node.since, 1),
            node.until or _LAST_DATE,
            include_upper=not node.until,
        )
        return Query.const_score_query(asked, 0.0)

    def _positional(self, node: Node, field: Field) -> Any:
        if isinstance(node, Phrase):
            return self._phrase([self._known(part, field) for part in node.parts], field)
        if isinstance(node, Near):
            return self._near(node, field)
        if isinstance(node, And | Or):
            parts = [self._positional(part, field) for part in node.parts]
            return _any(parts)
        return self._terms(self._leaf_terms(node, field), field)

    def _leaf_terms(self, node: Node, field: Field) -> list[str]:
        """Return a leaf's terms, the most frequent first."""
        if isinstance(node, Word):
            return self._known(node.terms, field)
        if isinstance(node, Prefix):
            return self._beginning(node.written, field)
        if isinstance(node, Fuzzy):
            return list(terms_of_close_forms(self._lists, node.written, node.distance))
        return []

    def _beginning(self, written: str, field: Field) -> list[str]:
        start = without_accents(plain_form(written))
        if is_paired(written) or field not in _DEFAULT_FIELDS:
            found = self._searcher.terms_with_prefix(_NAMES[field], start, limit=_MOST_EXPANSIONS)
            return [term for term, _ in found]
        if start not in self._expansions:
            most = _MOST_EXPANSIONS_OF_FEW if len(start) <= _FEW_LETTERS else _MOST_EXPANSIONS
            self._expansions[start] = most_frequent_terms(self._lists, start, most)
        return self._expansions[start]

    def _known(self, terms: Iterable[str], field: Field) -> list[str]:
        name = _NAMES[field]
        return [term for term in terms if self._searcher.doc_freq(name, term)]

    def _terms(self, terms: Sequence[str], field: Field) -> Any:
        if not terms:
            return Query.empty_query()
        name = _NAMES[field]
        scored = [
            Query.term_query(self._schema, name, term, "freq")
            for term in terms[:_SCORED_EXPANSIONS]
        ]
        if len(terms) > _SCORED_EXPANSIONS:
            rest = list(terms[_SCORED_EXPANSIONS:])
            scored.append(Query.term_set_query(self._schema, name, rest))
        return _any(scored)

    def _phrase(self, parts: Sequence[Sequence[str]], field: Field, slop: int = 0) -> Any:
        if not all(parts):
            return Query.empty_query()
        if len(parts) == 1:
            return self._terms(parts[0], field)
        name = _NAMES[field]
        if all(len(part) == 1 for part in parts):
            return Query.phrase_query(self._schema, name, [part[0] for part in parts], slop)
        choices: list[str | tuple[int, str]] = [
            "|".join(map(re.escape, part[:_SCORED_EXPANSIONS])) for part in parts
        ]
        return Query.regex_phrase_query(self._schema, name, choices, slop)

    def _near(self, node: Near, field: Field) -> Any:
        """Ask for both orders; inside, a phrase counts as its words."""
        left, right = (self._choices(part, field) for part in (node.left, node.right))
        slop = node.distance - 1
        return _any(
            [
                self._phrase(order, field, slop)
                for first, second in ((left, right), (right, left))
                for order in [[*first, *second]]
            ]
        )

    def _choices(self, node: Node, field: Field) -> list[list[str]]:
        if isinstance(node, Phrase):
            return [self._known(part, field) for part in node.parts]
        if isinstance(node, And | Or):
            return [[t for part in node.parts for t in self._leaf_terms(part, field)]]
        return [self._leaf_terms(node, field)]


def _any(queries: Sequence[Any]) -> Any:
    if len(queries) == 1:
        return queries[0]
    return Query.boolean_query([(Occur.Should, query) for query in queries])


def _weighed(field: Field, query: Any) -> Any:
    return Query.boost_query(query, _TITLE_WEIGHT) if field is Field.TITLE else query
