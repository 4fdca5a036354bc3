# SPDX-License-Identifier: MIT
"""How what Diptych does grows with what it is done on: curves, exponents, a peer beside.

    python3 dev.py bench growth              1,000 to 100,000 articles, to 500,000 words
    python3 dev.py bench growth --quick      under two minutes
    .venv/bin/python bench/growth.py --plot growth.svg

CPU of one core. The exponent is the slope through all points of a curve where both
scales are logarithms: 1.0 grows as what there is, below it grows slower. Of more articles
than can be made up within minutes the first ones stand there several times over.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from math import ceil, floor, log, log10
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before NumPy comes

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

from bench.compare_speed import BOTH_ENCODERS_UP_TO, by_chains, made_meanings, made_pair  # noqa: E402
from bench.search_articles import Text, keystrokes, made, queries, repeated  # noqa: E402
from bench.search_engines import Fts5, Grown  # noqa: E402

from diptych.compare.comparison import compare  # noqa: E402

WORDS = 1_000, 5_000, 20_000, 50_000, 100_000, 200_000, 500_000
QUICK_WORDS = 1_000, 4_000, 16_000
ARTICLES, QUICK_ARTICLES = (1_000, 3_000, 10_000, 30_000, 100_000), (250, 1_000, 2_000)
MOST_MADE = 30_000  # articles; three milliseconds each
ASKED = 30  # of the queries a reader types
Curve = list[tuple[int, float]]  # how many, CPU milliseconds
WIDTH, HEIGHT, EDGE = 640, 400, 60
GRID = "#dddddd"
COLOURS = ("#1f6f8b", "#b3541e", "#5b7f2b", "#7a4b8c", "#8a8a8a", "#c2a200")


def main() -> int:
    """Measure all curves and print each with its exponent."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="few and small points")
    parser.add_argument("--plot", type=Path, help="draw the curves into an SVG file")
    options = parser.parse_args()
    words, articles = (QUICK_WORDS, QUICK_ARTICLES) if options.quick else (WORDS, ARTICLES)
    curves = _compared(words) | _searched(articles)
    for name, curve in curves.items():
        points = "  ".join(f"{count:,}: {spent:,.1f}" for count, spent in curve)
        print(f"{name:34} exponent {exponent(curve):5.2f}   {points}")
    if options.plot:
        options.plot.write_text(drawn(curves), encoding="utf-8")
    return 0


def exponent(curve: Curve) -> float:
    """Return the slope of the straight line nearest to a curve's logarithms."""
    across = [log(count) for count, _ in curve]
    up = [log(max(spent, 0.01)) for _, spent in curve]
    middle, height = sum(across) / len(across), sum(up) / len(up)
    rises = sum((x - middle) * (y - height) for x, y in zip(across, up, strict=True))
    return rises / sum((x - middle) ** 2 for x in across)


def _cpu_ms(work: Callable[[], object]) -> float:
    before = time.process_time()
    work()
    return 1000 * (time.process_time() - before)


def _compared(sizes: Sequence[int]) -> dict[str, Curve]:
    """Compare two articles of so many words: new ones, then read before and by vectors too."""
    curves: dict[str, Curve] = {}
    compare(*made_pair(500))  # what is loaded once
    for size in sizes:
        pair = made_pair(size)
        by_words = _cpu_ms(lambda pair=pair: compare(*pair))
        meanings = made_meanings(*pair, 2 if size <= BOTH_ENCODERS_UP_TO else 1)
        told = {
            "compare": by_words,
            "compare by meaning": _cpu_ms(lambda: compare(*pair, meanings=meanings)),  # noqa: B023
            "passim's method": _cpu_ms(lambda: by_chains(*pair)),  # noqa: B023
        }
        for name, spent in told.items():
            curves.setdefault(f"{name}, words", []).append((size, spent))
    return curves


