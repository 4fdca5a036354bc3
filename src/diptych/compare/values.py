# SPDX-License-Identifier: MIT
"""What a comparison consists of: matches, their evidence, what stands only here."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from enum import StrEnum

from diptych.text.article import Span
from diptych.values import dataclass

NOWHERE = Span(0, 0)
SOURCE = "source"
"""The sort of a shared fact that is a work both cite."""
SURELY_SAME = 0.6
"""The strength from which on two passages are said to make the same claim."""
STRONG, FAIR = 0.66, 0.33
"""The strengths from which on a match is called strong, and fair; a weaker one is faint."""


def strength_in_words(strength: float) -> str:
    """Return a strength of 0 to 1 as a word and in per cent: “strong (87 %)”."""
    word = "strong" if strength >= STRONG else "fair" if strength >= FAIR else "faint"
    return f"{word} ({round(100 * strength)} %)"


class Kind(StrEnum):
    """How two passages correspond; the values are part of the JSON contract."""

    SAME_WORDS = "same-words"
    SAME_CLAIM = "same-claim"
    SAME_FACTS = "same-facts"
    SAME_SOURCE = "same-source"


class Saying(StrEnum):
    """What a match is called; the values are part of the JSON contract."""

    SAME_WORDS = "same-words"
    SAME_CLAIM = "same-claim"
    RELATED = "related"
    SAME_FACTS = "same-facts"
    SAME_SOURCE = "same-source"
    DENIES = "denies"
    DIFFERS = "differs"


PARTING = frozenset({Saying.DENIES, Saying.DIFFERS})
"""What a match is called where its two sides disagree."""
_PLAINLY = {kind: Saying(kind.value) for kind in Kind}


class Relation(StrEnum):
    """How the two texts of a pair relate, recognised before scoring."""

    VOICES = "two-voices"
    VERSIONS = "versions"


class Stance(StrEnum):
    """What one side does with the other's claim; empty when not sure."""

    UNKNOWN = ""
    DENIES = "denies"
    DIFFERS = "differs"


_PARTING = (Stance.DENIES, Stance.DIFFERS)


@dataclass(frozen=True, slots=True)
class SharedWord:
    """A word both passages hold, with its rarity (inverse document frequency).

    ``word`` is its stem, ``written`` how the left passage writes it and ``across`` the
    right one; it stands in so many ``passages`` of the two texts.
    """

    word: str
    rarity: float
    written: str = ""
    passages: int = 0
    across: str = ""


@dataclass(frozen=True, slots=True)
class SharedFact:
    """A figure, date, name or quotation both passages hold, as each writes it.

    ``day`` is the date that is meant ("2025-02-12", zeros for what is not known), empty
    for all but dates.
    """

    sort: str  # figure, date, name, quotation, or SOURCE
    left: str
    right: str
    day: str = ""


