# SPDX-License-Identifier: MIT
"""From scored pairs of passages to the matches a reader sees, one for each pair."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import field

import numpy as np
from numpy.typing import NDArray

from diptych.compare.blend import Shown
from diptych.compare.cells import best_of, ranks
from diptych.compare.counts import Floats
from diptych.compare.doubts import ONE_SENTENCE
from diptych.compare.evidence import Witness
from diptych.compare.reading import Reading
from diptych.compare.repeats import are_paired, equal_passages
from diptych.compare.same_claim import Cells, across_languages
from diptych.compare.same_facts import FactTable
from diptych.compare.same_words import Run
from diptych.compare.shared_wording import Cell, cells_of_runs, words_shared
from diptych.compare.values import Evidence, Kind, Match, Options, Relation
from diptych.text.article import Span
from diptych.values import dataclass

# Without a limit two versions of one text would be a single match from end to end.
_MOST_MERGED = 6  # passages on a side of one match
_ON_REQUEST = 0.15  # strength; fainter pairs are not even kept for the slider
_FAINTEST = 0.2  # strength; what is asked for is no guess yet
# A denial told wrongly is worse than one not told. Of what is less strong hardly half makes
# the same claim, and of 7 whose figures then differed none was labelled so.
_SURE = 0.7  # strength
_BESIDE = 2  # passages
# Shorter, it may be the name of a treaty that both speak of, each in its own way.
_LONG_RUN, _MOSTLY = 20, 0.6  # words; share of the shorter passage
# Telling why takes far longer than a score, and a reader opens the best of a passage.
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
        # By identity: a match of several passages is one, however many of its pairs are near.
        near = {
            id(other)
            for row in range(group.rows[0] - _BESIDE, group.rows[-1] + _BESIDE + 1)
            for column in range(group.columns[0] - _BESIDE, group.columns[-1] + _BESIDE + 1)
            if (other := self._shown.get((row, column))) is not None
        }
        return len(near) - 1  # without itself


class _Scored:
    """The scored pairs by place, with what decides whether they are shown."""

    def __init__(
        self,
        cells: Cells,
        left: Reading,
        right: Reading,
        *,
        told: Set[Cell] = frozenset(),
        fainter: bool = False,
    ) -> None:
        shape = len(left), len(right)
        # All arrays are parallel to ``cells.rows``: entry i speaks of one pair of passages.
        self.scale = cells.shown
        self._cells, self._width = cells, shape[1]
        self._is_across = across_languages(left.article, right.article)
        # Ascending, since the cells are: a pair is found by bisection.
        self._keys = cells.rows * shape[1] + cells.columns
        self._has_every_pair = len(self._keys) == shape[0] * shape[1]
        score = cells.score.astype(np.float64)
        # Rounded before anything is decided, so that every machine decides alike.
        score = np.asarray(score.round(4), np.float64)
        self._score = score
        by_row = ranks(cells.rows, cells.score, shape)
        by_column = ranks(cells.columns, cells.score, shape[::-1])
        self._is_near_top = np.minimum(by_row, by_column) < _TOLD
        self._is_first = np.minimum(by_row, by_column) == 0
        self.is_versions = cells.relation is Relation.VERSIONS
        # Two versions are in one order, so the best of one side must be that of the other too.
        is_best = (by_row == 0) & (by_column == 0) if self.is_versions else self._is_first
        # From ``high`` on also what is second for both its passages: to hold those back changed
        # .61 right to .60.
        self._is_shown = (score >= cells.shown.high) | (is_best & (score >= cells.shown.low))
        self._are_paired = are_paired(left.forms, right.forms, cells.rows, cells.columns)
        if not self.is_versions:
            self._is_shown &= self._are_paired
            # Who says it outright elsewhere is no partner for a claim that is like it.
            self._is_shown &= ~self._are_taken(told) | (score >= cells.shown.high)
        felt = strengths(score, self.scale)
        is_faint = self._is_first & (felt >= _FAINTEST) & self._are_paired
        self._is_fainter = is_faint & ~self._is_shown
        if fainter:
            self._is_shown |= self._is_fainter

    def _are_taken(self, told: Set[Cell]) -> NDArray[np.bool_]:
        """Tell which pairs have a passage that is told outright by another than this one."""
        of_row, of_column = (np.zeros(count, np.bool_) for count in self._cells.shape)
        for row, column in told:
            of_row[row] = of_column[column] = True
        taken = np.asarray(of_row[self._cells.rows] | of_column[self._cells.columns])
        # The pair that tells it is not taken from itself.
        for cell in told:
            at = self._at(cell)
            if at is not None:
                taken[at] = False
        return taken

    def best_apart_from(self, told: Set[Cell]) -> tuple[Floats, Floats]:
        """Return the best score of each passage with a partner that ``told`` gives to no other."""
        free = ~self._are_taken(told)
        score = self._cells.score[free]
        left, right = self._cells.shape
        return (
            best_of(self._cells.rows[free], score, left),
            best_of(self._cells.columns[free], score, right),
        )

    def shown(self) -> set[Cell]:
        """Return the pairs shown by their score."""
        return set(self._places(self._is_shown))

    def fainter(self) -> set[Cell]:
        """Return the pairs that are less likely right than wrong, the best of a passage."""
        return set(self._places(self._is_fainter))

    def on_request(self) -> Iterator[Cell]:
        """Yield the pairs strong enough to be kept for the slider, in order."""
        felt = strengths(self._score, self.scale)
        kept = self._is_near_top & (felt >= _ON_REQUEST)
        if self._cells.similarity is None:
            # In texts of a few sentences every pair is the best of its passage; by words
            # alone, one that shares none has nothing to be kept for.
            kept &= self._cells.wording > 0
        elif self._is_across:
            # The score knows little of a few sentences; one near its translation is known.
            kept |= self._cells.similarity >= ONE_SENTENCE
        yield from self._places(kept)

    def every(self) -> Iterator[Cell]:
        """Yield all the pairs scored, in order."""
        yield from self._places(np.ones(len(self._keys), np.bool_))

    def score(self, cell: Cell, default: float = 0.0) -> float:
        """Return the pair's score, ``default`` if it has none."""
        at = self._at(cell)
        return default if at is None else float(self._score[at])

    def is_sure(self, cell: Cell) -> bool:
        """Tell whether the pair is surely about one thing, so that its sides can disagree."""
        return strength(self.score(cell, -1.0), self.scale) >= _SURE

    def is_paired(self, cell: Cell) -> bool:
        """Tell whether the pair's passages are as often repeated, the first with the first."""
        at = self._at(cell)
        return at is None or bool(self._are_paired[at])

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
        # Nothing was left out, so the key is the place.
        if self._has_every_pair:
            return key
        at = int(np.searchsorted(self._keys, key))
        return at if at < len(self._keys) and self._keys[at] == key else None

    def _places(self, chosen: NDArray[np.bool_]) -> Iterator[Cell]:
        rows, columns = self._cells.rows[chosen], self._cells.columns[chosen]
        return zip(rows.tolist(), columns.tolist(), strict=True)


