#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes what can be known from the program itself: man page, completions, two pages of the guide.

.venv/bin/python packaging/manual.py              writes docs/guide/keys.md and command-line.md
.venv/bin/python packaging/manual.py FOLDER       writes man page and completions, for packages
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from os import environ
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
GUIDE = ROOT / "docs" / "guide"
SHELLS = {"bash": "diptych", "zsh": "_diptych", "fish": "diptych.fish"}
sys.path.insert(0, str(ROOT / "src"))

from diptych import __version__  # noqa: E402
from diptych.cli.main import whole_parser  # noqa: E402

WORDS = {
    "ARTICLE": "an id that `diptych list` prints, or a file, which need not be in the library",
    "LEFT, RIGHT": "articles, the one on the left and the one on the right",
    "START-END": "a place in an article's text, as `diptych show` and `search` print it",
    "NOTE, ID": "the id of a note, or the beginning of one, from `diptych note list`",
}


def main(arguments: Sequence[str]) -> int:
    """Write the guide's pages, or what packages hold."""
    if arguments:
        write_for_packages(Path(arguments[0]))
    else:
        (GUIDE / "keys.md").write_text(keys_page(), encoding="utf-8")
        (GUIDE / "command-line.md").write_text(command_line_page(), encoding="utf-8")
    return 0


def write_for_packages(folder: Path) -> None:
    """Write the man page and a completion for each shell."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "diptych.1").write_text(man_page(), encoding="utf-8")
    for shell, name in SHELLS.items():
        place = folder / shell / name
        place.parent.mkdir(exist_ok=True)
        place.write_text(completion(shell), encoding="utf-8")


def commands(
    parser: argparse.ArgumentParser, name: str = ""
) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    """Yield each command with its parser, a set of actions before its actions."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for word, below in action.choices.items():
                yield f"{name}{word}", below
                yield from commands(below, f"{name}{word} ")


def usage(parser: argparse.ArgumentParser) -> str:
    """Return how a command is written, in one line."""
    written = " ".join(parser.format_usage().removeprefix("usage: ").split())
    return re.sub(r"\[-h\] |\[--profile DIR\] ", "", f"{written} ").strip()


def options(parser: argparse.ArgumentParser) -> Iterator[tuple[str, str]]:
    """Yield what a command is told, and what that does, as far as it needs words."""
    for action in parser._actions:
        is_unsaid = action.dest in ("help", "profile") or action.help == argparse.SUPPRESS
        if is_unsaid or isinstance(action, argparse._SubParsersAction):
            continue
        said = parser._get_formatter()._expand_help(action) if action.help else ""
        if action.option_strings:
            value = parser._get_formatter()._format_args(action, action.dest.upper())
            yield f"{', '.join(action.option_strings)} {value}".strip(), said
        elif said:
            yield str(action.metavar or action.dest), said


# --- the guide --------------------------------------------------------------


def command_line_page() -> str:
    """Return the guide's page of the command line."""
    parser = whole_parser()
    lines = [
        "# The command line",
        "",
        "What the window can do, a script can do too. Every command takes `--profile DIR` to keep",
        "all state in one folder, those that print take `--json` and then print one JSON document.",
        "Errors are one sentence on standard error; the exit status is 0 when it is done, 1 when",
        "it failed, 2 when the command was wrong, 130 when Ctrl+C broke it off.",
        "",
        "| Word | Means |",
        "|---|---|",
        *(f"| {word} | {meaning} |" for word, meaning in WORDS.items()),
        "",
        "## diptych",
        "",
        "Starts the window. `diptych FILE...` opens files in it: one on the free side, of more the",
        "first two; a window that is open takes them.",
        "",
        *table(parser),
    ]
    for name, command in commands(parser):
        lines += [f"## diptych {name}", "", str(command.description), ""]
        if not any(isinstance(each, argparse._SubParsersAction) for each in command._actions):
            lines += ["```text", usage(command), "```", "", *table(command)]
    return "\n".join(lines).rstrip() + "\n"


