# SPDX-License-Identifier: MIT
"""How many quotes are found again in an edited copy, and is a wrong one ever unmarked?

python bench/notes_anchoring.py [FOLDER_OR_FILE...] [--seeds 5] [--json]

Each text is copied with 10 % of its sentences reworded, 10 % dropped and its
paragraphs shuffled. Sentences, phrases of five words and neighbouring sentences
are anchored in the original and looked for in the copy.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import time
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from diptych.notes.anchor import AnchorState, Side, anchor_for
from diptych.notes.resolution import resolve
from diptych.text.article import Article, Block, BlockKind, Span
from diptych.text.segment import sentences

CORPUS = Path(__file__).parents[1] / "corpus"
NEW_WORDS = ("perhaps", "sizeable", "lately", "remarked", "region", "roughly", "thereby", "quarter")


@dataclass(frozen=True)
class Quote:
    """A span of the original and where it is in the copy, if it survived."""

    sort: str
    span: Span
    true: Span | None
    reworded: bool


def ledger() -> Article:
    """Return a text full of near-duplicates: minutes of the same vote in many wards."""
    chance = random.Random("ledger")
    wards = [
        f"Ward {number}. The motion on the quay was put to the vote. It was carried by "
        f"{chance.randint(9, 14)} votes to {chance.randint(1, 5)}. The clerk noted it. "
        f"The chair thanked the {chance.choice(('board', 'members', 'public'))} of ward {number}."
        for number in range(1, 61)
    ]
    return as_article("\n\n".join(wards), "ledger")


def read(path: Path) -> Article:
    return as_article(path.read_text(encoding="utf-8").replace("\r\n", "\n"), path.stem)


def as_article(text: str, title: str) -> Article:
    blocks, place = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(BlockKind.PARAGRAPH, Span(place, place + len(line))))
        place += len(line) + 1
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Article(text=text, blocks=tuple(blocks), title=title, content_hash=digest)


def reword(sentence: str, chance: random.Random) -> str:
    """Replace, drop or add one word in five; of unspaced scripts, one character in ten."""
    words = sentence.split(" ")
    if len(words) < 4:
        letters = list(sentence)
        for place in chance.sample(range(len(letters)), max(1, len(letters) // 10)):
            letters[place] = "某"
        return "".join(letters)
    for _ in range(max(1, len(words) // 5)):
        place = chance.randrange(len(words))
        way = chance.choice(("replace", "drop", "add"))
        if way == "replace":
            words[place] = chance.choice(NEW_WORDS)
        elif way == "drop" and len(words) > 4:
            del words[place]
        else:
            words.insert(place, chance.choice(NEW_WORDS))
    return " ".join(words)


def edit(article: Article, chance: random.Random) -> tuple[str, list[Quote]]:
    """Return an edited copy and what there is to find in it."""
    paragraphs = [sentences(article.text, b.span.start, b.span.end) for b in article.blocks]
    spans = [span for paragraph in paragraphs for span in paragraph]
    tenth = max(1, len(spans) // 10)
    touched = chance.sample(spans, min(len(spans), 2 * tenth))
    dropped, reworded = set(touched[:tenth]), set(touched[tenth:])
    order = list(paragraphs)
    chance.shuffle(order)
    copy, places = "", {}
    for paragraph in order:
        for span in paragraph:
            if span in dropped:
                continue
            words = span.of(article.text)
            words = reword(words, chance) if span in reworded else words
            places[span] = Span(len(copy), len(copy) + len(words))
            copy += words + " "
        copy = copy.rstrip() + "\n\n"
    quotes = [Quote("sentence", s, places.get(s), s in reworded) for s in spans]
    quotes += phrases(article.text, spans, places, reworded, chance)
    for paragraph in paragraphs:
        for one, two in pairwise(paragraph):
            if one in places and two in places:
                true = Span(places[one].start, places[two].end)
                changed = one in reworded or two in reworded
                quotes.append(Quote("neighbours", Span(one.start, two.end), true, changed))
    return copy, quotes


def phrases(
    text: str,
    spans: list[Span],
    places: dict[Span, Span],
    reworded: set[Span],
    chance: random.Random,
) -> list[Quote]:
    """Return five words of each sentence that was left alone or dropped."""
    found = []
    for span in spans:
        words = span.of(text).split(" ")
        if len(words) < 8 or span in reworded:
            continue
        first = chance.randrange(len(words) - 5)
        start = sum(len(word) + 1 for word in words[:first])
        length = len(" ".join(words[first : first + 5]))
        quote = Span(span.start + start, span.start + start + length)
        place = places.get(span)
        true = place and Span(place.start + start, place.start + start + length)
        found.append(Quote("phrase", quote, true, False))
    return found


def same_place(found: Span, true: Span | None) -> bool:
    """Tell whether the two share at least half of what they cover together."""
    if true is None:
        return False
    shared = min(found.end, true.end) - max(found.start, true.start)
    return shared * 2 >= max(found.end, true.end) - min(found.start, true.start)


def judge(article: Article, seed: int, counts: Counter[str]) -> None:
    copy, quotes = edit(article, random.Random(f"{article.title} {seed}"))
    for quote in quotes:
        anchor = anchor_for(article, quote.span, side=Side.LEFT)
        answer = resolve(anchor, copy)
        unmarked = answer.state in (AnchorState.EXACT, AnchorState.MOVED)
        kept = "dropped" if quote.true is None else "reworded" if quote.reworded else "kept"
        right = answer.span is not None and same_place(answer.span, quote.true)
        counts[f"{quote.sort} {kept}"] += 1
        counts[f"{quote.sort} {kept} {answer.state}"] += 1
        counts[f"{quote.sort} {kept} found"] += right
        if answer.span is not None and not right:
            counts["wrong unmarked" if unmarked else "wrong marked"] += 1
            if unmarked:
                print(f"WRONG {article.title}: {anchor.quote!r}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="*", type=Path, default=[CORPUS])
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    files = [
        file
        for path in options.paths
        for file in (sorted(path.iterdir()) if path.is_dir() else [path])
        if file.suffix in (".txt", ".md") and file.name != "README.md"
    ]
    counts: Counter[str] = Counter()
    began = time.process_time()
    for article in map(read, files):
        for seed in range(options.seeds):
            judge(article, seed, counts)
    report(counts, time.process_time() - began, as_json=options.json)
    if not options.json:
        print("\nA text of near-duplicates:")
        counts = Counter()
        began = time.process_time()
        for seed in range(options.seeds):
            judge(ledger(), seed, counts)
        report(counts, time.process_time() - began, as_json=False)


def report(counts: Counter[str], seconds: float, *, as_json: bool) -> None:
    if as_json:
        print(json.dumps(counts, indent=1, sort_keys=True))
        return
    asked = sum(counts[f"{s} {k}"] for s in SORTS for k in KEPT)
    print(f"{asked} anchors, {seconds:.1f} s of CPU")
    for sort in SORTS:
        for kept in KEPT:
            total = counts[f"{sort} {kept}"]
            if total:
                found = counts[f"{sort} {kept} found"]
                states = ", ".join(f"{s} {counts[f'{sort} {kept} {s}']}" for s in AnchorState)
                print(f"{sort:<11}{kept:<9}{found:>6} of {total:<6} {found / total:6.1%}  {states}")
    print(f"wrong and unmarked: {counts['wrong unmarked']}, marked: {counts['wrong marked']}")


SORTS = ("sentence", "phrase", "neighbours")
KEPT = ("kept", "reworded", "dropped")

if __name__ == "__main__":
    main()
