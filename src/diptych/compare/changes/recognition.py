# SPDX-License-Identifier: MIT
"""Whether two articles are versions of one text, or a text and its translation."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from diptych.compare.changes.tokens import Tokeniser
from diptych.compare.changes.values import Ignored, Kinship
from diptych.compare.in_order import in_order
from diptych.compare.same_claim import across_languages
from diptych.compare.values import Comparison, Relation, is_short
from diptych.compare.word_rows import common_rows
from diptych.text.article import Article, Span

_ROW = 4  # words on end; fewer are common to any two texts of one language
_SHARED = 0.35  # share of the shorter text's words in such rows
_SURELY_SHARED = 0.5  # share of each text's rows that the other has too
_JOINED = 0.6  # share of the passages of both that a translation has in order
_FEWEST = 3  # passages; of fewer nobody can tell


def kinship(left: Article, right: Article, comparison: Comparison) -> Kinship:
    """Tell how two articles are related; short ones by their words, for scores say little."""
    is_versions = comparison.relation is Relation.VERSIONS
    if across_languages(left, right):
        # Without an encoder nothing but names and figures was compared, which any two articles
        # share.
        if comparison.knows_meaning and (is_versions or _is_told_in_order(comparison)):
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


def _is_told_in_order(comparison: Comparison) -> bool:
    """Tell whether most passages of both texts are joined, one after the other."""
    chain = in_order([match for match in comparison.matches if match.shown])
    shares = (
        _covered(comparison.left_passages, [match.left for match in chain]),
        _covered(comparison.right_passages, [match.right for match in chain]),
    )
    fewest = min(len(comparison.left_passages), len(comparison.right_passages))
    return fewest >= _FEWEST and min(shares) >= _JOINED


def _covered(passages: Sequence[Span], spans: Sequence[Span]) -> float:
    """Return the share of passages in which one of the spans begins, or that lie in one."""
    starts = [passage.start for passage in passages]
    met: set[int] = set()
    for span in spans:
        low = bisect_left(starts, span.start)
        met.update(range(low, max(bisect_left(starts, span.end), low)))
    return len(met) / max(1, len(passages))
