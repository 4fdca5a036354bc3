# SPDX-License-Identifier: MIT
"""Measure importing on public sets of web pages whose articles are known, beside other extractors.

python bench/import_public.py neutral --folder CLONE
python bench/import_public.py trafilatura --folder CLONE
python bench/import_public.py readability --folder CLONE
    --worst 20     also name the pages that come out worst
    --only WORD    only pages whose name holds it
    --half odd     every second page alone (odd: rules were chosen by it, even: they were not)
    --no-peers     the product alone

The sets are scrapinghub/article-extraction-benchmark, the tests of adbar/trafilatura and
the test pages of mozilla/readability, all on GitHub. The clones are brought by whoever
measures and stay outside the project. A peer is measured when it is installed (trafilatura
always is, readability-lxml: ``pip install readability-lxml``).

What counts as the product's text are its shown blocks without the title: captions and
what is dimmed or folded are left out.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import fmean
from typing import Any
from unicodedata import normalize

from lxml import html as lxml_html

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from diptych.errors import ArticleError  # noqa: E402
from diptych.library.reading import article_of  # noqa: E402
from diptych.text.article import BlockKind, BlockState  # noqa: E402

WORD = re.compile(r"\w+")
RUN = 4  # words
TITLE_ENDS = re.compile(r"\W+")


@dataclass(frozen=True, slots=True)
class Page:
    """A page and what is known of its article; the sets know different things."""

    name: str
    content: bytes
    body: str = ""
    must_show: tuple[str, ...] = ()
    must_hide: tuple[str, ...] = ()
    title: str = ""
    authors: tuple[str, ...] = ()
    date: str = ""
    says_who: bool = False  # the set tells of this page who wrote it, or that nobody is named


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader made of a page."""

    body: str = ""
    title: str = ""
    authors: tuple[str, ...] = ()
    date: str = ""


Reader = Callable[[Page], Reading]


@dataclass(slots=True)
class Tally:
    """The figures of one reader, page by page."""

    precision: list[float] = field(default_factory=list)
    recall: list[float] = field(default_factory=list)
    f1: list[float] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    worst: list[tuple[float, str]] = field(default_factory=list)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("name", choices=sorted(SETS))
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--worst", type=int, default=0)
    parser.add_argument("--only", default="")
    parser.add_argument("--half", choices=("odd", "even"))
    parser.add_argument("--no-peers", action="store_true")
    options = parser.parse_args()
    readers: dict[str, Reader] = {"diptych": read_with_diptych}
    if not options.no_peers:
        readers |= peers()
    pages, measure = SETS[options.name]
    tallies = {name: Tally() for name in readers}
    for number, page in enumerate(pages(options.folder)):
        is_asked = options.half in (None, ("even", "odd")[number % 2])
        if is_asked and options.only in page.name:
            for name, reader in readers.items():
                measure(page, reader(page), tallies[name])
    for name, tally in tallies.items():
        print(f"{name:17} {line_of(tally)}")
    for score, name in sorted(tallies["diptych"].worst)[: options.worst]:
        print(f"  {score:6.3f}  {name}")


# Readers


def read_with_diptych(page: Page) -> Reading:
    try:
        article = article_of(page.content, Path("page.html"))
    except ArticleError:
        return Reading()
    shown = [
        block.span.of(article.text)
        for block in article.blocks
        if block.state is BlockState.SHOWN and block.kind is not BlockKind.TITLE
    ]
    return Reading("\n".join(shown), article.title, article.authors, article.date)


def peers() -> dict[str, Reader]:
    """Return the other extractors that are installed."""
    found: dict[str, Reader] = {"trafilatura": read_with_trafilatura}
    try:
        import readability  # noqa: F401
    except ImportError:
        print("readability-lxml is not installed; it is left out", file=sys.stderr)
    else:
        found["readability-lxml"] = read_with_readability
    return found


def read_with_trafilatura(page: Page) -> Reading:
    import trafilatura

    found = trafilatura.bare_extraction(
        page.content, fast=True, include_comments=False, with_metadata=True
    )
    if found is None:
        return Reading()
    noted = found.as_dict()
    authors = tuple(name for name in (noted["author"] or "").split("; ") if name)
    return Reading(noted["text"] or "", noted["title"] or "", authors, noted["date"] or "")


def read_with_readability(page: Page) -> Reading:
    from readability import Document

    try:
        document = Document(page.content.decode("utf-8", "replace"))
        body = text_of(document.summary())
        return Reading(body, document.short_title())
    except Exception as error:  # a peer's failure is a page it cannot read
        print(f"readability-lxml failed on {page.name}: {error}", file=sys.stderr)
        return Reading()


# Sets


def neutral_pages(folder: Path) -> Iterator[Page]:
    truth = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    for name, known in truth.items():
        content = gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes())
        yield Page(name[:12], content, body=known.get("articleBody", ""))


def readability_pages(folder: Path) -> Iterator[Page]:
    for place in sorted((folder / "test" / "test-pages").iterdir()):
        known = json.loads((place / "expected-metadata.json").read_text(encoding="utf-8"))
        byline = known.get("byline") or ""
        yield Page(
            place.name,
            (place / "source.html").read_bytes(),
            body=text_of((place / "expected.html").read_text(encoding="utf-8")),
            title=known.get("title") or "",
            authors=(byline,) if byline else (),
            date=str(known.get("publishedTime") or "")[:10],
            says_who=True,
        )


