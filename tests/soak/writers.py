# SPDX-License-Identifier: MIT
"""Every way Diptych writes, done over and over by its commands until the writer is ended.

Each writer says what it is about to do and what is done; afterwards its ``wrong``
tells whether everything that was said to be done is there, and nothing by halves.
"""

from __future__ import annotations

import json
import random
import re
import shutil
import sqlite3
import uuid
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from soak.articles import article_text
from soak.book import kept_notes
from soak.desk import NOTES, Desk, Say, Writer
from soak.library_writers import (
    ArticleWriter,
    IndexWriter,
    ListWriter,
    PairWriter,
    PasteWriter,
    RemoveWriter,
)
from soak.repair_writers import LibraryRepairer, NoteRepairer
from soak.small_writers import LabelWriter, SettingsWriter, VerdictWriter

_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


class NoteWriter(Writer):
    """Adds, changes and deletes notes; one kind each."""

    def __init__(self, desk: Desk, verb: str) -> None:
        super().__init__(desk)
        self._verb = verb

    def work(self, chance: random.Random, say: Say) -> None:
        desk = self._desk
        ids = sorted(id_ for id_, note in kept_notes(desk.profile).items() if not note.is_deleted)
        while True:
            words = f"words {chance.randrange(10**12)} " + "x" * chance.randrange(3_000)
            say("will", self._verb, words)
            if self._verb == "add" or len(ids) < 5:
                note_id = desk.add_note(words)
                ids.append(note_id)
                say("did", "add", note_id, words)
                continue
            note_id = chance.choice(ids)
            say("will", self._verb, note_id, words)
            if self._verb == "edit":
                desk.call("note", "edit", note_id, "--text", words)
            else:
                desk.call("note", "delete", note_id)
                ids.remove(note_id)
            say("did", self._verb, note_id, words)

    def wrong(self, heard: list[list[str]]) -> list[str]:
        kept = kept_notes(self._desk.profile)
        last: dict[str, tuple[str, bool]] = {}  # text, deleted
        begun: dict[str, list[str]] = {}
        for kind, verb, *rest in heard:
            if kind == "did" and verb == "delete":
                before = last.get(rest[0], ("", False))[0]
                last[rest[0]] = before, True
            elif kind == "did":
                last[rest[0]] = rest[1], False
                begun.pop(rest[0], None)
            elif len(rest) == 2:
                begun.setdefault(rest[0], []).append(rest[1])
        wrong = []
        for note_id, (text, is_deleted) in last.items():
            found = kept.get(note_id)
            if found is None:
                wrong.append(f"note {note_id} is lost")
                continue
            # Any that was begun since: two ends in a row may have met the same note.
            may_be = {text, *begun.get(note_id, ())} if text else {found.text}
            may_be_deleted = is_deleted or (self._verb == "delete" and note_id in begun)
            if found.text not in may_be or found.is_deleted > may_be_deleted:
                wrong.append(f"note {note_id} is {found}, not one of {may_be}")
            if is_deleted and not found.is_deleted:
                wrong.append(f"note {note_id} was deleted and is there")
        if len(kept) < NOTES:
            wrong.append(f"only {len(kept)} notes are kept")
        return wrong


class MergeWriter(Writer):
    """Tags, links and merges notes: what one of them said is said by what they became."""

    def work(self, chance: random.Random, say: Say) -> None:
        desk = self._desk
        while True:
            words = [f"piece {chance.randrange(10**12)}." for _ in range(3)]
            ids = [desk.add_note(each) for each in words]
            say("did", *words)
            desk.call("note", "tag", *ids, "--add", f"t{chance.randrange(9)}")
            desk.call("note", "link", *ids)
            desk.call("note", "merge", *ids)
            say("did", *words)

    def wrong(self, heard: list[list[str]]) -> list[str]:
        kept = "\n".join(self._desk.texts())
        pieces = dict.fromkeys(piece for _, *words in heard for piece in words)
        return [f"{piece!r} is lost" for piece in pieces if piece not in kept]


