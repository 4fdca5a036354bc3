# SPDX-License-Identifier: MIT
"""A pipe, a folder, a device or a dead link in the place of a file of ours: nothing waits."""

from __future__ import annotations

import logging
import os
import socket
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from diptych.atomic import replacing
from diptych.errors import LibraryError, NoteError
from diptych.library import safety
from diptych.library.catalogue import Catalogue
from diptych.library.reading import read_article
from diptych.meaning.store import VectorStore
from diptych.notes.backups import back_up_if_changed
from diptych.notes.doctor import check, repair
from diptych.notes.note import new_note
from diptych.notes.store import NoteStore
from diptych.paths import Profile
from diptych.search.index import LibraryIndex
from diptych.search.indexed import IndexedArticle
from diptych.services.index_level import is_level, note_level
from diptych.services.note_safety import check_notes, take_care
from diptych.services.pasting import keep_text
from diptych.services.stores import Stores
from diptych.snapshot import COMPANIONS
from diptych.ui.shell.bugs import log_to
from made_articles import article_of
from meaning.counting_encoder import CountingEncoder

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")


def _socket(path: Path) -> None:
    with closing(socket.socket(socket.AF_UNIX)) as made:
        before = Path.cwd()
        os.chdir(path.parent)  # a socket's whole path has room for a hundred bytes
        try:
            made.bind(path.name)
        finally:
            os.chdir(before)


def _link_to_a_pipe(path: Path) -> None:
    pipe = path.with_name(f"{path.name}-elsewhere")
    os.mkfifo(pipe)
    path.symlink_to(pipe)


STRANGERS: dict[str, Callable[[Path], None]] = {
    "pipe": os.mkfifo,
    "folder": Path.mkdir,
    "socket": _socket,
    "link to a pipe": _link_to_a_pipe,  # or to a device, which a fault here could destroy
}
DEAD_LINKS: dict[str, Callable[[Path], None]] = {
    "to what is away": lambda path: path.symlink_to("/a disk that is away/notes.sqlite"),
    "around": lambda path: path.symlink_to(path.name),
}
of_all_kinds = pytest.mark.parametrize("put", STRANGERS.values(), ids=STRANGERS)
dead_links = pytest.mark.parametrize("put", DEAD_LINKS.values(), ids=DEAD_LINKS)


@pytest.fixture
def notes_file(profile: Profile) -> Path:
    """A file of one note that has a copy."""
    with NoteStore(profile.notes_file) as store:
        store.add(new_note("Kept."))
    assert back_up_if_changed(profile.notes_file)
    return profile.notes_file


def words(notes_file: Path) -> list[str]:
    with NoteStore(notes_file) as store:
        return [note.text for note in store.notes()]


@of_all_kinds
def test_notes_come_back_from_their_copy(notes_file: Path, put: Callable[[Path], None]) -> None:
    notes_file.unlink()
    put(notes_file)

    (found,) = check(notes_file)
    assert (found.code, found.mendable) == ("no-file", True)
    with pytest.raises(NoteError, match="is no file"):
        NoteStore(notes_file)
    repair(notes_file)
    assert words(notes_file) == ["Kept."]


@pytest.mark.parametrize("ending", COMPANIONS)
@of_all_kinds
def test_what_is_no_log_is_put_aside(
    notes_file: Path, put: Callable[[Path], None], ending: str
) -> None:
    place = notes_file.with_name(notes_file.name + ending)
    place.unlink(missing_ok=True)
    put(place)

    assert check(notes_file)[0].code == "no-file"
    repair(notes_file)
    assert words(notes_file) == ["Kept."]
    assert check(notes_file)[0].code == "ok"


@dead_links
def test_a_link_whose_disk_is_away_is_told_and_left(
    notes_file: Path, put: Callable[[Path], None]
) -> None:
    notes_file.unlink()
    put(notes_file)

    (found,) = check(notes_file)
    assert (found.code, found.mendable) == ("no-file", False)
    for ill in (NoteStore, repair):
        with pytest.raises(NoteError, match="what it leads to cannot be found"):
            ill(notes_file)
    assert notes_file.is_symlink()


def open_library(profile: Profile) -> None:
    Catalogue(profile.library_file, profile.texts_file, read=read_article).close()


