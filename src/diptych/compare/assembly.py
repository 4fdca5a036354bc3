# SPDX-License-Identifier: MIT
"""From scored pairs of passages to the matches a reader sees, one for each pair."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from diptych.compare.blend import Blend
from diptych.compare.cells import ranks
from diptych.compare.evidence import Witness
from diptych.compare.reading import Reading
from diptych.compare.same_claim import Cells
from diptych.compare.same_facts import FACTS_ENOUGH, FactTable
from diptych.compare.same_words import SEED, Run
from diptych.compare.values import Evidence, Kind, Match, Relation
from diptych.text.article import Span

Cell = tuple[int, int]

_MOST_MERGED = 6  # passages on a side of one match
_ON_REQUEST = 0.15  # strength; fainter pairs are not even kept for the slider
_SURE = 0.55  # strength
_BESIDE = 2  # passages
_TOLD = 3  # of a passage's pairs, how many come with full evidence


@dataclass(slots=True)
class _Group:
    """Pairs along one diagonal that make one match."""

    members: list[Cell]
    kind: Kind
    score: float
    shown: bool
    runs: list[Run] = field(default_factory=list)

    @property
    def rows(self) -> range:
        return range(self.members[0][0], self.members[-1][0] + 1)

    @property
    def columns(self) -> range:
        return range(self.members[0][1], self.members[-1][1] + 1)


class _Beside:
    """Counts the shown matches that stand within two passages of another on both sides."""

    def __init__(self, groups: Iterable[_Group]) -> None:
        self._shown: dict[Cell, _Group] = {cell: g for g in groups for cell in g.members}

    def count(self, group: _Group) -> int:
        """Return how many there are beside a shown match, 0 for one that is not shown."""
        if not group.shown:
            return 0
        near = {
            id(other)
            for row in range(group.rows[0] - _BESIDE, group.rows[-1] + _BESIDE + 1)
            for column in range(group.columns[0] - _BESIDE, group.columns[-1] + _BESIDE + 1)
            if (other := self._shown.get((row, column))) is not None
        }
        return len(near) - 1


class _Scored:
    """The scored pairs by place, with what decides whether they are shown."""

    def __init__(self, cells: Cells, shape: tuple[int, int]) -> None:
        self.blend = cells.blend
        self._cells, self._width = cells, shape[1]
        self._keys = cells.rows * shape[1] + cells.columns
        self._has_every_pair = len(self._keys) == shape[0] * shape[1]
        score = cells.score.astype(np.float64)
        score = np.asarray(score.round(4), np.float64)
        self._score = score
        by_row = ranks(cells.rows, cells.score, shape)
        by_column = ranks(cells.columns, cells.score, shape[::-1])
        self._is_near_top = np.minimum(by_row, by_column) < _TOLD
        is_mutual = (by_row == 0) & (by_column == 0) & (score >= self.blend.low)
        if cells.relation is not Relation.VERSIONS and cells.similarity is None:
            is_mutual &= cells.rarity > 0
        self._is_shown = (score >= self.blend.high) | is_mutual

    def shown(self) -> set[Cell]:
        """Return the pairs shown by their score."""
        return set(self._places(self._is_shown))

    def on_request(self) -> Iterator[Cell]:
        """Yield the pairs strong enough to be kept for the slider, in order."""
        felt = strengths(self._score, self.blend)
        yield from self._places(self._is_near_top & (felt >= _ON_REQUEST))

    def every(self) -> Iterator[Cell]:
        """Yield all the pairs scored, in order."""
        yield from self._places(np.ones(len(self._keys), np.bool_))

    def score(self, cell: Cell, default: float = 0.0) -> float:
        """Return the pair's score, ``default`` if it has none."""
        at = self._at(cell)
        return default if at is None else float(self._score[at])

    def is_sure(self, cell: Cell) -> bool:
        """Tell whether the pair is surely about one thing, so that its sides can disagree."""
        return strength(self.score(cell, -1.0), self.blend) >= _SURE

    def is_near_top(self, cell: Cell) -> bool:
        """Tell whether the pair is among the first of one of its passages."""
        at = self._at(cell)
        return at is not None and bool(self._is_near_top[at])

    def shares(self, cell: Cell) -> tuple[float, float, float | None]:
        """Return the pair's likeness in wording, its neighbours' part, its similarity."""
        at = self._at(cell)
        if at is None:
            return 0.0, 0.0, None
        similarity = self._cells.similarity
        near = None if similarity is None else float(similarity[at])
        return float(self._cells.wording[at]), float(self._cells.neighbours[at]), near

    def _at(self, cell: Cell) -> int | None:
        key = cell[0] * self._width + cell[1]
        if self._has_every_pair:
            return key
        at = int(np.searchsorted(self._keys, key))
        return at if at < len(self._keys) and self._keys[at] == key else None

    def _places(self, chosen: NDArray[np.bool_]) -> Iterator[Cell]:
        rows, columns = self._cells.rows[chosen], self._cells.columns[chosen]
        return zip(rows.tolist(), columns.tolist(), strict=True)


