# SPDX-License-Identifier: MIT
"""What two articles both say, where they differ, what only one says, and the notes."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.notes.export.entries import Entry, entry
from diptych.notes.export.templates import built_in, built_in_page
from diptych.notes.note import Note
from diptych.values import dataclass


@dataclass(frozen=True, slots=True)
class Told:
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
    """Two passages that correspond; ``kind`` as the reader sees it: "Same claim"."""

    kind: str
    left: Said
    right: Said
    figures: tuple[tuple[str, str], ...] = ()


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

    ``both_cite`` are the works in the lists of both, and the sentences that cite them.

    ``woven`` is both articles as one, in the order of the left one.
    """

    left: Told
    right: Told
    both_say: tuple[Both, ...] = ()
    differ: tuple[Both, ...] = ()
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
            Section("Both cite", self.both_cite),
        )

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
