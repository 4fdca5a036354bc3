# SPDX-License-Identifier: MIT
"""A small profile and the commands on it, for the scripts that try each of them."""

from __future__ import annotations

import importlib
import os
import pkgutil
import re
import shlex
import shutil
import signal
import sys
import traceback
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT / "corpus"
LONGEST_SECONDS = 240  # by the clock; what waits for a pipe never ends
THIRD = """---
title: Third
author: Ann Lee
---

The harbour was closed on {day} and nobody knew why. The ferry sailed again on Friday with forty
aboard.
"""

# In braces: the pair, a third article in two versions, notes (the last is deleted), a folder.
READING = """
list
list --json
show {left}
chapters {left}
search harbour
search harbour --json
search harbour --passages
search harbour --facets
search 'in:notes thought'
quote 'The harbour was closed on Monday'
concordance harbour
concordance harbour --pair {left} {right}
search-both harbour {left} {right}
compare {left} {right}
compare {left} {right} --json
brief {left} {right}
weave {left} {right}
story {left}:188-230
overview {left} {right} {third}
companions {left}
duplicates
changes {third} {later}
note list
note list --json
note list --deleted
note list --pair {left} {right}
note list --find thought
cite {left}:188-230
export
export --format pandoc
export --format csv
export --pair {left} {right}
reading list
pair list
folder list
collection list
tag list
doctor
backup list
""".strip().splitlines()
WRITING = """
add {third}
note add --left {left}:188-230 --text new
note edit {note} --text changed
note delete {other}
note restore {deleted}
tag add x {left}
collection add C {left}
edit {left} --title New
rescan
index
index --rebuild
backup make
mirror {out}/mirror
print {left} --to {out}/page.pdf
export --format obsidian --to {out}/vault
import-notes {notes}
doctor --repair
judge {left} {right} 1 accepted
pair save y {left} {right}
remove {third}
""".strip().splitlines()


@dataclass(frozen=True, slots=True)
class Told:
    """What came of a command; a status below zero is the signal that ended it."""

    status: int
    out: str
    err: str

    @property
    def is_fault(self) -> bool:
        """Whether it ended in anything but a result or a sentence."""
        return self.status not in (0, 1) or "Traceback" in self.err

    def lasting(self) -> tuple[int, str]:
        """Return status and output without times and durations."""
        moments = r'"(?:\w+_)?ms": [\d.]+|[\d.]+ ms|\d{4}-\d\d-\d\dT?[\d:.]*Z?|\d{8}-\d{6}-\d{6}'
        return self.status, re.sub(moments, "#", self.out)


class Desk:
    """A sound profile and its articles in ``folder``; commands run on copies of it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.sound = folder, folder / "sound"
        articles = folder / "articles"
        names = {"left": "harbour-vote.md", "right": "ferry-deal.md"}
        self.places = {side: str(articles / name) for side, name in names.items()}
        self.places |= {"third": str(articles / "third.md"), "later": str(articles / "later.md")}
        self.places |= {"out": str(folder / "out"), "notes": str(folder / "notes.jsonld")}
        for each in ("diptych.cli", "diptych.services"):  # what the forked commands need is there
            for module in pkgutil.iter_modules(importlib.import_module(each).__path__, f"{each}."):
                importlib.import_module(module.name)

    def set_up(self) -> None:
        """Make articles, notes and whatever a profile holds after some use."""
        articles = Path(self.places["left"]).parent
        articles.mkdir(parents=True)
        for side in ("left", "right"):
            shutil.copy(CORPUS / Path(self.places[side]).name, articles)
        for name, day in (("third", "Monday"), ("later", "Tuesday")):
            Path(self.places[name]).write_text(THIRD.format(day=day), encoding="utf-8")
        self._must(f"add {articles}")
        for name, words in (
            ("note", "--left {left}:188-230 --right {right}:100-150 --text 'A thought' --tag port"),
            ("other", "--left {left}:240-280 --text Another --colour green"),
            ("deleted", "--left {third}:60-80 --text 'On the third'"),
        ):
            self.places[name] = self._must(f"note add {words}").split()[0]
        for command in (
            *("note delete {deleted}", "tag add sea {left}", "collection add Sea {left}"),
            *("pair save two {left} {right}", "compare {left} {right}", "search harbour"),
            *("index", "overview {left} {right} {third}", "companions {left}", "backup make"),
            *("mirror {out}/mirror", "export --format web-annotation --to {notes}"),
        ):
            self._must(command)
        config = self.sound / "config"
        (config / "settings.yaml").write_text("theme: dark\n", encoding="utf-8")
        for name in ("session", "history", "searches"):
            (config / f"{name}.yaml").write_text("left: x\n", encoding="utf-8")

    def copy(self, profile: Path) -> Path:
        """Put a fresh copy of the sound profile at ``profile``."""
        if profile.exists():
            for folder in (profile, *profile.rglob("*")):
                if folder.is_dir() and not folder.is_symlink():
                    folder.chmod(0o755)
            shutil.rmtree(profile)
        shutil.copytree(self.sound, profile)
        return profile

    def words(self, command: str) -> list[str]:
        """Return a command of the tables as the words of a command line."""
        return [word.format(**self.places) for word in shlex.split(command)]

    def call(self, command: str, profile: Path) -> Told:
        """Carry out a command in a process of its own, within some minutes."""
        shutil.rmtree(self.folder / "out", ignore_errors=True)
        (self.folder / "out").mkdir()
        streams = [self.folder / name for name in ("stdout", "stderr")]
        child = os.fork()
        if child == 0:
            _run([*self.words(command), "--profile", str(profile)], streams)
        _, status = os.waitpid(child, 0)
        with suppress(ProcessLookupError):
            os.killpg(child, signal.SIGKILL)  # readers it may have left
        out, err = (
            stream.read_text(encoding="utf-8", errors="replace").replace(str(profile), "PROFILE")
            for stream in streams
        )
        return Told(os.waitstatus_to_exitcode(status), out, err)

    def _must(self, command: str) -> str:
        told = self.call(command, self.sound)
        if told.status:
            raise RuntimeError(f"{command}: {told}")
        return told.out.strip()


def _run(words: list[str], streams: list[Path]) -> None:
    """Be the command, in a forked process that ends here."""
    status = 99
    try:
        os.setsid()
        signal.alarm(LONGEST_SECONDS)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        for number, stream in enumerate(streams, start=1):
            os.dup2(os.open(stream, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), number)
        from diptych.cli.main import run

        status = run(words)
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else 98
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)
