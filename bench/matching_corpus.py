# SPDX-License-Identifier: MIT
"""Score the comparison on the sample library's judged pairs (corpus/gold.yaml).

python bench/matching_corpus.py                      one line per pair, then by kind
python bench/matching_corpus.py --worst 10           and the worst finds and misses
python bench/matching_corpus.py --show LEFT RIGHT    every match shown for one pair
"""

from __future__ import annotations

import argparse
import sys
import time
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT / "corpus"
sys.path.insert(0, str(ROOT / "src"))

from diptych.compare.comparison import Comparison, Match, Options, Stance, compare  # noqa: E402
from diptych.library.reading import read_article  # noqa: E402
from diptych.text.article import Article, Span  # noqa: E402


@dataclass(frozen=True, slots=True)
class Judged:
    """One correspondence of the gold, as spans of the two articles."""

    left: Span
    right: Span
    kind: str
    stance: str


@dataclass(frozen=True, slots=True)
class Trial:
    """One judged pair and what the comparison says about it."""

    left: Article
    right: Article
    gold: tuple[Judged, ...]
    only: tuple[tuple[Span, ...], tuple[Span, ...]]
    shown: Comparison
    scored: Comparison
    cpu_ms: float

    @property
    def name(self) -> str:
        """The two titles, cut to fit a line."""
        return f"{self.left.title[:26]} / {self.right.title[:26]}"


@dataclass(frozen=True, slots=True)
class Figures:
    """What one pair, or all of them, come to."""

    shown: int
    right: int
    found: int
    judged: int
    average_precision: float

    @property
    def precision(self) -> float:
        return self.right / max(1, self.shown)

    @property
    def recall(self) -> float:
        return self.found / max(1, self.judged)


# ------------------------------------------------------------------ reading the gold


def try_pair(pair: dict[str, Any]) -> Trial:
    """Read and compare one judged pair."""
    left, right = (read_article(CORPUS / pair[side]) for side in ("left", "right"))
    before = time.process_time()
    shown = compare(left, right)
    cpu_ms = 1000 * (time.process_time() - before)
    gold = tuple(
        Judged(
            _place(left, match["left"]),
            _place(right, match["right"]),
            match["kind"],
            match["stance"] or "",
        )
        for match in pair["matches"]
    )
    only = (
        tuple(_place(left, passage) for passage in pair.get("only_left", [])),
        tuple(_place(right, passage) for passage in pair.get("only_right", [])),
    )
    scored = compare(left, right, Options(every_pair=True))
    return Trial(left, right, gold, only, shown, scored, cpu_ms)


def _place(article: Article, passage: str) -> Span:
    start = article.text.index(passage)
    return Span(start, start + len(passage))


# ------------------------------------------------------------------ measures


