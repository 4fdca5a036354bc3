# SPDX-License-Identifier: MIT
"""Whatever is quoted, written or in the way: the words come back and nothing is lost."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from markdown_it import MarkdownIt

from diptych.errors import NoteError
from diptych.library.reading import read_article
from diptych.notes.anchor import anchor_for
from diptych.notes.export.escape import plain
from diptych.notes.export.formats import Wish, export, text_of
from diptych.notes.export.note_text import note_body
from diptych.notes.export.placing import Again
from diptych.notes.export.profiles import TEMPLATES, Format
from diptych.notes.export.save import save
from diptych.notes.note import Note, new_note
from diptych.notes.resolution import resolve
from diptych.notes.store import NoteStore
from diptych.text.article import Span
from diptych.text.sides import Side
from notes.export.test_formats import GITHUB, cells, front_matter, note
from notes.export.test_markdown import WORDS, read, read_quotes
from notes.samples import anchor

PAGE = """# The quay

Before you read: [share this](http://share.example) with a friend 🚢🚢.

## What the divers found

- Nine piles of forty are *cracked*.
- The others are sound.

> "It was known for years," one of them said.

אמר ראש העיר: "לא נסגור את הרציף" (2025), and the mayor left.

| pile | state |
|------|-------|
| 9    | bad   |

Advertisement

The end of it. e\u0301 \U0001f469\u200d\U0001f4bb and no more.
"""
PASSAGES = (
    "The quay\n\nBefore you read",
    "with a friend 🚢🚢.\n\n## What the divers found\n\n- Nine piles",
    "- Nine piles of forty are *cracked*.\n- The others",
    'sound.\n\n> "It was known',
    'העיר: "לא נסגור את הרציף" (2025), and',
    "| 9    | bad   |",
    "Advertisement\n\nThe end",
    "e\u0301 \U0001f469\u200d\U0001f4bb and",
)
TEXTS = (
    "with a \0 in it",
    "half \ud83d a pair \udea2",
    "{{ 7 * 7 }} {% for x in y %} {{ self.__class__ }}",
    "\u202eright to left\u202c עברית",
    "> out\n\n```\n<script>alert(1)</script>",
    "\r\nlines\rof\r\nall sorts\v\f",
)


@pytest.mark.parametrize("words", PASSAGES)
def test_any_passage_is_found_where_it_was_and_after_a_move(words: str, tmp_path: Path) -> None:
    (tmp_path / "quay.md").write_text(PAGE, encoding="utf-8")
    article = read_article(tmp_path / "quay.md")
    start = article.text.index(words)
    made = anchor_for(article, Span(start, start + len(words)), side=Side.LEFT)
    assert resolve(made, article.text).span == Span(start, start + len(words))
    moved = resolve(made, f"Something new.\n\n{article.text}")
    assert (moved.span, moved.state) == (Span(start + 16, start + 16 + len(words)), "moved")


@pytest.mark.parametrize("format_", TEMPLATES)
@pytest.mark.parametrize("words", [*PASSAGES, "long " * 10_000])
def test_any_passage_is_exported_whole(words: str, format_: Format) -> None:
    written = text_of([note(left=words.strip())], Wish(format_))
    body = written.split("---\n", 2)[2] if written.startswith("---\n") else written
    quoted = "".join(
        read(token)
        for token in GITHUB.parse(body)
        if token.type == "inline"
        and not token.content.startswith("[!")
        and not any(child.type == "strong_open" for child in token.children or [])
        and not any(child.type in ("em_open", "link_open") for child in token.children or [])
    )
    assert "".join(words.split()) in "".join(quoted.split())


@pytest.mark.parametrize("text", [*TEXTS, "a" * 1_000_000])
def test_any_text_is_kept_and_found_again(text: str, path: Path) -> None:
    with NoteStore(path) as store:
        kept = store.add(new_note(f"{text} harbourmaster", (anchor("The old quay"),)))
        assert store.note(kept.id) == kept
        assert store.find("harbourmaster").total == 1
    assert len(kept.text) == len(text) + len(" harbourmaster")


@pytest.mark.parametrize("format_", [*TEMPLATES, Format.CSV, Format.WEB_ANNOTATION])
@pytest.mark.parametrize("text", TEXTS)
def test_any_text_leaves_in_every_format(text: str, format_: Format, tmp_path: Path) -> None:
    hostile = new_note(text, (anchor("The old quay"),))
    for path in save([hostile], Wish(format_), tmp_path / "out").files:
        written = path.read_bytes().decode("utf-8")
        assert "\0" not in written


@given(WORDS)
def test_quotes_come_back_from_a_github_table(quote: str) -> None:
    quote = " ".join(plain(quote).split()) or "x"
    assert cells(text_of([note(left=quote)], Wish(Format.GITHUB)))[0] == quote


@given(WORDS)
def test_quotes_and_titles_come_back_from_pandoc(words: str) -> None:
    quote = plain(words).strip() or "x"
    written = text_of([note(left=quote, title=words)], Wish(Format.PANDOC, name=words))
    # Its reader takes a backslash off curly quotation marks too; that of GitHub does not.
    page = re.sub(r"(\\\\)|\\([‘’“”])", r"\1\2", written.split("---\n", 2)[2])
    assert read_quotes(page, GITHUB)[0] == quote
    assert front_matter(written)["bibliography"] == f"{words}.json"


@given(WORDS)
def test_quotes_and_properties_come_back_from_obsidian(words: str) -> None:
    quote = plain(words).strip() or "x"
    for piece in export([note(left=quote, title=words, source=words)], Wish(Format.OBSIDIAN)):
        head = front_matter("".join(piece.text))
        assert str(head["title"]).endswith(words)


@given(WORDS)
def test_note_reads_in_the_file_as_it_reads_alone(text: str) -> None:
    alone = words_of(note_body(text))
    whole = words_of(text_of([new_note(text, (anchor("The old quay"),))], Wish(Format.COMMONMARK)))
    assert alone in whole


def words_of(markdown: str) -> str:
    """Return what a reader of the rendered text sees, white space apart."""
    shown = []
    for token in MarkdownIt("commonmark").enable("table").parse(markdown):
        shown += [child.content for child in token.children or []]
        if token.type in ("fence", "code_block"):
            shown.append(token.content)
    return "".join("".join(shown).split())


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.ENOSPC, "disk is full"),
        (errno.EROFS, "read-only"),
        (errno.EACCES, "open elsewhere"),
        (errno.EDQUOT, "quota"),
        (errno.ENAMETOOLONG, "too long"),
    ],
)
@pytest.mark.parametrize("step", ["os.fsync", "tempfile.mkstemp", "pathlib.Path.replace"])
def test_disk_that_refuses_is_said_and_the_old_file_is_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, words: str, step: str
) -> None:
    target = tmp_path / "notes.md"
    target.write_text("old", encoding="utf-8")
    monkeypatch.setattr(step, refusing(code))
    with pytest.raises(NoteError, match=words):
        save([note()], Wish(Format.COMMONMARK), target)
    monkeypatch.undo()
    assert [path.read_text(encoding="utf-8") for path in tmp_path.iterdir()] == ["old"]


def refusing(code: int) -> Callable[..., None]:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code))

    return refuse


def test_full_disk_keeps_the_note_that_was_there(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with NoteStore(path) as store:
        kept = store.add(new_note("Here first."))
        store._database.connection.execute("PRAGMA max_page_count = 1")
        with pytest.raises(NoteError, match="disk is full"):
            store.add(new_note("x" * 1_000_000))
        assert store.notes() == (kept,)
    del monkeypatch


def test_second_export_offers_three_ways(tmp_path: Path) -> None:
    first, second = note("First."), note("Second.")
    (target,) = save([first], Wish(Format.COMMONMARK), tmp_path / "notes.md").files
    save([first, second], Wish(Format.COMMONMARK), target, again=Again.APPEND)
    assert count(target, "First.") == count(target, "Second.") == 1
    (beside,) = save([first], Wish(Format.COMMONMARK), target, again=Again.NEW).files
    assert beside.name == "notes 2.md"
    save([second], Wish(Format.COMMONMARK), target, again=Again.OVERWRITE)
    assert (count(target, "First."), count(target, "Second.")) == (0, 1)


def count(path: Path, words: str) -> int:
    return path.read_text(encoding="utf-8").count(words)


def test_yaml_and_markdown_are_real(tmp_path: Path) -> None:
    hostile: list[Note] = [note(text, title=text) for text in TEXTS]
    for page in save(hostile, Wish(Format.OBSIDIAN), tmp_path / "vault").files:
        head = page.read_text(encoding="utf-8").split("---\n", 2)[1]
        assert isinstance(yaml.safe_load(head), dict)
