# SPDX-License-Identifier: MIT
"""A query's passages in two articles, facing each other."""

from __future__ import annotations

from collections.abc import Sequence

from diptych.search.finder import passages_in
from diptych.search.snippets import Snippet
from diptych.text.terms import stop_terms, words_in, written_forms
from diptych.values import dataclass

# likeness = 2 * common / (left + right words); below this they only happen to share a word.
_LEAST_ALIKE = 0.15


@dataclass(frozen=True, slots=True)
class FacingPassages:
    """A passage on the left, one on the right, or one of them alone."""

    left: Snippet | None
    right: Snippet | None
    likeness: float = 0.0


@dataclass(frozen=True, slots=True)
class PinnedText:
    """A pinned article's text and language."""

    text: str
    language: str = ""


def search_both(left: PinnedText, right: PinnedText, query: str) -> tuple[FacingPassages, ...]:
    """Return the passages of both sides in the order of the left one.

    Passages face each other when they share words beyond the query's own;
    each faces one at most, the most alike first. Those left over stand alone,
    after the pair their own text puts before them.
    """
    lefts = passages_in(left.text, query, language=left.language)
    rights = passages_in(right.text, query, language=right.language)
    pairs = _most_alike_first(
        [_terms(passage, left) for passage in lefts],
        [_terms(passage, right) for passage in rights],
    )
    # By the left passage, whose order the rows keep.
    facing = {i: (j, likeness) for i, j, likeness in pairs}
    rows = [
        FacingPassages(passage, rights[facing[i][0]], facing[i][1])
        if i in facing
        else FacingPassages(passage, None)
        for i, passage in enumerate(lefts)
    ]
    taken = {j for j, _ in facing.values()}
    for j, passage in enumerate(rights):
        if j not in taken:
            rows.insert(_place_after(rows, rights, j), FacingPassages(None, passage))
    return tuple(rows)


def _terms(passage: Snippet, side: PinnedText) -> frozenset[str]:
    """Return what a passage says besides the words that were searched."""
    words = words_in(side.language)
    # Every passage has the query's own words: they tell nothing of which go together.
    sought = {word for span in passage.found for word in written_forms(span.of(side.text))[0]}
    forms = set(written_forms(passage.span.of(side.text))[0]) - sought
    # An empty term stands for what the index leaves out.
    return frozenset(words[form] for form in forms) - stop_terms() - {""}


def _most_alike_first(
    lefts: Sequence[frozenset[str]], rights: Sequence[frozenset[str]]
) -> list[tuple[int, int, float]]:
    """Pair passages by the share of words they have in common (Dice), each once."""
    scored = sorted(
        (
            # Dice: 2 |A ∩ B| / (|A| + |B|); of equal ones the earlier comes first, hence the
            # negative numbers.
            (2 * len(left & right) / max(1, len(left) + len(right)), -i, -j)
            for i, left in enumerate(lefts)
            for j, right in enumerate(rights)
        ),
        reverse=True,
    )
    pairs = []
    free_left, free_right = set(range(len(lefts))), set(range(len(rights)))
    for likeness, i, j in scored:
        # Greedily from the most alike: each passage faces one at most.
        if likeness >= _LEAST_ALIKE and -i in free_left and -j in free_right:
            pairs.append((-i, -j, round(likeness, 3)))
            free_left.discard(-i)
            free_right.discard(-j)
    return pairs


def _place_after(rows: Sequence[FacingPassages], rights: Sequence[Snippet], j: int) -> int:
    """Return where a right passage goes: after the one that stands before it in its text."""
    before = rights[j - 1] if j else None
    for place, row in enumerate(rows):
        if before is not None and row.right is before:
            return place + 1
    # Before all others if it is the first of its text, at the end if the one before it has no
    # row.
    return 0 if j == 0 else len(rows)
