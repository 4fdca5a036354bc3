# SPDX-License-Identifier: MIT
"""Feeds damaged and mixed-up input to everything that reads what others wrote.

    python3 dev.py bench fuzz_inputs                       a minute of computing each
    .venv/bin/python bench/fuzz_inputs.py --minutes 60 docx

Counted are the inputs and the seconds of computing. A finding is anything but a
sentence (a DiptychError), and what takes over three seconds; the first input of each
kind is kept in the folder it names. Ctrl+C and SIGTERM end a target with its counts.
Of a process that is gone, `current` in that folder is the input that ended it.
"""

from __future__ import annotations

import argparse
import io
import mmap
import random
import signal
import sys
import tempfile
import time
import traceback
import zipfile
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from diptych.errors import DiptychError
from diptych.library.draft import Refused
from diptych.library.reading import article_of
from diptych.library.reading_lists import ENDINGS, page_source, saved_pages
from diptych.notes.export.formats import Wish, text_of
from diptych.notes.export.ownership import (
    Mark,
    is_as_left,
    mark_of,
    signed,
    signed_json,
    without_mark,
)
from diptych.notes.export.profiles import Format
from diptych.notes.export.templates import ExportTemplate
from diptych.notes.incoming.reading import notes_in
from diptych.notes.link import ids_in, links_of, note_in_link, without_links
from diptych.notes.note import new_note
from diptych.search.query import parse, parse_unfinished
from diptych.settings import ReadingHistory, Searches, SessionState, Settings, load

