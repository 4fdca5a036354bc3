# SPDX-License-Identifier: MIT
"""How many denials are told of single claims, and how often one is told that is none.

    .venv/bin/python bench/denials_told.py [--list 20]

Each claim of ``training/claims`` was written three times over, denied twice and told with
another detail once; two sentences beside it neither say nor deny it. Every two of one claim
are set against each other as if they were a sure match, so that "beside" counts what a match
that is already wrong would say besides.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from diptych.compare.stance import stance_of_passages  # noqa: E402
from diptych.compare.values import Stance  # noqa: E402
from diptych.compare.word_changes import Passages  # noqa: E402
from diptych.text.article import Span  # noqa: E402
from diptych.text.words import words  # noqa: E402

CLAIMS = ROOT / "training" / "claims"
SAME, DENIED, DIFFERS, BESIDE = "the same", "denied", "differs", "beside"
RARE = 2.0  # of two sentences alone no word can be known for a common one
Told = Mapping[str, Sequence[str]]


class _AllRare(dict[str, float]):
    """Every word tells."""

    def get(self, _stem: str, _default: float | None = None) -> float:  # type: ignore[override]
        return RARE


def pairs(claim: Told) -> Iterator[tuple[str, str, str]]:
    """Yield every two sentences of a claim with what they are to each other."""
    same, against = claim["same"], claim["deny"]
    yield from ((SAME, *two) for some in (same, against) for two in combinations(some, 2))
    yield from ((DENIED, *two) for two in product(same, against))
    yield from ((DIFFERS, *two) for two in product(same, claim["differ"]))
    yield from ((BESIDE, *two) for two in product((*same, *against), claim["near"]))


def is_denial(left: str, right: str) -> bool:
    """Tell whether one sentence is told to deny the other, as a sure match would be."""
    whole = Span(0, len(left)), Span(0, len(right))
    passages = Passages(left, right, *whole, "en", "en")
    return stance_of_passages(passages, (words(left), words(right)), _AllRare()) is Stance.DENIES


def main() -> int:
    """Count and print, and list some that were told falsely."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--list", type=int, default=0, metavar="N")
    most = parser.parse_args().list
    claims = [
        json.loads(line)
        for path in sorted(CLAIMS.glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    counts, told, false = Counter[str](), Counter[str](), []
    for claim in claims:
        for kind, left, right in pairs(claim):
            counts[kind] += 1
            if is_denial(left, right):
                told[kind] += 1
                if kind in (SAME, BESIDE):
                    false.append(f"{kind}\n  {left}\n  {right}")
    print(f"{len(claims):,} claims")
    for kind, count in counts.items():
        print(f"{kind:10} {told[kind]:6,} told a denial of {count:7,}")
    print(*false[:most], sep="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