@of_all_kinds
def test_a_library_is_begun_anew(profile: Profile, put: Callable[[Path], None]) -> None:
    put(profile.library_file)

    assert "is no file" in str(safety.check(profile.library_file))
    with pytest.raises(LibraryError, match="is no file"):
        open_library(profile)
    safety.repair(profile.library_file)
    open_library(profile)


@dead_links
def test_a_library_whose_disk_is_away_is_left(
    profile: Profile, put: Callable[[Path], None]
) -> None:
    put(profile.library_file)

    assert not check_notes(Stores(profile))[-1].mendable
    with pytest.raises(LibraryError, match="what it leads to cannot be found"):
        safety.repair(profile.library_file)


@of_all_kinds
def test_texts_are_made_anew(profile: Profile, put: Callable[[Path], None]) -> None:
    put(profile.texts_file)
    open_library(profile)
    assert profile.texts_file.is_file()


def test_a_folder_in_the_place_of_texts_is_kept(profile: Profile) -> None:
    profile.texts_file.mkdir()
    (profile.texts_file / "a").write_text("somebody's")
    open_library(profile)
    assert [path.read_text() for path in profile.cache.glob("texts*/a")] == ["somebody's"]


@of_all_kinds
def test_the_start_says_what_is_ill(profile: Profile, put: Callable[[Path], None]) -> None:
    put(profile.notes_file)
    with closing(Stores(profile)) as stores:
        assert "is no file" in take_care(stores, left_open=False)


def test_an_index_with_a_pipe_in_it_is_made_anew(tmp_path: Path) -> None:
    index = LibraryIndex(tmp_path / "index")
    assert not index.opened_anew()
    index.close()
    for path in sorted((tmp_path / "index").iterdir()):
        path.unlink()
        os.mkfifo(path)
        assert LibraryIndex(tmp_path / "index").opened_anew()


def test_an_index_that_another_is_writing_stays(tmp_path: Path) -> None:
    index = LibraryIndex(tmp_path / "index")
    index.engine.add([IndexedArticle("a", "", "The night boat stays.")])
    # Whoosh gathers what it writes in a folder of its own; one who is killed leaves it.
    (tmp_path / "index" / "MAIN.tmp").mkdir()

    other = LibraryIndex(tmp_path / "index")
    assert other.engine.ids() == {"a"}
    assert not other.needs_rebuild
    index.close()
    other.close()


def test_vectors_in_the_place_of_which_a_pipe_is_are_made_anew(tmp_path: Path) -> None:
    article, encoder = article_of(["The night boat stays until June."]), CountingEncoder()
    store = VectorStore(tmp_path)
    store.make(article, encoder)
    (kept,) = tmp_path.glob("*.npy")
    kept.unlink()
    os.mkfifo(kept)

    assert store.load(article, encoder) is None
    store.make(article, encoder)
    assert store.load(article, encoder) is not None


def test_that_the_index_is_level_is_noted_though_a_pipe_was_there(profile: Profile) -> None:
    os.mkfifo(profile.index_level_file)
    with closing(Stores(profile)) as stores:
        note_level(stores)
        assert profile.index_level_file.is_file() and is_level(stores)


def test_a_text_is_pasted_beside_a_pipe(profile: Profile) -> None:
    with closing(Stores(profile)) as stores:
        first = keep_text(stores, "The ferry\n\nIt came.")
        first.unlink()
        os.mkfifo(first)
        assert keep_text(stores, "The ferry\n\nIt came.").is_file()


def test_nothing_is_logged_into_a_pipe(profile: Profile) -> None:
    before = list(logging.getLogger().handlers)
    os.mkfifo(profile.log / "diptych.log")
    log_to(profile)
    assert logging.getLogger().handlers == before


def test_a_device_that_a_link_leads_to_is_never_replaced(tmp_path: Path) -> None:
    device, link = tmp_path / "device", tmp_path / "session.yaml"
    os.mkfifo(device)
    link.symlink_to(device)
    with replacing(link) as stream:
        stream.write(b"left: a")
    assert (device.is_fifo(), link.is_symlink(), link.read_bytes()) == (True, False, b"left: a")
    assert not link.stat().st_mode & 0o077  # the rights of a file of ours, not the device's