def trafilatura_pages(folder: Path) -> Iterator[Page]:
    tests = folder / "tests"
    known_pages = json.loads((tests / "evaldata.json").read_text(encoding="utf-8"))
    for known in known_pages.values():
        places = [tests / part / known["file"] for part in ("cache", "eval")]
        path = next((place for place in places if place.is_file()), None)
        if path is not None:
            yield Page(
                known["file"],
                path.read_bytes(),
                must_show=tuple(known["with"]),
                must_hide=tuple(known["without"]),
                title=known.get("title") or "",
                authors=names_of(known.get("author")),
                date=known.get("date") or "",
                says_who="author" in known,
            )


def names_of(value: Any) -> tuple[str, ...]:
    values = value if isinstance(value, list) else str(value or "").split(";")
    return tuple(name.strip() for name in values if name.strip())


def text_of(source: str) -> str:
    """Return the words of a piece of HTML, blocks apart."""
    if not source.strip():
        return ""
    root = lxml_html.fromstring(source)
    for element in root.iter("script", "style"):
        element.text = ""
    return "\n".join(part for part in root.itertext() if part.strip())


# Measures


def measure_runs(page: Page, reading: Reading, tally: Tally) -> None:
    """Compare runs of four words, each page with the same weight."""
    add_overlap(page, Counter(runs(page.body)), Counter(runs(reading.body)), tally)


def measure_words(page: Page, reading: Reading, tally: Tally) -> None:
    """Compare words in a bag, and who and what the page is said to be."""
    add_overlap(page, Counter(words(page.body)), Counter(words(reading.body)), tally)
    add_facts(page, reading, tally)


def measure_lines(page: Page, reading: Reading, tally: Tally) -> None:
    """Count the lines that must and must not be seen, and compare the facts."""
    body = squeezed(f"{reading.title}\n{reading.body}")
    shown = sum(squeezed(line) in body for line in page.must_show)
    hidden = sum(squeezed(line) not in body for line in page.must_hide)
    tally.counts.update(
        {
            "must show": shown,
            "of must show": len(page.must_show),
            "must hide": hidden,
            "of must hide": len(page.must_hide),
            "pages that lose a line": shown < len(page.must_show),
        }
    )
    lost = len(page.must_show) - shown
    tally.worst.append((-lost - (len(page.must_hide) - hidden) / 10, page.name))
    add_facts(page, reading, tally)


def add_overlap(page: Page, truth: Counter[Any], found: Counter[Any], tally: Tally) -> None:
    both = (truth & found).total()
    precision = both / found.total() if found else float(not truth)
    recall = both / truth.total() if truth else 1.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    tally.precision.append(precision)
    tally.recall.append(recall)
    tally.f1.append(f1)
    tally.worst.append((f1, f"{page.name}  P {precision:.2f} R {recall:.2f}"))


def add_facts(page: Page, reading: Reading, tally: Tally) -> None:
    counts = tally.counts
    if page.title:
        counts["of titles"] += 1
        counts["title"] += plain(page.title) == plain(reading.title)
        counts["title in part"] += is_part(page.title, reading.title)
    if page.authors:
        counts["of authors"] += 1
        counts["author"] += same_people(page.authors, reading.authors)
        counts["author missing"] += not reading.authors
    elif page.says_who:
        counts["of nobody"] += 1
        counts["nobody"] += not reading.authors
    if page.date:
        counts["of dates"] += 1
        counts["date"] += page.date == reading.date
        counts["date missing"] += not reading.date


def same_people(truth: Sequence[str], found: Sequence[str]) -> bool:
    """Tell whether the same people are named; a byline may hold more words than their names."""
    if {plain(name) for name in truth} == {plain(name) for name in found}:
        return True
    byline = plain(" ".join(truth))
    names = [plain(name) for name in found]
    return bool(names) and all(name and name in byline for name in names)


def is_part(one: str, other: str) -> bool:
    one, other = plain(one), plain(other)
    return bool(one and other) and (one in other or other in one)


def plain(text: str) -> str:
    return " ".join(part for part in TITLE_ENDS.split(text.casefold()) if part)


def squeezed(text: str) -> str:
    # A word is the same with and without the mark where it may be parted, and however its
    # accents are written.
    return " ".join(normalize("NFC", text.replace("\u00ad", "")).split())


def words(text: str) -> list[str]:
    return WORD.findall(text)


def runs(text: str) -> list[tuple[str, ...]]:
    found = words(text)
    return [tuple(found[i : i + RUN]) for i in range(max(1, len(found) - RUN + 1)) if found]


def line_of(tally: Tally) -> str:
    parts: list[str] = []
    if tally.f1:
        parts.append(
            f"P {fmean(tally.precision):.3f}  R {fmean(tally.recall):.3f}  F1 {fmean(tally.f1):.3f}"
            f"  >=.95 {sum(f1 >= 0.95 for f1 in tally.f1)}  <.70 {sum(f1 < 0.7 for f1 in tally.f1)}"
            f"  of {len(tally.f1)}"
        )
    counts = tally.counts
    for name, total in (
        ("must show", "of must show"), ("must hide", "of must hide"), ("title", "of titles"),
        ("title in part", "of titles"), ("author", "of authors"), ("nobody", "of nobody"),
        ("date", "of dates"),
    ):  # fmt: skip
        if counts[total]:
            missing = f"{name} missing"
            left = f" ({counts[missing]} none)" if missing in counts else ""
            parts.append(
                f"{name} {counts[name]}/{counts[total]} {counts[name] / counts[total]:.3f}{left}"
            )
    if "pages that lose a line" in counts:
        parts.append(f"pages that lose a line {counts['pages that lose a line']}")
    return "\n                  ".join(parts)


SETS: dict[str, tuple[Callable[[Path], Iterator[Page]], Callable[[Page, Reading, Tally], None]]] = {
    "neutral": (neutral_pages, measure_runs),
    "readability": (readability_pages, measure_words),
    "trafilatura": (trafilatura_pages, measure_lines),
}

if __name__ == "__main__":
    main()
