# SPDX-License-Identifier: MIT
"""Notes and reports from the command line, in every format."""

from __future__ import annotations

import os
import re
import sys
import threading
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from markdown_it import MarkdownIt

from cli.samples import Ask, Files, Run, place
from diptych.cli import main as cli
from diptych.paths import Profile

TEXT_FORMATS = ("commonmark", "github", "pandoc", "web-annotation", "csv")
REPORTS = ("report-md", "report-html", "report-pdf")


@pytest.mark.parametrize("format_", TEXT_FORMATS)
def test_every_format_holds_the_words(
    run: Run, note: dict[str, Any], format_: str, tmp_path: Path
) -> None:
    target = tmp_path / "out.file"
    assert run("export", "--format", format_, "--to", target)[0] == 0
    written = target.read_text(encoding="utf-8")
    assert note["text"] in written
    assert "41,000 passengers" in written


def test_differing_figures_are_told(ask: Ask, note: dict[str, Any]) -> None:
    assert "Figures that differ: 41,000" in ask("export")["markdown"]
    del note


def test_obsidian_makes_pages_in_a_folder(ask: Ask, note: dict[str, Any], tmp_path: Path) -> None:
    (page,) = ask("export", "--format", "obsidian", "--to", tmp_path / "vault")["files"]
    assert "> [!quote]" in Path(page).read_text(encoding="utf-8")
    assert note["id"] in Path(page).read_text(encoding="utf-8")


@pytest.mark.parametrize("format_", REPORTS)
def test_report_on_a_pair_is_written(
    run: Run, note: dict[str, Any], files: Files, format_: str, tmp_path: Path
) -> None:
    target = tmp_path / "report"
    assert run("export", "--format", format_, "--pair", *files, "--to", target)[0] == 0
    head = {"report-md": b"# The harbour", "report-html": b"<!DOCTYPE", "report-pdf": b"%PDF-"}
    assert target.read_bytes().startswith(head[format_])
    del note


def test_what_was_written_is_named_a_bibliography_beside_it_too(
    run: Run, note: dict[str, Any], tmp_path: Path
) -> None:
    status, out, _err = run("export", "--format", "pandoc", "--to", tmp_path / "paper.md")

    assert status == 0
    assert out.splitlines() == [str(tmp_path / f"paper.{end}") for end in ("md", "json", "bib")]


@pytest.mark.parametrize("format_", ["github", "pandoc", "web-annotation", "csv"])
def test_article_from_the_web_is_exported_with_its_address(
    run: Run, ask: Ask, tmp_path: Path, format_: str
) -> None:
    address = "https://people.example.org/~ann/a_b"
    page = tmp_path / "clipped.md"
    words = "The harbour was closed on Monday."
    page.write_text(f"---\nsource: {address}\n---\n# The wall\n\n{words}\n", encoding="utf-8")
    run("add", page)
    run("note", "add", "--left", place(page, words), "--text", "So it was.")

    run("export", "--format", format_, "--to", tmp_path / "out.md")

    written = (path.read_text(encoding="utf-8") for path in tmp_path.glob("out.*"))
    assert address in "".join(written).replace("\\", "")
    assert ask("list")[0]["source"] == address
    assert "(people.example.org)" in run("list")[1]


def test_note_of_a_page_on_the_web_finds_the_article_by_its_address(
    run: Run, ask: Ask, tmp_path: Path
) -> None:
    page = tmp_path / "clipped.md"
    page.write_text(
        "---\nsource: https://paper.example/wall\n---\n# A wall\n\nShort words.\n", encoding="utf-8"
    )
    run("add", page)
    (tmp_path / "notes.json").write_text(
        '[{"id": "a", "uri": "https://paper.example/wall", "text": "t", "target": [{"selector":'
        ' [{"type": "TextQuoteSelector", "exact": "Short words."}]}]}]',
        encoding="utf-8",
    )

    run("import-notes", tmp_path / "notes.json")

    (brought,) = ask("note", "list")
    assert brought["anchors"][0]["state"] == "exact"


def test_report_tells_the_notes(ask: Ask, note: dict[str, Any], files: Files) -> None:
    text = ask("export", "--format", "report-md", "--pair", *files)["text"]
    assert "Notes (1)" in headings(text)
    assert note["text"] in text


