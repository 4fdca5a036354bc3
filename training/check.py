# SPDX-License-Identifier: MIT
"""Checks one labelled group and prints its linked sentences side by side.

    python3 training/check.py training/affairs/NAME.json [-q]

With -q only the counts are printed. GUIDE.md says how groups are written and labelled.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

STANCES = ("agree", "contradict", "differ")
Sentences = dict[str, str]


def main() -> None:
    """Check the file named on the command line."""
    if len(sys.argv) < 2:
        raise SystemExit(__doc__)
    group = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    sentences = numbered(group)
    for article in group["articles"]:
        said = [s for paragraph in article["paragraphs"] for s in paragraph]
        words = sum(len(s.split()) for s in said)
        print(f"{article['id']}: {len(said)} sentences, {words} words")
    faults = list(faults_of(group["links"], sentences))
    print(dict(Counter((left[0] + right[0], grade) for left, right, grade, _ in group["links"])))
    if "-q" not in sys.argv:
        for left, right, grade, stance in sorted(group["links"], key=_in_reading_order):
            print(f"{grade} {stance or ''}\n   {left}: {sentences.get(left)}")
            print(f"   {right}: {sentences.get(right)}")
    if faults:
        raise SystemExit("\n".join(faults))


def numbered(group: dict[str, Any]) -> Sentences:
    """Return the sentences under their ids: "a.0", "a.1" and so on."""
    return {
        f"{article['id']}.{at}": sentence
        for article in group["articles"]
        for at, sentence in enumerate(s for p in article["paragraphs"] for s in p)
    }


def faults_of(links: list[Any], sentences: Sentences) -> Iterator[str]:
    """Yield what is wrong with each link."""
    seen = set()
    for link in links:
        left, right, grade, stance = link
        if left not in sentences or right not in sentences:
            yield f"{link}: no such sentence"
        if left.split(".")[0] >= right.split(".")[0]:
            yield f"{link}: the articles stand in no alphabetical order"
        if (left, right) in seen:
            yield f"{link}: linked twice"
        if (grade, stance) != (1, None) and not (grade == 2 and stance in STANCES):
            yield f"{link}: grade 1 has no stance, grade 2 has one of {', '.join(STANCES)}"
        seen.add((left, right))


def _in_reading_order(link: Any) -> tuple[str, str, int, int]:
    (left, row), (right, column) = link[0].split("."), link[1].split(".")
    return left, right, int(row), int(column)


if __name__ == "__main__":
    main()
