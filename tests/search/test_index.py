# SPDX-License-Identifier: MIT
"""The index of a library: opened, mended, moved to another engine, killed meanwhile."""

from __future__ import annotations

import errno
import json
import os
import random
import subprocess
import sys
import threading
from collections.abc import Collection, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from tests.search.conftest import ARTICLES

from diptych.errors import SearchError
from diptych.search.index import LibraryIndex
from diptych.search.indexed import IndexedArticle
from diptych.search.query import parse

ROOT = Path(__file__).parents[2]
BY_ID = {article.id: article for article in ARTICLES}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the index is to be; nothing is there."""
    return tmp_path / "cache" / "index"


@pytest.fixture
def library(folder: Path) -> Iterator[LibraryIndex]:
    index = LibraryIndex(folder, grown_from=4)
    index.engine.add(ARTICLES)
    yield index
    index.close()


def articles_of(ids: Collection[str]) -> Iterable[IndexedArticle]:
    return (BY_ID[id_] for id_ in ids)


def total(index: LibraryIndex, typed: str) -> int:
    return index.engine.search(parse(typed, index.engine.languages()).root).total


def test_new_index_is_whooshs_and_needs_no_rebuild(folder: Path) -> None:
    index = LibraryIndex(folder)

    assert index.engine.name == "whoosh"
    assert not index.needs_rebuild
    assert os.name != "posix" or folder.stat().st_mode & 0o777 == 0o700


def test_an_index_opened_by_many_at_once_is_made_once(folder: Path) -> None:
    many = 6
    ready = threading.Barrier(many)

    def opened(index: LibraryIndex) -> tuple[bool, int]:
        ready.wait()
        found = index.engine.ids()
        index.close()
        return index.needs_rebuild, len(found)

    with ThreadPoolExecutor(many) as threads:
        answers = list(threads.map(opened, [LibraryIndex(folder) for _ in range(many)]))

    assert answers == [(False, 0)] * many
    assert [path.name for path in folder.parent.iterdir()] == [folder.name]


def test_index_is_the_same_when_opened_again(library: LibraryIndex, folder: Path) -> None:
    again = LibraryIndex(folder)

    assert again.engine.ids() == BY_ID.keys()
    assert not again.needs_rebuild


@pytest.mark.parametrize("articles", [0, 3, 4, 5])
def test_library_is_outgrown_from_a_size_on(library: LibraryIndex, articles: int) -> None:
    assert library.is_outgrown_by(articles) == (articles >= 4)


def test_small_engine_stays_where_there_is_no_other(
    library: LibraryIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("diptych.search.index.has_tantivy", lambda: False)

    assert not library.is_outgrown_by(1_000_000)
    assert library.engine.name == "whoosh"


def test_moved_index_finds_the_same(library: LibraryIndex) -> None:
    before = {typed: total(library, typed) for typed in ("vote", "паром", "海港", "harb*")}

    library.move(articles_of)

    assert library.engine.name == "tantivy"
    assert {typed: total(library, typed) for typed in before} == before
    assert not library.is_outgrown_by(1_000_000)
    assert not library.needs_rebuild


def test_searches_go_on_while_it_moves(library: LibraryIndex) -> None:
    def slowly(ids: Collection[str]) -> Iterator[IndexedArticle]:
        for article in articles_of(ids):
            assert total(library, "vote") == 2
            yield article

    library.move(slowly)

    assert total(library, "vote") == 2


def test_article_removed_while_it_moves_is_found_no_more(library: LibraryIndex) -> None:
    def removing(ids: Collection[str]) -> Iterator[IndexedArticle]:
        yield from articles_of(ids)
        library.engine.remove(["ferry"])

    library.move(removing)

    assert library.engine.ids() == BY_ID.keys() - {"ferry"}


def test_another_process_uses_the_moved_index_at_once(library: LibraryIndex, folder: Path) -> None:
    other = LibraryIndex(folder)
    assert other.engine.name == "whoosh"

    library.move(articles_of)

    assert other.engine.name == "tantivy"
    assert total(other, "vote") == 2
    other.close()


def test_move_that_fails_leaves_the_index_as_it_was(library: LibraryIndex, folder: Path) -> None:
    def failing(ids: Collection[str]) -> Iterator[IndexedArticle]:
        yield BY_ID["vote"]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        library.move(failing)

    assert library.engine.name == "whoosh"
    assert total(library, "vote") == 2
    assert [path.name for path in folder.parent.iterdir()] == ["index"]


@pytest.mark.parametrize("grown_from", [4, 100], ids=["tantivy", "whoosh"])
def test_rebuilt_index_finds_the_same(folder: Path, grown_from: int) -> None:
    library = LibraryIndex(folder, grown_from=grown_from)
    library.engine.add(ARTICLES)

    library.rebuild(list(BY_ID), articles_of)

    assert library.engine.ids() == BY_ID.keys()
    assert total(library, "vote") == 2
    assert not library.needs_rebuild
    library.close()


@pytest.mark.skipif(os.name != "posix", reason="no pipes in a folder")
def test_what_is_no_folder_gives_way_to_a_rebuilt_index(
    folder: Path,
) -> None:
    folder.parent.mkdir(parents=True)
    os.mkfifo(folder)

    index = LibraryIndex(folder)
    index.rebuild(list(BY_ID), articles_of)

    assert [path.name for path in folder.parent.iterdir()] == ["index"]
    index.close()


def test_rebuilding_that_fails_leaves_the_index_as_it_was(
    library: LibraryIndex, folder: Path
) -> None:
    def failing(ids: Collection[str]) -> Iterator[IndexedArticle]:
        yield BY_ID["vote"]
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(SearchError, match="the disk is full"):
        library.rebuild(list(BY_ID), failing)

    assert total(library, "vote") == 2
    assert [path.name for path in folder.parent.iterdir()] == ["index"]


def test_second_of_two_moves_is_let_go(library: LibraryIndex, folder: Path) -> None:
    other = LibraryIndex(folder)

    def racing(ids: Collection[str]) -> Iterator[IndexedArticle]:
        other.move(articles_of)
        yield from articles_of(ids)

    library.move(racing)

    assert library.engine.ids() == other.engine.ids() == BY_ID.keys()
    other.close()


def test_tidying_removes_what_a_move_left(library: LibraryIndex, folder: Path) -> None:
    killed = folder.with_name("index-moving-killed")
    killed.mkdir()
    os.utime(killed, (0, 0))
    library.move(articles_of)

    library.tidy()

    assert [path.name for path in folder.parent.iterdir()] == ["index-large"]
    assert total(LibraryIndex(folder), "vote") == 2


def test_folder_that_is_filled_meanwhile_is_not_removed(
    library: LibraryIndex, folder: Path
) -> None:
    folder.with_name("index-moving-elsewhere").mkdir()

    library.tidy()

    assert folder.with_name("index-moving-elsewhere").exists()


@pytest.mark.parametrize("has_moved", [False, True])
@pytest.mark.parametrize("damage", [b"", b"garbage", b"half"])
def test_broken_files_make_the_index_start_anew(
    library: LibraryIndex, folder: Path, has_moved: bool, damage: bytes
) -> None:
    if has_moved:
        library.move(articles_of)
        library.tidy()
    library.close()
    for path in list((folder.with_name("index-large") if has_moved else folder).iterdir()):
        content = path.read_bytes()
        # In the place of the old file: tantivy's threads of this process have that one mapped
        # still, and the system ends who reads what was cut off beneath it.
        broken = path.with_name("broken")
        broken.write_bytes(content[: len(content) // 2] if damage == b"half" else damage)
        broken.replace(path)

    again = LibraryIndex(folder)

    assert again.engine.count() == 0
    assert again.needs_rebuild
    again.engine.add(ARTICLES)
    assert total(again, "vote") == 2


def test_foreign_files_make_the_index_start_anew(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "notes.txt").write_text("mine")
    (folder / "more").mkdir()

    index = LibraryIndex(folder)

    assert index.engine.count() == 0
    assert index.needs_rebuild


@pytest.mark.parametrize(("name", "version"), [("index", "3.1"), ("index-large", "large.3.1")])
def test_index_of_the_version_before_starts_anew(folder: Path, name: str, version: str) -> None:
    before = folder.with_name(name)
    before.mkdir(parents=True)
    (before / "format.json").write_text(json.dumps({"format": version}))
    (before / "_MAIN_7.toc").write_bytes(b"\x00" * 50)
    (before / "MAIN_1.articles").write_bytes(b"DIPTYCHS" + b"\x00" * 50)

    index = LibraryIndex(folder)

    assert index.engine.name == "whoosh"
    assert index.needs_rebuild
    assert not list(folder.parent.rglob("*.articles"))


def test_index_started_anew_says_so_until_it_is_filled(library: LibraryIndex) -> None:
    library.move(articles_of)

    library.start_anew()

    assert (library.engine.name, library.engine.count()) == ("whoosh", 0)
    assert library.needs_rebuild
    library.mark_rebuilt()
    assert not library.needs_rebuild


@pytest.mark.parametrize("name", ["index", "index-large"])
def test_what_is_no_folder_in_its_place_makes_the_index_anew(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("")
    index = LibraryIndex(tmp_path / "index", grown_from=4)

    assert index.opened_anew()
    index.engine.add(ARTICLES)
    index.move(articles_of)
    assert total(index, "harbour") > 0


ADD_FOR_EVER = """
import sys
from pathlib import Path
from diptych.search.index import LibraryIndex
from diptych.search.indexed import IndexedArticle
def article(number):
    return IndexedArticle(str(number), "", f"harbour number{number} " * 100)
index = LibraryIndex(Path(sys.argv[1]), grown_from=20)
print(min(map(int, index.engine.ids()), default=0), flush=True)
for number in range(len(index.engine.ids()), 10_000):
    index.engine.add([article(number)])
    print(number, flush=True)
    if index.is_outgrown_by(number):
        index.move(lambda ids: map(article, ids))
    index.tidy()
"""


@pytest.mark.skipif(os.name != "posix", reason="kills by signal")
def test_killed_at_random_moments_it_keeps_what_it_acknowledged(folder: Path) -> None:
    rng, reached = random.Random(5), -1
    command = [sys.executable, "-c", ADD_FOR_EVER, str(folder)]
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    while reached < 40:
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=surroundings) as one:
            assert one.stdout is not None
            lines = [one.stdout.readline() for _ in range(rng.randint(2, 14))]
            one.kill()
            lines += one.stdout.readlines()
        reached = max([reached, *map(int, filter(str.strip, lines))])

        index = LibraryIndex(folder, grown_from=20)

        assert not index.needs_rebuild
        assert set(map(str, range(reached + 1))) <= index.engine.ids()
        assert index.engine.is_sound()
        assert total(index, f"number{reached}") == 1
        index.close()
    assert index.engine.name == "tantivy"
