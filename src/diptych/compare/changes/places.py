# SPDX-License-Identifier: MIT
"""Which passages of two versions are one another's: in order, split, moved or rewritten."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from math import log

from diptych.compare.changes.tokens import Token, tells
from diptych.compare.in_order import heaviest_rising
from diptych.compare.word_rows import Row, common_rows
from diptych.values import dataclass

Cell = tuple[int, int]
Meant = Callable[[Sequence[int], Sequence[int]], Iterable[Cell]]

_TELLING = 3  # a word that tells something weighs as much as so many that do not
_MOSTLY = 0.5  # share of the shorter passage that two passages of one place have in common
_SOMEWHAT = 0.3  # share of the longer, where neither has another partner
_ELSEWHERE = 0.5  # share of both that two passages have in common wherever they stand
_ROW = 6  # words on end, so many that no chance has put them there
_COMMONEST = 40  # passages a word may stand in that is looked for elsewhere


@dataclass(frozen=True, slots=True)
class Place:
    """Passages of both sides, by number, that are one another's; either may be empty."""

    rows: tuple[int, ...]
    columns: tuple[int, ...]
    is_moved: bool = False


class _Side:
    """The tokens of one side's passages in a row, each with a number and a weight."""

    def __init__(
        self, passages: Sequence[Sequence[Token]], numbers: dict[str, int], language: str
    ) -> None:
        self.words: list[int] = []
        self.owners: list[int] = []
        self.weights: list[int] = []
        self.sizes: list[int] = []
        self.telling: list[frozenset[int]] = []
        known: dict[int, int] = {}
        for owner, passage in enumerate(passages):
            size = 0
            told = set()
            for token in passage:
                # Signs join no passages: a full stop stands in each.
                if not token.is_word:
                    continue
                key = token.key.lower()
                number = numbers.setdefault(key, len(numbers))
                weight = known.get(number)
                if weight is None:
                    weight = known[number] = _TELLING if tells(key, language) else 1
                self.words.append(number)
                self.owners.append(owner)
                self.weights.append(weight)
                size += weight
                if weight == _TELLING:
                    told.add(number)
            self.sizes.append(size)
            self.telling.append(frozenset(told))
        count = Counter(self.owners)
        self._starts = [0, *accumulate(count[n] for n in range(len(passages)))]

    def of(self, passage: int) -> list[int]:
        """Return the words of one passage."""
        return self.words[self._starts[passage] : self._starts[passage + 1]]

    def start(self, passage: int) -> int:
        """Return where the words of a passage begin among those of all."""
        return self._starts[passage]


def places(
    left: Sequence[Sequence[Token]],
    right: Sequence[Sequence[Token]],
    languages: tuple[str, str],
    *,
    lengths: Sequence[int],
    meant: Meant,
    standing: Sequence[Cell] = (),
) -> tuple[Place, ...]:
    """Return all passages by place, in the order of the left side.

    ``meant`` tells of the passages left over which say the same in other words, the surest
    pair first; they join what no words join. The pairs that are ``standing``, in order, are
    joined already and have no tokens. ``lengths`` are those of the left side's passages, for
    the shorter of two that have changed places counts as moved.
    """
    numbers: dict[str, int] = {}
    ours, theirs = (
        _Side(side, numbers, language)
        for side, language in zip((left, right), languages, strict=True)
    )
    # Each step joins only what those before left over, the surest first.
    joined = {*standing, *_joined_in_order(ours, theirs, standing)}
    joined |= _found_elsewhere(ours, theirs, joined)
    rows = _left_over(len(ours.sizes), (row for row, _ in joined))
    columns = _left_over(len(theirs.sizes), (column for _, column in joined))
    joined |= free(meant(rows, columns), joined)
    joined |= _beside(ours, theirs, joined)
    joined |= _split(ours, theirs, joined)
    joined |= {(row, column) for column, row in _split(theirs, ours, _turned(joined))}
    return in_order(groups(joined), lengths, len(theirs.sizes))


