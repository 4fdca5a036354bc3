# SPDX-License-Identifier: MIT
"""The command that tells what an editor did between two versions of a text."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from diptych.cli.parsing import (
    SAME_ARTICLE,
    Commands,
    may_be_there,
    print_json,
    say_left_alone,
    take_pair,
)
from diptych.cli.working import working
from diptych.compare.changes.values import RULES, Ignored, Standing
from diptych.errors import UsageError
from diptych.services.articles import open_both
from diptych.services.change_formats import ChangeFormat

if TYPE_CHECKING:
    from diptych.services.stores import Stores

# Said besides the table: without an encoder for both, every sentence looked left out.
NEVER_COMPARED = (
    "These are two languages that no installed encoder knows both of: what was left out "
    "or added cannot be told."
)
FEW_NAMES = (
    "Another name is told here only where it is a common one, beside a title or a kind of place, "
    "or in Latin letters."
)

# As the window says it above its list: a table without rows tells nothing by itself.
STANDING = {
    Standing.SAME_ARTICLE: SAME_ARTICLE,
    Standing.UNCHANGED: "The two say the same, word for word.",
    Standing.NOTHING_FOUND: "Nothing was found left out or added, and no figure, day or name that "
    "differs. Of two languages no word is set against another.",
    Standing.STRANGERS: "The two have nothing in common: these are hardly two versions.",
    Standing.LEFT_IN_RIGHT: "The left text is a part of the right one.",
    Standing.RIGHT_IN_LEFT: "The right text is a part of the left one.",
}


def add_commands(commands: Commands) -> None:
    """Add the command of this module."""
    parser = commands.add("changes", _changes, "Tell what changed between two versions of a text.")
    take_pair(parser)
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
        choices=[form.value for form in ChangeFormat],
        default=ChangeFormat.MARKDOWN.value,
        help="a table of changes, or what stands for what as a translation memory",
    )
    parser.add_argument(
        "--to", type=Path, metavar="FILE", help="write to this file instead of the terminal"
    )
    may_be_there(parser)


def _changes(stores: Stores, options: argparse.Namespace) -> int:
    from diptych.notes.export.placing import Again
    from diptych.services.change_files import write_changes, written
    from diptych.services.changes import changes_json
    from diptych.services.standing import standing_of
    from diptych.services.versions_of_pair import changes_between

    form = ChangeFormat(options.format)
    if form is ChangeFormat.WORD and options.to is None and not options.json:
        raise UsageError("The format {form} needs a place: --to FILE.", form=form)
    ignored = _ignored(options)
    # Called by their files where both have one title: two drafts would read alike.
    (left, _), (right, _) = open_both(stores, options.left, options.right)
    with working("Finding the changes"):
        changes, knows_meaning = changes_between(
            stores, left, right, ignored, by_meaning=not options.without_meaning
        )
    if options.json:
        named = {"left": left.called, "right": right.called, "knows_meaning": knows_meaning}
        print_json({**named, **changes_json(changes, left, right)})
        return 0
    if options.to is None:
        print(written(form, changes, left, right).decode(), end="")
    else:
        again = Again(options.again)
        say_left_alone(write_changes(options.to, form, changes, left, right, again=again))
    if told := standing_of(changes, left, right):
        print(STANDING[told], file=sys.stderr)
    if not changes.knows_names:
        print(FEW_NAMES, file=sys.stderr)
    if not knows_meaning:
        # Not with the table, which may go into a spreadsheet.
        print(NEVER_COMPARED, file=sys.stderr)
    return 0


def _ignored(options: argparse.Namespace) -> Ignored:
    # “thou, you,” is ("thou", "you"); a group that is all commas is none.
    alike = [tuple(filter(None, map(str.strip, words.split(",")))) for words in options.alike]
    return Ignored(**dict.fromkeys(options.ignore, True), alike=tuple(filter(None, alike)))
