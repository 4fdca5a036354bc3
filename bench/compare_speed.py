# SPDX-License-Identifier: MIT
"""Measure comparing beside other ways to find shared text, in one run on the same texts.

python bench/compare_speed.py                     2,500 to 100,000 words, peers beside
python bench/compare_speed.py --words 1000 200000 other sizes
python bench/compare_speed.py --plot growth.svg   1,000 to 200,000 words, drawn

Texts are made of invented words, half the passages retold with two words in five
exchanged. Times are CPU milliseconds of one core, matrices with one thread as in the
application; "cold" reads the articles and their facts too, "words" and "meaning" have
them from before, as the application does from the second comparison on, and vectors
as kept: of two encoders for articles, of one for books.
"""

from __future__ import annotations

import argparse
import difflib
import hashlib
import os
import random
import resource
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import log, log10
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before NumPy comes

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

import numpy as np  # noqa: E402
from rapidfuzz import fuzz, process  # noqa: E402

from diptych.compare.comparison import Meaning, compare  # noqa: E402
from diptych.compare.reading import read  # noqa: E402
from diptych.compare.same_words import find_runs  # noqa: E402
from diptych.text.article import Article, Block, BlockKind, Span  # noqa: E402
from diptych.text.vectors import Vectors  # noqa: E402
from diptych.text.words import word_matches  # noqa: E402

SIZES = (1_000, 2_500, 10_000, 25_000, 100_000)
PLOTTED = (1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 200_000)
VOCABULARY = 30_000
DIMENSIONS = (512, 384)  # of the encoders' vectors
BOTH_ENCODERS_UP_TO = 20_000  # words
BLUR = 0.06  # of a retold passage's vector in each dimension; the cosine is about .5


@dataclass(frozen=True, slots=True)
class Measured:
    """CPU milliseconds for two texts of so many words."""

    words: int
    cold_ms: float
    words_ms: float
    meaning_ms: float


def made_pair(words: int) -> tuple[Article, Article]:
    """Return two articles of so many words; half the sentences of one are retold in the other.

    Words stand as often as in a language: the n-th commonest with weight 1 / n. A
    paragraph has one to seven sentences.
    """
    chance = random.Random(words)
    syllables = [c + v for c in "bdfgklmnprstvz" for v in "aeiou"]
    stock = ["".join(chance.choices(syllables, k=chance.randint(1, 4))) for _ in range(VOCABULARY)]
    reach = list(accumulate(1 / (at + 1) for at in range(VOCABULARY)))
    sides: tuple[list[list[str]], list[list[str]]] = ([], [])
    count = 0
    while count < words:
        told = chance.choices(stock, cum_weights=reach, k=chance.randint(8, 28))
        other = chance.choices(stock, cum_weights=reach, k=len(told))
        is_retold = chance.random() < 0.5
        sides[0].append(told)
        sides[1].append(
            [
                a if is_retold and chance.random() < 0.6 else b
                for a, b in zip(told, other, strict=True)
            ]
        )
        count += len(told)
    return _article(sides[0]), _article(sides[1])


def _article(told: Sequence[Sequence[str]]) -> Article:
    chance = random.Random(len(told))
    sentences = [f"{' '.join(words).capitalize()}." for words in told]
    paragraphs = []
    while sentences:
        many = chance.randint(1, 7)
        paragraphs.append(" ".join(sentences[:many]))
        sentences = sentences[many:]
    text = "\n".join(paragraphs)
    blocks = []
    at = 0
    for line in text.split("\n"):
        blocks.append(Block(BlockKind.PARAGRAPH, Span(at, at + len(line))))
        at += len(line) + 1
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Article(text, tuple(blocks), "made", digest, language="en")