def meets(one: Span, other: Span) -> bool:
    """Tell whether two spans share at least half of the shorter one."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared > 0 and 2 * shared >= min(len(one), len(other))


def is_found(gold: Judged, matches: Iterable[Match]) -> bool:
    """Tell whether some match brings the two judged passages together."""
    return any(meets(match.left, gold.left) and meets(match.right, gold.right) for match in matches)


def judgements_of(match: Match, gold: Iterable[Judged]) -> list[Judged]:
    """Return every judged correspondence a match meets; a merged one may meet several."""
    return [j for j in gold if meets(match.left, j.left) and meets(match.right, j.right)]


def judgement_of(match: Match, gold: Iterable[Judged]) -> Judged | None:
    """Return the first judged correspondence a match meets."""
    return next(iter(judgements_of(match, gold)), None)


def figures_of(trial: Trial) -> Figures:
    """Return precision and recall of what is shown, and AP over all passage pairs."""
    matches = [match for match in trial.shown.matches if match.shown]
    return Figures(
        shown=len(matches),
        right=sum(judgement_of(match, trial.gold) is not None for match in matches),
        found=sum(is_found(gold, matches) for gold in trial.gold),
        judged=len(trial.gold),
        average_precision=average_precision(trial),
    )


def average_precision(trial: Trial) -> float:
    """Return the average precision over the cells passage x passage, unscored ones last.

    Equal scores count as one step, so that their order cannot help.
    """
    lefts, rights = trial.scored.left_passages, trial.scored.right_passages
    true = {cell for gold in trial.gold for cell in cells_of(gold, lefts, rights)}
    scores: dict[tuple[int, int], float] = {}
    for match in trial.scored.matches:
        for cell in cells_of(match, lefts, rights):
            scores[cell] = max(match.score, scores.get(cell, match.score))
    ranked: dict[float, list[bool]] = {}
    for cell, score in scores.items():
        ranked.setdefault(score, []).append(cell in true)
    total = hits = 0
    area = 0.0
    for score in sorted(ranked, reverse=True):
        new = sum(ranked[score])
        total, hits = total + len(ranked[score]), hits + new
        area += new / max(1, len(true)) * hits / total
    return area


def cells_of(
    pair: Match | Judged, lefts: Sequence[Span], rights: Sequence[Span]
) -> Iterator[tuple[int, int]]:
    """Yield the cells a match covers; of several passages against several, the diagonal."""
    rows, columns = _parts(pair.left, lefts), _parts(pair.right, rights)
    is_block = len(rows) > 1 and len(columns) > 1
    for row, (top, bottom) in rows.items():
        for column, (near, far) in columns.items():
            shared = min(bottom, far) - max(top, near)
            if not is_block or shared >= 0.3 * min(bottom - top, far - near):
                yield row, column


def _parts(span: Span, passages: Sequence[Span]) -> dict[int, tuple[float, float]]:
    """Return the passages inside a span, each with its place there, from 0 to 1."""
    first = max(0, bisect_left(passages, span) - 1)
    last = bisect_left(passages, Span(span.end, span.end))
    return {
        at: (
            (max(passage.start, span.start) - span.start) / len(span),
            (min(passage.end, span.end) - span.start) / len(span),
        )
        for at, passage in enumerate(passages[first:last], first)
        if meets(passage, span)
    }


def only_here_found(trial: Trial) -> tuple[int, int]:
    """Return how many of the judged one-sided passages are shown as such, and of how many."""
    sides = (trial.shown.only_left, trial.shown.only_right)
    found = sum(
        any(only.shown and meets(only.span, span) for only in side)
        for side, spans in zip(sides, trial.only, strict=True)
        for span in spans
    )
    return found, sum(map(len, trial.only))


# ------------------------------------------------------------------ printing


def print_table(trials: Sequence[Trial]) -> None:
    """Print one line per pair and one for all of them."""
    print(f"{'pair':56} {'shown':>5} {'prec':>5} {'rec':>5} {'AP':>5} {'only':>7} {'CPU ms':>7}")
    every = [figures_of(trial) for trial in trials]
    for trial, figures in zip(trials, every, strict=True):
        found, of = only_here_found(trial)
        print(
            f"{trial.name:56} {figures.shown:5} {figures.precision:5.2f} {figures.recall:5.2f}"
            f" {figures.average_precision:5.2f} {f'{found}/{of}' if of else '':>7}"
            f" {trial.cpu_ms:7.0f}"
        )
    shown, right = sum(f.shown for f in every), sum(f.right for f in every)
    found, judged = sum(f.found for f in every), sum(f.judged for f in every)
    mean = sum(f.average_precision for f in every) / len(every)
    print(f"{'all':56} {shown:5} {right / max(1, shown):5.2f} {found / judged:5.2f} {mean:5.2f}")


def print_kinds(trials: Sequence[Trial]) -> None:
    """Print recall by kind and stance, and which kind was given to which."""
    judged: Counter[str] = Counter()
    found: Counter[str] = Counter()
    given: Counter[tuple[str, str]] = Counter()
    for trial in trials:
        matches = [match for match in trial.shown.matches if match.shown]
        for gold in trial.gold:
            labels = (gold.kind, gold.stance or "no stance")
            judged.update(labels)
            found.update(labels if is_found(gold, matches) else ())
        for match in matches:
            met = judgement_of(match, trial.gold)
            given[(match.kind.value, met.kind if met else "not in the gold")] += 1
    print("\nfound, by what the gold calls it")
    for label, count in judged.most_common():
        print(f"  {label:12} {found[label]:4} of {count:4}  {found[label] / count:.2f}")
    print("shown as, and what the gold calls it")
    for (kind, truth), count in sorted(given.items()):
        print(f"  {kind:12} {truth:16} {count:4}")


def print_signals(trials: Sequence[Trial]) -> None:
    """Print how often a differing figure and a denial are flagged where the gold has one."""
    tally: Counter[str] = Counter()
    for trial in trials:
        for match in (match for match in trial.shown.matches if match.shown):
            stances = {judged.stance for judged in judgements_of(match, trial.gold)}
            if match.evidence.differing:
                tally["figures flagged"] += 1
                tally["figures flagged, rightly"] += "differ" in stances
            if match.evidence.stance == Stance.DENIES:
                tally["denials flagged"] += 1
                tally["denials flagged, rightly"] += "contradict" in stances
    print("signals: " + ", ".join(f"{name} {count}" for name, count in tally.items()))


def print_strengths(trials: Sequence[Trial]) -> None:
    """Print how many shown matches are right at each strength the reader sees."""
    shown: Counter[int] = Counter()
    right: Counter[int] = Counter()
    for trial in trials:
        for match in (match for match in trial.shown.matches if match.shown):
            step = min(9, int(10 * match.strength))
            shown[step] += 1
            right[step] += judgement_of(match, trial.gold) is not None
    print("right, by strength")
    for step in sorted(shown, reverse=True):
        share = f"{right[step] / shown[step]:.2f}"
        print(f"  {step / 10:.1f} and up {right[step]:5} of {shown[step]:4}  {share}")


def print_worst(trials: Sequence[Trial], count: int) -> None:
    """Print the strongest shown matches the gold has not, and the lowest ranked of the gold."""
    wrong = [
        (match.strength, trial, match)
        for trial in trials
        for match in trial.shown.matches
        if match.shown and judgement_of(match, trial.gold) is None
    ]
    wrong.sort(key=lambda row: -row[0])
    print(f"\n{count} strongest matches that are not in the gold")
    for strength, trial, match in wrong[:count]:
        _print_pair(f"{strength:.2f} {match.kind.value}", trial, match.left, match.right)
    missed = [
        (_rank(gold, trial), trial, gold)
        for trial in trials
        for gold in trial.gold
        if not is_found(gold, (match for match in trial.shown.matches if match.shown))
    ]
    missed.sort(key=lambda row: -row[0])
    print(f"\n{count} judged correspondences ranked lowest")
    for rank, trial, gold in missed[:count]:
        _print_pair(f"rank {rank} {gold.kind} {gold.stance}", trial, gold.left, gold.right)


def _rank(gold: Judged, trial: Trial) -> int:
    for rank, match in enumerate(trial.scored.matches, 1):
        if meets(match.left, gold.left) and meets(match.right, gold.right):
            return rank
    return len(trial.scored.matches) + 1


def print_shown(trial: Trial) -> None:
    """Print every match shown for one pair, best first, with its judgement."""
    for match in trial.shown.matches:
        if match.shown:
            met = judgement_of(match, trial.gold)
            verdict = f"{met.kind} {met.stance}" if met else "NOT IN THE GOLD"
            head = f"{match.strength:.2f} {match.score:.3f} {match.kind.value} [{verdict}]"
            _print_pair(head, trial, match.left, match.right)


def _print_pair(head: str, trial: Trial, left: Span, right: Span) -> None:
    print(f"- {head}  ({trial.name})")
    print(f"    L {' '.join(left.of(trial.left.text).split())}")
    print(f"    R {' '.join(right.of(trial.right.text).split())}")


def main() -> int:
    """Measure, print, and return 0."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--worst", type=int, default=0, metavar="N")
    parser.add_argument("--show", nargs=2, metavar=("LEFT", "RIGHT"))
    arguments = parser.parse_args()
    pairs = yaml.safe_load((CORPUS / "gold.yaml").read_text(encoding="utf-8"))["pairs"]
    if arguments.show:
        pairs = [pair for pair in pairs if [pair["left"], pair["right"]] == arguments.show]
        if not pairs:
            parser.error(f"corpus/gold.yaml has no pair {' and '.join(arguments.show)}")
    trials = [try_pair(pair) for pair in pairs]
    print_table(trials)
    print_kinds(trials)
    print_signals(trials)
    print_strengths(trials)
    if arguments.show:
        print_shown(trials[0])
    if arguments.worst:
        print_worst(trials, arguments.worst)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