def assemble(
    left: Reading,
    right: Reading,
    cells: Cells,
    runs: Sequence[Run],
    facts: FactTable,
    *,
    every_pair: bool,
) -> tuple[Match, ...]:
    """Return the matches, best first; a pair of passages stands in one of them."""
    scored = _Scored(cells, (len(left), len(right)))
    quoted = _Quoted(left, right, runs, facts)
    groups = _shown(left, right, scored, quoted)
    shown = {cell for group in groups for cell in group.members}
    groups += [
        _Group([cell], quoted.kind(cell), scored.score(cell), False)
        for cell in (scored.every() if every_pair else scored.on_request())
        if cell not in shown
    ]
    witness = Witness(left, right, cells, facts)
    beside = _Beside(group for group in groups if group.shown)
    felt = strengths(np.array([group.score for group in groups], np.float64), scored.blend)
    matches = [
        _match(
            left,
            right,
            group,
            felt=strength,
            evidence=_told(
                group, scored, witness, beside=beside.count(group), every_pair=every_pair
            ),
        )
        for group, strength in zip(groups, felt.tolist(), strict=True)
    ]
    return tuple(sorted(matches, key=lambda m: (-m.score, m.left, m.right)))


def count_shown(
    left: Reading, right: Reading, cells: Cells, runs: Sequence[Run], facts: FactTable
) -> int:
    """Return how many matches are shown, without telling why."""
    scored = _Scored(cells, (len(left), len(right)))
    return len(_shown(left, right, scored, _Quoted(left, right, runs, facts)))


class _Quoted:
    """What shared wording and facts say of pairs, whatever their scores."""

    def __init__(
        self, left: Reading, right: Reading, runs: Sequence[Run], facts: FactTable
    ) -> None:
        self._facts = facts
        self.runs = _cells_of_runs(left, right, runs)
        self.cells = self.runs.keys() | facts.quoted.keys()
        self.by_facts = {c for c, worth in facts.pairs.items() if worth >= FACTS_ENOUGH}

    def kind(self, cell: Cell) -> Kind:
        """Return the kind of a match of this pair."""
        return _kind(cell, self.cells, self._facts)


def _shown(left: Reading, right: Reading, scored: _Scored, quoted: _Quoted) -> list[_Group]:
    """Return the matches shown, those by facts alone last."""
    shown = scored.shown() | quoted.cells
    kinds = {cell: quoted.kind(cell) for cell in shown}
    return _merged(left, right, kinds, quoted.runs, scored) + [
        _Group([cell], Kind.SAME_FACTS, scored.score(cell), True)
        for cell in sorted(quoted.by_facts - shown)
    ]


def _kind(cell: Cell, quoted: Set[Cell], facts: FactTable) -> Kind:
    if cell in quoted:
        return Kind.SAME_WORDS
    return Kind.SAME_FACTS if facts.join(*cell) else Kind.SAME_CLAIM


def strength(score: float, blend: Blend) -> float:
    """Put a score on the reader's scale: about how often such a match is right."""
    return round(float(strengths(np.array([score]), blend)[0]), 4)


def strengths(scores: NDArray[np.float64], blend: Blend) -> NDArray[np.float64]:
    """Put scores on the reader's scale."""
    points, felt = zip(*blend.scale, strict=True)
    return np.asarray(np.interp(scores, points, felt), np.float64)