class FileWriter(Writer):
    """Exports into files; each is the whole of one export at any moment."""

    FORMATS = ("commonmark", "github", "pandoc", "csv", "web-annotation")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._out, self._whole = desk.folder / "out", desk.folder / "whole"

    def prepare(self) -> None:
        super().prepare()
        for folder in (self._out, self._whole):
            folder.mkdir()
            self._export_all(folder)

    def work(self, chance: random.Random, say: Say) -> None:
        while True:
            name = chance.choice(self.FORMATS)
            self._export(name, self._out)
            say("did", name)

    def wrong(self, heard: list[list[str]]) -> list[str]:
        wrong = [f"{path.name} is torn" for path in self._torn()]
        self._export_all(self._out)
        wrong += [f"{path.name} is torn after the next export" for path in self._torn()]
        left = sorted({p.name for p in self._out.iterdir()} - self._names())
        return wrong + ([f"left behind: {left}"] if left else [])

    def _names(self) -> set[str]:
        return {path.name for path in self._whole.iterdir()}

    def _torn(self) -> list[Path]:
        pairs = [(self._out / name, self._whole / name) for name in sorted(self._names())]
        return [out for out, whole in pairs if self._is_torn(out, whole)]

    def _is_torn(self, out: Path, whole: Path) -> bool:
        return _timeless(out) != _timeless(whole)

    def _export_all(self, folder: Path) -> None:
        for name in self.FORMATS:
            self._export(name, folder)

    def _export(self, name: str, folder: Path) -> None:
        to = folder / f"notes-{name}.txt"
        self._desk.call("export", "--format", name, "--to", to, "--again", "overwrite")


def _timeless(path: Path) -> str:
    """Return the words of an export without the moment of its making and its own path."""
    words = path.read_text(encoding="utf-8") if path.exists() else ""
    return re.sub(r"\d{4}-\d\d-\d\dT?[\d:.]*Z?", "", words)


class ReportWriter(FileWriter):
    """Exports reports and notes as pages and documents; each is whole at any moment."""

    FORMATS = ("report-md", "report-html", "report-docx", "docx")

    def prepare(self) -> None:
        self._right.parent.mkdir(parents=True, exist_ok=True)
        self._right.write_text(article_text(1, 1), encoding="utf-8")
        super().prepare()

    @property
    def _right(self) -> Path:
        return self._desk.folder / "right.md"

    def _export(self, name: str, folder: Path) -> None:
        to = folder / f"notes-{name}.txt"
        pair = ("--pair", self._desk.article, self._right)
        self._desk.call("export", "--format", name, *pair, "--to", to, "--again", "overwrite")

    def _is_torn(self, out: Path, whole: Path) -> bool:
        if "docx" in out.name:
            return not zipfile.is_zipfile(out)
        return super()._is_torn(out, whole)


class FolderWriter(Writer):
    """Writes a folder of pages: for Obsidian, or as a copy of the notes."""

    def __init__(self, desk: Desk, command: str) -> None:
        super().__init__(desk)
        self._command, self._out = command, desk.folder / "pages"

    def prepare(self) -> None:
        super().prepare()
        self._write()

    def work(self, chance: random.Random, say: Say) -> None:
        while True:
            self._desk.change_any(chance)
            self._write()
            say("did", self._command)

    def wrong(self, heard: list[list[str]]) -> list[str]:
        wrong = [f"{page.name} is empty" for page in self._pages() if not page.stat().st_size]
        self._write()
        words = "\n".join(page.read_text(encoding="utf-8") for page in self._pages())
        wrong += [f"not in the pages: {text}" for text in self._desk.texts() if text not in words]
        twice = [text for text in self._desk.texts() if words.count(text + "\n") > 1]
        wrong += [f"twice in the pages: {text}" for text in twice]
        left = [p.name for p in self._out.rglob("*") if p.name.endswith(".part")]
        return wrong + ([f"left behind: {left}"] if left else [])

    def _pages(self) -> list[Path]:
        return sorted(self._out.rglob("*.md"))

    def _write(self) -> None:
        if self._command == "mirror":
            self._desk.call("mirror", self._out)
        else:
            self._out.mkdir(exist_ok=True)
            self._desk.call("export", "--format", "obsidian", "--to", self._out)


class BackupWriter(Writer):
    """Makes backups; each that was said to be made can be read."""

    def work(self, chance: random.Random, say: Say) -> None:
        while True:
            self._desk.change_any(chance)
            say("did", self._desk.call("backup", "make"))

    def wrong(self, heard: list[list[str]]) -> list[str]:
        paths = [Path(words[1]) for words in heard if words[1].endswith(".sqlite")]
        wrong = [f"{path.name} is not there" for path in paths[-5:] if not path.exists()]
        self._desk.change_any(random.Random(len(heard)))
        self._desk.call("backup", "make")
        folder = self._desk.profile.notes_file.parent / "backups"
        for path in sorted(folder.iterdir()):
            if path.suffix != ".sqlite":
                wrong.append(f"left behind: {path.name}")
            elif not _is_sound(path):
                wrong.append(f"{path.name} is damaged")
        return wrong


def _is_sound(path: Path) -> bool:
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as copy:
            return copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    except sqlite3.Error:
        return False


