# SPDX-License-Identifier: MIT
"""The command that quotes a passage with its source."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from diptych.cli.notes import anchor_at
from diptych.cli.parsing import Commands, print_json
from diptych.notes.export.citing import CiteStyle, cited

if TYPE_CHECKING:
    from diptych.services.stores import Stores


def add_commands(commands: Commands) -> None:
    """Add the commands of this module."""
    cite = commands.add("cite", _cite, "Quote passages with their sources.")
    cite.add_argument("places", nargs="+", metavar="ARTICLE:START-END")
    cite.add_argument(
        "--style",
        choices=[style.value for style in CiteStyle],
        default=CiteStyle.PLAIN,
        help="how the source is written",
    )


def _cite(stores: Stores, options: argparse.Namespace) -> int:
    anchors = [anchor_at(stores, place) for place in options.places]
    text = cited(anchors, CiteStyle(options.style))
    if options.json:
        print_json({"style": options.style, "text": text})
    else:
        # Ends with a line of its own, so that two calls can be joined in one file.
        print(text, end="")
    return 0