def _rows_between(ours: _Side, theirs: _Side, standing: Iterable[Cell]) -> Iterator[Row]:
    """Yield the rows of words that both sides have in order, between what stands and around it."""
    x = y = 0
    for ends in (*((ours.start(row), theirs.start(column)) for row, column in standing), None):
        right, below = ends or (len(ours.words), len(theirs.words))
        if right > x and below > y:
            for row in common_rows(ours.words[x:right], theirs.words[y:below]):
                yield Row(row.left + x, row.right + y, row.length)
        x, y = right, below


def _joined_in_order(ours: _Side, theirs: _Side, standing: Iterable[Cell]) -> set[Cell]:
    """Return the pairs whose words stay in order from end to end of both texts."""
    votes: Counter[Cell] = Counter()
    broken: set[Cell] = set()
    for row in _rows_between(ours, theirs, standing):
        in_row: Counter[Cell] = Counter()
        for n in range(row.length):
            cell = ours.owners[row.left + n], theirs.owners[row.right + n]
            in_row[cell] += ours.weights[row.left + n]
        votes += in_row
        # Of a row that goes on in the next line a short line is no chance: "And all the".
        if row.length >= _ROW and len(in_row) > 1:
            broken |= {
                cell for cell, vote in in_row.items() if vote >= _shorter(ours, theirs, cell)
            }
    joined = {
        cell
        for cell, vote in votes.items()
        # Half of the shorter: a sentence that was split is longer than each part of it.
        if vote >= _MOSTLY * _shorter(ours, theirs, cell)
        # Not by small words alone, of which any two sentences share half.
        and not ours.telling[cell[0]].isdisjoint(theirs.telling[cell[1]])
    }
    # Except where all there is is shared: "It is." has no telling word.
    joined |= {
        cell
        for cell, vote in votes.items()
        if vote >= max(ours.sizes[cell[0]], theirs.sizes[cell[1]])
    }
    joined = _without_chance(joined, votes, ours, theirs) | broken
    likely = sorted(votes.items(), key=lambda item: (-item[1], item[0]))
    enough = (
        cell
        for cell, vote in likely
        if vote >= _SOMEWHAT * max(ours.sizes[cell[0]], theirs.sizes[cell[1]])
    )
    return joined | free(enough, joined)


def _shorter(ours: _Side, theirs: _Side, cell: Cell) -> int:
    return min(ours.sizes[cell[0]], theirs.sizes[cell[1]])


def _without_chance(
    joined: set[Cell], votes: Mapping[Cell, int], ours: _Side, theirs: _Side
) -> set[Cell]:
    """Drop a passage's lesser partners where what they share is nothing of its own.

    A short sentence has half of its words in any long one; it was split from it only if
    the long one has those words besides what its own best partner says.
    """
    best_of_row: dict[int, int] = {}
    best_of_column: dict[int, int] = {}
    for row, column in sorted(joined, key=lambda cell: (-votes[cell], cell)):
        best_of_row.setdefault(row, column)
        best_of_column.setdefault(column, row)

    def is_own(cell: Cell) -> bool:
        row, column = cell
        if best_of_row[row] == column:
            other = best_of_column[column]
            return other == row or _has_besides(
                theirs.of(column), ours.of(other), wanted=ours.of(row)
            )
        other = best_of_row[row]
        return best_of_column[column] == row and _has_besides(
            ours.of(row), theirs.of(other), wanted=theirs.of(column)
        )

    return {cell for cell in joined if is_own(cell)}


def _has_besides(whole: list[int], part: list[int], *, wanted: list[int]) -> bool:
    """Tell whether a passage has most of the wanted words without those of its partner."""
    rest = Counter(whole)
    rest.subtract(part)
    words = Counter(wanted)
    shared = sum(min(count, max(0, rest[word])) for word, count in words.items())
    return shared >= _MOSTLY * words.total()


