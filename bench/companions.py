# SPDX-License-Identifier: MIT
"""How soon "read this with" answers in a library of 10,000, and whether it is right.

The sketches are made up: words by Zipf's law, meanings around topics, and
passages that wander from article to article, some in other words. For some
articles all others are compared passage by passage, to see whether the quick
way finds the same five.
"""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))

from diptych.compare.companions import Shelf
from diptych.compare.sketches import BITS, Sketch

ARTICLES, ASKED, CHECKED = 10_000, 60, 40
PASSAGES, STEMS, VOCABULARY = 45, 11, 60_000
TOPICS, TOPIC_SIZE = 400, 64
OVERVIEW = 60


def main() -> None:
    """Print times and how many of the first five are right."""
    random = np.random.default_rng(7)
    shelf = made(random, ARTICLES)
    started = time.perf_counter()
    shelf.companions(shelf.sketches[0], limit=20)
    print(f"first question, everything counted: {1000 * (time.perf_counter() - started):6.0f} ms")
    asked = random.choice(ARTICLES, ASKED, replace=False).tolist()
    quick_ms, cpu_ms, right, wanted = [], [], 0, 0
    for place in asked:
        one, own = shelf.sketches[place], shelf.ids[place]
        started, cpu = time.perf_counter(), time.thread_time()
        found = shelf.companions(one, limit=20, without=own)
        quick_ms.append(1000 * (time.perf_counter() - started))
        cpu_ms.append(1000 * (time.thread_time() - cpu))
        if len(quick_ms) <= CHECKED:
            exact = shelf.companions(one, limit=len(shelf), without=own)[:5]
            right += sum(a == b for a, b in zip(found, exact, strict=False))
            wanted += len(exact)
    quick_ms.sort()
    print(f"20 of {ARTICLES:,}: median {statistics.median(quick_ms):.0f} ms,", end=" ")
    print(f"95 % under {quick_ms[int(len(quick_ms) * 0.95)]:.0f} ms;", end=" ")
    print(f"of CPU {statistics.median(cpu_ms):.0f} ms")
    print(f"first five as by comparing all: {right} of {wanted}")
    started = time.perf_counter()
    chosen = shelf.sketches[:OVERVIEW]
    for at, one in enumerate(chosen):
        shelf.shared(one, chosen[at + 1 :])
    spent = time.perf_counter() - started
    print(f"overview of {OVERVIEW}, {OVERVIEW * (OVERVIEW - 1) // 2:,} pairs: {spent:.2f} s")


def made(random: np.random.Generator, count: int) -> Shelf:
    """Return made-up sketches; every article borrows passages from some before it.

    Half of what is borrowed keeps its words, all of it its meaning.
    """
    rarity = 1 / (np.arange(VOCABULARY) + 30)
    reach = np.cumsum(rarity / rarity.sum())
    planes = random.standard_normal((TOPIC_SIZE, BITS))
    topics = random.standard_normal((TOPICS, TOPIC_SIZE))
    sketches: list[Sketch] = []
    meanings = []
    for number in range(count):
        words = np.searchsorted(reach, random.random((PASSAGES, STEMS)))
        meaning = 0.6 * topics[number % TOPICS] + random.standard_normal((PASSAGES, TOPIC_SIZE))
        stems = [np.unique(row * 40_503 % (1 << 18)) for row in words]
        for _ in range(random.integers(0, 12) if number else 0):
            at, to = random.integers(PASSAGES, size=2).tolist()
            lender = int(random.integers(max(0, number - 400), number))
            meaning[to] = meanings[lender][at] + 0.5 * random.standard_normal(TOPIC_SIZE)
            if random.random() < 0.5:
                first, last = sketches[lender].starts[at : at + 2]
                stems[to] = sketches[lender].stems[first : last - 2].astype(np.int64)
        meanings.append(meaning)
        bits = np.packbits(meaning @ planes > 0, axis=1).view(np.uint64)
        starts = np.cumsum([0, *(len(found) for found in stems)])
        sketches.append(Sketch(np.concatenate(stems).astype(np.uint32), starts, bits))
    return Shelf([f"{number:016x}" for number in range(count)], sketches)


if __name__ == "__main__":
    main()
