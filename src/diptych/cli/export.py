# SPDX-License-Identifier: MIT
"""The command that takes notes and comparisons out."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from diptych.cli.notes import chosen_notes
from diptych.cli.parsing import Commands, may_be_there, print_json, say_left_alone
from diptych.cli.printing import print_pdf
from diptych.errors import UsageError
from diptych.notes.export.profiles import PROFILES, REPORTS, TEMPLATES, Format
from diptych.services.articles import open_both
from diptych.services.note_facts import as_corrected

if TYPE_CHECKING:
    from diptych.notes.note import Note
    from diptych.services.stores import Stores


def add_commands(commands: Commands) -> None:
    """Add the commands of this module."""
    export = commands.add("export", _export, "Write notes, or the report on a pair, to a file.")
    export.add_argument(
        "--format",
        choices=[each.value for each in Format],
        default=Format.COMMONMARK,
        help="what to write",
    )
    export.add_argument("--pair", nargs=2, metavar=("LEFT", "RIGHT"), help="only of these two")
    export.add_argument("--tag", metavar="T", help="only notes with this tag")
    export.add_argument("--to", metavar="PATH", help="a file; for obsidian a folder")
    may_be_there(export, "append")
    export.add_argument("--template", metavar="FILE", help="a template of your own (Jinja2)")


def _export(stores: Stores, options: argparse.Namespace) -> int:
    format_ = Format(options.format)
    if format_ in REPORTS and not options.pair:
        raise UsageError("A report is on two articles; name them with --pair LEFT RIGHT.")
    # A vault is many files, and a Word document or PDF nothing for a terminal.
    if options.to is None and (format_ is Format.OBSIDIAN or not PROFILES[format_].is_text):
        raise UsageError(f"The format {format_} needs a place: --to PATH.")
    # A Word document and a PDF are no text; one page of HTML behind another is none either.
    if options.again == "append" and not PROFILES[format_].can_grow:
        raise UsageError(
            f"Nothing is appended to a file of the format {format_}; use --again new or overwrite."
        )
    # A note remembers the title its article had; exports say what the library says by now.
    notes = as_corrected(stores, chosen_notes(stores, options))
    if format_ in REPORTS:
        text, paths = _report(stores, options, notes)
    else:
        text, paths = _notes(stores, options, notes, format_)
    # With the text in it, so that a script needs no file in between.
    if options.json:
        name = "markdown" if format_ in TEMPLATES else "text"
        files = [str(path) for path in paths]
        print_json({"notes": len(notes), "path": options.to, "files": files, name: text})
    elif options.to is None:
        print(text, end="")
    else:  # a bibliography, too, that came to lie beside it
        print(*paths, sep="\n")
    return 0


def _notes(
    stores: Stores, options: argparse.Namespace, notes: tuple[Note, ...], format_: Format
) -> tuple[str, tuple[Path, ...]]:
    """Return the main text, and the files written if a place was given."""
    from diptych.notes.export.formats import text_of
    from diptych.notes.export.placing import Again
    from diptych.services.exporting import save_notes, template_in, wish_for

    own = template_in(Path(options.template)) if options.template is not None else None
    wish = wish_for(format_, notes, own)
    if options.to is None:
        return text_of(notes, wish), ()
    target = Path(options.to)
    # What is written beside a file, its bibliography, is called after it.
    wish = replace(wish, name=target.stem)
    again = Again(options.again)
    saved = save_notes(stores, notes, wish, target, again=again, print_pdf=print_pdf)
    say_left_alone(saved)
    # The JSON document holds the text as well; otherwise it need not be made a second time.
    is_told = options.json and PROFILES[format_].is_text
    return (text_of(notes, wish) if is_told else ""), saved.files


def _report(
    stores: Stores, options: argparse.Namespace, notes: tuple[Note, ...]
) -> tuple[str, tuple[Path, ...]]:
    """Return the report's text, empty for PDF, and the file written if a place was given."""
    from diptych.notes.export.placing import Again
    from diptych.services.exporting import refuse_own
    from diptych.services.report import compared_by_made, report_pieces, save_report

    format_ = Format(options.format)
    (left, _), (right, _) = open_both(stores, *options.pair)
    # Nobody waits at a window: vectors that lack are made first.
    comparison = compared_by_made(stores, left, right)
    # Whole, for it may be both written and told.
    text = "".join(report_pieces(left, right, comparison, notes, format_))
    if options.to is None:
        return text, ()
    target, again = Path(options.to), Again(options.again)
    refuse_own(stores, target, again)
    saved = save_report([text], format_, target, again=again, print_pdf=print_pdf)
    say_left_alone(saved)
    return (text if PROFILES[format_].is_text else ""), saved.files
