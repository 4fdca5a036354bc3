# SPDX-License-Identifier: MIT
"""Reads files made to take time and memory, each once, as adding it does.

    python3 dev.py bench hostile
    .venv/bin/python bench/hostile.py pdf "one line"       those with these words in their names

Each is read by a process of its own under the application's limits. Printed are computing
time, the most memory that process held, and what became of the file. Counted are those that
take over 3 s of computing, which adding shows and can cancel, and those over 400 MB; the exit
status counts the latter and what ends in anything but an article or a sentence.
"""

from __future__ import annotations

import signal
import subprocess
import sys
import tempfile
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]

from library.packed import docx, epub, mhtml, odt, pdf, word_paragraph, zipped  # noqa: E402

MANY = 150_000
DEEP = 5_000
LINE = "The council met on Tuesday and spoke of number {}."


def _lines(count: int = MANY) -> list[str]:
    return [LINE.format(number) for number in range(count)]


def _page(body: str) -> bytes:
    return f"<html><body>{body}</body></html>".encode()


def _word_nest() -> bytes:
    around = "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"
    return docx(around[0] * 80 + word_paragraph("in") + around[1] * 80)


def _word_chain() -> bytes:
    styles = "".join(
        f'<w:style w:styleId="s{n}"><w:name w:val="n{n}"/><w:basedOn w:val="s{n + 1}"/></w:style>'
        for n in range(20_000)
    )
    body = "".join(word_paragraph(line, '<w:pStyle w:val="s0"/>') for line in _lines(20_000))
    return docx(body, styles=f"<w:X>{styles}</w:styles>")


