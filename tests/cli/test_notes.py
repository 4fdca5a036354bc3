# SPDX-License-Identifier: MIT
"""Notes from the command line: written, changed, taken out, found again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cli.samples import LEFT, RIGHT, SENTENCE, Ask, Files, Run
from diptych.cli import main as cli


def test_note_has_its_stance_and_tags(note: dict[str, Any]) -> None:
    assert (note["stance"], note["tags"]) == ("differs", ["figures"])
    assert [anchor["state"] for anchor in note["anchors"]] == ["exact", "exact"]


def test_edited_note_keeps_what_was_not_named(ask: Ask, note: dict[str, Any]) -> None:
    edited = ask("note", "edit", note["id"], "--text", "Nobody did.")
    assert (edited["id"], edited["text"], edited["tags"]) == (
        note["id"],
        "Nobody did.",
        ["figures"],
    )
    assert edited["modified"] > note["modified"]


def test_the_head_of_an_id_is_enough(ask: Ask, note: dict[str, Any]) -> None:
    assert ask("note", "edit", note["id"][:8], "--no-tags")["tags"] == []


def test_text_may_come_from_a_file(ask: Ask, note: dict[str, Any], tmp_path: Path) -> None:
    long = "Long. " * 200_000
    (tmp_path / "text.md").write_text(long, encoding="utf-8")
    edited = ask("note", "edit", note["id"], "--text-file", tmp_path / "text.md")
    assert edited["text"] == long


def test_deleted_note_is_listed_apart_and_comes_back(ask: Ask, note: dict[str, Any]) -> None:
    ask("note", "delete", note["id"])
    assert ask("note", "list") == []
    assert [each["id"] for each in ask("note", "list", "--deleted")] == [note["id"]]
    assert ask("note", "restore", note["id"])["deleted"] is None
    assert len(ask("note", "list")) == 1


@pytest.mark.parametrize("action", ["edit", "delete", "restore"])
def test_unknown_note_is_said(run: Run, action: str) -> None:
    status, _, err = run("note", action, "00000000-0000-0000-0000-000000000000")
    assert status == cli.FAILED
    assert err.count("\n") == 1


def test_list_is_narrowed(ask: Ask, note: dict[str, Any], files: Files) -> None:
    assert ask("note", "list", "--tag", "other") == []
    assert [n["id"] for n in ask("note", "list", "--pair", *reversed(files))] == [note["id"]]
    assert [n["id"] for n in ask("note", "list", "--find", "counted")] == [note["id"]]


def test_passage_is_moved_when_its_file_is_edited(
    ask: Ask, note: dict[str, Any], files: Files
) -> None:
    files[0].write_text("A new beginning stands here.\n\n" + LEFT, encoding="utf-8")
    (left, _) = ask("note", "list")[0]["anchors"]
    assert left["state"] == "moved"
    ask("add", files[0])
    (left, _) = ask("note", "list")[0]["anchors"]
    assert ask("show", left["article"])["text"][left["start"] : left["end"]] == left["quote"]
    del note


def test_passage_is_lost_when_it_is_cut(ask: Ask, note: dict[str, Any], files: Files) -> None:
    files[0].write_text(LEFT.replace(SENTENCE, ""), encoding="utf-8")
    ask("add", files[0])
    assert [a["state"] for a in ask("note", "list")[0]["anchors"]] == ["lost", "exact"]
    del note


def test_passage_is_fuzzy_when_it_is_reworded(ask: Ask, note: dict[str, Any], files: Files) -> None:
    files[0].write_text(LEFT.replace("a third", "one in three"), encoding="utf-8")
    ask("add", files[0])
    assert ask("note", "list")[0]["anchors"][0]["state"] == "fuzzy"
    del note


def test_renamed_file_keeps_its_notes(ask: Ask, note: dict[str, Any], files: Files) -> None:
    moved = files[0].rename(files[0].with_name("renamed.txt"))
    ask("add", moved)
    assert [n["id"] for n in ask("note", "list", "--pair", moved, files[1])] == [note["id"]]
    assert [a["state"] for a in ask("note", "list")[0]["anchors"]] == ["exact", "exact"]


def test_file_edited_and_moved_at_once_is_known_by_its_sentences(
    ask: Ask, note: dict[str, Any], files: Files
) -> None:
    moved = files[0].rename(files[0].with_name("elsewhere.txt"))
    moved.write_text("Quite another beginning.\n\n" + LEFT, encoding="utf-8")
    added = ask("add", moved)["added"][0]
    (left, _) = ask("note", "list")[0]["anchors"]
    assert (left["state"], left["article"]) == ("moved", added["id"])
    assert [n["id"] for n in ask("note", "list", "--pair", moved, files[1])] == [note["id"]]


def test_file_edited_and_moved_at_once_may_have_lost_a_passage(
    ask: Ask, note: dict[str, Any], files: Files
) -> None:
    moved = files[0].rename(files[0].with_name("elsewhere.txt"))
    moved.write_text(LEFT.replace(SENTENCE, "A new end stands here."), encoding="utf-8")
    ask("add", moved)
    assert ask("note", "list")[0]["anchors"][0]["state"] == "lost"
    del note


def test_other_container_of_the_text_has_the_notes(
    ask: Ask, note: dict[str, Any], files: Files
) -> None:
    title, *paragraphs = LEFT.strip().split("\n\n")
    page = f"<title>{title}</title><article><h1>{title}</h1>"
    page += "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs) + "</article>"
    web = files[0].with_name("harbour.html")
    web.write_text(page, encoding="utf-8")
    files[0].unlink()
    ask("add", web)
    assert [n["id"] for n in ask("note", "list", "--pair", web, files[1])] == [note["id"]]


def test_link_to_no_note_is_said(run: Run) -> None:
    status, _, err = run("diptych://note/00000000-0000-0000-0000-000000000000")
    assert status == cli.FAILED
    assert "no note" in err


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


def test_note_outside_the_text_is_wrong_use(run: Run, files: Files) -> None:
    status, _, err = run("note", "add", "--left", f"{files[0]}:5-99999", "--text", "x")
    assert status == cli.WRONG_USE
    assert "has" in err
    assert err.count("\n") == 1


def test_text_that_begins_with_a_hyphen_is_taken(ask: Ask, files: Files) -> None:
    ask("add", *files)
    note = ask("note", "add", "--left", f"{files[0]}:18-40", "--text", "-x+y")
    assert note["text"] == "-x+y"


def test_a_colour_without_words_is_a_highlight(ask: Ask, run: Run, files: Files) -> None:
    ask("note", "add", "--left", f"{files[0]}:0-9", "--colour", "green")
    ask("note", "add", "--left", f"{files[0]}:0-9", "--text", "words", "--colour", "green")
    (highlight,) = ask("note", "list", "--highlights")
    assert (highlight["colour"], highlight["text"]) == ("green", "")
    _, out, _ = run("note", "list", "--highlights")
    assert out.split("  ", 1)[1].startswith("[green] ")
    assert len(ask("note", "list", "--colour", "green")) == 2


def test_cite_names_the_source_in_every_style(ask: Ask, files: Files) -> None:
    for style, sign in (("plain", "“"), ("markdown", "> "), ("pandoc", "[@"), ("bibtex", "@")):
        assert sign in ask("cite", f"{files[0]}:0-9", "--style", style)["text"]


def test_several_notes_are_tagged_linked_and_merged(ask: Ask, files: Files) -> None:
    first, second = (
        ask("note", "add", "--left", f"{files[0]}:0-9", "--text", words)["id"]
        for words in ("First", "Second")
    )
    tagged = ask("note", "tag", first, second, "--add", "port", "--colour", "blue")
    assert [(each["tags"], each["colour"]) for each in tagged] == [(["port"], "blue")] * 2
    assert second in ask("note", "link", first, second)[0]["text"]
    assert ask("note", "merge", first, second)["id"] == first
    assert [each["id"] for each in ask("note", "list")] == [first]


@pytest.mark.parametrize("name", ["nowhere.md", "."])
@pytest.mark.parametrize("option", ["--text-file", "import-notes", "--template"])
def test_what_cannot_be_read_is_said_to_be_so(
    run: Run, files: Files, monkeypatch: pytest.MonkeyPatch, option: str, name: str
) -> None:
    monkeypatch.chdir(files[0].parent)
    asked = {
        "--text-file": ("note", "add", "--left", f"{files[0]}:1-5", "--text-file", name),
        "import-notes": ("import-notes", name),
        "--template": ("export", "--template", name, "--to", "out.md"),
    }
    said = run(*asked[option])[2]
    assert said == (
        f"diptych: {name} cannot be read; check that it is there and that you may read it.\n"
    )
