# SPDX-License-Identifier: MIT
"""Words on matches and notes that several features say; pure functions."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from diptych.compare.values import FAIR, STRONG, Kind, Match
from diptych.notes.note import Colour, Note
from diptych.text.paragraphs import Paragraphs
from diptych.ui.parts.counted import Counted


def match_place(match: Match, left: Paragraphs, right: Paragraphs) -> str:
    """Return where a match stands, for those who listen."""
    words = QCoreApplication.translate("Present", "left paragraph {0}, right paragraph {1}")
    return words.format(left.last_at(match.left.start), right.last_at(match.right.start))


def match_label(match: Match) -> str:
    """Return what a card says beside the kind: a length, a strength or the facts."""
    if match.kind is Kind.SAME_WORDS and match.evidence.shared_run:
        return Counted().words(match.evidence.shared_run)
    if match.kind is Kind.SAME_FACTS and match.evidence.facts:
        return " · ".join(fact.left for fact in match.evidence.facts[:3])
    if not match.is_claim:
        return " · ".join(fact.left for fact in match.evidence.facts)
    return strength_word(match.strength)


def two_at_a_time() -> str:
    """Return a sentence on how to choose two, said where there are more."""
    return QCoreApplication.translate(
        "Present", "Two articles are compared at a time: pin one with Alt+1, one with Alt+2."
    )


def shortened(text: str, length: int) -> str:
    """Return a text cut at a word, with an ellipsis where it was cut."""
    if len(text) <= length:
        return text
    return text[:length].rsplit(" ", 1)[0].rstrip(",.;: ") + "…"


def strength_word(strength: float) -> str:
    """Return a strength of 0 to 1 as a word."""
    if strength >= STRONG:
        return QCoreApplication.translate("Present", "strong")
    if strength >= FAIR:
        return QCoreApplication.translate("Present", "fair")
    return QCoreApplication.translate("Present", "faint")


def note_hue(note: Note) -> str:
    """Return the name of the colour a note's marks take."""
    return "note" if note.colour is Colour.NONE else f"note-{note.colour.value}"
