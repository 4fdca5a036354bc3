# SPDX-License-Identifier: MIT
"""Articles from the command line: added, listed, shown."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from cli.samples import LEFT, Ask, Files, Run
from diptych.cli import main as cli


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


def test_a_gone_article_is_marked_in_lists_and_answers(run: Run, tmp_path: Path) -> None:
    article = tmp_path / "quay.md"
    article.write_text("# The quay\n\nThe quay was mended in a single night.\n", "utf-8")
    run("add", str(article))
    assert "[the file" not in run("list")[1] + run("search", "quay")[1]

    article.unlink()
    run("rescan")

    asked = [("list",), ("search", "quay"), ("quote", "mended in a single night")]
    assert all("[the file is gone]" in run(*words)[1] for words in asked)


def test_paste_adds_what_is_piped_in(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    piped = io.TextIOWrapper(io.BytesIO(b"It came at nine."))
    monkeypatch.setattr("sys.stdin", piped)
    added = ask("paste", "--title", "The ferry")
    assert added["title"] == "The ferry"
    assert [each["id"] for each in ask("list")] == [added["id"]]


def test_an_article_is_opened_as_it_was_before(ask: Ask, run: Run, files: Files) -> None:
    ask("add", files[0])
    assert run("version-before", files[0])[0] == 1
    old = files[0].read_text(encoding="utf-8")
    files[0].write_text(old + "\n\nA last word was added.", encoding="utf-8")
    ask("add", files[0])
    both = ask("version-before", files[0])
    assert "A last word" not in ask("show", both["before"])["text"]
    assert "A last word" in ask("show", both["now"])["text"]
    assert ask("version-before", files[0]) == both
