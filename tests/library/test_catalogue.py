# SPDX-License-Identifier: MIT
"""The library keeps what it was given, and the reader's word wins."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from diptych.errors import LibraryError
from diptych.library import reading_list
from diptych.library.catalogue import Catalogue
from diptych.library.entry import Arrival, Recorded, Stamp
from diptych.library.progress import SavedPair
from diptych.library.reading import read_article
from diptych.paths import Profile
from diptych.text.article import TitleSource
from library.samples import BODY, PROSE


@pytest.fixture
def catalogue(profile: Profile) -> Iterator[Catalogue]:
    with Catalogue(profile.library_file, profile.texts_file) as opened:
        yield opened


def put(catalogue: Catalogue, path: Path, text: str = BODY) -> Recorded:
    path.write_text(text, encoding="utf-8")
    return catalogue.record(path, read_article(path), Stamp.of(path))


def test_a_new_file_becomes_an_entry(catalogue: Catalogue, tmp_path: Path) -> None:
    recorded = put(catalogue, tmp_path / "wall.txt", f"The harbour wall\n\n{BODY}")

    (entry,) = catalogue.entries()
    assert recorded.arrival is Arrival.ADDED
    assert (entry.id, entry.path, entry.title) == (
        recorded.id, tmp_path / "wall.txt", "The harbour wall",
    )  # fmt: skip


def test_the_library_is_there_after_closing(profile: Profile, tmp_path: Path) -> None:
    with Catalogue(profile.library_file, profile.texts_file) as first:
        recorded = put(first, tmp_path / "wall.txt")

    with Catalogue(profile.library_file, profile.texts_file) as second:
        assert second.article(recorded.id).text == BODY


def test_an_article_is_found_by_path_by_id_and_by_the_head_of_its_id(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    id = put(catalogue, tmp_path / "wall.txt").id

    for name in (str(tmp_path / "wall.txt"), id, id[:8]):
        found = catalogue.find(name)
        assert found is not None
        assert found.id == id


@pytest.mark.parametrize("name", ["", "nowhere.txt", "ffffffffffff", "%", "a' OR 1=1 --"])
def test_what_is_not_there_is_not_found(catalogue: Catalogue, tmp_path: Path, name: str) -> None:
    put(catalogue, tmp_path / "wall.txt")

    assert catalogue.find(name) is None


def test_the_text_stays_readable_when_the_file_is_away(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    id = put(catalogue, tmp_path / "wall.txt").id
    (tmp_path / "wall.txt").unlink()

    assert catalogue.article(id).text == BODY


def test_lost_texts_are_read_again(profile: Profile, tmp_path: Path) -> None:
    with Catalogue(profile.library_file, profile.texts_file) as first:
        id = put(first, tmp_path / "wall.txt").id
    profile.texts_file.write_bytes(b"not a database, but something long enough to look at" * 99)

    with Catalogue(profile.library_file, profile.texts_file) as second:
        assert second.article(id).text == BODY


def test_a_text_that_is_nowhere_says_what_to_do(profile: Profile, tmp_path: Path) -> None:
    with Catalogue(profile.library_file, profile.texts_file) as first:
        id = put(first, tmp_path / "wall.txt").id
    profile.texts_file.unlink()
    (tmp_path / "wall.txt").write_text("Something else.")

    with (
        Catalogue(profile.library_file, profile.texts_file) as second,
        pytest.raises(LibraryError, match="bring the file back"),
    ):
        second.article(id)


def test_a_moved_file_keeps_its_id(catalogue: Catalogue, tmp_path: Path) -> None:
    id = put(catalogue, tmp_path / "wall.txt").id
    (tmp_path / "wall.txt").unlink()

    recorded = put(catalogue, tmp_path / "moved.txt")

    assert (recorded.arrival, recorded.id) == (Arrival.MOVED, id)
    assert [entry.path for entry in catalogue.entries()] == [tmp_path / "moved.txt"]


def test_a_copy_is_not_a_second_article(catalogue: Catalogue, tmp_path: Path) -> None:
    put(catalogue, tmp_path / "wall.txt")

    recorded = put(catalogue, tmp_path / "copy.txt")

    assert (recorded.arrival, recorded.other) == (Arrival.COPY, tmp_path / "wall.txt")
    assert len(catalogue.entries()) == 1


def test_a_changed_file_is_a_new_version(catalogue: Catalogue, tmp_path: Path) -> None:
    first = put(catalogue, tmp_path / "wall.txt").id

    recorded = put(catalogue, tmp_path / "wall.txt", f"{BODY}More.\n")

    assert (recorded.arrival, recorded.previous) == (Arrival.CHANGED, first)
    assert [entry.id for entry in catalogue.entries()] == [recorded.id]
    assert catalogue.versions.earlier(recorded.id) == (first,)


def test_lineage_ends_when_a_file_changes_back(catalogue: Catalogue, tmp_path: Path) -> None:
    first = put(catalogue, tmp_path / "wall.txt").id
    second = put(catalogue, tmp_path / "wall.txt", f"{BODY}More.\n").id

    put(catalogue, tmp_path / "wall.txt")

    assert catalogue.versions.earlier(first) == (second,)
    assert [entry.id for entry in catalogue.entries()] == [first]


def test_corrections_win_and_stay_for_later_versions(catalogue: Catalogue, tmp_path: Path) -> None:
    first = put(catalogue, tmp_path / "wall.txt").id
    catalogue.correct(first, title="The wall", authors=["Ida Holm"], language="ar")

    second = put(catalogue, tmp_path / "wall.txt", f"{BODY}More.\n").id

    article = catalogue.article(second)
    assert (article.title, article.title_source) == ("The wall", TitleSource.METADATA)
    assert (article.authors, article.direction) == (("Ida Holm",), "rtl")
    assert catalogue.entry(second).title == "The wall"


def test_a_forgotten_correction_lets_the_file_speak(catalogue: Catalogue, tmp_path: Path) -> None:
    id = put(catalogue, tmp_path / "wall.txt", f"The harbour wall\n\n{BODY}").id
    catalogue.correct(id, title="Mine")

    assert catalogue.forget_corrections(id).title == "The harbour wall"


def test_removing_can_be_undone(catalogue: Catalogue, tmp_path: Path) -> None:
    id = put(catalogue, tmp_path / "wall.txt").id
    before = catalogue.entries()

    catalogue.remove([id])
    assert not catalogue.entries()
    catalogue.restore([id])

    assert catalogue.entries() == before


def test_an_article_taken_out_is_missed_by_its_title(catalogue: Catalogue, tmp_path: Path) -> None:
    recorded = put(catalogue, tmp_path / "wall.txt", f"The harbour wall\n\n{BODY}")
    catalogue.remove([recorded.id])

    with pytest.raises(LibraryError, match="“The harbour wall” is no longer in the library"):
        catalogue.article(recorded.id)


def test_a_removed_article_can_be_added_again(catalogue: Catalogue, tmp_path: Path) -> None:
    catalogue.remove([put(catalogue, tmp_path / "wall.txt").id])

    assert put(catalogue, tmp_path / "wall.txt").arrival is Arrival.ADDED


def test_tags_join_those_of_the_file(catalogue: Catalogue, tmp_path: Path) -> None:
    path = tmp_path / "wall.md"
    id = put(catalogue, path, f"---\ntags: [ports]\n---\n{PROSE}\n").id

    catalogue.labels.tag([id], "to read")

    assert catalogue.entry(id).tags == ("ports", "to read")
    assert catalogue.article(id).tags == ("ports", "to read")


def test_collections_hold_articles(catalogue: Catalogue, tmp_path: Path) -> None:
    id = put(catalogue, tmp_path / "wall.txt").id

    catalogue.labels.collect([id], "Harbour")
    assert catalogue.labels.collections() == {"Harbour": (id,)}
    catalogue.labels.uncollect([id], "Harbour")

    assert not catalogue.labels.collections()


def test_two_open_catalogues_see_each_others_work(profile: Profile, tmp_path: Path) -> None:
    with (
        Catalogue(profile.library_file, profile.texts_file) as one,
        Catalogue(profile.library_file, profile.texts_file) as other,
    ):
        put(one, tmp_path / "a.txt")
        put(other, tmp_path / "b.txt", f"{BODY}More.\n")

        assert one.entries() == other.entries()
        assert len(one.entries()) == 2


def test_a_name_of_bad_bytes_is_kept(catalogue: Catalogue, tmp_path: Path) -> None:
    path = tmp_path / "bad-\udcff.txt"
    try:
        put(catalogue, path)
    except (OSError, UnicodeError):
        pytest.skip("this file system takes no such name")

    assert catalogue.entries()[0].path == path


def test_a_broken_library_is_not_thrown_away(profile: Profile) -> None:
    profile.library_file.write_bytes(b"not a database at all" * 99)

    with pytest.raises(LibraryError, match="doctor --repair"):
        Catalogue(profile.library_file, profile.texts_file)

    assert profile.library_file.read_bytes().startswith(b"not a database")


def test_a_full_disk_is_told_in_a_sentence(
    catalogue: Catalogue, profile: Profile, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(profile.texts_file)) as blocker, blocker:
        blocker.execute(
            "CREATE TRIGGER full BEFORE INSERT ON texts BEGIN SELECT RAISE(FAIL, 'x'); END"
        )
    catalogue._texts.connection.execute("DROP TABLE texts")

    with pytest.raises(LibraryError, match="free some disk space"):
        put(catalogue, tmp_path / "wall.txt")

    assert not catalogue.entries()


@pytest.mark.parametrize("later", [2e9, 1.0], ids=["as it goes", "set back by decades"])
def test_the_pair_kept_last_is_the_first_whatever_the_clock_says(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch, later: float
) -> None:
    monkeypatch.setattr(reading_list.time, "time", lambda: 1.8e9)
    for name in ("Ferries", "Bridges"):
        catalogue.reading.save_pair(SavedPair(name, "one", "other"))
    monkeypatch.setattr(reading_list.time, "time", lambda: later)
    catalogue.reading.save_pair(SavedPair("Tunnels", "one", "other"))
    catalogue.reading.save_pair(SavedPair("Ferries", "one", "third"))

    assert [pair.name for pair in catalogue.reading.pairs()] == ["Ferries", "Tunnels", "Bridges"]
