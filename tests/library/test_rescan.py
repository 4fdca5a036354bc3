# SPDX-License-Identifier: MIT
"""Looking through the folders again: what was added, changed, moved, removed."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from diptych.library.catalogue import Catalogue
from diptych.library.reading import read_article
from diptych.library.rescan import rescan
from diptych.library.scan import AddReport, Reading, add_paths
from diptych.paths import Profile
from diptych.text.article import Article
from library.samples import BODY, PROSE, PROSE_2


@pytest.fixture
def catalogue(profile: Profile) -> Iterator[Catalogue]:
    with Catalogue(profile.library_file, profile.texts_file) as opened:
        yield opened


@pytest.fixture
def folder(catalogue: Catalogue, tmp_path: Path) -> Path:
    """A folder of the library with two articles, one of them in a folder of its own."""
    folder = tmp_path / "in"
    (folder / "sub").mkdir(parents=True)
    (folder / "a.txt").write_text(BODY)
    (folder / "sub" / "b.txt").write_text(PROSE_2)
    add_paths(catalogue, [folder])
    return folder


def look(catalogue: Catalogue, *folders: Path) -> AddReport:
    return rescan(catalogue, folders, reading=Reading(read_article))


def id_of(catalogue: Catalogue, path: Path) -> str:
    entry = catalogue.find(str(path))
    assert entry is not None
    return entry.id


def test_an_untouched_folder_has_no_news_and_nothing_is_read(
    catalogue: Catalogue, folder: Path
) -> None:
    def never(path: Path, **_: str) -> Article:
        raise AssertionError(path)

    report = rescan(catalogue, reading=Reading(never))

    assert not report.has_news
    assert report.known == 2


def test_a_new_file_is_added(catalogue: Catalogue, folder: Path) -> None:
    (folder / "c.txt").write_text(PROSE)

    assert [taken.path.name for taken in look(catalogue).added] == ["c.txt"]


def test_a_moved_file_keeps_its_article(catalogue: Catalogue, folder: Path) -> None:
    id = id_of(catalogue, folder / "a.txt")
    (folder / "a.txt").rename(folder / "sub" / "renamed.txt")

    report = look(catalogue)

    assert [(taken.id, taken.path.name) for taken in report.updated] == [(id, "renamed.txt")]
    assert not report.added
    assert not report.missing
    assert catalogue.entry(id).path == folder / "sub" / "renamed.txt"


def test_a_changed_file_is_a_later_version(catalogue: Catalogue, folder: Path) -> None:
    before = id_of(catalogue, folder / "a.txt")
    (folder / "a.txt").write_text(f"{BODY}\nOne more word.\n")

    (taken,) = look(catalogue).updated

    assert taken.previous == before
    assert catalogue.versions.earlier(taken.id) == (before,)


def test_a_removed_file_stays_readable(catalogue: Catalogue, folder: Path) -> None:
    id = id_of(catalogue, folder / "a.txt")
    (folder / "a.txt").unlink()

    report = look(catalogue)

    assert [taken.id for taken in report.missing] == [id]
    assert not catalogue.entry(id).available
    assert catalogue.article(id).text == BODY


def test_what_is_gone_is_told_once(catalogue: Catalogue, folder: Path) -> None:
    (folder / "a.txt").unlink()
    look(catalogue)

    assert not look(catalogue).has_news


def test_a_folder_that_is_away_is_named_and_comes_back(catalogue: Catalogue, folder: Path) -> None:
    away = folder.with_name("unplugged")
    folder.rename(away)

    report = look(catalogue)
    assert [refusal.code for refusal in report.failed] == ["gone"]
    assert len(report.missing) == 2
    assert not any(entry.available for entry in catalogue.entries())

    away.rename(folder)
    assert look(catalogue).known == 2
    assert all(entry.available for entry in catalogue.entries())


def test_what_the_reader_removed_does_not_come_back(catalogue: Catalogue, folder: Path) -> None:
    catalogue.remove([id_of(catalogue, folder / "a.txt")])

    assert not look(catalogue).has_news
    assert len(catalogue.entries()) == 1


def test_what_the_reader_removed_comes_back_when_it_is_added(
    catalogue: Catalogue, folder: Path
) -> None:
    catalogue.remove([id_of(catalogue, folder / "a.txt")])

    assert [taken.path.name for taken in add_paths(catalogue, [folder]).added] == ["a.txt"]


def test_a_file_that_is_no_article_is_not_read_again_until_it_changes(
    catalogue: Catalogue, folder: Path
) -> None:
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7\n")
    assert [refusal.code for refusal in look(catalogue).failed] == ["damaged"]
    assert not look(catalogue).failed

    (folder / "broken.pdf").write_bytes(b"%PDF-1.7\n\n")
    assert [refusal.code for refusal in look(catalogue).failed] == ["damaged"]


def test_a_file_added_by_itself_is_looked_at_too(
    catalogue: Catalogue, folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "single.txt").write_text(PROSE)
    add_paths(catalogue, [tmp_path / "single.txt"])
    (tmp_path / "single.txt").unlink()

    assert [taken.path.name for taken in look(catalogue).missing] == ["single.txt"]


def test_only_the_folder_named_is_looked_through(
    catalogue: Catalogue, folder: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "c.txt").write_text(PROSE)
    add_paths(catalogue, [other])
    for path in (folder / "a.txt", other / "c.txt"):
        path.unlink()

    report = look(catalogue, other)

    assert [taken.path.name for taken in report.missing] == ["c.txt"]


def test_a_folder_in_a_watched_one_is_not_watched_twice(catalogue: Catalogue, folder: Path) -> None:
    catalogue.folders.watch(folder / "sub")
    assert catalogue.folders.paths() == (folder,)

    catalogue.folders.watch(folder.parent)
    assert catalogue.folders.paths() == (folder.parent,)


def test_a_file_rewritten_while_read_is_read_at_the_next_look(
    catalogue: Catalogue, folder: Path
) -> None:
    path = folder / "live.txt"
    path.write_text(PROSE)

    def rewritten(path: Path, **_: str) -> Article:
        with path.open("a") as stream:
            stream.write("More.\n")
        os.utime(path, ns=(1, 1))
        return read_article(path)

    rescan(catalogue, reading=Reading(rewritten))
    assert len(look(catalogue).updated) + len(look(catalogue).added) == 0
    assert catalogue.article(id_of(catalogue, path)).text.endswith("More.\n")


def test_a_look_that_is_broken_off_takes_nothing_for_gone(
    catalogue: Catalogue, folder: Path
) -> None:
    report = rescan(catalogue, reading=Reading(read_article), cancelled=lambda: True)

    assert not report.missing
    assert all(entry.available for entry in catalogue.entries())


def test_a_folder_whose_drive_fails_takes_nothing_for_gone(
    catalogue: Catalogue, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def scandir(place: str) -> object:
        if place.endswith("sub"):
            raise OSError(errno.EIO, os.strerror(errno.EIO), place)
        return really(place)

    really = os.scandir
    monkeypatch.setattr(os, "scandir", scandir)

    report = look(catalogue)

    assert [refusal.code for refusal in report.failed] == ["unreadable"]
    assert not report.missing


def test_a_folder_unmounted_during_the_look_keeps_its_articles_readable(
    catalogue: Catalogue, folder: Path
) -> None:
    def unmounted(path: Path, **_: str) -> Article:
        shutil.rmtree(folder, ignore_errors=True)
        return read_article(path)

    (folder / "a.txt").write_text(f"{BODY}More.\n")
    report = rescan(catalogue, reading=Reading(unmounted))

    assert [refusal.code for refusal in report.failed] == ["gone"]
    assert [catalogue.article(entry.id).text for entry in catalogue.entries()] == [BODY, PROSE_2]
