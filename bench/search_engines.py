# SPDX-License-Identifier: MIT
"""The engines that are measured beside one another, each in the few words of its tutorial.

Nothing is imported here that an engine does not need: its first query is timed too.
"""

from __future__ import annotations

import importlib.util
import shutil
import sqlite3
import time
import zlib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bench.search_articles import Ask, Text

SHOWN = 20


class Diptych:
    """The search room with the engine of small libraries; texts come from a store beside it."""

    parts = ("index",)

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "index").mkdir(exist_ok=True)
        self.index = self._opened(folder / "index")
        self.store = sqlite3.connect(folder / "texts.sqlite")
        self.store.execute("CREATE TABLE IF NOT EXISTS t(id TEXT PRIMARY KEY, body BLOB)")
        self.storing_s = 0.0  # the catalogue's part: an index is made of texts that are there

    def _opened(self, folder: Path) -> Any:
        from diptych.search.whoosh_index import WhooshIndex

        return WhooshIndex.open(folder) if any(folder.iterdir()) else WhooshIndex.create(folder)

    def add(self, texts: Iterable[Text]) -> None:
        from diptych.search.indexed import IndexedArticle

        kept = self._kept(texts)
        self.index.add(IndexedArticle(t.id, t.title, t.body, language="en") for t in kept)

    def idle(self) -> None:
        while self.index.tidy():
            pass

    def _kept(self, texts: Iterable[Text]) -> list[Text]:
        """Store the texts, and time it as a whole: asking for the time can cost a millisecond."""
        every = list(texts)
        started = time.process_time()
        rows = ((text.id, zlib.compress(text.body.encode(), 1)) for text in every)
        self.store.executemany("INSERT OR REPLACE INTO t VALUES(?,?)", rows)
        self.store.commit()
        self.storing_s += time.process_time() - started
        return every

    def text_of(self, id_: str) -> str:
        (body,) = self.store.execute("SELECT body FROM t WHERE id=?", (id_,)).fetchone()
        return zlib.decompress(body).decode()

    def ask(self, ask: Ask) -> int:
        from diptych.search.finder import Page, find

        return len(find(self.index, _typed(ask), text_of=self.text_of, page=Page(SHOWN)).hits)

    def type(self, typed: str) -> int:
        from diptych.search.finder import Page, find_while_typing

        return len(
            find_while_typing(self.index, typed, text_of=self.text_of, page=Page(SHOWN)).hits
        )

    def complete(self, prefix: str) -> int:
        return len(self.index.complete(prefix))

    def remove(self, id_: str) -> None:
        self.index.remove([id_])


class Grown(Diptych):
    """The same with the engine of libraries that have grown."""

    def _opened(self, folder: Path) -> Any:
        from diptych.search.tantivy_index import TantivyIndex

        return TantivyIndex.open(folder) if any(folder.iterdir()) else TantivyIndex.create(folder)


class Fts5:
    """SQLite's own full-text search, with prefix tables, Porter stemmer, snippets."""

    parts = ("fts.sqlite",)

    def __init__(self, folder: Path) -> None:
        self.db = sqlite3.connect(folder / "fts.sqlite")
        self.db.execute("PRAGMA journal_mode=WAL")
        self.db.execute("PRAGMA synchronous=NORMAL")
        self.db.execute(
            "CREATE VIRTUAL TABLE IF NOT EXISTS t USING fts5(id UNINDEXED, title, body,"
            " tokenize='porter unicode61 remove_diacritics 2', prefix='2 3')"
        )
        self.db.execute("CREATE VIRTUAL TABLE IF NOT EXISTS temp.v USING fts5vocab(main, t, row)")

    def add(self, texts: Iterable[Text]) -> None:
        rows = ((t.id, t.title, t.body) for t in texts)
        self.db.executemany("INSERT INTO t VALUES(?,?,?)", rows)
        self.db.commit()

    def ask(self, ask: Ask) -> int:
        words = ask.words
        if ask.kind == "phrase":
            return self._select('"' + " ".join(words) + '"')
        if ask.kind == "prefix":
            return self._select(f'"{words[0]}"*')
        if ask.kind == "boolean":
            return self._select('"{}" AND ("{}" OR "{}") NOT "{}"'.format(*words))
        if ask.kind == "fuzzy":
            return self._fuzzy(words[0])
        return self._select(" AND ".join(f'"{word}"' for word in words))

    def type(self, typed: str) -> int:
        *done, last = typed.split()
        return self._select(" AND ".join([*(f'"{word}"' for word in done), f'"{last}"*']))

    def complete(self, prefix: str) -> int:
        rows = self.db.execute(
            "SELECT term FROM v WHERE term >= ? AND term < ? ORDER BY doc DESC LIMIT 8",
            (prefix, prefix + "\U0010ffff"),
        )
        return len(rows.fetchall())

    def remove(self, id_: str) -> None:
        self.db.execute("DELETE FROM t WHERE rowid IN (SELECT rowid FROM t WHERE id=?)", (id_,))
        self.db.commit()

    def _fuzzy(self, word: str) -> int:
        from rapidfuzz.distance import OSA

        rows = self.db.execute(
            "SELECT term FROM v WHERE term >= ? AND term < ?", (word[0], chr(ord(word[0]) + 1))
        )
        near = [term for (term,) in rows if OSA.distance(word, term, score_cutoff=1) <= 1]
        return self._select(" OR ".join(f'"{term}"' for term in near or [word]))

    def _select(self, match: str) -> int:
        rows = self.db.execute(
            f"SELECT id, snippet(t, 2, '<b>', '</b>', '…', 40) FROM t WHERE t MATCH ?"
            f" ORDER BY rank LIMIT {SHOWN}",
            (match,),
        )
        return len(rows.fetchall())


