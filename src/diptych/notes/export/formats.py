# SPDX-License-Identifier: MIT
"""The files that notes make in each form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from diptych.notes.export import citations, table, web_annotation
from diptych.notes.export.entries import Figures, Group, Progress, groups
from diptych.notes.export.file_names import distinct, file_name
from diptych.notes.export.profiles import REPORTS, TEMPLATES, Format
from diptych.notes.export.templates import ExportTemplate, built_in
from diptych.notes.note import Note
from diptych.values import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """One file of an export: its name, and its text piece by piece, to be read once."""

    name: str
    text: Iterable[str]


@dataclass(frozen=True, slots=True)
class Wish:
    """How notes are to be written out.

    ``name`` is the stem of the main file, ``bibliography`` that of the files beside
    it when it is another. ``continued`` leaves out what stands
    once at the top of a file, ``first`` is the number of the first note.
    ``progress`` may raise to stop.
    """

    format: Format
    name: str = "notes"
    template: ExportTemplate | None = None
    figures: Figures | None = None
    progress: Progress | None = None
    continued: bool = False
    first: int = 1
    bibliography: str = ""

    @property
    def beside(self) -> str:
        """The stem of the files beside the main one."""
        return self.bibliography or self.name


def export(notes: Iterable[Note], wish: Wish) -> tuple[Piece, ...]:
    """Return the files the notes make; nothing is rendered before it is read.

    Obsidian gets one file for each pair or article, Pandoc its bibliography
    twice, all else one file.
    """
    kept = tuple(notes)
    if wish.format is Format.CSV:
        # Appended, the head of the table must not come twice.
        lines = table.csv_rows if wish.continued else table.csv_lines
        return (Piece(f"{wish.name}.csv", lines(kept, progress=wish.progress)),)
    if wish.format is Format.WEB_ANNOTATION:
        text = web_annotation.to_json(kept, progress=wish.progress)
        return (Piece(f"{wish.name}.jsonld", text),)
    if wish.format in REPORTS:
        raise ValueError("a report is made of a comparison, not of notes")
    if wish.format is Format.OBSIDIAN:
        return tuple(Piece(name, page_text(group, wish)) for name, group in pages_of(kept, wish))
    sorted_in = groups(kept, figures=wish.figures, progress=wish.progress, first=wish.first)
    main = Piece(f"{wish.name}.md", _rendered(sorted_in, wish))
    if wish.format is not Format.PANDOC:
        return (main,)
    cited = citations.works(anchor for note in kept for anchor in note.anchors)
    return (
        main,
        Piece(f"{wish.beside}.json", [citations.csl_json(cited)]),
        Piece(f"{wish.beside}.bib", [citations.bibtex(cited)]),
    )


def pages_of(notes: Iterable[Note], wish: Wish) -> Iterator[tuple[str, Group]]:
    """Give the page of each pair or article: its name in an empty folder, what it is on."""
    sorted_in = groups(notes, figures=wish.figures, progress=wish.progress, first=wish.first)
    names = distinct(file_name(group.title, ".md") for group in sorted_in)
    return zip(names, sorted_in, strict=True)


def page_text(group: Group, wish: Wish) -> Iterator[str]:
    """Give the page of one pair or article, piece by piece."""
    return _rendered([group], wish)


def text_of(notes: Iterable[Note], wish: Wish) -> str:
    """Return the main text as one string, for a preview or the clipboard."""
    files = export(notes, wish)
    if wish.format is Format.OBSIDIAN:
        return "\n\n".join("".join(file.text) for file in files)
    return "".join(files[0].text)


def _rendered(sorted_in: list[Group], wish: Wish) -> Iterator[str]:
    template = built_in(TEMPLATES[wish.format])
    if wish.template is not None:
        template = wish.template.in_dialect(wish.format.value)
    return template.pieces(
        groups=sorted_in,
        group=sorted_in[0] if sorted_in else None,
        name=wish.beside,
        continued=wish.continued,
    )
