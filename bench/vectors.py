# SPDX-License-Identifier: MIT
"""What meaning vectors cost: making them, finding them kept, comparing with them.

    python bench/vectors.py [LEFT RIGHT]

Without files two articles of 2,500 words are put together from the samples. What
each encoder costs is measured in a fresh process, so that loading and memory count.
"""

from __future__ import annotations

import multiprocessing
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))
# As the application does before numpy is loaded.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("VECLIB_MAXIMUM_THREADS", "1")

import psutil  # noqa: E402

from diptych.compare import reading  # noqa: E402
from diptych.compare.comparison import compare  # noqa: E402
from diptych.library.reading import read_article  # noqa: E402
from diptych.meaning.choice import installed_encoders  # noqa: E402
from diptych.meaning.store import VectorStore, encoded_texts  # noqa: E402
from diptych.services.comparing import kept_meaning, made_meaning  # noqa: E402
from diptych.text.article import Article, Block, Span  # noqa: E402

WORDS = 2_500
AT_ONCE = 32  # texts, as in the window
LEFT = ("ferry-deal.md", "breakwater.md", "two-ports.html")
RIGHT = ("harbour-vote.md", "kelsand-kept-its-word.md", "winter-timetable.html")


def main() -> None:
    """Print one line for each cost."""
    paths = [Path(name) for name in sys.argv[1:3]]
    left, right = map(read_article, paths) if len(paths) == 2 else (joined(LEFT), joined(RIGHT))
    for name, article in (("left", left), ("right", right)):
        print(f"{name}: {article.words:,} words, {len(encoded_texts(article))} passages")
    texts = list(dict.fromkeys(encoded_texts(left)))
    with multiprocessing.get_context("spawn").Pool(1, maxtasksperchild=1) as processes:
        for encoder in installed_encoders():
            print(processes.apply(encoded_alone, (encoder.name, texts)))
    with tempfile.TemporaryDirectory() as folder:
        store = VectorStore(Path(folder))
        started = time.process_time()
        made_meaning(store, left, right)
        print(f"vectors of both articles, made: {time.process_time() - started:.1f} CPU s")
        pair = kept_meaning(store, left, right)
        print(f"the same, kept: {costs(lambda: kept_meaning(store, left, right))}")
        print(f"compared by words: {costs(lambda: fresh(left, right))}")
        for count in range(1, len(pair.meanings) + 1):
            names = " + ".join(pair.encoders[:count])
            some = pair.meanings[:count]
            print(f"compared by {names}: {costs(lambda m=some: fresh(left, right, m))}")
        whole = costs(lambda: fresh(left, right, kept_meaning(store, left, right).meanings))
        print(f"kept vectors read and both articles compared: {whole}")


def encoded_alone(name: str, texts: list[str]) -> str:
    """Encode the texts of one article as the window has it done; in a process of its own."""
    encoder = next(encoder for encoder in installed_encoders() if encoder.name == name)
    before = time.process_time()
    encoder.encode(texts[:1])
    loaded = time.process_time()
    memory = 0
    for first in range(0, len(texts), AT_ONCE):
        encoder.encode(texts[first : first + AT_ONCE])
        memory = max(memory, psutil.Process().memory_full_info().uss)
    spent = time.process_time() - loaded
    return (
        f"{name}: loaded in {loaded - before:.2f} CPU s, {len(texts)} texts of the left article "
        f"in {spent:.2f}, {memory / 2**20:.0f} MB"
    )


def fresh(left: Article, right: Article, meanings: object = ()) -> None:
    """Compare as if the articles had never been read before."""
    reading._remembered.clear()
    compare(left, right, meanings=meanings)  # type: ignore[arg-type]


def costs(call: Callable[[], object], times: int = 7) -> str:
    """Return the median wall and CPU time of some calls after a first one."""
    call()
    walls, cpus = [], []
    for _ in range(times):
        wall, cpu = time.perf_counter(), time.process_time()
        call()
        walls.append(1000 * (time.perf_counter() - wall))
        cpus.append(1000 * (time.process_time() - cpu))
    return f"{statistics.median(walls):.0f} ms, of which {statistics.median(cpus):.0f} of CPU"


def joined(names: tuple[str, ...]) -> Article:
    """Return one article of about ``WORDS`` words made of several samples."""
    parts = [read_article(ROOT / "corpus" / name) for name in names]
    text, blocks, words = "", [], 0
    for part in parts:
        for block in part.blocks:
            if words > WORDS:
                break
            start = len(text)
            text += block.span.of(part.text) + "\n\n"
            words += len(block.span.of(part.text).split())
            span = Span(start, start + len(block.span))
            blocks.append(Block(block.kind, span, block.level, block.state, block.reason))
    content_hash = ("".join(part.content_hash[:16] for part in parts) + "0" * 64)[:64]
    return replace(
        parts[0], text=text, blocks=tuple(blocks), words=words, content_hash=content_hash
    )


if __name__ == "__main__":
    main()
