# SPDX-License-Identifier: MIT
"""The command that tells what an editor did between two versions of a text."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from diptych.cli.parsing import Commands, print_json, take_pair
from diptych.cli.retelling import compared
from diptych.errors import UsageError

if TYPE_CHECKING:
    from diptych.compare.changes.values import Ignored
    from diptych.services.stores import Stores

FORMATS = ("markdown", "csv", "tmx")
NEVER_COMPARED = (
    "These are two languages that no installed encoder knows both of: what was left out "
    "or added cannot be told."
)
RULES = ("case", "punctuation", "spelling")


def add_commands(commands: Commands) -> None:
    """Add the command of this module."""
    parser = commands.add("changes", _changes, "Tell what changed between two versions of a text.")
    take_pair(parser)
    parser.add_argument("more", nargs="*", help=argparse.SUPPRESS)
    parser.add_argument(
        "--ignore",
        action="append",
        choices=RULES,
        default=[],
        help="count this as no change; may be given more than once",
    )
    parser.add_argument(
        "--alike",
        action="append",
        default=[],
        metavar="WORD,WORD",
        help="words that count as one, as thou,you; may be given more than once",
    )
    parser.add_argument(
        "--format",
        choices=FORMATS,
        default=FORMATS[0],
        help="a table of changes, or what stands for what as a translation memory",
    )


def _changes(stores: Stores, options: argparse.Namespace) -> int:
    from diptych.services.changes import (
        changes_json,
        changes_of_versions,
        csv_table,
        markdown_table,
        translation_memory,
    )

    if options.more:
        raise UsageError(
            "Two versions are compared at a time, and {count} were named. Compare the first with "
            "each of the others.",
            count=2 + len(options.more),
        )
    ignored = _ignored(options)
    comparison, left, right = compared(stores, options)
    knows_meaning = comparison.knows_meaning
    changes = changes_of_versions(
        left, right, ignored, comparison.matches, knows_meaning=knows_meaning
    )
    if options.json:
        told = {"left": left.title, "right": right.title, "knows_meaning": knows_meaning}
        print_json({**told, **changes_json(changes, left, right)})
        return 0
    written = {"markdown": markdown_table, "csv": csv_table, "tmx": translation_memory}
    print(written[options.format](changes, left, right), end="")
    if not knows_meaning:
        print(NEVER_COMPARED, file=sys.stderr)
    return 0


def _ignored(options: argparse.Namespace) -> Ignored:
    from diptych.compare.changes.values import Ignored

    alike = [tuple(filter(None, map(str.strip, words.split(",")))) for words in options.alike]
    return Ignored(**dict.fromkeys(options.ignore, True), alike=tuple(filter(None, alike)))
