# SPDX-License-Identifier: MIT
"""The library's own file is copied, checked, mended, and read where nothing can be written."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from broken_off import broken_off
from diptych import snapshot
from diptych.errors import LibraryError
from diptych.library import database
from diptych.library.catalogue import Catalogue
from diptych.library.reading import read_article
from diptych.library.safety import _TABLES, KEPT, back_up, backups, check, is_newer, repair
from diptych.library.scan import Reading, add_paths
from diptych.paths import Profile
from diptych.text.article import Article
from library.samples import PROSE


@pytest.fixture
def filled(profile: Profile, tmp_path: Path) -> Path:
    (tmp_path / "wall.txt").write_text(PROSE, encoding="utf-8")
    with Catalogue(profile.library_file, profile.texts_file, read=read_article) as catalogue:
        add_paths(catalogue, [tmp_path / "wall.txt"], reading=Reading(read_article))
        catalogue.labels.tag([entry.id for entry in catalogue.entries()], "walls")
    return profile.library_file


def tags(profile: Profile) -> list[tuple[str, ...]]:
    with Catalogue(profile.library_file, profile.texts_file, read=read_article) as catalogue:
        return [entry.tags for entry in catalogue.entries()]


def label(profile: Profile, tag: str) -> None:
    with Catalogue(profile.library_file, profile.texts_file, read=read_article) as catalogue:
        catalogue.labels.tag([entry.id for entry in catalogue.entries()], tag)


def test_a_sound_library_is_left_as_it_is(filled: Path) -> None:
    before = filled.read_bytes()
    assert (check(filled), repair(filled), filled.read_bytes()) == (None, (), before)


def test_a_copy_is_made_once_for_each_state(filled: Path) -> None:
    assert back_up(filled) is not None
    assert (back_up(filled), len(backups(filled))) == (None, 1)


def test_a_log_whose_library_is_gone_is_kept_and_the_copy_comes_back(
    filled: Path, profile: Profile
) -> None:
    back_up(filled)
    log = filled.with_name(f"{filled.name}-wal")
    with Catalogue(profile.library_file, profile.texts_file, read=read_article) as catalogue:
        catalogue.labels.tag([entry.id for entry in catalogue.entries()], "new")
        kept = log.read_bytes()  # as a kill leaves it: closing carries it over
    filled.unlink()
    log.write_bytes(kept)
    assert "its log is there" in str(check(filled))
    repair(filled)
    (aside,) = filled.parent.glob("*-damaged-*-wal")
    assert (tags(profile), aside.read_bytes()) == ([("walls",)], kept)


def test_a_name_that_damage_left_no_text_is_damage_too(filled: Path, profile: Profile) -> None:
    back_up(filled)
    content = filled.read_bytes()
    # SQLite names the table whose statement it cannot read, and the name is no text.
    content = content.replace(b"tablearticlesarticles", b"table\xffrticlesarticles")
    filled.write_bytes(content.replace(b"CREATE TABLE articles", b"CREATE TAXLE articles"))
    with pytest.raises(LibraryError, match="is damaged"):
        tags(profile)
    assert check(filled) is not None
    repair(filled)
    assert tags(profile) == [("walls",)]


def test_a_copy_made_after_the_clock_was_set_back_is_the_newest(
    filled: Path, profile: Profile
) -> None:
    for day in range(KEPT):
        label(profile, f"tag {day}")
        back_up(filled, now=datetime.now(UTC) + timedelta(days=400 + day))
    label(profile, "the last")
    assert back_up(filled) == backups(filled)[0]
    assert back_up(filled) is None


@pytest.mark.parametrize("opened", [False, True])
@pytest.mark.parametrize("lost", [Path.unlink, lambda path: path.write_bytes(b"")])
def test_a_library_that_was_begun_anew_comes_back_from_its_copy(
    filled: Path, profile: Profile, lost: Callable[[Path], object], opened: bool
) -> None:
    back_up(filled)
    lost(filled)
    if opened:  # by a window, which makes the file a sound one
        assert tags(profile) == []
    assert "holds no articles; its copy" in str(check(filled))
    repair(filled)
    assert (tags(profile), check(filled)) == ([("walls",)], None)


def test_the_copy_with_most_of_the_readers_own_stays(
    filled: Path, profile: Profile, tmp_path: Path
) -> None:
    back_up(filled)
    filled.unlink()
    for number in range(KEPT + 3):
        (tmp_path / "other.txt").write_text(f"{number} {PROSE}", encoding="utf-8")
        with Catalogue(profile.library_file, profile.texts_file, read=read_article) as catalogue:
            add_paths(catalogue, [tmp_path / "other.txt"], reading=Reading(read_article))
        back_up(filled)
    assert len(backups(filled)) == KEPT + 1


def test_all_that_is_the_readers_own_comes_back(filled: Path) -> None:
    with closing(sqlite3.connect(filled)) as library, library:
        names = {row[0] for row in library.execute("SELECT name FROM sqlite_master")}
        (id_,) = library.execute("SELECT id FROM articles").fetchone()
        library.execute("INSERT INTO reading VALUES (?, 'read', 1.0)", (id_,))
        library.execute("INSERT INTO saved_pairs VALUES ('Mine', ?, ?, 1.0)", (id_, id_))
    back_up(filled)
    filled.write_bytes(b"SQLite format 3\0" + b"x" * 5000)
    repair(filled)
    with closing(sqlite3.connect(filled)) as library:
        assert library.execute("SELECT state FROM reading").fetchall() == [("read",)]
        assert library.execute("SELECT name FROM saved_pairs").fetchall() == [("Mine",)]
    # Sketches alone are made again. Whoever adds a table decides to which it belongs.
    assert {name for name in names if "_" not in name.removeprefix("saved_")} == {
        *_TABLES,
        "sketches",
    }


@pytest.mark.parametrize("kept", [0, 100, 6000])
def test_a_damaged_library_comes_back_from_its_copy(
    filled: Path, profile: Profile, kept: int
) -> None:
    back_up(filled)
    whole = filled.read_bytes()
    filled.write_bytes(whole[:kept] + b"x" * (len(whole) - kept))
    assert "damaged" in str(check(filled))
    repair(filled)
    assert tags(profile) == [("walls",)]
    assert len(list(filled.parent.glob("library-damaged-*"))) >= 1


@pytest.mark.parametrize("renamings", range(4))
def test_a_repair_that_is_broken_off_loses_nothing(
    filled: Path, profile: Profile, monkeypatch: pytest.MonkeyPatch, renamings: int
) -> None:
    with closing(sqlite3.connect(filled)) as library:
        library.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    content = bytearray(filled.read_bytes())
    content[36:40] = b"\0\0\0\5"  # of the header: how many free pages there are
    filled.write_bytes(content)
    assert "damaged" in str(check(filled))
    broken_off(lambda: repair(filled), renamings, monkeypatch)
    repair(filled)
    assert (tags(profile), check(filled)) == ([("walls",)], None)


def test_a_damaged_row_of_the_tables_costs_no_other(filled: Path, profile: Profile) -> None:
    filled.write_bytes(
        filled.read_bytes().replace(b"CREATE TABLE sketches", b"CREATE TAXLE sketches")
    )
    assert check(filled) is not None
    repair(filled)
    assert tags(profile) == [("walls",)]


@pytest.mark.parametrize(
    ("number", "words"), [(errno.ENOSPC, "the disk is full"), (errno.EROFS, "read-only")]
)
def test_reading_goes_on_where_nothing_can_be_written(
    filled: Path, profile: Profile, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    refusing(monkeypatch, number)
    assert tags(profile) == [("walls",)]
    with Catalogue(profile.library_file, profile.texts_file, read=read_article) as catalogue:
        (entry,) = catalogue.entries()
        with pytest.raises(LibraryError, match=words):
            catalogue.labels.tag([entry.id], "more")
    assert check(filled) is None


def refusing(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    """Let SQLite and the trial of writing find what they find on such a disk."""

    def fails(*_: object) -> sqlite3.Connection:
        raise sqlite3.OperationalError("disk I/O error")

    monkeypatch.setattr(database, "_open", fails)
    for module in (database, snapshot):
        monkeypatch.setattr(module, "what_forbids_writing", lambda folder: number)


def test_a_library_of_a_newer_version_is_neither_damaged_nor_touched(filled: Path) -> None:
    with sqlite3.connect(filled) as library:
        library.execute("PRAGMA user_version = 99")
        library.execute("ALTER TABLE articles RENAME TO works")
    library.close()
    before = filled.read_bytes()
    assert (is_newer(filled), check(filled), repair(filled)) == (True, None, ())
    assert filled.read_bytes() == before


def test_texts_of_a_newer_version_stay_and_others_are_made_beside_them(
    filled: Path, profile: Profile
) -> None:
    with sqlite3.connect(profile.texts_file) as texts:
        texts.execute("PRAGMA user_version = 99")
    texts.close()
    before = profile.texts_file.read_bytes()
    with Catalogue(profile.library_file, profile.texts_file, read=read_article) as catalogue:
        (entry,) = catalogue.entries()
        assert catalogue.article(entry.id).text.strip() in PROSE
    assert profile.texts_file.read_bytes() == before


def test_a_copy_that_fails_leaves_nothing_behind(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, target: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(LibraryError, match="the disk is full"):
        back_up(filled)
    assert list((filled.parent / "backups").iterdir()) == []


@pytest.mark.parametrize("page", range(2, 12))
def test_damage_in_the_middle_is_said_in_a_sentence(
    filled: Path, profile: Profile, page: int
) -> None:
    whole = bytearray(filled.read_bytes())
    whole[(page - 1) * 4096 : (page - 1) * 4096 + 300] = b"\xff" * 300
    filled.write_bytes(whole)
    with (
        suppress(LibraryError),
        Catalogue(profile.library_file, profile.texts_file, read=read_article) as catalogue,
    ):
        for entry in catalogue.entries():
            catalogue.article(entry.id)
            catalogue.labels.tag([entry.id], "more")


def test_damaged_lists_of_one_article_hide_no_other(filled: Path, profile: Profile) -> None:
    with sqlite3.connect(filled) as library:
        library.execute("UPDATE articles SET authors = ?, tags = '{'", ("[" * 100_000,))
        library.execute("INSERT INTO corrections SELECT id, 'title', '\"open' FROM articles")
    library.close()
    with Catalogue(profile.library_file, profile.texts_file, read=read_article) as catalogue:
        assert [(entry.authors, entry.tags) for entry in catalogue.entries()] == [((), ("walls",))]


def test_damaged_texts_are_made_anew(filled: Path, profile: Profile) -> None:
    whole = bytearray(profile.texts_file.read_bytes())
    whole[4096:] = b"\xff" * (len(whole) - 4096)
    profile.texts_file.write_bytes(whole)
    with Catalogue(profile.library_file, profile.texts_file, read=read_article) as catalogue:
        (entry,) = catalogue.entries()
        assert catalogue.article(entry.id).text.strip() in PROSE
    with Catalogue(profile.library_file, profile.texts_file, read=refused) as catalogue:
        assert catalogue.article(entry.id).text.strip() in PROSE


def refused(path: Path, **_: object) -> Article:
    raise AssertionError(f"{path} is read again")
