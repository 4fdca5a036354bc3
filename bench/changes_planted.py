# SPDX-License-Identifier: MIT
"""Plant changes in texts of our own and measure how exactly the change view marks them.

python bench/changes_planted.py                    one line per text and seed, then all
python bench/changes_planted.py --seeds 20 --worst and what was marked otherwise
python bench/changes_planted.py --unseen           texts that no rule was chosen by
python bench/changes_planted.py --editions         two editions of 100,000 words, CPU time

A planted change counts as marked exactly when on both sides the marked words that lie in
it or touch it are just those that were planted. False marks are marked words that belong
to no planted change, as a share of all marked words.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from diptych.compare.changes.finder import find_changes  # noqa: E402
from diptych.compare.changes.values import ChangeKind, Changes  # noqa: E402
from diptych.library.reading import read_article  # noqa: E402
from diptych.services.versions_of_pair import Choice, changes_beforehand  # noqa: E402
from diptych.text.article import Article, Span  # noqa: E402

TEXTS = {
    "contract": ROOT / "bench/versions/contract.txt",
    "poem": ROOT / "bench/versions/poem.txt",
    "chapter in Chinese": ROOT / "bench/versions/chapter-zh.txt",
    "report": ROOT / "corpus/minutes.txt",
    "chapter": ROOT / "corpus/harbour-vote.md",
    "chapter in Russian": ROOT / "corpus/night-ferry-ru.txt",
}
# A contract, a report, a poem and a chapter in four languages each, a manual and a letter in two.
UNSEEN = ROOT / "bench/versions/unseen"
OTHER_WORDS = {
    "ar": "صخر سبعة مصباح أوسلو أبدا بنفسجي محمول مخمل تاجر بهدوء كاتدرائية نادرا حديقة جسر",
    "de": "Granit siebzehn Laterne Oslo niemals violett getragen Samt niemand neunzig Kaufmann "
    "leise Amsterdam bitter Dom selten",
    "fr": "granit dix-sept lanterne Oslo jamais violet porté velours personne marchand doucement "
    "Amsterdam amer cathédrale rarement",
    "en": "granite seventeen orchard lantern Oslo never purple whenever carried velvet nobody "
    "ninety merchant quietly Amsterdam bitter cathedral seldom",
    "ru": "гранит семнадцать фонарь никогда купец тихо собор редко бархат Москва",
    "zh": "花 树 北京 从来 红色 马 高兴 铁路 五百",
}
WORD = re.compile(r"[\u4e00-\u9fff]|[^\W_]+(?:['’\-,.][^\W_]+)*")
SENTENCE = re.compile(r"(?<=[.!?。！？])\s+|(?<=[。！？])")


@dataclass
class Draft:
    """Pieces of both sides in order; a planted piece differs."""

    left: list[str] = field(default_factory=list)
    right: list[str] = field(default_factory=list)
    planted: list[tuple[Span, Span]] = field(default_factory=list)

    def same(self, text: str) -> None:
        self.left.append(text)
        self.right.append(text)

    def other(self, left: str, right: str, *, words_only: bool = True) -> None:
        at = sum(map(len, self.left)), sum(map(len, self.right))
        self.left.append(left)
        self.right.append(right)
        if words_only:
            ours, theirs = (
                Span(start + len(text) - len(text.lstrip()), start + len(text.rstrip()))
                if text.strip()
                else Span(start, start)
                for start, text in zip(at, (left, right), strict=True)
            )
            self.planted.append((ours, theirs))

    def add(self, piece: Draft) -> None:
        at = sum(map(len, self.left)), sum(map(len, self.right))
        self.left += piece.left
        self.right += piece.right
        for spans in piece.planted:
            ours, theirs = (
                Span(span.start + by, span.end + by) for span, by in zip(spans, at, strict=True)
            )
            self.planted.append((ours, theirs))


def planted(text: str, chance: random.Random, *, share: float, language: str) -> Draft:
    """Return a text and its second version: about ``share`` of the words changed."""
    draft = Draft()
    words = list(WORD.finditer(text))
    others = OTHER_WORDS[language].split()
    spaced = "" if language == "zh" else " "
    at, number = 0, 0
    while number < len(words):
        word = words[number]
        number += 1
        if chance.random() >= share or word.start() < at:
            continue
        draft.same(text[at : word.start()])
        written = word.group()
        new = chance.choice([each for each in others if each != written])
        deed = chance.choice(("replace", "replace", "replace", "put in", "leave out", "two"))
        if deed == "put in":
            draft.other("", new + spaced)
            draft.same(written)
            at = word.end()
        elif deed == "leave out" and text[word.end() : word.end() + 1] == spaced != "":
            draft.other(written + " ", "")
            at = word.end() + 1
        elif (
            deed == "two"
            and number < len(words)
            and text[word.end() : words[number].start()] == spaced
        ):
            end = words[number].end()
            second = chance.choice([each for each in others if each != new])
            draft.other(text[word.start() : end], new + spaced + second)
            at = end
        else:
            draft.other(written, new)
            at = word.end()
        number += 3  # a change stands apart from the next, so that each can be judged
    draft.same(text[at:])
    return draft


def shuffled(draft: Draft, chance: random.Random) -> tuple[str, str, list[tuple[Span, Span]]]:
    """Return both texts, one paragraph of the right moved to another place."""
    left, right = "".join(draft.left), "".join(draft.right)
    cuts = [match.end() for match in re.finditer(r"\n\s*\n", right)]
    if len(cuts) < 5:
        return left, right, draft.planted
    which = chance.randrange(1, len(cuts) - 1)
    start, end = cuts[which], cuts[which + 1]
    to = chance.choice([cut for n, cut in enumerate(cuts) if n not in (which, which + 1)])
    block = right[start:end]
    rest = right[:start] + right[end:]
    goal = to if to < start else to - len(block)

    def moved(span: Span) -> Span:
        if start <= span.start < end:
            by = goal - start
        else:
            place = span.start - (len(block) if span.start >= end else 0)
            by = place - span.start + (len(block) if place >= goal else 0)
        return Span(span.start + by, span.end + by)

    text = rest[:goal] + block + rest[goal:]
    return left, text, [(ours, moved(theirs)) for ours, theirs in draft.planted]


@dataclass
class Score:
    """How many planted changes were marked exactly, and how many words falsely."""

    planted: int = 0
    exact: int = 0
    marked: int = 0
    false: int = 0

    def add(self, other: Score) -> None:
        self.planted += other.planted
        self.exact += other.exact
        self.marked += other.marked
        self.false += other.false

    def __str__(self) -> str:
        exact = 100 * self.exact / max(1, self.planted)
        false = 100 * self.false / max(1, self.marked)
        return (
            f"{self.planted:5} planted, {exact:6.2f} % exact; "
            f"{self.marked:5} words marked, {false:5.2f} % falsely"
        )


def words_in(text: str, spans: Sequence[Span]) -> set[int]:
    """Return where the words that spans cover begin."""
    return {m.start() for span in spans for m in WORD.finditer(text, span.start, span.end)}


def score(
    left: str, right: str, gold: Sequence[tuple[Span, Span]], found: Changes, *, worst: bool
) -> Score:
    """Compare what was marked with what was planted."""
    edits = [
        edit
        for change in found.changes
        if ChangeKind.MOVED not in change.kinds
        for edit in change.edits
    ]
    marked = words_in(left, [e.left for e in edits]), words_in(right, [e.right for e in edits])
    meant = words_in(left, [g[0] for g in gold]), words_in(right, [g[1] for g in gold])
    total = Score(
        planted=len(gold),
        marked=sum(map(len, marked)),
        false=sum(len(got - want) for got, want in zip(marked, meant, strict=True)),
    )
    for ours, theirs in gold:
        near = [e for e in edits if touches(e.left, ours) or touches(e.right, theirs)]
        got = words_in(left, [e.left for e in near]), words_in(right, [e.right for e in near])
        if got == (words_in(left, [ours]), words_in(right, [theirs])):
            total.exact += 1
        elif worst:
            around = left[max(0, ours.start - 30) : ours.end + 30].replace("\n", "/")
            told = [(e.left.of(left), e.right.of(right)) for e in near]
            print(f"   {ours.of(left)!r} -> {theirs.of(right)!r} in {around!r}: {told}")
    if worst:
        for text, got, want in zip((left, right), marked, meant, strict=True):
            for at in sorted(got - want):
                print("   falsely", text[max(0, at - 20) : at + 30].replace("\n", "/"))
    return total


def touches(one: Span, other: Span) -> bool:
    """Tell whether two spans share a letter."""
    return one.overlaps(other)


def article(text: str, folder: Path, name: str) -> Article:
    """Return a text as the application reads it from a file."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read_article(path)


