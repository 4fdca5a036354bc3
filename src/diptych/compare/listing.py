# SPDX-License-Identifier: MIT
"""A comparison as plain values, as the command line prints it."""

from __future__ import annotations

from collections.abc import Sequence

from diptych.compare.values import Comparison, Evidence, Match, OnlyHere
from diptych.compare.word_changes import Alike, word_changes_between
from diptych.text.article import Article, Span


def comparison_json(comparison: Comparison, left: Article, right: Article) -> dict[str, object]:
    """Return the comparison with its texts; the caller adds ids, paths and titles."""
    return {
        "knows_meaning": comparison.knows_meaning,
        "left": {"passages": len(comparison.left_passages), "coverage": comparison.coverage_left},
        "right": {
            "passages": len(comparison.right_passages),
            "coverage": comparison.coverage_right,
        },
        "relation": comparison.relation.value,
        "fainter": comparison.fainter,
        "matches": [_match(match, left.text, right.text) for match in comparison.matches],
        "only_left": _alone(comparison.only_left, left.text),
        "only_right": _alone(comparison.only_right, right.text),
    }


def words_json(match: Match, left: Article, right: Article) -> dict[str, object]:
    """Return what the words of a match have in common and where they part."""
    found = word_changes_between(left, right, match.left, match.right, alike=Alike.STEM)
    return {
        "likeness": round(found.likeness, 4),
        "same": [_both(*spans, left, right) for spans in found.same],
        "moved": [_both(*spans, left, right) for spans in found.moved],
        "changes": [
            {"change": each.change.value, "telling": each.is_telling}
            | _both(each.left, each.right, left, right)
            for each in found.changes
        ],
    }


def _both(ours: Span, theirs: Span, left: Article, right: Article) -> dict[str, object]:
    return {"left": _quoted(ours, left.text), "right": _quoted(theirs, right.text)}


def _match(match: Match, left: str, right: str) -> dict[str, object]:
    return {
        "kind": match.kind.value,
        "saying": match.saying.value,
        "score": match.score,
        "strength": match.strength,
        "shown": match.shown,
        "left": _quoted(match.left, left),
        "right": _quoted(match.right, right),
        "evidence": _evidence(match.evidence),
    }


def _quoted(span: Span, text: str) -> dict[str, object]:
    return {"start": span.start, "end": span.end, "text": span.of(text)}


def _evidence(evidence: Evidence) -> dict[str, object]:
    listed: dict[str, object] = {
        "shared_words": [
            {"word": w.word, "written": w.written, "rarity": w.rarity, "passages": w.passages}
            for w in evidence.shared_words
        ],
        "facts": [
            {"sort": f.sort, "left": f.left, "right": f.right, **({"day": f.day} if f.day else {})}
            for f in evidence.facts
        ],
        "differing": [
            {
                "left": d.left,
                "right": d.right,
                "left_span": [d.left_span.start, d.left_span.end],
                "right_span": [d.right_span.start, d.right_span.end],
            }
            for d in evidence.differing
        ],
        "left_marks": [[mark.start, mark.end] for mark in evidence.left_marks],
        "right_marks": [[mark.start, mark.end] for mark in evidence.right_marks],
        "shared_run": evidence.shared_run,
        "in_a_row": evidence.in_a_row,
        "wording": evidence.wording,
        "neighbours": evidence.neighbours,
        "similarity": evidence.similarity,
        "beside": evidence.beside,
        "stance": evidence.stance.value,
    }
    return listed


def _alone(alone: Sequence[OnlyHere], text: str) -> list[dict[str, object]]:
    return [
        {
            **_quoted(only.span, text),
            "score": only.score,
            "importance": only.importance,
            "shown": only.shown,
        }
        for only in alone
    ]
