# SPDX-License-Identifier: MIT
"""The labelled groups of articles: what the claim reader learns from."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

HERE = Path(__file__).resolve().parent
KINDS = "affairs", "debates", "news", "press"  # a folder each
SAME, BEARING = 2, 1
EVERY = 4


@dataclass(frozen=True)
class Piece:
    """One article of a group, its sentences in order."""

    id: str
    title: str
    language: str
    paragraphs: tuple[tuple[str, ...], ...]

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        return tuple(sentence for paragraph in self.paragraphs for sentence in paragraph)

    def around(self, at: int) -> str:
        """Return a sentence with the one before and the one after it, as Diptych reads it."""
        return " ".join(self.sentences[max(0, at - 1) : at + 2])


@dataclass(frozen=True)
class Link:
    """Two sentences of two articles, how near they are and whether they agree."""

    left: tuple[str, int]
    right: tuple[str, int]
    grade: int
    stance: str | None


@dataclass(frozen=True)
class Group:
    """Articles on one affair by different voices, with every link between their sentences."""

    id: str
    kind: str  # one of KINDS
    pieces: tuple[Piece, ...]
    links: tuple[Link, ...]

    def pairs(self) -> Iterator[tuple[Piece, Piece]]:
        """Yield every two of its articles."""
        return combinations(self.pieces, 2)

    def grades(self, left: Piece, right: Piece) -> NDArray[np.float32]:
        """Return the grade of every pair of sentences, 0 where no link is."""
        grades = np.zeros((len(left.sentences), len(right.sentences)), np.float32)
        for link in self.between(left, right):
            grades[link.left[1], link.right[1]] = link.grade
        return grades

    def between(self, left: Piece, right: Piece) -> Iterator[Link]:
        """Yield the links of two of its articles."""
        return (k for k in self.links if k.left[0] == left.id and k.right[0] == right.id)


def read_groups(folder: Path = HERE) -> tuple[Group, ...]:
    """Return the groups of all kinds, in the order of their names."""
    found = []
    for kind in KINDS:
        for path in sorted((folder / kind).glob("*.json")):
            if path.name not in ("links.json", "aside.json"):  # whose texts are to be joined
                found.append(_group(json.loads(path.read_text(encoding="utf-8")), kind))
    return tuple(found)


def read_aside(folder: Path = HERE) -> tuple[Group, ...]:
    """Return the pairs of the press that nothing learns from."""
    paths = sorted((folder / "press" / "aside").glob("*.json"))
    return tuple(_group(json.loads(path.read_text(encoding="utf-8")), "press") for path in paths)


def _group(told: dict, kind: str) -> Group:
    pieces = tuple(
        Piece(
            article["id"],
            article["title"],
            article.get("language", "en"),
            tuple(tuple(paragraph) for paragraph in article["paragraphs"]),
        )
        for article in told["articles"]
    )
    links = tuple(
        Link(_place(left), _place(right), grade, stance)
        for left, right, grade, stance in told["links"]
    )
    return Group(told["id"], kind, tuple(sorted(pieces, key=lambda piece: piece.id)), links)


def _place(told: str) -> tuple[str, int]:
    article, _, number = told.rpartition(".")
    return article, int(number)


def unseen(groups: tuple[Group, ...]) -> frozenset[str]:
    """Return which groups the encoder does not learn from: always the same.

    Every fourth of the affairs, the news and the press, and of the debates those that
    ``debates/unseen.txt`` names: they were written while it was tuned.
    """
    found = set((HERE / "debates" / "unseen.txt").read_text(encoding="utf-8").split())
    for kind in ("affairs", "news", "press"):
        ids = sorted(group.id for group in groups if group.kind == kind)
        random.Random(7).shuffle(ids)
        found |= set(ids[::EVERY])
    return frozenset(found)
