# SPDX-License-Identifier: MIT
"""Files and folders become a report in which each file stands once."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from diptych.library.catalogue import Catalogue
from diptych.library.listing import article_values, entries_values, report_values
from diptych.library.reading import read_article
from diptych.library.scan import AddReport, Progress, Reading, add_paths
from diptych.library.walk import DEEPEST, Unseen, articles_in
from diptych.paths import Profile
from diptych.text.article import Article
from library.samples import BODY, PROSE, PROSE_2


@pytest.fixture
def catalogue(profile: Profile) -> Iterator[Catalogue]:
    with Catalogue(profile.library_file, profile.texts_file) as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two articles, one of them in a folder of its own."""
    (tmp_path / "in" / "sub").mkdir(parents=True)
    (tmp_path / "in" / "a.txt").write_text(BODY)
    (tmp_path / "in" / "sub" / "b.md").write_text(f"# B\n\n{BODY}")
    return tmp_path / "in"


def codes(report: AddReport) -> list[str]:
    return [refusal.code for refusal in report.failed]


def names(folder: Path) -> list[str]:
    return [found.name for found in articles_in(folder) if isinstance(found, Path)]


def test_a_folder_is_added_with_the_folders_in_it(catalogue: Catalogue, folder: Path) -> None:
    report = add_paths(catalogue, [folder])

    assert [taken.path.name for taken in report.added] == ["a.txt", "b.md"]


def test_adding_again_changes_nothing(catalogue: Catalogue, folder: Path) -> None:
    add_paths(catalogue, [folder])

    report = add_paths(catalogue, [folder])

    assert not report.added
    assert [taken.reason for taken in report.unchanged] == [
        "a.txt is in the library already.",
        "b.md is in the library already.",
    ]


def test_an_untouched_file_is_not_read_again(catalogue: Catalogue, folder: Path) -> None:
    add_paths(catalogue, [folder])

    def never(path: Path, **_: str) -> object:
        raise AssertionError(path)

    report = add_paths(catalogue, [folder], reading=Reading(never))  # type: ignore[arg-type]

    assert len(report.unchanged) == 2


def test_a_folder_is_looked_through_only_when_all_of_it_was_added(
    catalogue: Catalogue, folder: Path
) -> None:
    asked: list[bool] = []

    def cancelled() -> bool:
        asked.append(True)
        return len(asked) > 3

    assert add_paths(catalogue, [folder], cancelled=cancelled).was_cancelled
    assert catalogue.folders.paths() == ()

    add_paths(catalogue, [folder])
    assert catalogue.folders.paths() == (folder,)


def test_the_file_after_the_one_read_is_expected(catalogue: Catalogue, folder: Path) -> None:
    told: list[str] = []

    def expect(path: Path, *, encoding: str) -> bool:
        told.append(f"expect {path.name}")
        return path.name != "c.txt"  # as one that needs no process

    def read(path: Path, *, encoding: str) -> Article:
        told.append(f"read {path.name}")
        return read_article(path, encoding=encoding)

    for name in ("c.txt", "d.txt", "e.txt"):
        (folder / name).write_text(f"{name}. {BODY}")
    add_paths(catalogue, [folder / "d.txt"])
    add_paths(catalogue, [folder], reading=Reading(read, expect))

    # Nothing that is in the library already, and one at a time.
    assert told == [
        "read a.txt", "expect c.txt", "expect e.txt", "read c.txt",
        "read e.txt", "expect b.md", "read b.md",
    ]  # fmt: skip


def test_what_changes_after_it_was_expected_is_read_again_another_time(
    catalogue: Catalogue, folder: Path
) -> None:
    begun: dict[Path, Article] = {}

    def expect(path: Path, *, encoding: str) -> bool:
        begun[path] = read_article(path, encoding=encoding)
        path.write_text(f"Another text stands here now. {BODY}")
        return True

    def read(path: Path, *, encoding: str) -> Article:
        return begun.get(path) or read_article(path, encoding=encoding)

    assert len(add_paths(catalogue, [folder], reading=Reading(read, expect)).added) == 2
    assert len(add_paths(catalogue, [folder]).updated) == 1


