# SPDX-License-Identifier: MIT
"""Measure reading files, a folder of mixed files with indexing, and a second look at it.

python bench/import_speed.py                                 2,000 files, 10,000 for the look
python bench/import_speed.py --files 200 --unchanged 1000    fewer of them

Reading one file is the best of five in CPU milliseconds, without starting the
process that reads; the folders are wall-clock seconds of the whole, in a profile
of their own.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from html import escape
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests"), str(ROOT)]

from bench.search_articles import made  # noqa: E402

from diptych.library.reading import article_of  # noqa: E402
from diptych.paths import profile_in  # noqa: E402
from diptych.services.indexing import add, add_files, rescan  # noqa: E402
from diptych.services.stores import Stores  # noqa: E402
from library.packed import docx, epub, mhtml, odt, pdf, word_paragraph  # noqa: E402

LINES_A_PAGE = 45
REPEATS = 5


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--files", type=int, default=2_000)
    parser.add_argument("--unchanged", type=int, default=10_000)
    options = parser.parse_args()
    measure_reading()
    with tempfile.TemporaryDirectory() as folder:
        measure_folder(Path(folder), options.files)
    with tempfile.TemporaryDirectory() as folder:
        measure_second_look(Path(folder), options.unchanged)


def measure_reading() -> None:
    title, paragraphs = next(
        article for article in articles(50) if sum(map(len, article[1])) > 9_000
    )
    for name, form in FORMS.items():
        content = form(title, paragraphs)
        show(f"{name}, {len(content):,} bytes", fastest(partial(article_of, content, Path(name))))
    book = pdf([page(paragraphs, number) for number in range(300)])
    show("pdf, 300 pages", fastest(partial(article_of, book, Path("book.pdf"))))


def measure_folder(folder: Path, count: int) -> None:
    write_mixed(folder / "texts", count)
    stores = Stores(profile_in(folder / "profile"))
    before = time.perf_counter()
    report = add(stores, [folder / "texts"])
    spent = time.perf_counter() - before
    stores.close()
    print(f"{len(report.added):,} mixed files added and indexed: {spent:.1f} s")


def measure_second_look(folder: Path, count: int) -> None:
    texts = folder / "texts"
    texts.mkdir()
    for number, article in enumerate(made(count)):
        (texts / f"{number}.txt").write_text(f"{article.title}\n\n{article.body[:600]}\n")
    stores = Stores(profile_in(folder / "profile"))
    add_files(stores, [texts])
    before = time.perf_counter()
    report = rescan(stores)
    spent = time.perf_counter() - before
    stores.close()
    print(f"{report.known:,} unchanged files looked through: {spent:.2f} s")


def articles(count: int) -> list[tuple[str, list[str]]]:
    return [(article.title, article.body.split("\n")) for article in made(count)]


def write_mixed(folder: Path, count: int) -> None:
    folder.mkdir()
    names = list(FORMS)
    for number, (title, paragraphs) in enumerate(articles(count)):
        name = names[number % len(names)]
        (folder / f"{number}-{name}").write_bytes(FORMS[name](title, paragraphs))


def page(paragraphs: list[str], number: int) -> list[tuple[int, int, int, str]]:
    words = " ".join(paragraphs).encode("cp1252", "replace").decode("cp1252")
    start = number * 37
    lines = [words[start + 80 * n : start + 80 * n + 80] for n in range(LINES_A_PAGE)]
    return [(60, 800 - 16 * n, 11, line) for n, line in enumerate(lines) if line.strip()]


def html_page(title: str, paragraphs: list[str]) -> str:
    menu = "".join(f"<li><a href='/{n}'>Section {n}</a></li>" for n in range(30))
    body = "".join(f"<p>{escape(text)}</p>" for text in paragraphs)
    head = f"<title>{escape(title)}</title>"
    article = f"<article><h1>{escape(title)}</h1>{body}</article>"
    return f"<!doctype html><head>{head}</head><nav><ul>{menu}</ul></nav>{article}"


def rtf(title: str, paragraphs: list[str]) -> bytes:
    plain = [text.replace("\\", "").replace("{", "").replace("}", "") for text in paragraphs]
    body = "".join(f"\\pard {text}\\par\n" for text in (title, *plain))
    return f"{{\\rtf1\\ansi {body}}}".encode("ascii", "replace")


FORMS: dict[str, Callable[[str, list[str]], bytes]] = {
    "a.txt": lambda title, paragraphs: "\n\n".join((title, *paragraphs)).encode(),
    "a.md": lambda title, paragraphs: "\n\n".join((f"# {title}", *paragraphs)).encode(),
    "a.html": lambda title, paragraphs: html_page(title, paragraphs).encode(),
    "a.mhtml": lambda title, paragraphs: mhtml(html_page(title, paragraphs)),
    "a.docx": lambda title, paragraphs: docx(
        "".join(word_paragraph(escape(text)) for text in (title, *paragraphs)), title=escape(title)
    ),
    "a.odt": lambda title, paragraphs: odt(
        "".join(f"<text:p>{escape(text)}</text:p>" for text in (title, *paragraphs))
    ),
    "a.rtf": rtf,
    "a.epub": lambda title, paragraphs: epub(
        {"one": "".join(f"<p>{escape(text)}</p>" for text in paragraphs)}, title=escape(title)
    ),
    "a.pdf": lambda _, paragraphs: pdf([page(paragraphs, number) for number in range(4)]),
}


def fastest(work: Callable[[], object]) -> float:
    """Return the least CPU milliseconds of a few runs."""
    spent = []
    for _ in range(REPEATS):
        before = time.process_time()
        work()
        spent.append(time.process_time() - before)
    return min(spent) * 1000


def show(what: str, spent_ms: float) -> None:
    print(f"{what}: {spent_ms:.1f} ms")


if __name__ == "__main__":
    main()
