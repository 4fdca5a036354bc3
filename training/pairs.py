# SPDX-License-Identifier: MIT
"""The pairs of the groups as Diptych reads and cuts them, with the grade of every cell."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "src"))

from groups import Group, Piece  # noqa: E402

from diptych.library.reading import read_article  # noqa: E402
from diptych.text.article import Article, Span  # noqa: E402
from diptych.text.segment import passages  # noqa: E402


@dataclass(frozen=True, eq=False)
class Cut:
    """An article of a group as Diptych reads it, and where each labelled sentence stands."""

    article: Article
    sentences: tuple[Span, ...]
    passages: tuple[Span, ...]


@dataclass(frozen=True, eq=False)
class LabelledPair:
    """Two articles and the grade of every two of their passages."""

    group: str
    kind: str
    left: Cut
    right: Cut
    grades: NDArray[np.float32]
    opposed: NDArray[np.bool_]


def written(piece: Piece) -> tuple[str, tuple[Span, ...]]:
    """Return an article as a text file has it, and where each of its sentences stands."""
    spans, parts, at = [], [], 0
    for paragraph in piece.paragraphs:
        for number, sentence in enumerate(paragraph):
            if number:
                parts.append(" ")
                at += 1
            spans.append(Span(at, at + len(sentence)))
            parts.append(sentence)
            at += len(sentence)
        parts.append("\n\n")
        at += 2
    return "".join(parts), tuple(spans)


def cut(piece: Piece) -> Cut:
    """Return an article as Diptych reads its text."""
    text, spans = written(piece)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{piece.id}.txt"
        path.write_text(text, encoding="utf-8", newline="")
        article = read_article(path)
    return Cut(article, spans, tuple(p.span for p in passages(article)))


def pairs_of(group: Group) -> Iterator[LabelledPair]:
    """Yield every two articles of a group with what is known of their passages."""
    read = {piece.id: cut(piece) for piece in group.pieces}
    for left, right in group.pairs():
        ours, theirs = read[left.id], read[right.id]
        grades = np.zeros((len(ours.passages), len(theirs.passages)), np.float32)
        opposed = np.zeros(grades.shape, np.bool_)
        for link in group.between(left, right):
            rows = touched(ours, link.left[1])
            columns = touched(theirs, link.right[1])
            for row in rows:
                for column in columns:
                    grades[row, column] = max(grades[row, column], link.grade)
                    opposed[row, column] |= link.stance in ("contradict", "differ")
        yield LabelledPair(group.id, group.kind, ours, theirs, grades, opposed)


def touched(cut: Cut, sentence: int) -> list[int]:
    """Return the passages that share at least half of the shorter with a sentence."""
    span = cut.sentences[sentence]
    found = []
    for at, passage in enumerate(cut.passages):
        shared = min(span.end, passage.end) - max(span.start, passage.start)
        if shared > 0 and 2 * shared >= min(len(span), len(passage)):
            found.append(at)
    return found


def sentences_of(pairs: Sequence[LabelledPair]) -> list[str]:
    """Return everything that is encoded of the articles, each once."""
    from diptych.meaning.store import encoded_texts

    found: dict[str, None] = {}
    for pair in pairs:
        for side in (pair.left, pair.right):
            texts = encoded_texts(side.article)
            found |= dict.fromkeys(texts[0] if isinstance(texts[0], tuple) else texts)
    return list(found)
