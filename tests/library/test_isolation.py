# SPDX-License-Identifier: MIT
"""Files are read in a process of their own, which may break without breaking anything else."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from diptych.errors import ArticleError
from diptych.library.isolation import IsolatedReader, ReadersAhead
from diptych.library.outcomes import Stopped
from library.packed import docx, epub
from library.samples import BODY, PROSE, article_from

PAGE = f"<html><body><article><h1>Wall</h1><p>{PROSE}</p></article></body></html>"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.html"
    path.write_text(PAGE)
    return path


@pytest.fixture
def reader() -> Iterator[IsolatedReader]:
    with IsolatedReader() as opened:
        yield opened


def children() -> list[int | None]:
    return [child.pid for child in multiprocessing.active_children()]


def test_a_page_comes_back_as_it_would_be_read_here(reader: IsolatedReader, page: Path) -> None:
    assert reader.read(page) == article_from(PAGE, "page.html")


def test_small_plain_text_needs_no_process(reader: IsolatedReader, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BODY)
    before = children()

    assert reader.read(tmp_path / "a.txt").text == BODY
    assert children() == before


def test_a_page_named_txt_is_read_in_the_process(reader: IsolatedReader, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PAGE)
    before = children()

    assert reader.read(tmp_path / "a.txt").format == "html"
    assert len(children()) == len(before) + 1


def test_what_takes_too_long_is_given_up(page: Path, tmp_path: Path) -> None:
    with IsolatedReader(seconds=0.001) as hasty:
        with pytest.raises(ArticleError, match=r"page\.html took too long to read;") as caught:
            hasty.read(page)
        assert caught.value.code == "timeout"
        # The page that took too long must not answer for this one.
        plain = tmp_path / "a.txt"
        plain.write_text(BODY)
        assert hasty.read(plain).text == BODY


def test_reading_is_broken_off_in_the_middle_of_a_file(reader: IsolatedReader, page: Path) -> None:
    with pytest.raises(Stopped):
        reader.read(page, cancelled=lambda: True)

    assert reader.read(page).title == "Wall"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows counts no processor time")
def test_a_process_that_ran_out_of_time_is_told_from_a_broken_file(
    reader: IsolatedReader, page: Path
) -> None:
    def out_of_time() -> bool:
        for child in set(multiprocessing.active_children()) - before:
            os.kill(child.pid or 0, signal.SIGXCPU)
        return False

    before = set(multiprocessing.active_children())
    with pytest.raises(ArticleError) as caught:
        reader.read(page, cancelled=out_of_time)

    assert caught.value.code == "timeout"


def test_ctrl_c_is_for_whoever_started_it(reader: IsolatedReader, page: Path) -> None:
    before = set(multiprocessing.active_children())
    reader.read(page)
    (child,) = set(multiprocessing.active_children()) - before
    os.kill(child.pid or 0, signal.SIGINT)

    assert reader.read(page).title
    assert child.is_alive()


def test_a_process_that_died_is_replaced(reader: IsolatedReader, page: Path) -> None:
    before = set(multiprocessing.active_children())
    reader.read(page)
    (child,) = set(multiprocessing.active_children()) - before
    child.kill()
    child.join()

    assert reader.read(page).title == "Wall"


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("void.html", b"", "empty"),
        ("bomb.docx", docx("<w:p/>" + " " * (65 << 20)), "bomb"),
        ("cut.epub", epub({"a": PAGE})[:200], "damaged"),
        ("cut.pdf", b"%PDF-1.7\n1 0 obj\n", "damaged"),
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "unsupported"),
    ],
)
def test_its_word_on_a_bad_file_is_passed_on(
    reader: IsolatedReader, tmp_path: Path, name: str, content: bytes, code: str
) -> None:
    (tmp_path / name).write_bytes(content)

    with pytest.raises(ArticleError) as caught:
        reader.read(tmp_path / name)

    assert caught.value.code == code
    assert str(caught.value).startswith(name)


def test_a_name_that_is_no_text_is_read(reader: IsolatedReader, tmp_path: Path) -> None:
    path = tmp_path / "caf\udce9.html"
    try:
        path.write_text(PAGE)
    except OSError:
        pytest.skip("this file system takes no such name")

    assert reader.read(path).title == "Wall"


def test_ctrl_c_in_the_middle_of_a_file_ends_its_process(
    reader: IsolatedReader, page: Path
) -> None:
    def pressed() -> bool:
        raise KeyboardInterrupt

    before = children()
    with pytest.raises(KeyboardInterrupt):
        reader.read(page, cancelled=pressed)

    assert children() == before


def test_a_file_that_is_expected_is_begun_with_and_read_once(
    reader: IsolatedReader, page: Path
) -> None:
    before = children()
    assert reader.expect(page)
    assert len(children()) == len(before) + 1  # before anyone asks for it

    assert reader.read(page) == article_from(PAGE, "page.html")
    page.write_text(PAGE.replace("Wall", "Gate"))
    assert reader.read(page).title == "Gate"


def test_only_one_file_is_expected_and_none_that_needs_no_process(
    reader: IsolatedReader, page: Path, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(BODY)

    assert not reader.expect(tmp_path / "a.txt")
    assert reader.expect(page)
    assert not reader.expect(tmp_path / "other.html")


def test_what_was_expected_does_not_answer_for_another(
    reader: IsolatedReader, page: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.html"
    other.write_text(PAGE.replace("Wall", "Gate"))
    reader.expect(page)

    assert reader.read(other).title == "Gate"
    assert reader.read(page).title == "Wall"


def test_a_process_that_dies_of_what_was_expected_is_told_with_that_file(
    reader: IsolatedReader, page: Path, tmp_path: Path
) -> None:
    before = set(multiprocessing.active_children())
    cut = tmp_path / "cut.pdf"
    cut.write_bytes(b"%PDF-1.7\n1 0 obj\n")
    reader.expect(cut)
    (child,) = set(multiprocessing.active_children()) - before
    child.kill()
    child.join()

    with pytest.raises(ArticleError, match=r"cut\.pdf"):
        reader.read(cut)
    assert reader.read(page).title == "Wall"


def test_what_was_expected_and_is_gone_is_told(reader: IsolatedReader, page: Path) -> None:
    reader.expect(page.with_name("gone.html"))

    with pytest.raises(ArticleError) as caught:
        reader.read(page.with_name("gone.html"))
    assert caught.value.code == "gone"


def test_closing_waits_for_no_file_that_was_expected(
    reader: IsolatedReader, page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[object] = []
    reader.read(page)
    reader.expect(page)
    child = reader._child
    assert child is not None
    kill = child.kill
    monkeypatch.setattr(child, "kill", lambda: (waited.append("killed"), kill()))
    join = child.join
    monkeypatch.setattr(child, "join", lambda seconds: (waited.append(seconds), join(seconds)))

    reader.close()

    assert waited[0] == "killed"


NUMBERED = f"<html><body><article><h1>Wall {{}}</h1><p>{PROSE}</p></article></body></html>"


@pytest.fixture
def pages(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"{number}.html" for number in range(5)]
    for number, path in enumerate(paths):
        path.write_text(NUMBERED.format(number))
    return paths


@pytest.fixture
def readers(monkeypatch: pytest.MonkeyPatch) -> Iterator[ReadersAhead]:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    opened = ReadersAhead()
    yield opened
    opened.close()


def test_as_many_files_are_begun_with_as_there_are_processes(
    readers: ReadersAhead, pages: list[Path]
) -> None:
    before = len(children())

    assert [readers.expect(page) for page in pages] == [True, True, True, False, False]
    assert len(children()) == before + readers.count == before + 3
    assert [readers.read(page).title for page in pages] == [f"Wall {n}" for n in range(5)]
    assert len(children()) == before + 3


def test_who_reads_one_file_at_a_time_has_one_process(
    readers: ReadersAhead, pages: list[Path]
) -> None:
    before = len(children())

    assert [readers.read(page).title for page in pages[:2]] == ["Wall 0", "Wall 1"]
    assert len(children()) == before + 1


def test_a_file_that_was_begun_with_is_not_read_twice(
    readers: ReadersAhead, pages: list[Path]
) -> None:
    assert readers.expect(pages[0])
    assert readers.expect(pages[1])
    first = readers.read(pages[1])
    pages[1].write_text(NUMBERED.format("anew"))

    assert first.title == "Wall 1"
    assert readers.read(pages[0]).title == "Wall 0"
    assert readers.read(pages[1]).title == "Wall anew"


def test_a_broken_file_hurts_none_of_the_others(readers: ReadersAhead, tmp_path: Path) -> None:
    good, cut = tmp_path / "good.html", tmp_path / "cut.pdf"
    good.write_text(NUMBERED.format(1))
    cut.write_bytes(b"%PDF-1.7\n1 0 obj\n")
    assert readers.expect(cut)
    assert readers.expect(good)

    with pytest.raises(ArticleError, match=r"cut\.pdf"):
        readers.read(cut)
    assert readers.read(good).title == "Wall 1"


def test_nothing_is_left_at_work_when_they_are_closed(
    readers: ReadersAhead, pages: list[Path]
) -> None:
    before = len(children())
    for page in pages:
        readers.expect(page)
    readers.close()

    assert len(children()) == before
