# SPDX-License-Identifier: MIT
"""Commands on what the reader says of articles: corrections, tags, collections, kept lines."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from diptych.cli.parsing import Commands, print_json
from diptych.errors import UsageError
from diptych.services import shelving
from diptych.services.articles import entry_of, open_article
from diptych.services.indexing import refresh_index
from diptych.services.shelving import Correction

if TYPE_CHECKING:
    from diptych.library.entry import Entry
    from diptych.services.stores import Stores


def add_commands(commands: Commands) -> None:
    """Add the commands of this module."""
    edit = commands.add("edit", _edit, "Correct what is known of an article; no file is changed.")
    _article(edit)
    edit.add_argument("--title", help="the title")
    edit.add_argument(
        "--short-name", help="what tells it from another of that title, such as “draft 1” or KJV"
    )
    edit.add_argument("--author", action="append", help="may be given several times")
    edit.add_argument("--date", help="2025-02-14, 2025-02 or 2025")
    edit.add_argument("--source", help="where it appeared")
    edit.add_argument("--language", help="an ISO code such as en, ru, zh")
    edit.add_argument("--direction", choices=("ltr", "rtl"), help="which way it is written")
    edit.add_argument("--encoding", help="read the file in this encoding")
    edit.add_argument("--restore", action="store_true", help="as in the file again")
    keep = commands.add("keep", _keep, "Show lines that were taken for furniture.")
    _article(keep)
    keep.add_argument("--line", action="append", metavar="TEXT", help="one line; may be repeated")
    keep.add_argument("--always", action="store_true", help="in all articles, and lines like it")
    keep.add_argument("--undo", action="store_true", help="let the rules decide again")
    tag = commands.group("tag", "Give articles tags and take them away.")
    for name, run, text in (
        ("add", _tag, "Give articles a tag."),
        ("remove", _untag, "Take a tag from articles."),
    ):
        action = tag.add(name, run, text)
        action.add_argument("tag", metavar="TAG")
        action.add_argument("articles", nargs="+", metavar="ARTICLE")
    tag.add("list", _list_tags, "List the tags and how many articles have them.")
    collection = commands.group("collection", "Put articles into collections.")
    for name, run, text in (
        ("add", _collect, "Put articles into a collection."),
        ("remove", _uncollect, "Take articles out of a collection."),
    ):
        action = collection.add(name, run, text)
        action.add_argument("name", metavar="NAME")
        action.add_argument("articles", nargs="+", metavar="ARTICLE")
    collection.add("list", _list_collections, "List the collections and their articles.")


def _article(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("article", metavar="ARTICLE", help="a path, or an id of “diptych list”")


def _edit(stores: Stores, options: argparse.Namespace) -> int:
    from diptych.library.encodings import known_encoding
    from diptych.text.calendar import is_iso_date

    entry = entry_of(stores, options.article)
    # Empty takes the date away.
    if options.date and not is_iso_date(options.date):
        raise UsageError(f"“{options.date}” is not a date; write 2025-02-14, 2025-02 or 2025.")
    # e.g. en, zh-Hant; whether there is such a language is nothing the library minds
    if options.language and not options.language.replace("-", "").isalpha():
        raise UsageError(f"“{options.language}” is not a language; write its code, such as en.")
    encoding = known_encoding(options.encoding) if options.encoding else None
    if options.encoding and not encoding:
        raise UsageError(f"“{options.encoding}” is not an encoding Diptych knows.")
    # First, so that what is given besides stands over the file's own words.
    if options.restore:
        shelving.forget_corrections(stores, entry.id)
    # None leaves them, while an empty tuple would take all authors away.
    authors = None if options.author is None else tuple(options.author)
    correction = Correction(
        title=options.title,
        authors=authors,
        date=options.date,
        source=options.source,
        language=options.language,
        direction=options.direction,
        short_name=options.short_name,
        encoding=encoding,
    )
    entry = shelving.correct(stores, entry.id, correction)
    refresh_index(stores)
    return _show_entry(entry, options)


def _keep(stores: Stores, options: argparse.Namespace) -> int:
    from diptych.library.listing import article_values

    entry = entry_of(stores, options.article)
    if options.always and not options.line:
        raise UsageError("“keep --always” needs the line to keep: --line TEXT.")
    lines = options.line or [shelving.ALL_LINES]
    # Both take the same: what “keep” did, the same words with --undo take back.
    change = shelving.drop_lines if options.undo else shelving.keep_lines
    change(stores, entry.id, lines, everywhere=options.always)
    # Lines that are shown again are to be found, those folded again no more.
    refresh_index(stores)
    article, _ = open_article(stores, entry.id)
    hidden = [b for b in article.blocks if b.state in ("folded", "dimmed")]
    if options.json:
        print_json(article_values(article, entry.path))
    else:
        print(f"{len(hidden)} lines stay folded or dimmed in {article.title}")
    return 0


def _show_entry(entry: Entry, options: argparse.Namespace) -> int:
    from diptych.library.listing import entry_values

    if options.json:
        print_json(entry_values(entry))
    else:
        about = " · ".join(part for part in (*entry.authors, entry.outlet, entry.date) if part)
        print(f"{entry.id}  {entry.called}" + (f"  ({about})" if about else ""))
    return 0


def _ids(stores: Stores, names: Sequence[str]) -> list[str]:
    return [entry_of(stores, name).id for name in names]


def _tag(stores: Stores, options: argparse.Namespace) -> int:
    shelving.tag(stores, _ids(stores, options.articles), _name(options.tag))
    refresh_index(stores)
    return _list_tags(stores, options)


def _untag(stores: Stores, options: argparse.Namespace) -> int:
    shelving.untag(stores, _ids(stores, options.articles), _name(options.tag))
    refresh_index(stores)
    return _list_tags(stores, options)


def _list_tags(stores: Stores, options: argparse.Namespace) -> int:
    return _show_shelves(shelving.tagged(stores), options)


def _collect(stores: Stores, options: argparse.Namespace) -> int:
    shelving.collect(stores, _ids(stores, options.articles), _name(options.name))
    return _list_collections(stores, options)


def _uncollect(stores: Stores, options: argparse.Namespace) -> int:
    shelving.uncollect(stores, _ids(stores, options.articles), _name(options.name))
    return _list_collections(stores, options)


def _list_collections(stores: Stores, options: argparse.Namespace) -> int:
    return _show_shelves(shelving.collections(stores), options)


def _show_shelves(shelves: Mapping[str, Sequence[str]], options: argparse.Namespace) -> int:
    if options.json:
        print_json([{"name": name, "articles": list(ids)} for name, ids in shelves.items()])
    else:
        for name, ids in shelves.items():
            print(f"{name}  ({len(ids)})")
    return 0


def _name(typed: str) -> str:
    # One name however it is spaced, or the list would have it twice.
    name = " ".join(typed.split())
    if not name:
        raise UsageError("A name needs at least one letter.")
    return name
