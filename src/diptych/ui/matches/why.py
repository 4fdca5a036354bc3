# SPDX-License-Identifier: MIT
"""Why two passages were brought together, in words a reader can check."""

from __future__ import annotations

from PySide6.QtCore import QObject

from diptych.compare.values import SOURCE, Evidence, SharedFact, SharedWord
from diptych.ui.desk.present import shortened
from diptych.ui.parts.facts import long_date

_RUN_TOLD = 3  # words in a row; fewer are in any two passages
_WORDS_TOLD, _FACTS_TOLD = 5, 5
_QUOTATION = "quotation"  # the sort of a fact
_LONGEST_QUOTATION = 80  # code points
_NEARLY_ALL = 0.95


class Why(QObject):
    """Tells the evidence of a match, one sentence a line, what weighs most first.

    An object because Qt's tools find plural forms in ``tr`` alone.
    """

    def lines(self, evidence: Evidence, strength: float, encoder: str = "") -> tuple[str, ...]:
        """Return the lines; ``encoder`` is the one that measured the similarity."""
        told = [
            self._run(evidence.shared_run, evidence.in_a_row),
            self._words(evidence.shared_words),
            *self._quotations(evidence.facts),
            self._facts(evidence.facts),
            self._sources(evidence.facts),
            self._meaning(evidence.similarity, encoder),
            self._beside(evidence.beside),
        ]
        lines = [line for line in told if line]
        if not (evidence.shared_words or evidence.facts or evidence.shared_run >= _RUN_TOLD):
            lines.append(self.tr("No single word or fact stands out; the whole is alike."))
        return (*lines, self._strength(strength))

    def _run(self, words: int, in_a_row: int) -> str:
        if words < _RUN_TOLD:
            return ""
        if in_a_row >= words:
            return self.tr("%n word(s) in a row are the same.", "", words)
        told = self.tr("%n word(s) are the same, up to {0} of them in a row.", "", words)
        return told.format(in_a_row)

    def _words(self, words: tuple[SharedWord, ...]) -> str:
        if not words:
            return ""
        listed = ", ".join(
            f"{word.written or word.word} ({word.passages})" for word in words[:_WORDS_TOLD]
        )
        told = self.tr("Uncommon words that both use, and in how many passages: {0}.")
        return told.format(listed)

    def _quotations(self, facts: tuple[SharedFact, ...]) -> list[str]:
        quoted = [" ".join(fact.left.split()) for fact in facts if fact.sort == _QUOTATION]
        told = self.tr("Both quote: {0}")
        return [told.format(shortened(words, _LONGEST_QUOTATION)) for words in quoted]

    def _facts(self, facts: tuple[SharedFact, ...]) -> str:
        # What is told twice is said once.
        written = dict.fromkeys(_as_written(f) for f in facts if f.sort not in (_QUOTATION, SOURCE))
        if not written:
            return ""
        listed = " · ".join(list(written)[:_FACTS_TOLD])
        return self.tr("Facts both give: {0}.").format(listed)

    def _sources(self, facts: tuple[SharedFact, ...]) -> str:
        cited = dict.fromkeys(_as_written(fact) for fact in facts if fact.sort == SOURCE)
        return self.tr("Both cite {0}.").format(" · ".join(cited)) if cited else ""

    def _meaning(self, similarity: float | None, encoder: str) -> str:
        if similarity is None:
            return ""
        value = f"{similarity:.2f}"
        if not encoder:
            return self.tr("Nearness in meaning: {0}, where 1 is the same.").format(value)
        told = self.tr("Nearness in meaning: {0}, where 1 is the same (by the encoder {1}).")
        return told.format(value, encoder)

    def _beside(self, count: int) -> str:
        if not count:
            return ""
        return self.tr("%n other match(es) stand right beside it on both sides.", "", count)

    def _strength(self, strength: float) -> str:
        percent = round(100 * strength)
        if strength >= _NEARLY_ALL:
            return self.tr("Strength {0} %: nearly all matches so strong are right.").format(
                percent
            )
        told = self.tr("Strength {0} %: about {1} in 10 matches so strong are right.")
        # Never 0 and never 10 in 10: "about" promises neither.
        return told.format(percent, max(1, min(9, round(10 * strength))))


def _as_written(fact: SharedFact) -> str:
    """Return a fact as each side writes it, with the day it means where that takes a calendar."""
    left, right = (" ".join(words.split()) for words in (fact.left, fact.right))
    if left == right:
        return left
    # Without a year there is no such day, and without a day only a month.
    day = "" if fact.day.startswith("0000") else long_date(fact.day.removesuffix("-00"))
    return f"{left} / {right}" + (f" ({day})" if day and day not in (left, right) else "")
