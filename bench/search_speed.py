# SPDX-License-Identifier: MIT
"""Measure search beside SQLite FTS5, tantivy and Recoll, in one run on the same articles.

python bench/search_speed.py                          1,000 generated articles
python bench/search_speed.py --articles 10000         more of them
python bench/search_speed.py --texts FILE.jsonl       articles of your own (id, title, paras)
python bench/search_speed.py --engines diptych fts5   some engines only

Build times are CPU seconds, query times CPU milliseconds (p50 / p95), each engine
in a process of its own. Of Diptych there are both engines: "whoosh" for small
libraries, "grown" (tantivy) for the others. tantivy and Recoll take part where they are installed.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

from bench.search_articles import Ask, Text, keystrokes, made, queries, read  # noqa: E402
from bench.search_engines import ENGINES, SHOWN, Diptych, is_there  # noqa: E402

ONE_BY_ONE = 60  # articles added one after the other


KINDS = ("word", "two words", "phrase", "prefix", "fuzzy", "boolean", "keystroke", "completion")


def main() -> int:
    options = _options()
    if options.engine:
        print(json.dumps(_measured(options.engine, options)))
        return 0
    names = [name for name in options.engines if is_there(name)]
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
        "build_cpu_s": _cpu_seconds() - cpu - getattr(engine, "storing_s", 0.0),
        "storing_cpu_s": getattr(engine, "storing_s", 0.0),
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
    """Time adding one article until a query finds it, and what is done between two.

    The clock tells the first, since that is waited for; merging may go on beside.
    """
    times, idle = [], []
    for number in range(ONE_BY_ONE):
        word = f"zqxj{chr(97 + number // 26)}{chr(97 + number % 26)}word"
        text = Text(f"new-{number}", texts[number].title, f"{texts[number].body} {word}.")
        started = time.perf_counter()
        engine.add([text])
        if engine.ask(Ask("word", (word,))) != 1:
            raise SystemExit("an added article was not found")
        times.append((time.perf_counter() - started) * 1000)
        if number % 2:
            engine.remove(text.id)
        idle.append(_idle(engine))
    return times, idle


def _first_query_ms(name: str, work: Path, word: str) -> float:
    """Time opening and one query in a fresh process, imports included, interpreter not."""
    script = (
        "import os, sys, time; from pathlib import Path\n"
        "os.environ['OPENBLAS_NUM_THREADS'] = '1'  # as the application does\n"
        "def used(): return time.process_time() + sum(os.times()[2:4])\n"
        "before = used()\n"
        "from types import SimpleNamespace as Ask\n"
        f"sys.path[:0] = {sys.path[:2]!r}\n"
        "from bench.search_engines import ENGINES\n"
        f"ENGINES[{name!r}](Path({str(work)!r})).ask(Ask(kind='word', words=({word!r},)))\n"
        "print((used() - before) * 1000)"
    )
    command = [sys.executable, "-c", script]
    runs = [subprocess.run(command, capture_output=True, text=True, check=True) for _ in range(9)]
    return sorted(float(run.stdout) for run in runs)[4]


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
    lines.append(f"{'':34}" + "".join(f"{name:>18}" for name in results))

    def row(label: str, value: Callable[[dict[str, Any]], str]) -> None:
        lines.append(f"{label:34}" + "".join(f"{value(out):>18}" for out in results.values()))

    row("build, CPU s", lambda out: f"{out['build_cpu_s']:.2f}")
    row("texts stored beside, CPU s", lambda out: f"{out['storing_cpu_s']:.2f}")
    row("build, wall s", lambda out: f"{out['build_wall_s']:.2f}")
    row("build, peak MB", lambda out: f"{out['build_peak_mb']:.0f}")
    row("index / text", lambda out: f"{out['index_per_text']:.2f}")
    row("first query in a process, ms", lambda out: f"{out['first_ms']:.0f}")
    row(
        "one article until found, wall ms",
        lambda out: "{:.1f} / {:.1f}".format(*out["one_article_ms"]),
    )
    row("merging when idle, ms", lambda out: "{:.1f} / {:.1f}".format(*out["idle_ms"]))
    for kind in KINDS:
        row(
            f"{kind}, {SHOWN} passages, ms" if kind != "completion" else "completion, ms",
            lambda out, k=kind: "{:.1f} / {:.1f}".format(*out["query_ms"][k]),
        )
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
