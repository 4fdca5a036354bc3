# SPDX-License-Identifier: MIT
"""The same capabilities from the command line; ``--json`` prints one document.

Errors go to standard error as one sentence. Exit status: 0 done, 1 failed,
2 wrong use.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from diptych import __version__
from diptych.errors import DiptychError, LibraryError, UsageError
from diptych.paths import Profile, default_profile, profile_in

if TYPE_CHECKING:
    from diptych.notes.anchor import Anchor
    from diptych.notes.note import Note
    from diptych.rooms import Rooms
    from diptych.text.article import Article, Span

FAILED, WRONG_USE = 1, 2
PLACE = re.compile(r"(?P<article>.+):(?P<start>\d+)-(?P<end>\d+)$", re.DOTALL)
THEMES = ("light", "dark", "sepia")


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message[:1].upper()}{message[1:]}. See “diptych --help”.")


def run(arguments: Sequence[str]) -> int:
    """Do what the command line asks for and return the exit status."""
    _write_utf8()
    try:
        return _dispatch(list(arguments))
    except UsageError as error:
        return _complain(error, WRONG_USE)
    except DiptychError as error:
        return _complain(error, FAILED)
    except BrokenPipeError:
        # Whoever read the output has seen enough; do not complain at exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except OSError as error:
        return _complain(DiptychError(f"{error.filename or 'A file'}: {error.strerror}."), FAILED)


def _dispatch(arguments: list[str]) -> int:
    commands = _commands()
    words = _without_profile(arguments)
    if words and words[0] in commands:
        options = _command_parser().parse_args(arguments)
        with _open(options.profile) as rooms:
            return commands[options.command](rooms, options)
    return _open_window(_window_parser().parse_args(arguments))


def _without_profile(arguments: list[str]) -> list[str]:
    """Return the arguments from the first that is not ``--profile`` or its value."""
    rest = list(arguments)
    while rest and rest[0].startswith("--profile"):
        rest = rest[1:] if "=" in rest[0] else rest[2:]
    return rest


def _write_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _complain(error: Exception, status: int) -> int:
    print(f"diptych: {' '.join(str(error).split())}", file=sys.stderr)
    return status


# Arguments


def _window_parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="diptych",
        description="Read two articles side by side and see what they have in common.",
        epilog="Commands: " + ", ".join(_commands()) + ". “diptych COMMAND --help” tells more.",
    )
    parser.add_argument("files", nargs="*", metavar="FILE", help="the left and right article")
    parser.add_argument("--profile", metavar="DIR", help="keep all state in this folder")
    parser.add_argument("--version", action="version", version=f"Diptych {__version__}")
    parser.add_argument("--screenshot", metavar="PNG", help="draw the window into a file and end")
    parser.add_argument("--size", default="1440x900", metavar="WxH", help="size of the screenshot")
    parser.add_argument("--theme", choices=THEMES, default="", help="look of the window")
    return parser


def _command_parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="diptych")
    parser.add_argument("--profile", metavar="DIR", help="keep all state in this folder")
    commands = parser.add_subparsers(dest="command", parser_class=_Parser, required=True)

    def command(name: str, text: str, *, json_output: bool = True) -> argparse.ArgumentParser:
        sub: argparse.ArgumentParser = commands.add_parser(name, help=text, description=text)
        sub.add_argument("--profile", metavar="DIR", default=argparse.SUPPRESS)
        if json_output:
            sub.add_argument("--json", action="store_true", help="print one JSON document")
        return sub

    add = command("add", "Add files and folders to the library.")
    add.add_argument("paths", nargs="+", metavar="PATH")
    command("list", "List the articles of the library.")
    show = command("show", "Show an article: its text, blocks and passages.")
    show.add_argument("article", metavar="ARTICLE", help="a path, or an id of “diptych list”")
    search = command("search", "Find passages that hold some words.")
    search.add_argument("query", metavar="QUERY")
    search.add_argument("--limit", type=_positive, default=20, metavar="N")
    compare = command("compare", "Find what two articles have in common.")
    compare.add_argument("left", metavar="LEFT")
    compare.add_argument("right", metavar="RIGHT")
    compare.add_argument("--min-score", type=float, default=None, metavar="X")
    _note_parser(command("note", "Write and list notes.", json_output=False))
    export = command("export", "Write notes as Markdown.")
    export.add_argument("--pair", nargs=2, metavar=("LEFT", "RIGHT"))
    export.add_argument("--to", metavar="FILE")
    return parser


def _note_parser(note: argparse.ArgumentParser) -> None:
    actions = note.add_subparsers(dest="action", parser_class=_Parser, required=True)
    add = actions.add_parser("add", help="write a note on a passage or on a pair of passages")
    add.add_argument("--left", metavar="ARTICLE:START-END")
    add.add_argument("--right", metavar="ARTICLE:START-END")
    add.add_argument("--text", required=True)
    for sub in (add, actions.add_parser("list", help="list all notes")):
        sub.add_argument("--json", action="store_true", help="print one JSON document")
        sub.add_argument("--profile", metavar="DIR", default=argparse.SUPPRESS)


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("the limit must be at least 1")
    return number


def _profile(folder: str | None) -> Profile:
    if folder is None:
        return default_profile()
    if Path(folder).is_file():
        raise UsageError(f"{folder} is a file; --profile needs a folder.")
    return profile_in(Path(folder))


class _open:  # noqa: N801 - reads as the statement it is used in
    """The rooms of a profile for the length of one command."""

    def __init__(self, folder: str | None) -> None:
        from diptych.rooms import Rooms

        self._rooms = Rooms(_profile(folder))

    def __enter__(self) -> Rooms:
        return self._rooms

    def __exit__(self, *_: object) -> None:
        self._rooms.close()


# Commands


def _commands() -> dict[str, Callable[[Rooms, argparse.Namespace], int]]:
    return {
        "add": _add,
        "list": _list,
        "show": _show,
        "search": _search,
        "compare": _compare,
        "note": _note,
        "export": _export,
    }


def _add(rooms: Rooms, options: argparse.Namespace) -> int:
    from diptych.library.listing import report_values

    report = rooms.add([Path(path) for path in options.paths])
    if options.json:
        _print_json(report_values(report))
    else:
        from diptych.wording import summary_line

        for item in report.added:
            print(f"{item.id}  {item.title}")
        counts = map(len, (report.added, report.unchanged, report.updated, report.failed))
        print(summary_line(*counts))
    for refusal in report.failed:
        print(f"diptych: {refusal.reason}", file=sys.stderr)
    nothing_read = not (report.added or report.unchanged or report.updated)
    return FAILED if report.failed and nothing_read else 0


def _list(rooms: Rooms, options: argparse.Namespace) -> int:
    from diptych.library.listing import entries_values

    entries = rooms.catalogue.entries()
    if options.json:
        _print_json(entries_values(entries))
        return 0
    if not entries:
        print("The library is empty. Add articles with “diptych add PATH…”.")
    for entry in entries:
        about = " · ".join(part for part in (*entry.authors, entry.source, entry.date) if part)
        print(f"{entry.id}  {entry.title}" + (f"  ({about})" if about else ""))
    return 0


def _show(rooms: Rooms, options: argparse.Namespace) -> int:
    from diptych.library.listing import article_values
    from diptych.text.segment import passages

    article, path = rooms.open_article(options.article)
    if options.json:
        found = [{"start": p.span.start, "end": p.span.end} for p in passages(article)]
        _print_json({**article_values(article, path), "passages": found})
    else:
        print(article.text)
    return 0


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
        _print_json(answer)
        return 0
    for hit in results.hits:
        print(f"{hit.article.title}  ({entries[hit.article_id].path})\n    {hit.snippet}")
    print(f"{results.total} found for {results.query_understood}")
    return 0


def _compare(rooms: Rooms, options: argparse.Namespace) -> int:
    import time

    from diptych.compare.comparison import compare
    from diptych.compare.listing import comparison_json
    from diptych.compare.values import Options

    left, left_path = rooms.open_article(options.left)
    right, right_path = rooms.open_article(options.right)
    before = time.perf_counter()
    comparison = compare(left, right, Options(every_pair=options.min_score is not None))
    spent_ms = round((time.perf_counter() - before) * 1000, 1)
    least = options.min_score
    kept = tuple(m for m in comparison.matches if (m.shown if least is None else m.score >= least))
    comparison = replace(comparison, matches=kept)
    if options.json:
        plain = comparison_json(comparison, left, right)
        sides = {
            "left": {**_named(left, left_path), "passages": len(comparison.left_passages)},
            "right": {**_named(right, right_path), "passages": len(comparison.right_passages)},
        }
        _print_json({**plain, **sides, "ms": spent_ms})
        return 0
    for match in kept:
        print(f"{match.kind.value}  {match.score:.3f}")
        print(f"    L  {' '.join(match.left.of(left.text).split())}")
        print(f"    R  {' '.join(match.right.of(right.text).split())}")
    print(f"{len(kept)} matches")
    return 0


def _named(article: Article, path: Path) -> dict[str, Any]:
    from diptych.library.listing import path_text

    return {"id": article.id, "path": path_text(path), "title": article.title}


def _note(rooms: Rooms, options: argparse.Namespace) -> int:
    from diptych.notes.export.json_view import note_json

    if options.action == "list":
        notes = rooms.notes.notes()
        if options.json:
            _print_json([note_json(note, _text_for(rooms)) for note in notes])
        else:
            for each in notes:
                print(f"{each.id}  {' '.join(each.text.split())}")
        return 0
    note = _added_note(rooms, options)
    if options.json:
        _print_json(note_json(note, _text_for(rooms)))
    else:
        print(note.id)
    return 0


def _added_note(rooms: Rooms, options: argparse.Namespace) -> Note:
    from diptych.notes.anchor import Side, anchor_for
    from diptych.notes.note import new_note

    anchors = []
    for side, place in (("left", options.left), ("right", options.right)):
        if place is not None:
            article, path, span = _place(rooms, place)
            anchors.append(anchor_for(article, span, side=Side(side), path=str(path)))
    if not anchors:
        raise UsageError("A note needs --left or --right ARTICLE:START-END.")
    return rooms.notes.add(new_note(options.text, tuple(anchors)))


def _place(rooms: Rooms, text: str) -> tuple[Article, Path, Span]:
    from diptych.text.article import Span

    found = PLACE.match(text)
    if found is None:
        raise UsageError(f"“{text}” is not a place; write ARTICLE:START-END.")
    article, path = rooms.open_article(found["article"])
    start, end = int(found["start"]), int(found["end"])
    if not start < end <= len(article.text):
        raise UsageError(
            f"{start}-{end} is not in {path}, whose text has {len(article.text)} characters."
        )
    return article, path, Span(start, end)


def _text_for(rooms: Rooms) -> Callable[[Anchor], str | None]:
    """Return a look-up from an anchor to its article's present text, None when unknown."""

    def text(anchor: Anchor) -> str | None:
        entry = rooms.catalogue.find(anchor.article_id) or rooms.catalogue.find(anchor.path)
        if entry is None:
            return None
        try:
            return rooms.catalogue.article(entry.id).text
        except LibraryError:
            return None

    return text


