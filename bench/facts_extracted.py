# SPDX-License-Identifier: MIT
"""Score the figures and dates read from our labelled sentences.

python bench/facts_extracted.py            precision and recall, by language
python bench/facts_extracted.py --wrong    and every sentence read otherwise
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LABELLED = ROOT / "bench" / "facts" / "sentences.tsv"
UNSEEN = ROOT / "bench" / "facts" / "unseen.tsv"
sys.path.insert(0, str(ROOT / "src"))

from diptych.compare.facts import Sort, facts_in  # noqa: E402
from diptych.text.article import Span  # noqa: E402
from diptych.text.calendar import day_of  # noqa: E402

TODAY = "2026-03-12"
MARKS = frozenset("%$£€¥₽")


@dataclass(frozen=True, slots=True)
class Labelled:
    """One sentence and what a reader finds in it."""

    language: str
    text: str
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was read from a sentence against its labels."""

    sentence: Labelled
    read: tuple[str, ...]

    @property
    def right(self) -> int:
        """How many labels were read, each once."""
        return sum((Counter(self.read) & Counter(self.sentence.labels)).values())


def labelled(path: Path) -> list[Labelled]:
    """Return the labelled sentences of the file."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            language, text, labels = line.split("\t")
            found.append(Labelled(language, text, tuple(labels.split())))
    return found


def read(sentence: Labelled) -> Outcome:
    """Read the sentence's figures and dates, written as the labels are."""
    facts = facts_in(
        sentence.text,
        Span(0, len(sentence.text)),
        language=sentence.language,
        today=day_of(TODAY),
    )
    told = (f for f in facts if f.sort in (Sort.FIGURE, Sort.DATE))
    return Outcome(sentence, tuple(f.key + (f.unit if f.unit in MARKS else "") for f in told))


def print_figures(name: str, outcomes: list[Outcome]) -> None:
    """Print one line of precision and recall."""
    right = sum(outcome.right for outcome in outcomes)
    read_count = sum(len(outcome.read) for outcome in outcomes)
    labels = sum(len(outcome.sentence.labels) for outcome in outcomes)
    print(
        f"{name:4} {len(outcomes):4} sentences {labels:4} labels"
        f"  precision {right / max(1, read_count):.3f}  recall {right / max(1, labels):.3f}"
    )


def report(outcomes: list[Outcome], *, wrong: bool) -> None:
    """Print the figures by language, and the sentences read otherwise if asked."""
    for language in dict.fromkeys(outcome.sentence.language for outcome in outcomes):
        print_figures(language, [o for o in outcomes if o.sentence.language == language])
    print_figures("all", outcomes)
    for outcome in outcomes:
        if wrong and Counter(outcome.read) != Counter(outcome.sentence.labels):
            print(outcome.sentence.text)
            print(f"    reader {outcome.sentence.labels}  read {outcome.read}")


def main() -> int:
    """Measure, print, and return 0."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--wrong", action="store_true")
    arguments = parser.parse_args()
    for path in (LABELLED, UNSEEN):
        print(path.name)
        report([read(sentence) for sentence in labelled(path)], wrong=arguments.wrong)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
