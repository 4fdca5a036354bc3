# SPDX-License-Identifier: MIT
"""What a query asks for, as a tree of small values."""

from __future__ import annotations

from diptych.search.indexed import Field
from diptych.values import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """Any of the terms a word may stand for in the languages of the library."""

    written: str
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words side by side; each part lists the terms that may stand in its place."""

    written: str
    parts: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Prefix:
    """Every word that begins with these letters."""

    written: str


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """Every word at most ``distance`` changes of a letter away."""

    written: str
    distance: int


@dataclass(frozen=True, slots=True)
class Near:
    """Two expressions with at most ``distance`` words from one to the other."""

    left: Node
    right: Node
    distance: int


@dataclass(frozen=True, slots=True)
class And:
    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not:
    part: Node


@dataclass(frozen=True, slots=True)
class In:
    """An expression that must hold in one field."""

    field: Field
    part: Node


@dataclass(frozen=True, slots=True)
class Dated:
    """Articles from ``since`` on and before ``until``, both yyyymmdd; 0 leaves a side open."""

    since: int = 0
    until: int = 0


@dataclass(frozen=True, slots=True)
class InLanguage:
    """Articles in a language, by its two-letter code."""

    code: str


Leaf = Word | Phrase | Prefix | Fuzzy
Node = Leaf | Near | And | Or | Not | In | Dated | InLanguage


def leaves(node: Node | None) -> tuple[Leaf, ...]:
    """Return what a text is searched for: all leaves but those of a NOT or another field."""
    if isinstance(node, Word | Phrase | Prefix | Fuzzy):
        return (node,)
    if isinstance(node, And | Or):
        return tuple(leaf for part in node.parts for leaf in leaves(part))
    if isinstance(node, Near):
        return leaves(node.left) + leaves(node.right)
    # Author, source and tags stand in no text that could be marked.
    if isinstance(node, In) and node.field in (Field.TITLE, Field.BODY):
        return leaves(node.part)
    return ()