class Tantivy:
    """tantivy as its tutorial shows it: English stemmer, stored texts, snippets."""

    parts = ("tantivy",)

    def __init__(self, folder: Path) -> None:
        import tantivy

        self.tantivy = tantivy
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("id", stored=True, tokenizer_name="raw")
        builder.add_text_field("title", stored=True, tokenizer_name="en_stem")
        builder.add_text_field("body", stored=True, tokenizer_name="en_stem")
        path = folder / "tantivy"
        path.mkdir(exist_ok=True)
        self.schema = builder.build()
        self.index = tantivy.Index(self.schema, path=str(path))
        self.searcher = self.index.searcher()
        self.writer: Any = None

    def add(self, texts: Iterable[Text]) -> None:
        if self.writer is None:
            self.writer = self.index.writer(128 << 20, 1)
        for text in texts:
            self.writer.add_document(
                self.tantivy.Document(id=text.id, title=text.title, body=text.body)
            )
        self._commit()

    def remove(self, id_: str) -> None:
        self.writer.delete_documents_by_term("id", id_)
        self._commit()

    def _commit(self) -> None:
        self.writer.commit()
        self.index.reload()
        self.searcher = self.index.searcher()

    def ask(self, ask: Ask) -> int:
        words, fields = ask.words, ["title", "body"]
        if ask.kind == "phrase":
            return self._find(self.index.parse_query('"' + " ".join(words) + '"', fields))
        if ask.kind == "prefix":
            return self._find(self._prefix(words[0]))
        if ask.kind == "boolean":
            return self._find(self.index.parse_query("+{} +({} {}) -{}".format(*words), fields))
        if ask.kind == "fuzzy":
            query = self.tantivy.Query.fuzzy_term_query(self.schema, "body", words[0], distance=1)
            return self._find(query)
        return self._find(self.index.parse_query(" AND ".join(words), fields))

    def type(self, typed: str) -> int:
        *done, last = typed.split()
        must = self.tantivy.Occur.Must
        parts = [(must, self.index.parse_query(word, ["title", "body"])) for word in done]
        return self._find(self.tantivy.Query.boolean_query([*parts, (must, self._prefix(last))]))

    def complete(self, _: str) -> int:
        return 0

    def _prefix(self, letters: str) -> Any:
        return self.tantivy.Query.regex_query(self.schema, "body", letters + ".*")

    def _find(self, query: Any) -> int:
        hits = self.searcher.search(query, SHOWN).hits
        make = self.tantivy.SnippetGenerator.create
        generator = make(self.searcher, query, self.schema, "body")
        found = [self.searcher.doc(address) for _, address in hits]
        return len([generator.snippet_from_doc(doc).to_html() for doc in found])


class Recoll:
    """recollindex over files; a query is one run of recollq, its start included."""

    parts = ("recoll",)

    def __init__(self, folder: Path) -> None:
        self.files, self.settings = folder / "files", folder / "recoll"
        for path in (self.files, self.settings):
            path.mkdir(exist_ok=True)
        written = f"topdirs = {self.files}\nloglevel = 1\nskippedPaths =\nmonitorauxinterval = 0\n"
        (self.settings / "recoll.conf").write_text(written)

    def add(self, texts: Iterable[Text]) -> None:
        new = []
        for text in texts:
            new.append(self.files / f"{text.id}.txt")
            new[-1].write_text(f"{text.title}\n\n{text.body}")
        self._index(*(["-i", str(new[0])] if len(new) == 1 else []))

    def remove(self, id_: str) -> None:
        path = self.files / f"{id_}.txt"
        path.unlink()
        self._index("-e", str(path))

    def ask(self, ask: Ask) -> int:
        words = ask.words
        if ask.kind == "phrase":
            return self._query('"' + " ".join(words) + '"')
        if ask.kind == "prefix":
            return self._query(f"{words[0]}*")
        if ask.kind == "boolean":
            return self._query("{} {} OR {} -{}".format(*words))
        return self._query(" ".join(words))

    def type(self, typed: str) -> int:
        return self._query(f"{typed}*")

    def complete(self, _: str) -> int:
        return 0

    def _index(self, *arguments: str) -> None:
        from subprocess import run

        command = ["recollindex", "-c", str(self.settings), *arguments]
        run(command, check=True, capture_output=True)

    def _query(self, typed: str) -> int:
        from subprocess import run

        command = ["recollq", "-c", str(self.settings), "-n", str(SHOWN), "-A", typed]
        # Recoll refuses a beginning that too many words have; that answer is timed as well.
        done = run(command, check=False, capture_output=True, text=True)
        return done.stdout.count("file://")


ENGINES: dict[str, Callable[[Path], Any]] = {
    "whoosh": Diptych,
    "grown": Grown,
    "fts5": Fts5,
    "tantivy": Tantivy,
    "recoll": Recoll,
}


def is_there(name: str) -> bool:
    """Tell whether what an engine needs is installed."""
    if name == "recoll":
        return shutil.which("recollindex") is not None
    return name not in ("grown", "tantivy") or importlib.util.find_spec("tantivy") is not None


def _typed(ask: Ask) -> str:
    words = ask.words
    if ask.kind == "phrase":
        return '"' + " ".join(words) + '"'
    if ask.kind == "prefix":
        return words[0] + "*"
    if ask.kind == "fuzzy":
        return words[0] + "~"
    if ask.kind == "boolean":
        return "{} ({} OR {}) -{}".format(*words)
    return " ".join(words)