@dataclass(frozen=True, slots=True)
class Assembled:
    """The matches, best first, and how many ``Options.fainter`` would show besides.

    ``best`` is the best score of each passage, left and right, with a partner that is
    not already told elsewhere; -9 without any. ``shown`` are the pairs of passages of the
    matches that are shown.
    """

    matches: tuple[Match, ...]
    fainter: int
    best: tuple[Floats, Floats]
    shown: Set[Cell]


def assemble(
    left: Reading,
    right: Reading,
    cells: Cells,
    runs: Sequence[Run],
    *,
    facts: FactTable,
    options: Options,
) -> Assembled:
    """Return the matches, best first; a pair of passages stands in one of them."""
    every_pair = options.every_pair
    quoted = _Quoted(left, right, runs, facts, doubted=cells.doubted)
    scored = _Scored(cells, left, right, told=quoted.told_outright, fainter=options.fainter)
    groups = _shown(left, right, scored, quoted)
    shown = {cell for group in groups for cell in group.members}
    groups += [
        _Group([cell], quoted.kind(cell), scored.score(cell), False)
        for cell in (scored.every() if every_pair else scored.on_request())
        if cell not in shown
    ]
    witness = Witness(left, right, cells, facts)
    beside = _Beside(group for group in groups if group.shown)
    felt = strengths(np.array([group.score for group in groups], np.float64), scored.scale)
    matches = [
        _match(
            left,
            right,
            group,
            felt=strength,
            is_quoted=not quoted.told_outright.isdisjoint(group.members),
            evidence=_told(
                group, scored, witness, beside=beside.count(group), every_pair=every_pair
            ),
        )
        for group, strength in zip(groups, felt.tolist(), strict=True)
    ]
    ordered = sorted(matches, key=lambda m: (-m.score, m.left, m.right))
    return Assembled(
        tuple(ordered),
        len(scored.fainter() - shown),
        # In two versions every passage has its own partner; two voices may say things twice.
        scored.best_apart_from(
            shown if scored.is_versions else quoted.told_outright | equal_passages(left, right)
        ),
        shown,
    )