def test_report_tells_what_stands_surely_on_one_side(ask: Ask, files: Files) -> None:
    added = "A schoolteacher carves wooden owls.", "The volcano threw ash over the orchards."
    for path, sentence in zip(files, added, strict=True):
        path.write_text(f"{path.read_text('utf-8')}\n{sentence}\n", encoding="utf-8")
    text = ask("export", "--format", "report-md", "--pair", *files)["text"]
    assert {"Only left (1)", "Only right (1)"} <= set(headings(text))


def headings(text: str) -> list[str]:
    found = MarkdownIt().parse(text)
    return [token.content for token in found if token.type == "inline" and token.level == 1]


def test_report_and_comparison_tell_of_the_same_matches(ask: Ask, files: Files) -> None:
    text = ask("export", "--format", "report-md", "--pair", *files)["text"]
    told = [int(n) for n in re.findall(r"^## (?:Both say|Differ) \((\d+)\)", text, re.MULTILINE)]
    compared = ask("compare", *files)
    assert compared["encoders"]
    assert sum(told) == len(compared["matches"])


def test_a_rejected_match_is_left_out_of_the_report(ask: Ask, files: Files) -> None:
    rejected = ask("judge", *files, "1", "rejected")
    text = ask("export", "--format", "report-md", "--pair", *files)["text"]
    told = [int(n) for n in re.findall(r"^## (?:Both say|Differ) \((\d+)\)", text, re.MULTILINE)]
    assert sum(told) == len(ask("compare", *files)["matches"]) - 1
    assert rejected["verdict"] == "rejected"


def test_export_of_a_tag_leaves_others_out(ask: Ask, note: dict[str, Any]) -> None:
    assert ask("export", "--tag", "figures")["notes"] == 1
    assert ask("export", "--tag", "other")["notes"] == 0
    del note


def test_own_template_is_used(ask: Ask, note: dict[str, Any], tmp_path: Path) -> None:
    template = tmp_path / "mine.md"
    template.write_text("{% for e in group.entries %}* {{ e.text }}{% endfor %}", "utf-8")
    assert ask("export", "--template", template)["markdown"] == f"* {note['text']}"


def test_broken_template_names_its_line_and_writes_nothing(
    run: Run, note: dict[str, Any], tmp_path: Path
) -> None:
    (tmp_path / "mine.md").write_text("fine\n{% for %}", encoding="utf-8")
    status, _, err = run("export", "--template", tmp_path / "mine.md", "--to", tmp_path / "out.md")
    assert status == cli.FAILED
    assert "line 2" in err
    assert not (tmp_path / "out.md").exists()
    del note


@pytest.mark.parametrize(
    "arguments",
    [
        ("export", "--format", "report-md"),
        ("export", "--format", "obsidian"),
        ("export", "--format", "word"),
        ("diptych://elsewhere/1",),
    ],
)
def test_wrong_use_is_said(run: Run, arguments: tuple[str, ...]) -> None:
    status, _, err = run(*arguments)
    assert status == cli.WRONG_USE
    assert err.count("\n") == 1


def test_export_into_a_read_only_place_keeps_the_old_file(
    run: Run, note: dict[str, Any], tmp_path: Path
) -> None:
    (tmp_path / "old.md").write_text("old", encoding="utf-8")
    status, _, err = run("export", "--to", tmp_path / "old.md" / "new.md")
    assert (status, err.count("\n")) == (cli.FAILED, 1)
    assert (tmp_path / "old.md").read_text(encoding="utf-8") == "old"
    del note


def test_export_of_a_pair_quotes_both_sides(
    ask: Ask, run: Run, files: Files, tmp_path: Path
) -> None:
    ask("add", *files)
    ask(
        "note",
        "add",
        "--left",
        f"{files[0]}:18-40",
        "--right",
        f"{files[1]}:16-30",
        "--text",
        "Hm.",
    )
    target = tmp_path / "notes.md"
    assert run("export", "--pair", *files, "--to", target)[0] == 0
    written = target.read_text(encoding="utf-8")
    assert "Hm." in written
    assert "The harbour vote" in written


