# SPDX-License-Identifier: MIT
"""Measure search beside SQLite FTS5, tantivy and Recoll, in one run on the same articles.

python bench/search_speed.py                          1,000 generated articles
python bench/search_speed.py --articles 10000         more of them
python bench/search_speed.py --texts FILE.jsonl       articles of your own (id, title, paras)
python bench/search_speed.py --engines diptych fts5   some engines only

Build times are CPU seconds, query times CPU milliseconds (p50 / p95), each engine
in a process of its own. tantivy and Recoll take part where they are installed.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

from bench.search_articles import Ask, Text, keystrokes, made, queries, read  # noqa: E402

SHOWN = 20
ONE_BY_ONE = 60  # articles added one after the other


class Diptych:
    """The search room: Whoosh index, own postings; texts come from a store beside it."""

    parts = ("index",)

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.index = self._opened(folder / "index")
        self.store = sqlite3.connect(folder / "texts.sqlite")
        self.store.execute("CREATE TABLE IF NOT EXISTS t(id TEXT PRIMARY KEY, body BLOB)")

    def _opened(self, folder: Path) -> Any:
        from diptych.search.engine import open_engine

        return open_engine(folder)

    def add(self, texts: Iterable[Text]) -> None:
        from diptych.search.indexed import IndexedArticle

        self.index.add(
            IndexedArticle(t.id, t.title, t.body, language="en") for t in self._kept(texts)
        )
        self.store.commit()

    def idle(self) -> None:
        while self.index.tidy():
            pass

    def _kept(self, texts: Iterable[Text]) -> Iterator[Text]:
        for text in texts:
            row = (text.id, zlib.compress(text.body.encode(), 1))
            self.store.execute("INSERT OR REPLACE INTO t VALUES(?,?)", row)
            yield text

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


class Large(Diptych):
    """The same with the index for large libraries: tantivy fed Diptych's terms."""

    parts = ("index-large",)

    def _opened(self, folder: Path) -> Any:
        from diptych.search.engine import open_large_engine

        return open_large_engine(folder)


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
        command = ["recollindex", "-c", str(self.settings), *arguments]
        subprocess.run(command, check=True, capture_output=True)

    def _query(self, typed: str) -> int:
        command = ["recollq", "-c", str(self.settings), "-n", str(SHOWN), "-A", typed]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        return done.stdout.count("file://")


ENGINES: dict[str, Callable[[Path], Any]] = {
    "diptych": Diptych,
    "large": Large,
    "fts5": Fts5,
    "tantivy": Tantivy,
    "recoll": Recoll,
}


def _is_there(name: str) -> bool:
    """Tell whether what an engine needs is installed."""
    if name == "recoll":
        return shutil.which("recollindex") is not None
    return name not in ("large", "tantivy") or importlib.util.find_spec("tantivy") is not None


KINDS = ("word", "two words", "phrase", "prefix", "fuzzy", "boolean", "keystroke", "completion")


def main() -> int:
    options = _options()
    if options.engine:
        print(json.dumps(_measured(options.engine, options)))
        return 0
    names = [name for name in options.engines if _is_there(name)]
    work = Path(tempfile.mkdtemp(prefix="diptych-bench-"))
    try:
        print(_table({name: _in_own_process(name, options, work) for name in names}))
    finally:
        shutil.rmtree(work)
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=1_000)
    parser.add_argument("--texts", type=Path)
    parser.add_argument("--times", type=int, default=1, help="take the library so many times")
    parser.add_argument("--engines", nargs="+", default=list(ENGINES), choices=list(ENGINES))
    parser.add_argument("--engine", choices=list(ENGINES), help=argparse.SUPPRESS)
    parser.add_argument("--work", type=Path, help=argparse.SUPPRESS)
    return parser.parse_args()


def _in_own_process(name: str, options: argparse.Namespace, work: Path) -> dict[str, Any]:
    folder = work / name
    folder.mkdir()
    command = [sys.executable, __file__, "--engine", name, "--work", str(folder)]
    command += ["--articles", str(options.articles), "--times", str(options.times)]
    command += ["--texts", str(options.texts)] if options.texts else []
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    return dict(json.loads(done.stdout.splitlines()[-1]))


def _measured(name: str, options: argparse.Namespace) -> dict[str, Any]:
    texts = list(read(options.texts) if options.texts else made(options.articles))
    asked = queries(texts)
    every = [
        Text(f"{text.id}-{turn}", text.title, text.body)
        for turn in range(options.times)
        for text in texts
    ]
    letters = sum(len(text.body.encode()) for text in every)
    before = _forget_peak_mb()
    engine = ENGINES[name](options.work)
    wall, cpu = time.perf_counter(), _cpu_seconds()
    engine.add(every)
    _idle(engine)
    out: dict[str, Any] = {
        "articles": len(every),
        "text_mb": letters / 1e6,
        "build_cpu_s": _cpu_seconds() - cpu,
        "build_wall_s": time.perf_counter() - wall,
        "build_peak_mb": _peak_mb() - before,
        "index_per_text": _size(options.work, engine.parts) / letters,
    }
    out["first_ms"] = _first_query_ms(name, options.work, asked[0].words[0])
    out["query_ms"] = {kind: _spread(times) for kind, times in _asked(engine, asked).items()}
    out["one_article_ms"], out["idle_ms"] = map(_spread, _one_by_one(engine, texts))
    return out