def _word_chunks() -> bytes:
    """A document that takes one page in again and again."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk"
    relations = "".join(
        f'<Relationship Id="c{n}" Type="{kind}" Target="page.html"/>' for n in range(500)
    )
    chunks = "".join(f'<w:altChunk id="c{n}"/>' for n in range(500))
    page = _page("".join(f"<p>{line}</p>" for line in _lines(5_000)))
    return zipped(
        {
            "_rels/.rels": "<R/>",
            "word/document.xml": _body(chunks),
            "word/_rels/document.xml.rels": f"<Relationships>{relations}</Relationships>",
            "word/page.html": page,
        }
    )


def _body(body: str) -> str:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    return f"<w:document {space}><w:body>{body}</w:body></w:document>"


def _pdf_with(objects: list[bytes]) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj%sendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
        % (len(places) + 1, table, len(places) + 1, len(out))
    )


def _pdf_objects() -> bytes:
    """A document of 200,000 objects, most of which nothing needs."""
    parts = [b"%d 0 obj<</A %d 0 R>>endobj\n" % (n, n + 1) for n in range(10, 200_000)]
    return pdf([[(50, 700, 12, LINE)]]).replace(b"xref\n", b"".join(parts) + b"xref\n", 1)


def _pdf_page_circle() -> bytes:
    return _pdf_with(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[2 0 R 2 0 R 3 0 R]/Count 100000>>",
            b"<</Type/Pages/Kids[2 0 R 3 0 R]/Count 100000>>",
        ]
    )


def _pdf_form_circle() -> bytes:
    """Forms that draw each other twice, twenty deep: a million drawings of nothing."""
    forms = [
        b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F %d 0 R>>>>/Length 12>>"
        b"stream\n/F Do /F Do \nendstream" % (number + 1)
        for number in range(5, 30)
    ]
    return _pdf_with(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            (
                b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
                b"/Resources<</XObject<</F 5 0 R>>>>>>"
            ),
            b"<</Length 6>>stream\n/F Do \nendstream",
            *forms,
        ]
    )


def _pdf_many_pages(count: int) -> bytes:
    return pdf([[(50, 700, 12, LINE.format(n))] for n in range(count)])


def _pdf_words() -> bytes:
    """One page with 150,000 little words, each put by itself."""
    return pdf([[(n % 500, n % 800, 8, "ab") for n in range(MANY)]])


def _pdf_bomb() -> bytes:
    packed = zlib.compress(b"BT (a) Tj ET\n" * (10 << 20), 9)
    return _pdf_with(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>",
            b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(packed), packed),
        ]
    )


def _book_of(count: int, body: str = "<p>A chapter of one line.</p>") -> bytes:
    return epub({f"c{number}": body for number in range(count)})


def _entities() -> str:
    steps = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    return f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "lol">{steps}]>'


def _sheet(rows: int, cells: int, row: str, cell: str) -> str:
    inner = "".join(cell.format(n) for n in range(cells))
    return row.format(inner) * rows


def _fb2(body: str, head: str = "") -> bytes:
    space = 'xmlns="http://www.gribuser.ru/xml/fictionbook/2.0"'
    return f"{head}<FictionBook {space}><body>{body}</body></FictionBook>".encode()


def _eml_nest() -> bytes:
    heads = "".join(
        f'Content-Type: multipart/mixed; boundary="b{n}"\r\n\r\n--b{n}\r\n' for n in range(3_000)
    )
    return b"From: a@example.org\r\nSubject: x\r\nMIME-Version: 1.0\r\n" + heads.encode()


WORD_TABLE = ("<w:tbl>{}</w:tbl>", "<w:tr>{}</w:tr>", f"<w:tc>{word_paragraph('cell {}')}</w:tc>")
ODF_CELL = "<table:table-cell><text:p>cell {}</text:p></table:table-cell>"

FILES: dict[str, tuple[str, Callable[[], bytes | str]]] = {
    # name: (file, what makes it)
    "docx of many paragraphs": ("x.docx", lambda: docx("".join(map(word_paragraph, _lines())))),
    "docx of many runs": (
        "x.docx",
        lambda: docx("<w:p>" + "<w:r><w:t>a </w:t></w:r>" * 1_000_000 + "</w:p>"),
    ),
    "docx that unpacks to 200 MB": ("x.docx", lambda: docx(" " * (200 << 20))),
    "docx of tables in tables": ("x.docx", _word_nest),
    "docx of deep elements": (
        "x.docx",
        lambda: docx("<w:smartTag>" * DEEP + "x" + "</w:smartTag>" * DEEP),
    ),
    "docx of a huge table": (
        "x.docx",
        lambda: docx(WORD_TABLE[0].format(_sheet(300, 500, WORD_TABLE[1], WORD_TABLE[2]))),
    ),
    "docx of a chain of styles": ("x.docx", _word_chain),
    "docx of one page 500 times": ("x.docx", _word_chunks),
    "docx of entities": (
        "x.docx",
        lambda: zipped({"_rels/.rels": "<R/>", "word/document.xml": _entities() + "<x>&a9;</x>"}),
    ),
    "odt of many paragraphs": (
        "x.odt",
        lambda: odt("".join(f"<text:p>{line}</text:p>" for line in _lines())),
    ),
    "odt of deep lists": (
        "x.odt",
        lambda: odt("<text:list><text:list-item>" * 100 + "</text:list-item></text:list>" * 100),
    ),
    "odt of a huge table": (
        "x.odt",
        lambda: odt(_sheet(300, 500, "<table:table-row>{}</table:table-row>", ODF_CELL)),
    ),
    "odt of many spaces": (
        "x.odt",
        lambda: odt("<text:p>" + '<text:s text:c="9"/>' * MANY + "a</text:p>"),
    ),
    "fodt of entities": ("x.fodt", lambda: _entities() + "<office:document/>"),
    "epub of 10,000 chapters": ("x.epub", lambda: _book_of(10_000)),
    "epub of 5,000 chapters": ("x.epub", lambda: _book_of(5_000)),
    "epub of many paragraphs": (
        "x.epub",
        lambda: epub({"c": "".join(f"<p>{line}</p>" for line in _lines())}),
    ),
    "epub of deep elements": (
        "x.epub",
        lambda: epub({"c": "<div>" * DEEP + "<p>x</p>" + "</div>" * DEEP}),
    ),
    "epub that unpacks to 600 MB": ("x.epub", lambda: _book_of(40, " " * (15 << 20))),
    "html of many paragraphs": (
        "x.html",
        lambda: _page("".join(f"<p>{line}</p>" for line in _lines())),
    ),
    "html of deep elements": (
        "x.html",
        lambda: _page("<div>" * DEEP + "<p>x</p>" + "</div>" * DEEP),
    ),
    "html of deep elements, each with words": (
        "x.html",
        lambda: _page("".join(f"<div>{line}" for line in _lines(DEEP))),
    ),
    "html of open inline elements": ("x.html", lambda: _page("<b><i><a href=x>a" * 20_000)),
    "html of a huge table": (
        "x.html",
        lambda: _page(f"<table>{_sheet(300, 500, '<tr>{}</tr>', '<td>{}</td>')}</table>"),
    ),
    "html of deep lists": ("x.html", lambda: _page("<ul><li>a" * DEEP)),
    "html of attributes": (
        "x.html",
        lambda: _page("<p " + " ".join(f"a{n}=b" for n in range(MANY)) + ">x</p>"),
    ),
    "html of links in one paragraph": (
        "x.html",
        lambda: _page("<p>" + "".join(f"<a href=x>word</a> {n} " for n in range(50_000))),
    ),
    "html of links in paragraphs": (
        "x.html",
        lambda: _page("<p class=a>Words <a href=x>l</a></p>" * 45_000),
    ),
    "html of one line of 20 MB": ("x.html", lambda: _page("<p>" + "word " * 4_000_000)),
    "html of one line of 9 MB": ("x.html", lambda: _page("<p>" + "word " * 1_900_000)),
    "html of one line of 4 MB": ("x.html", lambda: _page("<p>" + "word " * 800_000)),
    "html of brackets": ("x.html", lambda: b"<" * 2_000_000),
    "html of json": (
        "x.html",
        lambda: _page('<script type="application/ld+json">' + "[" * 500_000 + "</script><p>a"),
    ),
    "mhtml of many paragraphs": (
        "x.mhtml",
        lambda: mhtml("".join(f"<p>{line}</p>" for line in _lines())),
    ),
    "eml of parts in parts": ("x.eml", _eml_nest),
    "fb2 of many paragraphs": (
        "x.fb2",
        lambda: _fb2("<section>" + "".join(f"<p>{line}</p>" for line in _lines()) + "</section>"),
    ),
    "fb2 of deep sections": ("x.fb2", lambda: _fb2("<section>" * 200 + "</section>" * 200)),
    "fb2 of entities": ("x.fb2", lambda: _fb2("&a9;", _entities())),
    "pdf of many objects": ("x.pdf", _pdf_objects),
    "pdf of pages in a circle": ("x.pdf", _pdf_page_circle),
    "pdf of forms that draw each other": ("x.pdf", _pdf_form_circle),
    "pdf of 2,000 pages": ("x.pdf", lambda: _pdf_many_pages(2_000)),
    "pdf of 20,000 pages": ("x.pdf", lambda: _pdf_many_pages(20_000)),
    "pdf of many little words": ("x.pdf", _pdf_words),
    "pdf that unpacks to 130 MB": ("x.pdf", _pdf_bomb),
    "rtf of many paragraphs": (
        "x.rtf",
        lambda: "{\\rtf1 " + "".join(f"{line}\\par\n" for line in _lines()) + "}",
    ),
    "rtf of deep groups": ("x.rtf", lambda: b"{\\rtf1 " + b"{" * 500_000 + b"a" + b"}" * 500_000),
    "rtf of a huge table": (
        "x.rtf",
        lambda: b"{\\rtf1 " + (b"\\trowd " + b"cell\\cell " * 500 + b"\\row\n") * 300 + b"}",
    ),
    "rtf of binary lengths": ("x.rtf", lambda: b"{\\rtf1 " + b"\\bin999999999 " * 100_000 + b"a}"),
    "rtf of control words": ("x.rtf", lambda: b"{\\rtf1 " + b"\\b0\\i1\\u-1 ?" * 500_000 + b"}"),
    "md of many paragraphs": ("x.md", lambda: "\n\n".join(_lines())),
    "md of deep quotations": ("x.md", lambda: b">" * 300_000 + b" a"),
    "md of deep lists": ("x.md", lambda: "\n".join(" " * n + "- a" for n in range(1_300))),
    "md of brackets": ("x.md", lambda: b"[" * 500_000),
    "md of link ends": ("x.md", lambda: b"[a](" * 200_000),
    "md of stars": ("x.md", lambda: b"*a _b " * 150_000),
    "md of back ticks": ("x.md", lambda: b" ".join(b"`" * n for n in range(1_300))),
    "md of a huge table": (
        "x.md",
        lambda: "|a" * 500 + "|\n" + "|-" * 500 + "|\n" + ("|c" * 500 + "|\n") * 300,
    ),
    "md of link definitions": (
        "x.md",
        lambda: "".join(f"[a{n}]: http://x/{n}\n" for n in range(40_000)),
    ),
    "md of a nested head": ("x.md", lambda: b"---\na: " + b"[" * 200_000 + b"\n---\nText here.\n"),
    "md of anchors in the head": (
        "x.md",
        lambda: (
            "---\na0: &a0 [x]\n"
            + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12))
            + "---\nText here.\n"
        ),
    ),
    "txt of many paragraphs": ("x.txt", lambda: "\n\n".join(_lines())),
    "txt of one line of 20 MB": ("x.txt", lambda: b"word " * 4_000_000),
    "txt of one line of 9 MB": ("x.txt", lambda: b"word " * 1_900_000),
    "txt of one word of 1 MB": ("x.txt", lambda: b"w" * 1_000_000),
    "txt of empty lines": ("x.txt", lambda: b"a\n" + b"\n" * 10_000_000 + b"b"),
    "txt of marks": ("x.txt", lambda: "a" + "\u0301" * 400_000),
    "txt of figures": ("x.txt", lambda: b"1" * 900_000),
    "txt of short lines": ("x.txt", lambda: b"a\n" * 400_000),
    "txt of list marks": (
        "x.txt",
        lambda: "".join(f"{' ' * (n % 900)}- a\n" for n in range(1_900)),
    ),
}


SLOW_SECONDS, LARGE_MB = 3.0, 400
LONGEST_SECONDS = 240  # by the clock
# What the application's own child does, and what it took for it.
READ_ONE = """
import sys, time
from pathlib import Path
from diptych.library import isolation
from diptych.library.reading import read_article
isolation._limit()
isolation._limit_time(Path(sys.argv[1]))
began = time.process_time()
code, answer = isolation._answer(read_article, Path(sys.argv[1]), "")
peak = next(line for line in open("/proc/self/status") if line.startswith("VmHWM")).split()[1]
print(time.process_time() - began, int(peak) // 1024, len(answer), code.decode())
"""


def made(name: str) -> bytes:
    """Return the hostile file of a name."""
    content = FILES[name][1]()
    return content.encode() if isinstance(content, str) else content


def read(path: Path) -> tuple[float, int, str]:
    """Return seconds of computing, mebibytes, and what became of a file."""
    try:
        done = subprocess.run(
            [sys.executable, "-c", READ_ONE, str(path)],
            check=False,
            capture_output=True,
            text=True,
            timeout=LONGEST_SECONDS,
            env={"PYTHONPATH": str(ROOT / "src"), "OPENBLAS_NUM_THREADS": "1"},
        )
    except subprocess.TimeoutExpired:
        return LONGEST_SECONDS, 0, "HANGS"
    if done.returncode > 0:  # no reader's end, but ours
        return 0.0, 0, f"FAILS {done.stderr.strip().splitlines()[-1]}"
    if done.returncode:
        name = signal.Signals(-done.returncode).name
        return 0.0, 0, "given up for its time" if name == "SIGXCPU" else f"broken ({name})"
    seconds, peak, size, code = done.stdout.split()
    return float(seconds), int(peak), f"{int(size):,} bytes" if code == "article" else code


def main(arguments: Sequence[str] | None = None) -> int:
    """Print a line for each file and the counts."""
    wanted = sys.argv[1:] if arguments is None else arguments
    names = [name for name in FILES if not wanted or any(word in name for word in wanted)]
    slow = large = ill = 0
    with tempfile.TemporaryDirectory() as folder:
        for name in names:
            path = Path(folder, FILES[name][0])
            path.write_bytes(made(name))
            seconds, peak, outcome = read(path)
            slow += seconds > SLOW_SECONDS
            large += peak > LARGE_MB
            ill += outcome.startswith(("HANGS", "FAILS"))
            size = path.stat().st_size >> 10
            print(f"{name:40} {size:7,} KB {seconds:5.1f} s {peak:4} MB  {outcome}", flush=True)
    print(f"{len(names)} files: {slow} over {SLOW_SECONDS:.0f} s, {large} over {LARGE_MB} MB")
    return large + ill


if __name__ == "__main__":
    sys.exit(main())