@dataclass(frozen=True, slots=True)
class DifferingFigure:
    """Two figures, or two days, for the same thing inside one match; shown, never judged.

    The spans say where each side writes its own, in code points of its article.
    """

    left: str
    right: str
    left_span: Span = NOWHERE
    right_span: Span = NOWHERE


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a match is one, in terms a reader can check.

    ``left_marks`` and ``right_marks`` are the spans to underline inside the
    passages (shared words, runs, facts), in code points of each article.
    ``shared_run`` counts the words of the longest shared wording, which a few words of one
    side's own may part; ``in_a_row`` those of it that follow one another on both sides.
    ``similarity`` is the cosine of the meaning vectors, None without them.
    ``beside`` counts the other shown matches right beside it on both sides.
    """

    shared_words: tuple[SharedWord, ...] = ()
    facts: tuple[SharedFact, ...] = ()
    differing: tuple[DifferingFigure, ...] = ()
    left_marks: tuple[Span, ...] = ()
    right_marks: tuple[Span, ...] = ()
    shared_run: int = 0
    in_a_row: int = 0
    wording: float = 0.0
    neighbours: float = 0.0
    similarity: float | None = None
    beside: int = 0
    stance: Stance = Stance.UNKNOWN


@dataclass(frozen=True, slots=True)
class Match:
    """A left and a right span that correspond; ``shown`` by default or only on request.

    ``strength`` is the score put on the reader's scale of 0 to 1 (the slider,
    "strong", "fair", "faint"); ``score``, 0 to 1, only orders.
    """

    kind: Kind
    left: Span
    right: Span
    score: float
    strength: float
    shown: bool
    evidence: Evidence = Evidence()

    @property
    def saying(self) -> Saying:
        """What the two sides do to one another, as far as that is sure."""
        if self.evidence.stance is Stance.DENIES:
            return Saying.DENIES
        if self.evidence.stance is Stance.DIFFERS or self.evidence.differing:
            return Saying.DIFFERS
        if self.kind is Kind.SAME_CLAIM and self.strength < SURELY_SAME:
            return Saying.RELATED
        return _PLAINLY[self.kind]

    @property
    def is_claim(self) -> bool:
        """Tell whether both sides say something; two that cite one work need not agree."""
        return self.kind is not Kind.SAME_SOURCE

    @property
    def is_agreement(self) -> bool:
        """Tell whether both sides surely say the same; what is only related need not."""
        is_same = self.kind is Kind.SAME_WORDS or (
            self.kind is Kind.SAME_CLAIM and self.strength >= SURELY_SAME
        )
        return is_same and not self.is_difference

    @property
    def is_difference(self) -> bool:
        """Tell whether the two sides part here: one denies it, or their figures differ."""
        # Asked of thousands of matches after each change: without a word for the others.
        return self.evidence.stance in _PARTING or bool(self.evidence.differing)


@dataclass(frozen=True, slots=True)
class OnlyHere:
    """A passage without counterpart; the higher the score, the surer.

    ``importance`` is how much it matters, 0 to 1, by its length, place and facts.
    """

    span: Span
    score: float
    shown: bool = True
    importance: float = 0.0


@dataclass(frozen=True, slots=True)
class Options:
    """What the reader may adjust.

    ``shortest_run`` counts words. With ``fainter`` the matches less likely right
    than wrong are shown too. With ``every_pair`` the comparison holds all
    scored pairs of passages, not only those worth showing.
    """

    shortest_run: int = 8
    every_pair: bool = False
    fainter: bool = False
    relation: Relation | None = None  # None: recognise it


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two articles have in common, best match first.

    ``fainter`` counts the matches that ``Options.fainter`` would show besides.
    ``knows_meaning`` is False for two languages that no encoder has read: then only
    quotations, names and figures were compared, and what stands only here is unknown.
    """

    matches: tuple[Match, ...]
    only_left: tuple[OnlyHere, ...]
    only_right: tuple[OnlyHere, ...]
    left_passages: tuple[Span, ...]
    right_passages: tuple[Span, ...]
    relation: Relation = Relation.VOICES
    coverage_left: float = 0.0
    coverage_right: float = 0.0
    fainter: int = 0
    knows_meaning: bool = True


_SHORT = 40  # passages


def is_short(comparison: Comparison) -> bool:
    """Tell whether a side has too few passages for its relation to be told by scores."""
    return min(len(comparison.left_passages), len(comparison.right_passages)) < _SHORT


def sharpened(old: Comparison, new: Comparison, *, kept: Collection[int]) -> Comparison:
    """Return ``new`` with every pair of passages under the number it had in ``old``.

    What the reader sees or has judged thus stays what it is. Pairs that ``new``
    no longer finds keep their number unshown, or shown when it is in ``kept``;
    pairs found only now come after all others, best first.
    """
    found = {(match.left, match.right): match for match in new.matches}
    # A match the reader has seen is never renumbered: verdicts, the current match and undo hold
    # numbers.
    matches = []
    for number, before in enumerate(old.matches):
        match = found.pop((before.left, before.right), None)
        # Few are changed, and to make thousands anew takes a tenth of a second.
        if match is None:
            match = replace(before, shown=number in kept)
        elif number in kept and not match.shown:
            match = replace(match, shown=True)
        matches.append(match)
    return replace(new, matches=(*matches, *found.values()))
