# SPDX-License-Identifier: MIT
"""Works that both articles cite: where each lists them, and where each speaks of them.

That two papers rest on one source tells nothing of what they claim, so this is a kind of
its own, and nothing else of a comparison hangs on it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import field, replace

from diptych.compare.reading import Reading
from diptych.compare.values import SOURCE, Evidence, Kind, Match, SharedFact
from diptych.text.article import Span
from diptych.text.cited_works import Citing, Work, citations, works_of
from diptych.values import dataclass

# An identifier is the work's own. Name, year and title are not quite that: there are
# second editions, and papers in two parts.
_BY_ID, _BY_TITLE = 1.0, 0.9
_CITED = 0.8  # of a list's strength: two sentences may cite one work for two things
_SAME_TITLE = 0.6  # share of the words of the shorter entry
_SURELY_SAME_TITLE = 0.85  # where name or year are not the same
_FEWEST_WORDS, _SURELY_ENOUGH = 3, 5
_RAREST = 4  # words of an entry by which it is looked for
_COMMONEST = 60  # entries; a word in more of them is the name of a journal
_MOST_CITED = 6  # pairs of sentences for one work
# A match is listed by what it claims, and this claims nothing.
_LAST = 0.1

Cell = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Both:
    """A work of the left list and the same one of the right, by number."""

    left: int
    right: int
    strength: float


@dataclass(frozen=True, slots=True)
class Sources:
    """The matches of works that both cite; ``told`` are those that other matches cite."""

    matches: tuple[Match, ...] = ()
    told: Mapping[Cell, SharedFact] = field(default_factory=dict)

    def beside(self, left: Reading, right: Reading, matches: Iterable[Match]) -> Iterator[Match]:
        """Yield matches, with the work among the evidence where both sides cite one."""
        spans = {
            cell: (left.passages[cell[0]].span, right.passages[cell[1]].span) for cell in self.told
        }
        for match in matches:
            facts = tuple(
                fact
                for cell, fact in self.told.items()
                if match.left.contains(spans[cell][0]) and match.right.contains(spans[cell][1])
            )
            told = (*match.evidence.facts, *facts)
            yield replace(match, evidence=replace(match.evidence, facts=told)) if facts else match


def same_sources(left: Reading, right: Reading, taken: Set[Cell] = frozenset()) -> Sources:
    """Return the works that both cite, list by list and sentence by sentence.

    The pairs of passages ``taken`` are matches already, for what they say.
    """
    ours, theirs = works_of(left.article), works_of(right.article)
    if not ours or not theirs:
        return Sources()
    found = list(_in_both(ours, theirs))
    matches = [_listed(ours[both.left], theirs[both.right], both.strength) for both in found]
    citing = (
        _by_work(citations(left.article, ours, left.passages)),
        _by_work(citations(right.article, theirs, right.passages)),
    )
    met: set[Cell] = set()
    told: dict[Cell, SharedFact] = {}
    for both in found:
        works = ours[both.left], theirs[both.right]
        for here, there in _paired(left, right, citing[0][both.left], citing[1][both.right]):
            cell = here.passage, there.passage
            if cell in taken:
                told[cell] = SharedFact(SOURCE, works[0].written, works[1].written)
            # Two sentences may cite several works together.
            elif cell not in met:
                met.add(cell)
                spans = left.passages[cell[0]].span, right.passages[cell[1]].span
                matches.append(_cited(works, spans, (here.span, there.span), both.strength))
    return Sources(tuple(matches), told)


def _in_both(ours: Sequence[Work], theirs: Sequence[Work]) -> Iterator[_Both]:
    """Yield the works of both lists, each once, the surest first."""
    by_id = {name: n for n, work in enumerate(theirs) for name in work.ids}
    likely = [
        _Both(n, by_id[name], _BY_ID)
        for n, work in enumerate(ours)
        for name in sorted(work.ids & by_id.keys())
    ]
    likely += [
        _Both(n, m, round(_BY_TITLE * likeness, 4))
        for n, m, likeness in _alike(ours, theirs)
        if not _are_told_apart(ours[n], theirs[m])
    ]
    taken: tuple[set[int], set[int]] = (set(), set())
    for both in sorted(likely, key=lambda each: (-each.strength, each.left, each.right)):
        if both.left not in taken[0] and both.right not in taken[1]:
            taken[0].add(both.left)
            taken[1].add(both.right)
            yield both


def _alike(ours: Sequence[Work], theirs: Sequence[Work]) -> Iterator[tuple[int, int, float]]:
    """Yield the works that have name, year and title in common, with the title's likeness."""
    standing: dict[str, list[int]] = defaultdict(list)
    for number, work in enumerate(theirs):
        for word in work.words:
            standing[word].append(number)
    for number, work in enumerate(ours):
        # By its rarest words, so that thousands are not set against thousands.
        known = sorted((len(standing[word]), word) for word in work.words if word in standing)
        rare = [word for count, word in known if count <= _COMMONEST][:_RAREST]
        for other in sorted({n for word in rare for n in standing[word]}):
            likeness = _likeness(work, theirs[other])
            if likeness:
                yield number, other, likeness


