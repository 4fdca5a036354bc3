# SPDX-License-Identifier: MIT
"""From scored pairs of passages to the matches a reader sees, one for each pair."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field

import numpy as np

from diptych.compare.blend import Blend
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


class _Scored:
    """The scored pairs by place, with what decides whether they are shown."""

    def __init__(self, cells: Cells) -> None:
        self.blend = cells.blend
        self._relation, self._rarity = cells.relation, cells.rarity
        rows, columns = cells.rows.tolist(), cells.columns.tolist()
        scores = [round(score, 4) for score in cells.score.tolist()]
        self.score: dict[Cell, float] = dict(
            zip(zip(rows, columns, strict=True), scores, strict=True)
        )
        self._at = {cell: at for at, cell in enumerate(self.score)}
        self._wording, self._neighbours = cells.wording, cells.neighbours
        self._similarity = cells.similarity
        self._by_row = _ranked(self.score, 0)
        self._by_column = _ranked(self.score, 1)

    def is_shown(self, cell: Cell) -> bool:
        score = self.score[cell]
        if score >= self.blend.high:
            return True
        if score < self.blend.low or not self.is_mutual(cell):
            return False
        if self._relation is Relation.VERSIONS or self._similarity is not None:
            return True
        return bool(self._rarity[self._at[cell]] > 0)

    def is_mutual(self, cell: Cell) -> bool:
        """Tell whether the pair is the best of both its passages."""
        return self._by_row[cell] == 0 and self._by_column[cell] == 0

    def is_near_top(self, cell: Cell) -> bool:
        """Tell whether the pair is among the first of one of its passages."""
        row, column = self._by_row.get(cell, _TOLD), self._by_column.get(cell, _TOLD)
        return min(row, column) < _TOLD

    def is_sure(self, cell: Cell) -> bool:
        """Tell whether the pair is surely about one thing, so that its sides can disagree."""
        return strength(self.score.get(cell, -1.0), self.blend) >= _SURE

    def shares(self, cell: Cell) -> tuple[float, float, float | None]:
        """Return the pair's likeness in wording, its neighbours' part, its similarity."""
        at = self._at.get(cell)
        if at is None:
            return 0.0, 0.0, None
        near = None if self._similarity is None else float(self._similarity[at])
        return float(self._wording[at]), float(self._neighbours[at]), near


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
    scored = _Scored(cells)
    run_cells = _cells_of_runs(left, right, runs)
    fact_cells = {c for c, worth in facts.pairs.items() if worth >= FACTS_ENOUGH}
    quoted = run_cells.keys() | facts.quoted.keys()
    shown = {cell for cell in scored.score if scored.is_shown(cell)} | quoted
    kinds = {cell: _kind(cell, quoted, facts) for cell in shown}
    groups = _merged(left, right, kinds, run_cells, scored)
    groups += [
        _Group([cell], Kind.SAME_FACTS, scored.score.get(cell, 0.0), True)
        for cell in sorted(fact_cells - shown)
    ]
    rest = (cell for cell in scored.score if cell not in shown and cell not in fact_cells)
    groups += [
        _Group([cell], _kind(cell, quoted, facts), scored.score[cell], False)
        for cell in rest
        if every_pair
        or (scored.is_near_top(cell) and strength(scored.score[cell], cells.blend) >= _ON_REQUEST)
    ]
    witness = Witness(left, right, cells, facts)
    matches = [_match(left, right, group, scored, witness) for group in groups]
    return tuple(sorted(matches, key=lambda m: (-m.score, m.left, m.right)))


def _kind(cell: Cell, quoted: Set[Cell], facts: FactTable) -> Kind:
    if cell in quoted:
        return Kind.SAME_WORDS
    return Kind.SAME_FACTS if facts.join(*cell) else Kind.SAME_CLAIM


def strength(score: float, blend: Blend) -> float:
    """Put a score on the reader's scale: about how often such a match is right."""
    scores, strengths = zip(*blend.scale, strict=True)
    return round(float(np.interp(score, scores, strengths)), 4)


def _match(
    left: Reading, right: Reading, group: _Group, scored: _Scored, witness: Witness
) -> Match:
    shares = [scored.shares(cell) for cell in group.members]
    near = [similarity for _, _, similarity in shares if similarity is not None]
    evidence = Evidence(
        wording=round(max(wording for wording, _, _ in shares), 4),
        neighbours=round(max(neighbours for _, neighbours, _ in shares), 4),
        similarity=round(max(near), 4) if near else None,
    )
    if group.shown or scored.is_near_top(group.members[0]):
        evidence = witness.tell(
            group.rows,
            group.columns,
            group.members,
            sure=[cell for cell in group.members if scored.is_sure(cell) or group.runs],
            runs=group.runs,
            scores=evidence,
        )
    felt = strength(group.score, scored.blend)
    if group.kind is Kind.SAME_WORDS:
        felt = max(felt, min(1.0, 0.6 + evidence.shared_run / 60))
    elif group.kind is Kind.SAME_FACTS:
        felt = max(felt, 0.4)
    return Match(
        kind=group.kind,
        left=_span(left, group.rows),
        right=_span(right, group.columns),
        score=group.score,
        strength=round(felt, 4),
        shown=group.shown,
        evidence=evidence,
    )


def _span(reading: Reading, passages: range) -> Span:
    first, last = reading.passages[passages[0]], reading.passages[passages[-1]]
    return Span(first.span.start, last.span.end)


def _ranked(score: dict[Cell, float], side: int) -> dict[Cell, int]:
    """Return each pair's place among the pairs of its passage, as far as it matters."""
    by_passage: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for cell, value in score.items():
        by_passage[cell[side]].append((-value, cell[1 - side]))
    places: dict[Cell, int] = {}
    for passage, entries in by_passage.items():
        for place, (_, other) in enumerate(sorted(entries)):
            places[(passage, other) if side == 0 else (other, passage)] = place
    return places


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
        score = scored.score.get(cell, 0.0)
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
