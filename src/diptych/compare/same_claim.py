# SPDX-License-Identifier: MIT
"""The same said in other words: how strongly each pair of passages corresponds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from diptych.compare import signs
from diptych.compare.blend import (
    ODDS_AT_ONE,
    SHOWN_OF_VERSIONS,
    Blend,
    Shown,
    blend_for,
    reader_for,
    shown_of_voices,
)
from diptych.compare.cells import best_of, neighbour_support
from diptych.compare.counts import Floats, Ints
from diptych.compare.doubts import Doubts
from diptych.compare.reading import Reading
from diptych.compare.same_facts import FactTable
from diptych.compare.same_words import Run
from diptych.compare.shared_wording import words_shared
from diptych.compare.signs import Pairs
from diptych.compare.similarity import Meaning
from diptych.compare.texts import Texts
from diptych.compare.values import Relation
from diptych.compare.weights import Field
from diptych.patterns import late_pattern
from diptych.text.article import Article
from diptych.text.numbers import with_plain_digits
from diptych.values import dataclass

# Two versions of one text: where the best pairs agree so much in letters, or so
# much in meaning, and most passages have such a partner.
# The numbers: true versions have .61 to .94 of their passages partnered, of 76 other pairs the
# nearest has .58 (``docs/decisions/matching.md``).
_ALIKE_IN_LETTERS, _ALIKE_IN_MEANING = 0.55, 0.62
_PARTNERED, _VERSIONS_LEAST = 0.6, 20
# Of a poem whose lines were broken otherwise passages say nothing; rows of so many words do.
_ROW, _SAME_WORDS, _FEWEST_LINES = 4, 0.6, 8
_DIGITS = late_pattern(r"\d+")
_FEWEST_OTHERS, _MOST_OTHERS = 6, 4  # figures that one side alone has, for each that both have
_UNDER = 0.002  # of a score, just not shown
_STEEPNESS = 8.0


@dataclass(frozen=True, slots=True, eq=False)
class Cells:
    """Scored pairs of passages, ascending by left passage, then by right.

    ``wording`` is the likeness of the words, ``neighbours`` what the pairs
    before and after add, ``rarity`` the summed rarity of the content words both
    passages hold, ``similarity`` the cosine of the finest encoder, if any. ``alone``
    is how surely each passage has no partner, left and right. The ``doubted`` pairs
    share much and tell of two things.
    """

    shape: tuple[int, int]
    rows: Ints
    columns: Ints
    score: Floats
    wording: Floats
    neighbours: Floats
    rarity: Floats
    similarity: Floats | None
    relation: Relation
    shown: Shown
    stems: Field
    alone: tuple[Floats, Floats]
    doubted: frozenset[tuple[int, int]] = frozenset()


def score_cells(
    left: Reading,
    right: Reading,
    facts: FactTable,
    runs: Sequence[Run] = (),
    *,
    relation: Relation | None = None,
    meanings: Sequence[Meaning] = (),
) -> Cells:
    """Score the pairs of passages worth a look, recognising the relation if not given."""
    texts = Texts(left, right, meanings)
    pairs = texts.pairs()
    order = texts.order(pairs.rows, pairs.columns)
    if (relation or _recognised(texts, pairs, order)) is Relation.VERSIONS:
        return _read_as_versions(texts, pairs, order)
    return _read_as_claims(texts, pairs, texts.signs(pairs, facts, order, runs), facts, runs)


def _read_as_claims(
    texts: Texts,
    pairs: Pairs,
    told: Mapping[str, Floats],
    facts: FactTable,
    runs: Sequence[Run],
) -> Cells:
    """Score the pairs of passages of two voices as was learned from labelled articles."""
    # score = log odds / ODDS_AT_ONE, between -1 and 1: see ``ClaimReader.read``.
    reader = reader_for(texts.encoders, across_languages=_across_languages(texts))
    read = reader.read(pairs, told)
    similarity, shown = _similarity(told), shown_of_voices(reader)
    score = _rounded(np.clip(read.odds / ODDS_AT_ONE, -1, 1))
    # A run shows a pair by itself, so it is doubted like what the score shows.
    is_looked_at = (score >= shown.low) | (
        signs.laid_out(pairs, words_shared(texts.left, texts.right, runs)) > 0
    )
    doubted = _doubted(texts, pairs, is_looked_at, told, facts)
    # Just under the cut, so that it is still found by whoever asks for fainter ones.
    score[doubted] = np.minimum(score[doubted], shown.low - _UNDER)
    return Cells(
        shape=pairs.shape,
        rows=pairs.rows,
        columns=pairs.columns,
        score=_rounded(score),
        wording=_rounded(told["wording"]),
        neighbours=_rounded(read.neighbours / ODDS_AT_ONE),
        # The reader was taught with ln(1 + rarity); evidence shows the sum itself.
        rarity=_rounded(np.expm1(told["rarity"])),
        similarity=similarity,
        relation=Relation.VOICES,
        shown=shown,
        stems=texts.stems,
        alone=reader.alone(pairs, score * np.float32(ODDS_AT_ONE)),
        doubted=frozenset(
            zip(pairs.rows[doubted].tolist(), pairs.columns[doubted].tolist(), strict=True)
        ),
    )


def _doubted(
    texts: Texts,
    pairs: Pairs,
    is_looked_at: NDArray[np.bool_],
    told: Mapping[str, Floats],
    facts: FactTable,
) -> NDArray[np.bool_]:
    """Tell of each pair looked at whether its passages rather tell of two things."""
    doubts = Doubts(texts.left, texts.right, facts)
    nearness, across = (told.get(f"{sort} alone") for sort in (signs.CLAIMS, signs.TONGUES))
    found = np.zeros(len(pairs), np.bool_)
    for at in np.flatnonzero(is_looked_at).tolist():
        # Rounded as the score is: a cosine at the edge decides alike on every machine.
        near, also = (
            None if cosines is None else round(float(cosines[at]), 4)
            for cosines in (nearness, across)
        )
        found[at] = doubts.about(int(pairs.rows[at]), int(pairs.columns[at]), near, also)
    return found


def _read_as_versions(texts: Texts, pairs: Pairs, order: Floats) -> Cells:
    """Score the pairs of passages of two versions of one text by letters and paragraphs."""
    rows, columns = pairs.rows, pairs.columns
    # Versions are weighed by the first encoder alone.
    blend = blend_for(encoders=len(texts.meanings), across_languages=_across_languages(texts))
    words, similarity = texts.wording(rows, columns), texts.similarity(rows, columns)
    # alone = wording * words + order * places + meaning * cosine; whole = the same of the
    # paragraphs around; near = neighbour * mean of the pairs before and after on the diagonal;
    # score = (1 - paragraph) * alone + paragraph * whole + near - hub * hub height.
    alone = blend.wording * words + blend.order * order
    alone = alone + blend.meaning * texts.meaning(rows, columns)
    whole = _paragraphs(texts, pairs, blend)
    score = (1 - blend.paragraph) * alone + blend.paragraph * whole
    near = blend.neighbour * neighbour_support(rows, columns, score, pairs.shape[1])
    score = score + near
    # Last: what matches everything is known only once all scores are there.
    score = _rounded(score - blend.hub * pairs.hub_height(score, reach=blend.hub_reach))
    return Cells(
        shape=pairs.shape,
        rows=rows,
        columns=columns,
        score=score,
        wording=_rounded(words),
        neighbours=_rounded(near),
        rarity=_rounded(texts.rarity(rows, columns)),
        similarity=None if similarity is None else _rounded(similarity),
        relation=Relation.VERSIONS,
        shown=SHOWN_OF_VERSIONS,
        stems=texts.stems,
        alone=(
            _alone_in_versions(best_of(rows, score, pairs.shape[0])),
            _alone_in_versions(best_of(columns, score, pairs.shape[1])),
        ),
    )


def _alone_in_versions(best: Floats) -> Floats:
    """Return how surely a passage with such a best score was left out of the other version."""
    # sureness = 1 / (1 + exp(8 * (best - low))): .5 where matches begin to be shown.
    return np.asarray(1 / (1 + np.exp(_STEEPNESS * (best - SHOWN_OF_VERSIONS.low))), np.float32)


def _paragraphs(texts: Texts, pairs: Pairs, blend: Blend) -> Floats:
    """Return for each pair how strongly the paragraphs around it correspond."""
    owners = texts.left.owners, texts.right.owners
    joined = [
        Meaning(signs.joined(m.left, owners[0]), signs.joined(m.right, owners[1]))
        for m in texts.meanings[:1]
    ]
    wholes = Texts(texts.left.paragraphs, texts.right.paragraphs, joined)

    def score(rows: Ints, columns: Ints) -> Floats:
        told = blend.wording * wholes.wording(rows, columns)
        told = told + blend.order * wholes.order(rows, columns)
        return np.asarray(told + blend.meaning * wholes.meaning(rows, columns), np.float32)

    return _spread(pairs, owners, score)


def _spread(
    pairs: Pairs, owners: tuple[Ints, Ints], score: Callable[[Ints, Ints], Floats]
) -> Floats:
    """Return for each pair what ``score`` tells of the paragraphs its passages stand in."""
    width = int(owners[1].max(initial=0)) + 1
    keys, back = np.unique(
        # Many pairs of passages stand in the same two paragraphs, which are compared once.
        owners[0][pairs.rows] * width + owners[1][pairs.columns],
        return_inverse=True,
    )
    return np.asarray(score(*np.divmod(keys, width))[back], np.float32)


def _similarity(told: Mapping[str, Floats]) -> Floats | None:
    """Return the cosines that are shown, those of the finer encoder if it has read."""
    # The tuned encoder is the finer one, and English alone.
    near = told.get(f"{signs.CLAIMS} alone", told.get(f"{signs.TONGUES} alone"))
    return None if near is None else _rounded(near)


def _rounded(values: NDArray[np.floating]) -> Floats:
    """Round away what the order of additions may change."""
    return np.round(values, 4).astype(np.float32)


def across_languages(left: Article, right: Article) -> bool:
    """Tell whether two articles are known to be in two languages."""
    return bool(left.language and right.language and left.language != right.language)


def _across_languages(texts: Texts) -> bool:
    return across_languages(texts.left.article, texts.right.article)


@dataclass(frozen=True, slots=True)
class _Lines:
    """The passages of a text, those that recur counted once; and how near their partners are."""

    count: int
    best: Floats


def _lines(partnered: Ints, partners: Ints, best: Floats) -> _Lines:
    """Count passages, as many as ``best``, by which of the other text are their best partners."""
    # A line that recurs in both, as “Updated at nine” does, is the best of each of its like, and
    # one of them stands for all: the first.
    first = np.full(len(best), np.iinfo(np.int64).max)
    np.minimum.at(first, partnered, partners)
    has_partner = np.unique(partnered)
    _, lines = np.unique(first[has_partner], return_index=True)
    return _Lines(len(best) - len(has_partner) + len(lines), best[has_partner[lines]])


def _have_the_same_words(texts: Texts) -> bool:
    """Tell whether two texts say most in the same rows of words, wherever their lines break."""
    ours, theirs = (
        set(zip(*(words[n:] for n in range(_ROW)), strict=False))
        for words in (
            [form for forms in side.forms for form in forms] for side in (texts.left, texts.right)
        )
    )
    shared = len(ours & theirs)
    return shared > 0 and shared >= _SAME_WORDS * max(len(ours), len(theirs))


def _tell_one_count(texts: Texts, rows: Ints, columns: Ints) -> bool:
    """Tell whether the figures of the pairs are not nearly all others.

    Two studies of one thing say alike what they measured, and measured something else.
    """
    sides = [
        [
            Counter(_DIGITS.findall(with_plain_digits(each.span.of(side.text))))
            for each in side.passages
        ]
        for side in (texts.left, texts.right)
    ]
    shared = lacking = 0
    for row, column in zip(rows.tolist(), columns.tolist(), strict=True):
        ours, theirs = sides[0][row], sides[1][column]
        shared += (ours & theirs).total()
        lacking += ((ours - theirs) + (theirs - ours)).total()
    return lacking < _FEWEST_OTHERS or lacking <= _MOST_OTHERS * shared


def _recognised(texts: Texts, pairs: Pairs, order: Floats) -> Relation:
    """Tell two versions of one text from two voices by their mutually best pairs."""
    shape = pairs.shape
    # Scores of few passages say little; ``changes.recognition`` asks the words of short ones.
    if min(shape) < _VERSIONS_LEAST:
        are_lines = min(shape) >= _FEWEST_LINES and _have_the_same_words(texts)
        return Relation.VERSIONS if are_lines else Relation.VOICES
    rows, columns = pairs.rows, pairs.columns
    signs_told = [(order, _ALIKE_IN_LETTERS)]
    similarity = texts.similarity(rows, columns)
    # The .62 is of the multilingual encoder.
    if similarity is not None and signs.sort_of(texts.meanings[0].encoder) == signs.TONGUES:
        signs_told.append((similarity, _ALIKE_IN_MEANING))
    for values, enough in signs_told:
        of_row, of_column = best_of(rows, values, shape[0]), best_of(columns, values, shape[1])
        # Each the other's best.
        mutual = (values >= of_row[rows]) & (values >= of_column[columns])
        ours, theirs = (
            _lines(side[mutual], other[mutual], best)
            for side, other, best in ((rows, columns, of_row), (columns, rows, of_column))
        )
        fewest = min(ours.count, theirs.count)
        are_partnered = min(len(ours.best), len(theirs.best)) >= _PARTNERED * fewest
        are_alike = min(float(np.median(side.best)) for side in (ours, theirs)) >= enough
        if not (are_partnered and are_alike):
            continue
        # In the same letters a report of another year is a version all the same.
        if values is order or _tell_one_count(texts, rows[mutual], columns[mutual]):
            return Relation.VERSIONS
    return Relation.VOICES