def _found_elsewhere(ours: _Side, theirs: _Side, joined: set[Cell]) -> set[Cell]:
    """Return the pairs of passages left over that have most of their telling words in common."""
    rows = _left_over(len(ours.sizes), (row for row, _ in joined))
    columns = _left_over(len(theirs.sizes), (column for _, column in joined))
    standing: dict[int, list[int]] = defaultdict(list)
    for column in columns:
        for word in theirs.telling[column]:
            standing[word].append(column)
    # rarity = ln(1 + passages / passages that have the word), among what is left over
    rarity = {word: log(1 + len(columns) / len(found)) for word, found in standing.items()}

    def weight(words: Iterable[int]) -> float:
        return sum(rarity.get(word, log(1 + len(columns))) for word in words)

    likely: list[tuple[float, Cell]] = []
    for row in rows:
        told = ours.telling[row]
        shared: Counter[int] = Counter()
        for word in told:
            # A word that stands everywhere leads nowhere and would make each search as long as
            # the text.
            if len(standing.get(word, ())) <= _COMMONEST:
                shared.update(standing.get(word, ()))
        for column in shared:
            # share = 2 * rarity of what both tell / (rarity of the one + of the other)
            both = weight(told & theirs.telling[column])
            share = 2 * both / (weight(told) + weight(theirs.telling[column]))
            if share >= _ELSEWHERE:
                likely.append((-round(share, 6), (row, column)))
    # Equally alike ones nearest their own place first.
    likely.sort(key=lambda each: (each[0], abs(each[1][0] - each[1][1]), each[1]))
    return free((cell for _, cell in likely), joined)


def _beside(ours: _Side, theirs: _Side, joined: set[Cell]) -> set[Cell]:
    """Return the pairs left over whose neighbours are one another's, and that share a word.

    Between two such neighbours any word will do: "2. Term" became "2. Time".
    """
    rows, columns = {row for row, _ in joined}, {column for _, column in joined}
    found: set[Cell] = set()
    for step in (1, -1):
        # Outwards from each pair, forwards first and then back.
        for row, column in sorted(joined, reverse=step < 0):
            cell = row + step, column + step
            while _is_inside(cell, ours, theirs) and cell[0] not in rows and cell[1] not in columns:
                after = cell[0] + step, cell[1] + step
                # Between two pairs any word will do; at the edge of a gap it may be a stranger.
                least = 0.0 if after in joined else _SOMEWHAT
                if _likeness(ours, theirs, cell) <= least:
                    break
                found.add(cell)
                rows.add(cell[0])
                columns.add(cell[1])
                cell = after
    return found


def _turned(cells: Iterable[Cell]) -> set[Cell]:
    return {(column, row) for row, column in cells}


def _split(ours: _Side, theirs: _Side, joined: set[Cell]) -> set[Cell]:
    """Return the pairs of a left passage without partner and what its neighbour became.

    It was merged with the neighbour if most of its words are there besides those of the
    neighbour itself.
    """
    partners: dict[int, list[int]] = defaultdict(list)
    for row, column in joined:
        partners[column].append(row)
    taken = {row for row, _ in joined}
    found: set[Cell] = set()
    for row, column in sorted(joined):
        for near in (row - 1, row + 1):
            if near in taken or not 0 <= near < len(ours.sizes) or not ours.telling[near]:
                continue
            rest = Counter(theirs.of(column))
            for partner in partners[column]:
                rest -= Counter(ours.of(partner))
            words = Counter(ours.of(near))
            if (words & rest).total() >= _MOSTLY * words.total():
                found.add((near, column))
                taken.add(near)
                partners[column].append(near)
    return found


def _is_inside(cell: Cell, ours: _Side, theirs: _Side) -> bool:
    return 0 <= cell[0] < len(ours.sizes) and 0 <= cell[1] < len(theirs.sizes)


