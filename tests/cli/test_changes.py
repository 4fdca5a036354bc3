# SPDX-License-Identifier: MIT
"""What an editor did between two versions, told on the command line and taken away."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from xml.etree import ElementTree

import docx
import pytest

from cli.samples import Ask, Files, Run

BEFORE = """The night boat

The boat from Hamburg sails at seven, and the gross fare is 12,400 crowns a year.

Nobody asked the islanders. The council will meet again in the spring.

Old timbers hold the pier together, or so the harbour master likes to say.
"""
AFTER = """The night boat

The boat from Bremen sails at seven, and the fare is 14,200 crowns a year.

The council will meet again in the spring.

Old timbers hold the pier together, or so the Harbour Master likes to say.
"""


@pytest.fixture
def versions(tmp_path: Path) -> Files:
    paths = tmp_path / "before.txt", tmp_path / "after.txt"
    for path, text in zip(paths, (BEFORE, AFTER), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


def test_words_a_figure_and_a_left_out_sentence_are_told(ask: Ask, versions: Files) -> None:
    told = ask("changes", *versions, "--ignore", "case")

    edits = [(e["left"]["text"], e["right"]["text"]) for c in told["changes"] for e in c["edits"]]
    kinds = {kind for change in told["changes"] for kind in change["kinds"]}
    checks = {check for change in told["changes"] for check in change["check"]}
    assert ("Hamburg", "Bremen") in edits
    assert kinds == {"changed", "only-left"}
    assert {"number-differs", "name-differs", "omitted"} <= checks
    assert not any("arbour" in left for left, _ in edits)


def test_places_are_those_of_the_texts(ask: Ask, versions: Files) -> None:
    texts = {"left": BEFORE, "right": AFTER}
    for change in ask("changes", *versions)["changes"]:
        for side, text in texts.items():
            place = change[side]
            assert text[place["start"] : place["end"]] == place["text"]


def test_own_words_count_as_one(ask: Ask, versions: Files) -> None:
    told = ask("changes", *versions, "--alike", "Hamburg, Bremen")

    assert "Bremen" not in {e["right"]["text"] for c in told["changes"] for e in c["edits"]}


def test_the_same_file_twice_has_no_changes(ask: Ask, versions: Files, tmp_path: Path) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_text(f"{BEFORE}\n", encoding="utf-8")

    told = ask("changes", versions[0], copy)

    assert (told["changes"], told["kept_left"]) == ([], 1.0)


def test_a_spreadsheet_has_a_row_for_each_change(run: Run, ask: Ask, versions: Files) -> None:
    _, written, _ = run("changes", *versions, "--format", "csv")

    rows = list(csv.reader(io.StringIO(written)))
    assert len(rows) == 1 + len(ask("changes", *versions)["changes"])


def test_translators_get_what_stands_for_what(run: Run, versions: Files) -> None:
    _, written, _ = run("changes", *versions, "--format", "tmx")

    segments = [unit.findall("tuv/seg") for unit in ElementTree.fromstring(written).iter("tu")]
    pairs = [(left.text or "", right.text or "") for left, right in segments]
    assert any("Hamburg" in left and "Bremen" in right for left, right in pairs)
    assert not any("Nobody asked" in left for left, _ in pairs)


def test_a_table_of_markdown_keeps_its_columns(run: Run, versions: Files) -> None:
    status, written, _ = run("changes", *versions)

    assert status == 0
    assert len({line.replace("\\|", "").count("|") for line in written.splitlines()}) == 1


@pytest.mark.parametrize("command", ["changes", "compare", "brief", "weave"])
def test_three_versions_at_once_are_told_what_to_do(
    run: Run, versions: Files, tmp_path: Path, command: str
) -> None:
    third = tmp_path / "third.txt"
    third.write_text("The lamp is lit.\n", encoding="utf-8")
    status, _, said = run(command, *versions, third)
    assert status == 2
    assert "Two articles are compared at a time, and 3 were named." in said


@pytest.mark.parametrize("command", ["changes", "compare", "brief", "weave"])
def test_an_article_beside_itself_is_told(run: Run, versions: Files, command: str) -> None:
    status, _, said = run(command, versions[0], versions[0])
    assert status == 0
    assert "Both sides are the same article." in said


def test_an_option_that_is_none_is_no_third_version(run: Run, versions: Files) -> None:
    _, _, said = run("compare", *versions, "--fast")
    assert "Unrecognized arguments: --fast" in said


STRANGER = "Stars\n\nComets shed their tails behind them on the way towards summer.\n"
MORE = AFTER + "\nA second pier was built in stone when the war was over.\n"


@pytest.mark.parametrize(
    ("left", "right", "sentence"),
    [
        (AFTER, "\n" + AFTER, "The two say the same, word for word."),
        (AFTER, STRANGER, "The two have nothing in common: these are hardly two versions."),
        (AFTER, MORE, "The left text is a part of the right one."),
        (MORE, AFTER, "The right text is a part of the left one."),
    ],
)
def test_how_two_stand_to_one_another_is_said(
    run: Run, tmp_path: Path, left: str, right: str, sentence: str
) -> None:
    files = tmp_path / "left.txt", tmp_path / "right.txt"
    for file, text in zip(files, (left, right), strict=True):
        file.write_text(text, encoding="utf-8")
    _, _, said = run("changes", *files, "--without-meaning")
    assert sentence in said


def test_a_word_document_is_written_to_the_file_named(
    run: Run, versions: Files, tmp_path: Path
) -> None:
    target = tmp_path / "changes.docx"
    status, _, _ = run("changes", *versions, "--format", "docx", "--to", target)
    assert status == 0
    (table,) = docx.Document(str(target)).tables
    assert any("Bremen" in row.cells[2].text for row in table.rows)


def test_a_word_document_is_not_printed(run: Run, versions: Files) -> None:
    status, written, said = run("changes", *versions, "--format", "docx")
    assert (status != 0, written) == (True, "")
    assert "--to FILE" in said


@pytest.mark.parametrize("form", ["markdown", "csv", "tmx"])
def test_two_of_one_title_are_called_by_their_files_in_each_format(
    run: Run, versions: Files, form: str
) -> None:
    _, written, _ = run("changes", *versions, "--format", form)
    assert "before.txt" in written and "after.txt" in written
