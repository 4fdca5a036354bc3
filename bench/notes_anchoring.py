# SPDX-License-Identifier: MIT
"""How many quotes are found again in an edited copy, and is a wrong one ever unmarked?

python bench/notes_anchoring.py [FOLDER_OR_FILE...] [--seeds 5] [--one-word-in 5] [--json]

Each article, of whatever format, is copied with 10 % of its sentences reworded,
10 % dropped and its paragraphs shuffled. Sentences, phrases of five words and
neighbouring sentences are anchored in the original and looked for in the copy.

kept: as it was. twin: as it was, in a paragraph that stands word for word more
than once, so that nothing tells which of them it was once they are shuffled.
near: reworded by at most a quarter of its letters. far: reworded by more.
offered: the right place is among the candidates.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from rapidfuzz.distance import Levenshtein

from diptych.library.reading import read_article
from diptych.notes.anchor import AnchorState, anchor_for
from diptych.notes.resolution import resolve
from diptych.text.article import Article, Block, BlockKind, Span
from diptych.text.segment import sentences
from diptych.text.sides import Side

CORPUS = Path(__file__).parents[1] / "corpus"
NEW_WORDS = ("perhaps", "sizeable", "lately", "remarked", "region", "roughly", "thereby", "quarter")


@dataclass(frozen=True)
class Quote:
    """A span of the original and where it is in the copy, if it survived."""

    sort: str
    span: Span
    true: Span | None
    kept: str


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


def as_article(text: str, title: str) -> Article:
    blocks, place = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(BlockKind.PARAGRAPH, Span(place, place + len(line))))
        place += len(line) + 1
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Article(text=text, blocks=tuple(blocks), title=title, content_hash=digest)


def reword(sentence: str, chance: random.Random, one_in: int) -> str:
    """Replace, drop or add one word in so many; of unspaced scripts, one character in ten."""
    words = sentence.split(" ")
    if len(words) < 4:
        letters = list(sentence)
        for place in chance.sample(range(len(letters)), max(1, len(letters) // 10)):
            letters[place] = "某"
        return "".join(letters)
    for _ in range(max(1, len(words) // one_in)):
        place = chance.randrange(len(words))
        way = chance.choice(("replace", "drop", "add"))
        if way == "replace":
            words[place] = chance.choice(NEW_WORDS)
        elif way == "drop" and len(words) > 4:
            del words[place]
        else:
            words.insert(place, chance.choice(NEW_WORDS))
    return " ".join(words)


def edit(article: Article, chance: random.Random, one_in: int) -> tuple[str, list[Quote]]:
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
            words = reword(words, chance, one_in) if span in reworded else words
            places[span] = Span(len(copy), len(copy) + len(words))
            copy += words + " "
        copy = copy.rstrip() + "\n\n"
    twins = twins_in(article, paragraphs)

    def quote_of(sort: str, span: Span, true: Span | None, *, changed: bool) -> Quote:
        if changed and true is not None:
            return Quote(sort, span, true, how_far(span.of(article.text), true.of(copy)))
        is_twin = any(twin.start <= span.start and span.end <= twin.end for twin in twins)
        kept = "dropped" if true is None else "twin" if is_twin else "kept"
        return Quote(sort, span, true, kept)

    quotes = [quote_of("sentence", s, places.get(s), changed=s in reworded) for s in spans]
    for quote, true in phrases(article.text, spans, places, reworded, chance):
        quotes.append(quote_of("phrase", quote, true, changed=False))
    for paragraph in paragraphs:
        for one, two in pairwise(paragraph):
            if one in places and two in places:
                true = Span(places[one].start, places[two].end)
                changed = one in reworded or two in reworded
                both = Span(one.start, two.end)
                quotes.append(quote_of("neighbours", both, true, changed=changed))
    return copy, quotes


def twins_in(article: Article, paragraphs: Sequence[Sequence[Span]]) -> list[Span]:
    """Return the paragraphs that stand word for word more than once."""
    whole = [Span(p[0].start, p[-1].end) for p in paragraphs if p]
    count = Counter(span.of(article.text) for span in whole)
    return [span for span in whole if count[span.of(article.text)] > 1]


def how_far(quote: str, reworded: str) -> str:
    """Tell whether rewording took more than a quarter of the quote's letters."""
    return "near" if Levenshtein.distance(quote, reworded) * 4 <= len(quote) else "far"


