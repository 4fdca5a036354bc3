# SPDX-License-Identifier: MIT
"""Articles made by a seeded generator, and queries drawn from them."""

from __future__ import annotations

import json
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

_LETTERS = """
b bl br c ch cl cr d dr f fl fr g gl gr h j k l m n p pl pr qu r s sh sl st str t th tr v w
"""
_ONSETS = _LETTERS.split()
_VOWELS = ["a", "e", "i", "o", "u", "ai", "ea", "ee", "ie", "oa", "ou"]
_CODAS = ["", "", "n", "r", "l", "t", "s", "m", "nd", "st", "ck", "ng", "rt"]
_ENDINGS = ["", "", "", "", "s", "s", "ed", "ing", "er", "ly"]
_SMALL_WORDS = """
the of and to a in that is was for it with as his on be at by had not are but from or have an they
which one were all we when there can more if out so said what up its about into than them only some
could time these two then do first any my now such like our over me even most made after also did
many before must through
"""
_GLUE = _SMALL_WORDS.split()
_WORD = re.compile(r"[^\W\d_]{3,}")
_MEAN_WORDS = 1_150


@dataclass(frozen=True, slots=True)
class Text:
    """One article as all engines get it."""

    id: str
    title: str
    body: str


def made(count: int, seed: int = 7) -> Iterator[Text]:
    """Yield articles of 600 to 2,500 invented words, common and rare ones as in prose."""
    rng = random.Random(seed)
    stems = list(dict.fromkeys(_stem(rng) for _ in range(40_000)))
    rng.shuffle(stems)
    weights = [1 / (rank + 8) ** 1.03 for rank in range(len(stems))]
    for number in range(count):
        length = min(2_500, max(600, int(rng.lognormvariate(6.95, 0.4))))
        chosen = iter(rng.choices(stems, weights, k=length))
        words = [
            rng.choice(_GLUE) if rng.random() < 0.45 else stem + rng.choice(_ENDINGS)
            for stem in chosen
        ]
        yield Text(f"article-{number}", " ".join(words[:8]).capitalize(), _prose(words, rng))


def read(path: Path) -> Iterator[Text]:
    """Yield the articles of a file of JSON lines with id, title and paragraphs."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            value = json.loads(line)
            yield Text(value["id"], value["title"], "\n\n".join(value["paras"]))


def repeated(texts: Sequence[Text], times: int) -> Iterator[Text]:
    """Yield a library several times over under new ids."""
    for turn in range(times):
        for text in texts:
            yield Text(f"{text.id}-{turn}", text.title, text.body)


@dataclass(frozen=True, slots=True)
class Ask:
    """One query: its kind and its words."""

    kind: str
    words: tuple[str, ...]


def queries(texts: Sequence[Text], seed: int = 11) -> list[Ask]:
    """Draw 200 queries of the kinds readers type."""
    rng = random.Random(seed)
    read_words = [_WORD.findall(text.body.lower()) for text in texts]
    spread = Counter(word for words in read_words for word in set(words))
    count = len(texts)
    telling = sorted(word for word in spread if word not in _GLUE and len(word) > 3)
    common = [word for word in telling if spread[word] > 0.05 * count]
    middling = [word for word in telling if 0.004 * count < spread[word] <= 0.05 * count]
    rare = [word for word in telling if 2 <= spread[word] <= 6]
    asked = [
        Ask("word", (word,))
        for pool, size in ((common, 20), (middling, 20), (rare, 10))
        for word in rng.sample(pool, min(size, len(pool)))
    ]
    asked += [Ask("two words", _two(rng, read_words, spread, count)) for _ in range(30)]
    asked += [Ask("phrase", _phrase(rng, read_words, spread)) for _ in range(30)]
    long = [word for word in middling if len(word) > 6]
    asked += [Ask("prefix", (word[:4],)) for word in rng.sample(long, 20)]
    asked += [Ask("fuzzy", (_misspelt(rng, word),)) for word in rng.sample(long, 20)]
    for _ in range(20):
        must, never = rng.sample(common, 2)
        either = rng.sample(middling, 2)
        asked.append(Ask("boolean", (must, *either, never)))
    asked += [Ask("typing", _two(rng, read_words, spread, count)) for _ in range(30)]
    return asked


def keystrokes(words: Sequence[str]) -> Iterator[str]:
    """Yield what stands in the box after each key, from the third letter on."""
    first, second = words
    for length in range(3, len(first) + 1):
        yield first[:length]
    for length in range(2, len(second) + 1):
        yield f"{first} {second[:length]}"


def _stem(rng: random.Random) -> str:
    return "".join(
        rng.choice(_ONSETS) + rng.choice(_VOWELS) + rng.choice(_CODAS)
        for _ in range(rng.choices((1, 2, 3), (2, 5, 2))[0])
    )


def _prose(words: list[str], rng: random.Random) -> str:
    pieces = []
    left = 0
    for i, word in enumerate(words):
        is_first = not left
        left = (left or rng.randint(6, 28)) - 1
        end = ("." if rng.random() < 0.8 else ".\n\n") if not left else ""
        gap = "" if end.endswith("\n") or i == len(words) - 1 else " "
        pieces.append((word.capitalize() if is_first else word) + end + gap)
    return "".join(pieces)


def _two(
    rng: random.Random, read_words: list[list[str]], spread: Counter[str], count: int
) -> tuple[str, ...]:
    while True:
        words = sorted(
            {w for w in rng.choice(read_words) if w not in _GLUE and spread[w] > 0.004 * count}
        )
        long = [word for word in words if len(word) > 4]
        if len(long) >= 2:
            return tuple(rng.sample(long, 2))


def _phrase(
    rng: random.Random, read_words: list[list[str]], spread: Counter[str]
) -> tuple[str, ...]:
    while True:
        words = rng.choice(read_words)
        start, length = rng.randrange(len(words) - 3), rng.choice((2, 2, 3))
        phrase = words[start : start + length]
        if not any(word in _GLUE for word in phrase) and all(spread[w] > 5 for w in phrase):
            return tuple(phrase)


def _misspelt(rng: random.Random, word: str) -> str:
    place, change = rng.randrange(1, len(word) - 1), rng.choice("dsi")
    if change == "d":
        return word[:place] + word[place + 1 :]
    return word[:place] + rng.choice("aeiourst") + word[place + (change == "s") :]
