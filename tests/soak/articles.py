# SPDX-License-Identifier: MIT
"""Articles made for the soak: plain sentences of our own, some of them in several articles."""

from __future__ import annotations

import random
from pathlib import Path

SUBJECTS = ("ferry", "bridge", "library", "orchard", "tram", "reservoir", "market", "school")
DOERS = ("The council", "A neighbour", "The engineer", "Her committee", "One shopkeeper")
DEEDS = ("measured", "closed", "paid for", "repainted", "asked about", "defended", "counted")
THINGS = ("the old gate", "a row of lamps", "every second bench", "the northern wall", "two boats")
ENDS = ("before the frost", "without a vote", "in a single morning", "for the third time")
NEIGHBOURS = 8  # articles that speak of the same things


def write_articles(folder: Path, count: int, seed: int) -> list[Path]:
    """Write ``count`` text files; each shares sentences with those of its neighbourhood."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for number in range(count):
        path = folder / f"made-{number:04}.txt"
        path.write_text(article_text(number, seed), encoding="utf-8")
        paths.append(path)
    return paths


def article_text(number: int, seed: int) -> str:
    """Return a title and some paragraphs, the same for the same numbers."""
    own = random.Random(f"{seed} {number}")
    shared = random.Random(f"{seed} neighbourhood {number // NEIGHBOURS}")
    common = [_sentence(shared) for _ in range(12)]
    paragraphs = []
    for _ in range(own.randint(6, 30)):
        sentences = [_sentence(own) for _ in range(own.randint(2, 6))]
        if own.random() < 0.5:
            sentences[own.randrange(len(sentences))] = own.choice(common)
        paragraphs.append(" ".join(sentences))
    return "\n\n".join((f"The {own.choice(SUBJECTS)} of parish {number}", *paragraphs)) + "\n"


def _sentence(chance: random.Random) -> str:
    doer, deed, thing = chance.choice(DOERS), chance.choice(DEEDS), chance.choice(THINGS)
    figure, subject, end = chance.randint(3, 9_000), chance.choice(SUBJECTS), chance.choice(ENDS)
    return f"{doer} {deed} {thing} near the {subject}, {figure} steps away, {end}."
