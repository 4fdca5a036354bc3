# SPDX-License-Identifier: MIT
"""A pair in brief and woven, and the story of a claim, from the command line."""

from __future__ import annotations

from pathlib import Path

from cli.samples import LEFT, SENTENCE, Ask, Files, Run, place


def test_the_column_tells_once_what_both_say(ask: Ask, files: Files) -> None:
    strands = ask("weave", *files)["strands"]

    (quoted,) = [s for s in strands if "We did not come here" in s[s["told_by"]]["text"]]
    assert quoted["voice"] == "both"
    assert quoted["left"]["text"] and quoted["right"]["text"]
    start, end = quoted["left"]["spans"][0]
    assert " ".join(LEFT[start:end].split()) in quoted["left"]["text"]


def test_the_other_order_is_told_in_the_other_words(ask: Ask, files: Files) -> None:
    told_by = {s["told_by"] for s in ask("weave", *files, "--order", "right")["strands"]
               if s["voice"] == "both"}  # fmt: skip

    assert told_by == {"right"}


def test_a_brief_has_the_numbers_of_the_comparison(ask: Ask, files: Files) -> None:
    brief, compared = ask("brief", *files), ask("compare", *files)

    assert brief["tally"] == compared["tally"]
    assert brief["agreements"]


def test_only_differences_are_listed_when_asked(ask: Ask, files: Files) -> None:
    compared = ask("compare", *files, "--differs", "--words")

    assert {m["saying"] for m in compared["matches"]} <= {"denies", "differs"}
    assert all("changes" in match["words"] for match in compared["matches"])


def test_the_story_of_a_sentence_names_its_own_article(ask: Ask, files: Files) -> None:
    ask("add", *files)

    story = ask("story", place(files[0], SENTENCE))

    assert [t["asked"] for t in story["tellers"]].count(True) == 1
    assert SENTENCE in story["claim"]["text"]


def test_a_place_that_is_none_is_told_in_a_sentence(run: Run, files: Files) -> None:
    status, _, errors = run("story", str(files[0]))

    assert status == 2
    assert "ARTICLE:START-END" in errors


def test_what_the_two_say_otherwise_has_a_sign_of_its_own(run: Run, tmp_path: Path) -> None:
    drafts = tmp_path / "one.txt", tmp_path / "two.txt"
    for path, rent in zip(drafts, ("4,800", "5,200"), strict=True):
        path.write_text(f"The Club pays {rent} crowns a year for the quay.\n", encoding="utf-8")
    _, told, _ = run("weave", *drafts, "--without-meaning")
    assert told.splitlines() == ["≠  The Club pays 4,800 crowns a year for the quay."]