ROOT = Path(__file__).resolve().parents[1]
SLOW_SECONDS = 3.0
HUNG_SECONDS = 60.0
LARGEST = 200_000  # bytes; the limits of size have tests of their own
MADE = sorted((ROOT / "tests" / "library" / "made").glob("*"))
WORDS = (
    rb"<!DOCTYPE x [<!ENTITY a 'b'>]> &a; &#x110000; \x00 \xff\xfe \xed\xa0\x80 ]]>"
    rb" <![CDATA[ <table> <w:p> {\rtf1\bin99999 \u-1 stream endobj"
    rb" /Length 9999999 <<< >>> ((( [[[ {{{ -1 1e999 NaN"
    rb" 99999999999999999999 null true \" ' `` ~~~ --- ... | OR AND NOT near/0 near/99999999 ~9 * -"
    rb" title: date:9999-99-99 in: lang: {% for x in y %} {{ x|y(z) }} {% raw %} !!python/object:"
    rb" &x *x diptych://note/ %00 %ff ../../etc/passwd \\\\server\\share"
).split(b" ")
NOTES = (new_note("A note on *both*."), new_note("Another\n\n- one"))
MARK = Mark("a b", (frozenset({"a", "c"}), frozenset({"b"})), {"paper.bib": "9f2c"})
SEEDS: dict[str, list[bytes]] = {
    "query": [b'"harbour vote" OR (ferry -tram) title:quay near/3 U.S. date:2025-02 har* ~1 1,250'],
    "link": [
        b"diptych://note/11111111-1111-4111-8111-111111111111",
        (
            b"So [the \\[quay\\]](<diptych://note/11111111-1111-4111-8111-111111111111>)\n\n- "
            b"[it](diptych://note/11111111-1111-4111-8111-111111111112)\n"
        ),
    ],
    "settings": [
        b"theme: dark\ntext_size: 18\nkeys: {a: [b, c]}\nlist:\n  - 1\n  - x\n",
        b"left: a\nright: b\nscroll: [1.5, 2]\nwindow: {x: 1}\n",
    ],
    "template": [
        (
            b"{% for g in groups %}{% for e in g.entries %}{{ e.text|note(2) }}{% endfor %}"
            b"{% endfor %}"
        ),
        b"{{ groups|length }}{% if groups %}{{ groups[0].title|upper|indent(4) }}{% endif %}",
    ],
    "notes": [
        text_of(NOTES, Wish(Format.WEB_ANNOTATION)).encode(),
        (
            b'{"rows": [{"id": "a", "uri": "http://x", "text": "t", "tags": ["b"], "target": '
            b'[{"selector": [{"type": "TextQuoteSelector", "exact": "q", "prefix": "p"}]}]}]}'
        ),
        (
            b'{"type": "calibre_highlights", "highlights": [{"type": "highlight", "uuid": "u", '
            b'"highlighted_text": "q", "notes": "n", "timestamp": "2025-01-01T00:00:00Z"}]}'
        ),
        "(3/5/2024, 7:10:00 PM)\n\n“Quote” ([Holm, 2024, p. 1](zotero://select/x)) said".encode(),
    ],
    "page": [
        "".join(signed([text_of(NOTES, Wish(Format.COMMONMARK))], MARK)).encode(),
        "".join(signed_json([text_of(NOTES, Wish(Format.WEB_ANNOTATION))])).encode(),
    ],
    "list": [
        (
            b'[{"title": "Quay", "url": "https://example.org/q", "content": "<p>A quay.</p>", '
            b'"authors": ["A. Holm"], "published_at": "2025-01-02T03:04:05Z", "tags": ["port"]}]'
        ),
        (
            b"Highlight,Book Title,Book Author,Amazon Book ID,Note,Tags,Highlighted at\r\n"
            b'"A quay, and a boat",Quay,A. Holm,,"So?",port,2025-01-02 03:04:05\r\n'
        ),
        b"URL,Title,Selection,Folder,Timestamp\r\nhttps://x.org/q,Quay,A quay,Unread,17e8\r\n",
        b"Title;URL;Content;Tags;Language\r\nQuay;https://x.org/q;<p>A quay.</p>;port, sea;en\r\n",
        b'URL,Title,Selection,Tags\r\nhttps://x.org/q,Quay,A quay,"[""port"", ""sea""]"\r\n',
        b"title,url,time_added,tags,status\r\nQuay,https://x.org/q,1735700000,port|sea,unread\r\n",
    ],
    "fb2": [
        (
            b'<?xml version="1.0" encoding="utf-8"?>\n<FictionBook xmlns="http://www.gribuser.ru/xml/'
            b'fictionbook/2.0" xmlns:l="x"><description><title-info><author>'
            b"<first-name>A</first-name><last-name>Holm</last-name></author><book-title>Quay</book-title><date>2025</date>"
            b"<lang>en</lang></title-info></description><body><title><p>Quay</p></title><section>"
            b"<title><p>One</p></title><epigraph><p>So.</p></epigraph><p>A <emphasis>q</emphasis>"
            b'<a l:href="#n1" type="note">1</a>.</p><poem><stanza><v>A line</v></stanza></poem>'
            b'</section></body><body name="notes"><section id="n1"><p>A note.</p></section></body>'
            b"</FictionBook>"
        )
    ],
    "eml": [
        (
            b"From: =?utf-8?q?A=2E_Holm?= <a@x.org>\r\nSubject: Quay\r\nDate: Thu, 2 Jan 2025 "
            b"03:04:05 +0100\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; "
            b'boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n'
            b"Content-Transfer-Encoding: quoted-printable\r\n\r\nA quay =E2=80=93 and a boat.\r\n"
            b"--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n"
            b"PHA+QSBxdWF5LjwvcD4=\r\n--b--\r\n"
        )
    ],
    "mhtml": [
        (
            b"From: <Saved by a browser>\r\nSubject: Quay\r\nSnapshot-Content-Location: "
            b"https://example.org/q\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; "
            b'type="text/html"; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\n'
            b"Content-Transfer-Encoding: quoted-printable\r\nContent-Location: https://example.org/q"
            b"\r\n\r\n<html><head><title>Quay</title></head><body><article><h1>Quay</h1><p class=3D"
            b'"x">A quay, and a boat, and a bridge over the water.</p></article></body></html>\r\n'
            b"--b--\r\n"
        )
    ],
}


