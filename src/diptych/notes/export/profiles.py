# SPDX-License-Identifier: MIT
"""The forms in which notes and reports leave: one row says all that is particular to one.

The dialog, the command line and whoever writes files read this table, so a new
form is a row here and a template, or a function in ``formats``.
"""

from __future__ import annotations

from enum import StrEnum

from diptych.translatable import template
from diptych.values import dataclass


class Format(StrEnum):
    """What ``--format`` takes; reports need a comparison and are made by ``report``."""

    COMMONMARK = "commonmark"
    GITHUB = "github"
    PANDOC = "pandoc"
    OBSIDIAN = "obsidian"
    WEB_ANNOTATION = "web-annotation"
    CSV = "csv"
    DOCX = "docx"
    REPORT_MD = "report-md"
    REPORT_HTML = "report-html"
    REPORT_PDF = "report-pdf"
    REPORT_DOCX = "report-docx"


@dataclass(frozen=True, slots=True)
class Profile:
    """One form: its name and use in words, how its file ends, what it is rendered by.

    An empty ``ending`` is a folder; a form without ``template`` has a function of its own.
    """

    name: str
    use: str
    ending: str
    template: str = ""
    is_report: bool = False
    is_text: bool = True

    @property
    def can_grow(self) -> bool:
        """Whether notes can be put behind those that stand in a file of the form."""
        return self.is_text and not self.is_report


PROFILES = {
    Format.COMMONMARK: Profile(
        template("Markdown (CommonMark)"),
        template("Plain Markdown, for any editor."),
        ".md",
        "commonmark.md",
    ),
    Format.GITHUB: Profile(
        template("Markdown (GitHub)"),
        template("Both quotations side by side in a table."),
        ".md",
        "github.md",
    ),
    Format.PANDOC: Profile(
        template("Markdown (Pandoc)"),
        template("With citations, and a bibliography as CSL-JSON and BibTeX beside it."),
        ".md",
        "pandoc.md",
    ),
    Format.OBSIDIAN: Profile(
        template("Markdown (Obsidian)"),
        template("A folder with a page for each pair: properties, callouts, links."),
        "",
        "obsidian.md",
    ),
    Format.WEB_ANNOTATION: Profile(
        template("Web annotations (JSON-LD)"),
        template("For other programs and other computers; nothing is lost."),
        ".jsonld",
    ),
    Format.CSV: Profile(template("Table (CSV)"), template("For a spreadsheet."), ".csv"),
    Format.DOCX: Profile(
        template("Word document"),
        template("For Word, Writer and Pages."),
        ".docx",
        is_text=False,
    ),
    Format.REPORT_MD: Profile(template("Report on the pair (Markdown)"), "", ".md", is_report=True),
    Format.REPORT_HTML: Profile(
        template("Report on the pair (HTML)"),
        template("One page that needs no other file."),
        ".html",
        is_report=True,
    ),
    Format.REPORT_PDF: Profile(
        template("Report on the pair (PDF)"),
        template("To be printed."),
        ".pdf",
        is_report=True,
        is_text=False,
    ),
    Format.REPORT_DOCX: Profile(
        template("Report on the pair (Word)"),
        template("For Word, Writer and Pages."),
        ".docx",
        is_report=True,
        is_text=False,
    ),
}
REPORTS = frozenset(format_ for format_, profile in PROFILES.items() if profile.is_report)
WORD = frozenset({Format.DOCX, Format.REPORT_DOCX})
PRINTED = frozenset({Format.REPORT_HTML, Format.REPORT_PDF, *WORD})  # pages, and shown as such
TEMPLATES = {format_: profile.template for format_, profile in PROFILES.items() if profile.template}
ENDINGS = {format_: profile.ending for format_, profile in PROFILES.items()}