def made_meanings(left: Article, right: Article, encoders: int) -> tuple[Meaning, ...]:
    """Return invented vectors; passages in the same place are near one another."""
    chance = np.random.default_rng(len(left.text))
    count = len(read(left)), len(read(right))
    meanings = []
    for dimensions in DIMENSIONS[:encoders]:
        ours = _unit(chance.standard_normal((count[0], dimensions)))
        theirs = _unit(chance.standard_normal((count[1], dimensions)))
        shared = min(count)
        blur = BLUR * chance.standard_normal((shared, dimensions))
        theirs[:shared] = _unit(ours[:shared] + blur)
        name = {512: "tongues", 384: "claims"}[dimensions]
        meanings.append(Meaning(Vectors(name, ours), Vectors(name, theirs)))
    return tuple(meanings)


def _unit(rows: np.ndarray) -> np.ndarray:
    return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


def words_of(article: Article) -> list[str]:
    """Return the words of an article, lower case."""
    return [match.group().lower() for match in word_matches(article.text)]


def lines_of(article: Article) -> list[str]:
    """Return its sentences."""
    return article.text.lower().replace(". ", ".\n").split("\n")


def by_difflib(left: Article, right: Article) -> None:
    """Match blocks of words."""
    difflib.SequenceMatcher(
        None, words_of(left), words_of(right), autojunk=False
    ).get_matching_blocks()


def by_rapidfuzz(left: Article, right: Article) -> None:
    """Score every pair of passages by their words in any order."""
    process.cdist(lines_of(left), lines_of(right), scorer=fuzz.token_set_ratio)


def by_bm25(left: Article, right: Article) -> None:
    """Rank the right passages for every left one (Robertson and Zaragoza 2009)."""
    documents = [Counter(line.split()) for line in lines_of(right)]
    usual = sum(sum(counts.values()) for counts in documents) / max(1, len(documents))
    standing: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for at, counts in enumerate(documents):
        length = sum(counts.values()) / usual
        for word, times in counts.items():
            standing[word].append((at, times * 2.2 / (times + 1.2 * (0.25 + 0.75 * length))))
    for line in lines_of(left):
        scores: Counter[int] = Counter()
        for word in set(line.split()):
            found = standing.get(word, ())
            rarity = log(1 + (len(documents) - len(found) + 0.5) / (len(found) + 0.5))
            for at, weight in found:
                scores[at] += rarity * weight  # type: ignore[assignment]
        scores.most_common(10)


def by_trigrams(left: Article, right: Article) -> None:
    """Match blocks of word trigrams, the method of text-matcher."""
    sides = [words_of(article) for article in (left, right)]
    grams = [[" ".join(words[at : at + 3]) for at in range(len(words) - 2)] for words in sides]
    difflib.SequenceMatcher(None, grams[0], grams[1], autojunk=False).get_matching_blocks()


def by_chains(left: Article, right: Article) -> None:
    """Chain shared word 4-grams, the method of passim."""
    find_runs(words_of(left), words_of(right), shortest=8)


# What it measures, and up to how many words: some grow with the square.
PEERS: dict[str, tuple[Callable[[Article, Article], None], int]] = {
    "difflib, words": (by_difflib, 10_000),
    "rapidfuzz, token set": (by_rapidfuzz, 10_000),
    "BM25": (by_bm25, 25_000),
    "text-matcher's method": (by_trigrams, 25_000),
    "passim's method": (by_chains, 200_000),
}


def cpu_ms(work: Callable[[], object], *, rounds: int = 1) -> float:
    """Return the least CPU milliseconds of some rounds."""
    spent = []
    for _ in range(rounds):
        before = time.process_time()
        work()
        spent.append(1000 * (time.process_time() - before))
    return min(spent)


