# SPDX-License-Identifier: MIT
"""What the weights learn of besides: other paragraphs, short pieces, and strangers.

The same article may come in long paragraphs, or with every sentence in a line of its own.
Two whole articles on one affair always have something in common, and a good deal to
choose from. A reader taught by these alone trusts whatever stands out between two notes
of six sentences, or between two articles that have nothing to do with each other.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from groups import KINDS, Group, Link, Piece

SHORTEST, LONGEST = 4, 14  # sentences
SEED = 11


def english(groups: Iterable[Group]) -> list[Group]:
    """Return the groups with the articles in English alone, where there are two."""
    kept = [
        replace(group, pieces=tuple(p for p in group.pieces if p.language == "en"))
        for group in groups
    ]
    return [group for group in kept if len(group.pieces) > 1]


def lined(group: Group) -> Group:
    """Return the group with every sentence in a paragraph of its own, as much of the web has it."""
    return replace(
        group,
        pieces=tuple(
            replace(piece, paragraphs=tuple((sentence,) for sentence in piece.sentences))
            for piece in group.pieces
        ),
    )


def cropped(groups: Sequence[Group]) -> Iterator[Group]:
    """Yield for every two articles of a group a few sentences of each, around a link and not."""
    chance = random.Random(SEED)
    for group in groups:
        for left, right in group.pairs():
            links = list(group.between(left, right))
            around = chance.choice(links) if links and chance.random() < 0.6 else None
            ours = _window(left, around.left[1] if around else None, chance)
            theirs = _window(right, around.right[1] if around else None, chance)
            yield _cut(group, left, right, ours, theirs)


def strangers(groups: Sequence[Group]) -> Iterator[Group]:
    """Yield two articles on different affairs, whole and cut short in turn; nothing is linked."""
    chance = random.Random(SEED)
    for kind in KINDS:
        some = [group for group in groups if group.kind == kind]
        chance.shuffle(some)
        for at, (one, other) in enumerate(pairwise(some)):
            left, right = chance.choice(one.pieces), chance.choice(other.pieces)
            right = replace(right, id=f"{right.id}-other")
            whole = [range(len(piece.sentences)) for piece in (left, right)]
            if at % 2:
                whole = [_window(piece, None, chance) for piece in (left, right)]
            yield _cut(replace(one, links=()), left, right, *whole)


def _window(piece: Piece, around: int | None, chance: random.Random) -> range:
    """Return some sentences in a row, among them the one wanted."""
    total = len(piece.sentences)
    count = min(total, chance.randint(SHORTEST, LONGEST))
    if around is None:
        first = chance.randint(0, total - count)
    else:
        first = chance.randint(max(0, around - count + 1), min(around, total - count))
    return range(first, first + count)


def _cut(group: Group, left: Piece, right: Piece, ours: range, theirs: range) -> Group:
    """Return the group with these sentences of two articles alone, and the links between them."""
    links = tuple(
        Link(
            (left.id, ours.index(k.left[1])),
            (right.id, theirs.index(k.right[1])),
            k.grade,
            k.stance,
        )
        for k in group.between(left, right)
        if k.left[1] in ours and k.right[1] in theirs
    )
    pieces = (_only(left, ours), _only(right, theirs))
    return replace(group, pieces=pieces, links=links)


def _only(piece: Piece, kept: range) -> Piece:
    """Return an article with these sentences alone, still in their paragraphs."""
    paragraphs, at = [], 0
    for paragraph in piece.paragraphs:
        some = tuple(s for n, s in enumerate(paragraph, at) if n in kept)
        at += len(paragraph)
        if some:
            paragraphs.append(some)
    return replace(piece, paragraphs=tuple(paragraphs))
