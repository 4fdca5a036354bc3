# SPDX-License-Identifier: MIT
"""The same capabilities from the command line; ``--json`` prints one document.

Errors go to standard error as one sentence. Exit status: 0 done, 1 failed,
2 wrong use, 130 broken off by Ctrl+C.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from types import ModuleType

from diptych.cli.parsing import (
    BROKEN_OFF,
    FAILED,
    WRONG_USE,
    Commands,
    Parser,
    profile_at,
    read_words,
    refuse_empty_paths,
    refuse_more,
)
from diptych.cli.terminal import keep_terminal_from_obeying
from diptych.cli.window import bare_parser, has_display, open_window, window_parser
from diptych.errors import DiptychError, UsageError

# The modules are loaded by name in functions of their own, where packagers see them: one
# command needs one of them, the window and ``--version`` none. All take half a second.


def _library() -> ModuleType:
    from diptych.cli import library

    return library


def _shelving() -> ModuleType:
    from diptych.cli import shelving

    return shelving


def _reading_list() -> ModuleType:
    from diptych.cli import reading_list

    return reading_list


def _search() -> ModuleType:
    from diptych.cli import search

    return search


def _compare() -> ModuleType:
    from diptych.cli import compare

    return compare


def _retelling() -> ModuleType:
    from diptych.cli import retelling

    return retelling


def _changes() -> ModuleType:
    from diptych.cli import changes

    return changes


def _notes() -> ModuleType:
    from diptych.cli import notes

    return notes


def _citing() -> ModuleType:
    from diptych.cli import citing

    return citing


def _export() -> ModuleType:
    from diptych.cli import export

    return export


def _printing() -> ModuleType:
    from diptych.cli import printing

    return printing


def _note_safety() -> ModuleType:
    from diptych.cli import note_safety

    return note_safety


COMMANDS: Mapping[str, Callable[[], ModuleType]] = {
    **dict.fromkeys(
        (
            "add",
            "paste",
            "list",
            "show",
            "chapters",
            "remove",
            "rescan",
            "version-before",
            "duplicates",
            "folder",
        ),
        _library,
    ),
    **dict.fromkeys(("edit", "keep", "tag", "collection"), _shelving),
    **dict.fromkeys(("reading", "pair"), _reading_list),
    **dict.fromkeys(("search", "quote", "concordance", "search-both", "index"), _search),
    **dict.fromkeys(("compare", "judge", "companions", "overview"), _compare),
    **dict.fromkeys(("brief", "weave", "story"), _retelling),
    **dict.fromkeys(("changes",), _changes),
    **dict.fromkeys(("note",), _notes),
    **dict.fromkeys(("cite",), _citing),
    **dict.fromkeys(("export",), _export),
    **dict.fromkeys(("print",), _printing),
    **dict.fromkeys(("import-notes", "doctor", "backup", "mirror"), _note_safety),
}
"""What loads the module of each command, in the order in which help names them."""


def run(arguments: Sequence[str]) -> int:
    """Do what the command line asks for and return the exit status."""
    _write_utf8()
    keep_terminal_from_obeying()
    try:
        status = _dispatch(list(arguments))
        sys.stdout.flush()  # here, where a reader that has gone is no error
        return status
    except UsageError as error:
        return _complain(error, WRONG_USE)
    except DiptychError as error:
        return _complain(error, FAILED)
    except KeyboardInterrupt:
        # What was done so far is kept, and whoever pressed the keys knows of it.
        return BROKEN_OFF
    except BrokenPipeError:
        # Whoever read the output has seen enough; do not complain at exit either.
        # Python flushes the stream once more at exit; into nothing that works.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    # The last net: what no service worded, such as a folder that was closed meanwhile.
    except OSError as error:
        from diptych.atomic import reason

        return _complain(DiptychError(f"{error.filename or 'A file'}: {reason(error)}."), FAILED)


def _dispatch(arguments: list[str]) -> int:
    words = _without_profile(arguments)
    if words[:1] == ["help"] and not Path("help").exists():
        arguments = words = [*words[1:2], "--help"]
    if words[:1] in (["-h"], ["--help"]):
        return _help()
    # A file may be called as no command is; ./list opens a file of a command's name.
    if not words or words[0] not in COMMANDS:
        return open_window(window_parser(list(COMMANDS)).parse_args(arguments))
    parser = _parser_of(words[0])
    options, more = parser.parse_known_args(arguments)
    refuse_more(parser, options, more)
    # Before anything is opened: an unset variable of a shell would have "" add the folder it is
    # in.
    refuse_empty_paths(options)
    read_words(options)

    from diptych.cli.working import reading
    from diptych.services.stores import Stores

    stores = Stores(profile_at(options.profile), reading=reading)
    try:
        status: int = stores.do(lambda stores: options.run(stores, options))
        _tell((*stores.troubles, *stores.lost()))
        return status
    except DiptychError as error:
        # An article may only be missing because the library cannot be read.
        _tell(trouble for trouble in stores.troubles if str(trouble) not in str(error))
        raise
    finally:
        # Ends the reading process too, which else would outlive the command.
        stores.close()


def _tell(troubles: Iterable[str]) -> None:
    for trouble in troubles:
        print(f"diptych: {' '.join(trouble.split())}", file=sys.stderr)


def _parser_of(command: str) -> argparse.ArgumentParser:
    """Return the parser of a command and of those in the same module."""
    parser = Parser(prog="diptych")
    parser.add_argument("--profile", metavar="DIR", help="keep all state in this folder")
    COMMANDS[command]().add_commands(Commands(parser, "command"))
    return parser


def whole_parser() -> Parser:
    """Return one parser of everything, for pages and completions that tell of all commands."""
    parser = bare_parser()
    _add_commands(parser)
    return parser


def _add_commands(parser: Parser) -> Commands:
    commands = Commands(parser, "command")
    # Several commands share a module; each is asked once, in the order of help.
    for load in dict.fromkeys(COMMANDS.values()):
        load().add_commands(commands)
    return commands


def _help() -> int:
    """Print how Diptych is started, and what each command is for."""
    parser = window_parser(list(COMMANDS))
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    told = (f"  {name:<16}{text}" for name, text in _add_commands(bare_parser()).purposes.items())
    parser.epilog = "\n".join(("commands:", *told, "", "“diptych COMMAND --help” tells more."))
    parser.print_help()
    return 0


def _without_profile(arguments: list[str]) -> list[str]:
    """Return the arguments from the first that is not ``--profile`` or its value."""
    rest = list(arguments)
    while rest and rest[0].startswith("--profile"):
        # “--profile=DIR” is one word, “--profile DIR” two.
        rest = rest[1:] if "=" in rest[0] else rest[2:]
    return rest


def _write_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        # Absent where tests or embedders put a stream of their own in.
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            # A console of code page 1252 or a pipe under LANG=C knows no Chinese titles; names
            # of files that are no UTF-8 hold lone surrogates, which no encoding writes.
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _complain(error: Exception, status: int) -> int:
    # One line, whatever line breaks a file's name or a system's message holds.
    sentence = " ".join(str(error).split())
    print(f"diptych: {sentence}", file=sys.stderr)
    from diptych.cli.unseen import nobody_reads

    if nobody_reads() and has_display():
        from diptych.app import say_at_start

        say_at_start(sentence)
    return status