def test_a_changed_file_is_updated(catalogue: Catalogue, folder: Path) -> None:
    first = add_paths(catalogue, [folder / "a.txt"]).added[0].id
    (folder / "a.txt").write_text(f"{BODY}More.\n")

    (taken,) = add_paths(catalogue, [folder / "a.txt"]).updated

    assert taken.previous == first
    assert taken.reason == "a.txt has changed since it was added."


def test_a_copy_is_unchanged_and_names_the_other_file(catalogue: Catalogue, folder: Path) -> None:
    (folder / "copy.txt").write_text(BODY)

    report = add_paths(catalogue, [folder / "a.txt", folder / "copy.txt"])

    assert report.unchanged[0].reason.startswith("copy.txt has the same content as ")


def test_one_bad_file_does_not_stop_the_others(catalogue: Catalogue, folder: Path) -> None:
    (folder / "0.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    (folder / "1.txt").touch()

    report = add_paths(catalogue, [folder])

    assert codes(report) == ["binary", "empty"]
    assert len(report.added) == 2


def test_a_path_that_is_not_there_is_named(catalogue: Catalogue, tmp_path: Path) -> None:
    report = add_paths(catalogue, [tmp_path / "nowhere"])

    assert codes(report) == ["gone"]
    assert report.failed[0].reason.startswith("nowhere is not there;")


def test_a_folder_without_articles_is_named(catalogue: Catalogue, tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    (tmp_path / "none" / "picture.png").touch()

    assert codes(add_paths(catalogue, [tmp_path / "none"])) == ["no-articles"]


def test_a_file_named_twice_is_added_once(catalogue: Catalogue, folder: Path) -> None:
    report = add_paths(catalogue, [folder / "a.txt", folder / "sub" / ".." / "a.txt"])

    assert (len(report.added), len(report.unchanged)) == (1, 0)


def test_a_file_the_reader_names_needs_no_known_ending(catalogue: Catalogue, folder: Path) -> None:
    (folder / "README").write_text(BODY)

    assert len(add_paths(catalogue, [folder / "README"]).added) == 1


def test_cancelling_keeps_what_was_added(catalogue: Catalogue, folder: Path) -> None:
    answers = iter([False, False, False, True, True])

    report = add_paths(catalogue, [folder], cancelled=lambda: next(answers))

    assert report.was_cancelled
    assert len(catalogue.entries()) == len(report.added) == 1


def test_progress_counts_the_files(catalogue: Catalogue, folder: Path) -> None:
    seen: list[Progress] = []

    add_paths(catalogue, [folder], progress=seen.append)

    assert [(step.done, step.total) for step in seen] == [(0, 2), (1, 2)]


@pytest.mark.parametrize(
    "name", [".hidden.txt", "~$lock.docx", "._a.txt", "b.txt.part", "c.png", "README"]
)
def test_files_that_are_no_articles_are_left_out(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(BODY)

    assert names(tmp_path) == []


@pytest.mark.parametrize(
    "name", ["SHOUT.TXT", "article.md.txt", "trailing....txt", "line\nbreak.txt"]
)
def test_odd_names_are_articles_all_the_same(tmp_path: Path, name: str) -> None:
    try:
        (tmp_path / name).write_text(BODY)
    except OSError:
        pytest.skip("this file system takes no such name")

    assert names(tmp_path) == [name]


@pytest.mark.skipif(sys.platform != "linux", reason="only there are names bytes")
def test_a_name_that_is_no_text_is_an_article_all_the_same(
    catalogue: Catalogue, folder: Path
) -> None:
    (folder / os.fsdecode(b"caf\xe9.txt")).write_text(f"{BODY}Another.\n")

    report = add_paths(catalogue, [folder])
    again = add_paths(catalogue, [folder])

    assert (len(report.added), len(again.unchanged)) == (3, 3)
    assert not report.failed


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes in folders there")
def test_a_pipe_in_a_folder_holds_nothing_up(catalogue: Catalogue, folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")

    assert len(add_paths(catalogue, [folder]).added) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_links_out_of_the_folder_are_not_followed(tmp_path: Path, folder: Path) -> None:
    (tmp_path / "outside.txt").write_text(BODY)
    (folder / "link.txt").symlink_to(tmp_path / "outside.txt")
    (folder / "up").symlink_to("..")
    (folder / "again").symlink_to(".")

    assert names(folder) == ["a.txt", "b.md"]


def test_folders_too_deep_are_named_and_the_rest_is_found(tmp_path: Path) -> None:
    place = tmp_path
    for _ in range(DEEPEST + 3):
        place = place / "d"
        place.mkdir()
    (place / "deep.txt").write_text(BODY)
    (tmp_path / "top.txt").write_text(BODY)

    found = list(articles_in(tmp_path))

    assert [f.code for f in found if isinstance(f, Unseen)] == ["too-deep"]
    assert names(tmp_path) == ["top.txt"]


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may read all")
def test_a_folder_one_may_not_read_is_named(catalogue: Catalogue, folder: Path) -> None:
    (folder / "sub").chmod(0)
    try:
        report = add_paths(catalogue, [folder])
    finally:
        (folder / "sub").chmod(0o700)

    assert codes(report) == ["no-permission"]
    assert len(report.added) == 1


def test_the_report_is_the_command_lines_contract(catalogue: Catalogue, folder: Path) -> None:
    values = report_values(add_paths(catalogue, [folder, folder / "nowhere.txt"]))

    assert list(values) == ["added", "unchanged", "updated", "failed"]
    assert list(values["added"][0]) == ["id", "path", "title"]
    assert list(values["failed"][0]) == ["path", "code", "reason"]


def test_the_list_is_the_command_lines_contract(catalogue: Catalogue, folder: Path) -> None:
    add_paths(catalogue, [folder])

    values = entries_values(catalogue.entries(), {})

    assert list(values[0])[:9] == [
        "id",
        "path",
        "title",
        "short_name",
        "authors",
        "date",
        "source",
        "language",
        "words",
    ]


def test_the_shown_article_is_the_command_lines_contract(
    catalogue: Catalogue, folder: Path
) -> None:
    id = add_paths(catalogue, [folder / "a.txt"]).added[0].id

    values = article_values(catalogue.article(id), folder / "a.txt")

    assert values["text"] == BODY
    names = ["kind", "level", "state", "reason", "start", "end", "page", "markup"]
    assert list(values["blocks"][0]) == names
    assert json.loads(json.dumps(values)) == values


def test_a_full_disk_is_said_and_what_was_stored_stays(catalogue: Catalogue, folder: Path) -> None:
    add_paths(catalogue, [folder / "a.txt"])
    used = catalogue._texts.connection.execute("PRAGMA page_count").fetchone()[0]
    catalogue._texts.connection.execute(f"PRAGMA max_page_count = {used}")
    long = "".join(f"Paragraph {number} of a long report.\n\n" for number in range(20_000))
    (folder / "long.txt").write_text(long)

    report = add_paths(catalogue, [folder / "long.txt"])

    assert codes(report) == ["not-stored"]
    assert "the disk is full" in report.failed[0].reason
    assert len(catalogue.entries()) == 1


@pytest.mark.parametrize("ending", ["_files", "-Dateien", "_fichiers"])
def test_the_folder_a_browser_saves_beside_a_page_is_not_looked_through(
    catalogue: Catalogue, tmp_path: Path, ending: str
) -> None:
    (tmp_path / "wall.html").write_text(f"<h1>The wall</h1><p>{PROSE}</p>", encoding="utf-8")
    (tmp_path / f"wall{ending}").mkdir()
    (tmp_path / f"wall{ending}" / "frame.html").write_text(f"<p>{PROSE_2}</p>", encoding="utf-8")

    report = add_paths(catalogue, [tmp_path])

    assert [taken.path.name for taken in report.added] == ["wall.html"]