def phrases(
    text: str,
    spans: list[Span],
    places: dict[Span, Span],
    reworded: set[Span],
    chance: random.Random,
) -> list[tuple[Span, Span | None]]:
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
        found.append((quote, true))
    return found


def same_place(found: Span, true: Span | None) -> bool:
    """Tell whether the two share at least half of what they cover together."""
    if true is None:
        return False
    shared = min(found.end, true.end) - max(found.start, true.start)
    return shared * 2 >= max(found.end, true.end) - min(found.start, true.start)


def judge(article: Article, seed: int, one_in: int, counts: Counter[str]) -> None:
    copy, quotes = edit(article, random.Random(f"{article.title} {seed}"), one_in)
    for quote in quotes:
        anchor = anchor_for(article, quote.span, side=Side.LEFT)
        answer = resolve(anchor, copy)
        unmarked = answer.state in (AnchorState.EXACT, AnchorState.MOVED)
        right = answer.span is not None and same_place(answer.span, quote.true)
        counts[f"{quote.sort} {quote.kept}"] += 1
        counts[f"{quote.sort} {quote.kept} {answer.state}"] += 1
        counts[f"{quote.sort} {quote.kept} found"] += right
        counts[f"{quote.sort} {quote.kept} offered"] += any(
            same_place(candidate.span, quote.true) for candidate in answer.candidates
        )
        if answer.span is not None and not right:
            counts["wrong unmarked" if unmarked else "wrong marked"] += 1
            if unmarked:
                print(f"WRONG {article.title}: {anchor.quote!r}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="*", type=Path, default=[CORPUS])
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--one-word-in", type=int, default=5)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    files = [
        file
        for path in options.paths
        for file in (sorted(path.iterdir()) if path.is_dir() else [path])
        if file.suffix in (".txt", ".md", ".html") and file.name != "README.md"
    ]
    counts: Counter[str] = Counter()
    shares = {}
    began = time.process_time()
    for file in files:
        article, own = read_article(file), Counter[str]()
        for seed in range(options.seeds):
            judge(article, seed, options.one_word_in, own)
        shares[file.name] = surviving(own)
        counts += own
    report(counts, time.process_time() - began, as_json=options.json)
    if not options.json:
        for name, (found, asked) in sorted(shares.items(), key=lambda e: e[1][0] / e[1][1]):
            print(f"  {found / asked:6.1%} {found:>5} of {asked:<5} {name}")
        print("\nA text of near-duplicates:")
        counts = Counter()
        began = time.process_time()
        for seed in range(options.seeds):
            judge(ledger(), seed, options.one_word_in, counts)
        report(counts, time.process_time() - began, as_json=False)


def surviving(counts: Counter[str]) -> tuple[int, int]:
    """Return how many sentences that survived were found, and how many there were."""
    asked = sum(counts[f"sentence {k}"] for k in KEPT if k != "dropped")
    found = sum(counts[f"sentence {k} found"] for k in KEPT if k != "dropped")
    return found, asked


def report(counts: Counter[str], seconds: float, *, as_json: bool) -> None:
    if as_json:
        print(json.dumps(counts, indent=1, sort_keys=True))
        return
    total = sum(counts[f"{s} {k}"] for s in SORTS for k in KEPT)
    print(f"{total} anchors, {seconds:.1f} s of CPU")
    for sort in SORTS:
        for kept in KEPT:
            total = counts[f"{sort} {kept}"]
            if total:
                right = counts[f"{sort} {kept} found"]
                answers = (*AnchorState, "offered")
                states = ", ".join(f"{s} {counts[f'{sort} {kept} {s}']}" for s in answers)
                print(f"{sort:<11}{kept:<9}{right:>6} of {total:<6} {right / total:6.1%}  {states}")
    found, asked = surviving(counts)
    print(f"sentences that survived: {found} of {asked} found, {found / asked:.1%}")
    print(f"wrong and unmarked: {counts['wrong unmarked']}, marked: {counts['wrong marked']}")


SORTS = ("sentence", "phrase", "neighbours")
KEPT = ("kept", "twin", "near", "far", "dropped")

if __name__ == "__main__":
    main()
