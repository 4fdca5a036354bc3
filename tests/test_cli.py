# SPDX-License-Identifier: MIT
"""The command line: its JSON contract, its sentences and exit statuses."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from diptych.cli import main as cli
from diptych.paths import Profile

LEFT = """The harbour vote

The council of Tarnholm voted on Tuesday to keep the night boat until the end of June.

"We did not come here to win an argument with the other side of the water," the mayor said.

Some 41,000 passengers used the night boat last year, a third of them shift workers.
"""
RIGHT = """The ferry deal

Nobody asked the islanders what they thought of the timetable that was agreed.

The mayor told us: "We did not come here to win an argument with the other side of the water."

Last year the night boat carried 46,000 passengers, according to the harbour office.
"""


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    left, right = tmp_path / "left.txt", tmp_path / "right.txt"
    left.write_text(LEFT, encoding="utf-8")
    right.write_text(RIGHT, encoding="utf-8")
    return left, right


@pytest.fixture
def ask(run: Callable[..., tuple[int, str, str]]) -> Callable[..., Any]:
    def call(*arguments: object) -> Any:
        status, out, err = run(*arguments, "--json")
        assert status == 0, err
        return json.loads(out)

    return call


Run = Callable[..., tuple[int, str, str]]
Ask = Callable[..., Any]
Files = tuple[Path, Path]


def test_add_reports_what_became_of_each_file(ask: Ask, files: Files) -> None:
    report = ask("add", *files)
    assert [item["path"] for item in report["added"]] == [str(path) for path in files]
    assert report["unchanged"] == report["updated"] == report["failed"] == []


def test_same_file_twice_is_unchanged(ask: Ask, files: Files) -> None:
    ask("add", files[0])
    assert len(ask("add", files[0])["unchanged"]) == 1


def test_changed_file_is_updated(ask: Ask, files: Files) -> None:
    ask("add", files[0])
    files[0].write_text(LEFT + "\nOne more sentence stands here now.\n", encoding="utf-8")
    assert len(ask("add", files[0])["updated"]) == 1


def test_list_gives_what_is_known(ask: Ask, files: Files) -> None:
    ask("add", files[0])
    (entry,) = ask("list")
    assert set(entry) >= {"id", "path", "title", "authors", "date", "source", "language", "words"}
    assert entry["title"] == "The harbour vote"


def test_show_keeps_the_files_own_offsets(ask: Ask, files: Files) -> None:
    shown = ask("show", files[0])
    assert shown["text"] == LEFT
    for passage in shown["passages"]:
        assert shown["text"][passage["start"] : passage["end"]].strip()


def test_every_letter_is_in_exactly_one_block(ask: Ask, files: Files) -> None:
    shown = ask("show", files[0])
    counted = [0] * len(shown["text"])
    for block in shown["blocks"]:
        for place in range(block["start"], block["end"]):
            counted[place] += 1
    assert {n for n, c in zip(counted, shown["text"], strict=True) if not c.isspace()} == {1}


def test_show_takes_an_id(ask: Ask, files: Files) -> None:
    added = ask("add", files[0])["added"][0]
    assert ask("show", added["id"])["path"] == str(files[0])


def test_search_finds_the_passage(ask: Ask, files: Files) -> None:
    ask("add", *files)
    (hit,) = ask("search", "shift workers")["hits"]
    assert "shift workers" in LEFT[hit["start"] : hit["end"]]
    assert [hit["snippet"][s:e] for s, e in hit["marks"]] == ["shift", "workers"]


def test_compare_finds_the_shared_words(ask: Ask, files: Files) -> None:
    matches = ask("compare", *files)["matches"]
    (quotation,) = [m for m in matches if m["kind"] == "same-words"]
    assert "We did not come here" in quotation["left"]["text"]
    assert quotation["left"]["text"] == LEFT[quotation["left"]["start"] : quotation["left"]["end"]]


def test_compare_shows_the_best_first(ask: Ask, files: Files) -> None:
    scores = [match["score"] for match in ask("compare", *files)["matches"]]
    assert scores == sorted(scores, reverse=True)


def test_min_score_zero_adds_what_the_window_hides(ask: Ask, files: Files) -> None:
    shown = ask("compare", *files)["matches"]
    scored = ask("compare", *files, "--min-score", "0")["matches"]
    assert all(match["shown"] for match in shown)
    assert len(scored) > len(shown)
    assert min(match["score"] for match in scored) < 0.5 < scored[0]["score"]
    assert ask("compare", *files, "--min-score", "-9")["matches"] == scored


def test_longer_shortest_run_finds_no_short_quotation(ask: Ask, files: Files) -> None:
    matches = ask("compare", *files, "--shortest-run", "20")["matches"]
    assert "same-words" not in {match["kind"] for match in matches}


def test_compare_says_by_which_encoders(run: Run, ask: Ask, files: Files) -> None:
    encoders = ask("compare", *files)["encoders"]
    told = run("compare", *files)[1]
    assert all(encoder in told for encoder in encoders)
    assert ("By words and by meaning" in told) == bool(encoders)


def test_compare_lists_as_only_here_what_the_window_lists(ask: Ask, files: Files) -> None:
    shown = ask("compare", *files)
    scored = ask("compare", *files, "--min-score", "0")
    assert all(only["shown"] for only in shown["only_left"] + shown["only_right"])
    assert len(scored["only_left"]) == scored["left"]["passages"] > len(shown["only_left"])


def test_note_on_a_pair_comes_back(ask: Ask, files: Files) -> None:
    ask("add", *files)
    note = ask(
        "note",
        "add",
        "--left",
        f"{files[0]}:18-40",
        "--right",
        f"{files[1]}:16-30",
        "--text",
        "Hm.",
    )
    assert [a["quote"] for a in note["anchors"]] == [LEFT[18:40], RIGHT[16:30]]
    assert [n["id"] for n in ask("note", "list")] == [note["id"]]


def test_export_of_a_pair_quotes_both_sides(
    ask: Ask, run: Run, files: Files, tmp_path: Path
) -> None:
    ask("add", *files)
    ask(
        "note",
        "add",
        "--left",
        f"{files[0]}:18-40",
        "--right",
        f"{files[1]}:16-30",
        "--text",
        "Hm.",
    )
    target = tmp_path / "notes.md"
    assert run("export", "--pair", *files, "--to", target)[0] == 0
    written = target.read_text(encoding="utf-8")
    assert "Hm." in written
    assert "The harbour vote" in written


def test_note_outside_the_text_is_wrong_use(run: Run, files: Files) -> None:
    status, _, err = run("note", "add", "--left", f"{files[0]}:5-99999", "--text", "x")
    assert status == cli.WRONG_USE
    assert "has" in err
    assert err.count("\n") == 1


def test_missing_path_fails_in_one_sentence(run: Run, tmp_path: Path) -> None:
    status, _, err = run("add", tmp_path / "nowhere.txt")
    assert status == cli.FAILED
    assert "nowhere.txt" in err
    assert err.count("\n") == 1


def test_empty_file_is_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "void.txt").write_bytes(b"")
    status, _, err = run("add", tmp_path / "void.txt")
    assert status == cli.FAILED
    assert "void.txt" in err


def test_binary_named_txt_has_its_code(run: Run, tmp_path: Path) -> None:
    (tmp_path / "picture.txt").write_bytes(bytes(range(256)) * 40)
    _, out, _ = run("add", tmp_path / "picture.txt", "--json")
    (failed,) = json.loads(out)["failed"]
    assert failed["code"] == "binary"
    assert "picture.txt" in failed["reason"]


def test_folder_without_articles_is_said(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bare").mkdir()
    status, out, err = run("add", tmp_path / "bare")
    assert status in (0, cli.FAILED)
    assert out + err


def test_unknown_article_is_said(run: Run) -> None:
    status, _, err = run("show", "0123456789abcdef")
    assert status == cli.FAILED
    assert "0123456789abcdef" in err


@pytest.mark.parametrize(
    "arguments",
    [
        ("search", "a", "--limit", "0"),
        ("compare", "only-one.txt"),
        ("note", "add", "--text", "no place"),
        ("note", "add", "--left", "no-range", "--text", "x"),
        ("one-file-only.txt",),
        ("--screenshot", "x.png", "--size", "huge"),
        ("list", "--no-such-option"),
    ],
)
def test_wrong_use_is_status_two_and_one_sentence(run: Run, arguments: tuple[str, ...]) -> None:
    status, out, err = run(*arguments)
    assert status == cli.WRONG_USE
    assert out == ""
    assert err.startswith("diptych: ")
    assert err.count("\n") == 1


@pytest.mark.parametrize("count", [1, 2, 3])
def test_articles_are_handed_to_the_window_that_is_open(
    run: Run, files: Files, monkeypatch: pytest.MonkeyPatch, count: int
) -> None:
    handed: list[tuple[Path, ...]] = []
    monkeypatch.setattr(
        "diptych.ui.shell.open_windows.hand_over",
        lambda _, wanted: handed.append(wanted.files) or True,
    )
    names = [str(files[0]), files[1].as_uri(), str(files[0].parent)][:count]
    assert run(*names)[0] == 0
    assert handed == [(files[0], files[1], files[0].parent)[:count]]


def test_no_display_is_said_and_not_crashed_over(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    status, _, err = run()
    assert status == cli.WRONG_USE
    assert "--screenshot" in err


def test_profile_that_is_a_file_is_wrong_use(
    files: Files, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["list", "--profile", str(files[0])]) == cli.WRONG_USE
    assert str(files[0]) in capsys.readouterr().err


def test_profile_may_stand_before_the_command(
    profile: Profile, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["--profile", str(profile.config.parent), "list", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == []
