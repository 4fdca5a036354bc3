# SPDX-License-Identifier: MIT
"""How soon the story of a claim is told in a library of 10,000, by CPU time.

The sketches are those of ``companions.py``. The articles that tell the claim are made
up and read from a catalogue, as many of them as a story lists.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from companions import ARTICLES, made
from diptych.compare.companions import Shelf
from diptych.paths import profile_in
from diptych.services import story
from diptych.services.companions import level_sketches
from diptych.services.indexing import add
from diptych.services.stores import Stores
from diptych.text.segment import passages

CLAIM = "The night ferry to Kelsand carried {} thousand passengers in the winter of the storms."
WORDS = 900
TIMES = 10  # each of the sketches stands there so often; to make them takes minutes


def main() -> None:
    """Print what the first and the later stories cost."""
    random = np.random.default_rng(7)
    with tempfile.TemporaryDirectory() as folder:
        stores = Stores(profile_in(Path(folder) / "profile").create())
        add(stores, _written(Path(folder), random))
        own = level_sketches(stores)
        strangers = made(random, ARTICLES // TIMES)
        ids = [f"{number:016x}" for number in range(ARTICLES)]
        shelf = Shelf((*own.ids, *ids), (*own.sketches, *(strangers.sketches * TIMES)))
        article = stores.catalogue.article(own.ids[0])
        span = next(p.span for p in passages(article) if "ferry" in p.span.of(article.text))
        for name in ("first", "second", "third"):
            began = time.process_time()
            wanted = own.of(article.id)
            assert wanted is not None
            at = next(n for n, p in enumerate(passages(article)) if p.span == span)
            found = shelf.tellings(wanted.part(at, at + 1), limit=story.MOST_TOLD)
            near = time.process_time() - began
            tellers = story.tellers_among(stores, shelf, article, span, found)
            spent = time.process_time() - began
            print(f"{name}: {len(tellers)} tellers of {len(shelf):,} articles, CPU", end=" ")
            print(f"{1000 * spent:.0f} ms, of that {1000 * near:.0f} ms to find them")
        stores.close()


def _written(folder: Path, random: np.random.Generator) -> list[Path]:
    vocabulary = ["".join(chr(97 + c) for c in random.integers(0, 26, 7)) for _ in range(4000)]
    paths = []
    for number in range(story.MOST_TOLD + 1):
        words = random.choice(vocabulary, WORDS).tolist()
        sentences = [" ".join(words[n : n + 15]).capitalize() + "." for n in range(0, WORDS, 15)]
        sentences.insert(len(sentences) // 2, CLAIM.format(40 + number % 3))
        paths.append(folder / f"{number}.txt")
        paths[-1].write_text("\n\n".join(sentences), encoding="utf-8")
    return paths


if __name__ == "__main__":
    main()
