# SPDX-License-Identifier: MIT
"""What a hundred thousand notes cost: opening, one pair, searching, exporting.

python bench/notes_many.py [--notes 100000] [--keep FOLDER]
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from diptych.notes.anchor import Anchor
from diptych.notes.export.formats import Wish
from diptych.notes.export.profiles import Format
from diptych.notes.export.save import save
from diptych.notes.note import Note, Stance, new_note
from diptych.notes.store import NoteStore
from diptych.services.report import figures_of
from diptych.text.sides import Side

VOCABULARY = """quay ferry harbour vote board council pilot berth tide crane closure repair fund
Monday winter shore bus route fisher mayor clerk minutes claim figure
says told reported never again although because however between after"""
WORDS = VOCABULARY.split()


FIGURES = ("nine boats", "41,000 passengers", "eleven votes", "3 million euros", "12 %")


def sentence(chance: random.Random, words: int) -> str:
    """Return a sentence; as in real articles, four in ten tell a figure."""
    chosen = chance.choices(WORDS, k=words)
    if chance.random() < 0.4:
        chosen[chance.randrange(words)] = chance.choice(FIGURES)
    return " ".join(chosen).capitalize() + "."


def passage(chance: random.Random, article: int, side: Side) -> Anchor:
    start = chance.randrange(20_000)
    quote = sentence(chance, 22)
    return Anchor(
        article_id=f"{article:016x}",
        content_hash=f"{article:064x}",
        side=side,
        quote=quote,
        prefix=sentence(chance, 6),
        suffix=sentence(chance, 6),
        start=start,
        end=start + len(quote),
        title=f"Article {article} on the quay",
        authors=("Ida Holm",),
        source="The Tide",
        date="2025-02-14",
        path=f"/home/reader/articles/{article}.txt",
        paragraph=chance.randrange(1, 60),
        times=1,
    )


def make(count: int) -> list[Note]:
    """Return notes on pairs of 2,000 articles, 40 to a pair on average."""
    chance = random.Random("many notes")
    pairs = [(chance.randrange(2000), chance.randrange(2000)) for _ in range(max(1, count // 40))]
    notes = []
    for _ in range(count):
        left, right = chance.choice(pairs)
        anchors = (passage(chance, left, Side.LEFT), passage(chance, right, Side.RIGHT))
        text = f"{sentence(chance, 18)}\n\n- *{sentence(chance, 8)}*"
        tags = tuple(chance.sample(WORDS, 2))
        notes.append(new_note(text, anchors, stance=chance.choice(list(Stance)), tags=tags))
    return notes


def timed(name: str, work: Callable[[], object]) -> object:
    wall, cpu = time.perf_counter(), time.process_time()
    result = work()
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    print(f"{name:<34}{wall * 1000:>10.1f} ms wall{cpu * 1000:>10.1f} ms CPU")
    return result


def run(folder: Path, count: int) -> None:
    path = folder / "notes.sqlite"
    if not path.exists():
        notes = make(count)
        with NoteStore(path) as store:
            timed(f"add {count} notes", lambda: store.add_all(notes))
    print(f"{path.stat().st_size / 1e6:.0f} MB")
    store = timed("open", lambda: NoteStore(path))
    assert isinstance(store, NoteStore)
    timed("count", store.count)
    left, right = next(note.anchors for note in store.notes_on([f"{7:016x}"]))
    ids = [left.article_id], [right.article_id]
    found = timed("notes of a pair", lambda: store.notes_of_pair(*ids))
    print(f"  {len(found)} notes")  # type: ignore[arg-type]
    one = store.notes_of_pair(*ids)[0]
    timed("add one", lambda: store.add(new_note("One more.", one.anchors)))
    timed("change one", lambda: store.update(one))
    for words in ("ferry berth winter", "Monday", "fährt", "ay"):
        hits = timed(f"search {words!r}", lambda words=words: store.find(words))  # type: ignore[misc]
        print(f"  {hits.total} notes")  # type: ignore[attr-defined]
    timed("newest 500 of all", lambda: store.newest(limit=500))
    everything = timed("read all", store.notes)
    assert isinstance(everything, tuple)
    for format in (Format.COMMONMARK, Format.OBSIDIAN, Format.CSV, Format.WEB_ANNOTATION):
        with tempfile.TemporaryDirectory(dir=folder) as target:
            wish = Wish(format, figures=figures_of(everything))
            timed(f"export {format}", partial(save, everything, wish, Path(target)))
    store.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--notes", type=int, default=100_000)
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    if options.keep:
        options.keep.mkdir(parents=True, exist_ok=True)
        run(options.keep, options.notes)
        return
    with tempfile.TemporaryDirectory() as folder:
        run(Path(folder), options.notes)


if __name__ == "__main__":
    main()