def test_print_makes_a_pdf_of_one_article_whose_words_are_found(ask: Ask, tmp_path: Path) -> None:
    article = tmp_path / "ferry.txt"
    article.write_text("The ferry\n\nOfficial flights left the office at five.", encoding="utf-8")
    target = tmp_path / "out.pdf"
    assert ask("print", article, "--to", target)["files"]
    document = pypdfium2.PdfDocument(target)
    words = document[0].get_textpage().get_text_range()
    document.close()
    assert "Official flights left the office at five." in words


def test_a_word_document_needs_a_place_and_holds_the_words(
    run: Run, ask: Ask, note: dict[str, Any], tmp_path: Path
) -> None:
    assert run("export", "--format", "docx")[0] == 2
    (written,) = ask("export", "--format", "docx", "--to", tmp_path / "notes.docx")["files"]
    assert note["text"] in ask("show", written)["text"]


WRITERS = [
    ("print", "{left}"),
    ("changes", "{left}", "{right}", "--format", "docx"),
    ("changes", "{left}", "{right}", "--format", "csv"),
    ("changes", "{left}", "{right}", "--format", "markdown"),
    ("changes", "{left}", "{right}", "--format", "tmx"),
    ("export", "--format", "docx"),
    ("export", "--format", "csv"),
    ("export", "--pair", "{left}", "{right}", "--format", "report-html"),
]


def asked_of(writer: tuple[str, ...], files: Files) -> list[str]:
    return [word.format(left=files[0], right=files[1]) for word in writer]


@pytest.mark.usefixtures("note")
@pytest.mark.parametrize("writer", WRITERS, ids=" ".join)
def test_a_file_of_the_readers_own_is_replaced_only_when_that_is_said(
    run: Run, files: Files, tmp_path: Path, writer: tuple[str, ...]
) -> None:
    mine = tmp_path / "mine.out"
    mine.write_text("My own words")
    said = run(*asked_of(writer, files), "--to", mine)[2]
    assert mine.read_text() == "My own words"
    assert said == (
        f"diptych: {mine} is not as Diptych wrote it and is left alone; "
        f"see {tmp_path / 'mine 2.out'}.\n"
    )
    assert run(*asked_of(writer, files), "--to", mine, "--again", "overwrite")[2] == ""
    # A document tells when it was made; its beginning is always the same.
    assert mine.read_bytes()[:8] == (tmp_path / "mine 2.out").read_bytes()[:8]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes among its files")
@pytest.mark.usefixtures("note")
@pytest.mark.parametrize("writer", WRITERS, ids=" ".join)
def test_into_a_pipe_goes_what_would_be_in_the_file(
    run: Run, files: Files, tmp_path: Path, writer: tuple[str, ...]
) -> None:
    pipe, file = tmp_path / "pipe", tmp_path / "file"
    os.mkfifo(pipe)
    came: list[bytes] = []
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    held = os.open(pipe, os.O_WRONLY)  # so that it does not end before it has begun
    os.set_blocking(reading, True)

    def read() -> None:
        with os.fdopen(reading, "rb") as stream:
            came.append(stream.read())

    reader = threading.Thread(target=read)
    reader.start()
    run(*asked_of(writer, files), "--to", pipe)
    os.close(held)
    reader.join()
    run(*asked_of(writer, files), "--to", file)
    assert came[0][:8] == file.read_bytes()[:8]
    assert pipe.is_fifo()


@pytest.mark.usefixtures("note")
@pytest.mark.parametrize(
    "how", ["commonmark overwrite", "commonmark append", "report-md overwrite"]
)
def test_nothing_is_written_over_an_article_or_a_file_of_ones_own(
    run: Run, files: Files, profile: Profile, how: str
) -> None:
    format_, again = how.split()
    for target, said in ((files[0], "only read"), (profile.notes_file, "Diptych’s own")):
        before = target.read_bytes()
        asked = ("--format", format_, "--pair", *files, "--to", target, "--again", again)
        status, _, error = run("export", *asked)
        assert (status, said in error, target.read_bytes()) == (1, True, before)


def test_a_page_of_ours_may_be_an_article_and_is_renewed(
    run: Run, note: dict[str, Any], tmp_path: Path
) -> None:
    page = tmp_path / "page.md"
    run("export", "--to", page)
    run("add", page)
    run("note", "edit", note["id"], "--text", "Changed.")
    assert run("export", "--to", page, "--again", "overwrite")[0] == 0
    assert "Changed." in page.read_text(encoding="utf-8")