def measured(words: int) -> Measured:
    """Measure two texts of so many words."""
    left, right = made_pair(words)
    rounds = 5 if words < 50_000 else 1
    cold = cpu_ms(lambda: compare(left, right))
    warm = cpu_ms(lambda: compare(left, right), rounds=rounds)
    meanings = made_meanings(left, right, 2 if words <= BOTH_ENCODERS_UP_TO else 1)
    sharp = cpu_ms(lambda: compare(left, right, meanings=meanings), rounds=rounds)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    passages = len(read(left))
    print(f"{words:13,} {passages:9,} {cold:9.0f} {warm:9.0f} {sharp:9.0f} {peak:8}", flush=True)
    for name, (peer, most) in PEERS.items():
        if words <= most:
            spent = cpu_ms(lambda: peer(left, right), rounds=min(rounds, 3))  # noqa: B023
            print(f"{'':13} {name:>29} {spent:9.1f}", flush=True)
    return Measured(words, cold, warm, sharp)


def plotted(rows: Sequence[Measured]) -> str:
    """Return the growth as a drawing, both axes logarithmic, with a line that grows linearly."""
    x0, y0, x1, y1 = 92, 24, 600, 330
    most = max(row.cold_ms for row in rows)
    low, high = 10.0, 10 ** (int(log10(most)) + 1)

    def place(words: float, ms: float) -> str:
        across = log10(words / 1_000) / log10(200)
        up = log10(max(ms, low) / low) / log10(high / low)
        return f"{x0 + across * (x1 - x0):.1f},{y1 - up * (y1 - y0):.1f}"

    lines = [
        (
            '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="380" '
            'font-family="sans-serif" font-size="12">'
        ),
        '<rect width="640" height="380" fill="white"/>',
    ]
    ms = low
    while ms <= high:
        x, y = place(1_000, ms).split(",")
        lines.append(f'<path d="M{x0},{y}H{x1}" stroke="#ddd"/>')
        lines.append(f'<text x="{x0 - 8}" y="{y}" text-anchor="end" dy="4">{ms:,.0f} ms</text>')
        ms *= 10
    for words in PLOTTED[::2] + PLOTTED[-1:]:
        x, _ = place(words, low).split(",")
        lines.append(f'<text x="{x}" y="{y1 + 18}" text-anchor="middle">{words:,}</text>')
    lines.append(
        f'<text x="{(x0 + x1) / 2}" y="{y1 + 38}" text-anchor="middle">words a side</text>'
    )
    linear = [place(row.words, rows[0].cold_ms * row.words / rows[0].words) for row in rows]
    lines.append(_line(linear, "#999", "linear growth", 'stroke-dasharray="5 4"'))
    for color, name, values in (
        ("#b4532a", "first time, by words", [row.cold_ms for row in rows]),
        ("#2b5a94", "by words", [row.words_ms for row in rows]),
        ("#3b7d4f", "by meaning as well", [row.meaning_ms for row in rows]),
    ):
        told = [place(row.words, value) for row, value in zip(rows, values, strict=True)]
        lines.append(_line(told, color, name))
    for at, (color, name) in enumerate(
        (
            ("#b4532a", "first time, by words"),
            ("#2b5a94", "read before, by words"),
            ("#3b7d4f", "read before, by meaning as well"),
            ("#999", "linear growth (dashed)"),
        )
    ):
        lines.append(f'<text x="{x0 + 16}" y="{y0 + 16 + 17 * at}" fill="{color}">{name}</text>')
    return "\n".join([*lines, "</svg>", ""])


def _line(places: Sequence[str], color: str, name: str, more: str = "") -> str:
    return (
        f'<polyline points="{" ".join(places)}" fill="none" stroke="{color}" '
        f'stroke-width="2" {more}><title>{name}</title></polyline>'
    )


def main() -> int:
    """Measure, print, and return 0."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--words", type=int, nargs="+")
    parser.add_argument("--plot", type=Path, metavar="SVG")
    arguments = parser.parse_args()
    names = ("words a side", "passages", "cold ms", "words ms", "meaning", "peak MB")
    print("{:>13} {:>9} {:>9} {:>9} {:>9} {:>8}".format(*names))
    sizes = arguments.words or (PLOTTED if arguments.plot else SIZES)
    rows = [measured(words) for words in sizes]
    if arguments.plot:
        arguments.plot.write_text(plotted(rows), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