def texts(*, unseen: bool) -> Iterator[tuple[str, str, Path]]:
    """Yield the texts that are changed: their name, language and file."""
    if unseen:
        for path in sorted(UNSEEN.glob("*.txt")):
            yield path.stem, path.stem.rpartition("-")[2], path
        return
    for name, path in TEXTS.items():
        yield name, "zh" if "Chinese" in name else "ru" if "Russian" in name else "en", path


def trials(seeds: int, folder: Path, *, unseen: bool, worst: bool) -> Iterator[tuple[str, Score]]:
    """Yield the score of each text, over all seeds."""
    for name, language, path in texts(unseen=unseen):
        text = path.read_text(encoding="utf-8").rpartition("\n---\n")[2]
        total = Score()
        for seed in range(seeds):
            chance = random.Random(f"{name} {seed}")
            draft = planted(text, chance, share=0.04, language=language)
            left, right, gold = shuffled(draft, chance)
            suffix = path.suffix
            ours = article(left, folder, f"left{suffix}")
            theirs = article(right, folder, f"right{suffix}")
            total.add(score(ours.text, theirs.text, gold, find_changes(ours, theirs), worst=worst))
        yield name, total


def editions(words: int, changes: int) -> Draft:
    """Return two long editions: words changed, and of ten changes two are whole sentences."""
    chance = random.Random("editions")
    source = [p.read_text(encoding="utf-8") for p in sorted((ROOT / "corpus").glob("*.md"))]
    sentences = [
        s
        for text in source
        for s in SENTENCE.split(text)
        if 5 < len(s.split()) < 60 and not set(s) & {"|", "#", "\n"}  # no tables, no headings
    ]
    vocabulary = sorted({w.group() for s in sentences for w in WORD.finditer(s)})
    draft = Draft()
    count = 0
    share = changes / words
    while count < words:
        for number in range(5):
            tokens = chance.choice(sentences).split()
            for _ in range(6):  # no two paragraphs are alike
                tokens[chance.randrange(1, len(tokens) - 1)] = chance.choice(vocabulary)
            gap = "\n\n" if number == 4 else " "
            told = " ".join(tokens).rstrip(".") + "." + gap
            count += len(tokens)
            deed = chance.random() / (share * len(tokens))
            if deed < 0.1:
                draft.other(told, "")
            elif deed < 0.2:
                others = " ".join(chance.choices(vocabulary, k=12))
                draft.other("", f"{others.capitalize()}.{gap}")
            else:
                draft.add(planted(told, chance, share=0.8 * share, language="en"))
    return draft