def shown_pairs(
    left: Reading, right: Reading, cells: Cells, runs: Sequence[Run], facts: FactTable
) -> list[list[Cell]]:
    """Return the pairs of passages of each match that is shown, without telling why."""
    quoted = _Quoted(left, right, runs, facts, doubted=cells.doubted)
    scored = _Scored(cells, left, right, told=quoted.told_outright)
    return [group.members for group in _shown(left, right, scored, quoted)]


class _Quoted:
    """What shared wording and facts say of pairs, whatever their scores."""

    def __init__(
        self,
        left: Reading,
        right: Reading,
        runs: Sequence[Run],
        facts: FactTable,
        *,
        doubted: Set[Cell],
    ) -> None:
        self._facts = facts
        found = cells_of_runs(left, right, runs)
        self.runs = {cell: some for cell, some in found.items() if cell not in doubted}
        self.cells = self.runs.keys() | facts.quoted.keys()
        self.told_outright = facts.quoted.keys() | {
            cell
            for cell, words in words_shared(left, right, runs).items()
            if cell in self.runs and _tells_all(left, right, cell, words)
        }

    def kind(self, cell: Cell) -> Kind:
        """Return the kind of a match of this pair."""
        return _kind(cell, self.cells, self._facts)


def _shown(left: Reading, right: Reading, scored: _Scored, quoted: _Quoted) -> list[_Group]:
    """Return the matches shown: by their score, or as they say it in the same words."""
    # What two voices share in passing is no match; two versions share what was kept.
    told = {cell for cell in quoted.told_outright if scored.is_paired(cell)}
    shown = scored.shown() | (quoted.cells if scored.is_versions else told)
    kinds = {cell: quoted.kind(cell) for cell in shown}
    return _merged(left, right, kinds, quoted.runs, scored)


def _tells_all(left: Reading, right: Reading, cell: Cell, words: int) -> bool:
    """Tell whether shared words are what a passage says, and not only what it speaks of."""
    shorter = min(len(left.words[cell[0]]), len(right.words[cell[1]]))
    return words >= _LONG_RUN or words >= _MOSTLY * shorter


def _kind(cell: Cell, quoted: Set[Cell], facts: FactTable) -> Kind:
    if cell in quoted:
        return Kind.SAME_WORDS
    return Kind.SAME_FACTS if facts.join(*cell) else Kind.SAME_CLAIM


def strength(score: float, scale: Shown) -> float:
    """Put a score on the reader's scale: about how often such a match is right."""
    return round(float(strengths(np.array([score]), scale)[0]), 4)


def strengths(scores: NDArray[np.float64], scale: Shown) -> NDArray[np.float64]:
    """Put scores on the reader's scale."""
    points, felt = zip(*scale.scale, strict=True)
    return np.asarray(np.interp(scores, points, felt), np.float64)


def _match(
    left: Reading,
    right: Reading,
    group: _Group,
    *,
    felt: float,
    is_quoted: bool,
    evidence: Evidence,
) -> Match:
    if group.kind is Kind.SAME_WORDS and is_quoted:
        # A quotation is surer the longer it is: a wording of 24 shared words is no chance.
        # strength = .6 + shared words / 60, at most 1; also of those in the passages around
        longest = max([*(run.shared for run in group.runs), evidence.shared_run])
        felt = max(felt, min(1.0, 0.6 + longest / 60))
    return Match(
        kind=group.kind,
        left=_span(left, group.rows),
        right=_span(right, group.columns),
        # From -1 to 1 brought to 0 to 1, so that ``--min-score 0`` asks for all.
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
        # A diagonal goes on from the pair before on both sides.
        before = ending.pop((cell[0] - 1, cell[1] - 1), None)
        if (
            before is not None
            and before.kind is kind
            and len(before.members) < _MOST_MERGED
            and _same_block(left, cell[0] - 1, cell[0])
            and _same_block(right, cell[1] - 1, cell[1])
        ):
            before.members.append(cell)
            # As sure as its surest pair.
            before.score = max(before.score, score)
            before.runs += [run for run in runs if run not in before.runs]
            ending[cell] = before
        else:
            ending[cell] = _Group([cell], kind, score, True, list(runs))
            groups.append(ending[cell])
    return groups


def _same_block(reading: Reading, first: int, second: int) -> bool:
    return reading.passages[first].block == reading.passages[second].block
