# SPDX-License-Identifier: MIT
"""What ``diptych story`` costs in a library of 10,000 articles, by CPU time.

    python bench/story_speed.py [FOLDER]

The library is made up, with one claim told by as many articles as a story lists and the
meaning of all as bits at random. It takes some minutes to make and is kept in FOLDER. The
command is run as a user runs it; what it tells by itself leaves out the start of Python.
"""

from __future__ import annotations

import hashlib
import json
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from itertools import cycle
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from diptych.compare.companions import Shelf
from diptych.compare.sketches import Sketches
from diptych.library.entry import Stamp
from diptych.meaning.universal import UniversalEncoder
from diptych.paths import Profile, profile_in
from diptych.services.companions import level_sketches
from diptych.services.stores import Stores
from diptych.services.story import MOST_TOLD
from diptych.text.article import Article, Block, BlockKind, BlockState, Span
from search_articles import made

ROOT = Path(__file__).resolve().parents[1]
ARTICLES, SKETCHED, TIMES = 10_000, 900, 5
CLAIM = "The night ferry to Kelsand carried {} thousand passengers in the winter of the storms."


def main() -> None:
    """Make the library where there is none yet, then print what each run costs."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(sys.argv[1] if len(sys.argv) > 1 else temporary)
        asked = folder / "asked.txt"
        if not asked.exists():
            asked.write_text(_fill(profile_in(folder / "profile").create()), encoding="utf-8")
        command = [sys.executable, "-m", "diptych", "--profile", str(folder / "profile")]
        bare = _cpu_ms([sys.executable, "-m", "diptych", "--version"])[0]
        for _ in range(TIMES):
            spent, printed = _cpu_ms([*command, "story", asked.read_text("utf-8"), "--json"])
            story = json.loads(printed)
            print(
                f"{len(story['tellers'])} tellers: CPU {story['cpu_ms']:.0f} ms to find and",
                end=" ",
            )
            print(f"read them, {spent:.0f} ms for the whole command ({bare:.0f} to start Python)")


def _cpu_ms(command: list[str]) -> tuple[float, str]:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    printed = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT / "src")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return 1000 * spent, printed.stdout


def _fill(profile: Profile) -> str:
    """Fill a library, and return the place of the claim in its first article."""
    with closing(Stores(profile)) as stores:
        if not stores.catalogue.ids():
            _record(stores)
        places = dict(_places(stores))
        _keep_sketches(stores, set(places))
        profile.vectors_folder.mkdir(parents=True, exist_ok=True)
        for id_ in stores.catalogue.ids():  # only their names are looked at
            (profile.vectors_folder / f"{id_}-{'0' * 16}-{UniversalEncoder.name}.npy").touch()
        return next(iter(places.values()))


def _record(stores: Stores) -> None:
    for number, text in enumerate(made(ARTICLES)):
        claim = number % (ARTICLES // (MOST_TOLD + 5)) == 0
        article = _article(text.title, text.body, CLAIM.format(40 + number % 3) if claim else "")
        article = replace(article, date=f"{1990 + number % 35}-{1 + number % 12:02}-11")
        stores.catalogue.record(Path(f"/made/{text.id}.txt"), article, Stamp(1, number))


def _keep_sketches(stores: Stores, tellers: set[str]) -> None:
    """Sketch the tellers and some others; these stand for all the rest, for it takes minutes."""
    others = sorted(stores.catalogue.ids() - tellers)
    shelf = level_sketches(stores, only=tellers | set(others[:SKETCHED]))
    each = {id_: shelf.of(id_) for id_ in shelf.ids}
    alike = cycle(others[:SKETCHED])
    whole = {id_: each.get(id_) or each[next(alike)] for id_ in (*tellers, *others)}
    every = Sketches.of([one for one in whole.values() if one is not None])
    random = np.random.default_rng(7)
    bits = random.integers(0, 1 << 64, (every.passage_count, 4), dtype=np.uint64)
    stores.sketches.keep(Shelf(tuple(whole), replace(every, bits=bits, bits_first=every.first)))


def _places(stores: Stores) -> Iterator[tuple[str, str]]:
    """Yield the articles that tell the claim, and where they do."""
    start = CLAIM.partition("{")[0]
    for id_ in sorted(stores.catalogue.ids()):
        at = stores.catalogue.article(id_).text.find(start)
        if at >= 0:
            yield id_, f"{id_}:{at}-{at + len(start)}"


def _article(title: str, body: str, claim: str) -> Article:
    paragraphs = body.split("\n\n")
    paragraphs.insert(len(paragraphs) // 2, claim or "Nothing was said of it that day.")
    blocks, place = [], 0
    for paragraph in paragraphs:
        span = Span(place, place + len(paragraph))
        blocks.append(Block(BlockKind.PARAGRAPH, span, 0, BlockState.SHOWN))
        place = span.end + 2
    text = "\n\n".join(paragraphs)
    hashed = hashlib.sha256(text.encode()).hexdigest()
    return Article(text, tuple(blocks), title, hashed, language="en", words=len(text.split()))


if __name__ == "__main__":
    main()
