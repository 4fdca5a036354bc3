# SPDX-License-Identifier: MIT
"""How good the matches are that ``diptych compare`` gives, sentence by sentence.

    .venv/bin/python bench/claims_by_command.py [KIND...] [--lines] [--source DIR]

Every two articles of the groups that the encoder has not seen (``training/groups.py``) are
written to two text files and compared by the command, as anybody would. What it gives is laid
over the sentences that the labels are of, however Diptych cut them: a span is a sentence's
when it covers half of it, or half of itself lies in it; matches of several sentences lie along
their diagonal. So what is lost by cutting, reading and holding back counts too. The weights of
the signs were learned from these groups, the encoder was not.

With ``--lines`` every sentence has a line of its own, else the paragraphs are kept.
``--source`` is another source tree, to measure an older Diptych. News and press must have been
joined (``training/README.md``).
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "training")]

from cropping import lined  # noqa: E402
from groups import SAME, Group, Piece, read_groups, unseen  # noqa: E402
from measures import average_precision, precision_at_ten  # noqa: E402
from pairs import written  # noqa: E402

from diptych.text.article import Span  # noqa: E402

NOWHERE = -1.0  # what was not given at all stands last
FACING = 0.3  # of the shorter one, how much of two sentences must lie side by side


@dataclass
class Found:
    """What came out for the pairs of one kind."""

    scores: list[NDArray[np.float64]] = field(default_factory=list)
    grades: list[NDArray[np.float64]] = field(default_factory=list)
    shown: list[bool] = field(default_factory=list)  # whether each match shown is linked
    alone: list[bool] = field(default_factory=list)  # whether each passage listed is alone
    told: list[bool] = field(default_factory=list)  # whether each that denies or differs does
    opposed: int = 0  # links that do

    def __str__(self) -> str:
        pairs = len(self.grades)
        return (
            f"{pairs} pairs: AP {average_precision(self.scores, self.grades):.3f}, "
            f"P@10 {precision_at_ten(self.scores, self.grades):.3f}, "
            f"{len(self.shown) / pairs:.1f} shown, {_share(self.shown)} linked, "
            f"{len(self.alone) / pairs:.1f} only here, {_share(self.alone)} alone, "
            f"{len(self.told)} told to deny or differ, {_share(self.told)} do, "
            f"of {self.opposed} that do"
        )


def main() -> int:
    """Compare the pairs and print the measures of each kind."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("kinds", nargs="*", default=["affairs", "news"])
    parser.add_argument("--lines", action="store_true")
    parser.add_argument("--source", type=Path, default=ROOT / "src")
    chosen = parser.parse_args()
    groups = read_groups()
    held = unseen(groups)
    for kind in chosen.kinds:
        found = Found()
        with tempfile.TemporaryDirectory() as folder:
            for group in groups:
                if group.kind == kind and group.id in held:
                    _judge(lined(group) if chosen.lines else group, found, folder, chosen.source)
        print(f"{kind}, {found}" if found.grades else f"{kind}: none here", flush=True)
    return 0


def _judge(group: Group, found: Found, folder: str, source: Path) -> None:
    for left, right in group.pairs():
        texts = written(left), written(right)
        told = _compared([text for text, _ in texts], Path(folder), source)
        _count(found, told, texts[0][1], texts[1][1], (group, left, right))


def _compared(texts: Sequence[str], folder: Path, source: Path) -> Mapping[str, Any]:
    paths = [folder / "left.txt", folder / "right.txt"]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, encoding="utf-8", newline="")
    ran = subprocess.run(
        [
            *(sys.executable, "-m", "diptych", "--profile", str(folder / "profile")),
            *("compare", *map(str, paths), "--json", "--min-score", "0"),
        ],
        env={**os.environ, "PYTHONPATH": str(source)},
        capture_output=True,
        check=True,
    )
    told: Mapping[str, Any] = json.loads(ran.stdout)
    return told


def _count(
    found: Found,
    told: Mapping[str, Any],
    ours: Sequence[Span],
    theirs: Sequence[Span],
    of: tuple[Group, Piece, Piece],
) -> None:
    group, left, right = of
    grades = group.grades(left, right)
    opposed = np.zeros(grades.shape, np.bool_)
    for link in group.between(left, right):
        opposed[link.left[1], link.right[1]] = link.stance in ("contradict", "differ")
    scores = np.full(grades.shape, NOWHERE)
    for match in told["matches"]:
        cells = tuple(_cells(_laid(ours, match["left"]), _laid(theirs, match["right"])))
        if not cells:
            continue
        for cell in cells:
            scores[cell] = max(scores[cell], match["score"])
        if match["shown"]:
            found.shown.append(any(grades[cell] > 0 for cell in cells))
            if match.get("saying") in ("denies", "differs"):
                found.told.append(any(opposed[cell] for cell in cells))
    found.scores.append(scores)
    found.grades.append(grades)
    found.opposed += int((opposed & (grades >= SAME)).sum())
    for name, spans, linked in (
        ("only_left", ours, (grades > 0).any(1)),
        ("only_right", theirs, (grades > 0).any(0)),
    ):
        listed = [passage for passage in told[name] if passage["shown"]]
        found.alone += [not any(linked[n] for n, *_ in _laid(spans, p)) for p in listed]


def _laid(spans: Sequence[Span], place: Mapping[str, int]) -> list[tuple[int, float, float]]:
    """Return the sentences that a passage is, and which part of it each one is."""
    start, end = place["start"], place["end"]
    found = []
    for number, span in enumerate(spans):
        first, last = max(span.start, start), min(span.end, end)
        if last > first and last - first >= min(span.end - span.start, end - start) / 2:
            found.append((number, (first - start) / (end - start), (last - start) / (end - start)))
    return found


def _cells(
    ours: Sequence[tuple[int, float, float]], theirs: Sequence[tuple[int, float, float]]
) -> Iterator[tuple[int, int]]:
    for row, first, last in ours:
        for column, begin, end in theirs:
            beside = min(last, end) - max(first, begin)
            several = len(ours) > 1 and len(theirs) > 1
            if not several or beside >= FACING * min(last - first, end - begin):
                yield row, column


def _share(values: Sequence[bool]) -> str:
    return f"{np.mean(values):.2f}" if values else "none"


if __name__ == "__main__":
    raise SystemExit(main())
