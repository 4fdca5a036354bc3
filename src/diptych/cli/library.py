# SPDX-License-Identifier: MIT
"""Commands on the library: add, list, show."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from diptych.cli.parsing import FAILED, Commands, print_json

if TYPE_CHECKING:
    from diptych.rooms import Rooms


def add_commands(commands: Commands) -> None:
    """Add the commands of this module."""
    add = commands.add("add", _add, "Add files and folders to the library.")
    add.add_argument("paths", nargs="+", metavar="PATH")
    commands.add("list", _list, "List the articles of the library.")
    show = commands.add("show", _show, "Show an article: its text, blocks and passages.")
    show.add_argument("article", metavar="ARTICLE", help="a path, or an id of “diptych list”")


def _add(rooms: Rooms, options: argparse.Namespace) -> int:
    from diptych.library.listing import report_values

    report = rooms.add([Path(path) for path in options.paths])
    if options.json:
        print_json(report_values(report))
    else:
        for item in report.added:
            print(f"{item.id}  {item.title}")
        counts = map(len, (report.added, report.unchanged, report.updated, report.failed))
        print(_summary(*counts))
    for refusal in report.failed:
        print(f"diptych: {refusal.reason}", file=sys.stderr)
    nothing_read = not (report.added or report.unchanged or report.updated)
    return FAILED if report.failed and nothing_read else 0


def _summary(added: int, already: int, updated: int, failed: int) -> str:
    """Return what became of added files in one line."""
    parts = [f"{added} added"]
    if updated:
        parts.append(f"{updated} updated")
    if already:
        parts.append(f"{already} already here")
    if failed:
        parts.append(f"{failed} not readable")
    return ", ".join(parts)


def _list(rooms: Rooms, options: argparse.Namespace) -> int:
    from diptych.library.listing import entries_values

    entries = rooms.catalogue.entries()
    if options.json:
        print_json(entries_values(entries))
        return 0
    if not entries:
        print("The library is empty. Add articles with “diptych add PATH…”.")
    for entry in entries:
        about = " · ".join(part for part in (*entry.authors, entry.source, entry.date) if part)
        print(f"{entry.id}  {entry.title}" + (f"  ({about})" if about else ""))
    return 0


def _show(rooms: Rooms, options: argparse.Namespace) -> int:
    from diptych.library.listing import article_values
    from diptych.text.segment import passages

    article, path = rooms.open_article(options.article)
    if options.json:
        found = [{"start": p.span.start, "end": p.span.end} for p in passages(article)]
        print_json({**article_values(article, path), "passages": found})
    else:
        print(article.text)
    return 0