def _cpu_seconds() -> float:
    """Return what this process and those it waited for have used."""
    used = os.times()
    return time.process_time() + used.children_user + used.children_system


def _asked(engine: Any, asked: list[Ask]) -> dict[str, list[float]]:
    times: dict[str, list[float]] = defaultdict(list)
    for turn in range(2):
        for ask in asked:
            steps: list[tuple[str, Callable[[], int]]] = []
            if ask.kind == "typing":
                for typed in keystrokes(ask.words):
                    steps.append(("keystroke", lambda t=typed: engine.type(t)))
                    last = typed.split()[-1]
                    steps.append(("completion", lambda t=last: engine.complete(t)))
            else:
                steps.append((ask.kind, lambda a=ask: engine.ask(a)))
            for kind, step in steps:
                started = _cpu_seconds()
                step()
                if turn:
                    times[kind].append((_cpu_seconds() - started) * 1000)
    return times


def _idle(engine: Any) -> float:
    """Let an engine do what it leaves to idle moments; return the CPU milliseconds."""
    started = _cpu_seconds()
    if isinstance(engine, Diptych):
        engine.idle()
    return (_cpu_seconds() - started) * 1000


def _one_by_one(engine: Any, texts: list[Text]) -> tuple[list[float], list[float]]:
    """Time adding one article until a query finds it, and what is done between two."""
    times, idle = [], []
    for number in range(ONE_BY_ONE):
        word = f"zqxj{chr(97 + number // 26)}{chr(97 + number % 26)}word"
        text = Text(f"new-{number}", texts[number].title, f"{texts[number].body} {word}.")
        started = _cpu_seconds()
        engine.add([text])
        if engine.ask(Ask("word", (word,))) != 1:
            raise SystemExit("an added article was not found")
        times.append((_cpu_seconds() - started) * 1000)
        if number % 2:
            engine.remove(text.id)
        idle.append(_idle(engine))
    return times, idle


def _first_query_ms(name: str, work: Path, word: str) -> float:
    """Time opening and one query in a fresh process, imports included, interpreter not."""
    script = (
        "import sys, time; c = time.process_time(); from pathlib import Path\n"
        f"sys.path[:0] = {sys.path[:2]!r}\n"
        "import bench.search_speed as b\n"
        f"b.ENGINES[{name!r}](Path({str(work)!r})).ask(b.Ask('word', ({word!r},)))\n"
        "print((time.process_time() - c) * 1000)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    return float(done.stdout)


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


def _spread(times: list[float]) -> list[float]:
    ordered = sorted(times)
    return [ordered[len(ordered) // 2], ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))]]


def _size(folder: Path, parts: Iterable[str]) -> int:
    paths = [path for part in parts for path in folder.glob(f"{part}*")]
    files = [f for path in paths for f in (path.rglob("*") if path.is_dir() else [path])]
    return sum(file.stat().st_size for file in files if file.is_file())


def _peak_mb() -> float:
    """Return the largest memory since it was last forgotten; Linux only."""
    status = Path("/proc/self/status").read_text()
    return int(status.split("VmHWM:")[1].split()[0]) / 1024


def _forget_peak_mb() -> float:
    Path("/proc/self/clear_refs").write_text("5")
    return _peak_mb()


def _table(results: dict[str, dict[str, Any]]) -> str:
    first = next(iter(results.values()))
    lines = [f"{first['articles']} articles, {first['text_mb']:.1f} MB of text"]
    lines.append(f"{'':28}" + "".join(f"{name:>18}" for name in results))

    def row(label: str, value: Callable[[dict[str, Any]], str]) -> None:
        lines.append(f"{label:28}" + "".join(f"{value(out):>18}" for out in results.values()))

    row("build, CPU s", lambda out: f"{out['build_cpu_s']:.2f}")
    row("build, wall s", lambda out: f"{out['build_wall_s']:.2f}")
    row("build, peak MB", lambda out: f"{out['build_peak_mb']:.0f}")
    row("index / text", lambda out: f"{out['index_per_text']:.2f}")
    row("first query in a process, ms", lambda out: f"{out['first_ms']:.0f}")
    row("one article until found, ms", lambda out: "{:.1f} / {:.1f}".format(*out["one_article_ms"]))
    row("merging when idle, ms", lambda out: "{:.1f} / {:.1f}".format(*out["idle_ms"]))
    for kind in KINDS:
        row(
            f"{kind}, {SHOWN} passages, ms" if kind != "completion" else "completion, ms",
            lambda out, k=kind: "{:.1f} / {:.1f}".format(*out["query_ms"][k]),
        )
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
