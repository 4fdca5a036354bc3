# SPDX-License-Identifier: MIT
"""Matches, and passages that stand on one side alone, as rows of the lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QCoreApplication

from diptych.compare.values import Match, OnlyHere, Stance
from diptych.text.article import Article
from diptych.text.paragraphs import Paragraphs
from diptych.ui.desk.present import match_label
from diptych.ui.desk.quoting import Quoting
from diptych.ui.matches.rows import MatchRow, OnlyRow


def match_row(number: int, match: Match, left: Quoting, right: Quoting, *, place: str) -> MatchRow:
    """Return the card of a match: both quotes, what marks them, its strength in words."""
    evidence = match.evidence
    left_text, left_marks = left.line(match.left, evidence.left_marks)
    right_text, right_marks = right.line(match.right, evidence.right_marks)
    return MatchRow(
        index=number,
        kind=match.kind,
        strength=match.strength,
        left_text=left_text,
        right_text=right_text,
        left_marks=left_marks,
        right_marks=right_marks,
        label=match_label(match),
        differing=tuple((figure.left, figure.right) for figure in evidence.differing),
        denies=evidence.stance is Stance.DENIES,
        place=place,
        evidence=evidence,
        saying=match.saying,
        left_start=match.left.start,
    )


def only_rows(article: Article, passages: Iterable[OnlyHere]) -> Iterator[OnlyRow]:
    """Yield what stands on one side alone as rows, in the given order."""
    quoting, paragraphs = Quoting(article), Paragraphs(article)
    where = QCoreApplication.translate("Present", "paragraph {0}")
    for index, passage in enumerate(passages):
        words = quoting.line(passage.span)[0]
        yield OnlyRow(index, words, where.format(paragraphs.last_at(passage.span.start)))
