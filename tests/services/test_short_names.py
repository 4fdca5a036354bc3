# SPDX-License-Identifier: MIT
"""Two articles of one title are told apart by their files, or by the reader's short names."""

from __future__ import annotations

from pathlib import Path

import pytest

from diptych.cli.main import run
from diptych.services import articles, shelving
from diptych.services.indexing import add_files
from diptych.services.shelving import Correction
from diptych.services.stores import Stores

LEASE = "The lease\n\nThe Club pays {} crowns a year for the quay and its lamps.\n"


@pytest.fixture
def leases(stores: Stores, tmp_path: Path) -> list[Path]:
    """Two drafts of one title, in the library."""
    paths = [tmp_path / "spring.txt", tmp_path / "autumn.txt"]
    for path, rent in zip(paths, ("4,800", "5,200"), strict=True):
        path.write_text(LEASE.format(rent), encoding="utf-8")
    add_files(stores, paths)
    return paths


def called(stores: Stores, paths: list[Path]) -> list[str]:
    return [articles.open_article(stores, str(path))[0].called for path in paths]


def test_articles_of_one_title_are_called_by_their_files(
    stores: Stores, leases: list[Path]
) -> None:
    assert called(stores, leases) == ["spring.txt · The lease", "autumn.txt · The lease"]


def test_the_readers_short_name_comes_before_the_file(stores: Stores, leases: list[Path]) -> None:
    entry = articles.entry_of(stores, str(leases[0]))
    shelving.correct(stores, entry.id, Correction(short_name="draft 1"))
    assert called(stores, leases) == ["draft 1 · The lease", "autumn.txt · The lease"]


def test_an_article_alone_with_its_title_has_no_short_name(
    stores: Stores, leases: list[Path]
) -> None:
    entry = articles.entry_of(stores, str(leases[0]))
    articles.remove(stores, [entry.id])
    assert called(stores, leases[1:]) == ["The lease"]


def test_two_files_outside_the_library_are_told_apart_too(stores: Stores, tmp_path: Path) -> None:
    paths = [tmp_path / "one.txt", tmp_path / "two.txt"]
    for path, rent in zip(paths, ("1,000", "2,000"), strict=True):
        path.write_text(LEASE.format(rent), encoding="utf-8")
    (left, _), (right, _) = articles.open_both(stores, *map(str, paths))
    assert (left.called, right.called) == ("one.txt · The lease", "two.txt · The lease")


def test_the_export_names_both_and_keeps_their_notes_apart(tmp_path: Path) -> None:
    profile = ["--profile", str(tmp_path / "p")]
    paths = [tmp_path / "spring.txt", tmp_path / "autumn.txt"]
    for path, rent in zip(paths, ("4,800", "5,200"), strict=True):
        path.write_text(LEASE.format(rent), encoding="utf-8")
    run([*profile, "add", *map(str, paths)])
    run([*profile, "edit", str(paths[1]), "--short-name", "draft 2"])
    for path in paths:
        run([*profile, "note", "add", "--left", f"{path}:11-40", "--text", "too dear"])
    run([*profile, "export", "--to", str(tmp_path / "n.md")])
    written = (tmp_path / "n.md").read_text(encoding="utf-8")
    assert "spring.txt · The lease" in written
    assert "draft 2 · The lease" in written


@pytest.mark.parametrize("library", [True, False])
def test_files_of_one_name_are_told_apart_by_their_folders(
    stores: Stores, tmp_path: Path, *, library: bool
) -> None:
    paths = [tmp_path / folder / "lease.txt" for folder in ("spring", "autumn")]
    for path, rent in zip(paths, ("4,800", "5,200"), strict=True):
        path.parent.mkdir()
        path.write_text(LEASE.format(rent), encoding="utf-8")
    if library:
        add_files(stores, paths)
    (left, _), (right, _) = articles.open_both(stores, *map(str, paths))
    assert (left.called, right.called) == (
        "spring/lease.txt · The lease",
        "autumn/lease.txt · The lease",
    )


def test_lists_of_the_command_line_name_both(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    profile = ["--profile", str(tmp_path / "p")]
    paths = [tmp_path / "spring.txt", tmp_path / "autumn.txt"]
    for path, rent in zip(paths, ("4,800", "5,200"), strict=True):
        path.write_text(LEASE.format(rent), encoding="utf-8")
    run([*profile, "add", *map(str, paths)])
    capsys.readouterr()
    run([*profile, "list"])
    run([*profile, "overview", *map(str, paths)])
    written = capsys.readouterr().out
    assert written.count("spring.txt · The lease") == written.count("autumn.txt · The lease") == 2


SPEECH = "The boats of the northern quay were counted in {}, and nobody knew why. It rained.\n"


@pytest.mark.parametrize("is_in_library", [True, False])
def test_first_sentences_that_differ_at_their_ends_are_told_apart(
    stores: Stores, tmp_path: Path, *, is_in_library: bool
) -> None:
    paths = [tmp_path / "one.txt", tmp_path / "two.txt"]
    for path, year in zip(paths, ("1894", "1849"), strict=True):
        path.write_text(SPEECH.format(year), encoding="utf-8")
    if is_in_library:
        add_files(stores, paths)
    both = articles.open_both(stores, *map(str, paths))
    assert [article.short_name for article, _ in both] == ["one.txt", "two.txt"]
