# SPDX-License-Identifier: MIT
"""Commands on the library: add, list, show, remove, look through the folders again."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from diptych.cli.parsing import FAILED, GONE, Commands, print_json
from diptych.cli.working import working
from diptych.errors import LibraryError
from diptych.services import articles, folders, shelving
from diptych.services.articles import entry_of, open_article
from diptych.services.indexing import add_files, refresh_index, rescan, tidy

if TYPE_CHECKING:
    from diptych.services.stores import Stores

FINDABLE = "Making the articles findable"


def add_commands(commands: Commands) -> None:
    """Add the commands of this module."""
    add = commands.add("add", _add, "Add files and folders to the library.")
    add.add_argument("paths", nargs="+", metavar="PATH")
    paste = commands.add("paste", _paste, "Add an article from the standard input.")
    paste.add_argument("--title", default="", help="put above the text")
    commands.add("list", _list, "List the articles of the library.")
    show = commands.add("show", _show, "Show an article: its text, blocks and passages.")
    show.add_argument("article", metavar="ARTICLE", help="a path, or an id of “diptych list”")
    chapters = commands.add("chapters", _chapters, "List the chapters of a long article.")
    chapters.add_argument("article", metavar="ARTICLE")
    chapters.add_argument(
        "--open", type=int, metavar="N", help="add chapter N as an article of its own"
    )
    remove = commands.add("remove", _remove, "Take articles out of the library, not off the disk.")
    remove.add_argument("articles", nargs="+", metavar="ARTICLE")
    rescan = commands.add("rescan", _rescan, "Look through the library's folders again.")
    rescan.add_argument("folders", nargs="*", metavar="FOLDER", help="only these folders")
    before = commands.add("version-before", _version_before, "Add an article as it was before.")
    before.add_argument("article", metavar="ARTICLE")
    commands.add("duplicates", _duplicates, "List articles that are nearly the same.")
    folder = commands.group("folder", "The folders that are looked through.")
    folder.add("list", _list_folders, "List the folders that are looked through.")
    forget = folder.add("remove", _forget_folder, "Look through a folder no longer.")
    forget.add_argument("folder", metavar="FOLDER")


def _add(stores: Stores, options: argparse.Namespace) -> int:
    from diptych.library.listing import report_values

    report = add_files(stores, [Path(path) for path in options.paths])
    if options.json:
        print_json(report_values(report))
    else:
        for item in report.added:
            print(f"{item.id}  {item.title}")
        counts = map(len, (report.added, report.unchanged, report.updated, report.failed))
        print(_summary(*counts))
    for refusal in report.failed:
        print(f"diptych: {refusal.reason}", file=sys.stderr)
    # Last, so that a full disk does not keep back what was added.
    with working(FINDABLE):
        refresh_index(stores)
        tidy(stores)
    # One damaged file among a folder of sound ones is no failure; it was named above.
    nothing_read = not (report.added or report.unchanged or report.updated)
    return FAILED if report.failed and nothing_read else 0


def _paste(stores: Stores, options: argparse.Namespace) -> int:
    from diptych.library.listing import entry_values
    from diptych.services.pasting import keep_text

    try:
        # Bytes, for sys.stdin decodes as the locale or the console says.
        text = sys.stdin.buffer.read().decode("utf-8")
    except UnicodeDecodeError as error:
        raise LibraryError("The input is not UTF-8 text.") from error
    report = add_files(stores, [keep_text(stores, text, options.title)])
    refresh_index(stores)
    # There was one file, so one refusal is the end.
    for refusal in report.failed:
        print(f"diptych: {refusal.reason}", file=sys.stderr)
        return FAILED
    # The same text pasted before is not added but unchanged.
    entry = entry_of(stores, (*report.added, *report.updated, *report.unchanged)[0].id)
    if options.json:
        print_json(entry_values(entry))
    else:
        print(f"{entry.id}  {entry.called}")
    return 0


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


def _list(stores: Stores, options: argparse.Namespace) -> int:
    from diptych.library.listing import entries_values

    entries = articles.entries(stores)
    if options.json:
        print_json(entries_values(entries, shelving.collections(stores)))
        return 0
    if not entries and not stores.troubles:
        print("The library is empty. Add articles with “diptych add PATH…”.")
    for entry in entries:
        about = " · ".join(part for part in (*entry.authors, entry.outlet, entry.date) if part)
        gone = "" if entry.available else f"  [{GONE}]"
        print(f"{entry.id}  {entry.called}" + (f"  ({about})" if about else "") + gone)
    return 0


def _show(stores: Stores, options: argparse.Namespace) -> int:
    from diptych.library.listing import article_values
    from diptych.text.segment import passages

    article, path = open_article(stores, options.article)
    if options.json:
        found = [{"start": p.span.start, "end": p.span.end} for p in passages(article)]
        print_json({**article_values(article, path), "passages": found})
    else:
        # All of it, folded lines too: places that other commands print count in this text.
        print(article.text)
    return 0


def _chapters(stores: Stores, options: argparse.Namespace) -> int:
    from diptych.library.listing import chapters_values, entry_values

    if options.open is not None:
        # A chapter is an article of its own and can be found as one.
        entry = articles.open_chapter(stores, entry_of(stores, options.article).id, options.open)
        refresh_index(stores)
        if options.json:
            print_json(entry_values(entry))
        else:
            print(f"{entry.id}  {entry.called}")
        return 0
    article, _ = open_article(stores, options.article)
    listed = chapters_values(article)
    if options.json:
        print_json(listed)
    # By numbers, which “--open” takes: titles of chapters may be alike.
    for chapter in () if options.json else listed:
        print(f"{chapter['number']:>4}  {chapter['title']}  ({chapter['words']:,} words)")
    return 0


def _remove(stores: Stores, options: argparse.Namespace) -> int:
    # All are looked up before one is removed: a name that is mistyped removes nothing.
    entries = [entry_of(stores, name) for name in options.articles]
    articles.remove(stores, [entry.id for entry in entries])
    refresh_index(stores)
    if options.json:
        print_json({"removed": [{"id": entry.id, "title": entry.title} for entry in entries]})
    else:
        print(f"{len(entries)} removed; the files are untouched")
    return 0


def _rescan(stores: Stores, options: argparse.Namespace) -> int:
    from diptych.library.listing import rescan_values

    report = rescan(stores, [Path(folder) for folder in options.folders])
    # A look that found everything as it was leaves the index closed; opening it takes half a
    # second.
    if report.has_news:
        with working(FINDABLE):
            refresh_index(stores)
    if options.json:
        print_json(rescan_values(report))
    else:
        # Known by size and time without being opened, or read and found the same.
        already = report.known + len(report.unchanged)
        counts = (len(report.added), already, len(report.updated), len(report.failed))
        print(_summary(*counts) + (f", {len(report.missing)} gone" if report.missing else ""))
    for refusal in report.failed:
        print(f"diptych: {refusal.reason}", file=sys.stderr)
    return 0


def _version_before(stores: Stores, options: argparse.Namespace) -> int:
    from diptych.services.versions import open_version_before

    both = open_version_before(stores, entry_of(stores, options.article).id)
    refresh_index(stores)
    if options.json:
        print_json({"before": both.before, "now": both.now})
    else:
        print(f"{both.before}  {entry_of(stores, both.before).called}")
    return 0


def _duplicates(stores: Stores, options: argparse.Namespace) -> int:
    groups = shelving.alike(stores)
    titles = {entry.id: entry.called for entry in articles.entries(stores)}
    if options.json:
        print_json(
            [{"articles": [{"id": id, "title": titles[id]} for id in ids]} for ids in groups]
        )
    for ids in () if options.json else groups:
        print("\n".join(f"{id}  {titles[id]}" for id in ids), end="\n\n")
    return 0


def _list_folders(stores: Stores, options: argparse.Namespace) -> int:
    from diptych.library.listing import path_text

    names = [path_text(folder) for folder in folders.folders(stores)]
    if options.json:
        print_json(names)
    for folder in () if options.json else names:
        print(folder)
    return 0


def _forget_folder(stores: Stores, options: argparse.Namespace) -> int:
    folders.forget_folder(stores, Path(options.folder))
    return _list_folders(stores, options)