def _query(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    parse(text, ("", "de", "ru", "zh"))
    parse_unfinished(text)


def _settings(data: bytes) -> None:
    path = _written(data, "x.yaml")
    for kind in (Settings, SessionState, ReadingHistory, Searches):
        load(kind, path)


def _template(data: bytes) -> None:
    template = ExportTemplate(data.decode("utf-8", "replace"), name="fuzz")
    text_of(NOTES, Wish(Format.COMMONMARK, template=template))


def _page(data: bytes) -> None:
    path = _written(data, "x.md")
    is_as_left(path)
    if mark := mark_of(path):
        mark.is_on("a b", (frozenset({"c"}), frozenset({"b"})))
    without_mark(data.decode("utf-8", "replace"))


def _link(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    for reader in (ids_in, links_of, without_links):
        reader(text)
    note_in_link(text)


def _list(data: bytes) -> None:
    for ending in ENDINGS:
        with suppress(Refused):  # a sentence, once the file's name is known
            for page in saved_pages(data, ending) or ():
                page_source(page)


TARGETS: dict[str, Callable[[bytes], object]] = {
    "query": _query,
    "link": _link,
    "settings": _settings,
    "template": _template,
    "notes": lambda data: notes_in(data.decode("utf-8", "replace")),
    "page": _page,
    "list": _list,
}
for _name in ("fb2", "eml", "mhtml"):
    TARGETS[_name] = lambda data, name=f"x.{_name}": article_of(data, Path(name))  # type: ignore[misc]
for _path in MADE:
    _name = _path.suffix.removeprefix(".")
    SEEDS.setdefault(_name, []).append(_path.read_bytes()[:LARGEST])
    TARGETS[_name] = lambda data, name=f"x{_path.suffix}": article_of(data, Path(name))  # type: ignore[misc]
for _name in ("md", "txt"):
    SEEDS[_name] = [p.read_bytes() for p in sorted((ROOT / "corpus").glob(f"*.{_name}"))]
    TARGETS[_name] = lambda data, name=f"x.{_name}": article_of(data, Path(name))  # type: ignore[misc]

FOLDER = Path(tempfile.mkdtemp(prefix="diptych-fuzz-"))


def _written(data: bytes, name: str) -> Path:
    path = FOLDER / name
    path.write_bytes(data)
    return path


@dataclass
class Fuzz:
    """Makes inputs out of seeds."""

    chance: random.Random

    def changed(self, seed: bytes, others: Sequence[bytes]) -> bytes:
        """Return a seed with some damage; of an archive, mostly to what is packed in it."""
        if seed[:2] == b"PK" and self.chance.random() < 0.8:
            with suppress(Exception):  # what is wrong with an archive has many names
                return self._repacked(seed)
        return self._damaged(seed, others)[:LARGEST]

    def _damaged(self, seed: bytes, others: Sequence[bytes]) -> bytes:
        # Of bytes of XML that are changed at random, 98 in 100 are refused as none.
        if seed[:100].lstrip().startswith(b"<?xml") and self.chance.random() < 0.8:
            with suppress(etree.XMLSyntaxError, ValueError):
                return self._regrown(seed)
        data = bytearray(seed)
        for _ in range(self.chance.randint(1, 8)):
            self._damage(data, others)
        return bytes(data)

    def _regrown(self, seed: bytes) -> bytes:
        """Return XML with elements moved, repeated, renamed, emptied or filled with oddities."""
        root = etree.fromstring(seed)
        chance = self.chance
        for _ in range(chance.randint(1, 6)):
            elements = [e for e in root.iter(etree.Element) if e is not root]
            if not elements:
                break
            one, other = chance.choice(elements), chance.choice(elements)
            how = chance.randrange(6)
            if how == 0:
                one.getparent().remove(one)
            elif how == 1 and other not in (one, *one.iterdescendants()):
                other.append(one)
            elif how == 2:
                one.addnext(deepcopy(one))
            elif how == 3:
                one.tag = other.tag
            elif how == 4:
                one.text = chance.choice(WORDS).decode("utf-8", "replace").replace("\0", "")
            else:
                values = [*other.attrib.values(), "-1", "99999999999", "#x", ""]
                for name in [*one.attrib, *other.attrib]:
                    one.set(name, chance.choice(values))
        return etree.tostring(root)

    def _repacked(self, seed: bytes) -> bytes:
        packed = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(seed)) as old, zipfile.ZipFile(packed, "w") as new:
            names = old.namelist()
            chosen = set(self.chance.sample(names, k=min(len(names), self.chance.randint(1, 2))))
            for name in names:
                data = old.read(name)
                if name in chosen:
                    data = self._damaged(data, [])
                new.writestr(name, data, zipfile.ZIP_DEFLATED)
        return packed.getvalue()

    def _damage(self, data: bytearray, others: Sequence[bytes]) -> None:
        chance = self.chance
        at = chance.randrange(len(data) + 1)
        length = chance.choice((1, 1, 4, 30, 400))
        how = chance.randrange(6)
        if how == 0:
            data[at : at + length] = bytes(chance.randrange(256) for _ in range(min(length, 30)))
        elif how == 1:
            del data[at : at + length]
        elif how == 2:
            data[at:at] = chance.choice(WORDS) * chance.choice((1, 1, 2, 500))
        elif how == 3:
            data[at:at] = data[at : at + length] * chance.choice((1, 3, 200))
        elif how == 4 and others:
            other = chance.choice(others)
            start = chance.randrange(len(other) + 1)
            data[at : at + length] = other[start : start + length]
        else:
            del data[at:]


@dataclass
class Count:
    """What became of one target's inputs."""

    tried: int = 0
    refused: int = 0
    found: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0  # of computing: on a busy machine an hour by the clock may be a minute
    is_stopped: bool = True

    def __str__(self) -> str:
        return (
            f"{self.tried} inputs, {self.refused} refused, {self.seconds:.0f} s of computing, "
            f"{self.found.total()} findings of {len(self.found)} kinds"
        )


class Stopped(KeyboardInterrupt):
    """Somebody asked the round to end."""


def fuzz(name: str, seconds: float, seed: int) -> Count:
    """Try damaged inputs on one target for so many seconds of computing."""
    maker, target, count = Fuzz(random.Random(f"{seed} {name}")), TARGETS[name], Count()
    began = time.process_time()
    with suppress(KeyboardInterrupt), _Current(FOLDER / "current") as current:
        while (left := began + seconds - time.process_time()) > 0:
            data = maker.changed(maker.chance.choice(SEEDS[name]), SEEDS[name])
            current.says(data)
            count.tried += 1
            try:
                _try(target, data, min(left, HUNG_SECONDS))
            except DiptychError:
                count.refused += 1
            except Exception as error:
                _keep(name, count, data, error)
        count.is_stopped = False
    count.seconds = time.process_time() - began
    return count


def _try(target: Callable[[bytes], object], data: bytes, longest: float) -> None:
    """Call the target; raise what it raises, or that it took too long."""
    signal.setitimer(signal.ITIMER_PROF, max(longest, SLOW_SECONDS + 1))
    began = time.thread_time()
    try:
        target(data)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    if (took := time.thread_time() - began) > SLOW_SECONDS:
        raise TooSlowError(f"took {took:.1f} s of computing")


class TooSlowError(Exception):
    """An input kept its reader at work for longer than a reader of Diptych's would wait."""


def _stop(number: int, _frame: object) -> None:
    raise TooSlowError("was stopped") if number == signal.SIGPROF else Stopped


class _Current:
    """Keeps the input under way in a file, also when the process ends at it."""

    def __init__(self, path: Path) -> None:
        path.write_bytes(bytes(LARGEST + 8))
        self._file = path.open("r+b")
        self._shared = mmap.mmap(self._file.fileno(), 0)

    def __enter__(self) -> _Current:
        return self

    def says(self, data: bytes) -> None:
        """Note an input: its length in eight bytes, then itself."""
        data = data[:LARGEST]
        self._shared[: len(data) + 8] = len(data).to_bytes(8, "big") + data

    def __exit__(self, *_error: object) -> None:
        self._shared.close()
        self._file.close()


def _keep(name: str, count: Count, data: bytes, error: Exception) -> None:
    where = traceback.extract_tb(error.__traceback__)[-1]
    kind = f"{type(error).__name__} at {Path(where.filename).name}:{where.lineno}"
    count.found[kind] += 1
    if count.found[kind] > 1:
        return
    path = FOLDER / f"{name}-{len(count.found)}"
    path.write_bytes(data)
    print(f"FOUND {path}: {kind}: {error}", flush=True)
    traceback.print_exception(error, limit=-12, file=sys.stdout)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print a line for each target; the exit status counts those with findings."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=random.randrange(100_000))
    parser.add_argument("names", nargs="*", help=", ".join(TARGETS))
    options = parser.parse_args(arguments)
    for number in (signal.SIGTERM, signal.SIGPROF):
        signal.signal(number, _stop)
    print(f"fuzz: seed {options.seed}, findings in {FOLDER}", flush=True)
    ill = 0
    for name in options.names or TARGETS:
        count = fuzz(name, options.minutes * 60, options.seed)
        ill += bool(count.found)
        print(f"{name}: {count}", flush=True)
        if count.is_stopped:
            break
    return ill


if __name__ == "__main__":
    sys.exit(main())
