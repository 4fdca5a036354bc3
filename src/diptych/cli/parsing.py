# SPDX-License-Identifier: MIT
"""What every command shares: its parser, its profile, the shape of its output."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from diptych.errors import UsageError
from diptych.paths import Profile, default_profile, profile_in

if TYPE_CHECKING:
    from diptych.notes.export.placing import Saved
    from diptych.services.stores import Stores
    from diptych.text.article import Article

FAILED, WRONG_USE = 1, 2  # 2 is what argparse itself ends with
BROKEN_OFF = 130  # as shells say it: 128 and the number of the signal
SAME_ARTICLE = "Both sides are the same article."
GONE = "the file is gone"  # said of an article whose text is still kept

# The options of any command that name files or folders.
_PATHS = ("profile", "to", "file", "folders", "paths", "template", "backup", "pair")
# Those that are words, which are kept or looked for. An article may be a file's name too.
_WORDS = (
    *("title", "short_name", "author", "date", "source", "language", "encoding", "line", "tag"),
    *("name", "query", "text", "word", "alike", "id", "ids", "add", "remove", "find"),
)

Words = Sequence[str]
Command = Callable[["Stores", argparse.Namespace], int]


class Parser(argparse.ArgumentParser):
    """Raises UsageError, a sentence, where argparse would print and exit."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message[:1].upper()}{message[1:]}. See “{self.prog} --help”.")

    def _parse_optional(self, arg_string: str) -> Any:
        """Take for options what begins with two hyphens, and -h.

        All others are words: what is looked for and not wanted, a note that is a list.
        argparse has no public way to say so; None tells it in every version.
        """
        if arg_string[:2] != "--" and arg_string != "-h":
            return None
        return super()._parse_optional(arg_string)


class Commands:
    """A set of commands, or of the actions of one command."""

    def __init__(self, parser: argparse.ArgumentParser, dest: str) -> None:
        self._parsers = parser.add_subparsers(dest=dest, parser_class=Parser, required=True)

    @property
    def purposes(self) -> dict[str, str]:
        """What each command is for, in the order in which they were added."""
        return {name: below.description or "" for name, below in self._parsers.choices.items()}

    def add(self, name: str, run: Command, text: str) -> argparse.ArgumentParser:
        """Return the parser of a new command that prints something."""
        parser = self._add(name, text)
        parser.add_argument("--json", action="store_true", help="print one JSON document")
        parser.set_defaults(run=run)
        return parser

    def group(self, name: str, text: str) -> Commands:
        """Return a set of actions under one name, as in “diptych note add”."""
        return Commands(self._add(name, text), "action")

    def _add(self, name: str, text: str) -> argparse.ArgumentParser:
        parser: argparse.ArgumentParser = self._parsers.add_parser(
            name, help=text, description=text
        )
        # Both before and after the command. Without SUPPRESS the command's own default, None,
        # would overwrite the folder that was named before it.
        parser.add_argument("--profile", metavar="DIR", default=argparse.SUPPRESS)
        return parser


def refuse_empty_paths(options: argparse.Namespace) -> None:
    """Raise UsageError for an empty name of a file: to Python it means the current folder."""
    for name in _PATHS:
        given = getattr(options, name, None)
        if given == "" or (isinstance(given, list) and "" in given):
            raise UsageError("The name of a file or folder is empty.")


def read_words(options: argparse.Namespace) -> None:
    """Read words as UTF-8, whatever the locale. Raises UsageError for what is none.

    Python leaves bytes it cannot read as lone surrogates, which can be kept nowhere.
    """
    for name in _WORDS:
        given = getattr(options, name, None)
        if isinstance(given, str):
            setattr(options, name, _text_of(given))
        elif isinstance(given, list):
            setattr(options, name, [_text_of(each) for each in given])


def _text_of(word: str) -> str:
    if not any("\ud800" <= character <= "\udfff" for character in word):
        return word
    try:
        return os.fsencode(word).decode()
    except UnicodeError as error:
        shown = word.encode("utf-8", "backslashreplace").decode()
        raise UsageError("“{word}” is no text in UTF-8.", word=shown) from error


def positive(text: str) -> int:
    """Return a whole number of at least 1, for argparse."""
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("the number must be at least 1")
    return number


def profile_at(folder: str | None) -> Profile:
    """Return the profile in a folder, or the platform's own. Raises UsageError for a file."""
    if folder is None:
        return default_profile()
    if Path(folder).is_file():
        raise UsageError(f"{folder} is a file; --profile needs a folder.")
    return profile_in(Path(folder))


def print_json(document: object) -> None:
    """Print one JSON document."""
    # Titles stay readable and greppable in every script; the output is UTF-8 wherever it goes.
    json.dump(document, sys.stdout, ensure_ascii=False, indent=2)
    print()


def take_pair(parser: argparse.ArgumentParser) -> None:
    """Have a command take two articles that are compared."""
    parser.add_argument("left", metavar="LEFT")
    parser.add_argument("right", metavar="RIGHT")
    may_go_by_words(parser)


def refuse_more(parser: argparse.ArgumentParser, options: argparse.Namespace, more: Words) -> None:
    """Raise UsageError for words of the command line that nothing takes."""
    # “Unrecognized arguments” would not say that of three versions two are compared at a time.
    if more and hasattr(options, "right") and not any(word.startswith("--") for word in more):
        raise UsageError(
            "Two articles are compared at a time, and {count} were named. Compare the first with "
            "each of the others.",
            count=2 + len(more),
        )
    if more:
        named = (options.command, getattr(options, "action", None))
        Parser(prog=" ".join(filter(None, (parser.prog, *named)))).error(
            f"unrecognized arguments: {' '.join(more)}"
        )


def say_if_one(left: Article, right: Article) -> None:
    """Say that an article is compared with itself: who mistypes a name sees no difference."""
    if left.id == right.id:
        # Not with what is told, which may be read by a program.
        print(f"diptych: {SAME_ARTICLE}", file=sys.stderr)


def may_go_by_words(parser: argparse.ArgumentParser) -> None:
    """Let a command that compares be told to do without meaning."""
    parser.add_argument(
        "--without-meaning", action="store_true", help="make no meaning vectors; go by words"
    )


def may_be_there(parser: argparse.ArgumentParser, *more: str) -> None:
    """Have a command that writes a file be told what to do with one that is there."""
    parser.add_argument(
        "--again",
        # The values of Again, spelled out so that the parser does not load what places files.
        choices=("renew", "overwrite", *more, "new"),
        default="renew",
        help="if it is there; renew replaces it only when it is as Diptych left it",
    )


def say_left_alone(saved: Saved) -> None:
    """Say which files of the reader's own were in the way, and where the new ones are."""
    if not saved.left_alone:
        return
    # Of the pages of a folder any may be the one that stands in for it.
    where = saved.files[0] if len(saved.files) == 1 else saved.files[0].absolute().parent
    for path in saved.left_alone:
        complaint = f"{path} is not as Diptych wrote it and is left alone"
        print(f"diptych: {complaint}; see {where}.", file=sys.stderr)