def _likeness(one: Work, other: Work) -> float:
    """Return the share of the shorter entry's words that both have; 0 for two works."""
    shared = len(one.words & other.words)
    share = shared / max(1, min(len(one.words), len(other.words)))
    # “2014a” is the second of a year in one list and the only one in another.
    is_same = one.name == other.name and one.year[:4] == other.year[:4]
    least, enough = (
        (_FEWEST_WORDS, _SAME_TITLE) if is_same else (_SURELY_ENOUGH, _SURELY_SAME_TITLE)
    )
    is_near = one.name == other.name or one.year[:4] == other.year[:4]
    return share if is_near and shared >= least and share >= enough else 0.0


def _are_told_apart(one: Work, other: Work) -> bool:
    """Tell whether both have an identifier of one sort, and not the same."""
    sorts = [{name.partition(":")[0] for name in work.ids} for work in (one, other)]
    return any(
        sort in sorts[1] and not _of_sort(one, sort) & _of_sort(other, sort)
        # One work has many addresses.
        for sort in sorts[0] - {"address"}
    )


def _of_sort(work: Work, sort: str) -> set[str]:
    return {name for name in work.ids if name.startswith(f"{sort}:")}


def _by_work(found: Iterable[Citing]) -> dict[int, list[Citing]]:
    citing: dict[int, list[Citing]] = defaultdict(list)
    for each in found:
        citing[each.work].append(each)
    return citing


def _paired(
    left: Reading, right: Reading, ours: Sequence[Citing], theirs: Sequence[Citing]
) -> Iterator[tuple[Citing, Citing]]:
    """Yield the sentences that cite a work, each with the one that is likest to it."""
    likely = [
        (-_shared(left.stems[here.passage], right.stems[there.passage]), n, m)
        for n, here in enumerate(ours[:_COMMONEST])
        for m, there in enumerate(theirs[:_COMMONEST])
    ]
    taken: tuple[set[int], set[int]] = (set(), set())
    for _, n, m in sorted(likely):
        if n not in taken[0] and m not in taken[1] and len(taken[0]) < _MOST_CITED:
            taken[0].add(n)
            taken[1].add(m)
            yield ours[n], theirs[m]


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    return (Counter(one) & Counter(other)).total()


def _listed(ours: Work, theirs: Work, strength: float) -> Match:
    return _match((ours, theirs), (ours.span, theirs.span), ((), ()), strength)


def _cited(
    works: tuple[Work, Work], spans: tuple[Span, Span], marks: tuple[Span, Span], strength: float
) -> Match:
    return _match(works, spans, ((marks[0],), (marks[1],)), round(_CITED * strength, 4))


def _match(
    works: tuple[Work, Work],
    spans: tuple[Span, Span],
    marks: tuple[tuple[Span, ...], tuple[Span, ...]],
    strength: float,
) -> Match:
    return Match(
        Kind.SAME_SOURCE,
        *spans,
        score=round(_LAST * strength, 5),
        strength=strength,
        shown=True,
        evidence=Evidence(
            facts=(SharedFact(SOURCE, works[0].written, works[1].written),),
            left_marks=marks[0],
            right_marks=marks[1],
        ),
    )