def _export(rooms: Rooms, options: argparse.Namespace) -> int:
    from diptych.notes.export.markdown import to_markdown
    from diptych.notes.export.write import write_text

    if options.pair:
        ids = []
        for name in options.pair:
            article, _ = rooms.open_article(name)
            ids.append((article.id, *rooms.catalogue.lineage(article.id)))
        notes = rooms.notes.notes_of_pair(*ids)
    else:
        notes = rooms.notes.notes()
    markdown = to_markdown(notes)
    if options.to is not None:
        write_text(Path(options.to), (markdown,))
    if options.json:
        _print_json({"notes": len(notes), "path": options.to, "markdown": markdown})
    elif options.to is None:
        print(markdown, end="")
    return 0


def _print_json(document: object) -> None:
    json.dump(document, sys.stdout, ensure_ascii=False, indent=2)
    print()


# The window


def _open_window(options: argparse.Namespace) -> int:
    if len(options.files) not in (0, 2):
        raise UsageError(
            f"“{options.files[0]}” is neither a command nor one of two files; "
            "name both articles, or none. See “diptych --help”."
        )
    files = [Path(name) for name in options.files]
    for path in files:
        if not path.exists():
            raise LibraryError(f"{path} is not there; check the spelling of the path.")
    wanted = dict(zip(("left", "right"), files, strict=False))
    profile = _profile(options.profile)
    if options.screenshot is not None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        from diptych.ui.screenshot import take

        take(profile, Path(options.screenshot), _size(options.size), options.theme, wanted)
        return 0
    _need_display()
    try:
        from diptych.app import run as run_window
    except ImportError as error:
        raise DiptychError(
            f"Qt could not be loaded ({error}); “python3 dev.py doctor” names what is missing."
        ) from error
    return run_window(profile, wanted, options.theme)


def _size(text: str) -> tuple[int, int]:
    found = re.fullmatch(r"(\d{3,5})x(\d{3,5})", text)
    if found is None:
        raise UsageError(f"“{text}” is not a size; write for example 1440x900.")
    return int(found[1]), int(found[2])


def _need_display() -> None:
    """Say it in words when there is no screen, before Qt ends the process."""
    has_display = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if (
        sys.platform.startswith("linux")
        and not has_display
        and not os.environ.get("QT_QPA_PLATFORM")
    ):
        raise UsageError(
            "There is no display here; use “diptych --screenshot FILE.png”, the commands "
            "of “diptych --help”, or “xvfb-run diptych”."
        )
