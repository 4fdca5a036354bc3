# SPDX-License-Identifier: MIT
"""Whether two articles are versions of one text, or a text and its translation."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from diptych.compare.changes.across import sentences_told
from diptych.compare.changes.by_length import ONE_BY_ONE, Cell, cells_by_length
from diptych.compare.changes.findings import Checked
from diptych.compare.changes.tokens import Tokeniser
from diptych.compare.changes.values import Ignored, Kinship
from diptych.compare.in_order import in_order
from diptych.compare.same_claim import across_languages
from diptych.compare.values import Comparison, Relation, is_short
from diptych.compare.word_rows import common_rows
from diptych.text.article import Article, Span
from diptych.values import dataclass

_ROW = 4  # words on end; fewer are common to any two texts of one language
_SHARED = 0.35  # share of the shorter text's words in such rows
_SURELY_SHARED = 0.5  # share of each text's rows that the other has too
_JOINED = 0.6  # share of the passages of both that a translation has in order
_FEWEST = 3  # passages; of fewer nobody can tell
_MANY = 8  # passages; of so many most are joined by no chance
_FEWEST_ALIKE = 2  # passages, where figures and names speak for them
_FEWEST_MARKS = 3  # figures, days and names that both have in the same sentences
_MARKS_LACKING = 2  # times as many are shared as one side alone has
_BORNE_OUT = 0.6  # share of the sentences that a match or their marks join
_MEANT = 1.5  # what a match is worth beside the lengths, as a logarithm


def kinship(left: Article, right: Article, comparison: Comparison) -> Kinship:
    """Tell how two articles are related; short ones by their words, for scores say little."""
    is_versions = comparison.relation is Relation.VERSIONS
    if across_languages(left, right):
        # Without an encoder nothing but names and figures was compared, which any two articles
        # share.
        if comparison.knows_meaning and (
            is_versions
            or _is_told_in_order(left, right, comparison)
            or _is_short_translation(left, right, comparison)
        ):
            return Kinship.TRANSLATION
        return Kinship.NONE
    is_kin = is_versions or are_surely_versions(left, right)
    if is_kin or (is_short(comparison) and _share_of_rows(left, right) >= _SHARED):
        return Kinship.VERSIONS
    return Kinship.NONE


def are_surely_versions(left: Article, right: Article) -> bool:
    """Tell by their words alone, without comparing them, that two articles are versions.

    Of two books that takes a fiftieth of the time of a comparison. Where it is False the
    two may be versions all the same.
    """
    if across_languages(left, right):
        return False
    ours, theirs = _rows(_words(left)), _rows(_words(right))
    shared = len(ours & theirs)
    # Of the longer too: a chapter is no version of its book.
    return shared > 0 and shared >= _SURELY_SHARED * max(len(ours), len(theirs))


def _rows(words: Sequence[str]) -> set[tuple[str, ...]]:
    return set(zip(*(words[n:] for n in range(_ROW)), strict=False))


def _share_of_rows(left: Article, right: Article) -> float:
    numbers: dict[str, int] = {}
    ours, theirs = (
        [numbers.setdefault(word, len(numbers)) for word in _words(article)]
        for article in (left, right)
    )
    rows = common_rows(ours, theirs)
    kept = sum(row.length for row in rows if row.length >= _ROW)
    return kept / max(1, min(len(ours), len(theirs)))


def _words(article: Article) -> list[str]:
    text = article.reading_text()
    # Capitals and signs change from edition to edition and say nothing of kinship.
    reader = Tokeniser(text, article.language, Ignored(case=True, punctuation=True))
    return reader.keys(Span(0, len(text)))


def _is_short_translation(left: Article, right: Article, comparison: Comparison) -> bool:
    """Tell whether a few sentences keep what any language would keep, one after the other.

    Scores say little of two or three sentences; figures, days and names that all stand in
    the same sentence of both say much. One figure may be wrong: that is what is looked for.
    """
    fewest, most = _fewest_and_most(comparison)
    if not is_short(comparison) or fewest < _FEWEST_ALIKE:
        return False
    kept = _kept_in_order(left, right, comparison)
    if kept.shared >= max(_FEWEST_MARKS, _MARKS_LACKING * kept.lacking):
        return kept.borne_out >= _BORNE_OUT * most
    # Two will do where nothing at all speaks against any sentence.
    return kept.shared >= _FEWEST_ALIKE and not kept.lacking and kept.borne_out == most


@dataclass(frozen=True, slots=True)
class _Kept:
    """How many figures and names both sentences of a pair have, and one alone.

    ``borne_out`` counts the pairs that those or a match join.
    """

    shared: int
    lacking: int
    borne_out: int


def _kept_in_order(left: Article, right: Article, comparison: Comparison) -> _Kept:
    sides = Checked(left, left.reading_text()), Checked(right, right.reading_text())
    ours, theirs = sentences_told(sides, (comparison.left_passages, comparison.right_passages))
    meant = _cells_meant(comparison)
    pairs = cells_by_length(ours, theirs, dict.fromkeys(meant, _MEANT), ONE_BY_ONE)
    marks = [(ours[row].marks, theirs[column].marks) for row, column in pairs]
    return _Kept(
        sum(len(one & other) for one, other in marks),
        sum(len(one ^ other) for one, other in marks),
        sum(
            cell in meant or len(one & other) > len(one ^ other)
            for cell, (one, other) in zip(pairs, marks, strict=True)
        ),
    )


def _fewest_and_most(comparison: Comparison) -> tuple[int, int]:
    counts = len(comparison.left_passages), len(comparison.right_passages)
    return min(counts), max(counts)


def _cells_meant(comparison: Comparison) -> frozenset[Cell]:
    """Return the pairs of passages that a match names, however faint."""
    rows, columns = (
        {span: at for at, span in enumerate(side)}
        for side in (comparison.left_passages, comparison.right_passages)
    )
    return frozenset(
        (rows[match.left], columns[match.right])
        for match in comparison.matches
        if match.is_claim and match.left in rows and match.right in columns
    )


def _is_told_in_order(left: Article, right: Article, comparison: Comparison) -> bool:
    """Tell whether most passages of both texts are joined, one after the other."""
    chain = in_order([match for match in comparison.matches if match.shown])
    shares = (
        _covered(comparison.left_passages, [match.left for match in chain]),
        _covered(comparison.right_passages, [match.right for match in chain]),
    )
    fewest, _ = _fewest_and_most(comparison)
    if fewest < _FEWEST or min(shares) < _JOINED:
        return False
    if fewest >= _MANY:
        return True
    # Two of three sentences of another text may be joined by chance; its figures are others.
    kept = _kept_in_order(left, right, comparison)
    return _MARKS_LACKING * kept.shared >= kept.lacking


def _covered(passages: Sequence[Span], spans: Sequence[Span]) -> float:
    """Return the share of passages in which one of the spans begins, or that lie in one."""
    starts = [passage.start for passage in passages]
    met: set[int] = set()
    for span in spans:
        low = bisect_left(starts, span.start)
        met.update(range(low, max(bisect_left(starts, span.end), low)))
    return len(met) / max(1, len(passages))
