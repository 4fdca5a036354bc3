# SPDX-License-Identifier: MIT
"""The command that prints: an article, or the report on two, into a PDF."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from diptych.cli.parsing import Commands, may_be_there, print_json, say_left_alone
from diptych.errors import DiptychError, UsageError
from diptych.services.articles import open_article

if TYPE_CHECKING:
    from diptych.services.stores import Stores


def add_commands(commands: Commands) -> None:
    """Add the commands of this module."""
    command = commands.add("print", _print, "Print an article, or the report on two, as a PDF.")
    command.add_argument("articles", nargs="+", metavar="ARTICLE", help="one, or two to compare")
    command.add_argument("--to", metavar="FILE", required=True, help="the PDF")
    may_be_there(command)


def _print(stores: Stores, options: argparse.Namespace) -> int:
    # Loaded where something is printed; pages of help and completions ask for the parser alone.
    from diptych.notes.export.placing import Again
    from diptych.notes.export.profiles import Format
    from diptych.services.exporting import ExportOrder, page_of, save_pages
    from diptych.services.report import compared_by_made

    if len(options.articles) > 2:
        raise UsageError("One article is printed, or the report on two; name no more.")
    opened = [open_article(stores, name) for name in options.articles]
    if len(opened) == 1:
        html = page_of(stores, opened[0][0])
    else:
        # Nobody waits at a window: the vectors that lack are made first.
        comparison = compared_by_made(stores, opened[0][0], opened[1][0])
        articles = tuple((article, str(path)) for article, path in opened)
        order = ExportOrder("pair", Format.REPORT_HTML, articles=articles, comparison=comparison)
        html = page_of(stores, order)
    again = Again(options.again)
    saved = save_pages(stores, html, Path(options.to), again=again, print_pdf=print_pdf)
    say_left_alone(saved)
    if options.json:
        print_json({"files": [str(path) for path in saved.files]})
    return 0


def print_pdf(html: str) -> bytes:
    """Return the PDF of a page of HTML. Raises DiptychError where Qt is not to be had."""
    try:
        from diptych.ui.export.printing import print_pdf_alone
    except ImportError as error:
        raise DiptychError(f"Qt could not be loaded ({error}); PDF needs it.") from error
    # Here in the command's own process: no window waits for its thread.
    return print_pdf_alone(html)
