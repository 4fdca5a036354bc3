# SPDX-License-Identifier: MIT
"""Commands on what was read, and on pairs to come back to."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from diptych.cli.parsing import Commands, print_json
from diptych.errors import UsageError
from diptych.library.progress import ON_THE_LIST, ReadingState, SavedPair
from diptych.services import articles, reading_list
from diptych.services.articles import entry_of

if TYPE_CHECKING:
    from diptych.services.stores import Stores


def add_commands(commands: Commands) -> None:
    """Add the commands of this module."""
    reading = commands.group("reading", "What was read and what is to be read.")
    listed = reading.add("list", _list, "List the articles to read and begun.")
    listed.add_argument(
        "--state", choices=[each.value for each in ReadingState], help="those in this state instead"
    )
    mark = reading.add("mark", _mark, "Say how far you have come with articles.")
    mark.add_argument("state", choices=[each.value for each in ReadingState])
    mark.add_argument("articles", nargs="+", metavar="ARTICLE")
    pairs = commands.group("pair", "Pairs to come back to, under a name.")
    save = pairs.add("save", _save, "Keep a pair under a name.")
    for name in ("name", "left", "right"):
        save.add_argument(name, metavar=name.upper())
    pairs.add("list", _list_pairs, "List the pairs that are kept.")
    forget = pairs.add("forget", _forget, "Keep a pair no longer; its articles stay.")
    forget.add_argument("name", metavar="NAME")


def _list(stores: Stores, options: argparse.Namespace) -> int:
    from diptych.library.listing import entry_values

    states = (ReadingState(options.state),) if options.state else ON_THE_LIST
    entries = reading_list.reading_list(stores, states)
    if options.json:
        print_json([entry_values(entry) for entry in entries])
    # The JSON document says it all; lines below it would make it no document.
    for entry in () if options.json else entries:
        print(f"{entry.id}  {entry.reading:8}  {entry.called}")
    return 0


def _mark(stores: Stores, options: argparse.Namespace) -> int:
    ids = [entry_of(stores, name).id for name in options.articles]
    reading_list.mark(stores, ids, ReadingState(options.state))
    # What is read has left the list: who marked articles so is shown the read ones, to see that
    # they are among them.
    options.state = options.state if options.state == ReadingState.READ else None
    return _list(stores, options)


def _save(stores: Stores, options: argparse.Namespace) -> int:
    left, right = (entry_of(stores, name).id for name in (options.left, options.right))
    # A name is typed again to forget the pair; two spaces in it would not be seen.
    reading_list.save_pair(stores, SavedPair(" ".join(options.name.split()), left, right))
    return _list_pairs(stores, options)


def _list_pairs(stores: Stores, options: argparse.Namespace) -> int:
    pairs = reading_list.saved_pairs(stores)
    titles = {entry.id: entry.called for entry in articles.entries(stores)}
    if options.json:
        print_json([{"name": each.name, "left": each.left, "right": each.right} for each in pairs])
    for each in () if options.json else pairs:
        # A pair outlives its articles; one that was taken out is called by its id.
        both = (titles.get(id, id) for id in (each.left, each.right))
        print(f"{each.name}:  {'  ⟷  '.join(both)}")
    return 0


def _forget(stores: Stores, options: argparse.Namespace) -> int:
    if options.name not in {each.name for each in reading_list.saved_pairs(stores)}:
        raise UsageError(f"No pair is kept as “{options.name}”.")
    reading_list.forget_pair(stores, options.name)
    return _list_pairs(stores, options)
