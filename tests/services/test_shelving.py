# SPDX-License-Identifier: MIT
"""What the reader says of an article wins: the commands edit, keep, tag, collection, chapters."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from diptych.cli.main import run
from diptych.paths import Profile
from library.packed import epub
from library.samples import BODY, PROSE

TEXT = f"The harbour wall\n\n{BODY}\nShare this article\n\n12 comments\n\nLeave a reply\n"


@pytest.fixture
def path(profile: Profile, tmp_path: Path) -> Path:
    return added(profile, tmp_path / "wall.txt", TEXT.encode())


def added(profile: Profile, path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    assert run(["--profile", str(profile.data.parent), "add", str(path)]) == 0
    return path


@pytest.fixture
def ask(profile: Profile, capsys: pytest.CaptureFixture[str]) -> Any:
    """Runs a command with --json and returns what it prints."""

    def answer(*words: str) -> Any:
        capsys.readouterr()
        run([*words, "--json", "--profile", str(profile.data.parent)])
        return json.loads(capsys.readouterr().out)

    return answer


def test_corrections_win_and_are_found(path: Path, ask: Any) -> None:
    entry = ask(
        *("edit", str(path), "--title", "Mine", "--author", "A. Holm", "--author", "B. Lind"),
        *("--date", "2025-02", "--source", "The Coast", "--language", "de"),
    )

    assert (entry["title"], entry["authors"], entry["date"]) == (
        "Mine", ["A. Holm", "B. Lind"], "2025-02",
    )  # fmt: skip
    assert (entry["source"], entry["language"]) == ("The Coast", "de")
    assert ask("search", "title:mine")["total"] == 1
    assert path.read_text() == TEXT


def test_corrections_can_be_taken_back(path: Path, ask: Any) -> None:
    ask("edit", str(path), "--title", "Mine")

    assert ask("edit", str(path), "--restore")["title"] == "The harbour wall"


@pytest.mark.parametrize(
    "words", [["--date", "14.2.2025"], ["--encoding", "zlib"], ["--language", "e1"]]
)
def test_a_correction_that_makes_no_sense_is_refused(
    path: Path, profile: Profile, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    status = run(["edit", str(path), *words, "--profile", str(profile.data.parent)])

    assert status == 2
    assert f"“{words[1]}” is not" in capsys.readouterr().err


def test_a_file_is_read_in_the_encoding_the_reader_names(
    profile: Profile, tmp_path: Path, ask: Any
) -> None:
    content = "Рада зібралася у вівторок.\n".encode("koi8-u")
    path = added(profile, tmp_path / "guess.txt", content)

    assert ask("edit", str(path), "--encoding", "koi8-u")["encoding"] == "koi8-u"
    assert ask("show", str(path))["text"] == "Рада зібралася у вівторок.\n"
    assert ask("search", "вівторок")["total"] == 1


def test_the_chosen_encoding_holds_for_the_next_version(
    profile: Profile, tmp_path: Path, ask: Any
) -> None:
    path = added(profile, tmp_path / "guess.txt", "Рада зібралася.\n".encode("koi8-u"))
    ask("edit", str(path), "--encoding", "koi8-u")
    path.write_bytes("Рада зібралася знову.\n".encode("koi8-u"))

    ask("rescan")

    assert ask("show", str(path))["text"] == "Рада зібралася знову.\n"


def states(shown: dict[str, Any]) -> list[str]:
    return [block["state"] for block in shown["blocks"][-3:]]


def test_a_kept_line_is_shown_searched_and_folded_again(path: Path, ask: Any) -> None:
    assert states(ask("keep", str(path), "--line", "12 comments")) == ["folded", "shown", "folded"]
    assert ask("search", "comments")["total"] == 1

    assert states(ask("keep", str(path), "--line", "12 comments", "--undo")) == ["folded"] * 3
    assert ask("search", "comments")["total"] == 0


def test_all_lines_of_an_article_are_kept(path: Path, ask: Any) -> None:
    assert states(ask("keep", str(path))) == ["shown"] * 3


def test_lines_like_it_are_always_kept(
    path: Path, profile: Profile, tmp_path: Path, ask: Any
) -> None:
    other = added(profile, tmp_path / "b.txt", TEXT.replace("12", "30").encode())

    ask("keep", str(path), "--always", "--line", "12 comments")

    assert states(ask("show", str(other))) == ["folded", "shown", "folded"]


def test_tags_are_given_listed_searched_and_taken(path: Path, ask: Any) -> None:
    (shelf,) = ask("tag", "add", "harbour", str(path))
    assert (shelf["name"], len(shelf["articles"])) == ("harbour", 1)
    assert ask("search", "tag:harbour wall")["total"] == 1

    assert ask("tag", "remove", "harbour", str(path)) == []


def test_collections_hold_articles(path: Path, ask: Any) -> None:
    ask("collection", "add", "To read", str(path))

    assert ask("list")[0]["collections"] == ["To read"]
    assert ask("collection", "remove", "To read", str(path)) == []


def test_removed_articles_are_no_longer_listed(path: Path, ask: Any) -> None:
    assert ask("remove", str(path))["removed"][0]["title"] == "The harbour wall"
    assert ask("list") == []
    assert path.exists()


def test_a_folder_is_looked_through_again(profile: Profile, tmp_path: Path, ask: Any) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    added(profile, folder / "a.txt", TEXT.encode())
    ask("add", str(folder))
    (folder / "b.txt").write_text(PROSE)

    report = ask("rescan")

    assert ([taken["path"] for taken in report["added"]], report["unchanged"]) == (
        [str(folder / "b.txt")],
        1,
    )
    assert ask("folder", "list") == [str(folder)]
    assert ask("folder", "remove", str(folder)) == []


def test_near_copies_are_listed_together(
    path: Path, profile: Profile, tmp_path: Path, ask: Any
) -> None:
    added(profile, tmp_path / "wire.txt", f"{TEXT}\nFrom our wire service.\n".encode())

    (group,) = ask("duplicates")

    assert len(group["articles"]) == 2


def test_a_chapter_is_opened_as_an_article(profile: Profile, tmp_path: Path, ask: Any) -> None:
    chapters = {"one": f"<h1>Wall</h1><p>{PROSE}</p>", "two": f"<h1>Boats</h1><p>{BODY}</p>"}
    path = added(profile, tmp_path / "book.epub", epub(chapters, title="Harbours"))
    assert [c["title"] for c in ask("chapters", str(path))] == ["Wall", "Boats"]

    entry = ask("chapters", str(path), "--open", "2")

    assert (entry["title"], entry["part"], entry["path"]) == ("Boats", 2, str(path))
    assert ask("show", entry["id"])["text"] == ask("show", f"{path}#2")["text"]
    assert ask("search", "fishermen")["total"] == 2


def test_what_is_not_in_the_library_is_named(
    profile: Profile, capsys: pytest.CaptureFixture[str]
) -> None:
    status = run(["edit", "nowhere.txt", "--title", "x", "--profile", str(profile.data.parent)])

    assert status == 1
    assert capsys.readouterr().err.startswith("diptych: “nowhere.txt” is not in the library;")
