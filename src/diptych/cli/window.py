# SPDX-License-Identifier: MIT
"""The command line without a command: the window, or a picture of it."""

from __future__ import annotations

import argparse
import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from diptych import __version__
from diptych.cli.parsing import Parser, profile_at
from diptych.errors import DiptychError, LibraryError, UsageError
from diptych.opened import is_missing
from diptych.paths import Profile

if TYPE_CHECKING:
    from diptych.ui.shell.open_windows import Asked

THEMES = ("light", "dark", "sepia")


def window_parser(names: list[str]) -> argparse.ArgumentParser:
    """Return the parser of what is no command; ``names`` are those that are."""
    parser = bare_parser()
    parser.epilog = f"Commands: {', '.join(names)}. “diptych COMMAND --help” tells more."
    parser.add_argument(
        "files", nargs="*", metavar="FILE", help="articles to open, or a diptych:// link"
    )
    return parser


def bare_parser() -> Parser:
    """Return the parser of the options that need no command."""
    parser = Parser(
        prog="diptych",
        description="Read two articles side by side and see what they have in common.",
    )
    parser.add_argument("--profile", metavar="DIR", help="keep all state in this folder")
    parser.add_argument(
        "--version",
        action="version",
        version=f"Diptych {__version__}",
        help="say which version this is",
    )
    parser.add_argument("--screenshot", metavar="PNG", help="draw the window into a file and end")
    parser.add_argument("--size", default="1440x900", metavar="WxH", help="size of the screenshot")
    parser.add_argument("--theme", choices=THEMES, default="", help="look of the window")
    return parser


def open_window(options: argparse.Namespace) -> int:
    """Open the window, or have the one that is open show what is asked for."""
    profile = profile_at(options.profile)
    from diptych.ui.shell.open_windows import Asked, hand_over

    # Browsers give a scheme in any case: diptych:// or DIPTYCH://.
    if len(options.files) == 1 and options.files[0].lower().startswith("diptych:"):
        wanted = Asked(note_id=_note_in(options.files.pop(), profile))
    else:
        wanted = Asked(files=_files(options.files))
    # Before an open window is asked: it would come forward instead of a picture being drawn.
    if options.screenshot is not None:
        return _draw(options, profile, wanted)
    # Asking the open window needs QtCore alone; it is only for a new one that all is loaded.
    if hand_over(profile.windows_folder, wanted):
        return 0
    _need_display()
    try:
        from diptych.app import run as run_window
    except ImportError as error:
        raise DiptychError(
            f"Qt could not be loaded ({error}); “python3 dev.py doctor” names what is missing."
        ) from error
    return run_window(profile, wanted, options.theme)


def _draw(options: argparse.Namespace, profile: Profile, wanted: Asked) -> int:
    # A picture needs no display; a platform that was chosen stands.
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from diptych.pictures.screenshot import take

    take(profile, Path(options.screenshot), _size(options.size), options.theme, wanted)
    return 0


def _files(names: list[str]) -> tuple[Path, ...]:
    """Return the paths that the words name. Raises UsageError or LibraryError for what is none."""
    files = tuple(_local(name) for name in names)
    for name, path in zip(names, files, strict=True):
        if not is_missing(path):
            continue
        if len(names) == 1:
            # A lone word may be a mistyped command as well as a file that is not there.
            raise UsageError(
                f"“{name}” is neither a command nor a file that is there. See “diptych --help”."
            )
        raise LibraryError(f"{path} is not there; check the spelling of the path.")
    return files


def _local(name: str) -> Path:
    """Return the path a word names; desktops hand files over as addresses."""
    if name.startswith("file://"):
        from diptych.text.addresses import address_parts

        # Of file:///C:/town.md the path is /C:/town.md, which Windows does not know.
        path = unquote(address_parts(name).path) or name
        return Path(path[1:] if re.match("/[A-Za-z]:", path) else path)
    return Path(name)


def _note_in(link: str, profile: Profile) -> str:
    """Return the id of the note a link names; DiptychError when there is no such note."""
    from diptych.notes.link import note_in_link
    from diptych.services.note_keeping import read_note
    from diptych.services.stores import Stores

    note_id = note_in_link(link)
    stores = Stores(profile)
    try:
        return read_note(stores, note_id).id
    finally:
        stores.close()


def _size(text: str) -> tuple[int, int]:
    # e.g. 1440x900, pixels across and down
    found = re.fullmatch(r"(\d{3,5})x(\d{3,5})", text)
    if found is None:
        raise UsageError(f"“{text}” is not a size; write for example 1440x900.")
    return int(found[1]), int(found[2])


def has_display() -> bool:
    """Tell whether Qt finds a screen, or is told of a platform such as “offscreen”."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in named)


def _need_display() -> None:
    """Say it in words when there is no screen, before Qt ends the process."""
    if not has_display():
        raise UsageError(
            "There is no display here; use “diptych --screenshot FILE.png”, the commands "
            "of “diptych --help”, or “xvfb-run diptych”."
        )