def _searched(counts: Sequence[int]) -> dict[str, Curve]:
    """Index so many articles, ask and type, in our engine and in SQLite's."""
    curves: dict[str, Curve] = {}
    first = list(made(min(MOST_MADE, max(counts))))
    for count in counts:
        texts = first[:count]
        if count > len(first):
            texts = list(repeated(first, -(-count // len(first))))[:count]
        for name, engine in (("", Grown), ("FTS5, ", Fts5)):
            for what, spent in _one_engine(engine, texts).items():
                curves.setdefault(f"{name}{what}", []).append((count, spent))
    return curves


def _one_engine(engine: type[Grown] | type[Fts5], texts: Sequence[Text]) -> dict[str, float]:
    asked = queries(texts)
    words = [ask for ask in asked if ask.kind == "word"][:ASKED]
    typed = [step for ask in asked if ask.kind == "typing" for step in keystrokes(ask.words)]
    with tempfile.TemporaryDirectory() as folder:
        one = engine(Path(folder))
        kept = getattr(one, "storing_s", 0.0)
        adding = _cpu_ms(lambda: one.add(texts))
        adding -= 1000 * (getattr(one, "storing_s", 0.0) - kept)  # the texts are there already
        asking = _cpu_ms(lambda: [one.ask(ask) for ask in words]) / len(words)
        typing = _cpu_ms(lambda: [one.type(step) for step in typed]) / len(typed)
    return {"index, articles": adding, "a word, articles": asking, "a key, articles": typing}


def drawn(curves: Mapping[str, Curve]) -> str:
    """Return the curves as SVG with labelled axes, both scales logarithms."""
    points = [point for curve in curves.values() for point in curve]
    across = _Axis([count for count, _ in points], EDGE, WIDTH - EDGE)
    up = _Axis([max(spent, 0.01) for _, spent in points], HEIGHT - EDGE, EDGE)
    lines = [_grid(across, up)]
    for at, (name, curve) in enumerate(curves.items()):
        colour = COLOURS[at % len(COLOURS)]
        dashes = "" if at < len(COLOURS) else ' stroke-dasharray="5 3"'
        path = " ".join(f"{across.at(x):.1f},{up.at(max(y, 0.01)):.1f}" for x, y in curve)
        lines.append(f'<polyline points="{path}" fill="none" stroke="{colour}"{dashes}/>')
        words = f"{name} ({exponent(curve):.2f})".replace("&", "&amp;")
        lines.append(f'<text x="{WIDTH}" y="{EDGE + 18 * at}" fill="{colour}">{words}</text>')
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH + 260} {HEIGHT}"'
        ' font-family="sans-serif" font-size="12">'
        '<rect width="100%" height="100%" fill="#ffffff"/>' + "".join(lines) + "</svg>\n"
    )


class _Axis:
    """A scale of logarithms from one edge of the drawing to the other."""

    def __init__(self, values: Sequence[float], start: float, end: float) -> None:
        self.first, self.last = log10(min(values)), log10(max(values))
        self.start, self.end = start, end

    def at(self, value: float) -> float:
        """Return where a value lies, in the drawing's own unit."""
        share = (log10(value) - self.first) / (self.last - self.first)
        return self.start + share * (self.end - self.start)

    def ticks(self) -> list[float]:
        """Return the powers of ten within, and what is twice and five times as much."""
        powers = range(floor(self.first), ceil(self.last) + 1)
        marks = [times * 10.0**power for power in powers for times in (1, 2, 5)]
        return [mark for mark in marks if self.first - 1e-9 <= log10(mark) <= self.last + 1e-9]


def _grid(across: _Axis, up: _Axis) -> str:
    """Return the ticks of both axes with their numbers, and what they count."""
    left, right, foot, head = EDGE, WIDTH - EDGE, HEIGHT - EDGE, EDGE
    drawn = []
    for tick in across.ticks():
        x, is_power = across.at(tick), log10(tick).is_integer()
        line = f'<line x1="{x:.1f}" y1="{foot}" x2="{x:.1f}" y2="{head}" stroke="{GRID}"/>'
        words = f'<text x="{x:.1f}" y="{foot + 18}" text-anchor="middle">{tick:,g}</text>'
        drawn.append(line + words if is_power else line)
    for tick in up.ticks():
        y, is_power = up.at(tick), log10(tick).is_integer()
        line = f'<line x1="{left}" y1="{y:.1f}" x2="{right}" y2="{y:.1f}" stroke="{GRID}"/>'
        words = f'<text x="{left - 6}" y="{y + 4:.1f}" text-anchor="end">{tick:,g}</text>'
        drawn.append(line + words if is_power else line)
    middle = (head + foot) / 2
    return (
        "".join(drawn)
        + f'<text x="{(left + right) / 2}" y="{foot + 40}" text-anchor="middle">'
        + "words of each text, or articles</text>"
        + f'<text x="14" y="{middle}" transform="rotate(-90 14 {middle})" text-anchor="middle">'
        + "CPU milliseconds</text>"
    )


if __name__ == "__main__":
    raise SystemExit(main())