def measure_editions(folder: Path, words: int, changes: int, *, worst: bool) -> None:
    """Print the CPU time of two long editions with some hundred changes."""
    draft = editions(words, changes)
    left, right = (
        article("".join(draft.left), folder, "l.txt"),
        article("".join(draft.right), folder, "r.txt"),
    )
    before = time.process_time()
    found = changes_beforehand(left, right, Choice())
    spent = time.process_time() - before
    assert found is not None and found.changes is not None
    print(
        f"{left.words} words, {len(draft.planted)} changes: "
        f"{len(found.changes.changes)} places found in {spent:.2f} s CPU"
    )
    told = score(left.text, right.text, draft.planted, found.changes, worst=worst)
    print(f"   {told}")


def main() -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seeds", type=int, default=10)
    parser.add_argument("--worst", action="store_true")
    parser.add_argument("--editions", action="store_true")
    parser.add_argument("--unseen", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if options.editions:
            measure_editions(Path(folder), 100_000, 500, worst=options.worst)
            return
        whole = Score()
        of = trials(options.seeds, Path(folder), unseen=options.unseen, worst=options.worst)
        for name, found in of:
            print(f"{name:20} {found}")
            whole.add(found)
        print(f"{'all':20} {whole}")


if __name__ == "__main__":
    main()