def table(parser: argparse.ArgumentParser) -> list[str]:
    told = [(option, said) for option, said in options(parser) if option != "--json"]
    if not told:
        return []
    rows = [f"| `{option.replace('|', '¦')}` | {said} |" for option, said in told]
    return ["| Option | Does |", "|---|---|", *rows, ""]


def keys_page() -> str:
    """Return the guide's page of all keys."""
    from diptych.ui.shell.actions import MENUS, SPECS

    lines = [
        "# Keys",
        "",
        "Every action of the window with the keys it has at first. `Ctrl+Shift+P` finds an action",
        "by a few letters; `Shift+F1` lists all keys, and there any of them can be changed. On",
        "macOS `Ctrl` is the command key. Everything can be done without a mouse: `F6` goes round",
        "the panes and panels, the brief of a pair too, Tab to the controls in one, arrows",
        "through a list, and the menu key opens what a row offers. A key that is taken is refused,",
        "with that name.",
        "",
        "![The command palette](../images/palette.png)",
        "",
        "![All keys, and other keys for one of them](../images/shortcuts.png)",
        "",
        "With a screen reader every control has a name. The panes are named by side and title;",
        'the match list reads "Match 4 of 17, same claim, left paragraph 12, right paragraph 3"; a',
        "jump is announced with the same words, and so is what is saved, undone or not possible.",
        "",
    ]
    for menu in MENUS:
        rows = [
            f"| {plain(spec.text)} | {', '.join(f'`{key}`' for key in spec.keys)} |"
            for spec in SPECS
            if spec.menu == menu
        ]
        lines += [f"## {plain(menu)}", "", "| Action | Keys |", "|---|---|", *rows, ""]
    return "\n".join(lines).rstrip() + "\n"


def plain(text: str) -> str:
    """Return a menu's words without the mark of its letter and the dots of a dialog."""
    return text.replace("&", "").removesuffix("…")


# --- packages ---------------------------------------------------------------


def completion(shell: str) -> str:
    """Return what completes the commands in a shell."""
    import shtab

    written = str(shtab.complete(whole_parser(), shell))
    # A word that is no command may be a file to open.
    return written.replace("complete -o bashdefault -F", "complete -o bashdefault -o default -F")


def man_page() -> str:
    """Return the man page, dated by SOURCE_DATE_EPOCH."""
    parser = whole_parser()
    when = datetime.fromtimestamp(int(environ.get("SOURCE_DATE_EPOCH", "0")), UTC)
    lines = [
        f'.TH DIPTYCH 1 "{when:%Y-%m-%d}" "Diptych {__version__}" "User Commands"',
        ".SH NAME",
        r"diptych \- read two articles side by side and see what they have in common",
        ".SH SYNOPSIS",
        r".B diptych",
        r"[\fIFILE\fR...]",
        ".br",
        r".B diptych",
        r"\fICOMMAND\fR [\fIOPTIONS\fR]",
        ".SH DESCRIPTION",
        "Without a command the window opens, with the files that are named: one on the free",
        "side, of more the first two. A window that is open already takes them.",
        r"A \fIdiptych://\fR link opens the note it names.",
        "The commands do the same without a window.",
        ".SH OPTIONS",
        *entries(parser),
        ".SH COMMANDS",
    ]
    for _name, command in commands(parser):
        if not any(isinstance(each, argparse._SubParsersAction) for each in command._actions):
            lines += [".SS", rf"\fB{roff(usage(command))}\fR", roff(str(command.description))]
            lines += entries(command)
    lines += [".SH EXIT STATUS", "0 when it is done, 1 when it failed, 2 when the use was wrong,"]
    lines += ["130 when Ctrl+C broke it off."]
    return "\n".join((*lines, ""))


def entries(parser: argparse.ArgumentParser) -> list[str]:
    lines = []
    for option, said in options(parser):
        lines += [".TP", rf"\fB{roff(option)}\fR", roff(said or "see the guide") + "."]
    return lines


def roff(text: str) -> str:
    """Return text as the man page's macros read it."""
    return text.replace("\\", r"\e").replace("-", r"\-").replace("'", r"\(aq")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