class RestoreWriter(Writer):
    """Restores backups; the notes are those of one of them at any moment."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._known = desk.folder / "known.json"

    def prepare(self) -> None:
        super().prepare()
        known: dict[str, list[str]] = {}
        for number in range(3):
            self._desk.add_note(f"only since {number}")
            name = Path(self._desk.call("backup", "make")).name
            copy = self._desk.folder / name
            shutil.copy(self._desk.profile.notes_file.parent / "backups" / name, copy)
            known[str(copy)] = sorted(self._desk.texts())
        self._known.write_text(json.dumps(known), encoding="utf-8")

    def work(self, chance: random.Random, say: Say) -> None:
        known = self._read_known()
        while True:
            path = chance.choice(sorted(known))
            say("will", path)
            self._desk.call("backup", "restore", path)
            say("did", path)

    def wrong(self, heard: list[list[str]]) -> list[str]:
        known, now = self._read_known(), sorted(self._desk.texts())
        if now not in known.values():
            return [f"{len(now)} notes are kept, those of no backup"]
        done = next((n for n in range(len(heard) - 1, -1, -1) if heard[n][0] == "did"), None)
        may_be = [known[words[1]] for words in heard[done or 0 :]]
        return [] if done is None or now in may_be else ["what was restored last is not there"]

    def _read_known(self) -> dict[str, list[str]]:
        known: dict[str, list[str]] = json.loads(self._known.read_text(encoding="utf-8"))
        return known


class ImportWriter(Writer):
    """Brings notes in; what was cut off is brought in whole the next time, and once."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._file = desk.folder / "incoming.jsonld"

    def prepare(self) -> None:
        super().prepare()
        self._desk.call("export", "--format", "web-annotation", "--to", self._file)

    def work(self, chance: random.Random, say: Say) -> None:
        while True:
            path = self._desk.folder / f"incoming-{chance.randrange(10**9)}.jsonld"
            path.write_text(self._other_notes(chance), encoding="utf-8")
            say("will", str(path))
            self._desk.call("import-notes", path)
            say("did", str(path))

    def wrong(self, heard: list[list[str]]) -> list[str]:
        texts = self._desk.texts()
        wrong = [] if len(texts) >= NOTES else [f"only {len(texts)} notes are kept"]
        for path in sorted({words[1] for words in heard}):
            self._desk.call("import-notes", path)
        marks = {words[1]: Path(words[1]).read_text(encoding="utf-8") for words in heard}
        kept = [n.text for n in kept_notes(self._desk.profile).values()]
        for path, file in marks.items():
            found = re.search(r"of import \d+", file)
            count = sum(found is not None and text.endswith(found[0]) for text in kept)
            if count != NOTES:
                wrong.append(f"{count} of {NOTES} notes of {Path(path).name} are kept")
        return wrong

    def _other_notes(self, chance: random.Random) -> str:
        """Return the file with other ids and other words, as from another computer."""
        ids: dict[str, str] = {}

        def other(found: re.Match[str]) -> str:
            number = uuid.UUID(int=chance.getrandbits(128), version=4)
            return ids.setdefault(found[0], str(number))

        words = _UUID.sub(other, self._file.read_text(encoding="utf-8"))
        return words.replace("of the beginning", f"of import {chance.randrange(10**9)}")


def writers(folder: Path) -> dict[str, tuple[Desk, Writer]]:
    """Return every way of writing with the desk it works on."""
    made: dict[str, Callable[[Desk], Writer]] = {
        "note add": lambda desk: NoteWriter(desk, "add"),
        "note edit": lambda desk: NoteWriter(desk, "edit"),
        "note delete": lambda desk: NoteWriter(desk, "delete"),
        "add": ArticleWriter,
        "export": FileWriter,
        "obsidian": lambda desk: FolderWriter(desk, "obsidian"),
        "mirror": lambda desk: FolderWriter(desk, "mirror"),
        "backup": BackupWriter,
        "restore": RestoreWriter,
        "import-notes": ImportWriter,
        "index": IndexWriter,
        "verdict": VerdictWriter,
        "label": LabelWriter,
        "settings": SettingsWriter,
        "paste": PasteWriter,
        "remove": RemoveWriter,
        "reading list": ListWriter,
        "pair": PairWriter,
        "report": ReportWriter,
        "merge": MergeWriter,
        "repair": NoteRepairer,
        "repair of the library": LibraryRepairer,
    }
    desks = {name: Desk(folder / name.replace(" ", "-")) for name in made}
    return {name: (desk, made[name](desk)) for name, desk in desks.items()}
