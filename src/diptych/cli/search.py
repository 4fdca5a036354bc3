# SPDX-License-Identifier: MIT
"""Commands that find words."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from diptych.cli.parsing import Commands, positive, print_json

if TYPE_CHECKING:
    from diptych.rooms import Rooms


def add_commands(commands: Commands) -> None:
    """Add the commands of this module."""
    search = commands.add("search", _search, "Find passages that hold some words.")
    search.add_argument("query", metavar="QUERY")
    search.add_argument("--limit", type=positive, default=20, metavar="N")


def _search(rooms: Rooms, options: argparse.Namespace) -> int:
    from diptych.library.listing import path_text
    from diptych.search.finder import as_json

    rooms.refresh_index()
    results = rooms.search(options.query, limit=options.limit)
    entries = {entry.id: entry for entry in rooms.catalogue.entries()}
    if options.json:
        answer: dict[str, Any] = as_json(results)
        for hit in answer["hits"]:
            entry = entries[hit["id"]]
            hit.update(title=entry.title, path=path_text(entry.path))
        print_json(answer)
        return 0
    for hit in results.hits:
        print(f"{hit.article.title}  ({entries[hit.article_id].path})\n    {hit.snippet}")
    print(f"{results.total} found for {results.query_understood}")
    return 0
