# SPDX-License-Identifier: MIT
"""Notes from the command line: written, changed, taken out, brought in, kept safe."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt

from diptych.cli import main as cli
from diptych.paths import Profile

LEFT = """The harbour vote

The council of Tarnholm voted on Tuesday to keep the night boat until the end of June.

Some 41,000 passengers used the night boat last year, a third of them shift workers.
"""
RIGHT = """The ferry deal

Nobody asked the islanders what they thought of the timetable that was agreed.

Last year the night boat carried 46,000 passengers, according to the harbour office.
"""
SENTENCE = "Some 41,000 passengers used the night boat last year, a third of them shift workers."
OTHER = "Last year the night boat carried 46,000 passengers, according to the harbour office."
TEXT_FORMATS = ("commonmark", "github", "pandoc", "web-annotation", "csv")
REPORTS = ("report-md", "report-html", "report-pdf")

Run = Callable[..., tuple[int, str, str]]
Ask = Callable[..., Any]
Files = tuple[Path, Path]


@pytest.fixture
def files(tmp_path: Path) -> Files:
    left, right = tmp_path / "left.txt", tmp_path / "right.txt"
    left.write_text(LEFT, encoding="utf-8")
    right.write_text(RIGHT, encoding="utf-8")
    return left, right


@pytest.fixture
def ask(run: Run) -> Ask:
    def call(*arguments: object) -> Any:
        status, out, err = run(*arguments, "--json")
        assert status == 0, err
        return json.loads(out)

    return call


def place(path: Path, words: str) -> str:
    start = path.read_text(encoding="utf-8").index(words)
    return f"{path}:{start}-{start + len(words)}"


@pytest.fixture
def note(ask: Ask, files: Files) -> dict[str, Any]:
    ask("add", *files)
    sides = ("--left", place(files[0], SENTENCE), "--right", place(files[1], OTHER))
    made: dict[str, Any] = ask(
        "note", "add", *sides, "--text", "Who counted?", "--tag", "figures", "--stance", "differs"
    )
    return made


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


@pytest.mark.parametrize("format_", TEXT_FORMATS)
def test_every_format_holds_the_words(
    run: Run, note: dict[str, Any], format_: str, tmp_path: Path
) -> None:
    target = tmp_path / "out.file"
    assert run("export", "--format", format_, "--to", target)[0] == 0
    written = target.read_text(encoding="utf-8")
    assert note["text"] in written
    assert "41,000 passengers" in written


def test_differing_figures_are_told(ask: Ask, note: dict[str, Any]) -> None:
    assert "Figures that differ: 41,000" in ask("export")["markdown"]
    del note


def test_obsidian_makes_pages_in_a_folder(ask: Ask, note: dict[str, Any], tmp_path: Path) -> None:
    (page,) = ask("export", "--format", "obsidian", "--to", tmp_path / "vault")["files"]
    assert "> [!quote]" in Path(page).read_text(encoding="utf-8")
    assert note["id"] in Path(page).read_text(encoding="utf-8")


@pytest.mark.parametrize("format_", REPORTS)
def test_report_on_a_pair_is_written(
    run: Run, note: dict[str, Any], files: Files, format_: str, tmp_path: Path
) -> None:
    target = tmp_path / "report"
    assert run("export", "--format", format_, "--pair", *files, "--to", target)[0] == 0
    head = {"report-md": b"# The harbour", "report-html": b"<!DOCTYPE", "report-pdf": b"%PDF-"}
    assert target.read_bytes().startswith(head[format_])
    del note


def test_report_tells_both_sides_and_the_notes(
    ask: Ask, note: dict[str, Any], files: Files
) -> None:
    text = ask("export", "--format", "report-md", "--pair", *files)["text"]
    headings = [t.content for t in MarkdownIt().parse(text) if t.type == "inline" and t.level == 1]
    assert {"Only left (1)", "Only right (1)", "Notes (1)"} <= set(headings)
    assert note["text"] in text


def test_report_and_comparison_tell_of_the_same_matches(ask: Ask, files: Files) -> None:
    text = ask("export", "--format", "report-md", "--pair", *files)["text"]
    told = [int(n) for n in re.findall(r"^## (?:Both say|Differ) \((\d+)\)", text, re.MULTILINE)]
    compared = ask("compare", *files)
    assert compared["encoders"]
    assert sum(told) == len(compared["matches"])


def test_a_rejected_match_is_left_out_of_the_report(ask: Ask, files: Files) -> None:
    rejected = ask("judge", *files, "1", "rejected")
    text = ask("export", "--format", "report-md", "--pair", *files)["text"]
    told = [int(n) for n in re.findall(r"^## (?:Both say|Differ) \((\d+)\)", text, re.MULTILINE)]
    assert sum(told) == len(ask("compare", *files)["matches"]) - 1
    assert rejected["verdict"] == "rejected"


def test_export_of_a_tag_leaves_others_out(ask: Ask, note: dict[str, Any]) -> None:
    assert ask("export", "--tag", "figures")["notes"] == 1
    assert ask("export", "--tag", "other")["notes"] == 0
    del note


def test_own_template_is_used(ask: Ask, note: dict[str, Any], tmp_path: Path) -> None:
    template = tmp_path / "mine.md"
    template.write_text("{% for e in group.entries %}* {{ e.text }}{% endfor %}", "utf-8")
    assert ask("export", "--template", template)["markdown"] == f"* {note['text']}"


def test_broken_template_names_its_line_and_writes_nothing(
    run: Run, note: dict[str, Any], tmp_path: Path
) -> None:
    (tmp_path / "mine.md").write_text("fine\n{% for %}", encoding="utf-8")
    status, _, err = run("export", "--template", tmp_path / "mine.md", "--to", tmp_path / "out.md")
    assert status == cli.FAILED
    assert "line 2" in err
    assert not (tmp_path / "out.md").exists()
    del note


@pytest.mark.parametrize(
    "arguments",
    [
        ("export", "--format", "report-md"),
        ("export", "--format", "obsidian"),
        ("export", "--format", "word"),
        ("diptych://elsewhere/1",),
    ],
)
def test_wrong_use_is_said(run: Run, arguments: tuple[str, ...]) -> None:
    status, _, err = run(*arguments)
    assert status == cli.WRONG_USE
    assert err.count("\n") == 1


def test_link_to_no_note_is_said(run: Run) -> None:
    status, _, err = run("diptych://note/00000000-0000-0000-0000-000000000000")
    assert status == cli.FAILED
    assert "no note" in err


def test_export_into_a_read_only_place_keeps_the_old_file(
    run: Run, note: dict[str, Any], tmp_path: Path
) -> None:
    (tmp_path / "old.md").write_text("old", encoding="utf-8")
    status, _, err = run("export", "--to", tmp_path / "old.md" / "new.md")
    assert (status, err.count("\n")) == (cli.FAILED, 1)
    assert (tmp_path / "old.md").read_text(encoding="utf-8") == "old"
    del note


def test_annotations_come_back_without_change(
    ask: Ask, note: dict[str, Any], tmp_path: Path
) -> None:
    ask("export", "--format", "web-annotation", "--to", tmp_path / "notes.jsonld")
    brought = ask("import-notes", tmp_path / "notes.jsonld")
    assert (brought["added"], brought["unchanged"]) == ([], [note["id"]])


def test_note_of_an_article_not_here_finds_it_later(
    ask: Ask, note: dict[str, Any], files: Files, tmp_path: Path
) -> None:
    ask("export", "--format", "web-annotation", "--to", tmp_path / "notes.jsonld")
    other = ("--profile", tmp_path / "laptop")
    status = cli.run(["import-notes", str(tmp_path / "notes.jsonld"), *map(str, other)])
    assert status == 0
    cli.run(["add", *map(str, files), *map(str, other)])
    assert cli.run(["note", "list", "--pair", *map(str, files), *map(str, other)]) == 0
    del note


def test_what_is_no_note_file_is_said(run: Run, tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text("{}", encoding="utf-8")
    status, _, err = run("import-notes", tmp_path / "x.json")
    assert (status, err.count("\n")) == (cli.FAILED, 1)


def test_doctor_finds_a_sound_file(ask: Ask, note: dict[str, Any]) -> None:
    assert [f["code"] for f in ask("doctor")["findings"]] == ["ok"]
    del note


def test_doctor_mends_a_broken_file(
    ask: Ask, run: Run, note: dict[str, Any], profile: Profile
) -> None:
    ask("backup", "make")
    profile.notes_file.write_bytes(b"not a database at all " * 500)
    assert run("doctor")[0] == cli.FAILED
    assert ask("doctor", "--repair")["repaired"]
    assert [each["id"] for each in ask("note", "list")] == [note["id"]]


def test_backup_brings_back_what_it_held(ask: Ask, note: dict[str, Any]) -> None:
    ask("backup", "make")
    ask("note", "edit", note["id"], "--text", "Spoilt.")
    (backup,) = ask("backup", "list")
    assert ask("backup", "restore", backup["name"])["kept"]
    assert [each["text"] for each in ask("note", "list")] == [note["text"]]


def test_mirror_follows_the_notes(ask: Ask, note: dict[str, Any], tmp_path: Path) -> None:
    folder = tmp_path / "copy"
    (page,) = ask("mirror", folder)["written"]
    assert note["text"] in Path(page).read_text(encoding="utf-8")
    assert ask("mirror", folder)["written"] == []
    ask("note", "delete", note["id"])
    assert ask("mirror", folder)["removed"] == [page]