def _likeness(ours: _Side, theirs: _Side, cell: Cell) -> float:
    """Return the share of both passages' words that both have, in whatever order."""
    left, right = Counter(ours.of(cell[0])), Counter(theirs.of(cell[1]))
    return 2 * (left & right).total() / max(1, left.total() + right.total())


def _left_over(count: int, taken: Iterable[int]) -> list[int]:
    gone = set(taken)
    return [at for at in range(count) if at not in gone]


def free(cells: Iterable[Cell], joined: set[Cell]) -> set[Cell]:
    """Return those of the pairs, the best first, whose passages have no partner yet."""
    rows, columns = {row for row, _ in joined}, {column for _, column in joined}
    found = set()
    for row, column in cells:
        if row not in rows and column not in columns:
            found.add((row, column))
            rows.add(row)
            columns.add(column)
    return found


def side_by_side(cells: Iterable[Cell]) -> list[Cell]:
    """Return the pairs, each passage once, and twice only where neighbours share a partner."""
    rows: dict[int, int] = {}
    columns: dict[int, int] = {}
    found = []
    for row, column in cells:
        if row in rows and column in columns:
            continue
        is_split = row in rows and abs(rows[row] - column) == 1
        is_merged = column in columns and abs(columns[column] - row) == 1
        if (row in rows and not is_split) or (column in columns and not is_merged):
            continue
        rows.setdefault(row, column)
        columns.setdefault(column, row)
        found.append((row, column))
    return found


def groups(joined: Iterable[Cell]) -> list[Place]:
    """Return the passages that pairs join, directly or through others."""
    # Union and find (Galler and Fischer 1964): whoever shares a root is in one group.
    parents: dict[tuple[int, int], tuple[int, int]] = {}

    def root(node: tuple[int, int]) -> tuple[int, int]:
        parents.setdefault(node, node)
        while parents[node] != node:
            parents[node] = parents[parents[node]]  # halves the way for whoever asks next
            node = parents[node]
        return node

    for row, column in joined:
        parents[root((0, row))] = root((1, column))
    members: dict[tuple[int, int], tuple[set[int], set[int]]] = defaultdict(lambda: (set(), set()))
    for side, number in list(parents):
        members[root((side, number))][side].add(number)
    return [Place(tuple(sorted(r)), tuple(sorted(c))) for r, c in members.values()]


def in_order(groups: Sequence[Place], weights: Sequence[int], right: int) -> tuple[Place, ...]:
    """Return the groups with what has moved told apart, and every passage left over."""
    ordered = sorted(groups, key=lambda place: place.rows)
    weighed = [
        (place.columns[0], float(sum(weights[row] for row in place.rows))) for place in ordered
    ]
    # The heaviest chain that is in order on both sides stays; the fewest words have moved.
    stays = set(heaviest_rising(weighed))
    told = [
        Place(place.rows, place.columns, is_moved=at not in stays)
        for at, place in enumerate(ordered)
    ]
    rows = _left_over(len(weights), (row for place in told for row in place.rows))
    columns = _left_over(right, (n for place in told for n in place.columns))
    told += [Place((row,), ()) for row in rows]
    return _with_right_alone(sorted(told, key=lambda place: place.rows), columns)


def _with_right_alone(ordered: Sequence[Place], columns: Sequence[int]) -> tuple[Place, ...]:
    """Put what only the right side has after what stands before it there."""
    after: dict[int, list[Place]] = defaultdict(list)
    owners = {column: at for at, place in enumerate(ordered) for column in place.columns}
    for column in columns:
        # Beside what stands before it, which may itself be alone.
        at = owners.get(column - 1, -1)
        owners[column] = at
        after[at].append(Place((), (column,)))
    told: list[Place] = []
    waiting = after[-1]
    for at, place in enumerate(ordered):
        if place.columns:  # what was taken out comes before what was put in there
            told += waiting
            waiting = []
        told.append(place)
        waiting += after[at]
    return (*told, *waiting)