def _match(
    left: Reading, right: Reading, group: _Group, *, felt: float, evidence: Evidence
) -> Match:
    if group.kind is Kind.SAME_WORDS:
        felt = max(felt, min(1.0, 0.6 + evidence.shared_run / 60))
    elif group.kind is Kind.SAME_FACTS:
        felt = max(felt, 0.4)
    return Match(
        kind=group.kind,
        left=_span(left, group.rows),
        right=_span(right, group.columns),
        score=round((1 + max(-1.0, group.score)) / 2, 5),
        strength=round(felt, 4),
        shown=group.shown,
        evidence=evidence,
    )


def _told(
    group: _Group, scored: _Scored, witness: Witness, *, beside: int, every_pair: bool
) -> Evidence:
    """Return why the group matches; of pairs that are not looked at, only the scores."""
    shares = [scored.shares(cell) for cell in group.members]
    near = [similarity for _, _, similarity in shares if similarity is not None]
    scores = Evidence(
        wording=round(max(wording for wording, _, _ in shares), 4),
        neighbours=round(max(neighbours for _, neighbours, _ in shares), 4),
        similarity=round(max(near), 4) if near else None,
        beside=beside,
    )
    if not group.shown and not (every_pair and scored.is_near_top(group.members[0])):
        return scores
    return witness.tell(
        group.rows,
        group.columns,
        group.members,
        sure=[cell for cell in group.members if scored.is_sure(cell) or group.runs],
        runs=group.runs,
        scores=scores,
    )


def _span(reading: Reading, passages: range) -> Span:
    first, last = reading.passages[passages[0]], reading.passages[passages[-1]]
    return Span(first.span.start, last.span.end)


def _merged(
    left: Reading,
    right: Reading,
    kinds: Mapping[Cell, Kind],
    run_cells: dict[Cell, list[Run]],
    scored: _Scored,
) -> list[_Group]:
    """Make one group of pairs that follow one another in the same two paragraphs."""
    groups: list[_Group] = []
    ending: dict[Cell, _Group] = {}
    for cell, kind in sorted(kinds.items()):
        runs = run_cells.get(cell, [])
        score = scored.score(cell)
        before = ending.pop((cell[0] - 1, cell[1] - 1), None)
        if (
            before is not None
            and before.kind is kind
            and len(before.members) < _MOST_MERGED
            and _same_block(left, cell[0] - 1, cell[0])
            and _same_block(right, cell[1] - 1, cell[1])
        ):
            before.members.append(cell)
            before.score = max(before.score, score)
            before.runs += [run for run in runs if run not in before.runs]
            ending[cell] = before
        else:
            ending[cell] = _Group([cell], kind, score, True, list(runs))
            groups.append(ending[cell])
    return groups


def _same_block(reading: Reading, first: int, second: int) -> bool:
    return reading.passages[first].block == reading.passages[second].block


def _cells_of_runs(left: Reading, right: Reading, runs: Iterable[Run]) -> dict[Cell, list[Run]]:
    """Return the pairs of passages that shared wording covers, with the runs there."""
    cells: dict[Cell, list[Run]] = defaultdict(list)
    for run in runs:
        shared = _overlaps(left, right, run)
        enough = {c: words for c, words in shared.items() if _is_enough(left, right, c, words)}
        if not enough and shared:
            widest = max(shared, key=lambda cell: (shared[cell], -cell[0], -cell[1]))
            enough = {widest: shared[widest]}
        for cell in sorted(enough):
            cells[cell].append(run)
    return cells


def _is_enough(left: Reading, right: Reading, cell: Cell, words: float) -> bool:
    shorter = min(len(left.words[cell[0]]), len(right.words[cell[1]]))
    return words >= 2 * SEED or (words >= SEED - 1 and words >= 0.5 * shorter)


def _overlaps(left: Reading, right: Reading, run: Run) -> dict[Cell, float]:
    """Return how many words of the run each pair of passages shares, laid along it."""
    stretch = (run.right_end - run.right_start) / (run.left_end - run.left_start)
    overlaps: dict[Cell, float] = {}
    for row in left.passages_of_words(run.left_start, run.left_end):
        start = max(run.left_start, left.first_word[row])
        end = min(run.left_end, left.first_word[row + 1])
        start_there = run.right_start + (start - run.left_start) * stretch
        end_there = run.right_start + (end - run.left_start) * stretch
        for column in right.passages_of_words(
            int(start_there), max(int(end_there), int(start_there) + 1)
        ):
            words = min(end_there, right.first_word[column + 1]) - max(
                start_there, right.first_word[column]
            )
            if words > 0:
                overlaps[row, column] = words
    return overlaps
