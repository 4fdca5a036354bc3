# SPDX-License-Identifier: MIT
"""A file becomes an article or a sentence that says why not."""

from __future__ import annotations

import hashlib
import os
import socket
import sys
from pathlib import Path
from typing import NoReturn

import pytest

from diptych.errors import ArticleError
from diptych.library import draft, reading
from diptych.library.reading import read_article
from diptych.library.sniffing import EXTENSIONS
from diptych.text.article import GUESSED_ENCODING
from library.samples import BODY, PROSE, article_from


def code_of(path: Path) -> str:
    with pytest.raises(ArticleError) as caught:
        read_article(path)
    assert str(caught.value).endswith(".")
    return caught.value.code


def code_of_bytes(content: bytes, name: str) -> str:
    with pytest.raises(ArticleError) as caught:
        article_from(content, name)
    return caught.value.code


@pytest.mark.parametrize("ending", EXTENSIONS)
def test_every_ending_that_is_offered_has_a_limit_and_a_reader(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"wall{ending}"
    path.write_text(BODY, encoding="utf-8")

    try:
        read = read_article(path).format
    except ArticleError as error:
        read = error.code

    assert read in {*EXTENSIONS.values(), "damaged"}


def test_the_hash_is_that_of_the_files_bytes(tmp_path: Path) -> None:
    path = tmp_path / "wall.txt"
    path.write_bytes(BODY.encode("utf-16"))

    article = read_article(path)

    assert article.content_hash == hashlib.sha256(path.read_bytes()).hexdigest()


def test_the_readers_encoding_is_used(tmp_path: Path) -> None:
    path = tmp_path / "wall.txt"
    path.write_bytes("стена".encode("koi8-r"))

    assert read_article(path, encoding="koi8-r").text == "стена"


def test_a_missing_file_is_gone(tmp_path: Path) -> None:
    assert code_of(tmp_path / "nowhere.txt") == "gone"


def test_a_name_that_cannot_be_is_gone() -> None:
    assert code_of(Path("a\0b.txt")) == "gone"


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    assert code_of(tmp_path) == "not-a-file"


@pytest.mark.skipif(sys.platform == "win32", reason="named pipes are elsewhere there")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")

    assert code_of(tmp_path / "pipe.txt") == "not-a-file"


@pytest.mark.skipif(sys.platform == "win32", reason="no device files there")
def test_a_device_is_not_read() -> None:
    assert code_of(Path("/dev/zero")) == "not-a-file"


@pytest.mark.skipif(sys.platform == "win32", reason="no socket files there")
def test_a_socket_is_not_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket.txt")

        assert code_of(tmp_path / "socket.txt") == "not-a-file"


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_to_itself_is_unreadable(tmp_path: Path) -> None:
    (tmp_path / "self.txt").symlink_to("self.txt")

    assert code_of(tmp_path / "self.txt") == "unreadable"


def test_a_file_one_may_not_read_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "wall.txt"
    path.write_text(BODY)

    def refuse(*arguments: object) -> int:
        raise PermissionError(13, "denied")

    monkeypatch.setattr(reading.os, "open", refuse)

    assert code_of(path) == "no-permission"


def test_size_is_looked_at_before_reading(tmp_path: Path) -> None:
    path = tmp_path / "wall.md"
    with path.open("wb") as stream:
        stream.truncate(10 << 30)

    assert code_of(path) == "too-large"


def test_a_file_that_changes_meanwhile_is_not_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "wall.txt"
    path.write_text(BODY)
    fstat, seen = os.fstat, []

    def grown(descriptor: int) -> os.stat_result:
        if seen:
            with path.open("a") as stream:
                stream.write("more")
        seen.append(descriptor)
        return fstat(descriptor)

    monkeypatch.setattr(reading.os, "fstat", grown)

    assert code_of(path) == "changed"


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [
        (b"", "a.txt", "empty"),
        (b" \t\r\n" * 50, "a.txt", "empty"),
        (b"\xef\xbb\xbf", "a.txt", "empty"),
        ("\u200b\u2060\n".encode() * 9, "a.txt", "no-text"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, "picture.txt", "binary"),
        (bytes(range(256)) * 99, "noise.txt", "binary"),
        (b"\0" * 5000, "zeros.txt", "binary"),
        (b"\x1f\x8b" + b"abc" * 99, "packed.txt", "binary"),
        (b"PK\x03\x04" + b"x" * 50, "story.docx", "damaged"),
        (BODY.encode(), "story.pdf", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old.doc", "unsupported"),
    ],
)
def test_what_is_no_article_has_its_code(content: bytes, name: str, code: str) -> None:
    assert code_of_bytes(content, name) == code


def test_a_few_zero_bytes_are_shown_as_unknown_characters() -> None:
    article = article_from(BODY.replace("harbour", "har\0bour", 1))

    assert "har\ufffdbour" in article.text


def test_content_decides_and_not_the_name() -> None:
    page = f"<!DOCTYPE html><html><body><p>{PROSE}</p></body></html>"

    assert article_from(page, "page.txt").format == "html"


@pytest.mark.parametrize("name", ["wall.txt", "wall.html"])
def test_what_is_too_long_is_told_before_its_text_is_copied(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def reached(*_: object) -> NoReturn:
        raise AssertionError("the text was worked on")

    monkeypatch.setattr(draft, "MOST_CHARACTERS", 1_000)
    monkeypatch.setattr("diptych.library.readers.html.mark_furniture", reached)
    monkeypatch.setitem(reading._TEXT_READERS, "txt", reached)
    marks = "<p class='of no weight'>" * 100 if name.endswith("html") else ""

    assert code_of_bytes(f"{marks}{PROSE * 40}".encode(), name) == "too-large"
    monkeypatch.undo()
    assert article_from(f"{marks}{PROSE}", name).text


def test_too_many_lines_are_refused() -> None:
    assert code_of_bytes(b"a\n" * 1_000_000, "lines.txt") == "too-large"


def test_languages_and_direction_are_told() -> None:
    article = article_from("اجتمع المجلس يوم الثلاثاء لمناقشة جدار الميناء الجديد.\n" * 3)

    assert (article.language, article.direction) == ("ar", "rtl")


def test_a_guessed_encoding_is_marked_and_a_chosen_one_is_not(tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes(
        ("Совет собрался во вторник, чтобы обсудить новую стену. " * 4).encode("cp1251")
    )

    assert read_article(path).warnings == (GUESSED_ENCODING,)
    assert read_article(path, encoding="cp1251").warnings == ()
