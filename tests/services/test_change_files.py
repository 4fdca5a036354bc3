# SPDX-License-Identifier: MIT
"""The list of changes is a file that others can read."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from tests.compare.articles import article

from diptych.compare.changes.finder import find_changes
from diptych.errors import NoteError
from diptych.services.change_files import write_changes
from diptych.services.change_formats import ChangeFormat

LEFT = article("The lamp is lit at seven. Nobody sleeps in the boathouse. The key hangs here.")
RIGHT = article("The lamp is lit at nine. The key hangs here.")
CHANGES = find_changes(LEFT, RIGHT)


def test_a_word_document_has_a_row_a_change_and_what_changed_in_bold(tmp_path: Path) -> None:
    saved = write_changes(tmp_path / "changes.docx", ChangeFormat.WORD, CHANGES, LEFT, RIGHT)
    (table,) = docx.Document(str(saved.files[0])).tables
    cells = [[cell.text for cell in row.cells] for row in table.rows]
    assert cells[1][1:3] == ["The lamp is lit at seven.", "The lamp is lit at nine."]
    assert cells[2][1:] == ["Nobody sleeps in the boathouse.", "", "omitted"]
    bold = [r.text for r in table.rows[1].cells[2].paragraphs[0].runs if r.bold]
    assert bold == ["nine"]


@pytest.mark.parametrize("form", [ChangeFormat.MARKDOWN, ChangeFormat.CSV, ChangeFormat.MEMORY])
def test_each_table_tells_both_sides(tmp_path: Path, form: ChangeFormat) -> None:
    saved = write_changes(tmp_path / f"changes{form.ending}", form, CHANGES, LEFT, RIGHT)
    text = saved.files[0].read_text(encoding="utf-8")
    assert text.startswith("\ufeff") == (form is ChangeFormat.CSV)  # for Excel
    assert "lit at seven" in text
    assert "lit at nine" in text


def test_a_folder_that_is_not_there_is_said_in_a_sentence(tmp_path: Path) -> None:
    target = tmp_path / "nowhere" / "changes.csv"
    with pytest.raises(NoteError, match="its folder does not exist"):
        write_changes(target, ChangeFormat.CSV, CHANGES, LEFT, RIGHT)
