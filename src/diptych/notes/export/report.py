# SPDX-License-Identifier: MIT
"""What two articles both say, where they differ, what only one says, and the notes."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.notes.export.entries import Entry, entry
from diptych.notes.export.templates import built_in, built_in_page
from diptych.notes.note import Note
from diptych.values import dataclass

# What the legend of the window says as well; the first three are always explained.
MEANINGS = {
    "same-words": "Both have this wording: a quotation, or text that one took from the other.",
    "same-claim": "Both say this, each in words of its own; the strength tells how likely it is.",
    "same-facts": "Both give the same figures, dates or names, whatever they say of them.",
    "related": "Two claims that are near one another; whether they are one is not sure.",
    "differs": "Both tell of this, and give other figures, days or names for it.",
    "denies": "One side denies what the other says.",
    "same-source": "Both cite this work, whatever they say of it.",
}
# The two that part share one: the name that stands on it tells them apart.
TINTS = {
    "same-words": "#f9e3b0",
    "same-claim": "#c5daef",
    "same-facts": "#d2e8cd",
    "related": "#e3ecf5",
    "differs": "#f3d6c2",
    "denies": "#f3d6c2",
    "same-source": "#e0d7ef",
}
_ALWAYS_EXPLAINED = 3
ABOUT_STRENGTH = (
    "The per cent is the strength of a match: of a hundred so strong about so many are right. "
    "From 66 % on it is called strong, from 33 % on fair, below faint."
)


@dataclass(frozen=True, slots=True)
class ArticleHead:
    """One side's article, as the report's head names it."""

    title: str
    authors: tuple[str, ...] = ()
    source: str = ""
    date: str = ""

    @property
    def byline(self) -> str:
        """Author, source and date in one line."""
        parts = (", ".join(self.authors), self.source, self.date)
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Said:
    """A passage and where it stands, such as ``paragraph 4``."""

    quote: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Both:
    """Two passages that correspond; ``kind`` is a key of ``MEANINGS``.

    ``strength`` is how likely it is that they do, in words: "strong (87 %)".
    """

    kind: str
    left: Said
    right: Said
    figures: tuple[tuple[str, str], ...] = ()
    strength: str = ""

    @property
    def name(self) -> str:
        """The kind as the reader sees it, e.g. “Same claim”."""
        return _name_of(self.kind)


@dataclass(frozen=True, slots=True)
class Meaning:
    """A kind, what it is called, and what that means."""

    kind: str
    name: str
    words: str


@dataclass(frozen=True, slots=True)
class Section:
    """A headed part of the report."""

    name: str
    pairs: tuple[Both, ...]


@dataclass(frozen=True, slots=True)
class Strand:
    """A piece of both articles told as one: what both say once, else whose it is.

    ``who`` is empty for what both say, else "Left" or "Right"; where they differ
    ``other`` is what the other side says, and ``other_side`` which that is.
    """

    quote: str
    who: str = ""
    other: str = ""
    other_side: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """A pair of articles compared; ``differ`` are matches whose figures or claims part.

    ``related`` are those that may not say the same, or have the same facts alone;
    ``both_cite`` are the works in the lists of both, and the sentences that cite them.

    ``woven`` is both articles as one, in the order of the left one.
    """

    left: ArticleHead
    right: ArticleHead
    both_say: tuple[Both, ...] = ()
    differ: tuple[Both, ...] = ()
    related: tuple[Both, ...] = ()
    both_cite: tuple[Both, ...] = ()
    only_left: tuple[Said, ...] = ()
    only_right: tuple[Said, ...] = ()
    woven: tuple[Strand, ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def sections(self) -> tuple[Section, ...]:
        """The parts with a passage on each side, in order."""
        return (
            Section("Both say", self.both_say),
            Section("Differ", self.differ),
            Section("Related", self.related),
            Section("Both cite", self.both_cite),
        )

    @property
    def key(self) -> tuple[Meaning, ...]:
        """What the kinds mean: the three main ones, others where the report has them."""
        found = {both.kind for section in self.sections for both in section.pairs}
        if not found:
            return ()
        return tuple(
            Meaning(kind, _name_of(kind), words)
            for number, (kind, words) in enumerate(MEANINGS.items())
            if number < _ALWAYS_EXPLAINED or kind in found
        )

    @property
    def tints(self) -> tuple[tuple[str, str], ...]:
        """The kinds with the colour that lies under their names."""
        return tuple(TINTS.items())

    @property
    def about_strength(self) -> str:
        """What the per cent beside a kind means."""
        return ABOUT_STRENGTH

    @property
    def single_sides(self) -> tuple[tuple[str, tuple[Said, ...]], ...]:
        """The parts with a passage on one side alone, in order."""
        return (("Only left", self.only_left), ("Only right", self.only_right))

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The notes on the pair."""
        return tuple(entry(note, number) for number, note in enumerate(self.notes, 1))


def report_markdown(report: Report) -> Iterator[str]:
    """Give the report as CommonMark, piece by piece."""
    return built_in("report.md").pieces(report=report)


def report_html(report: Report) -> Iterator[str]:
    """Give the report as one HTML page that needs no other file, piece by piece."""
    return built_in_page("report.html").pieces(report=report)


def _name_of(kind: str) -> str:
    return kind.replace("-", " ").capitalize()
