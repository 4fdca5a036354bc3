# SPDX-License-Identifier: MIT
"""Measure comparing beside other ways to find shared text, in one run on the same texts.

python bench/compare_speed.py                     2,500 to 100,000 words, peers on 2,500
python bench/compare_speed.py --words 1000 200000 other sizes
python bench/compare_speed.py --plot growth.csv   words and CPU milliseconds, to be drawn

Texts are made of invented words, half the passages retold with two words in five
exchanged. Times are CPU milliseconds of one core;
"cold" reads the articles too, "warm" has their words and facts from before.
"""

from __future__ import annotations

import argparse
import difflib
import hashlib
import random
import resource
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from itertools import accumulate
from math import log
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from rapidfuzz import fuzz, process  # noqa: E402

from diptych.compare.comparison import compare  # noqa: E402
from diptych.compare.same_words import find_runs  # noqa: E402
from diptych.text.article import Article, Block, BlockKind, Span  # noqa: E402
from diptych.text.words import tokens  # noqa: E402

SIZES = (1_000, 2_500, 10_000, 25_000, 100_000)
VOCABULARY = 30_000
PEERS_UP_TO = 2_500  # words; difflib and text-matcher's method grow with the square


def made_pair(words: int) -> tuple[Article, Article]:
    """Return two articles of so many words; half the passages of one are retold in the other.

    Words stand as often as in a language: the n-th commonest with weight 1 / n.
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
    text = "\n".join(" ".join(words).strip() for words in told)
    blocks = []
    at = 0
    for line in text.split("\n"):
        blocks.append(Block(BlockKind.PARAGRAPH, Span(at, at + len(line))))
        at += len(line) + 1
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Article(text, tuple(blocks), "made", digest, language="en")


def words_of(article: Article) -> list[str]:
    """Return the words of an article, lower case."""
    return [match.group().lower() for match in tokens(article.text)]


def lines_of(article: Article) -> list[str]:
    """Return its passages."""
    return article.text.lower().split("\n")


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


PEERS: dict[str, Callable[[Article, Article], None]] = {
    "difflib, words": by_difflib,
    "rapidfuzz, token set": by_rapidfuzz,
    "BM25": by_bm25,
    "text-matcher's method": by_trigrams,
    "passim's method": by_chains,
}


def cpu_ms(work: Callable[[], object], *, rounds: int = 1) -> float:
    """Return the least CPU milliseconds of some rounds."""
    spent = []
    for _ in range(rounds):
        before = time.process_time()
        work()
        spent.append(1000 * (time.process_time() - before))
    return min(spent)


def main() -> int:
    """Measure, print, and return 0."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--words", type=int, nargs="+", default=SIZES)
    parser.add_argument("--plot", type=Path, metavar="CSV")
    arguments = parser.parse_args()
    print(f"{'words a side':>13} {'passages':>9} {'cold ms':>9} {'warm ms':>9} {'peak MB':>8}")
    rows = ["words,cold_ms,warm_ms"]
    for words in arguments.words:
        left, right = made_pair(words)
        cold = cpu_ms(lambda: compare(left, right))  # noqa: B023
        warm = cpu_ms(lambda: compare(left, right), rounds=3 if words < 50_000 else 1)  # noqa: B023
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"{words:13,} {len(left.blocks):9,} {cold:9.0f} {warm:9.0f} {peak:8}")
        rows.append(f"{words},{cold:.1f},{warm:.1f}")
        if words <= PEERS_UP_TO:
            for name, peer in PEERS.items():
                spent = cpu_ms(lambda: peer(left, right), rounds=3)  # noqa: B023
                print(f"{'':13} {name:>29} {spent:9.0f}")
    if arguments.plot:
        arguments.plot.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
